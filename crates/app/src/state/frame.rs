//! What the page in whose frame this one stands is told: counts and no names.

use ioculate_core::session::ReportSummary;

use super::{Model, Screen};

/// What became of the rows of a run that has ended here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Names of the protocol, and figures.
    pub figures: [(&'static str, u32); 7],
    /// Whether all that could be sent was.
    pub is_whole: bool,
}

impl Totals {
    fn of(summary: &ReportSummary) -> Self {
        Self {
            figures: [
                ("records", summary.counts.records),
                ("accepted", summary.accepted),
                ("rejected", summary.rejected),
                ("unconfirmed", summary.unconfirmed),
                ("notSent", summary.not_sent),
                ("deleted", summary.deleted),
                ("restored", summary.restored),
            ],
            is_whole: summary.stopped.is_none(),
        }
    }
}

impl Model {
    /// What became of the run whose end is on screen; none of a report that is looked at again.
    #[must_use]
    pub fn finished(&self) -> Option<Totals> {
        // It is no other end where the tenant is looked at meanwhile.
        let screen = match &self.screen {
            Screen::Tenant(held) => &*held.before,
            screen => screen,
        };
        match screen {
            Screen::Report(report) if report.who.is_some() => Some(Totals::of(&report.summary)),
            _ => None,
        }
    }
}
