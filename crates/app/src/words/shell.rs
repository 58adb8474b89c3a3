//! The frame around every screen.

use ioculate_core::{
    config::Cloud,
    session::{Purpose, Waiting},
};

use crate::{
    figures::number,
    state::{Fault, Said, Screen, Step},
    words,
};

/// The product's name; lower case, since a capital reads as an L.
pub const NAME: &str = "ioculate";
/// Label of the link past the title bar.
pub const SKIP: &str = "Skip to content";
/// Label of the list of steps.
pub const STEPS: &str = "Steps";
/// Label of the language choice.
pub const LANGUAGE: &str = "Language";
/// Label of the theme choice.
pub const THEME: &str = "Theme";
/// The themes.
pub const THEMES: [(&str, &str); 3] = [("system", "System"), ("light", "Light"), ("dark", "Dark")];
/// First words of the demo banner.
pub const DEMO: &str = "Demo.";
/// The demo banner.
pub const DEMO_BODY: &str = "Sign-in and Defender are imitated on this computer. No tenant is touched, and no real account is needed.";
/// The promise at the foot.
pub const STAYS_HERE: &str =
    "Nothing leaves this browser but calls to Microsoft's sign-in and the API host above.";
/// The same in the demo.
pub const STAYS_HERE_DEMO: &str = "Nothing leaves this computer.";

/// A step's name.
#[must_use]
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Choose => "Choose",
        Step::Review => "Review",
        Step::Send => "Send",
        Step::Report => "Report",
    }
}

/// The build at the foot.
#[must_use]
pub fn build(id: &str) -> String {
    format!("Build {id}, limits as of 2026-11-21")
}

/// The document's title.
#[must_use]
pub fn title(screen: &Screen) -> String {
    let screen = match screen {
        Screen::Choose(_) => "Choose what to import".to_owned(),
        Screen::Tenant(_) => words::held::NAME.to_owned(),
        Screen::Review(review) if review.before.is_some() && review.summary.entries == 0 => {
            words::undo::NOTHING.to_owned()
        }
        Screen::Review(review) if review.before.is_some() => {
            words::undo::send(&review.summary.purpose, review.summary.entries) + "?"
        }
        Screen::Review(review) => format!(
            "Review {}",
            words::counted(review.summary.counts.records, "record", "records")
        ),
        Screen::Send(send) => words::undo::doing(send.origin.purpose()).to_owned(),
        Screen::Report(report) if report.summary.purpose != Purpose::Import => {
            words::undo::title(&report.summary)
        }
        Screen::Report(report) => {
            let report = &report.summary;
            format!(
                "Report: {} accepted, {} rejected",
                number(report.accepted),
                number(report.rejected)
            )
        }
    };
    format!("{screen} - {NAME}")
}

/// The document's title where something failed.
#[must_use]
pub fn error_title(heading: &str) -> String {
    format!("Error: {heading} - {NAME}")
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
        } => {
            format!(
                "{} to send. {} ready, {} refused, {} in conflict.",
                number(*entries),
                number(*ready),
                number(*refused),
                number(*conflict)
            )
        }
        Said::Listing => "Reading what the tenant holds.".to_owned(),
        Said::Compared { entries, created } => format!(
            "Compared with the tenant. {} would be sent, {} of them new.",
            words::counted(*entries, "indicator", "indicators"),
            number(*created)
        ),
        Said::NotCompared => "Not compared with the tenant.".to_owned(),
        Said::Held { held } => words::held::said(*held),
        Said::NotHeld => words::held::FAILED.to_owned(),
        Said::Tenths {
            tenths,
            accepted,
            rejected,
        } => {
            format!(
                "{} % answered: {} accepted, {} rejected.",
                tenths * 10,
                number(*accepted),
                number(*rejected)
            )
        }
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
        Fault::Late => "The part of this page that reads lists has not started",
        Fault::Worker { .. } => "The part of this page that holds your list has stopped",
    }
}

/// The worker is late.
pub const WORKER_LATE_BODY: &str = "It is still waited for, and the page goes on by itself when it comes. A slow or filtered network can be \
                                    why. Nothing was sent. If it does not come, load the page again.";

/// Files were dropped where none are read.
#[must_use]
pub fn turned_away(screen: &Screen) -> &'static str {
    match screen {
        Screen::Tenant(_) => {
            "The files were not read: what the tenant holds lies over your list. Go back first, then drop them again."
        }
        Screen::Report(_) => {
            "The files were not read: this is a report. Leave it by the button at its foot, then drop them again."
        }
        Screen::Review(_) => {
            "The files were not read: nothing is added to an undo or a deletion. Leave it by the button at its foot, then drop them again."
        }
        _ => {
            "The files were not read: the list at hand is on its way. Drop them again when its report is there."
        }
    }
}

/// Label of taking a message away.
pub const CLOSE: &str = "Close";

/// The worker died: what is lost.
#[must_use]
pub fn worker_lost(sending: bool) -> &'static str {
    if sending {
        "Indicators that were accepted are in the tenant. Which ones were in flight is no longer known here. \
         Sending the same list again does no harm: the API updates what it has."
    } else {
        "Nothing was sent. The list that was read and the fixes made to it are gone; your files are untouched."
    }
}

/// The worker died: what to do.
pub const WORKER_DO: &str = "Load the page again and give the list once more. If it happens again with the same list, \
                             report the text below together with the build.";
/// Label of the button that loads the page again.
pub const RELOAD: &str = "Load the page again";
/// What stands before the worker's own words.
pub const WORKER_SAID: &str = "What it said last";

/// Page and worker are of two builds, and loading again did not help.
#[must_use]
pub fn two_builds(page: &str, worker: &str) -> String {
    format!(
        "The page is of build {page}, its worker of build {worker}. A cache holds one of them back."
    )
}

/// The configuration is wrong: heading.
pub const CONFIG_FAILED: &str = "This page is not set up correctly";
/// The configuration is wrong: what it means.
pub const CONFIG_BODY: &str = "Its configuration, config.json, does not say what it must. Nothing was read and nothing was sent. \
                               Whoever hosts this page can mend it:";
/// The configuration did not arrive.
pub const CONFIG_UNREACHABLE: &str =
    "config.json is not there, or the server does not give it out. It lies beside index.html.";

/// The configuration is no JSON.
#[must_use]
pub fn config_no_json(error: &str) -> String {
    format!("config.json is no JSON: {error}.")
}

/// What rows are described as that say nothing.
pub const DEFAULT_DESCRIPTION: &str = "imported";

/// A cloud's name.
#[must_use]
pub fn cloud(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Commercial => "Commercial",
        Cloud::Gcc => "US Government GCC",
        Cloud::GccHigh => "US Government GCC High",
        Cloud::Dod => "US Government DoD",
    }
}
