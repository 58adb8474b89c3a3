//! What the engine makes of entries that nobody answered for, of a journal that does not write, and of
//! a run that goes on after a crash.

use std::{
    collections::BTreeMap,
    future::Future,
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Waker},
    time::Duration,
};

use ioculate_core::{
    clock::{Instant, Now},
    host::{Host, Machine, Turn, drive},
    import::{BatchId, CallId, CallLog, History, Import, Input, NotSent, Outcome, Record, Step},
    limits::Limits,
    plan::{Endpoint, EntryId, Plan},
    session::{Stopped, Waiting},
};

use crate::{
    laws::Watched,
    plan,
    tenant::Tenant,
    transcripts::{ended, spoken},
    world::{Pace, World},
};

pub(crate) struct Case {
    pub(crate) entries: usize,
    pub(crate) endpoint: Endpoint,
    pub(crate) limits: Limits,
    pub(crate) tenant: Tenant,
    pub(crate) told: Vec<(u64, Input)>,
    pub(crate) pace: Pace,
}

/// A run of so many entries in batches of two, one call at a time, with these answers to its
/// `POST`s and to its questions for the list.
pub(crate) fn case(entries: usize, posts: &[&'static str], lists: &[&'static str]) -> Case {
    Case {
        entries,
        endpoint: Endpoint::Import,
        limits: Limits {
            in_flight: 1,
            tries: 2,
            batch_items: 2,
            ..Limits::documented()
        },
        tenant: Tenant {
            posts: posts.iter().copied().collect(),
            lists: lists.iter().copied().collect(),
            ..Tenant::default()
        },
        told: Vec::new(),
        pace: Pace::NONE,
    }
}

fn letters(entries: usize) -> Vec<String> {
    ('a'..).map(String::from).take(entries).collect()
}

impl Case {
    pub(crate) fn told(mut self, second: u64, input: Input) -> Self {
        self.told.push((second, input));
        self
    }

    pub(crate) fn holding(mut self, held: &[&str]) -> Self {
        let held = held
            .iter()
            .map(|value| ((*value).to_owned(), "Test".to_owned()));
        self.tenant.held.extend(held);
        self
    }

    /// A tenant with room for so many.
    pub(crate) fn room(mut self, room: usize) -> Self {
        self.tenant.room = Some(room);
        self.limits.tenant_indicators = room;
        self
    }

    fn plan(&self) -> Arc<Plan> {
        plan::of(&letters(self.entries), self.endpoint)
    }

    pub(crate) fn world(&mut self) -> World<Tenant> {
        let pace = std::mem::replace(&mut self.pace, Pace::NONE);
        let mut world = World::new(self.tenant.clone(), pace);
        for (second, input) in self.told.drain(..) {
            world.tell_at(Duration::from_secs(second), input);
        }
        world
    }

    pub(crate) fn import(&self) -> Import {
        let plan = self.plan();
        let batches = plan::batches(&plan, self.limits.batch_items);
        let calls = CallLog::new(&self.limits);
        Import::new(plan, batches, self.limits.clone(), calls)
    }

    pub(crate) fn run(mut self) -> (World<Tenant>, Watched) {
        let mut watched = Watched::new(self.import(), &self.limits);
        let mut world = self.world();
        world.run(&mut watched);
        (world, watched)
    }

    pub(crate) fn transcript(self) -> String {
        let (world, watched) = self.run();
        the_tenant_has_what_is_accepted(&world.server, &watched.import);
        told(&world, &watched.import)
    }
}

/// The calls without the gate's own, and what became of each entry.
fn told(world: &World<Tenant>, import: &Import) -> String {
    let spoken = spoken(&world.steps);
    let (gate, calls) = spoken.split_once('\n').unwrap_or((&spoken, ""));
    assert!(gate.ends_with("$top=1") || gate.is_empty(), "{spoken}");
    let mut lines: Vec<String> = calls.lines().map(str::to_owned).collect();
    for (number, outcome) in (0..).zip(import.outcomes()) {
        let letter = char::from_u32('a' as u32 + number).expect("a letter");
        lines.push(format!("{letter} {}", ended(outcome)));
    }
    lines.extend(import.stopped().map(|stopped| format!("{stopped:?}")));
    lines.join("\n")
}

fn the_tenant_has_what_is_accepted(tenant: &Tenant, import: &Import) {
    for (letter, outcome) in letters(15).into_iter().zip(import.outcomes()) {
        if let Some(Outcome::Accepted { .. }) = outcome {
            assert!(tenant.held.contains_key(&letter), "{letter} is not there");
        }
    }
}

/// Compares line by line, whatever the indentation.
pub(crate) fn check(case: Case, expected: &str) {
    let lines = expected.lines().map(str::trim);
    let expected: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let transcript = case.transcript();
    assert_eq!(
        transcript.lines().collect::<Vec<_>>(),
        expected,
        "\n{transcript}"
    );
}

#[test]
fn what_was_carried_out_is_found_and_the_rest_is_sent_again() {
    for (answer, again) in [
        // Carried out, and not named in the answer.
        ("omit b", ""),
        // Neither carried out nor named.
        ("drop b", "0.00 POST b"),
    ] {
        check(
            case(3, &[answer], &[]),
            &format!(
                "0.00 POST a b
                 0.00 POST c
                 0.00 GET /api/indicators?$top=10000
                 {again}
                 a accepted
                 b accepted
                 c accepted"
            ),
        );
    }
}

#[test]
fn leftovers_of_several_batches_are_sent_again_together() {
    check(
        case(4, &["drop a", "drop d"], &[]),
        "0.00 POST a b
         0.00 POST c d
         0.00 GET /api/indicators?$top=10000
         0.00 POST a d
         a accepted
         b accepted
         c accepted
         d accepted",
    );
}

#[test]
fn what_stays_otherwise_than_sent_is_unconfirmed_after_three_rounds() {
    check(
        case(1, &["other a"; 9], &[]),
        "0.00 POST a
         0.00 GET /api/indicators?$top=10000
         0.00 POST a
         0.00 GET /api/indicators?$top=10000
         0.00 POST a
         0.00 GET /api/indicators?$top=10000
         0.00 POST a
         0.00 GET /api/indicators?$top=10000
         a unconfirmed",
    );
}

#[test]
fn calls_beyond_one_a_batch_are_counted() {
    for (posts, extra) in [
        (&["ok"][..], 0),
        (&["lost"], 1),
        (&["429 after 1", "ok", "401"], 2),
        // `a` and `b` by themselves.
        (&["ok", "400"], 2),
        (&["drop a", "drop c"], 1),
    ] {
        let mut case = case(4, posts, &[]);
        case.limits.tries = 6;
        let (world, watched) = case.run();
        let progress = watched.import.progress(world.now());
        assert_eq!(progress.extra_calls, extra, "{posts:?}");
        let made = world
            .journal
            .iter()
            .filter(|record| matches!(record, Record::Intent { .. }));
        assert_eq!(made.count(), 2 + extra as usize, "{posts:?}");
    }
}

#[test]
fn the_page_is_told_that_the_tenant_is_asked() {
    let mut case = case(1, &["omit a"], &[]);
    case.pace.trips = vec![(Duration::from_secs(1), 0.5)];
    let (_, watched) = case.run();
    let (answers, list) = (Waiting::Answers, Waiting::Listing);
    assert_eq!(watched.whys, [answers.clone(), list, answers]);
}

#[test]
fn a_list_that_fails_is_asked_for_again_and_never_half_read() {
    for (list, calls) in [
        ("429 after 5", "0.50 GET list\n5.52 GET list"),
        ("500", "0.50 GET list\n1.00 GET list"),
        ("lost", "0.50 GET list\n1.00 GET list"),
        ("cut", "0.50 GET list\n1.00 GET list"),
        ("401", "0.50 GET list\n0.50 renew\n0.50 GET list"),
    ] {
        let lists: &'static [&'static str] = Box::leak(Box::new([list]));
        let transcript = case(1, &["lost", "done"], lists).transcript();
        let transcript = transcript.replace("/api/indicators?$top=10000", "list");
        let expected = format!("0.00 POST a\n0.50 POST a\n{calls}\na accepted");
        assert_eq!(transcript, expected, "{list}");
    }
}

#[test]
fn a_list_that_is_out_of_tries_is_trouble() {
    check(
        case(1, &["lost", "done"], &["500", "500"]),
        "0.00 POST a
         0.50 POST a
         0.50 GET /api/indicators?$top=10000
         1.00 GET /api/indicators?$top=10000
         61.00 GET /api/indicators?$top=1
         61.00 POST a
         a accepted",
    );
}

#[test]
fn trouble_that_comes_back_with_nothing_taken_since_waits_for_the_user() {
    // The question whether it is over is answered each time, and no batch ever is.
    let (world, watched) = case(2, &["500"; 40], &[]).run();
    let asks_by_itself = |why: &Waiting| match why {
        Waiting::Trouble { until, .. } => Some(until.is_some()),
        _ => None,
    };
    let troubles: Vec<bool> = watched.whys.iter().filter_map(asks_by_itself).collect();
    assert_eq!(troubles, [true, false, true, false, true, false]);
    assert_eq!((watched.import.tally().accepted, world.rescues), (2, 3));
    // Each batch that is taken lets the next trouble pass by itself.
    let posts = ["500", "500", "ok", "500", "500", "ok", "500", "500"];
    let mut taken = case(6, &posts, &[]);
    taken.limits.failures_before_pause = 1;
    let (world, watched) = taken.run();
    assert_eq!((watched.import.tally().accepted, world.rescues), (6, 0));
}

#[test]
fn a_question_that_needs_the_user_says_so() {
    let case = case(1, &["lost", "done"], &["500", "500"]);
    let mut watched = Watched::new(case.import(), &case.limits);
    let mut world = World::new(case.tenant.clone(), Pace::NONE);
    // The sixth token is the one of the question whether the trouble is over.
    world.no_token.insert(5);
    world.run(&mut watched);
    let asked = Waiting::SignIn {
        code: "interaction_required".to_owned(),
    };
    assert!(watched.whys.contains(&asked), "{:?}", watched.whys);
    assert_eq!((watched.import.tally().accepted, world.rescues), (1, 1));
}

#[test]
fn what_is_sent_again_and_again_is_shown_where_it_is() {
    let posts: &'static [&'static str] = Box::leak(vec!["500"; 400].into_boxed_slice());
    let (_, watched) = case(2, posts, &[]).run();
    assert_eq!(watched.import.tally().accepted, 2);
}

#[test]
fn an_answer_that_names_no_indicator_accepts_none() {
    for endpoint in [Endpoint::Import, Endpoint::Single] {
        let mut case = case(1, &["other answer"], &[]);
        case.endpoint = endpoint;
        check(case, "0.00 POST a\n0.50 POST a\na accepted");
    }
}

#[test]
fn a_list_that_is_forbidden_stops_the_run() {
    check(
        case(2, &["omit b"], &["403"]),
        "0.00 POST a b
         0.00 GET /api/indicators?$top=10000
         a accepted
         b unconfirmed
         Forbidden { code: \"Code\", message: \"Said so.\" }",
    );
}

#[test]
fn all_pages_are_read_and_only_the_query_of_a_link_is_used() {
    let mut paged = case(3, &["omit b", "omit c"], &[]);
    paged.tenant.page = Some(2);
    check(
        paged,
        "0.00 POST a b
         0.00 POST c
         0.00 GET /api/indicators?$top=10000
         0.00 GET /api/indicators?$skip=2
         a accepted
         b accepted
         c accepted",
    );
    // A page that is full and says nothing of a next one may have one behind it.
    let mut full = case(3, &["omit a"], &[]).holding(&["x", "y"]);
    full.limits.list_page = 5;
    check(
        full,
        "0.00 POST a b
         0.00 POST c
         0.00 GET /api/indicators?$top=5
         0.00 GET /api/indicators?$top=5&$skip=5
         a accepted
         b accepted
         c accepted",
    );
}

#[test]
fn after_a_cancel_one_list_says_what_was_carried_out() {
    for (answer, b) in [("done", "accepted"), ("lost", "unconfirmed")] {
        check(
            case(3, &[answer, "429 after 9"], &[]).told(5, Input::Cancel),
            &format!(
                "0.00 POST a b
                 0.00 POST c
                 5.00 GET /api/indicators?$top=10000
                 a {b}
                 b {b}
                 c not sent
                 Cancelled"
            ),
        );
    }
    // Where the list cannot be had, or is not waited for, nothing is claimed.
    let waiting = |lists| {
        let mut case = case(1, &["done", "429 after 9"], lists).told(5, Input::Cancel);
        case.limits.tries = 3;
        case
    };
    for lists in [
        &["500", "500", "500"][..],
        &["401", "401"],
        &["cut", "lost", "500"],
        &["403"],
    ] {
        let transcript = waiting(lists).transcript();
        assert!(
            transcript.ends_with("a unconfirmed\nCancelled"),
            "{transcript}"
        );
    }
    let impatient = waiting(&["429 after 50"]).told(6, Input::Cancel);
    let (world, watched) = impatient.run();
    assert_eq!(watched.import.tally().unconfirmed, 1);
    assert_eq!(world.clock.as_secs(), 6);
}

/// A world whose journal does not write what `fails` says.
struct Forgetful<F> {
    world: World<Tenant>,
    fails: F,
    failed: u32,
}

impl<F: FnMut(&Record) -> bool> Host for Forgetful<F> {
    type Step = Step;
    type Input = Input;

    fn now(&self) -> Now {
        self.world.now()
    }

    fn start(&mut self, step: Step) {
        match step {
            Step::Record(id, record) if (self.fails)(&record) => {
                self.failed += 1;
                let failed = Input::NotRecorded(id, "No space.".to_owned());
                self.world.tell_at(self.world.clock, failed);
            }
            step => self.world.start(step),
        }
    }

    fn next(&mut self, until: Option<Instant>) -> impl Future<Output = Input> {
        self.world.next(until)
    }
}

fn forgetful<F: FnMut(&Record) -> bool>(mut case: Case, fails: F) -> (Forgetful<F>, Watched) {
    let mut watched = Watched::new(case.import(), &case.limits);
    let mut host = Forgetful {
        world: case.world(),
        fails,
        failed: 0,
    };
    {
        let run = pin!(drive(&mut watched, &mut host));
        let polled = run.poll(&mut Context::from_waker(Waker::noop()));
        assert_eq!(polled, Poll::Ready(()), "no await waits here");
    }
    (host, watched)
}

#[test]
fn what_is_not_written_down_holds_the_run_until_it_is() {
    for kind in ["asking", "asked", "intent", "answer", "found"] {
        let mut left = 2;
        let is_of = move |record: &Record| {
            let found = match record {
                Record::Asking { .. } => "asking",
                Record::Asked { .. } => "asked",
                Record::Intent { .. } => "intent",
                Record::Answer { .. } => "answer",
                Record::Found { .. } => "found",
            };
            let fails = found == kind && left > 0;
            left -= u32::from(fails);
            fails
        };
        let (host, watched) = forgetful(case(3, &["omit b"], &[]), is_of);
        let says = "No space.".to_owned();
        assert!(watched.whys.contains(&Waiting::Journal { message: says }));
        let import = watched.import;
        assert_eq!(host.failed, 2, "{kind}");
        // Nobody but the user can say that it works again.
        assert_eq!(host.world.rescues, 2, "{kind}");
        assert_eq!(import.tally().accepted, 3, "{kind}");
        let history = History::of(3, &host.world.journal);
        for id in (0..3).map(EntryId) {
            assert_eq!(history.outcome(id), import.outcome(id), "{kind}");
        }
    }
}

#[test]
fn a_run_ends_though_nothing_can_be_written_down() {
    for second in [0, 1] {
        let case = case(3, &["ok"], &[]).told(second, Input::Cancel);
        let (_, Watched { import, .. }) = forgetful(case, |_| true);
        assert_eq!(import.tally().not_sent, 3);
        assert_eq!(import.stopped(), Some(&Stopped::Cancelled));
    }
    // A call that is under way is waited for, and what it says is known all the same.
    let mut case = case(3, &["ok"], &[]).told(3, Input::Cancel);
    case.pace.trips = vec![(Duration::from_secs(2), 0.5)];
    let (_, Watched { import, .. }) =
        forgetful(case, |record| matches!(record, Record::Answer { .. }));
    let tally = import.tally();
    assert_eq!((tally.accepted, tally.not_sent), (2, 1));
}

/// Goes dark after so many steps.
pub(crate) struct Crashing {
    pub(crate) watched: Watched,
    pub(crate) steps: usize,
}

impl Machine for Crashing {
    type Step = Step;
    type Input = Input;

    fn poll(&mut self, now: Now) -> Turn<Step> {
        if self.steps == 0 {
            return Turn::Finished;
        }
        let turn = self.watched.poll(now);
        self.steps -= usize::from(matches!(turn, Turn::Do(_)));
        turn
    }

    fn handle(&mut self, now: Now, input: Input) {
        self.watched.handle(now, input);
    }
}

fn resumed(case: &Case, journal: &[Record]) -> Import {
    let plan = case.plan();
    let history = History::of(plan.len(), journal);
    Import::resume(
        plan,
        history,
        case.limits.clone(),
        CallLog::new(&case.limits),
    )
}

#[test]
fn a_run_goes_on_after_a_crash_at_every_step() {
    for answers in [
        &["ok", "ok", "ok"][..],
        &["done", "omit c", "drop e"],
        &["lost", "400", "429 after 3"],
    ] {
        for steps in 0..60 {
            let mut case = case(5, answers, &[]);
            case.pace.trips = vec![(Duration::from_millis(100), 0.5)];
            let watched = Watched::new(case.import(), &case.limits);
            let mut world = case.world();
            world.run(&mut Crashing { watched, steps });
            let journal = std::mem::take(&mut world.journal);
            let before = History::of(5, &journal);
            case.tenant = world.server;
            let mut watched = Watched::new(resumed(&case, &journal), &case.limits);
            let mut world = case.world();
            world.run(&mut watched);
            the_tenant_has_what_is_accepted(&world.server, &watched.import);
            let tally = watched.import.tally();
            assert_eq!(tally.accepted + tally.rejected, 5, "{answers:?} {steps}");
            assert_eq!(watched.import.progress(world.now()).entries, 5);
            for id in (0..5).map(EntryId) {
                if let Some(Outcome::Accepted { .. } | Outcome::Rejected { .. }) =
                    before.outcome(id)
                {
                    assert!(!watched.sent.contains(&id), "{id:?} is sent again");
                    assert_eq!(watched.import.outcome(id), before.outcome(id));
                }
            }
            let first = world.journal.iter().find_map(Record::leaving);
            let used = before.next().1;
            assert!(first.is_none_or(|(call, _)| call >= used), "{steps}");
            let all = journal.iter().chain(&world.journal);
            let history = History::of(5, all);
            assert_eq!(history.open().count(), 0);
            for id in (0..5).map(EntryId) {
                assert_eq!(history.outcome(id), watched.import.outcome(id));
                assert_eq!(history.attempts(id), watched.import.attempts(id));
            }
        }
    }
}

#[test]
fn what_a_cancel_kept_back_is_sent_when_the_run_goes_on() {
    // Its second intent is written down, and it does not leave again.
    let mut case = case(2, &["401"], &[]).told(2, Input::Cancel);
    case.pace.token = Duration::from_millis(900);
    let mut watched = Watched::new(case.import(), &case.limits);
    let mut world = case.world();
    world.run(&mut watched);
    let history = History::of(2, &world.journal);
    let not_sent = Outcome::NotSent {
        reason: NotSent::Cancelled,
    };
    assert_eq!(history.outcome(EntryId(0)), Some(&not_sent));
    assert_eq!(history.extra_calls(), 0);
    let mut watched = Watched::new(resumed(&case, &world.journal), &case.limits);
    let mut world = case.world();
    world.run(&mut watched);
    assert_eq!(watched.import.tally().accepted, 2);
}

#[test]
fn the_calls_of_an_entry_are_told_over_all_its_batches() {
    for (posts, batches) in [
        (&["ok"][..], &[0][..]),
        (&["lost"], &[0, 0]),
        // Sent again with others' leftovers.
        (&["drop a", "drop d"], &[0, 2]),
        // By itself after the whole was refused.
        (&["400", "429 after 1"], &[0, 2, 2]),
    ] {
        let mut case = case(4, posts, &[]);
        case.limits.tries = 6;
        let (world, watched) = case.run();
        let attempts = watched.import.attempts(EntryId(0));
        let told: Vec<u32> = attempts.iter().map(|(batch, _)| batch.0).collect();
        assert_eq!(told, batches, "{posts:?}");
        let history = History::of(4, &world.journal);
        assert_eq!(history.attempts(EntryId(0)), attempts, "{posts:?}");
    }
}

#[test]
fn a_finished_run_that_goes_on_does_nothing() {
    let mut done = case(3, &["ok", "ok c"], &[]);
    let (world, _) = {
        let mut watched = Watched::new(done.import(), &done.limits);
        let mut world = done.world();
        world.run(&mut watched);
        (world, watched)
    };
    let mut watched = Watched::new(resumed(&done, &world.journal), &done.limits);
    let mut again = done.world();
    again.run(&mut watched);
    assert_eq!(again.steps, []);
    assert_eq!(watched.import.tally().total(), 3);
}

#[test]
fn thousands_of_batches_are_shown_by_the_last_called() {
    let limits = Limits::documented();
    let plan = plan::of(&plan::domains(2_000), Endpoint::Single);
    let batches = plan::batches(&plan, 1);
    let mut import = Import::new(plan, batches, limits.clone(), CallLog::new(&limits));
    // The first one is called twice, and shown once.
    let tenant = Tenant {
        posts: ["401"].into(),
        ..Tenant::default()
    };
    let mut world = World::new(tenant, Pace::NONE);
    let shown = import.progress(world.now()).batches;
    assert_eq!((shown.len(), shown[0].number), (120, 1));
    world.tell_at(Duration::from_secs(30), Input::Cancel);
    world.run(&mut import);
    let progress = import.progress(world.now());
    let numbers: Vec<u32> = progress.batches.iter().map(|batch| batch.number).collect();
    assert_eq!(numbers, (1..=98).collect::<Vec<_>>());
    let counted: u32 = progress.by_state.iter().map(|(_, count)| count).sum();
    assert_eq!(counted, 2_000);
}

#[test]
fn a_note_that_has_grown_old_is_made_again_before_its_call_leaves() {
    let mut slow = case(3, &["omit b"], &[]);
    slow.pace.token = Duration::from_secs(100);
    let mut paused = case(3, &[], &[])
        .told(3, Input::Pause)
        .told(100, Input::Resume);
    paused.pace.journal = Duration::from_secs(2);
    for case in [slow, paused] {
        let (world, watched) = case.run();
        let mut noted = BTreeMap::new();
        for (at, step) in &world.steps {
            match step {
                Step::Record(_, record) => {
                    noted.extend(record.leaving().map(|(call, _)| (call, *at)));
                }
                Step::Send(call, _) => {
                    let age = at.saturating_sub(noted[call]);
                    assert!(age <= Duration::from_mins(1), "{call:?} {age:?}");
                }
                _ => {}
            }
        }
        let history = History::of(3, &world.journal);
        assert_eq!(history.extra_calls(), 0);
        assert_eq!(history.open().count(), 0);
        assert_eq!(watched.import.tally().accepted, 3);
    }
}

#[test]
fn what_was_found_and_never_left_is_in_no_batch_that_did() {
    let case = case(3, &[], &[]);
    let accepted = |id| vec![(EntryId(id), Outcome::Accepted { id: None })];
    let (batch, call) = (BatchId(0), CallId(0));
    let journal = [
        Record::Intent {
            batch,
            call,
            endpoint: Endpoint::Import,
            entries: vec![EntryId(0)],
            cut_from: None,
        },
        Record::Answer {
            batch,
            call,
            attempt: None,
            outcomes: accepted(0),
        },
        Record::Found {
            outcomes: accepted(2),
        },
    ];
    let import = resumed(&case, &journal);
    let now = World::new(case.tenant, Pace::NONE).now();
    let shown = import.progress(now).batches.into_iter();
    let shown: Vec<(u32, u32)> = shown.map(|batch| (batch.number, batch.items)).collect();
    assert_eq!(shown, [(1, 1), (2, 1), (3, 1)]);
}
