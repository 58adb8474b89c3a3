//! When what happened in the page's worker, and how smoothly the page shows what comes of it.
//!
//! A copy of the built page has a few lines more in the script that starts the worker: they note when a
//! command comes in, an event goes out, and an answer has been read whole. The program is the one that
//! was built, in its own worker.

use serde::Deserialize;
use thirtyfour::{WebDriver, error::WebDriverResult};

/// Something that happened.
#[derive(Clone, Debug, Deserialize)]
pub struct Mark {
    /// `command`, `event`, `asked` or `read`.
    pub what: String,
    /// The command's or the event's name, of the tenant with its state; of a call its path.
    pub name: String,
    /// In milliseconds since 1970, by a clock that nobody sets.
    pub at: f64,
}

/// All that has happened so far.
///
/// # Errors
/// When the worker does not answer.
pub async fn marks(browser: &WebDriver) -> WebDriverResult<Vec<Mark>> {
    let told = browser.execute_async(ASK, Vec::new()).await?;
    told.convert()
}

/// The milliseconds from each command of this name to the first event of that name behind it.
#[must_use]
pub fn answered(marks: &[Mark], command: &str, event: &str) -> Vec<f64> {
    let is = |mark: &&Mark, what: &str, name: &str| mark.what == what && mark.name == name;
    let asked = (0..marks.len()).filter(|at| is(&&marks[*at], "command", command));
    let took = asked.filter_map(|at| {
        let told = marks[at..].iter().find(|mark| is(mark, "event", event))?;
        Some(told.at - marks[at].at)
    });
    took.collect()
}

/// The one in the middle.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn median(figures: &[f64]) -> f64 {
    let mut figures = figures.to_vec();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

const ASK: &str = r"
const done = arguments[arguments.length - 1];
const channel = new BroadcastChannel('marks');
channel.onmessage = ({ data }) => { if (data !== 'tell') { channel.close(); done(data); } };
channel.postMessage('tell');
";

/// They stand before the program's own, which then finds its scope so.
pub(crate) const LINES: &str = r"
const marks = [];
const now = () => performance.timeOrigin + performance.now();
const mark = (what, name) => marks.push({ what, name, at: now() });
const named = (message) => {
  if (typeof message !== 'object') return String(message);
  const [[name, content]] = Object.entries(message);
  return name === 'tenant' ? `${name} ${named(content)}` : name;
};
self.addEventListener('message', ({ data }) => mark('command', named(data[0])));
const post = self.postMessage;
self.postMessage = (message, ...rest) => {
  mark('event', named(message[0]));
  post.call(self, message, ...rest);
};
const get = self.fetch;
self.fetch = async (request, ...rest) => {
  const path = new URL(request.url ?? request, self.location.href).pathname;
  mark('asked', path);
  const response = await get.call(self, request, ...rest);
  const read = response.arrayBuffer;
  response.arrayBuffer = async () => {
    const bytes = await read.call(response);
    mark('read', path);
    return bytes;
  };
  return response;
};
const marked = new BroadcastChannel('marks');
marked.onmessage = ({ data }) => { if (data === 'tell') marked.postMessage(marks); };
";
