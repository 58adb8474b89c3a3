//! The manage port: what tests ask and arrange behind the API's back.
//!
//! JSON on loopback, without a token. A request whose `Host` or `Origin` is not this computer's is
//! refused, so that a page of the web cannot reach it through the user's browser.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Query, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{
    entity::Stamp,
    shape::text,
    shared::Shared,
    sign_in::{Account, Grant},
};

type Answer = Result<Json<Value>, (StatusCode, Json<Value>)>;

/// The routes of the manage port.
pub(crate) fn routes(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/state", get(state))
        .route("/reset", post(reset))
        .route("/seed", post(seed))
        .route("/token", post(token))
        .route("/faults", get(show_faults).post(set_faults))
        .fallback(unknown)
        // A full tenant is seeded in one request.
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn(local_only))
        .with_state(shared)
}

async fn local_only(request: Request, next: Next) -> Response {
    if is_local(request.headers()) {
        return next.run(request).await;
    }
    let message = "the manage port answers this computer only";
    (StatusCode::FORBIDDEN, Json(json!({"error": message}))).into_response()
}

fn is_local(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or(""));
    let host = text(header::HOST).is_none_or(|host| crate::is_loopback(&format!("http://{host}")));
    host && text(header::ORIGIN).is_none_or(crate::is_loopback)
}

async fn unknown() -> (StatusCode, Json<Value>) {
    let known = "GET /state, POST /reset, POST /seed, POST /token, GET and POST /faults";
    let error = json!({"error": "no such path", "known": known});
    (StatusCode::NOT_FOUND, Json(error))
}

#[derive(Deserialize)]
struct Asked {
    values: Option<String>,
}

async fn state(State(shared): State<Arc<Shared>>, Query(asked): Query<Asked>) -> Response {
    let values = asked.values.is_some_and(|values| values == "1");
    let mut store = shared.store();
    store.tenant.expire(shared.clock.now_ms());
    let state = Snapshot {
        api: &shared.addresses.api,
        indicators: store.tenant.entities().collect(),
        calls: store.calls.list(values),
    };
    Json(state).into_response()
}

#[derive(serde::Serialize)]
struct Snapshot<'a> {
    api: &'a str,
    indicators: Vec<&'a crate::entity::Entity>,
    calls: Vec<crate::calls::Call>,
}

async fn reset(State(shared): State<Arc<Shared>>) -> Json<Value> {
    shared.store().reset();
    Json(json!({}))
}

async fn seed(State(shared): State<Arc<Shared>>, body: String) -> Answer {
    let items: Vec<Map<String, Value>> = read(&body)?;
    for (index, item) in items.iter().enumerate() {
        let missing = ["indicatorType", "indicatorValue", "action"]
            .into_iter()
            .find(|name| text(item, name).is_empty());
        if let Some(name) = missing {
            return Err(bad(&format!(
                "entity {index} lacks {name}; nothing was seeded"
            )));
        }
    }
    let stamp = Stamp {
        by: Account::Analyst.upn(),
        now_ms: shared.clock.now_ms(),
    };
    let mut store = shared.store();
    for item in &items {
        store.tenant.seed(item, &stamp);
    }
    Ok(Json(json!({"seeded": items.len()})))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    account: Option<String>,
    /// The id of an application that calls by itself, in place of an account.
    app: Option<String>,
    seconds: Option<i64>,
    audience: Option<String>,
    scope: Option<String>,
}

async fn token(State(shared): State<Arc<Shared>>, body: String) -> Answer {
    let wanted: Wanted = read(&body)?;
    let default = shared.store().faults.token_seconds;
    let seconds = wanted.seconds.unwrap_or(default);
    let now_ms = shared.clock.now_ms();
    let token = match (wanted.account, wanted.app) {
        (None, Some(app)) => shared.sign_in.application_token(&app, seconds, now_ms),
        (Some(name), None) => {
            let grant = Grant {
                account: account(&name)?,
                audience: wanted.audience,
                scope: wanted.scope,
                seconds,
            };
            shared.sign_in.access_token(&grant, now_ms)
        }
        _ => return Err(bad("say for which account, or for which app")),
    };
    Ok(Json(json!({"token": token})))
}

fn account(name: &str) -> Result<Account, (StatusCode, Json<Value>)> {
    let known = "analyst, reader, unassigned";
    Account::named(name).ok_or_else(|| bad(&format!("no account {name}; there are {known}")))
}

async fn show_faults(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!(shared.store().faults))
}

async fn set_faults(State(shared): State<Arc<Shared>>, body: String) -> Answer {
    let changes: Map<String, Value> = read(&body)?;
    let mut store = shared.store();
    store.faults = store.faults.with(changes).map_err(|error| bad(&error))?;
    Ok(Json(json!(store.faults)))
}

fn read<'a, T: Deserialize<'a>>(body: &'a str) -> Result<T, (StatusCode, Json<Value>)> {
    serde_json::from_str(body).map_err(|error| bad(&error.to_string()))
}

fn bad(message: &str) -> (StatusCode, Json<Value>) {
    (StatusCode::BAD_REQUEST, Json(json!({"error": message})))
}
