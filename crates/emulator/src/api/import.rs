//! `POST /api/indicators/import`: up to 500 indicators, each with a result of its own.

use serde_json::{Map, Value, json};

use super::{Answer, Call, results};
use crate::{
    entity::{Stamp, folded},
    envelope::{self, Refusal},
    faults::{Echo, IdForm, Strictness},
    rules::{self, Terms},
    shape::{self, Item, text},
    shared::Store,
};

/// Indicators in one call (import page, 2021-03).
const LARGEST_BATCH: usize = 500;

pub(super) fn answer(store: &mut Store, call: &Call, body: &Map<String, Value>) -> Answer {
    let list = body.get("Indicators").and_then(Value::as_array);
    let values = list.map(|items| items.iter().map(value_of).collect());
    let response = match import(store, call, body) {
        Ok(results) => envelope::ok(&json!({
            "@odata.context": context(&call.origin),
            "value": results,
        })),
        Err(refusal) => refusal.answer(),
    };
    Answer {
        values: values.unwrap_or_default(),
        ..response.into()
    }
}

/// What a call log shows of an item, however misshapen it is.
pub(super) fn value_of(item: &Value) -> String {
    let value = item.get("indicatorValue").and_then(Value::as_str);
    value.unwrap_or_default().to_owned()
}

fn context(origin: &str) -> String {
    let name = "microsoft.windowsDefenderATP.api.ImportIndicatorResult";
    format!("{origin}/api/$metadata#Collection({name})")
}

fn import(
    store: &mut Store,
    call: &Call,
    body: &Map<String, Value>,
) -> Result<Vec<Value>, Refusal> {
    let list = super::only(body, "Indicators")?;
    size_fits(list.len())?;
    let items: Vec<Item> = list.iter().map(shape::read).collect::<Result<_, _>>()?;
    none_is_poison(store, &items)?;
    if store.faults.strict == Strictness::Batch {
        all_fit(store, call, &items)?;
    }
    let told = items.iter().map(|item| result(store, call, item));
    let told = told.collect();
    Ok(results::disturbed(&store.faults, &mut store.counts, told))
}

/// Refuses all of them where one is poison, without a word of which.
pub(super) fn none_is_poison(store: &Store, items: &[Item]) -> Result<(), Refusal> {
    let poison = &store.faults.poison;
    let is_poison = |item: &Item| {
        let value = text(item, "indicatorValue");
        poison
            .iter()
            .any(|poison| poison.eq_ignore_ascii_case(value))
    };
    if items.iter().any(is_poison) {
        return Err(Refusal::body("The body was made not to be understood."));
    }
    Ok(())
}

fn size_fits(received: usize) -> Result<(), Refusal> {
    match received {
        0 => Err(Refusal::bad("InvalidInput", "The batch is empty.")),
        1..=LARGEST_BATCH => Ok(()),
        _ => {
            let message = format!("Received {received} indicators; {LARGEST_BATCH} are allowed.");
            Err(Refusal::bad("MaximumBatchSizeExceeded", &message))
        }
    }
}

/// The strict reading: one bad item rejects them all.
fn all_fit(store: &Store, call: &Call, items: &[Item]) -> Result<(), Refusal> {
    for item in items {
        rules::judge(item, &terms(store, call))?;
    }
    let quota = store.faults.quota;
    if store.tenant.has_room(items, quota) {
        return Ok(());
    }
    let message = format!("The batch does not fit into {quota} active indicators.");
    Err(Refusal::bad("BadRequest", &message))
}

pub(super) fn terms<'a>(store: &'a Store, call: &Call) -> Terms<'a> {
    Terms {
        now_ms: call.now_ms,
        groups: store.faults.groups.as_deref(),
    }
}

fn result(store: &mut Store, call: &Call, item: &Item) -> Value {
    let every = store.faults.fail_item_every;
    let outcome = if store.counts.items.hit(every) {
        Err(store.faults.failure_reason.clone())
    } else {
        submit(store, call, item).map_err(|refusal| refusal.message().to_owned())
    };
    let value = text(item, "indicatorValue");
    let indicator = match store.faults.echo {
        Echo::AsSent => value.to_owned(),
        Echo::Normalised => folded(text(item, "indicatorType"), value),
    };
    let (id, reason) = match outcome {
        Ok(id) => (form(store.faults.id_form, &id), Value::Null),
        Err(reason) => (Value::Null, Value::String(reason)),
    };
    json!({"id": id, "indicator": indicator, "isFailed": !reason.is_null(), "failureReason": reason})
}

fn submit(store: &mut Store, call: &Call, item: &Item) -> Result<String, Refusal> {
    rules::judge(item, &terms(store, call))?;
    let stamp = Stamp {
        by: &call.by,
        now_ms: call.now_ms,
    };
    let entity = store.tenant.submit(item, &stamp, store.faults.quota)?;
    Ok(entity.id.clone())
}

fn form(form: IdForm, id: &str) -> Value {
    match form {
        IdForm::String => json!(id),
        IdForm::Null => Value::Null,
        IdForm::Number => json!(id.parse::<u64>().unwrap_or_default()),
    }
}
