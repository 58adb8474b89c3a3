//! What is said of a file and is kept with its text, in a form of its own.
//!
//! Of all that can be said, little is of the bytes of a file or keeps a whole file out. A form for
//! everything would be the heaviest part of the program that reads what was kept.

use serde::{Deserialize, Serialize};

use crate::{
    diagnostic::{Diagnostic, Finding, Place},
    packed,
    source::small,
    text::Encoding,
};

/// Something that is said of a file.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    /// The finding's own.
    code: String,
    /// Why something was not unpacked; empty of anything else.
    reason: String,
    /// Its figures in their order, 0 where it has fewer.
    figures: (u64, u64),
    /// 0 where the whole file is meant.
    line: u32,
}

impl Said {
    /// Anything else than a host or the bytes of a file give cause to say becomes "unreadable".
    pub(super) fn of(found: &Diagnostic) -> Self {
        let finding = &found.finding;
        let figures = match *finding {
            Finding::EncodingGuessed { count, line, .. } => (count.into(), line.into()),
            Finding::BytesUndecoded { count } | Finding::NulBytes { count } => (count.into(), 0),
            Finding::TooLarge { bytes, most } => (bytes, most),
            Finding::NotUnpacked { row, .. } => (row.into(), 0),
            _ => (0, 0),
        };
        let reason = match *finding {
            Finding::NotUnpacked { why, .. } => why.as_str(),
            Finding::NothingToUnpack { why } => why.as_str(),
            _ => "",
        };
        Self {
            code: finding.code().to_owned(),
            reason: reason.to_owned(),
            figures,
            line: found.place.line,
        }
    }

    /// The larger of its figures.
    pub(super) fn most(&self) -> u64 {
        self.figures.0.max(self.figures.1)
    }

    /// What was said of a file in this encoding.
    pub(super) fn found(&self, encoding: Option<Encoding>) -> Diagnostic {
        let (first, second) = self.figures;
        let count = small(usize::try_from(first).unwrap_or(usize::MAX));
        let line = small(usize::try_from(second).unwrap_or(usize::MAX));
        let finding = match self.code.as_str() {
            "empty-file" => Finding::EmptyFile,
            "binary-file" => Finding::BinaryFile,
            "packed-file" => Finding::PackedFile,
            "reader-missing" => Finding::ReaderMissing,
            "not-unpacked" | "nothing-to-unpack" => packed::not_unpacked(&self.reason, count),
            "encoding-guessed" => Finding::EncodingGuessed {
                encoding: encoding.unwrap_or(Encoding::Utf8),
                count,
                line,
            },
            "bytes-undecoded" => Finding::BytesUndecoded { count },
            "nul-bytes" => Finding::NulBytes { count },
            "too-large" => Finding::TooLarge {
                bytes: first,
                most: second,
            },
            _ => Finding::FileUnreadable,
        };
        Diagnostic::new(finding, Place::line(self.line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packed::{NotUnpacked, Nothing, not_unpacked};

    fn again(finding: &Finding, encoding: Option<Encoding>) -> Finding {
        let found = Diagnostic::new(finding.clone(), Place::line(7));
        let bytes = serde_json::to_vec(&Said::of(&found)).expect("plain data");
        let said: Said = serde_json::from_slice(&bytes).expect("what was written");
        let read = said.found(encoding);
        assert_eq!(read.place, found.place);
        read.finding
    }

    #[test]
    fn what_keeps_a_file_out_comes_back() {
        let reasons = NotUnpacked::ALL.map(NotUnpacked::as_str).into_iter();
        let reasons = reasons.chain(Nothing::ALL.map(Nothing::as_str));
        let mut all = vec![
            Finding::EmptyFile,
            Finding::BinaryFile,
            Finding::PackedFile,
            Finding::ReaderMissing,
            Finding::FileUnreadable,
            Finding::TooLarge {
                bytes: u64::MAX,
                most: 1 << 40,
            },
        ];
        all.extend(reasons.map(|reason| not_unpacked(reason, u32::from(reason == "breaks-off"))));
        for finding in all {
            assert_eq!(again(&finding, None), finding);
        }
    }

    #[test]
    fn what_is_of_the_bytes_comes_back() {
        let encoding = Encoding::MacRoman;
        for finding in [
            Finding::EncodingGuessed {
                encoding,
                count: u32::MAX,
                line: 3,
            },
            Finding::BytesUndecoded { count: 4 },
            Finding::NulBytes { count: 5 },
        ] {
            assert!(finding.is_of_bytes());
            assert_eq!(again(&finding, Some(encoding)), finding);
        }
    }

    #[test]
    fn anything_else_says_no_more_than_that_it_cannot_be_read() {
        assert_eq!(again(&Finding::NoHeader, None), Finding::FileUnreadable);
    }
}
