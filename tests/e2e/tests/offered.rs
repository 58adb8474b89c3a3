//! How soon an unfinished run is offered. It stands alone, so that nothing else uses the machine.

use std::time::Duration;

use ioculate_e2e::{
    hold::{Side, Written},
    recover,
    stage::{self, Setting, play_in},
};
use serde_json::json;

/// What the page owes the user who opens it.
const OFFERED_WITHIN: Duration = Duration::from_secs(2);

/// The offer comes in time where there is most to read: a tenant's whole, all but answered.
#[tokio::test]
async fn fifteen_thousand_rows_are_offered_at_once() {
    let setting = Setting::held(Side::After, Written::Answer, 29);
    play_in("offered", setting, async |stage| {
        let left = recover::killed(stage, 15_000, json!({})).await?;
        let mut took = Vec::new();
        for _ in 0..3 {
            stage.browser.goto("about:blank").await?;
            took.push(recover::offered(stage).await?);
        }
        eprintln!("15,000 rows: offered after {took:?}");
        let in_time = took.iter().all(|took| *took <= OFFERED_WITHIN);
        assert!(in_time || !stage::holds_times(), "{took:?}");
        recover::finish(stage, &left, 15_000).await
    })
    .await;
}
