//! What became of the last run.
//!
//! Its plan and what its records say are kept until what was read changes; its rows are counted up
//! once. A report is made of them.

use std::sync::Arc;

use crate::{
    import::{History, NotSent, Outcome, Tally},
    ledger::Ledger,
    order::by_figure,
    plan::{EntryId, Plan},
    report::{Deed, Evidence, Outcomes},
};

use super::{Reason, ReportSummary, Stopped};

/// A run that has ended.
#[derive(Clone, Debug)]
pub(super) struct Ended {
    pub(super) plan: Arc<Plan>,
    pub(super) summary: ReportSummary,
    pub(super) rows: Outcomes,
    /// What its records say.
    pub(super) history: History,
}

impl Ended {
    /// Whether nothing of it left, nor went away for it, so that everything may be changed and sent anew.
    pub(super) fn sent_nothing(&self) -> bool {
        let ReportSummary {
            accepted,
            rejected,
            unconfirmed,
            deleted,
            ..
        } = self.summary;
        accepted + rejected + unconfirmed + deleted == 0
    }

    /// How many entries came to which end; one that nothing is known of was not sent.
    pub(super) fn tally(&self) -> Tally {
        let mut tally = Tally::of(self.plan.ids().filter_map(|id| self.entry(id)));
        tally.not_sent += self.plan.len() - tally.total();
        tally
    }

    /// What became of an entry.
    fn entry(&self, id: EntryId) -> Option<&Outcome> {
        let stopped = self.summary.stopped.as_ref();
        let known = self.history.outcome(id);
        known.or_else(|| stopped.map(Stopped::left_unsent))
    }

    /// What a report of it is made of.
    pub(super) fn evidence<'r>(&'r self, ledger: &'r Ledger) -> Evidence<'r> {
        Evidence {
            ledger,
            plan: &self.plan,
            history: &self.history,
            otherwise: self.summary.stopped.as_ref().map(Stopped::left_unsent),
        }
    }
}

/// The outcome that a row is shown with while its entries come back one after another: one that
/// was not accepted, if there is one.
pub(super) fn worst<'o>(outcomes: impl Iterator<Item = &'o Outcome>) -> Option<&'o Outcome> {
    outcomes.min_by_key(|outcome| matches!(outcome, Outcome::Accepted { .. }))
}

/// Counts the rows by what became of them.
pub(super) fn count_up(summary: &mut ReportSummary, rows: &Outcomes, ledger: &Ledger) {
    summary.deleted = rows.gone();
    summary.undeletable = rows.undeletable();
    for row in 0..ledger.len() {
        let outcome = rows.of_row(row);
        count(summary, outcome);
        let left = Outcome::NotSent {
            reason: NotSent::LeftOut,
        };
        match (Deed::of(ledger, row), outcome) {
            (Deed::Restore, Some(Outcome::Accepted { .. })) => summary.restored += 1,
            (Deed::Leave, _) => summary.left_alone += 1,
            // Nobody left it out before the run was gone on with.
            (Deed::Delete | Deed::Restore, Some(outcome))
                if *outcome == left && ledger.held_back(row).is_none() =>
            {
                summary.left_alone += 1;
            }
            _ => {}
        }
    }
    let reasons = std::mem::take(&mut summary.reasons);
    summary.reasons = by_figure(reasons, |reason| -i128::from(reason.rows));
}

/// Counts a row by what became of it.
fn count(summary: &mut ReportSummary, outcome: Option<&Outcome>) {
    match outcome {
        None => {}
        Some(Outcome::Accepted { .. }) => summary.accepted += 1,
        Some(Outcome::Unconfirmed) => summary.unconfirmed += 1,
        Some(Outcome::NotSent { .. }) => summary.not_sent += 1,
        Some(Outcome::Rejected { reason, .. }) => {
            summary.rejected += 1;
            count_reason(&mut summary.reasons, reason);
        }
    }
}

fn count_reason(reasons: &mut Vec<Reason>, text: &str) {
    match reasons.iter_mut().find(|reason| reason.text == text) {
        Some(reason) => reason.rows += 1,
        None => reasons.push(Reason {
            text: text.to_owned(),
            rows: 1,
        }),
    }
}
