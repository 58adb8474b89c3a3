//! Going on after a page is gone: what was written down is found again, and nothing of it is sent twice.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use serde_json::Value;
use thirtyfour::error::WebDriverResult;

use crate::{
    act::{self, Account},
    journal::{self, Journal, Run},
    rows, see,
    stage::Stage,
    truth,
};

/// What a page left behind.
#[derive(Clone, Debug)]
pub struct Left {
    /// The journal.
    pub journal: Journal,
    /// Calls that had arrived.
    calls: usize,
}

/// Looks at what a page that is gone left behind, without starting the program.
///
/// # Errors
/// When the browser does not answer.
pub async fn left(stage: &Stage) -> WebDriverResult<Left> {
    journal::is_still(&stage.browser).await?;
    // A page of the same origin on which nothing runs.
    stage
        .browser
        .goto(format!("{}/config.json", stage.page))
        .await?;
    let calls = stage.tenant.state().await.calls_in_all();
    let journal = journal::read(&stage.browser).await?;
    Ok(Left { journal, calls })
}

/// Begins a run of so many rows under these faults and kills the browser where the worker stops; looks
/// at what the page left behind.
///
/// # Errors
/// When the run does not begin, or the browser does not answer.
pub async fn killed(stage: &mut Stage, rows: usize, faults: Value) -> WebDriverResult<Left> {
    stage.begin(rows, faults).await?;
    stage.held().await;
    stage.kill_the_browser().await?;
    left(stage).await
}

/// Opens the page; how long it took from the navigation until the unfinished run was offered.
///
/// # Errors
/// When it is not.
pub async fn offered(stage: &Stage) -> WebDriverResult<Duration> {
    let started = Instant::now();
    let browser = stage.open().await?;
    see::shown(browser, "unfinished").await?;
    Ok(started.elapsed())
}

/// Goes on with the unfinished run that the page offers.
///
/// # Errors
/// When it cannot be gone on with.
pub async fn resume(stage: &Stage) -> WebDriverResult<()> {
    act::click(&stage.browser, "resume-run").await
}

/// Signs in where the page asks for it, goes on, and waits for the end. Every row is then accepted
/// and in the tenant, and none went again whose acceptance had been written down.
///
/// # Errors
/// When a step does not appear.
///
/// # Panics
/// When the report is not true, or something was sent again.
pub async fn finish(stage: &Stage, left: &Left, rows: usize) -> WebDriverResult<()> {
    act::sign_in(&stage.browser, Account::Analyst).await?;
    resume(stage).await?;
    see::reported(&stage.browser).await?;
    all_accepted(stage, left, rows).await
}

/// The same of a run that is at its end.
///
/// # Errors
/// When the report cannot be had.
///
/// # Panics
/// When the report is not true, or something was sent again.
pub async fn all_accepted(stage: &Stage, left: &Left, rows: usize) -> WebDriverResult<()> {
    assert_eq!(truth::told(stage).await?.sums, [rows, 0, 0, 0]);
    let seen = stage.tenant.state_with_values().await;
    let (before, again) = seen.values_by(left.calls);
    let known = accepted(left);
    assert!(known.is_subset(&before), "what is known was sent before");
    let twice = known.intersection(&again).count();
    assert_eq!(twice, 0, "of {} known to be accepted", known.len());
    Ok(())
}

/// Waits until nothing is kept of any run, after the page was asked to forget it.
///
/// # Errors
/// When something stays.
///
/// # Panics
/// When there is a trace of a run all the same.
pub async fn nothing_is_left(stage: &Stage) -> WebDriverResult<()> {
    act::eventually(async || {
        let kept = journal::read(&stage.browser).await?;
        Ok((kept.runs.is_empty() && kept.inputs == 0).then_some(()))
    })
    .await?;
    let kept = journal::read(&stage.browser).await?;
    for trace in [rows::sha256(7), "rows-".to_owned(), "contoso".to_owned()] {
        assert!(!kept.text.contains(&trace), "{trace} in {}", kept.text);
    }
    Ok(())
}

/// The values of which it is written that they were accepted.
fn accepted(left: &Left) -> BTreeSet<String> {
    let entries = left.journal.runs.iter().flat_map(Run::accepted);
    entries
        .map(|entry| rows::sha256(entry.0 as usize))
        .collect()
}
