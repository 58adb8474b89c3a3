//! Each way in which the service or the line can fail, in Chromium: the run comes to its end, and every
//! row of its report is true.

use std::time::{Duration, Instant};

use ioculate_e2e::{
    rows, see,
    stage::{Setting, Stage, play_in},
    truth,
};
use ioculate_emulator::Windows;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// A quota whose minute is short, so that what takes many windows does not take many minutes.
const QUICK: Setting = Setting {
    windows: Windows {
        short: Duration::from_secs(5),
        long: Duration::from_mins(5),
    },
    ..Setting::USUAL
};

/// Sends `count` rows under `faults`; the sums of a report that was held against the tenant.
async fn send(stage: &Stage, count: usize, faults: Value) -> WebDriverResult<[usize; 4]> {
    let browser = stage.begin(count, faults).await?;
    see::reported(browser).await?;
    Ok(truth::told(stage).await?.sums)
}

/// One run under these faults: rows in, totals out.
macro_rules! ends {
    ($($name:ident: $rows:expr, $faults:tt => $ended:expr;)+) => { $(
        #[tokio::test]
        async fn $name() {
            play_in(stringify!($name), QUICK, async |stage| {
                assert_eq!(send(stage, $rows, json!($faults)).await?, $ended);
                Ok(())
            })
            .await;
        }
    )+ };
}

ends! {
    answers_lost_after_the_work: 2_000, {"drop_after_commit_every": 2} => [2_000, 0, 0, 0];
    calls_lost_before_the_work: 2_000, {"drop_before_commit_every": 2} => [2_000, 0, 0, 0];
    answers_cut_short: 2_000, {"cut_body_every": 2} => [2_000, 0, 0, 0];
    answers_that_cannot_be_read: 2_500, {"garble_every": 2} => [2_500, 0, 0, 0];
    results_left_out: 1_500, {"omit_item_every": 7} => [1_500, 0, 0, 0];
    results_for_values_that_were_not_sent: 1_500, {"extra_item_every": 7} => [1_500, 0, 0, 0];
    results_twice: 1_500, {"duplicate_item_every": 7} => [1_500, 0, 0, 0];
    results_that_contradict_each_other: 1_500, {"contradict_item_every": 70} => [1_500, 0, 0, 0];
    results_of_other_types: 1_500, {"mistype_every": 50} => [1_500, 0, 0, 0];
    results_in_another_order: 1_500, {"shuffle": true, "fail_item_every": 50} => [1_470, 30, 0, 0];
    values_told_in_another_form: 1_500, {"echo": "normalised", "shuffle": true} => [1_500, 0, 0, 0];
    errors_without_a_word: 2_000, {"error_every": 3} => [2_000, 0, 0, 0];
    errors_that_the_page_may_not_read: 2_000,
        {"cors": "errors_without_origin", "throttle_every": 3} => [2_000, 0, 0, 0];
    lists_that_fail_too: 1_500,
        {"drop_after_commit_every": 2, "list_error_every": 2} => [1_500, 0, 0, 0];
    others_that_use_the_same_quota: 12_000, {"other_calls_per_minute": 15} => [12_000, 0, 0, 0];
    one_row_that_spoils_its_batch: 1_500,
        {"poison": [rows::sha256(700), rows::sha256(1_100)]} => [1_498, 2, 0, 0];
}

/// The script that two existing pushers end with 18 and 20 rows of a hundred misreported: every fifth
/// call throttled, every fiftieth row failed.
async fn script(setting: Setting, cors: &str) {
    play_in(&format!("script-{cors}"), setting, async |stage| {
        let started = Instant::now();
        let faults = json!({ "cors": cors, "throttle_every": 5, "fail_item_every": 50 });
        assert_eq!(send(stage, 12_000, faults).await?, [11_760, 240, 0, 0]);
        eprintln!(
            "12,000 rows, cors {cors}: 0 misreported, {:?}",
            started.elapsed()
        );
        let state = stage.tenant.state_with_values().await;
        assert_eq!(state.sent_after_an_answer().len(), 0, "nothing goes twice");
        Ok(())
    })
    .await;
}

/// Where the page may read when to come again, it comes then.
#[tokio::test]
async fn the_script_where_retry_after_can_be_read() {
    Box::pin(script(Setting::USUAL, "expose")).await;
}

/// Where it may not, it takes refusals for the calls of others and waits for them to go by, in windows
/// that are short here.
#[tokio::test]
async fn the_script_where_retry_after_cannot_be_read() {
    let windows = Windows::of(Duration::from_secs(2));
    Box::pin(script(
        Setting {
            windows,
            ..Setting::USUAL
        },
        "on",
    ))
    .await;
}
