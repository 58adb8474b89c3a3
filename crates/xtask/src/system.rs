//! What the system must bring: parts of the toolchain, later browsers.

use std::{path::Path, process::Command};

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
