//! One indicator of the tenant, and whether it holds what was sent.

use std::borrow::Cow;

use crate::{
    change::Fields,
    check::moment,
    clock::WallTime,
    indicator::{Action, IndicatorType, Severity},
    source::{
        Span,
        json::{Broken, Scanner, Value, said},
    },
};

use super::{
    Expires, Key,
    submitted::{Set, differing, set},
};

/// A field of an indicator that is text; the API's own names (Indicator resource type, 2021-08, and
/// recorded answers of 2022 and 2023).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the API's own fields")]
pub enum Text {
    Id,
    IndicatorValue,
    Title,
    Description,
    RecommendedActions,
    EducateUrl,
    ExternalId,
    Application,
    CreatedBy,
    CreatedByDisplayName,
    CreatedBySource,
    CreationTimeDateTimeUtc,
    LastUpdateTime,
    LastUpdatedBy,
}

/// The fields that are kept as places in the text: the texts, then the two lists.
const TEXTS: usize = Text::LastUpdatedBy as usize + 1;
const GROUPS: usize = TEXTS;
const TECHNIQUES: usize = TEXTS + 1;
const SPANS: usize = TEXTS + 2;

/// An indicator as the tenant keeps it, in the text in which it was listed.
///
/// What an import may set and change is compared by [`Entity::holds`].
#[derive(Clone, Copy, Debug)]
pub struct Entity<'s> {
    text: &'s str,
    held: &'s Held,
    place: u32,
}

/// An indicator of a text: what it is found by, and where its fields stand. Nothing is copied but the
/// key, since a list is 15,000 objects of a kilobyte each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) key: Key,
    /// The page that listed it.
    pub(super) page: u32,
    object: Span,
    /// Where each field's value stands; of no length where the object has none.
    spans: [Span; SPANS],
    severity: Option<Severity>,
    generate_alert: Option<bool>,
    expires: Expires,
}

/// What an object of the list is to an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    Read(Held),
    /// Of a type or with an action that no import of ours has, such as `WebCategory`.
    Foreign,
    /// It does not say what it is.
    Unread,
}

impl<'s> Entity<'s> {
    pub(super) const fn new(text: &'s str, held: &'s Held, place: u32) -> Self {
        Self { text, held, place }
    }

    /// Its place in the list, from 0.
    #[must_use]
    pub const fn place(self) -> u32 {
        self.place
    }

    /// What makes it this indicator.
    #[must_use]
    pub const fn key(self) -> &'s Key {
        &self.held.key
    }

    /// The whole object as the tenant listed it, in JSON.
    #[must_use]
    pub fn object(self) -> &'s str {
        self.held.object.in_text(self.text)
    }

    /// A field's text. A number, `true` or `false` is given as it is written: an id was seen as
    /// either. `None` where the field is missing, `null` or something else.
    #[must_use]
    pub fn text(self, field: Text) -> Option<Cow<'s, str>> {
        plain(self.raw(field as usize))
    }

    /// The id, where it has one.
    #[must_use]
    pub fn id(self) -> Option<Cow<'s, str>> {
        self.text(Text::Id).filter(|id| !id.is_empty())
    }

    /// The severity, where it is one of the API's.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        self.held.severity
    }

    /// Whether a match raises an alert, where it says so.
    #[must_use]
    pub const fn generate_alert(self) -> Option<bool> {
        self.held.generate_alert
    }

    /// When it expires.
    #[must_use]
    pub const fn expires(self) -> Expires {
        self.held.expires
    }

    /// When it was made, where that can be read.
    #[must_use]
    pub fn created(self) -> Option<WallTime> {
        self.moment(Text::CreationTimeDateTimeUtc)
    }

    /// When it was last changed, where that can be read.
    #[must_use]
    pub fn updated(self) -> Option<WallTime> {
        self.moment(Text::LastUpdateTime)
    }

    fn moment(self, field: Text) -> Option<WallTime> {
        self.text(field).and_then(|said| moment(&said))
    }

    /// The names of its device groups in order, each once; none means all devices. `None` where they
    /// cannot be read.
    #[must_use]
    pub fn rbac_group_names(self) -> Option<Vec<Cow<'s, str>>> {
        listed_set(self.raw(GROUPS))
    }

    /// The same as it is written; empty where there is nothing.
    pub(crate) fn groups_written(self) -> &'s str {
        self.raw(GROUPS)
    }

    /// Its techniques, likewise.
    #[must_use]
    pub fn mitre_techniques(self) -> Option<Vec<Cow<'s, str>>> {
        listed_set(self.raw(TECHNIQUES))
    }

    /// A field's value as it is written; empty where there is none.
    fn raw(self, field: usize) -> &'s str {
        self.held.spans[field].in_text(self.text)
    }

    /// Whether this is what the service makes of an object that was sent (`sent`: the object as JSON,
    /// as [`crate::plan::Plan::object`] has it).
    ///
    /// It has the key that the service gives the object, and every field that the object sets is stored
    /// so. What the object leaves to the service, such as the severity, may be anything, but for its
    /// expiration and its device groups: to set none is to ask for none.
    #[must_use]
    pub fn holds(self, sent: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(sent) else {
            return false;
        };
        let is_that = |sent: Entity<'_>| {
            let key = sent.key();
            Key::kept_as(key.indicator_type, &key.value, key.action).contains(self.key())
                && differing(&sent, self) == Fields::NONE
        };
        with_entity(text, is_that).unwrap_or(false)
    }
}

/// Reads an object by itself; `None` where it is no indicator of ours.
pub(crate) fn with_entity<T>(object: &str, then: impl FnOnce(Entity<'_>) -> T) -> Option<T> {
    match listed(&mut Scanner::new(object, 0), 1) {
        Ok((Listed::Read(held), _)) => Some(then(Entity::new(object, &held, 0))),
        _ => None,
    }
}

/// Reads the object that is next, which stands at `level`, and goes behind it; where it stands comes
/// with it.
pub(super) fn listed(scanner: &mut Scanner<'_>, level: u32) -> Result<(Listed, Span), Broken> {
    let next = scanner.peek();
    let start = scanner.at;
    if next != Some(b'{') {
        let value = scanner.value(level)?;
        return Ok((Listed::Unread, Span::of(value.start, value.end)));
    }
    let text = scanner.text();
    let mut found = Found::default();
    scanner.members(level, |scanner, name| {
        let value = scanner.value(level + 1)?;
        found.take(&plain(name.written(text)).unwrap_or_default(), text, value);
        Ok(())
    })?;
    let object = Span::of(start, scanner.at);
    Ok((found.into_listed(text, object), object))
}

/// An object's fields, as far as they were read.
#[derive(Default)]
struct Found<'t> {
    kind: Option<Cow<'t, str>>,
    action: Option<Cow<'t, str>>,
    spans: [Span; SPANS],
    severity: Option<Severity>,
    generate_alert: Option<bool>,
    expires: Expires,
}

impl<'t> Found<'t> {
    fn take(&mut self, name: &str, text: &'t str, value: Value) {
        let raw = value.written(text);
        match name {
            "indicatorType" => self.kind = said(raw),
            "action" => self.action = said(raw),
            "severity" => self.severity = plain(raw).and_then(|text| Severity::read(&text)),
            "generateAlert" => self.generate_alert = plain(raw).and_then(|text| truth(&text)),
            "expirationTime" => self.expires = expires(raw),
            name => {
                if let Some(place) = place(name) {
                    self.spans[place] = Span::of(value.start, value.end);
                }
            }
        }
    }

    fn into_listed(self, text: &'t str, object: Span) -> Listed {
        let value = said(self.spans[Text::IndicatorValue as usize].in_text(text));
        let (Some(kind), Some(value), Some(action)) = (&self.kind, value, &self.action) else {
            return Listed::Unread;
        };
        // What stands for bytes that are no UTF-8 hides what the value is.
        if value.trim().is_empty() || value.contains(char::REPLACEMENT_CHARACTER) {
            return Listed::Unread;
        }
        let (Some(kind), Some(action)) = (IndicatorType::read(kind), Action::read(action)) else {
            return Listed::Foreign;
        };
        Listed::Read(Held {
            key: Key::new(kind, &value, action),
            page: 0,
            object,
            spans: self.spans,
            severity: self.severity,
            generate_alert: self.generate_alert,
            expires: self.expires,
        })
    }
}

/// Where the place of a field's value is kept.
fn place(name: &str) -> Option<usize> {
    let text = match name {
        "id" => Text::Id,
        "indicatorValue" => Text::IndicatorValue,
        "title" => Text::Title,
        "description" => Text::Description,
        "recommendedActions" => Text::RecommendedActions,
        "educateUrl" => Text::EducateUrl,
        "externalId" => Text::ExternalId,
        "application" => Text::Application,
        "createdBy" => Text::CreatedBy,
        "createdByDisplayName" => Text::CreatedByDisplayName,
        "createdBySource" => Text::CreatedBySource,
        "creationTimeDateTimeUtc" => Text::CreationTimeDateTimeUtc,
        "lastUpdateTime" => Text::LastUpdateTime,
        "lastUpdatedBy" => Text::LastUpdatedBy,
        "rbacGroupNames" => return Some(GROUPS),
        "mitreTechniques" => return Some(TECHNIQUES),
        _ => return None,
    };
    Some(text as usize)
}

/// A string, or a number, `true` or `false` as it is written.
pub(super) fn plain(raw: &str) -> Option<Cow<'_, str>> {
    match raw.as_bytes().first()? {
        b'-' | b'0'..=b'9' | b't' | b'f' => Some(Cow::Borrowed(raw)),
        _ => said(raw),
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

fn expires(raw: &str) -> Expires {
    match said(raw) {
        Some(said) => moment(&said).map_or(Expires::Unclear, Expires::At),
        None if raw == "null" => Expires::Never,
        None => Expires::Unclear,
    }
}

/// A list of texts or numbers, in order and each of them once. One text alone is a list of one.
pub(super) fn listed_set(raw: &str) -> Set<'_> {
    let mut texts = Vec::new();
    match raw.as_bytes().first() {
        None | Some(b'n') => {}
        Some(b'"') => texts.extend(said(raw)),
        Some(b'[') => {
            let mut is_of_texts = true;
            let mut scanner = Scanner::new(raw, 0);
            let read = scanner.elements(1, |scanner| {
                let element = scanner.value(2)?;
                match plain(element.written(raw)) {
                    Some(text) => texts.push(text),
                    None => is_of_texts = false,
                }
                Ok(())
            });
            read.ok().filter(|()| is_of_texts)?;
        }
        Some(_) => return None,
    }
    Some(set(texts))
}
