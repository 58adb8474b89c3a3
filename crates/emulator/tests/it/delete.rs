//! Deleting one and many.

use serde_json::{Value, json};

use crate::raw::{Answer, Api, domain};

fn three() -> Api {
    let api = Api::start();
    api.import(&["a.example", "b.example", "c.example"].map(domain));
    api
}

fn delete(api: &Api, id: &str) -> Answer {
    api.call("DELETE", &format!("/api/indicators/{id}"), "")
}

fn batch(api: &Api, body: &Value) -> Answer {
    api.call("POST", "/api/indicators/BatchDelete", &body.to_string())
}

#[test]
fn one_is_deleted_once() {
    let api = three();
    let answer = delete(&api, "2");
    assert_eq!((answer.status, answer.body.as_str()), (204, ""));
    let again = delete(&api, "2");
    assert_eq!(
        (again.status, again.code().as_str()),
        (404, "ResourceNotFound")
    );
    assert_eq!(api.indicators().len(), 2);
    let id = api.submit(&domain("b.example")).json()["id"].clone();
    assert_eq!(id, "4");
}

#[test]
fn a_batch_is_deleted_as_a_whole_or_not_at_all() {
    let api = three();
    let many: Vec<String> = (1..=501).map(|id: u32| id.to_string()).collect();
    let cases = [
        (json!({"IndicatorIds": ["1", "9"]}), 404, "ResourceNotFound"),
        (json!({"IndicatorIds": []}), 400, "InvalidInput"),
        (json!({"IndicatorIds": ["x"]}), 400, "InvalidInput"),
        (json!({"IndicatorIds": [1]}), 400, "InvalidInput"),
        (
            json!({"IndicatorIds": many}),
            400,
            "MaximumBatchSizeExceeded",
        ),
        (json!({"ids": ["1"]}), 400, "MissingRequiredParameter"),
    ];
    for (body, status, code) in cases {
        let answer = batch(&api, &body);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (status, code),
            "{body}"
        );
        assert_eq!(api.indicators().len(), 3);
    }
    assert_eq!(
        batch(&api, &json!({"IndicatorIds": ["1", "3"]})).status,
        204
    );
    assert_eq!(api.indicators()[0]["indicatorValue"], "b.example");
}

#[test]
fn the_answer_to_a_deletion_is_a_switch() {
    let cases = [(204, 204, "", 2), (200, 200, "0", 2), (403, 403, "", 3)];
    for (switch, status, length, left) in cases {
        let ids = json!({"IndicatorIds": ["1"]});
        for ask in [&|api: &Api| delete(api, "1"), &|api: &Api| batch(api, &ids)]
            as [&dyn Fn(&Api) -> Answer; 2]
        {
            let api = three();
            api.faults(&json!({"delete_status": switch}));
            let answer = ask(&api);
            assert_eq!(answer.status, status);
            if status == 403 {
                assert_eq!(answer.code(), "DisallowedOperation");
                let error = &answer.json()["error"];
                assert!(error["message"].is_string() && error["target"].is_string());
            } else {
                assert_eq!(
                    (answer.header("content-length"), answer.body.as_str()),
                    (length, "")
                );
            }
            assert_eq!(api.indicators().len(), left);
        }
    }
}
