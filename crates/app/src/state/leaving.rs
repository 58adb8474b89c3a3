//! What leaving the page would lose: the browser asks before it is left where that is something.
//!
//! What is kept in this browser is not lost, nor is what a user has in a file. So a list that was read
//! is not, but what the user decided about it is.

use ioculate_core::session::{ExportKind, Progress, Waiting};

use super::{EditMsg, Model, Msg, Report, Screen, Update};

/// What leaving the page would lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// What the user decided about the rows at hand.
    Decisions,
    /// The answers to calls that are on their way, or that could not be written down.
    Answers,
    /// All that is known of a run.
    Run,
    /// The report of a run that is not kept, as long as it was not saved as a file.
    Report,
}

/// What the page remembers of what leaving would lose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unkept {
    /// Whether the user has decided something about the list at hand.
    decided: bool,
    /// Whether the report on screen was saved.
    saved: bool,
}

impl Model {
    /// Whether leaving the page would lose something.
    #[must_use]
    pub fn loses_by_leaving(&self) -> bool {
        self.loss().is_some()
    }

    /// What leaving the page would lose.
    #[must_use]
    pub fn loss(&self) -> Option<Loss> {
        // With the worker all of it is gone already.
        if self.fault.is_some() {
            return None;
        }
        let decisions = self.unkept.decided.then_some(Loss::Decisions);
        match &self.screen {
            Screen::Send(send) => match &send.progress {
                Some(progress) => of_run(send.unjournalled, progress),
                None => decisions,
            },
            Screen::Report(report) => self.of_report(report),
            Screen::Review(review) if review.is_written_in() => Some(Loss::Decisions),
            Screen::Choose(_) | Screen::Review(_) | Screen::Tenant(_) => decisions,
        }
    }

    fn of_report(&self, report: &Report) -> Option<Loss> {
        let is_here_alone = report.who.is_some() && report.summary.run.is_none();
        (is_here_alone && !self.unkept.saved).then_some(Loss::Report)
    }

    /// Notes what a message that was taken in means for leaving.
    pub(super) fn note_unkept(&mut self, bearing: Option<Bearing>, update: &Update) {
        match bearing.filter(|_| *update != Update::STALE) {
            Some(Bearing::Decides) => self.unkept.decided = true,
            Some(Bearing::Saves) => self.unkept.saved = true,
            None => {}
        }
        self.unkept.decided &= has_list(&self.screen);
        self.unkept.saved &= matches!(self.screen, Screen::Report(_));
    }
}

/// What a message means for leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearing {
    /// It decides something about the list at hand.
    Decides,
    /// It saves the report.
    Saves,
}

impl Bearing {
    pub(super) const fn of(msg: &Msg) -> Option<Self> {
        match msg {
            Msg::Fix(..)
            | Msg::ReadAs { .. }
            | Msg::Choices(_)
            | Msg::Policy(_)
            | Msg::Defaults(_)
            | Msg::Edit(EditMsg::Save | EditMsg::Step(_)) => Some(Self::Decides),
            Msg::Export(ExportKind::ReportCsv | ExportKind::ReportJson) => Some(Self::Saves),
            _ => None,
        }
    }
}

/// A run that is written down is gone on with as if it had not been left, but for what is not: the
/// answers that are on their way, or that the browser refused.
fn of_run(unjournalled: bool, progress: &Progress) -> Option<Loss> {
    let is_refused = matches!(progress.why, Waiting::Journal { .. });
    match (unjournalled, progress.in_flight) {
        (true, _) => Some(Loss::Run),
        (false, 0) if !is_refused => None,
        (false, _) => Some(Loss::Answers),
    }
}

/// Whether a list of the user's own is at hand, on screen or beneath what is.
fn has_list(screen: &Screen) -> bool {
    let beneath = match screen {
        Screen::Choose(choose) => return choose.list.is_some(),
        Screen::Review(review) => &review.before,
        Screen::Send(send) => &send.before,
        Screen::Tenant(held) => return has_list(&held.before),
        Screen::Report(_) => return false,
    };
    beneath.as_ref().is_none_or(|before| has_list(before))
}
