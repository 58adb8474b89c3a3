//! All rows: what was read, what the checks say of it, and what the user decided.
//!
//! Bytes of files go in; verdicts, rows and their neighbours come out. Records are spans over one text
//! buffer; of a checked row only small columns are kept, and the row itself is made again when it is
//! asked for. After a change of defaults, policy or a fix every row is checked again without being
//! read again. The ledger adds up: every record ends in exactly one [`Verdict`].

mod alike;
mod assess;
mod before;
mod codes;
mod decided;
mod edit;
mod fix;
mod given;
mod groups;
mod hashes;
mod keep;
mod keys;
mod looked;
mod objects;
mod ranges;
mod reread;
mod rows;
mod said;
mod select;
mod sheet;
mod sorted;
mod steps;
pub mod tasks;
mod texts;
mod twins;

pub use before::Images;
pub use decided::{Decided, Guard, Replaced};
pub(crate) use edit::WRITABLE;
pub use looked::Looked;
pub(crate) use select::Needle;
pub use select::{ChangeCount, CodeCount, Tally};

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{
    change::Field,
    check::{Cidr, Defaults, Policy, Row, Today, Verdict},
    diagnostic::{Diagnostic, Finding, Place},
    indicator::{Action, Indicator, IndicatorType},
    session::{Counts, Twin},
    source::{self, Record, Records, SourceKind, Survey},
    text::{self, Encoding},
};

use self::{
    assess::Checked,
    codes::Codes,
    fix::{Edit, Edits},
    given::ForFile,
    hashes::Weaker,
    objects::Objects,
    ranges::Overlaps,
    steps::Steps,
    twins::Twins,
};

/// The most bytes that all files may have together: spans count in 32 bits.
pub const MOST_BYTES: u64 = 4_000_000_000;

/// Against what rows are checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// What sources are given that lack a field.
    pub defaults: Defaults,
    /// The user's decisions for all rows.
    pub policy: Policy,
    /// The moment against which expirations are judged.
    pub today: Today,
}

/// A file as it is given.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// What is in a file that is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Its bytes.
    File(Vec<u8>),
    /// What was looked at before.
    Looked(Box<Looked>),
    /// A sheet of a workbook, as comma-separated text with one record a row.
    Sheet(Vec<u8>),
    /// Nothing, for a reason; its size in bytes where it is known.
    Refused {
        /// Bytes.
        bytes: u64,
        /// The reason.
        why: Finding,
    },
}

/// A source that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it was read as; `None` where it is no text.
    pub kind: Option<SourceKind>,
    /// How it was written; `None` where it is no text.
    pub encoding: Option<Encoding>,
    /// Its size in bytes.
    pub bytes: u64,
    /// Where its text begins in the ledger's.
    base: usize,
    /// How long that text is.
    len: usize,
    /// How it was read; `None` where it is no text.
    survey: Option<Survey>,
    /// The rows of a sheet; `None` of all else.
    rows: Option<sheet::Rows>,
    /// Records read from it.
    pub records: u32,
    /// What is to be said about it as a whole.
    pub diagnostics: Vec<Diagnostic>,
}

impl File {
    fn base(&self) -> usize {
        self.base
    }

    /// How it was read, and how else it could be; `None` where it is no text.
    pub(crate) fn survey(&self) -> Option<&Survey> {
        self.survey.as_ref()
    }
}

/// All rows.
#[derive(Clone, Debug)]
pub struct Ledger {
    settings: Settings,
    text: String,
    made: String,
    objects: Objects,
    files: Vec<File>,
    for_files: Vec<ForFile>,
    records: Records,
    edits: Edits,
    steps: Steps,
    /// `None` since rows changed.
    decided: Option<Decided>,
    checked: Vec<Checked>,
    twins: Twins,
    overlaps: Overlaps,
    weaker: Weaker,
    codes: Codes,
}

impl Ledger {
    /// An empty one.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            text: String::new(),
            made: String::new(),
            objects: Objects::default(),
            files: Vec::new(),
            for_files: Vec::new(),
            records: Records::default(),
            edits: Edits::default(),
            steps: Steps::default(),
            decided: None,
            checked: Vec::new(),
            twins: Twins::default(),
            overlaps: Overlaps::new(),
            weaker: Weaker::default(),
            codes: Codes::default(),
        }
    }

    /// Reads a file in addition to what was read, and checks it. Says which file it is.
    pub fn read(&mut self, name: &str, bytes: Vec<u8>) -> u16 {
        let file = self.next_file();
        self.read_all(vec![(name.to_owned(), bytes)]);
        file
    }

    /// Reads files, each a name and its bytes, in addition to what was read, and checks all rows
    /// once. One after the other, a thousand files would have theirs checked a thousand times.
    pub fn read_all(&mut self, files: Vec<(String, Vec<u8>)>) {
        let whole = |(name, bytes)| Given {
            name,
            content: Content::File(bytes),
        };
        self.take_all(files.into_iter().map(whole).collect());
    }

    /// Takes in what an archive or a workbook held, each with its content or the reason why it was
    /// not unpacked, and checks all rows once.
    pub fn take_all(&mut self, all: Vec<Given>) {
        for Given { name, content } in all {
            let file = self.next_file();
            let entry = match content {
                Content::File(bytes) => self.take_in(&name, bytes, file),
                Content::Looked(looked) => self.take_in_looked(&name, *looked, file),
                Content::Sheet(bytes) => {
                    let mut entry = self.take_in(&name, bytes, file);
                    self.count_rows(&mut entry);
                    entry
                }
                Content::Refused { bytes, why } => self.refused(&name, bytes, why),
            };
            self.files.push(entry);
        }
        self.check();
    }

    /// The number of the next file.
    fn next_file(&self) -> u16 {
        u16::try_from(self.files.len()).unwrap_or(u16::MAX)
    }

    /// Notes a file whose bytes could not be had, so that it is listed with the reason.
    pub fn refuse(&mut self, name: &str, bytes: u64, why: Finding) {
        let file = self.refused(name, bytes, why);
        self.files.push(file);
    }

    fn refused(&self, name: &str, bytes: u64, why: Finding) -> File {
        File {
            diagnostics: vec![Diagnostic::new(why, Place::FILE)],
            ..self.unread(name, bytes)
        }
    }

    /// A file of which nothing was read.
    fn unread(&self, name: &str, bytes: u64) -> File {
        File {
            name: name.to_owned(),
            kind: None,
            encoding: None,
            bytes,
            base: self.text.len(),
            len: 0,
            survey: None,
            rows: None,
            records: 0,
            diagnostics: Vec::new(),
        }
    }

    fn take_in(&mut self, name: &str, bytes: Vec<u8>, file: u16) -> File {
        self.take_in_looked(name, Looked::at(name, bytes), file)
    }

    fn has_room(&self, bytes: u64) -> bool {
        self.text.len() as u64 + bytes <= MOST_BYTES
    }

    /// Takes in the product's own lines: no file is read as such.
    fn take_lines(&mut self, name: &str, lines: String) {
        let file = self.next_file();
        let mut entry = self.unread(name, lines.len() as u64);
        let decoded = text::Decoded::utf8(lines);
        self.take_in_as(SourceKind::TenantChanges, &mut entry, decoded, file);
        self.files.push(entry);
    }

    fn take_in_as(
        &mut self,
        kind: SourceKind,
        entry: &mut File,
        decoded: text::Decoded,
        file: u16,
    ) {
        entry.kind = Some(kind);
        entry.encoding = Some(decoded.encoding);
        entry.base += decoded.encoding.mark();
        if self.text.is_empty() {
            self.text = decoded.text;
        } else {
            self.text.push_str(&decoded.text);
        }
        let before = self.records.len();
        let text = &self.text[entry.base..];
        let survey = Survey::new(kind, &entry.name, text);
        let mut intake = self.records.intake(file, entry.base);
        survey.read(text, &mut intake);
        entry.diagnostics = decoded.diagnostics;
        entry.diagnostics.extend(intake.finish());
        entry.len = text.len();
        entry.survey = Some(survey);
        entry.records = source::small(self.records.len() - before);
    }

    /// Has the records of the last file say rows of its sheet instead of lines of its text.
    fn count_rows(&mut self, entry: &mut File) {
        if entry.survey.is_none() {
            return;
        }
        let text = self.text.get(entry.base..entry.base + entry.len);
        let rows = sheet::Rows::of(text.unwrap_or_default());
        let first = self.records.len() - entry.records as usize;
        self.records.renumber(first, |line| rows.row(line));
        for found in &mut entry.diagnostics {
            found.place.line = rows.row(found.place.line);
        }
        entry.rows = Some(rows);
    }

    /// Against what rows are checked.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Checks every row again, since more is known than there was.
    pub fn check_all_again(&mut self) {
        self.check();
    }

    /// Checks every row again, against other settings.
    pub fn set(&mut self, settings: Settings) {
        if self.settings != settings {
            self.settings = settings;
            self.check();
        }
    }

    /// The files, in the order in which they were given.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// How many records were read.
    #[must_use]
    pub fn len(&self) -> u32 {
        source::small(self.records.len())
    }

    /// Whether none was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The states of all records.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts_where(|_| true)
    }

    /// The states of one file's records.
    #[must_use]
    pub fn counts_of(&self, file: u16) -> Counts {
        self.counts_where(|row| self.file_of(row) == file)
    }

    fn counts_where(&self, is_meant: impl Fn(u32) -> bool) -> Counts {
        let mut counts = Counts::default();
        for row in (0..self.len()).filter(|&row| is_meant(row)) {
            counts.records += 1;
            let state = match self.verdict(row) {
                Verdict::Ready => &mut counts.ready,
                Verdict::Duplicate => &mut counts.duplicate,
                Verdict::Conflict => &mut counts.conflict,
                Verdict::Refused => &mut counts.refused,
                Verdict::Ignored => &mut counts.ignored,
            };
            *state += 1;
        }
        counts
    }

    /// A row's state. A row that does not exist is ignored.
    #[must_use]
    pub fn verdict(&self, row: u32) -> Verdict {
        self.brief(row)
            .map_or(Verdict::Ignored, |checked| checked.verdict)
    }

    /// The type that a row was recognised as.
    #[must_use]
    pub fn indicator_type(&self, row: u32) -> Option<IndicatorType> {
        self.brief(row)?.indicator_type
    }

    /// A row's action as it would be sent.
    #[must_use]
    pub fn action(&self, row: u32) -> Option<Action> {
        self.brief(row)?.action
    }

    /// A row's value: as it would be sent, or as it was recognised, or as given.
    #[must_use]
    pub fn value(&self, row: u32) -> &str {
        self.brief(row)
            .map_or("", |checked| checked.value(&self.text, &self.made))
    }

    /// A row's file, from 0.
    #[must_use]
    pub fn file_of(&self, row: u32) -> u16 {
        self.record(row).map_or(0, |record| record.file)
    }

    /// A row's first line in its file, from 1.
    #[must_use]
    pub fn line_of(&self, row: u32) -> u32 {
        self.record(row).map_or(0, |record| record.line)
    }

    /// The record as it stands in the source.
    #[must_use]
    pub fn source_of(&self, row: u32) -> &str {
        self.record(row)
            .map_or("", |record| record.span.in_text(&self.text))
    }

    /// Where a record's value lies in [`Ledger::source_of`], in bytes; at its end where it has none.
    #[must_use]
    pub fn value_in_source(&self, row: u32) -> Range<usize> {
        let end = self.source_of(row).len();
        let cells = self.record(row).map(|_| self.records.cells(row as usize));
        let mut cells = cells.into_iter().flatten();
        let (Some(record), Some(cell)) = (
            self.record(row),
            cells.find(|cell| cell.field == Field::IndicatorValue),
        ) else {
            return end..end;
        };
        let start = cell.span.start.saturating_sub(record.span.start) as usize;
        start.min(end)..(start + cell.span.len as usize).min(end)
    }

    /// Everything about one row, made anew: what would be sent, every change, every finding with its
    /// place. The verdict is the ledger's own, which knows the neighbours.
    #[must_use]
    pub fn row(&self, row: u32) -> Option<Row<'_>> {
        self.record(row)?;
        Some(self.full(row))
    }

    /// What would be sent for a row by itself; `None` where it is refused or ignored.
    #[must_use]
    pub fn indicator(&self, row: u32) -> Option<Indicator<'_>> {
        self.assess(row).indicator
    }

    /// One row by itself, as it is sent: without its neighbours and the places of its findings.
    pub(crate) fn alone(&self, row: u32) -> Row<'_> {
        self.assess(row)
    }

    /// What is done about a range in this row.
    #[must_use]
    pub fn cidr_of(&self, row: u32) -> Cidr {
        let policy = &self.settings.policy;
        self.edit(row)
            .map_or(policy.cidr, |edit| edit.policy(policy).cidr)
    }

    /// For a duplicate or a conflict: the row that is sent in its stead.
    #[must_use]
    pub fn twin(&self, row: u32) -> Option<Twin> {
        let other = self.brief(row)?.twin.get()?;
        Some(Twin {
            row: other,
            file: self.file_of(other),
            line: self.line_of(other),
            action: self.action(other),
        })
    }

    /// Whether the user left a row out, by itself or as a weaker hash of a file.
    #[must_use]
    pub fn is_left_out(&self, row: u32) -> bool {
        self.edit(row).is_some_and(Edit::is_left_out) || self.sent_for(row).is_some()
    }

    /// Whether the user changed anything about a row.
    #[must_use]
    pub fn is_edited(&self, row: u32) -> bool {
        self.edit(row).is_some()
    }

    fn edit(&self, row: u32) -> Option<&Edit> {
        self.edits.get(row)
    }

    fn record(&self, row: u32) -> Option<&Record> {
        self.records.get(row as usize)
    }

    fn brief(&self, row: u32) -> Option<&Checked> {
        self.checked.get(row as usize)
    }
}
