//! What blocking a value would hit, in the form in which lists are compared with it.
//!
//! The value is the one that would be sent; where the user had a change undone it may still have upper
//! case, a wildcard, a dot at its end, another script or a short IPv6 address.

use std::{borrow::Cow, net::IpAddr};

use super::ranges::Span;
use crate::{
    indicator::{IndicatorType, has_capitals},
    scripts,
    value::{AddressRange, url_host},
};

/// What a block would hit.
pub(super) enum Subject<'a> {
    /// Files of one hash, in lower case.
    Hash(Cow<'a, str>),
    /// All of a host.
    Host(Host<'a>),
    /// Something at a host.
    Place(Host<'a>),
}

/// A host.
pub(super) enum Host<'a> {
    /// A name in lower case and ASCII, without dots at its ends; with all names below it.
    Name(Cow<'a, str>),
    /// One address or more.
    Addresses(Span),
}

impl<'a> Subject<'a> {
    /// `None` for what no list knows, such as a certificate.
    pub(super) fn of(kind: IndicatorType, value: &'a str) -> Option<Self> {
        match kind {
            IndicatorType::FileMd5 | IndicatorType::FileSha1 | IndicatorType::FileSha256 => {
                Some(Self::Hash(lower(value.trim())))
            }
            IndicatorType::CertificateThumbprint => None,
            IndicatorType::IpAddress | IndicatorType::DomainName => host(value).map(Self::Host),
            IndicatorType::Url => {
                let (name, is_alone) = url_host(value.trim())?;
                let host = host(name)?;
                Some(if is_alone {
                    Self::Host(host)
                } else {
                    Self::Place(host)
                })
            }
        }
    }
}

/// A host as it is written in a list, a value or a URL.
pub(super) fn host(text: &str) -> Option<Host<'_>> {
    let text = text.trim();
    let bare = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
        .unwrap_or(text);
    // An address has colons or ends in a digit, and most names have neither.
    let last = bare.as_bytes().last();
    let may_be_address = last.is_some_and(u8::is_ascii_digit) || bare.contains(':');
    if may_be_address && let Ok(address) = bare.parse::<IpAddr>() {
        return Some(Host::Addresses(Span::single(address)));
    }
    if bare.contains('/') {
        return AddressRange::parse(bare).map(|range| Host::Addresses(Span::of(range)));
    }
    let name = bare.strip_prefix("*.").unwrap_or(bare).trim_matches('.');
    if name.is_empty() {
        None
    } else if name.is_ascii() {
        Some(Host::Name(lower(name)))
    } else {
        let ascii = scripts::to_ascii(name)?;
        Some(Host::Name(Cow::Owned(ascii)))
    }
}

fn lower(text: &str) -> Cow<'_, str> {
    if has_capitals(text) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}
