//! What time the emulator thinks it is.
//!
//! One clock serves rate windows, expirations, tokens and the call log, so that a test can move all
//! of them forward at once. It never goes back, even where the computer's wall clock does.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use jiff::Timestamp;

/// Milliseconds since 1970, moved forward on request.
#[derive(Debug)]
pub(crate) struct Clock {
    started: Instant,
    started_ms: u64,
    ahead_ms: AtomicU64,
}

impl Clock {
    pub(crate) fn start() -> Self {
        let wall = SystemTime::now().duration_since(UNIX_EPOCH);
        Self {
            started: Instant::now(),
            started_ms: millis(wall.unwrap_or_default()),
            ahead_ms: AtomicU64::new(0),
        }
    }

    /// Milliseconds since 1970.
    pub(crate) fn now_ms(&self) -> u64 {
        self.started_ms + millis(self.started.elapsed()) + self.ahead_ms.load(Ordering::Relaxed)
    }

    /// Lets `by` pass at once.
    pub(crate) fn advance(&self, by: Duration) {
        self.ahead_ms.fetch_add(millis(by), Ordering::Relaxed);
    }
}

/// `span` in whole milliseconds.
pub(crate) fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}

/// A time as the service prints it: UTC, seven digits of a second, `Z`.
pub(crate) fn stamp(ms: u64) -> String {
    let time = i64::try_from(ms)
        .ok()
        .and_then(|ms| Timestamp::from_millisecond(ms).ok());
    format!("{:.7}", time.unwrap_or(Timestamp::MAX))
}

/// A `DateTimeOffset` in milliseconds since 1970; `None` where it is none.
pub(crate) fn read(text: &str) -> Option<i64> {
    let shaped = text.as_bytes().get(10) == Some(&b'T') && !text.contains('[');
    let time: Option<Timestamp> = text.parse().ok();
    time.filter(|_| shaped).map(Timestamp::as_millisecond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_printed_as_the_service_prints_it() {
        assert_eq!(stamp(1_700_000_000_123), "2023-11-14T22:13:20.1230000Z");
    }

    #[test]
    fn a_date_needs_a_time_and_an_offset() {
        let reads = [
            ("1970-01-01T00:00:01Z", Some(1_000)),
            ("1970-01-01T01:00:01.5+01:00", Some(1_500)),
            ("1970-01-01T00:00:01.0000000Z", Some(1_000)),
            ("1970-01-01T00:00:01", None),
            ("1970-01-01 00:00:01Z", None),
            ("1970-01-01", None),
            ("soon", None),
        ];
        for (text, expected) in reads {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
