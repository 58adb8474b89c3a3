//! The report as JSON: the run, and one row for each record with all that is known of it.

use std::iter;

use serde_json::{Map, Value, json};

use crate::{
    import::{Attempt, Outcome},
    journal::to_bytes,
    ledger::Ledger,
    plan::{EntryId, moment},
    session::{Purpose, ReportSummary},
};

use super::{Deed, Evidence, Outcomes, evidence::Carried, file_name, given, parts, verdict_name};

/// `{"run":{..},"rows":[..]}`. A row that stands for several entries lists them too.
#[must_use]
pub fn to_json(evidence: &Evidence<'_>, run: &ReportSummary) -> Vec<u8> {
    let Evidence { ledger, plan, .. } = *evidence;
    let outcomes = Outcomes::of_run(ledger, plan, |id| evidence.outcome(id));
    let mut out = b"{\"run\":".to_vec();
    write(&mut out, &self::run(evidence, run));
    out.extend_from_slice(b",\"rows\":[");
    for row in 0..ledger.len() {
        out.extend_from_slice(if row == 0 { b"\n" } else { b",\n" });
        let mut object = one(evidence, &outcomes, row);
        let entries: Vec<EntryId> = plan.of_row(row).collect();
        if entries.len() > 1 {
            let list = entries.into_iter().map(|id| entry(evidence, id));
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

/// The run, with its moments as text. Its totals count rows; `entries` counts what was to be sent,
/// which is more where ranges were expanded.
fn run(evidence: &Evidence<'_>, run: &ReportSummary) -> Value {
    // By way of the bytes, which are written and read elsewhere too: a writer more weighs.
    let mut value: Value = serde_json::from_slice(&to_bytes(run)).unwrap_or_default();
    if let Some(object) = value.as_object_mut() {
        let undoes = match &run.purpose {
            Purpose::Undo { run, started } => json!({ "run": run, "started": moment(*started) }),
            Purpose::Import | Purpose::Delete => Value::Null,
        };
        object.insert("purpose".to_owned(), purpose_name(&run.purpose).into());
        object.insert("undoes".to_owned(), undoes);
        for (name, time) in [("started", run.started), ("ended", run.ended)] {
            object.insert(name.to_owned(), moment(time).into());
        }
        let listed = run.on_list_of.and_then(moment);
        object.insert("onListOf".to_owned(), listed.into());
        object.insert("entries".to_owned(), entries(evidence));
    }
    value
}

const fn purpose_name(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => "import",
        Purpose::Undo { .. } => "undo",
        Purpose::Delete => "delete",
    }
}

fn entries(evidence: &Evidence<'_>) -> Value {
    let mut totals = [0_u32; 4];
    for id in evidence.plan.ids() {
        let place = match evidence.outcome(id) {
            Some(Outcome::Accepted { .. }) => 0,
            Some(Outcome::Rejected { .. }) => 1,
            Some(Outcome::Unconfirmed) => 2,
            Some(Outcome::NotSent { .. }) | None => 3,
        };
        totals[place] += 1;
    }
    let [accepted, rejected, unconfirmed, not_sent] = totals;
    json!({
        "planned": evidence.plan.len(),
        "accepted": accepted,
        "rejected": rejected,
        "unconfirmed": unconfirmed,
        "notSent": not_sent,
    })
}

fn one(evidence: &Evidence<'_>, outcomes: &Outcomes, row: u32) -> Map<String, Value> {
    let ledger = evidence.ledger;
    let carried = evidence.carried(evidence.plan.of_row(row));
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
    let meanwhile = Evidence::meanwhile(ledger, row, outcomes.of_row(row));
    let findings = full.iter().flat_map(|full| &full.diagnostics);
    let findings: Vec<Value> = findings
        .chain(&meanwhile)
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
        "task": Deed::of(ledger, row).name(),
        "verdict": verdict_name(ledger.verdict(row)),
        "outcome": parts.outcome,
        "reason": parts.reason,
        "id": parts.id,
        "failureReason": parts.failure_reason,
        "target": parts.target,
        "batch": carried.batch(),
        "attempts": attempts(&carried),
        "sentInstead": twin.map(|twin| twin.line),
        "guard": ledger.guarded(row).map(|guard| json!({
            "list": guard.list,
            "stops": guard.stops,
            "overridden": guard.overridden,
        })),
        "replaces": replaced(ledger, row),
        "changes": changes,
        "findings": findings,
    });
    match object {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// The ids of the tenant's indicators that a row replaces; `None` where it replaces none.
fn replaced(ledger: &Ledger, row: u32) -> Option<Vec<&str>> {
    let replaced = ledger.replaced(row).iter().map(|gone| gone.id.as_str());
    Some(replaced.collect()).filter(|ids: &Vec<_>| !ids.is_empty())
}

fn attempts(carried: &Carried) -> Vec<Value> {
    let told = |(batch, attempt): &(u32, Attempt)| {
        json!({
            "batch": batch,
            "at": moment(attempt.at),
            "millis": attempt.millis,
            "status": attempt.status,
        })
    };
    carried.attempts.iter().map(told).collect()
}

fn entry(evidence: &Evidence<'_>, id: EntryId) -> Value {
    let parts = parts(evidence.outcome(id));
    let carried = evidence.carried(iter::once(id));
    json!({
        "value": evidence.plan.entries[id.0 as usize].value,
        "outcome": parts.outcome,
        "reason": parts.reason,
        "id": parts.id,
        "failureReason": parts.failure_reason,
        "target": parts.target,
        "batch": carried.batch(),
        "attempts": attempts(&carried),
    })
}
