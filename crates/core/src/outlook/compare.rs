//! A row beside an indicator of the tenant: which of the fields that sending it would change its
//! source gave, and what they are before and after.

use std::borrow::Cow;

use crate::{
    change::{Field, Fields},
    check::Row,
    indicator::Indicator,
    mapping::written_list,
    plan::moment,
    session::FieldDifference,
    tenant::{Entity, Expires, Submitted, differing},
};

/// What stands for an expiration that cannot be read.
const UNCLEAR: &str = "?";

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

/// Of two fields that say something by saying nothing, whether this one says nothing.
fn is_empty(indicator: &Indicator<'_>, field: Field) -> bool {
    match field {
        Field::ExpirationTime => indicator.expiration.is_none(),
        Field::RbacGroupNames => indicator.rbac_group_names.is_empty(),
        _ => false,
    }
}

fn now(held: Entity<'_>, field: Field) -> Option<String> {
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
        field => held.text_of(field).map(Cow::into_owned),
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
        field => sent.text_of(field).map(Cow::into_owned),
    }
}

fn list(names: &[Cow<'_, str>]) -> Option<String> {
    (!names.is_empty()).then(|| written_list(names))
}
