//! What a text is, and its records.
//!
//! [`detect`] looks at how a text begins; [`read`] hands it to the reader of its kind. Reading never
//! fails as a whole: what cannot be read is a record of its own, with its reason.

mod api;
mod csv;
mod formula;
mod json;
mod lines;
mod list;
mod portal;
mod records;

use serde::{Deserialize, Serialize};

use crate::{
    diagnostic::{Finding, Place},
    text::Decoded,
};

pub use formula::{guarded, unguarded};
pub use records::{Cell, Form, Intake, MOST_RECORDS, Record, Records, Span, Written};

pub(crate) use csv::{line_breaks, unquoted};
pub(crate) use lines::column;
pub(crate) use records::small;

/// What a text is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A table whose header names an `indicatorValue`, as the portal's CSV does.
    PortalCsv,
    /// The API's own JSON.
    ApiJson,
    /// A text with the API's JSON inside, such as a documentation page.
    PageWithJson,
    /// One value a line.
    List,
}

impl SourceKind {
    /// What a user is shown.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PortalCsv => "portal CSV",
            Self::ApiJson => "API JSON",
            Self::PageWithJson => "page with API JSON",
            Self::List => "list",
        }
    }
}

/// What a text is, by how it begins and what it holds. Its name decides only whether a text that
/// begins with a bracket is broken JSON or a list.
#[must_use]
pub fn detect(name: &str, decoded: &Decoded) -> SourceKind {
    let text = decoded.body();
    let is_called_json = name.to_ascii_lowercase().ends_with(".json");
    let opens = text.trim_start().starts_with(['{', '[']);
    if begins_as_json(text) || (is_called_json && opens) {
        SourceKind::ApiJson
    } else if portal::header(text).is_some() {
        SourceKind::PortalCsv
    } else if api::is_inside(text) {
        SourceKind::PageWithJson
    } else {
        SourceKind::List
    }
}

/// Reads a text, byte order mark left out, as what it is.
pub fn read(kind: SourceKind, text: &str, intake: &mut Intake<'_>) {
    if text.trim().is_empty() {
        intake.say(Finding::EmptyFile, Place::FILE);
    }
    match (kind, portal::header(text)) {
        (SourceKind::PortalCsv, Some(header)) => portal::read(text, &header, intake),
        (SourceKind::ApiJson, _) => api::read(text, intake),
        (SourceKind::PageWithJson, _) => api::read_inside(text, intake),
        (SourceKind::List | SourceKind::PortalCsv, _) => list::read(text, intake),
    }
}

/// Whether a text begins as a JSON object or list does. A line such as `[.]example` does not.
fn begins_as_json(text: &str) -> bool {
    let mut bytes = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    match (bytes.next(), bytes.next()) {
        (Some(b'{'), Some(b'"' | b'}')) | (Some(b'{' | b'['), None) => true,
        (Some(b'['), Some(next)) => matches!(
            next,
            b'{' | b'[' | b'"' | b']' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n'
        ),
        _ => false,
    }
}
