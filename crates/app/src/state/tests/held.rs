//! What the tenant holds: where it is looked at from, what is chosen, and what is under it meanwhile.

use ioculate_core::{
    clock::WallTime,
    indicator::{Action, IndicatorType},
    session::{
        Closed, Command, Event, Selected, TenantDetail, TenantExportKind, TenantFilter, TenantRow,
        TenantSort, TenantState, TenantWindow,
    },
};

use super::{
    super::{Held, Look, Model, Msg, Said, Screen, Step},
    after, report, story, summary,
    tenant::{account, known_at, other, tenant},
    to_review, to_send, told, window,
};

fn row(place: u32, has_id: bool) -> TenantRow {
    TenantRow {
        place,
        id: has_id.then(|| place.to_string()),
        indicator_type: IndicatorType::DomainName,
        value: format!("{place}.example"),
        action: Action::Block,
        severity: None,
        title: String::new(),
        expires: None,
        created: None,
        updated: None,
        created_by: String::new(),
        rbac_group_names: Vec::new(),
        beside: Vec::new(),
    }
}

/// Of ten indicators of which nine have an id, those at places 5 and 3; the latter has none.
fn rows() -> Msg {
    told(Event::TenantWindow(TenantWindow {
        start: 0,
        total: 10,
        deletable: 9,
        rows: vec![row(5, true), row(3, false)],
    }))
}

fn detail(place: u32) -> Msg {
    told(Event::TenantDetail(Box::new(TenantDetail {
        row: row(place, true),
        fields: Vec::new(),
        beside: Vec::new(),
        same_file: Vec::new(),
    })))
}

fn look(look: Look) -> Msg {
    Msg::Look(look)
}

fn open() -> Msg {
    look(Look::At(TenantFilter::default()))
}

fn text(text: &str) -> TenantFilter {
    TenantFilter {
        text: text.to_owned(),
        ..TenantFilter::default()
    }
}

fn sorted(text: &str) -> TenantFilter {
    TenantFilter {
        text: text.to_owned(),
        sort: Some(TenantSort::Value),
        descending: true,
        ..TenantFilter::default()
    }
}

/// Signed in, looking at a tenant that was read, with rows.
fn looking() -> Vec<Msg> {
    vec![account(), open(), known_at(1), rows()]
}

fn held(model: &Model) -> &Held {
    match &model.screen {
        Screen::Tenant(held) => held,
        screen => panic!("{screen:?}"),
    }
}

#[test]
fn the_tenant_is_asked_for_when_it_is_looked_at() {
    assert_eq!(
        story(looking()).1,
        ["", "listtenant", "tenantrows 0+24", ""]
    );
    let (model, asked) = story([open()]);
    assert_eq!((held(&model).before.step(), &*asked[0]), (Step::Choose, ""));
    assert_eq!(after(vec![open()], [account()]).1, ["listtenant"]);
    // What was read for the review serves here too.
    let reviewed = [vec![account()], to_review(), vec![known_at(1)]].concat();
    assert_eq!(after(reviewed, [open()]).1, ["tenantrows 0+24"]);
    let back = [look(Look::Away), open()];
    assert_eq!(after(looking(), back).1, ["", "tenantrows 0+24"]);
}

#[test]
fn it_is_looked_at_from_where_nothing_is_sent() {
    let to_report = [to_send(), vec![told(Event::Report(report(None)))]].concat();
    for (msgs, from) in [
        (Vec::new(), Some(Step::Choose)),
        (to_review(), Some(Step::Review)),
        (to_send(), None),
        (to_report, Some(Step::Report)),
    ] {
        let (model, _) = after(msgs, [open(), open()]);
        let found = match &model.screen {
            Screen::Tenant(held) => Some(held.before.step()),
            _ => None,
        };
        assert_eq!(found, from);
    }
}

#[test]
fn the_screen_under_it_is_given_back_as_it_goes_on_meanwhile() {
    let (before, _) = story(to_review());
    let (model, _) = after(to_review(), [open(), look(Look::Away)]);
    assert_eq!(model.screen, before.screen);

    // What is being read when one looks away is there when one is back.
    let (model, asked) = after(
        vec![Msg::Given { files: 1 }, open()],
        [
            told(Event::Summary(summary(3, 2))),
            told(window(0, 3, &[0, 1, 2])),
            Msg::Cursor(0),
        ],
    );
    assert_eq!(asked, ["rows 0+24", "", ""]);
    assert_eq!(held(&model).before.step(), Step::Review);
    let (model, _) = after(
        vec![
            Msg::Given { files: 1 },
            open(),
            told(Event::Summary(summary(3, 2))),
        ],
        [told(window(0, 3, &[0])), look(Look::Away)],
    );
    let Screen::Review(review) = &model.screen else {
        panic!("not on review")
    };
    assert_eq!(review.table.total(), 3);
    assert_eq!(review.table.cursor, None);
}

#[test]
fn a_step_leads_back_or_further() {
    let (model, asked) = after(to_review(), [open(), Msg::Go(Step::Review)]);
    assert_eq!((model.screen.step(), &*asked[1]), (Step::Review, ""));
    assert!(matches!(model.screen, Screen::Review(_)));
    let (model, _) = after(to_review(), [open(), Msg::Go(Step::Choose)]);
    assert!(matches!(&model.screen, Screen::Choose(choose) if choose.records() == 3));
}

#[test]
fn rows_are_asked_for_as_they_come_into_view() {
    let (model, asked) = after(
        looking(),
        [
            Msg::View {
                start: 4,
                count: 30,
            },
            Msg::View {
                start: 4,
                count: 30,
            },
            Msg::Cursor(1),
            detail(3),
            look(Look::For(text("evil"))),
            detail(3),
        ],
    );
    assert_eq!(
        asked,
        [
            "tenantrows 4+30",
            "-",
            "tenantdetail 3",
            "",
            "tenantrows 0+30",
            "-"
        ]
    );
    let table = &held(&model).table;
    assert_eq!(
        (table.turn, table.cursor, table.detail.is_none()),
        (2, None, true)
    );
}

#[test]
fn what_is_chosen_is_counted() {
    let tick = |at| look(Look::Tick(at));
    let all = || look(Look::TickAll);
    let sort = || look(Look::For(sorted("")));
    let other_rows = || look(Look::For(text("evil")));
    for (msgs, count) in [
        (vec![], (0, 0)),
        (vec![tick(0)], (1, 1)),
        (vec![tick(0), tick(1)], (2, 1)),
        (vec![tick(0), tick(1), tick(0)], (1, 0)),
        (vec![tick(9)], (0, 0)),
        (vec![tick(0), look(Look::TickTo(1))], (2, 1)),
        (vec![tick(1), look(Look::TickTo(0))], (2, 1)),
        (vec![tick(0), look(Look::TickTo(9))], (10, 9)),
        (vec![all()], (10, 9)),
        (
            vec![all(), tick(0), tick(1), look(Look::TickTo(0))],
            (10, 9),
        ),
        (vec![all(), tick(0)], (9, 8)),
        (vec![all(), tick(1)], (9, 9)),
        (vec![all(), tick(1), tick(1)], (10, 9)),
        (vec![all(), look(Look::TickNone)], (0, 0)),
        // Those that were chosen one by one stay chosen; all that pass are others.
        (vec![tick(0), other_rows(), rows()], (1, 1)),
        (vec![tick(0), sort(), rows()], (1, 1)),
        (vec![all(), sort(), rows()], (10, 9)),
        (vec![all(), other_rows(), rows()], (0, 0)),
        // A place is good for one reading.
        (vec![tick(0), Msg::ListTenant, known_at(2), rows()], (0, 0)),
        (vec![all(), known_at(1)], (10, 9)),
    ] {
        let told = format!("{msgs:?}");
        let (model, _) = after(looking(), msgs);
        assert_eq!(held(&model).count(), count, "{told}");
    }
}

#[test]
fn what_is_chosen_is_written_and_deleted() {
    let tick = |at| look(Look::Tick(at));
    let csv = || look(Look::Export(TenantExportKind::PortalCsv));
    let places = |places: &[u32]| Selected::Places {
        places: places.to_vec(),
    };
    let passing = |except: &[u32]| Selected::Passing {
        filter: TenantFilter::default(),
        except: except.to_vec(),
    };
    for (msgs, written, deleted) in [
        (vec![], passing(&[]), None),
        (
            vec![tick(0), tick(1)],
            places(&[5, 3]),
            Some(places(&[5, 3])),
        ),
        // It has no id.
        (vec![tick(1)], places(&[3]), None),
        (vec![look(Look::TickAll)], passing(&[]), Some(passing(&[]))),
        (
            vec![look(Look::TickAll), tick(1)],
            passing(&[3]),
            Some(passing(&[3])),
        ),
    ] {
        let (mut model, _) = after(looking(), msgs);
        let asked = model.update(csv(), WallTime(0)).ask;
        let kind = TenantExportKind::PortalCsv;
        assert_eq!(
            asked,
            [Command::TenantExport {
                selected: written,
                kind
            }]
        );
        let asked = model.update(look(Look::Delete), WallTime(0)).ask;
        let delete = deleted.map(|selected| Command::PrepareDelete { selected });
        assert_eq!(asked, Vec::from_iter(delete));
    }
}

#[test]
fn nothing_is_chosen_of_what_is_not_known() {
    let listing = [looking(), vec![look(Look::TickAll), Msg::ListTenant]].concat();
    let (model, asked) = after(
        listing,
        [
            look(Look::TickAll),
            look(Look::Delete),
            look(Look::Export(TenantExportKind::ApiJson)),
        ],
    );
    assert_eq!(asked, ["-", "-", "-"]);
    assert_eq!(held(&model).count(), (0, 0));
    let refused = tenant(TenantState::Failed {
        reason: Closed::Unreachable,
    });
    let (model, _) = after(looking(), [Msg::ListTenant, refused]);
    assert_eq!(model.said, Some(Said::NotHeld));
    let someone_else = [Msg::Account(Some(other().account)), known_at(2)];
    let (model, asked) = after(looking(), someone_else);
    assert_eq!(asked, ["forgettenant listtenant", "tenantrows 0+24"]);
    assert!(held(&model).table.window.is_none());
}

#[test]
fn what_was_read_is_said() {
    let (model, _) = story(looking());
    assert_eq!(model.said, Some(Said::Held { held: 0 }));
    // What is said of the list under it, nobody wants to hear now.
    let (model, _) = after(
        [to_review(), looking()].concat(),
        [told(Event::Summary(summary(3, 1)))],
    );
    assert_eq!(model.said, Some(Said::Held { held: 0 }));
    assert_eq!(model.now, WallTime(0));
}
