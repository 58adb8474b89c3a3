//! What a run should make of a tenant, reckoned a second time.
//!
//! What a user drops and what the tenant holds go in; each line's verdict and fate, the fields that it
//! changes, and the tenant as it should be afterwards come out. It is written from the documented rules
//! and shares nothing with the product: one misreading cannot agree with itself. It knows what
//! [`crate::made`] makes, and no more.

mod after;
mod fate;
mod field;
mod source;
mod value;
mod verdict;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

pub use after::{Held, after, by_key, differences, restorable};
pub use fate::{Choices, OnConflict, Stays, fates};
pub use source::{Form, Given, Line, Source};
pub use verdict::{Defaults, verdicts};

/// The state of a line before a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the page")]
pub enum Verdict {
    Ready,
    Duplicate,
    Conflict,
    Refused,
    Ignored,
}

/// What would happen to a ready line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the page")]
pub enum Fate {
    Create,
    Update,
    Unchanged,
    OverQuota,
    TenantConflict,
}

/// A line as it was judged by itself and among its neighbours.
#[derive(Clone, Debug)]
pub struct Row {
    /// The source's name, and the line where it begins there.
    pub place: (&'static str, u32),
    /// Its state.
    pub verdict: Verdict,
    /// What would be sent; `None` where it is refused or ignored.
    pub sent: Option<Sent>,
}

/// An indicator as it would be sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The fields under the API's names; a blank one is not there.
    pub fields: Map<String, Value>,
    /// The fields that the source has a place for.
    pub given: BTreeSet<&'static str>,
    /// The fields that an object has no key for and that would say something by saying nothing: an
    /// update leaves them as they are.
    pub open: BTreeSet<&'static str>,
    /// The fields that the defaults filled.
    pub defaulted: BTreeSet<&'static str>,
}

impl Sent {
    /// A field's text; empty where it has none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        let text = self.fields.get(name).and_then(Value::as_str);
        text.unwrap_or_default()
    }
}

/// What becomes of a line that is ready.
#[derive(Clone, Debug)]
pub struct Told {
    /// What would happen.
    pub fate: Fate,
    /// The fields that it changes in the tenant and that its source gives.
    pub changed: BTreeSet<&'static str>,
    /// Those that sending it would change besides.
    pub besides: BTreeSet<&'static str>,
    /// The tenant's indicators of the same value that are deleted for its sake.
    pub replaces: Vec<crate::tenant::Key>,
    /// Whether it is sent.
    pub is_sent: bool,
}

impl Verdict {
    /// The page's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ready => "Ready",
            Self::Duplicate => "Duplicate",
            Self::Conflict => "Conflict",
            Self::Refused => "Refused",
            Self::Ignored => "Ignored",
        }
    }
}

impl Fate {
    /// All of them, in the order of the review's figures.
    pub const ALL: [Self; 5] = [
        Self::Create,
        Self::Update,
        Self::Unchanged,
        Self::OverQuota,
        Self::TenantConflict,
    ];

    /// The page's word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Create => "Create",
            Self::Update => "Update",
            Self::Unchanged => "Unchanged",
            Self::OverQuota => "Over quota",
            Self::TenantConflict => "Tenant conflict",
        }
    }
}

/// The lines in numbers, as the review has them: records, ready, duplicate, conflict, refused, ignored.
#[must_use]
pub fn sums(rows: &[Row]) -> [u64; 6] {
    let of = |verdict| rows.iter().filter(|row| row.verdict == verdict).count() as u64;
    [
        rows.len() as u64,
        of(Verdict::Ready),
        of(Verdict::Duplicate),
        of(Verdict::Conflict),
        of(Verdict::Refused),
        of(Verdict::Ignored),
    ]
}

/// The ready lines in numbers, as the review has them.
#[must_use]
pub fn fate_sums(told: &[Option<Told>]) -> [u64; 5] {
    Fate::ALL.map(|fate| {
        let told = told.iter().flatten();
        told.filter(|told| told.fate == fate).count() as u64
    })
}
