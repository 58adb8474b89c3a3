//! What a run needs of the browser, and a browser that does not give it: nothing is kept, what was kept
//! is erased in mid-run, another version of the page takes it, somebody else's run lies there.

use ioculate_e2e::{
    act::{self, Account},
    hold::Storage,
    journal, recover, rows, see,
    stage::{Setting, Stage, play, play_in},
    truth,
};
use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult};

const ROWS: usize = 4_000;

async fn quick(stage: &Stage) {
    let faults = json!({ "latency_ms": 0, "hold_after": 0 });
    stage.tenant.faults(faults).await;
}

/// A run that cannot end before the service is quick again.
async fn stalled(stage: &Stage) -> WebDriverResult<&WebDriver> {
    let slow = json!({ "latency_ms": 5_000, "hold_after": 5 });
    let browser = stage.begin(ROWS, slow).await?;
    stage.batches_arrived(3).await?;
    Ok(browser)
}

/// Cancels a run that is no longer written down: its report is true all the same, and says that it
/// is the only copy.
async fn ends_truthfully(stage: &Stage) -> WebDriverResult<[usize; 4]> {
    let browser = &stage.browser;
    act::press(browser, "Cancel the rest").await?;
    let reported = see::reported(browser).await?;
    let told = truth::told(stage).await?.sums;
    assert_eq!(
        reported.map(|rows| usize::try_from(rows).unwrap_or(usize::MAX)),
        told
    );
    see::text(browser, "Nothing of this run is kept in this browser").await?;
    Ok(told)
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_is_told_of_and_the_run_ends_truthfully() {
    let setting = Setting {
        storage: Storage::Refused,
        ..Setting::USUAL
    };
    play_in("keeps-nothing", setting, async |stage| {
        let browser = stage.review(&rows::portal_csv(ROWS)).await?;
        let faults = json!({ "latency_ms": 1_000, "fail_item_every": 50 });
        stage.tenant.faults(faults).await;
        act::click(browser, "send").await?;
        see::text(browser, "Nothing of this run will be kept").await?;
        see::text(browser, "The operation is insecure").await?;
        act::click(browser, "confirm-send").await?;
        see::text(browser, "closing the tab ends it").await?;
        assert_eq!(see::reported(browser).await?, [3_920, 80, 0, 0]);
        assert_eq!(truth::told(stage).await?.sums, [3_920, 80, 0, 0]);
        see::text(browser, "Nothing of this run is kept in this browser").await?;
        assert!(!see::is_there(browser, "download-run").await?);
        stage.open().await?;
        see::text(browser, "Runs are not kept in this browser at the moment").await?;
        assert!(!see::is_there(browser, "past-run").await?);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_run_whose_record_is_erased_stops_sending_and_says_what_to_do() {
    play("erased", async |stage| {
        let browser = stalled(stage).await?;
        journal::erase(browser, &stage.page).await?;
        see::text(browser, "has been erased in this browser").await?;
        let sent = stage.tenant.state().await.arrivals("POST", "/import").len();
        quick(stage).await;
        act::click(browser, "resume").await?;
        see::text(browser, "has been erased in this browser").await?;
        let [_, _, _, not_sent] = ends_truthfully(stage).await?;
        assert!(not_sent > 0, "{not_sent}");
        let in_all = stage.tenant.state().await.arrivals("POST", "/import").len();
        assert_eq!(in_all, sent, "nothing left that was not written down");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_run_whose_record_another_version_takes_stops_sending_and_says_what_to_do() {
    play("versionchange", async |stage| {
        let browser = stalled(stage).await?;
        let page = browser.window().await?;
        let other = browser.new_tab().await?;
        browser.switch_to_window(other.clone()).await?;
        journal::take_over(browser, &stage.page).await?;
        browser.switch_to_window(page).await?;
        see::text(browser, "A later version of this page").await?;
        quick(stage).await;
        let [accepted, _, unconfirmed, not_sent] = ends_truthfully(stage).await?;
        assert_eq!(accepted + unconfirmed + not_sent, ROWS);
        assert!(not_sent > 0);
        // What is kept is not this version's to read, and it says so.
        stage.open().await?;
        see::text(browser, "A later version of this page").await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_run_of_another_tenant_cannot_be_gone_on_with_and_says_why() {
    play("other-tenant", async |stage| {
        stalled(stage).await?;
        stage.kill_the_browser().await?;
        recover::left(stage).await?;
        journal::move_to_tenant(&stage.browser, "9b2f0c1e-0000-4000-8000-000000000000").await?;
        let calls = stage.tenant.state().await.calls_in_all();
        let browser = stage.signed_in(Account::Analyst).await?;
        see::text(browser, "in tenant 9b2f0c1e-0000-4000-8000-000000000000").await?;
        see::text(browser, "Only its own account can go on with it").await?;
        see::text(browser, "Sign out by the account menu").await?;
        see::shown(browser, "save-run").await?;
        assert!(!see::is_there(browser, "resume-run").await?);
        assert_eq!(stage.tenant.state().await.calls_in_all(), calls);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_run_file_that_is_damaged_is_refused_with_what_to_do() {
    play("run-file-damaged", async |stage| {
        stalled(stage).await?;
        let browser = stage.open().await?;
        let saved = act::download(browser, 1, async |page| act::click(page, "save-run").await);
        let saved = saved.await?.remove(0);
        let cases = [
            (
                "cut.iocrun",
                saved[..saved.len() / 2].to_owned(),
                "is not what was written",
            ),
            (
                "changed.iocrun",
                saved.replace("Block", "Audit"),
                "is not what was written",
            ),
            (
                "list.iocrun",
                rows::portal_csv(3),
                "The file is no run file",
            ),
        ];
        for (name, text, said) in cases {
            stage.open().await?;
            see::shown(browser, "unfinished-run").await?;
            act::give_file(browser, "run-file-input", &rows::file(name, &text)).await?;
            see::text(browser, said).await?;
        }
        let kept = journal::read(browser).await?;
        assert_eq!(kept.runs.len(), 1, "nothing was taken in");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn rows_that_go_one_by_one_are_gone_on_with_after_a_reload() {
    play("one-by-one", async |stage| {
        let browser = stage.review(&rows::portal_csv(24)).await?;
        stage.tenant.faults(json!({ "hold_after": 8 })).await;
        act::click(browser, "send").await?;
        act::open_fold(browser, "How it is sent").await?;
        act::click(browser, "route-one-by-one").await?;
        act::click(browser, "confirm-send").await?;
        let single = async || {
            stage
                .tenant
                .state()
                .await
                .arrivals("POST", "/indicators")
                .len()
        };
        act::eventually(async || Ok((single().await >= 9).then_some(()))).await?;
        let left = recover::left(stage).await?;
        let known = left.journal.runs[0].accepted().len();
        assert!((1..24).contains(&known), "{known} are known to be in");
        quick(stage).await;
        stage.open().await?;
        recover::resume(stage).await?;
        assert_eq!(see::reported(browser).await?, [24, 0, 0, 0]);
        recover::all_accepted(stage, &left, 24).await?;
        let state = stage.tenant.state().await;
        assert!(
            state.arrivals("POST", "/import").is_empty(),
            "none by batch"
        );
        assert!(
            single().await <= 24 + 4,
            "only what was under way went again"
        );
        Ok(())
    })
    .await;
}
