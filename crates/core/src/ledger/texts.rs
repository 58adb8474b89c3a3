//! The different texts of one column, for the user to say what they mean.

use crate::{
    diagnostic::Looks,
    mapping::Meaning,
    session::ColumnTexts,
    source::{Cells, Form},
};

use super::Ledger;

/// The most texts that are offered.
const MOST: usize = 32;

impl Ledger {
    /// The different texts in a column of a table, counted from 0, with the rows that have each; the
    /// most frequent of the first 32. Case does not count. Rows below another header are not looked
    /// at: what is said of a column does not hold there. `None` where there is no such column.
    #[must_use]
    pub fn column_texts(&self, file: u16, column: u16) -> Option<ColumnTexts> {
        let survey = self.files.get(usize::from(file))?.survey()?;
        let delimiter = survey.delimiter()?;
        survey.columns().get(usize::from(column))?;
        let mut texts: Vec<(String, u32)> = Vec::new();
        let mut others = 0;
        let mut last = None;
        for row in self.rows_of(file) {
            let Some(record) = self.record(row) else {
                continue;
            };
            match record.form {
                Form::Ignored(Looks::Header) if self.is_other_header(file, row) => break,
                // Several values of one row are several records.
                Form::Fields(_) if last != Some(record.span) => {}
                _ => continue,
            }
            last = Some(record.span);
            let cells = Cells::of(self.source_of(row), delimiter);
            count(&cells.get(usize::from(column)), &mut texts, &mut others);
        }
        // A stable order: of equals the first one first.
        let texts = crate::order::most_first(texts);
        Some(ColumnTexts {
            file,
            column,
            texts,
            others,
        })
    }

    /// Whether a header in the middle of a file names other columns than its first one.
    fn is_other_header(&self, file: u16, row: u32) -> bool {
        let survey = self
            .files
            .get(usize::from(file))
            .and_then(super::File::survey);
        let Some((survey, delimiter)) = survey.and_then(|it| Some((it, it.delimiter()?))) else {
            return false;
        };
        let cells = Cells::of(self.source_of(row), delimiter);
        let mut columns = (0..).zip(survey.columns());
        columns.any(|(at, column)| !cells.get(at).eq_ignore_ascii_case(column.name.trim()))
    }
}

fn count(text: &str, texts: &mut Vec<(String, u32)>, others: &mut u32) {
    if text.is_empty() {
        return;
    }
    let has_room = texts.len() < MOST && text.chars().nth(Meaning::LONGEST).is_none();
    let is_it = |(known, _): &&mut (String, u32)| known.eq_ignore_ascii_case(text);
    match texts.iter_mut().find(is_it) {
        Some((_, rows)) => *rows += 1,
        None if has_room => texts.push((text.to_owned(), 1)),
        None => *others += 1,
    }
}
