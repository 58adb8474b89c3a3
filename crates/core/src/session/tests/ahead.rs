//! What is told ahead of a run, and what is done about it.

use serde_json::{Value, json};

use super::{
    world::{World, account, configured, report, resume, send, show},
    *,
};
use crate::{
    import::{NotSent, Outcome},
    session::foresight::Known,
    tenant::{Page, Snapshot},
};

const ROWS: &str = "DomainName,same.example,Block,t,d,\n\
                    DomainName,other.example,Block,T,d,\n\
                    DomainName,conflict.example,Block,t,d,\n\
                    DomainName,new.example,Block,t,d,\n\
                    DomainName,newer.example,Block,t,d,\n\
                    DomainName,new.example,Block,t,d,\n";

/// A tenant of another account than [`account`], if it is said.
fn known(account: Account) -> Known {
    let entity = |id: u32, value: &str, action: &str| {
        json!({
            "id": id, "indicatorType": "DomainName", "indicatorValue": value, "action": action,
            "title": "t", "description": "d",
        })
    };
    let listed = [
        entity(1, "same.example", "Block"),
        entity(2, "other.example", "Block"),
        entity(3, "conflict.example", "Audit"),
    ];
    let body = json!({ "value": listed }).to_string();
    let page = Page::read(body.as_bytes()).expect("a page");
    let snapshot = Snapshot::of(vec![page], NOON.wall);
    Known { snapshot, account }
}

/// Rows of every fate beside a tenant that is known.
fn foreseen() -> Session {
    let mut session = configured();
    session.limits.tenant_indicators = 5;
    session.known = Some(known(account()));
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
    let mut world = World::default();
    told(&mut session, send());
    let report = report(&world.drive(&mut session, world::Crash::Never));
    assert_eq!((report.accepted, report.not_sent), (3, 2));
    assert_eq!(world.tenant.held.len(), 3);
    assert_eq!(not_sent(&mut session), REPORTED);
    // What the tenant is like now is not what decided.
    assert_eq!(told(&mut session, Command::ForgetTenant), []);
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
    let messages = session.handle(NOON, Command::Export { kind }, None);
    let file = messages
        .into_iter()
        .find_map(|message| message.files.into_iter().next());
    file.map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

#[test]
fn a_run_that_is_gone_on_with_sends_what_was_confirmed() {
    let mut session = foreseen();
    let mut world = World::default();
    told(&mut session, send());
    world.drive(&mut session, world::Crash::AfterPost(1));
    let mut later = configured();
    let kept = world.kept();
    assert_eq!(resume(&mut later, &world, kept).len(), 2);
    let report = report(&world.drive(&mut later, world::Crash::Never));
    assert_eq!((report.accepted, report.not_sent), (3, 2));
    assert_eq!(not_sent(&mut later), REPORTED);
}

#[test]
fn another_account_is_not_told_of_this_tenant() {
    let mut session = foreseen();
    session.known = Some(known(Account {
        account_id: "other".to_owned(),
        ..account()
    }));
    let mut world = World::default();
    told(&mut session, send());
    let report = report(&world.drive(&mut session, world::Crash::Never));
    assert_eq!((report.accepted, report.not_sent), (5, 0));
}

#[test]
fn where_nothing_would_change_nothing_is_sent_and_that_is_reported() {
    let mut session = configured();
    session.known = Some(known(account()));
    let summary = read(&mut session, "DomainName,same.example,Block,t,d,\n");
    assert_eq!(
        (fates(&summary), summary.entries, summary.calls),
        ([0, 0, 1, 0, 0], 0, 0)
    );
    let report = report(&told(&mut session, send()));
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
