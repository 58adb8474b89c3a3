//! A universe with one service, one disk and some tabs, on a virtual clock.
//!
//! A [`Schedule`] goes in; that every law held comes out, with what went wrong meanwhile, or the law
//! that was broken. Each tab drives a real session with the bytes of a file, as a browser's worker
//! does: begun, killed at any step, opened again and gone on with.

mod disk;
mod ended;
pub(crate) mod faults;
mod laws;
mod person;
mod removal;
pub(crate) mod rows;
mod schedule;
mod service;
mod steps;
mod tab;
mod tenant;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque},
    time::Duration,
};

use ioculate_core::{
    clock::{Instant, WallTime},
    import::{CallId, Input},
    limits::Limits,
    plan::Endpoint,
    session::Session,
};

use self::{
    disk::Disk,
    faults::Class,
    laws::{Lawful, Watch},
    rows::Cells,
    schedule::{Doing, How, Trace},
    service::{Asked, Call, Service},
    tab::Tab,
    tenant::Tenant,
};
pub(crate) use self::{
    laws::{Broken, Law},
    schedule::{Carry, Crash, Schedule, schedules},
};
use crate::world::START;

/// Tabs of the one browser.
const TABS: usize = 2;

/// After so much time everything is over, or will never be.
const LONGEST: Duration = Duration::from_hours(60);

/// Far more than any run needs.
const MOST_EVENTS: u32 = 200_000;

/// How often the user looks in.
const VISITS: Duration = Duration::from_secs(61);

/// What is going to happen.
enum Event {
    Open(usize),
    Tell(usize, u32, Input),
    /// The call of a page, and how long the way back takes.
    Arrive(usize, u32, CallId, Call, Duration),
    Commit(usize, u32),
    Wake(usize, u32, u64),
    Do(Doing),
    BackOnline,
    HoldOver(How),
    Colleague(Endpoint),
    Visit,
}

/// What became of a universe in which every law held.
#[derive(Debug)]
pub(crate) struct Story {
    pub(crate) struck: BTreeSet<Class>,
    pub(crate) rows: u32,
    /// Of the last run: rows accepted, rejected, unconfirmed, not sent.
    pub(crate) sums: [u32; 4],
}

pub(crate) struct Universe<'s> {
    schedule: &'s Schedule,
    cells: Vec<Cells>,
    limits: Limits,
    clock: Instant,
    queue: BinaryHeap<Reverse<(Instant, u64)>>,
    events: BTreeMap<u64, Event>,
    next_event: u64,
    next_run: u32,
    next_call: usize,
    service: Service,
    disk: Disk,
    tabs: Vec<Tab>,
    watch: Watch,
    crashes: VecDeque<Crash>,
    /// What the wall clock shows beyond the truth, in milliseconds.
    skew: i64,
    /// Until when each call's answer asked to wait.
    asked: BTreeMap<(usize, u32, CallId), Asked>,
    /// Until when the user lets things be.
    hands_off_until: Instant,
    cut_off_until: Instant,
    signed_out_until: Instant,
    disk_refuses_until: Instant,
    dice: u64,
    /// The tab that was at a run last.
    last_runner: Option<usize>,
    wants_other_account: bool,
    /// What happened, where it is to be told.
    trace: Option<Vec<String>>,
    /// A session that has read the file, and not sent it.
    has_read: Option<Session>,
    closed_gates: u32,
    sums: [u32; 4],
    is_done: bool,
}

impl<'s> Universe<'s> {
    pub(crate) fn new(schedule: &'s Schedule) -> Self {
        let cells = rows::cells(&schedule.rows);
        let tenant = Tenant::new(&cells, schedule.room);
        let limits = limits(schedule, tenant.capacity);
        let mut service = Service::new(tenant, limits.import.clone(), limits.single.clone());
        service.posts = schedule.posts.iter().copied().collect();
        service.gets = schedule.gets.iter().copied().collect();
        service.says_when = schedule.says_when;
        service.page = limits.list_page;
        service.tenant.lag = Duration::from_secs(schedule.list_lags.into());
        let mut universe = Self {
            schedule,
            cells,
            limits,
            clock: Duration::ZERO,
            queue: BinaryHeap::new(),
            events: BTreeMap::new(),
            next_event: 0,
            next_run: 0,
            next_call: 0,
            service,
            disk: Disk::default(),
            tabs: (0..TABS).map(|_| Tab::default()).collect(),
            watch: Watch::default(),
            crashes: schedule.crashes.iter().copied().collect(),
            skew: 0,
            asked: BTreeMap::new(),
            hands_off_until: Duration::ZERO,
            cut_off_until: Duration::ZERO,
            signed_out_until: Duration::ZERO,
            disk_refuses_until: Duration::ZERO,
            dice: schedule.dice,
            last_runner: None,
            wants_other_account: false,
            trace: None,
            has_read: None,
            closed_gates: 0,
            sums: [0; 4],
            is_done: false,
        };
        universe.replaces();
        universe.takes_back();
        universe.plan_ahead();
        universe
    }

    /// A run that replaces is decided before anything happens, and gone on with as any other.
    fn replaces(&mut self) {
        if !self.schedule.replaces || self.schedule.trace != Trace::Journal {
            return;
        }
        let tenant = &self.service.tenant;
        let decided = removal::decided(self.schedule, &self.cells, tenant, person::account("ann"));
        let Some((header, input, removals)) = decided else {
            return;
        };
        self.disk.begin(self.next_run, &header, &input);
        self.next_run += 1;
        self.service.rows = removals.rows();
        self.watch.removals = removals;
    }

    /// So is a run that takes back what another did.
    fn takes_back(&mut self) {
        if !self.schedule.takes_back {
            return;
        }
        let (cells, tenant) = (&mut self.cells, &mut self.service.tenant);
        let account = person::account("ann");
        let limits = &mut self.limits;
        let (header, input, removals) =
            removal::taken_back(self.schedule, cells, tenant, limits, account);
        self.struck(Class::TakesBack);
        self.disk.begin(self.next_run, &header, &input);
        self.next_run += 1;
        self.service.rows = removals.rows();
        self.watch.removals = removals;
    }

    fn plan_ahead(&mut self) {
        self.at(Duration::ZERO, Event::Open(0));
        for (second, doing) in &self.schedule.doings {
            let at = Duration::from_secs(u64::from(*second));
            self.at(at, Event::Do(*doing));
        }
        for (second, class) in &self.schedule.colleagues {
            let at = Duration::from_secs(u64::from(*second));
            self.at(at, Event::Colleague(*class));
        }
        self.at(VISITS, Event::Visit);
        if self.schedule.one_by_one {
            self.struck(Class::OneByOne);
        }
    }

    /// Lets everything happen.
    pub(crate) fn run(mut self) -> Lawful<Story> {
        self.lives()?;
        Ok(self.story())
    }

    fn lives(&mut self) -> Lawful {
        for _ in 0..MOST_EVENTS {
            if self.is_over() {
                return Ok(());
            }
            let Some(Reverse((at, number))) = self.queue.pop() else {
                break;
            };
            self.clock = self.clock.max(at);
            if self.clock > LONGEST {
                break;
            }
            if let Some(event) = self.events.remove(&number) {
                self.happens(event)?;
            }
            self.quota_held()?;
        }
        Err(Broken::new(Law::Finishes, self.where_it_stands()))
    }

    /// What happened in a universe, a line for each step and each input.
    pub(crate) fn traced(schedule: &'s Schedule) -> String {
        let mut universe = Self::new(schedule);
        universe.trace = Some(Vec::new());
        let broken = universe.lives().err();
        let mut lines = universe.trace.unwrap_or_default();
        lines.extend(broken.map(|broken| broken.to_string()));
        lines.join("\n")
    }

    fn note(&mut self, what: impl FnOnce() -> String) {
        let at = self.clock;
        if let Some(lines) = &mut self.trace {
            let mut line = what();
            line.truncate(line.floor_char_boundary(300));
            lines.push(format!("{:9.3} {line}", at.as_secs_f64()));
        }
    }

    fn is_over(&self) -> bool {
        let quiet = |tab: &Tab| !tab.is_running() && tab.air.is_empty();
        self.is_done && self.tabs.iter().all(quiet)
    }

    fn story(mut self) -> Story {
        let mut struck = std::mem::take(&mut self.service.struck);
        if struck.is_empty() {
            struck.insert(Class::None);
        }
        let rows = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        Story {
            struck,
            rows,
            sums: self.sums,
        }
    }

    /// The service's windows hold no more of our calls than they may.
    fn quota_held(&self) -> Lawful {
        laws::holds(Law::QuotaHeld, self.service.overdrawn == 0, || {
            format!("at {:?}", self.clock)
        })
    }

    fn where_it_stands(&self) -> String {
        let tab = |tab: &Tab| {
            let now = tab.now(self.clock, self.wall(), 0.5);
            let progress = tab.session.as_ref().and_then(|s| s.progress(now));
            format!("run {:?}, {progress:?}", tab.run)
        };
        let tabs: Vec<String> = self.tabs.iter().map(tab).collect();
        format!("at {:?}: {tabs:#?}", self.clock)
    }

    fn at(&mut self, at: Instant, event: Event) {
        self.queue.push(Reverse((at, self.next_event)));
        self.events.insert(self.next_event, event);
        self.next_event += 1;
    }

    fn wall(&self) -> WallTime {
        let millis = i64::try_from(self.clock.as_millis()).unwrap_or(i64::MAX);
        WallTime(START.0 + millis + self.skew)
    }

    /// Any number below `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        // SplitMix64.
        self.dice = self.dice.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.dice;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides.max(1)
    }

    fn struck(&mut self, class: Class) {
        self.service.struck.insert(class);
    }
}

fn limits(schedule: &Schedule, capacity: usize) -> Limits {
    let figures = schedule.limits;
    let mut limits = Limits {
        batch_items: figures.batch_items,
        tries: figures.tries,
        list_page: figures.list_page,
        delete_ids: figures.batch_items,
        tenant_indicators: capacity.max(1),
        ..Limits::documented()
    };
    limits.import[0].calls = figures.import_a_minute;
    limits.single[0].calls = figures.single_a_minute;
    limits.single[1].calls = figures.single_an_hour;
    // A clock set forward hides a part of an hour from a page that was not open then.
    let is_set = |(_, doing): &(u32, Doing)| matches!(doing, Doing::ClockSet(_));
    if schedule.doings.iter().any(is_set) {
        limits.single[1].calls = Limits::documented().single[1].calls;
    }
    limits
}
