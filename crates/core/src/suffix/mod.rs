//! Which names anybody may register under: the public suffix list.
//!
//! A name goes in, the part of it that is a public suffix comes out. `list.txt` holds the list's
//! rules one a line, labels from the right, sorted by byte: `uk.co`, `ck.*`, `ck.www!` for an
//! exception, `com.blogspot+` for a rule of the list's private part; names in other scripts as
//! `xn--`. What is compiled in is each line's end, behind a sign that says how much it shares with the
//! line before; the lines, and the index that they are searched by, are made at the first question. The
//! list is made by `cargo xtask suffixes`, which writes `made.rs` beside it, and is under the Mozilla
//! Public License 2.0 as the list itself is.

mod made;

use std::{ops::Range, sync::OnceLock};

use rustc_hash::FxHashMap;

use crate::source::small;

pub use made::{COMMIT, DATE, PACKAGE};

/// The lines, as `build.rs` has written them.
static ENDS: &str = include_str!(concat!(env!("OUT_DIR"), "/suffixes.txt"));

/// The sign of a line that shares nothing; each byte shared is one sign further.
const NOTHING_SHARED: u8 = b'!';

/// Names at the top that no registry has and that documents and tests use (RFC 2606, RFC 6761): what
/// is written about them has to be read as what is written about others.
const RESERVED: [&str; 4] = ["example", "test", "invalid", "localhost"];

/// Bytes of a line, about.
const USUAL_LINE: usize = 12;

/// The longest name that is looked at (RFC 1035 section 2.3.4).
const LONGEST: usize = 253;

/// The part of a name that is a public suffix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suffix {
    /// Where it begins in the name, in bytes.
    pub start: usize,
    /// Whether a company runs it under a domain of its own, as `blogspot.com`.
    pub is_private: bool,
    /// Whether the rule leaves its first label open, as `*.compute-1.amazonaws.com`.
    pub is_wildcard: bool,
}

/// The public suffix of a name in ASCII, in any case; `None` where its top-level domain is unknown.
#[must_use]
pub fn of(name: &str) -> Option<Suffix> {
    search(name).0
}

/// The public suffix of a name, and a rule for names below it, as the list writes it:
/// `blob.core.windows.net` for `windows.net`.
#[must_use]
pub fn of_and_below(name: &str) -> (Option<Suffix>, Option<String>) {
    let (suffix, may_have_rules) = search(name);
    let below = may_have_rules.then(|| rule_below(name)).flatten();
    (suffix, below)
}

/// The public suffix of a name, and whether some rule begins with all of it.
fn search(name: &str) -> (Option<Suffix>, bool) {
    if name.len() > LONGEST || name.is_empty() || name.ends_with('.') {
        return (None, false);
    }
    let mut key = Key::default();
    let mut end = label_start(name, name.len());
    key.push(&name[end..]);
    let Some(mut lines) = index().lines(key.bytes()) else {
        let reserved = is_reserved(&name[end..]).then_some(Suffix {
            start: end,
            is_private: false,
            is_wildcard: false,
        });
        return (reserved, false);
    };
    let mut found = None;
    let mut start = end;
    loop {
        lines.start = first_not_below(key.bytes(), lines.clone());
        let first = line(lines.start);
        let suffix = |is_private| {
            Some(Suffix {
                start,
                is_private,
                is_wildcard: false,
            })
        };
        match rule(first, key.bytes()) {
            Some(Rule::Exception) => return (found_above(name, end, found), start == 0),
            Some(Rule::Icann) => found = suffix(false),
            Some(Rule::Private) => found = suffix(true),
            None => {}
        }
        if start == 0 {
            return (found, first.starts_with(key.bytes()));
        }
        let above = key.len;
        key.push("");
        lines.start = first_not_below(key.bytes(), lines.clone());
        let Some(below) = line(lines.start).strip_prefix(key.bytes()) else {
            return (found, false);
        };
        end = start - 1;
        start = label_start(name, end);
        if below.starts_with(b"*") {
            let is_private = below.ends_with(b"+");
            found = Some(Suffix {
                start,
                is_private,
                is_wildcard: true,
            });
        }
        key.len = above;
        key.push(&name[start..end]);
    }
}

fn label_start(name: &str, end: usize) -> usize {
    let dot = name.as_bytes()[..end]
        .iter()
        .rposition(|&byte| byte == b'.');
    dot.map_or(0, |dot| dot + 1)
}

/// Whether a name's top-level domain is one of the list's, or one that documents use.
#[must_use]
pub fn is_known(name: &str) -> bool {
    let tld = name.rsplit('.').next().unwrap_or(name);
    let mut key = Key::default();
    key.push(tld);
    is_reserved(tld) || index().lines(key.bytes()).is_some()
}

fn is_reserved(tld: &str) -> bool {
    RESERVED.iter().any(|name| name.eq_ignore_ascii_case(tld))
}

/// A rule for names below `name`, which is no longer than [`LONGEST`].
fn rule_below(name: &str) -> Option<String> {
    let mut key = Key::default();
    let mut labels = name.rsplit('.');
    key.push(labels.next()?);
    let lines = index().lines(key.bytes())?;
    labels.for_each(|label| key.push(label));
    key.push("");
    let found = line(first_not_below(key.bytes(), lines));
    let rule = str::from_utf8(found.strip_prefix(key.bytes()).and(Some(found))?).ok()?;
    let labels: Vec<&str> = rule.trim_end_matches(['+', '!']).rsplit('.').collect();
    Some(labels.join("."))
}

/// An exception takes one label off the rule that it is an exception of.
fn found_above(name: &str, end: usize, found: Option<Suffix>) -> Option<Suffix> {
    let start = (end + 1).min(name.len());
    found.map(|suffix| Suffix {
        start,
        is_wildcard: false,
        ..suffix
    })
}

/// Labels from the right, in lower case, with dots between.
struct Key {
    bytes: [u8; LONGEST + 2],
    len: usize,
}

impl Default for Key {
    fn default() -> Self {
        Self {
            bytes: [0; LONGEST + 2],
            len: 0,
        }
    }
}

impl Key {
    fn push(&mut self, label: &str) {
        if self.len > 0 {
            self.bytes[self.len] = b'.';
            self.len += 1;
        }
        for (to, from) in self.bytes[self.len..].iter_mut().zip(label.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        self.len = (self.len + label.len()).min(self.bytes.len());
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// What a line says of its name.
enum Rule {
    Icann,
    Private,
    Exception,
}

/// What a line says, if it is the line of `key`.
fn rule(line: &[u8], key: &[u8]) -> Option<Rule> {
    match line.strip_prefix(key)? {
        b"" => Some(Rule::Icann),
        b"+" => Some(Rule::Private),
        b"!" => Some(Rule::Exception),
        _ => None,
    }
}

/// Where the lines begin, and which of them each top-level domain has.
struct Index {
    text: &'static [u8],
    starts: Vec<u32>,
    tlds: FxHashMap<&'static [u8], Range<u32>>,
}

impl Index {
    fn new() -> Self {
        let text = list();
        let mut index = Self {
            text,
            starts: Vec::with_capacity(text.len() / USUAL_LINE),
            tlds: FxHashMap::default(),
        };
        let (mut start, mut last, mut first) = (0, &text[..0], 0);
        for end in memchr::memchr_iter(b'\n', text) {
            let line = &text[start..end];
            let tld = line.iter().position(|byte| b".+!".contains(byte));
            let tld = &line[..tld.unwrap_or(line.len())];
            let at = small(index.starts.len());
            // The lines of one follow each other.
            if tld != last {
                index.tlds.insert(last, first..at);
                (last, first) = (tld, at);
            }
            index.starts.push(small(start));
            start = end + 1;
        }
        index.tlds.insert(last, first..small(index.starts.len()));
        index.tlds.remove(&text[..0]);
        index
    }

    /// The lines of a top-level domain.
    fn lines(&self, tld: &[u8]) -> Option<Range<usize>> {
        let lines = self.tlds.get(tld)?;
        Some(lines.start as usize..lines.end as usize)
    }
}

/// All lines, each with a newline behind it.
fn list() -> &'static [u8] {
    static LIST: OnceLock<Vec<u8>> = OnceLock::new();
    LIST.get_or_init(|| {
        let mut list = Vec::with_capacity(2 * ENDS.len());
        let mut before = 0;
        for end in ENDS.lines().map(str::as_bytes) {
            let shared = end
                .first()
                .map_or(0, |sign| usize::from(sign - NOTHING_SHARED));
            let start = list.len();
            list.extend_from_within(before..before + shared);
            list.extend_from_slice(end.get(1..).unwrap_or_default());
            list.push(b'\n');
            before = start;
        }
        list
    })
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(Index::new)
}

/// All that follows a line's beginning.
fn from_line(number: usize) -> &'static [u8] {
    let index = index();
    let start = index.starts.get(number);
    start.map_or(&[], |&start| &index.text[start as usize..])
}

fn line(number: usize) -> &'static [u8] {
    let rest = from_line(number);
    let end = rest.iter().position(|&byte| byte == b'\n');
    &rest[..end.unwrap_or(rest.len())]
}

/// The first of some lines that is not below `key`; the one behind them where all are.
///
/// What ends a line, a newline or a mark, sorts before all that a name holds: so `key` is compared
/// with what follows it, and a line's end need not be looked for.
fn first_not_below(key: &[u8], lines: Range<usize>) -> usize {
    let Index { text, starts, .. } = index();
    let starts = starts.get(lines.clone()).unwrap_or_default();
    let below = starts.partition_point(|&start| {
        let rest = &text[start as usize..];
        rest[..key.len().min(rest.len())] < *key
    });
    lines.start + below
}

#[cfg(test)]
mod tests {
    use super::{is_known, list, of};

    /// The suffix, and a plus where it is a private one.
    fn shown(name: &str) -> String {
        of(name).map_or_else(
            || "none".to_owned(),
            |suffix| {
                let mark = if suffix.is_private { "+" } else { "" };
                format!("{}{mark}", &name[suffix.start..])
            },
        )
    }

    #[test]
    fn the_longest_rule_counts() {
        let table = [
            ("com", "com"),
            ("a.com", "com"),
            ("A.B.COM", "COM"),
            ("a.co.uk", "co.uk"),
            ("co.uk", "co.uk"),
            ("uk", "uk"),
            ("a.b.ck", "b.ck"),
            ("www.ck", "ck"),
            ("a.www.ck", "ck"),
            ("city.kobe.jp", "kobe.jp"),
            ("a.b.kobe.jp", "b.kobe.jp"),
            ("a.blogspot.com", "blogspot.com+"),
            ("a.github.io", "github.io+"),
            ("a.xn--p1ai", "xn--p1ai"),
            ("evil.example", "example"),
            ("a.unheardof", "none"),
            ("unheardof", "none"),
            ("", "none"),
            (".com", "com"),
            ("com.", "none"),
            ("zzzz", "none"),
        ];
        for (name, expected) in table {
            assert_eq!(shown(name), expected, "{name}");
        }
    }

    #[test]
    fn a_top_level_domain_is_known_or_not() {
        for (name, known) in [
            ("a.com", true),
            ("COM", true),
            ("a.ck", true),
            ("a.zip", true),
            ("a.example", true),
            ("a.co", true),
            ("a.exe", false),
            ("a.c", false),
            ("a.", false),
            ("a.local", false),
        ] {
            assert_eq!(is_known(name), known, "{name}");
        }
    }

    #[test]
    fn a_name_may_have_rules_below_it() {
        for (name, has) in [
            ("windows.net", true),
            ("CORE.windows.NET", true),
            ("ck", true),
            ("kobe.jp", true),
            ("indows.net", false),
            ("github.io", false),
            ("evil.example", false),
            ("unheardof", false),
            ("", false),
        ] {
            let rule = super::of_and_below(name).1;
            let end = format!(".{}", name.to_ascii_lowercase());
            assert_eq!(rule.is_some(), has, "{name}: {rule:?}");
            assert!(rule.is_none_or(|rule| rule.ends_with(&end)), "{name}");
        }
    }

    #[test]
    fn every_rule_finds_itself() {
        let text = std::str::from_utf8(list()).unwrap_or_default();
        assert_eq!(text, include_str!("list.txt"));
        assert!(text.lines().count() > 9_000);
        for line in text.lines().filter(|line| !line.contains(['*', '!'])) {
            let rule = line.trim_end_matches('+');
            let name = rule.split('.').rev().collect::<Vec<_>>().join(".");
            let below = format!("a-name.{name}");
            let start = of(&name).map(|suffix| suffix.start);
            assert_eq!(start, Some(0), "{name}");
            assert!(of(&below).is_some_and(|suffix| suffix.start <= "a-name.".len()));
        }
    }
}
