//! Which fields the defaults fill: in a record that is checked, and in a table that is written of it.

use std::borrow::Cow;

use super::{
    Defaults, Draft, Notes, Today, expiration,
    template::{self, Facts},
};
use crate::{
    change::{Field, Fields},
    indicator::{Action, IndicatorType},
};

/// Where a field's text comes from: the source where it has the field, else the defaults.
pub(super) struct Filled<'n> {
    pub(super) fields: Fields,
    pub(super) defaulted: &'n mut Fields,
    pub(super) notes: &'n mut Notes,
}

impl Filled<'_> {
    /// Whether the defaults fill `field`, which is blank; notes it.
    pub(super) fn lacks(&mut self, field: Field) -> bool {
        let lacks = !self.fields.has(field);
        if lacks {
            *self.defaulted = self.defaulted.with(field);
        }
        lacks
    }
}

/// What a record came out as when it was checked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'k> {
    pub(crate) line: u32,
    /// The value as it is sent, or as it was recognised, or as given.
    pub(crate) value: &'k str,
    pub(crate) kind: Option<IndicatorType>,
    /// As it is sent.
    pub(crate) action: Option<Action>,
}

/// Fills the fields that a draft's source lacks with what [`super::row`] takes for them. A text that
/// cannot be made is left out.
pub(crate) fn fill<'a>(
    draft: &mut Draft<'a>,
    known: &Known<'_>,
    defaults: &'a Defaults,
    today: Today,
) {
    let kind = known.kind;
    let fields = draft.fields;
    let fill = |slot: &mut Option<Cow<'a, str>>, field, text: Option<Cow<'a, str>>| {
        if slot.is_none() && !fields.has(field) {
            *slot = text.filter(|text| !text.trim().is_empty());
        }
    };
    let action = defaults.action_of(kind).as_str().into();
    fill(&mut draft.action, Field::Action, Some(action));
    let given = draft.action.as_deref();
    let given = given.and_then(|text| Action::read(text.trim()));
    let action = known.action.or(given);
    let facts = Facts {
        origin: &draft.origin,
        line: known.line,
        value: known.value,
        kind,
        action,
        severity: draft.severity.as_deref(),
        expiration: draft.expiration.as_deref(),
        fields,
        defaults,
        today,
    };
    let title = template::filled(&defaults.title, &facts).ok();
    let description = template::filled(&defaults.description, &facts).ok();
    fill(&mut draft.title, Field::Title, title);
    fill(&mut draft.description, Field::Description, description);
    let severity = defaults.severity_of(kind);
    let severity = severity.map(|level| level.as_str().into());
    fill(&mut draft.severity, Field::Severity, severity);
    let expiration = expiration::by_default(defaults, kind, today);
    let expiration = expiration.map(|time| expiration::written(time).into());
    fill(&mut draft.expiration, Field::ExpirationTime, expiration);
    let is_needless = |alert: &bool| match action {
        Some(Action::Audit) => true,
        Some(Action::Allowed) => *alert,
        _ => false,
    };
    let alert = defaults.generate_alert.filter(|alert| !is_needless(alert));
    let alert = alert.map(|alert| word(alert).into());
    fill(&mut draft.generate_alert, Field::GenerateAlert, alert);
    if draft.rbac_group_names.is_empty() && !fields.has(Field::RbacGroupNames) {
        let groups = defaults.rbac_group_names.iter();
        draft.rbac_group_names = groups.map(|name| Cow::Borrowed(&**name)).collect();
    }
}

/// A yes or no as the API has it.
pub(super) const fn word(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}
