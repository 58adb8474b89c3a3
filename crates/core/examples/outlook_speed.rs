//! How long it takes to check rows, and to say what a run would make of a tenant.
//!
//! ```text
//! cargo run --release -p ioculate-core --example outlook_speed
//! ```
//!
//! A full tenant of 15,000 indicators and as many rows. Each line of the output is
//! `{"what","nanoseconds"}`: the median of several runs.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program has a clock and a terminal; the core has none"
)]

mod full_tenant;

use std::{hint::black_box, time::Instant};

use ioculate_core::{
    ledger::{Decided, Ledger},
    limits::Limits,
    outlook::{Foreseen, Tenant, change},
    session::{Choices, OnConflict},
};
use serde_json::json;

use full_tenant::{NOON, listed, rows, snapshot};

const ROUNDS: usize = 15;
const ROWS: u32 = 15_000;

fn main() {
    let body = listed(ROWS);
    let snapshot = measured("list read", || snapshot(&body));
    let mut ledger = rows(ROWS);
    measured("rows checked", || check_again(&mut ledger));
    measured("rows counted", || ledger.tally());
    let limits = Limits::documented();
    for (what, conflicts) in [
        ("outlook", OnConflict::AddBeside),
        ("outlook with replacing", OnConflict::Replace),
    ] {
        let choices = Choices {
            conflicts,
            ..Choices::default()
        };
        let tenant = Tenant {
            snapshot: &snapshot,
            choices: &choices,
            limits: &limits,
            now: NOON,
        };
        let prospect = measured(what, || tenant.prospect(&ledger, &mut Decided::default()));
        println!("{}", json!({ "what": what, "fates": prospect.sums.fates }));
        let mut decided = Decided::default();
        let prospect_again = tenant.prospect(&ledger, &mut decided);
        let again = full_tenant::snapshot(&body);
        let [before, now] =
            [(&snapshot, &prospect), (&again, &prospect_again)].map(|(tenant, prospect)| {
                Foreseen {
                    tenant,
                    prospect,
                    decided: &decided,
                }
            });
        let changed = measured("seen to be as it was", || change(&ledger, &before, &now));
        assert_eq!(changed, None, "nobody has written to it");
    }
}

fn measured<T>(what: &str, mut run: impl FnMut() -> T) -> T {
    let mut figures = Vec::new();
    for _ in 0..ROUNDS {
        let started = Instant::now();
        black_box(run());
        figures.push(started.elapsed().as_nanos());
    }
    figures.sort_unstable();
    println!(
        "{}",
        json!({ "what": what, "nanoseconds": figures[ROUNDS / 2] })
    );
    run()
}

/// Checks every row as of a moment later.
fn check_again(ledger: &mut Ledger) {
    let mut settings = ledger.settings().clone();
    settings.today.0 += 1;
    ledger.set(settings);
}
