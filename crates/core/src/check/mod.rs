//! The rules: one record's fields in, one checked row out.
//!
//! [`row`] knows the API's rules (Microsoft's pages of the Indicator resource and its
//! actions) and nothing about files, other rows
//! or the network. What it changes it lists; what it refuses it explains.

mod action;
mod alone;
mod defaults;
mod expiration;
mod kind;
mod masked;
mod notes;
mod seen;
mod text;
mod vocabulary;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub(crate) use alone::alone;
pub use defaults::{Defaults, GroupDefaults};
pub(crate) use expiration::moment_of as moment;
pub use masked::Mask;
pub(crate) use notes::Notes;
pub(crate) use vocabulary::{Said, said};

use crate::{
    change::{Change, ChangeKind, ChangeKinds, Field, Fields},
    clock::WallTime,
    diagnostic::{Diagnostic, Finding},
    indicator::{Action, Indicator, IndicatorType},
    mapping::written_list,
    source::Mention,
};

/// One record's fields as the source gives them; `None` where the source has no such field or
/// leaves it blank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft<'a> {
    /// How a running text speaks of the value; `None` in any other source.
    pub mention: Option<Mention>,
    /// `indicatorType`
    pub indicator_type: Option<Cow<'a, str>>,
    /// `indicatorValue`
    pub value: Option<Cow<'a, str>>,
    /// `action`
    pub action: Option<Cow<'a, str>>,
    /// `title`
    pub title: Option<Cow<'a, str>>,
    /// `description`
    pub description: Option<Cow<'a, str>>,
    /// `severity`
    pub severity: Option<Cow<'a, str>>,
    /// `expirationTime`
    pub expiration: Option<Cow<'a, str>>,
    /// `generateAlert`: `true` or `false` in any case
    pub generate_alert: Option<Cow<'a, str>>,
    /// `recommendedActions`
    pub recommended_actions: Option<Cow<'a, str>>,
    /// `rbacGroupNames`, already split at the commas of a CSV cell or taken from a JSON array
    pub rbac_group_names: Vec<Cow<'a, str>>,
    /// `mitreTechniques`, likewise
    pub mitre_techniques: Vec<Cow<'a, str>>,
    /// `category`: kept for portal CSVs, not sent
    pub category: Option<Cow<'a, str>>,
    /// `application`
    pub application: Option<Cow<'a, str>>,
    /// `educateUrl`
    pub educate_url: Option<Cow<'a, str>>,
    /// `externalId`
    pub external_id: Option<Cow<'a, str>>,
    /// The fields that the source has a column or key for. Where it has one, a blank is an
    /// oversight and is refused; where it has none, the defaults are taken. A source without
    /// `indicatorType` is untyped: what is no indicator there is ignored, not refused.
    pub fields: Fields,
}

/// What to do with an address range, which the import API does not take (import page, 2021-01).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Cidr {
    /// Refuse it.
    #[default]
    Refuse,
    /// Write it as single addresses where there are at most `cap`.
    Expand {
        /// The most addresses that one range may become.
        cap: u32,
    },
    /// Send it by the single API, where the 2020 page documents it.
    SingleApi,
}

/// Which of several hashes of one file to send. Each counts against what a tenant holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Hashes {
    /// All of them.
    #[default]
    All,
    /// SHA-256 before SHA-1 before MD5, and no other.
    Strongest,
}

/// The user's decisions that hold for all rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Policy {
    /// Ranges.
    pub cidr: Cidr,
    /// Send `Alert` and `AlertAndBlock` as written instead of what the service makes of them.
    pub legacy_as_written: bool,
    /// Send private, loopback and link-local addresses.
    pub internal_addresses: bool,
    /// Hashes of one file.
    pub hashes: Hashes,
    /// Kinds of changes that are not made: a value is judged as written, and sent so where the API
    /// takes it. Kinds of which [`ChangeKind::can_be_kept`] says otherwise are made all the same.
    #[serde(default)]
    pub kept: ChangeKinds,
}

/// The state in which every record ends before a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Would be sent.
    Ready,
    /// The same indicator as an earlier row.
    Duplicate,
    /// The same value as an earlier row with another action: held back until the user chooses.
    Conflict,
    /// Breaks a rule.
    Refused,
    /// No indicator: a comment, an empty line, an e-mail address.
    Ignored,
}

/// A record after checking.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// What would be sent; `None` where the row is refused or ignored.
    pub indicator: Option<Indicator<'a>>,
    /// The type and value it was recognised as, also where it is refused.
    pub recognised: Option<(IndicatorType, Cow<'a, str>)>,
    /// Every change of what was given, in the order in which it was made.
    pub changes: Vec<Change>,
    /// The fields that the source lacks and the defaults filled. [`Row::listed_changes`] lists them
    /// with the others; they are kept apart because a list has them in every row.
    pub defaulted: Fields,
    /// The fields that the source has a column or key for, as far as it was read: one that is not
    /// among them is left open by the source, one that is and has no value was left blank.
    pub given: Fields,
    /// Everything found; the first error decides the row's code.
    pub diagnostics: Vec<Diagnostic>,
    /// `Ready`, `Refused` or `Ignored`: a row knows nothing of its neighbours.
    pub verdict: Verdict,
}

/// The day and moment against which expirations are judged.
pub type Today = WallTime;

/// Checks one record, which stands at `line`, against every rule.
///
/// What is given in the draft wins; `defaults` fill the fields that its source lacks. To apply a
/// user's edit, set the draft's field and add [`Change::edited`] to the row's changes. All that is
/// wrong is listed, the type and value first, then the fields in the order of the API's page.
pub fn row<'a>(
    draft: Draft<'a>,
    defaults: &'a Defaults,
    policy: &Policy,
    today: Today,
    line: u32,
) -> Row<'a> {
    let given = draft.fields;
    let mut notes = Notes::at(line, policy.kept);
    let mut defaulted = Fields::NONE;
    let value = kind::read(
        draft.indicator_type.as_deref(),
        draft.value,
        draft.fields,
        draft.mention.is_some(),
        policy,
        &mut notes,
        &mut defaulted,
    );
    let recognised = match value {
        kind::Value::Read(recognised) => recognised,
        kind::Value::Other => return ignored(notes),
    };
    if recognised.is_none() {
        notes.forget_value();
    }
    let kind = recognised.as_ref().map(|(kind, _)| *kind);
    match draft.mention {
        Some(Mention::Reference) => return kind::reference(kind, notes),
        Some(Mention::Unclear(doubt)) => kind::ask(recognised.as_ref(), doubt, &mut notes),
        Some(Mention::Indicator) | None => {}
    }
    let mut filled = Filled {
        fields: draft.fields,
        defaulted: &mut defaulted,
        notes: &mut notes,
    };
    let (action, generate_alert) = action::read(
        draft.action.as_deref(),
        draft.generate_alert.as_deref(),
        kind,
        defaults,
        policy,
        &mut filled,
    );
    let title = text::title(draft.title, defaults, &mut filled);
    let description = text::description(draft.description, defaults, &mut filled);
    let severity = action::severity(draft.severity.as_deref(), kind, defaults, &mut filled);
    let expiration = draft.expiration.as_deref();
    let expiration = expiration::read(expiration, kind, defaults, today, &mut filled);
    let groups = text::groups(draft.rbac_group_names, defaults, &mut filled);
    let optional = |text, field, notes: &mut Notes| text::optional(text, field, notes);
    let recommended_actions = optional(
        draft.recommended_actions,
        Field::RecommendedActions,
        &mut notes,
    );
    let application = optional(draft.application, Field::Application, &mut notes);
    let educate_url = optional(draft.educate_url, Field::EducateUrl, &mut notes);
    let external_id = optional(draft.external_id, Field::ExternalId, &mut notes);
    let rbac_group_names = text::names(groups, Field::RbacGroupNames, &mut notes);
    let mitre_techniques = text::names(draft.mitre_techniques, Field::MitreTechniques, &mut notes);
    text::leave_out(draft.category.as_deref(), &mut notes);
    if let (Some(_), Some(action), Some(kind)) = (&educate_url, action, kind)
        && !(kind == IndicatorType::Url && matches!(action, Action::Block | Action::Warn))
    {
        notes.find(Field::EducateUrl, Finding::EducateUrlUnused);
    }
    let indicator = match (&recognised, action) {
        (Some((indicator_type, value)), Some(action)) if !notes.refused() => Some(Indicator {
            indicator_type: *indicator_type,
            value: value.clone(),
            action,
            title,
            description,
            severity,
            expiration,
            generate_alert,
            recommended_actions,
            rbac_group_names,
            application,
            educate_url,
            mitre_techniques,
            external_id,
        }),
        _ => None,
    };
    Row {
        verdict: if indicator.is_some() {
            Verdict::Ready
        } else {
            Verdict::Refused
        },
        indicator,
        recognised,
        changes: notes.changes,
        defaulted,
        given,
        diagnostics: notes.diagnostics,
    }
}

fn ignored<'a>(notes: Notes) -> Row<'a> {
    Row {
        indicator: None,
        recognised: None,
        changes: Vec::new(),
        defaulted: Fields::NONE,
        given: Fields::NONE,
        diagnostics: notes.diagnostics,
        verdict: Verdict::Ignored,
    }
}

/// Fills the fields that a draft's source lacks with what [`row`] takes for them, where the value is
/// of this type.
pub(crate) fn fill<'a>(
    draft: &mut Draft<'a>,
    kind: Option<IndicatorType>,
    defaults: &'a Defaults,
    today: Today,
) {
    let fields = draft.fields;
    let fill = |slot: &mut Option<Cow<'a, str>>, field, text: Option<Cow<'a, str>>| {
        if slot.is_none() && !fields.has(field) {
            *slot = text.filter(|text| !text.trim().is_empty());
        }
    };
    let (title, description) = (&*defaults.title, &*defaults.description);
    fill(&mut draft.title, Field::Title, Some(title.into()));
    fill(
        &mut draft.description,
        Field::Description,
        Some(description.into()),
    );
    let action = defaults.action_of(kind).as_str().into();
    fill(&mut draft.action, Field::Action, Some(action));
    let severity = defaults.severity_of(kind);
    let severity = severity.map(|level| level.as_str().into());
    fill(&mut draft.severity, Field::Severity, severity);
    let expiration = expiration::by_default(defaults, kind, today);
    let expiration = expiration.map(|time| expiration::written(time).into());
    fill(&mut draft.expiration, Field::ExpirationTime, expiration);
    // `Audit` and `Allowed` say themselves whether there is an alert.
    let action = draft.action.as_deref();
    let action = action.and_then(|text| Action::read(text.trim()));
    let says = matches!(action, Some(Action::Audit | Action::Allowed));
    let alert = defaults.generate_alert.filter(|_| !says);
    let alert = alert.map(|alert| word(alert).into());
    fill(&mut draft.generate_alert, Field::GenerateAlert, alert);
    if draft.rbac_group_names.is_empty() && !fields.has(Field::RbacGroupNames) {
        let groups = defaults.rbac_group_names.iter();
        draft.rbac_group_names = groups.map(|name| Cow::Borrowed(&**name)).collect();
    }
}

/// A yes or no as the API has it.
const fn word(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

/// Where a field's text comes from: the source where it has the field, else the defaults.
struct Filled<'n> {
    fields: Fields,
    defaulted: &'n mut Fields,
    notes: &'n mut Notes,
}

impl Filled<'_> {
    /// Whether the defaults fill `field`, which is blank; notes it.
    fn lacks(&mut self, field: Field) -> bool {
        let lacks = !self.fields.has(field);
        if lacks {
            *self.defaulted = self.defaulted.with(field);
        }
        lacks
    }
}

impl Row<'_> {
    /// Every change, with those that the defaults made.
    pub fn listed_changes(&self) -> impl Iterator<Item = Change> {
        let defaulted = self.defaulted.iter().filter_map(|field| {
            let kind = match field {
                Field::IndicatorType => ChangeKind::TypeDetected,
                // No default is needed for what the action brings with it.
                Field::GenerateAlert if self.alerts_by_action() => ChangeKind::AlertForced,
                _ => ChangeKind::Defaulted,
            };
            Some(Change::new(kind, field, "", self.text(field)?))
        });
        self.changes.iter().cloned().chain(defaulted)
    }

    /// Whether the action is one that the service alerts on, whatever the defaults say.
    fn alerts_by_action(&self) -> bool {
        let is_legacy = |change: &Change| change.kind == ChangeKind::LegacyAction;
        let action = self.indicator.as_ref().map(|indicator| indicator.action);
        action == Some(Action::Audit) || self.changes.iter().any(is_legacy)
    }

    /// What stands in one of the fields that defaults can fill.
    fn text(&self, field: Field) -> Option<Cow<'static, str>> {
        let indicator = self.indicator.as_ref()?;
        Some(match field {
            Field::IndicatorType => indicator.indicator_type.as_str().into(),
            Field::Action => indicator.action.as_str().into(),
            Field::Severity => indicator.severity?.as_str().into(),
            Field::Title => indicator.title.to_string().into(),
            Field::Description => indicator.description.to_string().into(),
            Field::GenerateAlert => word(indicator.generate_alert?).into(),
            Field::ExpirationTime => expiration::written(indicator.expiration?).into(),
            Field::RbacGroupNames => written_list(&indicator.rbac_group_names).into(),
            _ => return None,
        })
    }
}
