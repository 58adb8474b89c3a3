//! A run that nobody looks at, that outlives its token, that is cut off: it keeps its pace, and goes on by
//! itself.

use std::time::Duration;

use ioculate_e2e::{
    act::{self, Account},
    browser::Manner,
    rows, see,
    stage::{self, Setting, play, play_in},
    truth,
};
use ioculate_emulator::Windows;
use serde_json::json;

/// Calls that one window of the quota holds.
const A_WINDOW: usize = 30;

/// The pace of a run of several windows whose page is hidden from its first calls on, its timers standing
/// still: between the first calls of two windows passes one window and the second that an answer
/// takes, and hardly more.
async fn hidden(window_of_quota: Duration, windows: usize) {
    let setting = Setting {
        manner: Manner::Throttling,
        windows: Windows::of(window_of_quota),
        ..Setting::USUAL
    };
    play_in("hidden", setting, async |stage| {
        let calls = (windows - 1) * A_WINDOW + 10;
        // More rows than a tenant holds make windows enough; compared with it, most would stay behind.
        let browser = stage.signed_in(Account::Analyst).await?;
        let slow = json!({ "latency_ms": 600_000, "quota": 100_000 });
        stage.tenant.faults(slow).await;
        let list = rows::file("hidden.csv", &rows::portal_csv(calls * 500));
        act::drop_file(browser, &list).await?;
        act::click(browser, "tenant-skip").await?;
        see::reviewed(browser).await?;
        stage.tenant.faults(json!({ "latency_ms": 500 })).await;
        act::send(browser).await?;
        act::look_away(browser).await?;
        see::watch_timers(browser).await?;
        // The page is left alone meanwhile.
        for window in 1..windows {
            tokio::time::sleep(window_of_quota).await;
            stage.batches_arrived(window * A_WINDOW + 1).await?;
        }
        see::reported(browser).await?;
        assert!(see::is_hidden(browser).await?, "nobody looked");
        let late = see::most_late(browser).await?;
        assert!(late > 10_000.0, "timers do not stand still: {late} ms");
        let arrivals = stage.tenant.state().await.arrivals("POST", "/import");
        let starts: Vec<u64> = arrivals.chunks(A_WINDOW).map(|calls| calls[0]).collect();
        let took: Vec<u64> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let expected = u64::try_from(window_of_quota.as_millis()).unwrap_or(u64::MAX) + 500;
        eprintln!("hidden: timers up to {late:.0} ms late; windows began {took:?} ms after one another, of {expected}");
        let most = expected + expected / 20;
        assert!(
            took.iter().all(|took| *took <= most),
            "{took:?}, at most {most}"
        );
        assert_eq!(truth::told(stage).await?.sums, [calls * 500, 0, 0, 0]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_hidden_page_keeps_its_pace() {
    if stage::is_full_run() {
        Box::pin(hidden(Duration::from_mins(1), 4)).await;
    } else {
        Box::pin(hidden(Duration::from_secs(45), 3)).await;
    }
}

#[tokio::test]
async fn a_token_that_expires_in_mid_run_is_renewed() {
    play("token", async |stage| {
        let short = json!({ "token_seconds": 305, "latency_ms": 2_000 });
        stage.tenant.faults(short).await;
        stage.begin(8_000, json!({})).await?;
        stage.batches_arrived(1).await?;
        let browser = &stage.browser;
        let first = see::secrets(browser).await?;
        see::reported(browser).await?;
        let last = see::secrets(browser).await?;
        assert_ne!(first, last, "a new one was asked for");
        let statuses = stage.tenant.state().await.statuses("POST", "/import");
        assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
        assert_eq!(truth::told(stage).await?.sums, [8_000, 0, 0, 0]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_token_that_is_refused_in_mid_run_is_renewed_once() {
    play("token-refused", async |stage| {
        // So short that none is good for two calls.
        let short = json!({ "token_seconds": 1, "latency_ms": 1_200 });
        stage.begin(6_000, short).await?;
        see::reported(&stage.browser).await?;
        assert_eq!(truth::told(stage).await?.sums, [6_000, 0, 0, 0]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_run_that_is_cut_off_waits_and_goes_on_by_itself() {
    play("cut-off", async |stage| {
        stage.begin(6_000, json!({ "latency_ms": 1_000 })).await?;
        stage.batches_arrived(5).await?;
        stage.emulator.cut_off();
        see::text(&stage.browser, "Trying again at").await?;
        stage.emulator.reconnect().expect("the port is free");
        see::reported(&stage.browser).await?;
        assert_eq!(truth::told(stage).await?.sums, [6_000, 0, 0, 0]);
        let state = stage.tenant.state_with_values().await;
        assert!(state.busiest_minute() <= 30);
        Ok(())
    })
    .await;
}
