//! Addresses and names that mean something else in each network.
//!
//! The documentation ranges (RFC 5737, RFC 3849) and names (RFC 6761) are left out: they reach nothing,
//! and examples are written in them.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{names::is_at_or_below, ranges::Span};
use crate::value::{AddressRange, INTERNAL_ADDRESSES};

/// What the IANA registries of special-purpose addresses (RFC 6890) name besides what is internal.
const SPECIAL: [AddressRange; 5] = [
    AddressRange::known(IpAddr::V4(Ipv4Addr::new(192, 0, 0, 0)), 24),
    AddressRange::known(IpAddr::V4(Ipv4Addr::new(198, 18, 0, 0)), 15),
    AddressRange::known(v6(0x100, 0, 0), 64),
    AddressRange::known(v6(0x64, 0xff9b, 1), 48),
    AddressRange::known(v6(0xfec0, 0, 0), 10),
];

/// RFC 6761, RFC 6762 with its appendix G, RFC 8375, and ICANN's `internal`.
const INTERNAL_NAMES: [&str; 9] = [
    "localhost",
    "local",
    "internal",
    "home.arpa",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
];

const fn v6(first: u16, second: u16, third: u16) -> IpAddr {
    IpAddr::V6(Ipv6Addr::new(first, second, third, 0, 0, 0, 0, 0))
}

/// Every range that is private or reserved.
pub(super) fn ranges() -> impl Iterator<Item = Span> {
    let ranges = INTERNAL_ADDRESSES.iter().chain(&SPECIAL);
    ranges.map(|&range| Span::of(range))
}

/// Why a name is internal: the name that it is or lies below, or itself where it has no dot.
pub(super) fn name(name: &str) -> Option<&str> {
    let mut internal = INTERNAL_NAMES.into_iter();
    let found = internal.find(|internal| is_at_or_below(name, internal));
    // Without a dot it is found by the search suffix of the network alone.
    found.or_else(|| (!name.contains('.') && !crate::suffix::is_known(name)).then_some(name))
}
