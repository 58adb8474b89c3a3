//! How a table is written: what stands between its cells, and where its header is.
//!
//! The first rows are read with each delimiter; the one in whose reading they agree is the table's,
//! never the first line alone. What comes out is a [`Layout`]: delimiter, header, names, and what the
//! cells of each column are.

use std::ops::Range;

use crate::{
    check::alone,
    mapping::{
        names::{Word, word},
        suggest::{Facts, kind_of},
    },
    source::csv::RawCell,
};

use super::{
    parts,
    scan::{Scan, content, names},
};

/// Characters that may stand between cells.
pub(super) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Rows that are looked at.
const ROWS: usize = 100;

/// Bytes from which on no more rows are looked at.
const BYTES: usize = 256 * 1024;

/// A header stands within so many rows.
const HEADER_WITHIN: usize = 20;

/// Of a hundred rows, those that must have as many cells as most.
const AGREEING: usize = 60;

/// The longest name of a column that a header is known by.
const LONGEST_NAME: usize = 64;

/// What a first line `sep=;` says, as spreadsheets write and read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Declared {
    pub(super) delimiter: u8,
    /// Where the next line begins.
    pub(super) next: usize,
}

pub(super) fn declared(text: &str) -> Option<Declared> {
    let end = memchr::memchr2(b'\n', b'\r', text.as_bytes())?;
    let line = text[..end].trim().trim_matches('"').as_bytes();
    let (key, &[delimiter]) = line.split_at_checked(4)? else {
        return None;
    };
    let next = end
        + if text[end..].starts_with("\r\n") {
            2
        } else {
            1
        };
    (key.eq_ignore_ascii_case(b"sep=") && DELIMITERS.contains(&delimiter))
        .then_some(Declared { delimiter, next })
}

/// Which row is the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The one that looks like it.
    Any,
    /// None.
    None,
    /// The one in this line.
    Line(u32),
}

/// Where a header stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Where its cells begin.
    pub(super) start: usize,
    pub(super) line: u32,
}

/// How a table is written.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    pub(super) header: Option<Place>,
    /// The names of columns, as far as there are any.
    pub(super) names: Vec<String>,
    /// One for each column.
    pub(super) facts: Vec<Facts>,
    /// Some texts of each column, none twice.
    pub(super) samples: Vec<Vec<String>>,
    /// Of a hundred rows, those with as many cells as most.
    agreeing: usize,
    /// Rows looked at, the header left out.
    rows: usize,
    is_known: bool,
}

/// The layout of a text, if it is a table. `is_named_so`: its name says that it is.
pub(super) fn find(text: &str, is_named_so: bool) -> Option<Layout> {
    let mut best: Option<Layout> = None;
    for delimiter in delimiters(text) {
        let Some(layout) = layout(text, delimiter, Wanted::Any) else {
            continue;
        };
        let rank = |layout: &Layout| (layout.is_known, layout.agreeing, layout.facts.len());
        if layout.is_table(is_named_so)
            && best.as_ref().is_none_or(|best| rank(&layout) > rank(best))
        {
            best = Some(layout);
        }
    }
    best
}

/// The layout in which the first rows agree most, whether that makes a table or not.
pub(super) fn most_agreeing(text: &str) -> Option<Layout> {
    let layouts = delimiters(text)
        .into_iter()
        .filter_map(|delimiter| layout(text, delimiter, Wanted::Any));
    layouts.max_by_key(|layout| (layout.facts.len() > 1, layout.agreeing, layout.facts.len()))
}

/// The delimiters that may be meant. A table of one column has one that its cells do not hold.
fn delimiters(text: &str) -> Vec<u8> {
    match declared(text) {
        Some(declared) => vec![declared.delimiter],
        None => DELIMITERS.to_vec(),
    }
}

/// The layout of a text with this delimiter; `None` where there is no such header or no row.
pub(super) fn layout(text: &str, delimiter: u8, wanted: Wanted) -> Option<Layout> {
    let mut sample = Sample::of(text, delimiter, wanted)?;
    let width = sample.width();
    let header = match wanted {
        Wanted::None => None,
        Wanted::Line(line) => {
            let row = sample.rows.first().filter(|row| row.line == line)?;
            Some(Found::named(row))
        }
        Wanted::Any => sample.header(width),
    };
    let mut names = Vec::new();
    if let Some(found) = &header {
        names = self::names(text, &sample.cells[found.cells.clone()]);
        sample.rows.retain(|row| row.start > found.place.start);
    }
    let fitting = sample.rows.iter().filter(|row| row.cells.len() == width);
    let agreeing = fitting.count() * 100 / sample.rows.len().max(1);
    let count = width.max(names.len());
    let (facts, samples) = sample.columns(count);
    Some(Layout {
        delimiter,
        is_known: header.as_ref().is_some_and(|found| found.is_known),
        header: header.map(|found| found.place),
        names,
        facts,
        samples,
        agreeing,
        rows: sample.rows.len(),
    })
}

/// What the cells of so many columns are in the rows from `at` on.
pub(super) fn facts_from(text: &str, delimiter: u8, at: usize, count: usize) -> Vec<Facts> {
    let mut scan = Scan::new(text, delimiter);
    scan.at = at;
    Sample::take(text, scan).columns(count).0
}

impl Layout {
    fn is_table(&self, is_named_so: bool) -> bool {
        let width = self.facts.len();
        let any_indicators = self.facts.iter().any(|facts| facts.are_indicators(50));
        if width == 1 {
            return self.is_known && (self.rows == 0 || any_indicators);
        }
        if self.agreeing < AGREEING && self.rows > 0 {
            return false;
        }
        if self.header.is_some() || is_named_so {
            return self.is_known || any_indicators || is_named_so;
        }
        // Without a header the comma of a URL would look like one between cells.
        let last = width - 1;
        let may_be_url = self.delimiter != b'\t' && self.facts[..last].iter().any(Facts::has_urls);
        let is_row = self.rows > 1 || self.facts.iter().all(|facts| facts.are_indicators(100));
        any_indicators && is_row && !may_be_url
    }
}

/// The first rows of a text.
struct Sample<'t> {
    text: &'t str,
    rows: Vec<Row>,
    cells: Vec<RawCell>,
    /// The last comment before the first row.
    comment: Option<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    start: usize,
    line: u32,
    /// Its cells in the sample's.
    cells: Range<usize>,
}

/// A header that was found.
struct Found {
    place: Place,
    cells: Range<usize>,
    /// By its names, not by its place above indicators.
    is_known: bool,
}

impl Found {
    fn named(row: &Row) -> Self {
        let (start, line) = (row.start, row.line);
        Self {
            place: Place { start, line },
            cells: row.cells.clone(),
            is_known: true,
        }
    }
}

impl<'t> Sample<'t> {
    /// The first rows, from the wanted line on where there is one.
    fn of(text: &'t str, delimiter: u8, wanted: Wanted) -> Option<Self> {
        let mut scan = Scan::new(text, delimiter);
        if declared(text).is_some() {
            scan.pass();
        }
        let Wanted::Line(line) = wanted else {
            let sample = Self::take(text, scan);
            return (!sample.rows.is_empty()).then_some(sample);
        };
        while scan.line < line && !scan.is_end() {
            scan.pass();
        }
        if scan.line != line || scan.is_end() {
            return None;
        }
        scan.at += comment_mark(scan.rest());
        Some(Self::take(text, scan))
    }

    fn take(text: &'t str, mut scan: Scan<'t>) -> Self {
        let mut sample = Self {
            text,
            rows: Vec::new(),
            cells: Vec::new(),
            comment: None,
        };
        let from = scan.at;
        while !scan.is_end() && sample.rows.len() < ROWS && scan.at - from < BYTES {
            let mark = comment_mark(scan.rest());
            if mark > 0 && sample.rows.is_empty() {
                scan.at += mark;
                sample.comment = sample.row(&mut scan).0;
                scan.pass();
            } else if mark > 0 || matches!(scan.rest().first(), Some(b'\n' | b'\r')) {
                scan.pass();
            } else {
                let (row, next) = sample.row(&mut scan);
                sample.rows.extend(row);
                scan.advance(next);
            }
        }
        sample
    }

    /// Reads the record at hand, and says where the next one begins. Blank rows are none.
    fn row(&mut self, scan: &mut Scan<'t>) -> (Option<Row>, usize) {
        let ended = scan.record();
        let is_row = ended.unclosed.is_none() && !scan.are_blank();
        let row = is_row.then(|| {
            let first = self.cells.len();
            self.cells.extend_from_slice(&scan.cells);
            Row {
                start: scan.at,
                line: scan.line,
                cells: first..self.cells.len(),
            }
        });
        (row, ended.next)
    }

    /// The number of cells that most rows have, of those with more than one.
    fn width(&self) -> usize {
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for row in &self.rows {
            let len = row.cells.len();
            match counts.iter_mut().find(|(count, _)| *count == len) {
                Some((_, times)) => *times += 1,
                None => counts.push((len, 1)),
            }
        }
        let several = counts.iter().filter(|(count, _)| *count > 1);
        let most = several.max_by_key(|(_, times)| *times);
        most.or(counts.first()).map_or(1, |&(count, _)| count)
    }

    fn names(&self, row: &Row) -> Vec<String> {
        names(self.text, &self.cells[row.cells.clone()])
    }

    /// The row that is the header: one whose names are known, a comment that names as many columns,
    /// or a first row of words above indicators.
    fn header(&self, width: usize) -> Option<Found> {
        for (at, row) in self.rows.iter().enumerate().take(HEADER_WITHIN) {
            let names = self.names(row);
            let is_wide = width == 1 || names.iter().filter(|name| !name.is_empty()).count() > 1;
            if is_wide
                && (at == 0 || width > 1)
                && is_header(&names)
                && !self.comes_again(at, &names)
            {
                return Some(Found::named(row));
            }
        }
        let comment = self.comment.as_ref().filter(|row| row.cells.len() == width);
        if let Some(row) = comment
            && width > 1
            && is_header(&self.names(row))
        {
            return Some(Found::named(row));
        }
        self.header_by_content(width)
    }

    /// Whether a word that would name a column stands in the same column again: then it is a word
    /// for a type.
    fn comes_again(&self, at: usize, names: &[String]) -> bool {
        let is_value = |name: &String| matches!(word(name), Word::Indicator(_) | Word::Perhaps);
        let columns: Vec<usize> = (0..names.len())
            .filter(|&at| is_value(&names[at]))
            .collect();
        self.rows[at + 1..].iter().any(|row| {
            let cells = &self.cells[row.cells.clone()];
            let again = |&column: &usize| {
                cells.get(column).is_some_and(|cell| {
                    let cell = content(self.text, cell);
                    cell.trim().eq_ignore_ascii_case(&names[column])
                })
            };
            columns.iter().any(again) && !self.names(row).eq(names)
        })
    }

    fn header_by_content(&self, width: usize) -> Option<Found> {
        let at = self.rows.iter().position(|row| row.cells.len() == width)?;
        let names = self.names(&self.rows[at]);
        let is_word = |name: &String| name.len() <= LONGEST_NAME && alone(name).is_none();
        if width < 2 || at >= HEADER_WITHIN || !names.iter().all(is_word) {
            return None;
        }
        let below = Self {
            text: self.text,
            rows: self.rows[at + 1..].to_vec(),
            cells: self.cells.clone(),
            comment: None,
        };
        let facts = below.columns(width).0;
        let is_above =
            |(facts, name): (&Facts, &String)| facts.are_indicators(50) && !name.is_empty();
        facts.iter().zip(&names).any(is_above).then(|| Found {
            is_known: false,
            ..Found::named(&self.rows[at])
        })
    }

    /// What the cells of so many columns are, and some of them.
    fn columns(&self, count: usize) -> (Vec<Facts>, Vec<Vec<String>>) {
        let mut facts = vec![Facts::default(); count];
        let mut samples = vec![Vec::new(); count];
        let mut several = Vec::new();
        for row in &self.rows {
            let cells = &self.cells[row.cells.clone()];
            if count > 1 && cells.len() == 1 {
                continue;
            }
            for ((cell, facts), samples) in cells.iter().zip(&mut facts).zip(&mut samples) {
                let text = content(self.text, cell);
                parts::find(self.text, cell, &mut several);
                let first = &self.text[several.first().map_or(0..0, Clone::clone)];
                let kind = kind_of(if several.len() > 1 { first } else { &text });
                facts.add(&text, kind);
                super::keep_sample(&text, samples);
            }
        }
        (facts, samples)
    }
}

/// Bytes of the mark that opens a comment, blanks behind it included.
fn comment_mark(line: &[u8]) -> usize {
    let mark = if line.starts_with(b"#") {
        1
    } else if line.starts_with(b"//") {
        2
    } else {
        return 0;
    };
    let blanks = line[mark..]
        .iter()
        .take_while(|b| matches!(b, b' ' | b'\t'));
    mark + blanks.count()
}

/// Whether a row of these names is a header at the top of a table.
fn is_header(names: &[String]) -> bool {
    let known = known(names);
    known.values > 0 && (known.is_certain || known.all > 1)
}

/// Whether a row of these names is a header in the middle of a table.
pub(super) fn is_header_inside(names: &[String]) -> bool {
    let known = known(names);
    known.values > 0 && (known.all > 1 || (known.is_certain && names.len() == 1))
}

/// How much of a row is known as names of columns.
#[derive(Default)]
struct Known {
    all: usize,
    /// Names of columns of indicators.
    values: usize,
    /// One of these names says so for certain.
    is_certain: bool,
}

fn known(names: &[String]) -> Known {
    let mut known = Known::default();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if name.len() > LONGEST_NAME || alone(name).is_some() {
            return Known::default();
        }
        let word = word(name);
        known.all += usize::from(word != Word::Unknown);
        known.values += usize::from(matches!(word, Word::Indicator(_) | Word::Perhaps));
        known.is_certain |= matches!(word, Word::Indicator(_));
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `delimiter header-line columns`, or nothing where the text is no table.
    fn found(text: &str) -> String {
        find(text, false).map_or(String::new(), |layout| {
            let line = layout.header.map_or(0, |place| place.line);
            let delimiter = char::from(layout.delimiter).escape_default();
            format!("{delimiter} {line} {}", layout.facts.len())
        })
    }

    #[test]
    fn the_rows_say_what_stands_between_cells() {
        let table = [
            ("ioc,type\nbad.example,domain\n", ", 1 2"),
            ("ioc;comment\nbad.example;a, b, c\nbad.test;d\n", "; 1 2"),
            ("ioc\tcomment\nbad.example\ta, b\n", "\\t 1 2"),
            ("ioc|type\nbad.example|domain\n", "| 1 2"),
            ("sep=;\nioc;type\nbad.example;domain\n", "; 2 2"),
            (
                "A report, of May\n\nioc,type\nbad.example,domain\n",
                ", 3 2",
            ),
            ("# made, by hand\nioc,type\nbad.example,domain\n", ", 2 2"),
            ("# ioc,type\nbad.example,domain\n", ", 1 2"),
            ("bad.example,1\nbad.test,2\n", ", 0 2"),
            ("192.0.2.1\t10\n192.0.2.2\t9\n", "\\t 0 2"),
            ("192.0.2.1,bad.example\n", ", 0 2"),
            ("where,notes\n192.0.2.1,a\n192.0.2.2,b\n", ", 1 2"),
            ("FQDN\nbad.example\n", ", 1 1"),
            ("bad.example\nbad.test\n", ""),
            ("https://bad.example/a,1\nhttps://bad.test/b,2\n", ""),
            ("It came, it went.\nThen, nothing.\n", ""),
            ("a,b,c\n1,2,3\n", ""),
            ("", ""),
            (",,,\n", ""),
        ];
        for (text, expected) in table {
            assert_eq!(found(text), expected, "{text:?}");
        }
    }
}
