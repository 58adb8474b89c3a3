//! A list against a tenant that holds some of it: what is said beforehand, sent, and told afterwards.

use std::collections::BTreeSet;

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::{Stage, play},
    tenant::{Key, entity_key},
};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult};

/// Rows of the list.
const ROWS: usize = 12;
/// Of them those that the tenant holds as they are.
const UNCHANGED: std::ops::Range<usize> = 0..3;
/// Those that it holds with another severity.
const UPDATES: std::ops::Range<usize> = 3..6;
/// Those whose value it holds with another action.
const CONFLICTS: std::ops::Range<usize> = 6..8;

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

/// What the tenant holds before: some of the list, and one that the list does not speak of.
fn before() -> Value {
    let unchanged = UNCHANGED.map(|row| held(row, &json!({})));
    let updates = UPDATES.map(|row| held(row, &json!({ "severity": "Low" })));
    let allowed = json!({ "action": "Allowed", "generateAlert": false });
    let conflicts = CONFLICTS.map(|row| held(row, &allowed));
    let other = held(ROWS + 1, &json!({ "title": "Not of the list" }));
    unchanged
        .chain(updates)
        .chain(conflicts)
        .chain([other])
        .collect()
}

async fn compared(stage: &Stage) -> WebDriverResult<()> {
    stage.tenant.seed(before()).await;
    let browser = stage.signed_in(Account::Analyst).await?;
    let list =
        rows::portal_csv(ROWS) + "FileSha256,no hash,,Block,High,Row,made for a test,,,,,true\n";
    act::drop_file(browser, &rows::file("compared.csv", &list)).await?;
    let numbers = see::compared(browser).await?;
    assert_eq!(numbers, ([13, 12, 0, 0, 1, 0], [4, 3, 3, 0, 2]));
    Ok(())
}

/// Rows of the JSON report with this outcome and reason.
fn of<'r>(report: &'r Value, outcome: &str, reason: &Value) -> BTreeSet<&'r str> {
    let rows = report["rows"].as_array().into_iter().flatten();
    let wanted = rows.filter(|row| row["outcome"] == json!(outcome) && row["reason"] == *reason);
    wanted.filter_map(|row| row["value"].as_str()).collect()
}

#[tokio::test]
async fn conflicts_are_replaced_and_what_is_unchanged_stays_behind() {
    play("compared", async |stage| {
        compared(stage).await?;
        let browser = &stage.browser;
        act::choose(
            browser,
            "Another action in the tenant",
            "Replace: delete the tenant's first",
        )
        .await?;
        assert_eq!(see::compared(browser).await?.1, [4, 3, 3, 0, 2]);
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [9, 0, 0, 3]);

        let report = act::json_report(browser).await?;
        let unchanged: Vec<String> = UNCHANGED.map(rows::sha256).collect();
        let told = of(&report, "not-sent", &json!("unchanged"));
        assert_eq!(told, unchanged.iter().map(String::as_str).collect());

        let all = (0..ROWS).map(|row| held(row, &json!({})));
        let other = [held(ROWS + 1, &json!({}))];
        let wanted: BTreeSet<Key> = all.chain(other).map(|entity| entity_key(&entity)).collect();
        let after = stage.tenant.state().await;
        assert_eq!(after.keys(), wanted, "the Allowed ones are gone");
        let severities: BTreeSet<&str> = after
            .by_key()
            .values()
            .filter_map(|it| it["severity"].as_str())
            .collect();
        assert_eq!(
            severities,
            BTreeSet::from(["High"]),
            "the others were updated"
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn conflicts_are_added_beside_and_a_second_list_of_the_tenant_knows_it() {
    play("beside", async |stage| {
        compared(stage).await?;
        let browser = &stage.browser;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [9, 0, 0, 3]);
        assert_eq!(stage.tenant.state().await.len(), ROWS + 1 + CONFLICTS.len());

        act::press(browser, "Import more").await?;
        let list = rows::file("again.csv", &rows::portal_csv(ROWS));
        act::drop_file(browser, &list).await?;
        let numbers = see::compared(browser).await?;
        assert_eq!(numbers, ([12, 12, 0, 0, 0, 0], [0, 0, 12, 0, 0]));
        see::text(browser, "Every row stays behind.").await?;
        act::click(browser, "send-unchanged").await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [12, 0, 0, 0]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_tenant_that_cannot_be_listed_holds_nothing_up() {
    play("not-compared", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        stage.tenant.faults(json!({ "latency_ms": 600_000 })).await;
        let list = rows::file("skipped.csv", &rows::portal_csv(ROWS));
        act::drop_file(browser, &list).await?;
        act::click(browser, "tenant-skip").await?;
        assert_eq!(see::reviewed(browser).await?, [12, 12, 0, 0, 0, 0]);
        stage
            .tenant
            .faults(json!({ "latency_ms": 0, "cors": "off" }))
            .await;
        act::click(browser, "tenant-refresh").await?;
        see::text(browser, "Not compared with the tenant.").await?;
        see::text(browser, "does not let this page call it").await?;
        stage.tenant.faults(json!({ "cors": "on" })).await;
        act::click(browser, "send").await?;
        see::text(browser, "Nothing is known of the tenant").await?;
        act::click(browser, "confirm-send").await?;
        assert_eq!(see::reported(browser).await?, [12, 0, 0, 0]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_tenant_that_changes_after_the_review_is_reviewed_again() {
    play("changed-since", async |stage| {
        compared(stage).await?;
        let browser = &stage.browser;
        // Somebody makes one that was to be created, and writes to one that was to be updated.
        let [made, written] = [ROWS - 1, UPDATES.start];
        let others = json!([
            held(made, &json!({})),
            held(written, &json!({ "severity": "Medium" })),
        ]);
        stage.tenant.seed(others).await;
        act::send(browser).await?;
        see::text(browser, "1 row would now do something else").await?;
        see::text(browser, "1 row would change or delete an indicator").await?;
        let numbers = see::compared(browser).await?;
        assert_eq!(numbers, ([13, 12, 0, 0, 1, 0], [3, 3, 4, 0, 2]));
        let posted = stage.tenant.state().await.arrivals("POST", "/import");
        assert_eq!(posted, Vec::<u64>::new());
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [8, 0, 0, 4]);

        // What it was just before the run is given back, not what it was at the first review.
        act::click(browser, "undo").await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [8, 0, 0, 0]);
        let state = stage.tenant.state().await;
        let key = entity_key(&held(written, &json!({})));
        assert_eq!(state.by_key()[&key]["severity"], json!("Medium"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_tenant_that_cannot_be_read_again_is_sent_to_by_the_list_before_if_the_user_says_so() {
    play("not-again", async |stage| {
        compared(stage).await?;
        let browser = &stage.browser;
        stage.tenant.faults(json!({ "cors": "off" })).await;
        act::send(browser).await?;
        see::text(browser, "The tenant could not be read again.").await?;
        stage.tenant.faults(json!({ "cors": "on" })).await;
        act::click(browser, "send").await?;
        act::click(browser, "as-listed").await?;
        act::click(browser, "confirm-send").await?;
        assert_eq!(see::reported(browser).await?, [9, 0, 0, 3]);
        see::text(browser, "by your choice this was sent as it compared").await
    })
    .await;
}

/// Rows that would hit more than the attacker, and one that would not.
const GUARDED: &str = "IndicatorType,IndicatorValue,Action,Severity,Title,Description\n\
                       DomainName,co.uk,Block,High,All of it,made for a test\n\
                       DomainName,gate.bad-example.co.uk,Block,High,One of it,made for a test\n";

#[tokio::test]
async fn what_the_guard_stops_is_sent_only_in_the_tenants_name() {
    play("guarded", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        act::drop_file(browser, &rows::file("guarded.csv", GUARDED)).await?;
        assert_eq!(see::reviewed(browser).await?, [2, 2, 0, 0, 0, 0]);
        act::click(browser, "send").await?;
        see::text(browser, "Send 1 indicator to").await?;
        let tenant = tenant_named(browser).await?;
        let name = see::shown(browser, "guard-type-tenant").await?;
        name.send_keys(&tenant[1..]).await?;
        see::text(browser, "1 row is held back and not sent.").await?;
        name.clear().await?;
        name.send_keys(format!(" {} ", tenant.to_uppercase()))
            .await?;
        see::text(browser, "1 row is sent all the same, as you confirmed.").await?;
        act::press(browser, "Hold back").await?;
        see::text(browser, "1 row is held back and not sent.").await?;
        act::click(browser, "confirm-send").await?;
        assert_eq!(see::reported(browser).await?, [1, 0, 0, 1]);
        let report = act::json_report(browser).await?;
        let told = of(&report, "not-sent", &json!("guarded"));
        assert_eq!(told, BTreeSet::from(["co.uk"]));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_the_guard_stops_and_the_user_sends_all_the_same_is_in_the_report() {
    play("overridden", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        act::drop_file(browser, &rows::file("guarded.csv", GUARDED)).await?;
        assert_eq!(see::reviewed(browser).await?, [2, 2, 0, 0, 0, 0]);
        act::click(browser, "send").await?;
        let tenant = tenant_named(browser).await?;
        let name = see::shown(browser, "guard-type-tenant").await?;
        name.send_keys(&tenant).await?;
        see::text(browser, "1 row is sent all the same, as you confirmed.").await?;
        see::text(browser, "Send 2 indicators to").await?;
        act::click(browser, "confirm-send").await?;
        assert_eq!(see::reported(browser).await?, [2, 0, 0, 0]);
        let report = act::json_report(browser).await?;
        let told = report["rows"].as_array().into_iter().flatten();
        let told: Vec<&Value> = told.map(|row| &row["guard"]).collect();
        assert_eq!(told[0]["stops"], json!(true));
        assert_eq!(told[0]["overridden"], json!(true));
        assert!(told[0]["list"].is_string() && told[1].is_null(), "{told:?}");
        let held = stage.tenant.state().await.keys();
        assert!(held.iter().any(|key| key.1 == "co.uk"), "{held:?}");
        Ok(())
    })
    .await;
}

/// The tenant's name, as the dialog gives it.
async fn tenant_named(browser: &WebDriver) -> WebDriverResult<String> {
    browser.execute(TENANT, Vec::new()).await?.convert()
}

const TENANT: &str =
    "return document.querySelector('dialog [data-testid=guard-stop] label b').textContent";
