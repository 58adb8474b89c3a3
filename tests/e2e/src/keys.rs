//! What a user does who has no mouse: keys go to whatever has the focus, and nothing else is done.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebDriver, error::WebDriverResult};

use crate::{
    act,
    engine::{Ability, Engine},
    steady::steady,
};

/// Stops of the Tab key that a screen may have, at the most.
const MOST_STOPS: usize = 200;

/// Presses keys, one after the other.
///
/// # Errors
/// When the browser does not answer.
pub async fn press(browser: &WebDriver, keys: impl Into<TypingData>) -> WebDriverResult<()> {
    browser.action_chain().send_keys(keys).perform().await
}

/// Presses a key while another is held.
///
/// # Errors
/// When the browser does not answer.
pub async fn press_with(
    browser: &WebDriver,
    held: Key,
    key: impl Into<char>,
) -> WebDriverResult<()> {
    let (held, key) = (held.value(), key.into());
    let keys = browser.action_chain().key_down(held).key_down(key);
    keys.key_up(key).key_up(held).perform().await
}

/// Presses Tab until what fits this selector has the focus, which may be there only in a moment.
///
/// # Errors
/// When it never does.
pub async fn to(browser: &WebDriver, css: &str) -> WebDriverResult<()> {
    let found = act::eventually(async || {
        for _ in 0..MOST_STOPS {
            if is_at(browser, css).await? {
                return Ok(Some(()));
            }
            tab(browser).await?;
        }
        Ok(None)
    });
    found.await.inspect_err(|_| eprintln!("no stop is {css}"))
}

/// The same, and presses Enter there.
///
/// # Errors
/// When it never has the focus.
pub async fn enter(browser: &WebDriver, css: &str) -> WebDriverResult<()> {
    to(browser, css).await?;
    press(browser, Key::Enter).await
}

/// Chooses an option by its first words, in the choice that fits this selector.
///
/// # Errors
/// When typing them does not choose it.
pub async fn choose(browser: &WebDriver, css: &str, words: &str) -> WebDriverResult<()> {
    to(browser, css).await?;
    press(browser, words).await?;
    let chosen = "return document.activeElement.selectedOptions?.[0]?.text ?? ''";
    act::eventually(async || {
        let chosen: String = browser.execute(chosen, Vec::new()).await?.convert()?;
        Ok(chosen.starts_with(words).then_some(()))
    })
    .await
}

/// Whether what fits this selector has the focus.
///
/// # Errors
/// When the browser does not answer.
pub async fn is_at(browser: &WebDriver, css: &str) -> WebDriverResult<bool> {
    let is_at = "return document.activeElement?.matches(arguments[0]) === true";
    let is_at = browser.execute(is_at, vec![json!(css)]).await?;
    is_at.convert()
}

/// Waits until it has.
///
/// # Errors
/// When it never does.
pub async fn at(browser: &WebDriver, css: &str) -> WebDriverResult<()> {
    let found = act::eventually(async || Ok(is_at(browser, css).await?.then_some(())));
    found
        .await
        .inspect_err(|_| eprintln!("the focus never is at {css}"))
}

/// Where the Tab key stops, once around: role and name of each stop; and what is wrong with the way.
#[derive(Debug, Default)]
pub struct Round {
    /// Each stop, as a line.
    pub stops: Vec<String>,
    /// What a user would stumble over.
    pub faults: Vec<String>,
}

/// Goes once around all stops of the Tab key, and comes back to the one that it began at.
///
/// # Errors
/// When the browser does not answer.
///
/// # Panics
/// When it is never around.
pub async fn round(browser: &WebDriver) -> WebDriverResult<Round> {
    let mut round = Round::default();
    let is_active = Ability::Active.is_there_for("keyboard, the rings of stops");
    browser.execute([STOPS, BEGIN].concat(), Vec::new()).await?;
    for _ in 0..MOST_STOPS {
        if is_first(browser).await? {
            break;
        }
        tab(browser).await?;
    }
    let mut is_around = false;
    while !is_around {
        assert!(round.stops.len() < MOST_STOPS, "no end: {:#?}", round.stops);
        let at: At = browser.execute(LOOK, Vec::new()).await?.convert()?;
        let name = steady(&described(browser).await?);
        // What is shown while it has the focus is not shown there.
        let is_told = |fault: &&String| is_active || !(*fault == NO_RING || name.starts_with(SKIP));
        let faults = at.faults.iter().filter(is_told);
        let faults = faults.map(|fault| format!("{name}: {fault}"));
        round.faults.extend(faults);
        if name.ends_with("\"\"") {
            round
                .faults
                .push(format!("{name}: without a name: {}", at.markup));
        }
        round.stops.push(name);
        is_around = next(browser, &mut round).await?;
    }
    let missed = browser
        .execute([STOPS, MISSED].concat(), Vec::new())
        .await?;
    let missed: Vec<String> = missed.convert()?;
    let missed = missed
        .iter()
        .map(|it| format!("never reached: {}", steady(it)));
    round.faults.extend(missed);
    Ok(round)
}

/// Goes on by one stop; whether it is the first again.
async fn next(browser: &WebDriver, round: &mut Round) -> WebDriverResult<bool> {
    press(browser, Key::Tab).await?;
    if !is_at(browser, "body").await? {
        return is_first(browser).await;
    }
    // From the last stop the way leads out of the page, and from there to its first.
    come_in(browser).await?;
    let is_around = is_first(browser).await?;
    if !is_around {
        let last = round.stops.last().cloned().unwrap_or_default();
        round
            .faults
            .push(format!("{last}: the focus is lost after it"));
    }
    Ok(is_around)
}

/// Presses Tab where nothing of the page has the focus. Firefox does not go on behind a `summary` that was the
/// last stop: there the page is given the focus as the browser's own bars would. And it stops at a dialog
/// itself on the way in.
async fn come_in(browser: &WebDriver) -> WebDriverResult<()> {
    press(browser, Key::Tab).await?;
    if Engine::played() != Engine::Firefox {
        return Ok(());
    }
    let is_before = browser.execute(COME_IN, Vec::new()).await?;
    if is_before.convert()? {
        press(browser, Key::Tab).await?;
    }
    Ok(())
}

const COME_IN: &str = "
    const is_out = !document.hasFocus();
    if (is_out) document.documentElement.focus();
    return is_out || document.activeElement.matches('dialog');";

/// Presses Tab, wherever the focus is.
async fn tab(browser: &WebDriver) -> WebDriverResult<()> {
    if Engine::played() == Engine::Firefox && is_at(browser, "body").await? {
        return come_in(browser).await;
    }
    press(browser, Key::Tab).await
}

/// Whether the focus is on the first stop of all.
async fn is_first(browser: &WebDriver) -> WebDriverResult<bool> {
    let is_first = "return document.activeElement === window.round.first;";
    browser.execute(is_first, Vec::new()).await?.convert()
}

#[derive(Debug, Deserialize)]
struct At {
    markup: String,
    faults: Vec<String>,
}

/// Role and name of what has the focus, as a screen reader is told them.
async fn described(browser: &WebDriver) -> WebDriverResult<String> {
    if Ability::Tree.needed().is_err() {
        return browser.execute(SEEN, Vec::new()).await?.convert();
    }
    let cdp = browser.cdp();
    let focused = json!({ "expression": "document.activeElement" });
    let focused = cdp.send_raw("Runtime.evaluate", focused).await?;
    let node = json!({ "objectId": focused["result"]["objectId"], "fetchRelatives": false });
    let tree = cdp.send_raw("Accessibility.getPartialAXTree", node).await?;
    let node = &tree["nodes"][0];
    let text = |field: &Value| field["value"].as_str().unwrap_or_default().to_owned();
    Ok(format!("{} {:?}", text(&node["role"]), text(&node["name"])))
}

/// Where no tree tells: what it is, and what is seen of its name.
const SEEN: &str = "
    const at = document.activeElement;
    const label = at.labels?.[0]?.textContent ?? at.textContent;
    const other = at.ariaLabelledByElements?.[0]?.textContent ?? at.title;
    const name = [at.ariaLabel, label, other, at.placeholder].find(it => it?.trim()) ?? '';
    return `${at.localName} \"${name.trim().replaceAll(/\\s+/g, ' ')}\"`;";

/// What can be operated, and is shown.
const STOPS: &str = "
    const shown = it => it.checkVisibility({ visibilityProperty: true }) && !it.matches(':disabled');
    const within = document.querySelector('dialog:modal') ?? document;
    const stops = () => [...within.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]')]
        .filter(it => it.tabIndex >= 0 && shown(it))
        .filter(it => it.type !== 'radio' || it.checked);";

const BEGIN: &str = "
    window.round = { first: stops()[0], seen: [] };";

/// The stop that is hidden as long as it is not one.
const SKIP: &str = "a \"Skip to content";

/// Nothing shows that a stop has the focus.
const NO_RING: &str = "no ring";

/// Looks at the stop, and from where it was come to.
const LOOK: &str = "
    const at = document.activeElement;
    const before = window.round.seen.at(-1);
    window.round.seen.push(at);
    const faults = [];
    const box = it => it.getBoundingClientRect();
    const region = it => it.closest('dialog, section, header, footer, .tools, .side, main, body');
    if (before?.isConnected && region(before) === region(at)) {
        const [from, to] = [box(before), box(at)];
        const up = to.bottom <= from.top + 1 && to.left < from.right - 1;
        const level = to.top < from.bottom && from.top < to.bottom;
        if (up || (level && to.right <= from.left + 1)) faults.push('the way jumps back');
    }
    const face = at.type === 'file' ? at.closest('label') : at;
    const { left, right, top, bottom } = box(face);
    const within = (at, most) => Math.min(Math.max(at, 1), most - 1);
    const sees = ([x, y]) => {
        const hit = document.elementFromPoint(within(x, innerWidth), within(y, innerHeight));
        return face.contains(hit) || hit?.contains(face);
    };
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (![[x, y], [left + 3, y], [right - 3, y]].some(sees)) faults.push('something lies over it');
    const { outlineStyle, outlineWidth } = getComputedStyle(face);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) === 0) faults.push('no ring');
    return { markup: at.outerHTML.slice(0, 200), faults };";

/// What can be operated and was no stop.
const MISSED: &str = "
    return stops().filter(it => !window.round.seen.includes(it)).map(it => it.outerHTML.slice(0, 200));";
