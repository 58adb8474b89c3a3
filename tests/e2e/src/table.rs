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
    all(browser, ROWS, 1).await
}

/// The rows of this fate alone.
///
/// # Errors
/// When there is no such line in the summary.
pub async fn filter(browser: &WebDriver, fate: &str) -> WebDriverResult<()> {
    act::press(browser, fate).await?;
    crate::see::text(browser, " shown").await
}

/// The details of each `step`-th row that the table shows, from the first on.
///
/// # Errors
/// When the browser does not answer, or a detail does not come.
pub async fn details(browser: &WebDriver, step: usize) -> WebDriverResult<Vec<Beside>> {
    all(browser, DETAILS, step).await
}

/// Runs `script` from where it stopped until it comes to the end. A script stops by itself before the
/// browser would stop it.
async fn all<T: DeserializeOwned>(
    browser: &WebDriver,
    script: &str,
    step: usize,
) -> WebDriverResult<Vec<T>> {
    let script = [COMMON, script].concat();
    let mut all: Vec<T> = Vec::new();
    loop {
        let from = vec![json!(all.len() * step), json!(step)];
        let told = browser.execute_async(script.as_str(), from).await?;
        let (mut part, is_end): (Vec<T>, bool) = told.convert()?;
        all.append(&mut part);
        if is_end {
            return Ok(all);
        }
    }
}

/// The table's rows, and waiting for what the page draws.
const COMMON: &str = r"
const [from, step, done] = arguments;
const grid = document.getElementById('rows');
const total = () => grid.querySelector('.none') ? 0 : Number(grid.getAttribute('aria-rowcount')) - 1;
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
const shown = () => [...grid.querySelectorAll('[data-testid=row]')];
const goTo = async (at) => {
  grid.scrollTop = at * shown()[0].getBoundingClientRect().height;
  return drawn(() => shown().find((row) => place(row) === at));
};
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
  let at = from;
  while (at < total() && performance.now() < until) {
    await goTo(at);
    for (const row of shown()) if (place(row) === at) { seen.push(read(row)); at += 1; }
  }
  done([seen, at >= total()]);
})().catch((error) => done(String(error)));
";

const DETAILS: &str = r"
(async () => {
  const fields = (besides) => [...document.querySelectorAll('.fields-now tbody tr')]
    .filter((row) => (row.querySelector('small') !== null) === besides)
    .map((row) => row.querySelector('th').textContent.trim());
  const digits = (text) => text.replace(/.*:/, '').replace(/\D/g, '');
  const seen = [];
  let at = from;
  while (at < total() && performance.now() < until) {
    const row = await goTo(at);
    // Its element may be another row's afterwards.
    const [told, line] = [number(row), row.querySelector('.c-line').textContent];
    row.click();
    const heading = () => document.getElementById('h-d')?.textContent ?? '';
    await drawn(() => digits(heading()) === digits(line));
    seen.push({ row: told, changed: fields(false), besides: fields(true) });
    at += step;
  }
  done([seen, at >= total()]);
})().catch((error) => done(String(error)));
";
