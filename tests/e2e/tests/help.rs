//! What explains the page: the pages of findings, the licences, help and its keys, the hints.

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::play,
};
use thirtyfour::{WebDriver, error::WebDriverResult, prelude::*};

/// A list with an address that is none.
const BAD: &str = "198.51.100.256\n198.51.100.7\n";

/// Goes on in the window that has been opened.
async fn follow(browser: &WebDriver) -> WebDriverResult<()> {
    let page = browser.window().await?;
    let opened = act::eventually(async || {
        let mut windows = browser.windows().await?.into_iter();
        Ok(windows.find(|window| *window != page))
    });
    browser.switch_to_window(opened.await?).await
}

/// What the page that is open was answered with, and how many stylesheets hold in it. Not every engine tells
/// a page the first: there its address is asked once more.
async fn answered(browser: &WebDriver) -> WebDriverResult<(u64, u64)> {
    let read = "return [performance.getEntriesByType('navigation')[0].responseStatus ?? null,
        document.styleSheets.length]";
    let (told, sheets): (Option<u64>, u64) = browser.execute(read, Vec::new()).await?.convert()?;
    if let Some(told) = told {
        return Ok((told, sheets));
    }
    let asked = reqwest::get(browser.current_url().await?).await;
    Ok((asked.expect("an answer").status().as_u16().into(), sheets))
}

async fn heading(browser: &WebDriver) -> WebDriverResult<String> {
    browser.find(By::Tag("h1")).await?.text().await
}

#[tokio::test]
async fn a_finding_leads_to_its_page_and_that_to_all_others() {
    play("help-finding", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        act::paste(browser, BAD).await?;
        see::reviewed(browser).await?;
        let link = see::shown(browser, "why").await?;
        assert!(link.text().await?.contains("Why?"));
        let name = link.prop("textContent").await?;
        assert_eq!(name.as_deref(), Some("Why? bad-octet"));
        assert_eq!(
            link.attr("rel").await?.as_deref(),
            Some("noopener noreferrer")
        );
        link.click().await?;
        follow(browser).await?;
        act::eventually(async || {
            let there = browser.current_url().await?;
            Ok(there.path().ends_with("/help/bad-octet.html").then_some(()))
        })
        .await?;
        assert_eq!(answered(browser).await?, (200, 1));
        assert_eq!(heading(browser).await?, "bad-octet: Not an IP address");
        see::text(browser, "198.51.100.256").await?;
        let all = By::LinkText("What is said about files and rows");
        browser.find(all).await?.click().await?;
        see::text(browser, "Each finding has a stable code").await?;
        browser
            .find(By::LinkText("empty-file"))
            .await?
            .click()
            .await?;
        see::text(browser, "What to do").await?;
        assert_eq!(heading(browser).await?, "empty-file: Empty file");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_licences_name_what_is_inside() {
    play("help-licences", async |stage| {
        let browser = &stage.browser;
        browser
            .goto(format!("{}/licences.html", stage.page))
            .await?;
        assert_eq!(answered(browser).await?, (200, 1));
        let said = "return document.getElementById('main').innerText";
        let said: String = browser.execute(said, Vec::new()).await?.convert()?;
        // What stands between cells differs.
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in [
            "yew",
            "@azure/msal-browser 5.29.0 MIT",
            "MPL-2.0",
            "CC0-1.0",
            "Unicode-3.0",
            "Permission is hereby granted, free of charge",
        ] {
            assert!(said.contains(part), "{part}");
        }
        Ok(())
    })
    .await;
}

/// Presses keys wherever the focus is.
async fn strike(browser: &WebDriver, keys: impl Into<TypingData>) -> WebDriverResult<()> {
    browser.action_chain().send_keys(keys).perform().await
}

/// Presses Ctrl+Enter.
async fn main_button(browser: &WebDriver) -> WebDriverResult<()> {
    let held = browser.action_chain().key_down(Key::Control);
    let pressed = held.send_keys(Key::Enter).key_up(Key::Control);
    pressed.perform().await
}

async fn gone(browser: &WebDriver, id: &str) -> WebDriverResult<()> {
    act::eventually(async || Ok((!see::is_there(browser, id).await?).then_some(()))).await
}

/// Takes the focus to what has this `data-testid`, without pressing it.
async fn focus(browser: &WebDriver, id: &str) -> WebDriverResult<()> {
    see::shown(browser, id).await?.focus().await?;
    see::focus_at(browser, id).await
}

#[tokio::test]
async fn keys_open_help_and_lead_to_the_search() {
    play("help-keys", async |stage| {
        let browser = stage.review(&rows::portal_csv(30)).await?;
        focus(browser, "theme").await?;
        strike(browser, "?").await?;
        assert!(!see::is_there(browser, "help-dialog").await?, "in a choice");
        focus(browser, "tenant-view").await?;
        strike(browser, "?").await?;
        see::shown(browser, "help-dialog").await?;
        let versions = see::shown(browser, "versions").await?.text().await?;
        for part in ["msal-browser", "5.29.0", "publicsuffix.org", "MISP"] {
            assert!(versions.contains(part), "{part}: {versions}");
        }
        // A question, or help, lies over the main button.
        main_button(browser).await?;
        act::escape(browser).await?;
        gone(browser, "help-dialog").await?;
        see::focus_at(browser, "tenant-view").await?;
        assert!(!see::is_there(browser, "confirm-send").await?);

        strike(browser, "/").await?;
        see::focus_at(browser, "search").await?;
        strike(browser, "?/").await?;
        let search = see::shown(browser, "search").await?;
        assert_eq!(search.prop("value").await?.as_deref(), Some("?/"));
        strike(browser, Key::Backspace + Key::Backspace).await?;

        focus(browser, "tenant-view").await?;
        see::ready(browser, "send").await?;
        main_button(browser).await?;
        see::shown(browser, "confirm-send").await?;
        main_button(browser).await?;
        act::escape(browser).await?;
        gone(browser, "confirm-send").await?;
        see::ready(browser, "send").await?;
        assert_eq!(
            stage.tenant.state().await.arrivals("POST", "/import").len(),
            0
        );

        act::click(browser, "help").await?;
        act::click(browser, "single-keys").await?;
        act::escape(browser).await?;
        gone(browser, "help-dialog").await?;
        browser.refresh().await?;
        focus(browser, "tenant-view").await?;
        strike(browser, "?").await?;
        act::click(browser, "help").await?;
        let box_ = see::shown(browser, "single-keys").await?;
        assert!(!box_.is_selected().await?);
        Ok(())
    })
    .await;
}

/// Presses a button of the hint with this `data-testid`.
async fn dismiss(browser: &WebDriver, hint: &str, words: &str) -> WebDriverResult<()> {
    see::shown(browser, hint).await?;
    act::press_in(browser, hint, "", words).await
}

#[tokio::test]
async fn hints_stay_dismissed_until_they_are_wanted_again() {
    play("help-hints", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        dismiss(browser, "hint-choose", "Close").await?;
        gone(browser, "hint-choose").await?;
        browser.refresh().await?;
        act::drop_file(browser, &rows::sample()).await?;
        see::shown(browser, "hint-review").await?;
        assert!(!see::is_there(browser, "hint-choose").await?);
        assert!(!see::is_there(browser, "hint-send").await?);
        // What the comparison adds would move the hint from under the mouse.
        see::ready(browser, "send").await?;
        dismiss(browser, "hint-review", "Close").await?;
        see::shown(browser, "hint-send").await?;
        act::send(browser).await?;
        see::reported(browser).await?;
        dismiss(browser, "hint-report", "No more hints").await?;
        gone(browser, "hint-report").await?;

        browser.refresh().await?;
        see::shown(browser, "account").await?;
        act::drop_file(browser, &rows::sample()).await?;
        see::reviewed(browser).await?;
        for hint in ["hint-choose", "hint-review", "hint-send"] {
            assert!(!see::is_there(browser, hint).await?, "{hint}");
        }
        act::click(browser, "help").await?;
        act::press(browser, "Show the hints again").await?;
        act::escape(browser).await?;
        see::shown(browser, "hint-review").await?;
        Ok(())
    })
    .await;
}
