//! Which codes of findings a row has, as bits.
//!
//! A code gets its number when a row first has it. There are a million rows and few codes, so that a
//! row keeps bits and not texts.

use std::iter;

#[cfg(not(target_arch = "wasm32"))]
use crate::diagnostic::catalogue;

/// The codes of findings that rows have, each with a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Codes(Vec<&'static str>);

/// A row's codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CodeSet([u64; WORDS]);

const WORDS: usize = 3;

/// So many codes have a bit; more would share the last one.
const MOST: usize = WORDS * BITS;

const BITS: usize = u64::BITS as usize;

#[cfg(not(target_arch = "wasm32"))]
const _: () = assert!(
    catalogue::COUNT <= MOST,
    "each finding has a bit of its own"
);

impl Codes {
    pub(super) fn number(&self, code: &str) -> Option<usize> {
        self.0.iter().position(|&seen| seen == code)
    }

    pub(super) fn name(&self, number: usize) -> Option<&'static str> {
        self.0.get(number).copied()
    }

    pub(super) fn add(&mut self, set: &mut CodeSet, code: &'static str) {
        let number = self.number(code).unwrap_or_else(|| {
            self.0.push(code);
            self.0.len() - 1
        });
        set.insert(number.min(MOST - 1));
    }
}

impl CodeSet {
    fn insert(&mut self, number: usize) {
        self.0[number / BITS] |= 1 << (number % BITS);
    }

    pub(super) fn has(self, number: usize) -> bool {
        self.0
            .get(number / BITS)
            .is_some_and(|word| word & (1 << (number % BITS)) != 0)
    }

    /// The numbers of the codes in it, the smallest first.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        (0..).step_by(BITS).zip(self.0).flat_map(|(first, word)| {
            let without_lowest = |left: &u64| Some(left & left.checked_sub(1)?);
            let left = iter::successors(Some(word), without_lowest).take_while(|left| *left != 0);
            left.map(move |left| first + left.trailing_zeros() as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::btree_set, prelude::*};

    use super::*;

    proptest! {
        #[test]
        fn a_set_holds_what_was_put_into_it(numbers in btree_set(0..MOST, 0..=MOST)) {
            let mut set = CodeSet::default();
            for number in &numbers {
                set.insert(*number);
            }
            prop_assert!(set.iter().eq(numbers.iter().copied()));
            prop_assert!((0..2 * MOST).all(|number| set.has(number) == numbers.contains(&number)));
        }
    }

    #[test]
    fn each_code_has_a_number_of_its_own() {
        let names: Vec<&'static str> = (0..MOST).map(|it| &*format!("code-{it}").leak()).collect();
        let (mut codes, mut set) = (Codes::default(), CodeSet::default());
        for name in names.iter().chain(&names) {
            codes.add(&mut set, name);
        }
        let found: Vec<_> = set.iter().filter_map(|number| codes.name(number)).collect();
        assert_eq!(found, names);
    }
}
