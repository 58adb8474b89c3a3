//! Spans of addresses, and a list of them as the file holds it.
//!
//! An address is a number of 128 bits: IPv4 as its mapped IPv6 address (RFC 4291 section 2.5.5.2). In
//! the file each span is two numbers in LEB128: how far it begins after the end of the one before, and
//! how many addresses follow its first. They are ascending and share nothing. They are searched where
//! they lie, by an index of every [`STEP`]th.

use std::{
    fmt,
    net::{IpAddr, Ipv6Addr},
};

use super::Unloaded;
use crate::value::{AddressRange, written_address};

/// Addresses from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    first: u128,
    last: u128,
}

/// `::ffff:0:0`, below which IPv4 lies.
const MAPPED: u128 = 0xffff << 32;

/// Other IPv6 addresses that have an IPv4 address at their end: as networks without IPv4 see it (RFC
/// 6052), translated without state (RFC 2765 section 2.1), and the compatible form (RFC 4291 section
/// 2.5.5.1).
const TRANSLATED: [u128; 3] = [0x0064_ff9b << 96, 0xffff << 48, 0];

/// `2002::/16`, behind which the IPv4 address of a 6to4 network follows (RFC 3056 section 2).
const SIX_TO_FOUR: u128 = 0x2002 << 112;

/// `::` and `::1` lie below this and hold no IPv4 address.
const FIRST_COMPATIBLE: u128 = 1 << 24;

impl Span {
    pub(super) fn single(address: IpAddr) -> Self {
        Self::of(AddressRange::single(address))
    }

    pub(super) fn of(range: AddressRange) -> Self {
        let (is_v4, first, last) = range.bounds();
        if is_v4 {
            let (first, last) = (MAPPED | first, MAPPED | last);
            return Self { first, last };
        }
        embedded(first, last).unwrap_or(Self { first, last })
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// The IPv4 addresses that all of a span of IPv6 addresses stand for.
fn embedded(first: u128, last: u128) -> Option<Span> {
    let v4 = |first: u128, last: u128| Span {
        first: MAPPED | (first & 0xffff_ffff),
        last: MAPPED | (last & 0xffff_ffff),
    };
    let is_within =
        |prefix: u128, bits: u32| (first ^ prefix) >> bits == 0 && (last ^ prefix) >> bits == 0;
    if is_within(SIX_TO_FOUR, 112) {
        return Some(v4(first >> 80, last >> 80));
    }
    let is_translated =
        last >= FIRST_COMPATIBLE && TRANSLATED.iter().any(|&prefix| is_within(prefix, 32));
    is_translated.then(|| v4(first, last))
}

impl fmt::Display for Span {
    /// The address, the range in CIDR notation, or both ends; each address as it is sent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (Ipv6Addr::from(self.first), Ipv6Addr::from(self.last));
        let (first, last, bits) = match (first.to_ipv4_mapped(), last.to_ipv4_mapped()) {
            (Some(first), Some(last)) => (IpAddr::V4(first), IpAddr::V4(last), 32),
            _ => (IpAddr::V6(first), IpAddr::V6(last), 128),
        };
        let size = self.last - self.first;
        let is_cidr = size & size.wrapping_add(1) == 0 && self.first & size == 0;
        f.write_str(&written_address(first))?;
        match size.count_ones() {
            0 => Ok(()),
            host if is_cidr => write!(f, "/{}", bits - host),
            _ => write!(f, "-{}", written_address(last)),
        }
    }
}

/// How many spans are passed over for one entry of the index.
const STEP: usize = 16;

/// A list of spans.
#[derive(Clone, Debug)]
pub(super) struct Ranges {
    bytes: Vec<u8>,
    /// Each [`STEP`]th span's place, and the end of the one before it.
    index: Vec<Walk>,
}

/// Where in a list's bytes the next span lies, and from where it counts.
#[derive(Clone, Copy, Debug, Default)]
struct Walk {
    at: usize,
    base: u128,
}

impl Ranges {
    /// Reads and checks `count` spans.
    pub(super) fn read(bytes: &[u8], count: usize) -> Result<Self, Unloaded> {
        let mut index = Vec::new();
        let mut walk = Walk::default();
        for number in 0..count {
            if number % STEP == 0 {
                index.push(walk);
            }
            walk.next(bytes).ok_or(Unloaded::Damaged("addresses"))?;
        }
        if walk.at != bytes.len() {
            return Err(Unloaded::Damaged("addresses"));
        }
        let bytes = bytes.to_vec();
        Ok(Self { bytes, index })
    }

    /// The first span that shares an address with `span`.
    pub(super) fn meeting(&self, span: Span) -> Option<Span> {
        let above = self.index.partition_point(|walk| walk.base <= span.first);
        let mut walk = *self.index.get(above.saturating_sub(1))?;
        loop {
            let found = walk.next(&self.bytes)?;
            if found.last >= span.first {
                return found.meets(span).then_some(found);
            }
        }
    }
}

impl Walk {
    fn next(&mut self, bytes: &[u8]) -> Option<Span> {
        let gap = self.number(bytes)?;
        let more = self.number(bytes)?;
        let first = self.base.checked_add(gap)?;
        let last = first.checked_add(more)?;
        // The very last address has none after it, and no list holds it.
        self.base = last.checked_add(1)?;
        Some(Span { first, last })
    }

    fn number(&mut self, bytes: &[u8]) -> Option<u128> {
        let (mut number, mut shift) = (0_u64, 0);
        while shift < 63 {
            let byte = *bytes.get(self.at)?;
            self.at += 1;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number.into());
            }
            shift += 7;
        }
        self.long_number(number, bytes)
    }

    /// A number of more than 63 bits, of which the lowest are read.
    fn long_number(&mut self, low: u64, bytes: &[u8]) -> Option<u128> {
        let mut number = u128::from(low);
        for shift in (63..128).step_by(7) {
            let byte = *bytes.get(self.at)?;
            self.at += 1;
            let part = u128::from(byte & 0x7f);
            number |= part << shift;
            if byte < 0x80 {
                return (number >> shift == part).then_some(number);
            }
        }
        None
    }
}
