//! Runs that this browser keeps: those that did not finish, and those of the past.

use ioculate_core::{
    clock::WallTime,
    journal::{KEPT_DAYS, NotOpened, RunView},
};

use crate::{
    figures::{date, moment, number},
    words::{again, counted, guard, undo, verb},
};

/// Heading of the runs that did not finish, `running` of which still go on in another tab.
#[must_use]
pub fn unfinished(runs: usize, running: usize) -> String {
    match (runs, running) {
        (1, 1) => "A run is going on in another tab".to_owned(),
        (1, _) => "A run did not finish".to_owned(),
        (n, 0) => format!("{n} runs did not finish"),
        (n, _) => format!("{n} runs did not finish yet"),
    }
}

/// Names of files, the first few of them.
#[must_use]
pub fn files(names: &[String]) -> String {
    match names {
        [] => "no file".to_owned(),
        [one] => one.clone(),
        [one, two] => format!("{one}, {two}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
    }
}

/// When a run began; the account follows.
#[must_use]
pub fn begun(run: &RunView) -> String {
    format!("Begun {} by ", moment(run.started))
}

/// Between the account and its tenant, which may have no name here but its id.
#[must_use]
pub fn in_tenant(unnamed: bool) -> &'static str {
    if unnamed { " in tenant " } else { " in " }
}

/// A tenant that has no name here.
#[must_use]
pub fn tenant(id: &str) -> String {
    format!("tenant {id}")
}

/// What became of a run's indicators; what is none is left out.
#[must_use]
pub fn sums(run: &RunView) -> String {
    let accepted = format!("{} {}", number(run.accepted), undo::done(&run.purpose));
    let others = [
        (run.rejected, "rejected"),
        (run.unconfirmed, "unconfirmed"),
        (run.not_sent, "not sent"),
    ];
    let told = others.iter().filter(|(count, _)| *count > 0);
    told.fold(accepted, |told, (count, name)| {
        format!("{told}, {} {name}", number(*count))
    })
}

/// The same of a run that did not finish.
#[must_use]
pub fn so_far(run: &RunView) -> String {
    format!(
        "Of {}: {}.",
        counted(run.entries, "indicator", "indicators"),
        sums(run)
    )
}

/// Label.
pub const RESUME: &str = "Resume";
/// Label, while nobody is signed in.
pub const SIGN_IN_AND_RESUME: &str = "Sign in and resume";
/// Label.
pub const SAVE: &str = "Save run file";
/// Label.
pub const DISCARD: &str = "Discard";
/// Label.
pub const SHOW: &str = "Show report";
/// Label, of a run that did not finish.
pub const SHOW_ROWS: &str = "Show its rows";
/// Heading over what is to be done with a run that did not finish.
pub const GO_ON: &str = "Go on with it";
/// Label.
pub const FORGET: &str = "Forget";
/// Label.
pub const FORGET_ALL: &str = "Forget all";
/// Label.
pub const CANCEL: &str = "Cancel";

/// A button's name where several stand under one another.
#[must_use]
pub fn of_run(label: &str, name: &str, run: &RunView) -> String {
    format!("{label}: {name}, {}", moment(run.started))
}

/// Another page is at it.
pub const RUNNING: &str = "Another tab of this browser is sending it. It can be watched there.";
/// Nobody is signed in; the account follows.
pub const SIGN_IN_AS: &str = "To go on with it, sign in as ";
/// Somebody else is signed in; the run's account follows.
pub const BELONGS_TO: &str = "Only its own account can go on with it: ";
/// Then who is signed in follows.
pub const SIGNED_IN_IS: &str = "Signed in is ";
/// Then the way on.
pub const SIGN_OUT_FIRST: &str = "Sign out by the account menu, then sign in with that account.";
/// It came with a file.
pub const FROM_FILE: &str = "It came with a run file.";

/// Heading of the past.
pub const HISTORY: &str = "Past runs";
/// Label.
pub const OPEN_FILE: &str = "Open a run file";
/// While one is taken in.
pub const TAKING_IN: &str = "Reading the run file";
/// While a report is fetched.
pub const SHOWING: &str = "Opening the report";
/// Nothing is there.
pub const NO_PAST: &str = "None yet. A run file that was saved elsewhere can be opened here.";
/// Column.
pub const STARTED: &str = "Started";
/// Column.
pub const LIST: &str = "List";
/// Column.
pub const BECAME: &str = "What became of it";
/// Column.
pub const COMMANDS: &str = "Commands";

/// How long runs are kept, and who can read them.
#[must_use]
pub fn kept(persisted: bool) -> String {
    let kept = format!(
        "Kept in this browser for {KEPT_DAYS} days, lists included. Whoever can use this browser can read them; no password or token is among them."
    );
    if persisted {
        kept
    } else {
        format!(
            "{kept} The browser may clear them earlier when space runs low: save a run file of what must last."
        )
    }
}

/// The browser keeps nothing; what it says follows.
pub const KEEPS_NOTHING: &str = "Runs are not kept in this browser at the moment: one that begins now cannot be gone on with after its tab is closed. \
                                 Keep the tab open until the report is there. The browser says:";

/// What is kept and cannot be listed: what it is, and what to do.
#[must_use]
pub fn unread(runs: u32) -> String {
    let (it, wrote) = match runs {
        1 => ("it", "wrote it, or it is damaged"),
        _ => ("them", "wrote them, or they are damaged"),
    };
    format!(
        "{} kept here cannot be read: a later version of this page {wrote}. Load the page again to get the latest version. If that does not help, open a run file that was saved of {it}; \"{FORGET_ALL}\" deletes {it} too.",
        counted(runs, "run that is", "runs that are")
    )
}

/// More of them are folded away.
#[must_use]
pub fn earlier(runs: usize) -> String {
    format!("{runs} earlier")
}

/// The report is of a past run.
pub const PAST: &str = "A past run, as it was written down in this browser.";

/// Until when it is kept. A run is forgotten some time after its last day, so that day may be past.
#[must_use]
pub fn kept_until(run: &RunView, now: WallTime) -> String {
    if run.expires <= now {
        return format!(
            "Its {KEPT_DAYS} days in this browser are over, and it may be forgotten at any time: download what must last."
        );
    }
    format!("Kept in this browser until {}.", date(run.expires))
}

/// Nothing of it is kept.
pub const NOT_KEPT: &str = "Nothing of this run is kept in this browser: download what must last.";

/// Question.
#[must_use]
pub fn ask_resume(run: &RunView) -> String {
    format!(
        "Go on with {}?",
        counted(left(run), "indicator", "indicators")
    )
}

fn left(run: &RunView) -> u32 {
    run.entries
        .saturating_sub(run.accepted)
        .saturating_sub(run.rejected)
}

/// The rows came with a file.
pub const UNSEEN: &str = "This run came with a run file. Its rows may never have been reviewed by you: what the file says is sent with your rights.";

/// What will be sent.
#[must_use]
pub fn will_send(run: &RunView) -> String {
    let left = left(run);
    let told = format!(
        "{} {} left to send, or to be settled where an answer is missing.",
        counted(left, "indicator", "indicators"),
        verb(left, "is", "are")
    );
    match run.deletions {
        0 => told,
        n => format!(
            "{told} Of the run's {}, {} not sent but deleted from the tenant.",
            counted(run.entries, "indicator", "indicators"),
            counted(n, "is", "are")
        ),
    }
}

/// Question.
pub const ASK_SHOW: &str = "Show the rows of this run and what became of them?";

/// A list is at hand.
#[must_use]
pub fn puts_away(records: u32) -> String {
    match records {
        0 => "What is being read now is put away: give it again afterwards.".to_owned(),
        n => format!(
            "The list at hand ({}) is put away with what you decided about it: give it again afterwards.",
            counted(n, "record", "records")
        ),
    }
}

/// Question.
pub const ASK_DISCARD: &str = "Discard this run?";

/// What discarding it means.
#[must_use]
pub fn discards(run: &RunView) -> String {
    let deleted =
        "Its list and its record are deleted from this browser; it cannot be gone on with.";
    let stays = match run.accepted {
        0 => format!("{deleted} Nothing of it was accepted so far."),
        1 => format!("{deleted} 1 was accepted and stays in the tenant."),
        n => format!(
            "{deleted} {} were accepted and stay in the tenant.",
            number(n)
        ),
    };
    let in_doubt = match run.unconfirmed {
        0 => String::new(),
        n => format!(" {} may be there or not.", number(n)),
    };
    let unsent = match run.not_sent {
        0 => String::new(),
        n => format!(" {} {} not sent.", number(n), verb(n, "was", "were")),
    };
    stays + &in_doubt + &unsent
}

/// Question.
pub const ASK_FORGET: &str = "Forget this run?";
/// What forgetting it means.
pub const FORGETS: &str =
    "Its report and its list are deleted from this browser. Nothing changes in the tenant.";
/// Question.
pub const ASK_FORGET_ALL: &str = "Forget all runs?";

/// What forgetting all means, `unread` of which cannot be listed.
#[must_use]
pub fn forgets_all(unfinished: usize, unread: u32) -> String {
    let runs = |runs: u32| counted(runs, "run", "runs");
    let unfinished = u32::try_from(unfinished).unwrap_or(u32::MAX);
    let also = match (unfinished, unread) {
        (0, 0) => String::new(),
        (n, 0) => format!(", also {} that did not finish", runs(n)),
        (0, n) => format!(", also {} that cannot be read", runs(n)),
        (n, m) => format!(
            ", also {} that did not finish and {} that cannot be read",
            runs(n),
            runs(m)
        ),
    };
    format!(
        "Their reports and lists are deleted from this browser{also}. Nothing changes in the tenant."
    )
}

/// What a screen reader is told.
#[must_use]
pub fn said(unfinished: u32, past: u32) -> String {
    let past = format!("{} kept.", counted(past, "past run is", "past runs are"));
    match unfinished {
        0 => past,
        n => format!("{} not finish. {past}", counted(n, "run did", "runs did")),
    }
}

/// What could not be done: what is so, and what to do.
#[must_use]
pub fn not_opened(why: &NotOpened) -> (String, String) {
    let (what, todo) = match why {
        NotOpened::Elsewhere => (
            "Another tab of this browser is at work with Defender.",
            "One tab sends or asks at a time, so that the service's limits hold. Nothing was sent from here. Try again when the other tab has ended.",
        ),
        NotOpened::Busy => (
            "This page is still at another run.",
            "Nothing has changed. Try again when that run has ended and is written down.",
        ),
        NotOpened::NothingToSend => (
            "No row is ready to be sent.",
            "Nothing was sent. Rows may have expired since they were read: look at what is refused, and mend or leave out.",
        ),
        NotOpened::OtherBase { .. } => (
            "The run went to another address of the API than this page is set up for.",
            "Nothing was sent. Whoever hosts this page sets the address in config.json. The run went to:",
        ),
        NotOpened::Storage { .. } => (
            "The browser did not keep what the run needs.",
            "Nothing was sent, and nothing is lost. Free some space on this device, then try again; or send without a record, which the question before sending now offers. The browser says:",
        ),
        NotOpened::OtherAccount { .. } => (
            "The run is another account's.",
            "Nothing was sent: a run goes on with the account that began it. Sign in with that account:",
        ),
        NotOpened::Gone => (
            "The run is not kept here any more.",
            "It was forgotten in another tab, its time was over, or the browser cleared it. A run file that was saved of it can still be opened.",
        ),
        NotOpened::Damaged => (
            "The run is damaged: it is not what was written.",
            "Nothing was done with it, since parts of it may be missing. A run file of it that was saved or copied anew may be whole. Otherwise give the list again: the API updates what it has.",
        ),
        NotOpened::Newer { .. } => (
            "A later version of this page wrote the run.",
            "This version cannot read all of it, so nothing was done. Load the page again to get the later version.",
        ),
        NotOpened::ReadOtherwise => (
            "This version of the page would send something else than was confirmed.",
            "Nothing was sent. Save the run file, discard the run, and give the list again: you then see and confirm what is sent, and the API updates what it has.",
        ),
        NotOpened::NoRunFile => (
            "The file is no run file.",
            "Nothing was taken from it. A list of indicators is given under \"Choose files\".",
        ),
        NotOpened::Unlisted => (
            "What the tenant holds was not read, so nothing was changed.",
            "What is taken back or deleted depends on what is there now. Try again.",
        ),
        NotOpened::UnlistedAgain { at, reason } => return again::unlisted(*at, reason.as_ref()),
        NotOpened::TenantChanged(change) => return again::changed(change),
        NotOpened::Guarded(stopped) => return guard::refused(stopped),
    };
    (what.to_owned(), todo.to_owned())
}

#[cfg(test)]
mod tests {
    use ioculate_core::{
        journal::{Route, RunId},
        session::{Account, Purpose},
    };

    use super::*;

    fn run() -> RunView {
        RunView {
            run: RunId("r".to_owned()),
            account: Account {
                username: String::new(),
                tenant_id: String::new(),
                account_id: String::new(),
            },
            api_base: String::new(),
            started: WallTime(0),
            ended: None,
            is_running: false,
            files: Vec::new(),
            route: Route::Batches,
            entries: 0,
            deletions: 0,
            accepted: 0,
            rejected: 0,
            unconfirmed: 0,
            not_sent: 0,
            expires: WallTime(1_795_269_986_000),
            from_file: false,
            purpose: Purpose::Import,
            left_alone: 0,
            undone: None,
        }
    }

    #[test]
    fn what_goes_away_is_said_beside_what_is_sent() {
        let cases = [
            (9, 0, "missing."),
            (
                9,
                1,
                "missing. Of the run's 9 indicators, 1 is not sent but deleted from the tenant.",
            ),
            (
                9,
                4,
                "missing. Of the run's 9 indicators, 4 are not sent but deleted from the tenant.",
            ),
        ];
        for (entries, deletions, said) in cases {
            let run = RunView {
                entries,
                deletions,
                ..run()
            };
            let told = will_send(&run);
            assert!(told.ends_with(said), "{told}");
        }
    }

    #[test]
    fn no_day_that_is_past_is_told() {
        let run = run();
        let cases = [
            (run.expires.0 - 1, "until"),
            (run.expires.0, "are over"),
            (run.expires.0 + 86_400_000, "are over"),
        ];
        for (now, said) in cases {
            let told = kept_until(&run, WallTime(now));
            assert!(told.contains(said), "{told}");
        }
    }

    #[test]
    fn what_else_is_forgotten_is_said() {
        let cases = [
            (0, 0, "browser."),
            (1, 0, "browser, also 1 run that did not finish."),
            (0, 2, "browser, also 2 runs that cannot be read."),
            (
                2,
                1,
                "browser, also 2 runs that did not finish and 1 run that cannot be read.",
            ),
        ];
        for (unfinished, unread, said) in cases {
            let told = forgets_all(unfinished, unread);
            assert!(told.contains(said), "{told}");
        }
    }

    #[test]
    fn names_of_files_stay_short() {
        let cases: [(&[&str], &str); 4] = [
            (&[], "no file"),
            (&["a.csv"], "a.csv"),
            (&["a.csv", "b.csv"], "a.csv, b.csv"),
            (&["a.csv", "b.csv", "c", "d"], "a.csv, b.csv and 2 more"),
        ];
        for (names, text) in cases {
            let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(files(&names), text);
        }
    }
}
