//! What an answer of the API says.
//!
//! A status, headers and bytes go in, a [`Reply`] comes out. Success is read leniently, since the
//! documents leave much open: an `id` may be text, a number, null or missing. Nothing unreadable
//! counts as success, and no text of the API is interpreted: it is handed on word for word.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use crate::{calendar::http_date, clock::WallTime, import::Method, tenant::Page};

/// One answer, or the lack of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// The results of an import.
    Results {
        /// The status.
        status: u16,
        /// What it says of each indicator.
        items: Vec<Item>,
    },
    /// A page of the tenant's list.
    Page {
        /// The status.
        status: u16,
        /// What it lists.
        page: Page,
    },
    /// One stored indicator.
    Stored {
        /// The status.
        status: u16,
        /// What it says.
        item: Item,
    },
    /// A success of a `POST` that has no body, as that of a deletion (204; 200 was seen in 2024).
    Bare {
        /// The status.
        status: u16,
    },
    /// A status other than success.
    Refused(Refusal),
    /// Success by its status, but the body is cut short or something else.
    Unreadable {
        /// The status.
        status: u16,
    },
    /// No answer: lost, aborted, or withheld by the browser.
    NoAnswer {
        /// Whether the host at the other end answers at all, where a second, blind request of the
        /// browser (`no-cors`) has found out.
        reachable: Option<bool>,
    },
}

impl Reply {
    /// The HTTP status, where there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused(refusal) => Some(refusal.status),
            Self::Results { status, .. }
            | Self::Page { status, .. }
            | Self::Stored { status, .. }
            | Self::Bare { status }
            | Self::Unreadable { status } => Some(*status),
            Self::NoAnswer { .. } => None,
        }
    }
}

/// One element of `value`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The id that the API gave.
    pub id: Option<String>,
    /// The value it speaks of.
    pub indicator: Option<String>,
    /// Whether it failed; `None` where the API does not say.
    pub failed: Option<bool>,
    /// Why it failed, word for word.
    pub reason: Option<String>,
}

impl Item {
    /// Whether it is an indicator that the API has. Something in between may answer with any object.
    pub(crate) fn is_stored(&self) -> bool {
        (self.id.is_some() || self.indicator.is_some()) && self.failed != Some(true)
    }
}

/// A refusal, from the error envelope where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// `error.code`; empty where the body has none.
    pub code: String,
    /// `error.message`, or what the body says in its place; it and the other texts: 300 characters,
    /// and `…` where it says more.
    pub message: String,
    /// `error.target`, the id that Microsoft's support asks for.
    pub target: Option<String>,
    /// How long the API asks to wait.
    pub retry_after: Option<RetryAfter>,
}

impl Refusal {
    /// Code and message in one line.
    #[must_use]
    pub fn reason(&self) -> String {
        match (self.code.is_empty(), self.message.is_empty()) {
            (false, false) => format!("{}: {}", self.code, self.message),
            (false, true) => self.code.clone(),
            (true, false) => format!("HTTP {}: {}", self.status, self.message),
            (true, true) => format!("HTTP {}", self.status),
        }
    }

    /// The code, or the status in its place.
    #[must_use]
    pub fn code(&self) -> String {
        if self.code.is_empty() {
            format!("HTTP {}", self.status)
        } else {
            self.code.clone()
        }
    }
}

/// `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    /// So long from now.
    For(Duration),
    /// Until this moment of the wall clock.
    Until(WallTime),
}

/// Reads the answer to a `GET` of the tenant's list or to a `POST`. `header` gives a header's text by
/// its lower-case name where it is readable: a browser hides most of them from a page unless the API
/// exposes them.
pub fn read(
    method: Method,
    status: u16,
    header: impl Fn(&str) -> Option<String>,
    body: &[u8],
) -> Reply {
    if (200..300).contains(&status) {
        let read = match method {
            Method::Get => {
                let page = Page::read(without_mark(body));
                page.map(|page| Reply::Page { status, page })
            }
            Method::Post if body.is_empty() => Some(Reply::Bare { status }),
            Method::Post => success(status, body),
        };
        return read.unwrap_or(Reply::Unreadable { status });
    }
    let envelope = envelope(body);
    Reply::Refused(Refusal {
        status,
        code: told(&envelope.code.unwrap_or_default()),
        message: told(&envelope.message.unwrap_or_default()),
        target: envelope.target.as_deref().map(told),
        retry_after: header("retry-after").and_then(|text| retry_after(&text, header("date"))),
    })
}

fn success(status: u16, body: &[u8]) -> Option<Reply> {
    let Ok(Value::Object(mut object)) = serde_json::from_slice(without_mark(body)) else {
        return None;
    };
    match object.remove("value") {
        Some(Value::Array(items)) => {
            let items = items.iter().map(item).collect();
            Some(Reply::Results { status, items })
        }
        Some(_) => None,
        None => {
            let item = item(&Value::Object(object));
            Some(Reply::Stored { status, item })
        }
    }
}

/// An element that is no object stays in its place as an item that says nothing.
fn item(value: &Value) -> Item {
    let text = |name: &str| value.get(name).and_then(plain);
    Item {
        id: text("id"),
        indicator: text("indicator").or_else(|| text("indicatorValue")),
        failed: value.get("isFailed").and_then(truth),
        reason: text("failureReason").map(|reason| without_token(&reason)),
    }
}

/// Text or a number as text; `None` for null and anything else.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

#[derive(Default, Deserialize)]
struct Envelope {
    code: Option<String>,
    message: Option<String>,
    target: Option<String>,
}

fn envelope(body: &[u8]) -> Envelope {
    #[derive(Deserialize)]
    struct Body {
        error: Envelope,
    }
    match serde_json::from_slice(without_mark(body)) {
        Ok(Body { error }) => error,
        Err(_) => Envelope {
            message: shown(body),
            ..Envelope::default()
        },
    }
}

/// A body that is no envelope, such as a gateway's page, on one line.
fn shown(body: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(without_mark(body));
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// The beginning of what a refusal says, without a token. It is noted, logged and shown for each
/// batch, so that it must not be long; half a token would not be known as one.
fn told(text: &str) -> String {
    const CLIPPED: usize = 300;
    let text = without_token(text);
    match text.char_indices().nth(CLIPPED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// A reason's text without the token that was sent, where something in between echoes it
/// (`Bearer` and `b64token`: RFC 6750, 2.1).
fn without_token(text: &str) -> String {
    const SCHEME: &str = "bearer ";
    const SHORTEST: usize = 20;
    let of_token = |c: char| c.is_ascii_alphanumeric() || "-._~+/=".contains(c);
    let mut told = String::new();
    let mut from = 0;
    for (at, _) in text.to_ascii_lowercase().match_indices(SCHEME) {
        let token = text[at + SCHEME.len()..].trim_start();
        let end = token.find(|c| !of_token(c)).unwrap_or(token.len());
        let begin = text.len() - token.len();
        if end >= SHORTEST && begin > from {
            told.push_str(&text[from..begin]);
            told.push('…');
            from = begin + end;
        }
    }
    told + &text[from..]
}

fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body)
}

/// Seconds, or a date (RFC 9110, `Retry-After`). A date is held against the answer's own `Date`
/// where that is readable: the page's clock may be wrong.
fn retry_after(text: &str, date: Option<String>) -> Option<RetryAfter> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<u32>() {
        return Some(RetryAfter::For(Duration::from_secs(seconds.into())));
    }
    let until = http_date(text)?;
    let Some(sent) = date.and_then(|date| http_date(date.trim())) else {
        return Some(RetryAfter::Until(until));
    };
    let millis = u64::try_from(until.0 - sent.0).unwrap_or(0);
    Some(RetryAfter::For(Duration::from_millis(millis)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Reply {
        read(Method::Post, status, |_| None, body.as_bytes())
    }

    fn refusal(status: u16, headers: &[(&str, &str)], body: &str) -> Refusal {
        let header = |name: &str| {
            let found = headers.iter().find(|(known, _)| *known == name);
            found.map(|(_, text)| (*text).to_owned())
        };
        match read(Method::Post, status, header, body.as_bytes()) {
            Reply::Refused(refusal) => refusal,
            other => panic!("{other:?}"),
        }
    }

    /// `id indicator failed reason`, `-` for what is absent.
    fn items(body: &str) -> Vec<String> {
        let shown = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        let failed = |item: &Item| {
            item.failed
                .map_or("-".to_owned(), |failed| failed.to_string())
        };
        match answer(200, body) {
            Reply::Results { items, .. } => items
                .iter()
                .map(|i| {
                    format!(
                        "{} {} {} {}",
                        shown(&i.id),
                        shown(&i.indicator),
                        failed(i),
                        shown(&i.reason)
                    )
                })
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_item_is_read_leniently() {
        for (item, read) in [
            (
                r#"{"id":"7","indicator":"a.example","isFailed":false,"failureReason":null}"#,
                "7 a.example false -",
            ),
            (
                r#"{"id":7,"indicator":"a.example","isFailed":true,"failureReason":"No room"}"#,
                "7 a.example true No room",
            ),
            (
                r#"{"id":null,"indicator":"a.example","isFailed":"True"}"#,
                "- a.example true -",
            ),
            (r#"{"indicator":"a.example"}"#, "- a.example - -"),
            (r#"{"id":"7","isFailed":0}"#, "7 - - -"),
            (r#"{"id":{},"extra":[1]}"#, "- - - -"),
            ("null", "- - - -"),
            ("12", "- - - -"),
        ] {
            assert_eq!(
                items(&format!(r#"{{"@odata.context":"x","value":[{item}]}}"#)),
                [read],
                "{item}"
            );
        }
    }

    #[test]
    fn a_stored_indicator_is_read() {
        let body = r#"{"@odata.context":"x","id":"12","indicatorValue":"a.example"}"#;
        let Reply::Stored { item, .. } = answer(200, body) else {
            panic!("not read");
        };
        assert_eq!(item.id.as_deref(), Some("12"));
        assert_eq!(item.indicator.as_deref(), Some("a.example"));
    }

    #[test]
    fn a_success_that_cannot_be_read_is_none() {
        for body in [
            " ",
            r#"{"value":[{"id":"1""#,
            "<html>sign in</html>",
            "[]",
            "null",
            r#"{"value":{}}"#,
            "\u{0}",
        ] {
            assert_eq!(
                answer(200, body),
                Reply::Unreadable { status: 200 },
                "{body:?}"
            );
        }
        for status in [200, 204] {
            assert_eq!(answer(status, ""), Reply::Bare { status });
        }
    }

    #[test]
    fn an_answer_to_a_get_is_a_page_or_unreadable() {
        let get = |body: &str| read(Method::Get, 200, |_| None, body.as_bytes());
        for (body, is_page) in [
            (r#"{"@odata.context":"x","value":[]}"#, true),
            ("\u{feff}{\"value\":[7]}", true),
            (r#"{"id":"12","indicatorValue":"a.example"}"#, false),
            (r#"{"value":["#, false),
            ("", false),
        ] {
            let reply = get(body);
            assert_eq!(matches!(reply, Reply::Page { .. }), is_page, "{body}");
            assert_eq!(reply == Reply::Unreadable { status: 200 }, !is_page);
        }
    }

    #[test]
    fn a_refusal_is_told_word_for_word() {
        let envelope =
            r#"{"error":{"code":"InvalidInput","message":"Recieved nothing.","target":"1-2"}}"#;
        for (status, body, reason, target) in [
            (
                400,
                envelope,
                "InvalidInput: Recieved nothing.",
                Some("1-2"),
            ),
            (401, "", "HTTP 401", None),
            (403, r#"{"error":{"code":"Forbidden"}}"#, "Forbidden", None),
            (
                429,
                r#"{"error":{"message":"Slow down"}}"#,
                "HTTP 429: Slow down",
                None,
            ),
            (
                502,
                "<html>\n <b>Bad gateway</b>",
                "HTTP 502: <html> <b>Bad gateway</b>",
                None,
            ),
            (
                500,
                r#"{"error":"broken"}"#,
                r#"HTTP 500: {"error":"broken"}"#,
                None,
            ),
            (
                400,
                r#"{"error":{"code":"Inv"#,
                r#"HTTP 400: {"error":{"code":"Inv"#,
                None,
            ),
        ] {
            let refusal = refusal(status, &[], body);
            assert_eq!(refusal.reason(), reason);
            assert_eq!(refusal.target.as_deref(), target, "{reason}");
        }
    }

    #[test]
    fn a_token_that_a_refusal_echoes_is_not_told() {
        let token = "eyJ0eXAiOiJKV1Qi.eyJhdWQiOiJodHRwcz-_.c2ln+/bmF0dXJl==";
        for (body, reason) in [
            (
                format!(r#"{{"error":{{"code":"Bad","message":"Got 'Bearer {token}'."}}}}"#),
                "Bad: Got 'Bearer …'.",
            ),
            (
                format!(r#"{{"error":{{"code":"bearer {token}","message":"BEARER  {token}"}}}}"#),
                "bearer …: BEARER  …",
            ),
            (
                format!("GET / Authorization: Bearer {token}\r\nHost: h"),
                "HTTP 400: GET / Authorization: Bearer … Host: h",
            ),
            (
                "Bearer token expired. É bearer".to_owned(),
                "HTTP 400: Bearer token expired. É bearer",
            ),
        ] {
            assert_eq!(refusal(400, &[], &body).reason(), reason);
        }
        let failed = format!(r#"{{"value":[{{"failureReason":"Got Bearer {token}"}}]}}"#);
        assert_eq!(items(&failed), ["- - - Got Bearer …"]);
        let target = format!(r#"{{"error":{{"target":"Bearer {token}"}}}}"#);
        let target = refusal(400, &[], &target).target;
        assert_eq!(target.as_deref(), Some("Bearer …"));
    }

    #[test]
    fn a_success_keeps_its_status() {
        let list = r#"{"value":[]}"#;
        for status in [200, 201, 202, 207, 299] {
            for (method, body) in [
                (Method::Post, list),
                (Method::Get, list),
                (Method::Post, r#"{"id":"12"}"#),
                (Method::Post, ""),
                (Method::Post, "{"),
            ] {
                let reply = read(method, status, |_| None, body.as_bytes());
                assert_eq!(reply.status(), Some(status), "{method:?} {body}");
            }
        }
    }

    #[test]
    fn a_long_refusal_is_clipped() {
        let token = "eyJ0eXAiOiJKV1Qi.eyJhdWQiOiJodHRwcz-_.c2ln+/bmF0dXJl==";
        let long = "é ".repeat(5_000);
        // A token across the cut is none any more.
        let cut = format!("{}Bearer {token}", "x".repeat(285));
        for text in [&long, &cut] {
            let envelope =
                format!(r#"{{"error":{{"code":"{text}","message":"{text}","target":"{text}"}}}}"#);
            for body in [text, &envelope] {
                let refusal = refusal(502, &[], body);
                let target = refusal.target.unwrap_or_default();
                for said in [refusal.code, refusal.message, target] {
                    assert!(said.chars().count() <= 301, "{said}");
                    assert!(!said.contains("eyJ"), "{said}");
                }
            }
        }
        assert_eq!(refusal(502, &[], &long).message.chars().count(), 301);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let date = "Sat, 21 Nov 2026 18:00:00 GMT";
        let seconds = |seconds| Some(RetryAfter::For(Duration::from_secs(seconds)));
        for (after, date, read) in [
            ("17", None, seconds(17)),
            (" 0 ", None, seconds(0)),
            (
                "Sat, 21 Nov 2026 18:00:30 GMT",
                None,
                Some(RetryAfter::Until(WallTime(1_795_284_030_000))),
            ),
            ("Sat, 21 Nov 2026 18:00:30 GMT", Some(date), seconds(30)),
            ("Sat, 21 Nov 2026 17:00:00 GMT", Some(date), seconds(0)),
            ("-1", None, None),
            ("1.5", None, None),
            ("soon", None, None),
            ("", None, None),
        ] {
            let mut headers = vec![("retry-after", after)];
            headers.extend(date.map(|date| ("date", date)));
            assert_eq!(
                refusal(429, &headers, "").retry_after,
                read,
                "{after:?} {date:?}"
            );
        }
    }
}
