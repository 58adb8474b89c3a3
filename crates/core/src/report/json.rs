//! The report as JSON: the run, and one row for each record with all that is known of it.

use serde_json::{Map, Value, json};

use crate::{
    import::Outcome,
    ledger::Ledger,
    plan::{EntryId, Plan, moment},
    session::ReportSummary,
};

use super::{Outcomes, file_name, given, parts, verdict_name};

/// `{"run":{..},"rows":[..]}`. A row that stands for several entries lists them too.
#[must_use]
pub fn to_json<'o>(
    ledger: &Ledger,
    plan: &Plan,
    run: &ReportSummary,
    of: impl Fn(EntryId) -> Option<&'o Outcome>,
) -> Vec<u8> {
    let outcomes = Outcomes::of_run(ledger, plan, &of);
    let mut out = b"{\"run\":".to_vec();
    write(&mut out, &self::run(run));
    out.extend_from_slice(b",\"rows\":[");
    for row in 0..ledger.len() {
        out.extend_from_slice(if row == 0 { b"\n" } else { b",\n" });
        let mut object = one(ledger, &outcomes, row);
        let entries: Vec<EntryId> = plan.of_row(row).collect();
        if entries.len() > 1 {
            let list = entries.into_iter().map(|id| entry(plan, id, of(id)));
            object.insert("entries".to_owned(), list.collect());
        }
        write(&mut out, &Value::Object(object));
    }
    out.extend_from_slice(b"\n]}\n");
    out
}

fn write(out: &mut Vec<u8>, value: &Value) {
    out.extend_from_slice(value.to_string().as_bytes());
}

/// The run, with its moments as text.
fn run(run: &ReportSummary) -> Value {
    let mut value = serde_json::to_value(run).unwrap_or_default();
    if let Some(object) = value.as_object_mut() {
        for (name, time) in [("started", run.started), ("ended", run.ended)] {
            object.insert(name.to_owned(), moment(time).into());
        }
    }
    value
}

fn one(ledger: &Ledger, outcomes: &Outcomes, row: u32) -> Map<String, Value> {
    let full = ledger.row(row);
    let indicator = full.as_ref().and_then(|full| full.indicator.as_ref());
    let recognised = full.as_ref().and_then(|full| full.recognised.as_ref());
    let value = match (indicator, recognised) {
        (Some(indicator), _) => indicator.value.as_ref(),
        (None, Some((_, value))) => value.as_ref(),
        (None, None) => ledger.value(row),
    };
    let given = given(ledger, row);
    let parts = parts(outcomes.of_row(row));
    let twin = ledger.twin(row);
    let findings = full.iter().flat_map(|full| &full.diagnostics);
    let findings: Vec<Value> = findings
        .map(|found| {
            json!({
                "code": found.finding.code(),
                "gravity": found.finding.gravity(),
                "line": found.place.line,
                "column": found.place.column,
                "field": found.place.field,
                "message": found.finding.to_string(),
            })
        })
        .collect();
    let changes: Option<Vec<_>> = full.as_ref().map(|full| full.listed_changes().collect());
    let object = json!({
        "file": file_name(ledger, row),
        "line": ledger.line_of(row),
        "type": recognised.map(|(kind, _)| kind),
        "value": value,
        "given": given,
        "action": indicator.map(|indicator| indicator.action),
        "title": indicator.map(|indicator| &indicator.title),
        "verdict": verdict_name(ledger.verdict(row)),
        "outcome": parts.outcome,
        "reason": parts.reason,
        "id": parts.id,
        "failureReason": parts.failure_reason,
        "target": parts.target,
        "sentInstead": twin.map(|twin| twin.line),
        "changes": changes,
        "findings": findings,
    });
    match object {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

fn entry(plan: &Plan, id: EntryId, outcome: Option<&Outcome>) -> Value {
    let parts = parts(outcome);
    json!({
        "value": plan.entries[id.0 as usize].value,
        "outcome": parts.outcome,
        "reason": parts.reason,
        "id": parts.id,
        "failureReason": parts.failure_reason,
        "target": parts.target,
    })
}
