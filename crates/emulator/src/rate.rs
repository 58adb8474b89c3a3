//! How many calls are allowed, in sliding windows.
//!
//! Microsoft gives calls a minute and calls an hour and does not say who shares them or where a
//! minute begins. Here an application in a tenant has one log of arrivals for each class of
//! endpoints, and every span of a window's length counts. That is the strictest reading. A call that
//! was refused does not count.

use std::{
    collections::{HashMap, VecDeque},
    time::Duration,
};

use crate::clock::millis;

/// Endpoints that share their limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Class {
    /// 30 a minute (import page, 2021-01).
    Import,
    /// Single submit, list and delete: 100 a minute and 1,500 an hour (single API page, 2020-04).
    Single,
    /// 30 a minute and 1,500 an hour (batch delete page, 2023-07).
    BatchDelete,
}

impl Class {
    /// Calls in the short window, and in the long one where the page gives a figure.
    fn limits(self) -> (u32, Option<u32>) {
        match self {
            Self::Import => (30, None),
            Self::Single => (100, Some(1_500)),
            Self::BatchDelete => (30, Some(1_500)),
        }
    }
}

/// How long a "minute" and an "hour" of the limits last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Windows {
    /// 60 s, unless a test wants many windows in a short time.
    pub short: Duration,
    /// 3,600 s, unless a test wants many windows in a short time.
    pub long: Duration,
}

impl Windows {
    /// A short window of `short` and a long one of 60 times that.
    #[must_use]
    pub fn of(short: Duration) -> Self {
        Self {
            short,
            long: short * 60,
        }
    }
}

impl Default for Windows {
    fn default() -> Self {
        Self::of(Duration::from_mins(1))
    }
}

/// Whose calls are counted together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Caller {
    pub(crate) app: String,
    pub(crate) tenant: String,
    pub(crate) class: Class,
}

/// The arrivals of all callers.
#[derive(Debug)]
pub(crate) struct Rate {
    windows: Windows,
    arrivals: HashMap<Caller, VecDeque<u64>>,
}

/// The whole seconds after which a refused call would be admitted; at least 1.
pub(crate) type RetryAfter = u64;

impl Rate {
    pub(crate) fn new(windows: Windows) -> Self {
        Self {
            windows,
            arrivals: HashMap::new(),
        }
    }

    pub(crate) fn clear(&mut self) {
        self.arrivals.clear();
    }

    /// Admits a call that arrives at `now`, or says when to come again. `others` is how many calls
    /// somebody else makes in each short window.
    pub(crate) fn admit(
        &mut self,
        caller: Caller,
        now: u64,
        others: u32,
    ) -> Result<(), RetryAfter> {
        let (short, long) = (millis(self.windows.short), millis(self.windows.long));
        let (per_short, per_long) = caller.class.limits();
        let calls = self.arrivals.entry(caller).or_default();
        while calls.front().is_some_and(|at| at + long <= now) {
            calls.pop_front();
        }
        let waits = [
            wait(calls, now, short, Some(per_short.saturating_sub(others))),
            wait(calls, now, long, per_long),
        ];
        if let Some(wait) = waits.into_iter().flatten().max() {
            return Err(wait.div_ceil(1_000).max(1));
        }
        calls.push_back(now);
        Ok(())
    }
}

/// Milliseconds until a window of `length` has room again; `None` where it has room now.
fn wait(log: &VecDeque<u64>, now: u64, length: u64, limit: Option<u32>) -> Option<u64> {
    let limit = usize::try_from(limit?).ok()?;
    if limit == 0 {
        return Some(length);
    }
    let oldest = log[log.len().checked_sub(limit)?];
    let frees = oldest + length;
    frees.checked_sub(now).filter(|left| *left > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of `arrivals`, in seconds, are refused, and for how long.
    fn refused(
        class: Class,
        others: u32,
        arrivals: impl IntoIterator<Item = u64>,
    ) -> Vec<(u64, RetryAfter)> {
        let mut rate = Rate::new(Windows::default());
        let caller = Caller {
            app: "app".to_owned(),
            tenant: "tenant".to_owned(),
            class,
        };
        let answer = |at| Some((at, rate.admit(caller.clone(), at * 1_000, others).err()?));
        arrivals.into_iter().filter_map(answer).collect()
    }

    #[test]
    fn the_31st_import_within_a_minute_is_refused() {
        assert_eq!(refused(Class::Import, 0, 0..31), [(30, 30)]);
    }

    #[test]
    fn a_minute_slides() {
        let arrivals = [0; 29].into_iter().chain([50, 59, 60, 61]);
        assert_eq!(refused(Class::Import, 0, arrivals), [(59, 1)]);
    }

    #[test]
    fn a_refused_call_does_not_count() {
        let arrivals = [0; 31].into_iter().chain([60; 30]);
        assert_eq!(refused(Class::Import, 0, arrivals), [(0, 60)]);
    }

    #[test]
    fn the_hour_counts_too() {
        let arrivals = (0..1_501).map(|call| call * 2);
        assert_eq!(refused(Class::Single, 0, arrivals), [(3_000, 600)]);
    }

    #[test]
    fn batches_of_deletions_have_30_a_minute_and_1_500_an_hour() {
        assert_eq!(refused(Class::BatchDelete, 0, 0..31), [(30, 30)]);
        let arrivals = (0..1_501).map(|call| call * 2);
        assert_eq!(refused(Class::BatchDelete, 0, arrivals), [(3_000, 600)]);
    }

    #[test]
    fn others_take_their_share() {
        assert_eq!(refused(Class::Import, 28, 0..3), [(2, 58)]);
        assert_eq!(refused(Class::Import, 30, [7]), [(7, 60)]);
    }
}
