//! The form of the API's answers: success, error envelope, recorded headers.
//!
//! Headers are those recorded from the service in 2023, but for `Content-Encoding: deflate` and the
//! chunks, which only change how a body travels. Every message is invented and says so with
//! `[emulator]`: nobody should code against it.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use serde::Serialize;
use serde_json::json;

use crate::{clock, faults::RetryAfterForm, random};

const ODATA: &str = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";

/// Why the API refuses: a status, a documented code, a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
    message: String,
    retry_after: Option<u64>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: &str) -> Self {
        let message = format!("[emulator] {message}");
        Self {
            status,
            code,
            message,
            retry_after: None,
        }
    }

    /// The same with a `Retry-After` of so many seconds.
    pub(crate) fn retry_after(self, seconds: u64) -> Self {
        let retry_after = Some(seconds);
        Self {
            retry_after,
            ..self
        }
    }

    /// A 400 with `code`.
    pub(crate) fn bad(code: &'static str, message: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// The 400 of a body that is not of the documented shape.
    pub(crate) fn body(message: &str) -> Self {
        Self::bad("InvalidRequestBody", message)
    }

    /// The sentence, marked.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn answer(&self) -> Response {
        let error = json!({"error": {
            "code": self.code,
            "message": self.message,
            "target": random::guid(),
        }});
        let mut response = json_answer(self.status, &error, "application/json");
        let headers = response.headers_mut();
        if self.status == StatusCode::UNAUTHORIZED {
            let bearer = HeaderValue::from_static("Bearer");
            headers.insert(header::WWW_AUTHENTICATE, bearer);
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// Puts the `Retry-After` of a response, which is in seconds, into this form.
pub(crate) fn say_when(form: RetryAfterForm, now_ms: u64, response: &mut Response) {
    let headers = response.headers_mut();
    let seconds = headers.get(header::RETRY_AFTER);
    let seconds = seconds.and_then(|seconds| seconds.to_str().ok()?.parse::<u64>().ok());
    let Some(seconds) = seconds.filter(|_| form != RetryAfterForm::Seconds) else {
        return;
    };
    headers.remove(header::RETRY_AFTER);
    let date = clock::http_date(now_ms + seconds * 1_000);
    if let Ok(date) = HeaderValue::try_from(date)
        && form == RetryAfterForm::Date
    {
        headers.insert(header::RETRY_AFTER, date);
    }
}

/// 200 with `body`.
pub(crate) fn ok(body: &impl Serialize) -> Response {
    let mut response = json_answer(StatusCode::OK, body, ODATA);
    let version = HeaderName::from_static("odata-version");
    let headers = response.headers_mut();
    headers.insert(version, HeaderValue::from_static("4.0"));
    response
}

/// `status` without a body.
pub(crate) fn empty(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    if status != StatusCode::NO_CONTENT {
        let none = HeaderValue::from_static("0");
        response.headers_mut().insert(header::CONTENT_LENGTH, none);
    }
    secure(response.headers_mut());
    response
}

/// The 405 of a wrong verb, as recorded: no body, and the verb that would do.
pub(crate) fn wrong_verb(allow: &'static str) -> Response {
    let mut response = empty(StatusCode::METHOD_NOT_ALLOWED);
    let allow = HeaderValue::from_static(allow);
    response.headers_mut().insert(header::ALLOW, allow);
    response
}

fn json_answer(status: StatusCode, body: &impl Serialize, kind: &'static str) -> Response {
    let body = serde_json::to_vec(body).unwrap_or_default();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    secure(headers);
    response
}

fn secure(headers: &mut HeaderMap) {
    let year = HeaderValue::from_static("max-age=15724800; includeSubDomains");
    headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    let nosniff = HeaderValue::from_static("nosniff");
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
}
