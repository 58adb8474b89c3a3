//! The rows of a table whose columns were mapped.
//!
//! Each value in a row is a record, and all of a row's are one group: they share its other fields. A
//! row that does not fit its header is refused by itself. A header in the middle is passed over where
//! it is the same, and maps the rows below it where it is another.

use std::ops::Range;

use crate::{
    change::Field,
    diagnostic::{Diagnostic, Finding, Looks, Place},
    mapping::{Mapping, Order, suggest::suggest},
    source::{
        csv::{Ended, MOST_CELLS, RawCell},
        records::{Cell, Intake, Span, Written, small},
    },
};

use super::{
    columns::{Columns, Dates},
    dialect::facts_from,
    parts,
    sample::is_header_inside,
    scan::Scan,
    values::{Meaning, Part, cell_of, composite},
};

/// Headers that may stand in the middle of one table; each has the rows below it looked at.
const MOST_HEADERS: u8 = 50;

/// Bytes of a cell beyond which no meaning is looked for.
const LONGEST_SAID: usize = 1_024;

/// Reads a table as its mapping says, its delimiter being one byte.
pub(super) fn read(text: &str, delimiter: u8, mapping: &Mapping, intake: &mut Intake<'_>) {
    let mut rows = Rows {
        scan: Scan::new(text, delimiter),
        delimiter,
        columns: Columns::new(Vec::new(), mapping.columns.clone(), mapping.columns.len())
            .meaning(&mapping.meanings),
        headers_left: MOST_HEADERS,
        dates: Dates::from(intake),
        row: Row::default(),
        several: Vec::new(),
        intake,
    };
    if super::dialect::declared(text).is_some() {
        rows.scan.skip(Looks::Comment, rows.intake);
    }
    if let Some(line) = mapping.header {
        rows.head(line, mapping);
    }
    let lines = memchr::memchr2_iter(b'\n', b'\r', rows.scan.rest()).count();
    let known = rows.columns.fields.len() + rows.columns.values.len() + 1;
    rows.intake.reserve(lines + 1, known, text.len());
    while !rows.scan.is_end() && !rows.intake.is_full() {
        rows.step();
    }
    rows.dates.settle(rows.intake);
}

/// What one row holds; kept so that the next one need not make room again.
#[derive(Default)]
struct Row {
    /// The fields that its values share.
    shared: Vec<Cell>,
    values: Vec<Part>,
}

/// A table that is being read.
struct Rows<'t, 'i, 'r> {
    scan: Scan<'t>,
    delimiter: u8,
    columns: Columns,
    headers_left: u8,
    dates: Dates,
    row: Row,
    several: Vec<Range<usize>>,
    intake: &'i mut Intake<'r>,
}

impl Rows<'_, '_, '_> {
    /// Passes over what stands above the header, and takes in its names.
    fn head(&mut self, line: u32, mapping: &Mapping) {
        while self.scan.line < line && !self.scan.is_end() {
            let looks = match self.scan.rest() {
                [b'#', ..] | [b'/', b'/', ..] => Looks::Comment,
                [b'\n' | b'\r', ..] => Looks::Blank,
                _ => Looks::Heading,
            };
            self.scan.skip(looks, self.intake);
        }
        if self.scan.is_end() {
            return;
        }
        let marks = self.scan.rest().iter();
        let marks = marks.take_while(|b| matches!(b, b'#' | b'/' | b' ' | b'\t'));
        // A header that stands in a comment.
        if matches!(self.scan.rest().first(), Some(b'#' | b'/')) {
            self.scan.at += marks.count();
        }
        let ended = self.scan.record();
        if ended.count > MOST_CELLS {
            let (found, most) = (small(ended.count), small(MOST_CELLS));
            let finding = Finding::TooManyColumns { found, most };
            self.intake.say(finding, Place::line(line));
        }
        let names = self.scan.names();
        let count = names.len().max(mapping.columns.len());
        self.columns =
            Columns::new(names, mapping.columns.clone(), count).meaning(&mapping.meanings);
        self.scan.advance(ended.next);
    }

    fn step(&mut self) {
        match self.scan.rest() {
            [b'#', ..] | [b'/', b'/', ..] => self.scan.skip(Looks::Comment, self.intake),
            [b'\n' | b'\r', ..] => self.scan.skip(Looks::Blank, self.intake),
            _ => {
                let ended = self.scan.record();
                if !self.is_header(&ended) {
                    self.take_row(&ended);
                }
                self.scan.advance_behind(&ended);
            }
        }
    }

    /// Whether the record at hand is a header; if so, it is taken in.
    fn is_header(&mut self, ended: &Ended) -> bool {
        let value = self.columns.values.first().map(|value| value.column);
        if ended.unclosed.is_some() || !self.scan.has_word(value) {
            return false;
        }
        let names = self.scan.names();
        let is_same = self.columns.are_named(&names);
        let is_other = || is_header_inside(&names) && !self.columns.have_type_said(&names);
        if !is_same && (self.headers_left == 0 || !is_other()) {
            return false;
        }
        let (span, line) = (Span::of(self.scan.at, ended.end), self.scan.line);
        if !is_same {
            self.headers_left -= 1;
            self.dates.settle(self.intake);
            self.intake.unknown(Finding::OtherHeader, Place::line(line));
            let facts = facts_from(self.scan.text, self.delimiter, ended.next, names.len());
            let roles = suggest(&names, &facts);
            let count = names.len();
            for (finding, line) in super::skipped(&names, &roles, &facts, line) {
                self.intake.unknown(finding, Place::line(line));
            }
            self.columns = Columns::new(names, roles, count);
            self.dates = Dates::from(self.intake);
        }
        self.intake.ignored(span, line, Looks::Header);
        true
    }

    fn take_row(&mut self, ended: &Ended) {
        let (span, line) = (Span::of(self.scan.at, ended.end), self.scan.line);
        if let Some(quote) = ended.unclosed {
            self.intake.broken(span, line, self.scan.unclosed(quote));
            return;
        }
        if self.scan.are_blank() {
            self.intake.ignored(span, line, Looks::Blank);
            return;
        }
        if self.delimiter == b'|' && self.scan.is_rule() {
            self.intake.ignored(span, line, Looks::NoValue);
            return;
        }
        if let Some(finding) = self.misfit(ended.count) {
            let found = Diagnostic::new(finding, Place::line(line));
            self.intake.broken(span, line, found);
            return;
        }
        if self.is_for_the_record() {
            let found = Diagnostic::new(Finding::NotForDetection, Place::line(line));
            self.intake.pass_over(span, line, found);
            return;
        }
        self.find_values();
        if self.row.values.is_empty() {
            self.intake.ignored(span, line, Looks::NoValue);
            return;
        }
        self.share();
        if self.row.values.len() > 1 {
            self.intake.begin_group();
        }
        self.emit(span, line);
        self.intake.end_group();
    }

    /// Why the row does not fit the header, if so. Blank cells behind the last column do no harm.
    fn misfit(&self, found: usize) -> Option<Finding> {
        let columns = &self.columns;
        let (least, found_cells) = (small(columns.least), small(found));
        if found < columns.least {
            return Some(Finding::CellsMissing {
                expected: least,
                found: found_cells,
            });
        }
        let mut extra = self.scan.cells.iter().skip(columns.most);
        let is_extra = !extra.all(|cell| self.scan.is_blank(cell)) || found > MOST_CELLS;
        is_extra.then_some(Finding::CellsExtra {
            expected: small(columns.most),
            found: found_cells,
        })
    }

    /// Whether the row says that it is not meant for detection (MISP's `to_ids`).
    fn is_for_the_record(&self) -> bool {
        let cell = self.columns.to_ids.and_then(|at| self.scan.cells.get(at));
        cell.is_some_and(|cell| {
            let text = self.scan.content(cell);
            matches!(text.trim(), "0") || text.trim().eq_ignore_ascii_case("false")
        })
    }

    /// The fields that the row's values share.
    fn share(&mut self) {
        self.row.shared.clear();
        self.say();
        let said = self.row.shared.len();
        for &(column, field) in &self.columns.fields {
            if self.row.shared[..said]
                .iter()
                .any(|cell| cell.field == field)
            {
                continue;
            }
            let Some(cell) = self
                .scan
                .cells
                .get(column)
                .filter(|cell| cell.start < cell.end)
            else {
                continue;
            };
            let mut written = cell.written;
            if field == Field::ExpirationTime && written == Written::Guarded {
                let text = &self.scan.text[cell.start..cell.end];
                if !is_iso(text) {
                    self.dates.note(text);
                    written = Written::Date(Order::Open);
                }
            }
            let span = Span::of(cell.start, cell.end);
            self.row.shared.push(Cell {
                span,
                field,
                written,
            });
        }
    }

    /// The action and the severity that the user says the row's texts mean.
    fn say(&mut self) {
        for meaning in &self.columns.meanings {
            let Some(cell) = self.scan.cells.get(usize::from(meaning.column)) else {
                continue;
            };
            if cell.end - cell.start > LONGEST_SAID || !meaning.is_of(&self.scan.content(cell)) {
                continue;
            }
            let action = meaning.action.map(Written::Action);
            let severity = meaning.severity.map(Written::Severity);
            let said = [(Field::Action, action), (Field::Severity, severity)];
            for (field, written) in said {
                let Some(written) = written else { continue };
                if self.row.shared.iter().all(|cell| cell.field != field) {
                    self.row.shared.push(Cell {
                        span: Span::of(cell.start, cell.end),
                        field,
                        written,
                    });
                }
            }
        }
    }

    /// The values of the row, in the order of columns.
    fn find_values(&mut self) {
        self.row.values.clear();
        let type_cell = self.columns.type_column;
        let type_cell = type_cell.and_then(|at| self.scan.cells.get(at)).copied();
        for value in &self.columns.values {
            let Some(cell) = self.scan.cells.get(value.column).copied() else {
                continue;
            };
            if self.scan.is_blank(&cell) {
                continue;
            }
            let type_cell = type_cell.filter(|_| value.is_typed && value.kind.is_none());
            if let Some(type_cell) = type_cell
                && composite(self.scan.text, &cell, &type_cell, &mut self.row.values)
            {
                continue;
            }
            parts::find(self.scan.text, &cell, &mut self.several);
            for part in &self.several {
                let meaning = match (value.kind, type_cell) {
                    (Some(kind), _) => Meaning::Type(kind),
                    (None, Some(cell)) => Meaning::SaidBy(cell_of(&cell, Field::IndicatorType)),
                    (None, None) => Meaning::Bare,
                };
                let cell = RawCell {
                    start: part.start,
                    end: part.end,
                    ..cell
                };
                let cell = cell_of(&cell, Field::IndicatorValue);
                self.row.values.push(Part { cell, meaning });
            }
        }
    }

    fn emit(&mut self, span: Span, line: u32) {
        let (intake, given) = (&mut *self.intake, self.columns.given);
        for part in &self.row.values {
            intake.cell(part.cell);
            if let Meaning::Other(looks) = part.meaning {
                intake.ignored(span, line, looks);
                continue;
            }
            for &cell in &self.row.shared {
                intake.cell(cell);
            }
            match part.meaning {
                Meaning::Type(kind) => intake.record_of(span, line, kind, given),
                Meaning::SaidBy(cell) => {
                    intake.cell(cell);
                    intake.record(span, line, given);
                }
                _ => intake.record(span, line, given),
            }
        }
    }
}

/// Whether a date begins as `2027-01-31` does, which the checks read; not where its time stands behind
/// a blank, as databases and spreadsheets write it.
fn is_iso(text: &str) -> bool {
    let text = text.trim().as_bytes();
    text.get(4) == Some(&b'-') && text.get(7) == Some(&b'-') && text.get(10) != Some(&b' ')
}
