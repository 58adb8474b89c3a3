//! The portal's CSV, and any table whose header names an `indicatorValue`.
//!
//! Columns are found by name, in any order and case (portal import page, 2022-11; its older columns
//! too). A row that does not fit the header is refused by itself; the next one is unharmed. Where
//! files were put one behind the other their headers stand in the middle: the same is passed over,
//! another holds from there on.

use crate::{
    change::{Field, Fields},
    diagnostic::{Diagnostic, Finding, Looks, Place, excerpt},
    mapping::{
        self,
        names::{self, is_note},
    },
    source::{
        csv::{Ended, MOST_CELLS, RawCell, Reader},
        records::{Cell, Intake, Span, small},
    },
};

use super::{
    dialect::{DELIMITERS, declared},
    scan::{Scan, content},
};

/// The header of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::source) struct Header {
    /// What stands between cells.
    pub(super) delimiter: u8,
    /// Where the header row begins.
    pub(super) start: usize,
}

/// Finds the header of a table: the first row that is neither blank nor a comment, if one of its
/// cells is `indicatorValue`.
pub(in crate::source) fn header(text: &str) -> Option<Header> {
    let start = first_row(text)?;
    let mut cells = Vec::new();
    DELIMITERS.into_iter().find_map(|delimiter| {
        Reader::new(text, delimiter).record(start, &mut cells);
        cells
            .iter()
            .any(|cell| name_field(text, cell) == Some(Field::IndicatorValue))
            .then_some(Header { delimiter, start })
    })
}

/// Where the first row begins that is neither blank nor a comment, nor names the delimiter.
fn first_row(text: &str) -> Option<usize> {
    let mut start = declared(text).map_or(0, |declared| declared.next);
    for line in text[start..].split_inclusive(['\n', '\r']) {
        let content = line.trim();
        if !content.is_empty() && !content.starts_with('#') {
            return Some(start);
        }
        start += line.len();
    }
    None
}

fn name_field(text: &str, cell: &RawCell) -> Option<Field> {
    mapping::field(&content(text, cell))
}

/// Reads a table.
pub(in crate::source) fn read(text: &str, header: &Header, intake: &mut Intake<'_>) {
    let mut scan = Scan::new(text, header.delimiter);
    while scan.at < header.start {
        let looks = match scan.rest().first() {
            Some(b'\n' | b'\r') => Looks::Blank,
            _ => Looks::Comment,
        };
        scan.skip(looks, intake);
    }
    let mut table = Table {
        columns: Columns::default(),
        scan,
        intake,
    };
    let ended = table.scan.record();
    table.name_columns(&ended);
    table.scan.advance(ended.next);
    let lines = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).count();
    let known = table.columns.fields.iter().flatten().count();
    table.intake.reserve(lines + 1, known, text.len());
    while !table.scan.is_end() && !table.intake.is_full() {
        table.step();
    }
}

/// What the header says.
#[derive(Default)]
struct Columns {
    /// How many there are, those that are not read included.
    count: usize,
    /// The field of each column.
    fields: Vec<Option<Field>>,
    /// All of them.
    given: Fields,
    /// The column of the value.
    value: Option<usize>,
    /// The header as it stands.
    written: Span,
}

/// A table that is being read.
struct Table<'t, 'i, 'r> {
    scan: Scan<'t>,
    columns: Columns,
    intake: &'i mut Intake<'r>,
}

impl Table<'_, '_, '_> {
    /// Takes the record at hand for the header.
    fn name_columns(&mut self, ended: &Ended) {
        let cells = std::mem::take(&mut self.scan.cells);
        let mut columns = Columns {
            count: ended.count,
            fields: Vec::with_capacity(cells.len()),
            written: Span::of(self.scan.at, ended.end),
            ..Columns::default()
        };
        if ended.count > MOST_CELLS {
            let (found, most) = (small(ended.count), small(MOST_CELLS));
            let finding = Finding::TooManyColumns { found, most };
            self.intake.say(finding, Place::line(self.scan.line));
        }
        let names: Vec<_> = cells.iter().map(|cell| self.scan.content(cell)).collect();
        for (name, field) in names.iter().zip(names::fields(&names)) {
            let field = self.column(name, field, columns.given);
            columns.fields.push(field);
            columns.given = field.map_or(columns.given, |field| columns.given.with(field));
        }
        let is_value = |field: &Option<Field>| *field == Some(Field::IndicatorValue);
        columns.value = columns.fields.iter().position(is_value);
        self.columns = columns;
    }

    /// The field of a column, unless it has none or an earlier one holds it.
    fn column(&mut self, name: &str, field: Option<Field>, given: Fields) -> Option<Field> {
        let place = Place::line(self.scan.line);
        let name = excerpt(name.trim());
        match field {
            Some(field) if given.has(field) => {
                let finding = Finding::DuplicateColumn { name };
                self.intake.unknown(finding, place);
                None
            }
            None if !name.is_empty() && !is_note(&name) => {
                let finding = Finding::UnknownColumn { name };
                self.intake.unknown(finding, place);
                None
            }
            found => found,
        }
    }

    /// Reads one record.
    fn step(&mut self) {
        match self.scan.rest().first() {
            Some(b'#') => self.scan.skip(Looks::Comment, self.intake),
            Some(b'\n' | b'\r') => self.scan.skip(Looks::Blank, self.intake),
            _ => {
                let ended = self.scan.record();
                if !self.is_header(&ended) {
                    self.row(ended);
                }
                self.scan.advance_behind(&ended);
            }
        }
    }

    /// Takes in one row.
    fn row(&mut self, ended: Ended) {
        let (span, line) = (Span::of(self.scan.at, ended.end), self.scan.line);
        if let Some(quote) = ended.unclosed {
            self.intake.broken(span, line, self.scan.unclosed(quote));
            return;
        }
        if let Some(finding) = self.misfit(ended.count) {
            let found = Diagnostic::new(finding, Place::line(line));
            self.intake.broken(span, line, found);
            return;
        }
        if self.scan.are_blank() {
            self.intake.ignored(span, line, Looks::Blank);
            return;
        }
        for (cell, field) in self.scan.cells.iter().zip(&self.columns.fields) {
            if let Some(field) = *field
                && cell.start < cell.end
            {
                self.intake.cell(Cell {
                    span: Span::of(cell.start, cell.end),
                    field,
                    written: cell.written,
                });
            }
        }
        self.intake.record(span, line, self.columns.given);
    }

    /// Whether the record at hand is a header, by what makes the first row one; if so, it is taken in.
    fn is_header(&mut self, ended: &Ended) -> bool {
        if ended.unclosed.is_some() || !self.scan.has_word(self.columns.value) {
            return false;
        }
        let text = self.scan.text;
        let mut cells = self.scan.cells.iter();
        if !cells.any(|cell| name_field(text, cell) == Some(Field::IndicatorValue)) {
            return false;
        }
        let (span, line) = (Span::of(self.scan.at, ended.end), self.scan.line);
        let is_same = span
            .in_text(text)
            .eq_ignore_ascii_case(self.columns.written.in_text(text));
        if !is_same {
            self.intake.unknown(Finding::OtherHeader, Place::line(line));
            self.name_columns(ended);
        }
        self.intake.ignored(span, line, Looks::Header);
        true
    }

    /// Why the row does not fit the header, if so. Blank cells behind the last column do no harm.
    fn misfit(&self, found: usize) -> Option<Finding> {
        let count = self.columns.count;
        let (expected_cells, found_cells) = (small(count), small(found));
        if found < count {
            return (!self.scan.are_blank()).then_some(Finding::CellsMissing {
                expected: expected_cells,
                found: found_cells,
            });
        }
        let mut extra = self.scan.cells.iter().skip(count);
        let is_extra = !extra.all(|cell| self.scan.is_blank(cell)) || found > count.max(MOST_CELLS);
        is_extra.then_some(Finding::CellsExtra {
            expected: expected_cells,
            found: found_cells,
        })
    }
}
