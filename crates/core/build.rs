//! Makes the messages of what is found: which there are, and their English. Says where the program is
//! one that is cut in parts.

use std::process::ExitCode;

use ioculate_messages::{Messages, write_for_build};

/// Set where the page and its worker are built in parts.
const SPLIT: &str = "IOCULATE_SPLIT";

fn main() -> ExitCode {
    println!("cargo::rustc-check-cfg=cfg(split)");
    println!("cargo::rerun-if-env-changed={SPLIT}");
    if std::env::var_os(SPLIT).is_some() {
        println!("cargo::rustc-cfg=split");
    }
    // Other languages are read where they are shown.
    match Messages::for_build("messages", &["en"]) {
        Some(messages) => write_for_build([("messages.rs".to_owned(), messages.said())]),
        None => ExitCode::FAILURE,
    }
}
