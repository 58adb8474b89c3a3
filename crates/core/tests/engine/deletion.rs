//! What the engine makes of a plan that takes indicators away before it sends others.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
    time::Duration,
};

use ioculate_core::{
    batch::{self, Batch},
    check::{Cidr, Defaults, Policy},
    clock::{Instant, Now},
    host::{Host, Machine, Turn},
    import::{CallLog, History, Import, Input, Record, Request, Step},
    indicator::{Action, IndicatorType},
    journal::Route,
    ledger::{Decided, Ledger, Replaced, Settings},
    limits::Limits,
    plan::{Deletion, Endpoint, EntryId, Plan},
    session::BatchState,
    tenant::Key,
};
use serde_json::{Value, json};

use crate::{
    doubt::Crashing,
    laws::Watched,
    plan, server,
    transcripts::{ended, spoken},
    world::{Answer, Pace, START, Server, World},
};

/// A tenant with a script of answers to what changes it and to what lists it; `ok` after the last.
#[derive(Clone, Default)]
pub(crate) struct Tenant {
    /// Indicators by their ids.
    pub(crate) held: BTreeMap<String, Value>,
    next: u32,
    answers: VecDeque<&'static str>,
    lists: VecDeque<&'static str>,
    /// What its list shows all the same.
    lags: Vec<Value>,
    /// For ids the value that is to be there before they go away.
    pub(crate) guards: BTreeMap<String, String>,
    /// The ids that went away before.
    pub(crate) bared: Vec<String>,
}

impl Server for Tenant {
    fn arrive(&mut self, _: Instant, _: u32, request: &Request) -> Answer {
        let Some(body) = &request.body else {
            return self.list(&request.path);
        };
        let body: Value = serde_json::from_slice(body).expect("the engine sends JSON");
        let answer = self.answers.pop_front().unwrap_or("ok");
        let (word, rest) = answer.split_once(' ').unwrap_or((answer, ""));
        match word {
            "lost" => Answer::Lost(None),
            "401" => Answer::Http(401, Vec::new(), Vec::new()),
            "429" => server::too_many(rest.parse().ok()),
            "html" => Answer::Http(200, Vec::new(), b"<html>busy</html>".to_vec()),
            "ok" | "200" | "done" | "part" if request.path.ends_with("/BatchDelete") => {
                self.delete(&body["IndicatorIds"], word)
            }
            "ok" | "done" | "full" | "part" => self.submit(&body["Indicators"], word),
            status => server::error(status.parse().expect("a status"), "Code"),
        }
    }
}

impl Tenant {
    /// Whether it has this value.
    pub(crate) fn holds(&self, value: &str) -> bool {
        self.held
            .values()
            .any(|fields| fields["indicatorValue"] == value)
    }

    /// As a whole or not at all, but for `part`, where the first id is deleted and the call refused.
    fn delete(&mut self, ids: &Value, word: &str) -> Answer {
        let ids: Vec<&str> = ids
            .as_array()
            .expect("ids")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let is_bared = |id: &&&str| {
            let guard = self.guards.get(**id);
            self.held.contains_key(**id) && guard.is_some_and(|value| !self.holds(value))
        };
        let bared = ids.iter().filter(is_bared).map(|id| (*id).to_owned());
        let bared: Vec<String> = bared.collect();
        self.bared.extend(bared);
        if word == "part" {
            self.held.remove(ids[0]);
        }
        if ids.iter().any(|id| !self.held.contains_key(*id)) {
            return server::error(404, "ResourceNotFound");
        }
        self.held.retain(|id, _| !ids.contains(&id.as_str()));
        match word {
            "done" => Answer::Lost(None),
            "200" => Answer::Http(200, Vec::new(), Vec::new()),
            _ => Answer::Http(204, Vec::new(), Vec::new()),
        }
    }

    fn submit(&mut self, items: &Value, word: &str) -> Answer {
        let mut results = Vec::new();
        for item in items.as_array().expect("a batch") {
            if word == "full" {
                results.push(json!({ "id": null, "indicator": item["indicatorValue"],
                    "isFailed": true, "failureReason": "No room" }));
                continue;
            }
            self.next += 1;
            self.held.insert(format!("n{}", self.next), item.clone());
            results.push(json!({ "id": format!("n{}", self.next),
                "indicator": item["indicatorValue"], "isFailed": false }));
        }
        match word {
            "done" => Answer::Lost(None),
            _ => server::http(200, &json!({ "value": results })),
        }
    }

    fn list(&mut self, path: &str) -> Answer {
        if path.ends_with("$top=1") {
            return server::http(200, &json!({ "value": [] }));
        }
        let with_id = |(id, fields): (&String, &Value)| {
            let mut entity = fields.clone();
            entity["id"] = id.as_str().into();
            entity
        };
        let mut items: Vec<Value> = self.held.iter().map(with_id).collect();
        items.extend(self.lags.iter().cloned());
        match self.lists.pop_front() {
            Some("unread") => items.push(json!({})),
            Some("403") => return server::error(403, "Code"),
            Some("500") => return server::error(500, "Code"),
            _ => {}
        }
        server::http(200, &json!({ "value": items }))
    }
}

/// An indicator as the tenant keeps it.
fn kept(id: &str, value: &str, action: &str) -> Value {
    json!({ "id": id, "indicatorValue": value, "indicatorType": "DomainName", "action": action,
        "title": "Test", "description": "A test", "generateAlert": true })
}

pub(crate) struct Case {
    pub(crate) plan: Plan,
    pub(crate) limits: Limits,
    pub(crate) tenant: Tenant,
    told: Vec<(u64, Input)>,
}

/// A run that takes away the indicators of these ids for the sake of these rows, and sends `a`, `b`
/// and so on as rows 0, 1 and so on; two in each call, one call at a time.
pub(crate) fn case(rows: usize, deletions: &[(u32, &str)], answers: &[&'static str]) -> Case {
    let letters: Vec<String> = ('a'..).map(String::from).take(rows).collect();
    let mut plan = Arc::unwrap_or_clone(plan::of(&letters, Endpoint::Import));
    let key = Key::new(IndicatorType::DomainName, "old.example", Action::Audit);
    plan.add_deletions(
        deletions
            .iter()
            .map(|&(row, id)| Deletion { row, key: &key, id }),
    );
    let held = |(_, id): &(u32, &str)| ((*id).to_owned(), kept(id, "old.example", "Audit"));
    Case {
        plan,
        limits: Limits {
            in_flight: 1,
            tries: 2,
            batch_items: 2,
            delete_ids: 2,
            ..Limits::documented()
        },
        tenant: Tenant {
            held: deletions.iter().map(held).collect(),
            answers: answers.iter().copied().collect(),
            ..Tenant::default()
        },
        told: Vec::new(),
    }
}

impl Case {
    pub(crate) fn lists(mut self, lists: &[&'static str]) -> Self {
        self.tenant.lists = lists.iter().copied().collect();
        self
    }

    fn told(mut self, second: u64, input: Input) -> Self {
        self.told.push((second, input));
        self
    }

    fn one_by_one(mut self) -> Self {
        self.limits.delete_ids = 1;
        self.limits.batch_items = 1;
        self
    }

    /// The tenant has these no more.
    fn without(mut self, ids: &[&str]) -> Self {
        self.tenant.held.retain(|id, _| !ids.contains(&id.as_str()));
        self
    }

    pub(crate) fn import(&self) -> Import {
        let plan = Arc::new(self.plan.clone());
        let batches = batch::split(&plan, &self.limits);
        Import::new(
            plan,
            batches,
            self.limits.clone(),
            CallLog::new(&self.limits),
        )
    }

    pub(crate) fn world(&self) -> World<Tenant> {
        let mut world = World::new(self.tenant.clone(), Pace::NONE);
        for (second, input) in &self.told {
            world.tell_at(Duration::from_secs(*second), input.clone());
        }
        world
    }

    pub(crate) fn run(&self) -> (World<Tenant>, Watched) {
        let mut watched = Watched::new(self.import(), &self.limits);
        let mut world = self.world();
        world.run(&mut watched);
        (world, watched)
    }

    fn transcript(&self) -> String {
        let (world, watched) = self.run();
        self.told_of(&world, &watched.import)
    }

    pub(crate) fn told_of(&self, world: &World<Tenant>, import: &Import) -> String {
        let spoken = spoken(&world.steps);
        let (_, calls) = spoken.split_once('\n').unwrap_or((&spoken, ""));
        let mut lines: Vec<String> = calls.lines().map(str::to_owned).collect();
        for (number, entry) in (0..).zip(&self.plan.entries) {
            let id = EntryId(number);
            let name = self
                .plan
                .deleted(id)
                .unwrap_or_else(|| entry.value.to_string());
            lines.push(format!("{name} {}", ended(import.outcome(id))));
        }
        lines.extend(import.stopped().map(|stopped| format!("{stopped:?}")));
        lines.join("\n")
    }

    pub(crate) fn ends(&self, expected: &str) {
        let lines = expected.lines().map(str::trim);
        let expected: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        let transcript = self
            .transcript()
            .replace("/api/indicators?$top=10000", "list");
        assert_eq!(
            transcript.lines().collect::<Vec<_>>(),
            expected,
            "\n{transcript}"
        );
    }
}

#[test]
fn what_a_row_replaces_stands_in_front_of_it_in_the_plan() {
    let rows = "a.example\nb.example\n192.0.2.0/31\n";
    let mut ledger = Ledger::new(settings(Cidr::Expand { cap: 2 }));
    ledger.read("list.txt", rows.as_bytes().to_vec());
    let mut decided = Decided::default();
    let replaced = |id: &str, value: &str, indicator_type| Replaced {
        id: id.to_owned(),
        indicator_type,
        value: value.to_owned(),
        action: Action::Block,
    };
    let address = |id, value| replaced(id, value, IndicatorType::IpAddress);
    decided.replace(
        1,
        vec![replaced("7\"", "B.example", IndicatorType::DomainName)],
    );
    decided.replace(
        2,
        vec![address("8", "192.0.2.0"), address("9", "192.0.2.1")],
    );
    ledger.decide(decided);
    let limits = Limits {
        delete_ids: 2,
        ..Limits::documented()
    };
    let mut plan = Plan::build(&ledger, &limits);
    let told = |plan: &Plan| -> Vec<String> {
        let entry = |id: EntryId| {
            let entry = &plan.entries[id.0 as usize];
            let name = plan.deleted(id).unwrap_or_else(|| entry.value.to_string());
            format!("{} {name}", entry.row)
        };
        plan.ids().map(entry).collect()
    };
    let all = [
        "0 a.example",
        "1 7\"",
        "1 b.example",
        "2 8",
        "2 9",
        "2 192.0.2.0",
        "2 192.0.2.1",
    ];
    assert_eq!(told(&plan), all);
    let bodies = |plan: &Plan| -> Vec<String> {
        let batches = batch::split(plan, &limits);
        let deletes = batches
            .iter()
            .filter(|batch| batch.endpoint == Endpoint::Delete);
        let body = |batch: &Batch| batch::body(plan, &batch.entries, batch.endpoint);
        deletes
            .map(|batch| String::from_utf8(body(batch)).expect("text"))
            .collect()
    };
    let of_ids = [
        r#"{"IndicatorIds":["7\"","8"]}"#,
        r#"{"IndicatorIds":["9"]}"#,
    ];
    assert_eq!(bodies(&plan), of_ids);
    // One by one goes what is sent; an order of its own has what is added later.
    plan.take(Route::OneByOne);
    assert_eq!(bodies(&plan), of_ids);
    let before = plan.fingerprint();
    let key = Key::new(IndicatorType::DomainName, "a.example", Action::Block);
    plan.add_deletions([Deletion {
        row: 0,
        key: &key,
        id: "6",
    }]);
    assert_eq!(told(&plan)[..3], ["0 6", "0 a.example", "1 7\""]);
    assert_ne!(plan.fingerprint(), before);
    // A single row that replaces something is still a single one.
    let batches = batch::split(
        &Plan::build(
            &{
                let mut ledger = Ledger::new(settings(Cidr::Refuse));
                ledger.read("list.txt", b"b.example\n".to_vec());
                let mut decided = Decided::default();
                decided.replace(
                    0,
                    vec![replaced("7", "b.example", IndicatorType::DomainName)],
                );
                ledger.decide(decided);
                ledger
            },
            &limits,
        ),
        &limits,
    );
    let endpoints: Vec<Endpoint> = batches.iter().map(|batch| batch.endpoint).collect();
    assert_eq!(endpoints, [Endpoint::Delete, Endpoint::Single]);
}

fn settings(cidr: Cidr) -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "a title".to_owned(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy {
            cidr,
            ..Policy::default()
        },
        today: START,
    }
}

#[test]
fn everything_is_deleted_before_anything_is_sent() {
    for answer in ["ok", "200"] {
        case(3, &[(0, "1"), (0, "2"), (2, "3")], &[answer]).ends(
            "0.00 DELETE 1 2
             0.00 DELETE 3
             0.00 POST a b
             0.00 POST c
             1 accepted
             2 accepted
             a accepted
             b accepted
             3 accepted
             c accepted",
        );
    }
}

#[test]
fn a_run_may_delete_and_send_nothing() {
    case(0, &[(0, "1"), (1, "2"), (2, "1")], &[])
        .without(&["2"])
        .ends(
            "0.00 DELETE 1 2
         0.00 DELETE 1
         0.00 GET list
         1 accepted
         2 accepted
         1 accepted",
        );
}

#[test]
fn what_is_gone_already_is_gone_and_the_rest_is_deleted() {
    let two = |answers: &[&'static str]| case(2, &[(0, "1"), (1, "2")], answers);
    // The service has deleted a part of what it refuses.
    for case in [two(&[]).without(&["1"]), two(&["part"])] {
        case.ends(
            "0.00 DELETE 1 2
             0.00 GET list
             0.00 DELETE 2
             0.00 POST a b
             1 accepted
             a accepted
             2 accepted
             b accepted",
        );
    }
}

#[test]
fn what_is_there_and_unknown_all_the_same_is_refused_after_three_rounds() {
    case(2, &[(0, "1")], &["404"; 4]).ends(
        "0.00 DELETE 1
         0.00 GET list
         0.00 DELETE 1
         0.00 GET list
         0.00 DELETE 1
         0.00 GET list
         0.00 DELETE 1
         0.00 GET list
         0.00 POST b
         1 rejected: Code: Said so. t-1
         a not sent
         b accepted",
    );
}

#[test]
fn who_may_not_delete_may_send_what_needs_no_deletion() {
    for (status, reason) in [
        ("403", "Code: Said so. t-1"),
        ("405", "Code: Said so. t-1"),
        ("302", "Code: Said so. t-1"),
    ] {
        case(3, &[(0, "1"), (0, "2"), (2, "3")], &[status]).ends(&format!(
            "0.00 DELETE 1 2
             0.00 POST b
             1 rejected: {reason}
             2 rejected: {reason}
             a not sent
             b accepted
             3 rejected: {reason}
             c not sent"
        ));
    }
}

#[test]
fn what_was_deleted_before_a_403_is_deleted() {
    // The answer to the first is lost; whether it was carried out is the list's to say.
    for (answer, first, sent) in [
        ("done", "accepted", "accepted"),
        ("lost", "rejected: Code: Said so. t-1", "not sent"),
    ] {
        let post = if sent == "accepted" {
            "0.00 POST a"
        } else {
            ""
        };
        case(2, &[(0, "1"), (1, "2")], &[answer, "403"])
            .one_by_one()
            .ends(&format!(
                "0.00 DELETE 1
             0.00 DELETE 2
             0.00 GET list
             {post}
             1 {first}
             a {sent}
             2 rejected: Code: Said so. t-1
             b not sent"
            ));
    }
}

#[test]
fn an_id_that_is_refused_is_found_by_halves() {
    let mut case = case(2, &[(0, "1"), (1, "2")], &["400", "400"]);
    case.limits.failures_before_pause = 9;
    case.ends(
        "0.00 DELETE 1 2
         0.00 DELETE 1
         0.00 DELETE 2
         0.00 POST b
         1 rejected: Code: Said so. t-1
         a not sent
         2 accepted
         b accepted",
    );
}

#[test]
fn an_answer_that_is_lost_is_the_lists_to_give() {
    for (answers, calls) in [
        (&["done"][..], "0.00 DELETE 1\n0.50 DELETE 1\n0.50 GET list"),
        (&["lost"], "0.00 DELETE 1\n0.50 DELETE 1"),
        (&["503"], "0.00 DELETE 1\n0.50 DELETE 1"),
        (&["408"], "0.00 DELETE 1\n0.50 DELETE 1"),
        (&["429 after 7"], "0.00 DELETE 1\n60.02 DELETE 1"),
        (&["429 7"], "0.00 DELETE 1\n7.02 DELETE 1"),
        (&["401"], "0.00 DELETE 1\n0.00 renew\n0.00 DELETE 1"),
        (&["html"], "0.00 DELETE 1\n0.50 DELETE 1"),
        (
            &["lost", "done"],
            "0.00 DELETE 1\n0.50 DELETE 1\n0.50 GET list",
        ),
        (
            &["lost", "lost"],
            "0.00 DELETE 1\n0.50 DELETE 1\n0.50 GET list\n0.50 DELETE 1",
        ),
    ] {
        let transcript = case(1, &[(0, "1")], answers).transcript();
        let transcript = transcript.replace("/api/indicators?$top=10000", "list");
        let at = calls
            .lines()
            .last()
            .and_then(|last| last.split(' ').next())
            .expect("a moment");
        assert_eq!(
            transcript,
            format!("{calls}\n{at} POST a\n1 accepted\na accepted"),
            "{answers:?}"
        );
    }
}

#[test]
fn what_a_list_may_hide_is_not_gone() {
    // Something of the list cannot be read: it may be the very one.
    case(1, &[(0, "1")], &["done"]).lists(&["unread"]).ends(
        "0.00 DELETE 1
         0.50 DELETE 1
         0.50 GET list
         0.50 DELETE 1
         0.50 GET list
         0.50 POST a
         1 accepted
         a accepted",
    );
}

#[test]
fn what_stays_in_doubt_lets_nothing_of_its_row_be_sent() {
    // No list can say that the id is gone, and the call is lost each time.
    let answers = ["lost"; 8];
    let case = case(2, &[(0, "1")], &answers)
        .lists(&["unread"; 9])
        .without(&["1"]);
    let (world, watched) = case.run();
    let told = case.told_of(&world, &watched.import);
    assert!(
        told.ends_with("1 unconfirmed\na not sent\nb accepted"),
        "{told}"
    );
    assert!(!world.server.holds("a"));
}

#[test]
fn the_old_one_is_never_taken_for_the_new() {
    // The service keeps `AlertAndBlock` as the action that the old one has, and its list lags.
    let mut case = case(1, &[(0, "1")], &["ok", "lost", "lost"]);
    let entry = &mut case.plan.entries[1];
    let object = kept("", "a", "AlertAndBlock");
    let start = case.plan.json.len();
    case.plan.json.extend(object.to_string().bytes());
    (entry.action, entry.json) = (Action::AlertAndBlock, start..case.plan.json.len());
    case.tenant.lags.push(kept("1", "a", "BlockAndRemediate"));
    case.ends(
        "0.00 DELETE 1
         0.00 POST a
         0.50 POST a
         0.50 GET list
         0.50 POST a
         1 accepted
         a accepted",
    );
}

#[test]
fn a_cancel_among_deletions_sends_nothing() {
    for (answer, second) in [("done", "accepted"), ("lost", "unconfirmed")] {
        let deletions = [(0, "1"), (0, "2"), (1, "3")];
        let mut case = case(2, &deletions, &["ok", answer, "429 9"]).told(5, Input::Cancel);
        case.limits.tries = 6;
        case.ends(&format!(
            "0.00 DELETE 1 2
                 0.00 DELETE 3
                 0.50 DELETE 3
                 5.00 GET list
                 1 accepted
                 2 accepted
                 a not sent
                 3 {second}
                 b not sent
                 Cancelled"
        ));
    }
}

#[test]
fn a_list_that_is_out_of_tries_is_trouble_and_not_the_end_of_the_deletions() {
    case(1, &[(0, "1")], &["lost", "done"])
        .lists(&["500", "500"])
        .ends(
            "0.00 DELETE 1
         0.50 DELETE 1
         0.50 GET list
         1.00 GET list
         61.00 GET /api/indicators?$top=1
         61.00 DELETE 1
         61.00 GET list
         61.00 POST a
         1 accepted
         a accepted",
        );
}

#[test]
fn deletions_that_fail_in_a_row_pause_the_run_and_are_tried_again() {
    let mut case = case(1, &[(0, "1"), (0, "2"), (0, "3")], &["500"; 6]).one_by_one();
    case.limits.failures_before_pause = 3;
    case.limits.in_flight = 3;
    let (world, watched) = case.run();
    let deleted: Vec<&str> = vec!["accepted"; 4];
    let told: Vec<String> = watched.import.outcomes().map(ended).collect();
    assert_eq!(told, deleted);
    assert!(world.clock >= Duration::from_mins(1), "{:?}", world.clock);
}

/// Calls that delete keep their own quota, and a run says how long it will take with them.
#[test]
fn deletions_keep_their_quota_and_are_foreseen() {
    let ids: Vec<String> = (0..40).map(|id: u32| id.to_string()).collect();
    let deletions: Vec<(u32, &str)> = ids.iter().map(|id| (0, id.as_str())).collect();
    let mut case = case(40, &deletions, &[]).one_by_one();
    case.limits.in_flight = 4;
    let mut import = case.import();
    let pace = Pace {
        trips: vec![(Duration::from_secs(1), 0.5)],
        ..Pace::NONE
    };
    let mut world = World::new(case.tenant.clone(), pace);
    let progress = import.progress(world.now());
    assert_eq!(
        (progress.entries, progress.waiting, progress.quota),
        (80, 80, 30)
    );
    let mut foreseen = Foreseen { import, said: None };
    world.run(&mut foreseen);
    import = foreseen.import;
    assert_eq!(import.tally().accepted, 80);
    // 30 deletions, 10 more after a minute, then at once 30 of 40 submissions, 10 more after a minute.
    let (at, said) = foreseen.said.expect("said after the first answer");
    let took = world.clock.saturating_sub(at).as_secs();
    assert!(took.abs_diff(said.into()) <= 2, "said {said}, took {took}");
    assert!(
        (120..140).contains(&world.clock.as_secs()),
        "{:?}",
        world.clock
    );
    let arrivals = |word: &str| {
        let of = |line: &&str| line.contains(word);
        spoken(&world.steps).lines().filter(of).count()
    };
    assert_eq!((arrivals("DELETE"), arrivals("POST")), (40, 40));
}

/// An engine, and what it first said of its end.
struct Foreseen {
    import: Import,
    said: Option<(Instant, u32)>,
}

impl Machine for Foreseen {
    type Step = Step;
    type Input = Input;

    fn poll(&mut self, now: Now) -> Turn<Step> {
        let turn = Machine::poll(&mut self.import, now);
        if self.said.is_none() {
            let said = self.import.progress(now).seconds_left;
            self.said = said.map(|seconds| (now.mono, seconds));
        }
        turn
    }

    fn handle(&mut self, now: Now, input: Input) {
        self.import.handle(now, input);
    }
}

#[test]
fn what_is_held_back_is_shown_and_counted() {
    let case = case(3, &[(0, "1")], &["403"]);
    let (world, watched) = case.run();
    let progress = watched.import.progress(world.now());
    let shown = progress
        .batches
        .iter()
        .map(|batch| (batch.first, batch.items, batch.state));
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [
            (1, 1, BatchState::Rejected),
            (3, 1, BatchState::Accepted),
            (4, 1, BatchState::Accepted),
            (2, 1, BatchState::NotSent),
        ]
    );
    assert_eq!(watched.import.tally().not_sent, 1);
    assert_eq!(progress.extra_calls, 0);
}

pub(crate) fn resumed(case: &Case, journal: &[Record]) -> Import {
    let history = History::of(case.plan.len(), journal);
    let plan = Arc::new(case.plan.clone());
    Import::resume(
        plan,
        history,
        case.limits.clone(),
        CallLog::new(&case.limits),
    )
}

#[test]
fn a_run_that_deletes_goes_on_after_a_crash_at_every_step() {
    let deletions = [(0, "1"), (0, "2"), (2, "3"), (3, "4"), (4, "5")];
    for (answers, all_goes_well) in [
        (&["ok"; 3][..], true),
        (&["done", "part", "lost", "done"], true),
        (&["ok", "400", "400", "429 3"], false),
        (&["ok", "403"], false),
    ] {
        for steps in 0..80 {
            let mut case = case(6, &deletions, answers);
            case.limits.failures_before_pause = 9;
            let pace = Pace {
                trips: vec![(Duration::from_millis(100), 0.5)],
                ..Pace::NONE
            };
            let mut world = World::new(case.tenant.clone(), pace);
            let watched = Watched::new(case.import(), &case.limits);
            world.run(&mut Crashing { watched, steps });
            let journal = world.journal.clone();
            // What has left may arrive; then nothing goes wrong any more but a second 403.
            case.tenant = world.server.clone();
            let mut watched = Watched::new(resumed(&case, &journal), &case.limits);
            let mut again = case.world();
            again.run(&mut watched);
            let told = case.told_of(&again, &watched.import);
            let tally = watched.import.tally();
            assert_eq!(tally.total(), case.plan.len(), "{told}");
            assert_eq!(tally.unconfirmed, 0, "{told}");
            if all_goes_well {
                assert_eq!(tally.accepted, case.plan.len(), "{steps} {told}");
            }
            let history = History::of(case.plan.len(), journal.iter().chain(&again.journal));
            for id in case.plan.ids() {
                assert_eq!(
                    history.outcome(id),
                    watched.import.outcome(id),
                    "{steps} {told}"
                );
            }
            // A deletion that was not carried out holds its row back, over both lives.
            for (row, id) in deletions {
                let letter = char::from(b'a' + u8::try_from(row).expect("few")).to_string();
                let is_both = again.server.held.contains_key(id) && again.server.holds(&letter);
                assert!(!is_both, "{id} {letter} {steps} {told}");
            }
        }
    }
}
