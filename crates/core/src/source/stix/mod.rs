//! STIX 2.0 and 2.1: bundles, TAXII envelopes, lists of objects, and one object a line.
//!
//! An `indicator` with a STIX pattern gives one record for each value that the pattern compares with,
//! in their order; what is no indicator by itself is a record that is ignored, with the reason.
//! Objects of other types need no judging and are counted. Observed objects at the top say what was
//! seen, not what is bad: they are ignored beside indicators, and read where a text has none.

mod meaning;
mod object;
mod observed;
mod pattern;
mod token;

use memchr::memmem;

use crate::diagnostic::{Finding, Place};

use super::{
    json::{Broken, Scanner},
    records::Intake,
    walk::{Shape, Walk},
};

use object::Object;
pub(crate) use token::unescaped;

/// The most types of other objects that are named.
const MOST_TYPES: usize = 8;

/// Reads a text with STIX objects.
pub(in crate::source) fn read(text: &str, intake: &mut Intake<'_>) {
    let mut stix = Stix {
        reads_observed: !holds_indicator(text),
        observed: 0,
        others: Vec::new(),
    };
    let mut walk = Walk::new(text, intake, false);
    let found = walk.documents(text, &mut stix);
    if !found {
        intake.say(Finding::JsonNotIndicators, Place::FILE);
    }
    if stix.reads_observed && stix.observed > 0 {
        let records = stix.observed;
        intake.say(Finding::ObservedRead { records }, Place::FILE);
    }
    stix.say_others(intake);
}

/// Whether some object says that it is an indicator: `"type": "indicator"`, with any blanks.
fn holds_indicator(text: &str) -> bool {
    memmem::find_iter(text.as_bytes(), "\"indicator\"").any(|at| {
        let before = text[..at].trim_end().strip_suffix(':');
        before.is_some_and(|before| before.trim_end().ends_with("\"type\""))
    })
}

/// The shapes of STIX.
struct Stix {
    /// Whether what was observed counts, because no indicator is there.
    reads_observed: bool,
    /// Observed objects that were read.
    observed: u32,
    /// Types of objects that are no indicators, and how many of each.
    others: Vec<(String, u32)>,
}

impl<'t> Shape<'t> for Stix {
    fn object(
        &mut self,
        walk: &mut Walk<'t, '_, '_>,
        scanner: &mut Scanner<'t>,
        level: u32,
    ) -> Result<(), Broken> {
        let start = scanner.at;
        let line = walk.lines.line(start);
        let text = scanner.text();
        let mut object = Object::new(text, line);
        let mut is_wrapper = false;
        scanner.members(level, |scanner, key| {
            let is_list = scanner.peek() == Some(b'[');
            if is_list && &text[key.start..key.end] == "\"objects\"" {
                is_wrapper = true;
                return walk.array(scanner, self, level + 1);
            }
            let value = scanner.value(level + 1)?;
            object.add(key, value);
            Ok(())
        })?;
        object.end(start, scanner.at);
        self.take_in(walk, &object, is_wrapper);
        Ok(())
    }
}

impl Stix {
    fn take_in(&mut self, walk: &mut Walk<'_, '_, '_>, object: &Object<'_>, is_wrapper: bool) {
        let kind = object.kind();
        match &*kind {
            "indicator" => object.indicator(walk),
            "bundle" => {}
            "" if is_wrapper => {}
            "" => walk.stray(object.value()),
            "observed-data" if self.reads_observed => {
                self.observed += object.observed_data(walk);
            }
            _ if object.is_observable() && self.reads_observed => {
                self.observed += object.observable(walk);
            }
            _ if object.is_observable() => object.only_observed(walk),
            other => self.count(other),
        }
    }

    /// Counts an object by its type; types beyond those that are named are counted as one.
    fn count(&mut self, kind: &str) {
        let is_room = self.others.len() < MOST_TYPES;
        let is_named = self.others.iter().any(|(known, _)| known == kind);
        let kind = if is_named || is_room { kind } else { "" };
        match self.others.iter_mut().find(|(known, _)| known == kind) {
            Some((_, count)) => *count += 1,
            None => self.others.push((kind.to_owned(), 1)),
        }
    }

    /// Says which objects were counted only.
    fn say_others(self, intake: &mut Intake<'_>) {
        if self.others.is_empty() {
            return;
        }
        let count = self.others.iter().map(|(_, count)| count).sum();
        let mut names = String::new();
        for (kind, count) in &self.others {
            let name = if kind.is_empty() { "others" } else { kind };
            names.push_str(if names.is_empty() { "" } else { ", " });
            names.push_str(&count.to_string());
            names.push(' ');
            names.push_str(&crate::diagnostic::excerpt(name));
        }
        intake.say(Finding::OtherObjects { count, names }, Place::FILE);
    }
}
