//! Lines and columns of places in a text, asked for in their order.

use memchr::memrchr2;

use super::csv::line_breaks;

/// Longer lines have no columns: counting them over and over would take too long.
const LONGEST_LINE: usize = 4_096;

/// Counts lines forward from the last place asked for.
#[derive(Clone, Debug)]
pub(super) struct Lines<'t> {
    text: &'t str,
    /// Where the text ends, blanks left out.
    content_end: usize,
    at: usize,
    line: u32,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            content_end: text.trim_end().len(),
            at: 0,
            line: 1,
        }
    }

    /// The line, from 1, of a byte. A place before the last one is counted from the start.
    pub(super) fn line(&mut self, at: usize) -> u32 {
        let at = at.min(self.text.len());
        if at < self.at {
            (self.at, self.line) = (0, 1);
        }
        self.line += line_breaks(&self.text.as_bytes()[self.at..at]);
        self.at = at;
        self.line
    }

    /// The line and the column, both from 1; the column is 0 in a very long line.
    pub(super) fn place(&mut self, at: usize) -> (u32, u32) {
        let at = at.min(self.text.len());
        (self.line(at), column(self.text, at))
    }

    /// Where the text ends, blanks left out.
    pub(super) const fn content_end(&self) -> usize {
        self.content_end
    }

    /// Whether nothing but blanks follows.
    pub(super) fn is_end(&self, at: usize) -> bool {
        at >= self.content_end
    }

    /// A place, or the end of what is not blank where it lies behind that.
    pub(super) fn within(&self, at: usize) -> usize {
        at.min(self.content_end)
    }
}

/// The column, from 1 and in characters, of a byte; 0 where its line is very long.
pub(crate) fn column(text: &str, at: usize) -> u32 {
    let near = text.floor_char_boundary(at.saturating_sub(LONGEST_LINE));
    let at = text.floor_char_boundary(at);
    match memrchr2(b'\n', b'\r', &text.as_bytes()[near..at]) {
        Some(before) => count(&text[near + before + 1..at]),
        None if near == 0 => count(&text[..at]),
        None => 0,
    }
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).map_or(u32::MAX, |chars| chars.saturating_add(1))
}
