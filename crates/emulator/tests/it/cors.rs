//! The four ways of treating a page of another origin.

use serde_json::json;

use crate::raw::{Answer, Api, request};

const PAGE: &str = "http://localhost:8080";
const IMPORT: &str = "/api/indicators/import";

fn preflight(api: &Api) -> Answer {
    let headers = [
        ("origin", PAGE),
        ("access-control-request-method", "POST"),
        (
            "access-control-request-headers",
            "authorization,content-type",
        ),
    ];
    request(&api.running.api, "OPTIONS", IMPORT, &headers, "").expect("an answer")
}

fn call(api: &Api, bearer: &str) -> Answer {
    let headers = [("origin", PAGE), ("authorization", bearer)];
    request(&api.running.api, "GET", "/api/indicators", &headers, "").expect("an answer")
}

#[test]
fn each_mode() {
    let api = Api::start();
    // mode, preflight's status, its origin, an answer's origin, an error's origin
    let cases = [
        ("on", 204, PAGE, PAGE, PAGE),
        ("expose", 204, PAGE, PAGE, PAGE),
        ("off", 405, "", "", ""),
        ("errors_without_origin", 204, PAGE, PAGE, ""),
    ];
    for (mode, status, asked, answered, erred) in cases {
        api.faults(&json!({"cors": mode}));
        let origin = |answer: &Answer| answer.header("access-control-allow-origin").to_owned();
        let before = preflight(&api);
        assert_eq!(
            (before.status, origin(&before).as_str()),
            (status, asked),
            "{mode}"
        );
        let (good, bad) = (call(&api, &api.bearer()), call(&api, ""));
        assert_eq!(
            (good.status, origin(&good).as_str()),
            (200, answered),
            "{mode}"
        );
        assert_eq!((bad.status, origin(&bad).as_str()), (401, erred), "{mode}");
        let exposed = good.header("access-control-expose-headers");
        assert_eq!(exposed.contains("Retry-After"), mode == "expose", "{mode}");
    }
}

#[test]
fn a_preflight_names_the_headers_and_the_verb() {
    let api = Api::start();
    let answer = preflight(&api);
    assert_eq!(
        answer.header("access-control-allow-headers"),
        "authorization, content-type"
    );
    assert!(
        answer
            .header("access-control-allow-methods")
            .contains("POST")
    );
    api.faults(&json!({"cors": "off"}));
    let refused = preflight(&api);
    assert_eq!(
        (refused.header("allow"), refused.header("content-length")),
        ("POST", "0")
    );
}

#[test]
fn the_sign_in_answers_pages_in_every_mode() {
    let api = Api::start();
    api.faults(&json!({"cors": "off"}));
    let path = format!("/{}/oauth2/v2.0/token", ioculate_emulator::TENANT_ID);
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let answer = request(
        &api.running.api,
        "POST",
        &path,
        &[("origin", PAGE), kind],
        "",
    );
    let answer = answer.expect("an answer");
    assert_eq!(
        (answer.status, answer.header("access-control-allow-origin")),
        (400, "*")
    );
}
