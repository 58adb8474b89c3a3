//! The reducer as stories: messages in, screens and commands out.

mod check;
mod editing;
mod held;
mod help;
mod keys;
mod mended;
mod outside;
mod prepared;
mod presets;
mod runs;
mod tenant;
mod texts;

use ioculate_core::{
    check::{Defaults, Verdict},
    clock::WallTime,
    indicator::Action,
    mapping::Reading,
    session::{
        Account, BatchState, BatchView, Closed, Command, Connection, Counts, Event, Filter, Fix,
        GuardState, Progress, Purpose, ReportSummary, RowView, Scope, SourceFile, Steps, Stopped,
        Summary, TenantState, VerdictFilter, Waiting, Window,
    },
    source::SourceKind,
};

use crate::language::Language;

use super::{Dialog, Fault, Happening, Model, Msg, Notice, Said, Screen, Step, Who, happenings};

fn model() -> Model {
    Model::new(Defaults {
        action: Action::Audit,
        title: String::new(),
        description: "imported".to_owned(),
        ..Defaults::default().expiring_in(None)
    })
}

fn summary(records: u32, ready: u32) -> Box<Summary> {
    let file = SourceFile {
        name: "list.csv".to_owned(),
        kind: "portal CSV".to_owned(),
        encoding: "UTF-8".to_owned(),
        bytes: 100,
        records,
        ready,
        reading: None,
        kinds: Vec::new(),
        columns: Vec::new(),
        diagnostics: Vec::new(),
    };
    Box::new(Summary {
        files: vec![file],
        counts: Counts {
            records,
            ready,
            refused: records - ready,
            ..Counts::default()
        },
        by_type: Vec::new(),
        by_action: vec![
            (Action::Audit, ready.saturating_sub(1)),
            (Action::Block, ready.min(1)),
        ],
        causes: Vec::new(),
        changes: Vec::new(),
        changed: 0,
        weaker_hashes: 0,
        entries: ready,
        deletions: 0,
        calls: 1,
        calls_per_window: 30,
        purpose: Purpose::Import,
        outlook: None,
        guard: GuardState::Unloaded,
        guarded: Vec::new(),
        held: Vec::new(),
        steps: Steps::default(),
        asked: true,
    })
}

fn who() -> Who {
    Who {
        tenant: "Contoso".to_owned(),
        account: Account {
            username: "ann@contoso.example".to_owned(),
            tenant_id: "t".to_owned(),
            account_id: "a".to_owned(),
        },
    }
}

fn progress(states: &[BatchState], why: Waiting) -> Progress {
    let batch = |(number, &state): (u32, &BatchState)| BatchView {
        number,
        first: 1,
        items: 500,
        state,
        rejected: u32::from(state == BatchState::Partly) * 3,
        status: (state == BatchState::Retry).then_some(503),
        tries: u32::from(state != BatchState::Waiting),
        millis: 0,
    };
    let count = |state| u32::try_from(states.iter().filter(|s| **s == state).count()).unwrap();
    Progress {
        entries: 500 * u32::try_from(states.len()).unwrap(),
        accepted: 500 * count(BatchState::Accepted),
        rejected: 0,
        in_flight: 500 * count(BatchState::InFlight),
        unconfirmed: 0,
        waiting: 500 * count(BatchState::Waiting),
        quota_used: 1,
        quota: 30,
        why,
        cancelling: false,
        seconds_left: None,
        extra_calls: 0,
        searched: 0,
        by_state: by_state(states),
        batches: (1..).zip(states).map(batch).collect(),
    }
}

fn by_state(states: &[BatchState]) -> Vec<(BatchState, u32)> {
    let mut by_state: Vec<(BatchState, u32)> = Vec::new();
    for &state in states {
        match by_state.iter_mut().find(|(it, _)| *it == state) {
            Some((_, count)) => *count += 1,
            None => by_state.push((state, 1)),
        }
    }
    by_state
}

fn report(stopped: Option<Stopped>) -> Box<ReportSummary> {
    Box::new(ReportSummary {
        ended: WallTime(1_000),
        calls: 2,
        counts: summary(3, 2).counts,
        accepted: 1,
        rejected: 1,
        stopped,
        ..ReportSummary::new(
            who().account,
            "https://api.example".to_owned(),
            Purpose::Import,
            WallTime(0),
        )
    })
}

fn row(row: u32) -> RowView {
    RowView {
        row,
        file: 0,
        line: row + 2,
        verdict: Verdict::Ready,
        outcome: None,
        indicator_type: None,
        value: String::new(),
        given: None,
        action: None,
        action_given: None,
        severity: None,
        expires: None,
        title: String::new(),
        finding: None,
        twin: None,
        left_out: false,
        fate: None,
        caught: None,
        held: None,
    }
}

fn window(start: u32, total: u32, rows: &[u32]) -> Event {
    Event::Window(Window {
        start,
        total,
        rows: rows.iter().copied().map(row).collect(),
    })
}

/// The model after a story, and each message's commands by name; `-` where it was stale.
fn story(msgs: impl IntoIterator<Item = Msg>) -> (Model, Vec<String>) {
    let mut model = model();
    let mut told = Vec::new();
    for msg in msgs {
        let before = model.clone();
        let update = model.update(msg, WallTime(0));
        assert!(
            update.redraw || !update.ask.is_empty() || before == model,
            "a stale message changed the model"
        );
        let names: Vec<_> = update.ask.iter().map(name).collect();
        told.push(match (update.redraw, names.is_empty()) {
            (false, true) => "-".to_owned(),
            _ => names.join(" "),
        });
    }
    (model, told)
}

fn name(command: &Command) -> String {
    match command {
        Command::Rows {
            filter,
            start,
            count,
        } => format!("rows {start}+{count} {:?}", filter.verdict)
            .replace(" None", "")
            .replace("Some(", "")
            .replace(')', ""),
        Command::Detail { row } => format!("detail {row}"),
        Command::TenantRows { start, count, .. } => format!("tenantrows {start}+{count}"),
        Command::TenantDetail { place } => format!("tenantdetail {place}"),
        Command::Fix { .. } => "fix".to_owned(),
        Command::Send { .. } => "send".to_owned(),
        other => format!("{other:?}")
            .split([' ', '(', '{'])
            .next()
            .unwrap_or_default()
            .to_lowercase(),
    }
}

fn told(event: Event) -> Msg {
    Msg::Told(event)
}

fn to_review() -> Vec<Msg> {
    vec![Msg::Given { files: 1 }, told(Event::Summary(summary(3, 2)))]
}

fn to_send() -> Vec<Msg> {
    let mut msgs = to_review();
    msgs.extend([Msg::AskToSend, Msg::ConfirmSend(who())]);
    msgs
}

fn after(mut msgs: Vec<Msg>, more: impl IntoIterator<Item = Msg>) -> (Model, Vec<String>) {
    let before = msgs.len();
    msgs.extend(more);
    let (model, told) = story(msgs);
    (model, told[before..].to_vec())
}

#[test]
fn a_file_leads_to_the_review() {
    let (model, asked) = story(to_review());
    assert_eq!(asked, ["", "rows 0+24"]);
    assert_eq!(model.screen.step(), Step::Review);
}

/// Of the last of these messages.
fn draws(files: u32, msgs: impl IntoIterator<Item = Event>) -> bool {
    let mut model = model();
    model.update(Msg::Given { files }, WallTime(0));
    let updates = msgs
        .into_iter()
        .map(|it| model.update(told(it), WallTime(0)));
    updates.last().expect("some").redraw
}

#[test]
fn a_list_is_drawn_with_its_first_rows() {
    let read = || Event::Summary(summary(3, 2));
    assert!(!draws(1, [read()]));
    assert!(draws(1, [read(), window(0, 3, &[0, 1, 2])]));
    assert!(
        draws(2, [read()]),
        "what is still read keeps the rows waiting"
    );
}

#[test]
fn sums_are_final_when_the_worker_owes_nothing() {
    let one = || told(Event::Summary(summary(3, 2)));
    let (model, _) = story([Msg::Given { files: 2 }, one()]);
    let Screen::Review(review) = &model.screen else {
        panic!("not on review")
    };
    assert_eq!(review.awaited, 1);
    let (model, _) = story([Msg::Given { files: 2 }, one(), one()]);
    let Screen::Review(review) = &model.screen else {
        panic!("not on review")
    };
    assert_eq!(review.awaited, 0);
}

#[test]
fn a_list_without_records_stays_on_the_first_screen() {
    let (model, _) = story([Msg::Given { files: 1 }, told(Event::Summary(summary(0, 0)))]);
    let Screen::Choose(choose) = &model.screen else {
        panic!("not on choose")
    };
    assert_eq!((choose.awaited, choose.list.is_some()), (0, true));
}

/// A source that was read as this.
fn read_as(kind: SourceKind) -> Reading {
    Reading {
        kind,
        mapping: None,
    }
}

fn read(records: u32, kind: SourceKind) -> Msg {
    let mut summary = summary(records, records);
    summary.files[0].reading = Some(read_as(kind));
    told(Event::Summary(summary))
}

#[test]
fn a_source_is_read_otherwise_and_the_first_reading_kept() {
    let wanted = |kind| Msg::ReadAs {
        file: 0,
        reading: read_as(kind),
    };
    let msgs = [
        Msg::Given { files: 1 },
        read(3, SourceKind::List),
        wanted(SourceKind::PortalCsv),
        wanted(SourceKind::ApiJson),
        read(3, SourceKind::PortalCsv),
    ];
    let (model, asked) = story(msgs);
    assert_eq!(asked, ["", "rows 0+24", "readas", "readas", "rows 0+24"]);
    assert_eq!(model.suggested(0), Some(&read_as(SourceKind::List)));
    let Screen::Review(review) = &model.screen else {
        panic!("not on review")
    };
    assert_eq!(review.awaited, 1);
    let shown = review.summary.files[0].reading.as_ref();
    assert_eq!(shown, Some(&read_as(SourceKind::PortalCsv)));
}

#[test]
fn a_source_that_could_not_be_read_cannot_be_read_otherwise() {
    let otherwise = |file| Msg::ReadAs {
        file,
        reading: read_as(SourceKind::List),
    };
    let (_, asked) = after(to_review(), [otherwise(0), otherwise(7)]);
    assert_eq!(asked, ["-", "-"]);
}

#[test]
fn another_reading_leads_from_nothing_to_the_review() {
    let msgs = [
        Msg::Given { files: 1 },
        read(0, SourceKind::PortalCsv),
        Msg::ReadAs {
            file: 0,
            reading: read_as(SourceKind::List),
        },
        read(3, SourceKind::List),
    ];
    let (model, asked) = story(msgs);
    assert_eq!(asked, ["", "", "readas", "rows 0+24"]);
    assert_eq!(model.screen.step(), Step::Review);
}

#[test]
fn a_late_worker_is_waited_for() {
    let (model, asked) = story([Msg::WorkerLate, Msg::WorkerLate]);
    assert_eq!(asked, ["", "-"]);
    assert_eq!(model.fault, Some(Fault::Late));
    let msgs = [Msg::Given { files: 1 }, Msg::WorkerLate, Msg::WorkerReady];
    let (model, asked) = story(msgs);
    assert_eq!(asked, ["", "", ""]);
    assert_eq!(model.fault, None);
    assert!(matches!(&model.screen, Screen::Choose(choose) if choose.awaited == 1));
    let death = Msg::WorkerFailed("plan.rs:120".to_owned());
    let (model, asked) = story([Msg::WorkerLate, death, Msg::WorkerReady]);
    assert_eq!(asked, ["", "", "-"]);
    assert!(matches!(model.fault, Some(Fault::Worker { .. })));
}

#[test]
fn files_dropped_on_a_run_are_turned_away_until_it_is_over() {
    let (model, asked) = after(to_send(), [Msg::TurnedAway, Msg::TurnedAway]);
    assert_eq!(asked, ["", "-"]);
    assert_eq!(model.notice, Some(Notice::TurnedAway));
    let (model, _) = after(to_send(), [Msg::TurnedAway, Msg::CloseNotice]);
    assert_eq!(model.notice, None);
    let shut = told(Event::Connection(Connection::Closed {
        reason: Closed::Unreachable,
        api_base: String::new(),
    }));
    let (model, _) = after(to_send(), [shut, Msg::TurnedAway, Msg::Go(Step::Review)]);
    assert_eq!(model.notice, None);
}

#[test]
fn a_language_that_is_missing_is_said_until_one_is_spoken() {
    let missing = Msg::LanguageMissing(Language::German);
    let said = Some(Notice::LanguageMissing(Language::German));
    let spoken = Msg::LanguageSpoken;
    for (msgs, notice) in [
        (vec![missing.clone()], said),
        (vec![missing, spoken.clone()], None),
        (vec![Msg::TurnedAway, spoken], Some(Notice::TurnedAway)),
    ] {
        assert_eq!(after(to_send(), msgs).0.notice, notice);
    }
}

#[test]
fn blank_text_is_not_read() {
    assert_eq!(story([Msg::Pasted("  \n ".to_owned())]).1, ["-"]);
    assert_eq!(story([Msg::Pasted("a.example".to_owned())]).1, ["paste"]);
}

#[test]
fn a_fix_is_applied_and_the_rows_are_asked_for_again() {
    let fix = Msg::Fix(
        Fix::NeverExpires,
        Scope::Code {
            code: "expired".to_owned(),
        },
    );
    let (model, asked) = after(
        to_review(),
        [
            fix,
            Msg::AskToSend,
            told(Event::Summary(summary(3, 3))),
            Msg::AskToSend,
        ],
    );
    assert_eq!(asked, ["fix", "-", "rows 0+24", ""]);
    assert_eq!(
        model.said,
        Some(Said::Sums {
            ready: 3,
            refused: 0,
            conflict: 0,
            entries: 3,
            unread: 0,
        })
    );
    assert!(
        matches!(&model.screen, Screen::Review(review) if matches!(&review.dialog, Dialog::Confirm(_)))
    );
}

#[test]
fn a_filter_starts_at_the_top_and_forgets_the_cursor() {
    let refused = Filter {
        verdict: Some(VerdictFilter::Refused),
        ..Filter::default()
    };
    let msgs = [
        told(window(0, 3, &[0, 1, 2])),
        Msg::Cursor(1),
        Msg::View {
            start: 1,
            count: 40,
        },
        Msg::View {
            start: 1,
            count: 40,
        },
        Msg::Filter(refused),
    ];
    let (model, asked) = after(to_review(), msgs);
    assert_eq!(
        asked,
        ["", "detail 1", "rows 1+40", "-", "rows 0+40 Refused"]
    );
    let Screen::Review(review) = model.screen else {
        panic!("not on review")
    };
    assert_eq!(review.table.cursor, None);
}

#[test]
fn a_row_that_is_out_of_sight_is_detailed_when_it_arrives() {
    let msgs = [
        told(window(0, 100, &[0, 1])),
        Msg::Cursor(99),
        told(window(98, 100, &[98, 99])),
    ];
    assert_eq!(after(to_review(), msgs).1, ["", "", "detail 99"]);
}

#[test]
fn nothing_is_sent_before_it_is_confirmed() {
    assert_eq!(
        story([Msg::ConfirmSend(who()), Msg::AskToSend, Msg::Pause]).1,
        ["-", "-", "-"]
    );
    let (model, asked) = after(
        to_review(),
        [
            Msg::AskToSend,
            Msg::CloseDialog,
            Msg::AskToSend,
            Msg::ConfirmSend(who()),
        ],
    );
    assert_eq!(asked, ["", "", "", "send"]);
    assert_eq!(model.screen.step(), Step::Send);
}

#[test]
fn a_closed_gate_offers_the_way_back_and_a_second_try() {
    let closed = |reason| {
        told(Event::Connection(Connection::Closed {
            reason,
            api_base: "https://api.example".to_owned(),
        }))
    };
    let msgs = [
        closed(Closed::CrossOrigin),
        told(Event::Report(report(Some(Stopped::Gate(
            Closed::CrossOrigin,
        ))))),
        Msg::CheckConnection,
        closed(Closed::Unreachable),
        Msg::Go(Step::Review),
    ];
    let (model, asked) = after(to_send(), msgs);
    assert_eq!(asked, ["", "", "checkconnection", "", "rows 0+24"]);
    assert_eq!(model.screen.step(), Step::Review);
}

#[test]
fn a_gate_that_opens_leads_back_to_the_question() {
    let closed = Connection::Closed {
        reason: Closed::CrossOrigin,
        api_base: "https://api.example".to_owned(),
    };
    let event = |connection| told(Event::Connection(connection));
    let msgs = [
        event(Connection::Checking),
        event(closed),
        Msg::CheckConnection,
        event(Connection::Checking),
        event(Connection::Open),
    ];
    let (model, asked) = after(to_send(), msgs);
    assert_eq!(asked, ["", "", "checkconnection", "", "rows 0+24"]);
    assert_eq!(model.screen.step(), Step::Review);
    assert_eq!(
        after(to_send(), [event(Connection::Open)]).0.screen.step(),
        Step::Send
    );
}

#[test]
fn a_run_ends_in_a_report_of_what_did_not_go_in() {
    let waiting = [BatchState::Waiting, BatchState::Waiting];
    let msgs = [
        told(Event::Progress(Box::new(progress(
            &waiting,
            Waiting::Nothing,
        )))),
        Msg::Go(Step::Review),
        Msg::Pause,
        told(Event::Report(report(None))),
        told(Event::Progress(Box::new(progress(
            &waiting,
            Waiting::Nothing,
        )))),
        Msg::StartOver,
    ];
    let (model, asked) = after(to_send(), msgs);
    assert_eq!(
        asked,
        ["", "-", "pause", "rows 0+24 Rejected", "-", "clear"]
    );
    assert_eq!(model.screen.step(), Step::Choose);
}

#[test]
fn a_run_is_not_left_by_starting_over() {
    let under_way = told(Event::Progress(Box::new(progress(
        &[BatchState::InFlight],
        Waiting::Answers,
    ))));
    assert_eq!(after(to_send(), [under_way, Msg::StartOver]).1, ["", "-"]);
}

#[test]
fn late_events_change_nothing() {
    let late = [
        told(window(0, 1, &[0])),
        told(Event::Progress(Box::new(progress(
            &[BatchState::InFlight],
            Waiting::Nothing,
        )))),
        told(Event::Report(report(None))),
        told(Event::Summary(Box::new(Summary {
            files: Vec::new(),
            ..*summary(0, 0)
        }))),
        Msg::Cursor(3),
        Msg::Go(Step::Report),
    ];
    assert_eq!(story(late).1, ["-"; 6]);
}

#[test]
fn a_dead_worker_ends_the_page() {
    let (model, asked) = after(
        to_review(),
        [
            told(Event::Failed {
                place: "plan.rs:1".to_owned(),
            }),
            Msg::AskToSend,
        ],
    );
    assert_eq!(asked, ["", "-"]);
    assert_eq!(
        model.fault,
        Some(Fault::Worker {
            reason: "plan.rs:1".to_owned(),
            sending: false
        })
    );
}

#[test]
fn the_log_tells_what_changed() {
    use BatchState::{Accepted, InFlight, Partly, Retry, Unconfirmed, Waiting as Idle};
    let before = progress(
        &[InFlight, InFlight, InFlight, Idle, Idle, InFlight],
        Waiting::Answers,
    );
    let now = progress(
        &[Accepted, Partly, Retry, InFlight, InFlight, Unconfirmed],
        Waiting::Paused,
    );
    assert_eq!(
        happenings(Some(&before), &now),
        [
            Happening::Answered {
                batch: 1,
                items: 500,
                rejected: 0
            },
            Happening::Answered {
                batch: 2,
                items: 500,
                rejected: 3
            },
            Happening::Again {
                batch: 3,
                items: 500,
                status: Some(503)
            },
            Happening::Sent { first: 4, last: 5 },
            Happening::Lost {
                batch: 6,
                items: 500
            },
            Happening::Waits(Waiting::Paused),
        ]
    );
    assert_eq!(happenings(Some(&now), &now), []);
}

fn is_confirming(model: &Model) -> bool {
    matches!(&model.screen, Screen::Review(review) if matches!(review.dialog, Dialog::Confirm(_)))
}

#[test]
fn what_is_given_meanwhile_is_never_sent_unseen() {
    let story = |more: Vec<Msg>| after(to_review(), more);
    let (model, asked) = story(vec![
        Msg::AskToSend,
        Msg::Given { files: 1 },
        Msg::ConfirmSend(who()),
    ]);
    assert_eq!(asked, ["", "", "-"]);
    assert!(!is_confirming(&model));
    let there_and_back = [Msg::Go(Step::Choose), Msg::Go(Step::Review), Msg::AskToSend];
    let (_, asked) = story([vec![Msg::Given { files: 1 }], there_and_back.to_vec()].concat());
    assert_eq!(asked, ["", "", "rows 0+24", "-"]);
    let (_, asked) = story(there_and_back.to_vec());
    assert_eq!(asked, ["", "rows 0+24", ""]);
}

#[test]
fn defaults_changed_while_a_file_is_read_are_waited_for() {
    let (model, _) = story([
        Msg::Given { files: 1 },
        Msg::Defaults(model().defaults),
        told(Event::Summary(summary(3, 2))),
        Msg::AskToSend,
    ]);
    assert!(!is_confirming(&model));
}

#[test]
fn what_was_forgotten_while_it_was_read_stays_forgotten() {
    let none = Summary {
        files: Vec::new(),
        ..*summary(0, 0)
    };
    let (model, _) = story([
        Msg::Given { files: 1 },
        Msg::StartOver,
        told(Event::Summary(summary(3, 2))),
        told(Event::Summary(Box::new(none))),
    ]);
    assert!(matches!(model.screen, Screen::Choose(choose) if choose.list.is_none()));
}

#[test]
fn a_run_goes_on_with_its_own_account_alone() {
    let mut other = who();
    other.account.account_id = "b".to_owned();
    let begun = told(Event::Progress(Box::new(progress(
        &[BatchState::InFlight],
        Waiting::Answers,
    ))));
    let (before, _) = story(to_send());
    let (running, _) = after(to_send(), [begun]);
    assert!(before.may_be_done_by(Some(&other)));
    assert!(running.may_be_done_by(Some(&who())));
    assert!(!running.may_be_done_by(Some(&other)));
    assert_eq!(
        (before.loses_by_leaving(), running.loses_by_leaving()),
        (false, true)
    );
}

#[test]
fn text_typed_on_the_first_screen_is_not_taken_away_by_what_was_asked_before() {
    let (model, _) = after(
        to_review(),
        [
            Msg::Given { files: 1 },
            Msg::Go(Step::Choose),
            told(Event::Summary(summary(6, 4))),
        ],
    );
    let Screen::Choose(choose) = &model.screen else {
        panic!("not on choose")
    };
    assert_eq!((choose.awaited, choose.of_old), (0, 0));
    assert_eq!(
        choose.list.as_ref().map(|list| list.counts.records),
        Some(6)
    );
    let (model, _) = after(
        to_review(),
        [
            Msg::Go(Step::Choose),
            Msg::Defaults(model.defaults),
            Msg::Given { files: 1 },
            told(Event::Summary(summary(3, 2))),
            told(Event::Summary(summary(6, 4))),
        ],
    );
    assert_eq!(model.screen.step(), Step::Review);
}

#[test]
fn what_was_typed_and_not_read_is_there_again() {
    let unread = |msgs: Vec<Msg>| story(msgs).0.unread().to_owned();
    let left = |text: &str| Msg::LeftUnread(text.to_owned());
    let read = |text: &str| Msg::Pasted(text.to_owned());
    assert_eq!(unread(vec![left("a.example")]), "a.example");
    assert_eq!(unread(vec![read("a.example"), left("a.example")]), "");
    assert_eq!(
        unread(vec![read("a.example"), left("b.example")]),
        "b.example"
    );
    assert_eq!(unread(vec![left("a.example"), Msg::StartOver]), "");
}
