//! Each switch does what its name says.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::raw::{Api, Kept, domain};

fn five() -> [Value; 5] {
    [
        "a.example",
        "b.example",
        "c.example",
        "d.example",
        "E.example",
    ]
    .map(domain)
}

fn results(api: &Api) -> Vec<Value> {
    let answer = api.import(&five());
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()["value"].as_array().expect("results").clone()
}

fn with(switches: &Value) -> Api {
    let api = Api::start();
    api.faults(switches);
    api
}

#[test]
fn throttle_every() {
    let api = with(&json!({"throttle_every": 3}));
    let answers: Vec<_> = (0..6).map(|_| api.submit(&domain("a.example"))).collect();
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(statuses, [200, 200, 429, 200, 200, 429]);
    assert_eq!(answers[2].header("retry-after"), "1");
    assert_eq!(api.list("").status, 200, "reading is left alone");
}

#[test]
fn error_every() {
    let api = with(&json!({"error_every": 2}));
    let statuses: Vec<u16> = (0..4).map(|_| api.import(&five()).status).collect();
    assert_eq!(statuses, [200, 500, 200, 503]);
    api.manage("POST", "/reset", "");
    api.faults(&json!({"error_every": 1}));
    assert_eq!(api.import(&five()).code(), "InternalServerError");
    assert!(api.indicators().is_empty(), "nothing was done");
}

#[test]
fn drop_after_commit_every() {
    let api = with(&json!({"drop_after_commit_every": 2}));
    let body = |value: &str| domain(value).to_string();
    let first = api.cut_call("POST", "/api/indicators", &body("a.example"));
    assert_eq!(first.expect("an answer").status, 200);
    let second = api.cut_call("POST", "/api/indicators", &body("b.example"));
    assert!(second.is_none(), "{second:?}");
    assert_eq!(api.indicators().len(), 2, "the work was done");
    let calls = api.manage("GET", "/state", "").json()["calls"].clone();
    assert_eq!(calls[1]["dropped"], true);
}

#[test]
fn an_answer_is_lost_on_an_unused_connection_only() {
    let api = Api::start();
    let mut used = Kept::open(&api);
    assert!(used.send("GET", "/api/indicators", "").contains("200 OK"));
    api.faults(&json!({"drop_after_commit_every": 2}));
    let body = domain("a.example").to_string();
    api.submit(&domain("a.example"));
    let second = used.send("POST", "/api/indicators", &body);
    assert!(
        second.contains("200 OK") && second.contains("connection: close"),
        "{second}"
    );
    let third = api.cut_call("POST", "/api/indicators", &body);
    assert!(third.is_none(), "the loss was owed: {third:?}");
}

#[test]
fn fail_item_every_with_a_reason() {
    let api = with(&json!({"fail_item_every": 2, "failure_reason": "No, =SUM(A1)"}));
    let failed: Vec<Value> = results(&api)
        .iter()
        .map(|result| result["failureReason"].clone())
        .collect();
    assert_eq!(
        json!(failed),
        json!([null, "No, =SUM(A1)", null, "No, =SUM(A1)", null])
    );
    assert_eq!(api.indicators().len(), 3);
}

#[test]
fn omit_item_every() {
    let api = with(&json!({"omit_item_every": 2}));
    let told: Vec<Value> = results(&api)
        .iter()
        .map(|result| result["indicator"].clone())
        .collect();
    assert_eq!(told, ["a.example", "c.example", "E.example"]);
    assert_eq!(api.indicators().len(), 5);
}

#[test]
fn shuffle() {
    let api = with(&json!({"shuffle": true}));
    let orders: Vec<Vec<Value>> = (0..20).map(|_| results(&api)).collect();
    assert!(
        orders.iter().any(|order| order != &orders[0]),
        "always in one order"
    );
    let mut sorted = orders[7].clone();
    sorted.sort_by_key(|result| result["id"].as_str().map(str::to_owned));
    let values: Vec<&Value> = sorted.iter().map(|result| &result["indicator"]).collect();
    assert_eq!(
        values,
        [
            "a.example",
            "b.example",
            "c.example",
            "d.example",
            "E.example"
        ]
    );
}

#[test]
fn id_form_and_echo() {
    let cases = [
        (json!({}), json!("5"), "E.example"),
        (json!({"id_form": "number"}), json!(5), "E.example"),
        (json!({"id_form": "null"}), json!(null), "E.example"),
        (json!({"echo": "normalised"}), json!("5"), "e.example"),
        (json!({"echo": "as-sent"}), json!("5"), "E.example"),
    ];
    for (switches, id, value) in cases {
        let last = results(&with(&switches)).pop().expect("five results");
        assert_eq!(
            (&last["id"], &last["indicator"]),
            (&id, &json!(value)),
            "{switches}"
        );
    }
}

#[test]
fn latency_comes_after_the_work() {
    let api = with(&json!({"latency_ms": 700}));
    let started = Instant::now();
    let slow = std::thread::scope(|scope| {
        let call = scope.spawn(|| api.import(&five()).status);
        while api.indicators().is_empty() {
            assert!(
                started.elapsed() < Duration::from_secs(10),
                "nothing was done"
            );
        }
        let done = started.elapsed();
        assert_eq!(call.join().expect("a status"), 200);
        (done, started.elapsed())
    });
    assert!(
        slow.1 >= Duration::from_millis(700) && slow.0 < slow.1,
        "{slow:?}"
    );
}

#[test]
fn what_is_held_back_is_done_and_answered_once_it_is_let_go() {
    let api = with(&json!({"hold_after": 1}));
    assert_eq!(api.import(&five()).status, 200, "the first is answered");
    std::thread::scope(|scope| {
        let call = scope.spawn(|| api.import(&[domain("late.example")]).status);
        while api.indicators().len() < 6 {
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(200));
        assert!(!call.is_finished(), "done, and not answered");
        api.faults(&json!({"hold_after": 0}));
        assert_eq!(call.join().expect("a status"), 200);
    });
    assert_eq!(api.import(&five()).status, 200);
}
