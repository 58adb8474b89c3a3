use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::indicator::{Action, IndicatorType};

/// An indicator as the service prints it (recorded answers of 2022 and 2023): every field, in that
/// order.
const STORED: &str = r#"{"id":"7","indicatorValue":"192.0.2.7","indicatorType":"IpAddress",
"action":"Block","createdBy":"ann@contoso.example","severity":"High","category":1,
"application":"first","educateUrl":"https://help.example/","bypassDurationHours":null,
"title":"Feed A","description":"C2","recommendedActions":"triage",
"creationTimeDateTimeUtc":"2026-11-22T10:11:12.1234567Z",
"expirationTime":"2027-01-31T00:00:00.0000000Z","lastUpdateTime":"2026-11-22T10:11:12.1234567Z",
"lastUpdatedBy":null,"rbacGroupNames":["Servers","a, b"],"rbacGroupIds":[],"notificationId":null,
"notificationBody":null,"version":null,"mitreTechniques":["T1110","T1059.001"],
"historicalDetection":false,"lookBackPeriod":null,"generateAlert":true,"additionalInfo":null,
"createdByDisplayName":"ann@contoso.example","externalId":"row 7","createdBySource":"PublicApi",
"certificateInfo":null}"#;

/// What was sent for it.
const SENT: &str = r#"{"indicatorValue":"192.0.2.7","indicatorType":"IpAddress","action":"Block",
"title":"Feed A","description":"C2","severity":"High","expirationTime":"2027-01-31T00:00:00Z",
"generateAlert":true,"recommendedActions":"triage","rbacGroupNames":["a, b","Servers"],
"application":"second","educateUrl":"https://help.example/",
"mitreTechniques":["T1059.001","T1110","T1110"],"externalId":"row 7"}"#;

fn page_of(values: &[Value]) -> Page {
    let body = json!({"@odata.context": "x", "value": values}).to_string();
    Page::read(body.as_bytes()).expect("a page")
}

/// `object` with other fields; a field of `"-"` is taken out.
fn with(object: &str, fields: &Value) -> Value {
    let mut object: Value = serde_json::from_str(object).expect("JSON");
    let all = object.as_object_mut().expect("an object");
    for (name, value) in fields.as_object().expect("an object") {
        if value == "-" {
            all.remove(name);
        } else {
            all.insert(name.clone(), value.clone());
        }
    }
    object
}

fn first(page: &Page) -> Entity<'_> {
    page.entities().next().expect("an indicator")
}

fn holds(stored: &Value, sent: &Value) -> bool {
    let stored = with(STORED, stored);
    let sent = with(SENT, sent).to_string();
    first(&page_of(&[stored])).holds(sent.as_bytes())
}

#[test]
fn an_indicator_holds_what_was_sent() {
    for (stored, sent, is_held) in [
        (json!({}), json!({}), true),
        (
            json!({"id": 7, "indicatorValue": "192.0.2.7 "}),
            json!({}),
            true,
        ),
        (json!({"title": "feed a"}), json!({}), false),
        (json!({"title": "Feed A "}), json!({}), false),
        (json!({"title": null}), json!({}), false),
        (json!({"description": "C3"}), json!({}), false),
        (json!({"recommendedActions": null}), json!({}), false),
        (json!({}), json!({"recommendedActions": "-"}), true),
        (json!({"educateUrl": "-"}), json!({}), false),
        (json!({"externalId": 7}), json!({"externalId": "7"}), true),
        (json!({"externalId": "row 8"}), json!({}), false),
        // The service fills these in.
        (
            json!({"severity": "Informational"}),
            json!({"severity": "-"}),
            true,
        ),
        (json!({"severity": "high"}), json!({}), true),
        (json!({"severity": "Low"}), json!({}), false),
        (json!({"severity": 4}), json!({}), false),
        (json!({"generateAlert": "True"}), json!({}), true),
        (json!({"generateAlert": false}), json!({}), false),
        (json!({"generateAlert": null}), json!({}), false),
        (
            json!({"generateAlert": false}),
            json!({"generateAlert": "-"}),
            true,
        ),
        // Only a creation sets it.
        (json!({"application": null}), json!({}), true),
        // Moments.
        (
            json!({"expirationTime": "2027-01-31T01:00:00+01:00"}),
            json!({}),
            true,
        ),
        (
            json!({"expirationTime": "2027-01-31T00:00:01Z"}),
            json!({}),
            false,
        ),
        (json!({"expirationTime": null}), json!({}), false),
        (json!({"expirationTime": "soon"}), json!({}), false),
        (
            json!({"expirationTime": 7}),
            json!({"expirationTime": 7}),
            false,
        ),
        (
            json!({"expirationTime": null}),
            json!({"expirationTime": "-"}),
            true,
        ),
        (
            json!({"expirationTime": "-"}),
            json!({"expirationTime": "-"}),
            true,
        ),
        (json!({}), json!({"expirationTime": "-"}), false),
        // Sets.
        (
            json!({"rbacGroupNames": ["a, b", "Servers", "Servers"]}),
            json!({}),
            true,
        ),
        (
            json!({"rbacGroupNames": ["a", "b", "Servers"]}),
            json!({}),
            false,
        ),
        (
            json!({"rbacGroupNames": ["a, b", "servers"]}),
            json!({}),
            false,
        ),
        (json!({"rbacGroupNames": []}), json!({}), false),
        (json!({}), json!({"rbacGroupNames": "-"}), false),
        (
            json!({"rbacGroupNames": []}),
            json!({"rbacGroupNames": "-"}),
            true,
        ),
        (
            json!({"rbacGroupNames": null}),
            json!({"rbacGroupNames": "-"}),
            true,
        ),
        (
            json!({"rbacGroupNames": "Servers"}),
            json!({"rbacGroupNames": ["Servers"]}),
            true,
        ),
        (
            json!({"rbacGroupNames": [7]}),
            json!({"rbacGroupNames": "-"}),
            false,
        ),
        (
            json!({"rbacGroupNames": {}}),
            json!({"rbacGroupNames": {}}),
            false,
        ),
        (json!({"mitreTechniques": ["T1110"]}), json!({}), false),
        (json!({"mitreTechniques": [null]}), json!({}), false),
        (
            json!({"mitreTechniques": [null]}),
            json!({"mitreTechniques": "-"}),
            true,
        ),
        // Another indicator.
        (json!({"indicatorValue": "192.0.2.8"}), json!({}), false),
        (json!({"action": "Warn"}), json!({}), false),
        (json!({}), json!({"action": "-"}), false),
        // Legacy actions.
        (
            json!({}),
            json!({"action": "AlertAndBlock", "generateAlert": false}),
            true,
        ),
        (
            json!({"action": "BlockAndRemediate"}),
            json!({"action": "AlertAndBlock"}),
            true,
        ),
        (
            json!({"generateAlert": false}),
            json!({"action": "AlertAndBlock"}),
            false,
        ),
        (
            json!({"action": "AlertAndBlock", "generateAlert": false}),
            json!({"action": "AlertAndBlock", "generateAlert": "-"}),
            true,
        ),
        (
            json!({"action": "Audit"}),
            json!({"action": "Alert", "generateAlert": "-"}),
            true,
        ),
        (
            json!({"action": "Audit"}),
            json!({"action": "AlertAndBlock"}),
            false,
        ),
        (
            json!({"indicatorType": "FileSha1", "action": "BlockAndRemediate"}),
            json!({"indicatorType": "FileSha1", "action": "AlertAndBlock"}),
            true,
        ),
        (
            json!({"indicatorType": "FileSha1", "action": "Block"}),
            json!({"indicatorType": "FileSha1", "action": "AlertAndBlock"}),
            false,
        ),
        (json!({"action": "AlertAndBlock"}), json!({}), false),
    ] {
        assert_eq!(holds(&stored, &sent), is_held, "{stored} {sent}");
    }
}

#[test]
fn a_page_counts_what_it_does_not_read() {
    let with = |fields: Value| with(STORED, &fields);
    let hash = json!({"indicatorType": "FileSha1", "indicatorValue": "ABCDEF  "});
    let page = page_of(&[
        with(json!({"id": 12})),
        with(hash),
        with(json!({"indicatorType": "WebCategory"})),
        with(json!({"action": "Isolate"})),
        with(json!({"action": 3})),
        with(json!({"indicatorValue": null})),
        with(json!({"indicatorValue": " "})),
        with(json!({"indicatorType": "-"})),
        json!(null),
        json!([7]),
        json!({}),
    ]);
    let read = page.entities().map(|entity| {
        let Key {
            indicator_type,
            value,
            action,
        } = entity.key();
        format!(
            "{} {indicator_type} {value} {action}",
            entity.id().as_deref().unwrap_or("-")
        )
    });
    assert_eq!(
        read.collect::<Vec<_>>(),
        ["12 IpAddress 192.0.2.7 Block", "7 FileSha1 abcdef Block"]
    );
    assert_eq!((page.foreign(), page.unread), (2, 7));
}

#[test]
fn bytes_that_are_no_text_are_not_taken_for_another_value() {
    let text = format!(r#"{{"value":[{STORED}]}}"#);
    let [before, after] = text.split("192.0.2.7").collect::<Vec<_>>()[..] else {
        panic!("one value");
    };
    let body = [before.as_bytes(), b"a\xff.example", after.as_bytes()].concat();
    let page = Page::read(&body).expect("a page");
    assert_eq!(
        (page.len(), page.entities().count(), page.unread),
        (1, 0, 1)
    );
}

#[test]
fn of_a_link_only_the_query_is_used() {
    let text = |link: &str| format!(r#""{link}""#);
    let long = format!("https://a.example/api/indicators?{}", "a".repeat(4_001));
    for (link, next, unread) in [
        (
            text("https://evil.example/x?$top=10000&$skip=10000"),
            Some("$top=10000&$skip=10000"),
            0,
        ),
        (text("?$skiptoken=a%20b#c"), Some("$skiptoken=a%20b"), 0),
        ("null".to_owned(), None, 0),
        (text("https://a.example/api/indicators"), None, 1),
        (text("https://a.example/api/indicators?"), None, 1),
        (text("?a b"), None, 1),
        (text("?a\\r\\nb"), None, 1),
        (text("?é"), None, 1),
        (text(&long), None, 1),
        ("7".to_owned(), None, 1),
    ] {
        let body = format!(r#"{{"value":[],"@odata.nextLink":{link}}}"#);
        let page = Page::read(body.as_bytes()).expect("a page");
        assert_eq!(
            (page.next.as_deref(), page.unread),
            (next, unread),
            "{link}"
        );
    }
}

#[test]
fn what_is_no_whole_list_is_no_page() {
    for body in [
        "",
        "[]",
        "{}",
        "null",
        r#"{"value":null}"#,
        r#"{"value":{}}"#,
        r#"{"value":[]"#,
        r#"{"value":[{"id":"7"]}"#,
        r#"{"value":[]} x"#,
        r#"{"id":"7","indicatorValue":"a.example"}"#,
        "<html>",
    ] {
        assert_eq!(Page::read(body.as_bytes()), None, "{body}");
    }
}

/// Any JSON, made of the names and words that matter.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z0-9.:/?T -]{0,24}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec![
            "FileSha1",
            "Url",
            "Block",
            "Alert",
            "a.example",
            "True"
        ])
        .prop_map(Value::from),
    ];
    let name = prop::sample::select(vec![
        "value",
        "@odata.nextLink",
        "id",
        "indicatorValue",
        "indicatorType",
        "action",
        "title",
        "expirationTime",
        "rbacGroupNames",
        "mitreTechniques",
        "generateAlert",
        "severity",
        "x",
    ]);
    leaf.prop_recursive(4, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..8).prop_map(|members| {
                let named = members
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                Value::Object(named.collect())
            }),
        ]
    })
}

fn text() -> impl Strategy<Value = String> {
    any::<String>().prop_filter("texts are never empty", |text| !text.is_empty())
}

proptest! {
    #[test]
    fn every_element_is_read_or_counted(values in prop::collection::vec(anything(), 0..6), other in anything()) {
        let page = page_of(&values);
        let read = page.entities().count() + page.foreign() as usize + page.unread as usize;
        prop_assert_eq!((read, page.len()), (values.len(), values.len()));
        for entity in page.entities() {
            let _ = entity.holds(other.to_string().as_bytes());
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), value in anything()) {
        let _ = Page::read(&bytes);
        let text = value.to_string();
        let read = Page::read(text.as_bytes());
        let has_list = value.get("value").is_some_and(Value::is_array);
        prop_assert_eq!(read.is_some(), has_list);
    }

    /// What the plan writes is held by an entity that says the same.
    #[test]
    fn what_is_stored_as_sent_is_held(
        title in text(), description in text(), group in text(), alert in any::<Option<bool>>(),
        kind in prop::sample::select(IndicatorType::ALL), action in prop::sample::select(Action::ALL),
    ) {
        let object = json!({
            "indicatorValue": "a.example", "indicatorType": kind, "action": action, "title": title,
            "description": description, "generateAlert": alert, "rbacGroupNames": [group, "b"],
        });
        let page = page_of(std::slice::from_ref(&object));
        prop_assert!(first(&page).holds(object.to_string().as_bytes()));
        let other = with(&object.to_string(), &json!({"title": format!("{title}.")}));
        prop_assert!(!first(&page).holds(other.to_string().as_bytes()));
    }
}
