//! When the tenant is asked for, what waits for it, and what is decided as it stands.

use ioculate_core::{
    clock::WallTime,
    import::NotSent,
    journal::NotOpened,
    session::{
        BatchState, Choices, Closed, Command, Event, Fates, GuardState, Guarded, OnConflict,
        Outlook, Override, Summary, TenantChange, TenantState, TenantSums, Waiting,
    },
};

use super::{
    super::{Before, Model, Msg, Notice, Said, Screen, Step, Who},
    after, is_confirming, progress, report, story, summary, to_review, told, who,
};

pub(super) fn account() -> Msg {
    Msg::Account(Some(who().account))
}

pub(super) fn other() -> Who {
    let mut other = who();
    other.account.account_id = "b".to_owned();
    other
}

fn known() -> Msg {
    known_at(0)
}

pub(super) fn known_at(at: i64) -> Msg {
    told(Event::Tenant(TenantState::Known(Box::new(TenantSums {
        at: WallTime(at),
        account: "ann@contoso.example".to_owned(),
        is_stale: false,
        held: 0,
        is_part: false,
        most: 15_000,
        foreign: 0,
        unread: 0,
        freed: 0,
        expiring: 0,
        expired: 0,
        conflicts: 0,
        same_files: 0,
        mine: 0,
        by_type: Vec::new(),
        by_action: Vec::new(),
        groups: Vec::new(),
    }))))
}

pub(super) fn tenant(state: TenantState) -> Msg {
    told(Event::Tenant(state))
}

fn failed(reason: Closed) -> Msg {
    tenant(TenantState::Failed { reason })
}

fn outlook() -> Outlook {
    let fates = Fates {
        create: 2,
        ..Fates::default()
    };
    Outlook {
        fates,
        sent: fates,
        at: WallTime(0),
        used: 0,
        most: 15_000,
        freed: 0,
        added: 2,
        deleted: 0,
        replaceable: 0,
        is_part: false,
        unseen_groups: Vec::new(),
    }
}

/// The list as it is once more is known.
fn news(change: impl FnOnce(&mut Summary)) -> Msg {
    let mut summary = summary(3, 2);
    summary.asked = false;
    summary.outlook = Some(outlook());
    change(&mut summary);
    told(Event::Summary(summary))
}

/// On the review, compared with the tenant.
fn to_compared() -> Vec<Msg> {
    let mut msgs = vec![account()];
    msgs.extend(to_review());
    msgs.extend([known(), news(|_| ())]);
    msgs
}

fn awaits(model: &Model) -> Option<Before> {
    match &model.screen {
        Screen::Review(review) => review.awaits(&model.tenant),
        _ => panic!("not on review"),
    }
}

#[test]
fn the_tenant_is_asked_for_once_by_itself_when_rows_are_reviewed() {
    let signed_in_first = [vec![account()], to_review()].concat();
    assert_eq!(story(signed_in_first).1, ["", "", "rows 0+24 listtenant"]);
    let signed_in_last = after(to_review(), [account(), account()]).1;
    assert_eq!(signed_in_last, ["listtenant", "-"]);
    let back_and_forth = [Msg::Go(Step::Choose), Msg::Go(Step::Review)];
    assert_eq!(after(to_compared(), back_and_forth).1, ["", "rows 0+24"]);
    assert_eq!(after(to_compared(), [Msg::ListTenant]).1, ["listtenant"]);
    assert_eq!(story([account(), Msg::ListTenant]).1, ["", ""]);
}

#[test]
fn sending_waits_for_the_list_and_for_its_news() {
    let to_listing = || [vec![account()], to_review()].concat();
    let (model, asked) = after(to_listing(), [Msg::AskToSend]);
    assert_eq!((awaits(&model), &*asked[0]), (Some(Before::Tenant), "-"));
    let (model, _) = after(to_listing(), [known()]);
    assert_eq!(awaits(&model), Some(Before::Tenant));
    let (model, asked) = after(to_listing(), [known(), news(|_| ()), Msg::AskToSend]);
    assert_eq!(asked, ["", "rows 0+24", ""]);
    assert!(awaits(&model).is_none() && is_confirming(&model));
}

#[test]
fn the_list_is_done_without() {
    let msgs = [vec![account()], to_review(), vec![Msg::SkipTenant]].concat();
    let unknown = tenant(TenantState::Unknown);
    let (model, asked) = after(msgs, [unknown, Msg::SkipTenant, Msg::AskToSend]);
    assert_eq!(asked, ["", "-", ""]);
    assert!(is_confirming(&model));
}

/// What a run has made stale is compared with nothing, so that no news comes of it.
#[test]
fn a_list_after_a_run_is_done_without() {
    let msgs = [vec![account()], to_review(), vec![Msg::SkipTenant]].concat();
    let Msg::Told(Event::Tenant(TenantState::Known(mut sums))) = known() else {
        panic!("no tenant")
    };
    sums.is_stale = true;
    let stale = tenant(TenantState::Known(sums));
    let (model, _) = after(msgs, [stale, Msg::AskToSend]);
    assert!(awaits(&model).is_none() && is_confirming(&model));
}

#[test]
fn a_list_that_cannot_be_had_holds_nothing_up() {
    let (model, asked) = after(
        to_compared(),
        [Msg::ListTenant, failed(Closed::Unreachable), Msg::AskToSend],
    );
    assert_eq!(asked, ["listtenant", "", ""]);
    assert!(is_confirming(&model));
    let Screen::Review(review) = &model.screen else {
        panic!("not on review")
    };
    assert_eq!(
        review.summary.outlook, None,
        "it is of a tenant no longer known"
    );
}

#[test]
fn signing_in_anew_asks_again_where_that_was_what_lacked() {
    let lacked = Closed::SignIn {
        code: "interaction_required".to_owned(),
    };
    let (_, asked) = after(to_compared(), [Msg::ListTenant, failed(lacked), account()]);
    assert_eq!(asked, ["listtenant", "", "listtenant"]);
    let (_, asked) = after(to_compared(), [failed(Closed::Unreachable), account()]);
    assert_eq!(asked, ["", "-"]);
}

#[test]
fn another_account_sees_another_tenant() {
    let (model, asked) = after(
        to_compared(),
        [Msg::AskToSend, Msg::Account(Some(other().account))],
    );
    assert_eq!(asked, ["", "forgettenant listtenant"]);
    assert!(!is_confirming(&model));
    assert_eq!(awaits(&model), Some(Before::Tenant));
    let (model, asked) = after(to_compared(), [Msg::Account(None)]);
    assert_eq!(asked, ["forgettenant"]);
    assert_eq!(
        (model.tenant.clone(), awaits(&model)),
        (TenantState::Unknown, None)
    );
}

#[test]
fn after_a_run_the_tenant_is_asked_for_anew() {
    let begun = progress(&[BatchState::InFlight], Waiting::Answers);
    let to_report = [
        Msg::AskToSend,
        Msg::ConfirmSend(who()),
        told(Event::Progress(Box::new(begun))),
        told(Event::Report(report(None))),
        Msg::StartOver,
        Msg::Given { files: 1 },
        told(Event::Summary(summary(3, 2))),
    ];
    let (_, asked) = after(to_compared(), to_report);
    assert_eq!(
        asked.last().map(String::as_str),
        Some("rows 0+24 listtenant")
    );
}

#[test]
fn news_of_the_tenant_is_no_answer() {
    let (model, _) = after(to_compared(), [Msg::Given { files: 1 }, news(|_| ())]);
    assert_eq!(awaits(&model), Some(Before::Sums));
    let (model, _) = after(
        to_compared(),
        [Msg::Go(Step::Choose), news(|it| it.entries = 7)],
    );
    let Screen::Choose(choose) = &model.screen else {
        panic!("not on choose")
    };
    assert_eq!(choose.list.as_ref().map(|list| list.entries), Some(7));
    assert_eq!(story([news(|_| ())]).1, ["-"]);
}

#[test]
fn a_question_is_about_the_sums_that_it_shows() {
    let held = |it: &mut Summary| it.held = vec![(NotSent::Guarded, 1)];
    let (model, _) = after(to_compared(), [Msg::AskToSend, news(held)]);
    assert!(!is_confirming(&model));
    let (model, _) = after(to_compared(), [Msg::AskToSend, news(|_| ())]);
    assert!(is_confirming(&model));
}

#[test]
fn sending_waits_for_the_lists_of_the_guard() {
    let (model, asked) = after(
        to_compared(),
        [news(|it| it.guard = GuardState::Loading), Msg::AskToSend],
    );
    assert_eq!((awaits(&model), &*asked[1]), (Some(Before::Guard), "-"));
    let (model, _) = after(to_compared(), [news(|it| it.entries = 0)]);
    assert_eq!(awaits(&model), Some(Before::Entries));
}

fn overriding() -> Choices {
    Choices {
        overridden: vec![Override {
            list: "guard-own".to_owned(),
            row: None,
            set: 1,
        }],
        ..Choices::default()
    }
}

#[test]
fn a_choice_is_answered_with_sums_and_keeps_the_question() {
    let msgs = [
        Msg::AskToSend,
        Msg::Choices(overriding()),
        Msg::ConfirmSend(who()),
        Msg::Choices(overriding()),
        told(Event::Summary({
            let mut summary = summary(3, 2);
            summary.outlook = Some(outlook());
            summary
        })),
    ];
    let (model, asked) = after(to_compared(), msgs);
    assert_eq!(asked, ["", "setchoices", "-", "-", "rows 0+24"]);
    assert!(is_confirming(&model));
}

#[test]
fn an_override_is_good_for_the_rows_and_the_tenant_that_it_was_given_for() {
    let replacing = Choices {
        conflicts: OnConflict::Replace,
        ..overriding()
    };
    let begin = || [to_compared(), vec![Msg::Choices(replacing.clone())]].concat();
    let kept = Choices {
        overridden: Vec::new(),
        ..replacing.clone()
    };
    let cases = [
        (Msg::Given { files: 1 }, "setchoices"),
        (Msg::Pasted("a.example".to_owned()), "setchoices paste"),
        (
            Msg::Account(Some(other().account)),
            "forgettenant setchoices listtenant",
        ),
        (Msg::StartOver, "clear setchoices"),
    ];
    for (msg, commands) in cases {
        let told = format!("{msg:?}");
        let (model, asked) = after(begin(), [msg]);
        assert_eq!(asked, [commands], "{told}");
        assert_eq!(model.choices, kept, "{told}");
    }
}

#[test]
fn what_is_given_after_an_override_is_waited_for() {
    let answered = || {
        let mut summary = summary(3, 2);
        summary.outlook = Some(outlook());
        told(Event::Summary(summary))
    };
    let begin = [to_compared(), vec![Msg::Choices(overriding()), answered()]].concat();
    let (model, _) = after(begin.clone(), [Msg::Given { files: 1 }, answered()]);
    assert_eq!(awaits(&model), Some(Before::Sums));
    let (model, _) = after(begin, [Msg::Given { files: 1 }, answered(), answered()]);
    assert_eq!(awaits(&model), None);
}

#[test]
fn what_was_learnt_is_said() {
    let (model, _) = story([vec![account()], to_review()].concat());
    assert_eq!(model.said, Some(Said::Listing));
    let (model, _) = story(to_compared());
    let compared = Said::Compared {
        entries: 2,
        created: 2,
    };
    assert_eq!(model.said, Some(compared));
    let (model, _) = after(to_compared(), [failed(Closed::Unreachable)]);
    assert_eq!(model.said, Some(Said::NotCompared));
}

#[test]
fn the_commands_name_the_account_and_the_choices() {
    let mut model = super::model();
    for msg in to_review() {
        model.update(msg, WallTime(0));
    }
    let asked = model.update(account(), WallTime(0)).ask;
    let account = who().account;
    assert_eq!(asked, [Command::ListTenant { account }]);
    let asked = model.update(Msg::Choices(overriding()), WallTime(0)).ask;
    assert_eq!(asked, [Command::SetChoices(overriding())]);
    let guarded = Guarded {
        list: "guard-own".to_owned(),
        stops: true,
        rows: 1,
        overridden: 1,
        set: 1,
        example: "contoso.example".to_owned(),
    };
    let news = news(|it| it.guarded = vec![guarded]);
    assert!(model.update(news, WallTime(0)).redraw);
}

/// By which list it is sent, of what happens between the review and the question.
#[test]
fn a_list_that_could_not_be_read_again_is_sent_by_only_where_the_user_says_so() {
    let unlisted = |at: i64| {
        told(Event::NotOpened(NotOpened::UnlistedAgain {
            at: WallTime(at),
            reason: None,
        }))
    };
    let sent = || vec![Msg::AskToSend, Msg::ConfirmSend(who())];
    let again = |msgs: Vec<Msg>| [sent(), msgs].concat();
    let wish = |wish| vec![Msg::AskToSend, Msg::AsListed(wish)];
    for (before, msgs, as_listed) in [
        (vec![], vec![Msg::AskToSend], false),
        (vec![], wish(true), false),
        (again(vec![unlisted(0)]), vec![Msg::AskToSend], false),
        (again(vec![unlisted(0)]), wish(true), true),
        (
            again(vec![unlisted(0)]),
            [wish(true), wish(false)].concat(),
            false,
        ),
        // It was read since, or another list was meant.
        (again(vec![unlisted(0), known_at(1)]), wish(true), false),
        (again(vec![unlisted(1)]), wish(true), false),
        (
            again(vec![unlisted(0), Msg::CloseNotice]),
            wish(true),
            false,
        ),
    ] {
        let shown = format!("{before:?} {msgs:?}");
        let (mut model, _) = after([to_compared(), before].concat(), msgs);
        let update = model.update(Msg::ConfirmSend(who()), WallTime(0));
        let is_sent = |ask: &Command| match ask {
            Command::Send { as_listed, .. } => Some(*as_listed),
            _ => None,
        };
        assert_eq!(
            update.ask.iter().find_map(is_sent),
            Some(as_listed),
            "{shown}"
        );
    }
}

/// What asks the tenant did not come: nothing is waited for, and it can be asked for again.
#[test]
fn a_tenant_that_nobody_here_can_ask_is_not_waited_for() {
    let missing = told(Event::NotOpened(NotOpened::PartMissing));
    let (mut model, _) = after(to_compared(), vec![Msg::ListTenant]);
    model.tenant = TenantState::Listing { listed: 0 };
    assert!(model.update(missing, WallTime(0)).redraw);
    assert_eq!(model.tenant, TenantState::Unknown);
    assert_eq!(
        model.notice,
        Some(Notice::NotOpened(NotOpened::PartMissing))
    );
}

/// Where the tenant is another one the review is back, with what would happen now.
#[test]
fn what_has_changed_since_the_review_is_reviewed() {
    let change = TenantChange {
        since: WallTime(0),
        before: Fates::default(),
        now: Fates::default(),
        otherwise: 1,
        written: 0,
    };
    let why = NotOpened::TenantChanged(change);
    let msgs = [
        Msg::AskToSend,
        Msg::ConfirmSend(who()),
        tenant(TenantState::Listing { listed: 0 }),
        known_at(9),
        news(|summary| summary.entries = 1),
        told(Event::NotOpened(why.clone())),
    ];
    let (model, asked) = after(to_compared(), msgs);
    let Screen::Review(review) = &model.screen else {
        panic!("not on review");
    };
    assert_eq!(review.summary.entries, 1);
    assert_eq!(model.notice, Some(Notice::NotOpened(why)));
    assert_eq!(asked.last().map(String::as_str), Some("rows 0+24"));
}
