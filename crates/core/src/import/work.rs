//! One batch on its way: what it holds, where it is, and what its answers left in doubt.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Attempt, BatchId, CallId, NotSent, Outcome, RecordId, tokens::Generation};
use crate::{
    batch::Batch,
    clock::{Instant, WallTime},
    plan::{Endpoint, EntryId, Stage},
    session::BatchState,
    source::small,
};

#[derive(Clone, Debug)]
pub(super) struct Work {
    pub(super) id: BatchId,
    pub(super) endpoint: Endpoint,
    pub(super) stage: Stage,
    pub(super) entries: Vec<EntryId>,
    /// The batch that it is a part of.
    pub(super) cut_from: Option<BatchId>,
    pub(super) state: State,
    /// Sends so far.
    pub(super) tries: u32,
    pub(super) standing: Standing,
    /// The status of the last answer.
    pub(super) status: Option<u16>,
    /// How long the last call took.
    pub(super) took: Duration,
    /// The last call, until it is written down.
    pub(super) attempt: Option<Attempt>,
    /// What the API said of a batch that it refused for the sake of some of its entries alone.
    pub(super) refused: Option<Outcome>,
}

#[derive(Clone, Debug)]
pub(super) enum State {
    Waiting,
    /// Its intent is being written down.
    Recording {
        call: CallId,
        note: RecordId,
        /// When it was noted.
        noted: WallTime,
    },
    /// Its intent is written down; it may be sent.
    Recorded {
        call: CallId,
        noted: WallTime,
    },
    InFlight {
        call: CallId,
        since: Instant,
        at: WallTime,
        token: Generation,
    },
    Retry {
        at: Instant,
    },
    /// Out of tries. The user may have it tried again.
    GivenUp(Tally),
    Done(Tally),
}

/// What the tenant may hold of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// No call of it can have been carried out.
    Clear,
    /// A call of it may have been carried out.
    InDoubt,
}

/// How many entries came to which end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// Accepted.
    pub accepted: u32,
    /// Rejected.
    pub rejected: u32,
    /// Sent, answer unknown.
    pub unconfirmed: u32,
    /// Not sent.
    pub not_sent: u32,
}

impl Tally {
    /// Counts outcomes.
    pub fn of<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Self {
        let mut tally = Self::default();
        for outcome in outcomes {
            match outcome {
                Outcome::Accepted { .. } => tally.accepted += 1,
                Outcome::Rejected { .. } => tally.rejected += 1,
                Outcome::Unconfirmed => tally.unconfirmed += 1,
                Outcome::NotSent { .. } => tally.not_sent += 1,
            }
        }
        tally
    }

    /// All of them.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.accepted + self.rejected + self.unconfirmed + self.not_sent
    }

    /// All of them; `None` where bytes that may be hostile claim more than can be.
    #[must_use]
    pub fn checked_total(&self) -> Option<u32> {
        let others = [self.rejected, self.unconfirmed, self.not_sent];
        let mut others = others.into_iter();
        others.try_fold(self.accepted, u32::checked_add)
    }

    /// Takes off a part that was added before.
    pub(super) fn take(&mut self, part: &Self) {
        self.accepted -= part.accepted;
        self.rejected -= part.rejected;
        self.unconfirmed -= part.unconfirmed;
        self.not_sent -= part.not_sent;
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.accepted += other.accepted;
        self.rejected += other.rejected;
        self.unconfirmed += other.unconfirmed;
        self.not_sent += other.not_sent;
    }
}

impl Work {
    pub(super) fn new(batch: Batch) -> Self {
        Self {
            id: batch.id,
            endpoint: batch.endpoint,
            stage: batch.stage,
            entries: batch.entries,
            cut_from: None,
            state: State::Waiting,
            tries: 0,
            standing: Standing::Clear,
            status: None,
            took: Duration::ZERO,
            attempt: None,
            refused: None,
        }
    }

    /// Whether it takes indicators away.
    pub(super) fn deletes(&self) -> bool {
        self.endpoint == Endpoint::Delete
    }

    /// The call that carries it or is about to.
    pub(super) fn call(&self) -> Option<CallId> {
        match self.state {
            State::Recording { call, .. }
            | State::Recorded { call, .. }
            | State::InFlight { call, .. } => Some(call),
            _ => None,
        }
    }

    pub(super) fn in_flight(&self) -> bool {
        matches!(self.state, State::InFlight { .. })
    }

    /// Whether its end is not known.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self.state, State::Done(_) | State::GivenUp(_))
    }

    pub(super) fn in_doubt(&self) -> bool {
        self.standing == Standing::InDoubt
    }

    /// Entries in it.
    pub(super) fn size(&self) -> u32 {
        small(self.entries.len())
    }

    /// What is true of it where it is not sent, or not sent again.
    pub(super) fn unsent(&self) -> Outcome {
        match self.standing {
            Standing::InDoubt => Outcome::Unconfirmed,
            Standing::Clear => Outcome::NotSent {
                reason: NotSent::Cancelled,
            },
        }
    }

    /// Its state, for those who watch.
    pub(super) fn shown_as(&self) -> BatchState {
        match &self.state {
            State::Done(ends) | State::GivenUp(ends) => ended(ends),
            State::InFlight { .. } => BatchState::InFlight,
            State::Retry { .. } => BatchState::Retry,
            _ if self.tries > 0 => BatchState::Retry,
            State::Waiting | State::Recording { .. } | State::Recorded { .. } => {
                BatchState::Waiting
            }
        }
    }

    /// The same end for every entry.
    pub(super) fn all(&self, outcome: &Outcome) -> Vec<(EntryId, Outcome)> {
        self.entries
            .iter()
            .map(|id| (*id, outcome.clone()))
            .collect()
    }

    /// Comes to one end, all of it.
    pub(super) fn end(&mut self, outcome: &Outcome) {
        let ends = self.all(outcome);
        self.state = State::Done(Tally::of(ends.iter().map(|(_, outcome)| outcome)));
    }

    /// Cuts it in halves, the second of which is given back under a number of its own.
    pub(super) fn halve(&mut self, first: BatchId, second: BatchId) -> Self {
        let rest = self.entries.split_off(self.entries.len().div_ceil(2));
        self.cut_from = Some(self.id);
        self.id = first;
        self.tries = 0;
        self.state = State::Waiting;
        Self {
            id: second,
            entries: rest,
            ..self.clone()
        }
    }
}

fn ended(ends: &Tally) -> BatchState {
    let all = ends.total();
    match ends {
        _ if ends.accepted == all => BatchState::Accepted,
        _ if ends.not_sent == all => BatchState::NotSent,
        _ if ends.rejected == all => BatchState::Rejected,
        _ if ends.accepted == 0 && ends.rejected == 0 => BatchState::Unconfirmed,
        _ => BatchState::Partly,
    }
}
