//! What is foretold of a list, held against the page: its figures, each row of its table, and the fields
//! of updates.

use serde_json::Value;
use thirtyfour::{Key, WebDriver, components::SelectElement, error::WebDriverResult};

use crate::{
    act,
    made::{self, Made},
    reckoning::{self, Choices, Fate, Held, Row, Told, after, fate_sums, sums},
    rows, see,
    stage::Stage,
    table,
};

/// Who sends, as the service notes it.
const ANALYST: &str = "analyst@contoso.example";

/// How often the table is read before what it shows is taken to be wrong: it may still be drawn.
const MOST_READINGS: usize = 3;

/// Of fewer updates than these the fields of each are looked at.
const FEW: usize = 200;

/// What was dropped, and what is foretold of it.
#[derive(Clone, Debug)]
pub struct Foretold {
    /// Each record.
    pub rows: Vec<Row>,
    /// What becomes of each that is ready.
    pub told: Vec<Option<Told>>,
    held: Vec<Value>,
}

impl Foretold {
    /// What is foretold of `rows` in a tenant that holds `held`.
    #[must_use]
    pub fn of(rows: Vec<Row>, held: Vec<Value>, choices: &Choices) -> Self {
        let told = reckoning::fates(&rows, &held, choices);
        Self { rows, told, held }
    }

    /// The same where the user decides otherwise.
    #[must_use]
    pub fn with(self, choices: &Choices) -> Self {
        Self::of(self.rows, self.held, choices)
    }

    /// What the tenant holds before the run.
    #[must_use]
    pub fn before(&self) -> Held {
        reckoning::by_key(&self.held)
    }

    /// What it holds after it.
    #[must_use]
    pub fn after(&self) -> Held {
        after(&self.held, &self.rows, &self.told, ANALYST)
    }

    /// The report's figures: accepted, rejected, unconfirmed, not sent.
    #[must_use]
    pub fn report(&self) -> [u64; 4] {
        let told = || self.told.iter().flatten();
        let sent = told().filter(|told| told.is_sent).count() as u64;
        [sent, 0, 0, told().count() as u64 - sent]
    }

    /// The rows of this fate.
    pub fn of_fate(&self, fate: Fate) -> impl Iterator<Item = (usize, &Told)> {
        let told = self.told.iter().enumerate();
        let told = told.filter_map(|(row, told)| Some((row, told.as_ref()?)));
        told.filter(move |(_, told)| told.fate == fate)
    }

    /// The word that the table has for a row.
    fn word(&self, row: usize) -> &'static str {
        let told = self.told[row].as_ref();
        told.map_or(self.rows[row].verdict.word(), |told| told.fate.word())
    }

    /// Holds the review's figures against it.
    ///
    /// # Errors
    /// When there are none.
    ///
    /// # Panics
    /// When they are others.
    pub async fn assert_sums(&self, browser: &WebDriver) -> WebDriverResult<()> {
        let wanted = (sums(&self.rows), fate_sums(&self.told));
        assert_eq!(see::compared(browser).await?, wanted);
        Ok(())
    }

    /// Holds each row of the table against it, which may be drawn only in a moment.
    ///
    /// # Errors
    /// When a row does not come.
    ///
    /// # Panics
    /// When one is told otherwise.
    pub async fn assert_rows(&self, browser: &WebDriver) -> WebDriverResult<()> {
        let mut wrong = Vec::new();
        for _ in 0..MOST_READINGS {
            wrong = self.wrong_rows(browser).await?;
            if wrong.is_empty() {
                return Ok(());
            }
        }
        let some = &wrong[..wrong.len().min(3)];
        panic!("{} rows, such as {some:#?}", wrong.len());
    }

    async fn wrong_rows(&self, browser: &WebDriver) -> WebDriverResult<Vec<String>> {
        let shown = table::rows(browser).await?;
        assert_eq!(shown.len(), self.rows.len());
        let wrong = shown.iter().enumerate().filter_map(|(at, row)| {
            let (source, line) = self.rows[at].place;
            let told = (row.row, row.state.as_str(), row.line.replace(',', ""));
            let wanted = (at, self.word(at), format!("{source}:{line}"));
            let why = || {
                format!(
                    "{told:?}, not {wanted:?}: {:?} {:?}",
                    self.rows[at], self.told[at]
                )
            };
            (told != wanted).then(why)
        });
        Ok(wrong.collect())
    }

    /// Holds the fields of updates against it: of each where they are few, else of every seventh.
    ///
    /// # Errors
    /// When a detail does not come.
    ///
    /// # Panics
    /// When one says otherwise.
    pub async fn assert_updates(&self, browser: &WebDriver) -> WebDriverResult<()> {
        table::filter(browser, Fate::Update.word()).await?;
        let updates: Vec<(usize, &Told)> = self.of_fate(Fate::Update).collect();
        // Fields have their turn again after ten, which seven meets last.
        let step = if updates.len() < FEW { 1 } else { 7 };
        let shown = table::details(browser, step).await?;
        let updates = updates.iter().step_by(step);
        assert_eq!(shown.len(), updates.len());
        for (shown, (row, told)) in shown.iter().zip(updates) {
            let changed = shown.changed.iter().map(String::as_str).collect();
            let besides = shown.besides.iter().map(String::as_str).collect();
            let wanted = (*row, &told.changed, &told.besides);
            let told = (shown.row, &changed, &besides);
            assert_eq!(told, wanted, "{:?}", self.rows[*row]);
        }
        act::press(browser, "Show all").await
    }
}

/// Tells the page what a list of values is given, and has it read all sources, one after another. What
/// it should make of each record comes back.
///
/// # Errors
/// When a step does not appear.
pub async fn drop_all(stage: &Stage, made: &Made) -> WebDriverResult<Vec<Row>> {
    let browser = &stage.browser;
    let action = see::shown(browser, "default-action").await?;
    let action = SelectElement::new(&action).await?;
    action.select_by_exact_text(made::DEFAULTS.action).await?;
    for (id, text) in [
        ("default-title", made::DEFAULTS.title),
        ("default-description", made::DEFAULTS.description),
    ] {
        let input = see::shown(browser, id).await?;
        input.clear().await?;
        // What was typed is taken when the input is left.
        input.send_keys(text + Key::Tab).await?;
    }
    let rows = reckoning::verdicts(&made.sources, &made::DEFAULTS);
    let mut records = 0;
    for source in &made.sources {
        let name = source.name;
        act::drop_file(browser, &rows::file(name, &source.text())).await?;
        records += rows.iter().filter(|row| row.place.0 == name).count();
        act::eventually(async || {
            let numbers = see::numbers(browser, "review-summary", &["records"]).await?;
            Ok((numbers["records"] == records as u64).then_some(()))
        })
        .await?;
    }
    Ok(rows)
}
