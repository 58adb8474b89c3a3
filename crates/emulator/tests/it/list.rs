//! The list call: paging and `$filter`.

use serde_json::{Value, json};

use crate::raw::{Answer, Api, but, domain, indicator};

fn values(page: &Value) -> Vec<&str> {
    let entities = page["value"].as_array().expect("a list");
    entities
        .iter()
        .map(|entity| entity["indicatorValue"].as_str().expect("a text"))
        .collect()
}

fn filtered(api: &Api, filter: &str) -> Answer {
    let query: String = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("$filter", filter)
        .finish();
    api.list(&format!("?{query}"))
}

#[test]
fn pages_follow_each_other_by_absolute_links() {
    let api = Api::start();
    let names = [
        "a.example",
        "b.example",
        "c.example",
        "d.example",
        "e.example",
    ];
    api.import(&names.map(domain));
    let mut seen = Vec::new();
    let mut query = "?$top=2".to_owned();
    let mut pages = 0;
    loop {
        let page = api.list(&query).json();
        seen.extend(values(&page).into_iter().map(str::to_owned));
        pages += 1;
        let Some(next) = page["@odata.nextLink"].as_str() else {
            break;
        };
        let ours = format!("{}/api/indicators", api.running.api);
        query = next
            .strip_prefix(&ours)
            .expect("an absolute link")
            .to_owned();
    }
    assert_eq!((pages, seen), (3, names.map(str::to_owned).to_vec()));
}

#[test]
fn top_and_skip_have_limits() {
    let api = Api::start();
    api.import(&["a.example", "b.example", "c.example"].map(domain));
    let cases = [
        ("", "a.example b.example c.example"),
        ("?$top=1", "a.example"),
        ("?$top=10000", "a.example b.example c.example"),
        ("?$skip=2", "c.example"),
        ("?%24top=1&%24skip=1", "b.example"),
        ("?$skip=9", ""),
    ];
    for (query, expected) in cases {
        let page = api.list(query).json();
        assert_eq!(values(&page).join(" "), expected, "{query}");
    }
    for query in [
        "?$top=10001",
        "?$top=0",
        "?$top=x",
        "?$skip=-1",
        "?$stop=1",
        "?$orderby=id",
        "?x=y",
    ] {
        let answer = api.list(query);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "ODataError"),
            "{query}"
        );
    }
}

#[test]
fn filters_choose() {
    let api = Api::start();
    api.import(&[
        domain("a.example"),
        indicator("DomainName", "a.example", "Audit"),
        but(
            indicator("Url", "http://b.example/it's", "Warn"),
            "severity",
            json!("High"),
        ),
    ]);
    let cases = [
        ("action eq 'Block'", 1),
        ("indicatorValue eq 'a.example'", 2),
        ("indicatorValue eq 'http://b.example/it''s'", 1),
        ("indicatorValue eq 'a.example' and action eq 'Audit'", 1),
        ("severity eq 'High' or action eq 'Audit'", 2),
        ("action in ['Block','Warn']", 2),
        ("generateAlert eq true", 1),
        ("createdBy eq 'analyst@contoso.example'", 3),
        ("title eq 'nothing'", 0),
    ];
    for (filter, count) in cases {
        let page = filtered(&api, filter).json();
        assert_eq!(values(&page).len(), count, "{filter}");
    }
    for filter in [
        "action eq Block",
        "indicatorValue eq 'it's'",
        "colour eq 'red'",
        "",
    ] {
        let answer = filtered(&api, filter);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "ODataError"),
            "{filter}"
        );
    }
}

#[test]
fn a_next_link_keeps_its_filter() {
    let api = Api::start();
    api.import(&["a.example", "b.example", "c.example"].map(domain));
    api.submit(&indicator("DomainName", "a.example", "Audit"));
    let first = api.list("?$top=2&$filter=action%20eq%20'Block'").json();
    let next = first["@odata.nextLink"].as_str().expect("a link");
    let query = next.split_once('?').expect("a query").1;
    let second = api.list(&format!("?{query}")).json();
    assert_eq!(values(&second), ["c.example"]);
    assert!(second.get("@odata.nextLink").is_none());
}
