//! A file read into a ledger, as most tests of reading want it.

use ioculate_core::{
    check::{Defaults, Policy},
    clock::WallTime,
    indicator::Action,
    ledger::{Ledger, Settings},
};

/// 2026-11-21T00:00:00Z
pub(crate) const TODAY: WallTime = WallTime(1_795_219_200_000);

/// What sources that lack a field are given.
pub(crate) fn settings() -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "a title".to_owned(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: TODAY,
    }
}

/// Reads one file; every record ends in one state.
pub(crate) fn read(name: &str, bytes: impl AsRef<[u8]>) -> Ledger {
    let mut ledger = Ledger::new(settings());
    ledger.read(name, bytes.as_ref().to_vec());
    let counts = ledger.counts();
    let states =
        counts.ready + counts.duplicate + counts.conflict + counts.refused + counts.ignored;
    assert_eq!(counts.records, states, "the ledger adds up");
    ledger
}
