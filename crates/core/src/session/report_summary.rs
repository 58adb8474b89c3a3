//! How a run ended: its sums, the reasons of the API, and what stopped it.

use serde::{Deserialize, Serialize};

use crate::{
    clock::WallTime,
    import::{NotSent, Outcome},
    journal::RunId,
};

use super::{Closed, Counts, Purpose, command::Account};

/// How the run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportSummary {
    /// Its name in the journal; `None` where nothing is kept of it.
    pub run: Option<RunId>,
    /// Whether it came with a run file, so that what is said of its past is what the file says.
    #[serde(default)]
    pub from_file: bool,
    /// Who sent.
    pub account: Account,
    /// Where to.
    pub api_base: String,
    /// What it was for.
    #[serde(default)]
    pub purpose: Purpose,
    /// When it began and ended.
    pub started: WallTime,
    /// When it ended.
    pub ended: WallTime,
    /// Calls made, the gate's one included.
    pub calls: u32,
    /// What was given.
    pub counts: Counts,
    /// Of the ready rows: accepted.
    pub accepted: u32,
    /// Rejected.
    pub rejected: u32,
    /// Unconfirmed.
    pub unconfirmed: u32,
    /// Not sent.
    pub not_sent: u32,
    /// Indicators that the tenant held and that the run deleted; of an import, those that its rows
    /// replaced.
    #[serde(default)]
    pub deleted: u32,
    /// Indicators that have again the fields that they had, or were made again.
    #[serde(default)]
    pub restored: u32,
    /// Indicators that the API refused to delete.
    #[serde(default)]
    pub undeletable: u32,
    /// Rows of an undo or a deletion whose indicator was left as it was: the ignored ones, with a finding
    /// that says why, and those that were found to have changed when the run was gone on with, which are
    /// among what was not sent.
    #[serde(default)]
    pub left_alone: u32,
    /// When the tenant was listed that an import was compared with, where it could not be listed again
    /// before the first call and the user chose to send all the same.
    #[serde(default)]
    pub on_list_of: Option<WallTime>,
    /// Reasons of rejection, word for word, the most frequent first.
    pub reasons: Vec<Reason>,
    /// Why it stopped before its end, if it did.
    pub stopped: Option<Stopped>,
}

impl ReportSummary {
    /// The sums of a run of which nothing is counted yet.
    #[must_use]
    pub fn new(account: Account, api_base: String, purpose: Purpose, started: WallTime) -> Self {
        Self {
            run: None,
            from_file: false,
            account,
            api_base,
            purpose,
            started,
            ended: started,
            calls: 0,
            counts: Counts::default(),
            accepted: 0,
            rejected: 0,
            unconfirmed: 0,
            not_sent: 0,
            deleted: 0,
            restored: 0,
            undeletable: 0,
            left_alone: 0,
            on_list_of: None,
            reasons: Vec::new(),
            stopped: None,
        }
    }
}

/// A reason with its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// `failureReason`, word for word.
    pub text: String,
    /// Rows.
    pub rows: u32,
}

/// Why a run stopped before its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stopped {
    /// The user cancelled it.
    Cancelled,
    /// Its page was closed before its end: what is kept of it ends in the middle. Unless another page
    /// is at it, it may be gone on with.
    Unfinished,
    /// The gate did not open: nothing was sent.
    Gate(Closed),
    /// The API forbade it.
    Forbidden {
        /// The error's code.
        code: String,
        /// The error's message, word for word.
        message: String,
    },
    /// The host is not the API.
    WrongHost {
        /// The status.
        status: u16,
    },
    /// The tenant has no room for more.
    OverQuota {
        /// What the API said, word for word.
        message: String,
    },
}

impl Stopped {
    /// What became of an entry of which nothing is known when a run has stopped so.
    #[must_use]
    pub fn left_unsent(&self) -> &'static Outcome {
        const fn not_sent(reason: NotSent) -> Outcome {
            Outcome::NotSent { reason }
        }
        match self {
            Self::OverQuota { .. } => const { &not_sent(NotSent::OverQuota) },
            Self::Cancelled
            | Self::Unfinished
            | Self::Gate(_)
            | Self::Forbidden { .. }
            | Self::WrongHost { .. } => const { &not_sent(NotSent::Cancelled) },
        }
    }
}
