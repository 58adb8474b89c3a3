//! What is told ahead of a run, and what is done about it.

use serde_json::{Value, json};

use super::{
    world::{World, account, configured, report, resume, send, show},
    *,
};
use crate::{
    guard::{Own, Unloaded},
    import::{NotSent, Outcome},
    plan::Plan,
    session::known::Known,
    tenant::{Page, Snapshot},
};

const ROWS: &str = "DomainName,same.example,Block,t,d,\n\
                    DomainName,other.example,Block,T,d,\n\
                    DomainName,conflict.example,Block,t,d,\n\
                    DomainName,new.example,Block,t,d,\n\
                    DomainName,newer.example,Block,t,d,\n\
                    DomainName,new.example,Block,t,d,\n";

/// What the tenant holds.
fn held() -> [Value; 3] {
    let entity = |id: u32, value: &str, action: &str| {
        json!({
            "id": id, "indicatorType": "DomainName", "indicatorValue": value, "action": action,
            "title": "t", "description": "d",
        })
    };
    [
        entity(1, "same.example", "Block"),
        entity(2, "other.example", "Block"),
        entity(3, "conflict.example", "Audit"),
    ]
}

/// The world with that tenant.
fn world() -> World {
    let mut world = World::default();
    for entity in held() {
        let value = entity["indicatorValue"].as_str().expect("a value");
        world.tenant.held.insert(value.to_owned(), entity);
    }
    world
}

/// A tenant of another account than [`account`], if it is said.
fn known(account: Account) -> Known {
    let body = json!({ "value": held() }).to_string();
    let page = Page::read(body.as_bytes()).expect("a page");
    let snapshot = Snapshot::of(vec![page], NOON.wall);
    Known::new(snapshot.into(), account)
}

/// Rows of every fate beside a tenant that is known.
fn foreseen() -> Session {
    let mut session = configured();
    session.limits.tenant_indicators = 5;
    session.tenant = Tenant::Known(known(account()));
    read(&mut session, ROWS);
    session
}

fn fates(summary: &Summary) -> [u32; 5] {
    let fates = summary.outlook.as_ref().expect("a known tenant").fates;
    let told = [
        fates.create,
        fates.update,
        fates.unchanged,
        fates.tenant_conflict,
        fates.over_quota,
    ];
    assert_eq!(told.iter().sum::<u32>(), summary.counts.ready);
    let held: u32 = summary.held.iter().map(|(_, rows)| rows).sum();
    let sent = summary.outlook.as_ref().expect("a known tenant").sent;
    let sent = sent.create + sent.update + sent.unchanged + sent.tenant_conflict;
    assert_eq!(held + sent, summary.counts.ready);
    assert_eq!(sent, summary.entries);
    told
}

fn chosen(session: &mut Session, choices: Choices) -> Summary {
    ask(session, Command::SetChoices(choices))
}

fn unchanged_too() -> Choices {
    Choices {
        send_unchanged: true,
        ..Choices::default()
    }
}

#[test]
fn the_page_is_told_what_would_really_be_sent() {
    let mut session = foreseen();
    let summary = ask(&mut session, Command::SetChoices(Choices::default()));
    assert_eq!(fates(&summary), [1, 1, 1, 1, 1]);
    assert_eq!((summary.entries, summary.calls), (3, 2));
    let summary = chosen(&mut session, unchanged_too());
    assert_eq!((fates(&summary), summary.entries), ([1, 1, 1, 1, 1], 4));
    let choices = Choices {
        conflicts: OnConflict::LeaveOut,
        ..Choices::default()
    };
    // The room that a conflict would have taken is the new one's.
    let summary = chosen(&mut session, choices);
    assert_eq!((fates(&summary), summary.entries), ([2, 1, 1, 1, 0], 3));
    let summary = ask(&mut session, Command::ForgetTenant);
    assert!(!summary.asked);
    let summary = chosen(&mut session, Choices::default());
    assert_eq!((summary.outlook, summary.entries), (None, 5));
}

#[test]
fn each_change_is_looked_at_anew() {
    let mut session = foreseen();
    let scope = Scope::Row { row: 3 };
    let fix = Fix::LeaveOut;
    // The later one finds room where an earlier one is left out.
    let summary = ask(&mut session, Command::Fix { fix, scope });
    assert_eq!((fates(&summary), summary.entries), ([2, 1, 1, 1, 0], 3));
    let policy = crate::check::Policy::default();
    let summary = ask(&mut session, Command::SetPolicy(policy));
    assert_eq!((fates(&summary), summary.entries), ([2, 1, 1, 1, 0], 3));
    let summary = read(&mut session, "DomainName,same.example,Audit,t,d,\n");
    assert_eq!(fates(&summary), [2, 1, 1, 1, 0]);
    let summary = ask(&mut session, Command::Clear);
    assert_eq!((fates(&summary), summary.entries), ([0; 5], 0));
}

#[test]
fn rows_are_found_by_fate() {
    let mut session = foreseen();
    for (fate, found) in [
        (Fate::Unchanged, vec!["same.example"]),
        (Fate::Update, vec!["other.example"]),
        (Fate::TenantConflict, vec!["conflict.example"]),
        (Fate::Create, vec!["new.example"]),
        (Fate::OverQuota, vec!["newer.example"]),
        (Fate::Delete, vec![]),
    ] {
        let filter = Filter {
            fate: Some(fate),
            ..Filter::default()
        };
        let window = rows(&mut session, filter);
        assert_eq!(values(&window), found, "{fate:?}");
        assert!(window.rows.iter().all(|row| row.fate == Some(fate)));
    }
    let detail = told(&mut session, Command::Detail { row: 1 }).pop();
    let Some(Event::Detail(detail)) = detail else {
        panic!("{detail:?}");
    };
    let compared = detail.tenant.expect("a known tenant");
    assert_eq!(
        (compared.id.as_deref(), compared.fields.len()),
        (Some("2"), 1)
    );
    // A duplicate has no fate.
    assert_eq!(session.fate(5), None);
}

fn not_sent(session: &mut Session) -> Vec<String> {
    let told = |row: RowView| match row.outcome {
        Some(Outcome::NotSent { reason }) => format!("{} {reason:?}", row.value),
        Some(Outcome::Accepted { .. }) => format!("{} accepted", row.value),
        other => format!("{} {other:?}", row.value),
    };
    let window = rows(session, Filter::default());
    window.rows.into_iter().map(told).collect()
}

const REPORTED: [&str; 6] = [
    "same.example Unchanged",
    "other.example accepted",
    "conflict.example accepted",
    "new.example accepted",
    "newer.example OverQuota",
    "new.example None",
];

#[test]
fn what_is_held_back_is_reported_with_its_reason() {
    let mut session = foreseen();
    let mut world = world();
    told(&mut session, send());
    let report = report(&world.drive(&mut session, world::Crash::Never));
    assert_eq!((report.accepted, report.not_sent), (3, 2));
    assert_eq!(world.tenant.held.len(), 4);
    assert_eq!(not_sent(&mut session), REPORTED);
    // What the tenant is like now is not what decided.
    let forgotten = [Event::Tenant(TenantState::Unknown)];
    assert_eq!(told(&mut session, Command::ForgetTenant), forgotten);
    assert_eq!(not_sent(&mut session), REPORTED);
    let unsent = exported(&mut session, ExportKind::Unsent).expect("a table");
    let lines: Vec<&str> = unsent.lines().collect();
    assert_eq!(lines.len(), 2, "{unsent}");
    assert!(
        lines[1].contains("newer.example") && lines[1].contains("over-quota"),
        "{unsent}"
    );
    // And is so in the next life of the page.
    let mut later = configured();
    show(&mut later, world.kept());
    assert_eq!(not_sent(&mut later), REPORTED);
}

fn exported(session: &mut Session, kind: ExportKind) -> Option<String> {
    let file = session.files(kind).next();
    file.map(|file| String::from_utf8(file.bytes).expect("UTF-8"))
}

#[test]
fn a_run_that_is_gone_on_with_sends_what_was_confirmed() {
    let mut session = foreseen();
    let mut world = world();
    told(&mut session, send());
    world.drive(&mut session, world::Crash::AfterPost(1));
    let mut later = configured();
    let kept = world.kept();
    assert_eq!(resume(&mut later, &world, kept).len(), 2);
    let report = report(&world.drive(&mut later, world::Crash::Never));
    assert_eq!((report.accepted, report.not_sent), (3, 2));
    assert_eq!(not_sent(&mut later), REPORTED);
}

/// A run has made something else of the tenant: nothing is held back for what it was like before.
#[test]
fn what_was_known_before_a_run_decides_nothing_after_it() {
    let mut session = foreseen();
    let mut world = world();
    told(&mut session, send());
    world.drive(&mut session, world::Crash::Never);
    let summary = ask(&mut session, Command::Clear);
    assert_eq!(summary.outlook, None);
    let summary = read(&mut session, ROWS);
    assert_eq!((summary.outlook, summary.entries), (None, 5));
}

#[test]
fn another_account_is_not_told_of_this_tenant() {
    let mut session = foreseen();
    session.tenant = Tenant::Known(known(Account {
        account_id: "other".to_owned(),
        ..account()
    }));
    let mut world = world();
    told(&mut session, send());
    let report = report(&world.drive(&mut session, world::Crash::Never));
    assert_eq!((report.accepted, report.not_sent), (5, 0));
}

#[test]
fn where_nothing_would_change_nothing_is_sent_and_that_is_reported() {
    let mut session = configured();
    session.tenant = Tenant::Known(known(account()));
    let summary = read(&mut session, "DomainName,same.example,Block,t,d,\n");
    assert_eq!(
        (fates(&summary), summary.entries, summary.calls),
        ([0, 0, 1, 0, 0], 0, 0)
    );
    told(&mut session, send());
    let report = report(&world().drive(&mut session, world::Crash::Never));
    assert_eq!((report.accepted, report.not_sent, report.calls), (0, 1, 0));
    assert!(!session.is_running());
    assert_eq!(not_sent(&mut session), ["same.example Unchanged"]);
    let json = exported(&mut session, ExportKind::ReportJson).expect("a report");
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["rows"][0]["reason"], "unchanged");
    // Nothing was sent, so that all may still be changed.
    let summary = chosen(&mut session, unchanged_too());
    assert_eq!(summary.entries, 1);
    assert_eq!(session.ledger.held_back(0), None::<NotSent>);
}

/// Nobody can do without these; one may be wanted.
const HARMFUL: &str = "DomainName,ours.example,Block,t,d,\n\
                       DomainName,co.uk,Block,t,d,\n\
                       DomainName,evil.github.io,Block,t,d,\n\
                       DomainName,org.uk,Audit,t,d,\n\
                       DomainName,new.example,Block,t,d,\n\
                       DomainName,google.com,Block,t,d,\n";

fn protected() -> Session {
    let mut session = configured();
    let own = Own {
        names: vec!["www.ours.example".to_owned()],
        ..Own::default()
    };
    assert_eq!(told(&mut session, Command::Protect(own)), []);
    session
}

fn sums(summary: &Summary) -> Vec<String> {
    let held: u32 = summary.held.iter().map(|(_, rows)| rows).sum();
    assert_eq!(summary.counts.ready, held + summary.entries);
    let told = summary.guarded.iter().map(|sum| {
        let level = if sum.stops { "stops" } else { "cautions" };
        let mark = match sum.overridden {
            0 => String::new(),
            rows => format!(" overridden {rows}"),
        };
        format!("{} {level} {} {}{mark}", sum.list, sum.rows, sum.example)
    });
    told.collect()
}

/// The rows that a list stops, or one of them, sent all the same, as `shown`.
fn overriding(shown: &Summary, list: &str, row: Option<u32>) -> Choices {
    let mut stops = shown.guarded.iter().filter(|sum| sum.stops);
    let sum = stops.find(|sum| sum.list == list).expect("a stop");
    let given = Override {
        list: list.to_owned(),
        row,
        set: sum.set,
    };
    Choices {
        overridden: vec![given],
        ..Choices::default()
    }
}

const UNLISTED: [&str; 4] = [
    "guard-own stops 1 ours.example",
    "guard-public-suffix stops 1 co.uk",
    "guard-public-suffix cautions 1 org.uk",
    "guard-shared-hosting cautions 1 evil.github.io",
];

#[test]
fn what_would_harm_is_held_back_until_it_is_overridden() {
    let mut session = protected();
    let summary = read(&mut session, HARMFUL);
    assert_eq!(
        (sums(&summary), summary.entries),
        (UNLISTED.map(str::to_owned).to_vec(), 4)
    );
    assert_eq!(summary.held, [(NotSent::Guarded, 2)]);
    let choices = overriding(&summary, "guard-public-suffix", None);
    let summary = chosen(&mut session, choices);
    assert_eq!(
        sums(&summary)[1],
        "guard-public-suffix stops 1 co.uk overridden 1"
    );
    assert_eq!(summary.entries, 5);
    // As many are found as were counted.
    for (stops, found) in [
        (true, ("co.uk", "co.uk", true)),
        (false, ("org.uk", "org.uk", false)),
    ] {
        let list = "guard-public-suffix".to_owned();
        let filter = Filter {
            guard: Some(CaughtBy { list, stops }),
            ..Filter::default()
        };
        let window = rows(&mut session, filter);
        let told = window.rows.iter().map(|row| {
            let caught = row.caught.as_ref().expect("it is caught");
            assert_eq!(caught.stops, stops);
            (row.value.as_str(), caught.entry.as_str(), caught.overridden)
        });
        assert_eq!(told.collect::<Vec<_>>(), [found]);
    }
    let held = rows(&mut session, Filter::default()).rows.into_iter();
    let held: Vec<_> = held.map(|row| row.held).collect();
    assert_eq!(held[..2], [Some(NotSent::Guarded), None]);
}

/// Three public suffixes; the last one's action is the default one.
fn suffixes(session: &mut Session) -> Summary {
    read(
        session,
        "DomainName,co.uk,Block,t,d,\nDomainName,org.uk,Block,t,d,\n",
    );
    let more = "IndicatorType,IndicatorValue,Title,Description\nDomainName,me.uk,t,d\n";
    read_file(session, "more.csv", more)
}

#[test]
fn no_row_that_is_stopped_is_sent_by_a_fix() {
    let mut session = protected();
    read(&mut session, HARMFUL);
    for row in 0..6 {
        let Some(Event::Detail(detail)) = told(&mut session, Command::Detail { row }).pop() else {
            panic!("row {row}");
        };
        assert_eq!(detail.fixes, [Fix::LeaveOut], "row {row}");
    }
}

#[test]
fn one_row_of_a_list_is_overridden_and_counted() {
    let mut session = protected();
    let shown = suffixes(&mut session);
    let summary = chosen(
        &mut session,
        overriding(&shown, "guard-public-suffix", Some(1)),
    );
    assert_eq!(
        sums(&summary),
        [
            "guard-public-suffix stops 2 co.uk overridden 1",
            "guard-public-suffix cautions 1 me.uk"
        ]
    );
    assert_eq!(summary.held, [(NotSent::Guarded, 1)]);
    // A row that the list does not stop is none of its.
    let other = chosen(
        &mut session,
        overriding(&shown, "guard-public-suffix", Some(2)),
    );
    assert_eq!(sums(&other)[0], "guard-public-suffix stops 2 co.uk");
    let held = chosen(&mut session, Choices::default());
    assert_eq!(held.held, [(NotSent::Guarded, 2)]);
}

/// What is done after two rows were confirmed, and what then is stopped.
#[test]
fn an_override_is_for_the_rows_that_were_shown() {
    let blocking = || {
        let settings = Session::new().ledger.settings().clone();
        Command::SetDefaults(Defaults {
            action: Action::Block,
            ..settings.defaults
        })
    };
    let fix = |fix, row| Command::Fix {
        fix,
        scope: Scope::Row { row },
    };
    let own = Own {
        names: vec!["co.uk".to_owned()],
        ..Own::default()
    };
    let suffix = |text: &str| vec![format!("guard-public-suffix {text}")];
    let cases = [
        (
            Command::SetPolicy(crate::check::Policy::default()),
            suffix("stops 2 co.uk overridden 2"),
        ),
        (fix(Fix::LeaveOut, 0), suffix("stops 2 co.uk overridden 2")),
        (blocking(), suffix("stops 3 co.uk")),
        (fix(Fix::Ignore, 0), suffix("stops 1 org.uk")),
        (
            Command::Protect(own),
            vec![
                "guard-own stops 1 co.uk".to_owned(),
                "guard-public-suffix stops 1 org.uk".to_owned(),
            ],
        ),
    ];
    for (command, expected) in cases {
        for row in [None, Some(0), Some(1)] {
            let mut session = protected();
            let shown = suffixes(&mut session);
            let choices = overriding(&shown, "guard-public-suffix", row);
            chosen(&mut session, choices.clone());
            let told = format!("{command:?} {row:?}");
            let summary = ask(&mut session, command.clone());
            let stops = |sum: &String| sum.contains(" stops ");
            let found: Vec<String> = sums(&summary).into_iter().filter(stops).collect();
            let expected: Vec<String> = expected
                .iter()
                .map(|sum| match row {
                    None => sum.clone(),
                    Some(_) => sum.replace("overridden 2", "overridden 1"),
                })
                .collect();
            assert_eq!(found, expected, "{told}");
            // Nor does it hold when the same is said again.
            let again: Vec<String> = sums(&chosen(&mut session, choices))
                .into_iter()
                .filter(stops)
                .collect();
            assert_eq!(again, expected, "{told}");
        }
    }
}

#[test]
fn an_override_is_told_of_with_the_run() {
    let mut session = protected();
    let shown = read(&mut session, HARMFUL);
    chosen(
        &mut session,
        overriding(&shown, "guard-public-suffix", Some(1)),
    );
    let mut world = World::default();
    told(&mut session, send());
    let report = report(&world.drive(&mut session, world::Crash::Never));
    assert_eq!((report.accepted, report.not_sent), (5, 1));
    let mut later = configured();
    show(&mut later, world.kept());
    for session in [&mut session, &mut later] {
        let json = exported(session, ExportKind::ReportJson).expect("a report");
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let told = |row: usize| {
            let row = &json["rows"][row];
            (row["reason"].clone(), row["guard"].clone())
        };
        let own = json!({"list": "guard-own", "stops": true, "overridden": false});
        assert_eq!(told(0), (json!("guarded"), own));
        let suffix = json!({"list": "guard-public-suffix", "stops": true, "overridden": true});
        assert_eq!(told(1), (Value::Null, suffix));
        assert_eq!(told(4), (Value::Null, Value::Null));
    }
}

#[test]
fn the_lists_are_asked_for_once_when_there_are_rows_to_look_at() {
    let mut session = protected();
    assert!(!session.wants_guard_lists());
    let summary = read(&mut session, "DomainName,not one,Block,t,d,\n");
    assert_eq!(
        (summary.guard, session.wants_guard_lists()),
        (GuardState::Unloaded, false)
    );
    let summary = read(&mut session, HARMFUL);
    assert_eq!(summary.guard, GuardState::Loading);
    assert_eq!(
        [session.wants_guard_lists(), session.wants_guard_lists()],
        [true, false]
    );
    let mut taken = |file| super::summary(session.take_guard_lists(file));
    let missing = taken(Err(Unloaded::Missing));
    assert!(matches!(missing.guard, GuardState::Missing { .. }) && !missing.asked);
    assert_eq!(sums(&missing), UNLISTED);
    let damaged = taken(Ok(b"no list".to_vec()));
    assert!(matches!(damaged.guard, GuardState::Missing { .. }));
    let loaded = taken(Ok(include_bytes!("../../guard/guard-lists.bin").to_vec()));
    assert!(
        matches!(loaded.guard, GuardState::Loaded { .. }),
        "{:?}",
        loaded.guard
    );
    assert!(sums(&loaded).contains(&"guard-top-site stops 1 google.com".to_owned()));
    assert_eq!(loaded.entries, 3);
}

#[test]
fn lists_that_could_not_be_had_are_asked_for_again_when_more_is_read() {
    let mut session = protected();
    read(&mut session, HARMFUL);
    let again = "DomainName,again.example,Block,t,d,\n";
    for why in [Unloaded::Missing, Unloaded::Foreign] {
        assert!(session.wants_guard_lists());
        let missing = summary(session.take_guard_lists(Err(why)));
        assert!(matches!(missing.guard, GuardState::Missing { .. }));
        let policy = Command::SetPolicy(crate::check::Policy::default());
        ask(&mut session, policy);
        assert!(!session.wants_guard_lists());
        let summary = read(&mut session, again);
        assert_eq!(summary.guard, GuardState::Loading);
    }
    assert!(session.wants_guard_lists());
    let file = include_bytes!("../../guard/guard-lists.bin").to_vec();
    let loaded = summary(session.take_guard_lists(Ok(file)));
    assert!(matches!(loaded.guard, GuardState::Loaded { .. }));
    read(&mut session, again);
    assert!(!session.wants_guard_lists());
}

#[test]
fn what_is_deleted_first_is_in_the_plan() {
    let mut session = configured();
    session.tenant = Tenant::Known(known(account()));
    read(&mut session, ROWS);
    let choices = Choices {
        conflicts: OnConflict::Replace,
        ..Choices::default()
    };
    let summary = chosen(&mut session, choices);
    let outlook = summary.outlook.as_ref().expect("a known tenant");
    assert_eq!((outlook.added, outlook.deleted), (3, 1));
    let plan = session.plan();
    let deletions = plan.deletions().map(|id| plan.deleted(id));
    assert_eq!(deletions.collect::<Vec<_>>(), [Some("3".to_owned())]);
    let of_conflict: Vec<_> = plan.of_row(2).collect();
    assert_eq!((of_conflict.len(), summary.entries), (2, 5));
    assert_eq!((summary.imports(), summary.deletions), (4, 1));
    let kept = Ledger::kept(&session.ledger.keep()).expect("what was kept");
    assert_eq!(Plan::build(&kept, &session.limits), *plan);
}
