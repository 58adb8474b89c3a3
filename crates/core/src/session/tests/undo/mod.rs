//! Runs are taken back: what they did to a tenant, and nothing else.

mod again;
mod handed;
mod lost;
mod resumed;
mod shown;
mod since;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{
    world::{account, configured},
    *,
};
use crate::{
    host::{Machine, Turn},
    import::{Method, Request, Step},
    journal::{Kept, NotOpened, Opened, Opening, Route, RunId, Undone, tell_undone},
    ledger::Ledger,
    plan::moment,
    wire::{self, Reply},
};

/// The fields of an indicator as the service lists them, each with what stands for nothing.
const FIELDS: [(&str, Value); 11] = [
    ("severity", Value::Null),
    ("category", Value::Null),
    ("educateUrl", Value::Null),
    ("title", Value::Null),
    ("description", Value::Null),
    ("recommendedActions", Value::Null),
    ("expirationTime", Value::Null),
    ("notificationBody", Value::Null),
    ("generateAlert", Value::Bool(false)),
    ("externalId", Value::Null),
    ("lookBackPeriod", Value::Null),
];

/// Fields that no later submission changes.
const OF_CREATION: [&str; 4] = ["id", "createdBy", "creationTimeDateTimeUtc", "application"];

/// A tenant that keeps what it is given by type, value and action, as the service does.
#[derive(Clone, Default)]
struct Tenant {
    held: BTreeMap<String, Value>,
    ids: u32,
    /// Calls that delete, so far.
    deletions: usize,
    /// From which of them on all are refused.
    refuses_deletions_from: Option<usize>,
    /// Its list has a link that leads nowhere.
    lists_more: bool,
    /// Nothing is imported any more.
    refuses_imports: bool,
    /// Its list is not given out.
    hides_its_list: bool,
    /// How often it was asked for.
    lists: usize,
}

fn key(item: &Value) -> String {
    let of = |name: &str| item[name].as_str().expect(name).to_owned();
    format!(
        "{} {} {}",
        of("indicatorType"),
        of("indicatorValue"),
        of("action")
    )
}

impl Tenant {
    fn submit(&mut self, item: &Value, by: &str, at: WallTime) -> String {
        let stamp = moment(at).expect("a year of four digits");
        let mut entity = json!({"lastUpdateTime": stamp, "lastUpdatedBy": null, "createdBy": by,
            "creationTimeDateTimeUtc": stamp, "application": item["application"]});
        for name in ["indicatorType", "indicatorValue", "action"] {
            entity[name] = item[name].clone();
        }
        for name in ["rbacGroupNames", "rbacGroupIds", "mitreTechniques"] {
            entity[name] = item
                .get(name)
                .filter(|list| !list.is_null())
                .cloned()
                .unwrap_or(json!([]));
        }
        for (name, none) in FIELDS {
            entity[name] = item.get(name).cloned().unwrap_or(none);
        }
        let before = self.held.get(&key(item));
        if let Some(before) = before {
            for name in OF_CREATION {
                entity[name] = before[name].clone();
            }
            entity["lastUpdatedBy"] = json!(by);
        } else {
            self.ids += 1;
            entity["id"] = json!(self.ids.to_string());
        }
        let id = entity["id"].as_str().expect("an id").to_owned();
        self.held.insert(key(item), entity);
        id
    }

    fn delete(&mut self, ids: &[Value]) -> u16 {
        let is_held = |id: &&Value| self.held.values().any(|held| held["id"] == **id);
        self.deletions += 1;
        if self
            .refuses_deletions_from
            .is_some_and(|from| self.deletions >= from)
        {
            return 403;
        }
        if ids.iter().filter(is_held).count() < ids.len() {
            return 404;
        }
        self.held.retain(|_, held| !ids.contains(&held["id"]));
        204
    }

    fn answer(&mut self, request: &Request, by: &str, at: WallTime) -> Reply {
        let read = |status, body: &Value| {
            let body = if body.is_null() {
                String::new()
            } else {
                body.to_string()
            };
            wire::read(request.method, status, |_| None, body.as_bytes())
        };
        let Some(body) = &request.body else {
            assert_eq!(request.method, Method::Get);
            self.lists += usize::from(!request.path.ends_with("$top=1"));
            if self.hides_its_list && !request.path.ends_with("$top=1") {
                return read(403, &Value::Null);
            }
            let mut list = json!({"value": self.held.values().collect::<Vec<_>>()});
            if self.lists_more {
                list["@odata.nextLink"] = json!("nowhere");
            }
            return read(200, &list);
        };
        let body: Value = serde_json::from_slice(body).expect("JSON");
        if let Some(ids) = body["IndicatorIds"].as_array() {
            let status = self.delete(ids);
            let refusal = json!({"error": {"code": "Forbidden", "message": "not this account"}});
            return read(
                status,
                if status == 403 {
                    &refusal
                } else {
                    &Value::Null
                },
            );
        }
        if self.refuses_imports {
            return read(
                403,
                &json!({"error": {"code": "Forbidden", "message": "No."}}),
            );
        }
        let Some(items) = body["Indicators"].as_array() else {
            let id = self.submit(&body, by, at);
            return read(
                200,
                &json!({"id": id, "indicatorValue": body["indicatorValue"]}),
            );
        };
        let taken = items.iter().map(|item| {
            let id = self.submit(item, by, at);
            json!({"id": id, "indicator": item["indicatorValue"], "isFailed": false})
        });
        read(200, &json!({"value": taken.collect::<Vec<_>>()}))
    }
}

/// A tenant, what browsers keep of the runs to it, and the time.
#[derive(Default)]
struct World {
    tenant: Tenant,
    kept: Vec<Kept>,
    seconds: i64,
    /// Whether what goes on is kept: a run, and not a list of the tenant.
    is_run: bool,
    /// The next answers that are lost.
    lost: usize,
    /// After so many halves of steps the page is gone: a step is first done, and then its page hears of
    /// it.
    dies_after: Option<usize>,
}

fn by(who: &str) -> Account {
    Account {
        username: who.to_owned(),
        account_id: who.to_owned(),
        ..account()
    }
}

impl World {
    fn now(&self) -> Now {
        Now {
            mono: NOON.mono + Duration::from_secs(u64::try_from(self.seconds).expect("ahead")),
            wall: WallTime(NOON.wall.0 + self.seconds * 1_000),
            ..NOON
        }
    }

    /// Tells a session what the tenant holds, as its list does.
    fn list(&mut self, session: &mut Session, who: &str) {
        let account = by(who);
        let told = session.handle(self.now(), Command::ListTenant { account }, None);
        assert!(!told.is_empty());
        self.drive(session, who);
    }

    fn send(&mut self, session: &mut Session, who: &str) -> Vec<Event> {
        let send = Command::Send {
            account: by(who),
            route: Route::Batches,
            unjournalled: false,
            as_listed: false,
        };
        let mut events = session.handle(self.now(), send, None);
        events.extend(self.drive(session, who));
        events
    }

    fn drive(&mut self, session: &mut Session, who: &str) -> Vec<Event> {
        let mut events = Vec::new();
        for _ in 0..100_000 {
            let turn = session.poll(self.now());
            events.extend(session.news());
            let is_step = matches!(turn, Turn::Do(_));
            if is_step && self.dies() {
                return events;
            }
            let input = match turn {
                Turn::Finished => return events,
                Turn::Wait(until) => {
                    let until = until.expect("somebody is waited for");
                    let wait = until.saturating_sub(self.now().mono).as_secs();
                    self.seconds += i64::try_from(wait).expect("a day") + 1;
                    Input::Woke
                }
                Turn::Do(Step::Open(opening)) => self.open(*opening),
                Turn::Do(Step::Close(closing)) => {
                    self.kept.last_mut().expect("a run").closing = Some(*closing);
                    Input::Closed
                }
                Turn::Do(Step::Record(id, record)) => {
                    if self.is_run {
                        self.kept.last_mut().expect("a run").records.push(record);
                    }
                    Input::Recorded(id)
                }
                Turn::Do(Step::NeedToken(_)) => Input::Token,
                Turn::Do(Step::Send(call, request)) => {
                    self.seconds += 1;
                    let reply = self.tenant.answer(&request, who, self.now().wall);
                    let is_lost = request.method == Method::Post && self.lost > 0;
                    self.lost -= usize::from(is_lost);
                    let lost = Reply::NoAnswer { reachable: None };
                    Input::Reply(call, if is_lost { lost } else { reply })
                }
                Turn::Do(step) => panic!("{step:?}"),
            };
            if is_step && self.dies() {
                return events;
            }
            Machine::handle(session, self.now(), input);
        }
        panic!("it never ends");
    }

    /// Whether the page is gone by now.
    fn dies(&mut self) -> bool {
        match &mut self.dies_after {
            Some(0) => true,
            Some(halves) => {
                *halves -= 1;
                false
            }
            None => false,
        }
    }

    fn open(&mut self, opening: Opening) -> Input {
        self.is_run = matches!(opening, Opening::Begin { .. } | Opening::Continue { .. });
        if let Opening::Continue { run } = opening {
            return Input::Opened(Opened {
                run: Some(run),
                calls: Vec::new(),
            });
        }
        let Opening::Begin { header, input } = opening else {
            return Input::Opened(Opened::default());
        };
        let run = RunId(format!("run {}", self.kept.len()));
        self.kept.push(Kept {
            run: run.clone(),
            header: *header,
            input,
            records: Vec::new(),
            closing: None,
        });
        Input::Opened(Opened {
            run: Some(run),
            calls: Vec::new(),
        })
    }

    /// Imports rows; says which run it was.
    fn import(&mut self, who: &str, rows: &str, knows: bool, choices: Choices) -> usize {
        let mut session = configured();
        read(&mut session, rows);
        told(&mut session, Command::SetChoices(choices));
        if knows {
            self.list(&mut session, who);
        }
        self.send(&mut session, who);
        self.kept.len().saturating_sub(1)
    }

    /// Prepares to undo a run in a session of its own.
    fn prepared(&mut self, run: usize, who: &str) -> (Session, Vec<Event>) {
        let mut session = configured();
        let told = self.prepare(&mut session, run, who);
        (session, told)
    }

    fn prepare(&mut self, session: &mut Session, run: usize, who: &str) -> Vec<Event> {
        let mut events = session.prepare_undo(self.now(), self.kept[run].clone(), by(who));
        events.extend(self.drive(session, who));
        events
    }

    fn ask(&self, session: &mut Session, command: Command) -> Vec<Event> {
        session.handle(self.now(), command, None)
    }

    /// Bob writes to the tenant.
    fn do_all(&mut self, deeds: Vec<Deed>) {
        for deed in deeds {
            let item = named(deed);
            if deed.2 == 0 {
                self.tenant.held.remove(&key(&item));
            } else {
                self.tenant.submit(&item, BOB, self.now().wall);
            }
        }
    }

    fn undo(&mut self, run: usize, who: &str) -> Vec<Event> {
        let (mut session, _) = self.prepared(run, who);
        self.seconds += 60;
        self.send(&mut session, who)
    }
}

fn report(events: &[Event]) -> &ReportSummary {
    let report = events.iter().find_map(|event| match event {
        Event::Report(report) => Some(&**report),
        _ => None,
    });
    report.expect("a report")
}

/// Accepted rows, then indicators deleted, restored and left alone.
fn deeds_of(report: &ReportSummary) -> [u32; 4] {
    let ReportSummary {
        accepted,
        deleted,
        restored,
        left_alone,
        ..
    } = report;
    [*accepted, *deleted, *restored, *left_alone]
}

const ANN: &str = "ann@example.com";
const BOB: &str = "bob@example.com";

fn item(value: &str, action: &str, title: &str) -> Value {
    json!({"indicatorType": "DomainName", "indicatorValue": value, "action": action, "title": title,
        "description": "d"})
}

fn replacing() -> Choices {
    Choices {
        conflicts: OnConflict::Replace,
        ..Choices::default()
    }
}

/// The tenant without what an undo cannot bring back, by key. Of what was `made` again who made it, when
/// and under which id is new.
fn state(tenant: &Tenant, made: &[String]) -> BTreeMap<String, Value> {
    let plain = |(key, held): (&String, &Value)| {
        let mut held = held.clone();
        let object = held.as_object_mut().expect("an object");
        object.remove("lastUpdateTime");
        object.remove("lastUpdatedBy");
        if made.contains(key) {
            object.retain(|name, _| {
                !matches!(
                    name.as_str(),
                    "id" | "createdBy" | "creationTimeDateTimeUtc"
                )
            });
        }
        (key.clone(), held)
    };
    tenant.held.iter().map(plain).collect()
}

/// One indicator of each kind, and a file that makes, updates and replaces.
fn filled() -> World {
    let mut world = World::default();
    let old = WallTime(NOON.wall.0 - 86_400_000);
    let mut rich = item("updated.example", "Block", "old");
    for (name, value) in [
        ("educateUrl", json!("https://help.example")),
        ("category", json!(4)),
        ("notificationBody", json!("n\u{e9}\"")),
        ("rbacGroupNames", json!(["b", "a"])),
        ("rbacGroupIds", json!([7, 3])),
        ("application", json!("feeder")),
        ("mitreTechniques", json!(["T1110"])),
    ] {
        rich[name] = value;
    }
    world.tenant.submit(&rich, BOB, old);
    world
        .tenant
        .submit(&item("replaced.example", "Audit", "old"), BOB, old);
    world
        .tenant
        .submit(&item("other.example", "Audit", "old"), BOB, old);
    world
        .tenant
        .submit(&item("same.example", "Block", "t"), BOB, old);
    world
}

const ROWS: &str = "DomainName,made.example,Block,t,d,\n\
                    DomainName,updated.example,Block,new,d,2030-01-01T00:00:00Z\n\
                    DomainName,replaced.example,Block,t,d,\n\
                    DomainName,same.example,Block,t,d,\n\
                    DomainName,not one,Block,t,d,\n";

#[test]
fn an_undo_gives_the_tenant_back_and_an_undo_of_it_takes_it_again() {
    let mut world = filled();
    let before = world.tenant.clone();
    let run = world.import(ANN, ROWS, true, replacing());
    assert_eq!(world.tenant.held.len(), 5);
    let imported = world.kept[run].closing.as_ref().expect("an end");
    assert_eq!(deeds_of(&imported.summary), [3, 1, 0, 0]);
    let after = world.tenant.clone();
    let (mut session, events) = world.prepared(run, ANN);
    let told = summary(events);
    assert_eq!(figures(&told), [4, 4, 0, 0, 0, 0]);
    let fates = told.outlook.expect("an outlook");
    assert_eq!((fates.fates.delete, fates.fates.restore), (2, 2));
    assert_eq!((fates.added, fates.deleted), (1, 2));
    assert!(matches!(told.purpose, Purpose::Undo { .. }));
    let sent = world.send(&mut session, ANN);
    assert_eq!(deeds_of(report(&sent)), [4, 2, 2, 0]);
    assert_eq!(report(&sent).purpose, told.purpose);
    let made = ["DomainName replaced.example Audit".to_owned()];
    assert_eq!(state(&world.tenant, &made), state(&before, &made));
    // The undo is a run like any other, and another account takes it back.
    world.undo(1, BOB);
    let made =
        ["made.example", "replaced.example"].map(|value| format!("DomainName {value} Block"));
    assert_eq!(state(&world.tenant, &made), state(&after, &made));
    let titles: Vec<_> = world
        .kept
        .iter()
        .map(|kept| kept.header.purpose.clone())
        .collect();
    let undo = |run: usize| Purpose::Undo {
        run: world.kept[run].run.clone(),
        started: world.kept[run].header.started,
    };
    assert_eq!(titles, [Purpose::Import, undo(0), undo(1)]);
}

/// What is said of each row of an undo, and where answers were lost.
#[test]
fn what_cannot_be_taken_back_is_listed_with_the_reason() {
    let mut world = filled();
    let run = world.import(ANN, ROWS, false, Choices::default());
    world.seconds += 60;
    let at = world.now().wall;
    world
        .tenant
        .submit(&item("made.example", "Block", "mine"), BOB, at);
    world.tenant.held.remove("DomainName same.example Block");
    let (mut session, events) = world.prepared(run, ANN);
    assert_eq!(figures(&summary(events)), [4, 1, 0, 0, 0, 3]);
    let said = rows(&mut session, Filter::default())
        .rows
        .into_iter()
        .map(|row| {
            let code = row.finding.map(|found| found.code().to_owned());
            format!("{} {}", row.value, code.unwrap_or_default())
        });
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "made.example left-changed",
            "updated.example left-unknown",
            "replaced.example ",
            "same.example left-as-it-was",
        ]
    );
    // Nothing that was given is what a file may say.
    assert!(
        !Ledger::kept(&world.kept[run].input)
            .expect("a ledger")
            .has_tasks()
    );
}

#[test]
fn lost_answers_are_looked_up_before_anything_is_taken_back() {
    let mut world = filled();
    let before = world.tenant.clone();
    world.lost = 2;
    let run = world.import(ANN, ROWS, true, replacing());
    world.undo(run, ANN);
    let made = ["DomainName replaced.example Audit".to_owned()];
    assert_eq!(state(&world.tenant, &made), state(&before, &made));
}

#[test]
fn what_was_read_before_is_back_when_an_undo_is_dropped_or_left() {
    for is_sent in [false, true] {
        let mut world = filled();
        let run = world.import(ANN, ROWS, true, replacing());
        let mut session = configured();
        let given = read(&mut session, "DomainName,mine.example,Block,t,d,\n");
        world.prepare(&mut session, run, ANN);
        if is_sent {
            world.send(&mut session, ANN);
        }
        let told = ask(&mut session, Command::DropPrepared);
        assert_eq!(
            (told.counts, &told.purpose),
            (given.counts, &Purpose::Import)
        );
        assert_eq!(
            rows(&mut session, Filter::default()).rows[0].value,
            "mine.example"
        );
        // And a file that is dropped meanwhile goes there too.
        if !is_sent {
            world.prepare(&mut session, run, ANN);
            let told = read(&mut session, "DomainName,more.example,Block,t,d,\n");
            assert_eq!((told.counts.records, told.purpose), (2, Purpose::Import));
        }
    }
}

/// Each leads back to what stood there when it was prepared.
#[test]
fn an_undo_of_an_undo_leads_back_to_its_report() {
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, replacing());
    let mut session = configured();
    read(&mut session, "DomainName,mine.example,Block,t,d,\n");
    world.prepare(&mut session, run, ANN);
    world.send(&mut session, ANN);
    // One that waits is dropped by itself, and one that was not sent makes way for the next.
    let _ = session.prepare_undo(world.now(), world.kept[1].clone(), by(ANN));
    assert_eq!(told(&mut session, Command::DropPrepared), []);
    world.drive(&mut session, ANN);
    world.prepare(&mut session, 1, ANN);
    world.prepare(&mut session, 1, ANN);
    let mut back = || {
        let told = told(&mut session, Command::DropPrepared);
        let reported = told.iter().any(|event| matches!(event, Event::Report(_)));
        (summary(told).counts.records, reported)
    };
    assert_eq!([back(), back()], [(4, true), (1, false)]);
    world.prepare(&mut session, run, ANN);
    assert_eq!(ask(&mut session, Command::Clear).counts.records, 0);
    assert_eq!(told(&mut session, Command::DropPrepared), []);
}

#[test]
fn an_undo_is_of_one_tenant() {
    let mut world = filled();
    let run = world.import(ANN, ROWS, true, replacing());
    let elsewhere = Account {
        tenant_id: "other".to_owned(),
        ..by(ANN)
    };
    let refused = |account: Account| Event::NotOpened(NotOpened::OtherAccount { account });
    let mut session = configured();
    let told = session.prepare_undo(world.now(), world.kept[run].clone(), elsewhere.clone());
    assert_eq!(told.into_iter().next(), Some(refused(by(ANN))));
    world.prepare(&mut session, run, ANN);
    let send = Command::Send {
        account: elsewhere,
        route: Route::Batches,
        unjournalled: false,
        as_listed: false,
    };
    let calls = world.tenant.clone();
    assert_eq!(super::told(&mut session, send), [refused(by(ANN))]);
    assert_eq!(calls.held, world.tenant.held);
    // A header that says something else than its rows is nobody's.
    world.undo(run, ANN);
    for (run, purpose) in [(0, Purpose::Delete), (1, Purpose::Import)] {
        let mut kept = world.kept[run].clone();
        kept.header.purpose = purpose;
        let told = configured().show(world.now(), kept);
        let damaged = Event::NotOpened(NotOpened::Damaged);
        assert_eq!(told, [damaged]);
    }
}

#[test]
fn a_selection_is_deleted_and_that_is_undone() {
    let mut world = filled();
    let before = world.tenant.clone();
    let mut session = configured();
    world.list(&mut session, ANN);
    let selected = Selected::Places { places: vec![0, 2] };
    let told = ask(&mut session, Command::PrepareDelete { selected });
    assert_eq!((told.counts.ready, told.purpose), (2, Purpose::Delete));
    let by_type: u32 = told.by_type.iter().map(|(_, count)| count).sum();
    assert_eq!(by_type, 2);
    world.send(&mut session, ANN);
    assert_eq!(world.tenant.held.len(), 2);
    world.undo(0, ANN);
    let made: Vec<String> = before.held.keys().cloned().collect();
    assert_eq!(state(&world.tenant, &made), state(&before, &made));
}

/// What somebody does: with which of four values, with which of two actions, and how.
type Deed = (usize, usize, usize);

const VALUES: [&str; 4] = ["a.example", "b.example", "c.example", "d.example"];
const ACTIONS: [&str; 2] = ["Block", "Audit"];
const TITLES: [&str; 3] = ["one", "two", "three"];

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    prop::collection::vec((0..4_usize, 0..2_usize, 0..4_usize), 0..9)
}

fn named((value, action, title): Deed) -> Value {
    let mut item = item(VALUES[value], ACTIONS[action], TITLES[title % 3]);
    item["generateAlert"] = json!(true);
    if title == 3 {
        item["externalId"] = json!("x");
        item["expirationTime"] = json!("2031-01-01T00:00:00Z");
    }
    item
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// After an undo the tenant is what it was before the run, but for what somebody else has done
    /// since, before the review or after it, which stays.
    #[test]
    fn an_undo_takes_back_the_run_and_nothing_else(
        initial in deeds(), run in deeds(), since in deeds(), late in deeds(), knows: bool, replaces: bool, lost in 0..2_usize,
    ) {
        let mut world = World { seconds: 3_600, ..World::default() };
        for deed in initial {
            world.tenant.submit(&named(deed), BOB, NOON.wall);
        }
        let before = world.tenant.clone();
        let rows: Vec<String> = run.iter().map(|&(value, action, title)| {
            format!("DomainName,{},{},{},d,\n", VALUES[value], ACTIONS[action], TITLES[title % 3])
        }).collect();
        let rows = rows.concat();
        let choices = if replaces { replacing() } else { Choices::default() };
        world.lost = lost;
        world.import(ANN, &rows, knows, choices);
        let number = world.kept.len().checked_sub(1);
        let Some(number) = number else { return Ok(()) };
        world.lost = 0;
        world.seconds += 60;
        let left = world.tenant.clone();
        world.do_all(since);
        let reviewed = world.tenant.clone();
        let (mut session, _) = world.prepared(number, ANN);
        world.seconds += 60;
        world.do_all(late);
        let between = world.tenant.clone();
        let all: Vec<String> =
            before.held.keys().chain(reviewed.held.keys()).chain(between.held.keys()).cloned().collect();
        world.send(&mut session, ANN);
        let made: Vec<String> = all.iter().filter(|key| !between.held.contains_key(*key)).cloned().collect();
        // What came and went since cannot be seen.
        let is_touched = |key: &String| {
            left.held.get(key) != reviewed.held.get(key) || reviewed.held.get(key) != between.held.get(key)
        };
        let touched: Vec<&String> = all.iter().filter(|key| is_touched(key)).collect();
        let [before, between, after] = [&before, &between, &world.tenant].map(|tenant| state(tenant, &made));
        for key in &all {
            let is_unknown = !knows && before.contains_key(key);
            let expected = if touched.contains(&key) || is_unknown { &between } else { &before };
            prop_assert_eq!(after.get(key), expected.get(key), "{}", key);
        }
        prop_assert!(after.keys().all(|key| all.contains(key)));
    }
}
