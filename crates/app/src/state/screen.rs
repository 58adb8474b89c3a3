//! The screens, each with the data that only it has: four steps, and what the tenant holds.

use ioculate_core::{
    clock::WallTime,
    journal::{Route, RunView},
    session::{
        Connection, Filter, GuardState, Progress, Purpose, ReportSummary, Summary, TenantState,
        VerdictFilter,
    },
};

use super::{Editing, Happened, Held, Picked, Table, ToCopy, Way, Went, Who, Wish};

/// What is on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// Give a list.
    Choose(Box<Choose>),
    /// See what would happen.
    Review(Box<Review>),
    /// See it happen.
    Send(Box<Send>),
    /// See what happened.
    Report(Box<Report>),
    /// See what the tenant holds; it lies over one of the others and is no step.
    Tenant(Box<Held>),
}

/// The steps of the title bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// [`Screen::Choose`]
    Choose,
    /// [`Screen::Review`]
    Review,
    /// [`Screen::Send`]
    Send,
    /// [`Screen::Report`]
    Report,
}

impl Step {
    /// In order.
    pub const ALL: [Self; 4] = [Self::Choose, Self::Review, Self::Send, Self::Report];
}

impl Screen {
    /// Whether the rows of a list are on it, or are to be.
    #[must_use]
    pub const fn has_rows(&self) -> bool {
        matches!(self, Self::Review(_))
    }

    /// Which step it is; what lies over one is at that one.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            Self::Choose(_) => Step::Choose,
            Self::Review(_) => Step::Review,
            Self::Send(_) => Step::Send,
            Self::Report(_) => Step::Report,
            Self::Tenant(held) => held.before.step(),
        }
    }
}

/// The first screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choose {
    /// Answers that the worker still owes.
    pub awaited: u32,
    /// The first of them that were not asked for by giving something here: they keep this screen,
    /// where text may stand that was typed meanwhile.
    pub of_old: u32,
    /// What is being read.
    pub reading: Option<String>,
    /// What was read already, if the user came back, or if nothing usable was in it.
    pub list: Option<Box<Summary>>,
    /// What the user is asked to confirm.
    pub wish: Option<Wish>,
    /// The run whose report was asked for.
    pub showing: Option<RunView>,
    /// Whether a run file is being taken in.
    pub taking_in: bool,
}

/// The second screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// What was read.
    pub summary: Summary,
    /// Answers that the worker still owes; the sums are final when there are none.
    pub awaited: u32,
    /// What is being read.
    pub reading: Option<String>,
    /// The rows.
    pub table: Table,
    /// Those of them that are chosen.
    pub picked: Picked,
    /// What is being written in rows.
    pub editing: Option<Editing>,
    /// The chosen rows as a text for the clipboard, as far as the worker has told it.
    pub copy: ToCopy,
    /// What was done last; `None` where nothing was.
    pub went: Option<Went>,
    /// The step that the worker takes, and how many it had taken before.
    pub(super) going: Option<(Way, u32)>,
    /// What stands over the page.
    pub dialog: Dialog,
    /// Where dropping a prepared run leads; `None` for a list of the user's own.
    pub before: Option<Box<Screen>>,
}

/// What must come before a list can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// The answers that the worker owes.
    Sums,
    /// The tenant's list.
    Tenant,
    /// The guard's lists.
    Guard,
    /// The user's word on what is written in rows and not saved.
    Text,
    /// Something to send.
    Entries,
}

impl Review {
    /// A review that has just begun.
    #[must_use]
    pub fn new(summary: Summary, awaited: u32, before: Option<Box<Screen>>) -> Self {
        Self {
            summary,
            awaited,
            reading: None,
            table: Table::default(),
            picked: Picked::default(),
            editing: None,
            copy: ToCopy::default(),
            went: None,
            going: None,
            dialog: Dialog::None,
            before,
        }
    }

    /// What must come before the list can be sent; `None` where nothing must.
    #[must_use]
    pub fn awaits(&self, tenant: &TenantState) -> Option<Before> {
        let summary = &self.summary;
        match tenant {
            _ if self.awaited > 0 => Some(Before::Sums),
            _ if self.is_written_in() => Some(Before::Text),
            TenantState::Listing { .. } => Some(Before::Tenant),
            // Its news is under way. What a run has made stale is compared with nothing.
            TenantState::Known(sums) if summary.outlook.is_none() && !sums.is_stale => {
                Some(Before::Tenant)
            }
            _ if summary.guard == GuardState::Loading => Some(Before::Guard),
            _ if summary.entries == 0 => Some(Before::Entries),
            _ => None,
        }
    }

    /// Whether the sums stay as they are until the user does something.
    #[must_use]
    pub fn is_settled(&self, tenant: &TenantState) -> bool {
        !matches!(self.awaits(tenant), Some(Before::Sums | Before::Tenant))
    }
}

/// What stands over the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Dialog {
    /// Nothing.
    #[default]
    None,
    /// The question whether to send.
    Confirm(Confirm),
    /// The ways out without the API.
    Ways,
}

/// The question whether to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirm {
    /// By which API.
    pub route: Route,
    /// Whether the run is written down.
    pub journalling: Journalling,
    /// Whether the tenant is listed again first.
    pub listing: Listing,
}

/// Whether the tenant is listed again before an import is sent that was compared with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// It is.
    Again,
    /// It could not be when it was last asked.
    Failed {
        /// When it was listed before.
        at: WallTime,
        /// Whether the user will send by that list, rather than have it asked once more.
        as_listed: bool,
    },
}

/// Whether a run is written down in this browser as it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Journalling {
    /// It is.
    On,
    /// The browser refused when it was last asked.
    Refused {
        /// What it said.
        message: String,
        /// Whether the user will do without, rather than have it asked once more.
        without: bool,
    },
    /// The browser keeps nothing.
    Unavailable {
        /// What it says.
        message: String,
    },
}

/// The third screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Send {
    /// Where it came from, so that the user can go back where nothing was sent.
    pub origin: Origin,
    /// Who sends.
    pub who: Who,
    /// Whether nothing of it is kept in this browser.
    pub unjournalled: bool,
    /// What the API said to the first question.
    pub connection: Connection,
    /// How it goes, once it has begun.
    pub progress: Option<Box<Progress>>,
    /// What happened, newest first.
    pub log: Vec<Happened>,
    /// As of [`Review::before`].
    pub before: Option<Box<Screen>>,
}

/// What a run began with.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// A list that was reviewed.
    Reviewed(Box<Summary>),
    /// A run that did not end.
    Resumed {
        /// Which.
        run: Box<RunView>,
        /// The screen that it was chosen on.
        before: Box<Choose>,
    },
}

impl Origin {
    /// What the run is for.
    #[must_use]
    pub fn purpose(&self) -> &Purpose {
        match self {
            Self::Reviewed(list) => &list.purpose,
            Self::Resumed { run, .. } => &run.purpose,
        }
    }

    /// The names of the files that were read.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        match self {
            Self::Reviewed(list) => list.files.iter().map(|file| file.name.clone()).collect(),
            Self::Resumed { run, .. } => run.files.clone(),
        }
    }
}

/// The last screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// How it ended.
    pub summary: ReportSummary,
    /// Who sent; `None` where it was opened from the runs that are kept.
    pub who: Option<Who>,
    /// The sources' names; a line needs one where there are several.
    pub files: Vec<String>,
    /// The rows.
    pub table: Table,
    /// As of [`Review::before`].
    pub before: Option<Box<Screen>>,
}

impl Send {
    /// A run that is about to begin.
    #[must_use]
    pub fn new(origin: Origin, who: Who, unjournalled: bool, before: Option<Box<Screen>>) -> Self {
        Self {
            origin,
            who,
            unjournalled,
            connection: Connection::Checking,
            progress: None,
            log: Vec::new(),
            before,
        }
    }

    /// Whether the API did not let the page in, so that nothing has left.
    #[must_use]
    pub fn is_shut(&self) -> bool {
        self.progress.is_none() && matches!(self.connection, Connection::Closed { .. })
    }

    /// The step that the user came from.
    #[must_use]
    pub fn goes_back_to(&self) -> Step {
        match self.origin {
            Origin::Reviewed(_) => Step::Review,
            Origin::Resumed { .. } => Step::Choose,
        }
    }

    /// Whether `who` is the account that sends.
    #[must_use]
    pub fn is_of(&self, who: &Who) -> bool {
        let (mine, theirs) = (&self.who.account, &who.account);
        (&mine.tenant_id, &mine.account_id) == (&theirs.tenant_id, &theirs.account_id)
    }
}

impl Report {
    /// How many rows can be mended and sent: those of a list that were refused or rejected.
    #[must_use]
    pub fn to_mend(&self) -> u32 {
        match self.summary.purpose {
            Purpose::Import => self.summary.counts.refused + self.summary.rejected,
            Purpose::Undo { .. } | Purpose::Delete => 0,
        }
    }
}

/// The rows that a report shows first: those that did not go in.
pub(super) fn first_filter(report: &ReportSummary) -> Filter {
    let verdict = if report.rejected > 0 {
        Some(VerdictFilter::Rejected)
    } else if report.unconfirmed > 0 {
        Some(VerdictFilter::Unconfirmed)
    } else {
        None
    };
    Filter {
        verdict,
        ..Filter::default()
    }
}
