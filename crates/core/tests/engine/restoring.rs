//! What the engine makes of a plan that gives back what the tenant held: before anything goes away.

use std::time::Duration;

use ioculate_core::{
    import::{History, NotSent, Outcome},
    indicator::Action,
    plan::{Endpoint, Entry, EntryId, Seen, Stage},
    undo::fingerprint,
};
use serde_json::json;

use crate::{
    deletion::{Case, case, resumed},
    doubt::Crashing,
    laws::Watched,
    world::{Pace, World},
};

impl Case {
    /// What the first so many of what is sent give back has its turn first; the others wait.
    fn gives_back(mut self, count: usize) -> Self {
        self.plan.gives_back = true;
        let entries = self.plan.entries.iter_mut();
        let sent = entries.filter(|entry| entry.endpoint == Endpoint::Import);
        for entry in sent.take(count) {
            entry.stage = Stage::Restoring;
        }
        self
    }

    /// What goes away has the key of the last one that is sent.
    fn under_the_last_ones_key(mut self) -> Self {
        let sent = self.plan.entries.iter().rfind(|entry| !is_deletion(entry));
        let last = sent.expect("an entry").clone();
        for entry in self
            .plan
            .entries
            .iter_mut()
            .filter(|entry| is_deletion(entry))
        {
            (entry.value, entry.action) = (last.value.clone(), last.action);
        }
        self
    }

    fn entry(&self, name: &str) -> EntryId {
        let is_it = |id: &EntryId| {
            let named = self.plan.deleted(*id);
            let value = &self.plan.entries[id.0 as usize].value;
            named.as_deref().unwrap_or(value) == name
        };
        self.plan.ids().find(is_it).expect("an entry")
    }
}

fn is_deletion(entry: &Entry) -> bool {
    entry.endpoint == Endpoint::Delete
}

#[test]
fn what_is_given_back_comes_before_anything_goes_away() {
    case(4, &[(4, "1"), (5, "2")], &[]).gives_back(3).ends(
        "0.00 POST a b
         0.00 POST c
         0.00 DELETE 1 2
         0.00 POST d
         a accepted
         b accepted
         c accepted
         d accepted
         1 accepted
         2 accepted",
    );
}

/// A lost answer is cleared up first: only then is it known that the value has its indicator.
#[test]
fn nothing_goes_away_while_it_is_not_known_what_was_given_back() {
    case(1, &[(1, "1")], &["lost", "lost"]).gives_back(1).ends(
        "0.00 POST a
             0.50 POST a
             0.50 GET list
             0.50 POST a
             0.50 DELETE 1
             a accepted
             1 accepted",
    );
}

/// What the API refuses to give back keeps nothing from going away: that may be what blocks somebody.
#[test]
fn what_is_not_given_back_keeps_nothing_here() {
    let mut case = case(1, &[(1, "1")], &["400"]).gives_back(1);
    case.limits.failures_before_pause = 9;
    case.ends(
        "0.00 POST a
         0.00 DELETE 1
         a rejected: Code: Said so. t-1
         1 accepted",
    );
}

#[test]
fn who_may_not_delete_gives_back_all_the_same() {
    case(2, &[(2, "1")], &["ok", "403"]).gives_back(1).ends(
        "0.00 POST a
         0.00 DELETE 1
         0.00 POST b
         a accepted
         b accepted
         1 rejected: Code: Said so. t-1",
    );
    // But for what would change the one that stays.
    case(2, &[(2, "1")], &["ok", "403"])
        .under_the_last_ones_key()
        .gives_back(1)
        .ends(
            "0.00 POST a
             0.00 DELETE 1
             a accepted
             b not sent
             1 rejected: Code: Said so. t-1",
        );
}

/// Somebody else has filled the tenant: the rest waits until something has gone away.
#[test]
fn where_there_is_no_room_what_is_left_waits() {
    let mut case = case(9, &[(9, "1")], &["full"; 3]).gives_back(9);
    case.limits.tenant_indicators = 1;
    case.ends(
        "0.00 POST a b
         0.00 POST c d
         0.00 POST e f
         0.00 GET list
         0.00 DELETE 1
         0.00 POST g h
         0.00 POST i
         a rejected: No room -
         b rejected: No room -
         c rejected: No room -
         d rejected: No room -
         e rejected: No room -
         f rejected: No room -
         g accepted
         h accepted
         i accepted
         1 accepted",
    );
}

/// What goes away, each with the value that is given back for it.
const PAIRS: [(u32, &str, &str); 3] = [(6, "1", "a"), (7, "2", "b"), (8, "3", "c")];

fn undo(answers: &[&'static str]) -> Case {
    let deletions = PAIRS.map(|(row, id, _)| (row, id));
    let mut case = case(4, &deletions, answers).gives_back(3);
    let pairs = PAIRS.map(|(_, id, value)| (id.to_owned(), value.to_owned()));
    case.tenant.guards = pairs.into_iter().collect();
    case.limits.failures_before_pause = 9;
    case
}

#[test]
fn an_undo_goes_on_after_a_crash_at_every_step_and_bares_no_value() {
    for answers in [
        &["ok"; 3][..],
        &["lost", "done", "429 3", "lost", "part", "done"],
        &["ok", "done", "ok", "400", "done"],
    ] {
        for steps in 0..80 {
            let mut case = undo(answers);
            let pace = Pace {
                trips: vec![(Duration::from_millis(100), 0.5)],
                ..Pace::NONE
            };
            let mut world = World::new(case.tenant.clone(), pace);
            let watched = Watched::new(case.import(), &case.limits);
            world.run(&mut Crashing { watched, steps });
            let journal = world.journal.clone();
            case.tenant = world.server.clone();
            let mut watched = Watched::new(resumed(&case, &journal), &case.limits);
            let mut again = case.world();
            again.run(&mut watched);
            let told = case.told_of(&again, &watched.import);
            let tally = watched.import.tally();
            assert_eq!(tally.unconfirmed + tally.not_sent, 0, "{steps} {told}");
            let history = History::of(case.plan.len(), journal.iter().chain(&again.journal));
            for id in case.plan.ids() {
                assert_eq!(
                    history.outcome(id),
                    watched.import.outcome(id),
                    "{steps} {told}"
                );
            }
            assert_eq!(again.server.bared, Vec::<String>::new(), "{steps} {told}");
        }
    }
}

/// Hours lie between two lives of a page. What others have written to since is left as it is, unless
/// this run has left its mark on it before.
#[test]
fn what_has_changed_until_a_run_is_gone_on_with_is_left_alone() {
    for steps in 0..60 {
        let mut case = case(2, &[(2, "1"), (3, "2")], &[]).gives_back(1);
        let seen = |case: &Case, id: &str| {
            let mut held = case.tenant.held[id].clone();
            held["id"] = id.into();
            Seen::It(fingerprint(&held.to_string()))
        };
        for id in ["1", "2"] {
            let (entry, seen) = (case.entry(id), seen(&case, id));
            case.plan.entries[entry.0 as usize].seen = seen;
        }
        for value in ["a", "b"] {
            let entry = case.entry(value);
            case.plan.entries[entry.0 as usize].seen = Seen::Nothing;
        }
        let mut world = World::new(case.tenant.clone(), Pace::NONE);
        let watched = Watched::new(case.import(), &case.limits);
        world.run(&mut Crashing { watched, steps });
        let journal = world.journal.clone();
        case.tenant = world.server.clone();
        // Somebody writes to what is to go away and is there still, and makes what is to be made.
        if let Some(held) = case.tenant.held.get_mut("1") {
            held["title"] = "theirs".into();
        }
        let is_made = case.tenant.holds("b");
        if !is_made {
            let theirs = json!({ "indicatorValue": "b", "indicatorType": "DomainName",
                "action": Action::Block.as_str(), "title": "theirs" });
            case.tenant.held.insert("t".to_owned(), theirs);
        }
        let before = case.tenant.clone();
        let mut watched = Watched::new(resumed(&case, &journal), &case.limits);
        let mut again = case.world();
        again.run(&mut watched);
        let told = case.told_of(&again, &watched.import);
        let after = &again.server.held;
        assert_eq!(
            after.contains_key("1"),
            before.held.contains_key("1"),
            "{steps} {told}"
        );
        assert!(!after.contains_key("2"), "{steps} {told}");
        if !is_made {
            assert_eq!(after["t"]["title"], "theirs", "{steps} {told}");
            let values = after.values().filter(|held| held["indicatorValue"] == "b");
            assert_eq!(values.count(), 1, "{steps} {told}");
        }
        let outcome = watched.import.outcome(case.entry("1"));
        let is_told = if before.held.contains_key("1") {
            !matches!(outcome, Some(Outcome::Accepted { .. }))
        } else {
            matches!(outcome, Some(Outcome::Accepted { .. }))
        };
        assert!(is_told, "{steps} {told}");
    }
}

/// A run file may pair any id with any key. What the tenant holds under the id is asked for first, and left
/// as it is where it is something else.
#[test]
fn what_is_not_what_a_file_says_is_not_deleted() {
    let mut case = case(2, &[(0, "1"), (1, "2")], &[]);
    for id in ["1", "2"] {
        let entry = case.entry(id);
        case.plan.entries[entry.0 as usize].seen = Seen::Named;
    }
    let held = case.tenant.held.get_mut("1").expect("an indicator");
    held["indicatorValue"] = "payroll.example".into();
    let mut watched = Watched::new(resumed(&case, &[]), &case.limits);
    let mut world = case.world();
    world.run(&mut watched);
    let told = case.told_of(&world, &watched.import);
    let after = &world.server.held;
    assert!(
        after.contains_key("1") && !after.contains_key("2"),
        "{told}"
    );
    // What was to come in its place is not sent either.
    assert!(
        !world.server.holds("a") && world.server.holds("b"),
        "{told}"
    );
    let left = Outcome::NotSent {
        reason: NotSent::LeftOut,
    };
    assert_eq!(
        watched.import.outcome(case.entry("1")),
        Some(&left),
        "{told}"
    );
}
