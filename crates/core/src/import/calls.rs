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

/// The log of calls, handed from one run to the next: a quota does not begin anew with a run, and a
/// late answer to one run's call must not be taken for another's.
#[derive(Clone, Debug)]
pub struct CallLog {
    next: u32,
    clock_doubt: Duration,
    classes: Box<Classes>,
}

/// One pacer for each class of endpoints.
#[derive(Clone, Debug)]
struct Classes {
    import: Pacer,
    single: Pacer,
}

impl CallLog {
    /// No call was made yet.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        Self {
            next: 0,
            clock_doubt: limits.clock_doubt,
            classes: Box::new(Classes {
                import: Pacer::new(limits.import.clone()),
                single: Pacer::new(limits.single.clone()),
            }),
        }
    }

    /// The pacer of an endpoint's class. Lists and deletions share that of the single API.
    #[must_use]
    pub fn pacer(&self, endpoint: Endpoint) -> &Pacer {
        match endpoint {
            Endpoint::Import => &self.classes.import,
            Endpoint::Single => &self.classes.single,
        }
    }

    pub(super) fn pacer_mut(&mut self, endpoint: Endpoint) -> &mut Pacer {
        match endpoint {
            Endpoint::Import => &mut self.classes.import,
            Endpoint::Single => &mut self.classes.single,
        }
    }

    /// Counts calls that this page has not seen leave.
    pub(super) fn adopt(&mut self, past: &[PastCall], now: Now) {
        for call in past {
            let seems = u64::try_from(now.wall.0.saturating_sub(call.at.0)).unwrap_or(0);
            let age = Duration::from_millis(seems).saturating_sub(self.clock_doubt);
            self.pacer_mut(call.class)
                .was_answered(now.mono.saturating_sub(age));
        }
    }

    /// Gives no call a number below this: the run that goes on has used them.
    pub(super) fn number_from(&mut self, first: CallId) {
        self.next = self.next.max(first.0);
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
