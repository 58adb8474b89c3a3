//! What an undo makes of a run, in tables: one state of the tenant in, what is done about it out.

use serde_json::{Value, json};

use super::*;
use crate::{
    check::{Defaults, Policy, Verdict},
    import::{Attempt, BatchId, CallId, Record},
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

/// The run wrote in its second minute, and took two.
fn done(plan: &Plan, outcome: Outcome, images: Option<&[Value]>, now: &[Value]) -> String {
    let calls = [Some((1, 2))];
    done_within(plan, outcome, &calls, 2, images, now)
}

/// The same of a run that took so many minutes, with a call from some minute to another, or one that
/// nobody noted the time of.
fn done_within(
    plan: &Plan,
    outcome: Outcome,
    calls: &[Option<(i64, i64)>],
    minutes: i64,
    images: Option<&[Value]>,
    now: &[Value],
) -> String {
    let records = (0..).zip(calls).flat_map(|(number, span)| {
        let (batch, call) = (BatchId(number), CallId(number));
        let attempt = span.map(|(from, to)| Attempt {
            at: WallTime(STARTED.0 + from * MINUTE),
            millis: u32::try_from((to - from) * MINUTE).expect("milliseconds"),
            status: Some(200),
        });
        let intent = Record::Intent {
            batch,
            call,
            endpoint: Endpoint::Import,
            entries: vec![EntryId(0)],
            cut_from: None,
        };
        let answer = Record::Answer {
            batch,
            call,
            attempt,
            outcomes: vec![],
        };
        [intent, answer]
    });
    let outcomes = vec![(EntryId(0), outcome)];
    let records: Vec<Record> = records.chain([Record::Found { outcomes }]).collect();
    let images = images.map(|images| tenant(images, -5));
    let undo = Undo {
        plan,
        history: &History::of(plan.len(), &records),
        images: images.as_ref(),
        username: "Ann@example.com",
        started: STARTED,
        ended: WallTime(STARTED.0 + minutes * MINUTE),
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

/// What this account made elsewhere between the list and the call was not made by the run; and a run may
/// take hours, in which the same account writes elsewhere to what was sent in its first minute.
#[test]
fn an_entry_was_written_by_its_own_calls_and_not_by_the_whole_run() {
    let mut ledger = Ledger::new(settings());
    ledger.read("a.txt", b"a.example\n".to_vec());
    let plan = Plan::build(&ledger, &Limits::documented());
    let none: Option<&[Value]> = Some(&[]);
    let made = |minute| {
        with(
            ours(),
            &json!({"creationTimeDateTimeUtc": at(minute), "lastUpdateTime": at(minute)}),
        )
    };
    let written = |minute| {
        with(
            ours(),
            &json!({"lastUpdatedBy": ANN, "lastUpdateTime": at(minute)}),
        )
    };
    let first = &[Some((1, 2))][..];
    for (what, calls, images, now, expected) in [
        ("made by the first call", first, none, made(1), "delete"),
        (
            "made by the last call",
            &[Some((1, 1)), Some((480, 481))],
            none,
            made(480),
            "delete",
        ),
        (
            "made long before the call",
            &[Some((480, 481))],
            none,
            made(420),
            "left-unknown",
        ),
        (
            "made by a call that nobody noted",
            &[None, Some((480, 481))],
            none,
            made(420),
            "delete",
        ),
        (
            "written by the first call",
            first,
            none,
            written(2),
            "delete",
        ),
        (
            "written in the second hour",
            first,
            none,
            written(90),
            "left-changed",
        ),
        (
            "written by a call that nobody noted",
            &[Some((1, 2)), None],
            none,
            written(90),
            "delete",
        ),
        (
            "no author",
            first,
            none,
            with(made(1), &json!({"createdBy": null})),
            "left-unknown",
        ),
        (
            "no moment",
            first,
            none,
            with(made(1), &json!({"creationTimeDateTimeUtc": null})),
            "left-unknown",
        ),
        (
            "nothing known, made a little before",
            first,
            None,
            made(0),
            "left-unknown",
        ),
    ] {
        let done = done_within(&plan, accepted("7"), calls, 600, images, &[now]);
        assert_eq!(done, expected, "{what}");
    }
}

/// What is not found in a list that could not be read whole may be there.
#[test]
fn what_cannot_be_found_may_be_in_what_could_not_be_read() {
    let unread = json!({"indicatorValue": 7});
    let none: Option<&[Value]> = Some(&[]);
    assert_eq!(
        undone(accepted("7"), none, std::slice::from_ref(&unread)),
        "left-unread"
    );
    let ledger = Ledger::of_tasks(settings(), deletion(tenant(&[before()], 0).entities()));
    let plan = Plan::build(&ledger, &Limits::documented());
    let image = [before()];
    assert_eq!(
        done(&plan, accepted("7"), Some(&image), &[unread]),
        "left-unread"
    );
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
