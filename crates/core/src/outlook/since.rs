//! Whether a tenant still is what rows were compared with, as far as that concerns them.

use crate::{
    check::Verdict,
    ledger::{Decided, Ledger},
    session::TenantChange,
    tenant::Snapshot,
    undo::say_the_same,
};

use super::Prospect;

/// What was foreseen and decided of rows as a tenant stood.
#[derive(Clone, Copy, Debug)]
pub struct Foreseen<'f> {
    /// The tenant.
    pub tenant: &'f Snapshot,
    /// What would happen.
    pub prospect: &'f Prospect,
    /// What is held back and replaced.
    pub decided: &'f Decided,
}

impl Foreseen<'_> {
    /// The indicators that a row would update or delete, as they were listed.
    fn touched(&self, row: u32) -> impl Iterator<Item = Option<&str>> {
        let places = self.prospect.touched(row);
        places.map(|place| self.tenant.object(place))
    }

    fn is_otherwise(&self, now: &Self, row: u32) -> bool {
        self.prospect.fate(row) != now.prospect.fate(row)
            || self.decided.held(row) != now.decided.held(row)
            || self.decided.replaced(row) != now.decided.replaced(row)
    }

    /// Whether a row that comes to the same would change something else than was seen.
    fn is_written(&self, now: &Self, row: u32) -> bool {
        let are_same = |(before, now): (Option<&str>, Option<&str>)| match (before, now) {
            (Some(before), Some(now)) => say_the_same(before, now),
            _ => false,
        };
        self.prospect.touched(row).count() != now.prospect.touched(row).count()
            || !self.touched(row).zip(now.touched(row)).all(are_same)
    }
}

/// What has changed from `before` to `now` for the ready rows of a ledger; `None` where a run does to
/// the tenant what was seen. A row that is not ready any more is not sent, and no change.
///
/// Who writes to an indicator what it holds already changes nothing.
#[must_use]
pub fn change(ledger: &Ledger, before: &Foreseen<'_>, now: &Foreseen<'_>) -> Option<TenantChange> {
    let mut change = TenantChange {
        since: before.tenant.at(),
        before: before.prospect.sums.fates,
        now: now.prospect.sums.fates,
        otherwise: 0,
        written: 0,
    };
    let is_meant = |row: &u32| ledger.verdict(*row) == Verdict::Ready && !ledger.is_left_out(*row);
    for row in (0..ledger.len()).filter(is_meant) {
        if before.is_otherwise(now, row) {
            change.otherwise += 1;
        } else if !now.decided.holds(row) && before.is_written(now, row) {
            change.written += 1;
        }
    }
    (change.otherwise + change.written > 0).then_some(change)
}
