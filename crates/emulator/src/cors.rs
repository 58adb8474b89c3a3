//! What a browser of another origin may do with the API, in four modes.
//!
//! Whether Microsoft's API answers preflights is not known, so the page must cope with each mode.
//! Sign-in endpoints are not concerned: Entra's token endpoint answers browsers.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};

use crate::{envelope, faults::CorsMode};

const METHODS: &str = "GET, POST, DELETE";
const HEADERS: &str = "authorization, content-type";
const EXPOSED: &str = "Retry-After, Date, OData-Version";

/// The answer to `OPTIONS` of an endpoint that allows `allow`.
pub(crate) fn preflight(mode: CorsMode, request: &HeaderMap, allow: &'static str) -> Response {
    if mode == CorsMode::Off {
        return envelope::wrong_verb(allow);
    }
    let mut response = envelope::empty(StatusCode::NO_CONTENT);
    let headers = response.headers_mut();
    let fixed = HeaderValue::from_static;
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, fixed(METHODS));
    headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, fixed(HEADERS));
    headers.insert(header::ACCESS_CONTROL_MAX_AGE, fixed("600"));
    allow_origin(headers, request);
    response
}

/// Puts on an answer what the mode grants to the page that asked.
pub(crate) fn decorate(mode: CorsMode, request: &HeaderMap, response: &mut Response) {
    let bad = response.status().as_u16() >= 400;
    match mode {
        CorsMode::Off => return,
        CorsMode::ErrorsWithoutOrigin if bad => return,
        CorsMode::On | CorsMode::ErrorsWithoutOrigin => {}
        CorsMode::Expose => {
            let exposed = HeaderValue::from_static(EXPOSED);
            let headers = response.headers_mut();
            headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        }
    }
    allow_origin(response.headers_mut(), request);
}

fn allow_origin(headers: &mut HeaderMap, request: &HeaderMap) {
    if let Some(origin) = request.get(header::ORIGIN) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        headers.append(header::VARY, HeaderValue::from_static("Origin"));
    }
}
