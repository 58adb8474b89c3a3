//! Reads one text from its bytes to the bodies of the calls, for an instrument that counts instructions.
//!
//! ```text
//! cargo run --release -p ioculate-core --example counted -- NAME [made]
//! ```
//!
//! With `made` the text is made and no more, so that what making it takes can be subtracted. Without a
//! name the names are listed. `cargo xtask bench counts` runs both under callgrind.

#![allow(
    clippy::print_stdout,
    reason = "a program has a terminal; the core has none"
)]

mod texts;

use std::{env, hint::black_box, process::ExitCode, time::Duration};

use ioculate_core::{
    check::Defaults,
    clock::{Now, WallTime},
    session::{Command, Event, ExportKind, Session},
};
use texts::{Manner, Text};

/// Bytes of a text, about.
const LENGTH: usize = 500_000;

/// Rows of the table that is cut into calls.
const ROWS: usize = 4_000;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] => texts().iter().for_each(|text| println!("{}", text.name)),
        [name] => {
            if let Some(text) = texts().into_iter().find(|text| text.name == name) {
                read(text);
            } else {
                return ExitCode::FAILURE;
            }
        }
        // All of them are made in both ways.
        _ => drop(black_box(texts())),
    }
    ExitCode::SUCCESS
}

/// The five that are counted.
fn texts() -> Vec<Text> {
    let rows = Text {
        name: "rows",
        file: "rows.csv",
        content: texts::rows(ROWS, Manner::Usual),
    };
    let chosen = ["prose", "list", "table", "STIX"];
    let usual = texts::usual(LENGTH).into_iter();
    let usual = usual.filter(|text| chosen.contains(&text.name));
    std::iter::once(rows).chain(usual).collect()
}

fn read(text: Text) {
    let now = Now {
        mono: Duration::ZERO,
        wall: WallTime(1_760_000_000_000),
        jitter: 0.5,
    };
    let mut session = Session::new();
    let defaults = Defaults {
        title: "counted".to_owned(),
        description: "counted".to_owned(),
        ..Defaults::default()
    };
    let name = text.file.to_owned();
    let kind = ExportKind::RequestBodies;
    for (command, bytes) in [
        (Command::SetDefaults(defaults), None),
        (Command::Read { name }, Some(text.content.into_bytes())),
    ] {
        let said = session.handle(now, command, bytes);
        let has_failed = |event: &Event| matches!(event, Event::Failed { .. });
        assert!(!said.iter().any(has_failed));
        black_box(said);
    }
    session.files(kind).for_each(|file| drop(black_box(file)));
}
