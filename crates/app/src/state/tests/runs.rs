//! Runs that are kept: resumed, shown, forgotten, and what cannot be done with them.

use ioculate_core::{
    journal::{JournalState, NotOpened, Route, RunId, RunView},
    session::{Purpose, Stopped, TenantFilter},
};

use super::{
    Account, BatchState, BatchView, Closed, Command, Connection, Dialog, Event, Happening, Model,
    Msg, Notice, Progress, Said, Screen, Step, Waiting, WallTime, after, happenings, progress,
    report, story, to_review, to_send, told, who,
};
use crate::state::{Journalling, Look, Origin, Update, Wish};

pub(super) fn id(run: &str) -> RunId {
    RunId(run.to_owned())
}

pub(super) fn run(run: &str, ended: bool, from_file: bool) -> RunView {
    RunView {
        run: id(run),
        account: who().account,
        api_base: "https://api.example".to_owned(),
        started: WallTime(0),
        ended: ended.then_some(WallTime(1_000)),
        is_running: false,
        files: vec!["kept.csv".to_owned()],
        route: Route::Batches,
        entries: 10,
        deletions: 0,
        accepted: 4,
        rejected: 1,
        unconfirmed: 2,
        not_sent: 3,
        expires: WallTime(2_000),
        from_file,
        purpose: Purpose::Import,
        left_alone: 0,
        undone: None,
    }
}

pub(super) fn runs(all: Vec<RunView>) -> Msg {
    let journal = JournalState::Kept {
        persisted: true,
        unread: 0,
    };
    told(Event::Runs { journal, runs: all })
}

pub(super) fn kept() -> Msg {
    runs(vec![
        run("open", false, false),
        run("filed", false, true),
        run("past", true, false),
    ])
}

pub(super) fn nothing_kept() -> Msg {
    told(Event::Runs {
        journal: JournalState::Unavailable {
            message: "no".to_owned(),
        },
        runs: Vec::new(),
    })
}

fn refused(why: NotOpened) -> Msg {
    told(Event::NotOpened(why))
}

fn storage() -> NotOpened {
    NotOpened::Storage {
        message: "full".to_owned(),
    }
}

pub(super) fn resume(run: &str) -> Msg {
    Msg::Wish(Wish::Resume(id(run), who()))
}

pub(super) fn begun(in_flight: bool) -> Msg {
    let state = if in_flight {
        BatchState::InFlight
    } else {
        BatchState::Waiting
    };
    told(Event::Progress(Box::new(progress(
        &[state],
        Waiting::Answers,
    ))))
}

fn wish(model: &Model) -> Option<&Wish> {
    match &model.screen {
        Screen::Choose(choose) => choose.wish.as_ref(),
        _ => None,
    }
}

/// What the worker is asked for when the question is answered with yes.
fn sent(model: &mut Model) -> Vec<Command> {
    model.update(Msg::ConfirmSend(who()), WallTime(0)).ask
}

#[test]
fn what_loses_nothing_and_was_seen_is_done_at_once() {
    let forget = |run: &str| Msg::Wish(Wish::Forget(id(run)));
    let show = || Msg::Wish(Wish::Show(id("past")));
    let with_a_list = || [to_review(), vec![Msg::Go(Step::Choose), kept()]].concat();
    let cases = [
        (vec![kept()], resume("open"), "resumerun"),
        (vec![kept()], resume("filed"), ""),
        (vec![kept()], show(), "showrun"),
        (vec![kept()], forget("open"), ""),
        (vec![kept()], forget("past"), ""),
        (vec![kept()], Msg::Wish(Wish::ForgetAll), ""),
        (with_a_list(), resume("open"), ""),
        (with_a_list(), show(), ""),
        (vec![kept(), Msg::Given { files: 1 }], show(), ""),
    ];
    for (before, msg, asks) in cases {
        let shown = format!("{msg:?} after {before:?}");
        let (model, asked) = after(before.clone(), [msg.clone()]);
        assert_eq!(asked, [asks], "{shown}");
        assert_eq!(wish(&model).is_some(), asks.is_empty(), "{shown}");
        if asks.is_empty() {
            let (model, asked) = after(before.clone(), [msg.clone(), Msg::CloseDialog]);
            assert_eq!((wish(&model), asked[1].as_str()), (None, ""), "{shown}");
            let (_, asked) = after(before, [msg, Msg::ConfirmWish]);
            let asks = asked[1].as_str();
            let known = ["resumerun", "showrun", "forgetrun", "forgetruns"];
            assert!(known.contains(&asks), "{shown}: {asks}");
        }
    }
}

#[test]
fn a_run_is_gone_on_with_as_who_is_signed_in() {
    let mut bob = who();
    bob.account = Account {
        account_id: "b".to_owned(),
        ..bob.account
    };
    let mut model = story([kept()]).0;
    let update = model.update(
        Msg::Wish(Wish::Resume(id("open"), bob.clone())),
        WallTime(0),
    );
    let run = id("open");
    let account = bob.account;
    assert_eq!(update.ask, [Command::ResumeRun { run, account }]);
    assert_eq!(model.screen.step(), Step::Send);
}

/// Its rows were looked at: what is gone on with is what was shown, with nothing else at hand.
#[test]
fn an_unfinished_run_is_gone_on_with_from_its_report() {
    let shown = |run: &str| {
        let mut summary = report(Some(ioculate_core::session::Stopped::Unfinished));
        summary.run = Some(id(run));
        let shown = told(Event::Report(summary));
        vec![kept(), Msg::Wish(Wish::Show(id(run))), shown]
    };
    let running = RunView {
        is_running: true,
        ..run("filed", false, true)
    };
    let cases = [
        (
            shown("filed"),
            resume("filed"),
            "clear resumerun",
            Step::Send,
        ),
        (shown("filed"), resume("open"), "-", Step::Report),
        (shown("past"), resume("past"), "-", Step::Report),
        (
            shown("filed"),
            Msg::Wish(Wish::ForgetAll),
            "-",
            Step::Report,
        ),
        (
            [shown("filed"), vec![runs(vec![running])]].concat(),
            resume("filed"),
            "-",
            Step::Report,
        ),
    ];
    for (before, msg, asks, step) in cases {
        let said = format!("{msg:?} after {before:?}");
        let (model, asked) = after(before, [msg]);
        assert_eq!(
            (asked[0].as_str(), model.screen.step()),
            (asks, step),
            "{said}"
        );
    }
    let refused = refused(NotOpened::Elsewhere);
    let (model, _) = after(shown("filed"), [resume("filed"), refused]);
    let Screen::Choose(choose) = &model.screen else {
        panic!("not on choose")
    };
    assert!(!choose.has_list());
}

#[test]
fn a_run_that_another_tab_forgot_is_not_asked_for() {
    let (model, asked) = after(
        vec![kept()],
        [resume("filed"), runs(Vec::new()), Msg::ConfirmWish],
    );
    assert_eq!(asked, ["", "", ""]);
    assert_eq!(model.screen.step(), Step::Choose);
}

#[test]
fn what_cannot_be_opened_leads_back_to_where_the_user_was() {
    let why = || refused(NotOpened::Elsewhere);
    let cases = [
        (vec![kept(), resume("open"), why()], Step::Choose),
        (
            vec![kept(), Msg::Wish(Wish::Show(id("past"))), why()],
            Step::Choose,
        ),
        (vec![Msg::RunFileGiven, why()], Step::Choose),
        ([to_send(), vec![why()]].concat(), Step::Review),
        (
            [
                to_send(),
                vec![begun(true), told(Event::Report(report(None))), why()],
            ]
            .concat(),
            Step::Report,
        ),
    ];
    for (msgs, step) in cases {
        let shown = format!("{msgs:?}");
        let (model, _) = story(msgs);
        assert_eq!(model.screen.step(), step, "{shown}");
        assert_eq!(
            model.notice,
            Some(Notice::NotOpened(NotOpened::Elsewhere)),
            "{shown}"
        );
        if let Screen::Choose(choose) = &model.screen {
            assert!(choose.showing.is_none() && !choose.taking_in, "{shown}");
        }
    }
}

#[test]
fn a_list_at_hand_is_there_again_where_a_run_could_not_be_opened() {
    let before = [to_review(), vec![Msg::Go(Step::Choose), kept()]].concat();
    let (model, _) = after(
        before,
        [resume("open"), Msg::ConfirmWish, refused(NotOpened::Gone)],
    );
    let Screen::Choose(choose) = &model.screen else {
        panic!("not on choose")
    };
    assert_eq!((choose.records(), choose.wish.as_ref()), (3, None));
}

#[test]
fn a_check_that_was_refused_is_no_longer_under_way() {
    let (model, _) = story([
        told(Event::Connection(Connection::Checking)),
        refused(NotOpened::Elsewhere),
    ]);
    assert_eq!(model.connection, None);
}

#[test]
fn the_list_is_sent_without_a_journal_only_where_the_user_says_so() {
    let ask = |before: Vec<Msg>, msgs: &[Msg]| {
        let mut model = story([before, msgs.to_vec()].concat()).0;
        match sent(&mut model).as_slice() {
            [
                Command::Send {
                    route,
                    unjournalled,
                    ..
                },
            ] => (*route, *unjournalled),
            other => panic!("{other:?}"),
        }
    };
    let unavailable = [vec![nothing_kept()], to_review()].concat();
    let failed = || [to_send(), vec![refused(storage())]].concat();
    let cases = [
        (to_review(), vec![Msg::AskToSend], (Route::Batches, false)),
        (
            to_review(),
            vec![Msg::AskToSend, Msg::Route(Route::OneByOne)],
            (Route::OneByOne, false),
        ),
        (unavailable, vec![Msg::AskToSend], (Route::Batches, true)),
        (failed(), vec![Msg::AskToSend], (Route::Batches, false)),
        (
            failed(),
            vec![Msg::AskToSend, Msg::Unjournalled(true)],
            (Route::Batches, true),
        ),
        (
            failed(),
            vec![
                Msg::AskToSend,
                Msg::Unjournalled(true),
                Msg::Unjournalled(false),
            ],
            (Route::Batches, false),
        ),
    ];
    for (before, msgs, expected) in cases {
        assert_eq!(ask(before, &msgs), expected, "{msgs:?}");
    }
    // A run that is written down is not sent otherwise by a stray click.
    let (model, asked) = after(to_review(), [Msg::AskToSend, Msg::Unjournalled(true)]);
    assert_eq!(asked[1], "-");
    assert!(matches!(&model.screen, Screen::Review(review)
        if matches!(&review.dialog, Dialog::Confirm(it) if it.journalling == Journalling::On)));
}

#[test]
fn a_past_report_says_so_and_names_its_files() {
    let (model, asked) = after(
        vec![kept()],
        [
            Msg::Wish(Wish::Show(id("past"))),
            told(Event::Report(report(None))),
        ],
    );
    assert_eq!(asked, ["showrun", "rows 0+24 Rejected"]);
    let Screen::Report(shown) = &model.screen else {
        panic!("not on the report")
    };
    assert_eq!(
        (&shown.who, shown.files.as_slice()),
        (&None, &["kept.csv".to_owned()][..])
    );
}

#[test]
fn a_door_that_is_shut_keeps_what_stood_before_it() {
    let shut = || {
        told(Event::Connection(Connection::Closed {
            reason: Closed::CrossOrigin,
            api_base: String::new(),
        }))
    };
    let resumed = vec![kept(), resume("open"), shut()];
    let reviewed = [to_send(), vec![shut()]].concat();
    let cases = [
        (resumed.clone(), Step::Choose, "clear"),
        (resumed, Step::Review, "-"),
        (reviewed.clone(), Step::Review, "rows 0+24"),
        (reviewed, Step::Choose, "-"),
        (to_send(), Step::Review, "-"),
    ];
    for (before, step, asks) in cases {
        let shown = format!("{step:?} after {before:?}");
        let (_, asked) = after(before, [Msg::Go(step)]);
        assert_eq!(asked, [asks], "{shown}");
    }
}

#[test]
fn what_is_kept_is_said_on_the_first_screen_alone_and_once() {
    let said = |unfinished, past| Some(Said::Runs { unfinished, past });
    assert_eq!(story([kept()]).0.said, said(2, 1));
    assert_eq!(
        story([kept(), runs(vec![run("past", true, false)])]).0.said,
        said(0, 1)
    );
    assert_eq!(story([runs(Vec::new())]).0.said, None);
    assert_eq!(after(to_review(), [kept()]).0.said, None);
}

fn numbered(numbers: std::ops::Range<u32>, state: BatchState) -> Progress {
    let some = progress(&[state], Waiting::Answers);
    let batches = numbers.map(|number| BatchView {
        number,
        items: 1,
        ..some.batches[0].clone()
    });
    Progress {
        batches: batches.collect(),
        ..some
    }
}

#[test]
fn batches_are_told_apart_by_number_not_by_place() {
    use BatchState::{Accepted, InFlight};
    let before = numbered(5..8, Accepted);
    let now = Progress {
        batches: [
            numbered(6..8, Accepted).batches,
            numbered(4_001..4_003, InFlight).batches,
        ]
        .concat(),
        ..before.clone()
    };
    let sent = Happening::Sent {
        first: 4_001,
        last: 4_002,
    };
    assert_eq!(happenings(Some(&before), &now), std::slice::from_ref(&sent));
    // What happened before the page was loaded is no news.
    assert_eq!(happenings(None, &now), [sent]);
}

#[test]
fn a_run_that_is_gone_on_with_names_its_own_files() {
    let (model, _) = story([kept(), resume("open")]);
    let Screen::Send(send) = &model.screen else {
        panic!("not sending")
    };
    assert!(matches!(&send.origin, Origin::Resumed { run, .. } if run.run == id("open")));
    assert_eq!(
        (send.origin.files(), &send.who),
        (vec!["kept.csv".to_owned()], &who())
    );
}

/// They need nobody to be signed in and nothing to be known of the tenant; where nothing would be sent
/// there are none.
#[test]
fn the_ways_out_are_there_as_soon_as_there_is_something_to_send() {
    let dialog = |msgs: &[Msg]| {
        let (model, _) = after(to_review(), msgs.iter().cloned());
        match model.screen {
            Screen::Review(review) => review.dialog,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(dialog(&[Msg::Ways]), Dialog::Ways);
    assert_eq!(dialog(&[Msg::Ways, Msg::CloseDialog]), Dialog::None);
    let (mut model, _) = story(to_review());
    if let Screen::Review(review) = &mut model.screen {
        review.summary.entries = 0;
    }
    assert_eq!(model.update(Msg::Ways, WallTime(0)), Update::STALE);
}

/// A portal is told how a run ended here, and nothing of one that is looked at again.
#[test]
fn the_totals_of_a_run_are_for_its_end_alone() {
    let ended = |stopped: Option<Stopped>| {
        let msgs = [to_send(), vec![told(Event::Report(report(stopped)))]];
        story(msgs.concat()).0
    };
    let totals = ended(None).finished().expect("totals");
    assert_eq!(
        totals.figures[..2],
        [("records", report(None).counts.records), ("accepted", 1)]
    );
    assert!(totals.is_whole);
    let cut_short = ended(Some(Stopped::Cancelled)).finished();
    assert!(!cut_short.expect("totals").is_whole);
    assert_eq!(story(to_send()).0.finished(), None);
    let mut looking_away = ended(None);
    looking_away.update(Msg::Look(Look::At(TenantFilter::default())), WallTime(0));
    assert!(matches!(looking_away.screen, Screen::Tenant(_)));
    assert_eq!(looking_away.finished(), Some(totals), "it is told once");
    let mut later = ended(None);
    if let Screen::Report(report) = &mut later.screen {
        report.who = None;
    }
    assert_eq!(later.finished(), None);
}
