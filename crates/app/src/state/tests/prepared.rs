//! Runs that take back or delete: how they come on screen, and where dropping them leads.

use ioculate_core::{
    journal::{NotOpened, RunId, RunView},
    session::{Purpose, Selected},
};

use super::{
    Account, BatchState, Closed, Connection, Event, Model, Msg, Screen, Step, Stopped, Summary,
    TenantState, Waiting, WallTime, after, progress, report, runs as kept, story, summary,
    to_review, to_send, told, who,
};
use crate::state::{Errand, Notice, Preparing, Wish};

fn id(run: &str) -> RunId {
    RunId(run.to_owned())
}

fn undo_of(run: &str) -> Purpose {
    Purpose::Undo {
        run: id(run),
        started: WallTime(0),
    }
}

/// What the worker says of what is prepared, or of what is back.
fn prepared(purpose: Purpose) -> Msg {
    told(Event::Summary(Box::new(Summary {
        purpose,
        ..*summary(3, 2)
    })))
}

fn undoing(run: &str) -> Msg {
    prepared(undo_of(run))
}

/// Somebody is signed in, and three runs are kept: an import, and an undo of it.
fn at_hand() -> Vec<Msg> {
    let undo = RunView {
        purpose: undo_of("past"),
        ..kept::run("undo", true, false)
    };
    vec![
        Msg::Account(Some(who().account)),
        kept::runs(vec![kept::run("past", true, false), undo]),
    ]
}

fn undo(run: &str) -> Msg {
    Msg::Undo(id(run))
}

fn show(run: &str) -> [Msg; 2] {
    let mut report = report(None);
    report.run = Some(id(run));
    if run == "undo" {
        report.purpose = undo_of("past");
    }
    [Msg::Wish(Wish::Show(id(run))), told(Event::Report(report))]
}

fn at(msgs: &[&[Msg]], more: impl IntoIterator<Item = Msg>) -> (Model, Vec<String>) {
    after([at_hand(), msgs.concat()].concat(), more)
}

/// The screen, and what its rows are for.
fn stands(model: &Model) -> String {
    let purpose = match model.screen.purpose() {
        Purpose::Import => "import".to_owned(),
        Purpose::Undo { run, .. } => format!("undo {}", run.0),
        Purpose::Delete => "delete".to_owned(),
    };
    let waits = model.preparing.as_ref().map_or("", |_| ", preparing");
    format!("{:?}: {purpose}{waits}", model.screen.step())
}

#[test]
fn what_is_prepared_comes_on_screen_and_dropping_it_leads_back() {
    let list_at_hand = || [to_review(), vec![Msg::Go(Step::Choose)]].concat();
    let back = || prepared(Purpose::Import);
    let nothing = || {
        told(Event::Summary(Box::new(Summary {
            files: Vec::new(),
            ..*summary(0, 0)
        })))
    };
    let cases: [(&str, Vec<Msg>, Vec<Msg>, &str); 5] = [
        (
            "nothing",
            vec![],
            vec![undo("past"), undoing("past"), Msg::Drop, nothing()],
            "Choose: import",
        ),
        (
            "a list",
            list_at_hand(),
            vec![undo("past"), undoing("past"), Msg::Drop, back()],
            "Choose: import",
        ),
        (
            "a list that was read meanwhile",
            vec![
                undo("past"),
                Msg::Given { files: 1 },
                prepared(Purpose::Import),
            ],
            vec![undoing("past"), Msg::Drop, back()],
            "Review: import",
        ),
        (
            "a report",
            show("past").to_vec(),
            vec![undo("past"), undoing("past"), Msg::Drop, back()],
            "Report: import",
        ),
        (
            "the report of an undo",
            show("undo").to_vec(),
            vec![undo("undo"), undoing("undo"), Msg::Drop, undoing("past")],
            "Report: undo past",
        ),
    ];
    for (what, before, story, expected) in cases {
        let (stood, _) = at(&[&before], []);
        let last = story.len() - 2;
        let (model, _) = at(&[&before], story[..last].to_vec());
        let purpose = model.screen.purpose();
        assert!(
            matches!(purpose, Purpose::Undo { .. }),
            "{what}: {}",
            stands(&model)
        );
        assert!(model.preparing.is_none(), "{what}");
        let (model, asked) = at(&[&before], story);
        assert_eq!(stands(&model), expected, "{what}");
        assert!(asked[last].starts_with("dropprepared"), "{what}: {asked:?}");
        if stood.preparing.is_none() {
            let of = |model: &Model| match &model.screen {
                Screen::Choose(choose) => (choose.awaited, choose.records()),
                Screen::Review(review) => (review.awaited, review.summary.counts.records),
                Screen::Send(_) | Screen::Report(_) | Screen::Tenant(_) => (0, 0),
            };
            assert_eq!(of(&model), of(&stood), "{what}");
        }
    }
}

/// What an undo that waits for the tenant's list makes of what happens meanwhile.
#[test]
fn an_undo_that_waits_is_cancelled_refused_or_gives_way() {
    let refused = || told(Event::NotOpened(NotOpened::Unlisted));
    let waiting = || vec![undo("past")];
    let cases: [(Vec<Msg>, &str, &str); 6] = [
        (vec![], "prepareundo", "Choose: import, preparing"),
        (vec![Msg::Drop], "dropprepared", "Choose: import"),
        (vec![refused()], "", "Choose: import"),
        // It was prepared before the worker heard that it is not wanted.
        (
            vec![Msg::Drop, undoing("past"), prepared(Purpose::Import)],
            "",
            "Choose: import",
        ),
        (vec![undo("past")], "-", "Choose: import, preparing"),
        (
            vec![Msg::Wish(Wish::Show(id("undo")))],
            "dropprepared showrun",
            "Choose: import",
        ),
    ];
    for (more, asks, stand) in cases {
        let (model, asked) = at(&[&waiting()], more.clone());
        let asked = match asked.last() {
            Some(last) => last.clone(),
            None => at(&[], waiting()).1.remove(0),
        };
        assert_eq!(
            (asked.as_str(), stands(&model).as_str()),
            (asks, stand),
            "{more:?}"
        );
    }
    let (model, _) = at(&[&waiting()], [refused()]);
    assert_eq!(model.notice, Some(Notice::NotOpened(NotOpened::Unlisted)));
    let of = |model: &Model| match &model.preparing {
        Some(Preparing::Undo(run)) => run.run.clone(),
        _ => id(""),
    };
    assert_eq!(of(&at(&[&waiting()], []).0), id("past"));
}

#[test]
fn nothing_is_prepared_where_nobody_is_signed_in_or_something_is_under_way() {
    let nobody = |msg: Msg| story([kept::kept(), msg]).1.remove(1);
    assert_eq!(nobody(undo("past")), "-");
    let select = || Msg::DeleteSelected(Selected::Places { places: vec![0] });
    let mut sending = to_send();
    sending.insert(2, told(Event::Tenant(TenantState::Unknown)));
    let cases: [(&str, Vec<Msg>, &str, &str); 4] = [
        ("unknown", vec![], "prepareundo", "preparedelete"),
        ("on review", to_review(), "-", "preparedelete"),
        ("sending", sending, "-", "-"),
        (
            "opening a report",
            vec![Msg::Wish(Wish::Show(id("undo")))],
            "-",
            "preparedelete",
        ),
    ];
    for (what, before, undone, deleted) in cases {
        let asked = |msg: Msg| at(&[&before], [msg]).1.remove(0);
        assert_eq!(asked(undo("past")), undone, "{what}");
        assert_eq!(asked(select()), deleted, "{what}");
    }
    assert_eq!(at(&[], [undo("gone")]).1, ["-"]);
    let prepared = [undo("past"), undoing("past")];
    assert_eq!(at(&[&prepared], [select()]).1, ["-"]);
}

/// From the review to the report and back, and what else may happen to a run that was prepared.
#[test]
fn a_prepared_run_leads_back_to_where_it_came_from_however_it_ends() {
    let sent = || {
        let review = [
            undo("past"),
            undoing("past"),
            told(Event::Tenant(TenantState::Unknown)),
        ];
        let send = [Msg::AskToSend, Msg::ConfirmSend(who())];
        [show("past").to_vec(), review.to_vec(), send.to_vec()].concat()
    };
    let shut = || {
        told(Event::Connection(Connection::Closed {
            reason: Closed::CrossOrigin,
            api_base: String::new(),
        }))
    };
    let under_way = || {
        let progress = progress(&[BatchState::InFlight], Waiting::Answers);
        told(Event::Progress(Box::new(progress)))
    };
    let ended = |stopped: Option<Stopped>| {
        let mut ended = report(stopped);
        ended.run = Some(id("undo"));
        ended.purpose = undo_of("past");
        told(Event::Report(ended))
    };
    let back = || prepared(Purpose::Import);
    let busy = || told(Event::NotOpened(NotOpened::Busy));
    let cases: [(&str, Vec<Msg>, &str); 8] = [
        ("sending", vec![], "Send: undo past"),
        ("ended", vec![ended(None)], "Report: undo past"),
        (
            "ended and left",
            vec![ended(None), Msg::Drop, back()],
            "Report: import",
        ),
        ("refused", vec![busy()], "Review: undo past"),
        (
            "refused and dropped",
            vec![busy(), Msg::Drop, back()],
            "Report: import",
        ),
        (
            "shut",
            vec![shut(), Msg::Go(Step::Review)],
            "Review: undo past",
        ),
        (
            "shut and dropped",
            vec![shut(), Msg::Drop, back()],
            "Report: import",
        ),
        ("under way", vec![under_way(), Msg::Drop], "Send: undo past"),
    ];
    for (what, more, expected) in cases {
        let (model, _) = at(&[&sent()], more);
        assert_eq!(stands(&model), expected, "{what}");
    }
}

#[test]
fn a_prepared_run_that_is_gone_on_with_leads_back_too() {
    let open = RunView {
        ended: None,
        ..kept::run("undo", false, false)
    };
    let open = RunView {
        purpose: undo_of("past"),
        ..open
    };
    let runs = kept::runs(vec![open, kept::run("past", true, false)]);
    let mut stopped = report(Some(Stopped::Unfinished));
    stopped.run = Some(id("undo"));
    stopped.purpose = undo_of("past");
    let to_report = [
        show("past").to_vec(),
        vec![
            runs,
            undo("past"),
            undoing("past"),
            Msg::AskToSend,
            Msg::ConfirmSend(who()),
        ],
        vec![told(Event::Report(stopped))],
    ]
    .concat();
    let resume = Msg::Wish(Wish::Resume(id("undo"), who()));
    // What stands under the rows is not forgotten.
    let (model, asked) = at(&[&to_report], [resume.clone()]);
    assert_eq!(
        (stands(&model).as_str(), asked[0].as_str()),
        ("Send: undo past", "resumerun")
    );
    let refused = told(Event::NotOpened(NotOpened::Elsewhere));
    let (model, asked) = at(&[&to_report], [resume, refused]);
    assert_eq!(stands(&model), "Report: import");
    assert!(asked[1].starts_with("dropprepared"), "{asked:?}");
}

#[test]
fn a_file_that_takes_the_place_of_what_was_prepared_leads_to_its_review() {
    let story = [
        Msg::Given { files: 1 },
        undo("past"),
        undoing("past"),
        prepared(Purpose::Import),
    ];
    assert_eq!(stands(&at(&[], story).0), "Review: import");
}

#[test]
fn steps_of_the_title_bar_do_not_leave_what_is_prepared() {
    let prepared = [undo("past"), undoing("past")];
    let (model, asked) = at(&[&prepared], [Msg::Go(Step::Choose)]);
    assert_eq!(
        (stands(&model).as_str(), asked[0].as_str()),
        ("Review: undo past", "-")
    );
    // The undo of another account's run leads to the same.
    let errand = Errand::Undo(id("past"));
    assert_ne!(errand, Errand::Resume(id("past")));
    let other = Account {
        account_id: "b".to_owned(),
        ..who().account
    };
    let mut other_who = who();
    other_who.account = other;
    assert!(other_who.may_undo(&kept::run("past", true, false)));
    other_who.account.tenant_id = "u".to_owned();
    assert!(!other_who.may_undo(&kept::run("past", true, false)));
}
