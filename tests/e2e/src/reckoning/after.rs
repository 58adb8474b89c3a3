//! The tenant as it should be after a run, and what of it an undo can give back.
//!
//! An update sets what is sent and resets the rest, except who made the indicator and when, and what
//! only a creation sets (`application`, `version`, `certificateInfo`; Submit or Update Indicator API,
//! 2021-08). What the tenant has of the fields that a line says nothing of is sent along, and of those
//! that no line can set.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Row, Sent, Told};
use crate::tenant::{Key, entity_key};

/// A tenant's indicators by their keys.
pub type Held = BTreeMap<Key, Value>;

/// What a new indicator has where nothing is sent, and an updated one likewise.
const UNSENT: [(&str, Option<&str>); 18] = [
    ("severity", Some("\"Informational\"")),
    ("category", Some("1")),
    ("educateUrl", None),
    ("bypassDurationHours", None),
    ("title", None),
    ("description", None),
    ("recommendedActions", None),
    ("expirationTime", None),
    ("rbacGroupNames", Some("[]")),
    ("rbacGroupIds", Some("[]")),
    ("notificationId", None),
    ("notificationBody", None),
    ("mitreTechniques", Some("[]")),
    ("historicalDetection", Some("false")),
    ("externalId", None),
    ("lookBackPeriod", None),
    ("additionalInfo", None),
    ("generateAlert", Some("false")),
];

/// The fields that an update sends as the tenant has them where its line says nothing of them.
const KEPT: [&str; 13] = [
    "severity",
    "generateAlert",
    "recommendedActions",
    "educateUrl",
    "externalId",
    "mitreTechniques",
    "category",
    "bypassDurationHours",
    "notificationId",
    "notificationBody",
    "historicalDetection",
    "lookBackPeriod",
    "additionalInfo",
];

/// What no reckoning can know of what a run made or changed: it is not among its fields.
const UNKNOWN: [&str; 3] = ["id", "lastUpdateTime", "creationTimeDateTimeUtc"];

/// What only the service sets, and sets anew where an indicator is made again.
const OF_THE_MAKING: [&str; 5] = [
    "id",
    "createdBy",
    "createdByDisplayName",
    "createdBySource",
    "creationTimeDateTimeUtc",
];

/// Indicators by their keys.
#[must_use]
pub fn by_key(held: &[Value]) -> Held {
    let keyed = held
        .iter()
        .map(|entity| (entity_key(entity), entity.clone()));
    keyed.collect()
}

/// The tenant after a run of `by`, without what no reckoning can know: moments of this run, and the ids
/// of what it made.
#[must_use]
pub fn after(before: &[Value], rows: &[Row], told: &[Option<Told>], by: &str) -> Held {
    let mut held = by_key(before);
    let spelt: BTreeMap<Key, Key> = held.keys().map(|key| (folded(key), key.clone())).collect();
    for (row, told) in rows.iter().zip(told) {
        let (Some(sent), Some(told)) = (&row.sent, told) else {
            continue;
        };
        if !told.is_sent {
            continue;
        }
        for gone in &told.replaces {
            held.remove(gone);
        }
        let key = entity_key(&Value::Object(sent.fields.clone()));
        // One that is there keeps its spelling.
        let key = spelt
            .get(&folded(&key))
            .filter(|key| held.contains_key(key))
            .cloned()
            .unwrap_or(key);
        let was = held.get(&key);
        let is = submitted(sent, was, by);
        held.insert(key, is);
    }
    held
}

/// How the tenant differs from what was reckoned, a sentence for each indicator.
#[must_use]
pub fn differences(reckoned: &Held, held: &Held) -> Vec<String> {
    let missing = reckoned.keys().filter(|key| !held.contains_key(*key));
    let missing = missing.map(|key| format!("{key:?} is not there"));
    let held = held.iter().filter_map(|(key, entity)| {
        let Some(reckoned) = reckoned.get(key) else {
            return Some(format!("{key:?} is there"));
        };
        let mut entity = entity.clone();
        for name in UNKNOWN.iter().filter(|name| reckoned.get(*name).is_none()) {
            entity.as_object_mut()?.remove(*name);
        }
        (entity != *reckoned).then(|| format!("{key:?} is {entity}, not {reckoned}"))
    });
    missing.chain(held).collect()
}

fn folded(key: &Key) -> Key {
    let value = super::value::normal(&key.0, &key.1);
    (
        key.0.clone(),
        value.unwrap_or_else(|| key.1.clone()),
        key.2.clone(),
    )
}

/// What a submission makes of an indicator, or anew.
fn submitted(sent: &Sent, was: Option<&Value>, by: &str) -> Value {
    let mut is = was
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_else(|| made(sent, by));
    for (field, unsent) in UNSENT {
        let unsent = unsent.and_then(|text| serde_json::from_str(text).ok());
        let kept = was
            .filter(|_| is_kept(field, sent))
            .map(|was| was[field].clone());
        let value = sent.fields.get(field).cloned().or(kept).or(unsent);
        is.insert(field.to_owned(), value.unwrap_or_default());
    }
    if let Some(moment) = sent.fields.get("expirationTime").and_then(Value::as_str) {
        // The service prints seven digits of a second.
        let moment = moment.replace('Z', ".0000000Z");
        is.insert("expirationTime".to_owned(), json!(moment));
    }
    if was.is_some() {
        is.insert("lastUpdatedBy".to_owned(), json!(by));
        is.remove("lastUpdateTime");
    }
    Value::Object(is)
}

/// Whether an update leaves a field as it is. The ids of device groups go with their names.
fn is_kept(field: &str, sent: &Sent) -> bool {
    let named = if field == "rbacGroupIds" {
        "rbacGroupNames"
    } else {
        field
    };
    KEPT.contains(&field) || sent.open.contains(named)
}

fn made(sent: &Sent, by: &str) -> Map<String, Value> {
    let mut is = Map::new();
    for name in ["indicatorType", "indicatorValue", "action"] {
        is.insert(name.to_owned(), json!(sent.text(name)));
    }
    for name in ["application", "version", "certificateInfo", "lastUpdatedBy"] {
        is.insert(name.to_owned(), Value::Null);
    }
    for name in ["createdBy", "createdByDisplayName"] {
        is.insert(name.to_owned(), json!(by));
    }
    is.insert("createdBySource".to_owned(), json!("PublicApi"));
    is
}

/// Indicators without what an undo cannot give back: when and by whom each was last changed, and of
/// those that `is_remade`, which a run deleted and its undo made again, who made it, when, and its id.
/// The service sets these itself.
#[must_use]
pub fn restorable(held: &Held, is_remade: impl Fn(&Key) -> bool) -> Held {
    let plain = held.iter().map(|(key, entity)| {
        let mut fields = entity.as_object().cloned().unwrap_or_default();
        fields.remove("lastUpdateTime");
        fields.remove("lastUpdatedBy");
        if is_remade(key) {
            for name in OF_THE_MAKING {
                fields.remove(name);
            }
        }
        (key.clone(), Value::Object(fields))
    });
    plain.collect()
}
