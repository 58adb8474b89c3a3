//! Which rows pass a filter, and how many rows have what.

use crate::{
    change::{ChangeKind, Field},
    check::Verdict,
    import::Outcome,
    session::{Filter, VerdictFilter},
};

use super::Ledger;

/// How many rows have a code, and which is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeCount {
    /// The code.
    pub code: &'static str,
    /// Rows with it.
    pub count: u32,
    /// The first of them.
    pub first: u32,
}

/// How many rows were changed in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeCount {
    /// In which way.
    pub kind: ChangeKind,
    /// Rows.
    pub count: u32,
    /// The first of them.
    pub first: u32,
}

/// What rows have, counted in one pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By code of finding, in the order in which they first appear.
    pub codes: Vec<CodeCount>,
    /// By kind of change; absent kinds left out.
    pub changes: Vec<ChangeCount>,
    /// Ready rows by file; files after the last ready row left out.
    pub ready: Vec<u32>,
    /// Rows with a change of value or action.
    pub changed: u32,
    /// Rows that the user left out.
    pub left_out: u32,
}

impl Ledger {
    /// The rows that pass a filter before a run, in their order. Outcomes are no state of a ledger:
    /// see [`Ledger::select_with`].
    #[must_use]
    pub fn select(&self, filter: &Filter) -> Vec<u32> {
        self.select_with(filter, |_| None)
    }

    /// The rows that pass a filter, in their order; `outcome` says what became of a row.
    #[must_use]
    pub fn select_with<'o>(
        &self,
        filter: &Filter,
        outcome: impl Fn(u32) -> Option<&'o Outcome>,
    ) -> Vec<u32> {
        let text = Needle::new(&filter.text);
        (0..self.len())
            .filter(|&row| self.is_of(row, filter))
            .filter(|&row| self.is_in_state(row, filter.verdict, &outcome))
            .filter(|&row| text.is_empty() || self.holds(row, &text))
            .collect()
    }

    fn is_of(&self, row: u32, filter: &Filter) -> bool {
        let Some(checked) = self.brief(row) else {
            return false;
        };
        filter
            .indicator_type
            .is_none_or(|kind| checked.indicator_type == Some(kind))
            && filter
                .action
                .is_none_or(|action| checked.action == Some(action))
            && filter.change.is_none_or(|kind| checked.changes.has(kind))
            && (!filter.changed || checked.changes.matters())
            && filter
                .code
                .as_deref()
                .is_none_or(|code| self.has_code(row, code))
    }

    /// Whether a row has a finding of this code.
    #[must_use]
    pub fn has_code(&self, row: u32, code: &str) -> bool {
        if self.twin_code(row) == Some(code) || self.weaker_code(row) == Some(code) {
            return true;
        }
        match (self.codes.number(code), self.brief(row)) {
            (Some(number), Some(checked)) => checked.codes.has(number),
            _ => false,
        }
    }

    fn is_in_state<'o>(
        &self,
        row: u32,
        state: Option<VerdictFilter>,
        outcome: impl Fn(u32) -> Option<&'o Outcome>,
    ) -> bool {
        let verdict = self.verdict(row);
        match state {
            None => true,
            Some(VerdictFilter::Ready) => verdict == Verdict::Ready,
            Some(VerdictFilter::Duplicate) => verdict == Verdict::Duplicate,
            Some(VerdictFilter::Conflict) => verdict == Verdict::Conflict,
            Some(VerdictFilter::Refused) => verdict == Verdict::Refused,
            Some(VerdictFilter::Ignored) => verdict == Verdict::Ignored,
            Some(VerdictFilter::Accepted) => matches!(outcome(row), Some(Outcome::Accepted { .. })),
            Some(VerdictFilter::Rejected) => matches!(outcome(row), Some(Outcome::Rejected { .. })),
            Some(VerdictFilter::Unconfirmed) => matches!(outcome(row), Some(Outcome::Unconfirmed)),
            Some(VerdictFilter::NotSent) => matches!(outcome(row), Some(Outcome::NotSent { .. })),
        }
    }

    /// Whether a row's value, as sent or as given, or its title holds a text.
    fn holds(&self, row: u32, text: &Needle) -> bool {
        let given = self.given_field(row, Field::IndicatorValue);
        text.is_in(self.value(row))
            || given.is_some_and(|value| text.is_in(&value))
            || self
                .stated_field(row, Field::Title)
                .is_some_and(|title| text.is_in(&title))
    }

    /// Counts what rows have.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (row, checked) in (0..).zip(&self.checked) {
            for number in checked.codes.iter() {
                tally.add_code(self.codes.name(number), row);
            }
            tally.add_code(self.twin_code(row), row);
            tally.add_code(self.weaker_code(row), row);
            if checked.verdict == Verdict::Ready {
                tally.add_ready(self.file_of(row));
            }
            tally.changed += u32::from(checked.changes.matters());
            tally.left_out += u32::from(self.is_left_out(row));
            for kind in checked.changes.iter() {
                tally.add_change(kind, row);
            }
        }
        tally
    }
}

impl Tally {
    fn add_ready(&mut self, file: u16) {
        let file = usize::from(file);
        if self.ready.len() <= file {
            self.ready.resize(file + 1, 0);
        }
        self.ready[file] += 1;
    }

    fn add_change(&mut self, kind: ChangeKind, row: u32) {
        match self.changes.iter_mut().find(|counted| counted.kind == kind) {
            Some(counted) => counted.count += 1,
            None => self.changes.push(ChangeCount {
                kind,
                count: 1,
                first: row,
            }),
        }
    }

    fn add_code(&mut self, code: Option<&'static str>, row: u32) {
        let Some(code) = code else { return };
        match self.codes.iter_mut().find(|counted| counted.code == code) {
            Some(counted) => counted.count += 1,
            None => self.codes.push(CodeCount {
                code,
                count: 1,
                first: row,
            }),
        }
    }
}

/// A text that is looked for in any case.
pub(crate) struct Needle {
    lower: String,
}

impl Needle {
    pub(crate) fn new(text: &str) -> Self {
        let lower = text.trim().to_lowercase();
        Self { lower }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lower.is_empty()
    }

    pub(crate) fn is_in(&self, text: &str) -> bool {
        if text.is_ascii() {
            let sought = self.lower.as_bytes();
            let mut windows = text.as_bytes().windows(sought.len());
            return windows.any(|window| window.eq_ignore_ascii_case(sought));
        }
        text.to_lowercase().contains(&self.lower)
    }
}
