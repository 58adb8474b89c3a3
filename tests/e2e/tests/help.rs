//! What explains the page: the pages of findings, the licences.

use ioculate_e2e::{
    act::{self, Account},
    see,
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

/// What the page that is open was answered with, and how many stylesheets hold in it.
async fn answered(browser: &WebDriver) -> WebDriverResult<(u64, u64)> {
    let read = "return [performance.getEntriesByType('navigation')[0].responseStatus,
        document.styleSheets.length]";
    browser.execute(read, Vec::new()).await?.convert()
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
        let there = browser.current_url().await?;
        assert!(there.path().ends_with("/help/bad-octet.html"), "{there}");
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
        let said = browser.find(By::Id("main")).await?.text().await?;
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
