//! Makes the messages of what is found: which there are, and their English.

use std::process::ExitCode;

use ioculate_messages::{Messages, write_for_build};

fn main() -> ExitCode {
    // Other languages are read where they are shown.
    match Messages::for_build("messages", &["en"]) {
        Some(messages) => write_for_build([("messages.rs".to_owned(), messages.said())]),
        None => ExitCode::FAILURE,
    }
}
