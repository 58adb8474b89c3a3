//! What others leave us of a quota.
//!
//! Colleagues use the same app registration and tenant, and nobody tells us how much. What we had
//! used when the service refused a call that our own log allows is what it leaves us. It grows back
//! by a tenth of the quota, or by one call, for each span that passes without a refusal: others
//! leave, and ten spans later the quota is ours again. The first step comes after two spans, since
//! during the first one our own calls run out and nothing is tried. Where a step was one too many,
//! the next one waits twice as long, up to sixteen spans: against a colleague who stays, a try costs
//! at most as many refusals as calls are in flight, and ever fewer tries are made.

use crate::{clock::Instant, limits::Quota};

/// Steps from nothing to the whole quota.
const STEPS: u32 = 10;
/// Spans until the first step.
const PATIENCE: u32 = 2;
/// The most of them.
const MOST_PATIENCE: u32 = 16;

/// Our share of one quota.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    /// Calls, until the first step.
    calls: u32,
    /// From when its spans are counted.
    from: Instant,
    /// Spans until the first step.
    patience: u32,
}

impl Share {
    /// Nobody else uses the quota, as far as is known.
    pub(super) fn whole(quota: &Quota) -> Self {
        Self {
            calls: quota.calls,
            from: Instant::ZERO,
            patience: PATIENCE,
        }
    }

    /// How many calls are ours at `now`.
    pub(super) fn in_force(&self, quota: &Quota, now: Instant) -> u32 {
        self.after(quota, self.steps_until(quota, now))
    }

    pub(super) fn is_whole(&self, quota: &Quota, now: Instant) -> bool {
        self.calls == quota.calls || self.in_force(quota, now) == quota.calls
    }

    /// The share at `now` and after each step to come, with the moment from which it holds.
    pub(super) fn steps(
        &self,
        quota: &Quota,
        now: Instant,
    ) -> impl Iterator<Item = (Instant, u32)> {
        let (share, quota, past) = (*self, *quota, self.steps_until(quota, now));
        (past..=past + STEPS).map(move |step| {
            let spans = share.patience.saturating_add(step.saturating_sub(1));
            let from = match step.checked_sub(past) {
                Some(1..) => share.from.saturating_add(quota.per.saturating_mul(spans)),
                _ => now,
            };
            (from, share.after(&quota, step))
        })
    }

    /// Steps made until `now`.
    fn steps_until(&self, quota: &Quota, now: Instant) -> u32 {
        let passed = now.saturating_sub(self.from).as_nanos();
        let spans = passed / quota.per.as_nanos().max(1);
        let spans = u32::try_from(spans).unwrap_or(u32::MAX);
        // Beyond the last step nothing changes.
        (spans.saturating_add(1).saturating_sub(self.patience)).min(quota.calls)
    }

    fn after(&self, quota: &Quota, steps: u32) -> u32 {
        let step = (quota.calls / STEPS).max(1);
        let grown = self.calls.saturating_add(steps.saturating_mul(step));
        grown.min(quota.calls)
    }

    /// Learns at `now` that `ours` were all that was left, at least one, and counts spans from
    /// `from` on. `together`: the refusal belongs to one that was learned from before.
    pub(super) fn lower(
        &mut self,
        ours: u32,
        quota: &Quota,
        together: bool,
        now: Instant,
        from: Instant,
    ) {
        let holds = self.in_force(quota, now);
        self.patience = match (together, holds == quota.calls) {
            (true, _) => self.patience,
            (false, true) => PATIENCE,
            (false, false) => (self.patience * 2).min(MOST_PATIENCE),
        };
        self.calls = ours.clamp(1, holds.max(1));
        self.from = from;
    }
}
