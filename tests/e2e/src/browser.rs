//! A browser under its driver, on a profile that outlives it. [`crate::engine`] says which one it is.

use std::{
    collections::BTreeSet,
    env,
    ffi::OsString,
    fs,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use thirtyfour::{
    WebDriver,
    error::{WebDriverErrorInner, WebDriverResult},
};

use crate::{
    engine::{Ability, Engine},
    layout, traffic,
};

mod chromium;
mod firefox;
mod webkit;

/// How often a driver is started before a test gives up.
const MOST_STARTS: usize = 5;

/// How often a profile is removed before it is left to whoever clears the folder for temporary files.
const MOST_REMOVALS: usize = 100;

/// A running driver; killed when dropped.
#[derive(Debug)]
pub struct Driver(Started);

#[derive(Debug)]
struct Started {
    process: Child,
    port: u16,
    /// What is dropped after the driver.
    #[expect(dead_code, reason = "held as long as the driver runs")]
    screen: Option<webkit::Screen>,
}

impl Started {
    /// Starts a driver that says in a line on which port it listens. `None` where it ends before.
    fn listening(driver: &mut Command, port: impl Fn(&str) -> Option<u16>) -> Option<Self> {
        let program = driver.get_program().to_owned();
        let mut process = driver
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let output = process.stdout.take().expect("stdout is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let Some(port) = lines.find_map(|line| port(&line)) else {
            let _ = process.wait();
            return None;
        };
        // The pipe is kept read, or the driver stops at a full one.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self {
            process,
            port,
            screen: None,
        })
    }
}

/// The program that a variable names, else the one of this name.
fn named(variable: &str, program: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| program.into())
}

impl Driver {
    /// Starts the engine's driver on a free port and waits until it listens.
    ///
    /// # Panics
    /// When there is none, or when it ends before it listens, time and again.
    #[must_use]
    pub fn start() -> Self {
        let start = match Engine::played() {
            Engine::Chromium => chromium::started,
            Engine::Firefox => firefox::started,
            Engine::WebKit => webkit::started,
        };
        let started = (0..MOST_STARTS).find_map(|_| start());
        Self(started.expect("the driver says on which port it listens"))
    }

    /// Opens a browser of 1280 x 800 on this profile. A driver that breaks off while its browser starts is
    /// started anew.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn open(&mut self, profile: &Profile, manner: Manner) -> WebDriverResult<WebDriver> {
        if manner == Manner::Throttling {
            Ability::Throttling.needed()?;
        }
        for _ in 1..MOST_STARTS {
            match self.begin(profile, manner).await {
                Err(error) if matches!(*error, WebDriverErrorInner::HttpError(_)) => {
                    let ended = self.0.process.try_wait();
                    eprintln!(
                        "the driver broke off, and is started anew: {error}, ended: {ended:?}"
                    );
                    *self = Self::start();
                }
                begun => return begun,
            }
        }
        self.begin(profile, manner).await
    }

    async fn begin(&self, profile: &Profile, manner: Manner) -> WebDriverResult<WebDriver> {
        let engine = Engine::played();
        let capabilities = match engine {
            Engine::Chromium => chromium::capabilities(&profile.0, manner)?,
            Engine::Firefox => firefox::capabilities(&profile.0)?,
            Engine::WebKit => webkit::capabilities()?,
        };
        let address = format!("http://127.0.0.1:{}", self.0.port);
        let browser = WebDriver::new(address, capabilities).await?;
        if engine != Engine::Chromium {
            let (width, height) = layout::USUAL;
            browser.set_window_rect(0, 0, width, height).await?;
        }
        if engine == Engine::WebKit {
            // It may never answer what is asked of a page that is being left.
            browser.set_page_load_timeout(webkit::ANSWERED).await?;
        }
        Ok(browser)
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

    /// The addresses that its pages have asked, as its browsers logged them until they ended.
    #[must_use]
    pub fn asked(&self) -> BTreeSet<String> {
        traffic::addresses(&self.0)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The last processes of a browser may still write while they end.
        for _ in 0..MOST_REMOVALS {
            if fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
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

/// The browser's own process. It is ended when this is dropped, so that a scene that fails leaves
/// nothing behind.
#[derive(Debug)]
pub struct Process(Option<String>);

impl Process {
    /// The one of this session, where the driver says which it is.
    #[must_use]
    pub fn of(browser: &WebDriver) -> Self {
        let names = ["goog:processID", "moz:processID"];
        let told = names.map(|name| browser.capabilities().get(name));
        let id = told
            .into_iter()
            .flatten()
            .find_map(serde_json::Value::as_u64);
        Self(id.map(|id| id.to_string()))
    }

    /// Ends it as a power cut would: by SIGKILL, which it cannot answer.
    ///
    /// # Errors
    /// Where the driver does not say which it is.
    ///
    /// # Panics
    /// When there is no `kill` or `ps`.
    pub async fn kill(&self) -> WebDriverResult<()> {
        Ability::Killing.needed()?;
        self.strike();
        while self.is_alive() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    fn strike(&self) {
        let id = self.0.as_deref().expect("the driver says which process");
        let killed = Command::new("kill").args(["-9", id]).status();
        assert!(killed.is_ok_and(|status| status.success()), "kill -9");
    }

    fn is_alive(&self) -> bool {
        let Some(id) = &self.0 else { return false };
        let said = Command::new("ps").args(["-o", "stat=", "-p", id]).output();
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
        let _ = self.0.process.kill();
        let _ = self.0.process.wait();
    }
}
