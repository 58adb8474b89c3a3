//! What the page is told.

use serde::{Deserialize, Serialize};

use crate::{
    change::{Change, ChangeKind, Field},
    check::Verdict,
    clock::WallTime,
    diagnostic::{Diagnostic, Gravity},
    import::{Attempt, Freshness, NotSent, Outcome},
    indicator::{Action, IndicatorType, Severity},
    journal::{JournalState, NotOpened, RunView},
    mapping::Reading,
    source::{SourceKind, small},
};

use super::{
    Caught, ColumnTexts, Compared, Fate, FieldText, Fix, GuardState, Guarded, Outlook, Preview,
    Purpose, ReportSummary, TenantDetail, TenantState, TenantWindow,
};

/// One answer or piece of news.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Event {
    /// The worker runs; the build it is of.
    Ready {
        /// Compared with the page's own; unequal reloads the page.
        build: String,
    },
    /// A file is being read.
    Reading {
        /// Its name.
        name: String,
    },
    /// What was read, after every read, fix and change of policy. Boxed: it is large.
    Summary(Box<Summary>),
    /// A window of rows.
    Window(Window),
    /// The different texts in a column.
    ColumnTexts(ColumnTexts),
    /// What a default text would become.
    Preview(Preview),
    /// Everything about one row.
    Detail(Box<Detail>),
    /// Rows for the clipboard.
    Copied(Copied),
    /// What would come of texts in a row's fields.
    Tried(Box<Tried>),
    /// A token is wanted.
    NeedToken {
        /// How fresh.
        freshness: Freshness,
    },
    /// How the connection check went.
    Connection(Connection),
    /// How the run goes.
    Progress(Box<Progress>),
    /// The runs that are kept here, the last begun first; at the start, and whenever they change.
    Runs {
        /// What the browser keeps.
        journal: JournalState,
        /// The runs.
        runs: Vec<RunView>,
    },
    /// What was asked for cannot be done, and nothing has changed.
    NotOpened(NotOpened),
    /// The run has ended.
    Report(Box<ReportSummary>),
    /// What is known of the tenant, whenever that changes.
    Tenant(TenantState),
    /// A window of the tenant's indicators.
    TenantWindow(TenantWindow),
    /// Everything about one indicator of the tenant.
    TenantDetail(Box<TenantDetail>),
    /// Files to download. The host says this, and their bytes travel beside it in this order; it has
    /// them by [`super::Session::files`] and [`super::Session::tenant_files`].
    Export {
        /// Name and media type of each.
        files: Vec<ExportFile>,
    },
    /// The worker has failed and says nothing more. What was read is lost with it; what was sent is
    /// in the tenant.
    Failed {
        /// Where in the program, such as `plan.rs:120`. Nothing of what was read.
        place: String,
    },
}

/// A file to download.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
}

/// How many records there are, and in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the names are the promise's own")]
pub struct Counts {
    pub records: u32,
    pub ready: u32,
    pub duplicate: u32,
    pub conflict: u32,
    pub refused: u32,
    pub ignored: u32,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// The sources, in the order in which they were given.
    pub files: Vec<SourceFile>,
    /// The states.
    pub counts: Counts,
    /// The indicators that would be sent by type, as many as a range becomes; absent types left out.
    pub by_type: Vec<(IndicatorType, u32)>,
    /// The same by action.
    pub by_action: Vec<(Action, u32)>,
    /// What keeps records back or deserves a look, the gravest and most frequent first.
    pub causes: Vec<Cause>,
    /// In which ways rows were changed, the most frequent first.
    pub changes: Vec<Rewriting>,
    /// Rows with a change of value or action.
    pub changed: u32,
    /// Hashes beside a stronger one of the same file that is sent: so many entries
    /// [`crate::check::Hashes::Strongest`] saves.
    pub weaker_hashes: u32,
    /// Indicators that would be sent; more than `ready` where ranges are expanded.
    pub entries: u32,
    /// Of them those of the tenant that would be deleted; of an import before the others are sent.
    pub deletions: u32,
    /// Calls that the run would take.
    pub calls: u32,
    /// Calls that may leave in one window of the quota.
    pub calls_per_window: u32,
    /// What the run is for.
    pub purpose: Purpose,
    /// What the run would make of the tenant; `None` where the tenant is not known.
    pub outlook: Option<Outlook>,
    /// Where the guard's lists are.
    pub guard: GuardState,
    /// What the guard says, the gravest first.
    pub guarded: Vec<Guarded>,
    /// Ready rows that would stay behind, by why; those that the user left out included. With what is
    /// sent of them they add up to the ready rows.
    pub held: Vec<(NotSent, u32)>,
    /// The decisions about rows that can be taken back, or made again.
    pub steps: Steps,
    /// Whether it answers a command that changes what was read or decided. Else something came to be
    /// known meanwhile: the tenant, or the guard's lists. The page counts the answers that it is owed.
    pub asked: bool,
}

impl Summary {
    /// The files that could not be read, each with why.
    pub fn unread(&self) -> impl Iterator<Item = (&SourceFile, &Diagnostic)> {
        let is_error = |found: &&Diagnostic| found.gravity() == Gravity::Error;
        let unread = self.files.iter().filter(|file| file.reading.is_none());
        unread.filter_map(move |file| Some((file, file.diagnostics.iter().find(is_error)?)))
    }

    /// How many these are.
    #[must_use]
    pub fn unread_files(&self) -> u32 {
        small(self.unread().count())
    }
}

/// A source that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceFile {
    /// Its name.
    pub name: String,
    /// What it was read as, such as `portal CSV`.
    pub kind: String,
    /// Its encoding, such as `UTF-8`.
    pub encoding: String,
    /// Its size.
    pub bytes: u64,
    /// Records read from it.
    pub records: u32,
    /// Of them ready.
    pub ready: u32,
    /// How it was read; `None` where it could not be.
    pub reading: Option<Reading>,
    /// As what else it could be read, what it was read as included.
    pub kinds: Vec<SourceKind>,
    /// Its columns, where it is a table, in the order of the reading's mapping.
    pub columns: Vec<ColumnView>,
    /// What is wrong with the file as a whole.
    pub diagnostics: Vec<Diagnostic>,
}

/// One column of a table, for the user to say what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnView {
    /// Its name in the header; empty where it has none.
    pub name: String,
    /// The first different texts in it, at most three, each clipped at 80 characters.
    pub samples: Vec<String>,
}

/// The way back and forward through what was decided about rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Steps {
    /// What was decided last.
    pub back: Option<Done>,
    /// What was taken back last.
    pub forward: Option<Done>,
    /// How many were taken so far, back and forward.
    pub taken: u32,
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// What.
    pub did: Did,
    /// About how many rows.
    pub rows: u32,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Did {
    /// A fix was applied.
    Fixed(Fix),
    /// These fields were written.
    Wrote(Vec<Field>),
}

/// Rows for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// How many.
    pub rows: u32,
    /// Their fields between tabs; `None` where they are too many.
    pub text: Option<String>,
}

/// What would come of texts in a row's fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tried {
    /// The row.
    pub row: u32,
    /// The texts.
    pub texts: Vec<FieldText>,
    /// Its state by itself: ready, refused or ignored.
    pub verdict: Verdict,
    /// Every change of the source, these texts included.
    pub changes: Vec<Change>,
    /// Everything found.
    pub diagnostics: Vec<Diagnostic>,
}

/// One way in which rows were changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rewriting {
    /// In which way.
    pub kind: ChangeKind,
    /// Rows.
    pub rows: u32,
    /// How it changed the first of them.
    pub example: Option<Change>,
}

/// One cause with everything it concerns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    /// Its code.
    pub code: String,
    /// How much it matters.
    pub gravity: Gravity,
    /// Records concerned.
    pub count: u32,
    /// The first of them.
    pub example: Diagnostic,
    /// The first one's value as given.
    pub example_value: String,
    /// What may be done for all of them at once.
    pub fixes: Vec<Fix>,
}

/// Some rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Window {
    /// The first row's place within the filter.
    pub start: u32,
    /// How many rows pass the filter.
    pub total: u32,
    /// The rows.
    pub rows: Vec<RowView>,
}

/// One row as a table shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RowView {
    /// The row, as counted by the ledger from 0.
    pub row: u32,
    /// Its source, counted from 0.
    pub file: u16,
    /// Its line, counted from 1.
    pub line: u32,
    /// Its state.
    pub verdict: Verdict,
    /// What became of it, once a run has begun.
    pub outcome: Option<Outcome>,
    /// The type it was recognised as.
    pub indicator_type: Option<IndicatorType>,
    /// The value as sent, or as given where it is refused; clipped at 1,000 characters.
    pub value: String,
    /// The value as given, where it differs from `value`.
    pub given: Option<String>,
    /// The action.
    pub action: Option<Action>,
    /// The action as given, where it is not an action.
    pub action_given: Option<String>,
    /// The severity.
    pub severity: Option<Severity>,
    /// When it expires.
    pub expires: Option<WallTime>,
    /// The title.
    pub title: String,
    /// The finding that decides its state, or the first one.
    pub finding: Option<Diagnostic>,
    /// For a duplicate or a conflict: the line of the row that came first, and that row.
    pub twin: Option<Twin>,
    /// Left out by the user.
    pub left_out: bool,
    /// What would happen to it, where it is ready and the tenant is known.
    pub fate: Option<Fate>,
    /// What the guard says of it.
    pub caught: Option<Caught>,
    /// Why it would stay behind, though it is ready.
    pub held: Option<NotSent>,
}

/// The earlier row with the same value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Twin {
    /// The row.
    pub row: u32,
    /// Its source.
    pub file: u16,
    /// Its line.
    pub line: u32,
    /// Its action.
    pub action: Option<Action>,
}

/// A piece of a source with the value in it, so that it can be marked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Excerpt {
    /// What stands before the value; all where there is no value.
    pub before: String,
    /// The value as it stands there.
    pub value: String,
    /// What stands behind it.
    pub after: String,
}

/// Everything about one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Detail {
    /// What the table shows.
    pub view: RowView,
    /// The record as it stands in the source.
    pub source: Excerpt,
    /// Every change.
    pub changes: Vec<Change>,
    /// Everything found.
    pub diagnostics: Vec<Diagnostic>,
    /// What may be done about this row.
    pub fixes: Vec<Fix>,
    /// What stands in the fields that can be written; none where nothing can.
    pub texts: Vec<FieldText>,
    /// The calls that carried it, the first one first.
    pub attempts: Vec<AttemptView>,
    /// The row beside what the tenant holds; `None` where the tenant is not known. Of a restore what it
    /// gives back, beside what the tenant held when it was prepared.
    pub tenant: Option<Compared>,
    /// `description`
    pub description: String,
    /// `recommendedActions`
    pub recommended_actions: String,
    /// `rbacGroupNames`
    pub rbac_group_names: Vec<String>,
    /// `generateAlert`
    pub generate_alert: Option<bool>,
}

/// One call that carried a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AttemptView {
    /// The batch's number, from 1.
    pub batch: u32,
    /// When it left, how long it took, and the status.
    pub attempt: Attempt,
}

/// Whether the API lets this page in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Connection {
    /// Being asked.
    Checking,
    /// It does.
    Open,
    /// It does not.
    #[serde(rename_all = "camelCase")]
    Closed {
        /// Why.
        reason: Closed,
        /// Where it was asked.
        api_base: String,
    },
}

/// Why the API does not let this page in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Closed {
    /// The host answers, but not to pages of this origin.
    CrossOrigin,
    /// The host does not answer.
    Unreachable,
    /// Nobody is signed in, or the token was refused.
    SignIn {
        /// The error's code.
        code: String,
    },
    /// Signed in, but not allowed to.
    Permission {
        /// The error's code.
        code: String,
        /// The error's message, word for word.
        message: String,
    },
    /// It answers something else.
    Unexpected {
        /// The HTTP status.
        status: u16,
        /// What it says.
        message: String,
    },
}

/// Why a run does nothing at the moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Waiting {
    /// It does not wait.
    Nothing,
    /// For answers.
    Answers,
    /// For room in the quota, until this moment.
    Quota {
        /// When room is there.
        until: WallTime,
    },
    /// To try again, until this moment.
    Retry {
        /// When.
        until: WallTime,
        /// The status that made it wait; `None` where no answer came.
        status: Option<u16>,
    },
    /// For the user, who paused.
    Paused,
    /// For the user: several batches failed in a row.
    Trouble {
        /// The last failure's status.
        status: Option<u16>,
        /// What the last one said, word for word.
        message: String,
        /// When one harmless call asks whether it is over; `None` where only the user can tell.
        until: Option<WallTime>,
    },
    /// For the user to sign in again.
    SignIn {
        /// The error's code.
        code: String,
    },
    /// For the network.
    Offline,
    /// For the list of the tenant, to learn what became of rows in doubt.
    Listing,
    /// For the user: the browser no longer writes down what is told it.
    Journal {
        /// What it says.
        message: String,
    },
}

/// How the run goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Entries in all.
    pub entries: u32,
    /// Accepted so far.
    pub accepted: u32,
    /// Rejected so far.
    pub rejected: u32,
    /// In flight.
    pub in_flight: u32,
    /// Answer unknown.
    pub unconfirmed: u32,
    /// Not sent yet.
    pub waiting: u32,
    /// Calls that count against the quota now.
    pub quota_used: u32,
    /// The quota.
    pub quota: u32,
    /// Why nothing leaves.
    pub why: Waiting,
    /// Whether it ends after what is in flight.
    pub cancelling: bool,
    /// An honest estimate of the seconds left; `None` where it cannot be told.
    pub seconds_left: Option<u32>,
    /// Calls beyond one for each batch: tries again, and the search for rows at fault.
    pub extra_calls: u32,
    /// Rows among which one at fault is searched for.
    pub searched: u32,
    /// How many batches are in each state; absent states left out.
    pub by_state: Vec<(BatchState, u32)>,
    /// Each batch in order; of more than [`MOST_BATCHES`] those that were last called.
    pub batches: Vec<BatchView>,
}

/// Batches that [`Progress`] shows at most.
pub const MOST_BATCHES: usize = 120;

/// One batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchView {
    /// Its number, from 1.
    pub number: u32,
    /// The first of its entries, counted from 1 in the order of sending.
    pub first: u32,
    /// Entries in it.
    pub items: u32,
    /// Its state.
    pub state: BatchState,
    /// Of them rejected.
    pub rejected: u32,
    /// The last HTTP status.
    pub status: Option<u16>,
    /// Tries so far.
    pub tries: u32,
    /// How long the last call took, or takes.
    pub millis: u32,
}

/// Where a batch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BatchState {
    /// Not sent.
    Waiting,
    /// Sent, not answered.
    InFlight,
    /// Failed, to be tried again.
    Retry,
    /// Answered, all accepted.
    Accepted,
    /// Answered, some rejected.
    Partly,
    /// Answered, none accepted; or refused as a whole.
    Rejected,
    /// Sent, answer unknown.
    Unconfirmed,
    /// Never sent.
    NotSent,
}
