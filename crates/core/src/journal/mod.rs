//! What outlives the page: the runs of this browser, and the calls that still count.
//!
//! A run is a [`Header`], the input as one piece of bytes, and [`Record`]s in their order; a run that
//! has ended has a [`Closing`] too. This module knows their forms, which are versioned; the host
//! keeps them. No token is in any of them.

mod carried;
mod run_file;
mod stored;

use serde::{Deserialize, Serialize};

pub use run_file::RunFile;
pub use stored::{Listed, Stored, to_bytes};

use crate::{
    clock::WallTime,
    import::{Record, Tally},
    order::by_figure,
    plan::Endpoint,
    session::{Account, Closed, Counts, Guarded, Purpose, ReportSummary, TenantChange},
};

/// The form in which runs are kept; a higher one is of a later version of the page. Since the second
/// one a record may be of a call that deletes.
pub const FORMAT: u32 = 2;

/// How long a run is kept after its last change, in days: longer than a holiday. After that what its
/// rows expire by and what the tenant holds are too far from what was confirmed to go on unseen, and a
/// report that must be kept longer is saved as a file.
///
/// A clock may be wrong, by a month as well as by a minute. So the host forgets a run only when it has
/// seen twice, a day or more apart, that its time is over; until then the run is listed, and may be
/// gone on with.
pub const KEPT_DAYS: u16 = 30;

/// A run's name in the journal, given by the host.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunId(pub String);

/// By which API indicators go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// Many a call, by the import API.
    #[default]
    Batches,
    /// One a call, by the single API: 100 a minute and 1,500 an hour.
    OneByOne,
}

/// What is known of a run before its first call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Header {
    /// [`FORMAT`] when it was written.
    pub format: u32,
    /// Who sends. Only this account of this tenant may go on with it.
    pub account: Account,
    /// Where to.
    pub api_base: String,
    /// When it began.
    pub started: WallTime,
    /// By which API.
    pub route: Route,
    /// What it is for.
    #[serde(default)]
    pub purpose: Purpose,
    /// The names of the files that were read.
    pub files: Vec<String>,
    /// What was read.
    pub counts: Counts,
    /// Entries of the plan.
    pub entries: u32,
    /// Of them those that delete what the tenant holds; of what was kept before this was counted, 0.
    #[serde(default)]
    pub deletions: u32,
    /// A fingerprint of the plan: a version of the page that would send something else must not go
    /// on with the run.
    pub plan: u64,
    /// Whether it came with a run file: who goes on with it here may never have reviewed its rows.
    #[serde(default)]
    pub from_file: bool,
    /// How many of its records came with a run file: the calls that they speak of are in another
    /// browser's log, and count for the service all the same.
    #[serde(default)]
    pub carried: u32,
    /// Of an undo, the rows whose indicator stays as the run left it.
    #[serde(default)]
    pub left_alone: u32,
    /// When the tenant was listed that an import was compared with, where it could not be listed again
    /// and the user chose to send all the same.
    #[serde(default)]
    pub on_list_of: Option<WallTime>,
}

/// What the host is asked to open.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    /// Nothing is written but calls: the API is asked whether it lets this page in, or what the
    /// tenant holds.
    Check,
    /// A new run.
    Begin {
        /// What is known of it.
        header: Box<Header>,
        /// What was read, with all that was decided about it.
        input: Vec<u8>,
    },
    /// A new run that leaves no trace but its calls: the user wants it so, or the browser keeps
    /// nothing.
    Unjournalled,
    /// A run that is in the journal.
    Continue {
        /// Which.
        run: RunId,
    },
}

/// The host has opened it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Its name; `None` where nothing is kept.
    pub run: Option<RunId>,
    /// The calls that may still count, in any order: those of other pages of this browser and of
    /// earlier lives of this one.
    ///
    /// **Not** those that have left since this page's worker was started, in whichever run: it has
    /// seen them leave and spaces them by its monotonic clock, which is better than any date. So the
    /// host gives itself a new name whenever it starts, writes it beside each call, and passes over
    /// the calls under that name here. A call that was told before may be told again; it is known by
    /// its class and date.
    ///
    /// A call may leave the log once the wall clock puts it further back than
    /// [`Limits::calls_count_for`]. One that lies ahead was logged before the wall clock was set back,
    /// and is to be dated now: left as it is, it would seem to have just been made for as long as the
    /// clock was set back.
    ///
    /// One thing no log can know: the wall clock may be set forward between two lives. By up to
    /// [`Limits::clock_doubt`] in all no quota is exceeded; beyond that, calls that still count for
    /// the service may seem to be over.
    ///
    /// [`Limits::calls_count_for`]: crate::limits::Limits::calls_count_for
    /// [`Limits::clock_doubt`]: crate::limits::Limits::clock_doubt
    pub calls: Vec<PastCall>,
}

/// A call that this page, in this life of its worker, has not seen leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PastCall {
    /// Whose quota it used.
    pub class: Endpoint,
    /// When its answer came, or when it was about to leave where none did.
    pub at: WallTime,
}

/// Why a run may not begin, be shown or be gone on with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum NotOpened {
    /// Another page of this browser runs.
    Elsewhere,
    /// This page is at a run.
    Busy,
    /// There is no row to send: none is ready, or those that were have expired since.
    NothingToSend,
    /// The browser does not keep what it is given.
    Storage {
        /// What it says.
        message: String,
    },
    /// It is another account's.
    OtherAccount {
        /// Whose.
        account: Account,
    },
    /// It went to another API base than the one that is configured.
    #[serde(rename_all = "camelCase")]
    OtherBase {
        /// Where it went.
        api_base: String,
    },
    /// It is not in the journal any more.
    Gone,
    /// What was kept is not what was written.
    Damaged,
    /// A later version of the page wrote it.
    Newer {
        /// The form it is in.
        format: u32,
    },
    /// This version of the page would send something else than was confirmed.
    ReadOtherwise,
    /// The file is no run file.
    NoRunFile,
    /// The tenant could not be listed, so that nothing was prepared against it.
    Unlisted,
    /// The tenant could not be listed again before an import was sent that had been compared with it.
    UnlistedAgain {
        /// When it was listed before.
        at: WallTime,
        /// Why; `None` where the user did not wait for it.
        reason: Option<Closed>,
    },
    /// The tenant is not what an import was compared with, as far as its rows are concerned.
    TenantChanged(TenantChange),
    /// It needs a part of the program that could not be fetched.
    PartMissing,
    /// It came with a file, and the guard stops some of what it would still send. Counted are indicators.
    Guarded(Vec<Guarded>),
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Closing {
    /// The report's sums, which count rows.
    pub summary: ReportSummary,
    /// What became of the plan's entries.
    pub entries: Tally,
}

/// A run as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its name.
    pub run: RunId,
    /// What is known of it.
    pub header: Header,
    /// What was read, with all that was decided about it.
    pub input: Vec<u8>,
    /// What happened, in order.
    pub records: Vec<Record>,
    /// How it ended, if it has.
    pub closing: Option<Closing>,
}

/// A run as a list of runs shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunView {
    /// Its name.
    pub run: RunId,
    /// Who sends.
    pub account: Account,
    /// Where to.
    pub api_base: String,
    /// When it began.
    pub started: WallTime,
    /// When it ended, if it has.
    pub ended: Option<WallTime>,
    /// Whether a page of this browser is at it.
    pub is_running: bool,
    /// The names of the files that were read.
    pub files: Vec<String>,
    /// By which API.
    pub route: Route,
    /// Entries of the plan.
    pub entries: u32,
    /// Of them those that delete what the tenant holds.
    pub deletions: u32,
    /// Of them accepted.
    pub accepted: u32,
    /// Rejected.
    pub rejected: u32,
    /// Sent, answer unknown.
    pub unconfirmed: u32,
    /// Not sent, or not yet.
    pub not_sent: u32,
    /// When it is forgotten by itself.
    pub expires: WallTime,
    /// Whether it came with a run file: who goes on with it here may never have reviewed its rows.
    pub from_file: bool,
    /// What it is for.
    pub purpose: Purpose,
    /// Of an undo, the indicators that stay as the run left them.
    pub left_alone: u32,
    /// That another run took something of it back, as far as this browser knows; `None` too where that
    /// one was itself taken back as a whole.
    pub undone: Option<Undone>,
}

/// That something of a run was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Undone {
    /// By which run: the last one that took something back.
    pub by: RunId,
    /// When that one began.
    pub at: WallTime,
    /// Whether some of it stays: others have changed that since, or the user left it out, or it could
    /// not be taken back, or was not yet, or was done again.
    pub partly: bool,
}

/// Has each of the runs that a browser lists say whether another of them took something of it back.
pub fn tell_undone(views: &mut [RunView]) {
    // What takes back began later, and may itself have been taken back later still.
    let places: Vec<usize> = (0..views.len()).collect();
    for place in by_figure(places, |place| -i128::from(views[*place].started.0)) {
        let takes_back = |view: &&RunView| match &view.purpose {
            Purpose::Undo { run, .. } => {
                let holds = view.undone.as_ref().is_none_or(|undone| undone.partly);
                *run == views[place].run && view.accepted > 0 && holds
            }
            Purpose::Import | Purpose::Delete => false,
        };
        let last = views
            .iter()
            .filter(takes_back)
            .max_by_key(|view| view.started);
        views[place].undone = last.map(|view| Undone {
            by: view.run.clone(),
            at: view.started,
            partly: view.leaves_something() || view.undone.is_some(),
        });
    }
}

impl RunView {
    /// Whether an undo has not taken back all that it undoes.
    const fn leaves_something(&self) -> bool {
        self.accepted < self.entries || self.left_alone > 0
    }

    /// Whether it has not ended and no page is at it.
    #[must_use]
    pub const fn may_go_on(&self) -> bool {
        self.ended.is_none() && !self.is_running
    }

    /// Whether there may be something to take back that no other run took back, and no page is at it.
    #[must_use]
    pub fn may_be_undone(&self) -> bool {
        let is_left = self.undone.as_ref().is_none_or(|undone| undone.partly);
        is_left && (self.accepted > 0 || self.unconfirmed > 0) && !self.is_running
    }
}

/// What the browser keeps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum JournalState {
    /// Runs are kept here.
    #[serde(rename_all = "camelCase")]
    Kept {
        /// Whether the browser has promised not to clear it by itself when space runs low.
        persisted: bool,
        /// Runs that are kept and cannot be listed: a later version of the page wrote them, or they
        /// are damaged.
        unread: u32,
    },
    /// The browser keeps nothing.
    Unavailable {
        /// What it says.
        message: String,
    },
}
