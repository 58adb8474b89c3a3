//! What became of every record, as files to keep.
//!
//! A ledger, its plan and the history of a run go in; CSV and JSON come out, one row for each
//! record; what did not reach the tenant, as a table that reads back once it is mended; and for a page
//! that cannot send, the plan itself as portal CSVs, as request bodies, as a script that sends them, and as
//! a query whether they were seen. Cells that a spreadsheet would
//! run are written with a guard that reading takes off again.

mod again;
mod csv;
mod evidence;
mod export;
mod hunt;
mod json;
mod portal;
mod script;
mod tenant;

use std::borrow::Cow;

use crate::{
    change::Field,
    check::Verdict,
    import::{NotSent, Outcome},
    ledger::Ledger,
    plan::{Endpoint, EntryId, Plan},
    undo::Task,
};

pub(crate) use self::{again::is_still_to_send, export::bodies_of};
pub use self::{
    again::{rejects, unsent},
    csv::to_csv,
    evidence::Evidence,
    export::{NamedFile, deletions, request_bodies},
    hunt::hunting_queries,
    json::to_json,
    portal::{PORTAL_ROWS, PortalExport, portal_csv},
    script::{Shell, script},
    tenant::{tenant_csv, tenant_json},
};

/// What became of each row that was ready: the worst outcome of its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcomes {
    rows: Vec<Option<Outcome>>,
    gone: u32,
    undeletable: u32,
}

/// What a run was to do about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// To import it.
    Import,
    /// To delete an indicator of the tenant.
    Delete,
    /// To give an indicator back what it had, or to make it again.
    Restore,
    /// To leave an indicator as it is.
    Leave,
}

impl Deed {
    /// What a row says.
    #[must_use]
    pub fn of(ledger: &Ledger, row: u32) -> Self {
        match ledger.task(row) {
            Some(Task::Delete) => Self::Delete,
            Some(Task::Restore) => Self::Restore,
            None if ledger.line(row).is_some() => Self::Leave,
            None => Self::Import,
        }
    }

    /// Its name in a report; none of an import, where every row is to be imported.
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Import => None,
            Self::Delete => Some("delete"),
            Self::Restore => Some("restore"),
            Self::Leave => Some("leave"),
        }
    }
}

impl Outcomes {
    /// Gathers them. `of` says what became of an entry; one that nothing is known of was not sent,
    /// because the run ended before its turn. What was taken away of a row says nothing more once the
    /// row itself is accepted.
    #[must_use]
    pub fn of_run<'o>(
        ledger: &Ledger,
        plan: &Plan,
        of: impl Fn(EntryId) -> Option<&'o Outcome>,
    ) -> Self {
        let not_sent = |reason| Outcome::NotSent { reason };
        let mut rows: Vec<Option<Outcome>> = (0..ledger.len())
            .map(|row| ledger.held_back(row).map(not_sent))
            .collect();
        let (mut gone, mut undeletable) = (0, 0);
        for (id, entry) in plan.ids().zip(&plan.entries) {
            let outcome = of(id).cloned();
            let deletes = entry.endpoint == Endpoint::Delete;
            gone += u32::from(deletes && matches!(outcome, Some(Outcome::Accepted { .. })));
            undeletable += u32::from(deletes && matches!(outcome, Some(Outcome::Rejected { .. })));
            let outcome = outcome.unwrap_or_else(|| not_sent(NotSent::Cancelled));
            if let Some(held) = rows.get_mut(entry.row as usize)
                && held
                    .as_ref()
                    .is_none_or(|held| weight(held) < weight(&outcome) || *held == GONE)
            {
                *held = Some(outcome);
            }
        }
        Self {
            rows,
            gone,
            undeletable,
        }
    }

    /// Indicators of the tenant that have gone away.
    #[must_use]
    pub const fn gone(&self) -> u32 {
        self.gone
    }

    /// Indicators of the tenant that the API refused to delete.
    #[must_use]
    pub const fn undeletable(&self) -> u32 {
        self.undeletable
    }

    /// What became of a row; `None` where it was not ready.
    #[must_use]
    pub fn of_row(&self, row: u32) -> Option<&Outcome> {
        self.rows.get(row as usize)?.as_ref()
    }
}

/// What has gone away, and what the API has taken without a word of its id.
pub(crate) const GONE: Outcome = Outcome::Accepted { id: None };

/// How bad an outcome is. A row is accepted only where every entry is.
const fn weight(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::Accepted { .. } => 0,
        Outcome::NotSent { .. } => 1,
        Outcome::Unconfirmed => 2,
        Outcome::Rejected { .. } => 3,
    }
}

/// The outcome's name in a report.
const fn outcome_name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted { .. } => "accepted",
        Outcome::Rejected { .. } => "rejected",
        Outcome::Unconfirmed => "unconfirmed",
        Outcome::NotSent { .. } => "not-sent",
    }
}

/// Why a row was not sent, as a report names it.
const fn reason_name(reason: NotSent) -> &'static str {
    match reason {
        NotSent::Unchanged => "unchanged",
        NotSent::OverQuota => "over-quota",
        NotSent::LeftOut => "left-out",
        NotSent::Guarded => "guarded",
        NotSent::Cancelled => "cancelled",
    }
}

const fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ready => "ready",
        Verdict::Duplicate => "duplicate",
        Verdict::Conflict => "conflict",
        Verdict::Refused => "refused",
        Verdict::Ignored => "ignored",
    }
}

/// The parts of an outcome that a report has columns for.
#[derive(Clone, Copy, Debug, Default)]
struct Parts<'o> {
    outcome: Option<&'static str>,
    reason: Option<&'static str>,
    id: Option<&'o str>,
    failure_reason: Option<&'o str>,
    target: Option<&'o str>,
}

fn parts(outcome: Option<&Outcome>) -> Parts<'_> {
    let Some(outcome) = outcome else {
        return Parts::default();
    };
    let mut parts = Parts {
        outcome: Some(outcome_name(outcome)),
        ..Parts::default()
    };
    match outcome {
        Outcome::Accepted { id } => parts.id = id.as_deref(),
        Outcome::Rejected { reason, target } => {
            parts.failure_reason = Some(reason);
            parts.target = target.as_deref();
        }
        Outcome::Unconfirmed => {}
        Outcome::NotSent { reason } => parts.reason = Some(reason_name(*reason)),
    }
    parts
}

/// A record's value as it stands in the source; the record itself where it has no fields.
fn given(ledger: &Ledger, row: u32) -> Cow<'_, str> {
    ledger
        .given_field(row, Field::IndicatorValue)
        .unwrap_or_else(|| Cow::Borrowed(ledger.source_of(row)))
}

/// The name of a row's file.
fn file_name(ledger: &Ledger, row: u32) -> &str {
    let file = ledger.files().get(usize::from(ledger.file_of(row)));
    file.map_or("", |file| file.name.as_str())
}
