//! The indicator API: from a request to its answer.
//!
//! Checks run in one order: preflight, path and verb, token (401), permission (403), rate (429),
//! then the body. Work is done under one lock; the latency of the switches comes after it, so that
//! an answer that is lost on the way leaves its indicators behind.

mod broken;
mod delete;
mod import;
mod list;
mod results;
mod route;
mod single;
mod trouble;

use std::{sync::Arc, time::Duration};

use axum::{
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    response::Response,
};
use serde_json::{Map, Value};

use crate::{
    calls::Outcome,
    cors,
    cut::Cut,
    envelope::{self, Refusal},
    faults::CorsMode,
    rate::Caller,
    shared::{Shared, Store},
    sign_in::Claims,
};
use route::{Endpoint, Route};
use trouble::Fate;

/// More than 500 indicators of any sensible size.
const LONGEST_BODY: usize = 64 * 1024 * 1024;

/// How often an answer that is held back is looked after.
const HELD_LOOK: Duration = Duration::from_millis(20);

/// Answers any request under `/api`.
pub(crate) async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let route = Route::of(parts.uri.path());
    let cut = parts.extensions.get::<ConnectInfo<Cut>>();
    let cut = cut.map(|ConnectInfo(cut)| cut.clone()).unwrap_or_default();
    let first = cut.is_first();
    if parts.method == Method::OPTIONS {
        let (mode, fresh) = manner(&shared);
        let allow = route.as_ref().map_or("GET", Route::allow);
        let mut response = cors::preflight(mode, &parts.headers, allow);
        close(fresh, &mut response);
        return response;
    }
    let number = arrive(&shared, &parts);
    let mut answer = match route {
        Some(route) => serve(&shared, &route, &parts, body, first).await,
        None => not_found().into(),
    };
    note(&shared, number, &mut answer);
    let response = deliver(&shared, &parts.headers, answer.response, answer.fate).await;
    if answer.fate.ends_the_connection() {
        cut.pull();
    }
    response
}

/// An answer and what the call log is told of it.
struct Answer {
    response: Response,
    values: Vec<String>,
    fate: Fate,
}

impl Answer {
    fn with(self, fate: Fate) -> Self {
        Self { fate, ..self }
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        refusal.answer().into()
    }
}

impl From<Response> for Answer {
    fn from(response: Response) -> Self {
        Self {
            response,
            values: Vec::new(),
            fate: Fate::Whole,
        }
    }
}

fn arrive(shared: &Shared, parts: &Parts) -> u64 {
    let now = shared.clock.now_ms();
    let path = parts.uri.path();
    shared
        .store()
        .calls
        .arrive(now, parts.method.as_str(), path)
}

fn note(shared: &Shared, number: u64, answer: &mut Answer) {
    let status = answer.response.status().as_u16();
    let outcome = Outcome {
        status: (answer.fate != Fate::Refused).then_some(status),
        values: std::mem::take(&mut answer.values),
        dropped: answer.fate.is_lost(),
        broken: matches!(answer.fate, Fate::Broken(_)),
    };
    shared.store().calls.complete(number, outcome);
}

/// The response as the client gets it, when it gets it.
async fn deliver(
    shared: &Shared,
    request: &HeaderMap,
    mut response: Response,
    fate: Fate,
) -> Response {
    if fate == Fate::Held {
        // Until the client gives up, which drops this.
        std::future::pending::<()>().await;
    }
    while fate == Fate::Delayed && shared.store().faults.hold_after > 0 {
        tokio::time::sleep(HELD_LOOK).await;
    }
    let latency = shared.store().faults.latency_ms;
    if latency > 0 {
        tokio::time::sleep(Duration::from_millis(latency)).await;
    }
    if let Fate::Broken(how) = fate {
        response = how.apply(response).await;
    }
    let (mode, fresh) = manner(shared);
    let form = shared.store().faults.retry_after;
    envelope::say_when(form, shared.clock.now_ms(), &mut response);
    cors::decorate(mode, request, &mut response);
    close(fresh, &mut response);
    response
}

/// How browsers are treated, and whether each call comes on a connection of its own.
fn manner(shared: &Shared) -> (CorsMode, bool) {
    let faults = &shared.store().faults;
    let drops = [
        faults.drop_after_commit_every,
        faults.drop_before_commit_every,
    ];
    (faults.cors, drops.into_iter().any(|every| every > 0))
}

/// Chromium quietly sends a request again when a connection that it used before ends without an
/// answer. Where answers are to be lost, no connection is used twice, and a loss that falls on one
/// from before the switch waits for the next.
fn close(fresh: bool, response: &mut Response) {
    if fresh {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
    }
}

async fn serve(shared: &Shared, route: &Route, parts: &Parts, body: Body, unused: bool) -> Answer {
    let Some(endpoint) = route.endpoint(&parts.method) else {
        return envelope::wrong_verb(route.allow()).into();
    };
    let claims = match admit(shared, &endpoint, &parts.headers) {
        Ok(claims) => claims,
        Err(refused) => return refused.into(),
    };
    if let Some(trouble) = trouble::before(&mut shared.store(), &endpoint, unused) {
        return trouble;
    }
    let body = match read_body(&endpoint, &parts.headers, body).await {
        Ok(body) => body,
        Err(refusal) => return refusal.into(),
    };
    let call = Call {
        by: claims.by(),
        now_ms: shared.clock.now_ms(),
        origin: shared.addresses.api.clone(),
    };
    let mut store = shared.store();
    store.tenant.expire(call.now_ms);
    let answer = match &endpoint {
        Endpoint::Import => import::answer(&mut store, &call, &body),
        Endpoint::Single => single::answer(&mut store, &call, &body),
        Endpoint::List => list::answer(&store, &call, parts.uri.query().unwrap_or_default()).into(),
        Endpoint::Delete(id) => delete::one(&mut store, id),
        Endpoint::BatchDelete => delete::batch(&mut store, &body),
    };
    trouble::after(&mut store, &endpoint, answer, unused)
}

/// Who calls, and when, and under which address.
struct Call {
    by: String,
    now_ms: u64,
    origin: String,
}

/// Checks token, permission and rate.
fn admit(shared: &Shared, endpoint: &Endpoint, headers: &HeaderMap) -> Result<Claims, Refusal> {
    let claims = shared
        .sign_in
        .verify(bearer(headers), shared.clock.now_ms())
        .map_err(|fault| unauthorized(&fault))?;
    if shared.store().faults.signed_out {
        return Err(unauthorized("The session that the token is of has ended."));
    }
    if !claims.may_write() {
        let message = "The token lacks the permission Ti.ReadWrite.";
        return Err(Refusal::new(StatusCode::FORBIDDEN, "Forbidden", message));
    }
    if shared.store().faults.disabled {
        let (code, message) = ("DisabledFeature", "The feature is switched off.");
        return Err(Refusal::new(StatusCode::FORBIDDEN, code, message));
    }
    let caller = Caller {
        app: claims.appid.clone(),
        tenant: claims.tid.clone(),
        class: endpoint.class(),
    };
    let now = shared.clock.now_ms();
    let mut store = shared.store();
    let others = store.faults.other_calls_per_minute;
    let wait = store.rate.admit(caller, now, others).err();
    match wait.or_else(|| throttled(&mut store, endpoint)) {
        Some(wait) => Err(too_many(wait)),
        None => Ok(claims),
    }
}

fn throttled(store: &mut Store, endpoint: &Endpoint) -> Option<u64> {
    let every = store.faults.throttle_every;
    (endpoint.writes() && store.counts.throttle.hit(every)).then_some(1)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ")
}

fn unauthorized(fault: &str) -> Refusal {
    Refusal::new(StatusCode::UNAUTHORIZED, "Unauthorized", fault)
}

fn not_found() -> Refusal {
    let message = "There is nothing at this path.";
    Refusal::new(StatusCode::NOT_FOUND, "NotFound", message)
}

fn too_many(wait: u64) -> Refusal {
    let message = format!("Too many calls; come again in {wait} s.");
    let status = StatusCode::TOO_MANY_REQUESTS;
    Refusal::new(status, "TooManyRequests", &message).retry_after(wait)
}

/// The JSON object that an endpoint with a body was sent.
async fn read_body(
    endpoint: &Endpoint,
    headers: &HeaderMap,
    body: Body,
) -> Result<Map<String, Value>, Refusal> {
    if !endpoint.has_body() {
        return Ok(Map::new());
    }
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Refusal::body("The content type must be application/json."));
    }
    let bytes = to_bytes(body, LONGEST_BODY)
        .await
        .map_err(|_| Refusal::body("The body is too long or was cut off."))?;
    match serde_json::from_slice(&bytes) {
        Ok(Value::Object(body)) => Ok(body),
        Ok(_) => Err(Refusal::body("The body must be a JSON object.")),
        Err(error) => Err(Refusal::body(&format!("The body is not JSON: {error}."))),
    }
}

/// The list under `name`, the only key that `body` may have.
fn only<'a>(body: &'a Map<String, Value>, name: &str) -> Result<&'a [Value], Refusal> {
    let Some(list) = body.get(name) else {
        let message = format!("The parameter {name} is missing.");
        return Err(Refusal::bad("MissingRequiredParameter", &message));
    };
    if let Some(other) = body.keys().find(|key| *key != name) {
        return Err(Refusal::body(&format!("{other} is no parameter.")));
    }
    let list = list.as_array().map(Vec::as_slice);
    list.ok_or_else(|| Refusal::body(&format!("{name} must be a list.")))
}
