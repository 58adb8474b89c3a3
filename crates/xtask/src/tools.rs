//! The programs that build the page, in exact versions.
//!
//! Each lies in `<cache>/<name>-<version>/bin`. A tool is installed beside its place and moved
//! there when whole, so what is found there can be used.

use std::{env, ffi::OsString, path::PathBuf, process::Command};

use crate::{
    Outcome,
    command::{self, say},
    place,
};

/// One program installed from crates.io.
pub(crate) struct Tool {
    name: &'static str,
    /// Exact.
    pub(crate) version: &'static str,
    program: &'static str,
    options: &'static [&'static str],
}

/// 0.22 needs a later rustc than the pinned one; without its lock file 0.21 does not compile.
pub(crate) const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    program: "trunk",
    options: &["--locked", "--no-default-features", "--features", "rustls"],
};

/// Must equal the `wasm-bindgen` crate; its own lock file names a crate that was withdrawn.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    options: &[],
};

pub(crate) const DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    options: &["--locked"],
};

/// Drives Firefox in the tests.
pub(crate) const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    options: &["--locked"],
};

/// The tools run for seconds and compile for minutes: little optimisation.
const QUICK: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Settings meant for the project, which would bend the building of a tool.
const PROJECTS: [&str; 4] = [
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_TARGET_DIR",
];

impl Tool {
    /// The folder that holds the program; installs the tool if it is missing.
    pub(crate) fn folder(&self) -> Outcome<PathBuf> {
        let cache = place::cache()?;
        let home = cache.join(format!("{}-{}", self.name, self.version));
        let bin = home.join("bin");
        let program = bin.join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        if program.is_file() {
            return Ok(bin);
        }
        let _held = place::hold(&cache, &format!("{}.lock", self.name))?;
        if !program.is_file() {
            self.install(&cache, &home)?;
        }
        Ok(bin)
    }

    fn install(&self, cache: &std::path::Path, home: &std::path::Path) -> Outcome {
        say(format!(
            "installing {} {} into {}; this takes some minutes, once",
            self.name,
            self.version,
            home.display()
        ));
        let partial = cache.join(format!(".partial-{}-{}", self.name, self.version));
        place::clear(&partial)?;
        command::run(self.cargo_install(cache, &partial).envs(QUICK))?;
        place::clear(&partial.join("target"))?;
        place::clear(home)?;
        place::rename(&partial, home)
    }

    fn cargo_install(&self, cache: &std::path::Path, partial: &std::path::Path) -> Command {
        let mut install = command::cargo(cache);
        install
            .args(["install", self.name, "--version", self.version])
            .args(self.options)
            .arg("--root")
            .arg(partial)
            .arg("--target-dir")
            .arg(partial.join("target"));
        for name in PROJECTS {
            install.env_remove(name);
        }
        install
    }
}

/// `PATH` with `folders` before what it holds.
pub(crate) fn path_with(folders: &[PathBuf]) -> Outcome<OsString> {
    let present = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&present));
    env::join_paths(all).map_err(|error| format!("the tools' folder cannot stand in PATH: {error}"))
}
