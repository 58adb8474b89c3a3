//! The login form: one button for each account, and some to go wrong.
//!
//! The request's parameters travel through the form as hidden fields, escaped. The page has a policy
//! of its own without inline script or style; the origin of the page that asks stands in `form-action`, because
//! Chromium holds the redirect after a form to it as well.

use std::fmt::Write;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use super::{Account, Form, TENANT_NAME};

/// `GET /{tenant}/sign-in.css`
pub(super) async fn style() -> Response {
    let css = HeaderValue::from_static("text/css; charset=utf-8");
    protected(
        ([(header::CONTENT_TYPE, css)], include_str!("form.css")).into_response(),
        "",
    )
}

/// The form for the authorize request `query`.
pub(super) fn page(page_origin: &str, tenant: &str, query: &Form) -> Response {
    let (tenant, hidden) = (escaped(tenant), hidden(query));
    let body = format!(
        "<h1>Demo sign-in, not Microsoft</h1>\n\
         <p>Choose who you are in {TENANT_NAME}. There is no password: these accounts exist on this \
         computer only.</p>\n\
         <form method=\"post\" action=\"/{tenant}/oauth2/v2.0/authorize\">\n{hidden}{}\n\
         <h2>Or see it fail</h2>\n{}</form>",
        accounts(),
        failures(),
    );
    let document = document(&tenant, "Demo sign-in, not Microsoft", &body);
    protected(Html(document).into_response(), page_origin)
}

/// A page that says why the browser is not sent back.
pub(super) fn fault(status: StatusCode, message: &str) -> Response {
    let body = format!(
        "<h1>Demo sign-in, not Microsoft</h1>\n<p role=\"alert\">{}</p>",
        escaped(message)
    );
    let document = document(super::TENANT_ID, "Sign-in failed", &body);
    protected((status, Html(document)).into_response(), "")
}

/// A page that says that the user is signed out.
pub(super) fn signed_out() -> Response {
    let body = "<h1>Demo sign-in, not Microsoft</h1>\n<p>You are signed out.</p>";
    let document = document(super::TENANT_ID, "Signed out", body);
    protected(Html(document).into_response(), "")
}

fn document(tenant: &str, title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/{tenant}/sign-in.css\">\n</head>\n\
         <body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
}

fn hidden(query: &Form) -> String {
    let mut fields = String::new();
    let choice = |name: &str| matches!(name, "account" | "failure");
    for (name, value) in query.iter().filter(|(name, _)| !choice(name)) {
        let (name, value) = (escaped(name), escaped(value));
        let _ = writeln!(
            fields,
            "<input type=\"hidden\" name=\"{name}\" value=\"{value}\">"
        );
    }
    fields
}

fn accounts() -> String {
    let mut buttons = String::new();
    for account in Account::ALL {
        let (key, name, upn) = (account.key(), account.name(), account.upn());
        let purpose = account.purpose();
        let _ = writeln!(
            buttons,
            "<button name=\"account\" value=\"{key}\" data-testid=\"account-{key}\">\
             <strong>{name}</strong> {upn}<br>{purpose}</button>"
        );
    }
    buttons
}

fn failures() -> String {
    let mut buttons = String::new();
    let failures = [
        ("consent", "Nobody has consented (AADSTS65001)"),
        ("cancel", "Cancel"),
    ];
    for (key, label) in failures {
        let _ = writeln!(
            buttons,
            "<button name=\"failure\" value=\"{key}\" data-testid=\"fail-{key}\">{label}</button>"
        );
    }
    buttons
}

/// `text` for use between tags and in quoted attributes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn protected(mut response: Response, page_origin: &str) -> Response {
    let policy = format!(
        "default-src 'none'; style-src 'self'; form-action 'self' {page_origin}; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    let headers = response.headers_mut();
    let fixed = HeaderValue::from_static;
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff"));
    headers.insert(header::REFERRER_POLICY, fixed("no-referrer"));
    headers.insert(header::CACHE_CONTROL, fixed("no-store"));
    response
}
