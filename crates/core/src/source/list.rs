//! One value a line, or several that are indicators each by itself.
//!
//! Blank lines and comments (`#`, `;`, `//`) are records to be ignored; a comment may also follow a
//! value, after a blank. What a list is pasted with stays outside the value's span: bullets, numbers,
//! quotation marks, the comma of a line of code. What a line holds is for the checks to say.

use memchr::memchr2;

use crate::{
    change::{Field, Fields},
    check::alone,
    diagnostic::Looks,
    indicator::IndicatorType,
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
    each_line(text, intake, one);
}

/// Goes through the lines of a text; `take` is given each with its first byte and its number.
pub(super) fn each_line<'i>(
    text: &str,
    intake: &mut Intake<'i>,
    mut take: impl FnMut(&str, usize, u32, &mut Intake<'i>),
) {
    let bytes = text.as_bytes();
    let lines = memchr::memchr2_iter(b'\n', b'\r', bytes).count();
    intake.reserve(lines + 1, 1, text.len());
    let (mut at, mut line) = (0, 1);
    while at < bytes.len() && !intake.is_full() {
        let end = memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |found| at + found);
        take(&text[at..end], at, line, intake);
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
pub(super) fn one(content: &str, at: usize, line: u32, intake: &mut Intake<'_>) {
    let span = Span::of(at, at + content.len());
    if is_value_alone(content) {
        intake.cell(Cell {
            span,
            field: Field::IndicatorValue,
            written: Written::Plain,
        });
        return intake.record(span, line, Fields::NONE);
    }
    let seen = content.trim();
    if seen.is_empty() {
        intake.ignored(span, line, Looks::Blank);
        return;
    }
    if is_comment(seen) {
        intake.ignored(span, line, Looks::Comment);
        return;
    }
    for value in values(before_comment(content)) {
        let start = at + (value.as_ptr() as usize - content.as_ptr() as usize);
        intake.cell(Cell {
            span: Span::of(start, start + value.len()),
            field: Field::IndicatorValue,
            written: Written::Plain,
        });
        intake.record(span, line, Fields::NONE);
    }
}

/// Whether a line is a value and nothing beside it, as most are: no blank, nothing that separates or
/// quotes, no mark of a comment.
fn is_value_alone(line: &str) -> bool {
    let is_part =
        |b: u8| b.is_ascii_graphic() && !matches!(b, b',' | b';' | b'#' | b'"' | b'\'' | b'`');
    !line.is_empty() && !line.starts_with('/') && line.bytes().fold(true, |all, b| all & is_part(b))
}

/// The line up to a `#` that follows a blank. The `#` of a URL's fragment follows none.
fn before_comment(content: &str) -> &str {
    let comment = content
        .match_indices('#')
        .map(|(mark, _)| &content[..mark])
        .find(|before| before.ends_with([' ', '\t']));
    comment.map_or(content, str::trim_end)
}

/// What stands between values on one line.
const SEPARATORS: [char; 4] = [' ', '\t', ',', ';'];

/// The values of a line: one, or several where each part is an indicator by itself.
fn values(content: &str) -> Vec<&str> {
    let item = without_bullet(content);
    let inner = item.trim();
    if !inner.contains(SEPARATORS) && !inner.starts_with(QUOTES) {
        // Blanks around a value are left to the checks, which note that they take them off.
        return vec![item];
    }
    if let Some(parts) = several(inner) {
        return parts;
    }
    let before = before_remark(inner);
    match several(before) {
        Some(parts) => parts,
        None if before.len() < inner.len() => vec![bare(before)],
        None if bare(inner).len() < inner.len() => vec![bare(inner)],
        None => vec![item],
    }
}

/// The parts of a line, if there are several and each is an indicator.
fn several(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text
        .split(SEPARATORS)
        .map(bare)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() < 2 {
        return None;
    }
    let mut is_behind_url = false;
    for part in &parts {
        let kind = alone(part)?;
        // A comma may belong to a URL: only a URL with a scheme, or a blank, ends the one before.
        let before = part.as_ptr() as usize - text.as_ptr() as usize;
        let is_apart = text[..before]
            .trim_end_matches(QUOTES)
            .ends_with([' ', '\t']);
        if is_behind_url && !is_apart && !part.contains("//") {
            return None;
        }
        is_behind_url = kind == IndicatorType::Url;
    }
    Some(parts)
}

/// The text up to a `;` or `//` that follows a blank.
fn before_remark(text: &str) -> &str {
    let ends = [" ;", "\t;", " //", "\t//"];
    let end = ends.iter().filter_map(|end| text.find(end)).min();
    end.map_or(text, |end| text[..end].trim_end())
}

/// What opens a quotation.
const QUOTES: [char; 5] = ['"', '\'', '`', '\u{201c}', '\u{2018}'];

/// A value without the comma behind it and the quotation marks around it. Of a URL without marks the
/// comma is left: it may be part of it.
fn bare(text: &str) -> &str {
    let short = text.trim_end_matches([',', ';']).trim_end();
    match quoted(short) {
        Some(inner) => inner,
        None if short.len() < text.len() && is_not_a_url(short) => short,
        None => text,
    }
}

/// What stands between the quotation marks around a text, if there are any.
pub(super) fn quoted(text: &str) -> Option<&str> {
    let marks = [
        ('"', '"'),
        ('\'', '\''),
        ('`', '`'),
        ('\u{201c}', '\u{201d}'),
        ('\u{2018}', '\u{2019}'),
    ];
    marks.iter().find_map(|&(open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.is_empty()).then_some(inner)
    })
}

fn is_not_a_url(text: &str) -> bool {
    alone(text).is_some_and(|kind| kind != IndicatorType::Url)
}

/// An item without the bullet or the number before it.
fn without_bullet(content: &str) -> &str {
    let line = content.trim_start();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = if (1..=6).contains(&digits) {
        line[digits..].strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '*', '+', '\u{2022}', '\u{2013}'])
    };
    match behind {
        Some(item) if item.starts_with([' ', '\t']) && !item.trim().is_empty() => item.trim_start(),
        _ => content,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_value_alone_is_all_of_its_line(
            line in "([a#/,;\"'`*+é\\t -]|//|1\\. ){0,2}(evil\\.com|198\\.51\\.100\\.7|a)([a#/,;\"'`\\t -]|://|evil\\.com){0,3}",
        ) {
            let is_other = is_comment(line.trim()) || values(before_comment(&line)) != [line.as_str()];
            prop_assert!(!(is_value_alone(&line) && is_other), "{}", line);
        }
    }
}
