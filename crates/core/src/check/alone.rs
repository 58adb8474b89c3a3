//! Whether a text is an indicator by itself.

use std::borrow::Cow;

use super::{
    Notes, Policy,
    seen::{Seen, is_file_name, seen},
};
use crate::{diagnostic::Finding, indicator::IndicatorType, refang::refang, value};

/// The type of a text that is an indicator by itself, one that is held back for a port, a range or
/// where it lies included.
pub(crate) fn alone(text: &str) -> Option<IndicatorType> {
    if let Some((plain, value)) = value::plain(text) {
        let is_file = plain.kind == IndicatorType::DomainName && is_file_name(&value);
        return (!is_file).then_some(plain.kind);
    }
    if is_word(text) {
        return None;
    }
    let mut notes = Notes::default();
    let text = value::trim(Cow::Borrowed(text), &mut notes).ok()?;
    let text = refang(text, &mut notes.changes);
    let Seen::Type(kind) = seen(&text) else {
        return None;
    };
    match value::read(kind, text, &Policy::default(), &mut notes) {
        Ok(_)
        | Err(
            Finding::InternalAddress { .. }
            | Finding::AddressWithPort { .. }
            | Finding::DomainWithPort { .. }
            | Finding::AddressRangeCidr { .. }
            | Finding::RangeOverCap { .. }
            | Finding::RangeHostBits { .. },
        ) => Some(kind),
        Err(_) => None,
    }
}

/// Whether a text is one word, which is nothing but a hash where it is anything.
fn is_word(text: &str) -> bool {
    let is_part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    text.bytes().all(is_part) && value::hash_kind(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::alone;
    use crate::indicator::IndicatorType::{DomainName, FileMd5, FileSha1, IpAddress, Url};

    #[test]
    fn a_text_is_an_indicator_or_is_not() {
        let table = [
            ("bad[.]example", Some(DomainName)),
            (" 198.51.100.7 ", Some(IpAddress)),
            ("198.51.100.7:443", Some(IpAddress)),
            ("198.51.100.0/24", Some(IpAddress)),
            ("10.0.0.1", Some(IpAddress)),
            ("hxxps://bad.example/x", Some(Url)),
            ("0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d", Some(FileMd5)),
            ("300.1.1.1", None),
            ("bad.exe", None),
            ("BAD.example", Some(DomainName)),
            ("68747470733a2f2f6576696c2e6578616d706c65", Some(FileSha1)),
            ("0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3", None),
            ("bad-word_7", None),
            ("a@bad.example", None),
            ("two words", None),
            ("malware", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(alone(text), expected, "{text}");
        }
    }
}
