//! The first rows of a text, and what they say of the whole: how many columns there are, which row is
//! the header, what the cells of each column look like.

use std::ops::Range;

use crate::{
    check::alone,
    mapping::{
        names::{Word, word},
        suggest::{Facts, kind_of},
    },
    order::count,
    source::csv::RawCell,
};

use super::{
    dialect::{Place, Wanted, declared},
    keep_sample, parts,
    scan::{Scan, content, names},
};

/// Rows that are looked at.
const ROWS: usize = 100;

/// Bytes from which on no more rows are looked at.
const BYTES: usize = 256 * 1024;

/// Bytes of one cell that are looked at.
const MOST_OF_A_CELL: usize = 4 * 1024;

/// A header stands within so many rows.
const HEADER_WITHIN: usize = 20;

/// The longest name of a column that a header is known by.
const LONGEST_NAME: usize = 64;

/// The first rows of a text.
pub(super) struct Sample<'t> {
    pub(super) text: &'t str,
    pub(super) rows: Vec<Row>,
    pub(super) cells: Vec<RawCell>,
    /// The last comment before the first row.
    pub(super) comment: Option<Row>,
}

#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) start: usize,
    pub(super) line: u32,
    /// Its cells in the sample's.
    pub(super) cells: Range<usize>,
}

/// A header that was found.
pub(super) struct Found {
    pub(super) place: Place,
    pub(super) cells: Range<usize>,
    /// By its names, not by its place above indicators.
    pub(super) is_known: bool,
}

impl Found {
    pub(super) fn named(row: &Row) -> Self {
        let (start, line) = (row.start, row.line);
        Self {
            place: Place { start, line },
            cells: row.cells.clone(),
            is_known: true,
        }
    }
}

impl<'t> Sample<'t> {
    /// The first rows, from the wanted line on where there is one.
    pub(super) fn of(text: &'t str, delimiter: u8, wanted: Wanted) -> Option<Self> {
        let mut scan = Scan::new(text, delimiter);
        if declared(text).is_some() {
            scan.pass();
        }
        let (Wanted::Line(line) | Wanted::Named(line)) = wanted else {
            let sample = Self::take(text, scan);
            return (!sample.rows.is_empty()).then_some(sample);
        };
        while scan.line < line && !scan.is_end() {
            scan.pass();
        }
        if scan.line != line || scan.is_end() {
            return None;
        }
        scan.at += comment_mark(scan.rest());
        Some(Self::take(text, scan))
    }

    pub(super) fn take(text: &'t str, mut scan: Scan<'t>) -> Self {
        let mut sample = Self {
            text,
            rows: Vec::new(),
            cells: Vec::new(),
            comment: None,
        };
        let from = scan.at;
        while !scan.is_end() && sample.rows.len() < ROWS && scan.at - from < BYTES {
            let mark = comment_mark(scan.rest());
            if mark > 0 && sample.rows.is_empty() {
                scan.at += mark;
                sample.comment = sample.row(&mut scan).0;
                scan.pass();
            } else if mark > 0 || matches!(scan.rest().first(), Some(b'\n' | b'\r')) {
                scan.pass();
            } else {
                let (row, next) = sample.row(&mut scan);
                sample.rows.extend(row);
                scan.advance(next);
            }
        }
        sample
    }

    /// Reads the record at hand, and says where the next one begins. Blank rows are none.
    fn row(&mut self, scan: &mut Scan<'t>) -> (Option<Row>, usize) {
        let ended = scan.record();
        let is_row = ended.unclosed.is_none() && !scan.are_blank();
        let row = is_row.then(|| {
            let first = self.cells.len();
            self.cells.extend_from_slice(&scan.cells);
            Row {
                start: scan.at,
                line: scan.line,
                cells: first..self.cells.len(),
            }
        });
        (row, ended.next)
    }

    /// The number of cells that most rows have, of those with more than one.
    pub(super) fn width(&self) -> usize {
        let mut counts = Vec::new();
        for row in &self.rows {
            count(&mut counts, row.cells.len());
        }
        let several = counts.iter().filter(|(count, _)| *count > 1);
        let most = several.max_by_key(|(_, times)| *times);
        most.or(counts.first()).map_or(1, |&(count, _)| count)
    }

    fn names(&self, row: &Row) -> Vec<String> {
        names(self.text, &self.cells[row.cells.clone()])
    }

    /// The row that is the header: one whose names are known, a comment that names as many columns,
    /// or a first row of words above indicators.
    pub(super) fn header(&self, width: usize) -> Option<Found> {
        for (at, row) in self.rows.iter().enumerate().take(HEADER_WITHIN) {
            let names = self.names(row);
            let is_wide = width == 1 || names.iter().filter(|name| !name.is_empty()).count() > 1;
            if is_wide
                && (at == 0 || width > 1)
                && is_header(&names)
                && !self.comes_again(at, &names)
            {
                return Some(Found::named(row));
            }
        }
        let comment = self.comment.as_ref().filter(|row| row.cells.len() == width);
        if let Some(row) = comment
            && width > 1
            && is_header(&self.names(row))
        {
            return Some(Found::named(row));
        }
        self.header_by_content(width)
    }

    /// Keeps the rows that the header speaks of: those behind it, up to another one.
    pub(super) fn keep_below(&mut self, header: &Found, names: &[String]) {
        self.rows.retain(|row| row.start > header.place.start);
        let other = self.rows.iter().position(|row| {
            let found = self.names(row);
            is_header_inside(&found) && !are_same(&found, names)
        });
        self.rows.truncate(other.unwrap_or(self.rows.len()));
    }

    /// Whether a word that would name a column stands in the same column again: then it is a word
    /// for a type.
    fn comes_again(&self, at: usize, names: &[String]) -> bool {
        let is_value = |name: &String| matches!(word(name), Word::Indicator(_) | Word::Perhaps);
        let columns: Vec<usize> = (0..names.len())
            .filter(|&at| is_value(&names[at]))
            .collect();
        self.rows[at + 1..].iter().any(|row| {
            let cells = &self.cells[row.cells.clone()];
            let again = |&column: &usize| {
                cells.get(column).is_some_and(|cell| {
                    let cell = content(self.text, cell);
                    cell.trim().eq_ignore_ascii_case(&names[column])
                })
            };
            columns.iter().any(again) && !are_same(&self.names(row), names)
        })
    }

    fn header_by_content(&self, width: usize) -> Option<Found> {
        let at = self.rows.iter().position(|row| row.cells.len() == width)?;
        let names = self.names(&self.rows[at]);
        let is_word = |name: &String| name.len() <= LONGEST_NAME && alone(name).is_none();
        if width < 2 || at >= HEADER_WITHIN || !names.iter().all(is_word) {
            return None;
        }
        let below = Self {
            text: self.text,
            rows: self.rows[at + 1..].to_vec(),
            cells: self.cells.clone(),
            comment: None,
        };
        let facts = below.facts(width);
        let is_above =
            |(facts, name): (&Facts, &String)| facts.are_indicators(50) && !name.is_empty();
        facts.iter().zip(&names).any(is_above).then(|| Found {
            is_known: false,
            ..Found::named(&self.rows[at])
        })
    }

    /// What the cells of so many columns are.
    pub(super) fn facts(&self, count: usize) -> Vec<Facts> {
        let mut facts = vec![Facts::default(); count];
        let mut several = Vec::new();
        for row in self.rows_of(count) {
            for (cell, facts) in row.iter().zip(&mut facts) {
                let cell = &beginning(self.text, cell);
                let text = content(self.text, cell);
                parts::find(self.text, cell, &mut several);
                let first = several.first().map_or(0..0, Clone::clone);
                let is_part = first.len() < cell.end - cell.start;
                let kind = kind_of(if is_part { &self.text[first] } else { &text });
                facts.add(&text, kind);
            }
        }
        facts
    }

    /// Some texts of so many columns.
    pub(super) fn samples(&self, count: usize) -> Vec<Vec<String>> {
        let mut samples = vec![Vec::new(); count];
        for row in self.rows_of(count) {
            for (cell, samples) in row.iter().zip(&mut samples) {
                keep_sample(&content(self.text, &beginning(self.text, cell)), samples);
            }
        }
        samples
    }

    /// The cells of the rows of a table of so many columns.
    fn rows_of(&self, count: usize) -> impl Iterator<Item = &[RawCell]> {
        let rows = self.rows.iter().map(|row| &self.cells[row.cells.clone()]);
        rows.filter(move |cells| count == 1 || cells.len() != 1)
    }
}

/// As much of a cell as tells what its column holds; no part of it is cut.
fn beginning(text: &str, cell: &RawCell) -> RawCell {
    let raw = &text[cell.start..cell.end];
    if raw.len() <= MOST_OF_A_CELL {
        return *cell;
    }
    let cut = &raw[..raw.floor_char_boundary(MOST_OF_A_CELL)];
    let end = cut.bytes().rposition(parts::is_separator);
    let end = end.unwrap_or(cut.len());
    RawCell {
        end: cell.start + end,
        ..*cell
    }
}

fn are_same(names: &[String], others: &[String]) -> bool {
    names.len() == others.len()
        && names
            .iter()
            .zip(others)
            .all(|(name, other)| name.eq_ignore_ascii_case(other))
}

/// Bytes of the mark that opens a comment, blanks behind it included.
fn comment_mark(line: &[u8]) -> usize {
    let mark = if line.starts_with(b"#") {
        1
    } else if line.starts_with(b"//") {
        2
    } else {
        return 0;
    };
    let blanks = line[mark..]
        .iter()
        .take_while(|b| matches!(b, b' ' | b'\t'));
    mark + blanks.count()
}

/// Whether a row of these names is a header at the top of a table.
fn is_header(names: &[String]) -> bool {
    let known = known(names);
    known.values > 0 && (known.is_certain || known.all > 1)
}

/// Whether a row of these names is a header in the middle of a table. A date or a figure names nothing.
pub(super) fn is_header_inside(names: &[String]) -> bool {
    let is_figure = |name: &String| {
        name.contains(|c: char| c.is_ascii_digit()) && !name.contains(char::is_alphabetic)
    };
    let known = known(names);
    known.values > 0
        && (known.all > 1 || (known.is_certain && names.len() == 1))
        && !names.iter().any(is_figure)
}

/// How much of a row is known as names of columns.
#[derive(Default)]
struct Known {
    pub(super) all: usize,
    /// Names of columns of indicators.
    pub(super) values: usize,
    /// One of these names says so for certain.
    pub(super) is_certain: bool,
}

fn known(names: &[String]) -> Known {
    let mut known = Known::default();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if name.len() > LONGEST_NAME || alone(name).is_some() {
            return Known::default();
        }
        let word = word(name);
        known.all += usize::from(word != Word::Unknown);
        known.values += usize::from(matches!(word, Word::Indicator(_) | Word::Perhaps));
        known.is_certain |= matches!(word, Word::Indicator(_));
    }
    known
}
