//! Names with the lists that hold them, as the file has them.
//!
//! In the file the names are sorted with their labels turned round, `com.google.drive`, and each says
//! how many bytes it shares with the one before (one byte), the bytes that follow, and in two bytes
//! with the high bit set, seven bits each, the lowest first, which lists it is of. Turned round, what
//! lies below a name stands together.

use super::{Level, List, Unloaded, caught::Gravest};
use crate::source::small;

/// A list of names, and how grave it is to hit one.
struct NameList {
    list: List,
    /// A listed name itself, or a name above it.
    at: Level,
    /// A name below a listed one.
    below: Option<Level>,
}

/// In the order of the bits that the file has for them.
const NAME_LISTS: [NameList; 8] = [
    of(List::TopSite, Level::Stop, Some(Level::Caution)),
    of(List::TopSite, Level::Caution, None),
    of(List::Microsoft, Level::Stop, Some(Level::Caution)),
    of(List::SharedHosting, Level::Caution, Some(Level::Caution)),
    of(List::Shortener, Level::Caution, None),
    of(List::SecuritySite, Level::Caution, None),
    of(List::Google, Level::Caution, Some(Level::Caution)),
    of(List::ConnectivityCheck, Level::Caution, None),
];

const fn of(list: List, at: Level, below: Option<Level>) -> NameList {
    NameList { list, at, below }
}

/// Whether `name` is `other` or lies below it.
pub(super) fn is_at_or_below(name: &str, other: &str) -> bool {
    name.strip_suffix(other)
        .is_some_and(|above| above.is_empty() || above.ends_with('.'))
}

/// Names, sorted with their labels turned round.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// All of them, one after the other.
    text: Vec<u8>,
    /// Where each begins, and which lists it is of.
    entries: Vec<(u32, u16)>,
}

impl Names {
    /// Reads and checks `count` names.
    pub(super) fn read(mut bytes: &[u8], count: usize) -> Result<Self, Unloaded> {
        let mut names = Self::default();
        for _ in 0..count {
            bytes = names.push(bytes).ok_or(Unloaded::Damaged("names"))?;
        }
        if bytes.is_empty() {
            Ok(names)
        } else {
            Err(Unloaded::Damaged("names"))
        }
    }

    /// Takes one name, and gives what follows it.
    fn push<'a>(&mut self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let (&shared, rest) = bytes.split_first()?;
        let len = rest.iter().position(|byte| !byte.is_ascii())?;
        let (own, rest) = rest.split_at(len);
        let (marks, rest) = rest.split_at_checked(2)?;
        let (last, shared) = (self.last_start(), usize::from(shared));
        let start = self.text.len();
        if shared > start - last {
            return None;
        }
        self.text.extend_from_within(last..last + shared);
        self.text.extend_from_slice(own);
        let lists = u16::from(marks[0] & 0x7f) | u16::from(marks[1] & 0x7f) << 7;
        let is_good = self.text[last..start] < self.text[start..]
            && marks[1] >= 0x80
            && lists != 0
            && lists >> NAME_LISTS.len() == 0;
        self.entries.push((small(start), lists));
        is_good.then_some(rest)
    }

    fn last_start(&self) -> usize {
        self.entries.last().map_or(0, |&(start, _)| start as usize)
    }

    /// Notes every list that `name` is on, lies below a name of, or has a name of below itself.
    pub(super) fn note(&self, name: &str, gravest: &mut Gravest) {
        // What is behind `www` is the site.
        let site = name.strip_prefix("www.").unwrap_or(name);
        let site = if site.contains('.') { site } else { name };
        let mut key = turned(site).into_bytes();
        let mut above = Vec::new();
        let mut from = 0;
        for end in ends_of_names(&key) {
            from = self.first_not_below(&key[..end], from);
            let found = self.entry(from);
            if !found.starts_with(&key[..end]) {
                // Nor does any longer name begin so.
                return self.note_above(&above, gravest);
            }
            if found.len() < key.len() && found.len() == end {
                above.push(from);
            }
        }
        if self.entry(from) == key {
            let lists = self.lists(from);
            note(lists, &|list| Some(list.at), &|| site.to_owned(), gravest);
        }
        self.note_above(&above, gravest);
        // What a block of `www` covers lies below that, not beside it.
        if site.len() < name.len() {
            key.extend(b".www");
        }
        key.push(b'.');
        self.note_below(&key, from, gravest);
    }

    /// Notes names that a name lies below, the nearest first.
    fn note_above(&self, above: &[usize], gravest: &mut Gravest) {
        for &at in above.iter().rev() {
            let entry = || told(self.entry(at));
            note(self.lists(at), &|list| list.below, &entry, gravest);
        }
    }

    /// Notes the names that begin with `key`.
    fn note_below(&self, key: &[u8], from: usize, gravest: &mut Gravest) {
        for at in self.first_not_below(key, from)..self.entries.len() {
            let entry = self.entry(at);
            if !entry.starts_with(key) {
                break;
            }
            // What a name is itself says more than what is below it, where both are as grave.
            let before = gravest.level();
            let graver = |list: &NameList| Some(list.at).filter(|&at| Some(at) > before);
            note(self.lists(at), &graver, &|| told(entry), gravest);
        }
    }

    fn lists(&self, at: usize) -> u16 {
        self.entries.get(at).map_or(0, |&(_, lists)| lists)
    }

    fn entry(&self, at: usize) -> &[u8] {
        let bound = |at: usize| self.entries.get(at).map(|&(start, _)| start as usize);
        match (bound(at), bound(at + 1)) {
            (Some(start), end) => &self.text[start..end.unwrap_or(self.text.len())],
            (None, _) => &[],
        }
    }

    /// The first entry from `low` on that is not below `key`; the one behind them where all are.
    fn first_not_below(&self, key: &[u8], mut low: usize) -> usize {
        let mut high = self.entries.len();
        while low < high {
            let middle = low.midpoint(high);
            if self.entry(middle) < key {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Where the names end of which a turned name consists, from two labels on: no list has one alone.
fn ends_of_names(key: &[u8]) -> impl Iterator<Item = usize> {
    let dots = memchr::memchr_iter(b'.', key).skip(1);
    dots.chain([key.len()])
}

/// Notes each list of a set.
fn note(
    lists: u16,
    level: &dyn Fn(&NameList) -> Option<Level>,
    entry: &dyn Fn() -> String,
    gravest: &mut Gravest,
) {
    for (bit, list) in NAME_LISTS.iter().enumerate() {
        if lists >> bit & 1 == 1
            && let Some(level) = level(list)
        {
            gravest.note(level, list.list, entry);
        }
    }
}

/// A name with its labels in the other order.
pub(super) fn turned(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for label in name.rsplit('.') {
        if !text.is_empty() {
            text.push('.');
        }
        text.push_str(label);
    }
    text
}

/// An entry as the name that it is.
fn told(entry: &[u8]) -> String {
    turned(&String::from_utf8_lossy(entry))
}
