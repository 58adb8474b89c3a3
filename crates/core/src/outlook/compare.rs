//! A row beside an indicator of the tenant: which of the fields that sending it would change its
//! source gave, and what they are before and after. A restore sets every field, so that each that differs
//! is a difference.

use std::borrow::Cow;

use crate::{
    change::{Field, Fields},
    check::Row,
    clock::WallTime,
    indicator::Indicator,
    mapping::written_list,
    plan::moment,
    session::{Compared, FieldDifference},
    tenant::{Entity, Expires, Submitted, Text, differing, with_entity},
    undo::{Line, Task},
};

/// The most characters of a text that are told.
const MOST_SHOWN: usize = 1_000;

/// What stands for an expiration, or device groups, that cannot be read.
const UNCLEAR: &str = "?";

/// The fields of a restore that can be shown, in the order of the API's page.
const RESTORED: [Field; 11] = [
    Field::Title,
    Field::Description,
    Field::Severity,
    Field::ExpirationTime,
    Field::GenerateAlert,
    Field::RecommendedActions,
    Field::RbacGroupNames,
    Field::Application,
    Field::EducateUrl,
    Field::MitreTechniques,
    Field::ExternalId,
];

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

/// The fields that a row leaves as the tenant has them: it is an object of the API's own without a key
/// for them, which by itself would widen the scope to all devices, or have the indicator never expire.
/// An expiration that is over by `now` is not kept.
#[must_use]
pub(super) fn kept(row: &Row<'_>, held: Entity<'_>, now: WallTime) -> Fields {
    let is_kept = |field: &Field| match field {
        Field::ExpirationTime => matches!(held.expires(), Expires::At(at) if at > now),
        _ => held.rbac_group_names().is_some(),
    };
    open(row).filter(is_kept).collect()
}

/// Whether a row leaves a field as the tenant has it that cannot be read, so that it cannot be kept.
#[must_use]
pub(super) fn keeps_unclear(row: &Row<'_>, held: Entity<'_>) -> bool {
    open(row).any(|field| match field {
        Field::ExpirationTime => held.expires() == Expires::Unclear,
        _ => held.rbac_group_names().is_none(),
    })
}

/// The fields that a row leaves open.
fn open(row: &Row<'_>) -> impl Iterator<Item = Field> {
    let is_open = |field: &Field| {
        let sent = row.indicator.as_ref();
        row.open.has(*field) && sent.is_some_and(|sent| is_empty(sent, *field))
    };
    let both = [Field::RbacGroupNames, Field::ExpirationTime];
    both.into_iter().filter(is_open)
}

/// What an update that sends nothing along may reset: what the tenant has and the row does not send.
fn unsent(sent: &Indicator<'_>, held: Entity<'_>) -> Fields {
    let alerts = held.generate_alert() == Some(true) && held.key().action == sent.action;
    let is_unsent = |field: &Field| match field {
        Field::Severity => sent.severity.is_none() && held.severity().is_some(),
        Field::GenerateAlert => sent.generate_alert.is_none() && alerts,
        Field::MitreTechniques => sent.mitre_techniques.is_empty() && told(held, *field).is_some(),
        Field::RecommendedActions | Field::EducateUrl | Field::ExternalId => {
            let text = told(held, *field).unwrap_or_default();
            sent.text_of(*field).is_none() && !text.is_empty()
        }
        _ => false,
    };
    RESTORED.into_iter().filter(is_unsent).collect()
}

/// The fields that sending a row would change, as texts for the page. Where nothing of the tenant's own
/// is sent along (`carries`), what may be reset is a change as well.
#[must_use]
pub(super) fn differences(
    row: &Row<'_>,
    held: Entity<'_>,
    now: WallTime,
    carries: bool,
) -> Vec<FieldDifference> {
    let Some(sent) = &row.indicator else {
        return Vec::new();
    };
    let (kept, unsent) = if carries {
        (kept(row, held, now), Fields::NONE)
    } else {
        (Fields::NONE, unsent(sent, held))
    };
    let differing = differing(sent, held);
    let given = given(row, differing);
    let then = |field| {
        if unsent.has(field) {
            None
        } else {
            then(sent, field)
        }
    };
    let difference = |field| FieldDifference {
        field,
        now: told(held, field).map(shown),
        then: then(field).map(shown),
        // What is left open, or not sent, is no default's doing.
        given: given.has(field) || unsent.has(field) || row.open.has(field),
    };
    let fields = unsent.iter().fold(differing, Fields::with);
    let fields = fields.iter().filter(|field| !kept.has(*field));
    fields.map(difference).collect()
}

/// What a line would change of what the tenant holds: of a restore the fields, all of them where nothing
/// is there; of a deletion the id alone. `None` where an indicator is left.
#[must_use]
pub(crate) fn of_line(line: &Line<'_>) -> Option<Compared> {
    let task = line.task?;
    with_entity(line.object, |object| match (task, line.now) {
        (Task::Delete, _) => Compared {
            id: object.id().map(Cow::into_owned),
            ..Compared::default()
        },
        (Task::Restore, None) => put_back(object, None),
        (Task::Restore, Some(now)) => {
            with_entity(now, |now| put_back(object, Some(now))).unwrap_or_default()
        }
    })
}

fn put_back(was: Entity<'_>, held: Option<Entity<'_>>) -> Compared {
    let difference = |field: &Field| {
        let (now, then) = (held.and_then(|held| told(held, *field)), told(was, *field));
        (now != then).then_some(FieldDifference {
            field: *field,
            now: now.map(shown),
            then: then.map(shown),
            given: true,
        })
    };
    Compared {
        id: held.and_then(Entity::id).map(Cow::into_owned),
        fields: RESTORED.iter().filter_map(difference).collect(),
        ..Compared::default()
    }
}

/// The beginning of a text, as much as a table shows.
pub(super) fn shown(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MOST_SHOWN) {
        text.truncate(end);
    }
    text
}

/// Of two fields that say something by saying nothing, whether this one says nothing.
fn is_empty(indicator: &Indicator<'_>, field: Field) -> bool {
    match field {
        Field::ExpirationTime => indicator.expiration.is_none(),
        Field::RbacGroupNames => indicator.rbac_group_names.is_empty(),
        _ => false,
    }
}

fn told(held: Entity<'_>, field: Field) -> Option<String> {
    match field {
        Field::Application => held.text(Text::Application).map(Cow::into_owned),
        Field::Severity => held.severity().map(|severity| severity.to_string()),
        Field::GenerateAlert => held.generate_alert().map(|alerts| alerts.to_string()),
        Field::ExpirationTime => match held.expires() {
            Expires::Never => None,
            Expires::At(at) => moment(at),
            Expires::Unclear => Some(UNCLEAR.to_owned()),
        },
        Field::RbacGroupNames => match held.rbac_group_names() {
            Some(names) => list(&names),
            None => Some(UNCLEAR.to_owned()),
        },
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
