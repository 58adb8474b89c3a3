//! A run that outlives its token, or is cut off, goes on by itself.

use ioculate_e2e::{see, stage::play, truth};
use serde_json::json;

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
