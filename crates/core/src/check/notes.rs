//! What is noted about one record while it is checked.

use std::borrow::Cow;

use crate::{
    change::{Change, ChangeKind, ChangeKinds, Field},
    diagnostic::{Diagnostic, Finding, Gravity, Place},
    source::small,
};

/// The changes and findings of one record. Empty, it costs nothing.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    line: u32,
    kept: ChangeKinds,
    pub(crate) changes: Vec<Change>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Notes {
    /// Nothing noted yet of the record at `line`, whose changes of `kept` kinds are not to be made.
    pub(crate) fn at(line: u32, kept: ChangeKinds) -> Self {
        Self {
            line,
            kept,
            ..Self::default()
        }
    }

    /// Whether what was written is kept instead of a change of this kind.
    pub(crate) fn keeps(&self, kind: ChangeKind) -> bool {
        kind.can_be_kept() && self.kept.has(kind)
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

    /// Notes a change of the value as a whole.
    pub(crate) fn change_value(
        &mut self,
        kind: ChangeKind,
        before: impl Into<Cow<'static, str>>,
        after: impl Into<Cow<'static, str>>,
    ) {
        self.change(kind, Field::IndicatorValue, before, after);
    }

    /// Notes a change of the part of the value that begins at byte `start`.
    pub(crate) fn change_part(
        &mut self,
        kind: ChangeKind,
        before: impl Into<Cow<'static, str>>,
        after: impl Into<Cow<'static, str>>,
        start: usize,
    ) {
        let change = Change::new(kind, Field::IndicatorValue, before, after);
        self.changes.push(change.of_part(start));
    }

    /// Says of the changes noted since there were `since` that they are of the part of the value that
    /// begins at byte `start`.
    pub(crate) fn are_of_part(&mut self, since: usize, start: usize) {
        for change in self.changes.iter_mut().skip(since) {
            change.at = vec![small(start)];
        }
    }

    /// Forgets the changes of a value that could not be read as anything: it is shown as given.
    pub(crate) fn forget_value(&mut self) {
        self.changes
            .retain(|change| change.field != Field::IndicatorValue);
    }

    /// Whether anything keeps the record back.
    pub(crate) fn refused(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|found| found.gravity() == Gravity::Error)
    }
}
