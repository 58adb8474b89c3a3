//! What an update sends besides what its row has: the tenant's own values of the fields that the row says
//! nothing of.
//!
//! Microsoft's pages do not say what becomes of a field that an update leaves out (Submit or Update
//! Indicator API, 2021-08): it may be kept, it may be reset. What the tenant has is sent along, so that
//! what a plan lists is all that an update changes.

use crate::{
    change::Field,
    check::Row,
    clock::WallTime,
    indicator::{Indicator, Severity},
    plan::{moment, write_text},
    tenant::{Entity, Expires, Text},
};

use super::compare::kept;

/// They are members of a JSON object, each after a comma.
#[must_use]
pub(super) fn carried(row: &Row<'_>, held: Entity<'_>, now: WallTime) -> String {
    let Some(sent) = &row.indicator else {
        return String::new();
    };
    let mut members = Members::default();
    let kept = kept(row, held, now);
    if kept.has(Field::RbacGroupNames) {
        members.groups(held);
    }
    if let (true, Expires::At(at)) = (kept.has(Field::ExpirationTime), held.expires()) {
        members.text("expirationTime", moment(at).as_deref());
    }
    if sent.severity.is_none() {
        members.text("severity", held.severity().map(Severity::as_str));
    }
    // A legacy action alerts, whatever is sent.
    if sent.generate_alert.is_none() && held.key().action == sent.action {
        members.flag("generateAlert", held.generate_alert());
    }
    for (field, name, place) in TEXTS {
        if text(sent, field).is_none() {
            members.text(name, held.text(place).as_deref());
        }
    }
    if sent.mitre_techniques.is_empty() {
        members.texts(
            "mitreTechniques",
            &held.mitre_techniques().unwrap_or_default(),
        );
    }
    members.0
}

const TEXTS: [(Field, &str, Text); 3] = [
    (
        Field::RecommendedActions,
        "recommendedActions",
        Text::RecommendedActions,
    ),
    (Field::EducateUrl, "educateUrl", Text::EducateUrl),
    (Field::ExternalId, "externalId", Text::ExternalId),
];

fn text<'i>(sent: &'i Indicator<'_>, field: Field) -> Option<&'i str> {
    match field {
        Field::RecommendedActions => sent.recommended_actions.as_deref(),
        Field::EducateUrl => sent.educate_url.as_deref(),
        _ => sent.external_id.as_deref(),
    }
}

/// Members of a JSON object.
#[derive(Default)]
struct Members(String);

impl Members {
    fn name(&mut self, name: &str) {
        self.0.push_str(",\"");
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    fn text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.name(name);
            self.0.push_str(&quoted(text));
        }
    }

    /// Device groups in the order in which the tenant has them.
    fn groups(&mut self, held: Entity<'_>) {
        if held
            .rbac_group_names()
            .is_some_and(|names| !names.is_empty())
        {
            self.name("rbacGroupNames");
            self.0.push_str(held.groups_written());
        }
    }

    fn flag(&mut self, name: &str, flag: Option<bool>) {
        if let Some(flag) = flag {
            self.name(name);
            self.0.push_str(if flag { "true" } else { "false" });
        }
    }

    fn texts(&mut self, name: &str, texts: &[impl AsRef<str>]) {
        if texts.is_empty() {
            return;
        }
        self.name(name);
        let quoted: Vec<String> = texts.iter().map(|text| quoted(text.as_ref())).collect();
        self.0.push('[');
        self.0.push_str(&quoted.join(","));
        self.0.push(']');
    }
}

fn quoted(text: &str) -> String {
    let mut json = Vec::with_capacity(text.len() + 2);
    write_text(&mut json, text);
    // A text with escapes is a text.
    String::from_utf8(json).unwrap_or_default()
}
