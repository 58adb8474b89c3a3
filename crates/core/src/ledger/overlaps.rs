//! Ranges written as single addresses, beside rows that name one of these.
//!
//! A range that meets another row would send one value twice, perhaps with two actions, and neither
//! row would show it. So of two ranges the later is refused, and a range beside a single address is;
//! leaving the other row out lets it in.

use std::collections::{BTreeMap, HashMap};

use crate::{check::Verdict, diagnostic::Finding, indicator::IndicatorType, value::AddressRange};

use super::Ledger;

/// For each range that meets another row: that row.
pub(super) type Overlaps = HashMap<u32, u32>;

/// Disjoint ranges by their first address: the last one, and the row.
type Taken = BTreeMap<(bool, u128), (u128, u32)>;

impl Ledger {
    /// Refuses each range that meets another row. Rows of equal values are not told apart yet.
    pub(super) fn refuse_overlaps(&mut self) {
        let overlaps = self.find_overlaps();
        let code = Finding::RangeOverlaps { line: 0 }.code();
        for row in overlaps.keys() {
            if let Some(checked) = self.checked.get_mut(*row as usize) {
                checked.verdict = Verdict::Refused;
                self.codes.add(&mut checked.codes, code);
            }
        }
        self.overlaps = overlaps;
    }

    fn find_overlaps(&self) -> Overlaps {
        let (mut taken, mut overlaps) = (Taken::new(), Overlaps::new());
        for (row, range) in self.ranges() {
            let (is_v4, first, last) = range.bounds();
            match meets(&taken, is_v4, last, first) {
                // The same range again is a duplicate or a conflict, which the next step finds.
                Some(other) if self.value(other) == self.value(row) => {}
                Some(other) => drop(overlaps.insert(row, other)),
                None => drop(taken.insert((is_v4, first), (last, row))),
            }
        }
        if taken.is_empty() {
            return overlaps;
        }
        for row in (0..self.len()).filter(|&row| self.is_address(row)) {
            let Ok(address) = self.value(row).parse() else {
                continue;
            };
            let (is_v4, first, last) = AddressRange::single(address).bounds();
            if let Some(range) = meets(&taken, is_v4, last, first) {
                overlaps.entry(range).or_insert(row);
            }
        }
        overlaps
    }

    /// The ranges that would be written as single addresses, in the order of the rows.
    fn ranges(&self) -> impl Iterator<Item = (u32, AddressRange)> {
        (0..self.len()).filter_map(|row| {
            let expands =
                self.is_address(row) && self.value(row).contains('/') && self.is_expanded(row);
            expands
                .then(|| AddressRange::parse(self.value(row)))?
                .map(|range| (row, range))
        })
    }

    /// Whether a row would send an address or a range.
    fn is_address(&self, row: u32) -> bool {
        self.indicator_type(row) == Some(IndicatorType::IpAddress)
            && self.verdict(row) == Verdict::Ready
            && !self.is_left_out(row)
    }
}

/// The row whose range holds some of `first..=last`.
fn meets(taken: &Taken, is_v4: bool, last: u128, first: u128) -> Option<u32> {
    let (_, &(end, row)) = taken.range((is_v4, 0)..=(is_v4, last)).next_back()?;
    (end >= first).then_some(row)
}
