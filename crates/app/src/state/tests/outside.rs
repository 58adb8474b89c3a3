//! What is told outside of the page: what it stands at, and what leaving it would lose.

use ioculate_core::{
    check::Policy,
    session::{Choices, ExportKind},
};

use super::{
    runs::{begun, kept, nothing_kept, resume},
    *,
};
use crate::{
    state::{Loss, Pace, Sign, Standing, Tell, Telling, Wish},
    words::signs,
};

fn unkept() -> Vec<Msg> {
    let mut msgs = vec![nothing_kept()];
    msgs.extend(to_send());
    msgs
}

fn waits(why: Waiting) -> Msg {
    let states = [BatchState::Accepted, BatchState::Waiting];
    told(Event::Progress(Box::new(progress(&states, why))))
}

fn ends(stopped: Option<Stopped>) -> Msg {
    told(Event::Report(report(stopped)))
}

fn shut() -> Msg {
    told(Event::Connection(Connection::Closed {
        reason: Closed::CrossOrigin,
        api_base: String::new(),
    }))
}

fn sign_in() -> Waiting {
    Waiting::SignIn {
        code: String::new(),
    }
}

fn trouble(until: Option<WallTime>) -> Waiting {
    Waiting::Trouble {
        status: None,
        message: String::new(),
        until,
    }
}

fn fixed() -> Msg {
    Msg::Fix(Fix::NeverExpires, Scope::Row { row: 0 })
}

fn all(before: Vec<Msg>, more: impl IntoIterator<Item = Msg>) -> Vec<Msg> {
    before.into_iter().chain(more).collect()
}

#[test]
fn leaving_is_asked_about_only_where_it_loses_something() {
    let saved = |kind| all(unkept(), [begun(false), ends(None), Msg::Export(kind)]);
    let of_past = || all(vec![kept()], [Msg::Wish(Wish::Show(runs::id("past")))]);
    let mut of_kept = report(None);
    of_kept.run = Some(runs::id("past"));
    let of_kept = told(Event::Report(of_kept));
    let unchanged = Choices {
        send_unchanged: true,
        ..Choices::default()
    };
    let unwritten = Waiting::Journal {
        message: String::new(),
    };
    let cases = [
        ("nothing was given", Vec::new(), None),
        ("a list was read", to_review(), None),
        (
            "a row was mended",
            all(to_review(), [fixed()]),
            Some(Loss::Decisions),
        ),
        (
            "the policy was changed",
            all(to_review(), [Msg::Policy(Policy::default())]),
            Some(Loss::Decisions),
        ),
        (
            "a choice was made about the tenant",
            all(to_review(), [Msg::Choices(unchanged)]),
            Some(Loss::Decisions),
        ),
        (
            "the same, from the first screen",
            all(to_review(), [fixed(), Msg::Go(Step::Choose)]),
            Some(Loss::Decisions),
        ),
        (
            "the list was forgotten",
            all(
                to_review(),
                [fixed(), Msg::Go(Step::Choose), Msg::StartOver],
            ),
            None,
        ),
        (
            "another list was given since",
            all(
                to_review(),
                [fixed(), Msg::Go(Step::Choose), Msg::StartOver],
            )
            .into_iter()
            .chain(to_review())
            .collect(),
            None,
        ),
        (
            "defaults were set before there was a list",
            all(vec![Msg::Defaults(Defaults::default())], to_review()),
            None,
        ),
        ("the run is being opened", to_send(), None),
        (
            "the API did not let the page in",
            all(to_send(), [shut()]),
            None,
        ),
        (
            "calls are on their way",
            all(to_send(), [begun(true)]),
            Some(Loss::Answers),
        ),
        ("a kept run waits", all(to_send(), [begun(false)]), None),
        (
            "the browser no longer writes it down",
            all(to_send(), [waits(unwritten)]),
            Some(Loss::Answers),
        ),
        (
            "a run waits that is not kept",
            all(unkept(), [begun(false)]),
            Some(Loss::Run),
        ),
        (
            "a run was gone on with",
            vec![kept(), resume("open"), begun(false)],
            None,
        ),
        (
            "the worker died in mid-run",
            all(unkept(), [begun(true), Msg::WorkerFailed(String::new())]),
            None,
        ),
        (
            "a run has ended that is kept",
            all(to_send(), [begun(false), of_kept]),
            None,
        ),
        (
            "one that is not kept",
            all(unkept(), [begun(false), ends(None)]),
            Some(Loss::Report),
        ),
        ("its report was saved", saved(ExportKind::ReportCsv), None),
        (
            "only what is to be mended was saved",
            saved(ExportKind::Rejects),
            Some(Loss::Report),
        ),
        ("a past report is shown", all(of_past(), [ends(None)]), None),
    ];
    for (what, msgs, loss) in cases {
        let model = story(msgs).0;
        assert_eq!(model.loss(), loss, "{what}");
        assert_eq!(model.loses_by_leaving(), loss.is_some(), "{what}");
    }
}

#[test]
fn the_tab_tells_how_a_run_is() {
    let run = |pace| Standing::Run { pace, percent: 50 };
    let until = WallTime(1_000);
    let retry = Waiting::Retry {
        until,
        status: None,
    };
    let sent = |msg| all(to_send(), [msg]);
    let past = vec![kept(), Msg::Wish(Wish::Show(runs::id("past"))), ends(None)];
    let ended = |stopped| all(to_send(), [begun(false), ends(stopped)]);
    let forbidden = Stopped::Forbidden {
        code: String::new(),
        message: String::new(),
    };
    let died = Msg::WorkerFailed(String::new());
    let cases = [
        (
            Vec::new(),
            Standing::Idle,
            Sign::Idle,
            "Choose what to import - ioculate",
        ),
        (
            to_review(),
            Standing::Idle,
            Sign::Idle,
            "Review 3 records - ioculate",
        ),
        (
            to_send(),
            Standing::Opening,
            Sign::Runs,
            "Sending - ioculate",
        ),
        (
            sent(waits(Waiting::Answers)),
            run(Pace::Goes),
            Sign::Runs,
            "50 % - Contoso - ioculate",
        ),
        (
            sent(waits(Waiting::Quota { until })),
            run(Pace::Goes),
            Sign::Runs,
            "50 % - Contoso - ioculate",
        ),
        (
            sent(waits(retry)),
            run(Pace::Waits),
            Sign::Waits,
            "Waiting at 50 % - Contoso - ioculate",
        ),
        (
            sent(waits(trouble(Some(until)))),
            run(Pace::Waits),
            Sign::Waits,
            "Waiting at 50 % - Contoso - ioculate",
        ),
        (
            sent(waits(Waiting::Paused)),
            run(Pace::Paused),
            Sign::Waits,
            "Paused at 50 % - Contoso - ioculate",
        ),
        (
            sent(waits(trouble(None))),
            run(Pace::NeedsUser),
            Sign::Look,
            "Needs you at 50 % - Contoso - ioculate",
        ),
        (
            sent(waits(sign_in())),
            run(Pace::NeedsUser),
            Sign::Look,
            "Needs you at 50 % - Contoso - ioculate",
        ),
        (
            ended(None),
            Standing::Ended,
            Sign::Done,
            "Report: 1 accepted, 1 rejected - ioculate",
        ),
        (
            ended(Some(Stopped::Cancelled)),
            Standing::Ended,
            Sign::Done,
            "Report: 1 accepted, 1 rejected - ioculate",
        ),
        (
            ended(Some(forbidden)),
            Standing::Failed,
            Sign::Look,
            "Report: 1 accepted, 1 rejected - ioculate",
        ),
        (
            past,
            Standing::Idle,
            Sign::Idle,
            "Report: 1 accepted, 1 rejected - ioculate",
        ),
        (
            sent(shut()),
            Standing::Failed,
            Sign::Look,
            "Error: The API does not let this page call it from a browser - ioculate",
        ),
        (
            sent(died),
            Standing::Failed,
            Sign::Look,
            "Error: The part of this page that holds your list has stopped - ioculate",
        ),
    ];
    for (msgs, standing, sign, title) in cases {
        let model = story(msgs).0;
        assert_eq!(model.standing(), standing, "{title}");
        assert_eq!(model.standing().sign(), sign, "{title}");
        assert_eq!(signs::title(&model), title);
    }
}

#[test]
fn a_hundred_percent_is_all() {
    let percent = |answered, entries| {
        let mut progress = progress(&[BatchState::Waiting], Waiting::Answers);
        (progress.accepted, progress.entries) = (answered, entries);
        let msg = told(Event::Progress(Box::new(progress)));
        match story(all(to_send(), [msg])).0.standing() {
            Standing::Run { percent, .. } => percent,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(percent(0, 0), 0);
    assert_eq!(percent(14_999, 15_000), 99);
    assert_eq!(percent(15_000, 15_000), 100);
}

#[test]
fn the_end_is_news_and_so_is_what_needs_the_user() {
    let run = |pace| Standing::Run { pace, percent: 1 };
    let cases = [
        (Standing::Opening, run(Pace::Goes), false),
        (run(Pace::Goes), run(Pace::Paused), false),
        (run(Pace::Goes), run(Pace::Waits), false),
        (run(Pace::Waits), run(Pace::NeedsUser), true),
        (run(Pace::NeedsUser), run(Pace::NeedsUser), false),
        (run(Pace::NeedsUser), run(Pace::Goes), false),
        (run(Pace::Goes), Standing::Ended, true),
        (Standing::Opening, Standing::Failed, true),
        (Standing::Idle, Standing::Failed, false),
        (Standing::Idle, Standing::Ended, false),
        (Standing::Ended, Standing::Idle, false),
    ];
    for (before, now, is_news) in cases {
        assert_eq!(now.is_news_after(before), is_news, "{before:?}, {now:?}");
    }
}

#[test]
fn news_are_counts_and_no_names() {
    let cases = [
        (
            all(to_send(), [begun(false), ends(None)]),
            "Report: 1 accepted, 1 rejected",
        ),
        (all(to_send(), [waits(sign_in())]), "Sign in again to go on"),
        (
            all(to_send(), [waits(trouble(None))]),
            "Paused: several batches failed in a row",
        ),
        (
            all(to_send(), [shut()]),
            "The API does not let this page call it from a browser",
        ),
    ];
    for (msgs, said) in cases {
        assert_eq!(signs::news(&story(msgs).0), said);
    }
}

#[test]
fn the_screen_stays_awake_while_a_run_goes_on_by_itself() {
    let cases = [
        (Waiting::Answers, true),
        (Waiting::Offline, true),
        (Waiting::Paused, false),
        (sign_in(), false),
    ];
    for (why, awake) in cases {
        let shown = format!("{why:?}");
        let model = story(all(to_send(), [waits(why)])).0;
        assert_eq!(model.standing().keeps_awake(), awake, "{shown}");
    }
    assert!(!Standing::Ended.keeps_awake());
}

#[test]
fn the_user_is_told_only_where_they_asked_for_it_and_may_be() {
    use Tell::{Able, Allowed, Wish};
    use Telling::{Asking, Denied, Off, On, Unable};

    let cases: [(&[Tell], Telling); 9] = [
        (&[], Unable),
        (&[Wish(true)], Unable),
        (&[Able], Off),
        (&[Able, Allowed(true)], Off),
        (&[Able, Wish(true)], Asking),
        (&[Able, Wish(true), Allowed(true)], On),
        (&[Able, Wish(true), Allowed(false)], Denied),
        (&[Able, Wish(true), Wish(false), Allowed(true)], Off),
        (
            &[Able, Wish(true), Allowed(false), Wish(true), Allowed(true)],
            On,
        ),
    ];
    for (tells, telling) in cases {
        let msgs = tells.iter().copied().map(Msg::Tell);
        assert_eq!(story(msgs).0.telling, telling, "{tells:?}");
    }
}
