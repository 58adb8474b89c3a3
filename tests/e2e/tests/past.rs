//! What a user does with runs that are over: looks at the report again, mends what was rejected, has it
//! all forgotten.

use ioculate_core::session::ExportKind;
use ioculate_e2e::{
    act, recover, rows, see,
    stage::{Stage, play},
    truth,
};
use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult};

const ROWS: usize = 4_000;
/// A value that breaks a rule, and what it was meant to be.
const BROKEN: &str = "198.51.100.7x";
const MENDED: &str = "198.51.100.7";

/// A run that ends with rows accepted, rejected and not sent, of a list with one that is refused.
async fn cut_short(stage: &Stage) -> WebDriverResult<&WebDriver> {
    let mut csv = rows::portal_csv(ROWS);
    csv += &[
        "IpAddress,",
        BROKEN,
        ",,Block,High,Broken,made for a test,,,,,true\n",
    ]
    .concat();
    let browser = stage.review(&csv).await?;
    let faults = json!({ "hold_after": 3, "fail_item_every": 50 });
    stage.tenant.faults(faults).await;
    act::send(browser).await?;
    stage.batches_arrived(4).await?;
    act::press(browser, "Cancel the rest").await?;
    stage.tenant.faults(json!({ "hold_after": 0 })).await;
    let [accepted, rejected, unconfirmed, not_sent] = see::reported(browser).await?;
    assert!(accepted > 0 && rejected > 0 && not_sent > 0);
    assert_eq!(unconfirmed, 0, "what had left was waited for");
    Ok(browser)
}

/// What the report at hand gives as a file.
async fn exported(browser: &WebDriver, kind: ExportKind) -> WebDriverResult<String> {
    let button = match kind {
        ExportKind::ReportCsv => "download-report-csv",
        ExportKind::ReportJson => "download-report-json",
        ExportKind::Rejects => "download-rejects",
        ExportKind::Unsent => "download-unsent",
        _ => unreachable!("not looked at here"),
    };
    let files = act::download(browser, 1, async |page| act::click(page, button).await);
    Ok(files.await?.remove(0))
}

const FILES: [ExportKind; 4] = [
    ExportKind::ReportCsv,
    ExportKind::ReportJson,
    ExportKind::Rejects,
    ExportKind::Unsent,
];

#[tokio::test]
async fn the_report_of_a_past_run_is_the_one_at_its_end() {
    play("past-report", async |stage| {
        let browser = cut_short(stage).await?;
        let told = truth::told(stage).await?;
        let sums = see::reported(browser).await?;
        let mut at_its_end = Vec::new();
        for kind in FILES {
            at_its_end.push(exported(browser, kind).await?);
        }
        stage.open().await?;
        act::click(browser, "show-run").await?;
        assert_eq!(see::reported(browser).await?, sums);
        assert_eq!(truth::told(stage).await?.report, told.report);
        for (kind, before) in FILES.into_iter().zip(at_its_end) {
            let now = exported(browser, kind).await?;
            assert!(now == before, "{kind:?} differs");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_a_past_run_left_over_goes_in_once_it_is_mended() {
    play("past-mended", async |stage| {
        let browser = cut_short(stage).await?;
        let [accepted, rejected, _, not_sent] = see::reported(browser).await?;
        stage.open().await?;
        act::click(browser, "show-run").await?;
        see::reported(browser).await?;
        let rejects = exported(browser, ExportKind::Rejects).await?;
        let unsent = exported(browser, ExportKind::Unsent).await?;
        stage.tenant.faults(json!({ "fail_item_every": 0 })).await;
        act::press(browser, "Back").await?;
        act::drop_file(browser, &rows::file("rejects.csv", &rejects)).await?;
        see::sums(browser, [rejected + 1, rejected, 0, 0, 1, 0]).await?;
        stage.open().await?;
        // The screen of nobody is there first, with an input of its own.
        see::shown(browser, "account").await?;
        let mended = rejects.replace(BROKEN, MENDED);
        act::drop_file(browser, &rows::file("mended.csv", &mended)).await?;
        let ready = rejected + 1;
        see::sums(browser, [ready, ready, 0, 0, 0, 0]).await?;
        act::drop_file(browser, &rows::file("not-sent.csv", &unsent)).await?;
        let ready = ready + not_sent;
        see::sums(browser, [ready, ready, 0, 0, 0, 0]).await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [ready, 0, 0, 0]);
        let held = stage.tenant.state().await.len() as u64;
        assert_eq!(held, accepted + ready, "every row given is there, once");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn all_runs_are_forgotten_at_once_and_leave_nothing() {
    play("forget-all", async |stage| {
        let browser = stage.begin(8, json!({})).await?;
        see::reported(browser).await?;
        act::press(browser, "Import more").await?;
        act::drop_file(browser, &rows::file("rows-2.csv", &rows::portal_csv(ROWS))).await?;
        see::reviewed(browser).await?;
        // The question before the first batch is answered; that run cannot end.
        stage.tenant.faults(json!({ "hang_every": 1 })).await;
        act::send(browser).await?;
        stage.batches_arrived(2).await?;
        stage.open().await?;
        see::shown(browser, "unfinished-run").await?;
        see::shown(browser, "past-run").await?;
        act::click(browser, "forget-all").await?;
        see::text(browser, "also 1 run that did not finish").await?;
        act::click(browser, "confirm-run").await?;
        recover::nothing_is_left(stage).await?;
        assert!(!see::is_there(browser, "unfinished-run").await?);
        assert!(!see::is_there(browser, "past-run").await?);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_focus_follows_a_run_from_the_question_to_the_report() {
    play("focus", async |stage| {
        let browser = stage.begin(ROWS, json!({ "hold_after": 1 })).await?;
        see::shown(browser, "progress").await?;
        see::focus_at(browser, "h1").await?;
        act::click(browser, "pause").await?;
        see::shown(browser, "resume").await?;
        act::click(browser, "resume").await?;
        stage.tenant.faults(json!({ "hold_after": 0 })).await;
        see::reported(browser).await?;
        see::focus_at(browser, "h1").await
    })
    .await;
}

#[tokio::test]
async fn a_dialog_that_is_left_forgets_nothing_and_gives_the_focus_back() {
    play("forget-not", async |stage| {
        let browser = stage.begin(8, json!({})).await?;
        see::reported(browser).await?;
        stage.open().await?;
        for button in ["forget-run", "forget-all"] {
            act::click(browser, button).await?;
            see::shown(browser, "confirm-run").await?;
            act::escape(browser).await?;
            act::eventually(async || {
                let is_open = see::is_there(browser, "confirm-run").await?;
                Ok((!is_open).then_some(()))
            })
            .await?;
            see::focus_at(browser, button).await?;
        }
        see::shown(browser, "past-run").await?;
        Ok(())
    })
    .await;
}
