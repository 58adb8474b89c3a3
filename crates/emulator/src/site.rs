//! The page's server: the built folder, under the page's own policy.
//!
//! Every answer carries the policy, scripts and errors included: a worker is governed by the headers
//! of its own script, not by the page's. `config.json` is made here, so that the page finds this
//! emulator's API and sign-in.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Json, Router,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::{Value, json};
use tower_http::services::ServeDir;

use crate::sign_in::{CLIENT_ID, TENANT_ID, TENANT_NAME, endpoints};

/// What the page's server needs to know.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    /// Origin of API and sign-in.
    pub(crate) api: String,
    /// Origins whose pages may hold this one in a frame.
    pub(crate) parents: Vec<String>,
    /// The API bases that are configured.
    pub(crate) api_bases: Vec<String>,
    /// Seconds of a "minute" of the limits, where they are not 60.
    pub(crate) window_seconds: Option<u64>,
    /// What happens to its files.
    pub(crate) files: Arc<Mutex<Files>>,
}

/// Which files of the page were asked for, and which are kept back.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// Paths, in the order in which they were asked for.
    pub(crate) asked: Vec<String>,
    /// Beginnings of the names of files that are not there, as between two deployments.
    pub(crate) withheld: Vec<String>,
}

impl Files {
    /// Notes that a file was asked for, and says whether it may be had.
    fn ask(&mut self, path: &str) -> bool {
        self.asked.push(path.to_owned());
        let name = path.trim_start_matches('/');
        !self.withheld.iter().any(|start| name.starts_with(start))
    }
}

const PERMISSIONS: &str = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), \
     clipboard-read=(), screen-wake-lock=(self)";

/// The routes of the page's port.
pub(crate) fn routes(site: Site, folder: Option<&Path>) -> Router {
    let site = Arc::new(site);
    let config = get(config).with_state(Arc::clone(&site));
    let router = Router::new().route("/config.json", config);
    let router = match folder {
        Some(folder) => router.fallback_service(ServeDir::new(folder).precompressed_br()),
        None => router.fallback(no_folder),
    };
    router.layer(middleware::from_fn_with_state(site, with_headers))
}

/// The files, whatever became of a thread that held them.
pub(crate) fn files(files: &Mutex<Files>) -> std::sync::MutexGuard<'_, Files> {
    files.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn no_folder() -> (StatusCode, &'static str) {
    let message = "The emulator was started without a site folder: there is no page here.";
    (StatusCode::NOT_FOUND, message)
}

async fn config(State(site): State<Arc<Site>>) -> Json<Value> {
    let bases = site.api_bases.iter();
    let bases = bases.map(|base| json!({"name": "Emulator", "base": base}));
    let mut config = json!({
        "clientId": CLIENT_ID,
        "tenantId": TENANT_ID,
        "tenantName": TENANT_NAME,
        "cloud": "commercial",
        "apiBases": bases.collect::<Vec<_>>(),
        "auth": {"authorityMetadata": endpoints(&site.api)},
    });
    if let Some(seconds) = site.window_seconds {
        config["limits"] = json!({"windowSeconds": seconds});
    }
    if !site.parents.is_empty() {
        config["embeddingParents"] = json!(site.parents);
    }
    Json(config)
}

async fn with_headers(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let is_there = files(&site.files).ask(&path);
    let mut response = if is_there {
        next.run(request).await.into_response()
    } else {
        StatusCode::NOT_FOUND.into_response()
    };
    let missing = response.status().as_u16() >= 400;
    let headers = response.headers_mut();
    let bridge = path == "/redirect.html";
    let text = |value: String| HeaderValue::from_str(&value);
    if let Ok(policy) = text(policy(&site, bridge)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let fixed = HeaderValue::from_static;
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff"));
    headers.insert(header::REFERRER_POLICY, fixed("no-referrer"));
    headers.insert(named("permissions-policy"), fixed(PERMISSIONS));
    if !bridge {
        // MSAL's bridge page must not have it: the answer comes through a channel of its origin.
        let opener = fixed("same-origin-allow-popups");
        headers.insert(named("cross-origin-opener-policy"), opener);
    }
    let lasting = !missing && has_hash(&path);
    let cache = if lasting {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(header::CACHE_CONTROL, fixed(cache));
    response
}

fn named(name: &'static str) -> HeaderName {
    HeaderName::from_static(name)
}

/// The content security policy of the page, or of the page where the sign-in's answer arrives.
fn policy(site: &Site, bridge: bool) -> String {
    let mut ancestors = site.parents.clone();
    if bridge {
        // A silent renewal puts it into a frame of the page, which a portal may frame in turn.
        ancestors.insert(0, "'self'".to_owned());
    }
    if ancestors.is_empty() {
        ancestors.push("'none'".to_owned());
    }
    let ancestors = ancestors.join(" ");
    let api = &site.api;
    [
        "default-src 'none'".to_owned(),
        "script-src 'self' 'wasm-unsafe-eval'".to_owned(),
        "style-src 'self'".to_owned(),
        "img-src 'self'".to_owned(),
        format!("connect-src 'self' {api}"),
        "worker-src 'self'".to_owned(),
        format!("frame-src 'self' {api}"),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
        format!("frame-ancestors {ancestors}"),
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types ioculate".to_owned(),
    ]
    .join("; ")
}

/// Does the file's name change with its content? Such names hold a hash of 8 or more digits.
fn has_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let parts = name.split(['-', '_', '.']);
    parts.skip(1).any(|part| {
        part.len() >= 8
            && part.bytes().all(|byte| byte.is_ascii_hexdigit())
            && part.bytes().any(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_last() {
        let cases = [
            ("/app-0123456789abcdef.js", true),
            ("/app-3f786850e387550f_bg.wasm", true),
            ("/style-89e6c98d92887913.css", true),
            ("/", false),
            ("/index.html", false),
            ("/boot.js", false),
            ("/worker.js", false),
            ("/worker_bg.wasm", false),
            ("/config.json", false),
            ("/img-deadbeef-deadbeef.html", false),
        ];
        for (path, expected) in cases {
            assert_eq!(has_hash(path), expected, "{path}");
        }
    }
}
