//! What a text is: the first of [`STEPS`] that it looks like.
//!
//! The order goes from what can hardly be mistaken to what anything could be. A step looks at how the
//! text begins and at what it holds; the file's name only helps where the text leaves it open.

use crate::text::Decoded;

use super::{SourceKind, api, hosts, later, list, openioc, prose, table};

/// A text that is to be recognised.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'t> {
    /// The name of its file.
    pub(super) name: &'t str,
    /// All of it, byte order mark left out.
    pub(super) text: &'t str,
}

/// A kind of source and whether a text looks like it.
type Step = (SourceKind, fn(Look<'_>) -> bool);

/// Every kind that can be told, in the order in which they are asked.
const STEPS: [Step; 8] = [
    // A bracket and what may follow it in JSON; no list begins so. Its shape says which JSON.
    (SourceKind::ApiJson, is_json),
    // The first element of XML.
    (SourceKind::OpenIoc, |look| openioc::looks_like(look.text)),
    // A header that names the API's own field.
    (SourceKind::PortalCsv, |look| {
        table::portal::header(look.text).is_some()
    }),
    // Any text around JSON; behind tables, whose cells may hold JSON.
    (SourceKind::PageWithJson, |look| api::is_inside(look.text)),
    // An address and a name on each line. Before tables: a tab may stand between the two.
    (SourceKind::Hosts, |look| hosts::looks_like(look.text)),
    // Rows whose cells agree. Behind what has a form of its own, before any line by itself.
    (SourceKind::Table, |look| {
        table::is_one(look.name, look.text)
    }),
    // Lines with more than one value could be.
    (SourceKind::Prose, |look| prose::is_prose(look.text)),
    // One value a line, which a text of words is not.
    (SourceKind::List, |look| list::looks_like(look.text)),
];

/// What a text is.
#[must_use]
pub fn detect(name: &str, decoded: &Decoded) -> SourceKind {
    let look = Look {
        name,
        text: decoded.body(),
    };
    STEPS
        .iter()
        .find(|(_, looks_like)| looks_like(look))
        .map_or(SourceKind::List, |&(kind, _)| match kind {
            SourceKind::ApiJson => later::shape(look.text),
            kind => kind,
        })
}

/// Whether the text begins as JSON does, or is called so and opens a bracket: then it is broken JSON.
pub(super) fn is_json(look: Look<'_>) -> bool {
    let is_called_json = look.name.to_ascii_lowercase().ends_with(".json");
    let opens = look.text.trim_start().starts_with(['{', '[']);
    begins_as_json(look.text) || (is_called_json && opens)
}

/// Whether a text begins as a JSON object or list does. A line such as `[.]example` does not.
pub(super) fn begins_as_json(text: &str) -> bool {
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
