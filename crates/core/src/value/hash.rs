//! Hashes: hex digits of the type's length, sent in lower case.

use std::borrow::Cow;

use super::{characters, lower};
use crate::{check::Notes, diagnostic::Finding, indicator::IndicatorType};

/// The fewest hex digits that are taken for a hash of an unsupported or broken kind.
const FEWEST_DIGITS: usize = 24;

/// Hex digits of a type's hash; 0 for the types that are none.
pub(super) const fn digits(kind: IndicatorType) -> u32 {
    match kind {
        IndicatorType::FileMd5 => 32,
        IndicatorType::FileSha1 | IndicatorType::CertificateThumbprint => 40,
        IndicatorType::FileSha256 => 64,
        IndicatorType::IpAddress | IndicatorType::DomainName | IndicatorType::Url => 0,
    }
}

pub(super) fn read<'a>(
    kind: IndicatorType,
    text: Cow<'a, str>,
    notes: &mut Notes,
) -> Result<Cow<'a, str>, Finding> {
    if !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(not_hex(&text));
    }
    let (len, expected) = (characters(&text), digits(kind));
    if len != expected {
        return Err(Finding::HashLength { expected, len });
    }
    if kind == IndicatorType::FileMd5 {
        notes.find_value(Finding::Md5MayBeRefused);
    }
    Ok(lower(text, notes))
}

fn not_hex(text: &str) -> Finding {
    let at = text
        .chars()
        .position(|c| !c.is_ascii_hexdigit())
        .unwrap_or_default();
    let found = text.chars().nth(at).unwrap_or_default();
    Finding::HashNotHex {
        found,
        at: u32::try_from(at + 1).unwrap_or(u32::MAX),
    }
}

/// The file hash that `text` is by its length.
pub(crate) fn kind(text: &str) -> Option<IndicatorType> {
    if !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    match text.len() {
        32 => Some(IndicatorType::FileMd5),
        40 => Some(IndicatorType::FileSha1),
        64 => Some(IndicatorType::FileSha256),
        _ => None,
    }
}

/// Whether `text` is so much hex that it can only be a hash of another length.
pub(crate) fn is_odd(text: &str) -> bool {
    text.len() >= FEWEST_DIGITS && text.bytes().all(|b| b.is_ascii_hexdigit())
}
