//! A page that is left in mid-run, by a reload, by its user, for another tab, another account or another
//! computer.

use ioculate_e2e::{
    act::{self, Account},
    engine::Ability,
    evidence, journal, recover, rows, see,
    stage::{Stage, play},
    truth,
};
use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult};

const ROWS: usize = 5_000;

/// A run that has some answers and gets no more before the service is quick again.
async fn under_way(stage: &Stage) -> WebDriverResult<&WebDriver> {
    let browser = stage.begin(ROWS, json!({ "hold_after": 4 })).await?;
    stage.batches_arrived(5).await?;
    Ok(browser)
}

async fn at_full_speed(stage: &Stage) {
    stage.tenant.faults(json!({ "hold_after": 0 })).await;
}

#[tokio::test]
async fn a_reload_in_mid_flight_is_gone_on_with() {
    play("reload", async |stage| {
        let browser = under_way(stage).await?;
        let left = recover::left(stage).await?;
        assert!(!left.journal.runs[0].accepted().is_empty(), "some are in");
        stage.open().await?;
        at_full_speed(stage).await;
        // Who reloads stays signed in.
        see::shown(browser, "account").await?;
        recover::resume(stage).await?;
        see::reported(browser).await?;
        recover::all_accepted(stage, &left, ROWS).await
    })
    .await;
}

/// A browser may keep a page that is left, to show it again as it was.
#[tokio::test]
async fn a_page_that_is_come_back_to_offers_the_run() {
    play("back", async |stage| {
        let browser = under_way(stage).await?;
        let left = recover::left(stage).await?;
        at_full_speed(stage).await;
        browser.back().await?;
        see::shown(browser, "unfinished").await?;
        recover::resume(stage).await?;
        see::reported(browser).await?;
        recover::all_accepted(stage, &left, ROWS).await
    })
    .await;
}

#[tokio::test]
async fn a_second_tab_says_who_runs_and_takes_over_when_that_one_closes() {
    play("tabs", async |stage| {
        let browser = under_way(stage).await?;
        let first = browser.window().await?;
        let second = browser.new_tab().await?;
        browser.switch_to_window(second.clone()).await?;
        stage.open().await?;
        see::text(browser, "Another tab of this browser is sending it").await?;
        act::sign_in(browser, Account::Analyst).await?;
        see::text(browser, "Another tab of this browser is sending it").await?;
        assert!(!see::is_there(browser, "resume-run").await?);
        browser.switch_to_window(first).await?;
        browser.close_window().await?;
        browser.switch_to_window(second).await?;
        at_full_speed(stage).await;
        recover::resume(stage).await?;
        see::reported(browser).await?;
        assert_eq!(truth::told(stage).await?.sums, [ROWS, 0, 0, 0]);
        assert!(stage.tenant.state().await.busiest_minute() <= 30);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_second_tab_cannot_send_while_the_first_does() {
    play("tabs-send", async |stage| {
        let browser = under_way(stage).await?;
        let second = browser.new_tab().await?;
        browser.switch_to_window(second).await?;
        stage.signed_in(Account::Analyst).await?;
        act::paste(browser, "bad.example\n").await?;
        see::reviewed(browser).await?;
        act::send(browser).await?;
        see::text(browser, "Another tab of this browser is at work").await?;
        let sent = stage.tenant.state_with_values().await.values_by(0).1;
        assert!(!sent.contains("bad.example"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn another_account_cannot_go_on_and_is_told_why() {
    play("other-account", async |stage| {
        under_way(stage).await?;
        stage.kill_the_browser().await?;
        let left = recover::left(stage).await?;
        let calls = stage.tenant.state().await.calls_in_all();
        let browser = stage.signed_in(Account::Reader).await?;
        see::text(browser, "Only its own account can go on with it").await?;
        assert!(!see::is_there(browser, "resume-run").await?);
        assert_eq!(stage.tenant.state().await.calls_in_all(), calls);
        assert_eq!(left.journal.runs.len(), 1);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_run_that_is_discarded_leaves_nothing() {
    play("discard", async |stage| {
        let browser = under_way(stage).await?;
        stage.open().await?;
        act::click(browser, "discard-run").await?;
        act::click(browser, "confirm-run").await?;
        recover::nothing_is_left(stage).await
    })
    .await;
}

#[tokio::test]
async fn a_past_run_is_shown_again_and_forgotten_without_a_trace() {
    play("forget", async |stage| {
        let browser = under_way(stage).await?;
        at_full_speed(stage).await;
        see::reported(browser).await?;
        stage.open().await?;
        act::click(browser, "show-run").await?;
        assert_eq!(see::reported(browser).await?, [ROWS as u64, 0, 0, 0]);
        truth::told(stage).await?;
        stage.open().await?;
        act::click(browser, "forget-run").await?;
        act::click(browser, "confirm-run").await?;
        recover::nothing_is_left(stage).await
    })
    .await;
}

#[tokio::test]
async fn a_run_file_is_finished_on_another_computer() {
    play("run-file", async |stage| {
        under_way(stage).await?;
        stage.kill_the_browser().await?;
        let left = recover::left(stage).await?;
        let browser = stage.open().await?;
        let saved = act::download(browser, 1, async |page| act::click(page, "save-run").await);
        let saved = saved.await?.remove(0);
        stage.change_computers().await?;
        at_full_speed(stage).await;
        let browser = stage.signed_in(Account::Analyst).await?;
        let file = rows::file("run-file.json", &saved);
        act::give_file(browser, "run-file-input", &file).await?;
        recover::resume(stage).await?;
        // Its rows were never reviewed here.
        act::click(browser, "confirm-run").await?;
        see::reported(browser).await?;
        recover::all_accepted(stage, &left, ROWS).await
    })
    .await;
}

#[tokio::test]
async fn a_token_is_nowhere_but_in_the_cache_of_the_sign_in() {
    play("token-nowhere", async |stage| {
        let browser = under_way(stage).await?;
        let at_work = see::traces(browser).await?;
        at_full_speed(stage).await;
        see::reported(browser).await?;
        let files = act::download(browser, 1, async |page| {
            act::click(page, "download-report-json").await
        })
        .await?;
        let table = act::download(browser, 1, async |page| {
            act::click(page, "download-report-csv").await
        })
        .await?;
        let secrets = see::secrets(browser).await?;
        assert!(secrets.len() >= 2, "access and refresh token");
        let places = [
            (
                "the page, its address, history, cookies and storage, during the run",
                at_work,
            ),
            (
                "the page, its address, history, cookies and storage, after the run",
                see::traces(browser).await?,
            ),
            ("the journal", journal::read(browser).await?.text),
            ("the report in JSON", files.concat()),
            ("the report as a table", table.concat()),
        ];
        for (place, text) in places {
            not_found(place, &text, &secrets);
        }
        if Ability::Console.is_there_for("tokens, in the console") {
            let said = see::console(browser).await?.join("\n");
            not_found("the console", &said, &secrets);
        }
        Ok(())
    })
    .await;
}

/// Where something is, none of the secrets is.
fn not_found(place: &str, text: &str, secrets: &[String]) {
    let found = secrets.iter().any(|secret| text.contains(secret));
    assert!(!found, "a token is in {place}");
    evidence::note(
        "a search for the tokens",
        place,
        "not found",
        "a run of 5,000 rows",
    );
}
