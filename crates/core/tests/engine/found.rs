//! Schedules that once broke a law, or that a promise names.

use crate::universe::{
    Carry, Crash, Schedule, Universe,
    faults::{GetFault, PostFault, Wait},
    rows::Fate,
};

/// Runs a schedule in which nothing goes wrong but what is changed; says how many rows were accepted,
/// rejected, left unconfirmed and not sent.
fn run(rows: usize, change: impl FnOnce(&mut Schedule)) -> [u32; 4] {
    let mut schedule = Schedule::plain(rows);
    change(&mut schedule);
    let story = Universe::new(&schedule).run();
    story
        .unwrap_or_else(|_| panic!("{}", Universe::traced(&schedule)))
        .sums
}

#[test]
fn nothing_goes_wrong() {
    assert_eq!(run(6, |_| {}), [6, 0, 0, 0]);
}

#[test]
fn a_gate_that_429_closed_waits_as_long_as_it_was_asked_to() {
    let sums = run(6, |schedule| {
        schedule.limits.tries = 2;
        schedule.gets = vec![GetFault::TooMany(Some(Wait::Seconds(60))); 2];
    });
    assert_eq!(sums, [6, 0, 0, 0]);
}

/// Two existing pushers end such a run with every fifth or sixth row in a wrong state. Here every row
/// is compared with the tenant by the laws.
#[test]
fn twelve_thousand_rows_with_every_fifth_call_refused_and_every_fiftieth_row_failed() {
    let sums = run(12_000, |schedule| {
        schedule.limits.batch_items = 500;
        for row in schedule.rows.iter_mut().step_by(50) {
            row.fate = Fate::Fails;
        }
        let every_fifth = |number: usize| match number % 5 {
            4 => PostFault::TooMany(number.is_multiple_of(2).then_some(Wait::Seconds(7))),
            _ => PostFault::Nothing,
        };
        schedule.posts = (0..100).map(every_fifth).collect();
    });
    assert_eq!(sums, [11_760, 240, 0, 0]);
}

/// Six calls of two a minute; the page is killed once the first two are answered, and the run goes on
/// at once on another computer.
#[test]
fn calls_of_the_browser_that_a_run_comes_from_count() {
    let carried = |schedule: &mut Schedule| {
        schedule.limits.batch_items = 1;
        schedule.limits.import_a_minute = 2;
        schedule.crashes = vec![Crash {
            after: 40,
            away: 1,
            drops_calls: false,
            other_account: false,
            carry: Carry::Away(0),
            after_hold: false,
        }];
    };
    assert_eq!(run(6, carried), [6, 0, 0, 0]);
}

/// Every row replaces what the tenant has of its value with another action.
fn replacing(schedule: &mut Schedule) {
    schedule.replaces = true;
    for row in &mut schedule.rows {
        row.fate = Fate::Rivalled;
    }
}

#[test]
fn what_conflicts_is_deleted_first() {
    assert_eq!(run(6, replacing), [6, 0, 0, 0]);
}

#[test]
fn who_may_not_delete_sends_what_replaces_nothing() {
    let sums = run(6, |schedule| {
        replacing(schedule);
        schedule.rows[5].fate = Fate::Fine;
        schedule.posts = vec![PostFault::Forbidden(403); 2];
    });
    assert_eq!(sums, [1, 5, 0, 0]);
}
