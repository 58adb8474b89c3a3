//! Schedules that once broke a law, or that a promise names.

use crate::universe::{Schedule, Universe, faults::GetFault};

/// Runs a schedule in which nothing goes wrong but what is changed.
fn run(change: impl FnOnce(&mut Schedule)) {
    let mut schedule = Schedule::plain(6);
    change(&mut schedule);
    if Universe::new(&schedule).run().is_err() {
        panic!("{}", Universe::traced(&schedule));
    }
}

#[test]
fn nothing_goes_wrong() {
    run(|_| {});
}

#[test]
fn a_gate_that_429_closed_waits_as_long_as_it_was_asked_to() {
    run(|schedule| {
        schedule.limits.tries = 2;
        schedule.gets = vec![GetFault::TooMany(Some(60)); 2];
    });
}
