//! Small columns of a checked row: where its value stands, which changes it has, which row is its twin.

use std::iter;

use crate::{
    change::{Change, ChangeKind, Field},
    source::Span,
};

/// Where a row's value stands: in the source, or in the buffer of what was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    span: Span,
    is_made: bool,
}

impl Held {
    /// Holds `value`: as a piece of `text` where it is one, else as a copy in `made`.
    pub(super) fn of(value: &str, text: &str, made: &mut String) -> Self {
        if let Some(span) = piece(value, text) {
            return Self {
                span,
                is_made: false,
            };
        }
        let start = made.len();
        made.push_str(value);
        Self {
            span: Span::of(start, made.len()),
            is_made: true,
        }
    }

    pub(super) fn text<'l>(&self, text: &'l str, made: &'l str) -> &'l str {
        self.span.in_text(if self.is_made { made } else { text })
    }
}

/// Where `value` stands in `text`, if it is a piece of it.
fn piece(value: &str, text: &str) -> Option<Span> {
    let offset = value.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    let end = offset.checked_add(value.len())?;
    (end <= text.len()).then(|| Span::of(offset, end))
}

/// Which kinds of changes a row has, and whether its value or action changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ChangeSet(u32);

impl ChangeSet {
    const OF_VALUE_OR_ACTION: u32 = 1 << 31;

    pub(super) fn add(&mut self, change: &Change) {
        self.0 |= 1 << change.kind as u32;
        if matters(change) {
            self.0 |= Self::OF_VALUE_OR_ACTION;
        }
    }

    pub(super) const fn has(self, kind: ChangeKind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    /// The kinds in it, in the order of their declaration.
    pub(super) fn iter(self) -> impl Iterator<Item = ChangeKind> {
        let kinds = self.0 & !Self::OF_VALUE_OR_ACTION;
        let without_lowest = |left: &u32| Some(left & left.checked_sub(1)?);
        let left = iter::successors(Some(kinds), without_lowest).take_while(|left| *left != 0);
        left.filter_map(|left| ChangeKind::ALL.get(left.trailing_zeros() as usize).copied())
    }

    pub(super) const fn matters(self) -> bool {
        self.0 & Self::OF_VALUE_OR_ACTION != 0
    }
}

/// Whether a change is one of what is sent for which value, rather than of its spelling in a default.
fn matters(change: &Change) -> bool {
    matches!(change.field, Field::IndicatorValue | Field::Action)
        && change.kind != ChangeKind::Defaulted
}

/// A row as a number that is absent at its greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MaybeRow(u32);

impl MaybeRow {
    pub(super) const NONE: Self = Self(u32::MAX);

    pub(super) const fn some(row: u32) -> Self {
        Self(row)
    }

    pub(super) fn get(self) -> Option<u32> {
        (self.0 != u32::MAX).then_some(self.0)
    }
}
