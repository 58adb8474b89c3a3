//! The JSON objects of ready rows, written while they are at hand.
//!
//! A plan would otherwise check every row a second time to know what is sent, which takes longer than
//! all the rest of planning. Where there are far more rows than a tenant holds, memory is dearer than
//! time: then nothing is kept but how long each is, and the plan checks again.

use super::Ledger;
use crate::{
    check::Row,
    plan::{range, write_object},
    source::{Span, small},
};

/// Rows up to which objects are kept; a tenant holds 15,000 indicators.
const MOST_ROWS: u32 = 100_000;

/// Bytes from which on no more objects are kept.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Where an object begins that is not kept.
const NOWHERE: u32 = u32::MAX;

/// One object a row, in one buffer.
#[derive(Clone, Debug, Default)]
pub(super) struct Objects {
    json: Vec<u8>,
    /// One span a row, of no length where the row has no object. One that begins nowhere is not kept.
    spans: Vec<Span>,
    is_kept: bool,
}

impl Objects {
    /// Forgets all, before so many rows are checked.
    pub(super) fn clear(&mut self, rows: u32) {
        self.json.clear();
        self.spans.clear();
        self.is_kept = rows <= MOST_ROWS;
        if !self.is_kept {
            *self = Self::default();
        }
        self.spans.reserve_exact(rows as usize);
    }

    /// Keeps what would be sent for the next row. A range may become many objects, or go elsewhere.
    pub(super) fn push(&mut self, row: &Row<'_>) {
        let start = self.json.len();
        if let Some(indicator) = &row.indicator
            && range(indicator).is_none()
        {
            write_object(&mut self.json, indicator, &indicator.value);
        }
        let len = small(self.json.len() - start);
        let start = if self.is_kept && start <= MOST_BYTES {
            small(start)
        } else {
            self.json.truncate(start);
            NOWHERE
        };
        self.spans.push(Span { start, len });
    }

    /// Keeps what would be sent for a row that was checked again.
    pub(super) fn replace(&mut self, row: u32, changed: &Row<'_>) {
        let known = self.spans.len();
        self.push(changed);
        let span = self.spans.get(known).copied().unwrap_or_default();
        self.spans.truncate(known);
        if let Some(held) = self.spans.get_mut(row as usize) {
            *held = span;
        }
    }

    pub(super) fn get(&self, row: u32) -> Option<&[u8]> {
        let span = self.spans.get(row as usize)?;
        if span.start == NOWHERE {
            return None;
        }
        let start = span.start as usize;
        let object = self.json.get(start..start + span.len as usize)?;
        (!object.is_empty()).then_some(object)
    }

    /// How long the object is, kept or not.
    pub(super) fn len_of(&self, row: u32) -> Option<usize> {
        let span = self.spans.get(row as usize)?;
        (span.len > 0).then_some(span.len as usize)
    }
}

impl Ledger {
    /// The JSON object that would be sent for a row, where it was kept.
    pub(crate) fn object(&self, row: u32) -> Option<&[u8]> {
        self.objects.get(row)
    }

    /// How long that object is, also where it was not kept.
    pub(crate) fn object_len(&self, row: u32) -> Option<usize> {
        self.objects.len_of(row)
    }
}
