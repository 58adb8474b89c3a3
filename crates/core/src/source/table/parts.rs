//! Several values in one cell.
//!
//! A cell such as `bad.example, 198.51.100.7` or a list of lines is several values where every part
//! is an indicator by itself; else it is one, and judged as such. A comma may stand in a URL: there
//! the parts must be URLs, or blanks must stand between them. Two names with nothing but a blank
//! between them may be one whose dot was lost, and are asked about. Marks around an indicator, such as
//! the backticks of Markdown, are no part of it.

use std::ops::Range;

use crate::{
    check::alone,
    indicator::IndicatorType,
    refang::refang,
    source::{csv::RawCell, list::quoted, records::Written},
    value::scheme,
};

/// Finds the parts of a cell that are values, in bytes of `text`. One part is the whole cell.
pub(super) fn find(text: &str, cell: &RawCell, parts: &mut Vec<Range<usize>>) {
    parts.clear();
    let raw = &text[cell.start..cell.end];
    // Most cells have none, and are looked at as a whole, several bytes at a time.
    let any = |text: &str| text.bytes().fold(false, |any, b| any | is_separator(b));
    let has_several = any(raw) && any(raw.trim());
    // A doubled mark would be a mark in the value.
    let is_plain = cell.written != Written::Quoted || !raw.contains('"');
    if has_several && is_plain {
        for separates in [is_line_break, is_separator] {
            if split(raw, separates, parts) {
                for part in parts {
                    *part = part.start + cell.start..part.end + cell.start;
                }
                return;
            }
        }
        parts.clear();
    }
    let inner = within_marks(raw, 0..raw.len());
    parts.push(inner.start + cell.start..inner.end + cell.start);
}

/// The indicator that stands between marks in this part of a text; the part itself where none does.
fn within_marks(raw: &str, part: Range<usize>) -> Range<usize> {
    let text = &raw[part.clone()];
    // Most begin as they are meant, and no mark is a letter.
    if text.starts_with(|first: char| first.is_ascii_alphanumeric()) {
        return part;
    }
    let inner = quoted(text.trim()).filter(|inner| alone(inner).is_some());
    inner.map_or(part, |inner| {
        let start = inner.as_ptr() as usize - raw.as_ptr() as usize;
        start..start + inner.len()
    })
}

/// Splits a text; whether it has several parts, each of which is an indicator.
fn split(raw: &str, separates: fn(u8) -> bool, parts: &mut Vec<Range<usize>>) -> bool {
    parts.clear();
    let (mut at, mut are_urls, mut any_url, mut any_tight) = (0, true, false, false);
    let (mut any_name, mut any_bare) = (false, false);
    let bytes = raw.as_bytes();
    while let Some(skipped) = bytes[at..].iter().position(|&b| !separates(b)) {
        let between = &bytes[at..at + skipped];
        if !parts.is_empty() {
            any_tight |= !between.iter().any(u8::is_ascii_whitespace);
            any_bare |= between.iter().all(|b| matches!(b, b' ' | b'\t'));
        }
        let start = at + skipped;
        let len = bytes[start..].iter().position(|&b| separates(b));
        let end = len.map_or(bytes.len(), |len| start + len);
        let inner = within_marks(raw, start..end);
        let part = &raw[inner.clone()];
        if !part.trim().is_empty() {
            let Some(kind) = alone(part) else {
                return false;
            };
            let is_url = kind == IndicatorType::Url;
            any_url |= is_url;
            any_name |= kind == IndicatorType::DomainName;
            are_urls &= is_url && has_scheme(part);
            parts.push(inner);
        }
        at = end;
    }
    parts.len() > 1 && (are_urls || !any_url || !any_tight) && !(any_name && any_bare)
}

fn has_scheme(part: &str) -> bool {
    scheme(&refang(part.trim().into(), &mut Vec::new())).is_some()
}

const fn is_line_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// What may stand between two values.
pub(super) const fn is_separator(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | b'\t' | b' ' | b',' | b';' | b'|')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_several_values_where_each_part_is_one() {
        let table: &[(&str, &[&str])] = &[
            ("bad.example", &["bad.example"]),
            ("bad.example, 192.0.2.1", &["bad.example", "192.0.2.1"]),
            ("bad.example;bad[.]test", &["bad.example", "bad[.]test"]),
            (
                "bad.example\r\n\r\nbad.test\n",
                &["bad.example", "bad.test"],
            ),
            ("192.0.2.1|192.0.2.2", &["192.0.2.1", "192.0.2.2"]),
            ("192.0.2.1 192.0.2.2", &["192.0.2.1", "192.0.2.2"]),
            ("bad.example bad.test", &["bad.example bad.test"]),
            (" bad.example ", &[" bad.example "]),
            (" `bad[.]example` ", &["bad[.]example"]),
            ("`bad.example`, `192.0.2.1`", &["bad.example", "192.0.2.1"]),
            ("'bad.example'", &["bad.example"]),
            ("`bad`", &["`bad`"]),
            ("`bad.example", &["`bad.example"]),
            ("bad.example and bad.test", &["bad.example and bad.test"]),
            ("bad.example (seen once)", &["bad.example (seen once)"]),
            ("https://bad.example/a,b", &["https://bad.example/a,b"]),
            (
                "https://bad.example/?a,bad.test",
                &["https://bad.example/?a,bad.test"],
            ),
            (
                "hxxps://bad.example/a,hxxps://bad.test/b",
                &["hxxps://bad.example/a", "hxxps://bad.test/b"],
            ),
            (
                "https://bad.example/a, bad.test",
                &["https://bad.example/a", "bad.test"],
            ),
            (
                "bad.exe|0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d",
                &["bad.exe|0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d"],
            ),
            (", ;", &[", ;"]),
            ("", &[""]),
        ];
        let mut parts = Vec::new();
        for (text, expected) in table {
            let cell = RawCell {
                start: 0,
                end: text.len(),
                written: Written::Guarded,
            };
            find(text, &cell, &mut parts);
            let shown: Vec<&str> = parts.iter().map(|part| &text[part.clone()]).collect();
            assert_eq!(shown, *expected, "{text:?}");
        }
    }
}
