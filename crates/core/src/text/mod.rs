//! Bytes as given, text as read.
//!
//! UTF-8 with or without a byte order mark goes through without a copy. UTF-16, Windows-1252 and Mac
//! Roman are read as well; where nothing in the file says so and the encoding was seen from the bytes,
//! a finding says which and why. A byte that fits no reading becomes U+FFFD, and the value that holds
//! it is refused by the checks. Only what its first bytes show to be no text is refused as a whole.

mod signature;
mod single_byte;
mod utf16;

use std::fmt;

use memchr::memchr_iter;
use serde::{Deserialize, Serialize};

use crate::{
    diagnostic::{Diagnostic, Finding, Place},
    message::made::source,
    packed,
    source::{line_breaks, small},
};

/// How the text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark in front.
    Utf8Marked,
    /// UTF-16, the low byte first, as Windows writes it.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, as Excel writes CSV in Western Europe and America.
    Windows1252,
    /// Mac Roman, as Excel wrote CSV on a Mac.
    MacRoman,
}

impl Encoding {
    /// The name that a user is shown, in English.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Marked => const { source::UTF8_MARKED.english() },
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
            Self::MacRoman => "Mac Roman",
        }
    }

    /// Bytes that the byte order mark takes in the text.
    #[must_use]
    pub const fn mark(self) -> usize {
        match self {
            Self::Utf8Marked => UTF8_MARK.len(),
            _ => 0,
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Text and how it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The whole text; of UTF-8 the byte order mark is included.
    pub text: String,
    /// How it was written.
    pub encoding: Encoding,
    /// What is to be said about it as a whole.
    pub diagnostics: Vec<Diagnostic>,
}

impl Decoded {
    /// The text without the byte order mark.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.text[self.encoding.mark()..]
    }

    /// A text of our own.
    pub(crate) fn utf8(text: String) -> Self {
        Self::new(text, Encoding::Utf8)
    }

    fn new(text: String, encoding: Encoding) -> Self {
        Self {
            text,
            encoding,
            diagnostics: Vec::new(),
        }
    }

    /// Says that the encoding was seen from the bytes; `count` characters stand or fall with it.
    fn guessed(mut self, count: usize) -> Self {
        let encoding = self.encoding;
        let is_wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
        let first = self.text.find(|c: char| is_wide || !c.is_ascii());
        let (count, line) = (small(count), self.line(first.unwrap_or(0)));
        let finding = Finding::EncodingGuessed {
            encoding,
            count,
            line,
        };
        self.diagnostics.push(Diagnostic::new(finding, Place::FILE));
        self
    }

    /// Says what could not be read: `lost` characters that became U+FFFD, and NULs.
    fn damaged(mut self, lost: usize) -> Self {
        if lost > 0 {
            let first = self.text.find(char::REPLACEMENT_CHARACTER);
            let line = self.line(first.unwrap_or(0));
            let count = small(lost);
            let finding = Finding::BytesUndecoded { count };
            self.diagnostics
                .push(Diagnostic::new(finding, Place::line(line)));
        }
        let mut nuls = memchr_iter(0, self.text.as_bytes());
        if let Some(first) = nuls.next() {
            let count = small(nuls.count() + 1);
            let place = Place::line(self.line(first));
            let finding = Finding::NulBytes { count };
            self.diagnostics.push(Diagnostic::new(finding, place));
        }
        self
    }

    /// The line, from 1, in which a byte of the text stands.
    fn line(&self, at: usize) -> u32 {
        line_breaks(&self.text.as_bytes()[..at]).saturating_add(1)
    }
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads bytes as text, or says why they are none.
///
/// # Errors
/// The finding that keeps the whole file out, with its place.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Diagnostic> {
    if bytes.is_empty() {
        return Err(Diagnostic::new(Finding::EmptyFile, Place::FILE));
    }
    if packed::is_packed(&bytes) {
        return Err(Diagnostic::new(Finding::PackedFile, Place::FILE));
    }
    if signature::is_binary(&bytes) {
        return Err(Diagnostic::new(Finding::BinaryFile, Place::FILE));
    }
    Ok(match wide(&bytes) {
        Some(decoded) => decoded,
        None => narrow(bytes),
    })
}

/// Reads UTF-16, if it is that.
fn wide(bytes: &[u8]) -> Option<Decoded> {
    let (encoding, body) = match bytes {
        [0xFF, 0xFE, body @ ..] => (Some(Encoding::Utf16Le), body),
        [0xFE, 0xFF, body @ ..] => (Some(Encoding::Utf16Be), body),
        body => (None, body),
    };
    let is_marked = encoding.is_some();
    let encoding = encoding.or_else(|| utf16::unmarked(body))?;
    let (text, lost) = utf16::read(body, encoding);
    let decoded = Decoded::new(text, encoding).damaged(lost);
    Some(if is_marked {
        decoded
    } else {
        let count = decoded.text.chars().count();
        decoded.guessed(count)
    })
}

/// Reads UTF-8, or what has one byte a character.
fn narrow(bytes: Vec<u8>) -> Decoded {
    let encoding = if bytes.starts_with(UTF8_MARK) {
        Encoding::Utf8Marked
    } else {
        Encoding::Utf8
    };
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Decoded::new(text, encoding).damaged(0),
        Err(error) => error,
    };
    let is_cut_off = error.utf8_error().error_len().is_none();
    let bytes = error.as_bytes();
    if encoding == Encoding::Utf8Marked || is_cut_off || is_mostly_utf8(bytes) {
        let (text, lost) = mended(bytes);
        return Decoded::new(text, encoding).damaged(lost);
    }
    let read = single_byte::read(bytes);
    Decoded::new(read.text, read.encoding)
        .damaged(read.lost)
        .guessed(read.guessed)
}

/// Whether more characters above ASCII are sound UTF-8 than are not. By chance hardly any are.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|&byte| byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken
}

/// UTF-8 with U+FFFD for what is none, and how many of these.
fn mended(bytes: &[u8]) -> (String, usize) {
    let (mut text, mut lost) = (String::with_capacity(bytes.len()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            lost += 1;
        }
    }
    (text, lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text and what is said of it by line and code, or what keeps it out.
    fn read(bytes: &[u8]) -> String {
        let said = |found: &Diagnostic| format!(" {} {}", found.place.line, found.code());
        match decode(bytes.to_vec()) {
            Ok(decoded) => {
                let all: Vec<String> = decoded.diagnostics.iter().map(said).collect();
                format!("{}: {}{}", decoded.encoding, decoded.body(), all.concat())
            }
            Err(found) => said(&found),
        }
    }

    #[test]
    fn text_is_read_and_all_else_is_named() {
        let table: &[(&[u8], &str)] = &[
            (b"a\n", "UTF-8: a\n"),
            ("Zürich 東京".as_bytes(), "UTF-8: Zürich 東京"),
            (b"\xEF\xBB\xBFa", "UTF-8 with a byte order mark: a"),
            (b"\xEF\xBB\xBF", "UTF-8 with a byte order mark: "),
            (
                b"\xEF\xBB\xBFa\xA0",
                "UTF-8 with a byte order mark: a\u{fffd} 1 bytes-undecoded",
            ),
            (b"", " 0 empty-file"),
            (b"\xFF\xFEa\0", "UTF-16 LE: a"),
            (b"\xFE\xFF\0a", "UTF-16 BE: a"),
            (b"\xFF\xFE", "UTF-16 LE: "),
            (b"a\0\n\0", "UTF-16 LE: a\n 0 encoding-guessed"),
            (b"\0a\0\n", "UTF-16 BE: a\n 0 encoding-guessed"),
            (b"a\nb\0c", "UTF-8: a\nb\0c 2 nul-bytes"),
            (
                b"a\nb\nc\xA0",
                "Windows-1252: a\nb\nc\u{a0} 0 encoding-guessed",
            ),
            (
                b"a\nb\xCA\nc",
                "Mac Roman: a\nb\u{a0}\nc 0 encoding-guessed",
            ),
            // Cut off inside the last character.
            (b"a\nb\xC3", "UTF-8: a\nb\u{fffd} 2 bytes-undecoded"),
            (
                b"\xC3\xBC\xC3\xA4\n\xFF\n",
                "UTF-8: üä\n\u{fffd}\n 2 bytes-undecoded",
            ),
            (b"PK\x03\x04rest", " 0 packed-file"),
            (b"%PDF-1.7\n", " 0 binary-file"),
        ];
        for (bytes, expected) in table {
            assert_eq!(read(bytes), *expected, "{bytes:?}");
        }
    }

    #[test]
    fn the_bytes_are_not_copied() {
        let bytes = b"198.51.100.1\n".to_vec();
        let before = bytes.as_ptr();
        let after = decode(bytes).map(|decoded| decoded.text.as_ptr());
        assert_eq!(after.ok(), Some(before));
    }
}
