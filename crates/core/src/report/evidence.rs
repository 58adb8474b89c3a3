//! What a report is made of: the rows, what was planned, and what the records of the run say.

use crate::{
    diagnostic::{Diagnostic, Finding, Place},
    import::{Attempt, BatchId, History, NotSent, Outcome},
    ledger::Ledger,
    order::{by_figure, sorted},
    plan::{EntryId, Plan, moment},
    session::AttemptView,
};

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'r> {
    /// The rows.
    pub ledger: &'r Ledger,
    /// What was to be sent.
    pub plan: &'r Plan,
    /// What the records say.
    pub history: &'r History,
    /// What became of entries of which they say nothing.
    pub otherwise: Option<&'r Outcome>,
}

/// The calls that carried a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Carried {
    /// The last batch of each of the row's entries, each batch once, counted from 1.
    pub(super) batches: Vec<u32>,
    /// Its calls, the first one first, each with the number of its batch.
    pub(super) attempts: Vec<(u32, Attempt)>,
}

impl<'r> Evidence<'r> {
    /// What became of an entry.
    #[must_use]
    pub fn outcome(&self, id: EntryId) -> Option<&'r Outcome> {
        self.history.outcome(id).or(self.otherwise)
    }

    /// What is said of a row that was left alone when the run was gone on with.
    #[must_use]
    pub fn meanwhile(ledger: &Ledger, row: u32, outcome: Option<&Outcome>) -> Option<Diagnostic> {
        let left = Outcome::NotSent {
            reason: NotSent::LeftOut,
        };
        // Nobody left it out before.
        let is_left = outcome == Some(&left) && ledger.held_back(row).is_none();
        let place = Place::line(ledger.line_of(row));
        is_left.then(|| Diagnostic::new(Finding::ChangedMeanwhile, place))
    }

    /// The calls that carried a row, the first one first.
    #[must_use]
    pub fn attempts(&self, row: u32) -> Vec<AttemptView> {
        let carried = self.carried(self.plan.of_row(row)).attempts.into_iter();
        let view = |(batch, attempt)| AttemptView { batch, attempt };
        carried.map(view).collect()
    }

    /// The calls that carried some entries of one row.
    pub(super) fn carried(&self, entries: impl Iterator<Item = EntryId>) -> Carried {
        let mut carried = Carried::default();
        for id in entries {
            carried.batches.extend(self.history.batch(id).map(number));
            let attempts = self.history.attempts(id).into_iter();
            let numbered = attempts.map(|(batch, attempt)| (number(batch), attempt));
            carried.attempts.extend(numbered);
        }
        carried.batches = sorted(carried.batches);
        carried.batches.dedup();
        carried.attempts = by_figure(carried.attempts, |(batch, attempt)| {
            (i128::from(attempt.at.0) << 32) + i128::from(*batch)
        });
        carried.attempts.dedup();
        carried
    }
}

/// A batch's number as people count, from 1.
fn number(batch: BatchId) -> u32 {
    batch.0.saturating_add(1)
}

impl Carried {
    /// The batch, where it was one.
    pub(super) fn batch(&self) -> Option<u32> {
        match self.batches[..] {
            [batch] => Some(batch),
            _ => None,
        }
    }

    /// The batches, for one cell.
    pub(super) fn batches(&self) -> String {
        let numbers: Vec<String> = self.batches.iter().map(u32::to_string).collect();
        numbers.join("; ")
    }

    /// The calls, for one cell. The batch is said where there was more than one.
    pub(super) fn attempts(&self) -> String {
        let is_of_one = self.attempts.windows(2).all(|pair| pair[0].0 == pair[1].0);
        let told = |(batch, attempt): &(u32, Attempt)| {
            let at = moment(attempt.at).unwrap_or_default();
            let status = attempt.status.map(|status| status.to_string());
            let status = status.as_deref().unwrap_or("no answer");
            let (seconds, tenths) = (attempt.millis / 1_000, attempt.millis % 1_000 / 100);
            let batch = if is_of_one {
                String::new()
            } else {
                format!("batch {batch} ")
            };
            format!("{batch}{at} {status} {seconds}.{tenths} s")
        };
        let told: Vec<String> = self.attempts.iter().map(told).collect();
        told.join("; ")
    }
}
