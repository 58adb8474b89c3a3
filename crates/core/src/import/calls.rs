//! The calls of this page, over all its runs: their numbers, and what they leave of the quotas.

use std::time::Duration;

use crate::{
    clock::{Instant, Now},
    import::CallId,
    journal::PastCall,
    limits::Limits,
    pacer::Pacer,
    plan::Endpoint,
};

/// A clock that was set may tell a call to be older than it is: one that seems younger than this, or
/// to lie ahead, counts as made now.
const SURELY_PAST: Duration = Duration::from_mins(10);

/// The log of calls, handed from one run to the next: a quota does not begin anew with a run, and a
/// late answer to one run's call must not be taken for another's.
#[derive(Clone, Debug)]
pub struct CallLog {
    next: u32,
    import: Pacer,
    single: Pacer,
}

impl CallLog {
    /// No call was made yet.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        Self {
            next: 0,
            import: Pacer::new(limits.import.clone()),
            single: Pacer::new(limits.single.clone()),
        }
    }

    /// The pacer of an endpoint's class. Lists and deletions share that of the single API.
    #[must_use]
    pub fn pacer(&self, endpoint: Endpoint) -> &Pacer {
        match endpoint {
            Endpoint::Import => &self.import,
            Endpoint::Single => &self.single,
        }
    }

    pub(super) fn pacer_mut(&mut self, endpoint: Endpoint) -> &mut Pacer {
        match endpoint {
            Endpoint::Import => &mut self.import,
            Endpoint::Single => &mut self.single,
        }
    }

    /// Counts calls that this page has not seen leave.
    pub(super) fn adopt(&mut self, past: &[PastCall], now: Now) {
        for call in past {
            let age = u64::try_from(now.wall.0.saturating_sub(call.at.0)).unwrap_or(0);
            let age = Duration::from_millis(age);
            let age = if age < SURELY_PAST {
                Duration::ZERO
            } else {
                age
            };
            self.pacer_mut(call.class)
                .was_answered(now.mono.saturating_sub(age));
        }
    }

    /// The number of the next call.
    pub(super) fn number(&mut self) -> CallId {
        let call = CallId(self.next);
        self.next += 1;
        call
    }

    /// Whether `calls` more may leave now.
    pub(super) fn has_room(&self, endpoint: Endpoint, calls: usize, now: Instant) -> bool {
        let ready = self.pacer(endpoint).ready_for(calls, now);
        ready.is_some_and(|ready| ready <= now)
    }
}
