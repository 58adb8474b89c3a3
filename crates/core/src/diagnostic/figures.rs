//! Numbers, characters and lists as the sentences show them.

use std::fmt;

use super::{Looks, facts::EXPANDABLE_BITS};
use crate::{indicator::IndicatorType, source::small, value::is_hidden};

/// 2^`bits` in digits where that is short, else as a power.
pub(super) struct Count(pub(super) u8);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            bits @ 0..=40 => Grouped(1 << bits).fmt(f),
            bits => write!(f, "2^{bits}"),
        }
    }
}

/// A number with a comma between thousands.
pub(super) struct Grouped(pub(super) u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            small @ 0..=999 => write!(f, "{small}"),
            large => write!(f, "{},{:03}", Self(large / 1000), large % 1000),
        }
    }
}

/// So many of something, in the plural where there are several.
pub(super) struct Several(pub(super) u32, pub(super) &'static str);

impl fmt::Display for Several {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} {}{end}", Grouped(self.0.into()), self.1)
    }
}

/// The first names of so many columns, and how many more there are.
pub(super) struct Names<'n>(pub(super) &'n [String], pub(super) u32);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, name) in self.0.iter().enumerate() {
            write!(f, "{}`{name}`", if at == 0 { "" } else { ", " })?;
        }
        match self.1.saturating_sub(small(self.0.len())) {
            0 => Ok(()),
            more => write!(f, " and {} more", Grouped(more.into())),
        }
    }
}

/// The advice for a range of 2^`bits` addresses.
pub(super) struct Expand {
    pub(super) bits: u8,
}

impl fmt::Display for Expand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bits {
            bits @ 0..=EXPANDABLE_BITS => {
                write!(f, "Expand it into {} rows, or remove it.", Count(bits))
            }
            bits => write!(
                f,
                "It holds {}, too many to list; narrow it, or remove it.",
                Count(bits)
            ),
        }
    }
}

/// A character, by its code point where it cannot be seen.
pub(super) struct Shown(pub(super) char);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            c if c.is_control() || c.is_whitespace() || is_hidden(c) => {
                write!(f, "U+{:04X}", u32::from(c))
            }
            c => write!(f, "`{c}`"),
        }
    }
}

/// The actions that a type takes.
pub(super) struct Instead(pub(super) IndicatorType);

impl fmt::Display for Instead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_network() {
            "Audit, Allowed, Warn or Block"
        } else {
            "Allowed or BlockAndRemediate"
        })
    }
}

impl fmt::Display for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blank => "nothing",
            Self::Comment => "a comment",
            Self::Placeholder => "a placeholder",
            Self::Sentence => "a sentence",
            Self::Email => "an e-mail address",
            Self::FilePath => "a file path",
            Self::FileName => "a file name",
            Self::RegistryKey => "a registry key",
            Self::Mutex => "a mutex",
            Self::Vulnerability => "a vulnerability number",
            Self::Heading => "a line above the table",
            Self::Header => "the header again",
            Self::NoValue => "a row without an indicator",
            Self::Port => "a port",
            Self::OtherHash => "a hash of another kind",
            Self::OtherType => "of a type that is not imported",
            Self::LocalName => "a name of the machine itself",
            Self::Unknown => "something else",
        })
    }
}
