//! A model of the service: what it holds, how it counts calls, and what goes wrong.
//!
//! Written from Microsoft's pages and not from the engine: it reads the bodies by itself and counts
//! arrivals in a sliding span.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use ioculate_core::{
    clock::Instant,
    import::{Method, Request},
};
use serde_json::{Value, json};

use crate::world::{Answer, Server};

/// What goes wrong with one `POST`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Nothing,
    /// 429 with `Retry-After` in seconds, or without.
    TooMany(Option<u32>),
    /// The status, and whether the call was carried out.
    Failed(u16, bool),
    /// No answer, and whether the call was carried out.
    Lost(bool),
    /// Carried out; the answer's body is cut short.
    Cut,
    /// Carried out; the results come in another order.
    Shuffled,
    /// Carried out; the last result is missing.
    Missing,
    /// Carried out; the values come back in upper case.
    Loud,
    /// The token is refused from now on, until it is renewed.
    TokenGone,
}

/// The service.
pub(crate) struct Model {
    /// Import calls and single calls that it takes in any minute.
    pub(crate) quotas: [usize; 2],
    /// What goes wrong, one `POST` after another; then nothing does.
    pub(crate) faults: Vec<Fault>,
    /// Values that fail as items.
    pub(crate) bad_items: BTreeSet<String>,
    /// Values that have their whole batch refused.
    pub(crate) poison: BTreeSet<String>,
    /// The indicators by type, value and action, with their ids.
    pub(crate) held: BTreeMap<[String; 3], u32>,
    /// When import calls arrived.
    pub(crate) arrivals: Vec<Instant>,
    /// When calls of the single class arrived, lists included.
    pub(crate) singles: Vec<Instant>,
    /// Calls beyond the quota.
    pub(crate) overruns: u32,
    /// `POST`s so far.
    pub(crate) posts: usize,
    /// Tokens of an older generation are refused.
    pub(crate) oldest_good_token: u32,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            quotas: [30, 100],
            faults: Vec::new(),
            bad_items: BTreeSet::new(),
            poison: BTreeSet::new(),
            held: BTreeMap::new(),
            arrivals: Vec::new(),
            singles: Vec::new(),
            overruns: 0,
            posts: 0,
            oldest_good_token: 0,
        }
    }
}

const MINUTE: Duration = Duration::from_mins(1);

impl Server for Model {
    fn arrive(&mut self, at: Instant, token: u32, request: &Request) -> Answer {
        let import = request.path == "/api/indicators/import";
        let (log, quota) = if import {
            (&mut self.arrivals, self.quotas[0])
        } else {
            (&mut self.singles, self.quotas[1])
        };
        log.push(at);
        if log.iter().filter(|then| **then + MINUTE >= at).count() > quota {
            self.overruns += 1;
        }
        if request.method == Method::Get {
            return http(200, &json!({ "value": [] }));
        }
        let fault = self
            .faults
            .get(self.posts)
            .copied()
            .unwrap_or(Fault::Nothing);
        self.posts += 1;
        if fault == Fault::TokenGone {
            self.oldest_good_token = token + 1;
        }
        if token < self.oldest_good_token {
            return Answer::Http(401, Vec::new(), Vec::new());
        }
        self.post(fault, import, request.body.as_deref().unwrap_or_default())
    }
}

impl Model {
    fn post(&mut self, fault: Fault, import: bool, body: &[u8]) -> Answer {
        let body: Value = serde_json::from_slice(body).expect("the engine sends JSON");
        let items = if import {
            body["Indicators"].as_array().expect("a batch").clone()
        } else {
            vec![body]
        };
        match fault {
            Fault::TooMany(after) => return too_many(after),
            Fault::Failed(status, false) => return error(status, "InternalServerError"),
            Fault::Lost(false) => return Answer::Lost(None),
            _ => {}
        }
        if items.iter().any(|item| self.poison.contains(value(item))) {
            return error(400, "InvalidRequestBody");
        }
        let mut results: Vec<Value> = items.iter().map(|item| self.submit(item)).collect();
        match fault {
            Fault::Failed(status, true) => return error(status, "InternalServerError"),
            Fault::Lost(true) => return Answer::Lost(None),
            Fault::Shuffled => results.reverse(),
            Fault::Missing => drop(results.pop()),
            Fault::Loud => results.iter_mut().for_each(loud),
            _ => {}
        }
        let answer = match (import, results.first()) {
            (false, Some(result)) if result["isFailed"] == true => {
                return error(400, "InvalidInput");
            }
            (false, Some(result)) => {
                json!({ "id": result["id"], "indicatorValue": result["indicator"] })
            }
            _ => json!({ "value": results }),
        };
        let mut answer = answer.to_string().into_bytes();
        if fault == Fault::Cut {
            answer.truncate(answer.len() / 2);
        }
        Answer::Http(200, Vec::new(), answer)
    }

    fn submit(&mut self, item: &Value) -> Value {
        let value = value(item);
        if self.bad_items.contains(value) {
            return json!({ "id": null, "indicator": value, "isFailed": true, "failureReason": "No." });
        }
        let id = self.held.len() as u64;
        let key = ["indicatorType", "indicatorValue", "action"]
            .map(|name| item[name].as_str().unwrap_or_default().to_owned());
        let id = *self
            .held
            .entry(key)
            .or_insert(u32::try_from(id).expect("few"));
        json!({ "id": id.to_string(), "indicator": value, "isFailed": false, "failureReason": null })
    }

    /// Whether the tenant holds this value.
    pub(crate) fn holds(&self, value: &str) -> bool {
        self.held.keys().any(|[_, held, _]| held == value)
    }
}

fn value(item: &Value) -> &str {
    item["indicatorValue"].as_str().expect("a value")
}

fn loud(result: &mut Value) {
    let echo = result["indicator"]
        .as_str()
        .unwrap_or_default()
        .to_uppercase();
    result["indicator"] = echo.into();
}

pub(crate) fn http(status: u16, body: &Value) -> Answer {
    Answer::Http(status, Vec::new(), body.to_string().into_bytes())
}

pub(crate) fn error(status: u16, code: &str) -> Answer {
    http(
        status,
        &json!({ "error": { "code": code, "message": "Said so.", "target": "t-1" } }),
    )
}

pub(crate) fn too_many(after: Option<u32>) -> Answer {
    let headers = after.map(|seconds| ("retry-after", seconds.to_string()));
    let body = json!({ "error": { "code": "TooManyRequests", "message": "Slow down." } });
    Answer::Http(
        429,
        headers.into_iter().collect(),
        body.to_string().into_bytes(),
    )
}
