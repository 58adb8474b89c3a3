//! What the module is given: options as plain objects, and functions.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tsify::Tsify;
use wasm_bindgen::prelude::wasm_bindgen;

use ioculate_core::{
    check::{Defaults as CoreDefaults, Policy as CorePolicy},
    config::{Cloud, Config},
    guard::Own,
    limits::Limits as CoreLimits,
    mapping,
    preset::Preset,
    session,
};

use crate::{
    fault::{ErrorCode, Fault},
    names::{
        Action, ChangeKind, Field, IndicatorType, OnConflict, OverQuota, Route, Severity,
        SourceKind,
    },
};

/// How a file is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadOptions {
    /// The file's name: texts may hold it, and reports do.
    pub name: String,
    /// As what it is read; what it looks like where absent.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
    /// What the columns of a table hold; what they look like where absent. A plan's `files` say what
    /// was taken.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mapping: Option<Mapping>,
    /// What a list is given that does not say it.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defaults: Option<Defaults>,
    /// What holds for all rows.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
    /// Domains and hosts that must not be blocked.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_domains: Option<Vec<String>>,
    /// Addresses, or ranges such as `198.51.100.0/24`, that must not be blocked.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_addresses: Option<Vec<String>>,
    /// Your share of the API's limits, which everybody on the app registration shares.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Limits>,
}

/// What the columns of a table hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mapping {
    /// What stands between cells: one character.
    pub delimiter: char,
    /// The line of the header, from 1; `null` where there is none.
    #[tsify(type = "number | null")]
    #[serde(default)]
    pub header: Option<u32>,
    /// One for each column; those behind the last are skipped.
    pub columns: Vec<Role>,
    /// What texts of columns mean, as you say.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meanings: Option<Vec<Meaning>>,
}

/// What a column holds: nothing, an indicator in each cell (of this type, or of the type it looks
/// like), or a field of the row's indicators.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Nothing that is imported.
    Skip,
    /// An indicator in each cell.
    Indicator(#[tsify(type = "IndicatorType | null")] Option<IndicatorType>),
    /// A field; not `indicatorValue`.
    Field(Field),
}

/// What a text in a column means: `high` may stand for `Block`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Meaning {
    /// The column, from 0.
    pub column: u16,
    /// The whole text of a cell.
    pub text: String,
    /// The action it stands for.
    #[tsify(optional, type = "Action | null")]
    #[serde(default)]
    pub action: Option<Action>,
    /// The severity it stands for.
    #[tsify(optional, type = "Severity | null")]
    #[serde(default)]
    pub severity: Option<Severity>,
}

/// What a list is given that does not say it; the list itself wins, row by row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Defaults {
    /// `Audit` where absent. Never one of the legacy two.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// The title, which may hold fields such as `{value}`.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The description, likewise.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The severity.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// Whether a match raises an alert.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generate_alert: Option<bool>,
    /// The device groups; all devices where empty.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rbac_group_names: Option<Vec<String>>,
    /// In how many days all types expire, or `"never"`.
    #[tsify(optional, type = "number | 'never'")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in_days: Option<Value>,
    /// For hashes of files and certificates, instead of what holds for all.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<GroupDefaults>,
    /// For addresses.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addresses: Option<GroupDefaults>,
    /// For domains and URLs.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub names: Option<GroupDefaults>,
}

/// What one group of types is given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupDefaults {
    /// The action.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// The severity.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// In how many days they expire, or `"never"`.
    #[tsify(optional, type = "number | 'never'")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in_days: Option<Value>,
}

/// What holds for all rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Policy {
    /// What is done with a range of addresses: refused, sent by the single API, or written as single
    /// addresses where there are at most so many.
    #[tsify(optional, type = "'refuse' | 'singleApi' | number")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cidr: Option<Value>,
    /// Send `Alert` and `AlertAndBlock` as written.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legacy_as_written: Option<bool>,
    /// Send private, loopback and link-local addresses.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_addresses: Option<bool>,
    /// Which hashes of one file are sent: all of them, or the strongest alone.
    #[tsify(optional, type = "'all' | 'strongest'")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hashes: Option<String>,
    /// Changes that are not made.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Vec<ChangeKind>>,
}

/// A share of the API's limits; none can be raised.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Limits {
    /// Import calls a minute.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calls_per_minute: Option<u32>,
    /// Indicators a call.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch_items: Option<u32>,
    /// Calls a minute that delete.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delete_calls_per_minute: Option<u32>,
    /// Ids a call that deletes.
    #[tsify(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delete_ids: Option<u32>,
}

/// What is decided of a list before it is sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanOptions {
    /// Codes of the guard's lists whose rows are sent all the same, such as `guard-top-site`.
    #[tsify(optional)]
    #[serde(default)]
    pub send_guarded: Option<Vec<String>>,
    /// Whether rows are sent that would change nothing.
    #[tsify(optional)]
    #[serde(default)]
    pub send_unchanged: Option<bool>,
    /// What is done about values that the tenant holds with another action; they are added beside
    /// where absent.
    #[tsify(optional)]
    #[serde(default)]
    pub conflicts: Option<OnConflict>,
    /// Which rows stay behind where there is no room for all; the last where absent.
    #[tsify(optional)]
    #[serde(default)]
    pub over_quota: Option<OverQuota>,
}

/// Which rows are wanted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RowsOptions {
    /// The first, from 0; 0 where absent.
    #[tsify(optional)]
    #[serde(default)]
    pub start: Option<u32>,
    /// How many; all where absent.
    #[tsify(optional)]
    #[serde(default)]
    pub count: Option<u32>,
    /// Only those in this state.
    #[tsify(optional)]
    #[serde(default)]
    pub verdict: Option<crate::names::Verdict>,
    /// Only those with a finding of this code.
    #[tsify(optional)]
    #[serde(default)]
    pub code: Option<String>,
}

/// Where a run goes, and who runs it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RunSettings {
    /// Origin of the API and, for a reverse proxy, a path: `https://api.securitycenter.microsoft.com`.
    /// The token is sent there and nowhere else.
    pub api_host: String,
    /// Who sends. A run that is to be gone on with is this account's alone: a journal needs one.
    #[tsify(optional)]
    #[serde(default)]
    pub account: Option<Account>,
    /// By which API; `batches` where absent.
    #[tsify(optional)]
    #[serde(default)]
    pub route: Option<Route>,
}

impl RunSettings {
    /// Whether it is said who sends, so that nobody else's run can be taken for it.
    #[must_use]
    pub fn is_somebodys(&self) -> bool {
        let is_said = |text: &str| !text.trim().is_empty();
        self.account
            .as_ref()
            .is_some_and(|who| is_said(&who.tenant_id) && is_said(&who.account_id))
    }
}

/// Who is signed in, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Account {
    /// The user's name at sign-in.
    pub username: String,
    /// The tenant's id.
    pub tenant_id: String,
    /// What the sign-in library calls the account.
    pub account_id: String,
}

#[wasm_bindgen(typescript_custom_section)]
const RUN_OPTIONS: &str = r"
/** What a run needs. */
export interface RunOptions extends RunSettings {
    /** A token for the API, asked for before each call; a new one where the last was refused. */
    getToken(wanted: { renewed: boolean }): string | Promise<string>;
    /** Ends the run: nothing new leaves, and what is on its way is waited for. */
    signal?: AbortSignal;
    /** Told how the run goes, at most five times a second. */
    onProgress?(progress: Progress): void;
    /** Where the run is written down, with `account`; in memory alone where absent. */
    journal?: Journal;
    /** Asked before anything is sent, and held until the end. */
    lock?: Lock;
}

/** Keeps a run, so that another program can go on with it. Each call ends when what it was given is kept. */
export interface Journal {
    /** A run begins under this name. */
    begin(run: string, header: Uint8Array, input: Uint8Array): void | Promise<void>;
    /** Something happened: it stands behind all that was noted before. */
    note(run: string, record: Uint8Array): void | Promise<void>;
    /** The run has ended. */
    end(run: string, closing: Uint8Array): void | Promise<void>;
}

/** Takes the lock of this name: gives what lets it go, or `null` where somebody else has it. */
export type Lock = (name: string) => (() => void) | null | Promise<(() => void) | null>;

/** A run as a journal has kept it. */
export interface KeptRun {
    run: string;
    header: Uint8Array;
    input: Uint8Array;
    records: Uint8Array[];
    closing?: Uint8Array | null;
}
";

/// How a kept run is opened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReopenOptions {
    /// Your share of the API's limits.
    #[tsify(optional)]
    #[serde(default)]
    pub limits: Option<Limits>,
}

/// The keys of [`RunSettings`].
pub const SETTINGS_KEYS: [&str; 3] = ["apiHost", "account", "route"];

/// The other keys of `RunOptions`, which are no plain data.
pub const OBJECT_KEYS: [&str; 5] = ["getToken", "signal", "onProgress", "journal", "lock"];

/// The options of a reading, as the core takes them.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the list is given.
    pub defaults: CoreDefaults,
    /// What holds for all rows.
    pub policy: CorePolicy,
    /// What must not be blocked.
    pub own: Own,
    /// What holds of the API's limits.
    pub limits: CoreLimits,
}

impl ReadOptions {
    /// The options as the core takes them. A deployment's configuration and a preset have them in the
    /// same form, so their readers judge them here as well.
    ///
    /// # Errors
    /// Says of every option that is not allowed what it takes.
    pub fn settings(&self) -> Result<Settings, Fault> {
        let mut own = Own::default();
        let mut configs = Cloud::ALL.map(|cloud| self.config(cloud)).into_iter();
        let Some(config) = configs.next() else {
            return Err(bad("no cloud is known"));
        };
        let config = config?;
        for other in std::iter::once(Ok(config.clone())).chain(configs) {
            let of_cloud = Own::of(&other?, "");
            own.sign_in.extend(of_cloud.sign_in);
            (own.names, own.addresses) = (of_cloud.names, of_cloud.addresses);
        }
        let preset = self.preset()?;
        Ok(Settings {
            defaults: preset.defaults,
            policy: preset.policy,
            own,
            limits: config.limits(),
        })
    }

    /// The tenant and the application are the portal's to know: none is ever asked of these.
    fn config(&self, cloud: Cloud) -> Result<Config, Fault> {
        const NOBODY: &str = "00000000-0000-0000-0000-000000000000";
        let json = without_nulls(json!({
            "clientId": NOBODY,
            "tenantId": NOBODY,
            "cloud": cloud.as_str(),
            "ownDomains": self.own_domains,
            "ownAddresses": self.own_addresses,
            "limits": self.limits,
        }));
        Config::read(&json).map_err(|faults| all_of(&faults))
    }

    fn preset(&self) -> Result<Preset, Fault> {
        let json = without_nulls(json!({
            "ioculatePreset": 1,
            "name": "options",
            "defaults": self.defaults,
            "policy": self.policy,
        }));
        Preset::read(json.to_string().as_bytes()).map_err(|faults| all_of(&faults))
    }
}

fn all_of(faults: &[impl ToString]) -> Fault {
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    bad(said.join(" "))
}

fn bad(message: impl Into<String>) -> Fault {
    Fault::new(ErrorCode::BadOption, message)
}

/// An absent option is no option.
fn without_nulls(json: Value) -> Value {
    match json {
        Value::Object(map) => map
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .collect(),
        other => other,
    }
}

impl From<&Mapping> for mapping::Mapping {
    fn from(given: &Mapping) -> Self {
        let meanings = given.meanings.iter().flatten();
        Self {
            delimiter: given.delimiter,
            header: given.header,
            columns: given.columns.iter().map(|role| (*role).into()).collect(),
            meanings: meanings
                .map(|meaning| mapping::Meaning {
                    column: meaning.column,
                    text: meaning.text.clone(),
                    action: meaning.action.map(Into::into),
                    severity: meaning.severity.map(Into::into),
                })
                .collect(),
        }
    }
}

impl From<&mapping::Mapping> for Mapping {
    fn from(taken: &mapping::Mapping) -> Self {
        let meaning = |meaning: &mapping::Meaning| Meaning {
            column: meaning.column,
            text: meaning.text.clone(),
            action: meaning.action.map(Into::into),
            severity: meaning.severity.map(Into::into),
        };
        let meanings: Vec<Meaning> = taken.meanings.iter().map(meaning).collect();
        Self {
            delimiter: taken.delimiter,
            header: taken.header,
            columns: taken.columns.iter().map(|role| (*role).into()).collect(),
            meanings: (!meanings.is_empty()).then_some(meanings),
        }
    }
}

impl From<Role> for mapping::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Skip => Self::Skip,
            Role::Indicator(kind) => Self::Indicator(kind.map(Into::into)),
            Role::Field(field) => Self::Field(field.into()),
        }
    }
}

impl From<mapping::Role> for Role {
    fn from(role: mapping::Role) -> Self {
        match role {
            mapping::Role::Skip => Self::Skip,
            mapping::Role::Indicator(kind) => Self::Indicator(kind.map(Into::into)),
            mapping::Role::Field(field) => Self::Field(field.into()),
        }
    }
}

impl From<Account> for session::Account {
    fn from(account: Account) -> Self {
        Self {
            username: account.username,
            tenant_id: account.tenant_id,
            account_id: account.account_id,
        }
    }
}
