//! What is wrong, or worth knowing, about a file or one of its records.
//!
//! A [`Diagnostic`] is data: a [`Finding`] that carries numbers, and a [`Place`]. Prose is made once,
//! in the finding's `Display`: what, why, what to do. The code of a finding is stable.

use serde::{Deserialize, Serialize};

use crate::change::Field;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gravity {
    /// Worth knowing.
    Note,
    /// Sent as it is, but look at it.
    Warning,
    /// The record is not sent.
    Error,
}

/// Where something stands in a file. Lines and columns count from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The line; 0 where the whole file is meant.
    pub line: u32,
    /// The column; 0 where the whole line is meant.
    pub column: u32,
    /// The field, where one is meant.
    pub field: Option<Field>,
}

/// A finding and its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What was found.
    pub finding: Finding,
    /// Where.
    pub place: Place,
}



/// What can be said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Finding {
    /// The date lies in the past.
    Expired,
}

impl Finding {
    /// The stable code, in kebab case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Expired => "expired",
        }
    }
}
