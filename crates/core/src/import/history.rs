//! What the records of a run say, all together.
//!
//! Records go in, in their order; what became of every entry, what was left in doubt, and the way of
//! every batch come out. The engine keeps its own, so that what it knows is what is written down.

use std::{collections::BTreeMap, iter};

use serde::{Deserialize, Serialize};

use super::{BatchId, CallId, Outcome, Record};
use crate::{clock::WallTime, plan::EntryId};

/// One call, when it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attempt {
    /// When it left.
    pub at: WallTime,
    /// How long it took, in milliseconds.
    pub millis: u32,
    /// The HTTP status; `None` where no answer came.
    pub status: Option<u16>,
}

/// How many batches an entry's way is followed up: a batch is halved until one entry is left, and
/// the API takes 500.
const MOST_PARTS: usize = 32;

/// Far more batches or calls than any run makes, and far from where their numbers end.
const MOST_NUMBERS: u32 = u32::MAX / 2;

/// Batches without an answer: a page leaves a few, the next one notes their end, and only where that
/// was not written either do they become more.
const MOST_OPEN: usize = 1_000;

/// The calls that are told of an entry, the last ones: far more than a patient user has made.
const MOST_CALLS: usize = 1_000;

/// The way of a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Way {
    /// The batch that it is a part of.
    cut_from: Option<BatchId>,
    /// Its calls, the first one first.
    attempts: Vec<Attempt>,
    /// Whether it may have left once more, when nobody noted.
    is_lost: bool,
}

/// A batch with an intent and no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Open {
    call: CallId,
    entries: Vec<EntryId>,
    /// Whether some of it had left before.
    is_extra: bool,
}

/// What the records of a run say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// One for each entry of the plan; `None` where nothing is known.
    outcomes: Vec<Option<Outcome>>,
    /// The last batch of each entry.
    batch: Vec<Option<BatchId>>,
    /// The batches of an entry before that, but for those that it was cut from.
    before: BTreeMap<EntryId, Vec<BatchId>>,
    ways: BTreeMap<BatchId, Way>,
    /// Batches with an intent and no answer.
    open: BTreeMap<BatchId, Open>,
    extra_calls: u32,
    next_batch: u32,
    next_call: u32,
}

impl History {
    /// Nothing is known yet of `entries` entries.
    #[must_use]
    pub fn new(entries: u32) -> Self {
        Self {
            outcomes: vec![None; entries as usize],
            batch: vec![None; entries as usize],
            ..Self::default()
        }
    }

    /// What `records` say of a plan with `entries` entries.
    #[must_use]
    pub fn of<'r>(entries: u32, records: impl IntoIterator<Item = &'r Record>) -> Self {
        let mut history = Self::new(entries);
        records.into_iter().for_each(|record| history.apply(record));
        history
    }

    /// Takes in one record more. Entries that the plan does not have are passed over.
    pub fn apply(&mut self, record: &Record) {
        let calls = record.leaving().map(|(call, _)| call).or(record.ended());
        if let Some(CallId(call)) = calls {
            self.next_call = self.next_call.max(call.saturating_add(1));
        }
        match record {
            Record::Asking { .. } | Record::Asked { .. } => {}
            Record::Intent {
                batch,
                call,
                entries,
                cut_from,
                ..
            } => {
                // A note that is made again before its call leaves says nothing new.
                if self.open.get(batch).is_some_and(|open| open.call == *call) {
                    return;
                }
                let is_extra = self.intend(*batch, entries, *cut_from);
                self.extra_calls += u32::from(is_extra);
                let open = Open {
                    call: *call,
                    entries: entries.clone(),
                    is_extra,
                };
                self.open.insert(*batch, open);
            }
            Record::Answer {
                batch,
                attempt,
                outcomes,
                ..
            } => {
                let open = self.open.remove(batch);
                if attempt.is_none() && open.is_some_and(|open| open.is_extra) {
                    self.extra_calls -= 1;
                }
                let way = self.ways.entry(*batch).or_default();
                way.attempts.extend(*attempt);
                way.is_lost |= attempt.is_none();
                self.know(outcomes);
            }
            Record::Found { outcomes } => self.know(outcomes),
        }
    }

    /// Says whether some of it had left before.
    fn intend(&mut self, batch: BatchId, entries: &[EntryId], cut_from: Option<BatchId>) -> bool {
        self.next_batch = self.next_batch.max(batch.0.saturating_add(1));
        self.ways.entry(batch).or_default().cut_from = cut_from;
        let mut is_extra = false;
        for entry in entries {
            let Some(place) = self.batch.get_mut(entry.0 as usize) else {
                continue;
            };
            let old = place.replace(batch);
            is_extra |= old.is_some();
            match old {
                Some(old) if old != batch && Some(old) != cut_from => {
                    self.before.entry(*entry).or_default().push(old);
                }
                _ => {}
            }
        }
        is_extra
    }

    fn know(&mut self, outcomes: &[(EntryId, Outcome)]) {
        for (entry, outcome) in outcomes {
            if let Some(place) = self.outcomes.get_mut(entry.0 as usize) {
                *place = Some(outcome.clone());
            }
        }
    }

    /// What became of an entry; what has left and was not answered is unconfirmed.
    #[must_use]
    pub fn outcome(&self, id: EntryId) -> Option<&Outcome> {
        self.outcomes.get(id.0 as usize)?.as_ref()
    }

    /// The last batch that held an entry.
    #[must_use]
    pub fn batch(&self, id: EntryId) -> Option<BatchId> {
        *self.batch.get(id.0 as usize)?
    }

    /// The calls that carried an entry, the first one first. Records may come from a file that
    /// somebody made, so that there is an end to them.
    #[must_use]
    pub fn attempts(&self, id: EntryId) -> Vec<(BatchId, Attempt)> {
        let ways = self.ways_of(id).flat_map(|(batch, way)| {
            let last_first = way.attempts.iter().rev();
            last_first.map(move |attempt| (batch, *attempt))
        });
        let mut attempts: Vec<_> = ways.take(MOST_CALLS).collect();
        attempts.reverse();
        attempts
    }

    /// From when until when an entry's calls were under way; `None` where it had none, or one of which
    /// nobody noted when.
    #[must_use]
    pub fn span(&self, id: EntryId) -> Option<(WallTime, WallTime)> {
        let is_open = |batch: BatchId| self.open.contains_key(&batch);
        if (self.ways_of(id)).any(|(batch, way)| way.is_lost || is_open(batch)) {
            return None;
        }
        let attempts = self.attempts(id);
        let (first, last) = (attempts.first()?.1, attempts.last()?.1);
        let answered = last.at.0.saturating_add(i64::from(last.millis));
        Some((first.at, WallTime(answered)))
    }

    /// The ways of the batches that held an entry, each followed by those of what it was cut from, the
    /// last one first.
    fn ways_of(&self, id: EntryId) -> impl Iterator<Item = (BatchId, &Way)> {
        let before = self.before.get(&id).into_iter().flatten().copied();
        let last_first = self.batch(id).into_iter().chain(before.rev());
        let whole = |batch: &BatchId| self.ways.get(batch)?.cut_from;
        let batches = last_first
            .take(MOST_CALLS)
            .flat_map(move |batch| iter::successors(Some(batch), whole).take(MOST_PARTS));
        batches.filter_map(|batch| Some((batch, self.ways.get(&batch)?)))
    }

    /// The calls of a batch alone, the first one first, and the batch that it is a part of.
    #[must_use]
    pub fn calls_of(&self, batch: BatchId) -> (&[Attempt], Option<BatchId>) {
        let way = self.ways.get(&batch);
        way.map_or((&[], None), |way| (&way.attempts, way.cut_from))
    }

    /// The batches with an intent and no answer, with what they hold.
    pub fn open(&self) -> impl Iterator<Item = (BatchId, &[EntryId])> {
        self.open
            .iter()
            .map(|(batch, open)| (*batch, open.entries.as_slice()))
    }

    /// The notes that end the batches with an intent and no answer: what they hold is unconfirmed.
    /// What has left again in a later batch did so since the answer was known, which was only not
    /// written; the later batch's records speak of it.
    #[must_use]
    pub fn ends_in_doubt(&self) -> Vec<Record> {
        let end = |(batch, open): (&BatchId, &Open)| {
            let last = open
                .entries
                .iter()
                .filter(|id| self.batch(**id) == Some(*batch));
            Record::Answer {
                batch: *batch,
                call: open.call,
                attempt: None,
                outcomes: last.map(|id| (*id, Outcome::Unconfirmed)).collect(),
            }
        };
        self.open.iter().map(end).collect()
    }

    /// The note that puts in doubt every entry of which nothing is known, where something may have
    /// been written that cannot be read.
    #[must_use]
    pub fn unknown_in_doubt(&self) -> Record {
        let unknown = self.outcomes.iter().zip(0..);
        let unknown = unknown.filter(|(outcome, _)| outcome.is_none());
        Record::Found {
            outcomes: unknown
                .map(|(_, id)| (EntryId(id), Outcome::Unconfirmed))
                .collect(),
        }
    }

    /// Calls beyond one for each entry's first batch: tries again, and the search for rows at fault.
    #[must_use]
    pub const fn extra_calls(&self) -> u32 {
        self.extra_calls
    }

    /// Whether its batches and calls have numbers that a run may reach, and no more of them lack an
    /// answer than pages that were lost can have left.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.next_batch <= MOST_NUMBERS
            && self.next_call <= MOST_NUMBERS
            && self.open.len() <= MOST_OPEN
    }

    /// The first numbers that no batch and no call has.
    #[must_use]
    pub fn next(&self) -> (BatchId, CallId) {
        (BatchId(self.next_batch), CallId(self.next_call))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Endpoint;

    fn intent(batch: u32, entries: &[u32], cut_from: Option<u32>) -> Record {
        Record::Intent {
            batch: BatchId(batch),
            call: CallId(batch),
            endpoint: Endpoint::Import,
            entries: entries.iter().copied().map(EntryId).collect(),
            cut_from: cut_from.map(BatchId),
        }
    }

    fn accepted(batch: u32, entries: &[u32]) -> Record {
        let end = |id: &u32| (EntryId(*id), Outcome::Accepted { id: None });
        Record::Answer {
            batch: BatchId(batch),
            call: CallId(batch),
            attempt: None,
            outcomes: entries.iter().map(end).collect(),
        }
    }

    /// A run of ours halves a batch nine times at most.
    #[test]
    fn the_calls_of_an_entry_are_bounded_whatever_the_records_say() {
        let attempt = Some(Attempt {
            at: WallTime(0),
            millis: 0,
            status: None,
        });
        let called = |batch, whole| {
            let answer = Record::Answer {
                batch: BatchId(batch),
                call: CallId(batch),
                attempt,
                outcomes: Vec::new(),
            };
            [intent(batch, &[0], whole), answer]
        };
        let chain = |batch: u32| batch.checked_sub(1);
        for (batches, whole, calls) in [
            (10, chain as fn(u32) -> Option<u32>, 10),
            (100_000, chain, MOST_PARTS),
            (100_000, |_| None, MOST_CALLS),
        ] {
            let records: Vec<Record> = (0..batches)
                .flat_map(|batch| called(batch, whole(batch)))
                .collect();
            let attempts = History::of(1, &records).attempts(EntryId(0));
            assert_eq!(attempts.len(), calls);
            assert_eq!(attempts.last().map(|(last, _)| last.0), Some(batches - 1));
        }
    }

    /// A batch of four is cut in halves, and that it was refused is not written.
    #[test]
    fn what_has_left_again_is_in_doubt_by_its_last_batch_alone() {
        let records = [
            intent(0, &[0, 1, 2, 3], None),
            intent(1, &[0, 1], Some(0)),
            accepted(1, &[0, 1]),
            intent(2, &[2], Some(0)),
        ];
        let mut history = History::of(4, &records);
        for end in history.ends_in_doubt() {
            history.apply(&end);
        }
        let is_accepted = |id| match history.outcome(EntryId(id)) {
            Some(Outcome::Accepted { .. }) => true,
            Some(Outcome::Unconfirmed) => false,
            other => panic!("{other:?}"),
        };
        assert_eq!([0, 1, 2, 3].map(is_accepted), [true, true, false, false]);
        assert!(history.ends_in_doubt().is_empty());
    }
}
