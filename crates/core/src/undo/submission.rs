//! What is submitted so that an indicator is again what it was.

use super::line::members;

/// The fields that a submission sets (Indicator resource type, 2024). What an import of ours may set
/// comes first.
const OURS: [&str; 14] = [
    "indicatorValue",
    "indicatorType",
    "action",
    "title",
    "description",
    "severity",
    "expirationTime",
    "generateAlert",
    "recommendedActions",
    "rbacGroupNames",
    "application",
    "educateUrl",
    "mitreTechniques",
    "externalId",
];

/// Fields that no import of ours sets. Most are not documented, but an answer has them and other
/// clients set them (recorded requests of 2021 to 2026); one that is not sent may be reset. The ids of
/// device groups go with their names.
const OTHERS: [&str; 10] = [
    "category",
    "bypassDurationHours",
    "rbacGroupIds",
    "notificationId",
    "notificationBody",
    "version",
    "historicalDetection",
    "lookBackPeriod",
    "additionalInfo",
    "certificateInfo",
];

const FIELDS: usize = OURS.len() + OTHERS.len();

/// The value of each field as it is written; `null` where there is none.
type Values<'t> = [&'t str; FIELDS];

fn values(object: &str) -> Values<'_> {
    let mut values = ["null"; FIELDS];
    members(object, |name, value| {
        let place = OURS.iter().chain(&OTHERS).position(|known| *known == name);
        if let Some(place) = place {
            values[place] = value;
        }
        true
    });
    values
}

/// Goes through the values of the fields that a submission sets, as they are written and always in one
/// order.
pub(super) fn each(object: &str, each: impl FnMut(&str)) {
    values(object).into_iter().for_each(each);
}

/// Whether a submission of one would change nothing of the other.
pub(super) fn are_same(one: &str, other: &str) -> bool {
    values(one) == values(other)
}

/// Writes the object that makes of an indicator what it `was`: exactly its fields that a submission
/// sets, `null` where it had none, so that what has been set since is cleared. Of what no import of
/// ours sets, that is left out which is none in both: a name that nobody needs is not sent.
pub(crate) fn write(out: &mut Vec<u8>, was: &str, now: Option<&str>) {
    let was = values(was);
    let now = now.map_or(["null"; FIELDS], values);
    let mut separator = b'{';
    for (place, name) in OURS.iter().chain(&OTHERS).enumerate() {
        if place >= OURS.len() && (was[place], now[place]) == ("null", "null") {
            continue;
        }
        out.push(separator);
        separator = b',';
        out.push(b'"');
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b"\":");
        out.extend_from_slice(was[place].as_bytes());
    }
    out.push(b'}');
}
