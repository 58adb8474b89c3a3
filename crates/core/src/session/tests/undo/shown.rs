//! What a row of an undo shows of itself, and what a list of runs says of one that was undone.

use super::*;

/// What a line would change, as `field: now > then`.
fn compared(session: &mut Session, row: u32) -> Vec<String> {
    let detail = match super::told(session, Command::Detail { row }).pop() {
        Some(Event::Detail(detail)) => detail,
        other => panic!("{other:?}"),
    };
    let none = || "-".to_owned();
    let told = |field: FieldDifference| {
        let FieldDifference {
            field, now, then, ..
        } = field;
        let (now, then) = (now.unwrap_or_else(none), then.unwrap_or_else(none));
        format!("{}: {now} > {then}", field.as_str())
    };
    let compared = detail.tenant.expect("a comparison");
    compared.fields.into_iter().map(told).collect()
}

#[test]
fn what_a_restore_gives_back_is_shown_beside_what_is_there() {
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, replacing());
    let (mut session, _) = world.prepared(run, ANN);
    let expected: [&[&str]; 4] = [
        &[],
        &[
            "title: new > old",
            "expirationTime: 2030-01-01T00:00:00Z > -",
            "rbacGroupNames: - > a,b",
        ],
        &[
            "title: - > old",
            "description: - > d",
            "generateAlert: - > false",
        ],
        &[],
    ];
    let all = |session: &mut Session| (0..4).map(|row| compared(session, row)).collect::<Vec<_>>();
    assert_eq!(all(&mut session), expected);
    // Later, when nobody has listed the tenant, the lines say the same.
    world.send(&mut session, ANN);
    let mut later = configured();
    let _: Vec<Event> = later.show(world.now(), world.kept[1].clone());
    assert_eq!(all(&mut later), expected);
}

/// What a list of runs says of each of them: by which run it was undone, and whether in part.
fn undone(world: &World) -> Vec<Option<(&'static str, bool)>> {
    let stored = |kept: &Kept| crate::journal::Stored {
        run: kept.run.clone(),
        header: crate::journal::to_bytes(&kept.header),
        records: kept.records.iter().map(crate::journal::to_bytes).collect(),
        closing: kept.closing.as_ref().map(crate::journal::to_bytes),
        changed: kept.header.started,
    };
    let views = world.kept.iter().map(|kept| stored(kept).view(false));
    let mut views = views.collect::<Result<Vec<_>, _>>().expect("views");
    tell_undone(&mut views);
    let names = ["run 0", "run 1", "run 2", "run 3"];
    let told = |undone: &Undone| {
        let by = names.iter().position(|name| *name == undone.by.0);
        let by = by.expect("a run of ours");
        assert_eq!(undone.at, views[by].started);
        (names[by], undone.partly)
    };
    let undone = views.iter().map(|view| view.undone.as_ref().map(told));
    undone.collect()
}

#[test]
fn a_list_says_of_a_run_by_which_one_it_was_undone_and_whether_in_part() {
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, replacing());
    world.undo(run, ANN);
    assert_eq!(undone(&world), [Some(("run 1", false)), None]);
    // What takes an undo back does again what that one took back.
    world.undo(1, ANN);
    assert_eq!(undone(&world), [None, Some(("run 2", false)), None]);
}

#[test]
fn an_undo_is_of_a_part_where_some_of_the_run_stays() {
    // What another has changed since.
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, replacing());
    world.seconds += 60;
    let at = world.now().wall;
    world
        .tenant
        .submit(&item("made.example", "Block", "mine"), BOB, at);
    world.undo(run, ANN);
    assert_eq!(undone(&world), [Some(("run 1", true)), None]);
    // What the user left out, and what the next undo then takes.
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, replacing());
    let (mut session, _) = world.prepared(run, ANN);
    let fix = Command::Fix {
        fix: Fix::LeaveOut,
        scope: Scope::Row { row: 0 },
    };
    told(&mut session, fix);
    world.send(&mut session, ANN);
    assert_eq!(undone(&world), [Some(("run 1", true)), None]);
    world.seconds += 60;
    world.undo(run, ANN);
    assert_eq!(undone(&world), [Some(("run 2", false)), None, None]);
    // What could not be deleted.
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, Choices::default());
    world.tenant.refuses_deletions_from = Some(1);
    world.undo(run, ANN);
    assert_eq!(undone(&world), [Some(("run 1", true)), None]);
}
