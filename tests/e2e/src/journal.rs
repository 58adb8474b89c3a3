//! The journal as it lies in the browser, read and changed behind the page's back.

use std::collections::BTreeSet;

use ioculate_core::{
    import::{Outcome, Record},
    journal::{Closing, Header},
    plan::EntryId,
};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult};

use crate::{
    act,
    engine::{Ability, Engine},
};

/// What the browser keeps.
#[derive(Clone, Debug)]
pub struct Journal {
    /// The runs.
    pub runs: Vec<Run>,
    /// Calls that may still count.
    pub calls: usize,
    /// Inputs of runs.
    pub inputs: usize,
    /// All of it as text, for a search.
    pub text: String,
}

/// One run.
#[derive(Clone, Debug)]
pub struct Run {
    /// What is known of it.
    pub header: Header,
    /// What happened, in order.
    pub records: Vec<Record>,
    /// How it ended, if it has.
    pub closing: Option<Closing>,
}

impl Run {
    /// The entries of which it is written that they were accepted.
    #[must_use]
    pub fn accepted(&self) -> BTreeSet<EntryId> {
        let outcomes = self.records.iter().flat_map(|record| match record {
            Record::Answer { outcomes, .. } | Record::Found { outcomes } => outcomes.as_slice(),
            _ => &[],
        });
        outcomes
            .filter(|(_, outcome)| matches!(outcome, Outcome::Accepted { .. }))
            .map(|(entry, _)| *entry)
            .collect()
    }
}

/// Reads it. The browser must be on a page of the same origin; one on which the program does not run
/// changes nothing meanwhile.
///
/// # Errors
/// When the browser does not answer.
///
/// # Panics
/// When what is kept cannot be read.
pub async fn read(browser: &WebDriver) -> WebDriverResult<Journal> {
    let kept = browser.execute_async(READ, Vec::new()).await?;
    let kept = kept.json().clone();
    let list = |store: &str| kept[store].as_array().cloned().unwrap_or_default();
    let records = list("records");
    let run = |row: &Value| Run {
        header: parse(&row["value"]["header"]),
        records: records
            .iter()
            .filter(|record| record["key"][0] == row["key"])
            .map(|record| parse(&record["value"]))
            .collect(),
        closing: Some(&row["value"]["closing"])
            .filter(|closing| closing.is_string())
            .map(parse),
    };
    Ok(Journal {
        runs: list("runs").iter().map(run).collect(),
        calls: list("calls").len(),
        inputs: list("inputs").len(),
        text: kept.to_string(),
    })
}

/// Waits until nothing is being written, where the engine does not bear that a page is left then: `WebKit`
/// never ends a transaction that waited for another when its worker was ended, and later pages wait for it.
/// The run at hand must be held.
///
/// # Errors
/// When something is written all the time.
pub async fn is_still(browser: &WebDriver) -> WebDriverResult<()> {
    if Engine::played() != Engine::WebKit {
        return Ok(());
    }
    let mut last = None;
    act::eventually(async || {
        let now = browser.execute_async(COUNT, Vec::new()).await?;
        let now: Vec<u64> = now.convert()?;
        let before = last.replace(now);
        Ok((before == last).then_some(()))
    })
    .await
}

/// Clears what the browser keeps for this origin, as its user may in its settings.
///
/// # Errors
/// When the browser does not.
pub async fn erase(browser: &WebDriver, page: &str) -> WebDriverResult<()> {
    Ability::Erasing.needed()?;
    let origin = page.trim_end_matches('/');
    let what = json!({ "origin": origin, "storageTypes": "indexeddb" });
    let cdp = browser.cdp();
    cdp.send_raw("Storage.clearDataForOrigin", what).await?;
    Ok(())
}

/// Brings the database into a later form from another page of the origin, as a later version of the
/// program would.
///
/// # Errors
/// When the browser does not.
///
/// # Panics
/// When the database stays as it is.
pub async fn take_over(browser: &WebDriver, page: &str) -> WebDriverResult<()> {
    let elsewhere = format!("{}/config.json", page.trim_end_matches('/'));
    browser.goto(elsewhere).await?;
    let taken = browser.execute_async(TAKE_OVER, Vec::new()).await?;
    assert_eq!(taken.json(), &json!(""));
    Ok(())
}

/// Makes every run one of another tenant.
///
/// # Errors
/// When the browser does not answer.
///
/// # Panics
/// When no run is kept.
pub async fn move_to_tenant(browser: &WebDriver, tenant: &str) -> WebDriverResult<()> {
    let moved = browser.execute_async(MOVE, vec![json!(tenant)]).await?;
    assert_eq!(moved.json(), &json!(1), "runs");
    Ok(())
}

fn parse<T: serde::de::DeserializeOwned>(text: &Value) -> T {
    let text = text.as_str().unwrap_or_default();
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Every store of every database, with bytes as text.
const READ: &str = r"
const done = arguments[arguments.length - 1];
const come = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
// What the page has made is of another realm than this script, in some engines.
const is = (value, kind) => Object.prototype.toString.call(value) === `[object ${kind}]`;
const text = (value) => {
  if (ArrayBuffer.isView(value) || is(value, 'ArrayBuffer')) return new TextDecoder().decode(value);
  if (Array.isArray(value)) return value.map(text);
  if (is(value, 'Object')) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, text(v)]));
  return value;
};
(async () => {
  const kept = {};
  for (const { name } of await indexedDB.databases()) {
    const db = await come(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const objects = db.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([come(objects.getAllKeys()), come(objects.getAll())]);
      kept[store] = (kept[store] ?? []).concat(keys.map((key, at) => ({ key, value: text(values[at]) })));
    }
    db.close();
  }
  done(kept);
})().catch((error) => done({ error: String(error) }));
";

/// How much is in each store, once all that has begun to be written is: what comes later waits for it.
const COUNT: &str = r"
const done = arguments[arguments.length - 1];
(async () => {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'ioculate')) return done([]);
  const request = indexedDB.open('ioculate');
  request.onerror = () => done([]);
  request.onsuccess = () => {
    const { result: db } = request;
    const names = [...db.objectStoreNames];
    const read = db.transaction(names);
    const counts = names.map((name) => read.objectStore(name).count());
    read.oncomplete = () => {
      db.close();
      done(counts.map(({ result }) => result));
    };
  };
})().catch(() => done([]));
";

/// The form is far above any that this version knows.
const TAKE_OVER: &str = r"
const done = arguments[arguments.length - 1];
const request = indexedDB.open('ioculate', 1000);
request.onsuccess = () => done('');
request.onerror = () => done(String(request.error));
";

const MOVE: &str = r"
const [tenantId, done] = arguments;
const request = indexedDB.open('ioculate');
request.onerror = () => done(String(request.error));
request.onsuccess = () => {
  const written = request.result.transaction('runs', 'readwrite');
  let moved = 0;
  written.objectStore('runs').openCursor().onsuccess = ({ target: { result } }) => {
    if (!result) return;
    const header = JSON.parse(new TextDecoder().decode(result.value.header));
    header.account.tenantId = tenantId;
    result.value.header = new TextEncoder().encode(JSON.stringify(header));
    result.update(result.value);
    moved += 1;
    result.continue();
  };
  written.oncomplete = () => { request.result.close(); done(moved); };
};
";
