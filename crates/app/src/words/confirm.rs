//! The question before anything leaves.

use std::time::Duration;

use ioculate_core::{
    journal::{KEPT_DAYS, Route},
    limits::Quota,
};

use crate::{figures::seconds, words::counted};

/// Summary of the ways to send.
#[must_use]
pub fn way(route: Route) -> &'static str {
    match route {
        Route::Batches => "How it is sent: many indicators a call",
        Route::OneByOne => "How it is sent: one call for each indicator",
    }
}

/// A way.
#[must_use]
pub fn batches(calls: u32) -> String {
    format!(
        "Many indicators a call ({})",
        counted(calls, "call", "calls")
    )
}

/// A way.
#[must_use]
pub fn one_by_one(entries: u32, quotas: &[Quota]) -> String {
    format!(
        "One call for each indicator (slower: about {})",
        time(entries, quotas)
    )
}

/// When the slower way is the right one.
pub const ONE_BY_ONE_BODY: &str = "For tenants in which the import API is not available. The page may be closed meanwhile: the run is then \
                                   gone on with where it stood.";

/// Under the heading, for the slower way; who and where stand before.
#[must_use]
pub fn calls(entries: u32, quotas: &[Quota]) -> String {
    format!(
        "{}, about {}.",
        counted(entries, "call", "calls"),
        time(entries, quotas)
    )
}

/// How long so many calls take at least, to the minute where it is long.
fn time(calls: u32, quotas: &[Quota]) -> String {
    let least = |quota: &Quota| quota.per * (calls.saturating_sub(1) / quota.calls.max(1));
    let least = quotas.iter().map(least).max().unwrap_or(Duration::ZERO);
    let least = u32::try_from(least.as_secs()).unwrap_or(u32::MAX);
    seconds(least.max(60))
}

/// How long the run is kept, and who can read it.
#[must_use]
pub fn kept() -> String {
    format!(
        "The run is kept in this browser for {KEPT_DAYS} days, its list included. Whoever can use this browser can read it: forget it under \"Past runs\" where the computer is shared."
    )
}

/// Nothing can be kept: heading.
pub const NOTHING_KEPT: &str = "Nothing of this run will be kept";
/// Under it; what the browser says follows.
pub const NOTHING_KEPT_BODY: &str = "If this tab is closed or the computer stops before the end, nothing here will know what became of the calls \
                                     under way, and the run cannot be gone on with. Keep the tab open until the report is there, and download \
                                     the report. The browser says:";
/// The browser refused: heading.
pub const REFUSED: &str = "The browser did not keep the run when it was last asked";
/// Label.
pub const WITHOUT: &str = "Send without a record";

#[cfg(test)]
mod tests {
    use super::*;
    use ioculate_core::limits::Limits;

    #[test]
    fn the_slower_way_says_how_slow() {
        let quotas = Limits::documented().single;
        let cases = [
            (1, "1 min"),
            (100, "1 min"),
            (301, "3 min"),
            (1_500, "14 min"),
            (1_501, "1 h"),
            (13_769, "9 h"),
        ];
        for (calls, text) in cases {
            assert_eq!(time(calls, &quotas), text, "{calls}");
        }
    }
}
