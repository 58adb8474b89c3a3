//! Calls a minute, calls an hour, indicators a tenant.

use std::time::Duration;

use ioculate_emulator::{Options, Windows};
use serde_json::{Value, json};

use crate::raw::{Api, domain, indicator};

#[test]
fn the_31st_import_within_a_minute_is_refused() {
    let api = Api::start();
    for call in 0..30 {
        assert_eq!(api.import(&[domain("a.example")]).status, 200, "{call}");
    }
    let refused = api.import(&[domain("b.example")]);
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (429, "TooManyRequests")
    );
    let wait: u64 = refused.header("retry-after").parse().expect("seconds");
    assert!((50..=60).contains(&wait), "{wait}");
    assert_eq!(api.indicators().len(), 1);
    assert_eq!(
        api.list("").status,
        200,
        "other endpoints have their own limit"
    );
    api.running.advance(Duration::from_secs(wait));
    assert_eq!(api.import(&[domain("b.example")]).status, 200);
}

#[test]
fn single_submit_list_and_delete_share_100_a_minute() {
    let api = Api::start();
    for call in 0..50 {
        assert_eq!(api.submit(&domain("a.example")).status, 200, "{call}");
        assert_eq!(api.list("?$top=1").status, 200, "{call}");
    }
    assert_eq!(api.call("DELETE", "/api/indicators/1", "").status, 429);
    assert_eq!(api.import(&[domain("a.example")]).status, 200);
}

#[test]
fn a_shorter_window_refills_sooner() {
    let api = Api::with(Options {
        windows: Windows::of(Duration::from_millis(1_500)),
        ..Options::default()
    });
    let statuses: Vec<u16> = (0..31)
        .map(|_| api.import(&[domain("a.example")]).status)
        .collect();
    assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 1);
    let wait = api.import(&[domain("a.example")]);
    assert_eq!((wait.status, wait.header("retry-after")), (429, "2"));
    api.running.advance(Duration::from_secs(2));
    assert_eq!(api.import(&[domain("a.example")]).status, 200);
}

#[test]
fn others_use_up_the_same_limit() {
    let api = Api::start();
    api.faults(&json!({"other_calls_per_minute": 29}));
    assert_eq!(api.import(&[domain("a.example")]).status, 200);
    assert_eq!(api.import(&[domain("a.example")]).status, 429);
}

#[test]
fn refused_tokens_do_not_use_up_the_limit() {
    let api = Api::start();
    let reader = format!("Bearer {}", api.token_for(&json!({"account": "reader"})));
    for _ in 0..40 {
        let headers = [("authorization", reader.as_str())];
        let answer = crate::raw::request(
            &api.running.api,
            "POST",
            "/api/indicators/import",
            &headers,
            "",
        );
        assert_eq!(answer.expect("an answer").status, 403);
    }
    assert_eq!(api.import(&[domain("a.example")]).status, 200);
}

#[test]
fn new_indicators_beyond_the_quota_fail_and_updates_do_not() {
    let api = Api::start();
    api.faults(&json!({"quota": 2}));
    let batch = ["a.example", "b.example", "c.example", "a.example"].map(domain);
    let results = api.import(&batch).json();
    let failed: Vec<&Value> = results["value"]
        .as_array()
        .expect("results")
        .iter()
        .map(|result| &result["isFailed"])
        .collect();
    assert_eq!(failed, [false, false, true, false]);
    let audit = indicator("DomainName", "a.example", "Audit");
    let refused = api.submit(&audit);
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (400, "BadRequest")
    );
    assert_eq!(api.submit(&domain("a.example")).status, 200);
    api.faults(&json!({"strict": "batch"}));
    assert_eq!(api.import(&batch).status, 400);
    assert_eq!(
        api.import(&["b.example", "a.example"].map(domain)).status,
        200
    );
    assert_eq!(api.call("DELETE", "/api/indicators/1", "").status, 204);
    assert_eq!(api.submit(&audit).status, 200);
}
