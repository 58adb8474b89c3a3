//! One call to the API, and what became of it.
//!
//! The token stands in the `Authorization` header of this one request and nowhere else. A browser
//! does not say why a call failed; where a `GET` did, a second call without token or header, whose
//! answer may not be read, tells at least whether the host is there.

use std::time::Duration;

use gloo_net::http::{Method, Request, RequestBuilder, Response};
use ioculate_core::{import, session::Token};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode, RequestRedirect,
};

use crate::{base::ApiBase, clock};

/// After this long a call counts as lost. A browser has no separate limit for the connection.
pub const PATIENCE: Duration = Duration::from_secs(100);

/// After this long the question whether the host is there counts as answered with no.
const PROBE_PATIENCE: Duration = Duration::from_secs(10);

/// The list of indicators: it wants a token.
const PROBE_PATH: &str = "/api/indicators";

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// An HTTP response, read to its end.
    Response {
        /// The HTTP status.
        status: u16,
        /// The `Retry-After` header, where the API exposes it to pages.
        retry_after: Option<String>,
        /// The `Date` header, likewise.
        date: Option<String>,
        /// The body.
        body: Vec<u8>,
    },
    /// None that may be read. Whether the API took the call is unknown.
    Nothing {
        /// Whether the host answers at all, though not to this page; asked after a `GET` only.
        reachable: Option<bool>,
    },
    /// The call was not made: its address or its token cannot be sent.
    NotMade,
}

/// Sends `request` to `base` with `token`.
pub async fn send(base: &ApiBase, request: import::Request, token: &Token) -> Answer {
    let Some((address, bearer)) = base.address(&request.path).zip(bearer(token)) else {
        return Answer::NotMade;
    };
    let deadline = Deadline::new(PATIENCE);
    let builder = quiet(&address, &deadline)
        .mode(RequestMode::Cors)
        .header("Accept", "application/json")
        .header("Authorization", &bearer);
    let asks = request.method == import::Method::Get;
    match exchange(builder, request).await {
        Some(answer) => answer,
        None if asks => Answer::Nothing {
            reachable: Some(reachable(base).await),
        },
        None => Answer::Nothing { reachable: None },
    }
}

/// The whole exchange; `None` where it broke off anywhere.
async fn exchange(builder: RequestBuilder, request: import::Request) -> Option<Answer> {
    let sent = match (request.method, request.body) {
        (import::Method::Get, _) => builder.build(),
        (import::Method::Post, body) => builder
            .method(Method::POST)
            .header("Content-Type", "application/json")
            .body(js_sys::Uint8Array::from(
                body.unwrap_or_default().as_slice(),
            )),
    };
    let response: Response = sent.ok()?.send().await.ok()?;
    Some(Answer::Response {
        status: response.status(),
        retry_after: response.headers().get("Retry-After"),
        date: response.headers().get("Date"),
        body: response.binary().await.ok()?,
    })
}

/// Whether anything answers at the base. Neither a token nor a header of ours goes along, and the
/// answer cannot be read. The path is one that a host refuses without a token rather than redirects:
/// a browser allows this mode only where redirects are followed.
async fn reachable(base: &ApiBase) -> bool {
    let Some(address) = base.address(PROBE_PATH) else {
        return false;
    };
    let deadline = Deadline::new(PROBE_PATIENCE);
    let probe = quiet(&address, &deadline)
        .mode(RequestMode::NoCors)
        .redirect(RequestRedirect::Follow);
    probe.send().await.is_ok()
}

/// A GET that keeps to itself: no cookies, no cache, no redirect, no referrer.
fn quiet(address: &str, deadline: &Deadline) -> RequestBuilder {
    Request::get(address)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(deadline.signal().as_ref())
}

/// The header's value; `None` where the token holds what a header cannot.
fn bearer(token: &Token) -> Option<String> {
    let secret = token.secret();
    let sendable = !secret.is_empty() && secret.bytes().all(|byte| byte.is_ascii_graphic());
    sendable.then(|| format!("Bearer {secret}"))
}

/// Aborts a call when its time is over; dropped, it lets the call be.
struct Deadline {
    controller: Option<AbortController>,
    _timer: clock::Timer,
    _abort: Closure<dyn FnMut()>,
}

impl Deadline {
    fn new(patience: Duration) -> Self {
        let controller = AbortController::new().ok();
        let aborted = controller.clone();
        let abort = Closure::<dyn FnMut()>::new(move || {
            if let Some(controller) = &aborted {
                controller.abort();
            }
        });
        Self {
            _timer: clock::after(patience, abort.as_ref().unchecked_ref()),
            _abort: abort,
            controller,
        }
    }

    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }
}
