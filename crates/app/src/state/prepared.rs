//! The reducer's part about runs that take back or delete: how one comes on screen, and where its
//! dropping leads.
//!
//! The worker has their rows stand in the place of what stood there, and gives that back when they are
//! dropped. The page does the same with its screens: each prepared run carries the screen that it was
//! prepared on.

use ioculate_core::{
    journal::{RunId, RunView},
    session::{Command, Purpose, Selected, Summary},
};

use super::{Model, Said, Screen, Update, table::rows};

/// What is being prepared, until the worker says what would happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Preparing {
    /// To take back a run; the tenant is listed first.
    Undo(Box<RunView>),
    /// To delete indicators of the tenant.
    Delete,
}

impl Screen {
    /// For what the rows on it are that the worker holds.
    #[must_use]
    pub fn purpose(&self) -> &Purpose {
        match self {
            Self::Choose(_) => &Purpose::Import,
            Self::Review(review) => &review.summary.purpose,
            Self::Send(send) => send.origin.purpose(),
            Self::Report(report) => &report.summary.purpose,
            Self::Tenant(held) => held.before.purpose(),
        }
    }

    /// The screen that a prepared run was prepared on.
    fn before(&mut self) -> Option<Box<Self>> {
        match self {
            Self::Choose(_) | Self::Tenant(_) => None,
            Self::Review(review) => review.before.take(),
            Self::Send(send) => send.before.take(),
            Self::Report(report) => report.before.take(),
        }
    }
}

impl Model {
    /// Has an undo prepared. The tenant is listed for it, so the page need not ask for that itself.
    pub(super) fn undo(&mut self, id: &RunId) -> Update {
        let is_free = match &self.screen {
            Screen::Choose(choose) => choose.showing.is_none(),
            Screen::Report(_) => true,
            Screen::Review(_) | Screen::Send(_) | Screen::Tenant(_) => false,
        };
        let run = self.runs.as_ref().and_then(|runs| runs.get(id));
        let run = run.filter(|_| is_free && self.preparing.is_none());
        let (Some(run), Some(account)) = (run.cloned(), self.account.clone()) else {
            return Update::STALE;
        };
        self.listed_for = Some(account.clone());
        (self.said, self.notice) = (Some(Said::Listing), None);
        let command = Command::PrepareUndo {
            run: run.run.clone(),
            account,
        };
        self.preparing = Some(Preparing::Undo(Box::new(run)));
        Update::asking(vec![command])
    }

    /// Has the deletion of indicators prepared.
    pub(super) fn delete_selected(&mut self, selected: Selected) -> Update {
        let is_busy = matches!(self.screen, Screen::Send(_)) || self.preparing.is_some();
        if is_busy || *self.screen.purpose() != Purpose::Import {
            return Update::STALE;
        }
        self.notice = None;
        self.preparing = Some(Preparing::Delete);
        Update::asking(vec![Command::PrepareDelete { selected }])
    }

    /// Whether a summary is of a run that was prepared in the place of what is on screen.
    pub(super) fn is_prepared(&self, summary: &Summary) -> bool {
        let is_shown = match &self.screen {
            Screen::Choose(choose) => choose.showing.is_some(),
            Screen::Send(_) => true,
            Screen::Review(review) => review.before.is_some(),
            Screen::Report(_) | Screen::Tenant(_) => false,
        };
        let is_another = summary.purpose != *self.screen.purpose();
        summary.asked && summary.purpose != Purpose::Import && is_another && !is_shown
    }

    /// Shows what a prepared run would do.
    pub(super) fn prepared(&mut self, summary: Summary) -> Update {
        self.preparing = None;
        // A question was about something else.
        self.close_dialog();
        let before = std::mem::replace(&mut self.screen, Screen::Choose(Box::default()));
        self.review(summary, 0, Some(Box::new(before)))
    }

    /// What is prepared is nothing any more, or its report was read: what stood there before is back.
    pub(super) fn drop_prepared(&mut self) -> Update {
        if self.preparing.take().is_some() {
            self.said = None;
            return Update::asking(vec![Command::DropPrepared]);
        }
        let may_leave = match &self.screen {
            Screen::Send(send) => send.is_shut(),
            _ => true,
        };
        if may_leave && self.give_back() {
            self.back()
        } else {
            Update::STALE
        }
    }

    /// Has the worker give back what stood there too.
    pub(super) fn back(&mut self) -> Update {
        if matches!(self.screen, Screen::Tenant(_)) {
            return self.beneath(Self::back);
        }
        let mut update = self.recheck(Command::DropPrepared);
        // Rows of the other run may be on their way.
        update.ask.extend(self.table().map(|table| rows(table)));
        update
    }

    /// Shows again what stood there before. Says whether anything did.
    pub(super) fn give_back(&mut self) -> bool {
        let before = self.screen.before();
        let is_some = before.is_some();
        if let Some(before) = before {
            self.screen = *before;
            (self.said, self.notice) = (None, None);
        }
        is_some
    }

    /// Ends what is being prepared, since something else takes its place.
    pub(super) fn stop_preparing(&mut self) -> Option<Command> {
        self.preparing.take().map(|_| Command::DropPrepared)
    }
}
