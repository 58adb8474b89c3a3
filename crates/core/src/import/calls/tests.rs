//! Pages that come and go, with clocks that are set, against the service's own count.

use proptest::prelude::*;

use super::*;
use crate::{clock::WallTime, limits::Quota};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The documented spans with fewer calls, so that a short schedule fills them.
fn limits() -> Limits {
    let quota = |calls, minutes| Quota {
        calls,
        per: Duration::from_mins(minutes),
    };
    Limits {
        import: vec![quota(5, 1)],
        single: vec![quota(4, 1), quota(15, 60)],
        ..Limits::documented()
    }
}

/// A page is looked at: it opens a run and makes calls.
#[derive(Clone, Debug)]
struct Visit {
    /// A tab that is open since an earlier visit, by its number, or a new one.
    tab: usize,
    /// Milliseconds since the last visit ended.
    after: i64,
    /// By how much the wall clock is ahead of the truth, in milliseconds.
    set: i64,
    calls: Vec<Made>,
}

#[derive(Clone, Debug)]
struct Made {
    class: Endpoint,
    /// Milliseconds until its answer, and the part of that after which it arrives.
    trip: i64,
    part: f64,
    /// Milliseconds before it for which the monotonic clock stands still.
    sleep: i64,
}

/// A page from its start to its end.
struct Tab {
    calls: CallLog,
    /// The true time at which its monotonic clock would have begun.
    origin: i64,
}

#[derive(Default)]
struct World {
    /// The true time, in milliseconds.
    clock: i64,
    /// By how much the wall clock is ahead of it.
    set: i64,
    tabs: Vec<Tab>,
    /// The host's log of calls: by which tab, and which.
    log: Vec<(usize, PastCall)>,
    /// When calls of each class truly arrived.
    arrivals: [Vec<i64>; 2],
}

impl World {
    fn now(&self, tab: usize) -> Now {
        let mono = self.clock - self.tabs[tab].origin;
        Now {
            mono: Duration::from_millis(u64::try_from(mono).expect("a clock does not go back")),
            wall: WallTime(1_795_284_000_000 + self.clock + self.set),
            jitter: 0.5,
        }
    }

    fn visit(&mut self, visit: &Visit) {
        self.clock += visit.after;
        self.set = visit.set;
        let tab = visit.tab.min(self.tabs.len());
        if tab == self.tabs.len() {
            self.tabs.push(Tab {
                calls: CallLog::new(&limits()),
                origin: self.clock,
            });
        }
        self.open(tab);
        for made in &visit.calls {
            self.make(tab, made);
        }
    }

    /// What a host does when a run opens.
    fn open(&mut self, tab: usize) {
        let now = self.now(tab);
        for (_, call) in &mut self.log {
            call.at = call.at.min(now.wall);
        }
        let counts_for = i64::try_from(limits().calls_count_for().as_millis()).expect("an hour");
        self.log
            .retain(|(_, call)| now.wall.0 - call.at.0 < counts_for);
        let others = self.log.iter().filter(|(by, _)| *by != tab);
        let others: Vec<PastCall> = others.map(|(_, call)| *call).collect();
        self.tabs[tab].calls.adopt(&others, now);
    }

    fn make(&mut self, tab: usize, made: &Made) {
        self.clock += made.sleep;
        self.tabs[tab].origin += made.sleep;
        let now = self.now(tab);
        let ready = self.tabs[tab].calls.pacer(made.class).ready_at(now.mono);
        let wait = ready
            .expect("nothing is in flight")
            .saturating_sub(now.mono);
        self.clock += i64::try_from(wait.as_nanos().div_ceil(1_000_000)).expect("a wait");
        let calls = &mut self.tabs[tab].calls;
        let call = calls.number();
        let leaves = self.now(tab).mono;
        let pacer = self.tabs[tab].calls.pacer_mut(made.class);
        pacer.sent(call, leaves);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "seconds"
        )]
        let there = (made.trip as f64 * made.part) as i64;
        self.arrivals[class(made.class)].push(self.clock + there);
        self.clock += made.trip;
        let now = self.now(tab);
        self.tabs[tab]
            .calls
            .pacer_mut(made.class)
            .answered(call, now.mono);
        let at = now.wall;
        self.log.push((
            tab,
            PastCall {
                class: made.class,
                at,
            },
        ));
    }

    /// How many calls the fullest span of each quota holds beyond it.
    fn beyond(&self) -> usize {
        let limits = limits();
        let of = |quotas: &[Quota], arrivals: &[i64]| {
            let beyond = |quota: &Quota| {
                let per = i64::try_from(quota.per.as_millis()).expect("an hour");
                let within = |from: &i64| {
                    let span = *from..=*from + per;
                    arrivals.iter().filter(|at| span.contains(at)).count()
                };
                let most = arrivals.iter().map(within).max().unwrap_or(0);
                most.saturating_sub(quota.calls as usize)
            };
            quotas.iter().map(beyond).sum::<usize>()
        };
        of(&limits.import, &self.arrivals[0]) + of(&limits.single, &self.arrivals[1])
    }
}

fn class(endpoint: Endpoint) -> usize {
    usize::from(endpoint == Endpoint::Single)
}

fn visits() -> impl Strategy<Value = Vec<Visit>> {
    let made = (
        prop::sample::select(vec![Endpoint::Import, Endpoint::Single]),
        prop_oneof![4 => 1_i64..500, 1 => 500_i64..20_000],
        0.0..=1.0_f64,
        prop_oneof![9 => Just(0_i64), 1 => 0_i64..2 * HOUR],
    );
    let made = made.prop_map(|(class, trip, part, sleep)| Made {
        class,
        trip,
        part,
        sleep,
    });
    let after = prop_oneof![3 => 0_i64..MINUTE, 2 => 0_i64..20 * MINUTE, 1 => 0_i64..2 * HOUR];
    let set = prop_oneof![1 => Just(0_i64), 1 => -12 * MINUTE..12 * MINUTE, 1 => -DAY..DAY];
    let visit = (0_usize..4, after, set, prop::collection::vec(made, 0..25));
    let visit = visit.prop_map(|(tab, after, set, calls)| Visit {
        tab,
        after,
        set,
        calls,
    });
    prop::collection::vec(visit, 1..7).prop_map(|mut visits| {
        // Set forward by more than ten minutes in all: what no log can know.
        let mut least = i64::MAX - DAY;
        for visit in &mut visits {
            visit.set = visit.set.min(least + 10 * MINUTE);
            least = least.min(visit.set);
        }
        visits
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn whatever_the_clocks_show_no_quota_is_exceeded(visits in visits()) {
        let mut world = World::default();
        for visit in &visits {
            world.visit(visit);
        }
        prop_assert_eq!(world.beyond(), 0);
    }
}

/// A visit of a new page with the wall clock ahead by so many minutes, and as many calls as a minute
/// and an hour of the single class allow.
fn visit(set: i64) -> Visit {
    let made = Made {
        class: Endpoint::Single,
        trip: 100,
        part: 0.5,
        sleep: 0,
    };
    Visit {
        tab: usize::MAX,
        after: SECOND,
        set: set * MINUTE,
        calls: vec![made; 4],
    }
}

#[test]
fn a_wall_clock_that_was_set_costs_time_and_never_a_refusal_but_for_one_case() {
    // Minutes by which it is set between two pages; minutes that the second one's calls take; calls
    // beyond the quota.
    for (set, minutes, beyond) in [
        (0, 1, 0),
        (10, 1, 0),
        (-10, 1, 0),
        (-1_440, 1, 0),
        // More than the log allows for.
        (12, 0, 4),
    ] {
        let mut world = World::default();
        world.visit(&visit(0));
        let before = world.clock;
        world.visit(&visit(set));
        let took = (world.clock - before) / MINUTE;
        assert_eq!(
            (took, world.beyond()),
            (minutes, beyond),
            "set by {set} minutes"
        );
    }
}

#[test]
fn calls_that_are_told_again_count_once() {
    let now = |seconds: u64| Now {
        mono: Duration::from_secs(seconds),
        wall: WallTime(1_795_284_000_000 + i64::try_from(seconds).expect("few") * SECOND),
        jitter: 0.5,
    };
    let at = now(0).wall;
    let two = [PastCall {
        class: Endpoint::Import,
        at,
    }; 2];
    let later = PastCall {
        class: Endpoint::Import,
        at: now(30).wall,
    };
    let mut calls = CallLog::new(&limits());
    calls.adopt(&two, now(0));
    calls.adopt(&two, now(10));
    calls.adopt(&[two[0], later, two[1]], now(30));
    let used = |seconds| calls.pacer(Endpoint::Import).used(now(seconds).mono).0;
    // Two that count from the beginning, and one that counts from when it was told.
    assert_eq!([30, 59, 61, 89, 91].map(used), [3, 3, 1, 1, 0]);
}

#[test]
fn other_limits_forget_no_call() {
    let mut world = World::default();
    world.visit(&visit(0));
    let mut log = world.tabs.remove(0).calls;
    log.set_limits(&Limits::documented());
    assert_eq!(
        log.pacer(Endpoint::Single).used(Duration::from_secs(2)),
        (4, 100)
    );
}
