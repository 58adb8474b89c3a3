//! Which of the formats written in JSON a text is.
//!
//! The first objects tell: their keys, and how a type and an id go together. No more is read than is
//! needed to know; a text that is broken before it tells is taken for the API's own, whose reader
//! says what is wrong.

use crate::message::made::expected;

use super::{
    SourceKind,
    json::{Broken, Scanner, Value},
};

/// The most elements of a list that are looked at.
const MOST_ELEMENTS: usize = 8;

/// Which format the JSON of `text` is.
pub(super) fn of(text: &str) -> SourceKind {
    let mut look = Look { text, found: None };
    // Looking ends with an error where it ends early.
    let _ = look.value(&mut Scanner::new(text, 0), 1);
    look.found.unwrap_or(SourceKind::ApiJson)
}

struct Look<'t> {
    text: &'t str,
    found: Option<SourceKind>,
}

/// What stands in an object's `type` and `id`.
#[derive(Default)]
struct Named<'t> {
    kind: Option<&'t str>,
    id: Option<&'t str>,
}

impl<'t> Look<'t> {
    /// Looks at what is next; ends with an error once the format is known.
    fn value(&mut self, scanner: &mut Scanner<'t>, level: u32) -> Result<(), Broken> {
        match scanner.peek() {
            Some(b'{') => self.object(scanner, level),
            Some(b'[') => {
                let mut left = MOST_ELEMENTS;
                scanner.elements(level, |scanner| {
                    left = left.saturating_sub(1);
                    if left == 0 {
                        return Err(scanner.broken(expected::NO_MORE));
                    }
                    self.value(scanner, level + 1)
                })
            }
            _ => scanner.value(level).map(drop),
        }
    }

    fn object(&mut self, scanner: &mut Scanner<'t>, level: u32) -> Result<(), Broken> {
        let mut named = Named::default();
        scanner.members(level, |scanner, key| {
            let next = scanner.peek();
            let name = self.content(key);
            self.found = match (name, next) {
                ("spec_version", _) => Some(SourceKind::Stix),
                ("Event", Some(b'{'))
                | ("Attribute", Some(b'['))
                | ("to_ids" | "object_relation", _) => Some(SourceKind::Misp),
                ("indicatorValue" | "Indicators", _) => Some(SourceKind::ApiJson),
                _ => None,
            };
            if self.found.is_some() {
                return Err(scanner.broken(expected::NO_MORE));
            }
            if matches!(name, "objects" | "response" | "value") {
                return self.value(scanner, level + 1);
            }
            let value = scanner.value(level + 1)?;
            match name {
                "type" => named.kind = Some(self.content(value)),
                "id" => named.id = Some(self.content(value)),
                _ => return Ok(()),
            }
            if is_stix(&named) {
                self.found = Some(SourceKind::Stix);
                return Err(scanner.broken(expected::NO_MORE));
            }
            Ok(())
        })
    }

    /// A string without its quotation marks.
    fn content(&self, value: Value) -> &'t str {
        self.text
            .get(value.start + 1..value.end.saturating_sub(1))
            .unwrap_or_default()
    }
}

/// Whether an object is one of STIX: its id begins with its type and two dashes (STIX 2.1, section
/// 2.9).
fn is_stix(named: &Named<'_>) -> bool {
    let (Some(kind), Some(id)) = (named.kind, named.id) else {
        return false;
    };
    !kind.is_empty()
        && id
            .strip_prefix(kind)
            .is_some_and(|rest| rest.starts_with("--"))
}
