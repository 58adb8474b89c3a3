//! What is handed over where the API lets nobody delete.

use super::*;

/// No delegated permission for a deletion is documented: the rest is done all the same.
#[test]
fn where_nothing_may_be_deleted_the_rest_is_restored_and_the_ids_are_handed_over() {
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, Choices::default());
    world.tenant.refuses_deletions_from = Some(1);
    let (mut session, _) = world.prepared(run, ANN);
    let events = world.send(&mut session, ANN);
    let report = report(&events);
    assert_eq!((report.rejected, report.not_sent), (2, 0));
    assert_eq!(deeds_of(report), [1, 0, 1, 0]);
    let made = ["made.example", "replaced.example"]
        .map(|value| world.tenant.held[&format!("DomainName {value} Block")]["id"].clone());
    let line = |(id, value): (&Value, &str)| {
        let id = id.as_str().expect("an id");
        format!("\"{id}\",\"DomainName\",\"{value}\",\"Block\",\"Forbidden: not this account\"\r\n")
    };
    let lines: Vec<String> = made
        .iter()
        .zip(["made.example", "replaced.example"])
        .map(line)
        .collect();
    let list = format!("{TO_DELETE}{}", lines.concat());
    let body = json!({"IndicatorIds": made}).to_string();
    assert_eq!(deletions(&session), [list.clone(), body.clone()]);
    // And later, from the history.
    let mut later = configured();
    let _: Vec<Event> = later.show(world.now(), world.kept[1].clone());
    assert_eq!(deletions(&later), [list, body]);
}

const TO_DELETE: &str =
    "\"IndicatorId\",\"IndicatorType\",\"IndicatorValue\",\"Action\",\"FailureReason\"\r\n";

/// The files for somebody who may delete.
fn deletions(session: &Session) -> Vec<String> {
    let kind = ExportKind::Deletions;
    let files = session.files(kind);
    files
        .map(|file| String::from_utf8(file.bytes).expect("UTF-8"))
        .collect()
}

/// The first call is refused, and no other leaves: all ids are handed over, at most 500 in a body.
#[test]
fn what_is_handed_over_is_all_that_was_not_deleted() {
    let mut world = World::default();
    for number in 0..1_201 {
        let item = item(&format!("d{number}.example"), "Block", "t");
        world.tenant.submit(&item, BOB, NOON.wall);
    }
    world.tenant.refuses_deletions_from = Some(2);
    let mut session = configured();
    world.list(&mut session, ANN);
    let filter = TenantFilter::default();
    let selected = Selected::Passing {
        filter,
        except: vec![],
    };
    world.ask(&mut session, Command::PrepareDelete { selected });
    let events = world.send(&mut session, ANN);
    let report = report(&events);
    let left = report.rejected;
    assert_eq!(
        (report.deleted, left, report.not_sent),
        (1_201 - left, left, 0)
    );
    assert_eq!(world.tenant.held.len(), left as usize);
    assert!(left > 500, "{left}");
    for session in [session, {
        let mut later = configured();
        let _: Vec<Event> = later.show(world.now(), world.kept[0].clone());
        later
    }] {
        let files = deletions(&session);
        assert_eq!(files[0].lines().count(), 1 + left as usize);
        let mut ids = BTreeSet::new();
        for body in &files[1..] {
            let body: Value = serde_json::from_str(body).expect("JSON");
            let named = body["IndicatorIds"].as_array().expect("ids");
            assert!((1..=500).contains(&named.len()));
            ids.extend(named.iter().map(ToString::to_string));
        }
        let held = world.tenant.held.values();
        assert_eq!(ids, held.map(|held| held["id"].to_string()).collect());
    }
}

/// What went away to make way is gone, though nothing came in its place.
#[test]
fn what_was_deleted_first_is_told_where_the_import_is_refused() {
    let mut world = filled();
    let before = world.tenant.clone();
    let mut session = configured();
    read(&mut session, "DomainName,replaced.example,Block,t,d,\n");
    told(&mut session, Command::SetChoices(replacing()));
    world.list(&mut session, ANN);
    world.tenant.refuses_imports = true;
    let events = world.send(&mut session, ANN);
    let ended = report(&events);
    assert!(matches!(ended.stopped, Some(Stopped::Forbidden { .. })));
    assert_eq!((ended.deleted, ended.not_sent), (1, 1));
    // The tenant is another one, and the report goes on speaking of what was done.
    let stale = events.iter().rev().find_map(|event| match event {
        Event::Tenant(TenantState::Known(sums)) => Some(sums.is_stale),
        _ => None,
    });
    assert_eq!(stale, Some(true));
    assert!(!session.may_change());
    // It is taken back like any other.
    world.tenant.refuses_imports = false;
    let run = world.kept.len() - 1;
    world.undo(run, ANN);
    let made = ["DomainName replaced.example Audit".to_owned()];
    assert_eq!(state(&world.tenant, &made), state(&before, &made));
}
