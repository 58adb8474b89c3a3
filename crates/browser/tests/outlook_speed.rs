//! A full tenant and as many rows, in a worker of a real browser: what a run would make of it is told
//! at once.
//!
//! ```text
//! cargo test --profile quick --target wasm32-unknown-unknown -p ioculate-browser --test outlook_speed
//! ```
//!
//! holds the figure. A program that is not optimised prints one, of a tenth of the rows.

#![cfg(target_arch = "wasm32")]

use std::{fmt::Write as _, hint::black_box};

use ioculate_browser::clock;
use ioculate_core::{
    check::{Defaults, Policy},
    clock::WallTime,
    guard::{Guard, Own},
    import::Method,
    indicator::Action,
    ledger::{Decided, Ledger, Settings},
    limits::Limits,
    outlook::Tenant,
    session::Choices,
    tenant::Snapshot,
    wire::{self, Reply},
};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const IS_QUICK: bool = !cfg!(debug_assertions);
const COUNT: u32 = if IS_QUICK { 15_000 } else { 1_500 };
const ROUNDS: usize = 5;

/// The most milliseconds that it may take.
const MOST: u128 = 150;

/// 2026-11-21T12:00:00Z.
const NOON: WallTime = WallTime(1_795_262_400_000);

#[wasm_bindgen_test]
fn a_full_tenant_and_as_many_rows_are_told_at_once() {
    let (snapshot, ledger) = (listed(), rows());
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

fn value(number: u32) -> (&'static str, String) {
    match number % 4 {
        0 => ("DomainName", format!("bad-{number}.example")),
        1 => ("Url", format!("https://bad-{number}.example/a/{number}")),
        2 => ("FileSha256", format!("{number:064x}")),
        _ => ("FileSha1", format!("{number:040x}")),
    }
}

/// Every third row is new to the tenant, one in five has another action there, one in seven another
/// title.
fn listed() -> Snapshot {
    let mut body = "{\"value\":[".to_owned();
    for number in 0..COUNT {
        let comma = if number == 0 { "" } else { "," };
        let is = |every: u32| number.is_multiple_of(every);
        let (kind, value) = value(if is(3) { number + COUNT } else { number });
        let action = if is(5) { "Audit" } else { "Block" };
        let title = if is(7) { "another title" } else { "a title" };
        let _ = write!(
            body,
            "{comma}{{\"id\":\"{number}\",\"indicatorValue\":\"{value}\",\"indicatorType\":\"{kind}\",\
             \"action\":\"{action}\",\"createdBy\":\"ann@example.com\",\"severity\":\"High\",\
             \"category\":1,\"application\":null,\"title\":\"{title}\",\"description\":\"a description\",\
             \"recommendedActions\":\"triage\",\"expirationTime\":\"2030-01-01T00:00:00Z\",\
             \"rbacGroupNames\":[\"Servers\",\"Clients\"],\"rbacGroupIds\":[],\"generateAlert\":true,\
             \"creationTimeDateTimeUtc\":\"2026-01-01T00:00:00.1234567Z\",\"mitreTechniques\":[\"T1110\"]}}"
        );
    }
    body.push_str("]}");
    match wire::read(Method::Get, 200, |_| None, body.as_bytes()) {
        Reply::Page { page, .. } => Snapshot::of(vec![page], NOON),
        other => panic!("{other:?}"),
    }
}

fn rows() -> Ledger {
    let mut text = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,\
                    RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\n"
        .to_owned();
    for number in 0..COUNT {
        let (kind, value) = value(number);
        let _ = writeln!(
            text,
            "{kind},{value},2030-01-01T00:00:00.0Z,Block,High,a title,a description,triage,\
             \"Clients,Servers\",,T1110,true"
        );
    }
    let mut ledger = Ledger::new(Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "measured".to_owned(),
            description: "measured".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: NOON,
    });
    ledger.read("portal.csv", text.into_bytes());
    ledger
}
