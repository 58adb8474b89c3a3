//! The guard against harming oneself: would blocking this hit more than the attacker?
//!
//! In goes an indicator's type, its value as it would be sent, and its action; out comes what catches
//! it, if anything does: how grave it is, which list, and the list's entry. What a block would hit
//! decides, not how the value is written:
//!
//! - a **domain** covers every name below it, so it is caught where it is a listed name, lies below
//!   one, or has one below itself: `windows.net` hits `login.windows.net`;
//! - a **URL of a host alone** is taken as that host. One with a path or a query hits that place only,
//!   and what lies below a large site is everyday work: it is caught at own hosts, at sign-in and API
//!   hosts, and inside the network, and nowhere else;
//! - an **address**, or a range of them, is caught where it shares an address with a listed one;
//! - a **hash** by itself. A **certificate** never: Defender matches leaf certificates alone, and no
//!   list has those.
//!
//! Block, `BlockAndRemediate`, Warn and the legacy `AlertAndBlock` are caught as [`Level`] says. Audit
//! and Alert block nothing, but raise an alert at each match: what would be a stop is a caution, what
//! would be a caution is nothing. Allowed is never caught.
//!
//! Two sources. [`Own`] is made by the page from its configuration and always holds, as do the private
//! ranges, the public suffix list and the hash of the empty file, which are compiled in. The public
//! lists are a file of the deployment, fetched when first needed: [`Guard::load`] takes its bytes.
//! Until then, or where it is missing, [`Guard::facts`] is `None` and the rest still holds.
//!
//! ```
//! use ioculate_core::guard::{Guard, Level, List, Own};
//! use ioculate_core::indicator::{Action, IndicatorType};
//!
//! let own = Own { names: vec!["portal.contoso.example".to_owned()], ..Own::default() };
//! let guard = Guard::new(&own);
//! let caught = guard.check(IndicatorType::DomainName, "contoso.example", Action::Block);
//! let caught = caught.expect("the domain has an own host below it");
//! assert_eq!((caught.level, caught.list), (Level::Stop, List::Own));
//! assert_eq!(caught.entry, "portal.contoso.example");
//! ```
//!
//! Nothing is resolved and nothing is asked: what a name points to is not known here.

mod caught;
mod file;
mod made;
mod names;
mod own;
mod ranges;
mod reserved;
mod subject;

pub use caught::{Caught, Level, List};
pub use file::{Facts, Unloaded};
pub use made::{BYTES, DATE, LICENCE, PACKAGE, SHA256};
pub use own::Own;

use crate::{
    indicator::{Action, IndicatorType},
    suffix::{self, Suffix},
};
use caught::Gravest;
use file::Lists;
use names::is_at_or_below;
use own::Protected;
use ranges::Span;
use subject::{Host, Subject};

/// The empty file's MD5, SHA-1 and SHA-256.
const EMPTY_FILE: [&str; 3] = [
    "d41d8cd98f00b204e9800998ecf8427e",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
];

/// Everything a value is held against.
#[derive(Clone, Debug)]
pub struct Guard {
    own: Protected,
    lists: Option<Lists>,
}

impl Guard {
    /// A guard without the public lists. Of `own`, what is neither a name nor an address is passed
    /// over: the configuration was checked before.
    #[must_use]
    pub fn new(own: &Own) -> Self {
        Self {
            own: Protected::new(own),
            lists: None,
        }
    }

    /// Has it protect this instead of what it protected for the deployment.
    pub fn protect(&mut self, own: &Own) {
        self.own = Protected::new(own);
    }

    /// Takes the public lists: the bytes of the deployment's file. Lists taken before are kept where
    /// it is refused.
    ///
    /// # Errors
    /// [`Unloaded::Damaged`] with the part that is not as it should be.
    pub fn load(&mut self, file: &[u8]) -> Result<(), Unloaded> {
        self.lists = Some(Lists::read(file)?);
        Ok(())
    }

    /// Where the public lists come from; `None` while there are none.
    #[must_use]
    pub fn facts(&self) -> Option<&Facts> {
        self.lists.as_ref().map(Lists::facts)
    }

    /// What catches an indicator: the gravest level, and of equal ones the list that [`List`] names
    /// first. `value` is the value as it would be sent, or any other spelling of it.
    #[must_use]
    pub fn check(&self, kind: IndicatorType, value: &str, action: Action) -> Option<Caught> {
        match action {
            Action::Block | Action::BlockAndRemediate | Action::Warn | Action::AlertAndBlock => {
                self.caught(kind, value)
            }
            Action::Audit | Action::Alert => self
                .caught(kind, value)
                .filter(|caught| caught.level == Level::Stop)
                .map(|caught| Caught {
                    level: Level::Caution,
                    ..caught
                }),
            Action::Allowed => None,
        }
    }

    /// What catches a value that is to be blocked.
    fn caught(&self, kind: IndicatorType, value: &str) -> Option<Caught> {
        let mut gravest = Gravest::default();
        match Subject::of(kind, value)? {
            Subject::Hash(hash) => self.hash(&hash, &mut gravest),
            Subject::Host(Host::Name(name)) => self.name(&name, &mut gravest),
            Subject::Host(Host::Addresses(span)) => self.addresses(span, &mut gravest),
            Subject::Place(Host::Name(name)) => self.inside_name(&name, &mut gravest),
            Subject::Place(Host::Addresses(span)) => self.inside_addresses(span, &mut gravest),
        }
        gravest.caught()
    }

    fn hash(&self, hash: &str, gravest: &mut Gravest) {
        if EMPTY_FILE.contains(&hash) {
            gravest.note(Level::Stop, List::EmptyHash, || hash.to_owned());
        }
        if self
            .lists
            .as_ref()
            .is_some_and(|lists| lists.has_hash(hash))
        {
            gravest.note(Level::Caution, List::FalsePositive, || hash.to_owned());
        }
    }

    fn name(&self, name: &str, gravest: &mut Gravest) {
        self.inside_name(name, gravest);
        let (suffix, rule_below) = suffix::of_and_below(name);
        let is_customer = |suffix: &Suffix| suffix.is_private && suffix.is_wildcard;
        if suffix.is_some_and(|suffix| suffix.start == 0 && !is_customer(&suffix)) {
            // What else is below it says less.
            return gravest.note(Level::Stop, List::PublicSuffix, || name.to_owned());
        }
        for (list, protected) in self.own.names() {
            if is_at_or_below(protected, name) {
                gravest.note(Level::Stop, list, || protected.to_owned());
            }
        }
        if let Some(suffix) = suffix.filter(|suffix| suffix.is_private) {
            // One customer's, at a place that many share.
            let shared = shared_part(name, suffix);
            gravest.note(Level::Caution, List::SharedHosting, || shared.to_owned());
        }
        if let Some(below) = rule_below {
            gravest.note(Level::Stop, List::PublicSuffix, || below);
        }
        if let Some(lists) = &self.lists {
            lists.name(name, gravest);
        }
    }

    fn addresses(&self, span: Span, gravest: &mut Gravest) {
        self.inside_addresses(span, gravest);
        if let Some(lists) = &self.lists {
            lists.addresses(span, gravest);
        }
    }

    /// What holds for any place at a host of this name.
    fn inside_name(&self, name: &str, gravest: &mut Gravest) {
        for (list, protected) in self.own.names() {
            if is_at_or_below(name, protected) {
                gravest.note(Level::Stop, list, || protected.to_owned());
            }
        }
        if let Some(entry) = reserved::name(name) {
            gravest.note(Level::Stop, List::Private, || entry.to_owned());
        }
    }

    /// What holds for any place at these addresses.
    fn inside_addresses(&self, span: Span, gravest: &mut Gravest) {
        for (list, protected) in self.own.addresses() {
            if span.meets(protected) {
                gravest.note(Level::Stop, list, || protected.to_string());
            }
        }
    }
}

/// What a customer's name at a shared place lies below. Where a rule leaves a label open, that label
/// may be the customer, as a machine's is in `ec2-192-0-2-1.compute-1.amazonaws.com`.
fn shared_part(name: &str, suffix: Suffix) -> &str {
    let rule = &name[suffix.start..];
    match rule.split_once('.') {
        Some((_, above)) if suffix.is_wildcard && suffix.start == 0 => above,
        _ => rule,
    }
}

#[cfg(test)]
mod tests;
