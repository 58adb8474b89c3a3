//! What is submitted beside an indicator of the tenant: in which fields it would change that one.
//!
//! Compared is what an import may set and change. `application` is not among it, since only a creation
//! sets it (Submit or Update Indicator API, 2021-08). A field that is not submitted is no
//! difference, since an update sends the tenant's own along, with two exceptions: without an expiration an indicator asks never to
//! expire, and without device groups it asks for all devices.

use std::borrow::Cow;

use crate::{
    change::{Field, Fields},
    clock::WallTime,
    indicator::{Action, Indicator, Severity},
    order::sorted,
};

use super::{Entity, Expires, Text};

/// The fields that are text, and where an indicator of the tenant has them.
const TEXTS: [(Field, Text); 5] = [
    (Field::Title, Text::Title),
    (Field::Description, Text::Description),
    (Field::RecommendedActions, Text::RecommendedActions),
    (Field::EducateUrl, Text::EducateUrl),
    (Field::ExternalId, Text::ExternalId),
];

/// Texts in order, each of them once; `None` where something else than texts is listed.
pub(super) type Set<'s> = Option<Vec<Cow<'s, str>>>;

/// An indicator as it is submitted, in what is compared. What is `None` is not submitted.
pub(crate) trait Submitted {
    fn action(&self) -> Action;
    /// The text of one of [`TEXTS`].
    fn text_of(&self, field: Field) -> Option<Cow<'_, str>>;
    fn severity(&self) -> Option<Severity>;
    fn generate_alert(&self) -> Option<bool>;
    fn expires(&self) -> Expires;
    fn rbac_group_names(&self) -> Set<'_>;
    fn mitre_techniques(&self) -> Set<'_>;
}

impl Submitted for Indicator<'_> {
    fn action(&self) -> Action {
        self.action
    }

    fn text_of(&self, field: Field) -> Option<Cow<'_, str>> {
        let text: &str = match field {
            Field::Title => &self.title,
            Field::Description => &self.description,
            Field::RecommendedActions => self.recommended_actions.as_deref()?,
            Field::EducateUrl => self.educate_url.as_deref()?,
            Field::ExternalId => self.external_id.as_deref()?,
            _ => return None,
        };
        Some(Cow::Borrowed(text))
    }

    fn severity(&self) -> Option<Severity> {
        self.severity
    }

    fn generate_alert(&self) -> Option<bool> {
        self.generate_alert
    }

    fn expires(&self) -> Expires {
        let expiration = self.expiration.map(whole_second);
        expiration.map_or(Expires::Never, Expires::At)
    }

    fn rbac_group_names(&self) -> Set<'_> {
        Some(set(borrowed(&self.rbac_group_names)))
    }

    fn mitre_techniques(&self) -> Set<'_> {
        Some(set(borrowed(&self.mitre_techniques)))
    }
}

impl Submitted for Entity<'_> {
    fn action(&self) -> Action {
        self.key().action
    }

    fn text_of(&self, field: Field) -> Option<Cow<'_, str>> {
        let (_, text) = TEXTS.iter().find(|(known, _)| *known == field)?;
        self.text(*text)
    }

    fn severity(&self) -> Option<Severity> {
        Entity::severity(*self)
    }

    fn generate_alert(&self) -> Option<bool> {
        Entity::generate_alert(*self)
    }

    fn expires(&self) -> Expires {
        Entity::expires(*self)
    }

    fn rbac_group_names(&self) -> Set<'_> {
        Entity::rbac_group_names(*self)
    }

    fn mitre_techniques(&self) -> Set<'_> {
        Entity::mitre_techniques(*self)
    }
}

/// The fields that submitting an indicator would change in one of the tenant with the same key: texts
/// are compared to the letter, moments to the second, groups and techniques in any order.
#[must_use]
pub(crate) fn differing(sent: &dyn Submitted, held: Entity<'_>) -> Fields {
    let mut fields = Fields::NONE;
    let mut note = |field, differs: bool| {
        if differs {
            fields = fields.with(field);
        }
    };
    for (field, place) in TEXTS {
        let text = sent.text_of(field);
        note(field, text.is_some() && text != held.text(place));
    }
    let severity = sent.severity();
    note(
        Field::Severity,
        severity.is_some() && severity != held.severity(),
    );
    note(Field::GenerateAlert, alerts_otherwise(sent, held));
    let expires = held.expires();
    note(
        Field::ExpirationTime,
        expires == Expires::Unclear || expires != sent.expires(),
    );
    let groups = held.rbac_group_names();
    note(
        Field::RbacGroupNames,
        groups.is_none() || groups != sent.rbac_group_names(),
    );
    let techniques = sent.mitre_techniques();
    let is_none = techniques.as_ref().is_some_and(Vec::is_empty);
    note(
        Field::MitreTechniques,
        !is_none && (techniques.is_none() || techniques != held.mitre_techniques()),
    );
    fields
}

/// A legacy action that the service has replaced always alerts.
fn alerts_otherwise(sent: &dyn Submitted, held: Entity<'_>) -> bool {
    if held.key().action == sent.action() {
        let alerts = sent.generate_alert();
        alerts.is_some() && alerts != held.generate_alert()
    } else {
        held.generate_alert() != Some(true)
    }
}

/// Moments are sent to the second.
const fn whole_second(time: WallTime) -> WallTime {
    WallTime(time.0 - time.0.rem_euclid(1_000))
}

fn borrowed<'n>(names: &'n [Cow<'_, str>]) -> Vec<Cow<'n, str>> {
    let borrowed = names.iter().map(|name| Cow::Borrowed(name.as_ref()));
    borrowed.collect()
}

/// Texts in order, each of them once and none that is empty.
pub(super) fn set(mut texts: Vec<Cow<'_, str>>) -> Vec<Cow<'_, str>> {
    texts.retain(|text| !text.is_empty());
    let mut texts = sorted(texts);
    texts.dedup();
    texts
}
