//! Runs that this browser keeps: those that did not finish, and those of the past.

use ioculate_core::{
    clock::WallTime,
    journal::{KEPT_DAYS, NotOpened, RunView},
    session::Purpose,
};
use yew::Html;

use crate::{
    figures::{date, moment},
    words::{again, guard, message::runs as message, sentences},
};

/// Heading of the runs that did not finish, `running` of which still go on in another tab.
#[must_use]
pub fn unfinished(runs: usize, running: usize) -> String {
    match (runs, running) {
        (1, 1) => message::goes_on_elsewhere().to_owned(),
        (1, _) | (_, 0) => message::unfinished(count(runs)),
        _ => message::unfinished_yet(count(runs)),
    }
}

/// How many, as messages take it.
fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// Names of files, the first few of them.
#[must_use]
pub fn files(names: &[String]) -> String {
    match names {
        [] => message::no_file().to_owned(),
        [one] => one.clone(),
        [one, two] => message::two_files(one, two),
        [one, two, rest @ ..] => message::more_files(one, two, count(rest.len())),
    }
}

/// When a run began, by whom, and in which tenant, which may have no name here but its id.
pub fn begun(run: &RunView, account: Html, tenant: Html, is_unnamed: bool) -> Html {
    let moment = moment(run.started);
    if is_unnamed {
        message::begun_in_id(&moment, account, tenant)
    } else {
        message::begun(&moment, account, tenant)
    }
}

/// By whom a run was begun, and in which tenant, which may have no name here but its id.
pub fn by(account: Html, tenant: Html, is_unnamed: bool) -> Html {
    if is_unnamed {
        message::by_in_id(account, tenant)
    } else {
        message::by(account, tenant)
    }
}

/// What became of a run's indicators; what is none is left out.
#[must_use]
pub fn sums(run: &RunView) -> String {
    let accepted = match run.purpose {
        Purpose::Import => message::accepted(run.accepted),
        Purpose::Undo { .. } => message::taken_back(run.accepted),
        Purpose::Delete => message::deleted(run.accepted),
    };
    let others = [
        (run.rejected, message::rejected as fn(u32) -> String),
        (run.unconfirmed, message::unconfirmed),
        (run.not_sent, message::not_sent),
    ];
    let others = others.into_iter().filter(|(count, _)| *count > 0);
    let others = others.map(|(count, said)| said(count));
    let told: Vec<String> = [accepted].into_iter().chain(others).collect();
    told.join(message::between_sums())
}

/// The same of a run that did not finish.
#[must_use]
pub fn so_far(run: &RunView) -> String {
    message::so_far(run.entries, &sums(run))
}

/// A button's name where several stand under one another.
#[must_use]
pub fn of_run(label: &str, name: &str, run: &RunView) -> String {
    message::of_run(label, name, &moment(run.started))
}

/// How long runs are kept, and who can read them.
#[must_use]
pub fn kept(persisted: bool) -> String {
    let then = if persisted {
        ""
    } else {
        message::may_be_cleared()
    };
    sentences(&[&message::kept(KEPT_DAYS.into()), then])
}

/// More of them are folded away.
#[must_use]
pub fn earlier(runs: usize) -> String {
    message::earlier(count(runs))
}

/// Until when it is kept. A run is forgotten some time after its last day, so that day may be past.
#[must_use]
pub fn kept_until(run: &RunView, now: WallTime) -> String {
    if run.expires <= now {
        message::days_are_over(KEPT_DAYS.into())
    } else {
        message::kept_until(&date(run.expires))
    }
}

/// Question.
#[must_use]
pub fn ask_resume(run: &RunView) -> String {
    message::ask_resume(left(run))
}

fn left(run: &RunView) -> u32 {
    run.entries
        .saturating_sub(run.accepted)
        .saturating_sub(run.rejected)
}

/// What will be sent.
#[must_use]
pub fn will_send(run: &RunView) -> String {
    let told = message::will_send(left(run));
    let deleted = match run.deletions {
        0 => String::new(),
        n => message::will_delete(run.entries, n),
    };
    sentences(&[&told, &deleted])
}

/// What discarding it means.
#[must_use]
pub fn discards(run: &RunView) -> String {
    let in_doubt = match run.unconfirmed {
        0 => String::new(),
        n => message::discards_unconfirmed(n),
    };
    let unsent = match run.not_sent {
        0 => String::new(),
        n => message::discards_unsent(n),
    };
    let accepted = message::discards_accepted(run.accepted);
    sentences(&[message::discards(), &accepted, &in_doubt, &unsent])
}

/// What forgetting all means, `unread` of which cannot be listed.
#[must_use]
pub fn forgets_all(unfinished: usize, unread: u32) -> String {
    match (count(unfinished), unread) {
        (0, 0) => message::forgets_all().to_owned(),
        (n, 0) => message::forgets_all_unfinished(n),
        (0, n) => message::forgets_all_unread(n),
        (n, m) => message::forgets_all_of_both(n, m),
    }
}

/// What a screen reader is told.
#[must_use]
pub fn said(unfinished: u32, past: u32) -> String {
    let unfinished = match unfinished {
        0 => String::new(),
        n => message::said_unfinished(n),
    };
    sentences(&[&unfinished, &message::said_past(past)])
}

/// What could not be done: what is so, and what to do. `said` is what the refusal names: what the browser
/// said, or an account, or an address.
pub fn not_opened(why: &NotOpened, said: Html) -> (String, Html) {
    let (what, todo) = match why {
        NotOpened::Elsewhere => (message::elsewhere(), message::elsewhere_body()),
        NotOpened::Busy => (message::busy(), message::busy_body()),
        NotOpened::NothingToSend => (message::nothing_to_send(), message::nothing_to_send_body()),
        NotOpened::OtherBase { .. } => {
            let todo = message::other_base_body(said);
            return (message::other_base().to_owned(), todo);
        }
        NotOpened::Storage { .. } => {
            let todo = message::storage_body(said);
            return (message::storage().to_owned(), todo);
        }
        NotOpened::OtherAccount { .. } => {
            let todo = message::other_account_body(said);
            return (message::other_account().to_owned(), todo);
        }
        NotOpened::Gone => (message::gone(), message::gone_body()),
        NotOpened::Damaged => (message::damaged(), message::damaged_body()),
        NotOpened::Newer { .. } => (message::newer(), message::newer_body()),
        NotOpened::ReadOtherwise => (message::read_otherwise(), message::read_otherwise_body()),
        NotOpened::NoRunFile => (message::no_run_file(), message::no_run_file_body()),
        NotOpened::PartMissing => (message::part_missing(), message::part_missing_body()),
        NotOpened::Unlisted => (message::unlisted(), message::unlisted_body()),
        NotOpened::UnlistedAgain { at, reason } => {
            let (what, todo) = again::unlisted(*at, reason.as_ref());
            return (what, todo.into());
        }
        NotOpened::TenantChanged(change) => {
            let (what, todo) = again::changed(change);
            return (what, todo.into());
        }
        NotOpened::Guarded(stopped) => return guard::refused(stopped, said),
    };
    (what.to_owned(), todo.into())
}

#[cfg(test)]
mod tests {
    use ioculate_core::{
        journal::{Route, RunId},
        session::Account,
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
