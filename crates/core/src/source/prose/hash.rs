//! Hex digits that are a file's hash, and those that are not.

use crate::{indicator::IndicatorType, value};

use super::{
    around,
    scan::{Kind, Match},
    words,
};

/// Hex digits of the shortest hash.
pub(super) const SHORTEST: usize = 32;

/// The hash that the word from `start` to `end` is.
pub(super) fn read(text: &str, start: usize, end: usize) -> Option<Match> {
    let start = after_label(text.get(start..end)?, start);
    let digits = text.get(start..end)?;
    let kind = value::hash_kind(digits)?;
    let is_hash = digits.bytes().any(|byte| byte.is_ascii_alphabetic())
        && digits.bytes().any(|byte| byte != digits.as_bytes()[0]);
    if !is_hash || !is_free(text, start, end) {
        return None;
    }
    let kind = match said_before(text, start) {
        Said::Other => return None,
        Said::Certificate if kind == IndicatorType::FileSha1 => Kind::Thumbprint,
        _ => Kind::Hash(kind),
    };
    Some(Match::of(kind, start, end))
}

/// `sha256_`, `md5-` before the digits are no part of them.
fn after_label(word: &str, start: usize) -> usize {
    let Some(mark) = word.rfind(['_', '-']) else {
        return start;
    };
    let label = &word.as_bytes()[..mark];
    let is_label = [
        &b"md5"[..],
        b"sha1",
        b"sha256",
        b"sha-1",
        b"sha-256",
        b"hash",
        b"file",
        b"sample",
    ]
    .iter()
    .any(|known| label.eq_ignore_ascii_case(known));
    if is_label { start + mark + 1 } else { start }
}

/// Whether nothing joins the digits to a path, a name or a longer encoding.
fn is_free(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let before = start.checked_sub(1).map(|at| bytes[at]);
    let is_container = bytes[..start].ends_with(b"@sha256:");
    let is_joined = match before {
        Some(b'/') => !is_hex_before(bytes, start - 1),
        Some(b'\\' | b'+' | b'$' | b'%' | b'@') => true,
        _ => false,
    };
    let is_followed = match bytes.get(end) {
        Some(b'/') => !bytes[end + 1..].first().is_some_and(u8::is_ascii_hexdigit),
        Some(b'+' | b'@' | b'\\') => true,
        Some(b'=') => bytes.get(end + 1) == Some(&b'='),
        _ => false,
    };
    !(is_joined || is_followed || is_container)
}

/// Whether a hash stands before a slash: `md5/sha1` are written so.
fn is_hex_before(bytes: &[u8], slash: usize) -> bool {
    let from = slash.saturating_sub(SHORTEST);
    slash >= SHORTEST && bytes[from..slash].iter().all(u8::is_ascii_hexdigit)
}

enum Said {
    Nothing,
    Other,
    Certificate,
}

/// What the two words before say of hex digits.
fn said_before(text: &str, start: usize) -> Said {
    for word in around::words_before(text, start).take(2) {
        let word = word.as_str();
        if words::is_other_hex_word(word) {
            return Said::Other;
        }
        if words::is_certificate_word(word) {
            return Said::Certificate;
        }
        if word.starts_with("md5") || word.starts_with("sha") || word == "hash" {
            return Said::Nothing;
        }
    }
    Said::Nothing
}
