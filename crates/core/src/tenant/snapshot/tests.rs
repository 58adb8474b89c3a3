use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::{
    indicator::{
        Action::{Allowed, Audit, Block, Warn},
        IndicatorType::{DomainName, FileSha1, IpAddress, Url},
    },
    tenant::Text,
};

const AT: WallTime = WallTime(7);

fn page(values: &[Value]) -> Page {
    let body = json!({ "value": values }).to_string();
    Page::read(body.as_bytes()).expect("a page")
}

fn item(id: impl Into<Value>, kind: &str, value: &str, action: &str) -> Value {
    json!({"id": id.into(), "indicatorValue": value, "indicatorType": kind, "action": action})
}

fn two_pages() -> Snapshot {
    let pages = [
        page(&[
            item("1", "DomainName", "a.example", "Block"),
            item(2, "FileSha1", "ABCDEF  ", "Audit"),
            item("3", "DomainName", "A.example", "Allowed"),
            item("w", "WebCategory", "Gambling", "Block"),
        ]),
        page(&[
            item("5", "Url", "HTTPS://a.example/\u{e9}\"", "Warn"),
            item(Value::Null, "IpAddress", "2001:DB8::1", "Block"),
            json!({"id": "7"}),
            item("8", "DomainName", "b.example", "Block"),
        ]),
    ];
    Snapshot::of(pages.into(), AT)
}

#[test]
fn an_indicator_is_found_by_its_key_its_value_and_its_id() {
    let tenant = two_pages();
    let sums = [
        tenant.held(),
        tenant.len(),
        tenant.foreign(),
        tenant.unread(),
    ];
    assert_eq!((tenant.at(), sums), (AT, [8, 6, 1, 1]));
    for (kind, value, action, place) in [
        (DomainName, "A.EXAMPLE", Block, Some(0)),
        (DomainName, "a.example", Allowed, Some(2)),
        (DomainName, "a.example", Audit, None),
        (Url, "a.example", Block, None),
        (FileSha1, "abcdef", Audit, Some(1)),
        (Url, "https://A.example/\u{e9}\"", Warn, Some(3)),
        (IpAddress, "2001:db8:0::1", Block, Some(4)),
        (DomainName, "b.example", Block, Some(5)),
        (DomainName, "c.example", Block, None),
    ] {
        let found = tenant.find(&Key::new(kind, value, action));
        assert_eq!(found.map(Entity::place), place, "{kind} {value} {action}");
    }
    for (kind, value, places) in [
        (DomainName, " A.example", &[2, 0][..]),
        (DomainName, "b.example", &[5]),
        (Url, "a.example", &[]),
    ] {
        let mut beside: Vec<u32> = tenant.beside(kind, value).map(Entity::place).collect();
        beside.sort_by_key(|place| std::cmp::Reverse(*place));
        assert_eq!(beside, places, "{kind} {value}");
    }
    for (id, place) in [
        ("1", Some(0)),
        ("2", Some(1)),
        ("3", Some(2)),
        ("5", Some(3)),
        ("8", Some(5)),
        ("w", None),
        ("7", None),
        ("", None),
        ("9", None),
    ] {
        assert_eq!(tenant.find_id(id).map(Entity::place), place, "{id:?}");
    }
}

#[test]
fn an_object_is_kept_as_it_was_listed() {
    let text = r#" { "id":"1","x":{"y":[1,"\u00e9"]}, "action":"Block","indicatorType":"Url","indicatorValue":"http://a.example" }"#;
    let foreign = r#"{"action":"Block", "indicatorType":"WebCategory","indicatorValue":"x"}"#;
    let body = format!(r#"{{"value":[{text} ,{foreign}, 7]}}"#);
    let tenant = Snapshot::of(vec![Page::read(body.as_bytes()).expect("a page")], AT);
    assert_eq!(tenant.object(0), Some(text.trim()));
    assert_eq!(tenant.object(1), None);
    assert_eq!(tenant.others().collect::<Vec<_>>(), [foreign, "7"]);
}

#[test]
fn what_is_listed_twice_is_held_once() {
    let again = |title: &str| {
        let mut item = item("1", "DomainName", "a.example", "Block");
        item["title"] = json!(title);
        item
    };
    let foreign = item("w", "WebCategory", "Gambling", "Block");
    let unnamed = item(Value::Null, "DomainName", "c.example", "Block");
    let other = item("2", "DomainName", "a.example", "Block");
    let pages = [
        page(&[again("old"), foreign.clone(), unnamed.clone(), other]),
        page(&[unnamed, foreign, again("new")]),
    ];
    let tenant = Snapshot::of(pages.into(), AT);
    // The second id under one key is an indicator of its own.
    assert_eq!((tenant.held(), tenant.len(), tenant.foreign()), (4, 3, 1));
    let titles: Vec<_> = tenant
        .entities()
        .map(|entity| entity.text(Text::Title))
        .collect();
    assert_eq!(titles, [None, None, Some("new".into())]);
    let found = tenant.find_id("1").expect("the first");
    assert_eq!(found.place(), 2);
    let found = tenant.find(&Key::new(DomainName, "a.example", Block));
    assert_eq!(found.map(Entity::place), Some(2));
}

/// What cannot be named is told apart by its text: what one page lists is there, what the next lists again
/// is the same.
#[test]
fn what_cannot_be_named_is_held_once_for_each_time_that_a_page_lists_it() {
    let foreign =
        || json!({"indicatorValue": "x", "indicatorType": "WebCategory", "action": "Block"});
    let unread = || json!({"id": "7"});
    for (pages, held) in [
        (vec![vec![foreign(), foreign()]], 2),
        (vec![vec![foreign()], vec![foreign()]], 1),
        (vec![vec![unread()], vec![unread()], vec![unread()]], 1),
        (vec![vec![unread(), foreign()], vec![json!(7), unread()]], 3),
    ] {
        let read = pages.iter().map(|items| page(items)).collect();
        assert_eq!(Snapshot::of(read, AT).held(), held, "{pages:?}");
    }
}

/// Every field as the service prints it, and in odd forms.
#[test]
fn every_field_is_read() {
    type Read = fn(Entity<'_>) -> String;
    fn said(text: Option<Cow<'_, str>>) -> String {
        text.map_or("-".to_owned(), Cow::into_owned)
    }
    fn list(texts: Option<Vec<Cow<'_, str>>>) -> String {
        texts.map_or("-".to_owned(), |texts| texts.join("|"))
    }
    fn moment(time: Option<WallTime>) -> String {
        time.map_or("-".to_owned(), |time| time.0.to_string())
    }
    let groups: Read = |entity| list(entity.rbac_group_names());
    let created: Read = |entity| moment(entity.created());
    let updated: Read = |entity| moment(entity.updated());
    let expires: Read = |entity| format!("{:?}", entity.expires());
    let id: Read = |entity| said(entity.id());
    let by: Read = |entity| said(entity.text(Text::CreatedBy));
    let name: Read = |entity| said(entity.text(Text::CreatedByDisplayName));
    let source: Read = |entity| said(entity.text(Text::CreatedBySource));
    let last: Read = |entity| said(entity.text(Text::LastUpdatedBy));
    for (field, value, read, expected) in [
        ("id", json!("7"), id, "7"),
        ("id", json!(7), id, "7"),
        ("id", json!(null), id, "-"),
        ("id", json!(""), id, "-"),
        ("id", json!({"a": 1}), id, "-"),
        ("rbacGroupNames", json!(["b", "a", "b"]), groups, "a|b"),
        ("rbacGroupNames", json!([7, "a"]), groups, "7|a"),
        ("rbacGroupNames", json!([]), groups, ""),
        ("rbacGroupNames", json!(null), groups, ""),
        ("rbacGroupNames", json!("a"), groups, "a"),
        ("rbacGroupNames", json!([["a"]]), groups, "-"),
        ("rbacGroupNames", json!(7), groups, "-"),
        (
            "mitreTechniques",
            json!(["T1110", "T1059.001"]),
            |entity| list(entity.mitre_techniques()),
            "T1059.001|T1110",
        ),
        (
            "creationTimeDateTimeUtc",
            json!("1970-01-01T00:00:01.1234567Z"),
            created,
            "1000",
        ),
        ("creationTimeDateTimeUtc", json!("yesterday"), created, "-"),
        ("creationTimeDateTimeUtc", json!(null), created, "-"),
        (
            "lastUpdateTime",
            json!("1970-01-01T00:00:02Z"),
            updated,
            "2000",
        ),
        (
            "expirationTime",
            json!("1970-01-01T00:00:02Z"),
            expires,
            "At(WallTime(2000))",
        ),
        ("expirationTime", json!(null), expires, "Never"),
        ("expirationTime", json!(7), expires, "Unclear"),
        ("createdBy", json!("ann\n\u{1f98a}"), by, "ann\n\u{1f98a}"),
        ("createdBy", json!(true), by, "true"),
        ("createdBy", json!(["ann"]), by, "-"),
        ("createdByDisplayName", json!("Ann"), name, "Ann"),
        ("createdBySource", json!("PublicApi"), source, "PublicApi"),
        ("lastUpdatedBy", json!(null), last, "-"),
        ("lastUpdatedBy", json!("bob"), last, "bob"),
    ] {
        let mut item = item("1", "DomainName", "a.example", "Block");
        item[field] = value.clone();
        let tenant = Snapshot::of(vec![page(&[item])], AT);
        let entity = tenant.entity(0).expect("an indicator");
        assert_eq!(read(entity), expected, "{field}: {value}");
    }
}

proptest! {
    /// The indexes say what going through the whole list would.
    #[test]
    fn the_indexes_agree_with_the_list(
        items in prop::collection::vec((0..4_u8, 0..4_u8, 0..3_usize, any::<bool>()), 0..24),
        cut in 0..24_usize,
    ) {
        let actions = [Block, Audit, Warn];
        let values: Vec<Value> = items.iter().map(|&(id, value, action, has_id)| {
            let id = if has_id { json!(format!("{id}")) } else { Value::Null };
            item(id, "DomainName", &format!("{value}.example"), actions[action].as_str())
        }).collect();
        let cut = cut.min(values.len());
        let (first, second) = values.split_at(cut);
        let tenant = Snapshot::of(vec![page(first), page(second)], AT);
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, value) in values.iter().enumerate() {
            places.entry(value.to_string()).or_default().push(place);
        }
        let mut kept: Vec<usize> = Vec::new();
        for places in places.into_values() {
            let last = places[places.len() - 1];
            if values[last]["id"].is_null() {
                // What two pages list is one of those of each.
                let before = places.iter().filter(|place| **place < cut).max();
                let again = before.filter(|_| last >= cut).copied();
                kept.extend(places.into_iter().filter(|place| Some(*place) != again));
            } else {
                kept.push(last);
            }
        }
        prop_assert_eq!(tenant.len() as usize, kept.len());
        kept.sort_unstable();
        for (entity, place) in tenant.entities().zip(kept) {
            prop_assert_eq!(entity.object(), values[place].to_string());
        }
        for value in 0..4 {
            let value = format!("{value}.example");
            let all = || tenant.entities().filter(|entity| *entity.key().value == *value);
            prop_assert_eq!(tenant.beside(DomainName, &value).count(), all().count());
            for action in actions {
                let with = all().filter(|entity| entity.key().action == action);
                let found = tenant.find(&Key::new(DomainName, &value, action));
                prop_assert_eq!(found.map(Entity::place), with.last().map(Entity::place));
            }
        }
        for id in 0..4 {
            let id = format!("{id}");
            let has = tenant.entities().any(|entity| entity.id().as_deref() == Some(&id));
            let found = tenant.find_id(&id);
            prop_assert_eq!(found.is_some(), has);
            prop_assert!(found.is_none_or(|found| found.id().as_deref() == Some(&id)));
        }
    }
}
