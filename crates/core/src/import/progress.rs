//! How the run goes, for those who watch it. Everything is counted from the batches' states.

use super::{
    Attempt, BatchId, CallLog, History, Outcome, Tally,
    engine::{Hold, Import, Network, Phase},
    work::{State, Work},
    works::{self, Lane},
};
use crate::{
    clock::{Instant, Now, WallTime},
    plan::{Endpoint, EntryId},
    session::{BatchView, Progress, Stopped, Waiting},
};

impl Import {
    /// How the run goes. The parts add up at every moment: entries = accepted + rejected + in flight
    /// plus unconfirmed, waiting and not sent. Not sent is 0 until the run is ended early, or goes on
    /// without the rows of which a deletion was not carried out.
    #[must_use]
    pub fn progress(&self, now: Now) -> Progress {
        let (quota_used, quota) = self.calls.pacer(self.busiest().endpoint).used(now.mono);
        let sums = self.work.sums();
        Progress {
            entries: sums.entries,
            accepted: sums.tally.accepted,
            rejected: sums.tally.rejected,
            in_flight: sums.in_flight,
            unconfirmed: sums.tally.unconfirmed,
            waiting: sums.waiting,
            quota_used,
            quota,
            why: self.why(now),
            cancelling: self.ending() && !self.is_finished(),
            seconds_left: self.seconds_left(now),
            extra_calls: self.journal.history().extra_calls(),
            searched: sums.searched,
            by_state: sums.by_state(),
            batches: self.views(now),
        }
    }

    /// How many entries came to which end. Those of a batch that waits to be sent again after a lost
    /// answer count as unconfirmed.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.work.sums().tally
    }

    /// What is known of one entry; `None` before its first answer. Once the run is ended early, what
    /// was not sent has the reason of that.
    #[must_use]
    pub fn outcome(&self, id: EntryId) -> Option<&Outcome> {
        let known = self.journal.history().outcome(id);
        known.or_else(|| self.left_unsent(id))
    }

    /// What is known of every entry of the plan, in its order.
    pub fn outcomes(&self) -> impl Iterator<Item = Option<&Outcome>> {
        self.plan.ids().map(|id| self.outcome(id))
    }

    /// The calls that carried an entry, the first one first, each with its batch.
    #[must_use]
    pub fn attempts(&self, id: EntryId) -> Vec<(BatchId, Attempt)> {
        self.journal.history().attempts(id)
    }

    /// What the records say so far, those included that are not written yet.
    #[must_use]
    pub fn history(&self) -> &History {
        self.journal.history()
    }

    /// The last batch that held an entry.
    #[must_use]
    pub fn batch(&self, id: EntryId) -> Option<BatchId> {
        self.journal.history().batch(id)
    }

    /// Why it stopped, or is stopping, before its end. Where the tenant was full and the API then
    /// refused the rest, its refusal: with it the run is to be gone on with.
    #[must_use]
    pub fn stopped(&self) -> Option<&Stopped> {
        let why = match &self.phase {
            Phase::Ending { why, .. } => Some(why),
            Phase::Gate(_) | Phase::Running => None,
        };
        match (&self.full, why) {
            (_, Some(Stopped::Forbidden { .. } | Stopped::WrongHost { .. })) | (None, _) => why,
            (Some(full), _) => Some(&full.stopped),
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
        (self.calls, self.journal.into_history())
    }

    /// The log of calls, for the next run.
    #[must_use]
    pub fn into_calls(self) -> CallLog {
        self.calls
    }

    /// The lane with the most calls ahead of those that have their turn.
    fn busiest(&self) -> &Lane {
        let ahead = &self.work.sums().ahead;
        // Of equals the first.
        let busiest = works::lanes(self.turn)
            .rev()
            .max_by_key(|lane| ahead[*lane]);
        &self.lanes[busiest.unwrap_or_default()]
    }

    fn why(&self, now: Now) -> Waiting {
        if let Some(message) = self.journal.fails() {
            return Waiting::Journal {
                message: message.to_owned(),
            };
        }
        match (&self.phase, &self.hold, self.network) {
            (Phase::Ending { .. }, ..) if self.open.is_empty() && self.is_clearing() => {
                self.why_listing(now)
            }
            (Phase::Ending { .. }, ..) => self.answers(),
            (_, Hold::Paused, _) => Waiting::Paused,
            (_, Hold::SignIn { code }, _) => Waiting::SignIn { code: code.clone() },
            (
                _,
                Hold::Trouble {
                    status,
                    message,
                    probe_at,
                },
                _,
            ) => Waiting::Trouble {
                status: *status,
                message: message.clone(),
                until: probe_at.map(|at| wall(now, at)),
            },
            (Phase::Gate(gate), ..) => match gate.retries_at() {
                Some((at, status)) => Waiting::Retry {
                    until: wall(now, at),
                    status: Some(status),
                },
                None => self.answers(),
            },
            (Phase::Running, Hold::None, Network::Off) => Waiting::Offline,
            (Phase::Running, Hold::None, Network::On) => self.why_running(now),
        }
    }

    fn why_running(&self, now: Now) -> Waiting {
        if self.open.is_empty() && self.is_clearing() {
            return self.why_listing(now);
        }
        let held = |lane: &Lane| {
            let until = self.calls.pacer(lane.endpoint).held_until(now.mono);
            until.filter(|_| self.room_at(lane, now.mono).is_some())
        };
        if let Some(until) = self.lanes_now().iter().find_map(held) {
            return self.retrying(now, until);
        }
        let full = |lane: &Lane| self.room_at(lane, now.mono).filter(|at| *at > now.mono);
        if let Some(until) = self.lanes_now().iter().find_map(full) {
            return Waiting::Quota {
                until: wall(now, until),
            };
        }
        match self.wakes_at(now.mono) {
            Some(until) if self.open.is_empty() => self.retrying(now, until),
            _ => self.answers(),
        }
    }

    /// The list waits for its own class, or is waited for.
    fn why_listing(&self, now: Now) -> Waiting {
        let pacer = self.calls.pacer(Endpoint::Single);
        if self.clearing.is_asked() {
            return Waiting::Listing;
        }
        if let Some(until) = pacer.held_until(now.mono) {
            return Waiting::Retry {
                until: wall(now, until),
                status: Some(429),
            };
        }
        match pacer.ready_at(now.mono).filter(|at| *at > now.mono) {
            Some(until) => Waiting::Quota {
                until: wall(now, until),
            },
            None => Waiting::Listing,
        }
    }

    fn retrying(&self, now: Now, until: Instant) -> Waiting {
        // Those that were put off, those that are due again, and those about to leave again.
        let due = self
            .lanes_now()
            .iter()
            .filter_map(|lane| lane.waiting.front());
        let again = self.retries.iter().rev().chain(due).chain(&self.open);
        let mut tried = again
            .map(|place| &self.work[*place])
            .filter(|work| work.tries > 0);
        Waiting::Retry {
            until: wall(now, until),
            status: tried.find_map(|work| work.status),
        }
    }

    fn answers(&self) -> Waiting {
        if self.is_finished() {
            Waiting::Nothing
        } else {
            Waiting::Answers
        }
    }

    fn views(&self, now: Now) -> Vec<BatchView> {
        let waiting = self.lanes.iter().flat_map(|lane| lane.waiting.iter());
        let next = self.open.iter().chain(waiting);
        let shown = self.work.shown(next.copied());
        shown.into_iter().map(|work| view(work, now)).collect()
    }
}

fn view(work: &Work, now: Now) -> BatchView {
    let took = match work.state {
        State::InFlight { since, .. } => now.mono.saturating_sub(since),
        _ => work.took,
    };
    BatchView {
        number: work.id.0.saturating_add(1),
        first: work.entries.first().map_or(0, |id| id.0.saturating_add(1)),
        items: work.size(),
        state: work.shown_as(),
        rejected: match &work.state {
            State::Done(ends) | State::GivenUp(ends) => ends.rejected,
            _ => 0,
        },
        status: work.status,
        tries: work.tries,
        millis: u32::try_from(took.as_millis()).unwrap_or(u32::MAX),
    }
}

/// A moment of the monotonic clock on the wall's.
fn wall(now: Now, at: Instant) -> WallTime {
    let ahead = i64::try_from(at.saturating_sub(now.mono).as_millis()).unwrap_or(i64::MAX);
    WallTime(now.wall.0.saturating_add(ahead))
}
