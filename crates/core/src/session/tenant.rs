//! What the page asks and is told about the tenant as it is.
//!
//! The list is read once and kept for as long as the page lives, with the moment of its reading. The
//! page never holds it: it asks for a window of it, as it does of what was read.

use serde::{Deserialize, Serialize};

use crate::{
    clock::WallTime,
    indicator::{Action, IndicatorType, Severity},
};

use super::{Beside, Closed, Wins};

/// What is known of the tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TenantState {
    /// Nobody has asked, or what was known is no longer good.
    #[default]
    Unknown,
    /// The list is being read.
    Listing {
        /// Indicators so far.
        listed: u32,
    },
    /// It was read.
    Known(Box<TenantSums>),
    /// It could not be read; a run can do without.
    Failed {
        /// Why.
        reason: Closed,
    },
}

/// The tenant in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TenantSums {
    /// When it was read.
    pub at: WallTime,
    /// As whom, by the name at sign-in. What this account may not see is not among it, and nothing
    /// says how much that is.
    pub account: String,
    /// Whether a run has changed the tenant since: it is to be read again.
    pub is_stale: bool,
    /// Indicators in all: so many of [`TenantSums::most`] are used.
    pub held: u32,
    /// Whether the list could not be read whole: it holds at least these.
    pub is_part: bool,
    /// The most that a tenant may hold.
    pub most: u32,
    /// Of them those of a type or with an action that this page does not know, such as `WebCategory`.
    pub foreign: u32,
    /// What could not be read: the tenant may hold more than is shown.
    pub unread: u32,
    /// Those that expire within a day or have expired, and are listed still: so much room becomes
    /// free.
    pub freed: u32,
    /// Those that expire within a week, and have not yet.
    pub expiring: u32,
    /// Those that have expired, and are listed still.
    pub expired: u32,
    /// Values that are there with several actions.
    pub conflicts: u32,
    /// Files that are there under several kinds of hash, as far as that can be told.
    pub same_files: u32,
    /// Those that the one who is signed in made.
    pub mine: u32,
    /// Indicators by type, the most first.
    pub by_type: Vec<(IndicatorType, u32)>,
    /// Indicators by action, the most first.
    pub by_action: Vec<(Action, u32)>,
    /// The device groups that indicators are for, each with how many of them, the most first; at most
    /// 1,000. The tenant may have others: the list of indicators names those in use alone.
    pub groups: Vec<(String, u32)>,
}

/// Which indicators of the tenant, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TenantFilter {
    /// Of this type.
    pub indicator_type: Option<IndicatorType>,
    /// With this action.
    pub action: Option<Action>,
    /// Of this severity.
    pub severity: Option<Severity>,
    /// What they have in common.
    pub only: Option<TenantOnly>,
    /// Whose value, title, description or author holds this text, in any case.
    pub text: String,
    /// The order; as the service lists them where absent.
    pub sort: Option<TenantSort>,
    /// The other way round.
    pub descending: bool,
}

/// What indicators of the tenant may have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TenantOnly {
    /// They expire within a week.
    Expiring,
    /// They have expired, and the service lists them still.
    Expired,
    /// The same value is there with another action.
    Conflict,
    /// The same file is there under another kind of hash.
    ///
    /// No list says of which file a hash is. Hashes of different kinds are taken to be of one file
    /// where they have the same title and the same description, and no other hash in the tenant has
    /// these two: a title that stands for several files tells nothing. So a file may be missed, and
    /// two files of different kinds of hash that were given one title are taken for one.
    SameFile,
    /// The one who is signed in made them.
    Mine,
}

/// By what indicators of the tenant are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are the API's own fields")]
pub enum TenantSort {
    Value,
    Type,
    Action,
    Severity,
    Title,
    Expires,
    Created,
    Updated,
    CreatedBy,
}

/// Some indicators of the tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TenantWindow {
    /// The first one's place within the filter.
    pub start: u32,
    /// How many pass the filter.
    pub total: u32,
    /// Of all that pass the filter, those that have an id: so many can be deleted.
    pub deletable: u32,
    /// The indicators.
    pub rows: Vec<TenantRow>,
}

/// One indicator of the tenant, as a table shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TenantRow {
    /// Its place in the list, from 0.
    pub place: u32,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// The type, in the API's spelling.
    pub indicator_type: IndicatorType,
    /// The value; clipped at 1,000 characters.
    pub value: String,
    /// The action.
    pub action: Action,
    /// The severity.
    pub severity: Option<Severity>,
    /// The title.
    pub title: String,
    /// When it expires.
    pub expires: Option<WallTime>,
    /// When it was made.
    pub created: Option<WallTime>,
    /// When it was last changed.
    pub updated: Option<WallTime>,
    /// Who made it: the name that the service shows, or else the user's or the application's id.
    pub created_by: String,
    /// The device groups; empty means all devices.
    pub rbac_group_names: Vec<String>,
    /// The same value is there with these other actions.
    pub beside: Vec<Action>,
}

/// One indicator of the tenant in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TenantDetail {
    /// As a table shows it.
    pub row: TenantRow,
    /// The API's name of each field and what it says, in the order in which they were listed. What is
    /// `null` or empty is left out; what is no text, number or list of texts is given as JSON. Clipped
    /// at 1,000 characters each.
    pub fields: Vec<(String, String)>,
    /// What the tenant holds of the same value with other actions.
    pub beside: Vec<Beside>,
    /// The other hashes of what is taken to be the same file; see [`TenantOnly::SameFile`].
    pub same_file: Vec<SameFile>,
}

/// A hash of what is taken to be the same file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SameFile {
    /// The kind of hash.
    pub indicator_type: IndicatorType,
    /// The hash.
    pub value: String,
    /// Its action.
    pub action: Action,
    /// Which of the two a device obeys; [`Wins::Row`] is the indicator that was asked about.
    pub wins: Wins,
}

/// Which indicators of the tenant are meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Selected {
    /// These places in the list.
    Places {
        /// The places, from 0.
        places: Vec<u32>,
    },
    /// All that pass a filter.
    Passing {
        /// The filter.
        filter: TenantFilter,
        /// But not these places in the list.
        #[serde(default)]
        except: Vec<u32>,
    },
}
