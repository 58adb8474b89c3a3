//! What would happen to the ready rows, in the tenant as it is, and what the user decides about it.

use serde::{Deserialize, Serialize};

use crate::{change::Field, clock::WallTime, indicator::Action, journal::RunId};

/// What a run is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// To import what was read.
    #[default]
    Import,
    /// To take back what a run did.
    Undo {
        /// Which run.
        run: RunId,
        /// When that run began.
        started: WallTime,
    },
    /// To delete what was selected in the tenant.
    Delete,
}

/// What would happen to a row that is ready. Each such row has exactly one fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// The tenant gets a new indicator.
    Create,
    /// An indicator of the tenant gets other fields.
    Update,
    /// The tenant holds it with every field that the source gave.
    Unchanged,
    /// The tenant holds the value with another action, and not with this one.
    TenantConflict,
    /// The tenant has no room for it.
    OverQuota,
    /// An indicator of the tenant is deleted; only where a run is undone or a selection deleted.
    Delete,
    /// An indicator of the tenant gets the fields back that it had; only where a run is undone.
    Restore,
}

/// The ready rows by fate. With the tenant known the first five add up to the ready rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names are those of the fates")]
pub struct Fates {
    pub create: u32,
    pub update: u32,
    pub unchanged: u32,
    pub tenant_conflict: u32,
    pub over_quota: u32,
    pub delete: u32,
    pub restore: u32,
}

/// What a run would make of the tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Outlook {
    /// The rows by fate.
    pub fates: Fates,
    /// Of them those that would be sent, after what the user decided and what the guard holds back.
    pub sent: Fates,
    /// When the tenant was read.
    pub at: WallTime,
    /// Indicators that the tenant holds.
    pub used: u32,
    /// Whether its list could not be read whole: it holds at least these, and what seems to be created
    /// may be there.
    pub is_part: bool,
    /// The most that it may hold.
    pub most: u32,
    /// Of those held, so many expire within a day, or have expired and are listed still.
    pub freed: u32,
    /// Indicators that the run adds; one row may add several.
    pub added: u32,
    /// Indicators that the run deletes.
    pub deleted: u32,
    /// Of the rows over quota those that would need no room if they replaced what the tenant holds of
    /// their value with another action; only while such rows are added beside.
    pub replaceable: u32,
    /// Device groups that ready rows name or are given and no indicator of the tenant is for, each
    /// with how many rows, the most first; at most 100. They may exist: the service refuses the rows
    /// where they do not ([`crate::diagnostic::Finding::GroupNotSeen`]).
    pub unseen_groups: Vec<(String, u32)>,
}

/// How a tenant differs from the one that rows were compared with, as far as these are concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TenantChange {
    /// When the one was listed that they were compared with.
    pub since: WallTime,
    /// The rows by fate, as they were.
    pub before: Fates,
    /// The same as they are now.
    pub now: Fates,
    /// Rows of which something else would come: they have another fate, are held back or are no longer,
    /// or take the place of other indicators.
    pub otherwise: u32,
    /// Of the other rows those that would change an indicator that is not any more what it was.
    pub written: u32,
}

/// What the guard says of the rows that are ready, by list, the gravest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Guarded {
    /// The list's code, such as `guard-top-site`.
    pub list: String,
    /// Whether rows are held back until it is overridden.
    pub stops: bool,
    /// Rows caught.
    pub rows: u32,
    /// Of them those that the user sends all the same.
    pub overridden: u32,
    /// Which rows the list stops: see [`Override::set`].
    pub set: u32,
    /// The first one's value.
    pub example: String,
}

/// Where the guard's lists come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum GuardState {
    /// Nothing has needed them yet.
    #[default]
    Unloaded,
    /// They are being loaded.
    Loading,
    /// They are here.
    Loaded {
        /// The source with its version.
        source: String,
        /// The day they are of.
        date: String,
        /// Their licence.
        licence: String,
    },
    /// They could not be had: only the rules that need no list hold.
    Missing {
        /// Why.
        reason: String,
    },
}

/// The guard's word on one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Caught {
    /// The list's code.
    pub list: String,
    /// What in the list matched.
    pub entry: String,
    /// Whether the row is held back until it is overridden.
    pub stops: bool,
    /// Whether the user has overridden it.
    pub overridden: bool,
    /// Which rows the list stops: see [`Override::set`].
    pub set: u32,
}

/// A row beside what the tenant holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// The id of the indicator that would be updated or deleted.
    pub id: Option<String>,
    /// The fields that sending the row would change. Fields that this page has no name for, such as
    /// `notificationBody`, are restored and not shown.
    pub fields: Vec<FieldDifference>,
    /// What the tenant holds of the same value with other actions.
    pub beside: Vec<Beside>,
    /// Whether the tenant's list could not be read whole: what is not found in it may be there.
    pub is_part: bool,
}

/// A field that a row would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldDifference {
    /// Which.
    pub field: Field,
    /// What the tenant has; `None` where nothing.
    pub now: Option<String>,
    /// What it would have.
    pub then: Option<String>,
    /// Whether the source gave it; else it comes from the defaults and alone makes no update.
    pub given: bool,
}

/// An indicator of the tenant with the same value and another action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// Its id.
    pub id: Option<String>,
    /// Its action.
    pub action: Action,
    /// Its title.
    pub title: String,
    /// Who made it.
    pub created_by: String,
    /// Its device groups; empty means all devices.
    pub rbac_group_names: Vec<String>,
    /// Which of the two a device obeys.
    pub wins: Wins,
}

/// Which of two indicators of one value a device obeys, as far as that is documented (overview of
/// indicators, 2025-04).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wins {
    /// The row's.
    Row,
    /// The tenant's.
    Tenant,
    /// It is not documented.
    Unknown,
}

/// What the user decides about the rows as the tenant stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Choices {
    /// Whether rows that the tenant holds already are sent all the same. They cost calls and change
    /// nothing but the moment of the last update, and the fields that the source left to the defaults.
    pub send_unchanged: bool,
    /// What is done about values that the tenant holds with another action.
    pub conflicts: OnConflict,
    /// Which rows stay behind where there is no room for all.
    pub over_quota: OverQuota,
    /// What is sent although the guard stops it.
    pub overridden: Vec<Override>,
}

/// What is sent although a list of the guard stops it. It is given for the rows that were shown: as
/// soon as the list stops others, it holds no more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Override {
    /// The list's code.
    pub list: String,
    /// The only row meant; all that the list stops where `None`.
    pub row: Option<u32>,
    /// The number that the session gave to the rows that the list stopped. No other rows have it.
    pub set: u32,
}

/// What is done about a row whose value the tenant holds with another action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnConflict {
    /// It is added; both then hold.
    #[default]
    AddBeside,
    /// The tenant's are deleted first.
    Replace,
    /// It is not sent.
    LeaveOut,
}

/// Which rows stay behind where the tenant has no room for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverQuota {
    /// The last ones of what was read.
    #[default]
    Last,
    /// The first ones.
    First,
    /// Those of the lowest severity, of equals the last.
    LowestSeverity,
    /// Those that expire first, of equals the last.
    SoonestToExpire,
}
