//! The report as CSV, for a spreadsheet: safe to open, and readable back to what it says.

use crate::{change::Change, source::guarded};

use super::{Deed, Evidence, Outcomes, file_name, given, parts, verdict_name};

const HEADER: [&str; 18] = [
    "File",
    "Line",
    "Type",
    "Value",
    "Given",
    "Action",
    "Title",
    "Verdict",
    "Outcome",
    "Reason",
    "Id",
    "FailureReason",
    "Target",
    "Batch",
    "Attempts",
    "Findings",
    "Changes",
    "Task",
];

/// One row for each record, CR LF, UTF-8 with a byte order mark, which spreadsheets need.
#[must_use]
pub fn to_csv(evidence: &Evidence<'_>) -> Vec<u8> {
    let Evidence { ledger, plan, .. } = *evidence;
    let outcomes = Outcomes::of_run(ledger, plan, |id| evidence.outcome(id));
    let mut out = "\u{FEFF}".to_owned();
    write_row(&mut out, HEADER);
    for row in 0..ledger.len() {
        one(&mut out, evidence, &outcomes, row);
    }
    out.into_bytes()
}

fn one(out: &mut String, evidence: &Evidence<'_>, outcomes: &Outcomes, row: u32) {
    let ledger = evidence.ledger;
    let carried = evidence.carried(evidence.plan.of_row(row));
    let full = ledger.row(row);
    let indicator = full.as_ref().and_then(|full| full.indicator.as_ref());
    let parts = parts(outcomes.of_row(row));
    let line = ledger.line_of(row).to_string();
    let kind = ledger.indicator_type(row).map_or("", |kind| kind.as_str());
    let given = given(ledger, row);
    let meanwhile = Evidence::meanwhile(ledger, row, outcomes.of_row(row));
    let findings = full.iter().flat_map(|full| &full.diagnostics);
    let findings: Vec<String> = findings
        .chain(&meanwhile)
        .map(|found| format!("{}: {}", found.finding.code(), found.finding))
        .collect();
    let changes = full.iter().flat_map(crate::check::Row::listed_changes);
    let changes: Vec<String> = changes.map(|change| described(&change)).collect();
    write_row(
        out,
        [
            file_name(ledger, row),
            &line,
            kind,
            ledger.value(row),
            &given,
            indicator.map_or("", |indicator| indicator.action.as_str()),
            indicator.map_or("", |indicator| indicator.title.as_ref()),
            verdict_name(ledger.verdict(row)),
            parts.outcome.unwrap_or(""),
            parts.reason.unwrap_or(""),
            parts.id.unwrap_or(""),
            parts.failure_reason.unwrap_or(""),
            parts.target.unwrap_or(""),
            &carried.batches(),
            &carried.attempts(),
            &findings.join(" "),
            &changes.join("; "),
            Deed::of(ledger, row).name().unwrap_or(""),
        ],
    );
}

fn described(change: &Change) -> String {
    let Change {
        field,
        before,
        after,
        ..
    } = change;
    format!("{}: `{before}` -> `{after}`", field.as_str())
}

/// Writes one row. Every cell stands in quotation marks and is guarded against spreadsheets.
pub(super) fn write_row<'c>(out: &mut String, cells: impl IntoIterator<Item = &'c str>) {
    for (at, cell) in cells.into_iter().enumerate() {
        out.push_str(if at == 0 { "\"" } else { ",\"" });
        out.push_str(&guarded(cell).replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::write_row;
    use crate::{csv_oracle::oracle, source::unguarded};

    proptest! {
        #[test]
        fn what_is_written_is_read_again(cells in proptest::collection::vec("['\"=+@,;a\r\n\té-]{0,8}", 1..5)) {
            let mut written = String::new();
            write_row(&mut written, cells.iter().map(String::as_str));
            let read = oracle(&written);
            prop_assert_eq!(read.len(), 1);
            for (cell, text) in read[0].iter().zip(&cells) {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
                prop_assert_eq!(unguarded(cell).unwrap_or(cell), text);
            }
        }
    }
}
