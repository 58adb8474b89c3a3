//! Which IP addresses can be indicators: single, external ones, written out.

use std::net::{Ipv4Addr, Ipv6Addr};

/// What is wrong with `value` as an address.
pub(super) fn fault(value: &str) -> Option<&'static str> {
    if value.contains('/') {
        return Some("ranges are not supported.");
    }
    let internal = if let Some(address) = v4(value) {
        is_internal_v4(address)
    } else {
        match v6(value) {
            Ok(address) => is_internal_v6(&address),
            Err(fault) => return Some(fault),
        }
    };
    internal.then_some("only external addresses are supported.")
}

/// Four decimal numbers without leading zeros.
fn v4(value: &str) -> Option<Ipv4Addr> {
    value.parse().ok()
}

/// Eight groups, none left out (overview page, 2025-04).
fn v6(value: &str) -> Result<Ipv6Addr, &'static str> {
    let address: Ipv6Addr = value.parse().map_err(|_| "this is not an IP address.")?;
    if value.contains("::") || value.split(':').count() != 8 {
        return Err("an IPv6 address is written with all eight groups.");
    }
    Ok(address)
}

fn is_internal_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let shared = first == 100 && (64..128).contains(&second);
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || first == 0
        || shared
}

fn is_internal_v6(address: &Ipv6Addr) -> bool {
    let first = address.segments()[0];
    let mapped = address.to_ipv4_mapped();
    address.is_loopback()
        || address.is_unspecified()
        || address.is_multicast()
        || first & 0xfe00 == 0xfc00
        || first & 0xffc0 == 0xfe80
        || mapped.is_some_and(is_internal_v4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_external_addresses_pass() {
        for value in [
            "8.8.8.8",
            "203.0.113.7",
            "100.63.0.1",
            "2001:db8:0:0:0:0:0:1",
            "2001:0db8:0000:0000:0000:0000:0000:0001",
        ] {
            assert_eq!(fault(value), None, "{value}");
        }
    }

    #[test]
    fn all_others_are_refused() {
        let cases = [
            ("8.8.8.0/24", "ranges"),
            ("2001:db8::/32", "ranges"),
            ("8.8.8.8:53", "not an IP"),
            ("8.8.8.08", "not an IP"),
            ("8.8.8", "not an IP"),
            (" 8.8.8.8", "not an IP"),
            ("256.1.1.1", "not an IP"),
            ("2001:db8::1", "eight groups"),
            ("10.1.2.3", "external"),
            ("172.16.0.1", "external"),
            ("192.168.0.1", "external"),
            ("127.0.0.1", "external"),
            ("169.254.1.1", "external"),
            ("100.64.0.1", "external"),
            ("224.0.0.1", "external"),
            ("0.1.2.3", "external"),
            ("0:0:0:0:0:0:0:1", "external"),
            ("fe80:0:0:0:0:0:0:1", "external"),
            ("fd00:0:0:0:0:0:0:1", "external"),
            ("ff02:0:0:0:0:0:0:1", "external"),
            ("0:0:0:0:0:ffff:a01:203", "external"),
        ];
        for (value, expected) in cases {
            let fault = fault(value).unwrap_or_default();
            assert!(fault.contains(expected), "{value}: {fault:?}");
        }
    }
}
