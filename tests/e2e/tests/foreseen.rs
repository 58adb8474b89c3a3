//! A large list against a large tenant: what the review foretells of every line is what is reckoned
//! here from the documented rules, what is sent makes of the tenant what was foretold, and an undo makes
//! of it what it was, but for what somebody else has changed meanwhile.

use std::{collections::BTreeSet, time::Instant};

use ioculate_e2e::{
    act::{self, Account},
    colleague::Colleague,
    foretold::{Foretold, drop_all},
    made,
    reckoning::{
        Choices, Fate, Held, OnConflict, Stays, by_key, differences, fate_sums, restorable, sums,
    },
    see,
    stage::{self, Stage, play},
    tenant::Key,
};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// The most that a tenant holds (import page, 2021-01), and the room that it has before: what a colleague
/// adds while the run is taken back must not take the place of what is given back.
const MOST: usize = 15_000;
const ROOM: usize = 10;

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

/// The key of what a row sends, as the tenant spells it.
fn key(foretold: &Foretold, row: usize, held: &Held) -> Key {
    let sent = foretold.rows[row].sent.as_ref().expect("it is sent");
    let [kind, value, action] =
        ["indicatorType", "indicatorValue", "action"].map(|name| sent.text(name).to_owned());
    let spelt = [value.clone(), value.to_ascii_uppercase()];
    let keys = spelt.map(|value| (kind.clone(), value, action.clone()));
    keys.into_iter()
        .find(|key| held.contains_key(key))
        .expect("it is there")
}

/// Has a colleague change, delete and add some of what the run has to do with and of what it has not;
/// the keys of all that.
async fn meddle(stage: &Stage, foretold: &Foretold, before: &Held, after: &Held) -> BTreeSet<Key> {
    let colleague = Colleague::of(&stage.tenant, &stage.api).await;
    let mut touched = BTreeSet::new();
    for fate in [
        Fate::Update,
        Fate::Create,
        Fate::TenantConflict,
        Fate::Unchanged,
    ] {
        let some: Vec<usize> = foretold.of_fate(fate).map(|(row, _)| row).collect();
        let [changed, deleted] =
            [some[some.len() / 3], some[some.len() / 2]].map(|row| key(foretold, row, after));
        colleague.changes(&after[&changed]).await;
        colleague.deletes(&after[&deleted]).await;
        touched.extend([changed, deleted]);
    }
    let replacing = foretold.of_fate(Fate::TenantConflict).last();
    let again = replacing.expect("one that replaces").1.replaces[0].clone();
    colleague.changes(&before[&again]).await;
    touched.insert(again);
    for name in ["one.colleague.example", "two.colleague.example"] {
        let new = json!({ "indicatorType": "DomainName", "indicatorValue": name, "action": "Warn", "description": "new" });
        colleague.changes(&new).await;
        touched.insert(("DomainName".to_owned(), name.to_owned(), "Warn".to_owned()));
    }
    touched
}

/// Takes the run back, and gives the review's figures: so many are deleted, restored and left.
async fn undone(stage: &Stage) -> WebDriverResult<[u64; 3]> {
    let browser = &stage.browser;
    act::click(browser, "undo").await?;
    let names = ["delete", "restore", "ignored"];
    let told = act::eventually(async || {
        if !see::is_there(browser, "review-summary").await? {
            return Ok(None);
        }
        let told = see::numbers(browser, "review-summary", &names).await?;
        Ok((told["delete"] != u64::MAX).then_some(told))
    });
    let told = told.await?;
    act::send(browser).await?;
    let ready = told["delete"] + told["restore"];
    assert_eq!(see::reported(browser).await?, [ready, 0, 0, 0]);
    Ok(names.map(|name| told[name]))
}

/// The whole scene, of so many lines against so many indicators.
async fn whole(lines: usize, count: usize) {
    play("foreseen", async |stage| {
        let started = Instant::now();
        let foretold = sent(stage, lines, count).await?;
        let (before, after) = (foretold.before(), held(stage).await);
        assert_same(&foretold.after(), &after);
        let told = (sums(&foretold.rows), fate_sums(&foretold.told));
        eprintln!("foreseen: {told:?} sent after {:.0?}", started.elapsed());

        let touched = meddle(stage, &foretold, &before, &after).await;
        let between = held(stage).await;
        let run = reached(&foretold);
        let left = touched.iter().filter(|key| run.contains(*key)).count();
        let told = undone(stage).await?;
        let made = after
            .keys()
            .filter(|key| !before.contains_key(*key) && !touched.contains(*key));
        assert_eq!(told[0], made.count() as u64, "deleted");
        assert_eq!(told[2], left as u64, "left alone");

        // What others have changed is theirs; all else is what it was.
        let is_theirs = |key: &Key| touched.contains(key);
        let mut expected: Held = before.clone();
        expected.retain(|key, _| !is_theirs(key));
        let theirs = between.iter().filter(|(key, _)| is_theirs(key));
        expected.extend(theirs.map(|(key, entity)| (key.clone(), entity.clone())));
        let is_remade = |key: &Key| !after.contains_key(key) && !is_theirs(key);
        let undone = restorable(&held(stage).await, is_remade);
        assert_same(&restorable(&expected, is_remade), &undone);
        assert!(
            stage.tenant.state().await.busiest_minute() <= 30,
            "the quota holds"
        );
        eprintln!("foreseen: {told:?} undone after {:.0?}", started.elapsed());
        Ok(())
    })
    .await;
}

/// All that a run makes, changes or deletes.
fn reached(foretold: &Foretold) -> BTreeSet<Key> {
    let (before, after) = (foretold.before(), foretold.after());
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    let is_other = |(key, entity): &(&Key, &Value)| before.get(*key) != Some(*entity);
    let there = after.iter().filter(is_other);
    gone.cloned()
        .chain(there.map(|(key, _)| key.clone()))
        .collect()
}

#[tokio::test]
async fn what_is_foretold_of_a_list_is_what_becomes_of_it_and_can_be_taken_back() {
    let lines = if stage::is_full_run() { MOST } else { 1_000 };
    Box::pin(whole(lines, MOST - ROOM)).await;
}
