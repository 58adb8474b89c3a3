//! What the tab's title says, and a notification.

use ioculate_core::session::{Connection, Purpose};

use super::{connection, message::signs as message, send, shell, undo};
use crate::state::{Model, Pace, Screen, Standing};

/// The document's title: what is on screen, or how far a run is.
#[must_use]
pub fn title(model: &Model) -> String {
    match (&model.fault, &model.screen, model.standing()) {
        (Some(fault), ..) => shell::error_title(shell::fault(fault)),
        (None, Screen::Send(send), Standing::Run { pace, percent }) => {
            shell::titled(&run(pace, percent, &send.who.tenant))
        }
        (None, Screen::Send(send), _) => match &send.connection {
            Connection::Closed { reason, .. } => shell::error_title(connection::heading(reason)),
            _ => shell::title(&model.screen),
        },
        (None, screen, _) => shell::title(screen),
    }
}

/// What needs the user comes first: a tab shows the first words alone.
fn run(pace: Pace, percent: u32, tenant: &str) -> String {
    match pace {
        Pace::Goes => message::runs(percent, tenant),
        Pace::Waits => message::waits(percent, tenant),
        Pace::Paused => message::paused(percent, tenant),
        Pace::NeedsUser => message::needs_you(percent, tenant),
    }
}

/// What a notification says. It lies on the desk for everybody: counts and no names.
#[must_use]
pub fn news(model: &Model) -> String {
    match (&model.fault, &model.screen) {
        (Some(fault), _) => shell::fault(fault).to_owned(),
        (None, Screen::Send(it)) => match (&it.progress, &it.connection) {
            (Some(progress), _) => send::heading(&progress.why, false, &Purpose::Import, ""),
            (None, Connection::Closed { reason, .. }) => connection::heading(reason).to_owned(),
            (None, _) => String::new(),
        },
        (None, Screen::Report(report)) if report.summary.purpose == Purpose::Import => {
            let (accepted, rejected) = (report.summary.accepted, report.summary.rejected);
            super::message::shell::title_report(accepted, rejected)
        }
        (None, Screen::Report(report)) => undo::title(&report.summary),
        (None, _) => String::new(),
    }
}
