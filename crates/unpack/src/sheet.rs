//! A sheet as comma-separated text (RFC 4180): row `n` of the sheet is record `n`.
//!
//! Leading blank rows and columns stay, so that places match. Every row that holds something is as
//! wide as the widest, so that no row looks cut short.

use crate::{Why, cell::Value};

/// What makes a cell stand in quotation marks.
const QUOTED: [char; 4] = [',', '"', '\n', '\r'];

/// What a row of a table begins with where it is a comment. A sheet has no such rows.
const COMMENT: char = '#';

/// A sheet that is being written, cell after cell in the order of rows and columns.
#[derive(Debug)]
pub(crate) struct Sheet {
    text: String,
    /// Rows that are complete.
    rows: Vec<Row>,
    /// Where the row begins that is being written, and the columns that it has.
    start: usize,
    columns: u32,
    /// How large the text may become.
    most: usize,
    most_rows: u32,
    cell: String,
}

/// Where a row ends, its line break left out, and how many columns it has.
#[derive(Clone, Copy, Debug)]
struct Row {
    end: usize,
    columns: u32,
}

impl Sheet {
    pub(crate) fn new(most: u64, most_rows: u32) -> Self {
        Self {
            text: String::new(),
            rows: Vec::new(),
            start: 0,
            columns: 0,
            most: usize::try_from(most).unwrap_or(usize::MAX),
            most_rows,
            cell: String::new(),
        }
    }

    /// The row that is being written, from 1.
    pub(crate) fn row(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX) + u32::from(self.columns > 0)
    }

    /// Writes a cell; row and column count from 0.
    ///
    /// # Errors
    /// What keeps this cell and those after it out.
    pub(crate) fn put(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<(), Why> {
        self.cell.clear();
        value.write(&mut self.cell);
        if self.cell.is_empty() {
            return Ok(());
        }
        let breaks_off = Why::BreaksOff { row: self.row() };
        let at = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        if row >= self.most_rows || row < at || row == at && column < self.columns {
            return Err(breaks_off);
        }
        let between = if row > at {
            column
        } else {
            column - self.columns
        };
        let grows = (row - at) as usize + between as usize + 2 * self.cell.len() + 4;
        if self.text.len() + grows > self.most {
            return Err(Why::NoRoom { row: self.row() });
        }
        (at..row).for_each(|_| self.end_row());
        self.quote_comment();
        let commas = column + u32::from(column > 0) - self.columns;
        self.commas(commas.min(column));
        self.columns = column + 1;
        self.write_cell();
        Ok(())
    }

    fn commas(&mut self, count: u32) {
        self.text.extend((0..count).map(|_| ','));
    }

    fn write_cell(&mut self) {
        if self.cell.contains(QUOTED) {
            self.text.push('"');
            self.text.push_str(&self.cell.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(&self.cell);
        }
    }

    /// A first cell such as `#` is a column's name where others follow.
    fn quote_comment(&mut self) {
        if self.columns == 1 && self.text[self.start..].starts_with(COMMENT) {
            self.text.insert(self.start, '"');
            self.text.push('"');
        }
    }

    fn end_row(&mut self) {
        let (end, columns) = (self.text.len(), self.columns);
        self.rows.push(Row { end, columns });
        self.text.push('\n');
        self.start = self.text.len();
        self.columns = 0;
    }

    /// The whole text; `None` where no cell held anything.
    pub(crate) fn finish(mut self) -> Option<String> {
        if self.columns > 0 {
            self.end_row();
        }
        let widest = self.rows.iter().map(|row| row.columns).max()?;
        let missing = |row: &Row| {
            if row.columns == 0 {
                0
            } else {
                widest - row.columns
            }
        };
        let commas: usize = self.rows.iter().map(|row| missing(row) as usize).sum();
        let size = self.text.len().saturating_add(commas);
        if commas == 0 || size > self.most {
            return Some(self.text);
        }
        let mut text = String::with_capacity(size);
        let mut start = 0;
        for row in &self.rows {
            text.push_str(&self.text[start..row.end]);
            text.extend((0..missing(row)).map(|_| ','));
            text.push('\n');
            start = row.end + 1;
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells, each with its row, column and text.
    type Cells = [(u32, u32, &'static str)];

    /// The text of a sheet with these cells, and what keeps the rest out.
    fn written(cells: &Cells, most: u64) -> String {
        let mut sheet = Sheet::new(most, 100);
        let mut cells = cells.iter();
        let stopped =
            cells.find_map(|&(row, column, text)| sheet.put(row, column, Value::Text(text)).err());
        let text = sheet.finish().unwrap_or_else(|| "nothing".to_owned());
        match stopped {
            Some(why) => format!("{text}! {why} {}", why.row()),
            None => text,
        }
    }

    #[test]
    fn rows_and_columns_keep_their_places() {
        let table: &[(&Cells, &str)] = &[
            (&[], "nothing"),
            (&[(0, 0, "")], "nothing"),
            (&[(0, 0, "a")], "a\n"),
            (&[(0, 0, "a"), (0, 1, "b"), (1, 0, "c")], "a,b\nc,\n"),
            (&[(2, 1, "a")], "\n\n,a\n"),
            (
                &[(0, 0, "a"), (0, 3, "b"), (3, 2, "c")],
                "a,,,b\n\n\n,,c,\n",
            ),
            (&[(0, 1, "a"), (0, 2, "b")], ",a,b\n"),
            (
                &[(0, 0, "a,b"), (0, 1, "say \"x\"")],
                "\"a,b\",\"say \"\"x\"\"\"\n",
            ),
            (&[(0, 0, "two\nlines"), (1, 0, "b")], "\"two\nlines\"\nb\n"),
            (&[(0, 0, "# a note"), (1, 0, "b")], "# a note\nb\n"),
            (&[(0, 0, "#"), (0, 1, "value")], "\"#\",value\n"),
            (&[(0, 0, "#a,b"), (0, 1, "c")], "\"#a,b\",c\n"),
            (&[(0, 0, "=1+1"), (0, 1, "'b")], "=1+1,'b\n"),
        ];
        for (cells, expected) in table {
            assert_eq!(written(cells, 1000), *expected, "{cells:?}");
        }
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let table: &[(&Cells, u64, &str)] = &[
            // Not in the order of rows and columns, or one place twice.
            (&[(1, 0, "a"), (0, 0, "b")], 99, "\na\n! breaks-off 2"),
            (&[(0, 1, "a"), (0, 0, "b")], 99, ",a\n! breaks-off 1"),
            (&[(0, 0, "a"), (0, 0, "b")], 99, "a\n! breaks-off 1"),
            // A row that no sheet has.
            (&[(0, 0, "a"), (100, 0, "b")], 999, "a\n! breaks-off 1"),
            // Larger than there is room.
            (&[(0, 0, "a"), (1, 0, "0123456789")], 20, "a\n! no-room 1"),
            (&[(0, 0, "a"), (90, 0, "b")], 20, "a\n! no-room 1"),
            (&[(0, 0, "a"), (0, u32::MAX - 9, "b")], 20, "a\n! no-room 1"),
            // No room to make all rows as wide as the widest.
            (
                &[(0, 0, "a"), (1, 0, "a"), (2, 6, "b")],
                18,
                "a\na\n,,,,,,b\n",
            ),
        ];
        for (cells, most, expected) in table {
            assert_eq!(written(cells, *most), *expected, "{cells:?}");
        }
    }
}
