//! What a list is given that does not say it: by groups of types, by texts of its columns, and as the
//! presets that keep it.

mod defaults;
mod groups;
mod meanings;
mod presets;
mod templates;

use ioculate_core::{
    check::{Defaults, Policy, Verdict},
    clock::WallTime,
    diagnostic::Diagnostic,
    indicator::Indicator,
    ledger::{Ledger, Settings},
};

/// 2026-11-21T00:00:00Z
const TODAY: WallTime = WallTime(1_795_219_200_000);

fn settings(defaults: Defaults) -> Settings {
    Settings {
        defaults,
        policy: Policy::default(),
        today: TODAY,
    }
}

/// What holds where nobody says anything, with texts.
fn given() -> Defaults {
    Defaults {
        title: "a title".to_owned(),
        description: "a description".to_owned(),
        ..Defaults::default()
    }
}

fn read(defaults: Defaults, name: &str, text: &str) -> Ledger {
    let mut ledger = Ledger::new(settings(defaults));
    ledger.read(name, text.as_bytes().to_vec());
    ledger
}

/// Each row that is meant for import as `said` says it; of one that is not sent the codes of what was
/// found.
fn rows(ledger: &Ledger, said: impl Fn(&Indicator<'_>) -> String) -> Vec<String> {
    let one = |row| {
        let full = ledger.row(row).expect("a row");
        if let Some(sent) = &full.indicator {
            return said(sent);
        }
        let codes = full.diagnostics.iter().map(Diagnostic::code);
        format!("! {}", codes.collect::<Vec<_>>().join(" "))
    };
    let is_meant = |row: &u32| ledger.verdict(*row) != Verdict::Ignored;
    (0..ledger.len()).filter(is_meant).map(one).collect()
}
