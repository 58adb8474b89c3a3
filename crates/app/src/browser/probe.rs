//! The questions of the connection check that the page itself asks: none of them holds a token, and none
//! goes elsewhere than where it is sent.

use std::{cell::Cell, pin::Pin};

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestInit, Response};

use super::{hear::Ear, later, window};
use crate::check::Served;

/// A host that takes longer than this, in milliseconds, counts as silent.
const PATIENCE_MS: u32 = 10_000;

/// For how long a browser may take to say what its policy has forbidden, in milliseconds.
const HEARD_MS: i32 = 15_000;

const POLICY: &str = "content-security-policy";

/// The script that the worker begins with.
const WORKER: &str = "worker-boot.js";

/// The page's address without what stands behind its path, and the browser's name for itself.
#[must_use]
pub fn here() -> Option<(String, String)> {
    let window = window()?;
    let location = window.location();
    let page = location.origin().ok()? + &location.pathname().ok()?;
    Some((page, window.navigator().user_agent().unwrap_or_default()))
}

/// Whether the browser says that it has a network.
#[must_use]
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// The policies that the page and its worker are served with now: the worker, which calls the API, goes by
/// that of its own script.
pub async fn served(page: &str) -> Served {
    let mut policies = Vec::new();
    for file in [page, WORKER] {
        let Some(response) = fetched(file, "same-origin", "same-origin", false).await else {
            return Served::Unread;
        };
        match response.headers().get(POLICY) {
            Ok(Some(policy)) if policies.contains(&policy) => {}
            Ok(Some(policy)) => policies.push(policy),
            Ok(None) => return Served::Nothing,
            Err(_) => return Served::Unread,
        }
    }
    Served::Policy(policies.join(", "))
}

/// Whether a host answers at all, readably or not: one that keeps its answers from other sites may still
/// let them be read where that is asked for.
pub async fn answers(address: &str) -> bool {
    fetched(address, "no-cors", "omit", false).await.is_some()
        || fetched(address, "cors", "omit", false).await.is_some()
}

/// The status that a call without a sign-in gets; `None` where it may not be read. Its empty header has
/// the browser ask first, as it does for the calls with a token.
pub async fn status(address: &str) -> Option<u16> {
    let response = fetched(address, "cors", "omit", true).await?;
    Some(response.status())
}

/// What a host answers, from no cache, and without being told where the page is.
fn fetched(
    address: &str,
    mode: &str,
    credentials: &str,
    asks_first: bool,
) -> Pin<Box<dyn Future<Output = Option<Response>>>> {
    let how = Object::new();
    let put = |object: &Object, name: &str, value: &JsValue| {
        // An object of ours takes everything.
        let _ = Reflect::set(object, &name.into(), value);
    };
    for (name, value) in [
        ("mode", mode),
        ("credentials", credentials),
        ("cache", "no-store"),
        ("referrerPolicy", "no-referrer"),
    ] {
        put(&how, name, &value.into());
    }
    if asks_first {
        let headers = Object::new();
        put(&headers, "Authorization", &"Bearer".into());
        put(&how, "headers", &headers);
    }
    let how: RequestInit = how.unchecked_into();
    how.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    let asked = window().map(|window| window.fetch_with_str_and_init(address, &how));
    Box::pin(async move {
        let response = JsFuture::from(asked?).await.ok()?;
        Some(response.unchecked_into())
    })
}

/// Says for a while which addresses the browser does not let the page call by its policy. A policy that
/// only reports is in the way of nothing.
pub fn watch_policy(broken: impl Fn(String) + 'static) {
    let ear = Ear::new("securitypolicyviolation", move |event| {
        let said = |name: &str| Reflect::get(&event, &name.into()).ok()?.as_string();
        let is = |name, wanted: &str| said(name).is_some_and(|it| it == wanted);
        if is("disposition", "enforce")
            && is("effectiveDirective", "connect-src")
            && let Some(blocked) = said("blockedURI")
        {
            broken(blocked);
        }
    });
    let ear = Cell::new(Some(ear));
    later(HEARD_MS, move || drop(ear.take()));
}
