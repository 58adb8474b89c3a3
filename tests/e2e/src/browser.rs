//! Chromium under chromedriver, on a profile that outlives it.
//!
//! The driver is looked for on `PATH`, or named by `CHROMEDRIVER`; the browser by `CHROMIUM`.

use std::{
    collections::BTreeSet,
    env, fs,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver, error::WebDriverResult};

use crate::traffic;

/// How often a chromedriver is started before a test gives up.
const MOST_STARTS: usize = 5;

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
    /// When there is no chromedriver, or when it ends before it listens, time and again.
    #[must_use]
    pub fn start() -> Self {
        let mut starts = (0..MOST_STARTS).map(|_| Self::listening());
        let started = starts.find_map(|started| started);
        started.expect("chromedriver says on which port it listens")
    }

    /// `None` where it ended: the port it got may be somebody else's in the other family of addresses.
    fn listening() -> Option<Self> {
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
        let port = lines.find_map(|line| {
            let port = line.split("successfully on port ").nth(1)?;
            port.trim_end_matches('.').parse().ok()
        });
        let Some(port) = port else {
            let _ = process.wait();
            return None;
        };
        // The pipe is kept read, or chromedriver stops at a full one.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { process, port })
    }

    /// Opens a browser of 1280 x 800 on this profile.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn open(&self, profile: &Profile, manner: Manner) -> WebDriverResult<WebDriver> {
        let mut arguments: Vec<String> = arguments().into_iter().map(str::to_owned).collect();
        arguments.push(format!("--user-data-dir={}", profile.0.display()));
        arguments.push(traffic::flag(&profile.0));
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
        WebDriver::new(format!("http://localhost:{}", self.port), capabilities).await
    }
}

/// What a browser keeps between two starts; erased when dropped.
#[derive(Debug)]
pub struct Profile(PathBuf);

impl Profile {
    /// An empty one.
    ///
    /// # Panics
    /// When the folder for temporary files cannot be written.
    #[must_use]
    pub fn empty() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("ioculate-profile-{}-{number}", std::process::id());
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a folder for temporary files");
        Self(folder)
    }

    /// The origins that its pages have asked, as its browsers logged them until they ended.
    #[must_use]
    pub fn asked(&self) -> BTreeSet<String> {
        traffic::origins(&self.0)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The last processes of a browser may still write while they end.
        let _ = fs::remove_dir_all(&self.0).or_else(|_| fs::remove_dir_all(&self.0));
    }
}

/// How a browser treats pages that are not looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// As chromedriver wants it: as if they were looked at.
    #[default]
    Even,
    /// As users have it, only sooner: a page that was hidden for a minute has its timers once a
    /// minute.
    Throttling,
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

/// The browser's own process. It is ended when this is dropped, so that a scene that fails leaves
/// nothing behind.
#[derive(Debug)]
pub struct Process(String);

impl Process {
    /// The one of this session.
    ///
    /// # Panics
    /// When chromedriver does not say which it is.
    #[must_use]
    pub fn of(browser: &WebDriver) -> Self {
        let id = browser.capabilities().get("goog:processID");
        let id = id.and_then(serde_json::Value::as_u64);
        Self(id.expect("chromedriver says which process").to_string())
    }

    /// Ends it as a power cut would: by SIGKILL, which it cannot answer.
    ///
    /// # Panics
    /// When there is no `kill` or `ps`.
    pub async fn kill(&self) {
        self.strike();
        while self.is_alive() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    fn strike(&self) {
        let killed = Command::new("kill").args(["-9", &self.0]).status();
        assert!(killed.is_ok_and(|status| status.success()), "kill -9");
    }

    fn is_alive(&self) -> bool {
        let said = Command::new("ps")
            .args(["-o", "stat=", "-p", &self.0])
            .output();
        let said = said.map(|said| said.stdout).unwrap_or_default();
        let said = String::from_utf8(said).unwrap_or_default();
        !said.trim().is_empty() && !said.trim().starts_with('Z')
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.is_alive() {
            self.strike();
        }
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
