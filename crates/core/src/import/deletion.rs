//! Indicators of the tenant that are to go away, and what is sent before and after that.
//!
//! A submission waits until every deletion has its outcome, and is not sent where one of its row was
//! not carried out: the old indicator would stand against it. A success names nothing and speaks for
//! the whole call (batch delete page, 2023-07-31). A 404 says that some id is unknown and not what
//! became of the others, so that the tenant's list decides: what is gone is gone, whoever was first,
//! and the rest is sent again. A 403 ends all deletions and nothing else: no delegated permission is
//! documented for them.
//!
//! What an undo gives back is sent before anything goes away, so that a value whose indicator is to go
//! is not without one meanwhile. It waits like any submission where it has the key of one that is to go,
//! since it would change that one, and where the tenant has no room for both. Whatever becomes of it,
//! what is to go away goes: it may be what blocks somebody's work.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::{
    CallId, Outcome, Record,
    answers::rejected,
    doubt::Lot,
    engine::Import,
    shown::{Shown, Sight},
    trouble::Setbacks,
    work::Work,
    works::{self, Lane},
};
use crate::{
    plan::{Entry, EntryId, Plan, Stage},
    tenant::Key,
    wire::Refusal,
};

/// What was to go away and has not.
#[derive(Clone, Debug, Default)]
pub(super) struct Stays {
    rows: FxHashSet<u32>,
    keys: FxHashSet<Key>,
}

impl Stays {
    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether an entry is not sent for its sake.
    pub(super) fn hold(&self, entry: &Entry) -> bool {
        let key = || Key::new(entry.indicator_type, &entry.value, entry.action);
        self.rows.contains(&entry.row) || (!self.keys.is_empty() && self.keys.contains(&key()))
    }
}

impl Import {
    /// The lanes whose batches may leave.
    pub(super) fn lanes_now(&self) -> &[Lane] {
        &self.lanes[works::lanes(self.turn)]
    }

    /// Whether nothing more is to be sent in this turn.
    pub(super) fn nothing_ahead_now(&self) -> bool {
        let is_empty = |lane: &Lane| lane.waiting.is_empty();
        self.open.is_empty() && self.retries.is_empty() && self.lanes_now().iter().all(is_empty)
    }

    /// Entries of this turn that are in doubt.
    pub(super) fn doubts_now(&self) -> u32 {
        self.work.sums().by_stage[self.turn as usize].unconfirmed
    }

    /// What has been accepted of what was sent.
    pub(super) fn submitted(&self) -> u32 {
        let sums = self.work.sums();
        sums.tally.accepted - sums.by_stage[Stage::Deleting as usize].accepted
    }

    /// Goes over to the next turn, once everything in this one has its outcome.
    pub(super) fn pass_on(&mut self) {
        while let Some(next) = self.next_turn() {
            self.turn = next;
            self.clearing.begin_anew();
            self.setbacks = Setbacks::default();
            if next == Stage::Submitting {
                self.hold_back();
            }
        }
    }

    fn next_turn(&self) -> Option<Stage> {
        let is_decided = self.doubts_now() == 0 || self.clearing.is_over;
        let is_listing = self.clearing.listing.is_some() || self.clearing.is_wanted;
        let is_over = self.nothing_ahead_now() && is_decided && !is_listing;
        match self.turn {
            Stage::Restoring if is_over => Some(Stage::Deleting),
            Stage::Deleting if is_over => Some(Stage::Submitting),
            Stage::Restoring | Stage::Deleting | Stage::Submitting => None,
        }
    }

    /// The tenant has no room for what is given back while something is still to go away: what is left
    /// of it waits for that. Says whether there is such a thing.
    pub(super) fn waits_for_room(&mut self) -> bool {
        let goes = self.work.sums().ahead[works::lanes(Stage::Deleting)].iter();
        if self.turn != Stage::Restoring || goes.sum::<usize>() == 0 {
            return false;
        }
        for lane in works::lanes(Stage::Restoring) {
            for place in std::mem::take(&mut self.lanes[lane].waiting) {
                self.work
                    .change(place, |work| work.stage = Stage::Submitting);
                let later = works::lane(&self.work[place]);
                self.lanes[later].waiting.push_back(place);
            }
        }
        true
    }

    /// What was to go away and has not: the rows, and where something is given back the keys.
    pub(super) fn stays(&self) -> Stays {
        let mut stays = Stays::default();
        for id in self.plan.deletions() {
            let outcome = self.journal.history().outcome(id);
            if matches!(outcome, Some(Outcome::Accepted { .. })) {
                continue;
            }
            let entry = &self.plan.entries[id.0 as usize];
            stays.rows.insert(entry.row);
            if self.plan.gives_back {
                let key = Key::new(entry.indicator_type, &entry.value, entry.action);
                stays.keys.insert(key);
            }
        }
        stays
    }

    /// Ends what is not to be sent, since something that had to go away for its sake has not.
    fn hold_back(&mut self) {
        let stays = self.stays();
        if stays.is_empty() {
            return;
        }
        self.end_waiting(|plan, id| stays.hold(&plan.entries[id.0 as usize]), None);
    }

    /// Ends some of what waits for its turn, and has not left; with what is true of its batch where
    /// nothing else is said.
    pub(super) fn end_waiting(
        &mut self,
        ends: impl Fn(&Plan, EntryId) -> bool,
        end: Option<&Outcome>,
    ) {
        let plan = Arc::clone(&self.plan);
        let lanes = self.lanes.iter().flat_map(|lane| lane.waiting.iter());
        let waiting: Vec<usize> = lanes.chain(&self.retries).copied().collect();
        let mut news = Vec::new();
        for place in waiting {
            let work = &self.work[place];
            let (ended, rest): (Vec<_>, Vec<_>) = work
                .entries
                .iter()
                .copied()
                .partition(|id| ends(&plan, *id));
            if end.is_some() && work.in_doubt() {
                continue;
            }
            let outcome = end.cloned().unwrap_or_else(|| work.unsent());
            news.extend(ended.iter().map(|id| (*id, outcome.clone())));
            if !ended.is_empty() {
                self.split_off(place, ended, &outcome, rest);
            }
        }
        let work = &self.work;
        for lane in &mut self.lanes {
            lane.waiting.retain(|place| work[*place].is_open());
        }
        self.retries.retain(|place| work[*place].is_open());
        let history = self.journal.history();
        news.retain(|(id, outcome)| history.outcome(*id) != Some(outcome));
        if !news.is_empty() {
            self.journal.note(Record::Found { outcomes: news });
        }
    }

    /// Ends a part of a batch; the rest stays what the batch holds.
    fn split_off(&mut self, place: usize, part: Vec<EntryId>, end: &Outcome, rest: Vec<EntryId>) {
        let mut ended = Work {
            entries: part,
            ..self.work[place].clone()
        };
        ended.end(end);
        if rest.is_empty() {
            return self.work.change(place, |work| *work = ended);
        }
        ended.id = self.new_batch();
        self.work.change(place, |work| work.entries = rest);
        self.work.push(ended);
    }

    /// What is true of a batch that is not sent, or not sent again.
    pub(super) fn unsent(&self, place: usize) -> Outcome {
        let work = &self.work[place];
        match &self.undeletable {
            Some(refused) if work.deletes() && !work.in_doubt() => refused.clone(),
            _ => work.unsent(),
        }
    }

    /// Whether a batch may be sent again.
    pub(super) fn may_retry(&self, place: usize) -> bool {
        let is_refused = self.undeletable.is_some() && self.work[place].deletes();
        !self.ending() && !is_refused
    }

    /// 404: an id of them is unknown. The list says which are gone.
    pub(super) fn unknown_ids(&mut self, place: usize, call: CallId, refusal: &Refusal) {
        self.clearing.was_taken = true;
        self.setbacks.in_a_row = 0;
        self.work
            .change(place, |work| work.refused = Some(rejected(refusal)));
        self.settle(place, call, &Outcome::Unconfirmed);
    }

    /// 403, and what else says that nothing is deleted here: no further deletion is sent.
    pub(super) fn undeletable(&mut self, place: usize, call: CallId, refusal: &Refusal) {
        self.undeletable = Some(rejected(refusal));
        let outcome = self.unsent(place);
        self.settle(place, call, &outcome);
        let mut ahead = std::mem::take(&mut self.retries);
        for lane in works::lanes(Stage::Deleting) {
            ahead.extend(self.lanes[lane].waiting.drain(..));
        }
        let work = &self.work;
        ahead.extend(self.open.extract_if(.., |place| !work[*place].in_flight()));
        for place in ahead {
            let outcome = self.unsent(place);
            self.end_unsent(place, &outcome);
        }
    }

    /// What the list says of one that was to go away and is in doubt.
    pub(super) fn lot_of_deletion(&self, work: &Work, entry: EntryId, list: &Shown<'_>) -> Lot {
        let id = self.plan.deleted(entry).unwrap_or_default();
        let entry = &self.plan.entries[entry.0 as usize];
        let may_send = self.turn == Stage::Deleting
            && !list.is_overtaken(entry, Some(&id))
            && !self.is_left_alone(entry.row)
            && self.undeletable.is_none()
            && !self.ending()
            && !self.is_spent(work);
        match (
            list.sight(&id),
            work.refused.as_ref().or(self.undeletable.as_ref()),
        ) {
            (Sight::Gone, _) => Lot::Accepted { id: None },
            _ if may_send => Lot::Again,
            (Sight::There, Some(refused)) => Lot::Ended(refused.clone()),
            _ => Lot::Unconfirmed,
        }
    }
}
