//! What an undo makes of a run, in tables: one state of the tenant in, what is done about it out.

use serde_json::{Value, json};

use super::*;
use crate::{
    check::{Defaults, Policy, Verdict},
    import::Record,
    indicator::Action,
    ledger::Settings,
    limits::Limits,
    plan::Endpoint,
};

const ANN: &str = "ann@example.com";
const MINUTE: i64 = 60_000;

/// When the run began, in the tenant's words and ours: 2026-11-22T09:00:00Z.
const STARTED: WallTime = WallTime(1_795_338_000_000);

fn at(minutes: i64) -> String {
    moment(WallTime(STARTED.0 + minutes * MINUTE)).expect("a year of four digits")
}

fn settings() -> Settings {
    let defaults = Defaults {
        action: Action::Block,
        title: "t".to_owned(),
        description: "d".to_owned(),
        ..Defaults::default().expiring_in(None)
    };
    Settings {
        defaults,
        policy: Policy::default(),
        today: STARTED,
    }
}

fn tenant(held: &[Value], minutes: i64) -> Snapshot {
    let body = json!({ "value": held }).to_string();
    let page = Page::read(body.as_bytes()).expect("a page");
    Snapshot::of(vec![page], WallTime(STARTED.0 + minutes * MINUTE))
}

/// `a.example` as a run sends it, made by Ann a minute after the run began.
fn ours() -> Value {
    json!({
        "id": "7", "indicatorType": "DomainName", "indicatorValue": "a.example", "action": "Block",
        "title": "t", "description": "d", "severity": "Low", "category": 1, "expirationTime": null,
        "rbacGroupNames": [], "createdBy": ANN, "creationTimeDateTimeUtc": at(1),
        "lastUpdateTime": at(1), "lastUpdatedBy": null,
    })
}

/// The same, updated by the run and older than it.
fn updated() -> Value {
    with(
        ours(),
        &json!({"createdBy": "bob", "creationTimeDateTimeUtc": at(-99), "lastUpdatedBy": ANN}),
    )
}

/// What it was before.
fn before() -> Value {
    with(
        updated(),
        &json!({"title": "old", "lastUpdateTime": at(-99), "lastUpdatedBy": null}),
    )
}

fn with(mut object: Value, fields: &Value) -> Value {
    let fields = fields.as_object().expect("fields").clone();
    object.as_object_mut().expect("an object").extend(fields);
    object
}

/// What an undo of a run of one row makes: `delete`, `restore`, or why it is left.
fn undone(outcome: Outcome, images: Option<&[Value]>, now: &[Value]) -> String {
    let mut ledger = Ledger::new(settings());
    ledger.read("a.txt", b"a.example\n".to_vec());
    let plan = Plan::build(&ledger, &Limits::documented());
    done(&plan, outcome, images, now)
}

fn done(plan: &Plan, outcome: Outcome, images: Option<&[Value]>, now: &[Value]) -> String {
    let outcomes = vec![(EntryId(0), outcome)];
    let images = images.map(|images| tenant(images, -5));
    let undo = Undo {
        plan,
        history: &History::of(plan.len(), &[Record::Found { outcomes }]),
        images: images.as_ref(),
        username: "Ann@example.com",
        started: STARTED,
        ended: WallTime(STARTED.0 + 2 * MINUTE),
        tenant: &tenant(now, 60),
        doubt: 10 * MINUTE,
        now: WallTime(STARTED.0 + 61 * MINUTE),
    };
    let lines = undo.lines();
    let said = lines.lines().map(|line| {
        let line = Line::read(line).unwrap_or_else(|| panic!("{line}"));
        match (line.task, line.why()) {
            (Some(Task::Delete), None) => "delete".to_owned(),
            (Some(Task::Restore), None) if line.now.is_some() => "restore".to_owned(),
            (Some(Task::Restore), None) => "make again".to_owned(),
            (None, Some(Finding::LeftAsItWas { is_gone: true })) => "gone".to_owned(),
            (None, Some(why)) => why.code().to_owned(),
            other => panic!("{other:?}"),
        }
    });
    said.collect::<Vec<_>>().join(" ")
}

fn accepted(id: &str) -> Outcome {
    Outcome::Accepted {
        id: Some(id.to_owned()),
    }
}

#[test]
fn what_a_run_made_or_changed_is_taken_back_unless_it_has_been_changed_since() {
    let changed = |fields: Value| with(ours(), &fields);
    let unnamed = Outcome::Accepted { id: None };
    let none: Option<&[Value]> = Some(&[]);
    let image = [before()];
    let image: Option<&[Value]> = Some(&image);
    let expired = [with(before(), &json!({"expirationTime": at(30)}))];
    let same = [with(before(), &json!({"title": "t"}))];
    for (what, outcome, images, now, expected) in [
        ("made", accepted("7"), none, ours(), "delete"),
        ("made, no id said", unnamed.clone(), none, ours(), "delete"),
        (
            "made, in doubt",
            Outcome::Unconfirmed,
            none,
            ours(),
            "delete",
        ),
        ("nothing known, new", accepted("7"), None, ours(), "delete"),
        (
            "nothing known, old",
            accepted("7"),
            None,
            updated(),
            "left-unknown",
        ),
        (
            "nothing known, another's",
            accepted("7"),
            None,
            changed(json!({"createdBy": "bob", "lastUpdatedBy": ANN})),
            "left-unknown",
        ),
        ("updated", accepted("7"), image, updated(), "restore"),
        (
            "updated, in doubt",
            Outcome::Unconfirmed,
            image,
            updated(),
            "restore",
        ),
        // Somebody made it between the list and the run.
        (
            "no image, another's",
            accepted("7"),
            none,
            updated(),
            "left-unknown",
        ),
        (
            "no image, older than the list",
            accepted("7"),
            none,
            changed(json!({"creationTimeDateTimeUtc": at(-16)})),
            "left-unknown",
        ),
        (
            "sent unchanged",
            accepted("7"),
            Some(&same),
            updated(),
            "left-as-it-was",
        ),
        (
            "expired since",
            accepted("7"),
            Some(&expired),
            updated(),
            "left-expired",
        ),
        (
            "other fields",
            accepted("7"),
            none,
            changed(json!({"title": "mine"})),
            "left-changed",
        ),
        (
            "in doubt, other fields",
            Outcome::Unconfirmed,
            none,
            changed(json!({"title": "mine"})),
            "left-changed",
        ),
        (
            "a field that was not sent",
            accepted("7"),
            none,
            changed(json!({"severity": "High", "lastUpdatedBy": "bob", "lastUpdateTime": at(3)})),
            "left-changed",
        ),
        (
            "the same account, later",
            accepted("7"),
            none,
            changed(json!({"lastUpdatedBy": ANN, "lastUpdateTime": at(13)})),
            "left-changed",
        ),
        (
            "the same account, within the doubt of the clocks",
            accepted("7"),
            none,
            changed(json!({"lastUpdatedBy": ANN, "lastUpdateTime": at(12)})),
            "delete",
        ),
        (
            "another in its place",
            accepted("6"),
            none,
            ours(),
            "left-changed",
        ),
        (
            "listed without an id",
            accepted("7"),
            none,
            changed(json!({"id": null})),
            "left-without-id",
        ),
        (
            "with another action",
            accepted("7"),
            none,
            changed(json!({"id": "8", "action": "Audit"})),
            "gone",
        ),
    ] {
        assert_eq!(undone(outcome, images, &[now]), expected, "{what}");
    }
    assert_eq!(undone(accepted("7"), none, &[]), "gone");
    let rejected = Outcome::Rejected {
        reason: "No.".to_owned(),
        target: None,
    };
    assert_eq!(undone(rejected, none, &[ours()]), "");
}

#[test]
fn what_a_run_deleted_is_made_again() {
    let lines = deletion(tenant(&[before()], 0).entities());
    let ledger = Ledger::of_tasks(settings(), lines);
    let plan = Plan::build(&ledger, &Limits::documented());
    assert_eq!(plan.deleted(EntryId(0)).as_deref(), Some("7"));
    let image = [before()];
    let image: Option<&[Value]> = Some(&image);
    let again = with(ours(), &json!({"id": "9"}));
    let expired = [with(before(), &json!({"expirationTime": at(30)}))];
    for (what, outcome, images, now, expected) in [
        ("gone", accepted("7"), image, None, "make again"),
        (
            "gone, in doubt",
            Outcome::Unconfirmed,
            image,
            None,
            "make again",
        ),
        (
            "there",
            Outcome::Unconfirmed,
            image,
            Some(before()),
            "left-as-it-was",
        ),
        (
            "made by somebody",
            accepted("7"),
            image,
            Some(again),
            "left-changed",
        ),
        (
            "expired",
            accepted("7"),
            Some(&expired),
            None,
            "left-expired",
        ),
        ("no image", accepted("7"), Some(&[]), None, "left-unknown"),
    ] {
        let now: Vec<Value> = now.into_iter().collect();
        assert_eq!(done(&plan, outcome, images, &now), expected, "{what}");
    }
    let images = images_of(&ledger, STARTED).expect("images");
    let objects: Vec<&str> = images.entities().map(Entity::object).collect();
    assert_eq!(objects, [before().to_string()]);
}

/// What no check would let through is ready as it is, and what is left is ignored with its reason.
#[test]
fn lines_are_ready_as_they_are() {
    let odd = with(
        before(),
        &json!({"indicatorValue": " 10.0.0.0/8\u{a0}", "indicatorType": "IpAddress", "action": "BlockAndRemediate",
            "title": "", "description": null, "expirationTime": at(-1), "rbacGroupIds": [4], "x": 1}),
    );
    let mut lines = Lines::default();
    lines.restore(&odd.to_string(), Some(&updated().to_string()));
    lines.delete(&odd.to_string());
    lines.restore(&before().to_string(), None);
    lines.delete(&before().to_string().replace("{\"", "{\n\""));
    lines.leave(&ours().to_string(), &Finding::LeftAsItWas { is_gone: true });
    let lines = lines.into_text() + "{\"delete\":7}\n{\"delete\":{},\"restore\":{}}\n";
    let ledger = Ledger::of_tasks(settings(), lines.clone());
    let verdicts: Vec<Verdict> = (0..ledger.len()).map(|row| ledger.verdict(row)).collect();
    let ready = [Verdict::Ready; 4].into_iter();
    let rest = [Verdict::Ignored, Verdict::Ignored, Verdict::Refused];
    assert_eq!(verdicts, ready.chain(rest).collect::<Vec<_>>());
    assert!(ledger.has_code(4, "left-as-it-was"));
    let plan = Plan::build(&ledger, &Limits::documented());
    let deletes = |id: usize| plan.entries[id].endpoint == Endpoint::Delete;
    assert_eq!(
        (0..4).map(deletes).collect::<Vec<_>>(),
        [false, true, false, true]
    );
    let sent: Value = serde_json::from_slice(plan.object(EntryId(0))).expect("JSON");
    let expected = json!({
        "indicatorValue": " 10.0.0.0/8\u{a0}", "indicatorType": "IpAddress", "action": "BlockAndRemediate",
        "title": "", "description": null, "severity": "Low", "expirationTime": at(-1),
        "generateAlert": null, "recommendedActions": null, "rbacGroupNames": [], "application": null,
        "educateUrl": null, "mitreTechniques": null, "externalId": null, "category": 1, "rbacGroupIds": [4],
    });
    assert_eq!(sent, expected);
    // And the same from what is kept.
    let kept = Ledger::kept(&ledger.keep()).expect("a ledger");
    assert_eq!(Plan::build(&kept, &Limits::documented()), plan);
    // A file that looks like this is no such thing.
    let mut given = Ledger::new(settings());
    for name in [SOURCE, "a.json", "a.jsonl"] {
        given.read(name, lines.clone().into_bytes());
    }
    assert!(!given.has_tasks());
    assert!(
        Plan::build(&given, &Limits::documented())
            .deletions()
            .next()
            .is_none()
    );
}

/// Beside another source, lines are nothing that anybody made.
#[test]
fn lines_beside_another_source_are_refused() {
    let lines = deletion(tenant(&[before()], 0).entities());
    let mut ledger = Ledger::of_tasks(settings(), lines);
    ledger.read("a.txt", b"b.example\n".to_vec());
    let damaged = crate::journal::NotOpened::Damaged;
    assert_eq!(Ledger::kept(&ledger.keep()).err(), Some(damaged));
}
