//! The review's table as a user reads it: every row of it, and what stands in the detail of each.

use std::collections::BTreeSet;

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult};

use crate::act;

/// A row of the table.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Row {
    /// Its number among all records, from 0.
    pub row: usize,
    /// The word in its first column.
    pub state: String,
    /// The last column: the source's name and the line, or the line alone.
    pub line: String,
}

/// What the detail of a row says of the tenant's indicator.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Beside {
    /// The row's number among all records, from 0.
    pub row: usize,
    /// The fields that it changes.
    pub changed: BTreeSet<String>,
    /// Those that it would change besides, from the defaults.
    pub besides: BTreeSet<String>,
}

/// Every row that the table shows, from the first to the last.
///
/// # Errors
/// When the browser does not answer, or a row does not come.
pub async fn rows(browser: &WebDriver) -> WebDriverResult<Vec<Row>> {
    all(browser, ROWS).await
}

/// The rows of this fate alone.
///
/// # Errors
/// When there is no such line in the summary.
pub async fn filter(browser: &WebDriver, fate: &str) -> WebDriverResult<()> {
    act::press(browser, fate).await?;
    crate::see::text(browser, " shown").await
}

/// The details of every row that the table shows, from the first to the last.
///
/// # Errors
/// When the browser does not answer, or a detail does not come.
pub async fn details(browser: &WebDriver) -> WebDriverResult<Vec<Beside>> {
    all(browser, DETAILS).await
}

/// Runs `script` from where it stopped until it comes to the end. A script stops by itself before the
/// browser would stop it.
async fn all<T: DeserializeOwned>(browser: &WebDriver, script: &str) -> WebDriverResult<Vec<T>> {
    let script = [COMMON, script].concat();
    let mut all: Vec<T> = Vec::new();
    loop {
        let told = browser
            .execute_async(script.as_str(), vec![json!(all.len())])
            .await?;
        let (mut part, is_end): (Vec<T>, bool) = told.convert()?;
        all.append(&mut part);
        if is_end {
            return Ok(all);
        }
    }
}

/// The table's rows, and waiting for what the page draws.
const COMMON: &str = r"
const [from, done] = arguments;
const grid = document.getElementById('rows');
const total = () => Number(grid.getAttribute('aria-rowcount')) - 1;
const until = performance.now() + 15000;
const drawn = async (find) => {
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > until + 10000) throw new Error('nothing was drawn');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};
const number = (row) => Number(row.id.replace('row-', ''));
const place = (row) => Number(row.getAttribute('aria-rowindex')) - 2;
";

const ROWS: &str = r"
(async () => {
  const read = (row) => ({
    row: number(row),
    state: row.querySelector('.state').textContent.trim(),
    line: row.querySelector('.c-line').textContent.trim(),
  });
  const seen = [];
  const shown = () => [...grid.querySelectorAll('[data-testid=row]')];
  let at = from;
  while (at < total() && performance.now() < until) {
    const height = shown()[0].getBoundingClientRect().height;
    grid.scrollTop = at * height;
    await drawn(() => shown().some((row) => place(row) === at));
    for (const row of shown()) if (place(row) === at) { seen.push(read(row)); at += 1; }
  }
  done([seen, at >= total()]);
})().catch((error) => done(String(error)));
";

/// By the keys, as a user goes from row to row.
const DETAILS: &str = r"
(async () => {
  const press = (key) => grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const fields = (besides) => [...document.querySelectorAll('.fields-now tbody tr')]
    .filter((row) => (row.querySelector('small') !== null) === besides)
    .map((row) => row.querySelector('th').textContent.trim());
  const digits = (text) => text.replace(/.*:/, '').replace(/\D/g, '');
  const seen = [];
  let at = from;
  while (at < total() && performance.now() < until) {
    press(at === 0 ? 'Home' : 'ArrowDown');
    const row = await drawn(() => {
      const row = grid.querySelector('[aria-selected=true]');
      return row && place(row) === at && row;
    });
    const line = row.querySelector('.c-line').textContent;
    const heading = () => document.getElementById('h-d')?.textContent ?? '';
    await drawn(() => digits(heading()) === digits(line));
    seen.push({ row: number(row), changed: fields(false), besides: fields(true) });
    at += 1;
  }
  done([seen, at >= total()]);
})().catch((error) => done(String(error)));
";
