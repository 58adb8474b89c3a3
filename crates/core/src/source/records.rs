//! What readers write: records and cells as spans of one text.
//!
//! A cell is where it stands and how it is written, never a `String` of its own. Cells of a record
//! follow one another; a record knows where its own end.

use rustc_hash::FxHashMap;

use crate::{
    change::{Field, Fields},
    diagnostic::{Diagnostic, Finding, Looks, Place},
    indicator::{Action, IndicatorType, Severity},
    mapping::Order,
};

use crate::undo::Task;

use super::Mention;

/// The most records that are held at a time; a million is promised, and more than this is a mistake.
pub const MOST_RECORDS: u32 = 8_000_000;

/// Bytes of a short cell. Shorter ones are read as well; room for them is made on the way.
const SHORT_CELL: usize = 8;

/// The most unknown columns or keys of one file that get a line each.
const MOST_UNKNOWN: usize = 20;

/// A piece of the text, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Its first byte.
    pub start: u32,
    /// Its length.
    pub len: u32,
}

impl Span {
    /// The piece from `start` to `end`. Texts are held under 4 GiB, so nothing is cut off.
    #[must_use]
    pub fn of(start: usize, end: usize) -> Self {
        Self {
            start: small(start),
            len: small(end.saturating_sub(start)),
        }
    }

    /// The text that it covers; nothing where it covers none.
    #[must_use]
    pub fn in_text(self, text: &str) -> &str {
        let start = self.start as usize;
        text.get(start..start + self.len as usize)
            .unwrap_or_default()
    }
}

/// A count or an offset as it is held. Texts and records are bounded below `u32::MAX`.
pub(crate) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// How a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// As it reads.
    Plain,
    /// As it reads, in a table, where an apostrophe may guard it against spreadsheets.
    Guarded,
    /// From after an opening quotation mark of a CSV cell, with doubled marks in it.
    Quoted,
    /// Inside a JSON string, with escapes.
    Escaped,
    /// In the source of a page, with `&amp;` for `&`.
    Entities,
    /// A JSON array of strings, brackets included.
    List,
    /// Inside an XML document, with entities.
    Xml,
    /// Inside a text of a STIX pattern, which stands inside a JSON string: with escapes of both.
    Pattern,
    /// A date as spreadsheets write it, in a column whose dates stand in this order.
    Date(Order),
    /// A text of a table that the user says means this action.
    Action(Action),
    /// A text of a table that the user says means this severity.
    Severity(Severity),
}

/// One field of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands.
    pub span: Span,
    /// Which field it is.
    pub field: Field,
    /// How it is written.
    pub written: Written,
}

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Fields, from a source that has these.
    Fields(Fields),
    /// A value in a running text.
    Mention(Mention),
    /// Something that is to be done to an indicator of the tenant.
    Task(Task),
    /// Nothing to import.
    Ignored(Looks),
    /// Nothing to import, for the reason that is kept beside.
    PassedOver,
    /// Not readable; the finding is kept beside.
    Broken,
}

/// One thing read from the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// The whole record in the text.
    pub span: Span,
    /// Its first line in its file, from 1.
    pub line: u32,
    /// One past its last cell.
    pub cells_end: u32,
    /// The first record that speaks of the same file or object as this one: of one row of a table,
    /// one pattern or one object of an event. Itself where it stands alone.
    pub group: u32,
    /// Its file, from 0.
    pub file: u16,
    /// The type that the user says its column holds.
    pub given_type: Option<IndicatorType>,
    /// What it is.
    pub form: Form,
}

/// Everything read, file after file.
#[derive(Clone, Debug, Default)]
pub struct Records {
    all: Vec<Record>,
    cells: Vec<Cell>,
    /// Of rows that are broken or passed over the reason, of others what is to be known.
    beside: FxHashMap<u32, Diagnostic>,
}

impl Records {
    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&Record> {
        self.all.get(row)
    }

    /// The cells of one of them.
    #[must_use]
    pub fn cells(&self, row: usize) -> &[Cell] {
        let start = match row.checked_sub(1) {
            Some(before) => self.all[before].cells_end,
            None => 0,
        };
        &self.cells[start as usize..self.all[row].cells_end as usize]
    }

    /// What its reader found about one of them: why it could not be read or is passed over, or what
    /// is to be known where it is imported.
    #[must_use]
    pub fn beside(&self, row: u32) -> Option<&Diagnostic> {
        self.beside.get(&row)
    }

    /// Has the records from `row` on stand in other lines.
    pub(crate) fn renumber(&mut self, row: usize, line: impl Fn(u32) -> u32) {
        for record in self.all.iter_mut().skip(row) {
            record.line = line(record.line);
        }
        for (&at, found) in &mut self.beside {
            if at as usize >= row {
                found.place.line = line(found.place.line);
            }
        }
    }

    /// Takes off the records from `row` on.
    pub(crate) fn split_off(&mut self, row: usize) -> Tail {
        let row = row.min(self.all.len());
        let first_cell = match row.checked_sub(1) {
            Some(before) => self.all[before].cells_end,
            None => 0,
        };
        let first = small(row);
        let beside = self.beside.extract_if(|&row, _| row >= first).collect();
        Tail {
            records: Self {
                all: self.all.split_off(row),
                cells: self.cells.split_off(first_cell as usize),
                beside,
            },
            first,
            first_cell,
        }
    }

    /// Puts records behind these, as they followed the ones before.
    pub(crate) fn append(&mut self, tail: Tail) {
        let (first, first_cell) = (small(self.all.len()), small(self.cells.len()));
        let moved = |row: u32| row - tail.first + first;
        self.all
            .extend(tail.records.all.into_iter().map(|record| Record {
                cells_end: record.cells_end - tail.first_cell + first_cell,
                group: moved(record.group),
                ..record
            }));
        self.cells.extend(tail.records.cells);
        let beside = tail.records.beside.into_iter();
        self.beside
            .extend(beside.map(|(row, found)| (moved(row), found)));
    }

    /// Takes in one file's records, whose text begins at `base`.
    pub fn intake(&mut self, file: u16, base: usize) -> Intake<'_> {
        Intake {
            into: self,
            file,
            base: small(base),
            group: None,
            diagnostics: Vec::new(),
            unknown: 0,
            full: false,
        }
    }
}

/// Records that were taken off others; they count from where they stood.
#[derive(Debug)]
pub(crate) struct Tail {
    records: Records,
    first: u32,
    first_cell: u32,
}

/// One file on its way in. Readers count from the start of that file's text.
#[derive(Debug)]
pub struct Intake<'r> {
    into: &'r mut Records,
    file: u16,
    base: u32,
    /// Set while records of one group are read.
    group: Option<u32>,
    diagnostics: Vec<Diagnostic>,
    unknown: usize,
    full: bool,
}

impl Intake<'_> {
    /// Makes room, so that a large file does not grow it in steps: for so many records of so many
    /// cells each in a text of so many bytes. Lines may be blank; no more room is made than a text
    /// of this size with short cells needs.
    pub fn reserve(&mut self, records: usize, cells: usize, bytes: usize) {
        let records = records.min(MOST_RECORDS as usize);
        self.into.all.reserve(records);
        let cells = records.saturating_mul(cells).min(bytes / SHORT_CELL);
        self.into.cells.reserve(cells);
    }

    /// Records read so far, of all files.
    #[must_use]
    pub fn count(&self) -> usize {
        self.into.all.len()
    }

    /// Whether no more records fit.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// From here on, until [`Intake::end_group`], records speak of one file or object.
    pub fn begin_group(&mut self) {
        self.group = Some(small(self.into.all.len()));
    }

    /// From here on each record stands alone again.
    pub fn end_group(&mut self) {
        self.group = None;
    }

    /// Adds a cell to the record that is being read.
    pub fn cell(&mut self, mut cell: Cell) {
        cell.span.start += self.base;
        self.into.cells.push(cell);
    }

    /// Ends a record with the cells added since the last one.
    pub fn record(&mut self, span: Span, line: u32, fields: Fields) {
        self.push(span, line, None, Form::Fields(fields));
    }

    /// Ends a record whose type the user has said.
    pub fn record_of(&mut self, span: Span, line: u32, kind: IndicatorType, fields: Fields) {
        let fields = fields.with(Field::IndicatorType);
        self.push(span, line, Some(kind), Form::Fields(fields));
    }

    /// Cells added so far, of all files.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.into.cells.len()
    }

    /// Says of the cells from `first` on in which order their dates stand.
    pub fn order_dates(&mut self, first: usize, order: Order) {
        for cell in self.into.cells.iter_mut().skip(first) {
            if let Written::Date(of_cell) = &mut cell.written {
                *of_cell = order;
            }
        }
    }

    /// Ends a record of a value in a running text, whose words may name its type.
    pub fn mention(
        &mut self,
        span: Span,
        line: u32,
        given_type: Option<IndicatorType>,
        mention: Mention,
    ) {
        self.push(span, line, given_type, Form::Mention(mention));
    }

    /// Ends a record of what is to be done to an indicator of the tenant.
    pub(crate) fn task(&mut self, span: Span, line: u32, task: Task) {
        self.push(span, line, None, Form::Task(task));
    }

    /// Ends a record that holds nothing to import.
    pub fn ignored(&mut self, span: Span, line: u32, looks: Looks) {
        self.push(span, line, None, Form::Ignored(looks));
    }

    /// Ends a record that cannot be read; cells added to it are kept for what they may tell.
    pub fn broken(&mut self, span: Span, line: u32, finding: Diagnostic) {
        self.note(finding);
        self.push(span, line, None, Form::Broken);
    }

    /// Ends a record that holds nothing to import, for a reason of its own.
    pub fn pass_over(&mut self, span: Span, line: u32, finding: Diagnostic) {
        self.note(finding);
        self.push(span, line, None, Form::PassedOver);
    }

    /// Keeps what is found about the record that is being read.
    pub fn note(&mut self, finding: Diagnostic) {
        if self.into.all.len() < MOST_RECORDS as usize {
            let row = small(self.into.all.len());
            self.into.beside.insert(row, finding);
        }
    }

    /// Says something about the file.
    pub fn say(&mut self, finding: Finding, place: Place) {
        self.diagnostics.push(Diagnostic::new(finding, place));
    }

    /// Says that a name is unknown, the first times; then only counts.
    pub fn unknown(&mut self, finding: Finding, place: Place) {
        self.unknown += 1;
        if self.unknown <= MOST_UNKNOWN {
            self.say(finding, place);
        }
    }

    /// Ends the file: what is to be said about it as a whole.
    #[must_use]
    pub fn finish(mut self) -> Vec<Diagnostic> {
        if let Some(more) = self.unknown.checked_sub(MOST_UNKNOWN).filter(|&n| n > 0) {
            let count = small(more);
            self.say(Finding::MoreUnknown { count }, Place::FILE);
        }
        self.diagnostics
    }

    fn push(&mut self, mut span: Span, line: u32, given_type: Option<IndicatorType>, form: Form) {
        if self.into.all.len() >= MOST_RECORDS as usize {
            if !self.full {
                let most = MOST_RECORDS;
                self.say(Finding::TooManyRecords { most }, Place::line(line));
            }
            self.full = true;
            return;
        }
        span.start += self.base;
        self.into.all.push(Record {
            span,
            line,
            cells_end: small(self.into.cells.len()),
            group: self.group.unwrap_or(small(self.into.all.len())),
            file: self.file,
            given_type,
            form,
        });
    }
}
