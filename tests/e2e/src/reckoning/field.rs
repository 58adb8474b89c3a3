//! In which fields an indicator that is sent differs from the tenant's.
//!
//! A line is compared on the fields that its source gives, not on those that the defaults filled. A
//! field that is not sent is left to the service and is no difference; but without an expiration a line
//! asks never to expire, and without device groups it asks for all devices. An object of the API's own
//! asks for neither by having no key for it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Sent, verdict::second};

/// The fields that differ: those that the source gives, and the others.
pub(super) fn differing(
    sent: &Sent,
    held: &Value,
) -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let (mut given, mut others) = (BTreeSet::new(), BTreeSet::new());
    for field in [
        "title",
        "description",
        "recommendedActions",
        "educateUrl",
        "externalId",
        "severity",
        "generateAlert",
        "expirationTime",
        "rbacGroupNames",
        "mitreTechniques",
    ] {
        let asked = sent.fields.get(field);
        if sent.open.contains(field) || !differs(field, asked, &held[field]) {
            continue;
        }
        let is_given = match asked {
            Some(_) => !sent.defaulted.contains(field),
            None => sent.given.contains(field),
        };
        if is_given {
            given.insert(field);
        } else {
            others.insert(field);
        }
    }
    (given, others)
}

fn differs(field: &str, asked: Option<&Value>, held: &Value) -> bool {
    match field {
        "expirationTime" => {
            let asked = asked.and_then(Value::as_str);
            let held = held.as_str().and_then(second);
            asked != held.as_deref()
        }
        "rbacGroupNames" => set(asked.unwrap_or(&Value::Null)) != set(held),
        "mitreTechniques" => asked.is_some_and(|asked| set(asked) != set(held)),
        _ => asked.is_some_and(|asked| asked != held),
    }
}

/// Names in no certain order.
fn set(list: &Value) -> BTreeSet<&str> {
    let names = list.as_array().into_iter().flatten();
    names.filter_map(Value::as_str).collect()
}
