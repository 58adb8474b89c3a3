//! What was changed between the text as given and the indicator as sent.
//!
//! Every difference is listed, with what stood there before and where; nothing is changed silently.
//! [`undo`] goes back from a value to the text as given.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

use crate::source::small;

/// Why a value differs from what was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Blanks, no-break spaces or invisible marks at the ends taken off.
    Trimmed,
    /// A defanged form such as `hxxp` or `[.]` read as what it stands for.
    Refanged,
    /// Letters lower-cased where case does not count.
    Lowercased,
    /// A name in another script written as `xn--`.
    Punycode,
    /// `*.` taken off: a domain covers its subdomains.
    WildcardDropped,
    /// The dot at the end of a domain taken off.
    TrailingDotDropped,
    /// An IPv6 address written in eight groups of four digits (indicators overview, 2025-04).
    Ipv6Expanded,
    /// `::ffff:198.51.100.7` written as the IPv4 address that it stands for.
    Ipv4Unmapped,
    /// A prefix length that covers one address, such as `/32`, taken off.
    PrefixDropped,
    /// The fragment of a URL taken off; it is never sent to a server.
    FragmentDropped,
    /// `Alert` or `AlertAndBlock` replaced by what the service makes of them.
    LegacyAction,
    /// `generateAlert` set because `Audit` requires it.
    AlertForced,
    /// An API name in another case, such as `block`, in the API's spelling.
    Spelling,
    /// A type that was not given, seen from the value.
    TypeDetected,
    /// A date rewritten as RFC 3339 UTC.
    DateRewritten,
    /// A field the source lacks, taken from the defaults.
    Defaulted,
    /// A field the API does not take, left out.
    LeftOut,
    /// The apostrophe that guards a cell against spreadsheets taken off.
    Unguarded,
    /// A port after an address or a name taken off.
    PortDropped,
    /// Set by the user in this session.
    Edited,
    /// A text of a column read as what the user says that it means.
    Assigned,
}

impl ChangeKind {
    /// Every kind, in the order of declaration.
    pub const ALL: [Self; 21] = [
        Self::Trimmed,
        Self::Refanged,
        Self::Lowercased,
        Self::Punycode,
        Self::WildcardDropped,
        Self::TrailingDotDropped,
        Self::Ipv6Expanded,
        Self::Ipv4Unmapped,
        Self::PrefixDropped,
        Self::FragmentDropped,
        Self::LegacyAction,
        Self::AlertForced,
        Self::Spelling,
        Self::TypeDetected,
        Self::DateRewritten,
        Self::Defaulted,
        Self::LeftOut,
        Self::Unguarded,
        Self::PortDropped,
        Self::Edited,
        Self::Assigned,
    ];

    /// Whether the user may keep what was written instead ([`crate::check::Policy::kept`]).
    ///
    /// Not where the API has one form only (its spelling of names, its dates, IPv6 in eight groups,
    /// the alert that `Audit` requires, fields that it does not take), nor where nothing was written
    /// (a type that was seen, a default), nor what the user wrote or said.
    #[must_use]
    pub const fn can_be_kept(self) -> bool {
        match self {
            Self::Trimmed
            | Self::Refanged
            | Self::Lowercased
            | Self::Punycode
            | Self::WildcardDropped
            | Self::TrailingDotDropped
            | Self::PrefixDropped
            | Self::FragmentDropped
            | Self::LegacyAction
            | Self::Unguarded
            | Self::PortDropped => true,
            Self::Ipv6Expanded
            | Self::Ipv4Unmapped
            | Self::AlertForced
            | Self::Spelling
            | Self::TypeDetected
            | Self::DateRewritten
            | Self::Defaulted
            | Self::LeftOut
            | Self::Edited
            | Self::Assigned => false,
        }
    }
}

/// A set of kinds of changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChangeKinds(u32);

impl ChangeKinds {
    /// No kind.
    pub const NONE: Self = Self(0);

    /// The same set with `kind`.
    #[must_use]
    pub const fn with(self, kind: ChangeKind) -> Self {
        Self(self.0 | 1 << kind as u32)
    }

    /// The same set without `kind`.
    #[must_use]
    pub const fn without(self, kind: ChangeKind) -> Self {
        Self(self.0 & !(1 << kind as u32))
    }

    /// Whether `kind` is in it.
    #[must_use]
    pub const fn has(self, kind: ChangeKind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }
}

/// One change of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Why.
    pub kind: ChangeKind,
    /// Which field.
    pub field: Field,
    /// The text as given (of the part that changed, or the whole field).
    pub before: Cow<'static, str>,
    /// The text that stands there now.
    pub after: Cow<'static, str>,
    /// In how many places; `[.]` is often read as `.` more than once.
    pub times: u32,
    /// Where each part that changed begins, in bytes of the text that the change made, in order.
    /// Empty where the field as a whole changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<u32>,
}

impl Change {
    /// A change in one place.
    pub fn new(
        kind: ChangeKind,
        field: Field,
        before: impl Into<Cow<'static, str>>,
        after: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            kind,
            field,
            before: before.into(),
            after: after.into(),
            times: 1,
            at: Vec::new(),
        }
    }

    /// The same change of the part that begins at byte `start` of the text that it made.
    #[must_use]
    pub fn of_part(mut self, start: usize) -> Self {
        self.at = vec![small(start)];
        self
    }

    /// Counts the same change of one more part, behind those before it.
    pub(crate) fn again(&mut self, start: usize) {
        self.times += 1;
        self.at.push(small(start));
    }

    /// The text as it was before; `None` where `text` is not what the change made.
    fn undone(&self, text: &str) -> Option<String> {
        if self.at.is_empty() {
            return (text == self.after).then(|| self.before.to_string());
        }
        let mut undone = String::with_capacity(text.len() + self.at.len() * self.before.len());
        let mut from = 0;
        for &start in &self.at {
            undone.push_str(text.get(from..start as usize)?);
            undone.push_str(&self.before);
            let rest = text.get(start as usize..)?.strip_prefix(&*self.after)?;
            from = text.len() - rest.len();
        }
        undone.push_str(text.get(from..)?);
        Some(undone)
    }

    /// Notes that the user set `field` in this session.
    pub fn edited(field: Field, before: &str, after: &str) -> Self {
        Self::new(
            ChangeKind::Edited,
            field,
            before.to_owned(),
            after.to_owned(),
        )
    }
}

/// The value as it was given: the last change of it undone first. A change that did not make the
/// text it finds is passed over; none that a check has listed is.
#[must_use]
pub fn undo(value: &str, changes: &[Change]) -> String {
    let of_value = |change: &&Change| change.field == Field::IndicatorValue;
    let changes = changes.iter().rev().filter(of_value);
    changes.fold(value.to_owned(), |text, change| {
        change.undone(&text).unwrap_or(text)
    })
}

/// A field of an indicator; a column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// `indicatorType`
    IndicatorType,
    /// `indicatorValue`
    IndicatorValue,
    /// `expirationTime`
    ExpirationTime,
    /// `action`
    Action,
    /// `severity`
    Severity,
    /// `title`
    Title,
    /// `description`
    Description,
    /// `recommendedActions`
    RecommendedActions,
    /// `rbacGroupNames`
    RbacGroupNames,
    /// `category`: a name in the portal's CSV, a number in the API; not sent
    Category,
    /// `mitreTechniques`
    MitreTechniques,
    /// `generateAlert`
    GenerateAlert,
    /// `application`
    Application,
    /// `educateUrl`
    EducateUrl,
    /// `externalId`
    ExternalId,
}

impl Field {
    /// Every field, in the order of the portal's columns and then of the API's page.
    pub const ALL: [Self; 15] = [
        Self::IndicatorType,
        Self::IndicatorValue,
        Self::ExpirationTime,
        Self::Action,
        Self::Severity,
        Self::Title,
        Self::Description,
        Self::RecommendedActions,
        Self::RbacGroupNames,
        Self::Category,
        Self::MitreTechniques,
        Self::GenerateAlert,
        Self::Application,
        Self::EducateUrl,
        Self::ExternalId,
    ];

    /// The API's spelling.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::IndicatorType => "indicatorType",
            Self::IndicatorValue => "indicatorValue",
            Self::ExpirationTime => "expirationTime",
            Self::Action => "action",
            Self::Severity => "severity",
            Self::Title => "title",
            Self::Description => "description",
            Self::RecommendedActions => "recommendedActions",
            Self::RbacGroupNames => "rbacGroupNames",
            Self::Category => "category",
            Self::MitreTechniques => "mitreTechniques",
            Self::GenerateAlert => "generateAlert",
            Self::Application => "application",
            Self::EducateUrl => "educateUrl",
            Self::ExternalId => "externalId",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A set of fields, such as the columns that a file has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fields(u16);

impl Fields {
    /// No field.
    pub const NONE: Self = Self(0);
    /// Every field: an API body or a portal CSV, where an absent field is a blank one.
    pub const ALL: Self = Self((1 << Field::ALL.len()) - 1);

    /// The same set with `field`.
    #[must_use]
    pub const fn with(self, field: Field) -> Self {
        Self(self.0 | 1 << field as u16)
    }

    /// The same set without `field`.
    #[must_use]
    pub const fn without(self, field: Field) -> Self {
        Self(self.0 & !(1 << field as u16))
    }

    /// Whether `field` is in it.
    #[must_use]
    pub const fn has(self, field: Field) -> bool {
        self.0 & (1 << field as u16) != 0
    }

    /// The fields in it, in the order of [`Field::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |&field| self.has(field))
    }
}

impl FromIterator<Field> for Fields {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        fields.into_iter().fold(Self::NONE, Self::with)
    }
}
