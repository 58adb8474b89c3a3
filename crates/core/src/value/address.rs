//! IP addresses: one address, external, IPv4 in four octets or IPv6 in eight groups.
//!
//! IPv6 is sent in lower case as eight groups of four digits. The indicators overview (2025-04) asks
//! for eight un-compressed groups and does not say whether a group's leading zeros count as
//! compression; the full form is right either way.

use std::{
    borrow::Cow,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use super::{AddressRange, part};
use crate::{
    change::ChangeKind,
    check::{Cidr, Notes, Policy},
    diagnostic::{Finding, excerpt},
};

pub(super) fn read<'a>(
    text: Cow<'a, str>,
    policy: &Policy,
    notes: &mut Notes,
) -> Result<Cow<'a, str>, Finding> {
    let text = unbracketed(text, notes);
    if let Ok(address) = text.parse::<IpAddr>() {
        return single(text, address, policy, notes);
    }
    if text.contains('/') {
        return range(text, policy, notes);
    }
    Err(refusal(&text))
}

/// The address as it is sent.
pub(crate) fn sent(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let mut text = String::with_capacity("0000:".len() * 8);
            for (at, byte) in address.octets().into_iter().enumerate() {
                if at > 0 && at % 2 == 0 {
                    text.push(':');
                }
                for digit in [byte >> 4, byte & 15] {
                    text.extend(char::from_digit(digit.into(), 16));
                }
            }
            text
        }
    }
}

const fn v4(a: u8, b: u8, prefix: u8) -> AddressRange {
    AddressRange::known(IpAddr::V4(Ipv4Addr::new(a, b, 0, 0)), prefix)
}

const fn v6(first: u16, last: u16, prefix: u8) -> AddressRange {
    AddressRange::known(
        IpAddr::V6(Ipv6Addr::new(first, 0, 0, 0, 0, 0, 0, last)),
        prefix,
    )
}

/// "Only external IPs can be added" (IP and domain indicators page); it gives no list.
pub(crate) const INTERNAL: [AddressRange; 14] = [
    v4(0, 0, 8),
    v4(10, 0, 8),
    v4(100, 64, 10),
    v4(127, 0, 8),
    v4(169, 254, 16),
    v4(172, 16, 12),
    v4(192, 168, 16),
    v4(224, 0, 4),
    v4(240, 0, 4),
    v6(0, 0, 128),
    v6(0, 1, 128),
    v6(0xfc00, 0, 7),
    v6(0xfe80, 0, 10),
    v6(0xff00, 0, 8),
];

/// Whether only an internal network reaches the address, or part of the range.
pub(super) fn is_internal(range: AddressRange) -> bool {
    INTERNAL.iter().any(|&internal| range.meets(internal))
}

/// Whether `text` means to be an address, a range or an address with a port, well written or not.
pub(crate) fn is_like(text: &str) -> bool {
    let colons = text.bytes().filter(|&b| b == b':').count();
    if colons >= 2 {
        let end = text.find(['/', '%']).unwrap_or(text.len());
        return text[..end]
            .bytes()
            .all(|b| b.is_ascii_hexdigit() || b":.[]".contains(&b));
    }
    let end = text.find([':', '/', '-', ' ']).unwrap_or(text.len());
    let is_spaced_range = text[end..].starts_with(" - ");
    text[..end].split('.').count() == 4
        && text[..end]
            .split('.')
            .all(|octet| octet == "*" || is_number(octet))
        && text[end..]
            .bytes()
            .all(|b| b.is_ascii_digit() || b":/-.".contains(&b) || (is_spaced_range && b == b' '))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `[2001:db8::1]` is how a URL writes it.
fn unbracketed<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Cow<'a, str> {
    let Some(inner) = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
    else {
        return text;
    };
    if inner.parse::<Ipv6Addr>().is_err() || notes.keeps(ChangeKind::Refanged) {
        return text;
    }
    notes.change_value(ChangeKind::Refanged, text.to_string(), inner.to_owned());
    let end = text.len() - 1;
    part(text, 1..end)
}

fn single<'a>(
    text: Cow<'a, str>,
    address: IpAddr,
    policy: &Policy,
    notes: &mut Notes,
) -> Result<Cow<'a, str>, Finding> {
    let v6 = match address {
        IpAddr::V4(_) => {
            external(AddressRange::single(address), &text, policy)?;
            return Ok(text);
        }
        IpAddr::V6(v6) => v6,
    };
    let (address, kind) = match v6.to_ipv4_mapped() {
        Some(v4) => (IpAddr::V4(v4), ChangeKind::Ipv4Unmapped),
        None => (address, ChangeKind::Ipv6Expanded),
    };
    external(AddressRange::single(address), &text, policy)?;
    Ok(rewritten(text, sent(address), kind, notes))
}

/// `after` in the place of `text`, noted where they differ.
fn rewritten<'a>(
    text: Cow<'a, str>,
    after: String,
    kind: ChangeKind,
    notes: &mut Notes,
) -> Cow<'a, str> {
    if *text == *after {
        return text;
    }
    let kind = if text.eq_ignore_ascii_case(&after) {
        ChangeKind::Lowercased
    } else {
        kind
    };
    if notes.keeps(kind) {
        return text;
    }
    notes.change_value(kind, text.into_owned(), after.clone());
    Cow::Owned(after)
}

fn external(range: AddressRange, text: &str, policy: &Policy) -> Result<(), Finding> {
    if !policy.internal_addresses && is_internal(range) {
        return Err(Finding::InternalAddress {
            given: excerpt(text),
        });
    }
    Ok(())
}

fn range<'a>(
    text: Cow<'a, str>,
    policy: &Policy,
    notes: &mut Notes,
) -> Result<Cow<'a, str>, Finding> {
    let range = AddressRange::read(&text)?;
    let bits = range.bits();
    if bits == 0 && !notes.keeps(ChangeKind::PrefixDropped) {
        let slash = text.find('/').unwrap_or(text.len());
        let prefix = text[slash..].to_owned();
        notes.change_part(ChangeKind::PrefixDropped, prefix, "", slash);
        return single(part(text, 0..slash), range.network(), policy, notes);
    }
    let given = || excerpt(&text);
    match policy.cidr {
        Cidr::Refuse => {
            return Err(Finding::AddressRangeCidr {
                given: given(),
                bits,
            });
        }
        Cidr::Expand { cap } if range.count().is_none_or(|count| count > cap) => {
            return Err(Finding::RangeOverCap {
                given: given(),
                bits,
                cap,
            });
        }
        Cidr::Expand { .. } | Cidr::SingleApi => external(range, &text, policy)?,
    }
    Ok(rewritten(
        text,
        range.to_string(),
        ChangeKind::Ipv6Expanded,
        notes,
    ))
}

/// Why `text` is no address.
fn refusal(text: &str) -> Finding {
    if let Some((address, port)) = with_port(text) {
        return Finding::AddressWithPort {
            address: excerpt(address),
            port: excerpt(port),
        };
    }
    if let Some((first, last)) = text.split_once('-') {
        let is_first = first.trim().parse::<IpAddr>().is_ok();
        let last = last.trim();
        if is_first && (is_number(last) || last.parse::<IpAddr>().is_ok()) {
            return Finding::AddressRange {
                given: excerpt(text),
            };
        }
    }
    let octets = || text.split('.');
    if octets().count() == 4 && octets().all(|octet| octet == "*" || is_number(octet)) {
        return match octets().find(|octet| octet.parse::<u8>().is_err() || is_padded(octet)) {
            Some("*") | None => Finding::AddressRange {
                given: excerpt(text),
            },
            Some(octet) => Finding::BadOctet {
                octet: excerpt(octet),
            },
        };
    }
    Finding::BadAddress {
        given: excerpt(text),
    }
}

fn is_padded(octet: &str) -> bool {
    octet.len() > 1 && octet.starts_with('0')
}

/// The address and the port of `198.51.100.7:8080` or `[2001:db8::1]:8080`.
fn with_port(text: &str) -> Option<(&str, &str)> {
    let (address, port) = text.rsplit_once(':')?;
    let bare = match address.strip_prefix('[') {
        Some(rest) => rest
            .strip_suffix(']')
            .filter(|v6| v6.parse::<Ipv6Addr>().is_ok())?,
        None => Some(address).filter(|v4| v4.parse::<Ipv4Addr>().is_ok())?,
    };
    is_number(port).then_some((bare, port))
}
