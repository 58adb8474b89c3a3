//! What a body must look like, and in which order a request is checked.

use serde_json::{Value, json};

use crate::raw::{Api, but, domain, request};

const IMPORT: &str = "/api/indicators/import";

fn domains(count: usize) -> Vec<Value> {
    (0..count)
        .map(|n| domain(&format!("n{n}.example")))
        .collect()
}

#[test]
fn a_structure_that_is_wrong_rejects_the_batch() {
    let api = Api::start();
    let with = |field: &str, value: Value| json!({"Indicators": [domain("a.example"), but(domain("b.example"), field, value)]});
    let cases = [
        ("not an object", json!([]), "InvalidRequestBody"),
        ("no list", json!({}), "MissingRequiredParameter"),
        (
            "lower-case key",
            json!({"indicators": domains(1)}),
            "MissingRequiredParameter",
        ),
        (
            "a key too many",
            json!({"Indicators": domains(1), "Extra": 1}),
            "InvalidRequestBody",
        ),
        ("no items", json!({"Indicators": []}), "InvalidInput"),
        (
            "501 items",
            json!({"Indicators": domains(501)}),
            "MaximumBatchSizeExceeded",
        ),
        (
            "a text for a list",
            json!({"Indicators": "a.example"}),
            "InvalidRequestBody",
        ),
        (
            "a text for an item",
            json!({"Indicators": ["a.example"]}),
            "InvalidRequestBody",
        ),
        (
            "unknown type",
            with("indicatorType", json!("Domain")),
            "InvalidRequestBody",
        ),
        (
            "type in lower case",
            with("indicatorType", json!("domainName")),
            "InvalidRequestBody",
        ),
        (
            "unknown action",
            with("action", json!("Allow")),
            "InvalidRequestBody",
        ),
        (
            "unknown severity",
            with("severity", json!("Critical")),
            "InvalidRequestBody",
        ),
        (
            "field in another case",
            with("IndicatorValue", json!("x.example")),
            "InvalidRequestBody",
        ),
        (
            "unknown field",
            with("colour", json!("red")),
            "InvalidRequestBody",
        ),
        (
            "number for a text",
            with("title", json!(7)),
            "InvalidRequestBody",
        ),
        (
            "text for a boolean",
            with("generateAlert", json!("True")),
            "InvalidRequestBody",
        ),
        (
            "text for a list",
            with("rbacGroupNames", json!("A,B")),
            "InvalidRequestBody",
        ),
        (
            "text for a number",
            with("category", json!("Malware")),
            "InvalidRequestBody",
        ),
        (
            "no date",
            with("expirationTime", json!("tomorrow")),
            "InvalidRequestBody",
        ),
        (
            "date without offset",
            with("expirationTime", json!("2099-01-01T00:00:00")),
            "InvalidRequestBody",
        ),
    ];
    for (name, body, code) in cases {
        let answer = api.call("POST", IMPORT, &body.to_string());
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, code),
            "{name}"
        );
        assert!(api.indicators().is_empty(), "{name}");
    }
}

#[test]
fn a_batch_of_500_is_taken_and_the_sizes_are_named() {
    let api = Api::start();
    assert_eq!(api.import(&domains(500)).status, 200);
    assert_eq!(api.indicators().len(), 500);
    let message = api.import(&domains(501)).json()["error"]["message"].to_string();
    assert!(
        message.contains("501") && message.contains("500"),
        "{message}"
    );
}

#[test]
fn json_is_asked_for_and_nothing_else() {
    let api = Api::start();
    let bearer = api.bearer();
    let body = json!({"Indicators": domains(1)}).to_string();
    let cases = [
        ("application/json", body.as_str(), 200),
        ("Application/JSON; charset=utf-8", &body, 200),
        ("text/plain", &body, 400),
        ("application/json", "{\"Indicators\": [", 400),
        ("application/json", "", 400),
    ];
    for (kind, body, status) in cases {
        let headers = [("authorization", bearer.as_str()), ("content-type", kind)];
        let answer = request(&api.running.api, "POST", IMPORT, &headers, body);
        let answer = answer.expect("an answer");
        assert_eq!(answer.status, status, "{kind} {body}");
        if status == 400 {
            assert_eq!(answer.code(), "InvalidRequestBody");
        }
    }
}

#[test]
fn token_permission_rate_and_body_are_checked_in_this_order() {
    let api = Api::start();
    let reader = format!("Bearer {}", api.token_for(&json!({"account": "reader"})));
    let answer = |bearer: &str| {
        let headers = [("authorization", bearer)];
        request(&api.running.api, "POST", IMPORT, &headers, "no JSON").expect("an answer")
    };
    let refused = answer("");
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (401, "Unauthorized")
    );
    assert_eq!(refused.header("www-authenticate"), "Bearer");
    let refused = answer(&reader);
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (403, "Forbidden")
    );
    for _ in 0..30 {
        assert_eq!(answer(&api.bearer()).status, 400);
    }
    let refused = answer(&api.bearer());
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (429, "TooManyRequests")
    );
    assert_eq!(answer("").status, 401);
}

#[test]
fn a_wrong_verb_gets_the_recorded_405() {
    let api = Api::start();
    let cases = [
        ("GET", IMPORT, "POST"),
        ("DELETE", IMPORT, "POST"),
        ("PUT", "/api/indicators", "GET, POST"),
        ("GET", "/api/indicators/BatchDelete", "POST"),
        ("PATCH", "/api/indicators/1", "DELETE"),
    ];
    for (method, path, allow) in cases {
        let answer = api.call(method, path, "");
        assert_eq!(
            (answer.status, answer.header("allow")),
            (405, allow),
            "{method} {path}"
        );
        assert_eq!(
            (answer.header("content-length"), answer.body.as_str()),
            ("0", "")
        );
    }
}

#[test]
fn the_version_may_be_named_and_other_paths_are_not_found() {
    let api = Api::start();
    assert_eq!(api.call("GET", "/api/v1.0/indicators", "").status, 200);
    for path in [
        "/api",
        "/api/machines",
        "/api/indicators/",
        "/api/indicators/Import",
        "/api/v2.0/indicators",
    ] {
        let answer = api.call("GET", path, "");
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (404, "NotFound"),
            "{path}"
        );
    }
}

#[test]
fn answers_carry_the_recorded_headers() {
    let api = Api::start();
    let odata = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";
    for answer in [
        api.list(""),
        api.import(&domains(1)),
        api.submit(&domain("a.example")),
    ] {
        assert_eq!(answer.header("content-type"), odata);
        assert_eq!(answer.header("odata-version"), "4.0");
        assert_eq!(answer.header("vary"), "Accept-Encoding");
        let transport = answer.header("strict-transport-security");
        assert_eq!(transport, "max-age=15724800; includeSubDomains");
    }
}
