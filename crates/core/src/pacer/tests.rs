//! Tables of waits, and the service's own count of every span.

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
    assert_eq!((pacer.used(at(1_060)).0, pacer.used(at(1_061)).0), (1, 0));
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

/// A pacer for whose calls one second is one step of the clock.
struct Paced {
    pacer: Pacer,
    now: Instant,
    next: u32,
}

impl Paced {
    fn new(of: &[(u32, u64)]) -> Self {
        Self {
            pacer: Pacer::new(quotas(of)),
            now: Duration::ZERO,
            next: 0,
        }
    }

    /// So many calls leave at once, and are answered after a second.
    fn taken(&mut self, calls: u32) {
        let sent = self.send(calls);
        for call in sent {
            self.pacer.answered(call, self.now);
            self.pacer.taken();
        }
    }

    /// The same, but all are refused.
    fn refused(&mut self, calls: u32, asked: Option<u64>) {
        let sent = self.send(calls);
        for call in sent {
            self.pacer.answered(call, self.now);
            let asked = asked.map(Duration::from_secs);
            self.pacer.refused(asked, self.now);
        }
    }

    fn send(&mut self, calls: u32) -> Vec<CallId> {
        let sent: Vec<CallId> = (self.next..self.next + calls).map(CallId).collect();
        self.next += calls;
        for call in &sent {
            self.pacer.sent(*call, self.now);
        }
        self.now += Duration::from_secs(1);
        sent
    }

    /// Seconds until the next call may leave, after which it is then.
    fn wait(&mut self) -> u64 {
        let ready = self.pacer.ready_at(self.now).expect("nothing is in flight");
        let waited = ready.saturating_sub(self.now).as_secs();
        self.now = ready;
        waited
    }

    fn share(&self) -> u32 {
        self.pacer.used(self.now).1
    }
}

const IMPORT: &[(u32, u64)] = &[(30, 60)];
const SINGLE: &[(u32, u64)] = &[(100, 60), (1_500, 3_600)];

#[test]
fn a_refusal_waits_as_its_answer_asks_or_until_our_own_calls_run_out() {
    // Calls taken before it, what it asks for, seconds until the next one, and our share then.
    for (taken, asked, waits, share) in [
        (10, None, 59, 10),
        (10, Some(59), 59, 10),
        (10, Some(90), 90, 10),
        // There is room before our own calls run out: it is not they that fill the window.
        (10, Some(17), 17, 30),
        // Nothing of ours is there to run out.
        (0, None, 60, 1),
        (0, Some(17), 17, 30),
        // Others have only what is left over.
        (28, None, 59, 28),
        // The quota is full of our own calls.
        (29, None, 59, 30),
    ] {
        let mut paced = Paced::new(IMPORT);
        paced.taken(taken);
        paced.refused(1, asked);
        assert_eq!(
            (paced.wait(), paced.share()),
            (waits, share),
            "{taken} taken, then one refused that asks for {asked:?}"
        );
    }
}

#[test]
fn calls_refused_together_are_one_refusal() {
    let mut paced = Paced::new(IMPORT);
    paced.taken(10);
    paced.refused(4, None);
    assert_eq!((paced.share(), paced.wait()), (10, 59));
    let mut paced = Paced::new(IMPORT);
    paced.refused(4, None);
    assert_eq!((paced.share(), paced.wait()), (1, 60));
}

#[test]
fn of_calls_in_flight_together_those_that_are_taken_are_ours() {
    let mut paced = Paced::new(IMPORT);
    paced.taken(7);
    for call in 0..3 {
        paced.pacer.sent(CallId(100 + call), paced.now);
    }
    paced.pacer.answered(CallId(101), paced.now);
    paced.pacer.refused(None, paced.now);
    assert_eq!(paced.share(), 9);
    paced.pacer.answered(CallId(100), paced.now);
    paced.pacer.taken();
    paced.pacer.answered(CallId(102), paced.now);
    paced.pacer.refused(None, paced.now);
    assert_eq!(paced.share(), 8);
}

#[test]
fn even_one_call_that_is_refused_again_and_again_waits_ever_longer() {
    let mut paced = Paced::new(SINGLE);
    let waits = [(); 8].map(|()| {
        paced.refused(1, None);
        paced.wait()
    });
    assert_eq!(waits, [60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
    paced.taken(1);
    paced.refused(1, None);
    // What was taken a second ago is there to run out.
    assert_eq!(paced.wait(), 59);
}

#[test]
fn a_second_refusal_in_a_row_waits_for_whole_spans() {
    for (of, waits) in [(SINGLE, 120), (IMPORT, 60)] {
        let mut paced = Paced::new(of);
        paced.taken(5);
        paced.now += Duration::from_secs(30);
        paced.taken(5);
        paced.refused(2, None);
        assert_eq!(paced.wait(), 28);
        paced.refused(1, None);
        assert_eq!(paced.wait(), waits);
    }
}

#[test]
fn the_share_grows_back_by_a_tenth_a_span_after_the_second() {
    let shares = |of: &[(u32, u64)], spans: &[u32]| -> Vec<u32> {
        let mut paced = Paced::new(of);
        paced.taken(3);
        paced.refused(1, None);
        let refused = paced.now;
        let mut share = |spans: &u32| {
            paced.now = refused + Duration::from_mins(1) * *spans;
            paced.share()
        };
        spans.iter().map(&mut share).collect()
    };
    let spans = [0, 1, 2, 3, 10, 11, 99];
    assert_eq!(shares(IMPORT, &spans), [3, 3, 6, 9, 30, 30, 30]);
    assert_eq!(shares(SINGLE, &spans), [3, 3, 13, 23, 93, 100, 100]);
    assert_eq!(shares(&[(5, 60)], &spans), [3, 3, 4, 5, 5, 5, 5]);
}

#[test]
fn a_step_too_many_makes_the_next_one_wait_twice_as_long() {
    // A colleague leaves us 10 of 30 in every span, all along.
    let mut paced = Paced::new(IMPORT);
    let mut refusals = Vec::new();
    let mut served: VecDeque<Instant> = VecDeque::new();
    for _ in 0..1_000 {
        paced.wait();
        let now = paced.now;
        served.retain(|at| *at + Duration::from_mins(1) > now);
        if served.len() < 10 {
            served.push_back(now);
            paced.taken(1);
        } else {
            paced.refused(1, None);
            refusals.push(now.as_secs() / 60);
        }
    }
    let spans: Vec<u64> = refusals.windows(2).map(|two| two[1] - two[0]).collect();
    assert_eq!(refusals[0], 0);
    assert_eq!(&spans[..5], [2, 4, 8, 16, 16], "{refusals:?}");
    assert!(refusals.len() < 12, "{refusals:?}");
}

#[test]
fn the_fullest_window_is_the_one_that_others_share() {
    let hours = |paced: &Paced| {
        let window = &paced.pacer.windows[1];
        window.share.in_force(&window.quota, paced.now)
    };
    let mut paced = Paced::new(SINGLE);
    paced.taken(80);
    paced.refused(1, None);
    assert_eq!((paced.share(), hours(&paced)), (80, 1_500));
    let mut paced = Paced::new(SINGLE);
    for _ in 0..14 {
        paced.taken(100);
        paced.now += Duration::from_secs(61);
    }
    paced.taken(2);
    paced.refused(1, None);
    assert_eq!((paced.share(), hours(&paced)), (100, 1_402));
}

#[test]
fn what_is_counted_never_shows_more_than_the_share() {
    let mut paced = Paced::new(IMPORT);
    paced.taken(10);
    paced.refused(4, None);
    assert_eq!(paced.pacer.used(paced.now), (10, 10));
    paced.now += Duration::from_secs(61);
    assert_eq!(paced.pacer.used(paced.now), (0, 10));
}

#[test]
fn calls_out_of_sight_count_from_when_they_were_made() {
    let mut pacer = Pacer::new(quotas(SINGLE));
    let at = Duration::from_secs;
    // The clock has just begun, and yet a call may be older than that.
    pacer.adopt(
        [at(30), at(3_000), at(3_700)].into_iter().cycle().take(300),
        at(5),
    );
    assert_eq!(pacer.answered.len(), 200);
    assert_eq!(pacer.ready_at(at(5)), Some(at(35) + SLACK));
    pacer.adopt(vec![at(1_000); 1_300], at(5));
    assert_eq!(pacer.ready_at(at(5)), Some(at(605) + SLACK));
}

#[test]
fn the_log_is_bounded_and_what_is_dropped_decides_nothing() {
    let mut pacer = Pacer::new(quotas(SINGLE));
    let ages = (0..100_000_u64).map(|age| Duration::from_millis(age * 7 % 3_600_000));
    pacer.adopt(ages, Duration::ZERO);
    assert_eq!(pacer.answered.len(), 1_500);
    // The 1,500th youngest is 1,499 times 7 ms old.
    let youngest = Duration::from_millis(1_499 * 7);
    let hour = Duration::from_hours(1) + SLACK;
    assert_eq!(
        pacer.ready_at(Duration::ZERO),
        Some(hour.saturating_sub(youngest))
    );
}

#[test]
fn other_quotas_forget_no_call() {
    let mut paced = Paced::new(SINGLE);
    paced.taken(5);
    paced.pacer.set_quotas(quotas(&[(5, 60)]));
    assert_eq!(paced.wait(), 60);
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

/// The seconds from now at which the last of `calls` is answered that take `took` seconds each, as
/// foreseen and as it comes to pass; the others of a class leave after `taken` calls and, where it is
/// so, a refusal.
fn foreseen(of: &[(u32, u64)], taken: u32, refused: u32, calls: usize, took: u64) -> [u64; 2] {
    let mut paced = Paced::new(of);
    paced.taken(taken);
    if refused > 0 {
        paced.refused(refused, None);
    }
    let took = Duration::from_secs(took);
    let Paced { pacer, now, .. } = &mut paced;
    let ahead = Ahead { pacer, calls };
    let last = last_answer(&[ahead], 4, took, *now);
    let mut open: VecDeque<(Instant, CallId)> = VecDeque::new();
    let (start, mut left, mut clock) = (*now, calls, *now);
    while left > 0 || !open.is_empty() {
        let ready = pacer.ready_at(clock).filter(|_| left > 0 && open.len() < 4);
        match (ready, open.front().copied()) {
            (Some(at), next) if next.is_none_or(|(answer, _)| at <= answer) => {
                clock = at;
                let call = CallId(u32::try_from(left).expect("few"));
                pacer.sent(call, clock);
                open.push_back((clock + took, call));
                left -= 1;
            }
            (_, Some((answer, call))) => {
                clock = answer;
                open.pop_front();
                pacer.answered(call, clock);
                pacer.taken();
            }
            (_, None) => panic!("stuck"),
        }
    }
    [last, clock].map(|at| at.saturating_sub(start).as_secs())
}

#[test]
fn what_is_foreseen_comes_to_pass() {
    for (of, taken, refused, calls, took) in [
        (IMPORT, 0, 0, 4, 1),
        (IMPORT, 0, 0, 30, 1),
        (IMPORT, 20, 0, 100, 1),
        (IMPORT, 10, 2, 30, 1),
        (IMPORT, 10, 2, 300, 1),
        (IMPORT, 0, 4, 12, 1),
        (IMPORT, 0, 0, 90, 50),
        (SINGLE, 0, 0, 1_500, 1),
        (SINGLE, 70, 3, 4_000, 1),
        (SINGLE, 0, 0, 15_000, 1),
    ] {
        let [last, truly] = foreseen(of, taken, refused, calls, took);
        assert_eq!(
            last, truly,
            "{taken} taken, {refused} refused, {calls} ahead of {took} s"
        );
    }
    // Fifteen thousand one by one: ten times 1,500, and nine hours between.
    let [last, _] = foreseen(SINGLE, 0, 0, 15_000, 1);
    assert_eq!(last / 3_600, 9);
}
