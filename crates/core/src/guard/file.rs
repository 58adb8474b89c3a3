//! The file of the public lists.
//!
//! A head of lines, an empty line, then the sections that it announced, in its order and without
//! anything between or behind them:
//!
//! ```text
//! ioculate-guard 1
//! package pymispwarninglists 1.7.0
//! sha256 (of the package)
//! licence CC0-1.0
//! date 2025-12-23
//! source guard-top-site tranco10k 20250115
//! names 12345 98765
//! ranges guard-resolver 63014 190000
//! hashes 68 3400
//! ```
//!
//! `names`, `ranges` and `hashes` give how many entries the section has, and its bytes. It is made by
//! `cargo xtask guard`; one that is not exactly so is refused.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::message::made::trouble;

use super::{
    Level, List,
    caught::Gravest,
    names::Names,
    ranges::{Ranges, Span},
};

/// The first line. Its number rises with the form of the file.
const FIRST_LINE: &str = "ioculate-guard 1";

/// Where the public lists come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The package, with its version.
    pub package: String,
    /// The package's SHA-256, in hex.
    pub sha256: String,
    /// The licence of the lists (SPDX).
    pub licence: String,
    /// The day of the newest of them, `2025-12-23`.
    pub date: String,
    /// For each source: the code of the list it went into, its name, its version.
    pub sources: Vec<String>,
}

/// Why there are no public lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Unloaded {
    /// The file could not be fetched.
    Missing,
    /// It is not the file that this build was made with.
    Foreign,
    /// It cannot be read; the part that is wrong.
    Damaged(&'static str),
}

impl Unloaded {
    /// The stable code, in kebab case.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "guard-lists-missing",
            Self::Foreign => "guard-lists-foreign",
            Self::Damaged(_) => "guard-lists-damaged",
        }
    }
}

impl fmt::Display for Unloaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str(const { trouble::GUARD_MISSING.english() }),
            Self::Foreign => f.write_str(const { trouble::GUARD_FOREIGN.english() }),
            Self::Damaged(part) => {
                write!(
                    f,
                    "The file of the guard's public lists is damaged: {part}."
                )
            }
        }
    }
}

impl std::error::Error for Unloaded {}

/// The public lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    facts: Facts,
    names: Names,
    ranges: Vec<(List, Ranges)>,
    hashes: Vec<Box<str>>,
}

impl Lists {
    pub(super) fn read(file: &[u8]) -> Result<Self, Unloaded> {
        let damaged = Unloaded::Damaged("head");
        let end = memchr::memmem::find(file, b"\n\n").ok_or(damaged)?;
        let head = str::from_utf8(&file[..end]).map_err(|_| damaged)?;
        let mut lines = head.lines();
        if lines.next() != Some(FIRST_LINE) {
            return Err(damaged);
        }
        let mut lists = Self::default();
        let mut rest = &file[end + 2..];
        for line in lines {
            let (key, value) = line.split_once(' ').ok_or(damaged)?;
            let facts = &mut lists.facts;
            match key {
                "package" => value.clone_into(&mut facts.package),
                "sha256" => value.clone_into(&mut facts.sha256),
                "licence" => value.clone_into(&mut facts.licence),
                "date" => value.clone_into(&mut facts.date),
                "source" => facts.sources.push(value.to_owned()),
                "names" => {
                    let (count, bytes) = section(value, &mut rest)?;
                    lists.names = Names::read(bytes, count)?;
                }
                "ranges" => {
                    let (code, size) = value.split_once(' ').ok_or(damaged)?;
                    let list = List::of_code(code).ok_or(damaged)?;
                    let (count, bytes) = section(size, &mut rest)?;
                    lists.ranges.push((list, Ranges::read(bytes, count)?));
                }
                "hashes" => {
                    let (count, bytes) = section(value, &mut rest)?;
                    lists.hashes = hashes(count, bytes).ok_or(Unloaded::Damaged("hashes"))?;
                }
                _ => return Err(damaged),
            }
        }
        if rest.is_empty() {
            Ok(lists)
        } else {
            Err(Unloaded::Damaged("end"))
        }
    }

    pub(super) fn facts(&self) -> &Facts {
        &self.facts
    }

    pub(super) fn name(&self, name: &str, gravest: &mut Gravest) {
        self.names.note(name, gravest);
    }

    pub(super) fn addresses(&self, span: Span, gravest: &mut Gravest) {
        for (list, ranges) in &self.ranges {
            if let Some(entry) = ranges.meeting(span) {
                gravest.note(address_level(*list), *list, || entry.to_string());
            }
        }
    }

    pub(super) fn has_hash(&self, hash: &str) -> bool {
        let hashes = &self.hashes;
        hashes.binary_search_by(|known| (**known).cmp(hash)).is_ok()
    }
}

/// How grave it is to hit an address of a list.
fn address_level(list: List) -> Level {
    match list {
        List::Resolver | List::Microsoft => Level::Stop,
        _ => Level::Caution,
    }
}

/// Hashes in lower case, one a line, ascending.
fn hashes(count: usize, bytes: &[u8]) -> Option<Vec<Box<str>>> {
    let text = str::from_utf8(bytes).ok()?;
    let hashes: Vec<Box<str>> = text.lines().map(Box::from).collect();
    let is_ascending = hashes.windows(2).all(|two| two[0] < two[1]);
    (hashes.len() == count && is_ascending).then_some(hashes)
}

/// A section's entries and bytes, as the head gives them, and the bytes off the rest.
fn section<'a>(size: &str, rest: &mut &'a [u8]) -> Result<(usize, &'a [u8]), Unloaded> {
    let numbers = size
        .split_once(' ')
        .and_then(|(count, len)| Some((count.parse().ok()?, len.parse().ok()?)));
    let (count, len) = numbers.ok_or(Unloaded::Damaged("head"))?;
    let (bytes, behind) = rest.split_at_checked(len).ok_or(Unloaded::Damaged("end"))?;
    *rest = behind;
    Ok((count, bytes))
}
