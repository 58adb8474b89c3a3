//! What others write to the tenant between the review of an undo and its first call.

use super::*;

/// What others do between the review and the sending stays, whether an undo would have deleted it,
/// given it back or made it again.
#[test]
fn what_has_changed_since_the_review_is_left_alone() {
    // Ann's run, what Bob does after her review of its undo, and what is said of each row then.
    let write = |value: &'static str, action: &'static str| (value, action, Some("mine"));
    let take_away = |value: &'static str, action: &'static str| (value, action, None);
    let undone = ["", "", "", ""];
    for (doing, expected, deeds) in [
        (vec![], undone, [4, 2, 2, 0]),
        (
            vec![write("made.example", "Block")],
            ["left-changed", "", "", ""],
            [3, 1, 2, 1],
        ),
        (
            vec![take_away("made.example", "Block")],
            ["left-as-it-was", "", "", ""],
            [3, 1, 2, 1],
        ),
        (
            vec![write("updated.example", "Block")],
            ["", "left-changed", "", ""],
            [3, 2, 1, 1],
        ),
        (
            vec![take_away("updated.example", "Block")],
            ["", "left-as-it-was", "", ""],
            [3, 2, 1, 1],
        ),
        (
            vec![write("replaced.example", "Audit")],
            ["", "", "left-changed", ""],
            [3, 2, 1, 1],
        ),
        // Gone and made again as it was: another's.
        (
            vec![
                take_away("made.example", "Block"),
                ("made.example", "Block", Some("t")),
            ],
            ["left-changed", "", "", ""],
            [3, 1, 2, 1],
        ),
        // What is no row of the run is nobody's concern.
        (vec![write("other.example", "Audit")], undone, [4, 2, 2, 0]),
    ] {
        let mut world = filled();
        let run = world.import(ANN, ROWS, true, replacing());
        let (mut session, _) = world.prepared(run, ANN);
        world.seconds += 7_200;
        let before = world.tenant.clone();
        for (value, action, title) in &doing {
            let item = item(value, action, title.unwrap_or_default());
            if title.is_some() {
                world.tenant.submit(&item, BOB, world.now().wall);
            } else {
                world.tenant.held.remove(&key(&item));
            }
        }
        let between = world.tenant.clone();
        let events = world.send(&mut session, ANN);
        assert_eq!(deeds_of(report(&events)), deeds, "{doing:?}");
        assert_eq!(said(&mut session), expected, "{doing:?}");
        let changed = |key: &&String| between.held.get(*key) != before.held.get(*key);
        for key in between
            .held
            .keys()
            .chain(before.held.keys())
            .filter(changed)
        {
            assert_eq!(world.tenant.held.get(key), between.held.get(key), "{key}");
        }
        // The report says so later too.
        let mut later = configured();
        let shown = later.show(world.now(), world.kept[1].clone());
        assert_eq!(report(&shown), report(&events));
        assert_eq!(said(&mut later), expected);
    }
}

/// The code of what is said of each row of an undo.
fn said(session: &mut Session) -> Vec<String> {
    let rows = rows(session, Filter::default()).rows;
    let code = |row: RowView| row.finding.map(|found| found.code().to_owned());
    rows.into_iter()
        .map(|row| code(row).unwrap_or_default())
        .collect()
}

/// What was left out of an undo stays so, and the row's number too.
#[test]
fn what_the_user_decided_stands_when_others_have_written_since() {
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, replacing());
    let (mut session, _) = world.prepared(run, ANN);
    let fix = Command::Fix {
        fix: Fix::LeaveOut,
        scope: Scope::Row { row: 1 },
    };
    world.ask(&mut session, fix);
    let at = world.now().wall;
    world
        .tenant
        .submit(&item("made.example", "Block", "mine"), BOB, at);
    let events = world.send(&mut session, ANN);
    assert_eq!(deeds_of(report(&events)), [2, 1, 1, 1]);
    assert_eq!(report(&events).not_sent, 1);
    assert_eq!(
        world.tenant.held["DomainName updated.example Block"]["title"],
        "new"
    );
}

#[test]
fn what_was_selected_and_has_changed_since_is_not_deleted() {
    let mut world = filled();
    let mut session = configured();
    world.list(&mut session, ANN);
    let filter = TenantFilter::default();
    let selected = Selected::Passing {
        filter,
        except: vec![],
    };
    world.ask(&mut session, Command::PrepareDelete { selected });
    let at = WallTime(world.now().wall.0 + 60_000);
    world
        .tenant
        .submit(&item("other.example", "Audit", "old"), BOB, at);
    let events = world.send(&mut session, ANN);
    assert_eq!(deeds_of(report(&events)), [3, 3, 0, 1]);
    let left: Vec<&String> = world.tenant.held.keys().collect();
    assert_eq!(left, ["DomainName other.example Audit"]);
}

/// A run in which nothing is left to do is none.
#[test]
fn where_all_has_changed_nothing_is_sent() {
    let mut world = filled();
    let run = world.import(
        ANN,
        "DomainName,made.example,Block,t,d,\n",
        true,
        Choices::default(),
    );
    let (mut session, _) = world.prepared(run, ANN);
    let at = world.now().wall;
    world
        .tenant
        .submit(&item("made.example", "Block", "mine"), BOB, at);
    let between = world.tenant.clone();
    let events = world.send(&mut session, ANN);
    assert!(events.contains(&Event::NotOpened(NotOpened::NothingToSend)));
    assert_eq!(figures(&summary(events)), [1, 0, 0, 0, 0, 1]);
    assert_eq!(said(&mut session), ["left-changed"]);
    assert_eq!((world.tenant.held, world.kept.len()), (between.held, 1));
}

/// Without a list nothing is sent; what was prepared stands, and may be sent once there is one.
#[test]
fn nothing_is_taken_back_unseen() {
    let mut world = filled();
    let before = world.tenant.clone();
    let run = world.import(ANN, ROWS, true, replacing());
    let (mut session, _) = world.prepared(run, ANN);
    let unlisted = Event::NotOpened(NotOpened::Unlisted);
    world.tenant.hides_its_list = true;
    let events = world.send(&mut session, ANN);
    assert!(
        events.contains(&unlisted) && world.kept.len() == 1,
        "{events:?}"
    );
    world.tenant.hides_its_list = false;
    // The user may think otherwise while the tenant is listed.
    let send = || Command::Send {
        account: by(ANN),
        route: Route::Batches,
        unjournalled: false,
        as_listed: false,
    };
    for stop in [Command::Cancel, Command::StopListing] {
        world.ask(&mut session, send());
        assert!(world.ask(&mut session, stop).contains(&unlisted));
        let events = world.drive(&mut session, ANN);
        assert!(world.kept.len() == 1, "{events:?}");
    }
    // To ask twice is to ask once.
    world.ask(&mut session, send());
    assert_eq!(world.ask(&mut session, send()), []);
    world.drive(&mut session, ANN);
    let made = ["DomainName replaced.example Audit".to_owned()];
    assert_eq!(state(&world.tenant, &made), state(&before, &made));
    // What is dropped meanwhile is not sent either.
    let (mut session, _) = world.prepared(run, ANN);
    let kept = world.kept.len();
    world.ask(&mut session, send());
    world.ask(&mut session, Command::DropPrepared);
    world.drive(&mut session, ANN);
    assert_eq!(world.kept.len(), kept);
}

/// In a list that is not whole nothing is gone for certain, and what would be made again may be there.
#[test]
fn what_a_part_of_a_list_does_not_show_is_left_as_unread() {
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, replacing());
    let (mut session, _) = world.prepared(run, ANN);
    world.tenant.held.remove("DomainName made.example Block");
    world.tenant.lists_more = true;
    let events = world.send(&mut session, ANN);
    assert_eq!(deeds_of(report(&events))[3], 2);
    assert_eq!(said(&mut session)[0], "left-unread");
}
