//! Which rows of a table are at hand, and where each of them stands.

use std::ops::Range;

use crate::state::{Rows, Table};

/// Which rows are at hand, and where the user is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The first one at hand and how many are, of how many; `None` before the worker said so.
    pub(super) window: Option<(u32, u32, u32)>,
    pub(super) cursor: Option<u32>,
    /// The number of the row under the cursor, where that row is at hand.
    pub(super) active: Option<u32>,
    pub(super) turn: u32,
}

impl Place {
    /// Of a table.
    #[must_use]
    pub fn of<W: Rows>(table: &Table<W>) -> Self {
        let window = table.window.as_ref().map(|window| {
            let rows = u32::try_from(window.rows().len()).unwrap_or(0);
            (window.start(), rows, window.total())
        });
        Self {
            window,
            cursor: table.cursor,
            active: table.cursor.and_then(|place| table.row_at(place)),
            turn: table.turn,
        }
    }

    /// Rows besides the head: where none passes, one says so.
    pub(super) fn rows(&self) -> u32 {
        self.window.map_or(0, |(.., total)| total.max(1))
    }

    pub(super) fn total(&self) -> u32 {
        self.window.map_or(0, |(.., total)| total)
    }

    /// The places of the rows at hand.
    pub(super) fn at_hand(&self) -> Range<u32> {
        self.window
            .map_or(0..0, |(start, rows, _)| start..start.saturating_add(rows))
    }
}

/// Where a row stands.
#[derive(Clone, Copy)]
pub struct Spot {
    /// The key of its element. Each place at hand has its own, and a row that comes has that of one that
    /// goes: to write an element anew takes a browser a fraction of making one.
    pub key: u32,
    /// Its place among those that pass the filter.
    pub place: u32,
}

/// The rows at hand, each with its spot.
pub fn at_hand<W: Rows>(table: &Table<W>) -> impl Iterator<Item = (&W::Row, Spot)> {
    table.window.iter().flat_map(|window| {
        let keys = u32::try_from(window.rows().len())
            .unwrap_or(u32::MAX)
            .max(1);
        let spots = (window.start()..).map(move |place| Spot {
            key: place % keys,
            place,
        });
        window.rows().iter().zip(spots)
    })
}

/// The id of a row's element, by the number by which the worker knows it.
#[must_use]
pub fn row_id(number: u32) -> String {
    format!("row-{number}")
}
