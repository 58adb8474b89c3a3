//! Makes the pictures of the page: the README's, or all screens in both themes and two widths.
//!
//! `pictures README-FILE` writes the review at 1280 x 800 to that file; `pictures --all FOLDER`
//! writes each screen, light and dark, at 1280 and 320 pixels, for looking at.

use std::{env, path::Path};

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::{Stage, play},
};
use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult};

/// A table of which nobody can say which column holds indicators.
const UNCLEAR: &str = "Ticket;Seen;Host;Remark\n\
                       4711;2026-11-03;desk 14;opened the mail\n\
                       4712;2026-11-04;desk 15;called the number\n";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--all", folder] => {
            play("pictures", async |stage| {
                all(stage, Path::new(folder)).await
            })
            .await;
        }
        [file] => {
            play("picture", async |stage| {
                readme(stage, Path::new(file)).await
            })
            .await;
        }
        _ => eprintln!("usage: pictures FILE | pictures --all FOLDER"),
    }
}

/// As for who has been here before: without the hints.
const NO_HINTS: &str = "localStorage.setItem('ioculate.help',
    'hint-choose hint-review hint-send hint-report')";

/// The review of the sample file, signed in.
async fn readme(stage: &Stage, file: &Path) -> WebDriverResult<()> {
    let browser = stage.open().await?;
    browser.execute(NO_HINTS, Vec::new()).await?;
    wide(browser, false).await?;
    review_sample(stage).await?;
    browser.screenshot(file).await
}

async fn review_sample(stage: &Stage) -> WebDriverResult<()> {
    let browser = &stage.browser;
    act::sign_in(browser, Account::Analyst).await?;
    see::shown(browser, "account").await?;
    act::drop_file(browser, &rows::sample()).await?;
    see::shown(browser, "review-summary").await?;
    see::shown(browser, "row").await?;
    Ok(())
}

async fn all(stage: &Stage, folder: &Path) -> WebDriverResult<()> {
    let browser = stage.open().await?;
    see::shown(browser, "sign-in").await?;
    each(browser, folder, "signed-out").await?;
    act::sign_in(browser, Account::Analyst).await?;
    see::shown(browser, "account").await?;
    each(browser, folder, "choose").await?;
    act::drop_file(browser, &rows::sample()).await?;
    see::shown(browser, "row").await?;
    each(browser, folder, "review").await?;
    see::shown(browser, "row").await?.click().await?;
    each(browser, folder, "detail").await?;
    act::click(browser, "send").await?;
    see::shown(browser, "confirm-send").await?;
    each(browser, folder, "confirm").await?;
    stage.tenant.faults(json!({ "cors": "off" })).await;
    act::click(browser, "confirm-send").await?;
    see::text(browser, "Ways on").await?;
    each(browser, folder, "refused").await?;
    stage.tenant.faults(json!({ "cors": "on" })).await;

    let browser = stage.open().await?;
    see::shown(browser, "account").await?;
    act::drop_file(browser, &rows::file("export.csv", UNCLEAR)).await?;
    see::shown(browser, "review-summary").await?;
    each(browser, folder, "columns").await?;

    let browser = stage.open().await?;
    see::shown(browser, "account").await?;
    let file = rows::file("large.csv", &rows::portal_csv(8_000));
    act::drop_file(browser, &file).await?;
    see::shown(browser, "review-summary").await?;
    stage
        .tenant
        .faults(json!({ "latency_ms": 3_000, "fail_item_every": 97 }))
        .await;
    act::send(browser).await?;
    see::shown(browser, "pause").await?;
    each(browser, folder, "send").await?;

    let browser = stage.open().await?;
    see::shown(browser, "resume-run").await?;
    each(browser, folder, "unfinished").await?;
    act::click(browser, "resume-run").await?;
    see::shown(browser, "report").await?;
    each(browser, folder, "report").await?;
    let browser = stage.open().await?;
    see::shown(browser, "past-run").await?;
    each(browser, folder, "history").await
}

/// One screen in every width and theme.
async fn each(browser: &WebDriver, folder: &Path, name: &str) -> WebDriverResult<()> {
    std::fs::create_dir_all(folder)?;
    for (width, dark) in [(1280, false), (1280, true), (320, false), (320, true)] {
        set(browser, width, dark).await?;
        let theme = if dark { "dark" } else { "light" };
        browser
            .screenshot(&folder.join(format!("{name}-{width}-{theme}.png")))
            .await?;
    }
    wide(browser, false).await
}

async fn wide(browser: &WebDriver, dark: bool) -> WebDriverResult<()> {
    set(browser, 1280, dark).await
}

async fn set(browser: &WebDriver, width: u32, dark: bool) -> WebDriverResult<()> {
    let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    let cdp = browser.cdp();
    cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    let scheme = if dark { "dark" } else { "light" };
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    cdp.send_raw("Emulation.setEmulatedMedia", media).await?;
    // Two frames, so that what is shown has been laid out anew.
    browser
        .execute_async(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));",
            Vec::new(),
        )
        .await?;
    Ok(())
}
