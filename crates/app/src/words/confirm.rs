//! The question before anything leaves.

use std::time::Duration;

use ioculate_core::{journal::Route, limits::Quota};

use crate::{figures::seconds, words::message::confirm as message};

/// Summary of the ways to send.
#[must_use]
pub fn way(route: Route) -> &'static str {
    match route {
        Route::Batches => message::way_batches(),
        Route::OneByOne => message::way_one_by_one(),
    }
}

/// A way.
#[must_use]
pub fn one_by_one(entries: u32, quotas: &[Quota]) -> String {
    message::one_by_one(&time(entries, quotas))
}

/// Under the heading, for the slower way; who and where stand before.
#[must_use]
pub fn calls(entries: u32, quotas: &[Quota]) -> String {
    message::calls(entries, &time(entries, quotas))
}

/// How long so many calls take at least, to the minute where it is long.
fn time(calls: u32, quotas: &[Quota]) -> String {
    let least = |quota: &Quota| quota.per * (calls.saturating_sub(1) / quota.calls.max(1));
    let least = quotas.iter().map(least).max().unwrap_or(Duration::ZERO);
    let least = u32::try_from(least.as_secs()).unwrap_or(u32::MAX);
    seconds(least.max(60))
}

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
