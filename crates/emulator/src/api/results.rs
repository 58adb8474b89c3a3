//! Import results as the switches want them: left out, added, repeated, of wrong types, in another
//! order.
//!
//! What was done to the tenant stays done. Only what is told of it changes.

use serde_json::{Value, json};

use crate::{
    faults::Faults,
    random,
    shared::{Counts, Results},
};

/// The results of one import, disturbed.
pub(super) fn disturbed(faults: &Faults, counts: &mut Counts, results: Vec<Value>) -> Vec<Value> {
    let mut told = Vec::with_capacity(results.len());
    for result in results {
        tell(faults, counts, result, &mut told);
    }
    if faults.shuffle {
        random::shuffle(&mut told);
    }
    told
}

fn tell(faults: &Faults, counts: &mut Counts, mut result: Value, told: &mut Vec<Value>) {
    let Results {
        omitted,
        extra,
        doubled,
        contradicted,
        mistyped,
    } = &mut counts.results;
    let more = [
        doubled
            .hit(faults.duplicate_item_every)
            .then(|| result.clone()),
        contradicted
            .hit(faults.contradict_item_every)
            .then(|| opposite(&result)),
        extra.hit(faults.extra_item_every).then(|| foreign(&result)),
    ];
    if mistyped.hit(faults.mistype_every) {
        mistype(&mut result, counts.forms.mistyped.turn(MISTYPES));
    }
    if !omitted.hit(faults.omit_item_every) {
        told.push(result);
    }
    told.extend(more.into_iter().flatten());
}

/// A second word on the same value, against the first.
fn opposite(result: &Value) -> Value {
    let mut other = result.clone();
    let failed = result["isFailed"] == json!(false);
    other["isFailed"] = json!(failed);
    other["failureReason"] = if failed {
        json!("[emulator] This result was made to contradict the other.")
    } else {
        Value::Null
    };
    other
}

/// A result for a value that nobody sent.
fn foreign(result: &Value) -> Value {
    let value = result["indicator"].as_str().unwrap_or_default();
    json!({
        "id": "1", "indicator": format!("emulator-{value}"), "isFailed": false, "failureReason": null,
    })
}

/// A way to be of the wrong types.
#[derive(Clone, Copy)]
enum Mistype {
    FailedText,
    FailedNumber,
    FailedNull,
    FailedMissing,
    IndicatorMissing,
    IndicatorNumber,
    NoObject,
}

const MISTYPES: [Mistype; 7] = [
    Mistype::FailedText,
    Mistype::FailedNumber,
    Mistype::FailedNull,
    Mistype::FailedMissing,
    Mistype::IndicatorMissing,
    Mistype::IndicatorNumber,
    Mistype::NoObject,
];

fn mistype(result: &mut Value, how: Mistype) {
    let failed = result["isFailed"] == json!(true);
    match how {
        Mistype::FailedText => result["isFailed"] = json!(failed.to_string()),
        Mistype::FailedNumber => result["isFailed"] = json!(u8::from(failed)),
        Mistype::FailedNull => result["isFailed"] = Value::Null,
        Mistype::FailedMissing => drop(remove(result, "isFailed")),
        Mistype::IndicatorMissing => drop(remove(result, "indicator")),
        Mistype::IndicatorNumber => result["indicator"] = json!(7),
        Mistype::NoObject => *result = json!("[emulator] a result that is no object"),
    }
}

fn remove(result: &mut Value, field: &str) -> Option<Value> {
    result.as_object_mut()?.remove(field)
}
