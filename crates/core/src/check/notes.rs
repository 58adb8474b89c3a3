//! What is noted about one record while it is checked.

use std::borrow::Cow;

use crate::{
    change::{Change, ChangeKind, Field},
    diagnostic::{Diagnostic, Finding, Gravity, Place},
};

/// The changes and findings of one record. Empty, it costs nothing.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    line: u32,
    pub(crate) changes: Vec<Change>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Notes {
    /// Nothing noted yet of the record at `line`.
    pub(crate) fn at(line: u32) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    pub(crate) fn find(&mut self, field: Field, finding: Finding) {
        self.diagnostics
            .push(Diagnostic::new(finding, Place::field(self.line, field)));
    }

    pub(crate) fn find_value(&mut self, finding: Finding) {
        self.find(Field::IndicatorValue, finding);
    }

    pub(crate) fn change(
        &mut self,
        kind: ChangeKind,
        field: Field,
        before: impl Into<Cow<'static, str>>,
        after: impl Into<Cow<'static, str>>,
    ) {
        self.changes.push(Change::new(kind, field, before, after));
    }

    pub(crate) fn change_value(
        &mut self,
        kind: ChangeKind,
        before: impl Into<Cow<'static, str>>,
        after: impl Into<Cow<'static, str>>,
    ) {
        self.change(kind, Field::IndicatorValue, before, after);
    }

    /// Whether anything keeps the record back.
    pub(crate) fn refused(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|found| found.gravity() == Gravity::Error)
    }
}
