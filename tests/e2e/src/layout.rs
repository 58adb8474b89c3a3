//! What a page must keep to whatever its size: targets that can be hit, nothing beside the page, rows that are
//! counted right. And how a page is given another size, or other colours.

use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult};

use crate::engine::{Ability, Engine};

/// A window: CSS px of its width and height, and how far it is zoomed.
pub type Size = (u32, u32, u32);

/// The narrow windows: a telephone's, and a usual one at 400 %.
pub const NARROW: [Size; 2] = [(320, 640, 1), (320, 256, 4)];

/// A window in which all of a page is in view at once.
pub const WHOLE: Size = (1_280, 4_000, 1);

/// The window as it is opened.
pub(crate) const USUAL: (u32, u32) = (1_280, 800);

/// The least width of a window that has bars.
const LEAST: u32 = 600;

/// How colours are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// The system's few.
    Forced,
}

impl Colours {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Forced];
}

/// Gives the page another size.
///
/// # Errors
/// When the browser does not answer.
pub async fn resize(browser: &WebDriver, (width, height, zoom): Size) -> WebDriverResult<()> {
    if Engine::played() != Engine::Chromium {
        return stretch(browser, (width, height, zoom)).await;
    }
    let size =
        json!({ "width": width, "height": height, "deviceScaleFactor": zoom, "mobile": false });
    let cdp = browser.cdp();
    cdp.send_raw("Emulation.setDeviceMetricsOverride", size)
        .await?;
    drawn(browser).await
}

/// Gives it its own size again.
///
/// # Errors
/// When the browser does not answer.
pub async fn restore(browser: &WebDriver) -> WebDriverResult<()> {
    if Engine::played() != Engine::Chromium {
        browser.set_window_rect(0, 0, USUAL.0, USUAL.1).await?;
        return drawn(browser).await;
    }
    let cdp = browser.cdp();
    cdp.send_raw("Emulation.clearDeviceMetricsOverride", json!({}))
        .await?;
    drawn(browser).await
}

/// The same by the window around the page, which is no narrower than the browser's own bars.
async fn stretch(browser: &WebDriver, (width, height, zoom): Size) -> WebDriverResult<()> {
    if width < LEAST || zoom != 1 {
        Ability::Size.needed()?;
    }
    let around = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
    let around = browser.execute(around, Vec::new()).await?;
    let (beside, above): (u32, u32) = around.convert()?;
    let (width, height) = (width + beside, height + above);
    browser.set_window_rect(0, 0, width, height).await?;
    drawn(browser).await
}

/// Shows it in these colours.
///
/// # Errors
/// When the browser does not answer.
pub async fn colour(browser: &WebDriver, colours: Colours) -> WebDriverResult<()> {
    if Engine::played() != Engine::Chromium && colours == Colours::Light {
        return Ok(());
    }
    let scheme = if colours == Colours::Dark {
        "dark"
    } else {
        "light"
    };
    let forced = if colours == Colours::Forced {
        "active"
    } else {
        "none"
    };
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "forced-colors", "value": forced },
    ] });
    Ability::Media.needed()?;
    let cdp = browser.cdp();
    cdp.send_raw("Emulation.setEmulatedMedia", features).await?;
    drawn(browser).await
}

/// Waits until the page was drawn again, and its transitions are over.
async fn drawn(browser: &WebDriver) -> WebDriverResult<()> {
    browser.execute_async(DRAWN, Vec::new()).await?;
    Ok(())
}

const DRAWN: &str = "
    const [done] = arguments;
    const over = () => {
        const moves = it => it instanceof CSSTransition && it.playState === 'running';
        if (document.getAnimations().some(moves)) requestAnimationFrame(over); else done();
    };
    requestAnimationFrame(() => requestAnimationFrame(over));";

/// Targets that are less than 24 px high or wide, and have not that much room to themselves.
///
/// # Errors
/// When the browser does not answer.
pub async fn small_targets(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    browser.execute(TARGETS, Vec::new()).await?.convert()
}

const TARGETS: &str = "
    const LEAST = 24, SLACK = 0.5;
    const over = document.querySelector('dialog:modal') ?? document;
    const is_cut = it => it !== null && (getComputedStyle(it).clipPath !== 'none' || is_cut(it.parentElement));
    const faces = [...over.querySelectorAll('a[href], button, input, select, textarea, summary, [role=row].row')]
        .map(it => ['checkbox', 'radio', 'file'].includes(it.type) ? it.closest('label') ?? it : it)
        .filter(it => it.checkVisibility({ visibilityProperty: true }) && !is_cut(it));
    const all = [...new Set(faces)].map(it => ({ it, box: it.getBoundingClientRect() }));
    const is_small = ({ box }) => box.width < LEAST - SLACK || box.height < LEAST - SLACK;
    // A target in a line of text is as high as the text.
    const is_text = ({ it }) => getComputedStyle(it).display === 'inline'
        && it.parentElement.textContent.trim().length > it.textContent.trim().length;
    const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
    const crowds = small => other => {
        if (other.it === small.it || other.it.contains(small.it) || small.it.contains(other.it)) return false;
        const [x, y] = middle(small.box);
        if (is_small(other)) {
            const [a, b] = middle(other.box);
            return Math.hypot(a - x, b - y) < LEAST - SLACK;
        }
        const { left, right, top, bottom } = other.box;
        const near = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
        return Math.hypot(near[0] - x, near[1] - y) < LEAST / 2 - SLACK;
    };
    return all.filter(one => is_small(one) && !is_text(one) && all.some(crowds(one)))
        .map(({ it, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${it.outerHTML.slice(0, 160)}`);";

/// What makes the page scroll sideways.
///
/// # Errors
/// When the browser does not answer.
pub async fn sideways(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    browser.execute(SIDEWAYS, Vec::new()).await?.convert()
}

const SIDEWAYS: &str = "
    const root = document.documentElement, within = document.querySelector('dialog:modal');
    const wide = [root, within].filter(it => it && it.scrollWidth > it.clientWidth + 1);
    if (wide.length === 0) return [];
    const out = [...document.body.querySelectorAll('*')]
        .filter(it => it.getBoundingClientRect().right > root.clientWidth + 1)
        .slice(-3).map(it => it.outerHTML.slice(0, 160));
    return [`${wide[0].scrollWidth} px in ${wide[0].clientWidth}: ${out.join(' | ')}`];";

/// Rows of a table whose numbers are not those of their places.
///
/// # Errors
/// When the browser does not answer.
pub async fn miscounted(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    browser.execute(MISCOUNTED, Vec::new()).await?.convert()
}

const MISCOUNTED: &str = "
    return [...document.querySelectorAll('[role=grid]')].flatMap(grid => {
        const rows = [...grid.querySelectorAll('[role=row]')].map(it => Number(it.ariaRowIndex));
        const [head, ...body] = rows, count = Number(grid.ariaRowCount);
        const faults = [];
        if (head !== 1) faults.push(`the head is row ${head}`);
        if (body.some((row, at) => row !== body[0] + at)) faults.push(`rows ${body}`);
        if (body.some(row => row < 2 || row > count)) faults.push(`rows ${body} of ${count}`);
        const cells = grid.querySelectorAll('[role=columnheader]').length;
        if (cells !== Number(grid.ariaColCount)) faults.push(`${cells} columns of ${grid.ariaColCount}`);
        const active = grid.getAttribute('aria-activedescendant');
        if (active && !grid.contains(document.getElementById(active))) faults.push(`no ${active}`);
        return faults;
    });";
