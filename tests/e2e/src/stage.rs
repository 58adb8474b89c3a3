//! An emulator that serves the built page, and a browser that opens it.

use std::{env, fs, path::PathBuf};

use ioculate_emulator::{Emulator, Options, Running};
use thirtyfour::{WebDriver, error::WebDriverResult};

use crate::{
    act::{self, Account},
    browser::Driver,
    see,
    tenant::Tenant,
};

/// Everything a scene needs. The emulator and the driver end with it.
pub struct Stage {
    /// The browser, on no page yet.
    pub browser: WebDriver,
    /// What the service holds.
    pub tenant: Tenant,
    /// The page's address.
    pub page: String,
    /// The API base that the page is configured with.
    pub api: String,
    /// What serves the page and the API.
    pub emulator: Running,
    _driver: Driver,
}

impl Stage {
    async fn set() -> WebDriverResult<Self> {
        let options = Options {
            site: Some(built_page()),
            ..Options::default()
        };
        let emulator = Emulator::start(options).expect("the emulator starts");
        let driver = Driver::start();
        Ok(Self {
            browser: driver.open().await?,
            tenant: Tenant::new(&emulator.manage),
            page: emulator.page.clone(),
            api: emulator.api.clone(),
            emulator,
            _driver: driver,
        })
    }

    /// Opens the page.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn open(&self) -> WebDriverResult<&WebDriver> {
        self.browser.goto(&self.page).await?;
        Ok(&self.browser)
    }
}

impl Stage {
    /// Opens the page, and signs in by the redirect.
    ///
    /// # Errors
    /// When a step does not appear.
    pub async fn signed_in(&self, account: Account) -> WebDriverResult<&WebDriver> {
        let browser = self.open().await?;
        act::sign_in(browser, account).await?;
        see::shown(browser, "account").await?;
        Ok(browser)
    }
}

/// Plays one scene: sets the stage, acts, and checks that nothing broke the security policy. A scene
/// that fails leaves a picture and the console's words in `test-results`.
///
/// # Panics
/// When the scene fails.
pub async fn play(name: &str, scene: impl AsyncFnOnce(&Stage) -> WebDriverResult<()>) {
    let stage = Stage::set()
        .await
        .unwrap_or_else(|error| panic!("{name}: no stage: {error}"));
    let ended = Box::pin(scene(&stage)).await;
    if ended.is_err() {
        keep_evidence(name, &stage.browser).await;
    }
    let violations = see::policy_violations(&stage.browser)
        .await
        .unwrap_or_default();
    let _ = stage.browser.clone().quit().await;
    ended.unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(
        violations, [""; 0],
        "{name}: the security policy was broken"
    );
}

async fn keep_evidence(name: &str, browser: &WebDriver) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../test-results");
    let _ = fs::create_dir_all(&folder);
    let _ = browser
        .screenshot(&folder.join(format!("{name}.png")))
        .await;
    for entry in browser.browser_log().await.unwrap_or_default() {
        eprintln!("{name}: console: {}", entry.message);
    }
}

/// Whether this is the full run, in which times are held to their promises.
#[must_use]
pub fn is_full_run() -> bool {
    env::var_os("IOCULATE_FULL").is_some()
}

/// Where the built page lies: `IOCULATE_DIST`, else `dist`.
fn built_page() -> PathBuf {
    let dist = env::var_os("IOCULATE_DIST").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
        PathBuf::from,
    );
    assert!(
        dist.join("index.html").is_file(),
        "there is no built page in {}; run `cargo xtask test`, or `cargo xtask build` first",
        dist.display()
    );
    dist
}
