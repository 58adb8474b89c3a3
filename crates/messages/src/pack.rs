//! Patterns as they are read when they are said: one line each.
//!
//! A text stands for itself. [`ARGUMENT`] and a digit stand for an argument by its number. A choice is
//! [`CHOICE`] and the digit of what it is made by; then come its ways, each a key, [`WAY`], a pattern and
//! [`END`]; then [`END`] once more. Of the ways the last one is taken where no key fits.

use std::fmt::Write as _;

use crate::read::{Entry, Part};

/// Before the number of an argument.
const ARGUMENT: char = '\u{1}';
/// Before a choice.
const CHOICE: char = '\u{2}';
/// Between a way's key and its pattern.
const WAY: char = '\u{3}';
/// After a way, and after the last one.
const END: char = '\u{4}';

/// The marks by their names, for who reads the lines.
pub(crate) const MARKS: [(&str, char); 4] = [
    ("ARGUMENT", ARGUMENT),
    ("CHOICE", CHOICE),
    ("WAY", WAY),
    ("END", END),
];

/// The patterns of the language at a place, each in a line.
pub(crate) fn lines<'e>(entries: impl Iterator<Item = &'e Entry>, language: usize) -> String {
    let mut out = String::new();
    for entry in entries {
        pattern(&entry.patterns[language], entry, &mut out);
        out.push('\n');
    }
    out
}

fn pattern(parts: &[Part], entry: &Entry, out: &mut String) {
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Argument(name) => argument(ARGUMENT, name, entry, out),
            Part::Choice(name, ways) => {
                argument(CHOICE, name, entry, out);
                for (key, way) in ways {
                    out.push_str(key);
                    out.push(WAY);
                    pattern(way, entry, out);
                    out.push(END);
                }
                out.push(END);
            }
        }
    }
}

fn argument(mark: char, name: &str, entry: &Entry, out: &mut String) {
    let named = |argument: &crate::read::Argument| argument.name == name;
    let at = entry.arguments.iter().position(named).unwrap_or_default();
    out.push(mark);
    // Writing to a String cannot fail.
    let _ = write!(out, "{at}");
}
