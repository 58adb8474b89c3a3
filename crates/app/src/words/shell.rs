//! The frame around every screen.

use ioculate_core::{
    config::Cloud,
    session::{Purpose, Waiting},
};

use crate::{
    state::{Fault, Said, Screen, Step},
    words::{self, message::shell as message},
};

/// The product's name; lower case, since a capital reads as an L.
pub const NAME: &str = "ioculate";
/// What rows are described as that say nothing. It is sent, so it is the same in every language.
pub const DEFAULT_DESCRIPTION: &str = "imported";
/// The day on which the API's limits were read.
const LIMITS_AS_OF: &str = "2026-11-21";

/// The themes: the name in the markup, and what is read.
#[must_use]
pub fn themes() -> [(&'static str, &'static str); 3] {
    [
        ("system", message::theme_system()),
        ("light", message::theme_light()),
        ("dark", message::theme_dark()),
    ]
}

/// A step's name.
#[must_use]
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Choose => message::step_choose(),
        Step::Review => message::step_review(),
        Step::Send => message::step_send(),
        Step::Report => message::step_report(),
    }
}

/// The build at the foot.
#[must_use]
pub fn build(id: &str) -> String {
    message::build(id, LIMITS_AS_OF)
}

/// The document's title.
#[must_use]
pub fn title(screen: &Screen) -> String {
    let screen = match screen {
        Screen::Choose(_) => message::title_choose().to_owned(),
        Screen::Tenant(_) => words::message::shell::tenant_view().to_owned(),
        Screen::Review(review) if review.before.is_some() && review.summary.entries == 0 => {
            words::message::undo::nothing().to_owned()
        }
        Screen::Review(review) if review.before.is_some() => {
            let label = words::undo::send(&review.summary.purpose, review.summary.entries);
            message::title_question(&label)
        }
        Screen::Review(review) => message::title_review(review.summary.counts.records),
        Screen::Send(send) => words::undo::doing(send.origin.purpose()).to_owned(),
        Screen::Report(report) if report.summary.purpose != Purpose::Import => {
            words::undo::title(&report.summary)
        }
        Screen::Report(report) => {
            message::title_report(report.summary.accepted, report.summary.rejected)
        }
    };
    titled(&screen)
}

/// The document's title of what is shown.
#[must_use]
pub fn titled(shown: &str) -> String {
    message::title(shown, NAME)
}

/// The document's title where something failed.
#[must_use]
pub fn error_title(heading: &str) -> String {
    message::error_title(heading, NAME)
}

/// What a screen reader is told.
#[must_use]
pub fn said(said: &Said) -> String {
    match said {
        Said::Sums {
            ready,
            refused,
            conflict,
            entries,
            unread,
        } => {
            let sums = message::said_sums(*entries, *ready, *refused, *conflict);
            words::review::with_unread(sums, *unread)
        }
        Said::Listing => message::said_listing().to_owned(),
        Said::Compared { entries, created } => message::said_compared(*entries, *created),
        Said::NotCompared => message::said_not_compared().to_owned(),
        Said::Held { held } => words::message::held::said(*held),
        Said::NotHeld => words::message::held::failed().to_owned(),
        Said::Tenths {
            tenths,
            accepted,
            rejected,
        } => message::said_tenths(tenths * 10, *accepted, *rejected),
        Said::Waits(why) => waits(why),
        Said::Runs { unfinished, past } => words::runs::said(*unfinished, *past),
    }
}

fn waits(why: &Waiting) -> String {
    words::send::heading(why, false, &Purpose::Import, "Defender")
}

/// What ended the page's work: heading.
#[must_use]
pub fn fault(fault: &Fault) -> &'static str {
    match fault {
        Fault::Late => message::late(),
        Fault::Worker { .. } => message::lost(),
    }
}

/// Files were dropped where none are read.
#[must_use]
pub fn turned_away(screen: &Screen) -> &'static str {
    match screen {
        Screen::Tenant(_) => message::turned_away_from_tenant(),
        Screen::Report(_) => message::turned_away_from_report(),
        Screen::Review(_) => message::turned_away_from_prepared(),
        _ => message::turned_away_from_sending(),
    }
}

/// The worker died: what is lost.
#[must_use]
pub fn worker_lost(sending: bool) -> &'static str {
    if sending {
        message::lost_while_sending()
    } else {
        message::lost_body()
    }
}

/// A cloud's name.
#[must_use]
pub fn cloud(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Commercial => message::cloud_commercial(),
        Cloud::Gcc => "US Government GCC",
        Cloud::GccHigh => "US Government GCC High",
        Cloud::Dod => "US Government DoD",
    }
}
