//! The rules: one record's fields in, one checked row out.
//!
//! [`row`] knows the API's rules (Microsoft's pages of the Indicator resource and its
//! actions) and nothing about files, other rows
//! or the network. What it changes it lists; what it refuses it explains.

mod action;
mod alone;
mod defaults;
mod expiration;
mod filled;
mod kind;
mod masked;
mod notes;
mod seen;
pub(crate) mod template;
mod text;
mod vocabulary;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub(crate) use alone::{alone, begins_with_words};
pub use defaults::{Defaults, GroupDefaults};
pub(crate) use expiration::moment_of as moment;
pub(crate) use filled::{Known, fill};
pub use masked::Mask;
pub(crate) use notes::Notes;
pub use template::{Origin, check_template};
pub(crate) use vocabulary::{Said, said};

use self::{
    filled::{Filled, word},
    template::Facts,
};
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
    /// Of them those that the user wrote and the source lacks: they say nothing of what the source is.
    pub written: Fields,
    /// Where it stands: for the default texts that say so.
    pub origin: Origin<'a>,
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
    /// The fields of which it says by saying nothing that the tenant's indicator keeps them, where there
    /// is one, and which no default fills. None, unless its ledger knows it for an object of the API's own.
    pub open: Fields,
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
    let (given, source) = (draft.fields, of_source(&draft));
    let mut notes = Notes::at(line, policy.kept);
    let mut defaulted = Fields::NONE;
    let value = kind::read(
        draft.indicator_type.as_deref(),
        draft.value,
        source,
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
    let facts = Facts {
        origin: &draft.origin,
        line,
        value: recognised.as_ref().map_or("", |(_, value)| value),
        kind,
        action,
        severity: draft.severity.as_deref(),
        expiration: draft.expiration.as_deref(),
        fields: given,
        defaults,
        today,
    };
    let title = text::title(draft.title, &facts, defaults, &mut filled);
    let description = text::description(draft.description, &facts, defaults, &mut filled);
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
        open: Fields::NONE,
        diagnostics: notes.diagnostics,
    }
}

/// The fields by which a source says what it is: a type is one, whoever wrote it.
fn of_source(draft: &Draft<'_>) -> Fields {
    let written = draft.written.without(Field::IndicatorType);
    written.iter().fold(draft.fields, Fields::without)
}

fn ignored<'a>(notes: Notes) -> Row<'a> {
    Row {
        indicator: None,
        recognised: None,
        changes: Vec::new(),
        defaulted: Fields::NONE,
        given: Fields::NONE,
        open: Fields::NONE,
        diagnostics: notes.diagnostics,
        verdict: Verdict::Ignored,
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

    /// Has a field that the defaults filled be one that the user set; gives the change.
    pub(crate) fn take_default(&mut self, field: Field) -> Option<Change> {
        if !self.defaulted.has(field) {
            return None;
        }
        self.defaulted = self.defaulted.without(field);
        self.given = self.given.with(field);
        Some(Change::edited(field, "", &self.text(field)?))
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

    /// What is sent in a field; `None` where nothing is.
    pub(crate) fn sent(&self, field: Field) -> Option<Cow<'_, str>> {
        let indicator = self.indicator.as_ref()?;
        let text = |text: &Option<Cow<'_, str>>| Some(Cow::Owned(text.as_deref()?.to_owned()));
        match field {
            Field::IndicatorValue => Some(Cow::Borrowed(&*indicator.value)),
            Field::RecommendedActions => text(&indicator.recommended_actions),
            Field::MitreTechniques => Some(written_list(&indicator.mitre_techniques).into()),
            Field::Application => text(&indicator.application),
            Field::EducateUrl => text(&indicator.educate_url),
            Field::ExternalId => text(&indicator.external_id),
            _ => self.text(field),
        }
    }
}
