//! How a table is written: what stands between its cells, and where its header is.
//!
//! The first rows are read with each delimiter; the one in whose reading they agree is the table's,
//! never the first line alone. What comes out is a [`Layout`]: delimiter, header, names, and what the
//! cells of each column are.

use crate::mapping::suggest::Facts;

use super::{
    sample::{Found, Sample},
    scan::{Scan, names as names_of},
};

/// Characters that may stand between cells.
pub(super) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Of a hundred rows, those that must have as many cells as most.
const AGREEING: usize = 60;

/// The same below a header that is known.
const AGREEING_BELOW: usize = 30;

/// The line above and below a table of `AsciiDoc`.
const ADOC_TABLE: &str = "|===";

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
    /// The same; its names say what its columns hold, whose cells are not looked into.
    Named(u32),
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
        let outline = Outline::of(text, delimiter, Wanted::Any);
        // Of most texts that are no table this is known before their cells are looked into.
        let Some(outline) = outline.filter(Outline::may_be_table) else {
            continue;
        };
        let layout = outline.layout(Wanted::Any);
        let rank = |layout: &Layout| (layout.is_known, layout.agreeing, layout.facts.len());
        if layout.is_table(is_named_so)
            && !is_of_document(text, &layout)
            && best.as_ref().is_none_or(|best| rank(&layout) > rank(best))
        {
            best = Some(layout);
        }
    }
    best
}

/// Whether the table stands in a document of Markdown or `AsciiDoc`, whose rows open with a bar:
/// other lines are text, which a table would pass over with all that it names.
fn is_of_document(text: &str, layout: &Layout) -> bool {
    let opens_with_bar = layout.delimiter == b'|'
        && layout.names.first().is_none_or(String::is_empty)
        && layout.facts.first().is_some_and(Facts::are_none);
    let is_text = |line: &str| !line.is_empty() && (!line.starts_with('|') || line == ADOC_TABLE);
    opens_with_bar && text.lines().map(str::trim).any(is_text)
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
    Outline::of(text, delimiter, wanted).map(|outline| outline.layout(wanted))
}

/// What of a layout is known without a look into the cells of its rows.
struct Outline<'t> {
    sample: Sample<'t>,
    delimiter: u8,
    header: Option<Found>,
    names: Vec<String>,
    /// How many columns there are.
    count: usize,
    agreeing: usize,
}

impl<'t> Outline<'t> {
    fn of(text: &'t str, delimiter: u8, wanted: Wanted) -> Option<Self> {
        let mut sample = Sample::of(text, delimiter, wanted)?;
        let width = sample.width();
        let header = match wanted {
            Wanted::None => None,
            Wanted::Line(line) | Wanted::Named(line) => {
                let row = sample.rows.first().filter(|row| row.line == line)?;
                Some(Found::named(row))
            }
            Wanted::Any => sample.header(width),
        };
        let mut names = Vec::new();
        if let Some(found) = &header {
            names = names_of(text, &sample.cells[found.cells.clone()]);
            sample.keep_below(found, &names);
        }
        // What stands behind the last name is refused, not read as a column of its own.
        let count = if names.is_empty() { width } else { names.len() };
        let is_known = is_known(header.as_ref());
        // Below a header that is known, rows may leave out blank cells at the end or add some.
        let fitting = sample.rows.iter().filter(|row| match row.cells.len() {
            len if is_known && width > 1 => len > 1 && len <= count,
            len => len == width,
        });
        let agreeing = fitting.count() * 100 / sample.rows.len().max(1);
        Some(Self {
            sample,
            delimiter,
            header,
            names,
            count,
            agreeing,
        })
    }

    /// Whether the rows agree as those of a table do.
    fn may_be_table(&self) -> bool {
        let is_known = is_known(self.header.as_ref());
        if self.count == 1 {
            return is_known;
        }
        let needed = if is_known { AGREEING_BELOW } else { AGREEING };
        self.agreeing >= needed || self.sample.rows.is_empty()
    }

    fn layout(self, wanted: Wanted) -> Layout {
        let facts = match wanted {
            Wanted::Named(_) => vec![Facts::default(); self.count],
            _ => self.sample.facts(self.count),
        };
        Layout {
            delimiter: self.delimiter,
            is_known: is_known(self.header.as_ref()),
            header: self.header.map(|found| found.place),
            names: self.names,
            facts,
            samples: self.sample.samples(self.count),
            agreeing: self.agreeing,
            rows: self.sample.rows.len(),
        }
    }
}

fn is_known(header: Option<&Found>) -> bool {
    header.is_some_and(|found| found.is_known)
}

/// What the cells of so many columns are in the rows from `at` on.
pub(super) fn facts_from(text: &str, delimiter: u8, at: usize, count: usize) -> Vec<Facts> {
    let mut scan = Scan::new(text, delimiter);
    scan.at = at;
    Sample::take(text, scan).facts(count)
}

impl Layout {
    /// Whether what [may be one](Outline::may_be_table) is a table by its cells.
    fn is_table(&self, is_named_so: bool) -> bool {
        let width = self.facts.len();
        let any_indicators = self.facts.iter().any(|facts| facts.are_indicators(50));
        if width == 1 {
            return self.rows == 0 || any_indicators;
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
            ("| IP | Note |\n|---|---|\n| 192.0.2.1 | C2 |\n", "| 1 4"),
            (
                "Seen: 192.0.2.9\n\n| IP | Note |\n|---|---|\n| 192.0.2.1 | C2 |\n",
                "",
            ),
            (
                "| IP | Note |\n|---|---|\n| 192.0.2.1 | C2 |\n\nAnd 192.0.2.9.\n",
                "",
            ),
            ("|===\n|IP |Note\n\n|192.0.2.1 |C2\n|===\n", ""),
            ("", ""),
            (",,,\n", ""),
        ];
        for (text, expected) in table {
            assert_eq!(found(text), expected, "{text:?}");
        }
    }
}
