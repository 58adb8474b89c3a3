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

/// A time as HTTP headers print it (RFC 9110, 5.6.7), rounded up to a second.
pub(crate) fn http_date(ms: u64) -> String {
    let seconds = i64::try_from(ms.div_ceil(1_000)).unwrap_or(i64::MAX);
    let time = Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX);
    time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
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
    fn a_header_says_a_time_in_whole_seconds() {
        assert_eq!(
            http_date(1_700_000_000_001),
            "Tue, 14 Nov 2023 22:13:21 GMT"
        );
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
