//! Firefox under geckodriver, which holds one browser at a time.
//!
//! The driver is looked for on `PATH`, or named by `GECKODRIVER`; the browser by `FIREFOX`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::json;
use thirtyfour::{Capabilities, error::WebDriverResult};

use super::{Started, named};

pub(super) fn started() -> Option<Started> {
    let mut driver = Command::new(named("GECKODRIVER", "geckodriver"));
    // Several run at once: none may take a port that it was not given.
    driver.args(["--port", "0", "--websocket-port", "0"]);
    Started::listening(&mut driver, |line| {
        let place = line.split("Listening on ").nth(1)?;
        place.rsplit(':').next()?.trim().parse().ok()
    })
}

/// The browser's own bars are not there: its driver sends keys to the page alone, so that none of them would
/// lead out of the bars again.
const WITHOUT_BARS: &str = "#navigator-toolbox { display: none !important }";

pub(super) fn capabilities(profile: &Path) -> WebDriverResult<Capabilities> {
    let chrome = profile.join("chrome");
    fs::create_dir_all(&chrome)?;
    fs::write(chrome.join("userChrome.css"), WITHOUT_BARS)?;
    let mut options = json!({
        "args": ["-headless", "-profile", profile],
        "prefs": {
            "intl.accept_languages": "en-US,en",
            // A file of JSON is a document of its origin, not of a viewer.
            "devtools.jsonview.enabled": false,
            "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        },
    });
    if let Some(binary) = env::var_os("FIREFOX").map(PathBuf::from) {
        options["binary"] = json!(binary);
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "firefox")?;
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}
