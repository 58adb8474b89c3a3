//! What the API allows, with the date of the page that says so.
//!
//! No other file holds a literal 500 or 30. A deployment may lower a limit, since colleagues share
//! it; [`Limits::lowered`] never raises one.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// At most `calls` in any span of length `per`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    /// Calls; at least 1.
    pub calls: u32,
    /// Length of the span.
    pub per: Duration,
}

/// The figures of the API and of our own restraint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Indicators in one import call: 500 (import page, 2021-03).
    pub batch_items: usize,
    /// Bytes of one request body. Undocumented: our own restraint.
    pub batch_bytes: usize,
    /// Active indicators of a tenant: 15,000 (import page, 2021-01).
    pub tenant_indicators: usize,
    /// `POST /api/indicators/import`: 30 a minute (import page, 2021-01).
    pub import: Vec<Quota>,
    /// Single submit, list and delete: 100 a minute and 1,500 an hour (single API page, 2020-04).
    pub single: Vec<Quota>,
    /// Calls in flight at a time: our own restraint.
    pub in_flight: usize,
    /// Tries of one call before it is given up.
    pub tries: u32,
    /// Failed batches in a row after which the run pauses.
    pub failures_before_pause: u32,
    /// Items of one list page, `$top`: 10,000 (list page, 2024).
    pub list_page: usize,
}

impl Limits {
    /// The documented limits.
    #[must_use]
    pub fn documented() -> Self {
        let minute = Duration::from_secs(60);
        let quota = |calls, per| Quota { calls, per };
        Self {
            batch_items: 500,
            batch_bytes: 4 * 1024 * 1024,
            tenant_indicators: 15_000,
            import: vec![quota(30, minute)],
            single: vec![quota(100, minute), quota(1_500, 60 * minute)],
            in_flight: 4,
            tries: 6,
            failures_before_pause: 3,
            list_page: 10_000,
        }
    }

}

impl Default for Limits {
    fn default() -> Self {
        Self::documented()
    }
}
