//! What the session knows of the tenant: listed, shown, exported, and no longer good.

mod listing;
mod rows;

use serde_json::{Value, json};

use super::*;
use crate::{
    host::{Machine, Turn},
    import::{CallId, Method, Request, Step},
    journal::{NotOpened, Opened, Opening, Route},
    wire::{self, Reply},
};

fn account(id: &str) -> Account {
    Account {
        username: "Ann@contoso.example".to_owned(),
        tenant_id: "tenant".to_owned(),
        account_id: id.to_owned(),
    }
}

fn list() -> Command {
    Command::ListTenant {
        account: account("ann"),
    }
}

fn send(id: &str) -> Command {
    Command::Send {
        account: account(id),
        route: Route::Batches,
        unjournalled: false,
        as_listed: false,
    }
}

fn item(id: &str, kind: &str, value: &str, action: &str) -> Value {
    json!({
        "id": id, "indicatorValue": value, "indicatorType": kind, "action": action, "title": value,
        "description": "d", "createdBy": "ann@contoso.example",
    })
}

fn with(mut item: Value, fields: &Value) -> Value {
    let fields = fields.as_object().expect("an object").clone();
    item.as_object_mut().expect("an object").extend(fields);
    item
}

/// Eleven indicators, a foreign one and one object that says nothing.
fn held() -> Vec<Value> {
    let (md5, sha1, sha256) = ("a".repeat(32), "b".repeat(40), "c".repeat(64));
    let dropper = json!({"title": "Dropper", "description": "one file"});
    let feed = json!({"title": "Feed", "description": "many files"});
    vec![
        with(
            item("1", "DomainName", "b.example", "Block"),
            &json!({
                "severity": "High", "expirationTime": "2026-11-21T18:00:00Z",
                "creationTimeDateTimeUtc": "2026-01-02T00:00:00Z", "rbacGroupNames": ["b", "a"],
            }),
        ),
        with(
            item("2", "DomainName", "A.example", "Audit"),
            &json!({"createdBy": "7c0f", "createdByDisplayName": "Feeder", "title": "Zebra"}),
        ),
        item("3", "DomainName", "a.example", "Allowed"),
        with(
            item("4", "Url", "http://a.example", "Warn"),
            &json!({"expirationTime": "2026-11-25T00:00:00Z", "createdBy": "bob@contoso.example"}),
        ),
        with(
            item("5", "IpAddress", "192.0.2.1", "Block"),
            &json!({"expirationTime": "2026-11-01T00:00:00Z", "id": null}),
        ),
        with(item("6", "FileMd5", &md5, "Block"), &dropper),
        with(item("7", "FileSha1", &sha1, "Block"), &dropper),
        with(item("8", "FileSha1", &sha1, "Audit"), &dropper),
        with(item("9", "FileSha256", &sha256, "Block"), &feed),
        with(item("10", "FileSha1", &"d".repeat(40), "Block"), &feed),
        with(item("11", "FileSha1", &"e".repeat(40), "Block"), &feed),
        item("12", "WebCategory", "Gambling", "Block"),
        json!({"id": "13"}),
    ]
}

/// A service that holds these and takes what it is sent; pages have so many.
fn service(held: Vec<Value>, page: usize) -> impl FnMut(&Request) -> Reply {
    move |request| {
        let path = request.path.clone();
        let figure = |name: &str| {
            let (_, rest) = path.split_once(name)?;
            rest.split('&').next()?.parse::<usize>().ok()
        };
        let value: Vec<Value> = match &request.body {
            None => {
                let skip = figure("$skip=").unwrap_or(0);
                let top = figure("$top=").unwrap_or(page).min(page);
                held.iter().skip(skip).take(top).cloned().collect()
            }
            Some(body) => {
                let body: Value = serde_json::from_slice(body).expect("JSON");
                let sent = body["Indicators"].as_array().expect("a list").iter();
                sent.map(|item| json!({"id": "9", "indicator": item["indicatorValue"], "isFailed": false}))
                    .collect()
            }
        };
        let mut answer = json!({ "value": value });
        let end = figure("$skip=").unwrap_or(0) + value.len();
        if request.method == Method::Get && figure("$top=") != Some(1) && end < held.len() {
            answer["@odata.nextLink"] =
                json!(format!("https://x.example/?$top={page}&$skip={end}"));
        }
        wire::read(request.method, 200, |_| None, answer.to_string().as_bytes())
    }
}

/// A host with a virtual clock that answers a second after a call has left.
struct Host {
    now: Now,
    calls: Vec<String>,
    opened: usize,
    notes: usize,
    /// Why nothing may be opened.
    shut: Option<NotOpened>,
}

impl Host {
    fn new() -> Self {
        Self {
            now: NOON,
            calls: Vec::new(),
            opened: 0,
            notes: 0,
            shut: None,
        }
    }

    /// One step and what comes of it; says whether there is anything left to do. A call waits in
    /// `left` for an answer.
    fn step(&mut self, session: &mut Session, left: &mut Vec<(CallId, Request)>) -> bool {
        let input = match session.poll(self.now) {
            Turn::Finished => return false,
            Turn::Wait(until) => {
                if let Some(until) = until {
                    self.now.mono = until.max(self.now.mono);
                }
                return !(until.is_none() && left.is_empty());
            }
            Turn::Do(Step::Open(opening)) => {
                self.opened += 1;
                assert!(matches!(*opening, Opening::Check | Opening::Begin { .. }));
                match &self.shut {
                    Some(why) => Input::NotOpened(why.clone()),
                    None => Input::Opened(Opened::default()),
                }
            }
            Turn::Do(Step::Close(_)) => Input::Closed,
            Turn::Do(Step::Record(id, _)) => {
                self.notes += 1;
                Input::Recorded(id)
            }
            Turn::Do(Step::NeedToken(_)) => Input::Token,
            Turn::Do(Step::Send(call, request)) => {
                self.calls
                    .push(format!("{:?} {}", request.method, request.path));
                left.push((call, request));
                return true;
            }
            Turn::Do(step) => panic!("{step:?}"),
        };
        Machine::handle(session, self.now, input);
        true
    }

    /// Until a call has left.
    fn until_called(&mut self, session: &mut Session) -> (CallId, Request) {
        let mut left = Vec::new();
        while left.is_empty() {
            assert!(self.step(session, &mut left), "no call leaves");
        }
        left.remove(0)
    }

    fn drive(
        &mut self,
        session: &mut Session,
        mut answer: impl FnMut(&Request) -> Reply,
    ) -> Vec<Event> {
        let mut left = Vec::new();
        for _ in 0..100_000 {
            if !self.step(session, &mut left) {
                return session.news();
            }
            for (call, request) in left.drain(..) {
                self.now.mono += Duration::from_secs(1);
                self.now.wall.0 += 1_000;
                let reply = answer(&request);
                Machine::handle(session, self.now, Input::Reply(call, reply));
            }
        }
        panic!("it never ends");
    }
}

/// What is said of the tenant, in short.
fn states(events: &[Event]) -> Vec<String> {
    let said = events.iter().filter_map(|event| match event {
        Event::Tenant(TenantState::Unknown) => Some("unknown".to_owned()),
        Event::Tenant(TenantState::Listing { listed }) => Some(format!("listing {listed}")),
        Event::Tenant(TenantState::Known(sums)) => Some(format!(
            "known {}{}",
            sums.held,
            if sums.is_stale { " stale" } else { "" }
        )),
        Event::Tenant(TenantState::Failed { reason }) => Some(format!("failed {reason:?}")),
        _ => None,
    });
    said.collect()
}

fn sums(events: &[Event]) -> TenantSums {
    let found = events.iter().rev().find_map(|event| match event {
        Event::Tenant(TenantState::Known(sums)) => Some((**sums).clone()),
        _ => None,
    });
    found.expect("the tenant is known")
}

fn known() -> Session {
    let mut session = session();
    told(&mut session, list());
    Host::new().drive(&mut session, service(held(), 100));
    session
}

fn window(session: &mut Session, filter: TenantFilter, start: u32, count: u32) -> TenantWindow {
    let command = Command::TenantRows {
        filter,
        start,
        count,
    };
    match told(session, command).pop() {
        Some(Event::TenantWindow(window)) => window,
        other => panic!("{other:?}"),
    }
}
