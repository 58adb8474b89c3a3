//! What an update sends besides what its row has: the tenant's own values of the fields that the row says
//! nothing of.
//!
//! Microsoft's pages do not say what becomes of a field that an update leaves out (Submit or Update
//! Indicator API, 2021-08): it may be kept, it may be reset. What the tenant has is sent along, so that
//! what a plan lists is all that an update changes.
//!
//! So are the fields that no row of ours sets and that other clients set (recorded requests of 2021 to
//! 2026), as they are written: one that is not sent may be reset. Not among them are `application`,
//! `version` and `certificateInfo`, which only a creation sets, and what the service sets itself. The ids
//! of device groups go with the names: beside others they would contradict them. What a new indicator
//! has anyway is not sent, since a name that nobody needs may be refused.

use serde_json::{Deserializer, Map, Value};

use crate::{
    change::Field,
    check::{self, Row},
    clock::WallTime,
    indicator::{Indicator, Severity},
    ledger::Ledger,
    plan::{moment, values, write_text},
    tenant::{Entity, Expires, Text},
    undo::object_members,
};

use super::compare::{keeps_unclear, kept};

/// The fields that may be carried, each with what it holds. A run that comes from a file carries no
/// others: they would be sent unseen.
const CARRIED: [(&str, Holds); 16] = [
    ("rbacGroupNames", Holds::Groups),
    ("expirationTime", Holds::Moment),
    ("severity", Holds::Severity),
    ("generateAlert", Holds::Flag),
    ("recommendedActions", Holds::Text),
    ("educateUrl", Holds::Text),
    ("externalId", Holds::Text),
    ("mitreTechniques", Holds::Texts),
    ("rbacGroupIds", Holds::Ids),
    ("category", Holds::Number),
    ("bypassDurationHours", Holds::Number),
    ("notificationId", Holds::Text),
    ("notificationBody", Holds::Text),
    ("historicalDetection", Holds::Flag),
    ("lookBackPeriod", Holds::Anything),
    ("additionalInfo", Holds::Anything),
];

/// Of these the first one that is sent as it is written.
const WRITTEN: usize = 8;

/// What a new indicator has of a field that no submission sets (recorded answers of 2022 and 2023).
const OF_A_NEW_ONE: [&str; 4] = ["null", "false", "[]", "\"\""];
const CATEGORY_OF_A_NEW_ONE: &str = "1";

/// What a field holds.
#[derive(Clone, Copy)]
enum Holds {
    Text,
    Texts,
    /// As the tenant has them: names or numbers, or one name.
    Groups,
    Flag,
    Moment,
    Severity,
    Number,
    Ids,
    Anything,
}

impl Holds {
    fn takes(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Text | Self::Groups, Value::String(_))
            | (Self::Flag, Value::Bool(_))
            | (Self::Number, Value::Number(_))
            | (Self::Anything, _) => true,
            (Self::Texts, Value::Array(texts)) => texts.iter().all(Value::is_string),
            (Self::Groups, Value::Array(names)) => {
                let is_name = |name: &Value| name.is_string() || name.is_number();
                names.iter().all(is_name)
            }
            (Self::Ids, Value::Array(ids)) => ids.iter().all(|id| id.is_string() || id.is_i64()),
            (Self::Moment, Value::String(text)) => check::moment(text).is_some(),
            (Self::Severity, Value::String(text)) => Severity::read(text).is_some(),
            _ => false,
        }
    }
}

/// Whether `members` may be added to `object`, which a row sends: they are fields that are carried, each
/// once and with what it holds, and the row has none of them. Of two members of one name a service may
/// take either, so that something else would be sent than is shown.
#[must_use]
pub(crate) fn may_carry(members: &str, object: &[u8]) -> bool {
    let Ok(own) = serde_json::from_slice::<Map<String, Value>>(object) else {
        return false;
    };
    let mut seen = Vec::new();
    let mut rest = members;
    while !rest.is_empty() {
        let Some((name, value, behind)) = first_member(rest) else {
            return false;
        };
        let is_known = |(known, holds): &(&str, Holds)| *known == name && holds.takes(&value);
        if !CARRIED.iter().any(is_known) || seen.contains(&name) || own.contains_key(name) {
            return false;
        }
        seen.push(name);
        rest = behind;
    }
    true
}

/// The first member, its name as it is written, and what stands behind it.
fn first_member(members: &str) -> Option<(&str, Value, &str)> {
    let (name, written) = members.strip_prefix(",\"")?.split_once("\":")?;
    let mut values = Deserializer::from_str(written).into_iter();
    let value = values.next()?.ok()?;
    Some((name, value, &written[values.byte_offset()..]))
}

/// Whether a row sends along what the tenant has. One object stands for all addresses of a range that is
/// expanded: what the tenant has of one of them is not the others'.
#[must_use]
pub(super) fn carries(ledger: &Ledger, row: u32) -> bool {
    let first = values(ledger, row).next();
    first.is_some_and(|value| value == ledger.value(row))
}

/// They are members of a JSON object, each after a comma. `None` where the row leaves something as the
/// tenant has it that cannot be read.
#[must_use]
pub(super) fn carried(row: &Row<'_>, held: Entity<'_>, now: WallTime) -> Option<String> {
    if keeps_unclear(row, held) {
        return None;
    }
    let Some(sent) = &row.indicator else {
        return Some(String::new());
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
    members.written(held, kept.has(Field::RbacGroupNames));
    Some(members.0)
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
        debug_assert!(CARRIED.iter().any(|(known, _)| *known == name), "{name}");
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
        let names = held.rbac_group_names().unwrap_or_default();
        let written = held.groups_written();
        if !names.is_empty() && is_of(Holds::Texts, written) {
            self.name("rbacGroupNames");
            self.0.push_str(written);
        } else {
            self.texts("rbacGroupNames", &names);
        }
    }

    /// What no row of ours sets, as the tenant has it; the ids of device groups beside their names.
    fn written(&mut self, held: Entity<'_>, with_groups: bool) {
        let fields = &CARRIED[WRITTEN..];
        let mut found = [""; CARRIED.len() - WRITTEN];
        object_members(held.object(), |name, value| {
            if let Some(place) = fields.iter().position(|(known, _)| *known == name) {
                found[place] = value;
            }
            true
        });
        for ((name, holds), value) in fields.iter().zip(found) {
            let is_new = OF_A_NEW_ONE.contains(&value)
                || (*name == "category" && value == CATEGORY_OF_A_NEW_ONE);
            let is_meant = with_groups || *name != "rbacGroupIds";
            if is_meant && !value.is_empty() && !is_new && is_of(*holds, value) {
                self.name(name);
                self.0.push_str(value);
            }
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

/// Whether a value that was written is what a field holds.
fn is_of(holds: Holds, written: &str) -> bool {
    serde_json::from_str(written).is_ok_and(|value| holds.takes(&value))
}

fn quoted(text: &str) -> String {
    let mut json = Vec::with_capacity(text.len() + 2);
    write_text(&mut json, text);
    // A text with escapes is a text.
    String::from_utf8(json).unwrap_or_default()
}
