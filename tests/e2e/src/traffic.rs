//! What a browser asked for, as it logs it itself: pages, frames and workers alike. Chromium alone keeps
//! such a log.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{engine::Engine, evidence};

/// How the logs in a profile's folder are named, but for their number.
const NAME: &str = "requests-";

/// What has the browser keep a log beside its profile, in a file of its own each time it is started.
pub(crate) fn flag(profile: &Path) -> String {
    let log = profile.join(format!("{NAME}{}.json", logs(profile).len()));
    // The file is there from now on, whatever becomes of the browser.
    let _ = fs::write(&log, "");
    format!("--log-net-log={}", log.display())
}

/// The addresses that pages have asked, by the logs of a profile. What the browser asks for on its own is
/// no page's.
pub(crate) fn addresses(profile: &Path) -> BTreeSet<String> {
    let texts = logs(profile).into_iter().map(fs::read_to_string);
    texts.flatten().flat_map(|text| asked(&text)).collect()
}

fn logs(profile: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(profile).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let is_log = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(NAME)
    };
    paths.filter(is_log).collect()
}

/// The log has a line for its constants and one for each event; the last one may be cut off.
fn asked(log: &str) -> BTreeSet<String> {
    let mut lines = log.lines();
    let constants = lines.next().and_then(|line| {
        let line = line.strip_prefix("{\"constants\":")?;
        serde_json::from_str::<Value>(line.trim_end_matches(',')).ok()
    });
    let Some(constants) = constants else {
        return BTreeSet::new();
    };
    let start = &constants["logEventTypes"]["URL_REQUEST_START_JOB"];
    let events = lines.filter(|line| line.contains("\"initiator\""));
    let events = events.filter_map(|line| {
        let line = line.trim_end_matches([',', ']', '}']);
        // Those belong to the event, too.
        (0..3).find_map(|more| {
            serde_json::from_str::<Value>(&format!("{line}{}", "}".repeat(more))).ok()
        })
    });
    let of_pages = events.filter(|event| {
        let initiator = event["params"]["initiator"].as_str();
        event["type"] == *start && initiator.is_some_and(|it| it.starts_with("http"))
    });
    let urls = of_pages.filter_map(|event| Some(event["params"]["url"].as_str()?.to_owned()));
    urls.collect()
}

/// Holds what the pages of a scene have asked to the origins that its deployment names. `surely` is an address
/// that one of them has asked for, where there is one: a log that cannot be read names no stranger either.
///
/// # Panics
/// When another origin was asked, or when the log does not name what was surely asked for.
pub fn hold(scene: &str, asked: &BTreeSet<String>, named: &[&str], surely: Option<&str>) {
    let named = named.iter().map(|it| it.trim_end_matches('/'));
    let named: BTreeSet<&str> = named.collect();
    let mut strangers: BTreeSet<String> = asked.iter().map(|it| origin(it)).collect();
    strangers.retain(|origin| !named.contains(origin.as_str()));
    assert_eq!(strangers, BTreeSet::new(), "{scene}: asked by a page");
    let Some(surely) = surely.filter(|_| Engine::played() == Engine::Chromium) else {
        return;
    };
    assert!(
        asked.contains(surely),
        "{scene}: {surely} was asked for, and is not in the browser's log: {asked:?}"
    );
    evidence::note(
        "requests of pages and workers",
        "every scene that opens a page",
        "only the configured hosts are asked",
        scene,
    );
}

/// The origin of an address.
fn origin(url: &str) -> String {
    url.split('/').take(3).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_names_what_pages_asked_for() {
        let log = "{\"constants\":{\"logEventTypes\":{\"OTHER\":1,\"URL_REQUEST_START_JOB\":2}},\n\
            \"events\": [\n\
            {\"params\":{\"initiator\":\"http://a.example\",\"url\":\"https://b.example/c?d\"},\"type\":2},\n\
            {\"params\":{\"initiator\":\"http://a.example\",\"url\":\"https://c.example/\"},\"type\":1},\n\
            {\"params\":{\"initiator\":\"not an origin\",\"url\":\"https://d.example/\"},\"type\":2},\n\
            {\"params\":{\"initiator\":\"http://a.example\",\"url\":\"https://e.example/\"},\"type\":2}],\n\
            {\"params\":{\"initiator\":\"http://a.exa";
        let expected = ["https://b.example/c?d", "https://e.example/"];
        assert!(asked(log).iter().eq(expected));
        assert_eq!(origin("https://b.example/c?d"), "https://b.example");
        assert_eq!(asked(""), BTreeSet::new());
    }
}
