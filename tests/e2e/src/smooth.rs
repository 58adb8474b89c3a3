//! How smoothly a table of rows comes and scrolls, as the page's own main thread sees it.

use serde::Deserialize;
use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult};

/// What was seen since [`watch`].
#[derive(Clone, Debug, Deserialize)]
pub struct Watched {
    /// When the first rows of a table were on the screen, in milliseconds since 1970; see
    /// [`crate::timing`].
    pub rows_at: f64,
    /// The longest that one task held the page up, in milliseconds; 0 where none took 50.
    pub longest_task: f64,
}

/// How a table was scrolled.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// By this many px a frame, as a wheel does.
    Wheel(u32),
    /// From one end to the other and back, as a hand on the scroll bar does.
    Bar,
}

/// What scrolling showed.
#[derive(Clone, Debug, Deserialize)]
pub struct Scrolled {
    /// Milliseconds from each frame to the next.
    frames: Vec<f64>,
    /// In how many of them no row stood in the middle of the table.
    pub blank: usize,
    /// The most elements that the document had.
    pub elements: usize,
}

impl Scrolled {
    /// The time that 95 of 100 frames kept, in milliseconds.
    #[must_use]
    pub fn p95(&self) -> f64 {
        let mut frames = self.frames.clone();
        frames.sort_by(f64::total_cmp);
        frames[frames.len() * 95 / 100]
    }

    /// The share of frames without rows.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
    pub fn blank_share(&self) -> f64 {
        self.blank as f64 / self.frames.len() as f64
    }
}

/// Watches the page from now on.
///
/// # Errors
/// When the browser does not.
pub async fn watch(browser: &WebDriver) -> WebDriverResult<()> {
    browser.execute(WATCH, Vec::new()).await.map(drop)
}

/// What was seen so far.
///
/// # Errors
/// When nothing was watched.
pub async fn watched(browser: &WebDriver) -> WebDriverResult<Watched> {
    let told = browser
        .execute("return window.watched;", Vec::new())
        .await?;
    told.convert()
}

/// Scrolls the table for `frames` frames.
///
/// # Errors
/// When there is no table.
pub async fn scroll(browser: &WebDriver, way: Way, frames: u32) -> WebDriverResult<Scrolled> {
    let step = match way {
        Way::Wheel(step) => json!(step),
        Way::Bar => json!(null),
    };
    let told = browser.execute_async(SCROLL, vec![step, json!(frames)]);
    told.await?.convert()
}

const WATCH: &str = r"
window.watched = { rows_at: 0, longest_task: 0 };
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) {
    watched.longest_task = Math.max(watched.longest_task, task.duration);
  }
}).observe({ entryTypes: ['longtask'] });
const wait = new MutationObserver(() => {
  if (!document.querySelector('[data-testid=row]')) return;
  wait.disconnect();
  // What comes after a frame finds it painted.
  requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => { watched.rows_at = performance.timeOrigin + performance.now(); };
    after.port2.postMessage(null);
  });
});
wait.observe(document.body, { childList: true, subtree: true });
";

const SCROLL: &str = r"
const [step, count, done] = arguments;
const table = document.querySelector('[role=grid]');
table.scrollIntoView({ block: 'center' });
const box = table.getBoundingClientRect();
const [x, y] = [box.left + 60, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
const told = { frames: [], blank: 0, elements: 0 };
let before;
const frame = (now) => {
  if (before !== undefined) told.frames.push(now - before);
  before = now;
  if (!document.elementFromPoint(x, y)?.closest('[data-testid=row]')) told.blank += 1;
  told.elements = Math.max(told.elements, document.querySelectorAll('*').length);
  if (told.frames.length >= count) return done(told);
  const way = told.frames.length / count;
  const end = table.scrollHeight - table.clientHeight;
  if (step === null) table.scrollTop = end * (1 - Math.abs(1 - 2 * way));
  else table.scrollTop += step;
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
";
