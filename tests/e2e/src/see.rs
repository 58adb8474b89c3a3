//! What a user sees.

use std::{collections::BTreeMap, time::Duration};

use serde_json::json;
use thirtyfour::{error::WebDriverResult, prelude::*};

use crate::{act, engine::Ability};

/// How long a test waits for a condition before it fails. Machines are shared and slow.
pub const PATIENCE: Duration = Duration::from_mins(1);
/// How long a test waits for a run to end, which may have to wait for the quota.
const RUN_PATIENCE: Duration = Duration::from_mins(10);
const GLANCE: Duration = Duration::from_millis(50);

/// The element with this `data-testid`, once it is there and shown.
///
/// # Errors
/// When it does not appear.
pub async fn shown(browser: &WebDriver, id: &str) -> WebDriverResult<WebElement> {
    act::drawn_anew(async || {
        let there = browser.query(By::Testid(id)).wait(PATIENCE, GLANCE);
        there.and_displayed().first().await
    })
    .await
}

/// The same, once it can also be clicked.
///
/// # Errors
/// When it does not appear or stays disabled.
pub async fn ready(browser: &WebDriver, id: &str) -> WebDriverResult<WebElement> {
    act::drawn_anew(async || {
        let there = browser.query(By::Testid(id)).wait(PATIENCE, GLANCE);
        there.and_displayed().and_enabled().first().await
    })
    .await
}

/// Whether such an element is there now.
///
/// # Errors
/// When the browser does not answer.
pub async fn is_there(browser: &WebDriver, id: &str) -> WebDriverResult<bool> {
    browser.query(By::Testid(id)).nowait().exists().await
}

/// Whether what fits this selector is there now.
///
/// # Errors
/// When the browser does not answer.
pub async fn selected(browser: &WebDriver, css: &str) -> WebDriverResult<bool> {
    browser.query(By::Css(css)).nowait().exists().await
}

/// Waits until what fits this selector is there and shown.
///
/// # Errors
/// When it does not appear.
pub async fn shown_by(browser: &WebDriver, css: &str) -> WebDriverResult<WebElement> {
    act::drawn_anew(async || {
        let there = browser.query(By::Css(css)).wait(PATIENCE, GLANCE);
        there.and_displayed().first().await
    })
    .await
}

/// The numbers that an element carries as `data-*`, once it is there.
///
/// # Errors
/// When it does not appear.
pub async fn numbers(
    browser: &WebDriver,
    id: &str,
    names: &[&str],
) -> WebDriverResult<BTreeMap<String, u64>> {
    // At one moment: what is drawn anew in between is another element.
    let read = "const it = document.querySelector(`[data-testid='${arguments[0]}']`);
        return it && arguments[1].map(name => it.getAttribute(`data-${name}`));";
    let texts = act::eventually(async || {
        let read = browser.execute(read, vec![json!(id), json!(names)]).await?;
        read.convert::<Option<Vec<Option<String>>>>()
    });
    let number = |text: Option<String>| text.and_then(|text| text.parse().ok()).unwrap_or(u64::MAX);
    let numbers = texts.await?.into_iter().map(number);
    Ok(names
        .iter()
        .map(|name| (*name).to_owned())
        .zip(numbers)
        .collect())
}

/// The records of a review, by verdict.
const BEFORE: [&str; 6] = [
    "records",
    "ready",
    "duplicate",
    "conflict",
    "refused",
    "ignored",
];
/// The ready rows of a review, by fate in the tenant.
const FATES: [&str; 5] = [
    "create",
    "update",
    "unchanged",
    "over-quota",
    "tenant-conflict",
];
/// The ready rows of a report, by outcome.
const AFTER: [&str; 4] = ["accepted", "rejected", "unconfirmed", "not-sent"];

/// The review's numbers: records, ready, duplicate, conflict, refused, ignored.
///
/// # Errors
/// When there is no review.
///
/// # Panics
/// When they do not add up.
pub async fn reviewed(browser: &WebDriver) -> WebDriverResult<[u64; 6]> {
    let numbers = numbers(browser, "review-summary", &BEFORE).await?;
    let numbers = BEFORE.map(|name| numbers[name]);
    assert_eq!(
        numbers[0],
        numbers[1..].iter().sum::<u64>(),
        "records are accounted for"
    );
    Ok(numbers)
}

/// The review's numbers once it is compared with the tenant: those of [`reviewed`], and create,
/// update, unchanged, over quota, tenant conflict.
///
/// # Errors
/// When there is no review, or it is not compared.
///
/// # Panics
/// When they do not add up.
pub async fn compared(browser: &WebDriver) -> WebDriverResult<([u64; 6], [u64; 5])> {
    let before = reviewed(browser).await?;
    let fates = numbers(browser, "review-summary", &FATES).await?;
    let fates = FATES.map(|name| fates[name]);
    let sum = fates
        .iter()
        .try_fold(0_u64, |sum, rows| sum.checked_add(*rows));
    assert_eq!(sum, Some(before[1]), "ready rows have a fate: {fates:?}");
    Ok((before, fates))
}

/// Waits until the review's numbers are these.
///
/// # Errors
/// When they never are.
pub async fn sums(browser: &WebDriver, expected: [u64; 6]) -> WebDriverResult<()> {
    act::eventually(async || {
        let now = reviewed(browser).await?;
        Ok((now == expected).then_some(()))
    })
    .await
}

/// The report's numbers: accepted, rejected, unconfirmed, not sent.
///
/// # Errors
/// When there is no report.
///
/// # Panics
/// When they do not add up.
pub async fn reported(browser: &WebDriver) -> WebDriverResult<[u64; 4]> {
    let report = browser.query(By::Testid("report"));
    report.wait(RUN_PATIENCE, GLANCE).first().await?;
    let before = numbers(browser, "report", &BEFORE).await?;
    let after = numbers(browser, "report", &AFTER).await?;
    let after = AFTER.map(|name| after[name]);
    assert_eq!(
        before["ready"],
        after.iter().sum::<u64>(),
        "ready rows are accounted for"
    );
    Ok(after)
}

/// Waits until the page's text holds `part`.
///
/// # Errors
/// When it never does.
pub async fn text(browser: &WebDriver, part: &str) -> WebDriverResult<()> {
    act::come(format!("the text {part:?}"), async || {
        Ok(all_text(browser).await?.contains(part).then_some(()))
    })
    .await
}

/// The text that the page shows.
///
/// # Errors
/// When the browser does not answer.
pub async fn all_text(browser: &WebDriver) -> WebDriverResult<String> {
    let said = browser.execute("return document.body?.innerText ?? ''", Vec::new());
    said.await?.convert()
}

/// Whether the page is hidden.
///
/// # Errors
/// When the browser does not answer.
pub async fn is_hidden(browser: &WebDriver) -> WebDriverResult<bool> {
    let hidden = browser
        .execute("return document.hidden", Vec::new())
        .await?;
    hidden.convert()
}

/// Waits until the element with this `data-testid` or id has the focus.
///
/// # Errors
/// When it never does.
pub async fn focus_at(browser: &WebDriver, name: &str) -> WebDriverResult<()> {
    let focused = "const at = document.activeElement; return at?.dataset?.testid || at?.id || '';";
    act::eventually(async || {
        let at: String = browser.execute(focused, Vec::new()).await?.convert()?;
        Ok((at == name).then_some(()))
    })
    .await
}

/// Starts to watch the page's own timers, for [`most_late`].
///
/// # Errors
/// When the browser does not answer.
pub async fn watch_timers(browser: &WebDriver) -> WebDriverResult<()> {
    browser.execute(TICK, Vec::new()).await?;
    Ok(())
}

/// The longest time, in milliseconds, that the page waited for a timer of half a second.
///
/// # Errors
/// When the browser does not answer.
pub async fn most_late(browser: &WebDriver) -> WebDriverResult<f64> {
    let late = "return Math.max(window.late, performance.now() - window.ticked)";
    browser.execute(late, Vec::new()).await?.convert()
}

const TICK: &str = "
    window.late = 0;
    window.ticked = performance.now();
    const tick = () => {
        window.late = Math.max(window.late, performance.now() - window.ticked);
        window.ticked = performance.now();
        setTimeout(tick, 500);
    };
    setTimeout(tick, 500);";

/// All that the page shows and keeps besides the cache of the sign-in: the document, its address, the
/// history's state, cookies, `localStorage`, and what else is in `sessionStorage`.
///
/// # Errors
/// When the browser does not answer.
pub async fn traces(browser: &WebDriver) -> WebDriverResult<String> {
    browser.execute(TRACES, Vec::new()).await?.convert()
}

const TRACES: &str = "
    const others = Object.entries(sessionStorage).filter(([key]) => !key.startsWith('msal.'));
    const inputs = [...document.querySelectorAll('input, textarea')].map(input => input.value);
    return [
        document.documentElement.outerHTML, location.href, JSON.stringify(history.state),
        document.cookie, JSON.stringify(localStorage), JSON.stringify(others), ...inputs,
    ].join(' ');";

/// The secrets in the cache of the sign-in.
///
/// # Errors
/// When the browser does not answer.
pub async fn secrets(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    browser.execute(SECRETS, Vec::new()).await?.convert()
}

const SECRETS: &str = "
    const read = (text) => { try { return JSON.parse(text); } catch { return null; } };
    return Object.entries(sessionStorage)
        .filter(([key]) => key.startsWith('msal.'))
        .map(([, text]) => read(text)?.secret)
        .filter(secret => typeof secret === 'string' && secret.length > 20);";

/// What the console says, and said before; it says it once. What is broken of the security policy is an
/// error here, since nobody is told of it later.
///
/// # Errors
/// When the browser does not answer, or the policy was broken.
pub async fn console(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    Ability::Console.needed()?;
    let log = browser.browser_log().await?.into_iter();
    let said: Vec<String> = log.map(|entry| entry.message).collect();
    match said.iter().find(|text| is_of_the_policy(text)) {
        Some(broken) => Err(WebDriverError::FatalError(broken.clone())),
        None => Ok(said),
    }
}

fn is_of_the_policy(text: &str) -> bool {
    text.contains("Content Security Policy") || text.contains("Trusted")
}

/// What the console says of a broken security policy; it should be nothing. A page in an engine whose
/// driver does not tell what it says is served with a listener instead; see [`crate::hold`].
///
/// # Errors
/// When the browser does not answer.
pub async fn policy_violations(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    if Ability::Console.needed().is_err() {
        return Ok(Vec::new());
    }
    let log = browser.browser_log().await?;
    Ok(log
        .into_iter()
        .map(|entry| entry.message)
        .filter(|text| is_of_the_policy(text))
        .collect())
}
