//! The most memory that the page's process has taken, as Linux counts it. Elsewhere nothing is told.
//!
//! A page and its workers are one process. What is counted is all that is its own and in memory: values
//! that a collector has not thrown away yet, and what a program has given back and the system has not.

use std::{collections::BTreeMap, fs};

use thirtyfour::WebDriver;

/// What each process of the browser that shows pages took, its peak forgotten.
pub(crate) struct Before(BTreeMap<u64, u64>);

impl Before {
    /// `None` where the system does not tell.
    pub(crate) fn take(browser: &WebDriver) -> Option<Self> {
        let browser = browser.capabilities().get("goog:processID")?.as_u64()?;
        let all = fs::read_dir("/proc").ok()?.flatten();
        let all = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let pages = all.filter(|&id| shows_pages(id) && descends_from(id, browser));
        let taken = pages.filter_map(|id| {
            fs::write(format!("/proc/{id}/clear_refs"), "5").ok()?;
            Some((id, status(id, "VmRSS:")?))
        });
        let taken: BTreeMap<u64, u64> = taken.collect();
        (!taken.is_empty()).then_some(Self(taken))
    }

    /// By how many bytes the one that grew most has grown at its peak.
    pub(crate) fn peak(&self) -> u64 {
        let grown = self.0.iter().map(|(&id, before)| {
            let peak = status(id, "VmHWM:").unwrap_or_default();
            peak.saturating_sub(*before)
        });
        grown.max().unwrap_or_default()
    }
}

fn shows_pages(id: u64) -> bool {
    let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&line).contains("--type=renderer")
}

fn descends_from(id: u64, ancestor: u64) -> bool {
    let mut parents = std::iter::successors(Some(id), |&id| figure(id, "PPid:"));
    parents.any(|parent| parent == ancestor)
}

/// A figure of bytes.
fn status(id: u64, key: &str) -> Option<u64> {
    figure(id, key).map(|kilobytes| kilobytes * 1_024)
}

fn figure(id: u64, key: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    line.split_whitespace().next()?.parse().ok()
}
