//! The structure of one submitted indicator: names, JSON types, enum names.
//!
//! The service turns a body into objects before it looks at any rule, so a wrong structure rejects
//! the whole request. Names are case-sensitive (indicator resource page). Names that the service only
//! returns are tolerated, as clients send them back; a name that is neither is refused.

use serde_json::{Map, Value};

use crate::{clock, envelope::Refusal};

/// The fields of an indicator of the right structure.
pub(crate) type Item = Map<String, Value>;

enum Kind {
    Text,
    OneOf(&'static [&'static str]),
    Bool,
    Integer,
    Number,
    Time,
    Texts,
    Ids,
    Object,
    Any,
}

const TYPES: &[&str] = &[
    "FileSha1",
    "FileSha256",
    "FileMd5",
    "CertificateThumbprint",
    "IpAddress",
    "DomainName",
    "Url",
];
const ACTIONS: &[&str] = &[
    "Warn",
    "Block",
    "Audit",
    "Alert",
    "AlertAndBlock",
    "BlockAndRemediate",
    "Allowed",
];
const SEVERITIES: &[&str] = &["Informational", "Low", "Medium", "High"];

const FIELDS: &[(&str, Kind)] = &[
    ("indicatorValue", Kind::Text),
    ("indicatorType", Kind::OneOf(TYPES)),
    ("action", Kind::OneOf(ACTIONS)),
    ("severity", Kind::OneOf(SEVERITIES)),
    ("category", Kind::Integer),
    ("application", Kind::Text),
    ("educateUrl", Kind::Text),
    ("bypassDurationHours", Kind::Number),
    ("title", Kind::Text),
    ("description", Kind::Text),
    ("recommendedActions", Kind::Text),
    ("expirationTime", Kind::Time),
    ("rbacGroupNames", Kind::Texts),
    ("rbacGroupIds", Kind::Ids),
    ("notificationId", Kind::Text),
    ("notificationBody", Kind::Text),
    ("version", Kind::Any),
    ("mitreTechniques", Kind::Texts),
    ("historicalDetection", Kind::Bool),
    ("lookBackPeriod", Kind::Any),
    ("generateAlert", Kind::Bool),
    ("additionalInfo", Kind::Any),
    ("externalId", Kind::Text),
    ("certificateInfo", Kind::Object),
    ("id", Kind::Any),
    ("createdBy", Kind::Any),
    ("createdByDisplayName", Kind::Any),
    ("createdBySource", Kind::Any),
    ("source", Kind::Any),
    ("sourceType", Kind::Any),
    ("creationTimeDateTimeUtc", Kind::Any),
    ("lastUpdateTime", Kind::Any),
    ("lastUpdatedBy", Kind::Any),
];

/// The fields of `value`.
///
/// # Errors
/// `InvalidRequestBody`, naming the field.
pub(crate) fn read(value: &Value) -> Result<Item, Refusal> {
    let Value::Object(item) = value else {
        return Err(Refusal::body("An indicator is a JSON object."));
    };
    for (name, value) in item {
        let known = FIELDS.iter().find(|(known, _)| known == name);
        let Some((_, kind)) = known else {
            return Err(Refusal::body(&format!(
                "{name} is no field of an indicator."
            )));
        };
        if !value.is_null() && !fits(kind, value) {
            let message = format!("The value of {name} is not of the documented type.");
            return Err(Refusal::body(&message));
        }
    }
    Ok(item.clone())
}

fn fits(kind: &Kind, value: &Value) -> bool {
    match kind {
        Kind::Text => value.is_string(),
        Kind::OneOf(names) => value.as_str().is_some_and(|name| names.contains(&name)),
        Kind::Bool => value.is_boolean(),
        Kind::Integer => value.is_i64(),
        Kind::Number => value.is_number(),
        Kind::Time => value
            .as_str()
            .is_some_and(|text| clock::read(text).is_some()),
        Kind::Texts => all(value, Value::is_string),
        Kind::Ids => all(value, |id| id.is_string() || id.is_i64()),
        Kind::Object => value.is_object(),
        Kind::Any => true,
    }
}

fn all(value: &Value, fits: impl Fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|items| items.iter().all(fits))
}

/// The text of a field; empty where it is absent or null.
pub(crate) fn text<'a>(item: &'a Item, name: &str) -> &'a str {
    item.get(name).and_then(Value::as_str).unwrap_or_default()
}
