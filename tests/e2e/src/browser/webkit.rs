//! `WebKitGTK` under `WebKitWebDriver`, which holds one browser at a time, on a screen of its own.
//!
//! The driver is looked for on `PATH`, or named by `WEBKIT_DRIVER`; the screen's server by `XVFB`.

use std::{
    io::{BufRead as _, BufReader},
    net::TcpStream,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::json;
use thirtyfour::{Capabilities, error::WebDriverResult};

use super::{Started, named};
use crate::{see::PATIENCE, server};

/// How long a page may take to be there, and to answer.
pub(super) const ANSWERED: Duration = Duration::from_secs(40);

/// It says nothing once it listens, so it is asked.
pub(super) fn started() -> Option<Started> {
    let screen = Screen::start()?;
    let port = server::free_port();
    let mut process = Command::new(named("WEBKIT_DRIVER", "WebKitWebDriver"))
        .arg(format!("--port={port}"))
        .env("DISPLAY", &screen.name)
        // The page speaks what the browser prefers, and that is what is said here.
        .env("LC_ALL", "en_US.UTF-8")
        .env_remove("LANGUAGE")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        // It cannot be had as root.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("WebKitWebDriver does not start: {error}"));
    let deadline = Instant::now() + PATIENCE;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if Instant::now() > deadline || !matches!(process.try_wait(), Ok(None)) {
            let _ = process.kill();
            let _ = process.wait();
            return None;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Some(Started {
        process,
        port,
        screen: Some(screen),
    })
}

pub(super) fn capabilities() -> WebDriverResult<Capabilities> {
    let mut capabilities = Capabilities::new();
    capabilities.set(
        "webkitgtk:browserOptions",
        json!({ "args": ["--automation"] }),
    )?;
    Ok(capabilities)
}

/// A screen that nobody sees. What is shown on it ends with it.
#[derive(Debug)]
pub(super) struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    fn start() -> Option<Self> {
        let mut server = Command::new(named("XVFB", "Xvfb"))
            .args(["-displayfd", "1", "-screen", "0", "1400x4400x24"])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb does not start: {error}"));
        let output = server.stdout.take().expect("stdout is piped");
        let number = BufReader::new(output).lines().map_while(Result::ok).next();
        let screen = Self {
            server,
            name: format!(":{}", number.as_deref().unwrap_or_default()),
        };
        number.map(|_| screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
