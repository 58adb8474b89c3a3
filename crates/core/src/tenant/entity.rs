//! One indicator of the tenant, and whether it holds what was sent.

use std::borrow::Cow;

use crate::{
    check::moment,
    clock::WallTime,
    indicator::{Action, IndicatorType, Severity},
    order::sorted,
    source::json::{Broken, Kind, Said, Scanner, Value},
};

use super::Key;

/// An indicator as the tenant keeps it: of its fields those that an import may set and change.
/// `application` is not among them, since only a creation sets it (Submit or Update Indicator API,
/// 2021-08).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The id, where it has one.
    pub id: Option<Box<str>>,
    /// What makes it this indicator.
    pub key: Key,
    title: Option<Box<str>>,
    description: Option<Box<str>>,
    recommended_actions: Option<Box<str>>,
    educate_url: Option<Box<str>>,
    external_id: Option<Box<str>>,
    severity: Option<Severity>,
    generate_alert: Option<bool>,
    expires: Expires,
    rbac_group_names: Set,
    mitre_techniques: Set,
}

/// When an indicator expires.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Expires {
    #[default]
    Never,
    /// To the second.
    At(WallTime),
    /// It says something else.
    Unclear,
}

/// Texts in whatever order; `None` where something else than texts is listed.
type Set = Option<Box<[Box<str>]>>;

/// What an object of the list is to an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    Read(Box<Entity>),
    /// Of a type or with an action that no import of ours has, such as `WebCategory`.
    Foreign,
    /// It does not say what it is.
    Unread,
}

impl Entity {
    /// Whether this is what the service makes of an object that was sent (`sent`: the object as JSON,
    /// as [`crate::plan::Plan::object`] has it).
    ///
    /// Every field that the object sets must be stored so: texts to the letter, moments to the second,
    /// device groups and techniques in any order. What the object leaves to the service, such as the
    /// severity, may be anything. But without an expiration it asks never to expire, and without
    /// device groups it asks for all devices, so these two are compared in any case.
    #[must_use]
    pub fn holds(&self, sent: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(sent) else {
            return false;
        };
        match listed(&mut Scanner::new(text, 0), 1) {
            Ok(Listed::Read(sent)) => self.is_what_becomes_of(&sent),
            _ => false,
        }
    }

    fn is_what_becomes_of(&self, sent: &Self) -> bool {
        let Key {
            indicator_type,
            ref value,
            action,
        } = sent.key;
        Key::kept_as(indicator_type, value, action).contains(&self.key)
            && self.alerts_as(sent)
            && is_set_so(sent.title.as_ref(), self.title.as_ref())
            && is_set_so(sent.description.as_ref(), self.description.as_ref())
            && is_set_so(
                sent.recommended_actions.as_ref(),
                self.recommended_actions.as_ref(),
            )
            && is_set_so(sent.educate_url.as_ref(), self.educate_url.as_ref())
            && is_set_so(sent.external_id.as_ref(), self.external_id.as_ref())
            && is_set_so(sent.severity.as_ref(), self.severity.as_ref())
            && self.expires != Expires::Unclear
            && self.expires == sent.expires
            && self.rbac_group_names.is_some()
            && self.rbac_group_names == sent.rbac_group_names
            && self.has_techniques(&sent.mitre_techniques)
    }

    /// A legacy action that the service has replaced always alerts.
    fn alerts_as(&self, sent: &Self) -> bool {
        if self.key.action == sent.key.action {
            is_set_so(sent.generate_alert.as_ref(), self.generate_alert.as_ref())
        } else {
            self.generate_alert == Some(true)
        }
    }

    fn has_techniques(&self, sent: &Set) -> bool {
        match sent {
            Some(none) if none.is_empty() => true,
            sent => sent.is_some() && *sent == self.mitre_techniques,
        }
    }
}

/// Whether a field that was sent is stored so; one that was not sent may be anything.
fn is_set_so<T: PartialEq>(sent: Option<&T>, stored: Option<&T>) -> bool {
    sent.is_none() || sent == stored
}

/// Reads the object that is next, which stands at `level`, and goes behind it.
pub(super) fn listed(scanner: &mut Scanner<'_>, level: u32) -> Result<Listed, Broken> {
    if scanner.peek() != Some(b'{') {
        scanner.value(level)?;
        return Ok(Listed::Unread);
    }
    let text = scanner.text();
    let mut found = Found::default();
    scanner.members(level, |scanner, name| {
        let value = scanner.value(level + 1)?;
        found.take(&Said::of(text, name).text, text, value);
        Ok(())
    })?;
    Ok(found.into_listed())
}

/// An object's fields, as far as they were read.
#[derive(Default)]
struct Found<'t> {
    id: Option<Cow<'t, str>>,
    value: Option<Cow<'t, str>>,
    kind: Option<Cow<'t, str>>,
    action: Option<Cow<'t, str>>,
    title: Option<Cow<'t, str>>,
    description: Option<Cow<'t, str>>,
    recommended_actions: Option<Cow<'t, str>>,
    educate_url: Option<Cow<'t, str>>,
    external_id: Option<Cow<'t, str>>,
    severity: Option<Severity>,
    generate_alert: Option<bool>,
    expires: Expires,
    rbac_group_names: Option<Set>,
    mitre_techniques: Option<Set>,
}

impl<'t> Found<'t> {
    fn take(&mut self, name: &str, text: &'t str, value: Value) {
        let plain = || plain(text, value);
        match name {
            "id" => self.id = plain(),
            "indicatorValue" => self.value = said(text, value),
            "indicatorType" => self.kind = said(text, value),
            "action" => self.action = said(text, value),
            "title" => self.title = plain(),
            "description" => self.description = plain(),
            "recommendedActions" => self.recommended_actions = plain(),
            "educateUrl" => self.educate_url = plain(),
            "externalId" => self.external_id = plain(),
            "severity" => self.severity = plain().and_then(|text| Severity::read(&text)),
            "generateAlert" => self.generate_alert = plain().and_then(|text| truth(&text)),
            "expirationTime" => self.expires = expires(text, value),
            "rbacGroupNames" => self.rbac_group_names = Some(set(text, value)),
            "mitreTechniques" => self.mitre_techniques = Some(set(text, value)),
            _ => {}
        }
    }

    fn into_listed(self) -> Listed {
        let (Some(kind), Some(value), Some(action)) = (&self.kind, &self.value, &self.action)
        else {
            return Listed::Unread;
        };
        // What stands for bytes that are no UTF-8 hides what the value is.
        if value.trim().is_empty() || value.contains(char::REPLACEMENT_CHARACTER) {
            return Listed::Unread;
        }
        let (Some(kind), Some(action)) = (IndicatorType::read(kind), Action::read(action)) else {
            return Listed::Foreign;
        };
        let key = Key::new(kind, value, action);
        Listed::Read(Box::new(self.into_entity(key)))
    }

    fn into_entity(self, key: Key) -> Entity {
        let kept = |text: Option<Cow<'t, str>>| text.map(|text| text.as_ref().into());
        let none = || Some(Box::default());
        Entity {
            id: kept(self.id),
            key,
            title: kept(self.title),
            description: kept(self.description),
            recommended_actions: kept(self.recommended_actions),
            educate_url: kept(self.educate_url),
            external_id: kept(self.external_id),
            severity: self.severity,
            generate_alert: self.generate_alert,
            expires: self.expires,
            rbac_group_names: self.rbac_group_names.unwrap_or_else(none),
            mitre_techniques: self.mitre_techniques.unwrap_or_else(none),
        }
    }
}

/// What a string says.
fn said(text: &str, value: Value) -> Option<Cow<'_, str>> {
    matches!(value.kind, Kind::Text { .. }).then(|| Said::of(text, value).text)
}

/// A string, or a number, `true` or `false` as it is written.
fn plain(text: &str, value: Value) -> Option<Cow<'_, str>> {
    match value.kind {
        Kind::Number | Kind::Bool => text.get(value.start..value.end).map(Cow::Borrowed),
        _ => said(text, value),
    }
}

/// `true` and `True`: both were seen.
fn truth(text: &str) -> Option<bool> {
    let read = [("true", true), ("false", false)];
    let found = read
        .iter()
        .find(|(word, _)| word.eq_ignore_ascii_case(text));
    found.map(|(_, truth)| *truth)
}

fn expires(text: &str, value: Value) -> Expires {
    match (value.kind, said(text, value)) {
        (Kind::Null, _) => Expires::Never,
        (_, Some(said)) => moment(&said).map_or(Expires::Unclear, Expires::At),
        _ => Expires::Unclear,
    }
}

/// A list of texts, in order and each of them once. One text alone is a list of one.
fn set(text: &str, value: Value) -> Set {
    let mut texts: Vec<Box<str>> = Vec::new();
    match value.kind {
        Kind::Null => {}
        Kind::Text { .. } => texts.extend(said(text, value).map(|text| text.as_ref().into())),
        Kind::Array => {
            let mut is_of_texts = true;
            let mut scanner = Scanner::new(text, value.start);
            let read = scanner.elements(1, |scanner| {
                let element = scanner.value(2)?;
                match said(text, element) {
                    Some(text) => texts.push(text.as_ref().into()),
                    None => is_of_texts = false,
                }
                Ok(())
            });
            read.ok().filter(|()| is_of_texts)?;
        }
        Kind::Number | Kind::Bool | Kind::Object => return None,
    }
    texts.retain(|text| !text.is_empty());
    let mut texts = sorted(texts);
    texts.dedup();
    Some(texts.into_boxed_slice())
}
