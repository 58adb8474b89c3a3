//! Files that were changed where they lie are refused, each held to the hash that was built in.

use std::fs;

use ioculate_e2e::{
    act::{self, Account},
    evidence, rows, see,
    server::Program,
    stage::{Setting, Stage, play_in},
};
use thirtyfour::{WebDriver, error::WebDriverResult};

/// A section of a program that a browser passes over.
const SECTION: &[u8] = b"\0\x02\x01x";

/// Adds what changes nothing to each file of the folder whose name begins and ends so, as whoever may write
/// there could: without its hash each would be taken.
fn change(stage: &Stage, start: &str, end: &str) {
    let mut changed = 0;
    for entry in fs::read_dir(stage.folder()).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !(name.starts_with(start) && name.ends_with(end)) {
            continue;
        }
        let packed = path.with_file_name(format!("{name}.br"));
        let mut bytes = fs::read(&path).expect("a file");
        let is_program = path.extension().is_some_and(|kind| kind == "wasm");
        bytes.extend(if is_program { SECTION } else { b" " });
        fs::remove_file(&path).expect("the file");
        fs::write(&path, bytes).expect("a file");
        fs::remove_file(packed).expect("its packed form");
        changed += 1;
    }
    assert!(changed > 0, "{start}*{end} is no file");
}

/// Plays a scene on a copy of the page in which one file is changed.
async fn changed(
    what: &str,
    (start, end): (&str, &str),
    scene: impl AsyncFnOnce(&WebDriver) -> WebDriverResult<()>,
) {
    let Some(setting) = Setting::behind(Program::Nginx, "commercial") else {
        return;
    };
    play_in(&format!("changed-{start}"), setting, async |stage| {
        change(stage, start, end);
        scene(stage.open().await?).await
    })
    .await;
    evidence::note(
        "a file that was changed",
        what,
        "refused by its hash",
        "nginx",
    );
}

async fn asked(browser: &WebDriver, what: &str) -> WebDriverResult<bool> {
    browser.execute(what, Vec::new()).await?.convert()
}

#[tokio::test]
async fn the_pages_program() {
    changed(
        "the page's program",
        ("ioculate-app-", ".wasm"),
        async |browser| see::text(browser, "did not load").await,
    )
    .await;
}

#[tokio::test]
async fn a_later_part_of_the_program() {
    let file = ("ioculate-later-", ".wasm");
    changed(
        "a later part of the page's program",
        file,
        async |browser| see::text(browser, "did not load").await,
    )
    .await;
}

#[tokio::test]
async fn a_later_part_of_the_worker() {
    let file = ("ioculate-worker-readers-", ".wasm");
    changed(
        "a later part of the worker's program",
        file,
        async |browser| {
            let report = rows::of_bytes("report.txt", b"The host evil[.]example served the file.");
            act::drop_file(browser, &report).await?;
            see::text(browser, "did not load").await
        },
    )
    .await;
}

#[tokio::test]
async fn the_workers_program() {
    changed(
        "the worker's program",
        ("ioculate-worker-", "_bg.wasm"),
        async |browser| {
            see::text(
                browser,
                "The part of this page that holds your list has stopped",
            )
            .await
        },
    )
    .await;
}

#[tokio::test]
async fn the_program_that_unpacks() {
    changed(
        "the program that unpacks",
        ("ioculate-unpack-", "_bg.wasm"),
        async |browser| {
            let archive = rows::of_bytes("changed.zip", b"PK\x03\x04");
            act::drop_file(browser, &archive).await?;
            see::text(browser, "did not load").await
        },
    )
    .await;
}

#[tokio::test]
async fn the_style_sheet() {
    changed("the style sheet", ("style-", ".css"), async |browser| {
        see::ready(browser, "sign-in").await?;
        let styled = "return [...document.styleSheets].some(it => it.cssRules.length > 0)";
        assert!(!asked(browser, styled).await?, "it is in use");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_library_that_signs_in() {
    changed(
        "the sign-in library",
        ("msal-browser-", ".min.js"),
        async |browser| {
            see::text(browser, "msal-browser-").await?;
            assert!(
                !asked(browser, "return 'msal' in globalThis").await?,
                "it runs"
            );
            Ok(())
        },
    )
    .await;
}

/// It stands between the sign-in's answer and the page.
#[tokio::test]
async fn the_bridge_that_hands_the_sign_in_over() {
    changed(
        "the redirect bridge",
        ("msal-redirect-bridge-", ".min.js"),
        async |browser| {
            act::sign_in(browser, Account::Analyst).await?;
            see::text(browser, "The sign-in cannot be finished").await?;
            let runs = "return 'msalRedirectBridge' in globalThis";
            assert!(!asked(browser, runs).await?, "it runs");
            Ok(())
        },
    )
    .await;
}

#[tokio::test]
async fn the_lists_of_the_guard() {
    changed(
        "the guard's lists",
        ("guard-lists-", ".bin"),
        async |browser| {
            act::drop_file(browser, &rows::fixture("portal.csv")).await?;
            see::text(browser, "public lists").await
        },
    )
    .await;
}

#[tokio::test]
async fn a_language() {
    changed("a language", ("messages-de-", ".txt"), async |browser| {
        see::ready(browser, "sign-in").await?;
        let choose = "const choice = document.querySelector('[data-testid=language]');
            choice.selectedIndex = [...choice.options].findIndex(it => it.lang === 'de');
            choice.dispatchEvent(new Event('change', { bubbles: true })); return true";
        asked(browser, choose).await?;
        see::text(browser, "Deutsch").await?;
        assert!(!asked(browser, "return document.documentElement.lang === 'de'").await?);
        Ok(())
    })
    .await;
}
