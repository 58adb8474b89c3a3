//! Every screen as markup, rendered natively from sample data: what a browser is given.
//!
//! The model is driven by the messages that lead to a screen, so that these are screens that can
//! come about. English is held to a snapshot; the other languages show the same elements and the same
//! data, in other words.

#![cfg(not(target_arch = "wasm32"))]

mod sample;

use std::rc::Rc;

use ioculate_app::{
    language::Language,
    later,
    shell::{Deployment, SignInSlots, Theme, View, config_failed, page},
    state::{
        Column, EditMsg, Edited, HelpMsg, Hidden, Hint, Look, Model, Msg, PresetMsg, Step, Tell,
        Way, Who, Wish, Wrong,
    },
    words::say,
};
use ioculate_core::{
    change::{ChangeKind, ChangeKinds, Field},
    check::Policy,
    clock::WallTime,
    indicator::Action,
    journal::{JournalState, NotOpened, Route, RunId},
    session::{
        Choices, Closed, Connection, Event, FieldText, ReportSummary, Stopped, Summary,
        TenantFilter, TenantOnly, TenantSort, TenantState, TenantSums, Waiting,
    },
};
use sample::check;
use yew::{LocalServerRenderer, prelude::*};

#[derive(Clone, PartialEq, Properties)]
struct ShotProps {
    model: Rc<Model>,
    who: Option<Who>,
    deployment: Rc<Deployment>,
    later: bool,
}

#[component]
fn Shot(props: &ShotProps) -> Html {
    let button =
        html! { <button type="button" class="main" data-testid="sign-in">{ "Sign in" }</button> };
    let account = props
        .who
        .as_ref()
        .map(|who| html! { <b data-testid="account">{ who.account.username.clone() }</b> });
    let sign_in = SignInSlots {
        account: account.unwrap_or_default(),
        button,
        go: Callback::noop(),
        failure: None,
    };
    page(&View {
        model: &props.model,
        deployment: &props.deployment,
        who: props.who.as_ref(),
        sign_in: &sign_in,
        language: say::spoken(),
        theme: Theme::System,
        on: &Callback::noop(),
        on_files: &Callback::noop(),
        on_sign_in_for: &Callback::noop(),
        on_run_file: &Callback::noop(),
        on_preset_file: &Callback::noop(),
        on_language: &Callback::noop(),
        on_theme: &Callback::noop(),
        in_full: true,
        later: props.later.then(later::all),
    })
}

fn model(msgs: Vec<Msg>) -> Model {
    let mut model = Model::new(sample::defaults());
    for msg in msgs {
        let shown = format!("{msg:?}");
        let update = model.update(msg, WallTime(1_795_269_991_000));
        assert!(update.redraw || !update.ask.is_empty(), "stale: {shown}");
    }
    model
}

async fn shot(who: Option<Who>, msgs: Vec<Msg>) -> String {
    drawn(who, msgs, true).await
}

/// What is drawn before the second part of the page is there.
async fn opening(who: Option<Who>) -> String {
    drawn(who, first_time(vec![]), false).await
}

async fn drawn(who: Option<Who>, msgs: Vec<Msg>, later: bool) -> String {
    let props = ShotProps {
        model: Rc::new(model(msgs)),
        who,
        deployment: Rc::new(sample::deployment()),
        later,
    };
    let html = LocalServerRenderer::<Shot>::with_props(props)
        .hydratable(false)
        .render()
        .await;
    // One element a line reads well as a difference.
    html.replace('<', "\n<").replace("\n</", "</")
}

fn run(id: &str) -> RunId {
    RunId(id.to_owned())
}

fn told(event: Event) -> Msg {
    Msg::Told(event)
}

fn write(field: Field, text: &str) -> Msg {
    let text = text.to_owned();
    Msg::Edit(EditMsg::Write(FieldText { field, text }))
}

fn preset(msg: PresetMsg) -> Msg {
    Msg::Preset(msg)
}

fn summed(summary: Summary) -> Msg {
    told(Event::Summary(Box::new(summary)))
}

fn to_review() -> Vec<Msg> {
    vec![
        Msg::Given { files: 1 },
        summed(sample::summary()),
        told(Event::Window(sample::window())),
    ]
}

fn first_time(msgs: Vec<Msg>) -> Vec<Msg> {
    [vec![Msg::Help(HelpMsg::Again)], msgs].concat()
}

fn to_listing() -> Vec<Msg> {
    let mut msgs = vec![Msg::Account(Some(sample::who().account))];
    msgs.extend(to_review());
    msgs.push(told(Event::Tenant(TenantState::Listing { listed: 10_000 })));
    msgs
}

fn to_compared(summary: Summary) -> Vec<Msg> {
    let mut msgs = to_listing();
    msgs.extend([
        told(Event::Tenant(sample::tenant::known())),
        summed(summary),
        told(Event::Window(sample::tenant::window())),
    ]);
    msgs
}

fn look(look: Look) -> Msg {
    Msg::Look(look)
}

fn to_tenant(tenant: TenantState) -> Vec<Msg> {
    vec![
        Msg::Account(Some(sample::who().account)),
        look(Look::At(TenantFilter::default())),
        told(Event::Tenant(tenant)),
    ]
}

fn to_held(sums: TenantSums) -> Vec<Msg> {
    let mut msgs = to_tenant(TenantState::Known(Box::new(sums)));
    msgs.push(told(Event::TenantWindow(sample::tenant::rows())));
    msgs
}

/// To what a prepared run would do, on the report of the import that it takes back.
fn to_prepared(summary: Summary) -> Vec<Msg> {
    vec![
        Msg::Account(Some(sample::who().account)),
        told(sample::runs()),
        Msg::Wish(Wish::Show(run("c"))),
        told(Event::Report(Box::new(sample::report(None)))),
        Msg::Undo(run("c")),
        told(Event::Tenant(sample::tenant::known())),
        summed(summary),
        told(Event::Window(sample::prepared::window())),
    ]
}

fn to_undo_sent(more: impl IntoIterator<Item = Msg>) -> Vec<Msg> {
    let mut msgs = to_prepared(sample::prepared::review());
    msgs.extend([Msg::AskToSend, Msg::ConfirmSend(sample::who())]);
    msgs.extend(more);
    msgs
}

fn undo_ended(report: ReportSummary) -> Vec<Msg> {
    to_undo_sent([
        told(sample::prepared::runs()),
        told(Event::Report(Box::new(report))),
        told(Event::Window(sample::prepared::after())),
    ])
}

fn to_unclear() -> Vec<Msg> {
    vec![
        Msg::Given { files: 2 },
        summed(sample::unclear()),
        summed(sample::unclear()),
    ]
}

fn to_send(more: impl IntoIterator<Item = Msg>) -> Vec<Msg> {
    let mut msgs = to_review();
    msgs.extend([Msg::AskToSend, Msg::ConfirmSend(sample::who())]);
    msgs.extend(more);
    msgs
}

/// The messages that are not compiled in.
const LATE: [(Language, &str); 3] = [
    (
        Language::Dutch,
        include_str!(concat!(env!("OUT_DIR"), "/nl.txt")),
    ),
    (
        Language::German,
        include_str!(concat!(env!("OUT_DIR"), "/de.txt")),
    ),
    (
        Language::TraditionalChinese,
        include_str!(concat!(env!("OUT_DIR"), "/zh-Hant.txt")),
    ),
];

/// Tag, class and name for tests of each element. Their order is the language's.
fn elements(shown: &str) -> Vec<String> {
    let tags = shown
        .split('<')
        .filter(|it| it.starts_with(char::is_alphabetic));
    let elements = tags.map(|tag| {
        let tag = tag.split_once('>').map_or(tag, |(tag, _)| tag);
        let of = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            rest.split_once('"').map(|(value, _)| value)
        };
        let name = tag.split(' ').next().unwrap_or_default();
        format!("{name} {:?} {:?}", of("class"), of("data-testid"))
    });
    let mut elements: Vec<String> = elements.collect();
    elements.sort();
    elements
}

/// Values, addresses, names of files and their like, in elements for what is not the page's own. Their
/// order is the language's.
fn data(shown: &str) -> Vec<&str> {
    let is_no_word = |it: char| !it.is_alphabetic();
    let mut data: Vec<&str> = ["<bdi", "<code"]
        .into_iter()
        .flat_map(|tag| shown.split(tag).skip(1))
        .filter_map(|rest| rest.split('<').next()?.split_once('>'))
        .map(|(_, text)| text)
        // A sentence is none, whatever it says of data.
        .filter(|text| text.contains(is_no_word) && !text.contains([' ', '。']))
        .collect();
    data.sort_unstable();
    data
}

/// What only a message that was not filled in would show.
fn is_left_over(it: char) -> bool {
    it.is_control() && it != '\n'
}

macro_rules! screens {
    ($($name:ident: $who:expr, $msgs:expr;)*) => {$(
        #[tokio::test(flavor = "current_thread")]
        async fn $name() {
            insta::assert_snapshot!(stringify!($name), shot($who, $msgs).await);
            let english = shot($who, $msgs).await;
            for (language, text) in LATE {
                assert!(say::learn(language, text.to_owned()) && say::speak(language));
                let shown = shot($who, $msgs).await;
                assert_eq!(elements(&shown), elements(&english), "{language:?}");
                assert_eq!(data(&shown), data(&english), "{language:?}");
                assert_ne!(shown, english, "{language:?}");
                assert!(!shown.contains(is_left_over), "{language:?}: {shown}");
                assert!(say::speak(Language::English));
            }
        }
    )*};
}

screens! {
    signed_out: None, vec![];
    check: Some(sample::who()), check::begun();
    check_signed_out: None, check::signed_out();
    check_forbidden: Some(sample::who()), check::forbidden();
    check_open: Some(sample::who()), check::answered(Connection::Open);
    check_refused: Some(sample::who()), check::shut(Closed::CrossOrigin);
    check_disabled: Some(sample::who()), check::shut(check::disabled());
    check_copied: Some(sample::who()), check::copied();
    choose: Some(sample::who()), vec![];
    choose_with_help: Some(sample::who()), vec![Msg::Help(HelpMsg::Open)];
    choose_for_the_first_time: Some(sample::who()), first_time(vec![]);
    review_for_the_first_time: Some(sample::who()), first_time(to_review());
    review_with_a_hint_read: Some(sample::who()), [
        first_time(to_review()),
        vec![Msg::Help(HelpMsg::Dismiss(Hint::Review))],
    ].concat();
    report_for_the_first_time: Some(sample::who()), first_time(
        to_send([told(Event::Report(Box::new(sample::report(None))))]),
    );
    choose_without_a_language: None, vec![Msg::LanguageMissing(Language::German)];
    choose_while_reading: Some(sample::who()), vec![Msg::Given { files: 2 }, told(Event::Reading { name: "feed.csv".to_owned() })];
    choose_after_an_empty_file: Some(sample::who()), vec![Msg::Given { files: 1 }, summed(sample::empty())];
    choose_with_a_list_at_hand: Some(sample::who()), [to_review(), vec![Msg::Go(Step::Choose)]].concat();
    review: Some(sample::who()), to_review();
    review_with_a_file_unread: None, vec![Msg::Given { files: 2 }, summed(sample::unread()), told(Event::Window(sample::window()))];
    review_while_checking: Some(sample::who()), [to_review(), vec![Msg::Given { files: 1 }]].concat();
    review_signed_out: None, to_review();
    review_with_a_row: Some(sample::who()), [
        to_review(),
        vec![Msg::Cursor(1), told(Event::Detail(Box::new(sample::detail())))],
    ].concat();
    review_with_a_row_written_in: Some(sample::who()), [
        to_review(),
        vec![
            Msg::Cursor(1),
            told(Event::Detail(Box::new(sample::detail()))),
            Msg::Edit(EditMsg::Begin(Edited::Row(sample::detail().view.row))),
            write(Field::Title, "C2 of <b>November</b>"),
            write(Field::Action, "Burn"),
            told(Event::Tried(Box::new(sample::tried()))),
        ],
    ].concat();
    review_with_many_rows_written_in: Some(sample::who()), [
        to_review(),
        vec![
            Msg::Look(Look::TickAll),
            Msg::Look(Look::Tick(0)),
            Msg::Edit(EditMsg::Begin(Edited::Rows)),
            write(Field::Severity, "High"),
        ],
    ].concat();
    review_after_a_step_back: Some(sample::who()), [
        to_review(),
        vec![
            summed(sample::decided()),
            Msg::Edit(EditMsg::Step(Way::Back)),
            summed(sample::stepped()),
            Msg::Columns(Hidden::default().turned(Column::Severity)),
        ],
    ].concat();
    review_of_an_unclear_table: Some(sample::who()), to_unclear();
    review_of_a_table_cleared_up: Some(sample::who()), [
        to_unclear(),
        vec![
            Msg::ReadAs { file: 1, reading: sample::cleared_up() },
            summed(sample::clear()),
        ],
    ].concat();
    review_with_a_kind_kept: Some(sample::who()), [to_review(), vec![
        Msg::Policy(Policy {
            kept: ChangeKinds::NONE.with(ChangeKind::WildcardDropped),
            ..Policy::default()
        }),
    ]].concat();
    ways_out: Some(sample::who()), [to_review(), vec![Msg::Ways]].concat();
    confirm: Some(sample::who()), [to_review(), vec![Msg::AskToSend]].concat();
    send_opening: Some(sample::who()), to_send([]);
    send: Some(sample::who()), to_send([
        told(Event::Progress(Box::new(sample::progress(Waiting::Nothing)))),
    ]);
    send_paused: Some(sample::who()), to_send([
        told(Event::Progress(Box::new(sample::progress(Waiting::Paused)))),
    ]);
    send_without_notifications: Some(sample::who()), to_send([
        told(Event::Progress(Box::new(sample::progress(Waiting::Answers)))),
        Msg::Tell(Tell::Able),
        Msg::Tell(Tell::Wish(true)),
        Msg::Tell(Tell::Allowed(false)),
    ]);
    send_throttled: Some(sample::who()), to_send([told(Event::Progress(Box::new(sample::progress(Waiting::Retry {
        until: WallTime(1_795_270_040_000),
        status: Some(429),
    }))))]);
    send_in_trouble: Some(sample::who()), to_send([told(Event::Progress(Box::new(sample::progress(Waiting::Trouble {
        status: Some(503),
        message: "<b>Service Unavailable</b>".to_owned(),
        until: None,
    }))))]);
    send_signed_out: Some(sample::who()), to_send([told(Event::Progress(Box::new(sample::progress(Waiting::SignIn {
        code: "interaction_required".to_owned(),
    }))))]);
    closed_by_cors: Some(sample::who()), to_send([told(Event::Connection(Connection::Closed {
        reason: Closed::CrossOrigin,
        api_base: "https://api.security.microsoft.com".to_owned(),
    }))]);
    closed_by_permission: Some(sample::who()), to_send([told(Event::Report(Box::new(sample::report(Some(
        Stopped::Gate(Closed::Permission { code: "Forbidden".to_owned(), message: "Missing scope".to_owned() }),
    )))))]);
    report: Some(sample::who()), to_send([
        told(Event::Report(Box::new(sample::report(None)))),
        told(Event::Window(sample::rejected())),
    ]);
    report_with_files_turned_away: Some(sample::who()), to_send([
        told(Event::Report(Box::new(sample::report(None)))),
        Msg::TurnedAway,
    ]);
    worker_late: Some(sample::who()), vec![Msg::WorkerLate];
    report_cancelled: Some(sample::who()), to_send([
        told(Event::Report(Box::new(sample::report(Some(Stopped::Cancelled))))),
    ]);
    runs_signed_out: None, vec![told(sample::runs())];
    runs: Some(sample::who()), vec![told(sample::runs())];
    runs_of_others: Some(sample::who()), vec![told(sample::others())];
    runs_none_yet: Some(sample::who()), vec![told(Event::Runs {
        journal: JournalState::Kept { persisted: true, unread: 0 },
        runs: Vec::new(),
    })];
    runs_unread: Some(sample::who()), vec![told(Event::Runs {
        journal: JournalState::Kept { persisted: true, unread: 2 },
        runs: Vec::new(),
    }), Msg::Wish(Wish::ForgetAll)];
    runs_unavailable: Some(sample::who()), vec![told(sample::nothing_kept()), Msg::RunFileGiven];
    run_to_discard: Some(sample::who()), vec![told(sample::runs()), Msg::Wish(Wish::Forget(run("a")))];
    run_to_forget: Some(sample::who()), vec![told(sample::runs()), Msg::Wish(Wish::Forget(run("b")))];
    run_of_a_file_to_resume: Some(sample::who()), vec![
        told(sample::others()),
        Msg::Wish(Wish::Resume(run("f"), sample::who())),
    ];
    run_to_resume_over_a_list: Some(sample::who()), [to_review(), vec![
        Msg::Go(Step::Choose),
        told(sample::runs()),
        Msg::Wish(Wish::Resume(run("a"), sample::who())),
    ]].concat();
    run_refused: Some(sample::who()), vec![
        told(sample::runs()),
        Msg::Wish(Wish::Resume(run("a"), sample::who())),
        told(Event::NotOpened(NotOpened::OtherAccount { account: sample::who().account })),
    ];
    confirm_one_by_one: Some(sample::who()), [to_review(), vec![
        Msg::AskToSend,
        Msg::Route(Route::OneByOne),
    ]].concat();
    confirm_without_a_journal: Some(sample::who()), [
        vec![told(sample::nothing_kept())], to_review(), vec![Msg::AskToSend],
    ].concat();
    confirm_after_the_browser_refused: Some(sample::who()), to_send([
        told(Event::NotOpened(NotOpened::Storage { message: "QuotaExceededError".to_owned() })),
        Msg::AskToSend,
        Msg::Unjournalled(true),
    ]);
    send_listing: Some(sample::who()), to_send([
        told(Event::Progress(Box::new(sample::progress(Waiting::Listing)))),
    ]);
    send_unwritten: Some(sample::who()), to_send([
        told(Event::Progress(Box::new(sample::progress(Waiting::Journal {
            message: "QuotaExceededError".to_owned(),
        })))),
    ]);
    send_asks_again: Some(sample::who()), to_send([told(Event::Progress(Box::new(sample::progress(Waiting::Trouble {
        status: Some(503),
        message: "Service Unavailable".to_owned(),
        until: Some(WallTime(1_795_270_040_000)),
    }))))]);
    send_offline: Some(sample::who()), to_send([
        told(Event::Progress(Box::new(sample::progress(Waiting::Offline)))),
    ]);
    send_one_by_one: Some(sample::who()), to_send([
        told(Event::Progress(Box::new(sample::one_by_one()))),
    ]);
    report_with_a_row: Some(sample::who()), to_send([
        told(sample::runs()),
        told(Event::Report(Box::new(sample::report(None)))),
        told(Event::Window(sample::rejected())),
        Msg::Cursor(0),
        told(Event::Detail(Box::new(sample::attempted()))),
    ]);
    report_of_the_past: None, vec![
        told(sample::runs()),
        Msg::Wish(Wish::Show(run("c"))),
        told(Event::Report(Box::new(sample::past_report()))),
        told(Event::Window(sample::rejected())),
    ];
    report_of_an_unfinished_run_file: Some(sample::who()), vec![
        told(sample::others()),
        Msg::Wish(Wish::Show(run("f"))),
        told(Event::Report(Box::new(ReportSummary {
            run: Some(run("f")),
            from_file: true,
            stopped: Some(Stopped::Unfinished),
            ..sample::past_report()
        }))),
        told(Event::Window(sample::rejected())),
    ];
    report_of_a_run_file: None, vec![
        told(sample::runs()),
        Msg::Wish(Wish::Show(run("c"))),
        told(Event::Report(Box::new(ReportSummary {
            from_file: true,
            ..sample::past_report()
        }))),
        told(Event::Window(sample::rejected())),
    ];
    review_listing: Some(sample::who()), to_listing();
    review_compared: Some(sample::who()), to_compared(sample::tenant::compared());
    review_over_quota: Some(sample::who()), to_compared(sample::tenant::over_quota());
    review_not_compared: Some(sample::who()), [to_listing(), vec![
        told(Event::Tenant(sample::tenant::failed())),
    ]].concat();
    review_compared_with_a_row: Some(sample::who()), [to_compared(sample::tenant::compared()), vec![
        Msg::Cursor(1),
        told(Event::Detail(Box::new(sample::tenant::updated()))),
    ]].concat();
    confirm_compared: Some(sample::who()), [to_compared(sample::tenant::compared()), vec![
        Msg::AskToSend,
    ]].concat();
    confirm_unlisted_again: Some(sample::who()), [to_compared(sample::tenant::compared()), vec![
        Msg::AskToSend,
        Msg::ConfirmSend(sample::who()),
        told(Event::NotOpened(NotOpened::UnlistedAgain {
            at: sample::NOVEMBER,
            reason: Some(Closed::Unreachable),
        })),
        Msg::AskToSend,
        Msg::AsListed(true),
    ]].concat();
    send_comparing_again: Some(sample::who()), [to_compared(sample::tenant::compared()), vec![
        Msg::AskToSend,
        Msg::ConfirmSend(sample::who()),
        told(Event::Tenant(TenantState::Listing { listed: 10_000 })),
    ]].concat();
    review_changed_since: Some(sample::who()), [to_compared(sample::tenant::compared()), vec![
        Msg::AskToSend,
        Msg::ConfirmSend(sample::who()),
        told(Event::NotOpened(NotOpened::TenantChanged(sample::tenant::changed()))),
    ]].concat();
    report_as_listed: Some(sample::who()), to_send([told(Event::Report(Box::new(ReportSummary {
        on_list_of: Some(sample::NOVEMBER),
        ..sample::report(None)
    })))]);
    confirm_overridden: Some(sample::who()), [to_compared(sample::tenant::compared()), vec![
        Msg::AskToSend,
        Msg::Choices(Choices {
            overridden: vec![sample::tenant::own_names()],
            ..Choices::default()
        }),
        summed(sample::tenant::overridden()),
    ]].concat();
    confirm_over_quota: Some(sample::who()), [to_compared(sample::tenant::over_quota()), vec![
        Msg::AskToSend,
    ]].concat();
    held_signed_out: None, vec![look(Look::At(TenantFilter::default()))];
    held_listing: Some(sample::who()), to_tenant(TenantState::Listing { listed: 10_000 });
    held_failed: Some(sample::who()), to_tenant(sample::tenant::failed());
    held_unread: Some(sample::who()), to_tenant(TenantState::Unknown);
    held_empty: Some(sample::who()), to_tenant(sample::tenant::empty());
    held: Some(sample::who()), to_held(sample::tenant::full());
    held_stale: Some(sample::who()), to_held(TenantSums {
        is_stale: true,
        ..sample::tenant::full()
    });
    held_filtered_and_chosen: Some(sample::who()), [to_held(sample::tenant::full()), vec![
        look(Look::For(TenantFilter {
            action: Some(Action::Block),
            only: Some(TenantOnly::Expired),
            text: "example".to_owned(),
            sort: Some(TenantSort::Expires),
            descending: true,
            ..TenantFilter::default()
        })),
        told(Event::TenantWindow(sample::tenant::rows())),
        look(Look::Tick(0)),
        look(Look::Tick(2)),
    ]].concat();
    held_all_but_one: Some(sample::who()), [to_held(sample::tenant::full()), vec![
        look(Look::TickAll),
        look(Look::Tick(1)),
    ]].concat();
    held_with_a_row: Some(sample::who()), [to_held(sample::tenant::full()), vec![
        Msg::Cursor(1),
        told(Event::TenantDetail(Box::new(sample::tenant::one()))),
    ]].concat();
    held_over_a_list: Some(sample::who()), [to_review(), to_held(sample::tenant::full())].concat();
    choose_with_defaults_of_every_kind: Some(sample::who()), vec![
        Msg::Defaults(sample::defaults::whole()),
        told(sample::defaults::preview()),
    ];
    choose_with_a_preset: Some(sample::who()), vec![
        sample::defaults::stored(),
        preset(PresetMsg::Choose(Some(1))),
        Msg::Defaults(sample::defaults()),
    ];
    choose_with_a_damaged_preset: Some(sample::who()), vec![
        sample::defaults::stored(),
        preset(PresetMsg::Choose(Some(0))),
    ];
    choose_where_no_preset_is_kept: Some(sample::who()), vec![
        preset(PresetMsg::Save("Weekly".to_owned())),
        preset(PresetMsg::Refused {
            name: Some("Weekly".to_owned()),
            message: "QuotaExceededError".to_owned(),
        }),
    ];
    choose_after_a_preset_was_replaced: Some(sample::who()), vec![
        sample::defaults::stored(),
        preset(PresetMsg::Save("Weekly".to_owned())),
    ];
    choose_after_a_file_that_is_no_preset: Some(sample::who()), vec![
        preset(PresetMsg::Opened {
            file: "<i>none.iocpreset".to_owned(),
            text: Ok("[]".to_owned()),
        }),
    ];
    choose_after_a_file_that_is_too_large: Some(sample::who()), vec![
        preset(PresetMsg::Opened {
            file: "log.iocpreset".to_owned(),
            text: Err(Wrong::TooLarge),
        }),
    ];
    choose_after_a_preset_was_deleted: Some(sample::who()), vec![
        sample::defaults::stored(),
        preset(PresetMsg::Choose(Some(0))),
        preset(PresetMsg::Delete),
    ];
    review_after_a_preset: Some(sample::who()), [to_compared(sample::tenant::compared()), vec![
        sample::defaults::stored(),
        preset(PresetMsg::Choose(Some(1))),
        summed(sample::tenant::compared()),
    ]].concat();
    review_of_a_table_with_words: Some(sample::who()), vec![
        Msg::Given { files: 1 },
        summed(sample::defaults::with_words()),
        told(sample::defaults::words()),
    ];
    undo_waiting: Some(sample::who()), vec![
        Msg::Account(Some(sample::who().account)),
        told(sample::runs()),
        Msg::Undo(run("c")),
        told(Event::Tenant(TenantState::Listing { listed: 10_000 })),
    ];
    undo_review: Some(sample::who()), to_prepared(sample::prepared::review());
    undo_review_with_a_restore: Some(sample::who()), [to_prepared(sample::prepared::review()), vec![
        Msg::Cursor(1),
        told(Event::Detail(Box::new(sample::prepared::restored()))),
    ]].concat();
    undo_review_with_a_deletion: Some(sample::who()), [to_prepared(sample::prepared::review()), vec![
        Msg::Cursor(0),
        told(Event::Detail(Box::new(sample::prepared::deleted()))),
    ]].concat();
    undo_confirm: Some(sample::who()), [to_prepared(sample::prepared::review()), vec![Msg::AskToSend]].concat();
    undo_confirm_without_a_journal: Some(sample::who()), [
        to_prepared(sample::prepared::review()),
        vec![told(sample::nothing_kept()), Msg::AskToSend],
    ].concat();
    undo_send: Some(sample::who()), to_undo_sent([
        told(Event::Progress(Box::new(sample::progress(Waiting::Nothing)))),
    ]);
    undo_report: Some(sample::who()), undo_ended(sample::prepared::done());
    undo_refused: Some(sample::who()), undo_ended(sample::prepared::refused());
    undo_shut_out: Some(sample::who()), to_undo_sent([told(Event::Connection(Connection::Closed {
        reason: Closed::Unreachable,
        api_base: "https://api.security.microsoft.com".to_owned(),
    }))]);
    deletion_review: Some(sample::who()), to_prepared(sample::prepared::deletion());
    report_undone: Some(sample::who()), vec![
        told(sample::prepared::runs()),
        Msg::Wish(Wish::Show(run("c"))),
        told(Event::Report(Box::new(sample::report(None)))),
        told(Event::Window(sample::rejected())),
    ];
    runs_undone: Some(sample::who()), vec![told(sample::prepared::runs())];
    runs_undone_signed_out: None, vec![told(sample::prepared::runs())];
    worker_failed: Some(sample::who()), [to_review(), vec![Msg::WorkerFailed("plan.rs:120".to_owned())]].concat();
}

#[tokio::test(flavor = "current_thread")]
async fn the_first_screen_stands_before_the_rest_is_there() {
    insta::assert_snapshot!("opening", opening(None).await);
    insta::assert_snapshot!("opening_signed_in", opening(Some(sample::who())).await);
}

#[tokio::test(flavor = "current_thread")]
async fn the_first_screen_has_its_own_words() {
    const HOLE: &str = "\u{fffd}";
    let words = (0..say::count()).map(|at| {
        if at < say::first() {
            say::text(at)
        } else {
            HOLE
        }
    });
    let words = words.chain((0..ioculate_core::message::COUNT).map(|_| HOLE));
    let text: Vec<&str> = words.collect();
    assert!(say::learn(Language::Dutch, text.join("\n")) && say::speak(Language::Dutch));
    assert!(shot(None, vec![]).await.contains(HOLE), "it would be seen");
    for who in [None, Some(sample::who())] {
        assert!(!opening(who).await.contains(HOLE));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn hostile_text_is_never_markup() {
    let mut msgs = to_review();
    msgs.extend([
        Msg::Cursor(1),
        told(Event::Detail(Box::new(sample::hostile()))),
    ]);
    let html = shot(Some(sample::who()), msgs).await;
    assert!(
        !html.contains("<script") && !html.contains("<img"),
        "{html}"
    );
    assert!(
        html.contains("&lt;script&gt;") && html.contains("[U+202E]"),
        "{html}"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn what_the_tenant_holds_is_never_markup() {
    let mut msgs = to_held(sample::tenant::full());
    let detail = Box::new(sample::tenant::one());
    msgs.extend([Msg::Cursor(1), told(Event::TenantDetail(detail))]);
    let html = shot(Some(sample::who()), msgs).await;
    for markup in [
        "<script",
        "<img",
        "<b>name",
        "<b>.example",
        "<b>Partner",
        " style",
    ] {
        assert!(!html.contains(markup), "{markup}: {html}");
    }
    for seen in [
        "a[U+202E]&lt;b&gt;.example",
        "&lt;img src=x",
        "&lt;b&gt;Partner&lt;/b&gt;[U+202E]",
    ] {
        assert!(html.contains(seen), "{seen}: {html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn many_wide_tables_are_folded_and_cost_little() {
    let msgs = vec![Msg::Given { files: 1 }, summed(sample::many())];
    let html = shot(Some(sample::who()), msgs).await;
    assert!(html.contains("All 50 files"), "{html}");
    for folded in ["source", "role"] {
        assert!(
            !html.contains(&format!("data-testid=\"{folded}\"")),
            "{folded}"
        );
    }
    // Elements of a whole page of which the promise allows 1,500.
    let elements = html.matches("\n<").count();
    assert!(elements < 1_500, "{elements}");
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_is_styled_inline() {
    let screens = [
        shot(None, vec![]).await,
        shot(Some(sample::who()), to_review()).await,
    ];
    for html in screens {
        assert!(!html.contains(" style"), "{html}");
    }
}

#[derive(PartialEq, Properties)]
struct FaultsProps {
    faults: Vec<String>,
}

#[component]
fn Faults(props: &FaultsProps) -> Html {
    config_failed(&props.faults)
}

#[tokio::test(flavor = "current_thread")]
async fn config_errors() {
    let faults = vec![
        "clientId: missing.".to_owned(),
        "apiBasis: no such key.".to_owned(),
    ];
    let html = LocalServerRenderer::<Faults>::with_props(FaultsProps { faults })
        .hydratable(false)
        .render()
        .await;
    insta::assert_snapshot!(html.replace('<', "\n<").replace("\n</", "</"));
}
