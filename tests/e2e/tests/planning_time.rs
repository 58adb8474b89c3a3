//! How long a page needs for a full tenant and as many rows, in a real browser and in its own worker.
//!
//! The figures are printed. The full run, whose page is the one that is deployed, holds them to what is
//! promised.

use ioculate_e2e::{
    act::{self, Account},
    made, rows, see,
    stage::{self, Setting, play_in},
    timing::{self, Mark, answered, median},
};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult};

/// The most milliseconds that the page may need beyond the download of the list.
const LISTING: f64 = 3_000.0;
/// The most milliseconds from a snapshot and rows to what a run would make of the tenant.
const PLANNING: f64 = 150.0;
/// How often each is measured.
const ROUNDS: usize = 9;

/// What the list took in the worker: from the wish to the tenant known, the answers' own time, and from
/// the last answer to the review told anew.
struct Listing {
    whole: f64,
    calls: f64,
    read_to_told: f64,
}

impl Listing {
    /// Of each list that `marks` speak of.
    fn all(marks: &[Mark]) -> Vec<Self> {
        let is_asked = |mark: &&Mark| mark.what == "command" && mark.name == "listTenant";
        let starts = (0..marks.len()).filter(|at| is_asked(&&marks[*at]));
        starts.filter_map(|at| Self::of(&marks[at..])).collect()
    }

    fn of(marks: &[Mark]) -> Option<Self> {
        let event = |from: usize, name: &str| {
            let is = |mark: &&Mark| mark.what == "event" && mark.name == name;
            marks[from..].iter().find(is).map(|mark| mark.at)
        };
        let known = marks.iter().position(|mark| mark.name == "tenant known")?;
        let calls = |what: &str| {
            let of = marks[..known].iter();
            let of = of.filter(|mark| mark.what == what && mark.name == "/api/indicators");
            of.map(|mark| mark.at).collect::<Vec<f64>>()
        };
        let (asked, read) = (calls("asked"), calls("read"));
        let took = asked.iter().zip(&read).map(|(asked, read)| read - asked);
        Some(Self {
            whole: marks[known].at - marks[0].at,
            calls: took.sum(),
            read_to_told: event(known, "summary")? - read.last()?,
        })
    }
}

/// Milliseconds of the bare download of the list, answer by answer, from the page itself.
async fn download(browser: &WebDriver, api: &str, token: &str) -> WebDriverResult<f64> {
    let arguments = vec![json!(api), json!(token)];
    browser.execute_async(DOWNLOAD, arguments).await?.convert()
}

const DOWNLOAD: &str = r"
const [api, token, done] = arguments;
(async () => {
  const began = performance.now();
  for (let skip = 0; ; skip += 10000) {
    const url = `${api}/api/indicators?$top=10000&$skip=${skip}`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const bytes = await answer.arrayBuffer();
    if (bytes.byteLength < 1000000 || skip >= 10000) break;
  }
  done(performance.now() - began);
})().catch((error) => done(String(error)));
";

#[tokio::test]
async fn a_full_tenant_and_as_many_rows() {
    let count = if stage::is_full_run() { 15_000 } else { 1_500 };
    let setting = Setting {
        is_timed: true,
        ..Setting::USUAL
    };
    play_in("planning-time", setting, async |stage| {
        let made = made::made(count, count);
        stage.tenant.seed(Value::Array(made.held.clone())).await;
        let token = stage.tenant.token("analyst").await;
        let browser = stage.signed_in(Account::Analyst).await?;
        for source in &made.sources {
            act::drop_file(browser, &rows::file(source.name, &source.text())).await?;
            see::compared(browser).await?;
        }
        see::text(browser, "pymispwarninglists").await?;
        let mut bare = Vec::new();
        for _ in 0..ROUNDS {
            bare.push(download(browser, &stage.api, &token).await?);
            let before = listed(browser).await?;
            act::click(browser, "tenant-refresh").await?;
            act::eventually(async || Ok((listed(browser).await? > before).then_some(()))).await?;
        }
        for round in 0..ROUNDS {
            let before = chosen(browser).await?;
            act::click(browser, "send-unchanged").await?;
            act::eventually(async || Ok((chosen(browser).await? > before).then_some(()))).await?;
            assert_eq!(round, before);
        }
        let marks = timing::marks(browser).await?;
        let of = |figure: fn(&Listing) -> f64| {
            median(&Listing::all(&marks).iter().map(figure).collect::<Vec<_>>())
        };
        let plannings = answered(&marks, "setChoices", "summary");
        let planning = median(&plannings);
        // What else the machine does can only add to it.
        let quickest = plannings.iter().copied().fold(f64::INFINITY, f64::min);
        let own = of(|list| list.whole - list.calls);
        eprintln!(
            "{count} rows, {count} indicators: listed in {:.0} ms, of which the calls took {:.0} ms and the page {own:.0} ms \
             (bare download {:.0} ms); from the last answer to the review {:.0} ms; planned in {planning:.0} ms, at the quickest in {quickest:.0} ms {plannings:.0?}",
            of(|list| list.whole), of(|list| list.calls), median(&bare), of(|list| list.read_to_told),
        );
        if stage::holds_times() {
            assert!(own <= LISTING, "{own} ms");
            assert!(quickest <= PLANNING, "{quickest} ms");
        }
        Ok(())
    })
    .await;
}

/// How many lists have ended.
async fn listed(browser: &WebDriver) -> WebDriverResult<usize> {
    Ok(Listing::all(&timing::marks(browser).await?).len())
}

/// How many choices were answered.
async fn chosen(browser: &WebDriver) -> WebDriverResult<usize> {
    let marks = timing::marks(browser).await?;
    Ok(answered(&marks, "setChoices", "summary").len())
}
