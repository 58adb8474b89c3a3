//! A model of the service: how it counts calls, what it answers, and what goes wrong with it.
//!
//! Written from Microsoft's pages and not from the engine: it reads the bodies by itself and counts
//! arrivals in sliding spans.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    time::Duration,
};

use ioculate_core::{
    clock::Instant,
    import::{Method, Request},
    limits::{Limits, Quota},
    plan::Endpoint,
};
use serde_json::{Value, json};

use super::{
    faults::{Class, Garble, GetFault, PostFault, Wait},
    tenant::{Key, Tenant, key},
};
use crate::{
    server::{error, too_many},
    world::{Answer, START},
};

/// A call on its way.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) request: Request,
    /// The generation of its token.
    pub(crate) token: u32,
    /// The run that it belongs to.
    pub(crate) run: u32,
}

impl Call {
    /// Whose quota it uses.
    pub(crate) fn class(&self) -> Endpoint {
        match self.request.path.as_str() {
            "/api/indicators/import" => Endpoint::Import,
            "/api/indicators/BatchDelete" => Endpoint::Delete,
            _ => Endpoint::Single,
        }
    }

    /// Whether it lists the tenant, and does not only ask whether it may.
    pub(crate) fn is_list(&self) -> bool {
        self.request.method == Method::Get && !self.request.path.ends_with("?$top=1")
    }

    /// Whether it asks for the list's first page.
    pub(crate) fn begins_a_list(&self) -> bool {
        self.is_list() && !self.request.path.contains("skip=")
    }

    /// What it submits.
    pub(crate) fn items(&self) -> Vec<Value> {
        let Some(body) = &self.request.body else {
            return Vec::new();
        };
        let body: Value = serde_json::from_slice(body).expect("the engine sends JSON");
        match self.class() {
            Endpoint::Import => body["Indicators"].as_array().expect("a batch").clone(),
            Endpoint::Single => vec![body],
            Endpoint::Delete => Vec::new(),
        }
    }

    /// The ids of what it takes away.
    pub(crate) fn ids(&self) -> Vec<String> {
        if self.class() != Endpoint::Delete {
            return Vec::new();
        }
        let body = self.request.body.as_deref().unwrap_or_default();
        let body: Value = serde_json::from_slice(body).expect("the engine sends JSON");
        let ids = body["IndicatorIds"].as_array().expect("ids").iter();
        ids.map(|id| id.as_str().expect("an id").to_owned())
            .collect()
    }
}

/// Until when an answer asks to wait.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Asked {
    /// So long from when it is heard.
    For(Duration),
    /// Until then, in truth.
    Until(Instant),
    /// Until the page's clock shows what ours does then.
    Shown(Instant),
}

#[derive(Clone, Copy, Debug)]
struct Arrival {
    at: Instant,
    /// `None` of a colleague, and of whoever could not be known of.
    run: Option<u32>,
}

/// One class of endpoints as the service counts it.
#[derive(Debug)]
struct Counter {
    quotas: Vec<Quota>,
    arrivals: Vec<Arrival>,
}

impl Counter {
    /// Counts an arrival; whether it is one too many, and whether our own calls alone make it so.
    fn count(&mut self, at: Instant, run: Option<u32>) -> (bool, bool) {
        self.arrivals.push(Arrival { at, run });
        let (mut over, mut alone) = (false, false);
        for quota in &self.quotas {
            let counted = self
                .arrivals
                .iter()
                .filter(|past| past.at + quota.per >= at);
            let (ours, all) = counted.fold((0, 0), |(ours, all), past| {
                (ours + u32::from(past.run.is_some()), all + 1)
            });
            over |= all > quota.calls;
            alone |= ours > quota.calls;
        }
        (over, alone && run.is_some())
    }
}

#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) tenant: Tenant,
    import: Counter,
    single: Counter,
    delete: Counter,
    pub(crate) posts: VecDeque<PostFault>,
    pub(crate) gets: VecDeque<GetFault>,
    /// Whether its own 429 says how long to wait.
    pub(crate) says_when: Option<Wait>,
    /// The token that sign-in gives.
    pub(crate) token: u32,
    /// Tokens of an older generation are refused.
    pub(crate) oldest_good_token: u32,
    /// Our calls beyond a quota, colleagues left aside.
    pub(crate) overdrawn: u32,
    pub(crate) struck: BTreeSet<Class>,
    /// What was in a call whose answer a fault kept back or spoilt, and in none since.
    pub(crate) wronged: BTreeSet<Key>,
    /// What ever was in such a call.
    pub(crate) doubted: BTreeSet<Key>,
    /// Whether the last list was kept back or spoilt.
    pub(crate) hides_its_list: bool,
    /// The most items of one page.
    pub(crate) page: usize,
    /// Runs of which nothing is known where a run file was opened.
    strangers: BTreeSet<u32>,
    /// The rows for whose sake indicators go away, by their ids.
    pub(crate) rows: BTreeMap<String, Key>,
    /// What the last list showed.
    pub(crate) shown: BTreeSet<Key>,
    /// Until when the last answer asks to wait.
    pub(crate) asked: Option<Asked>,
    now: Instant,
}

impl Service {
    pub(crate) fn new(tenant: Tenant, import: Vec<Quota>, single: Vec<Quota>) -> Self {
        let counter = |quotas| Counter {
            quotas,
            arrivals: Vec::new(),
        };
        Self {
            tenant,
            import: counter(import),
            single: counter(single),
            delete: counter(Limits::documented().delete),
            posts: VecDeque::new(),
            gets: VecDeque::new(),
            says_when: None,
            token: 0,
            oldest_good_token: 0,
            overdrawn: 0,
            struck: BTreeSet::new(),
            wronged: BTreeSet::new(),
            doubted: BTreeSet::new(),
            hides_its_list: false,
            page: 10_000,
            strangers: BTreeSet::new(),
            rows: BTreeMap::new(),
            shown: BTreeSet::new(),
            asked: None,
            now: Duration::ZERO,
        }
    }

    fn counter(&mut self, class: Endpoint) -> &mut Counter {
        match class {
            Endpoint::Import => &mut self.import,
            Endpoint::Single => &mut self.single,
            Endpoint::Delete => &mut self.delete,
        }
    }

    /// A run is gone on with in another browser, where nobody knows of those before it.
    pub(crate) fn moves(&mut self, run: u32) {
        self.strangers.extend(0..run);
        for counter in [&mut self.import, &mut self.single, &mut self.delete] {
            for past in &mut counter.arrivals {
                past.run = past.run.filter(|of| *of >= run);
            }
        }
    }

    /// Somebody else calls with the same registration.
    pub(crate) fn colleague(&mut self, at: Instant, class: Endpoint) {
        self.counter(class).count(at, None);
        self.struck.insert(Class::Colleagues);
    }

    /// A call of ours arrives.
    pub(crate) fn arrive(&mut self, at: Instant, call: &Call) -> Answer {
        (self.now, self.tenant.now) = (at, at);
        let run = Some(call.run).filter(|run| !self.strangers.contains(run));
        let (over, alone) = self.counter(call.class()).count(at, run);
        self.overdrawn += u32::from(alone);
        if call.token < self.oldest_good_token {
            return self.refused(call, Answer::Http(401, Vec::new(), Vec::new()));
        }
        if over {
            self.wrong(call, true);
            let answer = self.slow_down(self.says_when);
            return self.refused(call, answer);
        }
        match call.request.method {
            Method::Get => self.get(call),
            Method::Post => self.post(call),
        }
    }

    /// Whether one of these has struck.
    pub(crate) fn any_struck(&self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.struck.contains(class))
    }

    /// Notes whether a fault struck a call.
    pub(crate) fn wrong(&mut self, call: &Call, is_wronged: bool) {
        if call.is_list() {
            self.hides_its_list = is_wronged;
        }
        let keys = call.items();
        let ids = call.ids();
        // What is to go away is wronged as the row is for whose sake.
        let rows = ids.iter().filter_map(|id| self.rows.get(id).cloned());
        let keys: Vec<Key> = keys.iter().map(key).chain(rows).collect();
        for key in keys {
            if is_wronged {
                self.wronged.insert(key.clone());
                self.doubted.insert(key);
            } else {
                self.wronged.remove(&key);
            }
        }
    }

    /// The call's items are told no.
    fn refused(&mut self, call: &Call, answer: Answer) -> Answer {
        self.tenant.refuse(&call.items());
        answer
    }

    /// 429, with what it says of how long to wait. Dates are of whole seconds.
    fn slow_down(&mut self, wait: Option<Wait>) -> Answer {
        let mut answer = too_many(None);
        let (Answer::Http(_, headers, _), Some(wait)) = (&mut answer, wait) else {
            return answer;
        };
        let then = |seconds: u32| (self.now + Duration::from_secs(seconds.into())).as_millis();
        let whole = |millis: u128| u64::try_from(millis.div_ceil(1_000)).unwrap_or(u64::MAX);
        let until = |seconds| Duration::from_secs(whole(then(seconds)));
        let (text, asked) = match wait {
            Wait::Seconds(seconds) => {
                let span = Duration::from_secs(seconds.into());
                (seconds.to_string(), Asked::For(span))
            }
            Wait::Dated(seconds) => {
                headers.push(("date", http_date(self.now)));
                let until = until(seconds);
                (http_date(until), Asked::Until(until))
            }
            Wait::DateAlone(seconds) => {
                let until = until(seconds);
                (http_date(until), Asked::Shown(until))
            }
        };
        headers.push(("retry-after", text));
        self.asked = Some(asked);
        answer
    }

    fn no_token(&mut self, call: &Call) -> Answer {
        self.oldest_good_token = self.token + 1;
        self.struck.insert(Class::TokenGone);
        self.refused(call, Answer::Http(401, Vec::new(), Vec::new()))
    }

    fn get(&mut self, call: &Call) -> Answer {
        let fault = self.gets.pop_front().unwrap_or(GetFault::Nothing);
        self.wrong(call, fault != GetFault::Nothing);
        if fault != GetFault::Nothing && call.is_list() {
            self.struck.insert(Class::ListFails);
        }
        if let GetFault::TooMany(Some(wait)) = fault {
            self.struck.insert(wait.class());
        }
        let list = self.list(call);
        let mut page = list.to_string().into_bytes();
        match fault {
            GetFault::TooMany(after) => return self.slow_down(after),
            GetFault::Failed(status) => return error(status, "InternalServerError"),
            GetFault::Lost => return Answer::Lost(None),
            GetFault::TokenGone => return self.no_token(call),
            GetFault::Cut => page.truncate(page.len() / 2),
            GetFault::NotJson => page = b"<html>busy</html>".to_vec(),
            GetFault::Nothing => {}
        }
        Answer::Http(200, Vec::new(), page)
    }

    fn list(&mut self, call: &Call) -> Value {
        let path = call.request.path.as_str();
        let option = |name: &str| {
            let (_, query) = path.split_once('?')?;
            let found = query.split('&').find_map(|part| part.strip_prefix(name))?;
            found.parse::<usize>().ok()
        };
        let skip = option("$skip=").or(option("%24skip=")).unwrap_or(0);
        let top = option("$top=").or(option("%24top=")).unwrap_or(self.page);
        let top = top.min(self.page);
        let items = self.tenant.page(skip, top);
        if call.is_list() {
            if skip == 0 {
                self.shown.clear();
            }
            self.shown.extend(items.iter().map(key));
        }
        let next = skip + items.len();
        let in_all = self.tenant.listed_in_all();
        if call.is_list() && in_all < self.tenant.held.len() && self.tenant.is_full() {
            self.struck.insert(Class::StaleList);
        }
        let mut page = json!({ "value": items });
        if next < in_all && top > 1 {
            page["@odata.nextLink"] =
                format!("https://api.example/api/indicators?$top={top}&$skip={next}").into();
        }
        page
    }

    fn post(&mut self, call: &Call) -> Answer {
        let fault = self.posts.pop_front().unwrap_or(PostFault::Nothing);
        self.wrong(call, fault != PostFault::Nothing);
        self.struck.extend(fault.class());
        match fault {
            PostFault::TooMany(after) => {
                let answer = self.slow_down(after);
                return self.refused(call, answer);
            }
            PostFault::Forbidden(status) => {
                return self.refused(call, error(status, "Forbidden"));
            }
            PostFault::TokenGone => return self.no_token(call),
            PostFault::Failed(status, false) => return error(status, "InternalServerError"),
            PostFault::Lost(false) => return Answer::Lost(None),
            _ => {}
        }
        if call.class() == Endpoint::Delete {
            return self.delete(call, fault);
        }
        let items = call.items();
        if self.tenant.refuses(&items) {
            self.struck.insert(Class::Poison);
            return self.refused(call, error(400, "InvalidRequestBody"));
        }
        let was_full = self.tenant.is_full();
        let submit = |item| self.tenant.submit(call.run, item);
        let results: Vec<Value> = items.iter().map(submit).collect();
        self.note_results(&results, was_full);
        match fault {
            PostFault::Failed(status, _) => error(status, "InternalServerError"),
            PostFault::Lost(_) => Answer::Lost(None),
            PostFault::Told(garble) => garbled(call, results, Some(garble)),
            _ => garbled(call, results, None),
        }
    }

    /// All of them or none (the page does not say): 204, or 200 as was seen.
    fn delete(&mut self, call: &Call, fault: PostFault) -> Answer {
        let is_done = self.tenant.delete(&call.ids());
        match fault {
            PostFault::Failed(status, _) => return error(status, "InternalServerError"),
            PostFault::Lost(_) => return Answer::Lost(None),
            PostFault::Told(Garble::NotJson) => {
                return Answer::Http(200, Vec::new(), b"<html>sign in</html>".to_vec());
            }
            PostFault::Told(_) if is_done => return Answer::Http(200, Vec::new(), Vec::new()),
            _ => {}
        }
        if is_done {
            Answer::Http(204, Vec::new(), Vec::new())
        } else {
            error(404, "ResourceNotFound")
        }
    }

    fn note_results(&mut self, results: &[Value], was_full: bool) {
        if results.iter().any(|result| result["isFailed"] == true) {
            self.struck.insert(Class::ItemsFailed);
            if was_full {
                self.struck.insert(Class::QuotaFull);
            }
        }
    }
}

/// A date as servers send it (RFC 9110, section 5.6.7).
fn http_date(at: Instant) -> String {
    let since = START.0 / 1_000 + i64::try_from(at.as_secs()).unwrap_or(i64::MAX);
    let at = jiff::Timestamp::from_second(since).expect("a date of this century");
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// The answer to a `POST`, with what is wrong with it.
fn garbled(call: &Call, mut results: Vec<Value>, garble: Option<Garble>) -> Answer {
    if call.class() == Endpoint::Single {
        if results[0]["isFailed"] == true {
            return error(400, "InvalidInput");
        }
    } else if let Some(garble) = garble {
        garble_results(&mut results, garble);
    }
    let answer = match call.class() {
        Endpoint::Import => json!({ "value": results }),
        Endpoint::Single | Endpoint::Delete => {
            json!({ "id": results[0]["id"], "indicatorValue": results[0]["indicator"] })
        }
    };
    let mut body = answer.to_string().into_bytes();
    match garble {
        Some(Garble::Cut) => body.truncate(body.len() / 2),
        Some(Garble::NotJson) => body = b"<html>sign in</html>".to_vec(),
        _ => {}
    }
    Answer::Http(200, Vec::new(), body)
}

fn garble_results(results: &mut Vec<Value>, garble: Garble) {
    match garble {
        Garble::Missing => drop(results.pop()),
        Garble::Extra => results.push(
            json!({ "id": "9", "indicator": "stranger.example", "isFailed": false, "failureReason": null }),
        ),
        Garble::Double => results.push(results[0].clone()),
        Garble::Shuffled => results.reverse(),
        Garble::Mistyped => results.iter_mut().for_each(mistype),
        Garble::NoEcho => results.iter_mut().for_each(|result| {
            result.as_object_mut().map(|fields| fields.remove("indicator"));
        }),
        Garble::Loud => results.iter_mut().for_each(|result| {
            let echo = result["indicator"].as_str().unwrap_or_default();
            result["indicator"] = echo.to_uppercase().into();
        }),
        Garble::Cut | Garble::NotJson => {}
    }
}

fn mistype(result: &mut Value) {
    let failed = result["isFailed"] == true;
    result["isFailed"] = if failed { "True" } else { "false" }.into();
    let id = result["id"].as_str().and_then(|id| id.parse::<u64>().ok());
    result["id"] = id.into();
}
