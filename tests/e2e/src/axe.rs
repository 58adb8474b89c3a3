//! axe-core, run in the page. `AXE_CORE_JS` names its file.

use std::{env, fs};

use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult};

/// What it is run for: WCAG 2.2, levels A and AA.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// The checker.
#[derive(Debug)]
pub struct Axe(String);

impl Axe {
    /// As it is named; says so where it is not.
    ///
    /// # Panics
    /// When what is named cannot be read.
    #[must_use]
    pub fn named() -> Option<Self> {
        let file = env::var_os("AXE_CORE_JS");
        if file.is_none() {
            eprintln!("skipped: axe is run where AXE_CORE_JS names its file");
        }
        file.map(|file| Self(fs::read_to_string(file).expect("axe-core can be read")))
    }

    /// What it finds wrong on the page as it is now: the rule, the element, and what would mend it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn violations(&self, browser: &WebDriver) -> WebDriverResult<Vec<String>> {
        let is_there = browser.execute("return 'axe' in window", Vec::new());
        let is_there: bool = is_there.await?.convert()?;
        if !is_there {
            browser.execute(self.0.as_str(), Vec::new()).await?;
        }
        let found = browser.execute_async(RUN, vec![json!(TAGS)]).await?;
        found.convert()
    }
}

const RUN: &str = "
    const [values, done] = arguments;
    const said = ({ id, nodes }) => nodes.map(node =>
        `${id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll(/\\s+/g, ' ')}`);
    axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
        .then(({ violations }) => done(violations.flatMap(said)))
        .catch(error => done([`axe did not run: ${error}`]));";
