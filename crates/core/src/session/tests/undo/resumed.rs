//! What others write to the tenant while an import lies half done.

use super::*;
use crate::{
    import::{NotSent, Outcome, Record},
    plan::EntryId,
};

/// The entries of the rows that are sent: what goes away comes in front of its row.
const MADE: &[u32] = &[0];
const UPDATED: &[u32] = &[1];
const REPLACED: &[u32] = &[2, 3];

/// Of the first rows.
const NAMES: [&str; 3] = ["made", "updated", "replaced"];

/// What was known when an import was sent.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Known {
    Nothing,
    /// The tenant could not be listed again.
    OlderList,
    Compared,
}

/// Ann's imports, each with its page lost after another half of a step.
fn half_done(rows: &str, fix: Option<&Fix>, known: Known) -> Vec<(usize, World)> {
    let mut worlds = Vec::new();
    for dies_after in 0.. {
        let mut world = filled();
        let mut session = configured();
        read(&mut session, rows);
        if let Some(fix) = fix {
            let scope = Scope::Row { row: 0 };
            told(
                &mut session,
                Command::Fix {
                    fix: fix.clone(),
                    scope,
                },
            );
        }
        told(&mut session, Command::SetChoices(replacing()));
        if known != Known::Nothing {
            world.list(&mut session, ANN);
        }
        world.dies_after = Some(dies_after);
        let send = Command::Send {
            account: by(ANN),
            route: Route::Batches,
            unjournalled: false,
            as_listed: known == Known::OlderList,
        };
        world.ask(&mut session, send);
        world.drive(&mut session, ANN);
        world.dies_after = None;
        match world.kept.last().map(|run| run.closing.is_some()) {
            None => {}
            Some(false) => worlds.push((dies_after, world)),
            Some(true) => break,
        }
    }
    worlds
}

/// Whether an entry has been on its way.
fn has_left(world: &World, entry: u32) -> bool {
    let records = world.kept[0].records.iter();
    let mut intents = records.filter_map(|record| match record {
        Record::Intent { entries, .. } => Some(entries),
        _ => None,
    });
    intents.any(|entries| entries.contains(&EntryId(entry)))
}

fn gone_on_with(world: &mut World) -> (Session, Vec<Event>) {
    let mut session = configured();
    let kept = world.kept[0].clone();
    let mut events = session.resume(world.now(), kept, by(ANN));
    events.extend(world.drive(&mut session, ANN));
    (session, events)
}

fn bob(value: &str, action: &str, severity: &str) -> Value {
    let mut item = item(value, action, "mine");
    item["severity"] = json!(severity);
    item
}

/// The first rows: made, updated and replaced.
fn ends(session: &mut Session) -> Vec<(Option<Outcome>, String)> {
    let rows = rows(session, Filter::default()).rows.into_iter().take(3);
    let end = |row: RowView| {
        let code = row.finding.map(|found| found.code().to_owned());
        (row.outcome, code.unwrap_or_default())
    };
    rows.map(end).collect()
}

const LEFT: Outcome = Outcome::NotSent {
    reason: NotSent::LeftOut,
};

/// An import that is gone on with two days later, at every step: what a colleague wrote meanwhile stays
/// as it is, and so does all that its row would have done.
#[test]
fn what_has_changed_while_an_import_lay_half_done_is_left_alone() {
    for (row, (written, entries)) in [
        (Some(0), (Some(bob("made.example", "Block", "High")), MADE)),
        (
            Some(1),
            (Some(bob("updated.example", "Block", "High")), UPDATED),
        ),
        (
            Some(2),
            (Some(bob("replaced.example", "Audit", "High")), REPLACED),
        ),
        (
            Some(2),
            (Some(bob("replaced.example", "Block", "High")), REPLACED),
        ),
        (None, (Some(bob("other.example", "Audit", "High")), &[][..])),
        (None, (None, &[][..])),
    ] {
        let mut at_all = 0;
        for (dies_after, mut world) in half_done(ROWS, None, Known::Compared) {
            world.seconds += 2 * 86_400;
            let told = format!("{written:?} after {dies_after}");
            if let Some(written) = &written {
                world.tenant.submit(written, BOB, world.now().wall);
            }
            let between = world.tenant.held.clone();
            let had_left = entries.iter().any(|entry| has_left(&world, *entry));
            let submission_had_left = has_left(&world, 3);
            let (mut session, events) = gone_on_with(&mut world);
            let ends = ends(&mut session);
            let after = &world.tenant.held;
            if let Some(written) = &written {
                assert_eq!(after[&key(written)], between[&key(written)], "{told}");
            }
            for (place, (outcome, code)) in ends.iter().enumerate() {
                if Some(place) != row {
                    assert!(
                        matches!(outcome, Some(Outcome::Accepted { .. })),
                        "{told} {ends:?}"
                    );
                } else if !had_left {
                    assert_eq!(
                        (outcome.as_ref(), &**code),
                        (Some(&LEFT), "changed-meanwhile"),
                        "{told}"
                    );
                    let of = |held: &BTreeMap<String, Value>| {
                        let of = held.iter().filter(|(key, _)| key.contains(NAMES[place]));
                        of.map(|(key, held)| (key.clone(), held.clone()))
                            .collect::<Vec<_>>()
                    };
                    assert_eq!(of(after), of(&between), "{told}");
                    at_all += 1;
                }
            }
            let report = report(&events);
            assert_eq!(
                report.accepted + report.unconfirmed + report.not_sent,
                4,
                "{told}"
            );
            // Nothing of a value goes away for the sake of what is not sent.
            let (audit, block) = (
                "DomainName replaced.example Audit",
                "DomainName replaced.example Block",
            );
            if row == Some(2) && between.contains_key(audit) {
                assert!(after.contains_key(audit), "{told}");
                let is_same = after.get(block) == between.get(block);
                assert!(is_same || submission_had_left, "{told}");
            }
            // It says so later too.
            let mut later = configured();
            let _ = later.show(world.now(), world.kept[0].clone());
            assert_eq!(self::ends(&mut later), ends, "{told}");
        }
        assert!(at_all > 0 || row.is_none());
    }
}

/// What was sent unseen, or by an older list, is gone on with as it was.
#[test]
fn an_import_that_was_not_compared_has_nothing_to_leave_alone() {
    for known in [Known::Nothing, Known::OlderList] {
        for (dies_after, mut world) in half_done(ROWS, None, known) {
            world.seconds += 2 * 86_400;
            let has_left = has_left(&world, 0);
            let written = bob("made.example", "Block", "High");
            world.tenant.submit(&written, BOB, world.now().wall);
            let (_, events) = gone_on_with(&mut world);
            assert_eq!(
                report(&events).not_sent,
                u32::from(known == Known::OlderList)
            );
            let title = &world.tenant.held[&key(&written)]["title"];
            assert!(has_left || title == "t", "{known:?} {dies_after} {title}");
        }
    }
}

/// Of what an earlier version has kept nobody knows whether the whole list was read: what it shows not
/// may have been there.
#[test]
fn of_a_run_that_was_kept_before_what_has_an_image_is_left_alone() {
    for (_, mut world) in half_done(ROWS, None, Known::Compared) {
        world.seconds += 2 * 86_400;
        let input = String::from_utf8(world.kept[0].input.clone()).expect("UTF-8");
        let before = input.replacen(",\"is_whole\":true", "", 1);
        assert_ne!(before, input);
        world.kept[0].input = before.into_bytes();
        let had_left = [0, 1].map(|entry| has_left(&world, entry));
        let written = ["made.example", "updated.example"].map(|value| bob(value, "Block", "High"));
        for item in &written {
            world.tenant.submit(item, BOB, world.now().wall);
        }
        let (_, events) = gone_on_with(&mut world);
        let titles = written.map(|item| world.tenant.held[&key(&item)]["title"].clone());
        assert!(had_left[0] || titles[0] == "t", "{titles:?}");
        assert!(had_left[1] || report(&events).not_sent == 2);
        assert_eq!(titles[1], "mine");
    }
}

/// A range is sent whole or not at all, as far as that is still to be had; what was left alone may be
/// imported again.
#[test]
fn a_row_is_left_alone_as_a_whole() {
    let rows = "IpAddress,198.51.100.0/31,Block,t,d,\nDomainName,made.example,Block,t,d,\n";
    let fix = Fix::ExpandRange { cap: 16 };
    let mut at_all = 0;
    for (_, mut world) in half_done(rows, Some(&fix), Known::Compared) {
        world.seconds += 2 * 86_400;
        if has_left(&world, 0) {
            continue;
        }
        let mut written = bob("198.51.100.1", "Block", "High");
        written["indicatorType"] = json!("IpAddress");
        world.tenant.submit(&written, BOB, world.now().wall);
        let (session, events) = gone_on_with(&mut world);
        let report = report(&events);
        assert_eq!([report.accepted, report.not_sent], [1, 1]);
        let addresses = world
            .tenant
            .held
            .keys()
            .filter(|key| key.starts_with("IpAddress"));
        assert_eq!(
            addresses.collect::<Vec<_>>(),
            ["IpAddress 198.51.100.1 Block"]
        );
        let kind = ExportKind::Unsent;
        let file = session.files(kind).next().expect("a table");
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(
            lines.iter().all(|line| line.contains("\"left-out\"")),
            "{text}"
        );
        at_all += 1;
    }
    assert!(at_all > 0);
}

/// The undo of a run that was gone on with takes back what the run did, and nothing of what it left.
#[test]
fn what_was_left_alone_is_not_undone_either() {
    for (dies_after, mut world) in half_done(ROWS, None, Known::Compared) {
        world.seconds += 2 * 86_400;
        let written = bob("replaced.example", "Audit", "High");
        world.tenant.submit(&written, BOB, world.now().wall);
        let between = world.tenant.held[&key(&written)].clone();
        gone_on_with(&mut world);
        world.seconds += 3_600;
        world.undo(0, ANN);
        let after = &world.tenant.held;
        assert_eq!(after[&key(&written)], between, "{dies_after}");
        assert_eq!(
            after["DomainName updated.example Block"]["title"], "old",
            "{dies_after}"
        );
        assert!(
            !after.contains_key("DomainName made.example Block"),
            "{dies_after}"
        );
    }
}
