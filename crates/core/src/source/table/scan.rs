//! One pass over the rows of a table, with the line of each.

use std::borrow::Cow;

use crate::{
    diagnostic::{Diagnostic, Finding, Looks, Place},
    source::{
        csv::{Ended, RawCell, Reader, line_breaks, unquoted},
        records::{Intake, Span, Written},
    },
};

/// The longest word that may stand in a header where a value stands in other rows. An MD5 is longer.
const LONGEST_WORD: usize = 31;

/// Where reading stands.
#[derive(Clone, Debug)]
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    reader: Reader<'t>,
    /// The cells of the record at hand.
    pub(super) cells: Vec<RawCell>,
    /// Where it begins.
    pub(super) at: usize,
    /// Its first line, from 1.
    pub(super) line: u32,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str, delimiter: u8) -> Self {
        Self {
            text,
            reader: Reader::new(text, delimiter),
            cells: Vec::new(),
            at: 0,
            line: 1,
        }
    }

    pub(super) fn is_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// What stands at the begin of the next record.
    pub(super) fn rest(&self) -> &'t [u8] {
        &self.text.as_bytes()[self.at..]
    }

    /// Reads the cells of the record at hand.
    pub(super) fn record(&mut self) -> Ended {
        self.reader.record(self.at, &mut self.cells)
    }

    pub(super) fn advance(&mut self, next: usize) {
        self.line += line_breaks(&self.text.as_bytes()[self.at..next]);
        self.at = next;
    }

    /// Goes on behind the record at hand.
    pub(super) fn advance_behind(&mut self, record: &Ended) {
        if record.may_break {
            return self.advance(record.next);
        }
        self.line += u32::from(record.next > record.end);
        self.at = record.next;
    }

    /// Passes over the line at hand.
    pub(super) fn pass(&mut self) {
        let ended = self.reader.ended(self.reader.line_end(self.at));
        self.advance(ended.next);
    }

    /// Takes in a line that is no row.
    pub(super) fn skip(&mut self, looks: Looks, intake: &mut Intake<'_>) {
        let ended = self.reader.ended(self.reader.line_end(self.at));
        intake.ignored(Span::of(self.at, ended.end), self.line, looks);
        self.advance(ended.next);
    }

    pub(super) fn content(&self, cell: &RawCell) -> Cow<'t, str> {
        content(self.text, cell)
    }

    /// The names in the record at hand, without blanks around them.
    pub(super) fn names(&self) -> Vec<String> {
        names(self.text, &self.cells)
    }

    pub(super) fn is_blank(&self, cell: &RawCell) -> bool {
        let first = self.text.as_bytes()[cell.start..cell.end].first();
        !first.is_some_and(u8::is_ascii_graphic)
            && self.text[cell.start..cell.end].trim().is_empty()
    }

    pub(super) fn are_blank(&self) -> bool {
        self.cells.iter().all(|cell| self.is_blank(cell))
    }

    /// Whether the record at hand is the line that Markdown draws below a header: `|:---|---|`.
    pub(super) fn is_rule(&self) -> bool {
        let cells = self.cells.iter().filter(|cell| !self.is_blank(cell));
        cells.clone().next().is_some()
            && cells.map(|cell| self.content(cell)).all(|cell| {
                let line = cell.trim().trim_matches(':');
                line.len() > 1 && line.bytes().all(|byte| byte == b'-')
            })
    }

    /// Whether the record at hand may be a header: where rows have a value stands a word.
    pub(super) fn has_word(&self, value: Option<usize>) -> bool {
        let cell = value
            .and_then(|at| self.cells.get(at))
            .or(self.cells.last());
        cell.is_some_and(|cell| {
            let text = &self.text.as_bytes()[cell.start..cell.end];
            (1..=LONGEST_WORD).contains(&text.len())
                && text
                    .iter()
                    .all(|&b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'_' | b'-'))
        })
    }

    /// What is to be said of a record whose mark at `quote` is not closed.
    pub(super) fn unclosed(&self, quote: usize) -> Diagnostic {
        let line = self.line + line_breaks(&self.text.as_bytes()[self.at..quote]);
        Diagnostic::new(Finding::QuoteNotClosed { line }, Place::line(line))
    }
}

/// What a cell says.
pub(super) fn content<'t>(text: &'t str, cell: &RawCell) -> Cow<'t, str> {
    let raw = &text[cell.start..cell.end];
    match cell.written {
        Written::Quoted => Cow::Owned(unquoted(raw)),
        _ => Cow::Borrowed(raw),
    }
}

pub(super) fn names(text: &str, cells: &[RawCell]) -> Vec<String> {
    cells
        .iter()
        .map(|cell| content(text, cell).trim().to_owned())
        .collect()
}
