//! A report held against the tenant, row by row.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use crate::{
    act,
    stage::Stage,
    tenant::{Key, State, entity_key},
};

/// What a report says in sum, after every row of it was found to be true.
#[derive(Clone, Debug)]
pub struct Told {
    /// The JSON report.
    pub report: Value,
    /// Accepted, rejected, unconfirmed, not sent.
    pub sums: [usize; 4],
}

/// Downloads the JSON report and holds each row against the tenant.
///
/// # Errors
/// When it does not come.
///
/// # Panics
/// When a row says what is not so.
pub async fn told(stage: &Stage) -> WebDriverResult<Told> {
    let report = act::json_report(&stage.browser).await?;
    Ok(held_against(report, &stage.tenant.state().await))
}

/// Holds each row of `report` against the tenant.
///
/// # Panics
/// When a row says what is not so.
#[must_use]
pub fn held_against(report: Value, state: &State) -> Told {
    let rows = report["rows"].as_array().expect("rows").clone();
    let held = state.by_key();
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|row| misreported(row, &held))
        .collect();
    let told = wrong.len();
    assert!(
        wrong.is_empty(),
        "{told} of {} rows are misreported, such as {:#?}",
        rows.len(),
        &wrong[..told.min(3)]
    );
    let known: BTreeSet<Key> = rows.iter().map(entity_key).collect();
    let foreign = held.keys().filter(|key| !known.contains(*key)).count();
    assert_eq!(foreign, 0, "the tenant has only what the report lists");
    let of = |outcome: &str| {
        rows.iter()
            .filter(|row| row["outcome"] == json!(outcome))
            .count()
    };
    let sums = ["accepted", "rejected", "unconfirmed", "not-sent"].map(of);
    Told { report, sums }
}

/// Says how `row` differs from what the tenant holds; `None` where it is true. An unconfirmed row is
/// neither true nor false.
fn misreported(row: &Value, held: &BTreeMap<Key, &Value>) -> Option<String> {
    let entity = held.get(&entity_key(row));
    let is_true = match row["outcome"].as_str() {
        Some("accepted") => entity.is_some_and(|entity| has_our_fields(entity, row)),
        Some("rejected") => entity.is_none() && !row["failureReason"].is_null(),
        Some("not-sent") => entity.is_none(),
        Some("unconfirmed") => true,
        _ => row["verdict"] != json!("ready"),
    };
    (!is_true).then(|| format!("{row} for {entity:?}"))
}

fn has_our_fields(entity: &Value, row: &Value) -> bool {
    let id_fits = row["id"].is_null() || row["id"] == entity["id"];
    id_fits && row["title"] == entity["title"]
}
