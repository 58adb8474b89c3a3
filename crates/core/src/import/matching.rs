//! Which result belongs to which entry.
//!
//! A result carries only the value, not the type or the action, and the documents do not promise the
//! order. Results are matched by the type's folded key within the batch. What remains is matched by
//! its position only where there are as many results as entries, every keyed match sits at its own
//! position and, but for a single result, there is one: an answer that names nothing of the batch may
//! be another's. Anything else is unconfirmed: nobody can say whose result it is.

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
    let is_ours = items.len() == 1 || named.iter().any(Option::is_some);
    let result = |(position, entry): (usize, &EntryId)| {
        let item = match of_entry[position] {
            Claim::One(item) => items.get(item),
            Claim::None if ordered && is_ours => items.get(position),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        indicator::Action,
        plan::{Endpoint, Entry, Seen, Stage},
    };

    fn plan(values: &[&str]) -> (Plan, Vec<EntryId>) {
        let entry = |value: &&str| Entry {
            row: 0,
            indicator_type: if value.contains("://") {
                IndicatorType::Url
            } else {
                IndicatorType::DomainName
            },
            value: (*value).into(),
            action: Action::Block,
            endpoint: Endpoint::Import,
            stage: Stage::Submitting,
            seen: Seen::Anything,
            json: 0..0,
        };
        let plan = Plan {
            entries: values.iter().map(entry).collect(),
            ..Plan::default()
        };
        let ids = (0..).zip(values).map(|(number, _)| EntryId(number));
        let ids = ids.collect();
        (plan, ids)
    }

    /// An echo, with `!` in front where it failed and `?` where the API does not say; `-` is no echo.
    fn item(text: &str) -> Item {
        let (failed, echo) = match text.split_at(1) {
            ("!", echo) => (Some(true), echo),
            ("?", echo) => (None, echo),
            _ => (Some(false), text),
        };
        Item {
            id: None,
            indicator: (echo != "-").then(|| echo.to_owned()),
            failed,
            reason: None,
        }
    }

    /// One letter for each entry: accepted, rejected, unconfirmed.
    fn outcomes_of(values: &[&str], items: &[Item]) -> String {
        let (plan, ids) = plan(values);
        let letter = |(_, outcome): &(EntryId, Outcome)| match outcome {
            Outcome::Accepted { .. } => 'a',
            Outcome::Rejected { .. } => 'r',
            Outcome::Unconfirmed => 'u',
            Outcome::NotSent { .. } => unreachable!("it was sent"),
        };
        outcomes(&plan, &ids, items).iter().map(letter).collect()
    }

    #[test]
    fn results_are_matched_by_key_then_by_position() {
        for (sent, answered, outcomes) in [
            (&["x", "y"][..], &["x", "!y"][..], "ar"),
            // By key, in any order and any case.
            (&["x", "y"], &["!y", "x"], "ar"),
            (&["x", "y"], &["X", "!Y"], "ar"),
            (&["http://h/P", "y"], &["!y", "HTTP://H/P"], "ar"),
            // The path of a URL keeps its case: this echo names nothing, and the other is out of place.
            (&["http://h/P", "y"], &["!y", "http://h/p"], "ur"),
            // By position, where the keyed ones sit at theirs.
            (&["x", "y"], &["x", "!z"], "ar"),
            (&["x"], &["!other"], "r"),
            (&["x"], &["-"], "a"),
            // Where none is named the answer may be another batch's.
            (&["x", "y"], &["-", "!-"], "uu"),
            (&["x", "y"], &["v", "!w"], "uu"),
            // Not by position, where one is out of place or their number differs.
            (&["x", "y", "z"], &["x", "!z", "!other"], "aur"),
            (&["x", "y"], &["x"], "au"),
            (&["x", "y"], &["-"], "uu"),
            (&["x"], &["-", "-"], "u"),
            (&["x", "y"], &["y", "x", "w"], "aa"),
            (&["x", "y"], &[], "uu"),
            // A value that is named twice is not decided, nor is one that a stranger's place names.
            (&["x", "y"], &["x", "!x"], "uu"),
            (&["x", "y"], &["x", "x", "y"], "ua"),
            // The API does not say.
            (&["x", "y"], &["?x", "y"], "ua"),
            // Two entries with one key are told apart by their places alone, once another is named.
            (&["x", "X"], &["x", "!x"], "uu"),
            (&["x", "X", "y"], &["x", "!x", "y"], "ara"),
        ] {
            let items: Vec<Item> = answered.iter().map(|text| item(text)).collect();
            assert_eq!(outcomes_of(sent, &items), outcomes, "{sent:?} {answered:?}");
        }
    }

    /// Values of a batch, each with whether the service takes it.
    fn truths() -> impl Strategy<Value = Vec<bool>> {
        prop::collection::vec(any::<bool>(), 1..20)
    }

    fn names(truths: &[bool]) -> Vec<String> {
        (0..truths.len())
            .map(|n| format!("http://h{n}/Path"))
            .collect()
    }

    fn results(names: &[String], truths: &[bool]) -> Vec<Item> {
        let result = |(name, failed): (&String, &bool)| Item {
            indicator: Some(name.clone()),
            failed: Some(*failed),
            ..Item::default()
        };
        names.iter().zip(truths).map(result).collect()
    }

    fn told(truths: &[bool]) -> String {
        truths
            .iter()
            .map(|failed| if *failed { 'r' } else { 'a' })
            .collect()
    }

    /// Whether what was found contradicts the truth anywhere.
    fn contradicts(found: &str, truths: &[bool]) -> bool {
        found
            .chars()
            .zip(told(truths).chars())
            .any(|(found, truth)| found != 'u' && found != truth)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

        #[test]
        fn honest_echoes_in_any_order_and_case_are_all_matched(
            truths in truths(),
            order in any::<prop::sample::Index>(),
            loud in any::<u32>(),
        ) {
            let names = names(&truths);
            let mut items = results(&names, &truths);
            for (place, item) in items.iter_mut().enumerate().filter(|(place, _)| loud >> (place % 32) & 1 == 1) {
                item.indicator = Some(names[place].replace("http://h", "HTTP://H"));
            }
            let by = order.index(items.len());
            items.rotate_left(by);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            prop_assert_eq!(outcomes_of(&names, &items), told(&truths));
        }

        #[test]
        fn a_missing_an_extra_or_a_double_result_never_turns_an_outcome_round(
            truths in truths(),
            missing in prop::collection::vec(any::<prop::sample::Index>(), 0..3),
            extra in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..3),
            double in prop::collection::vec(any::<prop::sample::Index>(), 0..3),
        ) {
            let names = names(&truths);
            let mut items = results(&names, &truths);
            for place in double {
                items.push(items[place.index(items.len())].clone());
            }
            for (place, failed) in extra {
                let stranger = Item { indicator: Some("stranger".into()), failed: Some(failed), ..Item::default() };
                items.insert(place.index(items.len()), stranger);
            }
            for place in missing {
                if !items.is_empty() {
                    items.remove(place.index(items.len()));
                }
            }
            // Strangers at the places of the missing cannot be told from mangled echoes.
            let strangers = items.iter().filter(|item| item.indicator.as_deref() == Some("stranger")).count();
            prop_assume!(strangers == 0 || items.len() != truths.len());
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            prop_assert!(!contradicts(&outcomes_of(&names, &items), &truths));
        }

        #[test]
        fn mangled_echoes_are_matched_by_place_once_one_is_not_and_all_is_in_order(
            truths in truths(),
            mangled in prop_oneof![3 => any::<u32>(), 1 => Just(u32::MAX)],
        ) {
            let names = names(&truths);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let mut items = results(&names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>(), &truths);
            for (_, item) in items.iter_mut().enumerate().filter(|(place, _)| mangled >> (place % 32) & 1 == 1) {
                item.indicator = item.indicator.as_ref().map(|echo| format!("{echo}/"));
            }
            let keyed = items.iter().zip(&names).any(|(item, name)| item.indicator.as_deref() == Some(name));
            let is_told = keyed || items.len() == 1;
            let expected = if is_told { told(&truths) } else { "u".repeat(truths.len()) };
            prop_assert_eq!(outcomes_of(&names, &items), expected);
            items.rotate_left(1);
            if items.len() > 1 {
                prop_assert!(!contradicts(&outcomes_of(&names, &items), &truths));
            }
        }
    }
}
