//! Ranges written as single addresses, beside each other and beside rows that name one address.
//!
//! A range that meets another row would send one value twice, perhaps with two actions, and neither
//! row would show it. So of two ranges the later is refused, and a range beside a single address is;
//! leaving the other row out lets it in. All ranges together become a bounded number of rows.

use std::collections::{BTreeMap, HashMap};

use crate::{
    change::Field,
    check::{Cidr, Row, Verdict},
    diagnostic::{Diagnostic, Finding, Place, excerpt},
    indicator::IndicatorType,
    plan::range,
    value::AddressRange,
};

use super::Ledger;

/// For each range that meets another row: that row.
pub(super) type Overlaps = HashMap<u32, u32>;

/// Disjoint ranges by their first address: the last one, and the row.
type Taken = BTreeMap<(bool, u128), (u128, u32)>;

/// The most addresses that all ranges together are expanded into: several times what a tenant holds,
/// and what a browser can hold.
const MOST_EXPANDED: u32 = 100_000;

/// How many addresses ranges may still become.
pub(super) struct Room(u32);

impl Room {
    pub(super) fn new() -> Self {
        Self(MOST_EXPANDED)
    }

    /// Makes room for a row's range, or refuses it where there is not enough.
    pub(super) fn take(&mut self, assessed: &mut Row<'_>) {
        let count = range_of(assessed).and_then(AddressRange::count);
        match count.and_then(|count| self.0.checked_sub(count)) {
            Some(left) => self.0 = left,
            None => refuse(assessed, without_room),
        }
    }
}

fn range_of(assessed: &Row<'_>) -> Option<AddressRange> {
    range(assessed.indicator.as_ref()?)
}

fn without_room(value: &str, range: AddressRange) -> Finding {
    Finding::RangesOverMost {
        given: excerpt(value),
        bits: range.bits(),
        most: MOST_EXPANDED,
    }
}

/// Refuses a row that is a range.
fn refuse(assessed: &mut Row<'_>, why: impl FnOnce(&str, AddressRange) -> Finding) {
    let range = range_of(assessed);
    let Some((indicator, range)) = assessed.indicator.take().zip(range) else {
        return;
    };
    assessed.verdict = Verdict::Refused;
    let place = Place::field(0, Field::IndicatorValue);
    let finding = why(&indicator.value, range);
    assessed.diagnostics.push(Diagnostic::new(finding, place));
}

impl Ledger {
    /// Whether a row is a range that is written as single addresses.
    pub(super) fn expands(&self, row: u32, assessed: &Row<'_>) -> bool {
        range_of(assessed).is_some() && self.is_expanded(row) && !self.is_left_out(row)
    }

    /// Whether any row may be such a range.
    pub(super) fn may_expand(&self) -> bool {
        matches!(self.settings.policy.cidr, Cidr::Expand { .. }) || self.edits.expand()
    }

    fn is_expanded(&self, row: u32) -> bool {
        matches!(self.cidr_of(row), Cidr::Expand { .. })
    }

    /// Refuses a row that is ready by itself but was refused beside the others, with the reason.
    pub(super) fn refuse_range(&self, row: u32, assessed: &mut Row<'_>) {
        match self.overlaps.get(&row) {
            Some(&other) => {
                let line = self.line_of(other);
                refuse(assessed, |_, _| Finding::RangeOverlaps { line });
            }
            None => refuse(assessed, without_room),
        }
    }

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
