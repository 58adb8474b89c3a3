//! What the system must bring: parts of the toolchain, and a browser and web servers for the tests.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Outcome,
    command::{self, say},
    place,
};

/// The target of everything that runs in a browser.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the toolchain if it is missing.
pub(crate) fn wasm_target() -> Outcome {
    let mut rustc = Command::new("rustc");
    rustc
        .current_dir(place::root())
        .args(["--print", "target-libdir", "--target", WASM]);
    let libraries = command::read(&mut rustc)?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

/// Adds rustfmt and clippy to the toolchain if they are missing.
pub(crate) fn components() -> Outcome {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let mut version = command::cargo(&place::root());
        if !command::works(version.args([program, "--version"])) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(words: &[&str]) -> Outcome {
    let mut rustup = Command::new("rustup");
    rustup.current_dir(place::root()).args(words);
    if !command::works(Command::new("rustup").arg("--version")) {
        return Err(format!(
            "the Rust toolchain lacks a part and rustup is not here to add it: install rustup, or do \
             with your own means what `rustup {}` does",
            words.join(" ")
        ));
    }
    say(format!("rustup {}", words.join(" ")));
    command::run(&mut rustup)
}

/// A browser that tests can drive.
pub(crate) struct Browser {
    driver: PathBuf,
    program: PathBuf,
}

impl Browser {
    /// Tells tests where it is.
    pub(crate) fn tell<'a>(&self, tests: &'a mut Command) -> &'a mut Command {
        tests
            .env("CHROMEDRIVER", &self.driver)
            .env("CHROMIUM", &self.program)
    }

    fn find() -> Option<Self> {
        let named = |name: &str| env::var_os(name).map(PathBuf::from);
        let programs = ["chromium", "chromium-browser", "google-chrome"];
        Some(Self {
            driver: named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?,
            program: named("CHROMIUM").or_else(|| programs.into_iter().find_map(on_path))?,
        })
    }
}

/// Chromium and its driver; installed from the system's packages where that is allowed.
pub(crate) fn browser() -> Outcome<Browser> {
    if let Some(browser) = Browser::find() {
        return Ok(browser);
    }
    let packages = ["chromium", "chromium-driver"];
    if on_path("apt-get").is_none() {
        return Err(
            "the tests need Chromium and chromedriver: install both, or name them in CHROMIUM and \
             CHROMEDRIVER"
                .to_owned(),
        );
    }
    if !is_root() {
        return Err(format!(
            "the tests need Chromium and chromedriver. This installs both:\n\n  \
             sudo apt-get update && sudo apt-get {} {}\n",
            INSTALL.join(" "),
            packages.join(" ")
        ));
    }
    install(&packages)?;
    Browser::find().ok_or_else(|| "apt-get brought no chromium and chromedriver".to_owned())
}

/// A web server that a recipe for hosts is tried with.
pub(crate) struct Server {
    name: &'static str,
    variable: &'static str,
    program: Option<PathBuf>,
}

impl Server {
    fn find(name: &'static str, variable: &'static str) -> Self {
        // Debian puts servers where only the administrator's path leads.
        let beside = || Some(Path::new("/usr/sbin").join(name)).filter(|file| file.is_file());
        let named = env::var_os(variable).map(PathBuf::from);
        Self {
            name,
            variable,
            program: named.or_else(|| on_path(name)).or_else(beside),
        }
    }

    /// Tells tests where it is.
    pub(crate) fn tell(&self, tests: &mut Command) {
        if let Some(program) = &self.program {
            tests.env(self.variable, program);
        }
    }

    /// What is not tested where it is not here.
    pub(crate) fn skipped(&self) -> Option<String> {
        let Self { name, variable, .. } = self;
        let missing = self.program.is_none();
        missing.then(|| {
            format!("the recipe for {name}: install it, or name the program in {variable}")
        })
    }
}

fn find_servers() -> [Server; 2] {
    [("nginx", "NGINX"), ("caddy", "CADDY")].map(|(name, variable)| Server::find(name, variable))
}

/// The web servers; those that are missing are installed where that is allowed. The tests go on without
/// those that cannot be had.
pub(crate) fn servers() -> [Server; 2] {
    let found = find_servers();
    let missing: Vec<&str> = found
        .iter()
        .filter(|server| server.program.is_none())
        .map(|server| server.name)
        .collect();
    if missing.is_empty() || !may_install() {
        return found;
    }
    if let Err(sentence) = install(&missing) {
        say(sentence);
    }
    find_servers()
}

const UPDATE: [&str; 1] = ["update"];
const INSTALL: [&str; 3] = ["install", "-y", "--no-install-recommends"];

/// Whether the system's packages can be installed without asking anybody.
pub(crate) fn may_install() -> bool {
    on_path("apt-get").is_some() && is_root()
}

pub(crate) fn install(packages: &[&str]) -> Outcome {
    let install = [&INSTALL[..], packages].concat();
    for words in [&UPDATE[..], &install] {
        say(format!("apt-get {}", words.join(" ")));
        let mut apt = Command::new("apt-get");
        command::run(apt.args(words).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}

fn is_root() -> bool {
    let user = Command::new("id").arg("-u").output();
    user.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&folders)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}
