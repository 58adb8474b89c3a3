//! Which result belongs to which entry.
//!
//! A result carries only the value, not the type or the action, and the documents do not promise the
//! order. Results are matched by the type's folded key within the batch. What remains is matched by
//! its position only where there are as many results as entries and every keyed match sits at its
//! own position. Anything else is unconfirmed: nobody can say whose result it is.

use std::collections::HashMap;

use super::Outcome;
use crate::{
    indicator::{IndicatorType, folded},
    plan::{EntryId, Plan},
    wire::Item,
};

/// The outcome of each of `entries`, in their order.
pub(super) fn outcomes(
    plan: &Plan,
    entries: &[EntryId],
    items: &[Item],
) -> Vec<(EntryId, Outcome)> {
    let keys = Keys::new(plan, entries);
    let named: Vec<Option<usize>> = items.iter().map(|item| keys.find(item)).collect();
    let mut of_entry = vec![Claim::None; entries.len()];
    for (position, entry) in named.iter().enumerate() {
        if let Some(entry) = *entry {
            of_entry[entry] = of_entry[entry].and(position);
        }
    }
    let in_place = |(position, entry): (usize, &Option<usize>)| entry.is_none_or(|e| e == position);
    let ordered = items.len() == entries.len() && named.iter().enumerate().all(in_place);
    let result = |(position, entry): (usize, &EntryId)| {
        let item = match of_entry[position] {
            Claim::One(item) => items.get(item),
            Claim::None if ordered => items.get(position),
            Claim::None | Claim::Several => None,
        };
        (*entry, item.map_or(Outcome::Unconfirmed, outcome))
    };
    entries.iter().enumerate().map(result).collect()
}

/// What one result says of its entry.
pub(super) fn outcome(item: &Item) -> Outcome {
    match item.failed {
        Some(false) => Outcome::Accepted {
            id: item.id.clone(),
        },
        Some(true) => Outcome::Rejected {
            reason: reason(item),
            target: None,
        },
        None => Outcome::Unconfirmed,
    }
}

fn reason(item: &Item) -> String {
    match item.reason.as_deref() {
        None | Some("") => "The API gave no reason.".to_owned(),
        Some(reason) => reason.to_owned(),
    }
}

/// The results that name one entry.
#[derive(Clone, Copy)]
enum Claim {
    None,
    One(usize),
    Several,
}

impl Claim {
    fn and(self, position: usize) -> Self {
        match self {
            Self::None => Self::One(position),
            Self::One(_) | Self::Several => Self::Several,
        }
    }
}

/// The entries of a batch by their keys. A key that two of them share names neither.
struct Keys {
    urls: HashMap<String, Option<usize>>,
    others: HashMap<String, Option<usize>>,
}

impl Keys {
    fn new(plan: &Plan, entries: &[EntryId]) -> Self {
        let mut keys = Self {
            urls: HashMap::new(),
            others: HashMap::new(),
        };
        for (position, id) in entries.iter().enumerate() {
            let entry = &plan.entries[id.0 as usize];
            let key = folded(entry.indicator_type, &entry.value).into_owned();
            keys.of(entry.indicator_type)
                .entry(key)
                .and_modify(|place| *place = None)
                .or_insert(Some(position));
        }
        keys
    }

    fn of(&mut self, indicator_type: IndicatorType) -> &mut HashMap<String, Option<usize>> {
        match indicator_type {
            IndicatorType::Url => &mut self.urls,
            _ => &mut self.others,
        }
    }

    /// The entry that a result names: among the URLs by their key, among the rest by theirs. All
    /// types but the URL fold alike, so any of them stands for the rest.
    fn find(&self, item: &Item) -> Option<usize> {
        let echo = item.indicator.as_deref()?;
        let url = self.urls.get(folded(IndicatorType::Url, echo).as_ref());
        let other = self
            .others
            .get(folded(IndicatorType::DomainName, echo).as_ref());
        match (url, other) {
            (Some(place), None) | (None, Some(place)) => *place,
            _ => None,
        }
    }
}
