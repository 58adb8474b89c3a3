//! What is one indicator, how it is stored, and when it is gone.

use std::time::Duration;

use serde_json::{Value, json};

use crate::raw::{Api, but, domain, indicator};

#[test]
fn a_value_with_another_action_is_a_second_indicator() {
    let api = Api::start();
    let ids: Vec<Value> = ["Block", "Audit", "Block", "Warn"]
        .map(|action| api.submit(&indicator("DomainName", "bad.example", action)))
        .map(|answer| answer.json()["id"].clone())
        .into();
    assert_eq!(ids, ["1", "2", "1", "3"]);
    assert_eq!(api.indicators().len(), 3);
}

#[test]
fn case_is_folded_where_the_type_ignores_it() {
    let api = Api::start();
    let upper = "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709";
    let pairs = [
        ("FileSha1", upper, true),
        ("DomainName", "BAD.example", true),
        ("IpAddress", "2001:DB8:0:0:0:0:0:1", true),
        ("Url", "HTTP://BAD.example/path", true),
        ("Url", "http://BAD.example", true),
        ("Url", "http://bad.example/Path", false),
        ("Url", "http://bad.example?Query", false),
    ];
    for (kind, value, same) in pairs {
        let id = |value: &str| api.submit(&indicator(kind, value, "Block")).json()["id"].clone();
        assert_eq!(id(value) == id(&value.to_lowercase()), same, "{kind}");
    }
}

#[test]
fn an_update_replaces_all_but_what_a_creation_fixed() {
    let api = Api::start();
    let mut item = domain("bad.example");
    item["application"] = json!("first");
    item["certificateInfo"] = json!({"issuer": "first"});
    item["severity"] = json!("High");
    let made = api.submit(&item).json();
    assert_eq!(
        (&made["application"], &made["lastUpdatedBy"]),
        (&json!("first"), &Value::Null)
    );
    api.running.advance(Duration::from_secs(5));
    item["application"] = json!("second");
    item["certificateInfo"] = json!({"issuer": "second"});
    item["title"] = json!("Feed B");
    let renewed = api.submit(&but(item, "severity", Value::Null)).json();
    let expected = [
        ("id", made["id"].clone()),
        ("application", json!("first")),
        ("certificateInfo", json!({"issuer": "first"})),
        (
            "creationTimeDateTimeUtc",
            made["creationTimeDateTimeUtc"].clone(),
        ),
        ("title", json!("Feed B")),
        ("severity", json!("Informational")),
        ("lastUpdatedBy", json!("analyst@contoso.example")),
    ];
    for (field, value) in expected {
        assert_eq!(renewed[field], value, "{field}");
    }
    assert_ne!(renewed["lastUpdateTime"], made["lastUpdateTime"]);
}

#[test]
fn legacy_actions_are_stored_as_what_replaced_them() {
    let api = Api::start();
    let sha1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
    let cases = [
        ("FileSha1", sha1, "Alert", "Audit"),
        ("FileSha1", sha1, "AlertAndBlock", "BlockAndRemediate"),
        ("DomainName", "bad.example", "Alert", "Audit"),
        ("DomainName", "bad.example", "AlertAndBlock", "Block"),
    ];
    for (kind, value, sent, stored) in cases {
        let entity = api.submit(&indicator(kind, value, sent)).json();
        assert_eq!(
            (&entity["action"], &entity["generateAlert"]),
            (&json!(stored), &json!(true)),
            "{kind} {sent}"
        );
    }
}

#[test]
fn an_entity_has_the_recorded_fields_in_their_order() {
    let api = Api::start();
    let answer = api.submit(&domain("bad.example"));
    let recorded = "@odata.context id indicatorValue indicatorType action createdBy severity category \
        application educateUrl bypassDurationHours title description recommendedActions \
        creationTimeDateTimeUtc expirationTime lastUpdateTime lastUpdatedBy rbacGroupNames \
        rbacGroupIds notificationId notificationBody version mitreTechniques historicalDetection \
        lookBackPeriod generateAlert additionalInfo createdByDisplayName externalId createdBySource \
        certificateInfo";
    let mut rest = answer.body.as_str();
    for name in recorded.split_whitespace() {
        let key = format!("\"{name}\":");
        let at = rest
            .find(&key)
            .unwrap_or_else(|| panic!("{name} comes next in {rest}"));
        rest = &rest[at + key.len()..];
    }
    let entity = answer.json();
    assert_eq!(entity.as_object().map(serde_json::Map::len), Some(32));
    let context = format!("{}/api/$metadata#Indicators/$entity", api.running.api);
    assert_eq!(entity["@odata.context"], context);
    assert_eq!(entity["createdBySource"], "PublicApi");
    assert_eq!(entity["createdBy"], "analyst@contoso.example");
    assert_eq!(entity["category"], 1);
    let made = entity["creationTimeDateTimeUtc"].as_str().expect("a time");
    assert!(made.len() == 28 && made.ends_with('Z'), "{made}");
}

#[test]
fn what_has_expired_is_gone() {
    let api = Api::start();
    let soon = |value: &str, date: &str| but(domain(value), "expirationTime", json!(date));
    let (near, far) = ("2098-01-01T00:00:00Z", "2099-01-01T00:00:00Z");
    api.import(&[
        soon("a.example", near),
        soon("b.example", far),
        domain("c.example"),
    ]);
    let values = || -> Vec<Value> {
        let all = api.indicators();
        all.iter()
            .map(|entity| entity["indicatorValue"].clone())
            .collect()
    };
    assert_eq!(values(), ["a.example", "b.example", "c.example"]);
    let state = api.indicators();
    let made = state[0]["creationTimeDateTimeUtc"]
        .as_str()
        .expect("a time");
    let year: u64 = made[..4].parse().expect("a year");
    let years = |count: u64| Duration::from_secs(count * 31_557_600);
    api.running
        .advance(years(2098 - year) + Duration::from_hours(24));
    assert_eq!(values(), ["b.example", "c.example"]);
    api.running.advance(years(1));
    assert_eq!(values(), ["c.example"]);
}
