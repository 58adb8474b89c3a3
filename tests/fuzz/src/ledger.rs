//! Laws of a whole file: decoded, detected, read, checked and set beside its neighbours.

use std::time::{Duration, Instant};

use ioculate_core::{
    check::{Defaults, Policy, Verdict},
    clock::WallTime,
    indicator::Action,
    ledger::{Ledger, Settings},
};

/// Names, by which some texts are told apart.
pub(crate) const NAMES: [&str; 8] = [
    "list.txt",
    "table.csv",
    "a.json",
    "report.md",
    "a.xml",
    "hosts",
    "pasted text",
    "a.stix2",
];

/// Bytes to which [`long`] repeats what it is given; a test without a fuzzer is compiled to be slow.
pub(crate) const LONG: usize = if cfg!(fuzzing) { 128 * 1024 } else { 4 * 1024 };

/// Far more than [`LONG`] bytes take, and far less than what grows with their square.
pub(crate) const LONGEST: Duration = Duration::from_secs(4);

pub(crate) fn settings() -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "t".to_owned(),
            description: "d".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: WallTime(1_795_219_200_000),
    }
}

/// The first byte chooses the name. Records add up, each can be shown, and the same bytes read the
/// same twice.
pub(crate) fn file(bytes: &[u8]) {
    let Some((name, bytes)) = bytes.split_first() else {
        return;
    };
    let name = NAMES[usize::from(*name) % NAMES.len()];
    let ledger = read(name, bytes);
    let again = read(name, bytes);
    assert_eq!(ledger.counts(), again.counts());
    for row in 0..ledger.len() {
        assert_eq!(ledger.value(row), again.value(row));
        assert_eq!(ledger.verdict(row), again.verdict(row));
        holds(&ledger, row);
    }
}

/// The bytes, over and over: time grows with the length and no faster.
pub(crate) fn long(bytes: &[u8]) {
    let Some((name, bytes)) = bytes.split_first() else {
        return;
    };
    let name = NAMES[usize::from(*name) % NAMES.len()];
    let unit = &bytes[..bytes.len().min(256)];
    if unit.is_empty() {
        return;
    }
    let head = &bytes[unit.len()..];
    let mut whole = head.to_vec();
    whole.extend(unit.iter().cycle().take(LONG));
    let started = Instant::now();
    read(name, &whole);
    let took = started.elapsed();
    assert!(took < LONGEST, "{took:?}");
}

fn read(name: &str, bytes: &[u8]) -> Ledger {
    let mut ledger = Ledger::new(settings());
    ledger.read(name, bytes.to_vec());
    let counts = ledger.counts();
    let states =
        counts.ready + counts.duplicate + counts.conflict + counts.refused + counts.ignored;
    assert_eq!(counts.records, states, "the ledger adds up");
    assert_eq!(counts.records, ledger.len());
    ledger
}

/// A row is what its verdict says, and all of it can be shown.
fn holds(ledger: &Ledger, row: u32) {
    let full = ledger.row(row).expect("a row below the length");
    assert_eq!(full.verdict, ledger.verdict(row));
    let is_sent = matches!(full.verdict, Verdict::Ready);
    assert!(!is_sent || full.indicator.is_some());
    for found in &full.diagnostics {
        assert!(found.to_string().len() < 2_000, "{found}");
    }
    let source = ledger.source_of(row);
    let value = ledger.value_in_source(row);
    assert!(
        source.get(value.clone()).is_some(),
        "{value:?} of {source:?}"
    );
    assert!(
        full.listed_changes()
            .all(|change| change.before != change.after)
    );
}
