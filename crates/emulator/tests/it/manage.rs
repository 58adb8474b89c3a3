//! The manage port.

use serde_json::{Value, json};

use crate::raw::{Api, domain, indicator, request};

#[test]
fn the_state_shows_indicators_and_calls() {
    let api = Api::start();
    let before = api.manage("GET", "/state", "").json();
    assert_eq!(
        before,
        json!({"api": api.running.api, "indicators": [], "calls": []})
    );
    api.import(&["a.example", "b.example"].map(domain));
    api.list("?$top=1");
    api.call("PUT", "/api/indicators", "");
    let calls = api.manage("GET", "/state", "").json()["calls"].clone();
    let told = |field: &str| -> Vec<Value> {
        let calls = calls.as_array().expect("calls").iter();
        calls.map(|call| call[field].clone()).collect()
    };
    assert_eq!(told("method"), ["POST", "GET", "PUT"]);
    assert_eq!(
        told("path"),
        [
            "/api/indicators/import",
            "/api/indicators",
            "/api/indicators"
        ]
    );
    assert_eq!(told("status"), [200, 200, 405]);
    assert_eq!(told("items"), [2, 0, 0]);
    assert_eq!(told("values"), [Value::Null, Value::Null, Value::Null]);
    let at: Vec<u64> = told("at_ms").iter().filter_map(Value::as_u64).collect();
    assert!(
        at.len() == 3 && at.is_sorted() && at[0] > 1_700_000_000_000,
        "{at:?}"
    );
    let values = api.manage("GET", "/state?values=1", "").json()["calls"][0]["values"].clone();
    assert_eq!(values, json!(["a.example", "b.example"]));
}

#[test]
fn preflights_are_no_calls() {
    let api = Api::start();
    request(
        &api.running.api,
        "OPTIONS",
        "/api/indicators",
        &[("origin", "http://x.example")],
        "",
    );
    assert_eq!(api.manage("GET", "/state", "").json()["calls"], json!([]));
}

#[test]
fn a_reset_clears_all_but_keys_and_sign_ins() {
    let api = Api::start();
    let untouched = api.manage("GET", "/faults", "").json();
    api.faults(&json!({"quota": 5, "latency_ms": 1, "throttle_every": 31}));
    for _ in 0..30 {
        api.import(&[domain("a.example")]);
    }
    assert_eq!(api.import(&[domain("a.example")]).status, 429);
    assert_eq!(api.manage("POST", "/reset", "").status, 200);
    let after = api.manage("GET", "/state", "").json();
    assert_eq!(
        (&after["indicators"], &after["calls"]),
        (&json!([]), &json!([]))
    );
    assert_eq!(api.manage("GET", "/faults", "").json(), untouched);
    let answer = api.import(&[domain("a.example")]);
    assert_eq!(
        answer.status, 200,
        "the old token holds and the window is empty"
    );
}

#[test]
fn a_seed_upserts_with_defaults() {
    let api = Api::start();
    let seeds = json!([
        {"indicatorType": "DomainName", "indicatorValue": "a.example", "action": "Block"},
        {"indicatorType": "WebCategory", "indicatorValue": "x", "action": "Audit", "lastUpdatedBy": "bob@contoso.example"},
        {"indicatorType": "DomainName", "indicatorValue": "A.example", "action": "Block", "title": "second"},
        {"indicatorType": "DomainName", "indicatorValue": "c.example", "action": "Warn", "id": "77", "createdBySource": "Portal"},
    ]);
    let answer = api.manage("POST", "/seed", &seeds.to_string());
    assert_eq!(answer.json(), json!({"seeded": 4}));
    let all = api.indicators();
    let ids: Vec<&Value> = all.iter().map(|entity| &entity["id"]).collect();
    assert_eq!(ids, ["1", "2", "77"]);
    assert_eq!(all[0]["title"], "second");
    assert_eq!(all[0]["severity"], "Informational");
    assert_eq!(all[1]["lastUpdatedBy"], "bob@contoso.example");
    assert_eq!(all[2]["createdBySource"], "Portal");
    let submitted = api
        .submit(&indicator("DomainName", "c.example", "Warn"))
        .json();
    assert_eq!(submitted["id"], "77");
    let lacking = api.manage(
        "POST",
        "/seed",
        r#"[{"indicatorType": "Url", "action": "Block"}]"#,
    );
    assert_eq!(lacking.status, 400);
    assert!(
        lacking.body.contains("entity 0 lacks indicatorValue"),
        "{}",
        lacking.body
    );
}

#[test]
fn a_full_tenant_is_seeded_at_once() {
    let api = Api::start();
    let seeds: Vec<Value> = (0..15_000)
        .map(|number| {
            json!({
                "indicatorType": "FileSha256", "indicatorValue": format!("{number:064x}"),
                "action": "Block", "title": "t".repeat(100),
            })
        })
        .collect();
    let answer = api.manage("POST", "/seed", &json!(seeds).to_string());
    assert_eq!(answer.json(), json!({"seeded": 15_000}));
}

#[test]
fn an_application_writes_under_its_own_id() {
    let api = Api::start();
    let id = "22222222-2222-4333-8444-555555555555";
    let bearer = format!("Bearer {}", api.token_for(&json!({"app": id})));
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let item = domain("a.example").to_string();
    let origin = &api.running.api;
    let made = request(origin, "POST", "/api/indicators", &headers, &item).expect("an answer");
    assert_eq!((made.status, &made.json()["createdBy"]), (200, &json!(id)));
    let updated = api.submit(&domain("a.example")).json();
    assert_eq!(updated["lastUpdatedBy"], "analyst@contoso.example");
    let again = request(origin, "POST", "/api/indicators", &headers, &item).expect("an answer");
    assert_eq!(again.json()["lastUpdatedBy"], id);
}

#[test]
fn what_it_does_not_know_is_named() {
    let api = Api::start();
    let cases = [
        ("/faults", r#"{"lateness": 3}"#, "`lateness`"),
        ("/faults", r#"{"cors": "maybe"}"#, "`maybe`"),
        ("/faults", "[]", "map"),
        ("/token", r#"{"account": "root"}"#, "no account root"),
        ("/token", r#"{"account": "analyst", "life": 3}"#, "`life`"),
        ("/token", r#"{"account": "analyst", "app": "x"}"#, "which"),
        ("/token", "{}", "which"),
        ("/token", "", "EOF"),
    ];
    for (path, body, named) in cases {
        let answer = api.manage("POST", path, body);
        assert_eq!(answer.status, 400, "{path} {body}");
        assert!(answer.body.contains(named), "{}", answer.body);
    }
    assert_eq!(api.manage("GET", "/stat", "").status, 404);
}

#[test]
fn pages_of_the_web_cannot_reach_it() {
    let api = Api::start();
    let cases = [
        (("host", "localhost:8081"), 200),
        (("host", "127.0.0.1:8081"), 200),
        (("host", "[::1]:8081"), 200),
        (("host", "bad.example:8081"), 403),
        (("origin", "http://localhost:8080"), 200),
        (("origin", "https://bad.example"), 403),
        (("origin", "null"), 403),
    ];
    for (header, status) in cases {
        let answer = request(&api.running.manage, "GET", "/faults", &[header], "");
        assert_eq!(answer.expect("an answer").status, status, "{header:?}");
    }
}
