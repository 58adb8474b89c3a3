//! What is wrong, or worth knowing, about a file or one of its records.
//!
//! A [`Diagnostic`] is data: a [`Finding`] that carries numbers and short texts, and a [`Place`].
//! It gives the message that says it, with what that is given; in files it reads as it is shown in
//! English. Its code is stable.

#[cfg(not(target_arch = "wasm32"))]
pub mod catalogue;
mod facts;
mod figures;
mod finding;
mod words;

use std::fmt::{self, Write as _};

use serde::{Deserialize, Serialize};

pub use finding::{Finding, Looks};

use crate::{
    change::Field,
    message::{English, Speech},
    value::is_hidden,
};

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

impl Place {
    /// The whole file.
    pub const FILE: Self = Self {
        line: 0,
        column: 0,
        field: None,
    };

    /// A whole line.
    #[must_use]
    pub const fn line(line: u32) -> Self {
        Self {
            line,
            column: 0,
            field: None,
        }
    }

    /// A field of the record at `line`.
    #[must_use]
    pub const fn field(line: u32, field: Field) -> Self {
        Self {
            line,
            column: 0,
            field: Some(field),
        }
    }
}

/// A finding and its place. Told, it reads "Line 7: ..." and then the finding's own words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What was found.
    pub finding: Finding,
    /// Where.
    pub place: Place,
}

impl Diagnostic {
    /// A finding at a place.
    #[must_use]
    pub const fn new(finding: Finding, place: Place) -> Self {
        Self { finding, place }
    }

    /// The finding's stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.finding.code()
    }

    /// How much it matters.
    #[must_use]
    pub fn gravity(&self) -> Gravity {
        self.finding.gravity()
    }

    /// Its text in a language.
    #[must_use]
    pub fn tell(&self, speech: &dyn Speech) -> String {
        let place = self.place.said();
        let mut told = place.map_or_else(String::new, |place| place.tell(speech));
        told.push_str(&self.finding.said().tell(speech));
        told
    }
}

/// In English.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tell(&English))
    }
}

/// The beginning of a text, at most `most` characters.
#[must_use]
pub(crate) fn clipped(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => text[..end].to_owned(),
    }
}

/// As much of a hostile text as a sentence can hold: at most 80 characters, and those that cannot be
/// seen or that turn the direction of what follows by their code points.
#[must_use]
pub fn excerpt(text: &str) -> String {
    const MOST: usize = 80;
    let end = text.char_indices().nth(MOST).map(|(end, _)| end);
    let shown = &text[..end.unwrap_or(text.len())];
    let mut excerpt = String::with_capacity(shown.len() + "…".len());
    for c in shown.chars() {
        if c == ' ' || !(c.is_control() || c.is_whitespace() || is_hidden(c)) {
            excerpt.push(c);
        } else {
            // Writing to a String cannot fail.
            let _ = write!(excerpt, "<U+{:04X}>", u32::from(c));
        }
    }
    if end.is_some() {
        excerpt.push('…');
    }
    excerpt
}
