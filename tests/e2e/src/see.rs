//! What a user sees.

use std::{collections::BTreeMap, time::Duration};

use thirtyfour::{error::WebDriverResult, prelude::*};

use crate::act;

/// How long a test waits for a condition before it fails. Machines are shared and slow.
pub const PATIENCE: Duration = Duration::from_mins(1);
const GLANCE: Duration = Duration::from_millis(50);

/// The element with this `data-testid`, once it is there and shown.
///
/// # Errors
/// When it does not appear.
pub async fn shown(browser: &WebDriver, id: &str) -> WebDriverResult<WebElement> {
    browser
        .query(By::Testid(id))
        .wait(PATIENCE, GLANCE)
        .and_displayed()
        .first()
        .await
}

/// The same, once it can also be clicked.
///
/// # Errors
/// When it does not appear or stays disabled.
pub async fn ready(browser: &WebDriver, id: &str) -> WebDriverResult<WebElement> {
    browser
        .query(By::Testid(id))
        .wait(PATIENCE, GLANCE)
        .and_displayed()
        .and_enabled()
        .first()
        .await
}

/// Whether such an element is there now.
///
/// # Errors
/// When the browser does not answer.
pub async fn is_there(browser: &WebDriver, id: &str) -> WebDriverResult<bool> {
    browser.query(By::Testid(id)).nowait().exists().await
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
    let element = browser
        .query(By::Testid(id))
        .wait(PATIENCE, GLANCE)
        .first()
        .await?;
    let mut numbers = BTreeMap::new();
    for name in names {
        let text = element
            .attr(format!("data-{name}"))
            .await?
            .unwrap_or_default();
        numbers.insert((*name).to_owned(), text.parse().unwrap_or(u64::MAX));
    }
    Ok(numbers)
}

/// Waits until the page's text holds `part`.
///
/// # Errors
/// When it never does.
pub async fn text(browser: &WebDriver, part: &str) -> WebDriverResult<()> {
    act::eventually(async || {
        let said = browser
            .execute("return document.body.innerText", Vec::new())
            .await?;
        let said: String = said.convert()?;
        Ok(said.contains(part).then_some(()))
    })
    .await
}

/// What the console says of a broken security policy; it should be nothing.
///
/// # Errors
/// When the browser does not answer.
pub async fn policy_violations(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    let log = browser.browser_log().await?;
    let broken =
        |text: &String| text.contains("Content Security Policy") || text.contains("Trusted");
    Ok(log
        .into_iter()
        .map(|entry| entry.message)
        .filter(broken)
        .collect())
}
