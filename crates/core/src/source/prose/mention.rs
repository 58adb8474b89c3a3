//! How a running text speaks of a value.

use serde::{Deserialize, Serialize};

/// What a value in a running text is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mention {
    /// An indicator.
    Indicator,
    /// A link for the reader: it is written as it is in a text that defangs what is malicious.
    Reference,
    /// That cannot be told.
    Unclear(Doubt),
}

/// Of which two readings one has to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// A link for the reader, or an indicator.
    Reference,
    /// A file's name, or a domain: `update.zip`.
    FileName,
    /// A version, or an address: `4.2.0.0`.
    Version,
    /// A name under which anybody may register, or a domain of one owner: `blogspot.com`.
    SharedSuffix,
    /// Letters of another script or pictures beside it, which may belong to it.
    Glued,
    /// All of a name, or the end of one that a tag or a line break cut: `evil[.]<wbr>example[.]com`.
    Cut,
    /// What a filter list blocks, or a site that it spares or whose pages it trims: `@@||good.example^`.
    FilterRule,
    /// A domain with a spelt dot, or words of a sentence: `evil dot example`.
    Spelt,
    /// A URL without its scheme, or two names with a slash between.
    TwoNames,
    /// A URL with commas, or a URL and the cells of a table behind it.
    Cells,
}
