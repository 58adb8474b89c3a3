//! What is wrong with a file of messages.

use std::{fmt, io, path::Path};

/// A fault, with the file and, where it is known, the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    place: String,
    what: String,
}

impl Fault {
    pub(crate) fn new(language: &str, chapter: &str, message: &str, what: &str) -> Self {
        Self {
            place: format!("{language}/{chapter}.ftl, {message}"),
            what: what.to_owned(),
        }
    }

    pub(crate) fn line(language: &str, chapter: &str, line: usize, what: &str) -> Self {
        Self {
            place: format!("{language}/{chapter}.ftl:{line}"),
            what: what.to_owned(),
        }
    }

    pub(crate) fn file(file: &Path, why: &io::Error) -> Self {
        Self {
            place: file.display().to_string(),
            what: why.to_string(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}
