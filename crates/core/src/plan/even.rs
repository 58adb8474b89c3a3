//! Rows that need no plan to be cut into calls.
//!
//! Where each row sends one object by the import API, deletes nothing and shares its value with no
//! other, its place among the rows and the length of its object say in which call it goes. So what the
//! page is told of a list, and the bodies of its calls for whoever sends them otherwise, are had without
//! an entry, a value or an object being held for each row.

use std::ops::Range;

use crate::{
    batch,
    check::Verdict,
    indicator::{Action, IndicatorType},
    ledger::Ledger,
    limits::Limits,
    order,
    source::small,
};

use super::{Endpoint, carry};

/// What is sent of a ledger, row by row.
#[derive(Debug)]
pub(crate) struct Even {
    rows: Vec<Sent>,
    pub(super) by_type: Vec<(IndicatorType, u32)>,
    pub(super) by_action: Vec<(Action, u32)>,
}

/// A row that is sent, and how long its object is.
#[derive(Clone, Copy, Debug)]
struct Sent {
    row: u32,
    len: u32,
}

impl Even {
    /// What is sent of a ledger whose rows are so; `None` of any other. One object goes by the single
    /// API.
    pub(crate) fn of(ledger: &Ledger) -> Option<Self> {
        if !ledger.are_values_apart() || ledger.replaces_any() {
            return None;
        }
        let mut even = Self {
            rows: Vec::with_capacity(ledger.len() as usize),
            by_type: Vec::new(),
            by_action: Vec::new(),
        };
        for row in 0..ledger.len() {
            if ledger.verdict(row) == Verdict::Ready && ledger.held_back(row).is_none() {
                let len = ledger.object_len(row)? + ledger.carried(row).len();
                order::count(&mut even.by_type, ledger.indicator_type(row)?);
                order::count(&mut even.by_action, ledger.action(row)?);
                let len = small(len);
                even.rows.push(Sent { row, len });
            }
        }
        (even.rows.len() != 1).then_some(even)
    }

    /// How many objects there are.
    pub(super) fn len(&self) -> u32 {
        small(self.rows.len())
    }

    /// The rows of each call.
    pub(super) fn calls(&self, limits: &Limits) -> Vec<Range<usize>> {
        let mut calls = Vec::new();
        let mut first = 0;
        while first < self.rows.len() {
            let lens = self.rows[first..].iter().map(|sent| sent.len as usize);
            let end = first + batch::fitting(Endpoint::Import, lens, limits);
            calls.push(first..end);
            first = end;
        }
        calls
    }

    /// The bodies of the calls, each written when it is asked for; `None` where an object is not known.
    pub(crate) fn into_bodies<'l>(
        self,
        ledger: &'l Ledger,
        limits: &Limits,
    ) -> Option<impl Iterator<Item = Vec<u8>> + use<'l>> {
        let are_known = self.rows.iter().all(|sent| ledger.knows_object(sent.row));
        let calls = are_known.then(|| self.calls(limits))?;
        Some(calls.into_iter().map(move |call| {
            let rows = &self.rows[call];
            let len = rows.iter().map(|sent| sent.len as usize).sum();
            batch::list(Endpoint::Import, len, rows, |out, sent| {
                ledger.write_object(sent.row, out);
                carry(out, ledger.carried(sent.row));
            })
        }))
    }
}
