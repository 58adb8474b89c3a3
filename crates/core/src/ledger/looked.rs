//! A file that is looked at before it is read: its host may have to fetch what reads it.

use crate::{
    diagnostic::{Diagnostic, Finding, Place},
    source::{self, SourceKind},
    text::{self, Decoded},
};

use super::{File, Ledger, MOST_BYTES};

/// A file that was looked at, to be read as what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    bytes: u64,
    text: Result<Decoded, Diagnostic>,
    kind: SourceKind,
}

impl Looked {
    /// Looks at a file's bytes.
    #[must_use]
    pub fn at(name: &str, bytes: Vec<u8>) -> Self {
        let size = bytes.len() as u64;
        let text = text::decode(bytes);
        let kind = text.as_ref().map(|text| source::detect(name, text));
        Self {
            bytes: size,
            kind: kind.unwrap_or(SourceKind::List),
            text,
        }
    }

    /// Whether what reads it may come late.
    #[must_use]
    pub fn comes_late(&self) -> bool {
        self.kind.comes_late()
    }

    /// Whether it is read by what knows names in other scripts. Elsewhere that only checks rows.
    #[must_use]
    pub fn wants_scripts(&self) -> bool {
        let may_have = |text: &Decoded| !text.text.is_ascii() || text.text.contains('&');
        self.kind == SourceKind::Prose && self.text.as_ref().is_ok_and(may_have)
    }
}

impl Ledger {
    pub(super) fn take_in_looked(&mut self, name: &str, looked: Looked, file: u16) -> File {
        let mut entry = self.unread(name, looked.bytes);
        match looked.text {
            // A text may be longer than its bytes were.
            Ok(decoded) if !self.has_room(decoded.text.len() as u64) || file == u16::MAX => {
                let bytes = looked.bytes;
                let most = MOST_BYTES;
                let too_large = Finding::TooLarge { bytes, most };
                let too_large = Diagnostic::new(too_large, Place::FILE);
                entry.diagnostics.push(too_large);
            }
            Ok(decoded) => {
                let kind = match looked.kind {
                    // What tells it apart may have come since.
                    SourceKind::ApiJson => source::later::shape(decoded.body()),
                    kind => kind,
                };
                self.take_in_as(kind, &mut entry, decoded, file);
            }
            Err(found) => entry.diagnostics.push(found),
        }
        entry
    }
}
