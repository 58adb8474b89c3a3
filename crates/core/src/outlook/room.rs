//! Which of the rows that add to a tenant find room in it.

use crate::{
    clock::WallTime, ledger::Ledger, limits::Limits, order::by_figure, session::OverQuota,
    source::small,
};

/// A row that would change how many indicators the tenant holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) row: u32,
    /// Indicators that it adds.
    pub(super) added: u32,
    /// Indicators of the tenant that go away for its sake, before anything is added.
    pub(super) deleted: u32,
}

impl Change {
    /// How much room it takes beyond what it makes.
    const fn need(self) -> u32 {
        self.added.saturating_sub(self.deleted)
    }

    /// How much room it makes beyond what it takes.
    const fn spare(self) -> u32 {
        self.deleted.saturating_sub(self.added)
    }
}

/// Takes out the changes for which there is no room where the tenant holds `used`, by the rule that the
/// user chose. A change that takes no room always finds some, and what it makes is free for others. A
/// row that adds several finds room for all of them or stays behind; a smaller one may still fit.
pub(super) fn over_quota(
    changes: &mut Vec<Change>,
    used: u32,
    limits: &Limits,
    rule: OverQuota,
    ledger: &Ledger,
) -> Vec<u32> {
    let most = small(limits.tenant_indicators);
    let made: u32 = changes.iter().map(|change| change.spare()).sum();
    let mut room = most.saturating_sub(used.saturating_sub(made));
    let needed: u64 = changes.iter().map(|change| u64::from(change.need())).sum();
    if needed <= u64::from(room) {
        return Vec::new();
    }
    let mut behind = Vec::new();
    for change in first_come(changes, rule, ledger) {
        match room.checked_sub(change.need()) {
            Some(left) => room = left,
            None => behind.push(change.row),
        }
    }
    let behind = crate::order::sorted(behind);
    changes.retain(|change| behind.binary_search(&change.row).is_err());
    behind
}

/// The changes in the order in which they find room.
fn first_come(changes: &[Change], rule: OverQuota, ledger: &Ledger) -> Vec<Change> {
    let indicator = |change: &Change| ledger.indicator(change.row);
    by_figure(changes.to_vec(), |change| match rule {
        OverQuota::Last => i128::from(change.row),
        OverQuota::First => -i128::from(change.row),
        OverQuota::LowestSeverity => {
            let severity = indicator(change).and_then(|sent| sent.severity);
            -severity.map_or(-1, |severity| severity as i128)
        }
        OverQuota::SoonestToExpire => {
            let expires = indicator(change).and_then(|sent| sent.expiration);
            -expires.map_or(i128::from(i64::MAX), |WallTime(at)| i128::from(at))
        }
    })
}
