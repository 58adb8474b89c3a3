//! Values in running text, one case a line: the text on the left, what becomes of its values on the
//! right.

mod found;
mod passed_over;
mod texts;

use ioculate_core::{
    check::{Defaults, Policy, Verdict},
    clock::WallTime,
    diagnostic::Gravity,
    indicator::Action,
    ledger::{Ledger, Settings},
    source::SourceKind,
};

/// A line that makes any text a running one.
const LEAD: &str = "This is what we saw in the last days.\n";

fn settings() -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Block,
            title: "a report".to_owned(),
            description: "seen".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: WallTime(1_760_000_000_000),
    }
}

/// The rows of a running text.
fn read(text: &str) -> Ledger {
    let mut ledger = Ledger::new(settings());
    ledger.read("report.md", text.as_bytes().to_vec());
    assert_eq!(ledger.files()[0].kind, Some(SourceKind::Prose), "{text}");
    ledger
}

/// What becomes of the values of a text: the value where it would be sent, `?` before it where the
/// user is asked, `-` where it is ignored, `!code` where it is refused.
fn outcome(text: &str) -> String {
    let ledger = read(text);
    let rows = (0..ledger.len()).map(|row| shown(&ledger, row));
    rows.collect::<Vec<_>>().join(" ")
}

fn shown(ledger: &Ledger, row: u32) -> String {
    let value = ledger.value(row);
    let full = ledger.row(row);
    let mut errors = full.iter().flat_map(|full| &full.diagnostics);
    let code = errors.find(|found| found.gravity() == Gravity::Error);
    let code = code.map_or("", |found| found.finding.code());
    match ledger.verdict(row) {
        Verdict::Ready => value.to_owned(),
        Verdict::Duplicate => format!("={value}"),
        Verdict::Conflict => format!("#{value}"),
        Verdict::Refused if code == "ambiguous" => format!("?{value}"),
        Verdict::Refused => format!("!{code} {value}"),
        Verdict::Ignored => format!("-{value}"),
    }
}

/// Checks a table of lines.
fn holds(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found = outcome(&format!("{LEAD}{text}\n"));
            (found != *expected).then(|| format!("{text}\n  wanted {expected}\n  found  {found}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
