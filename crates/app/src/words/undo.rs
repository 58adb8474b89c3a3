//! Runs that take back what another did, or delete what was selected in the tenant.

use ioculate_core::{
    import::Outcome,
    journal::{KEPT_DAYS, RunView, Undone},
    session::{Fate, Fates, Purpose, ReportSummary},
};

use crate::{
    figures::{moment, number},
    state::{Preparing, Screen},
    words::{again, counted, review, runs, verb},
};

/// What a run was, in a list: its files where it imported, else what it did. `undid` is the run that it
/// took back, where that is known.
#[must_use]
pub fn name(run: &RunView, undid: Option<&RunView>) -> String {
    match &run.purpose {
        Purpose::Import => runs::files(&run.files),
        Purpose::Delete => "Deletion".to_owned(),
        Purpose::Undo { started, .. } => {
            let what = undid.map_or("run", |run| noun(&run.purpose));
            format!("Undo of the {what} of {}", moment(*started))
        }
    }
}

fn noun(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => "import",
        Purpose::Delete => "deletion",
        Purpose::Undo { .. } => "undo",
    }
}

/// What the service accepted of a run, in a word.
#[must_use]
pub fn done(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => "accepted",
        Purpose::Undo { .. } => "taken back",
        Purpose::Delete => "deleted",
    }
}

/// Label.
#[must_use]
pub fn undo(run: &RunView) -> &'static str {
    match (&run.undone, &run.purpose) {
        (Some(_), _) => "Undo the rest",
        (None, Purpose::Import) => "Undo this import",
        (None, Purpose::Delete) => "Undo this deletion",
        (None, Purpose::Undo { .. }) => "Undo this undo",
    }
}

/// Label, where little room is.
#[must_use]
pub fn undo_short(run: &RunView) -> &'static str {
    if run.undone.is_some() {
        "Undo the rest"
    } else {
        "Undo"
    }
}

/// The same while nobody is signed in.
#[must_use]
pub fn sign_in_and_undo(run: &RunView) -> &'static str {
    if run.undone.is_some() {
        "Sign in and undo the rest"
    } else {
        "Sign in and undo"
    }
}

/// Somebody of another tenant is signed in.
pub const OTHER_TENANT: &str = "Only an account of its tenant can undo it.";

/// Heading on a report.
pub const UNDO: &str = "Undo";

/// What undoing a run means.
#[must_use]
pub fn meaning(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => {
            "What this run created is deleted, and what it updated or replaced gets back what it was. \
             What others have changed since is left alone. You see it all before anything is sent."
        }
        Purpose::Delete => {
            "What this run deleted is made again from what is kept of it here, under new ids. \
             You see it all before anything is sent."
        }
        Purpose::Undo { .. } => {
            "What this undo deleted is made again under new ids, and what it restored becomes what it was before. \
             You see it all before anything is sent."
        }
    }
}

/// That a run was undone, by the run that began then.
#[must_use]
pub fn undone(undone: &Undone) -> String {
    let how = if undone.partly {
        "Undone in part"
    } else {
        "Undone"
    };
    format!("{how} by the run of {}", moment(undone.at))
}

/// Behind it, before who began that run.
pub const BY: &str = " by ";

/// What that leaves.
#[must_use]
pub fn stays(undone: &Undone) -> &'static str {
    if undone.partly {
        " Some of it stays: its report says what, and why."
    } else {
        ""
    }
}

/// The same in a list.
#[must_use]
pub fn undone_short(undone: &Undone) -> String {
    let how = if undone.partly {
        "undone in part on"
    } else {
        "undone on"
    };
    format!("{how} {}", moment(undone.at))
}

/// Nothing of a run is kept.
pub const NOT_KEPT: &str = "It cannot be undone from here: the browser keeps no record of it.";

/// While one is being prepared.
#[must_use]
pub fn preparing(what: &Preparing) -> String {
    match what {
        Preparing::Delete => "Preparing the deletion.".to_owned(),
        Preparing::Undo(run) => format!(
            "Preparing to undo the {} of {}.",
            noun(&run.purpose),
            moment(run.started)
        ),
    }
}

/// Label of ending that.
pub const CANCEL: &str = "Cancel";

/// Heading of the review; the tenant's name follows.
#[must_use]
pub fn heading(sent: &Fates) -> String {
    match (sent.delete, sent.restore) {
        (0, 0) => "Nothing is left to do in ".to_owned(),
        (0, n) => format!("{} will be restored in ", indicators(n)),
        (n, 0) => format!("{} will be deleted from ", indicators(n)),
        (d, r) => format!(
            "{} will be deleted and {} restored in ",
            indicators(d),
            number(r)
        ),
    }
}

/// The same where nothing is known of the tenant.
#[must_use]
pub fn heading_unknown(entries: u32) -> String {
    format!("{} will be deleted or restored in ", indicators(entries))
}

fn indicators(count: u32) -> String {
    counted(count, "indicator", "indicators")
}

/// Under the heading of a review.
#[must_use]
pub fn lead(purpose: &Purpose, undid: Option<&RunView>, left: u32) -> String {
    let what = match purpose {
        Purpose::Undo { started, .. } => format!(
            "This takes back the {} of {}.",
            undid.map_or("run", |run| noun(&run.purpose)),
            moment(*started)
        ),
        Purpose::Import | Purpose::Delete => "These were selected in the tenant.".to_owned(),
    };
    let left = match left {
        0 => String::new(),
        n => format!(" {} {} left alone.", number(n), verb(n, "is", "are")),
    };
    format!("{what}{left} Nothing has been changed yet.")
}

/// A tenant whose name is not known, since nobody is signed in.
pub const THE_TENANT: &str = "the tenant";

/// Before the moment of the tenant's list.
pub const AS_OF: &str = "As the tenant was at";

/// Label of the sums.
pub const SUMS: &str = "What would happen, and filters";
/// Sum.
pub const LOOKED_AT: &str = "Indicators";
/// Line.
pub const LEFT_ALONE: &str = "Left alone";
/// Heading of the reasons.
pub const WHY_LEFT: &str = "Left alone";
/// There are none.
pub const NONE_LEFT: &str = "Nothing: all of it can be taken back.";
/// The same of a deletion.
pub const ALL_DELETABLE: &str = "Nothing: all of it can be deleted.";

/// Who changed an indicator, and on which day, as far as is known. `at`: as the tenant lists it.
#[must_use]
pub fn changed_since(by: &str, at: &str) -> String {
    // The whole moment is in the row's details.
    match (by, at.split('T').next().unwrap_or_default()) {
        ("", "") => "Changed since".to_owned(),
        ("", at) => format!("Changed since, on {at}"),
        (by, "") => format!("Changed since by {by}"),
        (by, at) => format!("Changed since by {by}, on {at}"),
    }
}

/// Label of leaving the review.
#[must_use]
pub fn drop(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Undo { .. } => "Drop this undo",
        Purpose::Import | Purpose::Delete => "Drop this deletion",
    }
}

/// Label of the one primary action, and of the dialog's.
#[must_use]
pub fn send(purpose: &Purpose, entries: u32) -> String {
    match purpose {
        Purpose::Undo { .. } => format!("Undo {}", indicators(entries)),
        Purpose::Import | Purpose::Delete => format!("Delete {}", indicators(entries)),
    }
}

/// The document's title where nothing is left to do.
pub const NOTHING: &str = "Nothing left to do";
/// Beside the button that cannot be pressed.
pub const NOTHING_TO_DO: &str = "Every indicator is left alone.";
/// Where nobody is signed in.
pub const SIGN_IN: &str = "Sign in to go on.";

/// Heading of the dialog; the tenant's name follows.
#[must_use]
pub fn ask(purpose: &Purpose, sent: Option<&Fates>, entries: u32) -> String {
    match (sent.map(|sent| (sent.delete, sent.restore)), purpose) {
        (None | Some((0, 0)), Purpose::Undo { .. }) => format!("Undo {} in ", indicators(entries)),
        (None | Some((0, 0)), Purpose::Import | Purpose::Delete) => {
            format!("Delete {} from ", indicators(entries))
        }
        (Some((0, n)), _) => format!("Restore {} in ", indicators(n)),
        (Some((n, 0)), _) => format!("Delete {} from ", indicators(n)),
        (Some((d, r)), _) => format!("Delete {} and restore {} in ", indicators(d), number(r)),
    }
}

/// Heading of a sum in the dialog.
pub const WILL_BE: &str = "What will be done";

/// In the dialog: heading.
#[must_use]
pub fn gone(deleted: u32) -> String {
    format!(
        "The service cannot bring back what is deleted ({})",
        number(deleted)
    )
}

/// Under it, where the run is written down.
#[must_use]
pub fn gone_kept() -> String {
    format!(
        "Ids and values, every field included, are kept with this run in this browser for {KEPT_DAYS} days. \
         Undoing this run makes them again from there, under new ids."
    )
}

/// Under it, where nothing of the run is kept.
pub const GONE_UNKEPT: &str = "Nothing of this run will be kept in this browser: download its report, which lists ids and values. \
                               It cannot be undone from here.";

/// In the dialog: heading.
pub const MAY_BE_REFUSED: &str = "Defender may refuse to delete";
/// Under it, where so many are to be restored (batch delete page, 2023-07-31, which names application
/// permissions only).
#[must_use]
pub fn may_be_refused(restored: u32) -> String {
    let restored = match restored {
        0 => "",
        _ => " What is to be restored is restored all the same.",
    };
    format!(
        "Microsoft documents deletion for applications, not for an account of your own. Where it is refused, \
         the report offers the ids and ready requests for somebody who may delete.{restored}"
    )
}

/// At the dialog's foot.
pub const AGAIN_HARMLESS: &str = "Safe to repeat: what is done is not done twice.";

/// Heading of the send screen; the tenant's name follows.
#[must_use]
pub fn sending(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => "Sending to ",
        Purpose::Undo { .. } => "Undoing in ",
        Purpose::Delete => "Deleting from ",
    }
}

/// The document's title meanwhile.
#[must_use]
pub fn doing(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => "Sending",
        Purpose::Undo { .. } => "Undoing",
        Purpose::Delete => "Deleting",
    }
}

/// While the tenant is listed once more before anything is sent.
#[must_use]
pub fn until_read_again(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => again::READING_BODY,
        Purpose::Undo { .. } | Purpose::Delete => {
            "Nothing is changed before that. What somebody has changed since the review is left alone."
        }
    }
}

/// At the foot, before the tenant.
#[must_use]
pub fn whither(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => "To",
        Purpose::Undo { .. } => "In",
        Purpose::Delete => "From",
    }
}

/// That a call is made again.
#[must_use]
pub fn again(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => "Sending again does no harm: the API updates what it has.",
        Purpose::Undo { .. } | Purpose::Delete => {
            "Asking again does no harm: what is done already is not done twice."
        }
    }
}

/// Heading of the meter of what is accepted.
#[must_use]
pub fn meter(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => "Accepted",
        Purpose::Undo { .. } => "Taken back",
        Purpose::Delete => "Deleted",
    }
}

/// Heading of the report; the tenant's name follows.
#[must_use]
pub fn result(report: &ReportSummary) -> String {
    match (report.deleted, report.restored) {
        (0, 0) => "Nothing was changed in ".to_owned(),
        (0, n) => format!("{} restored in ", indicators(n)),
        (n, 0) => format!("{} deleted from ", indicators(n)),
        (d, r) => format!("{} deleted and {} restored in ", indicators(d), number(r)),
    }
}

/// The document's title of a report.
#[must_use]
pub fn title(report: &ReportSummary) -> String {
    format!(
        "Report: {} deleted, {} restored, {} rejected",
        number(report.deleted),
        number(report.restored),
        number(report.rejected)
    )
}

/// Heading of a sum.
pub const LOOKED_UP: &str = "What was looked at";
/// Its total.
pub const ALL_LOOKED_AT: &str = "Looked at";
/// Line.
pub const TO_DO: &str = "To be done";
/// Heading of a sum.
pub const BECAME: &str = "What became of it";
/// Line.
pub const DELETED: &str = "Deleted";
/// Line.
pub const RESTORED: &str = "Restored";

/// What became of a row.
#[must_use]
pub fn outcome(outcome: &Outcome, fate: Option<Fate>) -> &'static str {
    match (outcome, fate) {
        (Outcome::Accepted { .. }, Some(Fate::Delete)) => DELETED,
        (Outcome::Accepted { .. }, Some(Fate::Restore)) => RESTORED,
        _ => review::outcome(outcome),
    }
}

/// What unconfirmed means here.
pub const UNCONFIRMED: &str = "Unconfirmed: sent, but the answer was lost. It may have been done or not. Undo the same run again: \
                               the tenant is listed, and what is left is offered.";

/// The API refused to delete: first words.
#[must_use]
pub fn refused(rows: u32) -> String {
    format!(
        "Defender refused {}.",
        counted(rows, "deletion", "deletions")
    )
}
/// What that leaves.
#[must_use]
pub fn refused_leaves(deleted: u32) -> String {
    let before = match deleted {
        0 => String::new(),
        n => format!(" {} deleted before it refused.", counted(n, "was", "were")),
    };
    format!(
        "They are still in the tenant; its own reason stands below, under \"Rejected\".{before}"
    )
}
/// The likeliest cause (batch delete page, 2023-07-31; common errors page).
pub const REFUSED_WHY: &str = "If that is a missing permission: Microsoft documents deletion for applications only, so your account may never be allowed to.";
/// Whom to ask.
pub const REFUSED_WAY_ON: &str = "Then hand the ids and ready requests to somebody who may delete: an administrator finds the values in the portal under \
                                  Settings, Endpoints, Indicators; an application with Ti.ReadWrite.All can send the requests as they are.";
/// Label.
pub const DELETIONS: &str = "Ids and requests";

/// Download.
#[must_use]
pub fn undeleted(rows: u32) -> String {
    format!(
        "{} still to be deleted",
        counted(rows, "indicator", "indicators")
    )
}

/// Label of leaving a report.
#[must_use]
pub fn leave(before: &Screen) -> &'static str {
    match before {
        Screen::Report(_) => "Back to the report before",
        Screen::Tenant(_) => "Back to what the tenant holds",
        _ => "Back",
    }
}

/// Heading of a row whose type is not known.
pub const INDICATOR: &str = "Indicator";
/// Heading of a row's fields that stay as they are.
pub const AS_IT_IS: &str = "As it is now";
/// Heading of a row's fields that come back.
pub const AS_IT_WAS: &str = "As it would be again";
/// Of a row: nothing is there any more.
pub const MADE_AGAIN: &str =
    "The tenant does not hold it any more. It is made again, under a new id.";
/// Of a row: it goes away.
pub const GOES_AWAY: &str = "It is deleted, by its id";

#[cfg(test)]
mod tests {
    use ioculate_core::{clock::WallTime, journal::RunId};

    use super::*;

    #[test]
    fn a_heading_says_what_is_deleted_and_what_restored() {
        for (delete, restore, text) in [
            (0, 0, "Nothing is left to do in "),
            (1, 0, "1 indicator will be deleted from "),
            (0, 2, "2 indicators will be restored in "),
            (
                1,
                1_200,
                "1 indicator will be deleted and 1,200 restored in ",
            ),
        ] {
            let sent = Fates {
                delete,
                restore,
                ..Fates::default()
            };
            assert_eq!(heading(&sent), text);
        }
    }

    #[test]
    fn a_refusal_says_what_was_deleted_before_it() {
        assert!(refused_leaves(0).ends_with("under \"Rejected\"."));
        assert!(refused_leaves(1).ends_with(" 1 was deleted before it refused."));
        assert!(refused_leaves(500).ends_with(" 500 were deleted before it refused."));
    }

    #[test]
    fn the_question_says_what_is_done() {
        let undo = Purpose::Undo {
            run: RunId("it".to_owned()),
            started: WallTime(0),
        };
        for (purpose, sent, text) in [
            (&undo, None, "Undo 3 indicators in "),
            (&undo, Some((0, 3)), "Restore 3 indicators in "),
            (&undo, Some((1, 2)), "Delete 1 indicator and restore 2 in "),
            (&Purpose::Delete, Some((3, 0)), "Delete 3 indicators from "),
            (&Purpose::Delete, None, "Delete 3 indicators from "),
        ] {
            let sent = sent.map(|(delete, restore)| Fates {
                delete,
                restore,
                ..Fates::default()
            });
            assert_eq!(ask(purpose, sent.as_ref(), 3), text);
        }
    }

    #[test]
    fn who_changed_it_is_told_as_far_as_is_known() {
        for (by, at, text) in [
            ("", "", "Changed since"),
            ("bob", "", "Changed since by bob"),
            ("", "2026-11-22", "Changed since, on 2026-11-22"),
            (
                "bob",
                "2026-11-22T10:53:03Z",
                "Changed since by bob, on 2026-11-22",
            ),
        ] {
            assert_eq!(changed_since(by, at), text);
        }
    }
}
