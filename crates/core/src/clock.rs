//! Two kinds of time, which must not be mixed.
//!
//! The monotonic clock spaces calls; the wall clock dates expirations, reports and the log of calls
//! that outlives the page. Both are told to the core.

use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// A moment on the caller's monotonic clock, counted from any origin.
pub type Instant = Duration;

/// The last moment that a page can show, and the first one below 0, in milliseconds from 1970
/// (ECMAScript, "Time Values and Time Range").
const LAST_DATE: i64 = 8_640_000_000_000_000;

/// A moment on the wall clock: milliseconds since 1970-01-01T00:00:00Z.
///
/// What is read of it may come from a file that somebody made: a page that is told a number beyond
/// all dates cannot read what it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WallTime(#[serde(deserialize_with = "date")] pub i64);

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    let millis = i64::deserialize(from)?;
    if (-LAST_DATE..=LAST_DATE).contains(&millis) {
        Ok(millis)
    } else {
        Err(D::Error::custom("no date"))
    }
}

/// What the host's clocks show at one moment, and a random number to spread retries with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Now {
    /// The monotonic clock.
    pub mono: Instant,
    /// The wall clock.
    pub wall: WallTime,
    /// Evenly spread in `0.0..1.0`; it decides nothing but how long a retry waits.
    pub jitter: f64,
}
