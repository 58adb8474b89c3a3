//! Two kinds of time, which must not be mixed.
//!
//! The monotonic clock spaces calls; the wall clock dates expirations, reports and the log of calls
//! that outlives the page. Both are told to the core.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A moment on the caller's monotonic clock, counted from any origin.
pub type Instant = Duration;

/// A moment on the wall clock: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WallTime(pub i64);

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
