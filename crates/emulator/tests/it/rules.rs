//! The rules for values, types, actions, alerts, dates and groups: each by both calls.

use serde_json::{Value, json};

use crate::raw::{Api, but, domain, indicator};

const MD5: &str = "d41d8cd98f00b204e9800998ecf8427e";
const SHA1: &str = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
const SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Is `item` refused with `code` by both calls, or taken by both where `code` is empty?
fn check(api: &Api, item: &Value, code: &str) {
    let alone = api.submit(item);
    let among = api.import(std::slice::from_ref(item));
    let result = &among.json()["value"][0];
    assert_eq!(among.status, 200, "{item}");
    assert_eq!(
        result["indicator"],
        item.get("indicatorValue").cloned().unwrap_or(json!(""))
    );
    if code.is_empty() {
        assert_eq!(alone.status, 200, "{item}: {}", alone.body);
        assert_eq!(result["isFailed"], false, "{item}: {result}");
        assert!(
            result["id"].is_string() && result["failureReason"].is_null(),
            "{result}"
        );
    } else {
        assert_eq!((alone.status, alone.code().as_str()), (400, code), "{item}");
        assert_eq!(result["isFailed"], true, "{item}");
        assert_eq!(result["id"], Value::Null);
        let reason = result["failureReason"].as_str().expect("a reason");
        assert!(reason.starts_with("[emulator] "), "{reason}");
    }
}

/// An emulator that lets more calls through than a table has lines.
fn api() -> Api {
    Api::with_many_windows()
}

#[test]
fn values_fit_their_types() {
    let api = api();
    let cases = [
        ("FileMd5", MD5, ""),
        ("FileSha1", SHA1, ""),
        ("FileSha256", SHA256, ""),
        ("FileSha1", SHA256, "InvalidHashValue"),
        ("FileSha256", "not a hash", "InvalidHashValue"),
        (
            "FileMd5",
            "g41d8cd98f00b204e9800998ecf8427e",
            "InvalidHashValue",
        ),
        ("IpAddress", "203.0.113.7", ""),
        ("IpAddress", "2001:db8:0:0:0:0:0:7", ""),
        ("IpAddress", "2001:db8::7", "InvalidIpAddress"),
        ("IpAddress", "203.0.113.0/24", "InvalidIpAddress"),
        ("IpAddress", "203.0.113.007", "InvalidIpAddress"),
        ("IpAddress", "10.0.0.1", "InvalidIpAddress"),
        ("IpAddress", "203.0.113.7 ", "InvalidIpAddress"),
        ("DomainName", "bad.example", ""),
        ("DomainName", "*.bad.example", "InvalidDomainName"),
        ("DomainName", "http://bad.example", "InvalidDomainName"),
        ("DomainName", "bad[.]example", "InvalidDomainName"),
        ("Url", "https://bad.example/a?b=c#d", ""),
        ("Url", "ftp://bad.example/a", "InvalidUrl"),
        ("Url", "hxxps://bad.example/a", "InvalidUrl"),
        ("Url", "https://bad.example/a b", "InvalidUrl"),
        ("DomainName", "", "InvalidInput"),
        ("DomainName", " ", "MissingRequiredParameter"),
    ];
    for (kind, value, code) in cases {
        check(&api, &indicator(kind, value, "Block"), code);
    }
}

#[test]
fn actions_fit_their_types() {
    let api = api();
    let actions = [
        "Allowed",
        "Audit",
        "Warn",
        "Block",
        "BlockAndRemediate",
        "Alert",
        "AlertAndBlock",
    ];
    let table = [
        ("FileMd5", MD5, "ok ok ok ok ok ok ok"),
        ("FileSha1", SHA1, "ok ok ok ok ok ok ok"),
        ("FileSha256", SHA256, "ok ok ok ok ok ok ok"),
        ("IpAddress", "203.0.113.7", "ok ok ok ok no ok ok"),
        ("DomainName", "bad.example", "ok ok ok ok no ok ok"),
        ("Url", "http://bad.example/", "ok ok ok ok no ok ok"),
        ("CertificateThumbprint", SHA1, "ok no no no ok no ok"),
    ];
    for (kind, value, row) in table {
        for (action, verdict) in actions.iter().zip(row.split(' ')) {
            let code = if verdict == "ok" { "" } else { "InvalidInput" };
            check(&api, &indicator(kind, value, action), code);
        }
    }
}

#[test]
fn required_fields_alerts_and_dates() {
    let api = api();
    let (item, missing) = (domain("bad.example"), "MissingRequiredParameter");
    let audit = indicator("DomainName", "bad.example", "Audit");
    let cases = [
        (but(item.clone(), "indicatorValue", json!(null)), missing),
        (but(item.clone(), "indicatorType", json!(null)), missing),
        (but(item.clone(), "action", json!(null)), missing),
        (but(item.clone(), "title", json!(null)), missing),
        (but(item.clone(), "title", json!("")), missing),
        (but(item.clone(), "description", json!(null)), missing),
        (but(item.clone(), "generateAlert", json!(null)), ""),
        (audit.clone(), ""),
        (
            but(audit.clone(), "generateAlert", json!(false)),
            "InvalidInput",
        ),
        (but(audit, "generateAlert", json!(null)), "InvalidInput"),
        (
            but(
                item.clone(),
                "expirationTime",
                json!("2099-01-31T00:00:00Z"),
            ),
            "",
        ),
        (
            but(
                item.clone(),
                "expirationTime",
                json!("2099-01-31T01:00:00.1234567+01:00"),
            ),
            "",
        ),
        (
            but(
                item.clone(),
                "expirationTime",
                json!("2020-12-12T00:00:00Z"),
            ),
            "InvalidInput",
        ),
        (
            but(
                item.clone(),
                "lastUpdateTime",
                json!("2020-12-12T00:00:00Z"),
            ),
            "",
        ),
        (but(item, "createdByDisplayName", json!("somebody")), ""),
    ];
    for (item, code) in cases {
        check(&api, &item, code);
    }
}

#[test]
fn device_groups_exist_or_are_refused() {
    let api = api();
    let grouped = |names: &[&str]| but(domain("bad.example"), "rbacGroupNames", json!(names));
    check(&api, &grouped(&["Anything"]), "");
    api.faults(&json!({"groups": ["Servers", "Kiosks"]}));
    check(&api, &grouped(&["Servers", "Kiosks"]), "");
    check(&api, &grouped(&[]), "");
    check(&api, &grouped(&["Servers", "servers"]), "InvalidInput");
}

#[test]
fn one_bad_item_fails_alone_or_takes_the_batch_along() {
    let api = api();
    let batch = [
        domain("a.example"),
        domain("*.b.example"),
        domain("c.example"),
    ];
    let failed = |answer: &Value| -> Vec<bool> {
        let results = answer["value"].as_array().expect("results");
        results
            .iter()
            .map(|result| result["isFailed"] == true)
            .collect()
    };
    assert_eq!(failed(&api.import(&batch).json()), [false, true, false]);
    assert_eq!(api.indicators().len(), 2);
    api.manage("POST", "/reset", "");
    api.faults(&json!({"strict": "batch"}));
    let answer = api.import(&batch);
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (400, "InvalidDomainName")
    );
    assert!(api.indicators().is_empty());
}
