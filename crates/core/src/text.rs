//! Bytes as given, text as read.
//!
//! UTF-8 with or without a byte order mark goes through without a copy. Anything else is refused as a
//! whole, with the place where it stops being text: a guessed encoding would change values unseen.

use std::fmt;

use crate::{
    diagnostic::{Diagnostic, Finding, Place},
    packed,
};

/// How the text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark in front.
    Utf8Marked,
}

impl Encoding {
    /// The name that a user is shown.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Marked => "UTF-8 with a byte order mark",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Text and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The whole text, byte order mark included.
    pub text: String,
    /// How it was written.
    pub encoding: Encoding,
}

impl Decoded {
    /// The text without the byte order mark.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.text[self.encoding.mark()..]
    }
}

impl Encoding {
    /// Bytes that the byte order mark takes.
    #[must_use]
    pub const fn mark(self) -> usize {
        match self {
            Self::Utf8 => 0,
            Self::Utf8Marked => UTF8_MARK.len(),
        }
    }
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// First bytes of PDF, gzip, 7-Zip, RAR, PNG, JPEG and programs.
const SIGNATURES: &[&[u8]] = &[
    b"%PDF-",
    b"\x1F\x8B",
    b"7z\xBC\xAF\x27\x1C",
    b"Rar!\x1A\x07",
    b"\x89PNG\r\n\x1A\n",
    b"\xFF\xD8\xFF",
    b"\x7FELF",
    b"MZ\x90\x00",
];

/// Reads bytes as text, or says why they are none.
///
/// # Errors
/// The finding that keeps the whole file out, with its place.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Diagnostic> {
    if let Some(finding) = not_text(&bytes) {
        return Err(Diagnostic::new(finding, Place::FILE));
    }
    if let Some(offset) = memchr::memchr(0, &bytes) {
        let count = memchr::memchr_iter(0, &bytes).count();
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let place = Place::line(line_of(&bytes, offset));
        return Err(Diagnostic::new(Finding::NulBytes { count }, place));
    }
    let encoding = if bytes.starts_with(UTF8_MARK) {
        Encoding::Utf8Marked
    } else {
        Encoding::Utf8
    };
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text, encoding }),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let line = line_of(error.as_bytes(), offset);
            let offset = offset as u64;
            let finding = Finding::NotUtf8 { offset, line };
            Err(Diagnostic::new(finding, Place::line(line)))
        }
    }
}

/// What the first bytes say, where they say that this is no text of ours.
fn not_text(bytes: &[u8]) -> Option<Finding> {
    if bytes.is_empty() {
        return Some(Finding::EmptyFile);
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Some(Finding::Utf16);
    }
    if packed::is_packed(bytes) {
        return Some(Finding::PackedFile);
    }
    SIGNATURES
        .iter()
        .any(|signature| bytes.starts_with(signature))
        .then_some(Finding::BinaryFile)
}

/// The line, from 1, in which a byte stands.
fn line_of(bytes: &[u8], offset: usize) -> u32 {
    let breaks = memchr::memchr_iter(b'\n', &bytes[..offset]).count();
    u32::try_from(breaks).unwrap_or(u32::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text, or the code and the line of what keeps it out.
    fn read(bytes: &[u8]) -> String {
        match decode(bytes.to_vec()) {
            Ok(decoded) => format!("{}: {}", decoded.encoding, decoded.body()),
            Err(found) => format!("{} {}", found.finding.code(), found.place.line),
        }
    }

    #[test]
    fn text_is_utf8_and_all_else_is_named() {
        let table: &[(&[u8], &str)] = &[
            (b"a\n", "UTF-8: a\n"),
            ("Zürich 東京".as_bytes(), "UTF-8: Zürich 東京"),
            (b"\xEF\xBB\xBFa", "UTF-8 with a byte order mark: a"),
            (b"\xEF\xBB\xBF", "UTF-8 with a byte order mark: "),
            (b"", "empty-file 0"),
            (b"\xFF\xFEa\0", "utf16 0"),
            (b"\xFE\xFF\0a", "utf16 0"),
            (b"a\nb\0c", "nul-bytes 2"),
            (b"\0", "nul-bytes 1"),
            (b"a\nb\nc\xA0", "not-utf8 3"),
            (b"\xEF\xBB", "not-utf8 1"),
            (b"PK\x03\x04rest", "packed-file 0"),
            (b"%PDF-1.7\n", "binary-file 0"),
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
