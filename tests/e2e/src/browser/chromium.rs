//! Chromium under chromedriver.
//!
//! The driver is looked for on `PATH`, or named by `CHROMEDRIVER`; the browser by `CHROMIUM`.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::json;
use thirtyfour::{Capabilities, error::WebDriverResult};

use super::{Manner, Started, named};
use crate::traffic;

/// `None` where it ended: the port it got may be somebody else's in the other family of addresses.
pub(super) fn started() -> Option<Started> {
    let mut driver = Command::new(named("CHROMEDRIVER", "chromedriver"));
    // It first repeats the port that it was asked for, then says which one it got.
    Started::listening(driver.arg("--port=0"), |line| {
        let port = line.split("successfully on port ").nth(1)?;
        port.trim_end_matches('.').parse().ok()
    })
}

pub(super) fn capabilities(profile: &Path, manner: Manner) -> WebDriverResult<Capabilities> {
    let mut arguments: Vec<String> = arguments().into_iter().map(str::to_owned).collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.push(traffic::flag(profile));
    arguments.extend(manner.flag().map(str::to_owned));
    // The page speaks what the browser prefers; scenes read English, on whatever machine.
    let mut options = json!({
        "args": arguments,
        "excludeSwitches": manner.without(),
        "prefs": { "intl.accept_languages": "en-US,en" },
    });
    if let Some(binary) = env::var_os("CHROMIUM").map(PathBuf::from) {
        options["binary"] = json!(binary);
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "chrome")?;
    capabilities.set("goog:chromeOptions", options)?;
    capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
    Ok(capabilities)
}

impl Manner {
    const fn flag(self) -> Option<&'static str> {
        match self {
            Self::Even => None,
            Self::Throttling => {
                Some("--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/10")
            }
        }
    }

    /// What chromedriver sets and must not here.
    const fn without(self) -> &'static [&'static str] {
        match self {
            Self::Even => &[],
            Self::Throttling => &[
                "disable-background-timer-throttling",
                "disable-backgrounding-occluded-windows",
            ],
        }
    }
}

/// Headless, quiet on the network, and startable as root.
fn arguments() -> Vec<&'static str> {
    let mut arguments = vec![
        "--headless=new",
        "--window-size=1280,800",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
    ];
    if env::var_os("HOME").is_some_and(|home| home == "/root") || env::var_os("CI").is_some() {
        arguments.push("--no-sandbox");
    }
    arguments
}
