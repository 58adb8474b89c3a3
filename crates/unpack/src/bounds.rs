//! What a file may cost.

/// How much is unpacked at most. Sizes are in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The archive itself: it lies in memory twice, as it came and as it is unpacked.
    pub packed: u64,
    /// What all parts have together. They lie in memory once here and once where they are read.
    pub kept: u64,
    /// What may come out of compression in all, read and thrown away included. A workbook's sheets
    /// are read as they come, so this bounds time and not memory.
    pub inflated: u64,
    /// What one part of a workbook may have that is held whole: its shared strings.
    pub held: u64,
    /// What each further part of a workbook may have: its styles and its list of sheets. Their
    /// entries are short and become large in memory.
    pub described: u64,
    /// Entries of an archive, and sheets of a workbook. A ledger counts files in 16 bits.
    pub entries: usize,
    /// How many times its packed size an entry may have. Deflate reaches 1,032; tables reach 50.
    pub ratio: u64,
    /// Below this size an entry may have any ratio: a column of zeros is no attack.
    pub ratio_from: u64,
    /// An old workbook (`.xls`) or the content of an `.ods`: their reader holds a sheet whole.
    pub dense: u64,
    /// Rows of a sheet: as many as Excel has.
    pub rows: u32,
}

const MIB: u64 = 1024 * 1024;

impl Default for Bounds {
    fn default() -> Self {
        Self {
            packed: 256 * MIB,
            kept: 512 * MIB,
            inflated: 2048 * MIB,
            held: 256 * MIB,
            described: 16 * MIB,
            entries: 10_000,
            ratio: 200,
            ratio_from: 16 * MIB,
            dense: 64 * MIB,
            rows: 1_048_576,
        }
    }
}

/// What is left of the bounds that everything shares.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    kept: u64,
    inflated: u64,
    entries: usize,
}

impl Room {
    pub(crate) fn of(bounds: &Bounds) -> Self {
        Self {
            kept: bounds.kept,
            inflated: bounds.inflated,
            entries: bounds.entries,
        }
    }

    /// How much more may be kept.
    pub(crate) fn left_to_keep(&self) -> u64 {
        self.kept
    }

    /// How much more may be inflated.
    pub(crate) fn left_to_inflate(&self) -> u64 {
        self.inflated
    }

    pub(crate) fn keep(&mut self, bytes: usize) {
        self.kept = self.kept.saturating_sub(bytes as u64);
    }

    pub(crate) fn inflate(&mut self, bytes: u64) {
        self.inflated = self.inflated.saturating_sub(bytes);
    }

    /// Takes a place for one more entry or sheet, if one is left.
    pub(crate) fn enter(&mut self) -> bool {
        let left = self.entries.checked_sub(1);
        self.entries = left.unwrap_or(0);
        left.is_some()
    }
}
