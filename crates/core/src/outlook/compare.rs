//! A row beside an indicator of the tenant: in which fields sending it would change that one.
//!
//! Compared is what an import may set and change. `application` is not among it, since only a creation
//! sets it (Submit or Update Indicator API, 2021-08). A field that is not sent is left to the service
//! and is no difference, with two exceptions: without an expiration a row asks never to expire, and
//! without device groups it asks for all devices.

use std::borrow::Cow;

use crate::{
    change::{Field, Fields},
    check::Row,
    clock::WallTime,
    indicator::Indicator,
    mapping::written_list,
    order::sorted,
    plan::moment,
    session::FieldDifference,
    tenant::{Entity, Expires, Text},
};

/// What stands for an expiration that cannot be read.
const UNCLEAR: &str = "?";

/// The fields that are text, and where an entity has them.
const TEXTS: [(Field, Text); 5] = [
    (Field::Title, Text::Title),
    (Field::Description, Text::Description),
    (Field::RecommendedActions, Text::RecommendedActions),
    (Field::EducateUrl, Text::EducateUrl),
    (Field::ExternalId, Text::ExternalId),
];

/// The fields that sending an indicator would change in one of the tenant with the same key.
#[must_use]
pub(super) fn differing(sent: &Indicator<'_>, held: Entity<'_>) -> Fields {
    let mut fields = Fields::NONE;
    let mut note = |field, differs: bool| {
        if differs {
            fields = fields.with(field);
        }
    };
    for (field, place) in TEXTS {
        let text = text_of(sent, field);
        let differs = text.is_some_and(|text| held.text(place).as_deref() != Some(text));
        note(field, differs);
    }
    let severity = sent.severity;
    note(
        Field::Severity,
        severity.is_some() && severity != held.severity(),
    );
    note(Field::GenerateAlert, alerts_otherwise(sent, held));
    let expires = match held.expires() {
        Expires::Never => sent.expiration.is_some(),
        Expires::At(at) => sent.expiration.map(whole_second) != Some(at),
        Expires::Unclear => true,
    };
    note(Field::ExpirationTime, expires);
    let groups = held.rbac_group_names();
    note(
        Field::RbacGroupNames,
        !is_set(&sent.rbac_group_names, groups.as_deref()),
    );
    if !sent.mitre_techniques.is_empty() {
        let techniques = held.mitre_techniques();
        note(
            Field::MitreTechniques,
            !is_set(&sent.mitre_techniques, techniques.as_deref()),
        );
    }
    fields
}

/// Of these fields those that the source gave: a value of its own, or a place for one that it left
/// blank. What the defaults filled is not among them, nor what the source has no place for.
#[must_use]
pub(super) fn given(row: &Row<'_>, fields: Fields) -> Fields {
    let Some(indicator) = &row.indicator else {
        return Fields::NONE;
    };
    let is_given = |field: &Field| {
        if is_empty(indicator, *field) {
            row.given.has(*field)
        } else {
            !row.defaulted.has(*field)
        }
    };
    fields.iter().filter(is_given).collect()
}

/// The same as texts, for the page.
#[must_use]
pub(super) fn differences(row: &Row<'_>, held: Entity<'_>) -> Vec<FieldDifference> {
    let Some(sent) = &row.indicator else {
        return Vec::new();
    };
    let fields = differing(sent, held);
    let given = given(row, fields);
    let difference = |field| FieldDifference {
        field,
        now: now(held, field),
        then: then(sent, field),
        given: given.has(field),
    };
    fields.iter().map(difference).collect()
}

fn text_of<'i>(sent: &'i Indicator<'_>, field: Field) -> Option<&'i str> {
    match field {
        Field::Title => Some(&sent.title),
        Field::Description => Some(&sent.description),
        Field::RecommendedActions => sent.recommended_actions.as_deref(),
        Field::EducateUrl => sent.educate_url.as_deref(),
        Field::ExternalId => sent.external_id.as_deref(),
        _ => None,
    }
}

/// A legacy action that the service has replaced always alerts.
fn alerts_otherwise(sent: &Indicator<'_>, held: Entity<'_>) -> bool {
    if held.key().action == sent.action {
        sent.generate_alert.is_some() && sent.generate_alert != held.generate_alert()
    } else {
        held.generate_alert() != Some(true)
    }
}

/// Of two fields that say something by saying nothing, whether this one says nothing.
fn is_empty(indicator: &Indicator<'_>, field: Field) -> bool {
    match field {
        Field::ExpirationTime => indicator.expiration.is_none(),
        Field::RbacGroupNames => indicator.rbac_group_names.is_empty(),
        _ => false,
    }
}

/// Moments are sent to the second.
const fn whole_second(time: WallTime) -> WallTime {
    WallTime(time.0 - time.0.rem_euclid(1_000))
}

/// Whether names are those of a set, in any order and each as often as may be.
fn is_set(names: &[Cow<'_, str>], held: Option<&[Cow<'_, str>]>) -> bool {
    let Some(held) = held else {
        return false;
    };
    if names.is_empty() || held.is_empty() {
        return names.is_empty() && held.is_empty();
    }
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let mut names = sorted(names);
    names.dedup();
    names
        .iter()
        .eq(held.iter().map(AsRef::as_ref).collect::<Vec<&str>>().iter())
}

fn now(held: Entity<'_>, field: Field) -> Option<String> {
    let text = TEXTS.iter().find(|(known, _)| *known == field);
    if let Some((_, place)) = text {
        return held.text(*place).map(Cow::into_owned);
    }
    match field {
        Field::Severity => held.severity().map(|severity| severity.to_string()),
        Field::GenerateAlert => held.generate_alert().map(|alerts| alerts.to_string()),
        Field::ExpirationTime => match held.expires() {
            Expires::Never => None,
            Expires::At(at) => moment(at),
            Expires::Unclear => Some(UNCLEAR.to_owned()),
        },
        Field::RbacGroupNames => list(&held.rbac_group_names()?),
        Field::MitreTechniques => list(&held.mitre_techniques()?),
        _ => None,
    }
}

fn then(sent: &Indicator<'_>, field: Field) -> Option<String> {
    match field {
        Field::Severity => sent.severity.map(|severity| severity.to_string()),
        // A legacy action alerts, whatever is sent.
        Field::GenerateAlert => Some(sent.generate_alert.unwrap_or(true).to_string()),
        Field::ExpirationTime => sent.expiration.and_then(moment),
        Field::RbacGroupNames => list(&sent.rbac_group_names),
        Field::MitreTechniques => list(&sent.mitre_techniques),
        field => text_of(sent, field).map(str::to_owned),
    }
}

fn list(names: &[Cow<'_, str>]) -> Option<String> {
    (!names.is_empty()).then(|| written_list(names))
}
