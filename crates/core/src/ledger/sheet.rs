//! Lines of a sheet's text, and the rows of the sheet.
//!
//! A sheet is read as a table of one record a row. A cell may hold line breaks, and readers count
//! lines; what the user sees in the workbook are rows.

use crate::source::small;

/// Which lines of a sheet's text begin a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// The lines that begin inside a cell, from 1, in their order.
    inside: Vec<u32>,
}

impl Rows {
    /// The rows of a text in which cells with line breaks are quoted (RFC 4180).
    pub(super) fn of(text: &str) -> Self {
        let mut inside = Vec::new();
        let (mut line, mut is_quoted) = (1, false);
        let bytes = text.as_bytes();
        for at in memchr::memchr3_iter(b'"', b'\n', b'\r', bytes) {
            match bytes[at] {
                b'"' => is_quoted = !is_quoted,
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => {}
                _ => {
                    line += 1;
                    if is_quoted {
                        inside.push(line);
                    }
                }
            }
        }
        Self { inside }
    }

    /// The row, from 1, to which a line belongs; 0 stays 0, which means all of it.
    pub(super) fn row(&self, line: u32) -> u32 {
        line - small(self.inside.partition_point(|&inside| inside <= line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_inside_a_cell_belongs_to_the_row_of_the_cell() {
        let table: &[(&str, &[u32])] = &[
            ("a\nb\nc\n", &[1, 2, 3]),
            ("\"a\nb\",c\nd\n", &[1, 1, 2]),
            ("\"a\r\nb\"\nd\n", &[1, 1, 2]),
            ("\"a\rb\",\"c\n\nd\"\ne\n", &[1, 1, 1, 1, 2]),
            ("\"a \"\"b\"\"\nc\"\nd\n", &[1, 1, 2]),
            ("\"a\"\n\"\"\"\"\nb\n", &[1, 2, 3]),
            ("\n\na\n", &[1, 2, 3]),
        ];
        for (text, expected) in table {
            let rows = Rows::of(text);
            let all: Vec<u32> = (1..)
                .take(expected.len())
                .map(|line| rows.row(line))
                .collect();
            assert_eq!(all, *expected, "{text:?}");
            assert_eq!(rows.row(0), 0);
        }
    }
}
