//! The browser is killed at each step of the journal, and at any moment: the page that is opened next
//! offers to go on, and the report is true.

use std::time::Duration;

use ioculate_e2e::{
    act::{self, Account},
    hold::{Side, Written},
    recover, see,
    stage::{self, Setting, Stage, play_in},
    truth,
};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// Rows of a run that is killed.
const ROWS: usize = 3_000;

/// Kills the browser where the worker stands, and finishes the run.
async fn killed(stage: &mut Stage, faults: Value) -> WebDriverResult<()> {
    let left = recover::killed(stage, ROWS, faults).await?;
    assert_eq!(left.journal.runs.len(), 1, "the run was written down");
    recover::offered(stage).await?;
    recover::finish(stage, &left, ROWS).await
}

/// A kill at this step, under these faults.
macro_rules! killed {
    ($($name:ident: $side:ident $at:ident $nth:literal, $faults:tt;)+) => { $(
        #[tokio::test]
        async fn $name() {
            let setting = Setting::held(Side::$side, Written::$at, $nth);
            play_in(stringify!($name), setting, async |stage| {
                killed(stage, json!($faults)).await
            })
            .await;
        }
    )+ };
}

killed! {
    killed_when_the_run_has_begun: After Begin 1, {};
    killed_before_the_first_question: Before Asking 1, {};
    killed_after_the_first_question_was_noted: After Asking 1, {};
    killed_before_an_intent: Before Intent 2, {};
    killed_between_an_intent_and_its_call: After Intent 2, {};
    killed_before_an_answer_is_noted: Before Answer 2, {};
    killed_after_an_answer_was_noted: After Answer 2, {};
    killed_before_what_was_found_is_noted: Before Found 1, {"omit_item_every": 7};
    killed_after_what_was_found_was_noted: After Found 1, {"omit_item_every": 7};
    killed_before_the_end_is_noted: Before End 1, {};
}

/// Kills the browser while calls are under way, and opens another.
async fn killed_under_way(stage: &mut Stage) -> WebDriverResult<()> {
    stage.begin(ROWS, json!({ "latency_ms": 15_000 })).await?;
    stage.batches_arrived(4).await?;
    stage.kill_the_browser().await?;
    stage.tenant.faults(json!({ "latency_ms": 0 })).await;
    Ok(())
}

#[tokio::test]
async fn killed_while_calls_are_under_way() {
    play_in("killed-calls", Setting::USUAL, async |stage| {
        killed_under_way(stage).await?;
        let left = recover::left(stage).await?;
        assert_eq!(left.journal.runs[0].accepted().len(), 0);
        recover::offered(stage).await?;
        recover::finish(stage, &left, ROWS).await
    })
    .await;
}

#[tokio::test]
async fn killed_once_more_while_the_tenant_is_asked() {
    let setting = Setting::held(Side::Before, Written::Found, 1);
    play_in("killed-twice", setting, async |stage| {
        killed_under_way(stage).await?;
        recover::offered(stage).await?;
        act::sign_in(&stage.browser, Account::Analyst).await?;
        recover::resume(stage).await?;
        stage.held().await;
        stage.kill_the_browser().await?;
        let left = recover::left(stage).await?;
        recover::offered(stage).await?;
        recover::finish(stage, &left, ROWS).await
    })
    .await;
}

#[tokio::test]
async fn killed_before_the_run_is_written_down() {
    let setting = Setting::held(Side::Before, Written::Begin, 1);
    play_in("killed-unwritten", setting, async |stage| {
        let left = recover::killed(stage, ROWS, json!({})).await?;
        assert_eq!((left.journal.runs.len(), left.journal.inputs), (0, 0));
        assert!(stage.tenant.state().await.is_empty(), "nothing left");
        stage.signed_in(Account::Analyst).await?;
        see::shown(&stage.browser, "history").await?;
        assert!(!see::is_there(&stage.browser, "unfinished").await?);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn killed_after_the_end_was_noted() {
    let setting = Setting::held(Side::After, Written::End, 1);
    play_in("killed-ended", setting, async |stage| {
        recover::killed(stage, ROWS, json!({ "fail_item_every": 50 })).await?;
        let browser = stage.signed_in(Account::Analyst).await?;
        act::click(browser, "show-run").await?;
        assert_eq!(see::reported(browser).await?, [2_940, 60, 0, 0]);
        assert_eq!(truth::told(stage).await?.sums, [2_940, 60, 0, 0]);
        Ok(())
    })
    .await;
}

/// Kills in one lane of the full run; three lanes at once.
const KILLS: u64 = 22;

/// One kill after `delay`, wherever the run is then.
async fn killed_at_any_moment(delay: Duration, faults: Value) {
    play_in("killed-any", Setting::USUAL, async |stage| {
        let mut faults = faults;
        faults["latency_ms"] = json!(700);
        stage.begin(6_000, faults).await?;
        tokio::time::sleep(delay).await;
        stage.kill_the_browser().await?;
        stage.tenant.faults(json!({ "latency_ms": 0 })).await;
        let left = recover::left(stage).await?;
        let run = left.journal.runs.first();
        let noted = run.map_or(0, |run| run.records.len());
        eprintln!("killed after {delay:?}: {noted} records");
        match run {
            None => assert!(stage.tenant.state().await.is_empty(), "nothing left"),
            Some(run) if run.closing.is_some() => {
                let browser = stage.signed_in(Account::Analyst).await?;
                act::click(browser, "show-run").await?;
                see::reported(browser).await?;
                recover::all_accepted(stage, &left, 6_000).await?;
            }
            Some(_) => {
                recover::offered(stage).await?;
                recover::finish(stage, &left, 6_000).await?;
            }
        }
        Ok(())
    })
    .await;
}

/// The moments are spread over the whole run, a little past its end.
async fn lane(first: u64, faults: Value) {
    if !stage::is_full_run() {
        eprintln!("skipped: kills at any moment are of the full run");
        return;
    }
    for kill in 0..KILLS {
        let delay = Duration::from_millis(first + kill * 220);
        Box::pin(killed_at_any_moment(delay, faults.clone())).await;
    }
}

#[tokio::test]
async fn killed_at_any_moment_of_a_clean_run() {
    Box::pin(lane(0, json!({}))).await;
}

#[tokio::test]
async fn killed_at_any_moment_of_a_run_that_loses_answers() {
    Box::pin(lane(70, json!({ "drop_after_commit_every": 3 }))).await;
}

#[tokio::test]
async fn killed_at_any_moment_of_a_run_that_is_throttled() {
    Box::pin(lane(
        140,
        json!({ "cors": "expose", "throttle_every": 4, "error_every": 7 }),
    ))
    .await;
}
