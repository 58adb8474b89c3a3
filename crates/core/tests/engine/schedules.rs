//! Random schedules of faults and of the user's doings against the model of the service.

use std::time::Duration;

use ioculate_core::{
    import::{CallId, CallLog, Import, Input, Outcome, Record, RecordId},
    limits::Limits,
    plan::{Endpoint, EntryId},
    session::Stopped,
    wire::Reply,
};
use proptest::prelude::*;

use crate::{
    laws::Watched,
    plan,
    server::{Fault, Model},
    world::{Pace, World},
};

#[derive(Clone, Debug)]
struct Schedule {
    entries: usize,
    batch_items: usize,
    endpoint: Endpoint,
    faults: Vec<Fault>,
    bad_items: Vec<usize>,
    poison: Vec<usize>,
    /// What the user and the browser do, and at which second.
    doings: Vec<(u64, Input)>,
    no_token: Option<u32>,
    /// Milliseconds.
    journal: u64,
    token: u64,
    trips: Vec<(u64, f64)>,
    /// Calls that a deployment lets leave in a minute, as the service counts them too.
    calls_a_minute: u32,
}

fn faults() -> impl Strategy<Value = Vec<Fault>> {
    let fault = prop_oneof![
        4 => Just(Fault::Nothing),
        1 => (0_u32..90).prop_map(|seconds| Fault::TooMany(Some(seconds))),
        1 => Just(Fault::TooMany(None)),
        2 => (prop::sample::select(vec![408, 500, 502, 503]), any::<bool>())
            .prop_map(|(status, done)| Fault::Failed(status, done)),
        2 => any::<bool>().prop_map(Fault::Lost),
        1 => Just(Fault::Cut),
        1 => Just(Fault::Shuffled),
        1 => Just(Fault::Missing),
        1 => Just(Fault::Loud),
        1 => Just(Fault::TokenGone),
    ];
    prop::collection::vec(fault, 0..40)
}

fn doings() -> impl Strategy<Value = Vec<(u64, Input)>> {
    let doing = prop_oneof![
        4 => Just(Input::Pause),
        4 => Just(Input::Resume),
        3 => Just(Input::Offline),
        3 => Just(Input::Online),
        1 => Just(Input::Cancel),
        1 => Just(Input::Token),
        1 => Just(Input::Woke),
        1 => Just(Input::Recorded(RecordId(9_999))),
        1 => Just(Input::Reply(CallId(9_999), Reply::NoAnswer { reachable: None })),
        1 => Just(Input::SignInFailed { code: "late".to_owned() }),
    ];
    prop::collection::vec((0_u64..200, doing), 0..6)
}

fn schedules() -> impl Strategy<Value = Schedule> {
    let size = (
        1_usize..60,
        1_usize..12,
        prop::sample::select(vec![Endpoint::Import, Endpoint::Single]),
    );
    let bad = || prop::collection::vec(0_usize..60, 0..4);
    let trips = prop::collection::vec((1_u64..20_000, 0.0..=1.0_f64), 1..8);
    let pace = (
        0_u64..50,
        0_u64..300,
        trips,
        prop::sample::select(vec![2_u32, 5, 30]),
    );
    (
        size,
        faults(),
        bad(),
        bad(),
        doings(),
        prop::option::of(0_u32..12),
        pace,
    )
        .prop_map(
            |(
                (entries, batch_items, endpoint),
                faults,
                bad_items,
                poison,
                doings,
                no_token,
                pace,
            )| Schedule {
                entries,
                batch_items,
                endpoint,
                faults,
                bad_items,
                poison,
                doings,
                no_token,
                journal: pace.0,
                token: pace.1,
                trips: pace.2,
                calls_a_minute: pace.3,
            },
        )
}

/// Runs a schedule to its end.
fn run(schedule: &Schedule, tries: u32) -> (World<Model>, Watched, Vec<String>) {
    let mut limits = Limits {
        tries,
        ..Limits::documented()
    };
    limits.import[0].calls = schedule.calls_a_minute;
    // The gate's call and the others share this quota.
    limits.single[0].calls = schedule.calls_a_minute;
    let values = plan::domains(schedule.entries);
    let named = |places: &[usize]| {
        places
            .iter()
            .filter_map(|place| values.get(*place).cloned())
            .collect()
    };
    let model = Model {
        faults: schedule.faults.clone(),
        bad_items: named(&schedule.bad_items),
        poison: named(&schedule.poison),
        quotas: [schedule.calls_a_minute as usize; 2],
        ..Model::default()
    };
    let mut world = World::new(
        model,
        Pace {
            journal: Duration::from_millis(schedule.journal),
            token: Duration::from_millis(schedule.token),
            trips: schedule
                .trips
                .iter()
                .map(|(millis, part)| (Duration::from_millis(*millis), *part))
                .collect(),
        },
    );
    for (second, input) in &schedule.doings {
        world.tell_at(Duration::from_secs(*second), input.clone());
    }
    let plan = plan::of(&values, schedule.endpoint);
    let batches = plan::batches(&plan, schedule.batch_items);
    let calls = CallLog::new(&limits);
    let import = Import::new(plan, batches, limits.clone(), calls);
    let mut watched = Watched::new(import, &limits);
    world.no_token.extend(schedule.no_token);
    world.run(&mut watched);
    (world, watched, values)
}

/// What is claimed of each entry at the end is true of the model.
fn true_to_the_model(schedule: &Schedule) {
    let (world, watched, values) = run(schedule, Limits::documented().tries);
    let model = &world.server;
    assert_eq!(model.overruns, 0, "the quota was overdrawn");
    let tally = watched.import.tally();
    assert_eq!(tally.total() as usize, values.len());
    for (number, value) in (0..).zip(&values) {
        let id = EntryId(number);
        let sent = watched.sent.contains(&id);
        let held = model.holds(value);
        match watched
            .import
            .outcome(id)
            .expect("each entry has its outcome")
        {
            Outcome::Accepted { .. } => assert!(held, "{value} is not in the tenant"),
            Outcome::Rejected { .. } => assert!(sent && !held, "{value} was not refused"),
            Outcome::Unconfirmed => assert!(sent, "{value} was never sent"),
            Outcome::NotSent { .. } => {
                assert!(!held, "{value} is in the tenant");
                assert!(watched.import.stopped().is_some(), "{value} was forgotten");
            }
        }
    }
    the_journal_agrees(&world.journal, &watched);
}

/// The last thing written down of each entry is its outcome.
fn the_journal_agrees(journal: &[Record], watched: &Watched) {
    for (number, outcome) in (0..).zip(watched.import.outcomes()) {
        let id = EntryId(number);
        let mut noted = journal.iter().filter_map(|record| match record {
            Record::Answer { outcomes, .. } => outcomes.iter().find(|(entry, _)| *entry == id),
            _ => None,
        });
        let last = noted.next_back().map(|(_, outcome)| outcome);
        match (last, outcome) {
            (None, Some(Outcome::NotSent { .. })) => {}
            (last, outcome) => assert_eq!(last, outcome, "entry {number}"),
        }
    }
}

/// How many schedules; `ENGINE_SCHEDULES` asks for more.
fn config() -> ProptestConfig {
    let cases = option_env!("ENGINE_SCHEDULES").and_then(|cases| cases.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases.unwrap_or(100))
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_run_is_true_to_the_model(schedule in schedules()) {
        true_to_the_model(&schedule);
    }

    #[test]
    fn once_the_faults_stop_everything_is_decided(mut schedule in schedules()) {
        // Without a result that never comes and a user who ends the run, doubt is always cleared up.
        schedule.faults.retain(|fault| *fault != Fault::Missing);
        schedule.faults.truncate(12);
        schedule.doings.retain(|(_, input)| *input != Input::Cancel);
        // In the first second this answers the gate's own request for a token.
        let shuts_the_gate = |second: u64, input: &Input| second == 0 && matches!(input, Input::SignInFailed { .. });
        schedule.doings.retain(|(second, input)| !shuts_the_gate(*second, input));
        schedule.no_token = schedule.no_token.filter(|number| *number > 0);
        let (_, watched, values) = run(&schedule, 20);
        let tally = watched.import.tally();
        prop_assert_eq!((tally.accepted + tally.rejected) as usize, values.len());
    }
}

#[test]
fn a_whole_tenant_finishes_in_one_window() {
    let values = plan::domains(15_000);
    let plan = plan::of(&values, Endpoint::Import);
    let limits = Limits::documented();
    let batches = plan::batches(&plan, limits.batch_items);
    assert_eq!(batches.len(), 30);
    let pace = Pace {
        journal: Duration::from_millis(3),
        token: Duration::from_millis(2),
        trips: vec![(Duration::from_secs(1), 0.5)],
    };
    let mut world = World::new(Model::default(), pace);
    let calls = CallLog::new(&limits);
    let import = Import::new(plan, batches, limits.clone(), calls);
    let mut watched = Watched::new(import, &limits);
    world.run(&mut watched);
    assert_eq!(watched.import.tally().accepted, 15_000);
    assert_eq!(watched.import.stopped(), None::<&Stopped>);
    assert_eq!(world.server.held.len(), 15_000);
    // The gate's own call is the second that is added.
    let promised = Duration::from_secs(8).mul_f64(1.05) + Duration::from_secs(1);
    assert!(world.clock <= promised, "{:?}", world.clock);
}

#[test]
fn a_second_run_does_not_overdraw_the_quota_of_the_first() {
    let limits = Limits::documented();
    let pace = Pace {
        trips: vec![(Duration::from_millis(100), 0.5)],
        ..Pace::NONE
    };
    let mut world = World::new(Model::default(), pace);
    let mut calls = CallLog::new(&limits);
    for _ in 0..3 {
        let plan = plan::of(&plan::domains(20), Endpoint::Import);
        let batches = plan::batches(&plan, 1);
        let mut watched = Watched::new(Import::new(plan, batches, limits.clone(), calls), &limits);
        world.run(&mut watched);
        assert_eq!(watched.import.tally().accepted, 20);
        calls = watched.import.into_calls();
    }
    assert_eq!(
        (world.server.overruns, world.server.arrivals.len()),
        (0, 60)
    );
    assert_eq!(world.clock.as_secs(), 61);
}

#[test]
fn one_row_at_fault_among_500_is_found_in_18_calls_more() {
    let values = plan::domains(500);
    for at in [0, 1, 249, 250, 333, 499] {
        let mut world = World::new(Model::default(), Pace::NONE);
        world.server.poison.insert(values[at].clone());
        let limits = Limits::documented();
        let plan = plan::of(&values, Endpoint::Import);
        let batches = plan::batches(&plan, limits.batch_items);
        let calls = CallLog::new(&limits);
        let mut watched = Watched::new(Import::new(plan, batches, limits.clone(), calls), &limits);
        world.run(&mut watched);
        let tally = watched.import.tally();
        assert_eq!((tally.accepted, tally.rejected), (499, 1));
        assert!(
            world.server.arrivals.len() <= 19,
            "{}",
            world.server.arrivals.len()
        );
    }
}
