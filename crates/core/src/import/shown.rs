//! What a list of the tenant shows to those who look for the entries of a plan.

use rustc_hash::FxHashSet;

use crate::{
    plan::{Entry, Plan, Seen},
    tenant::{Entity, Key, Snapshot},
    undo::fingerprint,
};

/// The list, and what of it is to go away.
#[derive(Debug)]
pub(super) struct Shown<'t> {
    tenant: &'t Snapshot,
    going: FxHashSet<String>,
    /// Whether what is not shown is not there.
    is_whole: bool,
}

/// Whether the tenant has an indicator that is to go away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    There,
    Gone,
    /// The list may hide it.
    Unclear,
}

impl<'t> Shown<'t> {
    pub(super) fn of(tenant: &'t Snapshot, plan: &Plan) -> Self {
        let going = plan.deletions().filter_map(|id| plan.deleted(id));
        Self {
            going: going.collect(),
            is_whole: tenant.unread() == 0 && tenant.entities().all(|entity| entity.id().is_some()),
            tenant,
        }
    }

    fn stays(&self, it: Entity<'_>) -> bool {
        it.id().is_none_or(|id| !self.going.contains(id.as_ref()))
    }

    /// The indicator that an entry would update. What the plan takes away is never found in its place:
    /// a list may lag, and a legacy action may be kept as the one that goes.
    pub(super) fn find(&self, entry: &Entry) -> Option<Entity<'t>> {
        let keys = Key::kept_as(entry.indicator_type, &entry.value, entry.action);
        keys.iter().find_map(|key| {
            let beside = self.tenant.beside(key.indicator_type, &key.value);
            let same = beside.filter(|it| it.key() == key && self.stays(*it));
            same.max_by_key(|it| it.place())
        })
    }

    /// Whether what an entry would change is no longer as it was seen; `deleted` is its id where it is
    /// to go away. One that was to go away and is gone is as it should be; one that is another than it was
    /// said to be is none of ours.
    pub(super) fn is_overtaken(&self, entry: &Entry, deleted: Option<&str>) -> bool {
        let found = match deleted {
            Some(id) => self.tenant.find_id(id),
            None => self.find(entry),
        };
        if deleted.is_some() && found.is_some_and(|held| *held.key() != named(entry)) {
            return true;
        }
        match (entry.seen, found) {
            (Seen::Anything | Seen::Named, _) | (Seen::Nothing, None) => false,
            (Seen::Nothing, Some(_)) => true,
            (Seen::It(_), None) => deleted.is_none(),
            (Seen::It(seen), Some(held)) => fingerprint(held.object()) != seen,
        }
    }

    /// Whether there is one like what is to go away, which is none of those that are.
    pub(super) fn is_made_again(&self, entry: &Entry) -> bool {
        let key = named(entry);
        let mut beside = self.tenant.beside(key.indicator_type, &key.value);
        beside.any(|it| *it.key() == key && self.stays(it))
    }

    /// What it says of an id.
    pub(super) fn sight(&self, id: &str) -> Sight {
        match (self.tenant.find_id(id), self.is_whole) {
            (Some(_), _) => Sight::There,
            (None, true) => Sight::Gone,
            (None, false) => Sight::Unclear,
        }
    }
}

/// The key that an entry says by itself.
fn named(entry: &Entry) -> Key {
    Key::new(entry.indicator_type, &entry.value, entry.action)
}
