//! How many schedules are run, and what is told of them.
//!
//! Each schedule has a seed of its own: `IOCULATE_SEED` is the first, `IOCULATE_SCHEDULES` says how
//! many, `IOCULATE_MINUTES` for how long at most. A broken law is told with its seed, with the smallest
//! schedule found that still breaks one, and with what happens in it. The chore `soak` sets these, and
//! has the table written to the file that `IOCULATE_TABLE` names.

#![allow(
    clippy::disallowed_methods,
    reason = "how much is run is asked for at run time, and told with the time that it took"
)]

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    panic::{self, AssertUnwindSafe},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use crate::universe::{self, Broken, Law, Schedule, Story, Universe, faults::Class};

/// Schedules that every test run goes through.
const QUICK: u64 = 2_000;

/// How many schedules lie between two lines of progress.
const TELLS_EVERY: u64 = 10_000;

/// Tries to make a failing schedule smaller.
const SHRINKS: u32 = 3_000;

/// What is asked for.
struct Asked {
    seed: u64,
    schedules: u64,
    until: Option<Instant>,
}

impl Asked {
    fn read() -> Self {
        let number = |name: &str| {
            env::var(name)
                .ok()
                .and_then(|text| text.parse::<u64>().ok())
        };
        let minutes = number("IOCULATE_MINUTES");
        let until = minutes.map(|minutes| Instant::now() + Duration::from_secs(60 * minutes));
        let unbounded = until.map(|_| u64::MAX);
        Self {
            seed: number("IOCULATE_SEED").unwrap_or(1),
            schedules: number("IOCULATE_SCHEDULES").or(unbounded).unwrap_or(QUICK),
            until,
        }
    }

    fn is_over(&self, done: u64) -> bool {
        done >= self.schedules || self.until.is_some_and(|until| Instant::now() >= until)
    }
}

/// What was counted of one class of faults.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    schedules: u64,
    rows: u64,
    misreported: u64,
    lost: u64,
    sent_twice: u64,
    over_quota: u64,
    self_made: u64,
}

impl Line {
    fn broke(&mut self, law: Law) {
        let column = match law {
            Law::AddsUp
            | Law::AcceptedIsHeld
            | Law::RejectedIsRefused
            | Law::NotSentNeverLeft
            | Law::MemoryIsJournal
            | Law::NamedAlone
            | Law::DeletedFirst
            | Law::GivenBackFirst
            | Law::TheirsStays => &mut self.misreported,
            Law::SentOnceAccepted => &mut self.sent_twice,
            Law::QuotaHeld | Law::FewInFlight => &mut self.over_quota,
            Law::NoSelfMade429 => &mut self.self_made,
            Law::WrittenFirst | Law::Finishes | Law::OwnAccount | Law::Sound => &mut self.lost,
        };
        *column += 1;
    }
}

/// A schedule that breaks a law.
struct Failure {
    seed: u64,
    broken: Broken,
    schedule: Schedule,
}

/// All that was run.
#[derive(Default)]
struct Soak {
    lines: Mutex<BTreeMap<Class, Line>>,
    all: Mutex<Line>,
    next: AtomicU64,
    failed: AtomicBool,
    failures: Mutex<Vec<Failure>>,
}

impl Soak {
    fn run(asked: &Asked) -> Self {
        let soak = Self::default();
        let threads = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| soak.work(asked));
            }
        });
        soak
    }

    fn work(&self, asked: &Asked) {
        while !self.failed.load(Ordering::Relaxed) {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if asked.is_over(number) {
                return;
            }
            self.one(asked.seed.wrapping_add(number));
            if number > 0 && number.is_multiple_of(TELLS_EVERY) {
                eprintln!("{number} schedules");
            }
        }
    }

    fn one(&self, seed: u64) {
        let mut tree = tree(seed);
        let schedule = tree.current();
        match judged(&schedule) {
            Ok(story) => self.note(&story),
            Err(broken) => {
                self.failed.store(true, Ordering::Relaxed);
                let failure = shrunk(seed, schedule, broken, tree.as_mut());
                let mut all = self.all.lock().expect("no thread panics");
                all.broke(failure.broken.law);
                let mut failures = self.failures.lock().expect("no thread panics");
                failures.push(failure);
            }
        }
    }

    fn note(&self, story: &Story) {
        let mut lines = self.lines.lock().expect("no thread panics");
        for class in &story.struck {
            let line = lines.entry(*class).or_default();
            line.schedules += 1;
            line.rows += u64::from(story.rows);
        }
        let mut all = self.all.lock().expect("no thread panics");
        all.schedules += 1;
        all.rows += u64::from(story.rows);
    }

    /// The table, a line for each class of faults.
    fn table(&self) -> String {
        let mut table = "| fault | schedules | rows | misreported | lost | sent twice after acceptance | quota exceeded | self-made 429 |\n|---|--:|--:|--:|--:|--:|--:|--:|\n".to_owned();
        let lines = self.lines.lock().expect("no thread panics");
        let mut add = |name: &str, line: Line| {
            let Line {
                schedules,
                rows,
                misreported,
                lost,
                sent_twice,
                over_quota,
                self_made,
            } = line;
            writeln!(table, "| {name} | {schedules} | {rows} | {misreported} | {lost} | {sent_twice} | {over_quota} | {self_made} |").expect("text grows");
        };
        for class in Class::ALL {
            add(class.name(), lines.get(&class).copied().unwrap_or_default());
        }
        add("**all**", *self.all.lock().expect("no thread panics"));
        table
    }

    fn told(&self) -> String {
        let failures = self.failures.lock().expect("no thread panics");
        failures.iter().fold(String::new(), |mut told, failure| {
            let Failure { seed, broken, schedule } = failure;
            write!(told, "a law is broken by the schedule of seed {seed}; `IOCULATE_SEED={seed} IOCULATE_SCHEDULES=1` repeats it\n{}\n{broken}\n{schedule:?}\n", Universe::traced(schedule)).expect("text grows");
            told
        })
    }
}

fn tree(seed: u64) -> Box<dyn ValueTree<Value = Schedule>> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config, rng);
    let tree = universe::schedules().new_tree(&mut runner);
    Box::new(tree.expect("nothing is filtered"))
}

/// Runs a schedule; a panic breaks a law as well.
fn judged(schedule: &Schedule) -> Result<Story, Broken> {
    let run = AssertUnwindSafe(|| Universe::new(schedule).run());
    panic::catch_unwind(run)
        .unwrap_or_else(|_| Err(Broken::new(Law::Sound, "it panics: see above")))
}

/// The smallest schedule found that breaks a law.
fn shrunk(
    seed: u64,
    mut schedule: Schedule,
    mut broken: Broken,
    tree: &mut dyn ValueTree<Value = Schedule>,
) -> Failure {
    let mut moved = tree.simplify();
    for _ in 0..SHRINKS {
        if !moved {
            break;
        }
        let smaller = tree.current();
        moved = match judged(&smaller) {
            Ok(_) => tree.complicate(),
            Err(law) => {
                (schedule, broken) = (smaller, law);
                tree.simplify()
            }
        };
    }
    Failure {
        seed,
        broken,
        schedule,
    }
}

#[test]
fn every_schedule_keeps_every_law() {
    let asked = Asked::read();
    let began = Instant::now();
    let soak = Soak::run(&asked);
    let table = soak.table();
    eprintln!("{table}\n{:.1} s", began.elapsed().as_secs_f64());
    if let Some(file) = env::var_os("IOCULATE_TABLE") {
        std::fs::write(&file, &table).expect("the table's file can be written");
    }
    let told = soak.told();
    assert!(told.is_empty(), "{told}");
}
