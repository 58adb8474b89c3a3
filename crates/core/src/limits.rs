//! What the API allows, with the date of the page that says so.
//!
//! No other file holds a literal 500 or 30. A deployment may lower a limit, since colleagues share
//! it; [`Limits::lowered`] never raises one.

use std::{fmt, time::Duration};

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
    /// Single submit and list: 100 a minute and 1,500 an hour (single API page, 2020-04).
    pub single: Vec<Quota>,
    /// Ids in one call that deletes: 500 (batch delete page, 2023-07-31).
    pub delete_ids: usize,
    /// `POST /api/indicators/BatchDelete`: 30 a minute and 1,500 an hour (batch delete page,
    /// 2023-07-31).
    pub delete: Vec<Quota>,
    /// Calls in flight at a time: our own restraint.
    pub in_flight: usize,
    /// Tries of one call before it is given up.
    pub tries: u32,
    /// Failed batches in a row after which the run pauses.
    pub failures_before_pause: u32,
    /// Items of one list page, `$top`: 10,000 (list page, 2024).
    pub list_page: usize,
    /// By how much the wall clock may have been set forward between two lives of a page. A logged
    /// call counts as that much younger than it seems; one that seems younger than this, or to lie
    /// ahead, as made now. Our own figure.
    pub clock_doubt: Duration,
}

impl Limits {
    /// The documented limits.
    #[must_use]
    pub fn documented() -> Self {
        let minute = Duration::from_mins(1);
        let quota = |calls, per| Quota { calls, per };
        Self {
            batch_items: 500,
            batch_bytes: 4 * 1024 * 1024,
            tenant_indicators: 15_000,
            import: vec![quota(30, minute)],
            single: vec![quota(100, minute), quota(1_500, 60 * minute)],
            delete_ids: 500,
            delete: vec![quota(30, minute), quota(1_500, 60 * minute)],
            in_flight: 4,
            tries: 6,
            failures_before_pause: 3,
            list_page: 10_000,
            clock_doubt: 10 * minute,
        }
    }

    /// The documented ones by their names in [`Lowered`]: what holds here, and the date of the page that
    /// says what the API allows.
    #[must_use]
    pub fn dated(&self) -> [(&'static str, u32, &'static str); 8] {
        let few = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let calls = |all: &[Quota], at: usize| all.get(at).map_or(0, |quota| quota.calls);
        [
            ("batchItems", few(self.batch_items), "2021-03"),
            ("tenantIndicators", few(self.tenant_indicators), "2021-01"),
            ("importCallsPerMinute", calls(&self.import, 0), "2021-01"),
            ("singleCallsPerMinute", calls(&self.single, 0), "2020-04"),
            ("singleCallsPerHour", calls(&self.single, 1), "2020-04"),
            ("deleteIds", few(self.delete_ids), "2023-07-31"),
            ("deleteCallsPerMinute", calls(&self.delete, 0), "2023-07-31"),
            ("deleteCallsPerHour", calls(&self.delete, 1), "2023-07-31"),
        ]
    }

    /// These limits with a deployment's own, lower ones in their place.
    ///
    /// # Errors
    /// Names the first limit that is zero or higher than the one that holds.
    pub fn lowered(&self, by: &Lowered) -> Result<Self, BadLimit> {
        let mut limits = self.clone();
        lower("batchItems", &mut limits.batch_items, by.batch_items)?;
        lower("batchBytes", &mut limits.batch_bytes, by.batch_bytes)?;
        lower(
            "tenantIndicators",
            &mut limits.tenant_indicators,
            by.tenant_indicators,
        )?;
        lower("deleteIds", &mut limits.delete_ids, by.delete_ids)?;
        lower("inFlight", &mut limits.in_flight, by.in_flight)?;
        lower("tries", &mut limits.tries, by.tries)?;
        lower_calls(
            "importCallsPerMinute",
            &mut limits.import,
            0,
            by.import_calls_per_minute,
        )?;
        lower_calls(
            "singleCallsPerMinute",
            &mut limits.single,
            0,
            by.single_calls_per_minute,
        )?;
        lower_calls(
            "singleCallsPerHour",
            &mut limits.single,
            1,
            by.single_calls_per_hour,
        )?;
        lower_calls(
            "deleteCallsPerMinute",
            &mut limits.delete,
            0,
            by.delete_calls_per_minute,
        )?;
        lower_calls(
            "deleteCallsPerHour",
            &mut limits.delete,
            1,
            by.delete_calls_per_hour,
        )?;
        Ok(limits)
    }

    /// These limits with every window shortened as if a minute took `minute`.
    ///
    /// For a demonstration against an emulator with the same short windows, and nothing else: the
    /// caller makes sure that the API is on this machine. A longer minute, or none, changes nothing.
    #[must_use]
    pub fn with_demo_minute(mut self, minute: Duration) -> Self {
        const MINUTE: Duration = Duration::from_mins(1);
        if minute.is_zero() || minute >= MINUTE {
            return self;
        }
        let of_submits = self.import.iter_mut().chain(&mut self.single);
        for quota in of_submits.chain(&mut self.delete) {
            quota.per = quota
                .per
                .mul_f64(minute.as_secs_f64() / MINUTE.as_secs_f64());
        }
        self
    }

    /// How far back the wall clock must put a call before it surely counts no more: the longest span
    /// of a quota and [`Self::clock_doubt`] together.
    #[must_use]
    pub fn calls_count_for(&self) -> Duration {
        let spans = self
            .import
            .iter()
            .chain(&self.single)
            .chain(&self.delete)
            .map(|quota| quota.per);
        let longest = spans.max().unwrap_or_default();
        longest.saturating_add(self.clock_doubt)
    }

    /// Checks that every limit allows something; limits may come from outside.
    ///
    /// # Errors
    /// Names the first one that does not.
    pub fn validate(&self) -> Result<(), BadLimit> {
        let figures = [
            ("batchItems", self.batch_items),
            ("batchBytes", self.batch_bytes),
            ("tenantIndicators", self.tenant_indicators),
            ("inFlight", self.in_flight),
            ("tries", self.tries as usize),
            ("failuresBeforePause", self.failures_before_pause as usize),
            ("listPage", self.list_page),
            ("import", calls(&self.import)),
            ("single", calls(&self.single)),
            ("deleteIds", self.delete_ids),
            ("delete", calls(&self.delete)),
        ];
        match figures.into_iter().find(|(_, figure)| *figure == 0) {
            Some((name, _)) => Err(BadLimit::Zero { name }),
            None => Ok(()),
        }
    }
}

/// The fewest calls that one of the quotas allows; 0 where one has no span or there is none.
fn calls(quotas: &[Quota]) -> usize {
    let allowed = |quota: &Quota| {
        if quota.per.is_zero() {
            0
        } else {
            quota.calls as usize
        }
    };
    quotas.iter().map(allowed).min().unwrap_or(0)
}

/// A deployment's own limits, as its configuration writes them. What is absent stays as documented.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Lowered {
    /// Indicators in one import call.
    pub batch_items: Option<usize>,
    /// Bytes of one request body.
    pub batch_bytes: Option<usize>,
    /// Active indicators of the tenant.
    pub tenant_indicators: Option<usize>,
    /// Calls in flight at a time.
    pub in_flight: Option<usize>,
    /// Tries of one call before it is given up.
    pub tries: Option<u32>,
    /// Import calls in any minute.
    pub import_calls_per_minute: Option<u32>,
    /// Single calls in any minute.
    pub single_calls_per_minute: Option<u32>,
    /// Single calls in any hour.
    pub single_calls_per_hour: Option<u32>,
    /// Ids in one call that deletes.
    pub delete_ids: Option<usize>,
    /// Calls that delete, in any minute.
    pub delete_calls_per_minute: Option<u32>,
    /// Calls that delete, in any hour.
    pub delete_calls_per_hour: Option<u32>,
}

/// Why a limit cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLimit {
    /// It allows nothing.
    Zero {
        /// Its name in the configuration.
        name: &'static str,
    },
    /// It is higher than the one it would replace.
    Raised {
        /// Its name in the configuration.
        name: &'static str,
        /// What holds.
        holds: u64,
        /// What was asked for.
        asked: u64,
    },
}

impl BadLimit {
    /// The stable code, in kebab case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Zero { .. } => "limit-zero",
            Self::Raised { .. } => "limit-raised",
        }
    }
}

impl fmt::Display for BadLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zero { name } => write!(
                f,
                "The limit {name} is 0, so nothing could be sent. Set it to 1 or more, or leave it out."
            ),
            Self::Raised { name, holds, asked } => write!(
                f,
                "The limit {name} is {asked}, but the API allows {holds}. A limit may be lowered, not raised."
            ),
        }
    }
}

impl std::error::Error for BadLimit {}

fn lower<T>(name: &'static str, limit: &mut T, asked: Option<T>) -> Result<(), BadLimit>
where
    T: Copy + TryInto<u64>,
{
    let wide = |figure: T| figure.try_into().unwrap_or(u64::MAX);
    match asked {
        None => Ok(()),
        Some(asked) if wide(asked) == 0 => Err(BadLimit::Zero { name }),
        Some(asked) if wide(asked) > wide(*limit) => Err(BadLimit::Raised {
            name,
            holds: wide(*limit),
            asked: wide(asked),
        }),
        Some(asked) => {
            *limit = asked;
            Ok(())
        }
    }
}

fn lower_calls(
    name: &'static str,
    quotas: &mut [Quota],
    which: usize,
    asked: Option<u32>,
) -> Result<(), BadLimit> {
    quotas
        .get_mut(which)
        .map_or(Ok(()), |quota| lower(name, &mut quota.calls, asked))
}

impl Default for Limits {
    fn default() -> Self {
        Self::documented()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lowered(json: &str) -> Result<Limits, BadLimit> {
        let by: Lowered = serde_json::from_str(json).expect("a deployment's limits");
        Limits::documented().lowered(&by)
    }

    #[test]
    fn a_deployment_may_lower_a_limit() {
        let limits =
            lowered(r#"{"importCallsPerMinute":10,"singleCallsPerHour":700,"batchItems":100}"#);
        let limits = limits.expect("lower limits");
        assert_eq!(limits.import[0].calls, 10);
        assert_eq!(
            limits.single.iter().map(|q| q.calls).collect::<Vec<_>>(),
            [100, 700]
        );
        assert_eq!(limits.batch_items, 100);
        assert_eq!(limits.tries, Limits::documented().tries);
    }

    #[test]
    fn a_deployment_may_not_raise_a_limit_or_forbid_everything() {
        let raised = |name, holds, asked| Err(BadLimit::Raised { name, holds, asked });
        assert_eq!(
            lowered(r#"{"batchItems":501}"#),
            raised("batchItems", 500, 501)
        );
        assert_eq!(
            lowered(r#"{"importCallsPerMinute":31}"#),
            raised("importCallsPerMinute", 30, 31)
        );
        assert_eq!(
            lowered(r#"{"inFlight":0}"#),
            Err(BadLimit::Zero { name: "inFlight" })
        );
    }

    #[test]
    fn a_dated_limit_goes_by_the_name_that_lowers_it() {
        let documented = Limits::documented();
        for (at, (name, figure, _)) in documented.dated().into_iter().enumerate() {
            let lowered = lowered(&format!("{{\"{name}\":{}}}", figure - 1));
            let lowered = lowered.expect(name).dated();
            assert_eq!(lowered[at].1, figure - 1, "{name}");
        }
    }

    #[test]
    fn a_misspelt_limit_is_an_error() {
        assert!(serde_json::from_str::<Lowered>(r#"{"batchitems":1}"#).is_err());
    }

    #[test]
    fn limits_from_outside_are_checked() {
        let mut limits = Limits::documented();
        assert_eq!(limits.validate(), Ok(()));
        limits.import.clear();
        assert_eq!(limits.validate(), Err(BadLimit::Zero { name: "import" }));
    }

    #[test]
    fn a_demo_minute_shortens_every_window_alike() {
        let spans = |minute| {
            let limits = Limits::documented().with_demo_minute(Duration::from_secs(minute));
            [
                limits.import[0].per,
                limits.single[0].per,
                limits.single[1].per,
            ]
            .map(|per| per.as_secs())
        };
        assert_eq!(spans(6), [6, 6, 360]);
        assert_eq!(spans(0), [60, 60, 3_600]);
        assert_eq!(spans(90), [60, 60, 3_600]);
    }
}
