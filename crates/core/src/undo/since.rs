//! What has happened to the indicators of some lines since the lines were written.

use crate::{
    diagnostic::Finding,
    fnv::Fnv,
    ledger::Ledger,
    tenant::{Entity, Snapshot, Text, with_entity},
};

use super::{Line, Lines, Task, changed, submission};

/// The fields that the service sets where somebody writes to an indicator.
const STAMPS: [Text; 5] = [
    Text::Id,
    Text::CreationTimeDateTimeUtc,
    Text::CreatedBy,
    Text::LastUpdateTime,
    Text::LastUpdatedBy,
];

/// The lines of a ledger where some do not stand any more, as the tenant is by now: those leave the
/// indicator alone and say why. Each row keeps its place. `None` where all lines stand.
#[must_use]
pub fn overtaken(ledger: &Ledger, tenant: &Snapshot) -> Option<String> {
    let mut lines = Lines::default();
    let mut all_stand = true;
    for row in 0..ledger.len() {
        let line = ledger.line(row);
        match line.as_ref().and_then(|line| since(line, tenant)) {
            Some((object, why)) => {
                lines.leave(object, &why);
                all_stand = false;
            }
            None => lines.copy(ledger.source_of(row)),
        }
    }
    (!all_stand).then(|| lines.into_text())
}

/// Why a line does not stand any more, with the indicator as it is, or as it was last seen.
fn since<'a>(line: &Line<'a>, tenant: &'a Snapshot) -> Option<(&'a str, Finding)> {
    let seen = match line.task? {
        Task::Delete => Some(line.object),
        Task::Restore => line.now,
    };
    let held = with_entity(seen.unwrap_or(line.object), |entity| held(entity, tenant))?;
    match (seen, held) {
        (None, None) if tenant.unread() > 0 => Some((line.object, Finding::LeftUnread)),
        (None, None) => None,
        (Some(seen), None) if tenant.unread() > 0 => Some((seen, Finding::LeftUnread)),
        (Some(seen), None) => Some((seen, Finding::LeftAsItWas { is_gone: true })),
        (Some(seen), Some(held)) if is_still(seen, held) => None,
        (_, Some(held)) => Some((held.object(), changed(held))),
    }
}

/// The tenant's by id, or else by its key: what somebody has made again has another id.
fn held<'t>(entity: Entity<'_>, tenant: &'t Snapshot) -> Option<Entity<'t>> {
    let by_id = entity.id().and_then(|id| tenant.find_id(&id));
    by_id.or_else(|| tenant.find(entity.key()))
}

/// Whether nobody has written to an indicator since it was `seen`, as far as the service tells.
fn is_still(seen: &str, held: Entity<'_>) -> bool {
    fingerprint(seen) == fingerprint(held.object())
}

/// Whether two indicators hold the same, of all that a submission sets.
#[must_use]
pub fn say_the_same(one: &str, other: &str) -> bool {
    one == other || submission::are_same(one, other)
}

/// Tells an indicator of the tenant from what it is once somebody has written to it: its id, when and by
/// whom it was made and last changed, and every field that a submission sets.
#[must_use]
pub fn fingerprint(object: &str) -> u64 {
    let mut hash = Fnv::new();
    submission::each(object, |value| {
        hash.write(value.as_bytes());
        hash.write(&[0]);
    });
    // What is no indicator of ours has no stamps that could differ.
    let _stamped = with_entity(object, |entity| {
        for stamp in STAMPS {
            hash.write(entity.text(stamp).unwrap_or_default().as_bytes());
            hash.write(&[0]);
        }
    });
    hash.finish()
}
