//! One Chromium under chromedriver, with a profile of its own.
//!
//! The driver is looked for on `PATH`, or named by `CHROMEDRIVER`; the browser by `CHROMIUM`.

use std::{
    env,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver, error::WebDriverResult};

/// A running chromedriver; killed when dropped.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts chromedriver on a free port and waits until it listens.
    ///
    /// # Panics
    /// When there is no chromedriver, or when it ends before it listens.
    #[must_use]
    pub fn start() -> Self {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let output = process.stdout.take().expect("stdout is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        // It first repeats the port that it was asked for, then says which one it got.
        let port = lines
            .find_map(|line| {
                let port = line.split("successfully on port ").nth(1)?;
                port.trim_end_matches('.').parse().ok()
            })
            .expect("chromedriver says on which port it listens");
        // The pipe is kept read, or chromedriver stops at a full one.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, port }
    }

    /// Opens a browser of 1280 x 800 with an empty profile.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn open(&self) -> WebDriverResult<WebDriver> {
        let mut options = json!({ "args": arguments() });
        if let Some(binary) = env::var_os("CHROMIUM").map(PathBuf::from) {
            options["binary"] = json!(binary);
        }
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "chrome")?;
        capabilities.set("goog:chromeOptions", options)?;
        capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        WebDriver::new(format!("http://localhost:{}", self.port), capabilities).await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
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
