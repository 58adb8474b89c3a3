//! What the module tells: plain objects, made of the session's events.

use serde::{Deserialize, Serialize, Serializer};
use tsify::{Tsify, declare};
use wasm_bindgen::JsValue;

mod of;

use crate::{
    given::Mapping,
    names::{
        Action, ChangeKind, Endpoint, Fate, Gravity, IndicatorType, NotSent, Severity, SourceKind,
        Verdict,
    },
};

/// Milliseconds since 1970-01-01T00:00:00Z, as `Date` takes them.
#[declare]
pub type Moment = f64;

/// What would be sent, and what keeps the rest back.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub struct Plan {
    /// What was read.
    pub files: Vec<Source>,
    /// The records by state.
    pub counts: Counts,
    /// The rows that would be sent, by type.
    pub by_type: Vec<TypeCount>,
    /// The same by action.
    pub by_action: Vec<ActionCount>,
    /// What keeps records back or deserves a look, the gravest first.
    pub causes: Vec<Cause>,
    /// In which ways values were changed.
    pub changes: Vec<Change>,
    /// Indicators that would be sent.
    pub entries: u32,
    /// Of them those of the tenant that would be deleted.
    pub deletions: u32,
    /// Calls that takes.
    pub calls: u32,
    /// Rows that are ready and stay behind, by why.
    pub held: Vec<Held>,
    /// What blocking would hit besides the attacker.
    pub guard: Guard,
    /// What a run would make of the tenant; `null` until it was compared with.
    pub outlook: Option<Outlook>,
}

/// The records by state; what is ready, duplicate, conflict, refused or ignored adds up to all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[allow(missing_docs, reason = "the names are the promise's own")]
pub struct Counts {
    pub records: u32,
    pub ready: u32,
    pub duplicate: u32,
    pub conflict: u32,
    pub refused: u32,
    pub ignored: u32,
}

/// A source that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// As what it was read; `null` where it could not be.
    pub kind: Option<SourceKind>,
    /// Its encoding, such as `UTF-8`.
    pub encoding: String,
    /// Its size.
    pub bytes: f64,
    /// Records read from it.
    pub records: u32,
    /// Of them ready.
    pub ready: u32,
    /// What its columns were taken for, where it is a table.
    pub mapping: Option<Mapping>,
    /// Its columns, with the first texts in each.
    pub columns: Vec<Column>,
    /// What is to be said of the file as a whole.
    pub findings: Vec<Finding>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct Column {
    /// Its name in the header; empty where it has none.
    pub name: String,
    /// The first different texts in it.
    pub samples: Vec<String>,
}

/// Something to be said of a row or a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct Finding {
    /// What, for a program; it stays the same from version to version.
    pub code: String,
    /// How much it matters.
    pub gravity: Gravity,
    /// In English.
    pub message: String,
}

/// Rows of one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct TypeCount {
    /// The type.
    #[serde(rename = "type")]
    pub kind: IndicatorType,
    /// How many.
    pub rows: u32,
}

/// Rows with one action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct ActionCount {
    /// The action.
    pub action: Action,
    /// How many.
    pub rows: u32,
}

/// Rows that one cause concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct Cause {
    /// What is said of them; of the first one.
    pub finding: Finding,
    /// How many.
    pub rows: u32,
    /// The first one's value as given.
    pub example: String,
}

/// A way in which values were changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Change {
    /// In which way.
    pub kind: ChangeKind,
    /// How many rows.
    pub rows: u32,
    /// What stood in the first of them, and what stands there now.
    pub example: Option<Example>,
}

/// How a text was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
#[allow(missing_docs, reason = "as they say")]
pub struct Example {
    pub before: String,
    pub after: String,
}

/// Rows that stay behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct Held {
    /// Why.
    pub why: NotSent,
    /// How many.
    pub rows: u32,
}

/// What the guard says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct Guard {
    /// Whether its public lists are here. Without them only the rules hold that need none.
    pub lists: bool,
    /// What it says, by list.
    pub caught: Vec<Caught>,
}

/// Rows that a list of the guard catches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct Caught {
    /// The list's code, for `sendGuarded`.
    pub list: String,
    /// Whether they are held back.
    pub stops: bool,
    /// How many.
    pub rows: u32,
    /// Of them those that are sent all the same.
    pub overridden: u32,
    /// The first one's value.
    pub example: String,
}

/// What a run would make of the tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Outlook {
    /// The rows that are ready, by what would happen to them.
    pub fates: Fates,
    /// Of them those that would be sent.
    pub sent: Fates,
    /// When the tenant was listed.
    pub at: Moment,
    /// Indicators that it holds.
    pub used: u32,
    /// The most that it may hold.
    pub most: u32,
    /// Whether its list could not be read whole.
    pub is_part: bool,
}

/// Rows by what would happen to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Tsify)]
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

/// Some rows.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Rows {
    /// How many there are of the kind that was asked for.
    pub total: u32,
    /// Those asked for.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub struct Row {
    /// Its place, from 0.
    pub row: u32,
    /// Its line in the file, from 1.
    pub line: u32,
    /// Its state before a run.
    pub verdict: Verdict,
    /// The type it was recognised as.
    #[serde(rename = "type")]
    pub kind: Option<IndicatorType>,
    /// The value as sent, or as given where it is refused.
    pub value: String,
    /// The value as given, where it differs.
    pub given: Option<String>,
    /// The action.
    pub action: Option<Action>,
    /// The severity.
    pub severity: Option<Severity>,
    /// When it expires.
    pub expires: Option<Moment>,
    /// The title.
    pub title: String,
    /// What decides its state, or the first thing that is to be said of it.
    pub finding: Option<Finding>,
    /// What would happen to it in the tenant, where that was compared with.
    pub fate: Option<Fate>,
    /// Why it stays behind though it is ready.
    pub held: Option<NotSent>,
    /// What became of it; `null` before a run.
    pub outcome: Option<Outcome>,
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(tag = "state", rename_all = "kebab-case")]
#[tsify(missing_as_null)]
pub enum Outcome {
    /// The API has it.
    Accepted {
        /// The id that the API gave, where it gave one.
        id: Option<String>,
    },
    /// The API refused it.
    Rejected {
        /// Why, word for word.
        reason: String,
    },
    /// Sent; the answer is unknown.
    Unconfirmed,
    /// Not sent.
    NotSent {
        /// Why.
        reason: NotSent,
    },
}

/// A call that a run would make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
pub struct Batch {
    /// Which API.
    pub endpoint: Endpoint,
    /// Its path behind the API's host.
    pub path: String,
    /// How many indicators it carries.
    pub items: u32,
    /// The body of the `POST`, JSON.
    pub body: String,
}

/// How a run goes. Accepted, rejected, in flight, unconfirmed, waiting and not sent add up to the
/// entries.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub struct Progress {
    /// Indicators in all.
    pub entries: u32,
    /// Accepted so far.
    pub accepted: u32,
    /// Rejected so far.
    pub rejected: u32,
    /// On their way.
    pub in_flight: u32,
    /// Sent, answer unknown.
    pub unconfirmed: u32,
    /// Not sent yet.
    pub waiting: u32,
    /// Calls that count against the quota now.
    pub quota_used: u32,
    /// The quota.
    pub quota: u32,
    /// Why nothing leaves.
    pub why: Why,
    /// Until when, where that is known.
    pub until: Option<Moment>,
    /// An honest estimate of the seconds left.
    pub seconds_left: Option<u32>,
    /// Whether it ends after what is on its way.
    pub ending: bool,
    /// Whether a journal keeps it, so that another program can go on with it.
    pub resumable: bool,
}

/// Why nothing leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It does leave.
    Nothing,
    /// Answers are waited for.
    Answers,
    /// The quota is used up.
    Quota,
    /// A call is to be tried again.
    Retry,
    /// It was paused.
    Paused,
    /// Several calls failed in a row; one harmless call asks whether it is over.
    Trouble,
    /// A token is waited for.
    SignIn,
    /// There is no network.
    Offline,
    /// The tenant is listed, to learn what became of rows in doubt.
    Listing,
    /// The journal does not write.
    Journal,
}

/// How a run ended. Accepted, rejected, unconfirmed and not sent add up to the rows that were ready.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub struct RunSummary {
    /// Its name in the journal; `null` where nothing is kept of it.
    pub run: Option<String>,
    /// Whether a journal keeps it, so that another program can go on with what is left of it: never
    /// where it was kept in memory alone.
    pub resumable: bool,
    /// When it began.
    pub started: Moment,
    /// When it ended.
    pub ended: Moment,
    /// Calls made, the one that asks whether the API lets us in included.
    pub calls: u32,
    /// What was given.
    pub counts: Counts,
    /// Rows that the API has.
    pub accepted: u32,
    /// Rows that it refused.
    pub rejected: u32,
    /// Rows whose answer is unknown.
    pub unconfirmed: u32,
    /// Rows that were not sent.
    pub not_sent: u32,
    /// Indicators of the tenant that were deleted.
    pub deleted: u32,
    /// Reasons of rejection, word for word, the most frequent first.
    pub reasons: Vec<Reason>,
    /// Why it stopped before its end.
    pub stopped: Option<StoppedBy>,
}

/// A reason of the API's with its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
#[allow(missing_docs, reason = "as they say")]
pub struct Reason {
    pub text: String,
    pub rows: u32,
}

/// Why a run stopped before its end.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct StoppedBy {
    /// For a program.
    pub code: StoppedCode,
    /// What the API said, word for word; else empty.
    pub message: String,
    /// What `getToken` threw, where that stopped it.
    #[tsify(optional, type = "unknown")]
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_it_is")]
    pub cause: Option<JsValue>,
}

#[allow(clippy::ref_option, reason = "serde calls it so")]
fn as_it_is<S: Serializer>(thrown: &Option<JsValue>, serializer: S) -> Result<S::Ok, S::Error> {
    serde_wasm_bindgen::preserve::serialize(&thrown.clone().unwrap_or_default(), serializer)
}

/// Why a run stopped before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "kebab-case")]
pub enum StoppedCode {
    /// It was ended.
    Cancelled,
    /// Its program ended before it.
    Unfinished,
    /// The API did not let it in.
    Gate,
    /// The API forbade it on its way.
    Forbidden,
    /// The host is not the API.
    WrongHost,
    /// The tenant has no room for more.
    OverQuota,
    /// No token was to be had on its way.
    SignIn,
    /// Several calls failed in a row, and nothing tells whether it is over.
    Trouble,
    /// The journal wrote no more.
    Journal,
}

/// A file to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ReportFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    #[tsify(type = "Uint8Array")]
    #[serde(serialize_with = "bytes")]
    pub bytes: Vec<u8>,
}

fn bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}
