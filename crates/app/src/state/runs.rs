//! The reducer's part about the runs that this browser keeps.

use ioculate_core::{
    journal::{JournalState, NotOpened, RunId, RunView},
    session::{Command, Connection, Purpose, ReportSummary, TenantState},
};

use super::{Choose, Model, Notice, Origin, Said, Screen, Send, Update, Who};

/// What the browser keeps, as the worker said last.
#[derive(Clone, Debug, PartialEq)]
pub struct Runs {
    /// Whether it keeps anything.
    pub journal: JournalState,
    /// The runs, the last begun first.
    pub all: Vec<RunView>,
}

/// What the user wants of a run that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Go on with it, as this account.
    Resume(RunId, Who),
    /// Show its report.
    Show(RunId),
    /// Forget it.
    Forget(RunId),
    /// Forget every run that no page is at.
    ForgetAll,
}

/// What the user signs in for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// To go on with a run.
    Resume(RunId),
    /// To undo one.
    Undo(RunId),
}

impl Wish {
    /// The run that it is about.
    #[must_use]
    pub fn run(&self) -> Option<&RunId> {
        match self {
            Self::Resume(run, _) | Self::Show(run) | Self::Forget(run) => Some(run),
            Self::ForgetAll => None,
        }
    }
}

impl Runs {
    /// Those that did not end.
    pub fn unfinished(&self) -> impl Iterator<Item = &RunView> {
        self.all.iter().filter(|run| run.ended.is_none())
    }

    /// Those that ended.
    pub fn past(&self) -> impl Iterator<Item = &RunView> {
        self.all.iter().filter(|run| run.ended.is_some())
    }

    /// Those that are kept and cannot be listed.
    #[must_use]
    pub fn unread(&self) -> u32 {
        match self.journal {
            JournalState::Kept { unread, .. } => unread,
            JournalState::Unavailable { .. } => 0,
        }
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, run: &RunId) -> Option<&RunView> {
        self.all.iter().find(|it| it.run == *run)
    }

    /// The one that a report speaks of.
    #[must_use]
    pub fn of(&self, report: &ReportSummary) -> Option<&RunView> {
        self.get(report.run.as_ref()?)
    }

    /// The run that one of this purpose takes back, where it is kept.
    #[must_use]
    pub fn undone_by(&self, purpose: &Purpose) -> Option<&RunView> {
        match purpose {
            Purpose::Undo { run, .. } => self.get(run),
            Purpose::Import | Purpose::Delete => None,
        }
    }

    fn said(&self) -> Said {
        let count = |runs: usize| u32::try_from(runs).unwrap_or(u32::MAX);
        Said::Runs {
            unfinished: count(self.unfinished().count()),
            past: count(self.past().count()),
        }
    }
}

impl Model {
    pub(super) fn runs(&mut self, journal: JournalState, all: Vec<RunView>) -> Update {
        let runs = Runs { journal, all };
        let before = self.runs.as_ref().map(Runs::said);
        if let Screen::Choose(choose) = &mut self.screen {
            choose.taking_in = false;
            if before.as_ref() != Some(&runs.said()) && !runs.all.is_empty() {
                self.said = Some(runs.said());
            }
        }
        self.runs = Some(runs);
        Update::drawn()
    }

    /// Goes back to where the user was, and says what could not be done.
    pub(super) fn not_opened(&mut self, why: NotOpened) -> Update {
        let mut update = Update::drawn();
        self.preparing = None;
        match &mut self.screen {
            Screen::Choose(choose) => (choose.showing, choose.taking_in) = (None, false),
            Screen::Send(send) if send.progress.is_none() => {
                let under = send.before.take();
                update = match send.origin.clone() {
                    Origin::Reviewed(summary) => self.review(*summary, 0, under),
                    Origin::Resumed { before, .. } => self.leave_resumed(under, |model| {
                        model.screen = Screen::Choose(before);
                        Update::drawn()
                    }),
                }
            }
            Screen::Send(_) | Screen::Review(_) | Screen::Report(_) | Screen::Tenant(_) => {}
        }
        if self.connection == Some(Connection::Checking) {
            self.connection = None;
        }
        // What asks the tenant is not there: the user may have it asked for again.
        if why == NotOpened::PartMissing && matches!(self.tenant, TenantState::Listing { .. }) {
            self.tenant = TenantState::Unknown;
        }
        self.notice = Some(Notice::NotOpened(why));
        update
    }

    pub(super) fn run_file(&mut self) -> Update {
        match &mut self.screen {
            Screen::Choose(choose) => choose.taking_in = true,
            _ => return Update::STALE,
        }
        Update::drawn()
    }

    /// Does what the user wants, or asks first where something would be lost or sent unseen.
    pub(super) fn wish(&mut self, wish: Wish) -> Update {
        let choose = match &mut self.screen {
            Screen::Choose(choose) => choose,
            Screen::Report(_) => return self.go_on_from_report(wish),
            Screen::Review(_) | Screen::Send(_) | Screen::Tenant(_) => return Update::STALE,
        };
        let run = wish.run().and_then(|id| self.runs.as_ref()?.get(id));
        let unseen = matches!(&wish, Wish::Resume(..)) && run.is_some_and(|run| run.from_file);
        let forgets = matches!(&wish, Wish::Forget(_) | Wish::ForgetAll);
        if unseen || forgets || choose.has_list() {
            choose.wish = Some(wish);
            return Update::drawn();
        }
        self.fulfil(wish)
    }

    /// Goes on with the run that is shown: its rows were at hand, and the report says what resuming
    /// does.
    fn go_on_from_report(&mut self, wish: Wish) -> Update {
        let Wish::Resume(id, who) = wish else {
            return Update::STALE;
        };
        let shown = match &self.screen {
            Screen::Report(report) => self.runs.as_ref().and_then(|runs| runs.of(&report.summary)),
            _ => None,
        };
        let Some(run) = shown
            .filter(|run| run.run == id && run.may_go_on())
            .cloned()
        else {
            return Update::STALE;
        };
        let under = match &mut self.screen {
            Screen::Report(report) => report.before.take(),
            _ => None,
        };
        // The worker still holds the rows that were shown; where the run is refused, none is at hand,
        // or what stood under them.
        let clear = under.is_none().then_some(Command::Clear);
        let origin = Origin::Resumed {
            run: Box::new(run),
            before: Box::default(),
        };
        let mut update = self.resume(id, who, origin, under);
        update.ask.splice(0..0, clear);
        update
    }

    /// The user has confirmed.
    pub(super) fn confirmed(&mut self) -> Update {
        match &mut self.screen {
            Screen::Choose(choose) => match choose.wish.take() {
                Some(wish) => self.fulfil(wish),
                None => Update::STALE,
            },
            _ => Update::STALE,
        }
    }

    fn fulfil(&mut self, wish: Wish) -> Update {
        let known = |id: &RunId| self.runs.as_ref()?.get(id).cloned();
        let run = match wish.run() {
            Some(id) => known(id),
            None => return Update::asking(vec![Command::ForgetRuns]),
        };
        // It may have been forgotten in another tab meanwhile.
        let (Some(run), Screen::Choose(choose)) = (run, &mut self.screen) else {
            return Update::drawn();
        };
        self.notice = None;
        match wish {
            Wish::Resume(id, who) => {
                let origin = Origin::Resumed {
                    run: Box::new(run),
                    before: std::mem::take(choose),
                };
                self.resume(id, who, origin, None)
            }
            Wish::Show(id) => {
                choose.showing = Some(run);
                let stop = self.stop_preparing();
                let show = Command::ShowRun { run: id };
                Update::asking(stop.into_iter().chain([show]).collect())
            }
            Wish::Forget(id) => Update::asking(vec![Command::ForgetRun { run: id }]),
            Wish::ForgetAll => Update::STALE,
        }
    }

    fn resume(
        &mut self,
        run: RunId,
        who: Who,
        origin: Origin,
        under: Option<Box<Screen>>,
    ) -> Update {
        let account = who.account.clone();
        self.said = None;
        let stop = self.stop_preparing();
        self.screen = Screen::Send(Box::new(Send::new(origin, who, false, under)));
        let resume = Command::ResumeRun { run, account };
        Update::asking(stop.into_iter().chain([resume]).collect())
    }
}

impl Choose {
    /// Whether a list is at hand, or on its way.
    #[must_use]
    pub fn has_list(&self) -> bool {
        self.awaited > 0 || self.records() > 0
    }

    /// Records of the list at hand.
    #[must_use]
    pub fn records(&self) -> u32 {
        self.list.as_ref().map_or(0, |list| list.counts.records)
    }
}
