//! The portal's CSV, and any table whose header names an `indicatorValue`.
//!
//! Columns are found by name, in any order and case (portal import page, 2022-11; its older columns
//! too). A row that does not fit the header is refused by itself; the next one is unharmed.

use crate::{
    change::{Field, Fields},
    diagnostic::{Diagnostic, Finding, Looks, Place, excerpt},
    mapping,
};

use super::{
    csv::{Ended, MOST_CELLS, RawCell, Reader, line_breaks, unquoted},
    records::{Cell, Intake, Span, Written, small},
};

/// Characters that may stand between cells.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The header of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// What stands between cells.
    delimiter: u8,
    /// Where the header row begins.
    start: usize,
}

/// Finds the header of a table: the first row that is neither blank nor a comment, if one of its
/// cells is `indicatorValue`.
pub(super) fn header(text: &str) -> Option<Header> {
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

/// Where the first row begins that is neither blank nor a comment.
fn first_row(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let content = line.trim();
        if !content.is_empty() && !content.starts_with('#') {
            return Some(start);
        }
        start += line.len();
    }
    None
}

fn name_field(text: &str, cell: &RawCell) -> Option<Field> {
    mapping::field(&name(text, cell))
}

fn name(text: &str, cell: &RawCell) -> String {
    let raw = &text[cell.start..cell.end];
    match cell.written {
        Written::Quoted => unquoted(raw),
        _ => raw.to_owned(),
    }
}

/// Reads a table.
pub(super) fn read(text: &str, header: &Header, intake: &mut Intake<'_>) {
    let mut table = Table::new(text, header.delimiter, intake);
    while table.at < header.start {
        table.step(None);
    }
    let columns = table.columns();
    let lines = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).count();
    let known = columns.fields.iter().flatten().count();
    table.intake.reserve(lines + 1, known, text.len());
    while table.at < text.len() && !table.intake.is_full() {
        table.step(Some(&columns));
    }
}

/// What the header says.
struct Columns {
    /// How many there are, those that are not read included.
    count: usize,
    /// The field of each column.
    fields: Vec<Option<Field>>,
    /// All of them.
    given: Fields,
}

/// A table that is being read.
struct Table<'t, 'i, 'r> {
    text: &'t str,
    reader: Reader<'t>,
    cells: Vec<RawCell>,
    intake: &'i mut Intake<'r>,
    at: usize,
    line: u32,
}

impl<'t, 'i, 'r> Table<'t, 'i, 'r> {
    fn new(text: &'t str, delimiter: u8, intake: &'i mut Intake<'r>) -> Self {
        Self {
            text,
            reader: Reader::new(text, delimiter),
            cells: Vec::new(),
            intake,
            at: 0,
            line: 1,
        }
    }

    /// Reads the header row.
    fn columns(&mut self) -> Columns {
        let ended = self.reader.record(self.at, &mut self.cells);
        let mut columns = Columns {
            count: ended.count,
            fields: Vec::with_capacity(self.cells.len()),
            given: Fields::NONE,
        };
        if ended.count > MOST_CELLS {
            let (found, most) = (small(ended.count), small(MOST_CELLS));
            let finding = Finding::TooManyColumns { found, most };
            self.intake.say(finding, Place::line(self.line));
        }
        for cell in std::mem::take(&mut self.cells) {
            let field = self.column(&cell, columns.given);
            columns.fields.push(field);
            columns.given = field.map_or(columns.given, |field| columns.given.with(field));
        }
        self.advance(ended.next);
        columns
    }

    /// The field of a column, unless it has none or an earlier one holds it.
    fn column(&mut self, cell: &RawCell, given: Fields) -> Option<Field> {
        let name = name(self.text, cell);
        let place = Place::line(self.line);
        let found = mapping::field(&name);
        let name = excerpt(name.trim());
        match found {
            Some(field) if given.has(field) => {
                let finding = Finding::DuplicateColumn { name };
                self.intake.unknown(finding, place);
                None
            }
            None if !name.is_empty() => {
                let finding = Finding::UnknownColumn { name };
                self.intake.unknown(finding, place);
                None
            }
            found => found,
        }
    }

    /// Reads one record; without columns, a comment or a blank line before the header.
    fn step(&mut self, columns: Option<&Columns>) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let line = self.line;
        let next = match (bytes[start], columns) {
            (b'#', _) => self.skip(Looks::Comment),
            (b'\n' | b'\r', _) | (_, None) => self.skip(Looks::Blank),
            (_, Some(columns)) => {
                let ended = self.reader.record(start, &mut self.cells);
                self.row(columns, ended, line);
                ended.next
            }
        };
        self.advance(next);
    }

    /// Takes in a line that is no row, and says where the next one begins.
    fn skip(&mut self, looks: Looks) -> usize {
        let ended = self.reader.ended(self.reader.line_end(self.at));
        let span = Span::of(self.at, ended.end);
        self.intake.ignored(span, self.line, looks);
        ended.next
    }

    fn advance(&mut self, next: usize) {
        self.line += line_breaks(&self.text.as_bytes()[self.at..next]);
        self.at = next;
    }

    /// Takes in one row.
    fn row(&mut self, columns: &Columns, ended: Ended, line: u32) {
        let span = Span::of(self.at, ended.end);
        if let Some(quote) = ended.unclosed {
            let opened = line + line_breaks(&self.text.as_bytes()[self.at..quote]);
            let finding = Finding::QuoteNotClosed { line: opened };
            let found = Diagnostic::new(finding, Place::line(opened));
            self.intake.broken(span, line, found);
            return;
        }
        if let Some(finding) = self.misfit(columns, ended.count) {
            let found = Diagnostic::new(finding, Place::line(line));
            self.intake.broken(span, line, found);
            return;
        }
        if self.cells.iter().all(|cell| self.is_blank(cell)) {
            self.intake.ignored(span, line, Looks::Blank);
            return;
        }
        for (cell, field) in self.cells.iter().zip(&columns.fields) {
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
        self.intake.record(span, line, columns.given);
    }

    /// Why the row does not fit the header, if so. Blank cells behind the last column do no harm.
    fn misfit(&self, columns: &Columns, found: usize) -> Option<Finding> {
        let (expected_cells, found_cells) = (small(columns.count), small(found));
        if found < columns.count {
            let all_blank = self.cells.iter().all(|cell| self.is_blank(cell));
            return (!all_blank).then_some(Finding::CellsMissing {
                expected: expected_cells,
                found: found_cells,
            });
        }
        let mut extra = self.cells.iter().skip(columns.count);
        let is_extra =
            !extra.all(|cell| self.is_blank(cell)) || found > columns.count.max(MOST_CELLS);
        is_extra.then_some(Finding::CellsExtra {
            expected: expected_cells,
            found: found_cells,
        })
    }

    fn is_blank(&self, cell: &RawCell) -> bool {
        self.text[cell.start..cell.end].trim().is_empty()
    }
}
