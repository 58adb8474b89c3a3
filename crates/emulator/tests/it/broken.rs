//! Each switch that breaks a call or its answer does what its name says.

use std::{io::Read, net::TcpStream, time::Duration};

use serde_json::{Value, json};

use crate::raw::{Answer, Api, domain, indicator};

fn with(switches: &Value) -> Api {
    let api = Api::start();
    api.faults(switches);
    api
}

fn two() -> [Value; 2] {
    ["a.example", "b.example"].map(domain)
}

fn calls(api: &Api) -> Value {
    api.manage("GET", "/state", "").json()["calls"].clone()
}

/// What an answer lacks, or is.
fn described(answer: &Answer) -> &'static str {
    let length: usize = answer.header("content-length").parse().unwrap_or(0);
    let json: Result<Value, _> = serde_json::from_str(&answer.body);
    match json {
        Ok(json) if json["value"].is_array() => "whole",
        Ok(_) => "another shape",
        Err(_) if length > answer.body.len() => "shorter than it says",
        Err(_) if answer.header("transfer-encoding") == "chunked" => "without its last chunk",
        Err(_) if answer.body.is_empty() => "empty",
        Err(_) if answer.body.contains("<title>") => "a page",
        Err(_) if answer.body.starts_with("{\"@odata.context\"") => "half",
        Err(_) => "no text",
    }
}

#[test]
fn drop_before_commit_every() {
    let api = with(&json!({"drop_before_commit_every": 2}));
    let send = |value: &str| {
        let body = domain(value).to_string();
        api.cut_call("POST", "/api/indicators", &body)
    };
    assert_eq!(send("a.example").expect("an answer").status, 200);
    assert!(send("b.example").is_none(), "no answer comes");
    assert_eq!(api.indicators().len(), 1, "nothing was done");
    let cut = &calls(&api)[1];
    assert_eq!(
        (&cut["dropped"], &cut["status"]),
        (&json!(true), &json!(null))
    );
}

#[test]
fn hang_every() {
    let api = with(&json!({"hang_every": 1}));
    let port = api.running.api.rsplit(':').next().expect("a port");
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).expect("it listens");
    let body = domain("a.example").to_string();
    let head = format!(
        "POST /api/indicators HTTP/1.1\r\nhost: localhost\r\nauthorization: {}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n",
        api.bearer(),
        body.len()
    );
    std::io::Write::write_all(&mut stream, format!("{head}{body}").as_bytes()).expect("it reads");
    let glance = Some(Duration::from_millis(300));
    stream.set_read_timeout(glance).expect("a timeout");
    let read = stream.read(&mut [0; 1]);
    assert!(read.is_err(), "neither an answer nor an end: {read:?}");
    assert_eq!(api.indicators().len(), 1, "the work was done");
    assert_eq!(calls(&api)[0]["dropped"], true);
}

#[test]
fn cut_body_every() {
    let api = with(&json!({"cut_body_every": 2}));
    let told: Vec<&str> = (0..4).map(|_| described(&api.import(&two()))).collect();
    let expected = [
        "whole",
        "shorter than it says",
        "whole",
        "without its last chunk",
    ];
    assert_eq!(told, expected);
    assert_eq!(api.indicators().len(), 2, "the work was done");
    assert_eq!(calls(&api)[1]["broken"], true);
}

#[test]
fn garble_every() {
    let api = with(&json!({"garble_every": 1}));
    let answers: Vec<Answer> = (0..5).map(|_| api.import(&two())).collect();
    let told: Vec<&str> = answers.iter().map(described).collect();
    let expected = ["a page", "half", "empty", "another shape", "no text"];
    assert_eq!(told, expected);
    assert!(answers.iter().all(|answer| answer.status == 200));
    assert_eq!(api.indicators().len(), 2, "the work was done");
}

#[test]
fn list_error_every() {
    let api = Api::start();
    api.import(&two());
    api.faults(&json!({"list_error_every": 2}));
    let answers: Vec<Answer> = (0..10).map(|_| api.list("")).collect();
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(statuses, [200, 429, 200, 500, 200, 503, 200, 200, 200, 200]);
    assert_eq!(described(&answers[7]), "shorter than it says");
    assert_eq!(described(&answers[9]), "half");
    assert_eq!(described(&answers[8]), "whole");
    assert_eq!(api.import(&two()).status, 200, "writing is left alone");
}

#[test]
fn poison() {
    let api = with(&json!({"poison": ["b.example"]}));
    let refused = api.import(&two());
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (400, "InvalidRequestBody")
    );
    assert!(!refused.body.contains("b.example"), "it does not say which");
    assert!(api.indicators().is_empty(), "nothing was done");
    assert_eq!(api.import(&[domain("a.example")]).status, 200);
    assert_eq!(api.submit(&domain("B.example")).status, 400);
}

#[test]
fn retry_after() {
    let cases = [("seconds", "1"), ("absent", ""), ("date", " GMT")];
    for (form, end) in cases {
        let api = with(&json!({"throttle_every": 1, "retry_after": form}));
        let answer = api.import(&two());
        let said = answer.header("retry-after");
        assert!(
            said.ends_with(end) && said.is_empty() == end.is_empty(),
            "{form}: {said}"
        );
    }
}

/// The results of three items under `switches`: value and `isFailed` of each.
fn told(switches: &Value) -> Vec<(Value, Value)> {
    let api = with(switches);
    let answer = api.import(&["a.example", "b.example", "c.example"].map(domain));
    assert_eq!(api.indicators().len(), 3, "the work was done");
    let results = answer.json()["value"].as_array().expect("results").clone();
    let told = |result: &Value| (result["indicator"].clone(), result["isFailed"].clone());
    results.iter().map(told).collect()
}

#[test]
fn results_that_nobody_asked_for() {
    let (a, b, c) = ("a.example", "b.example", "c.example");
    let cases = [
        (
            json!({"extra_item_every": 2}),
            vec![
                (a, false),
                (b, false),
                ("emulator-b.example", false),
                (c, false),
            ],
        ),
        (
            json!({"duplicate_item_every": 3}),
            vec![(a, false), (b, false), (c, false), (c, false)],
        ),
        (
            json!({"contradict_item_every": 3}),
            vec![(a, false), (b, false), (c, false), (c, true)],
        ),
    ];
    for (switches, expected) in cases {
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(value, failed)| (json!(value), json!(failed)))
            .collect();
        assert_eq!(told(&switches), expected, "{switches}");
    }
}

#[test]
fn mistype_every() {
    let api = with(&json!({"mistype_every": 1, "fail_item_every": 2}));
    let items: Vec<Value> = (0..7)
        .map(|number| indicator("IpAddress", &format!("192.0.2.{number}"), "Block"))
        .collect();
    let results = api.import(&items).json()["value"].clone();
    let failed: Vec<&Value> = (0..4).map(|at| &results[at]["isFailed"]).collect();
    let expected = [json!("false"), json!(1), json!(null), json!(null)];
    assert_eq!(failed, expected.iter().collect::<Vec<_>>());
    let keys = |at: usize| results[at].as_object().expect("an object").len();
    assert_eq!((keys(2), keys(3), keys(4)), (4, 3, 3));
    assert!(results[4].get("indicator").is_none());
    assert_eq!(results[5]["indicator"], 7);
    assert!(results[6].is_string());
}

#[test]
fn the_api_is_cut_off_and_comes_back_as_it_was() {
    let api = Api::start();
    assert_eq!(api.import(&two()).status, 200);
    api.faults(&json!({"latency_ms": 60_000}));
    let lost = std::thread::scope(|scope| {
        let call = scope.spawn(|| {
            let item = domain("c.example").to_string();
            api.cut_call("POST", "/api/indicators", &item)
        });
        while api.indicators().len() < 3 {
            std::thread::sleep(Duration::from_millis(5));
        }
        api.running.cut_off();
        call.join().expect("it ends at once")
    });
    assert!(lost.is_none(), "no answer comes: {lost:?}");
    let port = api.running.api.rsplit(':').next().expect("a port");
    assert!(TcpStream::connect(format!("127.0.0.1:{port}")).is_err());
    assert_eq!(api.indicators().len(), 3, "the manage port answers");
    api.faults(&json!({"latency_ms": 0}));
    api.running.reconnect().expect("the port is free");
    api.running.reconnect().expect("twice is once");
    let held = api.list("").json()["value"].clone();
    assert_eq!(held.as_array().map(Vec::len), Some(3));
}
