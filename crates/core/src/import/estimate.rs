//! How long a run will take, as far as anybody can tell.
//!
//! Every batch that has no end yet is taken to need one call, which takes as long as the calls so far
//! have taken. When each of them may leave is the pacers' to say.

use std::time::Duration;

use super::{
    engine::{Import, Phase},
    work::State,
    works,
};
use crate::{
    clock::{Instant, Now},
    pacer::{self, Ahead},
    plan::Stage,
};

/// The turns, one after another.
const STAGES: [Stage; 3] = [Stage::Restoring, Stage::Deleting, Stage::Submitting];

impl Import {
    /// Seconds until the last answer; `None` where nobody can tell: before the first answer, and
    /// while the user, the network or the browser is waited for.
    pub(super) fn seconds_left(&self, now: Now) -> Option<u32> {
        if self.is_finished() {
            return Some(0);
        }
        let is_unwritten = self.journal.fails().is_some();
        if !matches!(self.phase, Phase::Running) || !self.may_send() || is_unwritten {
            return None;
        }
        let call = self.mean_call()?;
        // Turns share their pacers: what is in flight is of the present one.
        let turns = STAGES.into_iter().filter(|stage| *stage >= self.turn);
        let last = turns.fold(now.mono, |from, stage| {
            let ahead: Vec<Ahead<'_>> = works::lanes(stage).map(|lane| self.ahead(lane)).collect();
            pacer::last_answer(&ahead, self.limits.in_flight, call, from)
        });
        let retries = self
            .retries
            .iter()
            .filter_map(|&place| self.retries_at(place));
        let last = retries
            .map(|at| at.saturating_add(call))
            .fold(last, Instant::max);
        let left = last.saturating_sub(now.mono).as_millis().div_ceil(1_000);
        Some(u32::try_from(left).unwrap_or(u32::MAX))
    }

    /// The last call of each batch that was answered, in the mean.
    fn mean_call(&self) -> Option<Duration> {
        let sums = self.work.sums();
        (sums.timed > 0).then(|| sums.took / sums.timed)
    }

    fn ahead(&self, lane: usize) -> Ahead<'_> {
        Ahead {
            pacer: self.calls.pacer(self.lanes[lane].endpoint),
            calls: self.work.sums().unsent[lane],
        }
    }

    fn retries_at(&self, place: usize) -> Option<Instant> {
        match self.work[place].state {
            State::Retry { at } => Some(at),
            _ => None,
        }
    }
}
