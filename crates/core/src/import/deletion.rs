//! Indicators of the tenant that are to go away: all of them before anything is sent.
//!
//! A submission waits until every deletion has its outcome, and is not sent where one of its row was
//! not carried out: the old indicator would stand against it. A success names nothing and speaks for
//! the whole call (batch delete page, 2023-07-31). A 404 says that some id is unknown and not what
//! became of the others, so that the tenant's list decides: what is gone is gone, whoever was first,
//! and the rest is sent again. A 403 ends all deletions and nothing else: no delegated permission is
//! documented for them.

use rustc_hash::FxHashSet;

use super::{
    CallId, Outcome, Record,
    answers::rejected,
    doubt::Lot,
    engine::Import,
    shown::{Shown, Sight},
    trouble::Setbacks,
    work::Work,
    works::Lane,
};
use crate::{plan::EntryId, wire::Refusal};

/// What has its turn. It comes only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Deletions,
    Submissions,
}

impl Import {
    /// The lanes whose batches may leave.
    pub(super) fn lanes_now(&self) -> &[Lane] {
        let (deletions, submissions) = self.lanes.split_at(1);
        match self.turn {
            Turn::Deletions => deletions,
            Turn::Submissions => submissions,
        }
    }

    /// Whether nothing more is to be sent in this turn.
    pub(super) fn nothing_ahead_now(&self) -> bool {
        let is_empty = |lane: &Lane| lane.waiting.is_empty();
        self.open.is_empty() && self.retries.is_empty() && self.lanes_now().iter().all(is_empty)
    }

    /// Entries of this turn that are in doubt.
    pub(super) fn doubts_now(&self) -> u32 {
        let sums = self.work.sums();
        match self.turn {
            Turn::Deletions => sums.deletions.unconfirmed,
            Turn::Submissions => sums.tally.unconfirmed - sums.deletions.unconfirmed,
        }
    }

    /// What has been accepted of what was sent.
    pub(super) fn submitted(&self) -> u32 {
        let sums = self.work.sums();
        sums.tally.accepted - sums.deletions.accepted
    }

    /// Goes over to what is to be sent, once every deletion has its outcome.
    pub(super) fn pass_on(&mut self) {
        let is_decided = self.doubts_now() == 0 || self.clearing.is_over;
        let is_listing = self.clearing.listing.is_some() || self.clearing.is_wanted;
        if self.turn == Turn::Deletions && self.nothing_ahead_now() && is_decided && !is_listing {
            self.turn = Turn::Submissions;
            self.clearing.begin_anew();
            self.setbacks = Setbacks::default();
            self.hold_back();
        }
    }

    /// The rows of which something that was to go away has not.
    pub(super) fn undone_rows(&self) -> FxHashSet<u32> {
        let undone = |id: &EntryId| {
            let outcome = self.journal.history().outcome(*id);
            !matches!(outcome, Some(Outcome::Accepted { .. }))
        };
        let deletions = self.plan.deletions().filter(undone);
        deletions.map(|id| self.row(id)).collect()
    }

    fn row(&self, id: EntryId) -> u32 {
        self.plan.entries[id.0 as usize].row
    }

    /// Ends what is not to be sent, since a deletion of its row was not carried out.
    fn hold_back(&mut self) {
        let rows = self.undone_rows();
        if rows.is_empty() {
            return;
        }
        let lanes = self.lanes.iter().flat_map(|lane| lane.waiting.iter());
        let waiting: Vec<usize> = lanes.copied().collect();
        let mut news = Vec::new();
        for place in waiting {
            let is_held = |id: &EntryId| rows.contains(&self.row(*id));
            let work = &self.work[place];
            let (held, rest): (Vec<_>, Vec<_>) = work.entries.iter().copied().partition(is_held);
            let outcome = work.unsent();
            news.extend(held.iter().map(|id| (*id, outcome.clone())));
            if !held.is_empty() {
                self.split_off(place, held, &outcome, rest);
            }
        }
        let work = &self.work;
        for lane in &mut self.lanes {
            lane.waiting.retain(|place| work[*place].is_open());
        }
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
        ahead.extend(self.lanes[0].waiting.drain(..));
        let work = &self.work;
        ahead.extend(self.open.extract_if(.., |place| !work[*place].in_flight()));
        for place in ahead {
            let outcome = self.unsent(place);
            self.end_unsent(place, &outcome);
        }
    }

    /// What the list says of one that was to go away and is in doubt.
    pub(super) fn lot_of_deletion(&self, work: &Work, id: &str, list: &Shown<'_>) -> Lot {
        let may_send = self.turn == Turn::Deletions
            && self.undeletable.is_none()
            && !self.ending()
            && !self.is_spent(work);
        match (
            list.sight(id),
            work.refused.as_ref().or(self.undeletable.as_ref()),
        ) {
            (Sight::Gone, _) => Lot::Accepted { id: None },
            _ if may_send => Lot::Again,
            (Sight::There, Some(refused)) => Lot::Ended(refused.clone()),
            _ => Lot::Unconfirmed,
        }
    }
}
