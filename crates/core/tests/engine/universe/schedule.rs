//! A schedule: what is imported, and everything that goes wrong meanwhile.
//!
//! Made at random by proptest, which also makes a failing one small.

use ioculate_core::{journal::Route, plan::Endpoint};
use proptest::prelude::*;

use super::{
    faults::{Garble, GetFault, PostFault, Wait},
    rows::{Fate, Kind, Row},
};

#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) rows: Vec<Row>,
    pub(crate) one_by_one: bool,
    /// Whether rows replace what the tenant has of their values with another action.
    pub(crate) replaces: bool,
    /// What such a run has seen of the tenant.
    pub(crate) review: Review,
    /// Whether the rows say what is given back and taken away, and not what is imported.
    pub(crate) takes_back: bool,
    pub(crate) trace: Trace,
    pub(crate) limits: Figures,
    /// One `POST` after another, then nothing goes wrong.
    pub(crate) posts: Vec<PostFault>,
    pub(crate) gets: Vec<GetFault>,
    /// Indicators that the tenant has room for beside what it holds.
    pub(crate) room: usize,
    /// Seconds that the tenant's list lies behind.
    pub(crate) list_lags: u32,
    /// What the service's own 429 says.
    pub(crate) says_when: Option<Wait>,
    /// At which second colleagues call.
    pub(crate) colleagues: Vec<(u32, Endpoint)>,
    pub(crate) pace: Pace,
    pub(crate) crashes: Vec<Crash>,
    /// At which second something is done.
    pub(crate) doings: Vec<(u32, Doing)>,
    /// What small accidents follow from.
    pub(crate) dice: u64,
}

impl Schedule {
    /// Domains alone, and nothing that goes wrong.
    pub(crate) fn plain(rows: usize) -> Self {
        let row = Row {
            kind: Kind::Domain,
            fate: Fate::Fine,
        };
        Self {
            rows: vec![row; rows],
            one_by_one: false,
            replaces: false,
            review: Review::Unseen,
            takes_back: false,
            trace: Trace::Journal,
            limits: Figures {
                batch_items: 4,
                import_a_minute: 30,
                single_a_minute: 100,
                single_an_hour: 1_500,
                tries: 6,
                list_page: 10_000,
            },
            posts: Vec::new(),
            gets: Vec::new(),
            room: usize::MAX / 2,
            list_lags: 0,
            says_when: Some(Wait::Seconds(60)),
            colleagues: Vec::new(),
            pace: Pace {
                commit: 1,
                told: 1,
                token: 1,
                trips: vec![(1_000, 0.5)],
            },
            crashes: Vec::new(),
            doings: Vec::new(),
            dice: 0,
        }
    }

    pub(crate) fn is_compared(&self) -> bool {
        self.review == Review::Compared
    }

    pub(crate) const fn route(&self) -> Route {
        if self.one_by_one {
            Route::OneByOne
        } else {
            Route::Batches
        }
    }
}

/// What a run that replaces has seen of the tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Review {
    /// It does not matter what is there.
    Unseen,
    /// All that it would change. It is one also where nothing is replaced.
    Compared,
}

/// What a browser keeps of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trace {
    Journal,
    /// Its calls alone: the user wants it so.
    Calls,
    /// Nothing: the browser keeps nothing.
    Nothing,
}

/// Limits that hold, for us as for the service.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    pub(crate) batch_items: usize,
    pub(crate) import_a_minute: u32,
    pub(crate) single_a_minute: u32,
    pub(crate) single_an_hour: u32,
    pub(crate) tries: u32,
    pub(crate) list_page: usize,
}

/// How long things take, in milliseconds.
#[derive(Clone, Debug)]
pub(crate) struct Pace {
    /// Until a note is committed, and from then until the page is told.
    pub(crate) commit: u32,
    pub(crate) told: u32,
    pub(crate) token: u32,
    /// How long each call takes, over and over, and the part of that after which it arrives.
    pub(crate) trips: Vec<(u32, f64)>,
}

/// The page is killed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crash {
    /// After so many steps and inputs of its life.
    pub(crate) after: u32,
    /// Seconds until it is opened again.
    pub(crate) away: u32,
    /// Whether the network drops what has not arrived.
    pub(crate) drops_calls: bool,
    /// Whether another account is tried first.
    pub(crate) other_account: bool,
    pub(crate) carry: Carry,
    /// Whether the run was held up before.
    pub(crate) after_hold: bool,
}

/// Whether the run goes on from its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carry {
    No,
    /// In another tab of this browser, which has forgotten it.
    Home,
    /// In another browser, whose clock may be wrong by a little.
    Away(i32),
}

/// What the user or the computer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doing {
    Pause,
    Resume,
    Cancel,
    SecondTab,
    /// For so many seconds.
    Freeze(u32),
    /// Whether the monotonic clock stands still.
    Sleep(u32, bool),
    Offline(u32),
    CutOff(u32),
    SignedOut(u32),
    DiskRefuses(u32),
    /// The user waits until it is over; then the page is killed.
    Hold(How, u32),
    /// By so many seconds.
    ClockSet(i32),
    /// Another client writes to the indicator at this place.
    Others(usize),
}

/// What holds a run up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Paused,
    Offline,
    SignedOut,
    /// A 429 says so.
    Told,
}

impl Doing {
    /// Seconds that it lasts.
    pub(crate) const fn seconds(self) -> u32 {
        match self {
            Self::Freeze(seconds)
            | Self::Sleep(seconds, _)
            | Self::Offline(seconds)
            | Self::CutOff(seconds)
            | Self::SignedOut(seconds)
            | Self::Hold(_, seconds)
            | Self::DiskRefuses(seconds) => seconds,
            _ => 0,
        }
    }
}

fn row() -> impl Strategy<Value = Row> {
    let kind = prop_oneof![
        8 => Just(Kind::Domain),
        2 => Just(Kind::Url),
        2 => Just(Kind::Sha1),
        1 => Just(Kind::Sha256),
        1 => Just(Kind::Repeat),
        1 => Just(Kind::Rival),
        1 => Just(Kind::Refused),
    ];
    let fate = prop_oneof![
        20 => Just(Fate::Fine),
        2 => Just(Fate::Fails),
        1 => Just(Fate::Poison),
        1 => Just(Fate::HeldOtherwise),
        1 => Just(Fate::Held),
        4 => Just(Fate::Rivalled),
    ];
    (kind, fate).prop_map(|(kind, fate)| Row { kind, fate })
}

fn wait() -> impl Strategy<Value = Wait> {
    (prop::sample::select(WAITS.to_vec()), 0_u32..90).prop_map(|(wait, seconds)| wait(seconds))
}

const WAITS: [fn(u32) -> Wait; 4] = [Wait::Seconds, Wait::Seconds, Wait::Dated, Wait::DateAlone];

fn post() -> impl Strategy<Value = PostFault> {
    prop_oneof![
        16 => Just(PostFault::Nothing),
        4 => wait().prop_map(|wait| PostFault::TooMany(Some(wait))),
        2 => Just(PostFault::TooMany(None)),
        4 => (prop::sample::select(vec![408_u16, 500, 502, 503]), any::<bool>())
            .prop_map(|(status, done)| PostFault::Failed(status, done)),
        4 => any::<bool>().prop_map(PostFault::Lost),
        9 => prop::sample::select(Garble::ALL.to_vec()).prop_map(PostFault::Told),
        2 => Just(PostFault::TokenGone),
    ]
}

fn posts() -> impl Strategy<Value = Vec<PostFault>> {
    let forbidden = prop::sample::select(vec![403_u16, 404]).prop_map(PostFault::Forbidden);
    let forbidden = prop::option::weighted(0.03, (0_usize..10, forbidden));
    (prop::collection::vec(post(), 0..30), forbidden).prop_map(|(mut posts, forbidden)| {
        if let Some((place, fault)) = forbidden {
            posts.insert(place.min(posts.len()), fault);
        }
        posts
    })
}

fn gets() -> impl Strategy<Value = Vec<GetFault>> {
    let fault = prop_oneof![
        12 => Just(GetFault::Nothing),
        1 => wait().prop_map(|wait| GetFault::TooMany(Some(wait))),
        1 => Just(GetFault::TooMany(None)),
        1 => prop::sample::select(vec![500_u16, 503]).prop_map(GetFault::Failed),
        1 => Just(GetFault::Lost),
        1 => Just(GetFault::Cut),
        1 => Just(GetFault::NotJson),
        1 => Just(GetFault::TokenGone),
    ];
    prop::collection::vec(fault, 0..8)
}

const HOLDS: [How; 4] = [How::Paused, How::Offline, How::SignedOut, How::Told];

fn doing() -> impl Strategy<Value = Doing> {
    let lasts = || 1_u32..400;
    prop_oneof![
        3 => Just(Doing::Pause),
        3 => Just(Doing::Resume),
        1 => Just(Doing::Cancel),
        3 => Just(Doing::SecondTab),
        3 => lasts().prop_map(Doing::Freeze),
        3 => (lasts(), any::<bool>()).prop_map(|(seconds, stands)| Doing::Sleep(seconds, stands)),
        3 => lasts().prop_map(Doing::Offline),
        3 => lasts().prop_map(Doing::CutOff),
        3 => lasts().prop_map(Doing::SignedOut),
        2 => lasts().prop_map(Doing::DiskRefuses),
        2 => (prop::sample::select(HOLDS.to_vec()), 661_u32..3_000)
            .prop_map(|(how, seconds)| Doing::Hold(how, seconds)),
        // Further forward than the span in which a logged call counts as made now, no clock tells
        // which calls still count.
        1 => (0_i32..500).prop_map(Doing::ClockSet),
        1 => (1_i32..100_000).prop_map(|seconds| Doing::ClockSet(-seconds)),
        6 => (0_usize..40).prop_map(Doing::Others),
    ]
}

fn doings() -> impl Strategy<Value = Vec<(u32, Doing)>> {
    prop::collection::vec((prop_oneof![0_u32..15, 0_u32..200], doing()), 0..5)
        .prop_map(with_one_clock)
}

/// The clock is set once: twice, it might jump further forward than the core can make good.
fn with_one_clock(mut doings: Vec<(u32, Doing)>) -> Vec<(u32, Doing)> {
    let mut is_set = false;
    doings.retain(|(_, doing)| {
        let sets = matches!(doing, Doing::ClockSet(_));
        !sets || !std::mem::replace(&mut is_set, true)
    });
    doings
}

fn crash() -> impl Strategy<Value = Crash> {
    let after = prop_oneof![0_u32..25, 0_u32..150];
    let away = prop_oneof![4 => 1_u32..90, 1 => 90_u32..2_000];
    let carry = prop_oneof![
        8 => Just(Carry::No),
        1 => Just(Carry::Home),
        1 => (-20_i32..20).prop_map(Carry::Away),
    ];
    let other_account = prop::bool::weighted(0.15);
    (after, away, any::<bool>(), other_account, carry).prop_map(
        |(after, away, drops_calls, other_account, carry)| Crash {
            after,
            away,
            drops_calls,
            other_account,
            carry,
            after_hold: false,
        },
    )
}

fn figures() -> impl Strategy<Value = Figures> {
    (
        1_usize..12,
        prop::sample::select(vec![2_u32, 5, 30]),
        prop::sample::select(vec![4_u32, 10, 100]),
        prop::sample::select(vec![40_u32, 1_500]),
        prop::sample::select(vec![2_u32, 6]),
        prop::sample::select(vec![5_usize, 17, 10_000]),
    )
        .prop_map(
            |(batch_items, import, minute, hour, tries, list_page)| Figures {
                batch_items,
                import_a_minute: import,
                single_a_minute: minute,
                single_an_hour: hour,
                tries,
                list_page,
            },
        )
}

fn pace() -> impl Strategy<Value = Pace> {
    let trip = (prop_oneof![1_u32..2_000, 1_u32..20_000], 0.0..=1.0_f64);
    (
        0_u32..30,
        0_u32..30,
        0_u32..300,
        prop::collection::vec(trip, 1..6),
    )
        .prop_map(|(commit, told, token, trips)| Pace {
            commit,
            told,
            token,
            trips,
        })
}

fn colleagues() -> impl Strategy<Value = Vec<(u32, Endpoint)>> {
    let class = prop::sample::select(vec![Endpoint::Import, Endpoint::Single]);
    let some = prop::collection::vec((0_u32..300, class), 1..20);
    prop_oneof![4 => Just(Vec::new()), 1 => some]
}

fn trace() -> impl Strategy<Value = Trace> {
    prop_oneof![
        18 => Just(Trace::Journal),
        1 => Just(Trace::Calls),
        1 => Just(Trace::Nothing),
    ]
}

/// Who has no log of calls comes back when none counts any more, and opens no second tab: no page can
/// keep a quota that it cannot know. That the disk refuses what nobody asks it to keep is no fault.
fn with_its_trace(mut schedule: Schedule) -> Schedule {
    let trace = schedule.trace;
    schedule.takes_back &= trace == Trace::Journal;
    schedule.replaces &= !schedule.takes_back;
    if !schedule.replaces || trace != Trace::Journal {
        schedule.review = Review::Unseen;
    }
    let has_seen = schedule.takes_back || schedule.is_compared();
    schedule.doings.retain(|(_, doing)| match doing {
        Doing::DiskRefuses(_) => trace == Trace::Journal,
        Doing::SecondTab => trace != Trace::Nothing,
        Doing::Others(_) => has_seen,
        _ => true,
    });
    schedule
}

/// Any schedule.
pub(crate) fn schedules() -> impl Strategy<Value = Schedule> {
    let size = (
        prop::collection::vec(row(), 1..40),
        prop::bool::weighted(0.15),
        figures(),
        prop_oneof![
            18 => Just((100_usize, 0_u32)),
            2 => (0_usize..20, Just(0)),
            2 => (0_usize..20, 1_u32..1_200),
        ],
        trace(),
        prop::bool::weighted(0.25),
        prop::bool::weighted(0.2),
        prop::sample::select(vec![Review::Unseen, Review::Compared]),
    );
    let crashes = prop_oneof![
        1 => Just(Vec::new()),
        1 => prop::collection::vec(crash(), 1..4)
    ];
    let says_when = prop_oneof![
        1 => Just(None),
        1 => prop::sample::select(WAITS.to_vec()).prop_map(|wait| Some(wait(60))),
    ];
    let faults = (posts(), gets(), says_when, colleagues());
    let rest = (pace(), crashes, doings(), 0_u64..u64::MAX);
    (size, faults, rest).prop_map(|(size, faults, rest)| {
        with_its_trace(Schedule {
            rows: size.0,
            one_by_one: size.1,
            replaces: size.5,
            review: size.7,
            takes_back: size.6,
            limits: size.2,
            room: size.3.0,
            list_lags: size.3.1,
            trace: size.4,
            posts: faults.0,
            gets: faults.1,
            says_when: faults.2,
            colleagues: faults.3,
            pace: rest.0,
            crashes: rest.1,
            doings: rest.2,
            dice: rest.3,
        })
    })
}
