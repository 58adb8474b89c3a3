//! Reading a source again, otherwise than it was read.
//!
//! Its rows are replaced where they stand, so that every other source keeps its place, its rows and
//! what the user decided about them. What was decided about the replaced rows is dropped: a row of
//! another reading is another row.

use std::ops::Range;

use super::{File, Ledger, Steps};
use crate::{
    mapping::Reading,
    source::{Survey, small},
};

impl Ledger {
    /// Reads a file again, with another kind or mapping. Says whether that made sense; if it did not,
    /// nothing has changed.
    pub fn read_as(&mut self, file: u16, reading: &Reading) -> bool {
        let Some(survey) = self.surveyed_as(file, reading) else {
            return false;
        };
        let rows = self.rows_of(file);
        let mut entry = self.files[usize::from(file)].clone();
        let tail = self.records.split_off(rows.end as usize);
        self.records.split_off(rows.start as usize);
        entry
            .diagnostics
            .retain(|found| found.finding.is_of_bytes());
        self.read_text(&mut entry, file, survey);
        self.files[usize::from(file)] = entry;
        self.edits.replace(&rows, small(self.records.len()));
        // They speak of rows that stand elsewhere now.
        self.steps = Steps::default();
        self.records.append(tail);
        self.check();
        true
    }

    /// Reads the text of a file, whose records become the last ones.
    pub(super) fn read_text(&mut self, entry: &mut File, file: u16, survey: Survey) {
        let text = self.text.get(entry.base..entry.base + entry.len);
        let first = self.records.len();
        let mut intake = self.records.intake(file, entry.base);
        survey.read(text.unwrap_or_default(), &mut intake);
        let mut read = intake.finish();
        if let Some(sheet) = &entry.rows {
            self.records.renumber(first, |line| sheet.row(line));
            for found in &mut read {
                found.place.line = sheet.row(found.place.line);
            }
        }
        entry.diagnostics.extend(read);
        entry.records = small(self.records.len() - first);
        entry.kind = Some(survey.reading().kind);
        entry.survey = Some(survey);
    }

    fn surveyed_as(&self, file: u16, reading: &Reading) -> Option<Survey> {
        let entry = self.files.get(usize::from(file))?;
        let text = self.text.get(entry.base..entry.base + entry.len)?;
        entry.survey()?.otherwise(reading, &entry.name, text)
    }

    /// The rows of a file, which follow one another.
    pub(super) fn rows_of(&self, file: u16) -> Range<u32> {
        let (before, rest) = self.files.split_at(usize::from(file));
        let start: u32 = before.iter().map(|file| file.records).sum();
        start..start + rest.first().map_or(0, |file| file.records)
    }
}
