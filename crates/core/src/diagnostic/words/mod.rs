//! Which message each finding is, and what it is given. What they say stands in the folder of messages:
//! what, why, what to do.

mod exchange;
mod fields;
mod file;
mod undo;
mod value;

use std::fmt;

use super::{Finding, Place};
use crate::message::{Said, made::place};

impl Finding {
    /// What is said of it.
    #[must_use]
    pub fn said(&self) -> Said<'_> {
        file::said(self)
    }
}

/// In English.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl Place {
    /// What stands before a finding there; nothing where the whole file is meant.
    #[must_use]
    pub fn said(&self) -> Option<Said<'static>> {
        match *self {
            Self { line: 0, .. } => None,
            Self {
                line, column: 0, ..
            } => Some(place::line(line.to_string())),
            Self { line, column, .. } => {
                Some(place::line_and_column(line.to_string(), column.to_string()))
            }
        }
    }
}
