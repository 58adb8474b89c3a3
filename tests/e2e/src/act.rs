//! What a user does.

use std::{panic::Location, path::Path};

use serde_json::{Value, json};
use thirtyfour::{
    WindowHandle,
    components::SelectElement,
    error::{WebDriverError, WebDriverErrorInner, WebDriverResult},
    prelude::*,
};

use crate::{
    engine::{Ability, Engine},
    evidence,
    see::{self, PATIENCE},
};

/// An account of the demo's login form.
#[derive(Clone, Copy, Debug)]
pub enum Account {
    /// May write.
    Analyst,
    /// Lacks the permission.
    Reader,
    /// Is not assigned to the app.
    Unassigned,
}

impl Account {
    const fn button(self) -> &'static str {
        match self {
            Self::Analyst => "account-analyst",
            Self::Reader => "account-reader",
            Self::Unassigned => "account-unassigned",
        }
    }
}

/// Clicks what has this `data-testid`, once it can be clicked.
///
/// # Errors
/// When it does not appear.
pub async fn click(browser: &WebDriver, id: &str) -> WebDriverResult<()> {
    drawn_anew(async || hit(browser, &see::ready(browser, id).await?).await).await
}

/// Clicks an element. No driver notices that it was moved from under the mouse meanwhile, and not every one
/// scrolls it clear of the foot, as a hand would.
async fn hit(browser: &WebDriver, element: &WebElement) -> WebDriverResult<()> {
    for _ in 0..MOST_DRAWN {
        if is_hit(browser, element).await? {
            return Ok(());
        }
    }
    element.click().await
}

/// Whether a click came to the element. Where that cannot be asked any more, it has led elsewhere.
async fn is_hit(browser: &WebDriver, element: &WebElement) -> WebDriverResult<bool> {
    browser.execute(WATCH, vec![element.to_json()?]).await?;
    match element.click().await {
        Err(error) if is_unanswered(&error) => return Ok(true),
        Err(error) if is_covered(&error) && Engine::played() != Engine::Chromium => {
            element.scroll_into_view().await?;
            return Ok(false);
        }
        clicked => clicked?,
    }
    let hit = browser.execute("return window.missed !== true", Vec::new());
    Ok(hit.await.and_then(|hit| hit.convert()).unwrap_or(true))
}

const WATCH: &str = "
    window.missed = true;
    const hit = () => { window.missed = false; };
    arguments[0].addEventListener('click', hit, { once: true, capture: true });";

fn is_covered(error: &WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::ElementClickIntercepted(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
    )
}

/// Whether the driver waited in vain for the page: `WebKit` may never answer what is asked of one that is
/// being left.
fn is_unanswered(error: &WebDriverError) -> bool {
    let is_timeout = matches!(error.as_inner(), WebDriverErrorInner::WebDriverTimeout(_));
    is_timeout && Engine::played() == Engine::WebKit
}

/// Clicks the first of what fits this selector and is shown, once it can be clicked.
///
/// # Errors
/// When nothing appears.
pub async fn click_on(browser: &WebDriver, css: &str) -> WebDriverResult<()> {
    drawn_anew(async || {
        let there = browser.query(By::Css(css)).wait(PATIENCE, POLL);
        let there = there.and_displayed().and_enabled().first().await?;
        there.scroll_into_view().await?;
        match there.click().await {
            Err(error) if is_unanswered(&error) => Ok(()),
            clicked => clicked,
        }
    })
    .await
}

/// Does once more what met an element that was drawn anew in between, or was not answered.
pub(crate) async fn drawn_anew<T>(act: impl AsyncFn() -> WebDriverResult<T>) -> WebDriverResult<T> {
    for _ in 0..MOST_DRAWN {
        match act().await {
            Err(error) if is_stale(&error) || is_unanswered(&error) => {}
            done => return done,
        }
    }
    act().await
}

fn is_stale(error: &WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::StaleElementReference(_)
    )
}

/// How often an element may be drawn anew while it is looked at.
const MOST_DRAWN: usize = 9;

/// Presses the button with these words on it, once it is there.
///
/// # Errors
/// When it does not appear.
pub async fn press(browser: &WebDriver, words: &str) -> WebDriverResult<()> {
    let path = format!("//button[contains(normalize-space(.), '{words}')]");
    drawn_anew(async || {
        let button = browser.query(By::XPath(path.as_str())).wait(PATIENCE, POLL);
        hit(
            browser,
            &button.and_displayed().and_enabled().first().await?,
        )
        .await
    })
    .await
}

/// Presses the button with these words in the line of this `data-testid` that holds `part`.
///
/// # Errors
/// When there is none.
pub async fn press_in(
    browser: &WebDriver,
    line: &str,
    part: &str,
    words: &str,
) -> WebDriverResult<()> {
    let path = format!(
        "//*[@data-testid='{line}'][contains(., '{part}')]//button[normalize-space(.)='{words}']"
    );
    let button = browser.query(By::XPath(path)).wait(PATIENCE, POLL);
    hit(
        browser,
        &button.and_displayed().and_enabled().first().await?,
    )
    .await
}

/// Presses the Escape key.
///
/// # Errors
/// When the browser does not answer.
pub async fn escape(browser: &WebDriver) -> WebDriverResult<()> {
    let keys = browser.action_chain().send_keys(Key::Escape);
    keys.perform().await
}

/// Opens what is folded in the first line of this `data-testid`.
///
/// # Errors
/// When there is no such line.
pub async fn unfold(browser: &WebDriver, line: &str) -> WebDriverResult<()> {
    let path = format!("//*[@data-testid='{line}']/details");
    let details = browser.query(By::XPath(path)).wait(PATIENCE, POLL);
    let details = details.and_displayed().first().await?;
    if details.attr("open").await?.is_none() {
        details.find(By::Css("summary")).await?.click().await?;
    }
    Ok(())
}

/// Opens what is folded under these words.
///
/// # Errors
/// When they do not appear.
pub async fn open_fold(browser: &WebDriver, words: &str) -> WebDriverResult<()> {
    let path = format!("//summary[contains(normalize-space(.), '{words}')]");
    let summary = browser.query(By::XPath(path)).wait(PATIENCE, POLL);
    let summary = summary.and_displayed().first().await?;
    // It may lie under the foot, where a hand would scroll.
    summary.scroll_into_view().await?;
    summary.click().await
}

/// Chooses an option by its words, in the choice with this label or in one labelled by it.
///
/// # Errors
/// When there is none.
pub async fn choose(browser: &WebDriver, label: &str, words: &str) -> WebDriverResult<()> {
    let path =
        format!("//select[@aria-label='{label}' or ancestor::label[contains(., '{label}')]]");
    let choice = browser.query(By::XPath(path)).wait(PATIENCE, POLL);
    let choice = choice.and_displayed().first().await?;
    // It may lie under the foot, where a hand would scroll.
    choice.scroll_into_view().await?;
    let choice = SelectElement::new(&choice).await?;
    choice.select_by_exact_text(words).await
}

/// Has the page read a text.
///
/// # Errors
/// When there is no box for it.
pub async fn paste(browser: &WebDriver, text: &str) -> WebDriverResult<()> {
    let input = see::shown(browser, "paste-input").await?;
    write(&input, text).await?;
    press(browser, "Read the text").await
}

/// Writes a text of several lines. Not every driver takes the end of one for the key that makes it.
///
/// # Errors
/// When it cannot be written there.
pub async fn write(input: &WebElement, text: &str) -> WebDriverResult<()> {
    let enter = Key::Enter.value().to_string();
    let is_taken = Engine::played() != Engine::WebKit;
    let keys = if is_taken {
        text.to_owned()
    } else {
        text.replace('\n', &enter)
    };
    input.send_keys(keys).await
}

/// Signs in from a top-level page, by the redirect. Whoever is still signed in at the sign-in's own
/// site is not asked who they are.
///
/// # Errors
/// When a step does not appear.
pub async fn sign_in(browser: &WebDriver, account: Account) -> WebDriverResult<()> {
    click(browser, "sign-in").await?;
    let is_asked = eventually(async || {
        if see::is_there(browser, account.button()).await? {
            return Ok(Some(true));
        }
        Ok(see::is_there(browser, "account").await?.then_some(false))
    });
    if is_asked.await? {
        click(browser, account.button()).await?;
    }
    Ok(())
}

/// Signs in by the window that `opener` opens.
///
/// # Errors
/// When the window does not open, or does not close again.
pub async fn sign_in_by_popup(
    browser: &WebDriver,
    opener: &str,
    account: Account,
) -> WebDriverResult<()> {
    sign_in_by_popup_of(browser, &format!("[data-testid={opener}]"), account).await
}

/// The same where the opener is what fits a selector.
///
/// # Errors
/// Likewise.
pub async fn sign_in_by_popup_of(
    browser: &WebDriver,
    opener: &str,
    account: Account,
) -> WebDriverResult<()> {
    let page = browser.window().await?;
    click_on(browser, opener).await?;
    enter_opened(browser, &page).await?;
    click(browser, account.button()).await?;
    eventually(async || Ok((browser.windows().await?.len() == 1).then_some(()))).await?;
    browser.switch_to_window(page).await
}

/// Goes to the window that the one with this page has opened.
///
/// # Errors
/// When none opens.
pub async fn enter_opened(browser: &WebDriver, page: &WindowHandle) -> WebDriverResult<()> {
    let opened = eventually(async || {
        let windows = browser.windows().await?;
        Ok(windows.into_iter().find(|window| window != page))
    });
    browser.switch_to_window(opened.await?).await
}

/// Gives the page a file.
///
/// # Errors
/// When there is no file input.
///
/// # Panics
/// When the path is not UTF-8.
pub async fn drop_file(browser: &WebDriver, file: &Path) -> WebDriverResult<()> {
    give_file(browser, "file-input", file).await
}

/// Gives the file input with this `data-testid` a file.
///
/// # Errors
/// When there is none.
///
/// # Panics
/// When the path is not UTF-8.
pub async fn give_file(browser: &WebDriver, id: &str, file: &Path) -> WebDriverResult<()> {
    // The input lies under the drop area and need not be visible itself.
    let file = file.to_str().expect("paths of tests are UTF-8");
    drawn_anew(async || {
        let input = browser.query(By::Testid(id)).wait(PATIENCE, POLL);
        input.first().await?.send_keys(file).await
    })
    .await
}

/// Presses Send and confirms.
///
/// # Errors
/// When a button does not appear.
pub async fn send(browser: &WebDriver) -> WebDriverResult<()> {
    click(browser, "send").await?;
    click(browser, "confirm-send").await
}

/// Opens another tab and looks at that one. The browser's words still go to the page, which is hidden
/// from now on.
///
/// # Errors
/// When the browser does not open one.
pub async fn look_away(browser: &WebDriver) -> WebDriverResult<()> {
    Ability::Hiding.needed()?;
    let cdp = browser.cdp();
    // chromedriver has every page believe that it is looked at.
    let honest = json!({ "enabled": false });
    cdp.send_raw("Emulation.setFocusEmulationEnabled", honest)
        .await?;
    let blank = json!({ "url": "about:blank" });
    let tab = cdp.send_raw("Target.createTarget", blank).await?;
    cdp.send_raw("Target.activateTarget", tab).await?;
    eventually(async || Ok(see::is_hidden(browser).await?.then_some(()))).await
}

/// Downloads by what `ask` does, and reads the `count` files that come, as text. None may hold a token.
///
/// # Errors
/// When fewer come.
///
/// # Panics
/// When one holds a token.
pub async fn download(
    browser: &WebDriver,
    count: usize,
    ask: impl AsyncFnOnce(&WebDriver) -> WebDriverResult<()>,
) -> WebDriverResult<Vec<String>> {
    download_of(browser, "", count, ask).await
}

/// The same, of files whose media type begins so. A click that came to what stands beside may have brought
/// another one.
async fn download_of(
    browser: &WebDriver,
    kind: &str,
    count: usize,
    ask: impl AsyncFnOnce(&WebDriver) -> WebDriverResult<()>,
) -> WebDriverResult<Vec<String>> {
    browser.execute(CATCH_DOWNLOADS, Vec::new()).await?;
    ask(browser).await?;
    let texts = eventually(async || {
        let caught = browser.execute_async(READ_DOWNLOADS, vec![json!(kind)]);
        let caught = caught.await?;
        let texts: Vec<String> = caught.convert()?;
        Ok((texts.len() >= count).then_some(texts))
    })
    .await?;
    let secrets = see::secrets(browser).await?;
    for secret in &secrets {
        assert!(
            !texts.iter().any(|text| text.contains(secret)),
            "a token in a file"
        );
    }
    if !secrets.is_empty() {
        evidence::note(
            "a search for the tokens",
            "reports, tables, bodies of calls, scripts and queries that are taken away",
            "not found",
            "every scene that takes a file",
        );
    }
    Ok(texts)
}

/// Downloads the JSON report.
///
/// # Errors
/// When it does not come.
///
/// # Panics
/// When it is not JSON.
pub async fn json_report(browser: &WebDriver) -> WebDriverResult<Value> {
    let files = download_of(browser, "application/json", 1, async |page| {
        click(page, "download-report-json").await
    })
    .await?;
    Ok(serde_json::from_str(&files[0]).expect("the JSON report is JSON"))
}

const POLL: std::time::Duration = std::time::Duration::from_millis(50);

/// Browsers name and place downloads differently; the blob behind them is the same. It is read before the
/// browser takes it: in `WebKit` there may be nothing left after.
const CATCH_DOWNLOADS: &str = "
    if (!window.caught) {
        const create = URL.createObjectURL;
        URL.createObjectURL = blob => {
            window.caught.push({ type: blob.type, text: blob.text() });
            return create.call(URL, blob);
        };
    }
    window.caught = [];";
const READ_DOWNLOADS: &str = "
    const [kind, done] = arguments;
    const texts = window.caught.filter(({ type }) => type.startsWith(kind)).map(({ text }) => text);
    Promise.all(texts).then(done);";

/// Asks until there is something.
///
/// # Errors
/// When asking fails, or there is nothing in the end; it says who waited.
#[track_caller]
pub fn eventually<T>(
    ask: impl AsyncFnMut() -> WebDriverResult<Option<T>>,
) -> impl Future<Output = WebDriverResult<T>> {
    come(format!("what {} waits for", Location::caller()), ask)
}

/// Asks until there is what is told of in these words.
///
/// # Errors
/// When asking fails, or it never comes.
pub async fn come<T>(
    what: String,
    mut ask: impl AsyncFnMut() -> WebDriverResult<Option<T>>,
) -> WebDriverResult<T> {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        match ask().await {
            Ok(Some(found)) => return Ok(found),
            Err(error) if !is_unanswered(&error) => return Err(error),
            _ => {}
        }
        if tokio::time::Instant::now() > deadline {
            return Err(WebDriverError::from_inner(WebDriverErrorInner::Timeout(
                format!("never came: {what}"),
            )));
        }
        tokio::time::sleep(POLL).await;
    }
}
