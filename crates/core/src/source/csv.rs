//! Where the cells of a delimited text begin and end.
//!
//! A reader of its own over `memchr`, because cells are to be spans of the text, comments and broken
//! quotation marks need their lines, and it is several times as fast as copying each cell out. It
//! agrees with `csv-core` wherever the quotation marks are sound; a test holds it to that.
//!
//! A quotation mark that opens a cell and is not closed would swallow the rest of the file. It counts
//! as not closed where no mark follows at all, or where the next one that could close it stands on a
//! later line with text right behind it. The caller refuses that line and goes on at the next.
//!
//! Some exports put a blank before each quotation mark (`"a", "b"`). RFC 4180 counts that blank as
//! part of a cell without quotation. Here the mark opens the cell if another one closes it with
//! nothing but blanks behind; otherwise it stands for itself.

use memchr::{memchr, memchr2, memchr3};

use super::records::Written;

/// One cell of a record, in bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RawCell {
    /// The first byte of its content.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// How it is written.
    pub(super) written: Written,
}

/// The most cells of one record that are kept; the others are counted. A line of nothing but commas
/// would otherwise take many times its size.
pub(super) const MOST_CELLS: usize = 100_000;

/// Bytes that are looked at one by one.
const NEAR: usize = 24;

/// One record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ended {
    /// How many cells it has, those that are not kept included.
    pub(super) count: usize,
    /// One past its last byte, line break left out.
    pub(super) end: usize,
    /// Where the next record begins.
    pub(super) next: usize,
    /// Where a quotation mark opens that is not closed; the record then ends with its own line.
    pub(super) unclosed: Option<usize>,
    /// Whether it may have line breaks inside, which only cells in quotation marks have.
    pub(super) may_break: bool,
}

/// A reader over one text.
#[derive(Clone, Debug)]
pub(super) struct Reader<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    /// Which bytes end a cell without quotation marks.
    ends: [bool; 256],
    /// Bytes that may still be read twice because of marks that are not closed. Once they are used
    /// up, a quoted cell ends with its line, so that hostile text takes linear time.
    patience: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, delimiter: u8) -> Self {
        let mut ends = [false; 256];
        for byte in [delimiter, b'\n', b'\r'] {
            ends[usize::from(byte)] = true;
        }
        Self {
            bytes: text.as_bytes(),
            delimiter,
            ends,
            patience: 4 * text.len() + 1_024,
        }
    }

    /// Reads the record that begins at `at` into `cells`, up to [`MOST_CELLS`] of them.
    pub(super) fn record(&mut self, at: usize, cells: &mut Vec<RawCell>) -> Ended {
        cells.clear();
        let mut at = at;
        let (mut count, mut may_break) = (0, false);
        loop {
            let cell = match self.cell(at) {
                Ok(cell) => cell,
                Err(looked) => return self.unclosed(at, looked),
            };
            let end = cell.after;
            may_break |= cell.is_quoted;
            if count < MOST_CELLS {
                cells.push(cell.cell);
            }
            count += 1;
            match self.bytes.get(end) {
                Some(&byte) if byte == self.delimiter => at = end + 1,
                _ => {
                    return Ended {
                        count,
                        may_break,
                        ..self.ended(end)
                    };
                }
            }
        }
    }

    /// The end of the line that holds `at`.
    pub(super) fn line_end(&self, at: usize) -> usize {
        memchr2(b'\n', b'\r', &self.bytes[at..]).map_or(self.bytes.len(), |found| at + found)
    }

    /// A record that ends at `end`, which is a line break or the end of the text.
    pub(super) fn ended(&self, end: usize) -> Ended {
        let next = match self.bytes.get(end..) {
            Some([b'\r', b'\n', ..]) => end + 2,
            Some([_, ..]) => end + 1,
            _ => end,
        };
        Ended {
            count: 0,
            end,
            next,
            unclosed: None,
            may_break: false,
        }
    }

    /// The record whose mark at `quote` is not closed, known after `looked` bytes.
    fn unclosed(&mut self, quote: usize, looked: usize) -> Ended {
        self.patience = self.patience.saturating_sub(looked);
        Ended {
            unclosed: Some(quote),
            may_break: true,
            ..self.ended(self.line_end(quote))
        }
    }

    fn cell(&self, at: usize) -> Result<Found, usize> {
        match self.bytes.get(at) {
            Some(b'"') => return self.quoted(at),
            Some(b' ' | b'\t') => {
                if let Some(found) = self.quoted_behind_blanks(at) {
                    return Ok(found);
                }
            }
            _ => {}
        }
        let end = self.bare_end(at);
        Ok(Found {
            cell: RawCell {
                start: at,
                end,
                written: Written::Guarded,
            },
            after: end,
            is_quoted: false,
        })
    }

    /// Where text without quotation marks ends. Most cells are so short that a search over many bytes
    /// at once would take longer to begin than to look at them one by one.
    fn bare_end(&self, at: usize) -> usize {
        let far = (at + NEAR).min(self.bytes.len());
        let is_end = |&b: &u8| self.ends[usize::from(b)];
        if let Some(found) = self.bytes[at..far].iter().position(is_end) {
            return at + found;
        }
        let at = far;
        memchr3(self.delimiter, b'\n', b'\r', &self.bytes[at..])
            .map_or(self.bytes.len(), |found| at + found)
    }

    /// The cell that a mark opens at `quote`; or, if it is not closed, how many bytes were looked at.
    fn quoted(&self, quote: usize) -> Result<Found, usize> {
        let start = quote + 1;
        let (close, written) = self.close(quote)?;
        let after = self.bare_end(close + 1);
        if after == close + 1 {
            let end = close;
            let cell = RawCell {
                start,
                end,
                written,
            };
            return Ok(Found {
                cell,
                after,
                is_quoted: true,
            });
        }
        let behind = &self.bytes[close + 1..after];
        let broken = memchr2(b'\n', b'\r', &self.bytes[start..close]).is_some();
        if broken && !behind.trim_ascii().is_empty() {
            return Err(close - quote);
        }
        let cell = RawCell {
            start,
            end: after,
            written: Written::Quoted,
        };
        Ok(Found {
            cell,
            after,
            is_quoted: true,
        })
    }

    /// The cell that a mark behind blanks opens, if there is one and blanks alone follow its end.
    ///
    /// Looking costs linear time without patience: what is looked over ends at the next odd run of
    /// marks, and a mark of an even run is closed by its neighbour.
    fn quoted_behind_blanks(&self, at: usize) -> Option<Found> {
        let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t') && **byte != self.delimiter;
        let quote = at + self.bytes[at..].iter().take_while(is_blank).count();
        if quote == at || self.bytes.get(quote) != Some(&b'"') {
            return None;
        }
        let (close, written) = self.close(quote).ok()?;
        let after = self.bare_end(close + 1);
        let is_closed = self.bytes[close + 1..after].trim_ascii().is_empty();
        is_closed.then_some(Found {
            cell: RawCell {
                start: quote + 1,
                end: close,
                written,
            },
            after,
            is_quoted: true,
        })
    }

    /// The mark that closes the one at `quote`, and how what stands between is written; or how many
    /// bytes were looked at in vain.
    fn close(&self, quote: usize) -> Result<(usize, Written), usize> {
        let mut at = quote + 1;
        let bytes = if self.patience == 0 {
            &self.bytes[..self.line_end(at)]
        } else {
            self.bytes
        };
        let mut written = Written::Guarded;
        loop {
            let Some(found) = memchr(b'"', &bytes[at..]) else {
                return Err(bytes.len() - quote);
            };
            at += found;
            if bytes.get(at + 1) != Some(&b'"') {
                return Ok((at, written));
            }
            written = Written::Quoted;
            at += 2;
        }
    }
}

/// A cell and where its record goes on.
struct Found {
    cell: RawCell,
    after: usize,
    is_quoted: bool,
}

/// The content of a [`Written::Quoted`] cell: marks inside the quotation are doubled, those after its
/// end stand for themselves.
pub(crate) fn unquoted(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(mark) = memchr(b'"', rest.as_bytes()) {
        out.push_str(&rest[..mark]);
        rest = &rest[mark + 1..];
        match rest.strip_prefix('"') {
            Some(after) => {
                out.push('"');
                rest = after;
            }
            None => break,
        }
    }
    out.push_str(rest);
    out
}

/// Line breaks in a piece of text: LF, CR LF and CR count one each.
pub(crate) fn line_breaks(bytes: &[u8]) -> u32 {
    let mut breaks = 0;
    let mut at = 0;
    while let Some(found) = memchr2(b'\n', b'\r', &bytes[at..]) {
        breaks += 1;
        at += found;
        at += if bytes[at..].starts_with(b"\r\n") {
            2
        } else {
            1
        };
    }
    breaks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::csv_oracle::oracle;

    /// The records of a text, and the offsets of marks that are not closed.
    fn read(text: &str) -> (Vec<Vec<String>>, Vec<usize>) {
        let mut reader = Reader::new(text, b',');
        let (mut at, mut cells) = (0, Vec::new());
        let (mut records, mut unclosed) = (Vec::new(), Vec::new());
        while at < text.len() {
            let ended = reader.record(at, &mut cells);
            match ended.unclosed {
                Some(quote) => unclosed.push(quote),
                None if ended.end > at => records.push(contents(text, &cells)),
                None => {}
            }
            at = ended.next;
        }
        (records, unclosed)
    }

    fn own(records: &[&[&str]]) -> Vec<Vec<String>> {
        let record = |record: &&[&str]| record.iter().map(|&cell| cell.to_owned()).collect();
        records.iter().map(record).collect()
    }

    fn contents(text: &str, cells: &[RawCell]) -> Vec<String> {
        let content = |cell: &RawCell| match cell.written {
            Written::Quoted => unquoted(&text[cell.start..cell.end]),
            _ => text[cell.start..cell.end].to_owned(),
        };
        cells.iter().map(content).collect()
    }

    #[test]
    fn cells_are_cut_out() {
        let table: &[(&str, &[&[&str]])] = &[
            ("a,b\nc,d\n", &[&["a", "b"], &["c", "d"]]),
            ("a,b\r\nc,d", &[&["a", "b"], &["c", "d"]]),
            ("a,b\rc,d\r", &[&["a", "b"], &["c", "d"]]),
            ("a,,\n", &[&["a", "", ""]]),
            ("\"a,b\",c", &[&["a,b", "c"]]),
            ("\"a\nb\",c\nd,e", &[&["a\nb", "c"], &["d", "e"]]),
            ("\"a\"\"b\",c", &[&["a\"b", "c"]]),
            ("\"\",c", &[&["", "c"]]),
            ("a\"b,c", &[&["a\"b", "c"]]),
            ("\"a\"b\"c,d", &[&["ab\"c", "d"]]),
        ];
        for (text, expected) in table {
            assert_eq!(read(text).0, *expected, "{text:?}");
            assert_eq!(oracle(text), *expected, "{text:?} by csv-core");
        }
    }

    #[test]
    fn a_blank_before_a_quotation_belongs_to_no_cell() {
        let table: &[(&str, &[&[&str]])] = &[
            ("\"a\", \"b,c\"\n", &[&["a", "b,c"]]),
            ("\"a\" , \t\"b\" ,c\n", &[&["a ", "b", "c"]]),
            ("a, \"b\nc\", d\n", &[&["a", "b\nc", " d"]]),
            ("a, \"b\"\"c\"", &[&["a", "b\"c"]]),
            ("a, \"\",c", &[&["a", "", "c"]]),
            // No quotation: text follows its end, or nothing ends it.
            ("a, \"b\" and,c\n", &[&["a", " \"b\" and", "c"]]),
            ("a, \"b,c\nd\n", &[&["a", " \"b", "c"], &["d"]]),
            ("a, \"b\nc, \"d\"\n", &[&["a", " \"b"], &["c", "d"]]),
            ("a, b", &[&["a", " b"]]),
        ];
        for (text, expected) in table {
            assert_eq!(read(text), (own(expected), vec![]), "{text:?}");
        }
    }

    #[test]
    fn a_mark_that_is_not_closed_costs_its_own_line() {
        let table: &[(&str, usize, &[&[&str]])] = &[
            // No mark follows.
            ("a,\"b\nc,d\ne,f\n", 2, &[&["c", "d"], &["e", "f"]]),
            // The next mark opens a cell of a later row: text stands right behind it.
            ("a,\"b\nc,\"d\"\ne,f\n", 2, &[&["c", "d"], &["e", "f"]]),
            ("a,\"b\n\"c\",d\n", 2, &[&["c", "d"]]),
            // A blank quoted cell looks like a doubled mark; the one after it tells.
            ("a,\"b\nc,\"\",\"e\"\n", 2, &[&["c", "", "e"]]),
        ];
        for (text, quote, expected) in table {
            assert_eq!(read(text), (own(expected), vec![*quote]), "{text:?}");
        }
    }

    #[test]
    fn marks_without_end_take_linear_time() {
        for line in [
            "x,\"a\n",
            "\"\"\"a\n",
            "\"a\"\"\n",
            "\"\"\"\n,",
            "\"\n\"\"\n\"\"x\n",
            "x, \"a\n",
            "x, \"\"a\n",
            " \"\"\"a\"\"\n",
            " \"\n \"\"x, \"\"\n",
        ] {
            let text = line.repeat(200_000);
            let reader = Reader::new(&text, b',');
            let (mut at, mut cells, mut reader) = (0, Vec::new(), reader);
            while at < text.len() {
                at = reader.record(at, &mut cells).next;
            }
        }
    }

    fn sound() -> impl Strategy<Value = String> {
        let bare = "[a-c é']{0,4}";
        let quoted = "([a-c,\\r\\n]|\"\"){0,6}".prop_map(|content| format!("\"{content}\""));
        let cell = prop_oneof![bare, quoted];
        let row = proptest::collection::vec(cell, 1..5).prop_map(|cells| cells.join(","));
        let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
        proptest::collection::vec((row, end), 0..8)
            .prop_map(|rows| rows.into_iter().map(|(row, end)| row + end).collect())
    }

    proptest! {
        #[test]
        fn sound_text_reads_as_csv_core_reads_it(text in sound()) {
            let (records, unclosed) = read(&text);
            prop_assert_eq!(unclosed, Vec::<usize>::new());
            prop_assert_eq!(records, oracle(&text));
        }

        #[test]
        fn any_text_reads_as_csv_core_reads_it_up_to_an_open_mark(text in "[ab,\"\r\n]{0,40}") {
            let (records, unclosed) = read(&text);
            if unclosed.is_empty() {
                prop_assert_eq!(records, oracle(&text));
            }
        }

        #[test]
        fn no_line_is_lost(text in "[ab,\"\r\n]{0,60}") {
            let mut reader = Reader::new(&text, b',');
            let (mut at, mut cells) = (0, Vec::new());
            while at < text.len() {
                let ended = reader.record(at, &mut cells);
                prop_assert!(ended.next > at && ended.end >= at && ended.end <= ended.next);
                if let Some(quote) = ended.unclosed {
                    prop_assert!(!text[quote..ended.end].contains(['\r', '\n']));
                }
                at = ended.next;
            }
        }
    }
}
