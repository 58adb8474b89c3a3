//! Runs that take back what another did, or delete what was selected in the tenant.

use ioculate_core::{
    import::Outcome,
    journal::{KEPT_DAYS, RunView, Undone},
    session::{Fate, Fates, Purpose, ReportSummary},
};
use yew::Html;

use crate::{
    figures::moment,
    state::{Preparing, Screen},
    words::{
        message::{again, undo as message},
        review, runs, sentences,
    },
};

/// What a run was, in a list: its files where it imported, else what it did. `undid` is the run that it
/// took back, where that is known.
#[must_use]
pub fn name(run: &RunView, undid: Option<&RunView>) -> String {
    match &run.purpose {
        Purpose::Import => runs::files(&run.files),
        Purpose::Delete => message::deletion().to_owned(),
        Purpose::Undo { started, .. } => {
            let moment = moment(*started);
            match undid.map(|run| &run.purpose) {
                None => message::undo_of_run(&moment),
                Some(Purpose::Import) => message::undo_of_import(&moment),
                Some(Purpose::Delete) => message::undo_of_deletion(&moment),
                Some(Purpose::Undo { .. }) => message::undo_of_undo(&moment),
            }
        }
    }
}

/// Label.
#[must_use]
pub fn undo(run: &RunView) -> &'static str {
    match (&run.undone, &run.purpose) {
        (Some(_), _) => message::undo_rest(),
        (None, Purpose::Import) => message::undo_import(),
        (None, Purpose::Delete) => message::undo_deletion(),
        (None, Purpose::Undo { .. }) => message::undo_undo(),
    }
}

/// Label, where little room is.
#[must_use]
pub fn undo_short(run: &RunView) -> &'static str {
    if run.undone.is_some() {
        message::undo_rest()
    } else {
        message::undo_short()
    }
}

/// The same while nobody is signed in.
#[must_use]
pub fn sign_in_and_undo(run: &RunView) -> &'static str {
    if run.undone.is_some() {
        message::sign_in_and_undo_rest()
    } else {
        message::sign_in_and_undo()
    }
}

/// What undoing a run means.
#[must_use]
pub fn meaning(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => message::undoes_import(),
        Purpose::Delete => message::undoes_deletion(),
        Purpose::Undo { .. } => message::undoes_undo(),
    }
}

/// That a run was undone, by the run that began then, and who began that one where it is known.
pub fn undone(undone: &Undone, by: Option<Html>) -> Html {
    let moment = moment(undone.at);
    match (undone.partly, by) {
        (false, None) => message::undone(&moment).into(),
        (false, Some(by)) => message::undone_by(&moment, by),
        (true, None) => message::undone_partly(&moment).into(),
        (true, Some(by)) => message::undone_partly_by(&moment, by),
    }
}

/// The same in a list.
#[must_use]
pub fn undone_short(undone: &Undone) -> String {
    let moment = moment(undone.at);
    if undone.partly {
        message::undone_partly_short(&moment)
    } else {
        message::undone_short(&moment)
    }
}

/// While one is being prepared.
#[must_use]
pub fn preparing(what: &Preparing) -> String {
    match what {
        Preparing::Delete => message::preparing_deletion().to_owned(),
        Preparing::Undo(run) => {
            let moment = moment(run.started);
            match run.purpose {
                Purpose::Import => message::preparing_undo_of_import(&moment),
                Purpose::Delete => message::preparing_undo_of_deletion(&moment),
                Purpose::Undo { .. } => message::preparing_undo_of_undo(&moment),
            }
        }
    }
}

/// Heading of the review.
pub fn heading(sent: &Fates, tenant: Html) -> Html {
    match (sent.delete, sent.restore) {
        (0, 0) => message::will_nothing(tenant),
        (0, n) => message::will_restore(n, tenant),
        (n, 0) => message::will_delete(n, tenant),
        (d, r) => message::will_delete_and_restore(d, r, tenant),
    }
}

/// Under the heading of a review.
#[must_use]
pub fn lead(purpose: &Purpose, undid: Option<&RunView>, left: u32) -> String {
    let what = match purpose {
        Purpose::Undo { started, .. } => {
            let moment = moment(*started);
            match undid.map(|run| &run.purpose) {
                None => message::takes_back_run(&moment),
                Some(Purpose::Import) => message::takes_back_import(&moment),
                Some(Purpose::Delete) => message::takes_back_deletion(&moment),
                Some(Purpose::Undo { .. }) => message::takes_back_undo(&moment),
            }
        }
        Purpose::Import | Purpose::Delete => message::selected().to_owned(),
    };
    let left = match left {
        0 => String::new(),
        n => message::some_left_alone(n),
    };
    sentences(&[&what, &left, message::unchanged_yet()])
}

/// Who changed an indicator, and on which day, as far as is known. `at`: as the tenant lists it.
#[must_use]
pub fn changed_since(by: &str, at: &str) -> String {
    // The whole moment is in the row's details.
    match (by, at.split('T').next().unwrap_or_default()) {
        ("", "") => message::changed_since().to_owned(),
        ("", at) => message::changed_since_on(at),
        (by, "") => message::changed_since_by(by),
        (by, at) => message::changed_since_by_on(by, at),
    }
}

/// Label of leaving the review.
#[must_use]
pub fn drop(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Undo { .. } => message::drop_undo(),
        Purpose::Import | Purpose::Delete => message::drop_deletion(),
    }
}

/// Label of the one primary action, and of the dialog's.
#[must_use]
pub fn send(purpose: &Purpose, entries: u32) -> String {
    match purpose {
        Purpose::Undo { .. } => message::send_undo(entries),
        Purpose::Import | Purpose::Delete => message::send_deletion(entries),
    }
}

/// Heading of the dialog.
pub fn ask(purpose: &Purpose, sent: Option<&Fates>, entries: u32, tenant: Html) -> Html {
    match (sent.map(|sent| (sent.delete, sent.restore)), purpose) {
        (None | Some((0, 0)), Purpose::Undo { .. }) => message::ask_undo(entries, tenant),
        (None | Some((0, 0)), Purpose::Import | Purpose::Delete) => {
            message::ask_delete(entries, tenant)
        }
        (Some((0, n)), _) => message::ask_restore(n, tenant),
        (Some((n, 0)), _) => message::ask_delete(n, tenant),
        (Some((d, r)), _) => message::ask_delete_and_restore(d, r, tenant),
    }
}

/// What deleting means for what is gone, in the dialog: where the run is written down, and where not.
#[must_use]
pub fn gone(is_kept: bool) -> String {
    if is_kept {
        message::gone_kept(KEPT_DAYS.into())
    } else {
        message::gone_unkept().to_owned()
    }
}

/// That Defender may refuse, where so many are to be restored (batch delete page, 2023-07-31, which names
/// application permissions only).
#[must_use]
pub fn may_be_refused(restored: u32) -> String {
    let restored = match restored {
        0 => "",
        _ => message::restored_all_the_same(),
    };
    sentences(&[message::may_be_refused_body(), restored])
}

/// Heading of the send screen.
#[must_use]
pub fn sending(purpose: &Purpose, tenant: &str) -> String {
    match purpose {
        Purpose::Import => message::sending(tenant),
        Purpose::Undo { .. } => message::undoing(tenant),
        Purpose::Delete => message::deleting(tenant),
    }
}

/// The document's title meanwhile.
#[must_use]
pub fn doing(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => message::sending_title(),
        Purpose::Undo { .. } => message::undoing_title(),
        Purpose::Delete => message::deleting_title(),
    }
}

/// While the tenant is listed once more before anything is sent.
#[must_use]
pub fn until_read_again(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => again::reading_body(),
        Purpose::Undo { .. } | Purpose::Delete => message::until_read_again(),
    }
}

/// At the foot: where to, and as whom.
pub fn whither(purpose: &Purpose, tenant: Html, account: Html) -> Html {
    match purpose {
        Purpose::Import => message::to(tenant, account),
        Purpose::Undo { .. } => message::undo_in(tenant, account),
        Purpose::Delete => message::delete_from(tenant, account),
    }
}

/// That a call is made again.
#[must_use]
pub fn again(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => message::sends_again(),
        Purpose::Undo { .. } | Purpose::Delete => message::asks_again(),
    }
}

/// Heading of the meter of what is accepted.
#[must_use]
pub fn meter(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Import => message::meter_accepted(),
        Purpose::Undo { .. } => message::meter_taken_back(),
        Purpose::Delete => message::meter_deleted(),
    }
}

/// Heading of the report.
pub fn result(report: &ReportSummary, tenant: Html) -> Html {
    match (report.deleted, report.restored) {
        (0, 0) => message::changed_nothing(tenant),
        (0, n) => message::has_restored(n, tenant),
        (n, 0) => message::has_deleted(n, tenant),
        (d, r) => message::has_deleted_and_restored(d, r, tenant),
    }
}

/// The document's title of a report.
#[must_use]
pub fn title(report: &ReportSummary) -> String {
    message::title(report.deleted, report.restored, report.rejected)
}

/// What became of a row.
#[must_use]
pub fn outcome(outcome: &Outcome, fate: Option<Fate>) -> &'static str {
    match (outcome, fate) {
        (Outcome::Accepted { .. }, Some(Fate::Delete)) => message::deleted(),
        (Outcome::Accepted { .. }, Some(Fate::Restore)) => message::restored(),
        _ => review::outcome(outcome),
    }
}

/// What a refusal to delete leaves.
#[must_use]
pub fn refused_leaves(deleted: u32) -> String {
    let before = match deleted {
        0 => String::new(),
        n => message::deleted_before(n),
    };
    sentences(&[message::refused_leaves(), &before])
}

/// Label of leaving a report.
#[must_use]
pub fn leave(before: &Screen) -> &'static str {
    match before {
        Screen::Report(_) => message::leave_for_report(),
        Screen::Tenant(_) => message::leave_for_tenant(),
        _ => message::leave(),
    }
}

#[cfg(test)]
mod tests {
    use ioculate_core::{clock::WallTime, journal::RunId};
    use yew::html;

    use super::*;
    use crate::words::read;

    #[test]
    fn a_heading_says_what_is_deleted_and_what_restored() {
        for (delete, restore, text) in [
            (0, 0, "Nothing is left to do in Contoso"),
            (1, 0, "1 indicator will be deleted from Contoso"),
            (0, 2, "2 indicators will be restored in Contoso"),
            (
                1,
                1_200,
                "1 indicator will be deleted and 1,200 restored in Contoso",
            ),
        ] {
            let sent = Fates {
                delete,
                restore,
                ..Fates::default()
            };
            assert_eq!(read(&heading(&sent, html! { "Contoso" })), text);
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
            (&undo, None, "Undo 3 indicators in Contoso?"),
            (&undo, Some((0, 3)), "Restore 3 indicators in Contoso?"),
            (
                &undo,
                Some((1, 2)),
                "Delete 1 indicator and restore 2 in Contoso?",
            ),
            (
                &Purpose::Delete,
                Some((3, 0)),
                "Delete 3 indicators from Contoso?",
            ),
            (&Purpose::Delete, None, "Delete 3 indicators from Contoso?"),
        ] {
            let sent = sent.map(|(delete, restore)| Fates {
                delete,
                restore,
                ..Fates::default()
            });
            let asked = ask(purpose, sent.as_ref(), 3, html! { "Contoso" });
            assert_eq!(read(&asked), text);
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
