//! How the run goes, for those who watch it. Everything is counted from the batches' states.

use std::time::Duration;

use super::{
    Attempt, BatchId, CallLog, History, Outcome, Tally,
    engine::{Hold, Import, Lane, Network, Phase},
    work::{Standing, State, Work},
};
use crate::{
    clock::{Instant, Now, WallTime},
    plan::{Endpoint, EntryId},
    session::{BatchState, BatchView, Progress, Stopped, Waiting},
};

impl Import {
    /// How the run goes. The parts add up at every moment: entries = accepted + rejected + in flight
    /// + unconfirmed + waiting + not sent, where not sent is 0 until the run is ended early.
    #[must_use]
    pub fn progress(&self, now: Now) -> Progress {
        let lane = self.busiest();
        let pacer = self.calls.pacer(lane.endpoint);
        let tally = self.tally();
        let views = self.views(now);
        let count = |counts: fn(&Work) -> bool| -> u32 {
            let counted = self.work.iter().filter(|work| counts(work));
            counted.map(size).sum()
        };
        Progress {
            entries: count(|_| true),
            accepted: tally.accepted,
            rejected: tally.rejected,
            in_flight: count(Work::in_flight),
            unconfirmed: tally.unconfirmed,
            waiting: count(|work| work.is_open() && !work.in_flight() && !work.in_doubt()),
            quota_used: count_u32(pacer.used(now.mono)),
            quota: pacer.shortest().map_or(0, |quota| quota.calls),
            why: self.why(now),
            cancelling: self.ending() && !self.is_finished(),
            seconds_left: self.seconds_left(now),
            extra_calls: self.extra_calls(),
            searched: self.searched(),
            by_state: by_state(&views),
            batches: views,
        }
    }

    /// How many entries came to which end. Those of a batch that waits to be sent again after a lost
    /// answer count as unconfirmed.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for work in &self.work {
            match &work.state {
                State::Done(ends) | State::GivenUp(ends) => tally.add(ends),
                State::InFlight { .. } => {}
                _ if work.in_doubt() => tally.unconfirmed += size(work),
                _ => {}
            }
        }
        tally
    }

    /// What is known of one entry; `None` before its first answer. Once the run is ended early, what
    /// was not sent has the reason of that.
    #[must_use]
    pub fn outcome(&self, id: EntryId) -> Option<&Outcome> {
        let known = self.history.outcome(id);
        known.or_else(|| self.stopped().map(Stopped::left_unsent))
    }

    /// What is known of every entry of the plan, in its order.
    pub fn outcomes(&self) -> impl Iterator<Item = Option<&Outcome>> {
        self.plan.ids().map(|id| self.outcome(id))
    }

    /// The calls that carried an entry, the first one first, each with its batch.
    #[must_use]
    pub fn attempts(&self, id: EntryId) -> Vec<(BatchId, Attempt)> {
        self.history.attempts(id)
    }

    /// The last batch that held an entry.
    #[must_use]
    pub fn batch(&self, id: EntryId) -> Option<BatchId> {
        self.history.batch(id)
    }

    /// Why it stopped, or is stopping, before its end.
    #[must_use]
    pub fn stopped(&self) -> Option<&Stopped> {
        match &self.phase {
            Phase::Ending { why, .. } => Some(why),
            Phase::Gate(_) | Phase::Running => None,
        }
    }

    /// Calls sent so far, the gate's included.
    #[must_use]
    pub fn calls_made(&self) -> u32 {
        self.made
    }

    /// The log of calls, for the next run, and what the records of this one say.
    #[must_use]
    pub fn into_parts(self) -> (CallLog, History) {
        (self.calls, self.history)
    }

    /// The log of calls, for the next run.
    #[must_use]
    pub fn into_calls(self) -> CallLog {
        self.calls
    }

    /// The lane with the most calls ahead.
    fn busiest(&self) -> &Lane {
        let [import, single] = &self.lanes;
        let count = |endpoint| {
            let ahead = |work: &&Work| work.endpoint == endpoint && work.is_open();
            self.work.iter().filter(ahead).count()
        };
        if count(Endpoint::Single) > count(Endpoint::Import) {
            single
        } else {
            import
        }
    }

    fn why(&self, now: Now) -> Waiting {
        match (&self.phase, &self.hold, self.network) {
            (Phase::Ending { .. }, ..) => self.answers(),
            (_, Hold::Paused, _) => Waiting::Paused,
            (_, Hold::SignIn { code }, _) => Waiting::SignIn { code: code.clone() },
            (_, Hold::Trouble { status, message }, _) => Waiting::Trouble {
                status: *status,
                message: message.clone(),
                until: None,
            },
            (Phase::Gate(gate), ..) => match gate.retries_at() {
                Some(at) => Waiting::Retry {
                    until: wall(now, at),
                    status: Some(429),
                },
                None => self.answers(),
            },
            (Phase::Running, Hold::None, Network::Off) => Waiting::Offline,
            (Phase::Running, Hold::None, Network::On) => self.why_running(now),
        }
    }

    fn why_running(&self, now: Now) -> Waiting {
        let held = |lane: &Lane| {
            let until = self.calls.pacer(lane.endpoint).held_until(now.mono);
            until.filter(|_| self.room_at(lane, now.mono).is_some())
        };
        if let Some(until) = self.lanes.iter().find_map(held) {
            return self.retrying(now, until);
        }
        let full = |lane: &Lane| self.room_at(lane, now.mono).filter(|at| *at > now.mono);
        if let Some(until) = self.lanes.iter().find_map(full) {
            return Waiting::Quota {
                until: wall(now, until),
            };
        }
        match self.wakes_at(now.mono) {
            Some(until) if self.open.is_empty() => self.retrying(now, until),
            _ => self.answers(),
        }
    }

    fn retrying(&self, now: Now, until: Instant) -> Waiting {
        let failed = self
            .work
            .iter()
            .filter(|work| work.tries > 0 && work.is_open());
        Waiting::Retry {
            until: wall(now, until),
            status: failed.filter_map(|work| work.status).next_back(),
        }
    }

    fn answers(&self) -> Waiting {
        if self.is_finished() {
            Waiting::Nothing
        } else {
            Waiting::Answers
        }
    }

    /// The calls ahead at the pace of those behind, or at that of the quota where it is slower.
    fn seconds_left(&self, now: Now) -> Option<u32> {
        if self.is_finished() {
            return Some(0);
        }
        if !matches!(self.phase, Phase::Running) || !self.may_send() {
            return None;
        }
        let call = self.mean_call()?;
        let lanes = self
            .lanes
            .iter()
            .map(|lane| self.lane_left(lane, call, now.mono));
        let left = lanes.max().unwrap_or_default();
        Some(u32::try_from(left.as_millis().div_ceil(1_000)).unwrap_or(u32::MAX))
    }

    fn mean_call(&self) -> Option<Duration> {
        let took = self
            .work
            .iter()
            .map(|work| work.took)
            .filter(|took| !took.is_zero());
        let (calls, sum) = took.fold((0, Duration::ZERO), |(n, sum), took| (n + 1, sum + took));
        (calls > 0).then(|| sum / calls)
    }

    fn lane_left(&self, lane: &Lane, call: Duration, now: Instant) -> Duration {
        let open = |work: &&Work| work.endpoint == lane.endpoint && work.is_open();
        let ahead = self.work.iter().filter(open).count();
        let unsent = self
            .work
            .iter()
            .filter(open)
            .filter(|work| !work.in_flight())
            .count();
        let rounds = count_u32(ahead.div_ceil(self.limits.in_flight));
        self.calls.pacer(lane.endpoint).spread(unsent, now) + call.saturating_mul(rounds.max(1))
    }

    /// Calls that carried a batch again, or a part of one.
    fn extra_calls(&self) -> u32 {
        let tries = |work: &Work| work.tries.saturating_sub(1) + u32::from(work.cut_from.is_some());
        self.work.iter().map(tries).sum()
    }

    /// Entries of batches that are parts of one that was refused as a whole.
    fn searched(&self) -> u32 {
        let part = |work: &&Work| work.cut_from.is_some() && work.is_open();
        self.work.iter().filter(part).map(size).sum()
    }

    fn views(&self, now: Now) -> Vec<BatchView> {
        let mut first = 1;
        let view = |(work, number): (&Work, u32)| {
            let view = view(work, number, first, now);
            first += view.items;
            view
        };
        self.work.iter().zip(1..).map(view).collect()
    }
}

impl Work {
    /// Whether its end is not known.
    fn is_open(&self) -> bool {
        !matches!(self.state, State::Done(_) | State::GivenUp(_))
    }

    fn in_doubt(&self) -> bool {
        self.standing == Standing::InDoubt
    }
}

fn by_state(views: &[BatchView]) -> Vec<(BatchState, u32)> {
    let mut counts: Vec<(BatchState, u32)> = Vec::new();
    for view in views {
        match counts.iter_mut().find(|(state, _)| *state == view.state) {
            Some((_, count)) => *count += 1,
            None => counts.push((view.state, 1)),
        }
    }
    counts
}

fn view(work: &Work, number: u32, first: u32, now: Now) -> BatchView {
    let (state, rejected) = match &work.state {
        State::Done(ends) | State::GivenUp(ends) => (ended(ends), ends.rejected),
        State::InFlight { .. } => (BatchState::InFlight, 0),
        State::Retry { .. } => (BatchState::Retry, 0),
        State::Waiting | State::Recording { .. } | State::Recorded { .. } => {
            let again = if work.tries > 0 {
                BatchState::Retry
            } else {
                BatchState::Waiting
            };
            (again, 0)
        }
    };
    let took = match work.state {
        State::InFlight { since, .. } => now.mono.saturating_sub(since),
        _ => work.took,
    };
    BatchView {
        number,
        first,
        items: size(work),
        state,
        rejected,
        status: work.status,
        tries: work.tries,
        millis: u32::try_from(took.as_millis()).unwrap_or(u32::MAX),
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

fn size(work: &Work) -> u32 {
    count_u32(work.entries.len())
}

fn count_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A moment of the monotonic clock on the wall's.
fn wall(now: Now, at: Instant) -> WallTime {
    let ahead = i64::try_from(at.saturating_sub(now.mono).as_millis()).unwrap_or(i64::MAX);
    WallTime(now.wall.0.saturating_add(ahead))
}
