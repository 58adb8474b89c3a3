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

/// What is to be said of something that was not unpacked, by the name of the reason and the last row
/// that was read. A name that is not known says as little as a failure does.
#[must_use]
pub fn not_unpacked(reason: &str, row: u32) -> Finding {
    let why = match reason {
        "housekeeping" => return nothing(Nothing::Housekeeping),
        "empty-archive" => return nothing(Nothing::EmptyArchive),
        "empty-sheet" => return nothing(Nothing::EmptySheet),
        "no-cells" => return nothing(Nothing::NoCells),
        "damaged" => NotUnpacked::Damaged,
        "encrypted" => NotUnpacked::Encrypted,
        "method" => NotUnpacked::Method,
        "too-large" => NotUnpacked::TooLarge,
        "bomb" => NotUnpacked::Bomb,
        "too-many" => NotUnpacked::TooMany,
        "nested" => NotUnpacked::Nested,
        "same-name" => NotUnpacked::SameName,
        "document" => NotUnpacked::Document,
        "no-room" => NotUnpacked::NoRoom,
        "breaks-off" => NotUnpacked::BreaksOff,
        _ => NotUnpacked::Failed,
    };
    Finding::NotUnpacked { why, row }
}

const fn nothing(why: Nothing) -> Finding {
    Finding::NothingToUnpack { why }
}
