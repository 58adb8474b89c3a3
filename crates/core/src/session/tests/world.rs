//! A browser that keeps runs, pages of it that are lost, and the tenant that runs go to.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::{
    check::{Hashes, Policy},
    host::{Machine, Turn},
    import::{Input, Method, Request, Step},
    journal::{Kept, Opened, Opening, Route, RunId},
    wire::{self, Reply},
};

/// A tenant that keeps what it is given, and refuses values that hold `bad`.
#[derive(Default)]
pub(super) struct Tenant {
    pub(super) held: BTreeMap<String, Value>,
    pub(super) posts: usize,
    /// Nothing reaches it.
    pub(super) is_away: bool,
    /// After so many batches each one is refused with this status.
    pub(super) refuses: Option<(usize, u16)>,
}

impl Tenant {
    pub(super) fn answer(&mut self, request: &Request) -> Reply {
        if self.is_away {
            return Reply::NoAnswer { reachable: None };
        }
        let value: Vec<Value> = match &request.body {
            None => self.held.values().cloned().collect(),
            Some(body) => {
                if let Some((posts, status)) = self.refuses
                    && self.posts >= posts
                {
                    return wire::read(request.method, status, |_| None, b"");
                }
                self.posts += 1;
                let body: Value = serde_json::from_slice(body).expect("JSON");
                let sent = body["Indicators"].as_array().expect("a list");
                sent.iter().map(|item| self.take_in(item)).collect()
            }
        };
        let body = json!({ "value": value }).to_string();
        wire::read(request.method, 200, |_| None, body.as_bytes())
    }

    pub(super) fn take_in(&mut self, item: &Value) -> Value {
        let value = item["indicatorValue"].as_str().expect("a value").to_owned();
        if value.contains("bad") {
            return json!({
                "id": null, "indicator": value, "isFailed": true, "failureReason": "No.",
            });
        }
        let id = format!("id of {value}");
        let mut held = item.clone();
        held["id"] = json!(id);
        self.held.insert(value.clone(), held);
        json!({"id": id, "indicator": value, "isFailed": false, "failureReason": null})
    }
}

/// When a page is lost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Crash {
    Never,
    /// So many notes are written, and nothing came of the last one.
    AfterNote(usize),
    /// So many batches have reached the tenant, and the last one's answer is lost.
    AfterPost(usize),
}

/// What a browser keeps of one run, and the tenant that it goes to.
#[derive(Default)]
pub(super) struct World {
    pub(super) tenant: Tenant,
    pub(super) kept: Option<Kept>,
    pub(super) seconds: u64,
    /// Whether what goes on is kept: a run, and not a list of the tenant.
    is_run: bool,
}

impl World {
    pub(super) fn now(&self) -> Now {
        Now {
            mono: NOON.mono + Duration::from_secs(self.seconds),
            wall: WallTime(NOON.wall.0 + 1_000 * i64::try_from(self.seconds).expect("a day")),
            ..NOON
        }
    }

    /// Drives a session to the end of its run, or until its page is lost.
    pub(super) fn drive(&mut self, session: &mut Session, crash: Crash) -> Vec<Event> {
        let mut events = Vec::new();
        let mut notes = 0;
        for _ in 0..100_000 {
            let now = self.now();
            let turn = session.poll(now);
            events.extend(session.news());
            let input = match turn {
                Turn::Finished => return events,
                Turn::Wait(until) => {
                    let wait = until
                        .expect("somebody is waited for")
                        .saturating_sub(now.mono);
                    self.seconds += wait.as_secs() + 1;
                    Input::Woke
                }
                Turn::Do(Step::Open(opening)) => self.open(*opening),
                Turn::Do(Step::Close(closing)) => {
                    self.kept.as_mut().expect("a run").closing = Some(*closing);
                    Input::Closed
                }
                Turn::Do(Step::Record(id, record)) => {
                    if !self.is_run {
                        Machine::handle(session, now, Input::Recorded(id));
                        continue;
                    }
                    self.kept.as_mut().expect("a run").records.push(record);
                    notes += 1;
                    if crash == Crash::AfterNote(notes) {
                        return events;
                    }
                    Input::Recorded(id)
                }
                Turn::Do(Step::NeedToken(_)) => Input::Token,
                Turn::Do(Step::Send(call, request)) => {
                    self.seconds += 1;
                    let reply = self.tenant.answer(&request);
                    let is_post = request.method == Method::Post;
                    if is_post && crash == Crash::AfterPost(self.tenant.posts) {
                        return events;
                    }
                    Input::Reply(call, reply)
                }
                Turn::Do(step) => panic!("{step:?}"),
            };
            Machine::handle(session, self.now(), input);
        }
        panic!("it never ends");
    }

    pub(super) fn open(&mut self, opening: Opening) -> Input {
        self.is_run = !matches!(opening, Opening::Check);
        match opening {
            Opening::Begin { header, input } => {
                self.kept = Some(Kept {
                    run: RunId("a".to_owned()),
                    header: *header,
                    input,
                    records: Vec::new(),
                    closing: None,
                });
            }
            Opening::Continue { run } => assert_eq!(run, self.kept().run),
            Opening::Check => return Input::Opened(Opened::default()),
            Opening::Unjournalled => panic!("a run that is kept"),
        }
        Input::Opened(Opened {
            run: Some(RunId("a".to_owned())),
            calls: Vec::new(),
        })
    }

    pub(super) fn kept(&self) -> Kept {
        self.kept.clone().expect("a run")
    }
}

/// Two rows a call, so that there are several.
pub(super) fn configured() -> Session {
    let limits = Limits {
        batch_items: 2,
        in_flight: 2,
        ..Limits::documented()
    };
    let configure = Command::Configure {
        api_base: "https://api.example".to_owned(),
        limits,
    };
    let mut session = Session::new();
    assert_eq!(session.handle(NOON, configure, None), []);
    session
}

pub(super) fn account() -> Account {
    Account {
        username: "ann@example.com".to_owned(),
        tenant_id: "tenant".to_owned(),
        account_id: "account".to_owned(),
    }
}

/// Ready, rejected, duplicate, refused, left out, a weaker hash and a range of two addresses.
pub(super) fn ready() -> Session {
    let mut session = configured();
    read(
        &mut session,
        "DomainName,one.example,Block,t,d,\n\
         DomainName,bad.example,Block,t,d,\n\
         DomainName,two.example,Block,t,d,2030-01-01T00:00:00Z\n\
         DomainName,ONE.example,Block,t,d,\n\
         DomainName,not one,Block,t,d,\n\
         Url,hxxps://left[.]example/a,Block,t,d,\n\
         Url,hxxps://three[.]example/b,Audit,t,d,\n\
         DomainName,old.example,Block,t,d,2020-01-01T00:00:00Z\n\
         IpAddress,198.51.100.0/31,Block,t,d,\n",
    );
    let (sha1, sha256) = ("ab".repeat(20), "cd".repeat(32));
    let hashes = format!("sha1,sha256,description\n{sha1},{sha256},d\n");
    read_file(&mut session, "hashes.csv", &hashes);
    let policy = Policy {
        hashes: Hashes::Strongest,
        ..Policy::default()
    };
    ask(&mut session, Command::SetPolicy(policy));
    for (row, fix) in [
        (5, Fix::LeaveOut),
        (7, Fix::ExpireIn { days: 30 }),
        (8, Fix::ExpandRange { cap: 16 }),
    ] {
        let scope = Scope::Row { row };
        ask(&mut session, Command::Fix { fix, scope });
    }
    session
}

pub(super) fn send() -> Command {
    Command::Send {
        account: account(),
        route: Route::Batches,
        unjournalled: false,
        as_listed: false,
    }
}

/// Begins the run in a page that is lost, if it is.
pub(super) fn begun(crash: Crash) -> (World, Session) {
    let mut world = World::default();
    let mut session = ready();
    told(&mut session, send());
    world.drive(&mut session, crash);
    (world, session)
}

pub(super) fn resume(session: &mut Session, world: &World, kept: Kept) -> Vec<Event> {
    session.resume(world.now(), kept, account())
}

pub(super) fn show(session: &mut Session, kept: Kept) -> Vec<Event> {
    session.show(NOON, kept)
}

pub(super) fn report(events: &[Event]) -> ReportSummary {
    let report = events.iter().find_map(|event| match event {
        Event::Report(report) => Some(report.as_ref().clone()),
        _ => None,
    });
    report.expect("a report")
}

/// What is true of a run however often it was interrupted.
pub(super) fn sums(report: &ReportSummary) -> impl PartialEq + std::fmt::Debug + use<> {
    let ReportSummary {
        run,
        account,
        api_base,
        started,
        counts,
        accepted,
        rejected,
        unconfirmed,
        not_sent,
        reasons,
        stopped,
        ..
    } = report.clone();
    let sums = [accepted, rejected, unconfirmed, not_sent];
    (
        run, account, api_base, started, counts, sums, reasons, stopped,
    )
}

/// Every row as the page shows it, and its outcome.
pub(super) fn all_rows(session: &mut Session) -> Vec<RowView> {
    rows(session, Filter::default()).rows
}

/// The rows of the report, but for the calls that carried them.
pub(super) fn reported(session: &mut Session) -> Vec<Value> {
    let file = session.files(ExportKind::ReportJson).next();
    let file = file.expect("a report");
    let report: Value = serde_json::from_slice(&file.bytes).expect("JSON");
    let kept = [
        "file",
        "line",
        "type",
        "value",
        "given",
        "action",
        "verdict",
        "outcome",
        "reason",
        "id",
        "failureReason",
        "changes",
        "findings",
    ];
    let rows = report["rows"].as_array().expect("rows").iter();
    let of = |row: &Value| kept.iter().map(|name| row[*name].clone()).collect();
    rows.map(of).collect()
}
