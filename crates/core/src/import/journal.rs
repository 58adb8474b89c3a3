//! What is to be written down, and what the host has not yet said is written.
//!
//! What is noted is known at once; nothing leaves on the strength of a note that is not written. Notes
//! of one batch are written in their order: each is given to the host once the one before is written.

use std::collections::{BTreeMap, VecDeque};

use super::{BatchId, History, Record, RecordId, Step};

#[derive(Clone, Debug, Default)]
pub(super) struct Journal {
    history: History,
    next: u32,
    /// Not given to the host, in their order.
    to_write: VecDeque<(RecordId, Record)>,
    /// Given to the host, which has not said that they are written.
    given: BTreeMap<RecordId, Record>,
    trust: Trust,
}

/// What is to be had of the browser's memory.
#[derive(Clone, Debug, Default)]
enum Trust {
    #[default]
    Writes,
    /// It has not written something; nothing more is given to it until the user says so.
    Fails {
        /// What it says.
        message: String,
    },
    /// The run ends without it.
    Abandoned,
}

impl Journal {
    /// A journal that says `history` already.
    pub(super) fn of(history: History) -> Self {
        Self {
            history,
            ..Self::default()
        }
    }

    /// What all notes say together, those included that are not written yet.
    pub(super) fn history(&self) -> &History {
        &self.history
    }

    pub(super) fn into_history(self) -> History {
        self.history
    }

    /// Notes something down; the number comes back with [`super::Input::Recorded`].
    pub(super) fn note(&mut self, record: Record) -> RecordId {
        let id = RecordId(self.next);
        self.next += 1;
        self.history.apply(&record);
        if !matches!(self.trust, Trust::Abandoned) {
            self.to_write.push_back((id, record));
        }
        id
    }

    /// The next note that the host may be given.
    pub(super) fn poll(&mut self) -> Option<Step> {
        if self.fails().is_some() {
            return None;
        }
        let place = (0..self.to_write.len()).find(|&place| self.is_next(place))?;
        let (id, record) = self.to_write.remove(place)?;
        self.given.insert(id, record.clone());
        Some(Step::Record(id, record))
    }

    fn is_next(&self, place: usize) -> bool {
        let earlier = self.to_write.range(..place).map(|(_, record)| record);
        let Some((_, record)) = self.to_write.get(place) else {
            return false;
        };
        !self
            .given
            .values()
            .chain(earlier)
            .any(|before| in_order(before, record))
    }

    pub(super) fn written(&mut self, id: RecordId) {
        self.given.remove(&id);
    }

    /// The host could not write a note. It is kept, in its place.
    pub(super) fn not_written(&mut self, id: RecordId, message: String) {
        let Some(record) = self.given.remove(&id) else {
            return;
        };
        let place = self.to_write.partition_point(|(other, _)| *other < id);
        self.to_write.insert(place, (id, record));
        self.trust = Trust::Fails { message };
    }

    /// What the browser said when it did not write.
    pub(super) fn fails(&self) -> Option<&str> {
        match &self.trust {
            Trust::Fails { message } => Some(message),
            Trust::Writes | Trust::Abandoned => None,
        }
    }

    /// Tries again.
    pub(super) fn try_again(&mut self) {
        if self.fails().is_some() {
            self.trust = Trust::Writes;
        }
    }

    /// Goes without what cannot be written; from here on nothing is.
    pub(super) fn abandon(&mut self) {
        self.to_write.clear();
        self.given.clear();
        self.trust = Trust::Abandoned;
    }

    pub(super) fn is_abandoned(&self) -> bool {
        matches!(self.trust, Trust::Abandoned)
    }

    /// Whether everything is written.
    pub(super) fn is_idle(&self) -> bool {
        self.to_write.is_empty() && self.given.is_empty()
    }
}

/// Whether `later` means something else where `before` is not written.
fn in_order(before: &Record, later: &Record) -> bool {
    let is_verdict = |record: &Record| matches!(record, Record::Found { .. });
    let same = batch(before).is_some() && batch(before) == batch(later);
    same || is_verdict(before) || is_verdict(later)
}

fn batch(record: &Record) -> Option<BatchId> {
    match record {
        Record::Intent { batch, .. } | Record::Answer { batch, .. } => Some(*batch),
        Record::Asking { .. } | Record::Asked { .. } | Record::Found { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{import::CallId, plan::Endpoint};

    fn intent(batch: u32) -> Record {
        Record::Intent {
            batch: BatchId(batch),
            call: CallId(0),
            endpoint: Endpoint::Import,
            entries: Vec::new(),
            cut_from: None,
        }
    }

    fn answer(batch: u32) -> Record {
        Record::Answer {
            batch: BatchId(batch),
            call: CallId(0),
            attempt: None,
            outcomes: Vec::new(),
        }
    }

    fn found() -> Record {
        Record::Found {
            outcomes: Vec::new(),
        }
    }

    /// The notes that the host has in hand at a time.
    fn given(journal: &mut Journal) -> Vec<u32> {
        std::iter::from_fn(|| journal.poll())
            .map(|step| match step {
                Step::Record(RecordId(id), _) => id,
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn what_depends_on_a_note_is_written_after_it() {
        for (notes, rounds) in [
            // Notes of several batches go at once.
            (vec![intent(1), intent(2)], &[&[0, 1][..]][..]),
            // Those of one batch in their order.
            (vec![answer(1), intent(2), intent(1)], &[&[0, 1], &[2]]),
            // A verdict of the list after what it is about, and before what comes of it.
            (
                vec![answer(1), answer(2), found(), intent(3)],
                &[&[0, 1], &[2], &[3]],
            ),
        ] {
            let mut journal = Journal::default();
            for note in notes {
                journal.note(note);
            }
            for round in rounds {
                let ids = given(&mut journal);
                assert_eq!(ids, *round);
                for id in ids {
                    journal.written(RecordId(id));
                }
            }
            assert!(journal.is_idle());
        }
    }

    #[test]
    fn what_is_not_written_is_given_once_more_in_its_place() {
        let mut journal = Journal::default();
        for note in [answer(1), intent(1), intent(2)] {
            journal.note(note);
        }
        assert_eq!(given(&mut journal), [0, 2]);
        journal.not_written(RecordId(0), "No space.".to_owned());
        journal.not_written(RecordId(9), "Nobody asked.".to_owned());
        assert_eq!(journal.fails(), Some("No space."));
        assert!(given(&mut journal).is_empty());
        journal.written(RecordId(2));
        journal.try_again();
        assert_eq!(given(&mut journal), [0]);
        journal.written(RecordId(0));
        assert_eq!(given(&mut journal), [1]);
        journal.abandon();
        assert!(journal.is_idle());
        journal.note(intent(3));
        assert!(given(&mut journal).is_empty());
    }
}
