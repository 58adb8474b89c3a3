//! Ranges of addresses in CIDR notation.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::diagnostic::{Finding, excerpt};

/// The addresses that share the first `prefix` bits of `network`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddressRange {
    network: IpAddr,
    prefix: u8,
}

impl AddressRange {
    /// Reads `198.51.100.0/24` or `2001:db8::/32`. `None` for anything else, such as an address
    /// without a prefix length or one that lies inside the range.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    pub(super) fn read(text: &str) -> Result<Self, Finding> {
        let bad = || Finding::BadAddress {
            given: excerpt(text),
        };
        let (address, prefix) = text.split_once('/').ok_or_else(bad)?;
        let network: IpAddr = address.parse().map_err(|_| bad())?;
        let most = width(network);
        let range = match prefix.parse::<u8>() {
            Ok(length) if length <= most && prefix.len() <= 3 && !prefix.starts_with('+') => Self {
                network,
                prefix: length,
            },
            _ => {
                return Err(Finding::BadPrefix {
                    prefix: excerpt(prefix),
                    most,
                });
            }
        };
        if range.first() == network {
            Ok(range)
        } else {
            let network = Self {
                network: range.first(),
                prefix: range.prefix,
            }
            .to_string();
            Err(Finding::RangeHostBits {
                given: excerpt(text),
                network,
            })
        }
    }

    /// It holds 2^`bits` addresses.
    #[must_use]
    pub fn bits(self) -> u8 {
        width(self.network) - self.prefix
    }

    /// How many addresses it holds, where a `u32` can say so.
    #[must_use]
    pub fn count(self) -> Option<u32> {
        1_u32.checked_shl(self.bits().into())
    }

    /// Its addresses in order, each in the form in which it is sent.
    pub fn addresses(self) -> impl Iterator<Item = String> {
        let first = number(self.network);
        let last = first | mask(self.bits());
        (first..=last).map(move |number| super::address::sent(self.address(number)))
    }

    /// Whether it is of IPv4, and its first and last address as numbers.
    pub(crate) fn bounds(self) -> (bool, u128, u128) {
        let first = number(self.network);
        (self.network.is_ipv4(), first, first | mask(self.bits()))
    }

    /// Whether the two share an address.
    pub(super) fn meets(self, other: Self) -> bool {
        let bits = self.bits().max(other.bits());
        match (self.network, other.network) {
            (IpAddr::V4(one), IpAddr::V4(other)) => {
                u64::from(one.to_bits() ^ other.to_bits()) >> bits == 0
            }
            (IpAddr::V6(one), IpAddr::V6(other)) => {
                (one.to_bits() ^ other.to_bits()) & !mask(bits) == 0
            }
            _ => false,
        }
    }

    /// A single address as a range.
    pub(crate) fn single(address: IpAddr) -> Self {
        Self {
            network: address,
            prefix: width(address),
        }
    }

    /// The range `network/prefix`, which the caller knows to be one.
    pub(crate) const fn known(network: IpAddr, prefix: u8) -> Self {
        Self { network, prefix }
    }

    pub(super) fn network(self) -> IpAddr {
        self.network
    }

    fn first(self) -> IpAddr {
        self.address(number(self.network) & !mask(self.bits()))
    }

    fn address(self, number: u128) -> IpAddr {
        match self.network {
            IpAddr::V4(_) => Ipv4Addr::from(u32::try_from(number).unwrap_or(u32::MAX)).into(),
            IpAddr::V6(_) => Ipv6Addr::from(number).into(),
        }
    }
}

impl std::fmt::Display for AddressRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", super::address::sent(self.network), self.prefix)
    }
}

const fn width(address: IpAddr) -> u8 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u32::from(address).into(),
        IpAddr::V6(address) => address.into(),
    }
}

/// The lowest `bits` bits set.
fn mask(bits: u8) -> u128 {
    1_u128
        .checked_shl(bits.into())
        .map_or(u128::MAX, |bit| bit - 1)
}
