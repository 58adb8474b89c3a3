//! A large list against a large tenant: what the review foretells of every line is what is reckoned
//! here from the documented rules, and what is sent makes of the tenant what was foretold.

use std::time::Instant;

use ioculate_e2e::{
    act::{self, Account},
    foretold::{Foretold, drop_all},
    made,
    reckoning::{Choices, Held, OnConflict, Stays, by_key, differences, fate_sums, sums},
    see,
    stage::{self, Stage, play},
};
use serde_json::Value;
use thirtyfour::error::WebDriverResult;

/// The most that a tenant holds (import page, 2021-01), and what is left of that in the full run: with no
/// room for any row that stands against another action, the page would offer no replacing.
const MOST: usize = 15_000;
const ROOM: usize = 30;

/// What the tenant holds.
async fn held(stage: &Stage) -> Held {
    by_key(&stage.tenant.state().await.indicators())
}

fn assert_same(reckoned: &Held, held: &Held) {
    let wrong = differences(reckoned, held);
    let some = &wrong[..wrong.len().min(3)];
    assert!(
        wrong.is_empty(),
        "{} differ, such as {some:#?}",
        wrong.len()
    );
}

/// Drops the list, holds the review against what is foretold, and sends.
async fn sent(stage: &Stage, lines: usize, count: usize) -> WebDriverResult<Foretold> {
    let made = made::made(lines, count);
    stage.tenant.seed(Value::Array(made.held.clone())).await;
    let held = stage.tenant.state().await.indicators();
    let browser = stage.signed_in(Account::Analyst).await?;
    let rows = drop_all(stage, &made).await?;
    let replace = "Replace: delete the tenant's first";
    act::choose(browser, "Another action in the tenant", replace).await?;
    let foretold = Foretold::of(
        rows,
        held,
        &Choices {
            conflicts: OnConflict::Replace,
            stays: Stays::Last,
            most: MOST,
        },
    );
    foretold.assert_rows(browser).await?;
    foretold.assert_sums(browser).await?;
    foretold.assert_updates(browser).await?;
    act::send(browser).await?;
    assert_eq!(see::reported(browser).await?, foretold.report());
    Ok(foretold)
}

/// The whole scene, of so many lines against so many indicators.
async fn whole(lines: usize, count: usize) {
    play("foreseen", async |stage| {
        let started = Instant::now();
        let foretold = sent(stage, lines, count).await?;
        assert_same(&foretold.after(), &held(stage).await);
        let told = (sums(&foretold.rows), fate_sums(&foretold.told));
        eprintln!("foreseen: {told:?} sent after {:.0?}", started.elapsed());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_foretold_of_a_list_is_what_becomes_of_it() {
    if stage::is_full_run() {
        Box::pin(whole(MOST, MOST - ROOM)).await;
    } else {
        Box::pin(whole(3_000, 3_000)).await;
    }
}
