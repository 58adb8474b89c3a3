//! `POST /api/indicators`: one indicator, submitted or updated; the answer is the stored entity.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Answer, Call, import};
use crate::{
    entity::{Entity, Stamp},
    envelope::{self, Refusal},
    rules, shape,
    shared::Store,
};

#[derive(Serialize)]
struct Stored {
    #[serde(rename = "@odata.context")]
    context: String,
    #[serde(flatten)]
    entity: Entity,
}

pub(super) fn answer(store: &mut Store, call: &Call, body: &Map<String, Value>) -> Answer {
    let value = Value::Object(body.clone());
    let response = match submit(store, call, &value) {
        Ok(entity) => envelope::ok(&Stored {
            context: format!("{}/api/$metadata#Indicators/$entity", call.origin),
            entity,
        }),
        Err(refusal) => refusal.answer(),
    };
    Answer {
        values: vec![import::value_of(&value)],
        ..response.into()
    }
}

fn submit(store: &mut Store, call: &Call, value: &Value) -> Result<Entity, Refusal> {
    let item = shape::read(value)?;
    import::none_is_poison(store, std::slice::from_ref(&item))?;
    rules::judge(&item, &import::terms(store, call))?;
    let stamp = Stamp {
        by: &call.by,
        now_ms: call.now_ms,
    };
    let stored = store.tenant.submit(&item, &stamp, store.faults.quota);
    stored.cloned()
}
