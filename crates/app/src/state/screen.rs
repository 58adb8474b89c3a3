//! The four screens, each with the data that only it has.

use ioculate_core::session::{
    Connection, Detail, Filter, Progress, ReportSummary, RowView, Summary, VerdictFilter, Window,
};

use super::{Happened, Who};

/// What is on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// Give a list.
    Choose(Choose),
    /// See what would happen.
    Review(Box<Review>),
    /// See it happen.
    Send(Box<Send>),
    /// See what happened.
    Report(Box<Report>),
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
    /// Which step it is.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            Self::Choose(_) => Step::Choose,
            Self::Review(_) => Step::Review,
            Self::Send(_) => Step::Send,
            Self::Report(_) => Step::Report,
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
}

/// Rows in a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Which rows.
    pub filter: Filter,
    /// The first row in view and how many are.
    pub view: (u32, u32),
    /// The rows that came for it, or for an earlier one.
    pub window: Option<Window>,
    /// The cursor's place within the filter.
    pub cursor: Option<u32>,
    /// The row under the cursor, in full.
    pub detail: Option<Box<Detail>>,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            filter: Filter::default(),
            view: (0, 60),
            window: None,
            cursor: None,
            detail: None,
        }
    }
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
    /// What stands over the page.
    pub dialog: Dialog,
}

/// What stands over the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialog {
    /// Nothing.
    #[default]
    None,
    /// The question whether to send.
    Confirm(Confirm),
}

/// The question whether to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirm {
    /// Of what will be sent, how many block something.
    pub blocking: u32,
}

/// The third screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Send {
    /// What was reviewed, so that the user can go back where nothing was sent.
    pub summary: Summary,
    /// Who sends.
    pub who: Who,
    /// What the API said to the first question.
    pub connection: Connection,
    /// How it goes, once it has begun.
    pub progress: Option<Box<Progress>>,
    /// What happened, newest first.
    pub log: Vec<Happened>,
}

/// The last screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// How it ended.
    pub summary: ReportSummary,
    /// Who sent.
    pub who: Who,
    /// The sources' names; a line needs one where there are several.
    pub files: Vec<String>,
    /// The rows.
    pub table: Table,
}

impl Send {
    /// Whether `who` is the account that sends.
    #[must_use]
    pub fn is_of(&self, who: &Who) -> bool {
        let (mine, theirs) = (&self.who.account, &who.account);
        (&mine.tenant_id, &mine.account_id) == (&theirs.tenant_id, &theirs.account_id)
    }
}

impl Table {
    /// The row at a place within the filter, where it is at hand.
    #[must_use]
    pub fn at(&self, place: u32) -> Option<&RowView> {
        let window = self.window.as_ref()?;
        window.rows.get(place.checked_sub(window.start)? as usize)
    }

    /// The number of the row at a place within the filter.
    #[must_use]
    pub fn row_at(&self, place: u32) -> Option<u32> {
        self.at(place).map(|row| row.row)
    }

    /// How many rows pass the filter; 0 before the worker said so.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.window.as_ref().map_or(0, |window| window.total)
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
