//! Tries what the security policy forbids, in the page, in its worker, and in the worker that unpacks.
//!
//! A worker's tries stand in the script that starts it, in a copy of the built page. Each says what
//! came of it, and which directive the browser says was broken.

use std::collections::BTreeMap;

use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult};

use crate::engine::Engine;

/// What came of each try, by its name: what was thrown, and which directive was broken.
pub type Tried = BTreeMap<String, (String, String)>;

/// Where something is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In the page.
    Page,
    /// In the page's worker.
    Worker,
    /// In the worker that unpacks a file: it begins with that when it was asked.
    Unpacker,
}

impl Where {
    /// The channel by which a worker is asked.
    const fn channel(self) -> &'static str {
        match self {
            Self::Page | Self::Worker => "attack",
            Self::Unpacker => "attack-unpack",
        }
    }
}

/// Tries everything there. `foreign` is an origin that is not the page's, and answers.
///
/// # Errors
/// When the browser does not answer.
pub async fn everything(
    browser: &WebDriver,
    place: Where,
    foreign: &str,
) -> WebDriverResult<Tried> {
    let script = match place {
        Where::Page => ASK_THE_PAGE,
        Where::Worker | Where::Unpacker => ASK_A_WORKER,
    };
    let given = vec![json!(foreign), json!(place.channel())];
    browser.execute_async(script, given).await?.convert()
}

/// What the permissions policy lets the page use, by the names that the browser knows. `None` where it does
/// not say.
///
/// # Errors
/// When the browser does not answer.
pub async fn permissions(browser: &WebDriver) -> WebDriverResult<Option<BTreeMap<String, bool>>> {
    browser.execute(PERMITTED, Vec::new()).await?.convert()
}

const PERMITTED: &str = "const policy = document.featurePolicy;
    return policy ? Object.fromEntries(policy.features().map(it => [it, policy.allowsFeature(it)])) : null";

/// What pages and workers said was broken, among the paths that were asked for.
#[must_use]
pub fn noted(asked: &[String]) -> Vec<String> {
    let noted = asked
        .iter()
        .filter_map(|path| path.split_once("/violated/"));
    noted
        .map(|(_, what)| format!("as was told: {what}"))
        .collect()
}

/// The lines of a worker that tries everything when asked.
pub(crate) fn lines(place: Where) -> String {
    let (is_told, channel) = (is_told_in(place), place.channel());
    let when = match place {
        Where::Page | Where::Worker => IN_THE_WORKER,
        Where::Unpacker => IN_THE_UNPACKER,
    };
    format!(
        "const isTold = {is_told}; const attacked = new BroadcastChannel('{channel}');{TRIES}{when}"
    )
}

/// Whether the browser says there which directive was broken: `WebKit` does not in a worker.
#[must_use]
pub fn is_told_in(place: Where) -> bool {
    place == Where::Page || Engine::played() != Engine::WebKit
}

/// The script of a page that does: what a driver runs is not under the page's policy in every engine.
pub(crate) fn script() -> String {
    format!("const isTold = true;{TRIES}{IN_THE_PAGE}")
}

/// In every worker: says at once what was broken, by asking for a file of that name.
pub(crate) const LISTEN: &str = r"
const broken = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  broken.push(effectiveDirective);
  const what = encodeURIComponent(`${effectiveDirective} ${blockedURI}`);
  const told = new XMLHttpRequest();
  told.open('GET', new URL(`violated/${what}`, import.meta.url), false);
  told.send();
});
";

/// The same in a document, as its first script: it knows its own address. What a scene makes up breaks nothing.
pub(crate) const LISTEN_IN_A_PAGE: &str = r"
{
  const own = document.currentScript.src;
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, isTrusted }) => {
    if (!isTrusted) return;
    const what = encodeURIComponent(`${effectiveDirective} ${blockedURI}`);
    const told = new XMLHttpRequest();
    told.open('GET', new URL(`violated/${what}`, own), false);
    told.send();
  });
}
";

/// What can be tried in both, and how. A browser says what was broken a moment later. What breaks nothing
/// is the last.
const TRIES: &str = r"
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const tryAll = async (tries, broken) => {
  const tried = {};
  for (const [name, attempt] of Object.entries(tries)) {
    broken.length = 0;
    let came = 'went through';
    try {
      await Promise.race([attempt(), pause(5000)]);
    } catch (error) {
      came = error.name ?? 'refused';
    }
    for (let times = 0; !broken.length && times < (isTold ? 250 : 5); times++) {
      await pause(20);
    }
    tried[name] = [came, broken[0] ?? 'nothing'];
    if (isTold && !broken.length) break;
  }
  return tried;
};
const loaded = (it) => new Promise((resolve, reject) => {
  it.onload = it.onopen = resolve;
  it.onerror = () => reject({});
});
const both = (foreign) => ({
  'a foreign fetch': () => fetch(`${foreign}/`, { mode: 'no-cors' }),
  'a foreign request': () => {
    const request = new XMLHttpRequest();
    request.open('GET', `${foreign}/`);
    request.send();
    return loaded(request);
  },
  'a foreign socket': () => loaded(new WebSocket(foreign.replace('http', 'ws'))),
  'a foreign module': () => import(`${foreign}/x.js`),
  'a module of data': () => import('data:text/javascript,1'),
  'a worker of a blob': () => loaded(new Worker(URL.createObjectURL(new Blob(['1'])))),
  'eval': () => eval('1'),
  'a function of text': () => new Function('return 1')(),
  'a timer of text': () => setTimeout('1'),
  'another policy': () => trustedTypes.createPolicy('another', {}),
});
";

const IN_THE_WORKER: &str = r"
attacked.onmessage = async ({ data }) => {
  attacked.onmessage = null;
  attacked.postMessage(await tryAll(both(data), broken));
};
";

/// It would be gone with its file: it waits with that.
const IN_THE_UNPACKER: &str = r"
const foreign = await new Promise((resolve) => {
  attacked.onmessage = ({ data }) => resolve(data);
});
attacked.onmessage = null;
attacked.postMessage(await tryAll(both(foreign), broken));
";

/// What only a page can. An element that is refused says nothing: what was broken says it.
const IN_THE_PAGE: &str = r"
const broken = [];
addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
const element = (name) => document.body.appendChild(document.createElement(name));
window.attacked = (foreign) => tryAll({
  ...both(foreign),
  'markup from text': () => { element('p').innerHTML = '<b>x</b>'; },
  'a script from text': () => { element('script').text = '1'; },
  'a script from an address': () => { element('script').src = `${foreign}/x.js`; },
  'a script element': () => { element('script').append('1'); },
  'a handler': () => element('p').setAttribute('onclick', '1'),
  'an inline style': () => element('p').setAttribute('style', 'color: red'),
  'a foreign image': () => { element('img').src = `${foreign}/x.png`; },
  'a foreign frame': () => { element('iframe').src = `${foreign}/`; },
  'a form that is sent': () => Object.assign(element('form'), { method: 'post', action: `${foreign}/` }).submit(),
  'another base': () => { element('base').href = `${foreign}/`; },
}, broken);
";

const ASK_THE_PAGE: &str = r"
const [foreign, , done] = arguments;
window.attacked(foreign).then(done);
";

/// Again and again: the worker may not be there yet.
const ASK_A_WORKER: &str = r"
const [foreign, name, done] = arguments;
const channel = new BroadcastChannel(name);
const asking = setInterval(() => channel.postMessage(foreign), 100);
channel.onmessage = ({ data }) => {
  clearInterval(asking);
  channel.close();
  done(data);
};
";
