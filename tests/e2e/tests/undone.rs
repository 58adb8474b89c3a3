//! Runs that a user takes back on the page: from the report, from the list of past runs, and where
//! Defender refuses to delete.

use std::collections::{BTreeMap, BTreeSet};

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::{Stage, play},
    tenant::{Key, State, entity_key},
};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult};

/// Rows of the list.
const ROWS: usize = 9;
/// Of them those that the tenant holds with another severity.
const UPDATES: std::ops::Range<usize> = 0..3;
/// Those whose value it holds with another action.
const CONFLICTS: std::ops::Range<usize> = 3..5;
/// The one that somebody else changes after the import.
const CHANGED: usize = 8;

fn held(row: usize, other: &Value) -> Value {
    let mut entity = json!({
        "indicatorType": "FileSha256",
        "indicatorValue": rows::sha256(row),
        "action": "Block",
        "severity": "High",
        "title": format!("Row {row}"),
        "description": "made for a test",
        "generateAlert": true,
    });
    for (name, value) in other.as_object().into_iter().flatten() {
        entity[name] = value.clone();
    }
    entity
}

/// Imports a list that creates four, updates three and replaces two; gives what the tenant held before.
async fn imported(stage: &Stage) -> WebDriverResult<(&WebDriver, State)> {
    let old = json!({ "severity": "Low", "recommendedActions": "call", "externalId": "x" });
    let updates = UPDATES.map(|row| held(row, &old));
    let allowed = json!({ "action": "Allowed", "generateAlert": false });
    let conflicts = CONFLICTS.map(|row| held(row, &allowed));
    stage.tenant.seed(updates.chain(conflicts).collect()).await;
    let before = stage.tenant.state().await;
    let browser = stage.signed_in(Account::Analyst).await?;
    let list = rows::file("undone.csv", &rows::portal_csv(ROWS));
    act::drop_file(browser, &list).await?;
    let numbers = see::compared(browser).await?;
    assert_eq!(numbers, ([9, 9, 0, 0, 0, 0], [4, 3, 0, 0, 2]));
    let replace = "Replace: delete the tenant's first";
    act::choose(browser, "Another action in the tenant", replace).await?;
    act::send(browser).await?;
    assert_eq!(see::reported(browser).await?, [9, 0, 0, 0]);
    Ok((browser, before))
}

/// What an undo can give back: all but when and by whom it was last changed, and of what was made
/// again its id and making.
fn plain(state: &State) -> BTreeMap<Key, Value> {
    let plain = |(key, entity): (Key, &Value)| {
        let mut entity = entity.clone();
        let fields = entity.as_object_mut().expect("an object");
        let is_made_again = key.2 == "Allowed";
        fields.retain(|name, _| {
            let is_of_change = name.starts_with("lastUpdate");
            let is_of_making = name == "id" || name.starts_with("creat");
            !(is_of_change || is_of_making && is_made_again)
        });
        (key, entity)
    };
    state.by_key().into_iter().map(plain).collect()
}

/// What a review of an undo says: deleted, restored, left alone.
async fn undo_reviewed(browser: &WebDriver) -> WebDriverResult<[u64; 3]> {
    let names = ["delete", "restore", "ignored"];
    let numbers = see::numbers(browser, "review-summary", &names).await?;
    Ok(names.map(|name| numbers[name]))
}

/// What a report of an undo says: deleted, restored, rejected.
async fn undo_reported(browser: &WebDriver) -> WebDriverResult<[u64; 3]> {
    see::text(browser, "What became of it").await?;
    see::reported(browser).await?;
    let names = ["deleted", "restored", "rejected"];
    let numbers = see::numbers(browser, "report", &names).await?;
    Ok(names.map(|name| numbers[name]))
}

#[tokio::test]
async fn an_import_is_undone_from_its_report_but_for_what_another_has_changed_since() {
    play("undone", async |stage| {
        let (browser, before) = imported(stage).await?;
        let theirs = held(
            CHANGED,
            &json!({ "title": "Theirs", "lastUpdatedBy": "bob@contoso.example" }),
        );
        stage.tenant.seed(json!([theirs])).await;

        act::click(browser, "undo").await?;
        assert_eq!(undo_reviewed(browser).await?, [5, 5, 1]);
        see::focus_at(browser, "h1").await?;
        see::text(browser, "Changed since by bob@contoso.example").await?;
        act::click(browser, "send").await?;
        see::text(browser, "The service cannot bring back what is deleted").await?;
        see::text(browser, "Microsoft documents deletion for applications").await?;
        act::click(browser, "confirm-send").await?;
        assert_eq!(undo_reported(browser).await?, [5, 5, 0]);
        see::focus_at(browser, "h1").await?;

        let mut wanted = plain(&before);
        let after = plain(&stage.tenant.state().await);
        let key = entity_key(&theirs);
        assert_eq!(after[&key]["title"], json!("Theirs"));
        wanted.insert(key.clone(), after[&key].clone());
        assert_eq!(after, wanted);

        // The undo is done with; the report that it came from says so.
        act::click(browser, "leave-report").await?;
        see::text(browser, "9 indicators accepted").await?;
        see::text(browser, "Undone in part by the run of").await?;
        see::focus_at(browser, "h1").await?;
        act::click(browser, "leave-report").await?;
        see::text(browser, "Undo of the import of").await?;
        see::text(browser, "undone in part on").await
    })
    .await;
}

#[tokio::test]
async fn where_nothing_may_be_deleted_the_ids_are_handed_over() {
    play("undeletable", async |stage| {
        let (browser, before) = imported(stage).await?;
        stage.tenant.faults(json!({ "delete_status": 403 })).await;
        act::click(browser, "undo").await?;
        assert_eq!(undo_reviewed(browser).await?, [6, 5, 0]);
        act::send(browser).await?;
        assert_eq!(undo_reported(browser).await?, [0, 5, 6]);
        see::text(browser, "Defender refused 6 deletions.").await?;
        let files = act::download(browser, 2, async |page| {
            act::click(page, "download-deletions").await
        });
        let files = files.await?;

        let state = stage.tenant.state().await;
        let held = state.by_key();
        let was = before.keys();
        let made = held.iter().filter(|(key, _)| !was.contains(key));
        let made: BTreeSet<&str> = made.filter_map(|(_, it)| it["id"].as_str()).collect();
        assert_eq!(made.len(), 6);
        let id = |line: &str| line.split(',').next().unwrap_or_default().replace('"', "");
        let listed: BTreeSet<String> = files[0].lines().skip(1).map(id).collect();
        assert!(
            listed.iter().map(String::as_str).eq(made.iter().copied()),
            "{listed:?}"
        );
        let body: Value = serde_json::from_str(&files[1]).expect("JSON");
        let asked = body["IndicatorIds"].as_array().into_iter().flatten();
        assert_eq!(
            asked.filter_map(Value::as_str).collect::<BTreeSet<_>>(),
            made
        );

        // Somebody who may does the rest.
        stage.tenant.faults(json!({ "delete_status": 204 })).await;
        act::click(browser, "leave-report").await?;
        act::click(browser, "undo").await?;
        assert_eq!(undo_reviewed(browser).await?, [6, 0, 5]);
        act::send(browser).await?;
        assert_eq!(undo_reported(browser).await?, [6, 0, 0]);
        assert_eq!(plain(&stage.tenant.state().await), plain(&before));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_past_run_is_undone_later_or_not_after_all() {
    play("undone-later", async |stage| {
        let (_, before) = imported(stage).await?;
        let browser = stage.open().await?;
        see::shown(browser, "account").await?;
        // One that is not waited for, and one that is looked at and dropped.
        stage.tenant.faults(json!({ "latency_ms": 600_000 })).await;
        act::click(browser, "undo").await?;
        see::shown(browser, "preparing").await?;
        act::click(browser, "cancel-undo").await?;
        act::eventually(async || {
            let waits = see::is_there(browser, "preparing").await?;
            Ok((!waits).then_some(()))
        })
        .await?;
        stage.tenant.faults(json!({ "latency_ms": 0 })).await;
        let browser = stage.open().await?;
        act::drop_file(browser, &rows::file("mine.csv", &rows::portal_csv(2))).await?;
        see::reviewed(browser).await?;
        act::press(browser, "Choose").await?;
        act::click(browser, "undo").await?;
        assert_eq!(undo_reviewed(browser).await?, [6, 5, 0]);
        act::click(browser, "drop").await?;
        act::press(browser, "Back to review").await?;
        see::sums(browser, [2, 2, 0, 0, 0, 0]).await?;
        act::press(browser, "Choose").await?;
        act::click(browser, "undo").await?;
        // One row is left out by hand.
        assert_eq!(undo_reviewed(browser).await?, [6, 5, 0]);
        act::click(browser, "row").await?;
        act::press(browser, "Leave out").await?;
        see::text(browser, "Undo 10 indicators").await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [10, 0, 0, 1]);
        let left = stage.tenant.state().await.len();
        let was = before.len();
        assert!(left.abs_diff(was) <= 1, "{left} of {was}");
        Ok(())
    })
    .await;
}
