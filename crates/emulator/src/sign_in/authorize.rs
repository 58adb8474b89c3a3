//! The authorize endpoint: who is it, and back to the page with a code or an error.
//!
//! As at Entra, a wrong application or redirect URI is told on the sign-in's own page and never sent
//! back; everything else goes back to the redirect URI.

use std::sync::Arc;

use axum::{
    Form as Posted,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use url::{Url, form_urlencoded};

use super::{Account, CLIENT_ID, Form, form, given, scope, token};
use crate::{random, shared::Shared};

const COOKIE: &str = "ioculate_demo_session";

/// `GET`: the login form, or straight back where the browser is signed in already.
pub(super) async fn ask(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    Query(query): Query<Form>,
    headers: HeaderMap,
) -> Response {
    if let Some(refused) = unacceptable(&shared, &tenant, &query) {
        return refused;
    }
    let known = session(&shared, &headers);
    match (known, given(&query, "prompt")) {
        (Some(account), "" | "none") => grant(&shared, &query, account),
        (None, "none") => {
            let text = "AADSTS50058: nobody is signed in, and the request forbids to ask.";
            back(
                &query,
                &[("error", "login_required"), ("error_description", text)],
            )
        }
        _ => form::page(&page_of(&query), &tenant, &query),
    }
}

/// Origin of the page that the answer goes back to, whose redirect URI is registered.
fn page_of(query: &Form) -> String {
    let redirect = Url::parse(given(query, "redirect_uri"));
    redirect.map_or(String::new(), |uri| uri.origin().ascii_serialization())
}

/// `POST`: what was chosen on the form.
pub(super) async fn chosen(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    Posted(query): Posted<Form>,
) -> Response {
    if let Some(refused) = unacceptable(&shared, &tenant, &query) {
        return refused;
    }
    match given(&query, "failure") {
        "" => {}
        "consent" => return back(&query, &CONSENT_MISSING),
        _ => return back(&query, &CANCELLED),
    }
    match Account::named(given(&query, "account")) {
        Some(Account::Unassigned) => back(&query, &NOT_ASSIGNED),
        Some(account) => signed_in(&shared, &query, account),
        None => form::fault(
            StatusCode::BAD_REQUEST,
            "AADSTS50034: there is no such account.",
        ),
    }
}

const CONSENT_MISSING: [(&str, &str); 2] = [
    ("error", "invalid_client"),
    (
        "error_description",
        "AADSTS65001: The user or administrator has not consented to use the application.",
    ),
];
const NOT_ASSIGNED: [(&str, &str); 2] = [
    ("error", "access_denied"),
    (
        "error_description",
        "AADSTS50105: The signed in user is not assigned to a role for the application.",
    ),
];
const CANCELLED: [(&str, &str); 2] = [("error", "access_denied"), ("error_subcode", "cancel")];

/// The refusal of a request that must not be sent back, or has no way to go on.
fn unacceptable(shared: &Shared, tenant: &str, query: &Form) -> Option<Response> {
    let bad = |text: &str| Some(form::fault(StatusCode::BAD_REQUEST, text));
    if let Some(refused) = super::other_tenant(tenant) {
        return Some(refused);
    }
    if given(query, "client_id") != CLIENT_ID {
        return bad("AADSTS700016: the application is not known in this tenant.");
    }
    let redirect = given(query, "redirect_uri");
    if !shared.sign_in.is_registered(redirect) {
        let text = "AADSTS50011: this redirect URI is not registered: ";
        return bad(&format!("{text}{redirect}"));
    }
    let fault = unusable(query)?;
    let (error, text) = &fault;
    Some(back(
        query,
        &[("error", error), ("error_description", text)],
    ))
}

/// What makes a request useless, as `error` and description.
fn unusable(query: &Form) -> Option<(&'static str, String)> {
    if given(query, "response_type") != "code" {
        let text = "AADSTS700054: the response type must be code.";
        return Some(("unsupported_response_type", text.to_owned()));
    }
    let challenge = given(query, "code_challenge");
    if challenge.is_empty() || given(query, "code_challenge_method") != "S256" {
        let text = "AADSTS9002325: Proof Key for Code Exchange with S256 is required.";
        return Some(("invalid_request", text.to_owned()));
    }
    let audience = scope::audience(given(query, "scope"));
    audience.err().map(|text| ("invalid_scope", text))
}

fn signed_in(shared: &Shared, query: &Form, account: Account) -> Response {
    let session = random::secret();
    let cookie = format!("{COOKIE}={session}; Path=/; HttpOnly; SameSite=Lax");
    shared.sign_in.issued().sessions.insert(session, account);
    with_cookie(grant(shared, query, account), &cookie)
}

/// Forgets the browser's session; the header value that clears its cookie.
pub(super) fn forget(shared: &Shared, headers: &HeaderMap) -> String {
    if let Some(session) = cookie(headers) {
        shared.sign_in.issued().sessions.remove(session);
    }
    format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
}

pub(super) fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn session(shared: &Shared, headers: &HeaderMap) -> Option<Account> {
    if shared.store().faults.signed_out {
        return None;
    }
    let issued = shared.sign_in.issued();
    issued.sessions.get(cookie(headers)?).copied()
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let named = |cookie: &'_ str| cookie.strip_prefix(COOKIE)?.strip_prefix('=').map(str::len);
    let ours = cookies.split("; ").find(|cookie| named(cookie).is_some())?;
    ours.split_once('=').map(|(_, value)| value)
}

fn grant(shared: &Shared, query: &Form, account: Account) -> Response {
    let code = random::secret();
    let issued = token::Code::new(query, account, shared.clock.now_ms());
    shared.sign_in.issued().codes.insert(code.clone(), issued);
    let client_info = account.client_info();
    let session = random::guid();
    let answer = [
        ("code", code.as_str()),
        ("client_info", &client_info),
        ("session_state", &session),
    ];
    back(query, &answer)
}

/// Sends the browser to the redirect URI with `answer` and the request's state.
fn back(query: &Form, answer: &[(&str, &str)]) -> Response {
    let mut text = form_urlencoded::Serializer::new(String::new());
    text.extend_pairs(answer);
    text.append_pair("state", given(query, "state"));
    let mark = match given(query, "response_mode") {
        "query" => '?',
        _ => '#',
    };
    let to = given(query, "redirect_uri");
    let redirect = Redirect::to(&format!("{to}{mark}{}", text.finish()));
    let mut response = redirect.into_response();
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    response
}
