//! Order where nothing is in a hurry.
//!
//! The standard library's sorts are made for speed: each type that is sorted costs 5 kB of program.
//! These cost a tenth of that and are as safe from hostile input: n log n steps, whatever it is.

use std::{borrow::Cow, collections::BinaryHeap};

/// The items, the smallest first.
pub(crate) fn sorted<T: Ord>(items: Vec<T>) -> Vec<T> {
    BinaryHeap::from(items).into_sorted_vec()
}

/// The items by a figure of each, the smallest first; those of equal figures stay in their order.
pub(crate) fn by_figure<T>(items: Vec<T>, figure: impl Fn(&T) -> i128) -> Vec<T> {
    let places = places(items.iter().map(figure).collect());
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let items = places.into_iter().filter_map(|place| items[place].take());
    items.collect()
}

/// The items in the order of a text of each, in any case; those of equal texts stay in their order.
pub(crate) fn by_words<'s, T: Copy>(items: &[T], words: impl Fn(T) -> Cow<'s, str>) -> Vec<T> {
    let keyed = items.iter().zip(0_usize..);
    let keyed = keyed.map(|(item, at)| (words(*item).to_lowercase(), at));
    let keyed = sorted(keyed.collect::<Vec<_>>());
    keyed.into_iter().map(|(_, at)| items[at]).collect()
}

/// Where the figures stand, in their order.
fn places(figures: Vec<i128>) -> Vec<usize> {
    let numbered = figures.into_iter().enumerate();
    let numbered = numbered.map(|(place, figure)| (figure, place)).collect();
    let places = sorted(numbered).into_iter().map(|(_, place)| place);
    places.collect()
}

/// Counts one more of what was found. There are a dozen kinds at most.
pub(crate) fn count<T: PartialEq>(counts: &mut Vec<(T, u32)>, found: T) {
    match counts.iter_mut().find(|(counted, _)| *counted == found) {
        Some((_, count)) => *count += 1,
        None => counts.push((found, 1)),
    }
}

/// The highest counts first, equal ones in the order given. There are a dozen at most, and the
/// library's sort weighs 5 KB for each type that it sorts.
pub(crate) fn most_first<T>(counts: Vec<(T, u32)>) -> Vec<(T, u32)> {
    let mut sorted: Vec<(T, u32)> = Vec::with_capacity(counts.len());
    for one in counts {
        let place = sorted.partition_point(|(_, count)| *count >= one.1);
        sorted.insert(place, one);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_the_standard_librarys(items: Vec<(i8, u8)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|(figure, _)| *figure);
            prop_assert_eq!(super::by_figure(items.clone(), |(figure, _)| (*figure).into()), expected);
            let mut expected = items.clone();
            expected.sort_unstable();
            prop_assert_eq!(super::sorted(items), expected);
        }
    }

    #[test]
    fn what_is_found_is_counted_in_the_order_in_which_it_first_appears() {
        let mut counts = Vec::new();
        for letter in "banana".chars() {
            super::count(&mut counts, letter);
        }
        assert_eq!(counts, [('b', 1), ('a', 3), ('n', 2)]);
    }

    #[test]
    fn the_most_stand_first_and_equals_as_they_stood() {
        let counts = vec![('a', 1), ('b', 3), ('c', 1), ('d', 0), ('e', 3), ('f', 2)];
        let order: String = super::most_first(counts)
            .iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(order, "befacd");
    }
}
