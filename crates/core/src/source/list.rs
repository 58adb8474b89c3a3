//! One value a line.
//!
//! Blank lines and comments (`#`, `;`, `//`) are records to be ignored; a comment may also follow a
//! value, after a blank and a `#`. What a line holds is for the checks to say.

use memchr::memchr2;

use crate::{
    change::{Field, Fields},
    diagnostic::Looks,
};

use super::records::{Cell, Intake, Span, Written};

/// What opens a line that is a comment.
const COMMENTS: [&str; 3] = ["#", ";", "//"];

/// Lines that are looked at to tell a list from prose.
const LOOKED_AT: usize = 300;

/// Whether a text has one value a line: of the first lines that are neither blank nor a comment, at
/// most a few have several words.
pub(super) fn looks_like(text: &str) -> bool {
    let lines = text.split(['\n', '\r']).map(str::trim);
    let values = lines.filter(|line| !line.is_empty() && !is_comment(line));
    let (mut seen, mut wordy) = (0, 0);
    for line in values.take(LOOKED_AT) {
        seen += 1;
        wordy += usize::from(before_comment(line).trim().contains(char::is_whitespace));
    }
    wordy * 5 <= seen
}

fn is_comment(line: &str) -> bool {
    COMMENTS.iter().any(|mark| line.starts_with(mark))
}

/// Reads a list.
pub(super) fn read(text: &str, intake: &mut Intake<'_>) {
    let bytes = text.as_bytes();
    let lines = memchr::memchr2_iter(b'\n', b'\r', bytes).count();
    intake.reserve(lines + 1, 1, text.len());
    let (mut at, mut line) = (0, 1);
    while at < bytes.len() && !intake.is_full() {
        let end = memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |found| at + found);
        one(&text[at..end], at, line, intake);
        at = end
            + if bytes[end..].starts_with(b"\r\n") {
                2
            } else {
                1
            };
        line += 1;
    }
}

/// Reads one line, which begins at `at`.
fn one(content: &str, at: usize, line: u32, intake: &mut Intake<'_>) {
    let span = Span::of(at, at + content.len());
    let seen = content.trim();
    if seen.is_empty() {
        intake.ignored(span, line, Looks::Blank);
        return;
    }
    if is_comment(seen) {
        intake.ignored(span, line, Looks::Comment);
        return;
    }
    let value = before_comment(content);
    intake.cell(Cell {
        span: Span::of(at, at + value.len()),
        field: Field::IndicatorValue,
        written: Written::Plain,
    });
    intake.record(span, line, Fields::NONE);
}

/// The line up to a `#` that follows a blank. The `#` of a URL's fragment follows none.
fn before_comment(content: &str) -> &str {
    let comment = content
        .match_indices('#')
        .map(|(mark, _)| &content[..mark])
        .find(|before| before.ends_with([' ', '\t']));
    comment.map_or(content, str::trim_end)
}
