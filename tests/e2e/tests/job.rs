//! The main job: sign in, give a file, look, send, read the report.

use std::collections::BTreeSet;

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::{Stage, play},
    tenant::{Key, entity_key},
};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// Holds the downloaded report against the tenant: every accepted row is there, and nothing else.
async fn report_is_true(stage: &Stage) -> WebDriverResult<Value> {
    let report = act::json_report(&stage.browser).await?;
    let rows = report["rows"].as_array().expect("rows");
    let accepted: BTreeSet<Key> = rows
        .iter()
        .filter(|row| row["outcome"] == json!("accepted"))
        .map(entity_key)
        .collect();
    assert_eq!(
        accepted,
        stage.tenant.state().await.keys(),
        "accepted rows are what the tenant holds"
    );
    Ok(report)
}

async fn read(stage: &Stage, file: &std::path::Path) -> WebDriverResult<[u64; 6]> {
    act::drop_file(&stage.browser, file).await?;
    see::reviewed(&stage.browser).await
}

#[tokio::test]
async fn a_portal_csv_goes_in_by_the_redirect() {
    play("redirect", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        let [records, ready, ..] = read(stage, &rows::fixture("portal.csv")).await?;
        assert!(
            ready > 0 && ready < records,
            "the fixture has rows of every kind"
        );
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [ready, 0, 0, 0]);
        let report = report_is_true(stage).await?;
        assert_eq!(
            report["rows"].as_array().map(Vec::len),
            usize::try_from(records).ok()
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_pasted_list_goes_in_by_the_popup() {
    play("popup", async |stage| {
        let browser = stage.open().await?;
        let list = "hxxp://bad[.]example/gate\n198.51.100.7\nbad.example\n# a comment\n";
        act::paste(browser, list).await?;
        assert_eq!(see::reviewed(browser).await?, [4, 3, 0, 0, 0, 1]);
        act::sign_in_by_popup(browser, "sign-in", Account::Analyst).await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [3, 0, 0, 0]);
        report_is_true(stage).await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_stays_when_somebody_signs_in() {
    play("typed", async |stage| {
        let browser = stage.open().await?;
        let typed = "hxxp://bad[.]example/gate";
        let input = see::shown(browser, "paste-input").await?;
        input.send_keys(typed).await?;
        act::sign_in_by_popup(browser, "sign-in-window", Account::Analyst).await?;
        see::shown(browser, "account").await?;
        let input = see::shown(browser, "paste-input").await?;
        assert_eq!(input.value().await?.as_deref(), Some(typed));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn real_lists_go_in() {
    let files = ["ipsum-level5.txt", "threatlabz-raccoon-c2.txt"].map(rows::corpus);
    let [Some(ipsum), Some(raccoon)] = files else {
        return;
    };
    play("lists", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        read(stage, &ipsum).await?;
        act::drop_file(browser, &raccoon).await?;
        let ready = act::eventually(async || {
            let [records, ready, ..] = see::reviewed(browser).await?;
            Ok((records > 1_413).then_some(ready))
        })
        .await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [ready, 0, 0, 0]);
        report_is_true(stage).await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn faults_are_ridden_out_and_failures_told_row_by_row() {
    play("faults", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        let reason = "=cmd|'/c calc'!A1 <b>refused</b>";
        stage
            .tenant
            .faults(json!({ "cors": "expose", "throttle_every": 3, "fail_item_every": 50, "failure_reason": reason }))
            .await;
        let file = rows::file("faults.csv", &rows::portal_csv(2_000));
        assert_eq!(read(stage, &file).await?[1], 2_000);
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [1_960, 40, 0, 0]);
        see::text(browser, reason).await?;
        let report = report_is_true(stage).await?;
        let rows = report["rows"].as_array().expect("rows");
        let told = rows
            .iter()
            .filter(|row| row["failureReason"] == json!(reason))
            .count();
        assert_eq!(told, 40);
        let csv = act::download(browser, 1, async |page| {
            act::click(page, "download-report-csv").await
        })
        .await?;
        assert!(
            !csv[0].contains(",=cmd") && !csv[0].contains("\"=cmd"),
            "no cell is a formula"
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_account_without_the_permission_is_told_so_and_nothing_is_sent() {
    play("reader", async |stage| {
        let browser = stage.signed_in(Account::Reader).await?;
        read(stage, &rows::fixture("portal.csv")).await?;
        act::send(browser).await?;
        see::text(browser, "Ti.ReadWrite").await?;
        let state = stage.tenant.state().await;
        assert!(state.is_empty() && state.arrivals("POST", "/import").is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_unassigned_account_is_told_so() {
    play("unassigned", async |stage| {
        let browser = stage.open().await?;
        act::sign_in(browser, Account::Unassigned).await?;
        see::text(browser, "AADSTS50105").await?;
        see::ready(browser, "sign-in").await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_api_that_refuses_browsers_leaves_other_ways_on() {
    play("cors-off", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        stage.tenant.faults(json!({ "cors": "off" })).await;
        let file = rows::file("refused.csv", &rows::portal_csv(1_200));
        read(stage, &file).await?;
        act::send(browser).await?;
        let host = stage.api.trim_start_matches("http://").to_owned();
        see::text(browser, &host).await?;
        let files = act::download(browser, 3, async |page| {
            act::press(page, "Download portal CSVs").await
        })
        .await?;
        let lines: Vec<usize> = files.iter().map(|file| file.lines().count() - 1).collect();
        assert_eq!(lines, [500, 500, 200]);
        assert!(stage.tenant.state().await.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_run_can_be_paused_resumed_and_cancelled() {
    play("pause", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        stage.tenant.faults(json!({ "hold_after": 1 })).await;
        let file = rows::file("pause.csv", &rows::portal_csv(8_000));
        read(stage, &file).await?;
        act::send(browser).await?;
        act::click(browser, "pause").await?;
        see::shown(browser, "resume").await?;
        act::click(browser, "resume").await?;
        see::ready(browser, "pause").await?;
        act::press(browser, "Cancel the rest").await?;
        stage.tenant.faults(json!({ "hold_after": 0 })).await;
        let [accepted, rejected, unconfirmed, not_sent] = see::reported(browser).await?;
        assert_eq!((accepted + not_sent, rejected, unconfirmed), (8_000, 0, 0));
        assert!(not_sent > 0, "there was something left to cancel");
        report_is_true(stage).await?;
        Ok(())
    })
    .await;
}
