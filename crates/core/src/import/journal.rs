//! What is to be written down, and what the host has not yet said is written.

use std::collections::{BTreeSet, VecDeque};

use super::{Record, RecordId, Step};

#[derive(Clone, Debug, Default)]
pub(super) struct Journal {
    next: u32,
    to_write: VecDeque<(RecordId, Record)>,
    unwritten: BTreeSet<RecordId>,
}

impl Journal {
    /// Notes something down; the number comes back with [`super::Input::Recorded`].
    pub(super) fn note(&mut self, record: Record) -> RecordId {
        let id = RecordId(self.next);
        self.next += 1;
        self.to_write.push_back((id, record));
        self.unwritten.insert(id);
        id
    }

    /// The next note that the host has not been given.
    pub(super) fn poll(&mut self) -> Option<Step> {
        let (id, record) = self.to_write.pop_front()?;
        Some(Step::Record(id, record))
    }

    pub(super) fn written(&mut self, id: RecordId) {
        self.unwritten.remove(&id);
    }

    /// Whether everything is written.
    pub(super) fn is_idle(&self) -> bool {
        self.unwritten.is_empty()
    }
}
