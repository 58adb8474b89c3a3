//! A sign-in of Entra's shape, for three made-up accounts on this computer.
//!
//! Authorization code with PKCE, rotating refresh tokens and signed tokens, under Entra's paths and
//! with its error numbers, so that MSAL runs as in production. Keys are made at start and never
//! leave the process. It is no identity provider: there is no password.

mod account;
mod authorize;
mod form;
mod jwt;
mod logout;
mod scope;
mod token;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::{Value, json};
use url::Url;

use crate::shared::Shared;
pub(crate) use account::Account;
pub(crate) use jwt::Claims;
use jwt::Keys;

/// The one registered application.
pub const CLIENT_ID: &str = "11111111-2222-4333-8444-555555555555";
/// The one tenant.
pub const TENANT_ID: &str = "99999999-0000-4000-8000-000000000001";
/// What the page calls it.
pub const TENANT_NAME: &str = "Contoso Ltd (demo)";
/// The API's resource: the audience of its tokens, whichever host is called.
pub const RESOURCE: &str = "https://api.securitycenter.microsoft.com";

type Form = HashMap<String, String>;

/// Keys, sessions, and what was issued and not yet used.
pub(crate) struct SignIn {
    keys: Keys,
    issuer: String,
    redirects: Vec<String>,
    issued: Mutex<Issued>,
}

#[derive(Default)]
struct Issued {
    codes: HashMap<String, token::Code>,
    refresh: HashMap<String, token::Refresh>,
    sessions: HashMap<String, Account>,
}

/// An access token to make.
pub(crate) struct Grant {
    pub(crate) account: Account,
    /// [`RESOURCE`] where absent.
    pub(crate) audience: Option<String>,
    /// What the account may do where absent.
    pub(crate) scope: Option<String>,
    /// Life from now; a negative one has passed.
    pub(crate) seconds: i64,
}

impl SignIn {
    /// `api` is the origin of the endpoints; `redirects` are the registered redirect URIs.
    pub(crate) fn new(api: &str, redirects: Vec<String>) -> Self {
        Self {
            keys: Keys::new(),
            issuer: issuer(api),
            redirects,
            issued: Mutex::default(),
        }
    }

    /// The token's claims.
    ///
    /// # Errors
    /// A sentence: what is wrong with the token, or that there is none.
    pub(crate) fn verify(&self, token: Option<&str>, now_ms: u64) -> Result<Claims, String> {
        let Some(token) = token.filter(|token| !token.trim().is_empty()) else {
            return Err("There is no bearer token.".to_owned());
        };
        let claims = self.keys.verify(token)?;
        claims.check(&self.issuer, RESOURCE, seconds(now_ms))?;
        Ok(claims)
    }

    pub(crate) fn access_token(&self, grant: &Grant, now_ms: u64) -> String {
        let account = grant.account;
        let now = seconds(now_ms);
        let mut claims = json!({
            "aud": grant.audience.as_deref().unwrap_or(RESOURCE),
            "iss": self.issuer,
            "iat": now, "nbf": now.min(now + grant.seconds), "exp": now + grant.seconds,
            "appid": CLIENT_ID, "oid": account.id(), "sub": account.id(), "tid": TENANT_ID,
            "name": account.name(), "upn": account.upn(), "ver": "1.0",
        });
        if let Some(scope) = grant.scope.as_deref().or(account.permission()) {
            claims["scp"] = json!(scope);
        }
        self.keys.sign(&claims)
    }

    /// A token that an application has of its own, by its id: a connector's, say.
    pub(crate) fn application_token(&self, app: &str, seconds: i64, now_ms: u64) -> String {
        let now = self::seconds(now_ms);
        self.keys.sign(&json!({
            "aud": RESOURCE, "iss": self.issuer,
            "iat": now, "nbf": now.min(now + seconds), "exp": now + seconds,
            "appid": app, "tid": TENANT_ID, "roles": ["Ti.ReadWrite.All"], "ver": "1.0",
        }))
    }

    fn issued(&self) -> MutexGuard<'_, Issued> {
        self.issued.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_registered(&self, uri: &str) -> bool {
        self.redirects.iter().any(|known| known == uri)
    }

    /// May the browser be sent to `uri` after a logout? To the page's own origin, yes.
    fn is_ours(&self, uri: &str) -> bool {
        let origin = |uri: &str| Some(Url::parse(uri).ok()?.origin());
        let asked = origin(uri);
        asked.is_some() && self.redirects.iter().any(|known| origin(known) == asked)
    }
}

fn seconds(ms: u64) -> i64 {
    i64::try_from(ms / 1_000).unwrap_or(i64::MAX)
}

fn issuer(api: &str) -> String {
    format!("{api}/{TENANT_ID}/v2.0")
}

/// Where the sign-in of the demo is, as `OpenID` Connect Discovery 1.0 names it.
pub(crate) fn endpoints(api: &str) -> Value {
    let tenant = format!("{api}/{TENANT_ID}");
    json!({
        "issuer": issuer(api),
        "authorization_endpoint": format!("{tenant}/oauth2/v2.0/authorize"),
        "token_endpoint": format!("{tenant}/oauth2/v2.0/token"),
        "end_session_endpoint": format!("{tenant}/oauth2/v2.0/logout"),
        "jwks_uri": format!("{tenant}/discovery/v2.0/keys"),
    })
}

/// The sign-in's routes.
pub(crate) fn routes(shared: Arc<Shared>) -> Router {
    let tokens = get(token::wrong_verb)
        .post(token::answer)
        .options(token::preflight);
    Router::new()
        .route(
            "/{tenant}/v2.0/.well-known/openid-configuration",
            get(discovery),
        )
        .route("/{tenant}/discovery/v2.0/keys", get(keys))
        .route(
            "/{tenant}/oauth2/v2.0/authorize",
            get(authorize::ask).post(authorize::chosen),
        )
        .route("/{tenant}/oauth2/v2.0/token", tokens)
        .route("/{tenant}/oauth2/v2.0/logout", get(logout::answer))
        .route("/{tenant}/sign-in.css", get(form::style))
        .with_state(shared)
}

async fn discovery(State(shared): State<Arc<Shared>>, Path(tenant): Path<String>) -> Response {
    if let Some(refused) = other_tenant(&tenant) {
        return refused;
    }
    let mut document = endpoints(&shared.addresses.api);
    document["response_types_supported"] = json!(["code"]);
    document["response_modes_supported"] = json!(["fragment", "query"]);
    document["subject_types_supported"] = json!(["pairwise"]);
    document["id_token_signing_alg_values_supported"] = json!(["ES256"]);
    document["code_challenge_methods_supported"] = json!(["S256"]);
    open(axum::Json(document).into_response())
}

async fn keys(State(shared): State<Arc<Shared>>, Path(tenant): Path<String>) -> Response {
    if let Some(refused) = other_tenant(&tenant) {
        return refused;
    }
    let keys = json!({"keys": [shared.sign_in.keys.public()]});
    open(axum::Json(keys).into_response())
}

/// The refusal of any tenant but ours.
fn other_tenant(tenant: &str) -> Option<Response> {
    let message = "AADSTS90002: this demo has one tenant, and the address names another.";
    (tenant != TENANT_ID).then(|| form::fault(StatusCode::BAD_REQUEST, message))
}

/// Lets pages of any origin read the answer, as Entra does.
fn open(mut response: Response) -> Response {
    let any = HeaderValue::from_static("*");
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, any);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn given<'a>(form: &'a Form, name: &str) -> &'a str {
    form.get(name).map(String::as_str).unwrap_or_default()
}
