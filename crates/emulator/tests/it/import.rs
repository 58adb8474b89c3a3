//! The import call against the import page and the type tables.

use serde_json::json;

use crate::raw::{Api, but, domain};

#[test]
fn each_item_has_a_result() {
    let api = Api::start();
    let answer = api.import(&[
        domain("a.example"),
        but(domain("b.example"), "title", json!(null)),
    ]);
    assert_eq!(answer.status, 200, "{answer:?}");
    let results = &answer.json()["value"];
    assert_eq!(results[0]["isFailed"], false);
    assert_eq!(results[1]["isFailed"], true);
    assert_eq!(api.indicators().len(), 1);
    assert_eq!(api.import(&[]).code(), "InvalidInput");
    assert_eq!(api.submit(&domain("c.example")).status, 200);
    assert_eq!(
        api.list("").json()["value"].as_array().map(Vec::len),
        Some(2)
    );
}
