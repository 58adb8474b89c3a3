//! What others write to the tenant between the review of an import and its first call.

use super::*;
use crate::ledger::Images;

/// The rows beside the tenant, reviewed by Ann two hours ago.
fn reviewed(world: &mut World) -> (Session, Summary) {
    let mut session = configured();
    read(&mut session, ROWS);
    told(&mut session, Command::SetChoices(replacing()));
    world.list(&mut session, ANN);
    let summary = ask(&mut session, Command::SetChoices(replacing()));
    world.seconds += 7_200;
    (session, summary)
}

fn refusals(events: &[Event]) -> Vec<&NotOpened> {
    let refusal = events.iter().filter_map(|event| match event {
        Event::NotOpened(why) => Some(why),
        _ => None,
    });
    refusal.collect()
}

fn fates(summary: &Summary) -> Fates {
    summary.outlook.as_ref().expect("a known tenant").fates
}

/// When the tenant was listed that a review is about.
fn at(summary: &Summary) -> WallTime {
    summary.outlook.as_ref().expect("a known tenant").at
}

/// `value action title`; without a title the indicator is gone.
fn write(world: &mut World, deed: &str) {
    let mut words = deed.split(' ');
    let mut next = || words.next().unwrap_or_default();
    let item = item(next(), next(), next());
    if item["title"] == "" {
        world.tenant.held.remove(&key(&item));
    } else {
        world.tenant.submit(&item, BOB, world.now().wall);
    }
}

/// What Bob does after Ann's review, and how many of her rows would then do something else, or the
/// same to something else than she has seen.
#[test]
fn an_import_does_what_was_seen_or_comes_back_to_its_review() {
    for (doing, otherwise, written) in [
        (&[][..], 0, 0),
        (&["other.example Audit mine"], 0, 0),
        (&["other.example Audit", "new.example Block t"], 0, 0),
        (&["made.example Block t"], 1, 0),
        (&["made.example Audit t"], 1, 0),
        (&["updated.example Block"], 1, 0),
        (&["updated.example Block mine"], 0, 1),
        (&["replaced.example Audit"], 1, 0),
        (&["replaced.example Audit mine"], 0, 1),
        // Gone and made again as it was: another's.
        (
            &["replaced.example Audit", "replaced.example Audit old"],
            1,
            0,
        ),
        (&["replaced.example Warn t"], 1, 0),
        (&["replaced.example Block t"], 1, 0),
        (&["same.example Block"], 1, 0),
        (&["same.example Block mine"], 1, 0),
        // As it was, and by another.
        (&["same.example Block t"], 0, 0),
        (
            &[
                "made.example Block t",
                "same.example Block",
                "updated.example Block mine",
            ],
            2,
            1,
        ),
    ] {
        let mut world = filled();
        let (mut session, before) = reviewed(&mut world);
        for deed in doing {
            write(&mut world, deed);
        }
        let between = world.tenant.held.clone();
        let events = world.send(&mut session, ANN);
        assert_eq!(world.tenant.lists, 2, "{doing:?}");
        let mut at_review = &before;
        let after;
        if otherwise + written > 0 {
            after = summary(events.clone());
            let change = TenantChange {
                since: at(&before),
                before: fates(&before),
                now: fates(&after),
                otherwise,
                written,
            };
            let refused = NotOpened::TenantChanged(change);
            assert_eq!(refusals(&events), [&refused], "{doing:?}");
            assert!(matches!(events.last(), Some(Event::NotOpened(_))));
            assert_eq!((&world.tenant.held, world.kept.len()), (&between, 0));
            at_review = &after;
            // Seen as it is by now it is sent.
            world.send(&mut session, ANN);
            assert_eq!(world.tenant.lists, 3);
        }
        let run = &world.kept[0];
        let report = &run.closing.as_ref().expect("an end").summary;
        let unchanged = fates(at_review).unchanged;
        assert_eq!(
            [report.accepted, report.not_sent],
            [4 - unchanged, unchanged],
            "{doing:?}"
        );
        assert_eq!(report.on_list_of, None);
        // What it has changed is kept as it was right before.
        let images = Images::kept(&run.input).expect("images");
        let images = images.expect("a known tenant");
        assert!(images.at() > at(&before));
        for image in images.entities() {
            let image: Value = serde_json::from_str(image.object()).expect("JSON");
            assert_eq!(between[&key(&image)], image, "{doing:?}");
        }
    }
}

/// Who has written what is there already has changed nothing.
#[test]
fn an_indicator_that_says_the_same_is_the_same() {
    let mut world = filled();
    let (mut session, _) = reviewed(&mut world);
    let held = world
        .tenant
        .held
        .get_mut("DomainName updated.example Block");
    let held = held.expect("an indicator");
    held["lastUpdatedBy"] = json!(BOB);
    held["lastUpdateTime"] = json!("2026-11-21T13:00:00Z");
    let events = world.send(&mut session, ANN);
    assert_eq!(deeds_of(report(&events)), [3, 1, 0, 0]);
}

/// What was not compared is sent as it stands, without a list.
#[test]
fn an_import_that_was_not_compared_is_not_compared_before_it_is_sent() {
    let mut world = filled();
    world.tenant.hides_its_list = true;
    world.import(ANN, ROWS, true, Choices::default());
    assert_eq!((world.tenant.lists, world.kept.len()), (1, 1));
    let mut world = filled();
    world.import(ANN, ROWS, false, Choices::default());
    assert_eq!((world.tenant.lists, world.kept.len()), (0, 1));
    // What a run has made stale is not compared with either.
    let mut session = configured();
    world.list(&mut session, ANN);
    read(&mut session, "DomainName,first.example,Block,t,d,\n");
    world.send(&mut session, ANN);
    told(&mut session, Command::Clear);
    read(&mut session, "DomainName,second.example,Block,t,d,\n");
    world.send(&mut session, ANN);
    assert_eq!((world.tenant.lists, world.kept.len()), (2, 3));
}

/// Where it cannot be listed again the user may try again, or send by the list that is known.
#[test]
fn nobody_is_locked_out_where_the_list_does_not_come() {
    let mut world = filled();
    let (mut session, before) = reviewed(&mut world);
    world.tenant.hides_its_list = true;
    let events = world.send(&mut session, ANN);
    let known = |event: &Event| matches!(event, Event::Tenant(TenantState::Known(_)));
    assert!(events.iter().rev().any(known), "{events:?}");
    let [NotOpened::UnlistedAgain { at: of, reason }] = refusals(&events)[..] else {
        panic!("{events:?}");
    };
    assert_eq!(*of, at(&before));
    assert!(matches!(reason, Some(Closed::Permission { .. })));
    // What was reviewed stands.
    let summary = ask(&mut session, Command::SetChoices(replacing()));
    assert_eq!(fates(&summary), fates(&before));
    // The user need not wait for it, and has not confirmed other rows.
    let send = |as_listed| Command::Send {
        account: by(ANN),
        route: Route::Batches,
        unjournalled: false,
        as_listed,
    };
    let unasked = NotOpened::UnlistedAgain {
        at: at(&before),
        reason: None,
    };
    let fix = Command::Fix {
        fix: Fix::LeaveOut,
        scope: Scope::Row { row: 3 },
    };
    for stop in [Command::Cancel, Command::StopListing, fix] {
        world.ask(&mut session, send(false));
        assert_eq!(refusals(&world.ask(&mut session, stop)), [&unasked]);
        world.drive(&mut session, ANN);
    }
    assert_eq!(world.kept.len(), 0);
    let lists = world.tenant.lists;
    world.ask(&mut session, send(true));
    let events = world.drive(&mut session, ANN);
    assert_eq!((world.tenant.lists, world.kept.len()), (lists, 1));
    let ended = report(&events);
    assert_eq!((ended.accepted, ended.on_list_of), (3, Some(at(&before))));
    assert_eq!(world.kept[0].header.on_list_of, Some(at(&before)));
    // That is told with the run for as long as it is kept.
    let mut later = configured();
    let shown = later.show(world.now(), world.kept[0].clone());
    assert_eq!(report(&shown), ended);
    let kind = ExportKind::ReportJson;
    let file = later.files(kind).next().expect("a report");
    let json: Value = serde_json::from_slice(&file.bytes).expect("JSON");
    let moment = moment(at(&before)).expect("a year of four digits");
    assert_eq!(json["run"]["onListOf"], json!(moment));
}

/// What takes back or deletes is never sent by an old list.
#[test]
fn an_undo_is_never_sent_by_an_old_list() {
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, replacing());
    let (mut session, _) = world.prepared(run, ANN);
    world.tenant.hides_its_list = true;
    let send = Command::Send {
        account: by(ANN),
        route: Route::Batches,
        unjournalled: false,
        as_listed: true,
    };
    world.ask(&mut session, send);
    let events = world.drive(&mut session, ANN);
    assert_eq!(refusals(&events), [&NotOpened::Unlisted]);
    assert_eq!(world.kept.len(), 1);
}
