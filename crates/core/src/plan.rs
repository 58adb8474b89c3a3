//! What would be sent, in what order: the ready rows, each serialised once.
//!
//! A ledger goes in; entries over one buffer of JSON come out. An entry is one indicator of one row;
//! a range that is expanded gives one row many entries.

use std::ops::Range;

use crate::indicator::{Action, IndicatorType};

/// Which API a call uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Endpoint {
    /// `POST /api/indicators/import`: many at a time.
    Import,
    /// `POST /api/indicators`: one at a time.
    Single,
}

/// An entry's place in [`Plan::entries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct EntryId(pub u32);

/// One indicator to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row it stands for, as counted by the ledger.
    pub row: u32,
    /// The type.
    pub indicator_type: IndicatorType,
    /// The value as sent; in its folded form it is the key by which the answer is matched.
    pub value: Box<str>,
    /// The action.
    pub action: Action,
    /// The API it goes to.
    pub endpoint: Endpoint,
    /// Its JSON object in [`Plan::json`].
    pub json: Range<usize>,
}

/// Everything that would be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order of the rows.
    pub entries: Vec<Entry>,
    /// The entries' JSON objects, one after another, UTF-8.
    pub json: Vec<u8>,
}

impl Plan {
    /// The JSON object of one entry, as the API takes it.
    #[must_use]
    pub fn object(&self, id: EntryId) -> &[u8] {
        &self.json[self.entries[id.0 as usize].json.clone()]
    }
}
