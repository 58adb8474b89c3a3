//! How long it takes to check rows, and to say what a run would make of a tenant.
//!
//! ```text
//! cargo run --release -p ioculate-core --example outlook_speed
//! ```
//!
//! A full tenant of 15,000 indicators and as many rows: some are there as given, some otherwise, some
//! with another action, some not at all. Each line of the output is `{"what","nanoseconds"}`: the
//! median of several runs.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program has a clock and a terminal; the core has none"
)]

use std::{fmt::Write as _, hint::black_box, time::Instant};

use ioculate_core::{
    check::{Defaults, Policy},
    clock::WallTime,
    import::Method,
    indicator::Action,
    ledger::{Decided, Ledger, Settings},
    limits::Limits,
    outlook::Tenant,
    session::{Choices, OnConflict},
    tenant::Snapshot,
    wire::{self, Reply},
};
use serde_json::json;

const ROUNDS: usize = 15;
const ROWS: u32 = 15_000;

/// 2026-11-21T12:00:00Z.
const NOON: WallTime = WallTime(1_795_262_400_000);

fn main() {
    let body = listed();
    let snapshot = measured("list read", || snapshot(&body));
    let mut ledger = rows();
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
    }
}

fn snapshot(body: &str) -> Snapshot {
    match wire::read(Method::Get, 200, |_| None, body.as_bytes()) {
        Reply::Page { page, .. } => Snapshot::of(vec![page], NOON),
        other => panic!("{other:?}"),
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

/// The value of a row or an indicator, and its type.
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
fn listed() -> String {
    let entities = (0..ROWS).map(|number| {
        let number = if number % 3 == 0 { number + ROWS } else { number };
        let (kind, value) = value(number);
        let is = |every: u32| number.is_multiple_of(every);
        json!({
            "id": number.to_string(), "indicatorValue": value, "indicatorType": kind,
            "action": if is(5) { "Audit" } else { "Block" },
            "title": if is(7) { "another title" } else { "a title" },
            "description": "a description, quoted", "severity": "High", "generateAlert": true,
            "expirationTime": "2030-01-01T00:00:00Z", "rbacGroupNames": ["Servers", "Clients"],
            "createdBy": "ann@example.com", "creationTimeDateTimeUtc": "2026-01-01T00:00:00.1234567Z",
            "lastUpdateTime": "2026-01-01T00:00:00.1234567Z", "recommendedActions": "triage",
            "rbacGroupIds": [], "mitreTechniques": ["T1110"], "category": 1, "externalId": null,
        })
    });
    json!({ "value": entities.collect::<Vec<_>>() }).to_string()
}

fn rows() -> Ledger {
    let mut text = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,\
                    RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\n"
        .to_owned();
    for number in 0..ROWS {
        let (kind, value) = value(number);
        let _ = writeln!(
            text,
            "{kind},{value},2030-01-01T00:00:00.0Z,Block,High,a title,\"a description, quoted\",\
             triage,\"Clients,Servers\",,T1110,true"
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
