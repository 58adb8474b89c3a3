//! The cells of one row that is known already: what no field of an indicator holds is not kept, and is
//! read again where somebody asks for it.

use std::borrow::Cow;

use crate::source::{
    csv::{RawCell, Reader},
    unguarded,
};

use super::scan::content;

/// One row, taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Cells<'t> {
    row: &'t str,
    cells: Vec<RawCell>,
}

impl<'t> Cells<'t> {
    /// The cells of a row as it stands in its text.
    pub(crate) fn of(row: &'t str, delimiter: char) -> Self {
        let mut cells = Vec::new();
        if let Ok(delimiter) = u8::try_from(delimiter) {
            Reader::new(row, delimiter).record(0, &mut cells);
        }
        Self { row, cells }
    }

    /// What stands in a column, counted from 0: without blanks around it and without the apostrophe
    /// that guards a cell against spreadsheets; nothing where there is no such cell.
    pub(crate) fn get(&self, column: usize) -> Cow<'t, str> {
        match self.cells.get(column).map(|cell| content(self.row, cell)) {
            None => Cow::Borrowed(""),
            Some(Cow::Borrowed(text)) => bare(text).into(),
            Some(Cow::Owned(text)) => bare(&text).to_owned().into(),
        }
    }

    /// What stands in each column.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Cow<'t, str>> {
        (0..self.cells.len()).map(|column| self.get(column))
    }
}

fn bare(cell: &str) -> &str {
    let text = cell.trim();
    unguarded(text).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::Cells;

    #[test]
    fn cells_stand_where_their_columns_are() {
        let table: &[(&str, char, &[&str])] = &[
            ("a,b,c", ',', &["a", "b", "c", ""]),
            ("\"a \"\"b\"\", c\";d", ';', &["a \"b\", c", "d"]),
            (" a \t '=b ", '\t', &["a", "=b"]),
            ("| a | b |", '|', &["", "a", "b", ""]),
            ("", ',', &[""]),
            ("a,b", '→', &["", ""]),
        ];
        for (row, delimiter, expected) in table {
            let cells = Cells::of(row, *delimiter);
            for (column, text) in expected.iter().enumerate() {
                assert_eq!(cells.get(column), *text, "{row} {column}");
            }
        }
    }
}
