//! Many rows in few numbers: those that follow each other are kept as the first and the last of them.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// Rows in order, none twice, as the first and the last of each run of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Rows(Vec<(u32, u32)>);

impl Rows {
    /// Adds a row behind those that are there.
    pub(super) fn push(&mut self, row: u32) {
        match self.0.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(row) => *last = row,
            _ => self.0.push((row, row)),
        }
    }

    pub(super) fn has(&self, row: u32) -> bool {
        let behind = self.0.partition_point(|(first, _)| *first <= row);
        behind > 0 && row <= self.0[behind - 1].1
    }

    /// The first and the last of each run.
    pub(super) fn runs(&self) -> &[(u32, u32)] {
        &self.0
    }

    /// Each row.
    pub(super) fn all(&self) -> impl Iterator<Item = u32> {
        let rows = |(first, last): &(u32, u32)| RangeInclusive::new(*first, *last);
        self.0.iter().flat_map(rows)
    }

    /// Whether all are in order, none twice, and before `len`: they may come from a file.
    pub(super) fn are_sound(&self, len: u32) -> bool {
        let is_run = |(first, last): &(u32, u32)| first <= last && *last < len;
        self.0.iter().all(is_run) && self.0.windows(2).all(|pair| pair[0].1 < pair[1].0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_pushed_is_there_and_sound(rows: BTreeSet<u8>) {
            let mut kept = Rows::default();
            for row in &rows {
                kept.push((*row).into());
            }
            prop_assert!(kept.all().eq(rows.iter().map(|row| u32::from(*row))));
            prop_assert!((0..=u8::MAX).all(|row| kept.has(row.into()) == rows.contains(&row)));
            let len = rows.last().map_or(0, |last| u32::from(*last) + 1);
            prop_assert!(kept.are_sound(len));
            prop_assert!(rows.is_empty() || !kept.are_sound(len - 1));
        }
    }

    #[test]
    fn what_no_row_was_pushed_into_is_not_sound() {
        for runs in [vec![(2, 1)], vec![(3, 3), (1, 1)], vec![(0, 2), (2, 3)]] {
            assert!(!Rows(runs.clone()).are_sound(9), "{runs:?}");
        }
    }
}
