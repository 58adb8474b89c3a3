//! Whether, and how long after, a refused call is tried again.
//!
//! `Retry-After` wins where it is readable. Else the delay is a random part of a doubling span
//! ("full jitter"), so that tabs and colleagues do not come back in step.

use std::time::Duration;

use crate::{clock::Now, wire::RetryAfter};

/// The span within which the first retry falls.
const BASE: Duration = Duration::from_secs(1);
/// The longest span.
const CAP: Duration = Duration::from_mins(1);
/// The longest wait that an answer may ask for: the longest window of the API, one hour. After it
/// the call is tried, whatever was asked.
const LONGEST_ASKED: Duration = Duration::from_hours(1);
/// The shortest wait after an answer that asks for one: an early retry is refused again.
const SHORTEST_ASKED: Duration = Duration::from_secs(1);

/// What a status means for the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// 401: the token is not good enough.
    TokenRefused,
    /// 403: the user may not.
    Forbidden,
    /// 404, 405, and a redirection that leads nowhere: not the API.
    WrongHost,
    /// 429: too many calls; nothing was done.
    TooMany,
    /// 408 and 5xx: may pass; it may have been done.
    Passing,
    /// The rest: the body is refused, and would be again.
    BadBody,
}

/// What `status`, which is no success, means.
#[must_use]
pub const fn meaning(status: u16) -> Meaning {
    match status {
        401 => Meaning::TokenRefused,
        403 => Meaning::Forbidden,
        404 | 405 | 0..=399 => Meaning::WrongHost,
        429 => Meaning::TooMany,
        408 | 500.. => Meaning::Passing,
        _ => Meaning::BadBody,
    }
}

/// How long to wait after the `tries`-th try failed without saying for how long.
#[must_use]
pub fn backoff(tries: u32, jitter: f64) -> Duration {
    let doubled = BASE.saturating_mul(2_u32.saturating_pow(tries.saturating_sub(1)));
    doubled.min(CAP).mul_f64(jitter.clamp(0.0, 1.0))
}

/// How long an answer asks to wait, within reason.
#[must_use]
pub fn asked(after: RetryAfter, now: Now) -> Duration {
    let asked = match after {
        RetryAfter::For(span) => span,
        RetryAfter::Until(until) => {
            Duration::from_millis(u64::try_from(until.0.saturating_sub(now.wall.0)).unwrap_or(0))
        }
    };
    asked.clamp(SHORTEST_ASKED, LONGEST_ASKED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::WallTime;

    #[test]
    fn a_status_has_one_meaning() {
        for (statuses, means) in [
            (&[401][..], Meaning::TokenRefused),
            (&[403], Meaning::Forbidden),
            (&[404, 405, 302, 0], Meaning::WrongHost),
            (&[429], Meaning::TooMany),
            (&[408, 500, 502, 503, 504, 599], Meaning::Passing),
            (&[400, 409, 413, 415, 422], Meaning::BadBody),
        ] {
            for &status in statuses {
                assert_eq!(meaning(status), means, "{status}");
            }
        }
    }

    #[test]
    fn the_span_doubles_up_to_a_minute() {
        let longest = |tries| backoff(tries, 1.0).as_secs();
        assert_eq!(
            [1, 2, 3, 4, 5, 6, 7, 60].map(longest),
            [1, 2, 4, 8, 16, 32, 60, 60]
        );
        assert_eq!(backoff(3, 0.5), Duration::from_secs(2));
        assert_eq!(backoff(3, 0.0), Duration::ZERO);
    }

    #[test]
    fn what_is_asked_for_is_kept_within_reason() {
        let now = Now {
            mono: Duration::ZERO,
            wall: WallTime(1_000_000),
            jitter: 0.0,
        };
        let seconds = |seconds| RetryAfter::For(Duration::from_secs(seconds));
        let until = |seconds: i64| RetryAfter::Until(WallTime(1_000_000 + seconds * 1_000));
        for (after, secs) in [
            (seconds(17), 17),
            (seconds(0), 1),
            (seconds(1_000_000), 3_600),
            (until(30), 30),
            (until(-30), 1),
            (RetryAfter::Until(WallTime(i64::MIN)), 1),
            (RetryAfter::Until(WallTime(i64::MAX)), 3_600),
        ] {
            assert_eq!(asked(after, now).as_secs(), secs, "{after:?}");
        }
    }
}
