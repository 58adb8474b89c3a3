//! What the page asks for.

use serde::{Deserialize, Serialize};

use crate::{
    change::{ChangeKind, Field},
    check::{Defaults, Policy},
    guard::Own,
    import::Freshness,
    indicator::{Action, IndicatorType},
    journal::{Route, RunId},
    limits::Limits,
    mapping::Reading,
};

use super::{Choices, Fate, Selected, TenantFilter};

/// One request of the page. Bytes and files travel beside it: the worker reads a `File` itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Command {
    /// Sets the API base that calls go to and the limits that hold. First of all.
    #[serde(rename_all = "camelCase")]
    Configure {
        /// Origin and optional path, without a slash at the end.
        api_base: String,
        /// What holds here.
        limits: Limits,
    },
    /// Says what the deployment protects from being blocked.
    Protect(Own),
    /// Reads the file that comes with this message, in addition to what was read.
    Read {
        /// The file's name.
        name: String,
    },
    /// Reads pasted text.
    Paste {
        /// The text.
        text: String,
    },
    /// Reads a source again, otherwise than it was read.
    ReadAs {
        /// Which, counted from 0.
        file: u16,
        /// How.
        reading: Reading,
    },
    /// Forgets everything read, also what waits until something prepared is dropped.
    Clear,
    /// The same, and reads what [`ExportKind::Rejects`] gives of the report at hand. Where that is
    /// nothing, nothing is forgotten.
    MendRest,
    /// Changes what sources are given that lack a field; every row is checked again.
    SetDefaults(Defaults),
    /// Changes the policy; every row is checked again.
    SetPolicy(Policy),
    /// Asks for rows `start..start + count` of those that pass the filter.
    Rows {
        /// Which rows.
        filter: Filter,
        /// The first one wanted, counted from 0 within the filter.
        start: u32,
        /// How many.
        count: u32,
    },
    /// Asks for the different texts in a column of a table; none are told where there is none.
    ColumnTexts {
        /// The source, from 0.
        file: u16,
        /// The column, from 0.
        column: u16,
    },
    /// Asks what a default text would become.
    PreviewText {
        /// Of which field: title or description.
        field: Field,
        /// The text.
        template: String,
    },
    /// Asks for everything about one row.
    Detail {
        /// The row.
        row: u32,
    },
    /// Applies a fix.
    Fix {
        /// What.
        fix: Fix,
        /// To which rows.
        scope: Scope,
    },
    /// Writes texts into fields of rows, as one decision.
    Write {
        /// What.
        texts: Vec<FieldText>,
        /// Into which rows.
        scope: Scope,
    },
    /// Asks what would come of texts in a row's fields; nothing is told of a row that has none.
    Try {
        /// The row.
        row: u32,
        /// The texts.
        texts: Vec<FieldText>,
    },
    /// Asks for rows as a text for the clipboard.
    Copy {
        /// Which.
        scope: Scope,
    },
    /// Takes the last decision about rows back.
    StepBack,
    /// Makes the decision again that was taken back last.
    StepForward,
    /// Asks whether the API lets this page in, without sending anything.
    CheckConnection,
    /// Starts the run.
    Send {
        /// Who sends. Only this account may go on with the run.
        account: Account,
        /// By which API.
        route: Route,
        /// Whether nothing is to be kept of it, since the browser keeps nothing.
        unjournalled: bool,
        /// Whether rows are sent as they compare with the tenant's list that is known, which could not
        /// be read again. What takes back or deletes is never sent so.
        as_listed: bool,
    },
    /// Asks for the runs that are kept here.
    Runs,
    /// Goes on with a run that did not end.
    ResumeRun {
        /// Which.
        run: RunId,
        /// Who is signed in.
        account: Account,
    },
    /// Shows the report of a run.
    ShowRun {
        /// Which.
        run: RunId,
    },
    /// Asks for a run as a file, which [`Command::OpenRunFile`] takes in on any computer.
    SaveRun {
        /// Which.
        run: RunId,
    },
    /// Takes the run of the file that comes with this message into the journal.
    OpenRunFile,
    /// Forgets a run.
    ForgetRun {
        /// Which.
        run: RunId,
    },
    /// Forgets every run that no page is at.
    ForgetRuns,
    /// Sends nothing new until `Resume`.
    Pause,
    /// Goes on.
    Resume,
    /// Ends the run; what is in flight is waited for.
    Cancel,
    /// Answers [`super::Event::NeedToken`]. Used for the request at hand and dropped.
    Token(Token),
    /// Answers [`super::Event::NeedToken`] when there is no token to be had.
    SignInFailed {
        /// MSAL's code, or our own.
        code: String,
    },
    /// Asks for a file to download.
    Export {
        /// Which.
        kind: ExportKind,
    },
    /// Asks the tenant for all that it holds, again where it is known.
    ListTenant {
        /// Who is signed in. What is listed is good for this account alone.
        account: Account,
    },
    /// Asks no further; what a run would make of the tenant stays unknown.
    StopListing,
    /// Forgets what the tenant holds, as when another account signs in.
    ForgetTenant,
    /// Asks for indicators `start..start + count` of those of the tenant that pass the filter.
    TenantRows {
        /// Which.
        filter: TenantFilter,
        /// The first one wanted, counted from 0 within the filter.
        start: u32,
        /// How many.
        count: u32,
    },
    /// Asks for everything about one indicator of the tenant.
    TenantDetail {
        /// Its place in the list.
        place: u32,
    },
    /// Asks for indicators of the tenant as a file.
    TenantExport {
        /// Which.
        selected: Selected,
        /// In which form.
        kind: TenantExportKind,
    },
    /// Changes what is done as the tenant stands; the rows' fates are told anew.
    SetChoices(Choices),
    /// Prepares to take back what a run did: the tenant is listed, and what would happen is told as of
    /// any import. What was read before waits until [`Command::DropPrepared`].
    PrepareUndo {
        /// Which run.
        run: RunId,
        /// Who is signed in.
        account: Account,
    },
    /// Prepares to delete indicators of the tenant, likewise.
    PrepareDelete {
        /// Which.
        selected: Selected,
    },
    /// Drops an undo that waits for the tenant's list; else what was prepared, or its report, and what
    /// stood here before is back.
    DropPrepared,
}

impl Command {
    /// Whether it may make other rows of those that stand here, or other decisions about them.
    pub(super) const fn changes_rows(&self) -> bool {
        matches!(
            self,
            Self::Read { .. }
                | Self::Paste { .. }
                | Self::ReadAs { .. }
                | Self::MendRest
                | Self::SetDefaults(_)
                | Self::SetPolicy(_)
                | Self::Fix { .. }
                | Self::Write { .. }
                | Self::StepBack
                | Self::StepForward
                | Self::SetChoices(_)
        )
    }
}

/// An access token on its way to one request. It shows itself nowhere.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Token(String);

impl Token {
    /// Takes what MSAL gave.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text, for the `Authorization` header alone.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

/// Who is signed in, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// The user's name at sign-in.
    pub username: String,
    /// The tenant's id.
    pub tenant_id: String,
    /// MSAL's `homeAccountId`.
    pub account_id: String,
}

impl Account {
    /// Whether it is the same one in the same tenant; its name may have changed.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.tenant_id, &self.account_id) == (&other.tenant_id, &other.account_id)
    }
}

/// Which rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Filter {
    /// In which state; all where absent.
    pub verdict: Option<VerdictFilter>,
    /// With a diagnostic of this code.
    pub code: Option<String>,
    /// Of this type.
    pub indicator_type: Option<IndicatorType>,
    /// With this action.
    pub action: Option<Action>,
    /// With a change of this kind; see also `changed`.
    pub change: Option<ChangeKind>,
    /// With any change of its value or action.
    pub changed: bool,
    /// With this fate in the tenant.
    pub fate: Option<Fate>,
    /// Caught by a list of the guard.
    pub guard: Option<CaughtBy>,
    /// Whose value or title holds this text, in any case.
    pub text: String,
    /// In which order; that of their lines where absent.
    pub sort: Option<RowSort>,
    /// Whether that order is turned round.
    pub descending: bool,
}

impl Filter {
    /// The same rows in the order of another filter.
    #[must_use]
    pub fn ordered_as(self, other: &Self) -> Self {
        Self {
            sort: other.sort,
            descending: other.descending,
            ..self
        }
    }
}

/// A column to order rows by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is named by its column")]
pub enum RowSort {
    Verdict,
    Value,
    Type,
    Action,
    Severity,
    Expires,
    Title,
}

/// What the guard says of a row, to filter by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CaughtBy {
    /// The list's code.
    pub list: String,
    /// Whether the list stops the row; else it only warns of it.
    pub stops: bool,
}

/// A state to filter by, before or after a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are the promise's own")]
pub enum VerdictFilter {
    Ready,
    Duplicate,
    Conflict,
    Refused,
    Ignored,
    Accepted,
    Rejected,
    Unconfirmed,
    NotSent,
}

/// What the user may do about a finding, or about a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Fix {
    /// An expired row never expires.
    NeverExpires,
    /// An expired row expires in so many days from today.
    ExpireIn {
        /// Days; at least 1.
        days: u16,
    },
    /// Of conflicting rows, send this one and hold the others back.
    ChooseThis,
    /// Of each group of conflicting rows, send the strictest.
    KeepStrictest,
    /// An address with a port: keep the address.
    DropPort,
    /// A blank title becomes the file's name.
    TitleFromFile,
    /// A blank description becomes the default one.
    DescriptionFromDefaults,
    /// A range becomes single addresses, where there are at most `cap`.
    ExpandRange {
        /// The most addresses.
        cap: u32,
    },
    /// Take a change of this kind back: the value is sent as it was written, or refused as such.
    KeepAsWritten {
        /// The kind.
        kind: ChangeKind,
    },
    /// Of two honest readings of a text, take this one.
    TakeAs {
        /// As what.
        indicator_type: IndicatorType,
    },
    /// It is no indicator.
    Ignore,
    /// Do not send it.
    LeaveOut,
    /// Send it after all.
    TakeBackIn,
    /// Undo what the user did to it.
    Reset,
    /// A field holds what the user wrote. Given as such it is written whatever the field holds: see
    /// [`Command::Write`].
    Set {
        /// The field.
        field: Field,
        /// The text; empty where the field is to be blank.
        text: String,
    },
}

/// What stands in a field of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldText {
    /// The field.
    pub field: Field,
    /// The text: a list with commas between its names, a moment as it is sent.
    pub text: String,
}

/// Whether a fix may be applied without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applicability {
    /// It never changes what a row is about: what is blocked, how and until when.
    Safe,
    /// It does; the user should know.
    Ask,
}

impl Fix {
    /// Whether it may be applied without asking, to many rows as well.
    #[must_use]
    pub const fn applicability(&self) -> Applicability {
        match self {
            Self::TitleFromFile
            | Self::DescriptionFromDefaults
            | Self::ExpandRange { .. }
            | Self::TakeBackIn => Applicability::Safe,
            Self::NeverExpires
            | Self::ExpireIn { .. }
            | Self::ChooseThis
            | Self::KeepStrictest
            | Self::DropPort
            | Self::KeepAsWritten { .. }
            | Self::TakeAs { .. }
            | Self::Ignore
            | Self::LeaveOut
            | Self::Reset
            | Self::Set { .. } => Applicability::Ask,
        }
    }
}

/// To which rows a fix applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Scope {
    /// One.
    Row {
        /// The row.
        row: u32,
    },
    /// These.
    Rows {
        /// The rows.
        rows: Vec<u32>,
    },
    /// All that pass a filter.
    Passing {
        /// Which.
        filter: Filter,
        /// But not these.
        except: Vec<u32>,
    },
    /// All with a diagnostic of this code.
    Code {
        /// The code.
        code: String,
    },
    /// All with a change of this kind, or that keep what was written instead.
    Changed {
        /// The kind.
        kind: ChangeKind,
    },
    /// All that a list of the guard catches, as far as it stops them or only warns of them.
    Guard {
        /// The list's code.
        list: String,
        /// Whether it stops them.
        stops: bool,
    },
}

/// A file that can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExportKind {
    /// Every record with its outcome, safe against formulas.
    ReportCsv,
    /// The same with changes and ids.
    ReportJson,
    /// The rows that were refused or rejected, with the reasons, as a table that is read again after
    /// mending.
    Rejects,
    /// The rows that were not sent or are unconfirmed, likewise.
    Unsent,
    /// The plan as portal CSVs of at most 500 rows, one file each. This and what follows: once a run has
    /// ended, what of it has not reached the tenant.
    PortalCsv,
    /// The plan as import request bodies.
    RequestBodies,
    /// The plan as a script for bash and curl.
    BashScript,
    /// The plan as a script for `PowerShell`.
    PowerShellScript,
    /// The plan as queries of Advanced Hunting: were its values seen in the last 30 days?
    HuntingQuery,
    /// What is to be deleted and is not, for somebody who may: a list of ids, and request bodies.
    Deletions,
}

/// A form in which indicators of the tenant are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TenantExportKind {
    /// Portal CSVs of at most 500 rows.
    PortalCsv,
    /// The API's own JSON, every field as it was listed.
    ApiJson,
}

/// Kept here so that the page need not name the engine for it.
pub type TokenFreshness = Freshness;
