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
    if is_word(text) || begins_with_words(text) {
        return None;
    }
    read(text)
}

/// What [`alone`] says, of any text.
fn read(text: &str) -> Option<IndicatorType> {
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

/// Whether a text begins with two words and a blank between them that no defanged form takes in. So it
/// holds a blank however it is read, and no scheme before it: it is no indicator.
pub(crate) fn begins_with_words(text: &str) -> bool {
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    let first = text.bytes().take_while(is_part).count();
    match &text.as_bytes()[first..] {
        [b' ', second @ ..] if first > 0 => {
            let is_spelt = second
                .get(..3)
                .is_some_and(|w| w.eq_ignore_ascii_case(b"dot"));
            second.first().is_some_and(is_part) && !is_spelt
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::{alone, begins_with_words, read};
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

    proptest! {
        #[test]
        fn what_begins_with_words_is_no_indicator(
            first in select(&["a", "7", "evil", "hxxp", "dot", "d", "198"][..]),
            rest in vec(select(&[
                "a", "dot com", "dot dot", "d", "dot", "com", " ", " dot ", ".", "[.]", "[.]com", " [dot] ", "(",
                ")", "]", "\\.", "|.|", "://", "/", "198.51.100.7", "-",
            ][..]), 1..4),
        ) {
            let text = format!("{first} {}", rest.concat());
            prop_assert!(!begins_with_words(&text) || read(&text).is_none(), "{}", text);
        }
    }
}
