//! When the next call may leave.
//!
//! Microsoft gives its limits as calls in a span of time and does not say where a span begins. The
//! service counts arrivals, which we do not see: a call arrives somewhere between its send and its
//! answer. A [`Pacer`] therefore lets a call occupy every quota from its send until the quota's span
//! after its answer. It is told the time.

use std::time::Duration;

use crate::{clock::Instant, import::CallId, limits::Quota};

/// Added to every span: browsers round their clocks, and the documents do not say whether a span
/// holds both of its ends.
const SLACK: Duration = Duration::from_millis(20);

/// Spaces the calls of one class of endpoints so that every quota holds.
#[derive(Clone, Debug)]
pub struct Pacer {
    quotas: Vec<Quota>,
    in_flight: Vec<CallId>,
    /// When each call that still counts was answered, the earliest first.
    answered: Vec<Instant>,
    /// Nothing leaves before this moment.
    held: Instant,
    /// Refusals in a row that our own calls do not explain.
    unexplained: u32,
}

impl Pacer {
    /// No call has left yet.
    #[must_use]
    pub fn new(quotas: Vec<Quota>) -> Self {
        Self {
            quotas,
            in_flight: Vec::new(),
            answered: Vec::new(),
            held: Duration::ZERO,
            unexplained: 0,
        }
    }

    /// The first moment, `now` or later, at which one more call keeps every quota; `None` where that
    /// depends on a call that is not answered yet.
    #[must_use]
    pub fn ready_at(&self, now: Instant) -> Option<Instant> {
        self.ready_for(1, now)
    }

    /// The first moment, `now` or later, at which `calls` more may leave at once; `None` where that
    /// depends on a call that is not answered yet, or where a quota never allows so many.
    #[must_use]
    pub fn ready_for(&self, calls: usize, now: Instant) -> Option<Instant> {
        let free = self
            .quotas
            .iter()
            .map(|quota| self.frees_at(quota, calls, now));
        free.reduce(|a, b| Some(a?.max(b?)))
            .unwrap_or(Some(now))
            .map(|free| free.max(self.held).max(now))
    }

    /// When `quota` has room for `calls` more.
    fn frees_at(&self, quota: &Quota, calls: usize, now: Instant) -> Option<Instant> {
        let counted = &self.answered[self.over(quota, now)..];
        let too_many =
            (self.in_flight.len() + counted.len() + calls).saturating_sub(quota.calls as usize);
        match too_many.checked_sub(1) {
            None => Some(now),
            Some(last) => counted.get(last).map(|&answer| over(answer, quota.per)),
        }
    }

    /// How many answered calls no longer count against `quota`.
    fn over(&self, quota: &Quota, now: Instant) -> usize {
        self.answered
            .partition_point(|&answer| over(answer, quota.per) <= now)
    }

    /// How long it takes, at the least, until the last of `calls` more may leave.
    #[must_use]
    pub fn spread(&self, calls: usize, now: Instant) -> Duration {
        let slowest = |quota: &Quota| {
            let counted = self.in_flight.len() + self.answered.len() - self.over(quota, now);
            let spans = (counted + calls).saturating_sub(1) / (quota.calls as usize).max(1);
            quota
                .per
                .saturating_mul(u32::try_from(spans).unwrap_or(u32::MAX))
        };
        let spans = self.quotas.iter().map(slowest).max().unwrap_or_default();
        spans.max(self.held.saturating_sub(now))
    }

    /// Notes that a call leaves at `now`.
    pub fn sent(&mut self, call: CallId, now: Instant) {
        let longest = self.longest();
        self.answered.retain(|&answer| over(answer, longest) > now);
        self.in_flight.push(call);
    }

    /// Notes that a call was answered, or that its answer was given up, at `now`. A call that is not
    /// in flight changes nothing.
    pub fn answered(&mut self, call: CallId, now: Instant) {
        let Some(place) = self.in_flight.iter().position(|&open| open == call) else {
            return;
        };
        self.in_flight.swap_remove(place);
        self.was_answered(now);
    }

    /// Notes a call that left and was answered out of sight, at `at` or earlier.
    pub fn was_answered(&mut self, at: Instant) {
        let later = self.answered.partition_point(|&answer| answer <= at);
        self.answered.insert(later, at);
    }

    /// Calls that count against the shortest quota at `now`.
    #[must_use]
    pub fn used(&self, now: Instant) -> usize {
        let counted = |quota: &Quota| self.answered.len() - self.over(quota, now);
        self.in_flight.len() + self.shortest().map_or(0, counted)
    }

    /// The quota with the shortest span, which is the one that a run meets first.
    #[must_use]
    pub fn shortest(&self) -> Option<&Quota> {
        self.quotas.iter().min_by_key(|quota| quota.per)
    }

    /// Notes that the service refused a call as one too many. The class is held back for as long as
    /// the answer asks; else, where our own calls fill a quota, their spans are wait enough; else
    /// others have used it up, and it is held back for a whole span, twice as long each further time.
    pub fn refused(&mut self, asked: Option<Duration>, now: Instant) {
        let explained = self.ready_at(now).is_none_or(|ready| ready > now);
        let wait = match asked {
            Some(asked) => asked,
            // Calls that were in flight together are refused together, and count as one.
            None if explained || self.held > now => return,
            None => self.unexplained_wait(),
        };
        self.held = self.held.max(over(now, wait));
    }

    fn unexplained_wait(&mut self) -> Duration {
        let span = self.shortest().map_or(Duration::ZERO, |quota| quota.per);
        let wait = span.saturating_mul(2_u32.saturating_pow(self.unexplained));
        self.unexplained = self.unexplained.saturating_add(1);
        wait.min(self.longest())
    }

    /// Until when the service has told the class to hold back, if it has.
    #[must_use]
    pub fn held_until(&self, now: Instant) -> Option<Instant> {
        (self.held > now).then_some(self.held)
    }

    /// Notes that the service took a call.
    pub fn taken(&mut self) {
        self.unexplained = 0;
    }

    fn longest(&self) -> Duration {
        self.quotas
            .iter()
            .map(|quota| quota.per)
            .max()
            .unwrap_or_default()
    }
}

/// The end of a span that begins at `from`.
fn over(from: Instant, span: Duration) -> Instant {
    from.saturating_add(span).saturating_add(SLACK)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn quotas(quotas: &[(u32, u64)]) -> Vec<Quota> {
        let quota = |&(calls, seconds)| Quota {
            calls,
            per: Duration::from_secs(seconds),
        };
        quotas.iter().map(quota).collect()
    }

    /// The seconds at which calls leave that take `latency` seconds each, one after another.
    fn leaves(of: &[(u32, u64)], latency: u64, calls: u32) -> Vec<u64> {
        let mut pacer = Pacer::new(quotas(of));
        let mut now = Duration::ZERO;
        let mut leave = |call| {
            now = pacer.ready_at(now).expect("all are answered");
            let left = now.as_secs();
            pacer.sent(CallId(call), now);
            now += Duration::from_secs(latency);
            pacer.answered(CallId(call), now);
            left
        };
        (0..calls).map(&mut leave).collect()
    }

    #[test]
    fn a_full_span_waits_from_the_answer_on() {
        assert_eq!(leaves(&[(2, 60)], 0, 5), [0, 0, 60, 60, 120]);
        assert_eq!(leaves(&[(2, 60)], 5, 5), [0, 5, 65, 70, 130]);
    }

    #[test]
    fn the_tighter_quota_wins() {
        assert_eq!(leaves(&[(2, 10), (3, 60)], 0, 5), [0, 0, 10, 60, 60]);
    }

    #[test]
    fn a_call_that_is_not_answered_holds_its_place() {
        let mut pacer = Pacer::new(quotas(&[(1, 60)]));
        let at = Duration::from_secs;
        pacer.sent(CallId(7), at(0));
        assert_eq!(pacer.ready_at(at(1_000)), None);
        pacer.answered(CallId(8), at(1_000));
        assert_eq!(pacer.ready_at(at(1_000)), None);
        pacer.answered(CallId(7), at(1_000));
        assert_eq!(pacer.ready_at(at(1_000)), Some(at(1_060) + SLACK));
        assert_eq!((pacer.used(at(1_060)), pacer.used(at(1_061))), (1, 0));
    }

    #[test]
    fn several_leave_at_once_only_where_all_have_room() {
        let mut pacer = Pacer::new(quotas(&[(3, 60)]));
        let now = Duration::from_secs(5);
        assert_eq!(pacer.ready_for(3, now), Some(now));
        assert_eq!(pacer.ready_for(4, now), None);
        pacer.sent(CallId(0), now);
        assert_eq!(pacer.ready_for(2, now), Some(now));
        assert_eq!(pacer.ready_for(3, now), None);
    }

    #[test]
    fn a_refusal_holds_back_as_long_as_it_asks_or_a_span() {
        let held = |asked: Option<u64>, sent: u32| {
            let mut pacer = Pacer::new(quotas(&[(2, 60), (9, 3_600)]));
            for call in 0..sent {
                pacer.sent(CallId(call), Duration::ZERO);
                pacer.answered(CallId(call), Duration::ZERO);
            }
            pacer.refused(asked.map(Duration::from_secs), Duration::ZERO);
            pacer
                .held_until(Duration::ZERO)
                .map(|until| until.as_secs())
        };
        assert_eq!(held(Some(17), 1), Some(17));
        assert_eq!(held(None, 1), Some(60));
        // Two of our own calls fill the span, and it frees without being held.
        assert_eq!(held(None, 2), None);
    }

    #[test]
    fn refusals_in_a_row_wait_longer_up_to_the_longest_span() {
        let mut pacer = Pacer::new(quotas(&[(100, 60), (1_500, 3_600)]));
        let mut now = Duration::ZERO;
        let mut wait = || {
            let before = now;
            pacer.refused(None, now);
            now = pacer.ready_at(now).expect("nothing is in flight");
            now.saturating_sub(before).as_secs()
        };
        assert_eq!(
            [(); 8].map(|()| wait()),
            [60, 120, 240, 480, 960, 1_920, 3_600, 3_600]
        );
        pacer.taken();
        pacer.refused(None, now);
        assert_eq!(
            pacer.ready_at(now),
            Some(now + Duration::from_mins(1) + SLACK)
        );
    }

    #[test]
    fn calls_refused_together_wait_one_span() {
        let mut pacer = Pacer::new(quotas(&[(100, 60), (1_500, 3_600)]));
        for _ in 0..4 {
            pacer.refused(None, Duration::ZERO);
        }
        assert_eq!(
            pacer.held_until(Duration::ZERO),
            Some(Duration::from_mins(1) + SLACK)
        );
    }

    /// The service as it counts: every arrival, in every span, both ends included.
    fn most_in_a_span(arrivals: &[Duration], per: Duration) -> usize {
        let within = |from: &Duration| {
            let span = *from..=*from + per;
            arrivals.iter().filter(|at| span.contains(at)).count()
        };
        arrivals.iter().map(within).max().unwrap_or(0)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn no_span_of_the_service_holds_more_than_the_quota(
            calls in 1_u32..8,
            more in 1_u32..12,
            // How long each call takes, in milliseconds, and where on the way it arrives.
            trips in prop::collection::vec((0_u64..90_000, 0.0..=1.0_f64), 1..60),
            in_flight in 1_usize..6,
        ) {
            let quotas = quotas(&[(calls, 10), (calls + more, 60)]);
            let mut pacer = Pacer::new(quotas.clone());
            let mut now = Duration::ZERO;
            let mut open: Vec<(Duration, CallId)> = Vec::new();
            let mut arrivals = Vec::new();
            for (number, (trip, part)) in (0..).zip(trips) {
                loop {
                    let ready = pacer.ready_at(now).filter(|_| open.len() < in_flight);
                    open.sort();
                    match (ready, open.first().copied()) {
                        (Some(ready), Some((answer, _))) if ready <= answer => { now = ready; break }
                        (Some(ready), None) => { now = ready; break }
                        (_, Some((answer, call))) => {
                            now = answer.max(now);
                            pacer.answered(call, now);
                            open.remove(0);
                        }
                        (None, None) => prop_assert!(false, "stuck at {now:?}"),
                    }
                }
                let trip = Duration::from_millis(trip);
                pacer.sent(CallId(number), now);
                arrivals.push(now + trip.mul_f64(part));
                open.push((now + trip, CallId(number)));
            }
            for quota in quotas {
                prop_assert!(most_in_a_span(&arrivals, quota.per) <= quota.calls as usize);
            }
        }
    }
}
