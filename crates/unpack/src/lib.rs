//! Workbooks and archives: bytes in, named texts out.
//!
//! [`unpack`] takes a zip or a workbook (`.xlsx`, `.xlsb`, `.xls`, `.ods`) and gives back its entries
//! and its sheets as files of their own, each named by where it lay. A sheet becomes comma-separated
//! text (RFC 4180) in which row `n` of the sheet is record `n`. What is not unpacked is named with the
//! reason. Pure: no clock, no files. [`Bounds`] hold what a hostile file may cost.

mod archive;
mod bounds;
mod cell;
mod sheet;
mod signature;
mod workbook;

use std::fmt;

pub use bounds::Bounds;

use bounds::Room;
use signature::Packed;

/// What stands between an archive's name and that of what lay in it.
pub const INSIDE: &str = " › ";

/// The most characters that are shown of a name inside an archive.
const LONGEST_NAME: usize = 200;

/// What an archive or a workbook held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unpacked {
    /// What was unpacked, in the order of the archive.
    pub parts: Vec<Part>,
    /// What was not.
    pub refusals: Vec<Refusal>,
}

/// Something that was unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it lay: `lists.zip › 2026/domains.csv`, `book.xlsx › Sheet1`. Only ever shown.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file of an archive, as it lay there.
    File,
    /// A sheet: UTF-8, comma-separated, one record a row.
    Sheet,
}

/// Something that was not unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its name, as that of a [`Part`].
    pub name: String,
    /// The reason.
    pub why: Why,
}

/// Why something was not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is not what it says, or it was cut short.
    Damaged,
    /// It needs a password.
    Encrypted,
    /// It is compressed in another way than by deflate.
    Method,
    /// It is larger than is unpacked, or more than there is room left for.
    TooLarge,
    /// It grows so much that it is made to fill a memory.
    Bomb,
    /// It stands behind as many entries as are read.
    TooMany,
    /// It is an archive inside an archive.
    Nested,
    /// Several entries have one name; the last of them was read.
    SameName,
    /// A document of an office program other than a workbook.
    Document,
    /// What a packing system keeps for itself.
    Housekeeping,
    /// An archive without a file.
    EmptyArchive,
    /// A sheet without a cell that holds anything.
    EmptySheet,
    /// A chart or a macro, which has no cells.
    NoCells,
    /// A sheet that cannot be read after this row, from 1; what stands before was read.
    BreaksOff {
        /// The last row that was read; 0 where none was.
        row: u32,
    },
    /// A sheet for whose further rows no room is left.
    NoRoom {
        /// The last row that was read.
        row: u32,
    },
    /// Neither an archive nor a workbook.
    NotPacked,
}

impl Why {
    /// The stable name of the reason.
    #[must_use]
    pub const fn code(self) -> &'static str {
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
            Self::Housekeeping => "housekeeping",
            Self::EmptyArchive => "empty-archive",
            Self::EmptySheet => "empty-sheet",
            Self::NoCells => "no-cells",
            Self::BreaksOff { .. } => "breaks-off",
            Self::NoRoom { .. } => "no-room",
            Self::NotPacked => "not-packed",
        }
    }

    /// The last row that was read of a sheet; 0 for all else.
    #[must_use]
    pub const fn row(self) -> u32 {
        match self {
            Self::BreaksOff { row } | Self::NoRoom { row } => row,
            _ => 0,
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Unpacks an archive or a workbook that came under `name`.
#[must_use]
pub fn unpack(name: &str, bytes: &[u8], bounds: &Bounds) -> Unpacked {
    let mut unpacking = Unpacking {
        bounds,
        room: Room::of(bounds),
        into: Unpacked::default(),
    };
    if bytes.len() as u64 > bounds.packed {
        unpacking.refuse(name.to_owned(), Why::TooLarge);
        return unpacking.into;
    }
    match signature::packed(bytes) {
        Some(Packed::Zip) => unpacking.open_zip(name, bytes),
        Some(Packed::Compound) => unpacking.read_workbook(name, bytes, workbook::Format::Xls),
        None => unpacking.refuse(name.to_owned(), Why::NotPacked),
    }
    unpacking.into
}

/// What is being unpacked.
struct Unpacking<'b> {
    bounds: &'b Bounds,
    room: Room,
    into: Unpacked,
}

impl Unpacking<'_> {
    fn refuse(&mut self, name: String, why: Why) {
        self.into.refusals.push(Refusal { name, why });
    }

    fn give(&mut self, name: String, kind: Kind, bytes: Vec<u8>) {
        self.into.parts.push(Part { name, kind, bytes });
    }
}

/// The name of what lay inside something.
fn inside(outer: &str, inner: &str) -> String {
    let mut name = format!("{outer}{INSIDE}");
    let mut letters = inner.chars();
    name.extend(letters.by_ref().take(LONGEST_NAME));
    if letters.next().is_some() {
        name.push('…');
    }
    name
}
