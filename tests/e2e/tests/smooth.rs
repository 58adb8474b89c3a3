//! How soon the rows of a list are on the screen, and how smoothly they scroll.
//!
//! The figures are printed. The full run, whose page is the one that is deployed, holds them to what is
//! promised, also with a million rows.

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    smooth::{self, Way},
    stage::{self, Setting, Stage, play_in},
    timing,
};
use serde_json::json;
use thirtyfour::{By, Key, WebDriver, error::WebDriverResult};
use tokio::sync::Mutex;

/// The most milliseconds from the end of the checks to the first rows, of a list of [`USUAL`] rows.
const FIRST_ROWS: f64 = 100.0;
/// What a tenant holds at most.
const USUAL: usize = 15_000;
/// The most milliseconds that 95 of 100 frames may take while the table scrolls.
const FRAME: f64 = 33.0;
/// The most elements of the document.
const ELEMENTS: usize = 1_500;
/// The most milliseconds that one task may hold the page up.
const TASK: f64 = 100.0;
/// Frames watched of each way to scroll.
const FRAMES: u32 = 180;

/// One scene at a time: they would slow one another.
static ALONE: Mutex<()> = Mutex::const_new(());

const TIMED: Setting = Setting {
    is_timed: true,
    ..Setting::USUAL
};

/// Milliseconds from the worker's word that a list is checked to its rows on the screen.
async fn first_rows(stage: &Stage) -> WebDriverResult<f64> {
    let shown = smooth::watched(&stage.browser).await?.rows_at;
    let marks = timing::marks(&stage.browser).await?;
    let told = marks
        .iter()
        .rfind(|mark| (&*mark.what, &*mark.name) == ("event", "summary") && mark.at <= shown);
    Ok(shown - told.expect("the list was checked").at)
}

/// Goes to the last row and to the first by keys, and sees each in the table.
async fn ends_are_reached(browser: &WebDriver, count: usize) -> WebDriverResult<()> {
    for (key, row) in [(Key::End, count + 1), (Key::Home, 2)] {
        let table = browser.find(By::Css("[role=grid]")).await?;
        table.send_keys(key + "").await?;
        act::eventually(async || {
            let seen = browser.execute(ROW_IS_SEEN, vec![json!(row)]).await?;
            Ok(seen.convert::<bool>()?.then_some(()))
        })
        .await?;
    }
    Ok(())
}

const ROW_IS_SEEN: &str = r"
const row = document.querySelector(`[data-testid=row][aria-rowindex='${arguments[0]}']`);
if (!row) return false;
const box = row.getBoundingClientRect();
const at = document.elementFromPoint(box.left + 60, box.top + box.height / 2);
return row.contains(at);
";

/// Scrolls a few rows on, and sees that those which stay in the document are the elements that they were,
/// and that each which comes is written into that of one which goes.
async fn rows_stay(browser: &WebDriver) -> WebDriverResult<()> {
    act::eventually(async || {
        let marked = browser.execute(MARK_ROWS, vec![]).await?;
        Ok(marked.convert::<bool>()?.then_some(()))
    })
    .await?;
    let [kept, written, made] = act::eventually(async || {
        let told = browser.execute(KEPT_ROWS, vec![]).await?;
        let counts = told.convert::<[usize; 3]>()?;
        Ok((counts[0] < counts.iter().sum()).then_some(counts))
    })
    .await?;
    assert!(
        kept > written && written > 0 && made == 0,
        "{kept} {written} {made}"
    );
    Ok(())
}

const MARK_ROWS: &str = r"
const rows = document.querySelectorAll('[data-testid=row]');
const table = document.querySelector('[role=grid]');
// Those in view are there first.
if (rows.length < Math.floor(table.clientHeight / rows[0].offsetHeight) + 24) return false;
for (const row of rows) row.mark = row.ariaRowIndex;
table.scrollTop += 512;
return true;
";

const KEPT_ROWS: &str = r"
const rows = [...document.querySelectorAll('[data-testid=row]')];
const kept = rows.filter((row) => row.mark === row.ariaRowIndex).length;
const made = rows.filter((row) => row.mark === undefined).length;
return [kept, rows.length - kept - made, made];
";

/// Gives the page a list of so many rows, and scrolls through them in every way.
async fn looked_through(stage: &Stage, count: usize) -> WebDriverResult<()> {
    let browser = stage.signed_in(Account::Analyst).await?;
    let list = rows::file("smooth.csv", &rows::portal_csv(count));
    smooth::watch(browser).await?;
    act::drop_file(browser, &list).await?;
    act::eventually(async || {
        let shown = smooth::watched(browser).await?.rows_at > 0.0;
        Ok(shown.then_some(()))
    })
    .await?;
    see::reviewed(browser).await?;
    let first = first_rows(stage).await?;
    eprintln!("{count} rows: the first after {first:.0} ms");
    rows_stay(browser).await?;
    for way in [Way::Wheel(120), Way::Wheel(1_500), Way::Bar] {
        let seen = smooth::scroll(browser, way, FRAMES).await?;
        let (p95, blank, elements) = (seen.p95(), seen.blank_share(), seen.elements);
        eprintln!("{way:?}: p95 {p95:.1} ms, {elements} elements, blank {blank:.2}");
        assert!(elements <= ELEMENTS, "{elements}");
        if stage::holds_times() {
            assert!(p95 <= FRAME, "{way:?}: {p95} ms");
        }
    }
    ends_are_reached(browser, count).await?;
    let longest = smooth::watched(browser).await?.longest_task;
    eprintln!("the longest task took {longest:.0} ms");
    if stage::holds_times() {
        assert!(count > USUAL || first <= FIRST_ROWS, "{first} ms");
        assert!(longest <= TASK, "{longest} ms");
    }
    Ok(())
}

#[tokio::test]
async fn rows_are_there_at_once_and_scroll_smoothly() {
    let counts: &[usize] = if stage::is_full_run() {
        &[USUAL, 1_000_000]
    } else {
        &[USUAL]
    };
    let _alone = ALONE.lock().await;
    for count in counts {
        play_in("smooth", TIMED, async |stage| {
            looked_through(stage, *count).await
        })
        .await;
    }
}

#[tokio::test]
async fn a_report_holds_no_more_rows_than_are_seen() {
    let _alone = ALONE.lock().await;
    play_in("smooth-report", TIMED, async |stage| {
        let browser = stage.begin(2_000, json!({})).await?;
        see::reported(browser).await?;
        ends_are_reached(browser, 2_000).await?;
        let seen = smooth::scroll(browser, Way::Bar, FRAMES).await?;
        assert!(seen.elements <= ELEMENTS, "{}", seen.elements);
        Ok(())
    })
    .await;
}
