//! All batches of a run, and their sums at every moment.
//!
//! A run may have thousands of batches, and its progress is asked for at every step: so the sums
//! are kept, and a batch changes through [`Works::change`] alone.

use std::{
    collections::VecDeque,
    ops::{Index, Range},
    time::Duration,
};

use super::{
    Tally,
    work::{State, Work},
};
use crate::{
    order::by_figure,
    plan::{Endpoint, Stage},
    session::{BatchState, MOST_BATCHES},
};

/// All batches, each at a place that it keeps.
#[derive(Clone, Debug, Default)]
pub(super) struct Works {
    all: Vec<Work>,
    sums: Sums,
    /// Places of those that were last called, the last one last; each once.
    called: VecDeque<usize>,
}

/// The batches of one turn and endpoint that wait for it.
#[derive(Clone, Debug)]
pub(super) struct Lane {
    pub(super) endpoint: Endpoint,
    /// Places.
    pub(super) waiting: VecDeque<usize>,
}

impl Lane {
    pub(super) const fn of(endpoint: Endpoint) -> Self {
        Self {
            endpoint,
            waiting: VecDeque::new(),
        }
    }
}

/// What is summed up over batches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    /// Entries.
    pub(super) entries: u32,
    /// Entries that are to be sent and were not in vain before.
    pub(super) waiting: u32,
    /// Entries in flight.
    pub(super) in_flight: u32,
    /// Entries by what became of them; those of a batch that waits to be sent again after a lost
    /// answer are unconfirmed.
    pub(super) tally: Tally,
    /// The same by turn.
    pub(super) by_stage: [Tally; 3],
    /// Entries of parts of a batch that was refused as a whole.
    pub(super) searched: u32,
    /// Batches whose end is not known, by lane.
    pub(super) ahead: [usize; LANES],
    /// Of them those that are not in flight.
    pub(super) unsent: [usize; LANES],
    /// How long the last calls took, of so many batches.
    pub(super) took: Duration,
    pub(super) timed: u32,
    /// Batches by state.
    by_state: [u32; STATES.len()],
}

/// In the order in which they are shown.
const STATES: [BatchState; 8] = [
    BatchState::Waiting,
    BatchState::InFlight,
    BatchState::Retry,
    BatchState::Accepted,
    BatchState::Partly,
    BatchState::Rejected,
    BatchState::Unconfirmed,
    BatchState::NotSent,
];

/// One for each turn and endpoint, in the order of the turns.
pub(super) const LANES: usize = ENDPOINTS.len();

/// The endpoint of each lane.
pub(super) const ENDPOINTS: [Endpoint; 5] = [
    Endpoint::Import,
    Endpoint::Single,
    Endpoint::Delete,
    Endpoint::Import,
    Endpoint::Single,
];

/// The places of the lanes that have their turn. Where several have room, the first one's batches leave
/// first.
pub(super) fn lanes(turn: Stage) -> Range<usize> {
    match turn {
        Stage::Restoring => 0..2,
        Stage::Deleting => 2..3,
        Stage::Submitting => 3..LANES,
    }
}

/// The place of a batch's lane.
pub(super) fn lane(work: &Work) -> usize {
    lanes(work.stage).start + usize::from(work.endpoint == Endpoint::Single)
}

impl Sums {
    fn of(work: &Work) -> Self {
        let mut sums = Self::default();
        let size = work.size();
        if size == 0 {
            return sums;
        }
        sums.entries = size;
        let is_open = work.is_open();
        match &work.state {
            State::Done(ends) | State::GivenUp(ends) => sums.tally = *ends,
            State::InFlight { .. } => sums.in_flight = size,
            _ if work.in_doubt() => sums.tally.unconfirmed = size,
            _ => sums.waiting = size,
        }
        sums.by_stage[work.stage as usize] = sums.tally;
        if is_open {
            let lane = lane(work);
            sums.ahead[lane] = 1;
            sums.unsent[lane] = usize::from(!work.in_flight());
            sums.searched = work.cut_from.map_or(0, |_| size);
        }
        sums.took = work.took;
        sums.timed = u32::from(!work.took.is_zero());
        let state = work.shown_as();
        let place = STATES.iter().position(|known| *known == state);
        sums.by_state[place.unwrap_or_default()] = 1;
        sums
    }

    fn add(&mut self, part: &Self) {
        self.entries += part.entries;
        self.waiting += part.waiting;
        self.in_flight += part.in_flight;
        self.tally.add(&part.tally);
        for (sum, part) in self.by_stage.iter_mut().zip(&part.by_stage) {
            sum.add(part);
        }
        self.searched += part.searched;
        self.took += part.took;
        self.timed += part.timed;
        for lane in 0..LANES {
            self.ahead[lane] += part.ahead[lane];
            self.unsent[lane] += part.unsent[lane];
        }
        for (sum, part) in self.by_state.iter_mut().zip(part.by_state) {
            *sum += part;
        }
    }

    /// Takes off a part that was added before.
    fn take(&mut self, part: &Self) {
        self.entries -= part.entries;
        self.waiting -= part.waiting;
        self.in_flight -= part.in_flight;
        self.tally.take(&part.tally);
        for (sum, part) in self.by_stage.iter_mut().zip(&part.by_stage) {
            sum.take(part);
        }
        self.searched -= part.searched;
        self.took -= part.took;
        self.timed -= part.timed;
        for lane in 0..LANES {
            self.ahead[lane] -= part.ahead[lane];
            self.unsent[lane] -= part.unsent[lane];
        }
        for (sum, part) in self.by_state.iter_mut().zip(part.by_state) {
            *sum -= part;
        }
    }

    /// How many batches are in each state; absent states left out.
    pub(super) fn by_state(&self) -> Vec<(BatchState, u32)> {
        let counted = STATES.into_iter().zip(self.by_state);
        counted.filter(|(_, count)| *count > 0).collect()
    }
}

impl Works {
    /// Puts in one more; gives its place.
    pub(super) fn push(&mut self, work: Work) -> usize {
        self.sums.add(&Sums::of(&work));
        self.all.push(work);
        self.all.len() - 1
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn sums(&self) -> &Sums {
        &self.sums
    }

    /// Changes one, and the sums with it.
    pub(super) fn change<T>(&mut self, place: usize, change: impl FnOnce(&mut Work) -> T) -> T {
        let work = &mut self.all[place];
        let before = Sums::of(work);
        let said = change(work);
        let after = Sums::of(work);
        self.sums.take(&before);
        self.sums.add(&after);
        said
    }

    /// Notes that one is called.
    pub(super) fn call(&mut self, place: usize) {
        self.called.retain(|called| *called != place);
        self.called.push_back(place);
        if self.called.len() > MOST_BATCHES {
            self.called.pop_front();
        }
    }

    /// The batches to show, in order of their numbers: all of them, or those that were last called
    /// and of the `next` so many as there is room for.
    pub(super) fn shown(&self, next: impl Iterator<Item = usize>) -> Vec<&Work> {
        let mut shown: Vec<&Work> = if self.all.len() <= MOST_BATCHES {
            self.all.iter().collect()
        } else {
            let called = self.called.iter().copied();
            let next = next.filter(|place| !self.called.contains(place));
            let works = called.chain(next).map(|place| &self.all[place]);
            works
                .filter(|work| work.size() > 0)
                .take(MOST_BATCHES)
                .collect()
        };
        shown.retain(|work| work.size() > 0);
        by_figure(shown, |work| work.id.0.into())
    }
}

impl Index<usize> for Works {
    type Output = Work;

    fn index(&self, place: usize) -> &Work {
        &self.all[place]
    }
}
