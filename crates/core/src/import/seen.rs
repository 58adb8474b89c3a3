//! What an import saw of the tenant before it began, and what is left alone once that has changed.
//!
//! The images that are kept of a run go in when it is gone on with; each entry then knows what it would
//! change. A list of the tenant ends the rows of which others have written to something meanwhile: a row
//! is left alone as a whole, so that nothing is deleted for the sake of what is not sent.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{NotSent, Outcome, engine::Import, shown::Shown};
use crate::{
    plan::{Endpoint, Entry, EntryId, Plan, Seen},
    tenant::{Key, Snapshot},
    undo::fingerprint,
};

const LEFT: Outcome = Outcome::NotSent {
    reason: NotSent::LeftOut,
};

/// Has the entries of an import know what the tenant held of what they would change, by its images. Where
/// not all was read when they were taken, what has none may have been there.
pub(crate) fn take_note(plan: &mut Plan, images: &Snapshot) {
    let shown = Shown::of(images, plan);
    let wanted = keys_wanted(plan);
    let absent = if images.unread() == 0 {
        Seen::Nothing
    } else {
        Seen::Anything
    };
    let seen = |id: EntryId, entry: &Entry| {
        let (held, otherwise) = match plan.deleted(id) {
            Some(gone) => (images.find_id(&gone), Seen::Anything),
            // What it finds may be what this run has made of another row.
            None if kept_as(entry).any(|key| wanted[&key] > 1) => return Seen::Anything,
            None => (shown.find(entry), absent),
        };
        held.map_or(otherwise, |held| Seen::It(fingerprint(held.object())))
    };
    let ids = plan.ids().zip(&plan.entries);
    let all: Vec<Seen> = ids.map(|(id, entry)| seen(id, entry)).collect();
    for (entry, seen) in plan.entries.iter_mut().zip(all) {
        entry.seen = seen;
    }
}

/// The keys under which what is sent may be kept, and of how many entries.
fn keys_wanted(plan: &Plan) -> FxHashMap<Key, u32> {
    let mut wanted = FxHashMap::default();
    let sent = plan.entries.iter();
    for entry in sent.filter(|entry| entry.endpoint != Endpoint::Delete) {
        for key in kept_as(entry) {
            *wanted.entry(key).or_default() += 1;
        }
    }
    wanted
}

fn kept_as(entry: &Entry) -> impl Iterator<Item = Key> + use<> {
    Key::kept_as(entry.indicator_type, &entry.value, entry.action).into_iter()
}

impl Import {
    /// Ends the rows that would change something that is no longer as it was seen.
    pub(super) fn leave_alone(&mut self, tenant: &Snapshot) {
        let rows = self.overtaken(&Shown::of(tenant, &self.plan));
        if !rows.is_empty() {
            let is_of_them =
                |plan: &Plan, id: EntryId| rows.contains(&plan.entries[id.0 as usize].row);
            self.end_waiting(is_of_them, Some(&LEFT));
        }
    }

    /// The rows of which something that has not left is overtaken, or something that goes away for their
    /// sake. What is in doubt may have left this run's own mark, and is not asked about; a deletion leaves
    /// none.
    fn overtaken(&self, list: &Shown<'_>) -> FxHashSet<u32> {
        let entry = |id: EntryId| &self.plan.entries[id.0 as usize];
        let works = (0..self.work.len()).map(|place| &self.work[place]);
        let ahead = works.filter(|work| work.is_open() && !work.in_doubt() && !work.deletes());
        let sent = ahead
            .flat_map(|work| work.entries.iter().copied())
            .filter(|id| list.is_overtaken(entry(*id), None));
        let gone = self.plan.deletions();
        let gone = gone.filter(|id| self.is_deletion_overtaken(*id, list));
        sent.chain(gone).map(|id| entry(id).row).collect()
    }

    /// Whether others have written to what goes away, or have made it again.
    fn is_deletion_overtaken(&self, id: EntryId, list: &Shown<'_>) -> bool {
        let entry = &self.plan.entries[id.0 as usize];
        let gone = self.plan.deleted(id).unwrap_or_default();
        let is_other = match self.journal.history().outcome(id) {
            // A list that lies behind may show it still.
            Some(Outcome::Accepted { .. }) => false,
            _ => list.is_overtaken(entry, Some(&gone)),
        };
        is_other || (entry.seen != Seen::Anything && list.is_made_again(entry))
    }

    /// Whether something of a row was left alone.
    pub(super) fn is_left_alone(&self, row: u32) -> bool {
        let history = self.journal.history();
        let mut entries = self.plan.of_row(row);
        entries.any(|id| history.outcome(id) == Some(&LEFT))
    }
}
