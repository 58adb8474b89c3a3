//! Makes the messages of what is found: which there are, and their English; and of the public suffix list
//! what is shorter. Says where the program is one that is cut in parts.

use std::{fs, process::ExitCode};

use ioculate_messages::{Messages, write_for_build};

/// The public suffix list, sorted by byte.
const SUFFIXES: &str = "src/suffix/list.txt";

/// Set where the page and its worker are built in parts.
const SPLIT: &str = "IOCULATE_SPLIT";

fn main() -> ExitCode {
    println!("cargo::rustc-check-cfg=cfg(split)");
    println!("cargo::rerun-if-env-changed={SPLIT}");
    if std::env::var_os(SPLIT).is_some() {
        println!("cargo::rustc-cfg=split");
    }
    println!("cargo::rerun-if-changed={SUFFIXES}");
    let suffixes = fs::read_to_string(SUFFIXES).unwrap_or_default();
    // Other languages are read where they are shown.
    match Messages::for_build("messages", &["en"]) {
        Some(messages) => write_for_build([
            ("messages.rs".to_owned(), messages.said()),
            ("suffixes.txt".to_owned(), ends(&suffixes)),
        ]),
        None => ExitCode::FAILURE,
    }
}

/// Each line without what it shares with the line before, behind a sign that says how much that is: `!`
/// for nothing, and the signs that follow it.
fn ends(lines: &str) -> String {
    let mut ends = String::new();
    let mut before = "";
    for line in lines.lines() {
        let same = before.bytes().zip(line.bytes());
        let shared = same
            .take_while(|(one, other)| one == other)
            .take(usize::from(b'~' - b'!'));
        let shared = shared.count();
        ends.push(char::from(b'!' + u8::try_from(shared).unwrap_or_default()));
        ends.push_str(&line[shared..]);
        ends.push('\n');
        before = line;
    }
    ends
}
