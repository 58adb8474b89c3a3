//! The rules: one record's fields in, one checked row out.
//!
//! [`row`] knows the API's rules (`defender-api.md` section 6) and nothing about files, other rows
//! or the network. What it changes it lists; what it refuses it explains.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    change::Change,
    clock::WallTime,
    diagnostic::Diagnostic,
    indicator::{Action, Indicator, IndicatorType, Severity},
};

/// One record's fields as the source gives them; `None` where the source has no such field or
/// leaves it blank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft<'a> {
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
    /// Whether the source has a column or key for the type, so that a blank one is an oversight.
    pub typed: bool,
}

/// What a source that lacks a field is given. A portal CSV that has the column and leaves the cell
/// blank is not given a default for title, description or action: the blank is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Defaults {
    /// `action` of a record from a source that has none.
    pub action: Action,
    /// `title`; the page proposes the file's name.
    pub title: String,
    /// `description`
    pub description: String,
    /// `severity`
    pub severity: Option<Severity>,
    /// `expirationTime`: days from today; `None` never expires.
    pub expires_in_days: Option<u16>,
}

/// What to do with an address range, which the import API does not take (section 0).
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
    /// Every change, in the order in which it was made.
    pub changes: Vec<Change>,
    /// Everything found; the first error decides the row's code.
    pub diagnostics: Vec<Diagnostic>,
    /// `Ready`, `Refused` or `Ignored`: a row knows nothing of its neighbours.
    pub verdict: Verdict,
}

/// The day and moment against which expirations are judged.
pub type Today = WallTime;
