//! Archives and workbooks, as far as the core knows of them: that a file is one, and why something
//! in one was not unpacked. What unpacks them is told apart, since few files need it.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Finding;

/// How a zip begins (one without entries, too), and the compound file of old and of encrypted
/// workbooks ([MS-CFB] 2.2).
const SIGNATURES: [&[u8]; 3] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
];

/// Whether bytes are an archive or a workbook, which are unpacked before they are read.
#[must_use]
pub fn is_packed(bytes: &[u8]) -> bool {
    SIGNATURES
        .iter()
        .any(|signature| bytes.starts_with(signature))
}

/// Why something was not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotUnpacked {
    /// It is not what it says, or it was cut short.
    Damaged,
    /// It needs a password.
    Encrypted,
    /// It is compressed in a way that is not read.
    Method,
    /// It is larger than is unpacked, or more than there is room left for.
    TooLarge,
    /// It grows so much that it is made to fill a memory.
    Bomb,
    /// It stands behind as many entries as are read.
    TooMany,
    /// It is an archive inside an archive.
    Nested,
    /// Several entries have one name, of which the last was read.
    SameName,
    /// A document of an office program other than a workbook.
    Document,
    /// A sheet that cannot be read to its end.
    BreaksOff,
    /// A sheet for whose further rows no room is left.
    NoRoom,
    /// Unpacking failed, or took too long.
    Failed,
}

/// Why there was nothing to unpack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nothing {
    /// What a packing system keeps for itself.
    Housekeeping,
    /// An archive without a file.
    EmptyArchive,
    /// A sheet without a cell that holds anything.
    EmptySheet,
    /// A chart or a macro, which has no cells.
    NoCells,
}

impl NotUnpacked {
    /// Every reason.
    pub const ALL: [Self; 12] = [
        Self::Damaged,
        Self::Encrypted,
        Self::Method,
        Self::TooLarge,
        Self::Bomb,
        Self::TooMany,
        Self::Nested,
        Self::SameName,
        Self::Document,
        Self::BreaksOff,
        Self::NoRoom,
        Self::Failed,
    ];

    /// Its name, which [`not_unpacked`] knows.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Encrypted => "encrypted",
            Self::Method => "method",
            Self::TooLarge => "too-large",
            Self::Bomb => "bomb",
            Self::TooMany => "too-many",
            Self::Nested => "nested",
            Self::SameName => "same-name",
            Self::Document => "document",
            Self::BreaksOff => "breaks-off",
            Self::NoRoom => "no-room",
            Self::Failed => "failed",
        }
    }
}

impl Nothing {
    /// Every reason.
    pub const ALL: [Self; 4] = [
        Self::Housekeeping,
        Self::EmptyArchive,
        Self::EmptySheet,
        Self::NoCells,
    ];

    /// Its name, which [`not_unpacked`] knows.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Housekeeping => "housekeeping",
            Self::EmptyArchive => "empty-archive",
            Self::EmptySheet => "empty-sheet",
            Self::NoCells => "no-cells",
        }
    }
}

/// What is to be said of something that was not unpacked, by the name of the reason and the last row
/// that was read. A name that is not known says as little as a failure does.
#[must_use]
pub fn not_unpacked(reason: &str, row: u32) -> Finding {
    let mut nothing = Nothing::ALL.into_iter();
    if let Some(why) = nothing.find(|why| why.as_str() == reason) {
        return Finding::NothingToUnpack { why };
    }
    let mut all = NotUnpacked::ALL.into_iter();
    let why = all.find(|why| why.as_str() == reason);
    Finding::NotUnpacked {
        why: why.unwrap_or(NotUnpacked::Failed),
        row,
    }
}
