//! What the page asks about texts: what those of a column are, and what a default text would become.

use serde::{Deserialize, Serialize};

use crate::{
    change::Field,
    diagnostic::{Finding, clipped},
};

use super::Session;

/// Characters of a text that is shown.
const SHOWN: usize = 4_000;

/// The different texts in a column of a table, for the user to say what they mean
/// ([`crate::mapping::Meaning`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnTexts {
    /// The source, from 0.
    pub file: u16,
    /// The column, from 0.
    pub column: u16,
    /// The texts, each with the rows that have it, the most frequent first; at most 32.
    pub texts: Vec<(String, u32)>,
    /// Rows with other texts, which are too many or too long to be offered.
    pub others: u32,
}

/// What a default text would become.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// Of which field.
    pub field: Field,
    /// The text as it was asked about.
    pub template: String,
    /// What comes of it.
    pub made: Made,
}

/// What comes of a default text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Made {
    /// This, in the first row that is ready.
    Text(String),
    /// It can be made, and no row is ready.
    NoRow,
    /// It cannot be made: rows that need it would be refused with this.
    Fault(Finding),
}

impl Session {
    /// What a default text would become; a blank title is the name of the source.
    #[inline]
    pub(super) fn preview(&self, field: Field, template: String) -> Preview {
        let made = match self.ledger.preview(field, &template) {
            Ok(Some(text)) => Made::Text(clipped(&text, SHOWN)),
            Ok(None) => Made::NoRow,
            Err(found) => Made::Fault(found),
        };
        Preview {
            field,
            template,
            made,
        }
    }
}
