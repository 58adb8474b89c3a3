//! The calls of this page, over all its runs: their numbers, and what they leave of the quotas.

use std::time::Duration;

use crate::{
    clock::{Instant, Now},
    import::CallId,
    journal::PastCall,
    limits::Limits,
    order::sorted,
    pacer::Pacer,
    plan::Endpoint,
};

/// The log of calls, handed from one run to the next: a quota does not begin anew with a run, and a
/// late answer to one run's call must not be taken for another's.
#[derive(Clone, Debug)]
pub struct CallLog {
    next: u32,
    clock_doubt: Duration,
    calls_count_for: Duration,
    /// The calls that were adopted and may be told again, sorted, each with the moment from which it
    /// is no longer known.
    adopted: Vec<(PastCall, Instant)>,
    classes: Box<Classes>,
}

/// One pacer for each class of endpoints.
#[derive(Clone, Debug)]
struct Classes {
    import: Pacer,
    single: Pacer,
    delete: Pacer,
}

impl CallLog {
    /// No call was made yet.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        Self {
            next: 0,
            clock_doubt: limits.clock_doubt,
            calls_count_for: limits.calls_count_for(),
            adopted: Vec::new(),
            classes: Box::new(Classes {
                import: Pacer::new(limits.import.clone()),
                single: Pacer::new(limits.single.clone()),
                delete: Pacer::new(limits.delete.clone()),
            }),
        }
    }

    /// The pacer of an endpoint's class. Lists share that of the single API.
    #[must_use]
    pub fn pacer(&self, endpoint: Endpoint) -> &Pacer {
        match endpoint {
            Endpoint::Import => &self.classes.import,
            Endpoint::Single => &self.classes.single,
            Endpoint::Delete => &self.classes.delete,
        }
    }

    pub(super) fn pacer_mut(&mut self, endpoint: Endpoint) -> &mut Pacer {
        match endpoint {
            Endpoint::Import => &mut self.classes.import,
            Endpoint::Single => &mut self.classes.single,
            Endpoint::Delete => &mut self.classes.delete,
        }
    }

    /// Goes on under other limits. What has left counts against them.
    pub(crate) fn set_limits(&mut self, limits: &Limits) {
        self.clock_doubt = limits.clock_doubt;
        self.calls_count_for = limits.calls_count_for();
        self.classes.import.set_quotas(limits.import.clone());
        self.classes.single.set_quotas(limits.single.clone());
        self.classes.delete.set_quotas(limits.delete.clone());
    }

    /// Counts calls that this page has not seen leave. One that it was told of before counts as it
    /// did then: the monotonic clock knows it better by now.
    pub(crate) fn adopt(&mut self, past: &[PastCall], now: Now) {
        let past = sorted(past.to_vec());
        let new = without(&past, &self.adopted);
        for class in [Endpoint::Import, Endpoint::Single, Endpoint::Delete] {
            let ages = new.iter().filter(|call| call.class == class);
            let ages = ages.map(|call| self.age(call, now)).collect::<Vec<_>>();
            self.pacer_mut(class).adopt(ages, now.mono);
        }
        let until = now.mono.saturating_add(self.calls_count_for);
        self.adopted.retain(|(_, until)| *until > now.mono);
        self.adopted
            .extend(new.into_iter().map(|call| (call, until)));
        self.adopted = sorted(std::mem::take(&mut self.adopted));
    }

    /// How long ago it was made, at the least.
    fn age(&self, call: &PastCall, now: Now) -> Duration {
        let seems = u64::try_from(now.wall.0.saturating_sub(call.at.0)).unwrap_or(0);
        Duration::from_millis(seems).saturating_sub(self.clock_doubt)
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

/// Those of `calls` that are not in `known`; both are sorted, and what is in one twice is two calls.
fn without(calls: &[PastCall], known: &[(PastCall, Instant)]) -> Vec<PastCall> {
    let mut known = known.iter().map(|(call, _)| call).peekable();
    let is_new = |call: &&PastCall| {
        while known.next_if(|known| known < call).is_some() {}
        known.next_if_eq(call).is_none()
    };
    calls.iter().filter(is_new).copied().collect()
}

#[cfg(test)]
mod tests;
