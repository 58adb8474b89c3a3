//! The token endpoint: a code or a refresh token goes in, tokens come out.
//!
//! A code serves once and for 60 s, and only with the verifier of its challenge. A refresh token
//! serves once: each answer brings the next one.

use std::sync::Arc;

use axum::{
    Form as Posted, Json,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Account, CLIENT_ID, Form, Grant, SignIn, TENANT_ID, given, open, scope, seconds};
use crate::{envelope, random, shared::Shared};

const CODE_LIFE_MS: u64 = 60_000;
const REFRESH_LIFE_MS: u64 = 86_399_000;

/// What a code stands for.
pub(super) struct Code {
    challenge: String,
    redirect: String,
    nonce: String,
    until_ms: u64,
    session: Session,
}

/// What a refresh token stands for.
pub(super) struct Refresh {
    until_ms: u64,
    session: Session,
}

/// Who asked for what.
struct Session {
    account: Account,
    scope: String,
}

/// Tokens to issue.
struct Issue {
    session: Session,
    /// Only a code brings one.
    nonce: Option<String>,
}

/// An OAuth error: code and description.
type Fault = (&'static str, String);

impl Code {
    pub(super) fn new(query: &Form, account: Account, now_ms: u64) -> Self {
        let text = |name: &str| given(query, name).to_owned();
        Self {
            challenge: text("code_challenge"),
            redirect: text("redirect_uri"),
            nonce: text("nonce"),
            until_ms: now_ms + CODE_LIFE_MS,
            session: Session {
                account,
                scope: text("scope"),
            },
        }
    }
}

pub(super) async fn wrong_verb() -> Response {
    envelope::wrong_verb("POST")
}

pub(super) async fn preflight() -> Response {
    let mut response = open(StatusCode::NO_CONTENT.into_response());
    let any = HeaderValue::from_static("content-type, x-client-sku, x-client-ver");
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, any);
    let post = HeaderValue::from_static("POST");
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, post);
    response
}

/// `POST`
pub(super) async fn answer(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    Posted(form): Posted<Form>,
) -> Response {
    if let Some(refused) = super::other_tenant(&tenant) {
        return refused;
    }
    let now = shared.clock.now_ms();
    let (life, is_out) = {
        let faults = &shared.store().faults;
        (faults.token_seconds, faults.signed_out)
    };
    let tokens = if is_out {
        let text = "AADSTS50173: the session has ended; sign in again.";
        Err(("invalid_grant", text.to_owned()))
    } else {
        redeem(&shared.sign_in, &form, now)
            .and_then(|issue| tokens(&shared.sign_in, issue, now, life))
    };
    open(match tokens {
        Ok(tokens) => Json(tokens).into_response(),
        Err(fault) => refused(fault),
    })
}

fn refused((error, description): Fault) -> Response {
    let digits = description.strip_prefix("AADSTS").unwrap_or_default();
    let number: Option<u32> = digits.split(':').next().and_then(|n| n.parse().ok());
    let body = json!({
        "error": error,
        "error_description": description,
        "error_codes": number.into_iter().collect::<Vec<_>>(),
        "trace_id": random::guid(),
        "correlation_id": random::guid(),
    });
    (StatusCode::BAD_REQUEST, Json(body)).into_response()
}

fn redeem(sign_in: &SignIn, form: &Form, now: u64) -> Result<Issue, Fault> {
    if given(form, "client_id") != CLIENT_ID {
        let text = "AADSTS700016: the application is not known in this tenant.";
        return Err(("unauthorized_client", text.to_owned()));
    }
    match given(form, "grant_type") {
        "authorization_code" => by_code(sign_in, form, now),
        "refresh_token" => by_refresh(sign_in, form, now),
        other => {
            let text = format!("AADSTS70003: the grant type {other} is not supported.");
            Err(("unsupported_grant_type", text))
        }
    }
}

fn by_code(sign_in: &SignIn, form: &Form, now: u64) -> Result<Issue, Fault> {
    let invalid = |text: &str| Err(("invalid_grant", text.to_owned()));
    let code = sign_in.issued().codes.remove(given(form, "code"));
    let Some(code) = code else {
        return invalid("AADSTS54005: the code was redeemed already, or is unknown.");
    };
    if code.until_ms <= now {
        return invalid("AADSTS70008: the code has expired.");
    }
    if code.redirect != given(form, "redirect_uri") {
        return invalid("AADSTS50011: the redirect URI is not the one the code was sent to.");
    }
    let digest = Sha256::digest(given(form, "code_verifier"));
    if URL_SAFE_NO_PAD.encode(digest) != code.challenge {
        return invalid("AADSTS501481: the code verifier does not match the challenge.");
    }
    Ok(Issue {
        session: code.session,
        nonce: Some(code.nonce),
    })
}

fn by_refresh(sign_in: &SignIn, form: &Form, now: u64) -> Result<Issue, Fault> {
    let known = sign_in
        .issued()
        .refresh
        .remove(given(form, "refresh_token"));
    let Some(mut refresh) = known.filter(|refresh| refresh.until_ms > now) else {
        let text = "AADSTS700084: the refresh token was used, has expired, or is unknown.";
        return Err(("invalid_grant", text.to_owned()));
    };
    let asked = given(form, "scope");
    if !asked.is_empty() {
        asked.clone_into(&mut refresh.session.scope);
    }
    Ok(Issue {
        session: refresh.session,
        nonce: None,
    })
}

fn tokens(sign_in: &SignIn, issue: Issue, now: u64, life: i64) -> Result<Value, Fault> {
    let Session { account, scope } = issue.session;
    let audience = scope::audience(&scope).map_err(|text| ("invalid_scope", text))?;
    let grant = Grant {
        account,
        audience: Some(audience.to_owned()),
        scope: None,
        seconds: life,
    };
    let mut tokens = json!({
        "token_type": "Bearer",
        "scope": scope::granted(&scope),
        "expires_in": life,
        "ext_expires_in": life,
        "access_token": sign_in.access_token(&grant, now),
        "id_token": id_token(sign_in, account, issue.nonce, now),
        "client_info": account.client_info(),
    });
    if scope
        .split_whitespace()
        .any(|scope| scope == "offline_access")
    {
        let refresh = random::secret();
        tokens["refresh_token"] = json!(refresh);
        tokens["refresh_token_expires_in"] = json!(REFRESH_LIFE_MS / 1_000);
        let kept = Refresh {
            until_ms: now + REFRESH_LIFE_MS,
            session: Session { account, scope },
        };
        sign_in.issued().refresh.insert(refresh, kept);
    }
    Ok(tokens)
}

fn id_token(sign_in: &SignIn, account: Account, nonce: Option<String>, now: u64) -> String {
    let now = seconds(now);
    let mut claims = json!({
        "aud": CLIENT_ID, "iss": sign_in.issuer, "iat": now, "nbf": now, "exp": now + 3_600,
        "sub": account.id(), "oid": account.id(), "tid": TENANT_ID, "ver": "2.0",
        "name": account.name(), "preferred_username": account.upn(),
    });
    if let Some(nonce) = nonce {
        claims["nonce"] = json!(nonce);
    }
    sign_in.keys.sign(&claims)
}
