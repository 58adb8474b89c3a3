//! The sentences: what, why, what to do.

mod exchange;
mod fields;
mod file;
mod undo;
mod value;

use std::fmt;

use super::Finding;

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        file::say(self, f)
    }
}
