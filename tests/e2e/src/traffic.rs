//! What a browser asked for, as it logs it itself: pages, frames and workers alike.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

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

/// The origin of an address.
pub(crate) fn origin(url: &str) -> String {
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
