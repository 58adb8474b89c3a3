//! A full tenant and as many rows, in a worker of a real browser: what a run would make of it is told
//! at once.
//!
//! ```text
//! cargo test --profile quick --target wasm32-unknown-unknown -p ioculate-browser --test outlook_speed
//! ```
//!
//! holds the figure. A program that is not optimised prints one, of a tenth of the rows.

#![cfg(target_arch = "wasm32")]

#[path = "../../core/examples/full_tenant/mod.rs"]
mod full_tenant;

use std::hint::black_box;

use ioculate_browser::clock;
use ioculate_core::{
    guard::{Guard, Own},
    ledger::Decided,
    limits::Limits,
    outlook::Tenant,
    session::Choices,
};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

use full_tenant::{NOON, listed, rows, snapshot};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const IS_QUICK: bool = !cfg!(debug_assertions);
const COUNT: u32 = if IS_QUICK { 15_000 } else { 1_500 };
const ROUNDS: usize = 5;

/// The most milliseconds that it may take.
const MOST: u128 = 150;

#[wasm_bindgen_test]
fn a_full_tenant_and_as_many_rows_are_told_at_once() {
    let (snapshot, ledger) = (snapshot(&listed(COUNT)), rows(COUNT));
    assert_eq!((snapshot.held(), ledger.counts().ready), (COUNT, COUNT));
    let (choices, limits) = (Choices::default(), Limits::documented());
    let tenant = Tenant {
        snapshot: &snapshot,
        choices: &choices,
        limits: &limits,
        now: NOON,
    };
    let guard = Guard::new(&Own::default());
    let fates = measured("outlook", || {
        tenant.prospect(&ledger, &mut Decided::default())
    });
    let guarded = measured("guard without lists", || {
        let caught = (0..COUNT).filter_map(|row| {
            let (kind, action) = (ledger.indicator_type(row)?, ledger.action(row)?);
            guard.check(kind, ledger.value(row), action)
        });
        caught.count()
    });
    if IS_QUICK {
        assert!(fates + guarded <= MOST, "{fates} + {guarded} ms");
    }
}

/// The median of some runs, in milliseconds.
fn measured<T>(what: &str, mut run: impl FnMut() -> T) -> u128 {
    let mut figures: Vec<u128> = Vec::new();
    for _ in 0..ROUNDS {
        let started = clock::now().mono;
        black_box(run());
        figures.push((clock::now().mono - started).as_millis());
    }
    figures.sort_unstable();
    console_log!("{what}: {figures:?} ms");
    figures[ROUNDS / 2]
}
