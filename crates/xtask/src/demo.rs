//! `cargo xtask demo`: the page and an emulated Defender on localhost.
//!
//! Standard output carries one line, the emulator's `ready http://localhost:PORT/`.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    Outcome,
    build::{self, Effort},
    command::{self, say},
    place,
};

/// The chore that the demo leaves behind to open the browser.
pub(crate) const OPEN_WHEN_READY: &str = "open-when-ready";

#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: u16,
    manage_port: u16,
    open: bool,
    effort: Effort,
}

impl Options {
    fn read(words: &[String]) -> Outcome<Self> {
        let mut options = Self {
            port: 8080,
            manage_port: 8081,
            open: true,
            effort: Effort::Release,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--port" => options.port = port(word, words.next())?,
                "--manage-port" => options.manage_port = port(word, words.next())?,
                "--no-open" => options.open = false,
                "--dev" => options.effort = Effort::Quick,
                other => return Err(format!("demo does not know \"{other}\"\n{}", crate::USAGE)),
            }
        }
        options.distinct()
    }

    fn distinct(self) -> Outcome<Self> {
        if self.port == self.manage_port {
            return Err(format!(
                "the page and the manage port cannot both be {}: choose another --manage-port",
                self.port
            ));
        }
        self.api_port()?;
        Ok(self)
    }

    /// The API answers on a port of its own, so that the browser's cross-origin rules are real.
    fn api_port(&self) -> Outcome<u16> {
        let last = self.port.max(self.manage_port);
        last.checked_add(1)
            .ok_or_else(|| "the API takes the port after the higher one: choose lower ports".into())
    }
}

fn port(option: &str, value: Option<&String>) -> Outcome<u16> {
    let number = value.and_then(|text| text.parse().ok());
    number
        .filter(|port| *port > 0)
        .ok_or_else(|| format!("{option} takes a port number from 1 to 65535"))
}

/// `demo [--port N] [--manage-port N] [--no-open] [--dev]`: runs until it is ended.
pub(crate) fn run(words: &[String]) -> Outcome {
    let options = Options::read(words)?;
    let dist = build::page(options.effort, place::root().join("dist"))?;
    let mut emulator = emulator()?;
    emulator
        .arg("--site")
        .arg(dist)
        .args(["--port", &options.port.to_string()])
        .args(["--manage-port", &options.manage_port.to_string()])
        .args(["--api-port", &options.api_port()?.to_string()]);
    if options.open {
        leave_opener(options.port);
    }
    become_program(emulator)
}

/// Compiled without the optimisation that the page needs: it answers one browser.
fn emulator() -> Outcome<Command> {
    say("compiling the emulator");
    let mut build = command::cargo(&place::root());
    build.args(["build", "--package", "ioculate-emulator"]);
    build.args(["--bin", "ioculate-emulator"]);
    command::run(&mut build)?;
    let program = format!("ioculate-emulator{}", std::env::consts::EXE_SUFFIX);
    Ok(Command::new(place::target().join("debug").join(program)))
}

/// Gives this process to the emulator: whatever ends the demo ends the emulator.
#[cfg(unix)]
fn become_program(mut program: Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    let error = program.exec();
    Err(format!("the emulator does not start: {error}"))
}

/// Ctrl-C reaches both: they share the console.
#[cfg(not(unix))]
fn become_program(mut program: Command) -> Outcome {
    match program.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("the emulator ended ({status})")),
        Err(error) => Err(format!("the emulator does not start: {error}")),
    }
}

/// This process becomes the emulator, so another one waits for it and opens the browser.
fn leave_opener(port: u16) {
    let own = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("xtask"));
    let opener = Command::new(own)
        .args([OPEN_WHEN_READY, &port.to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn();
    if opener.is_err() {
        say(format!("open http://localhost:{port}/ in a browser"));
    }
}

/// Waits until the page answers, at most half a minute, and opens it. No browser is no failure.
pub(crate) fn open_when_ready(words: &[String]) -> Outcome {
    let port = port(OPEN_WHEN_READY, words.first())?;
    let url = format!("http://localhost:{port}/");
    if !answers(port, Duration::from_secs(30)) {
        return Ok(());
    }
    let (program, before): (&str, &[&str]) = if cfg!(windows) {
        ("cmd", &["/c", "start"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    if !command::works(Command::new(Path::new(program)).args(before).arg(&url)) {
        say(format!("no browser was opened: open {url}"));
    }
    Ok(())
}

fn answers(port: u16, within: Duration) -> bool {
    let begun = Instant::now();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    while begun.elapsed() < within {
        if TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok() {
            return true;
        }
        thread::sleep(Duration::from_millis(100));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Outcome<Options> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::read(&words)
    }

    #[test]
    fn the_ports_have_defaults() {
        let options = read("").unwrap();
        assert_eq!((options.port, options.manage_port), (8080, 8081));
        assert_eq!(options.api_port(), Ok(8082));
        assert!(options.open);
    }

    #[test]
    fn the_api_takes_a_port_of_its_own() {
        assert_eq!(
            read("--port 9001 --manage-port 9000").unwrap().api_port(),
            Ok(9002)
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for line in [
            "--port",
            "--port 0",
            "--port many",
            "--port 70000",
            "--port 8081",
            "--manage-port 65535",
            "--prot 1",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
