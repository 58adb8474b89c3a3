//! Values that are plain: their letters alone tell their type and what reading them comes to.
//!
//! A list of hashes, names and addresses is plain nearly throughout. Such a value needs no look for
//! masked or hidden forms, nor for any defanged ones but the commonest, `hxxp` and `[.]` in a host, for
//! none can be in it. What is said here of a text, and no more, is what [`crate::check::row`] says of
//! it; what is not plain may be as good a value, and is read there.

use std::{
    borrow::Cow,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use super::{AddressRange, MOST_CHARACTERS, address};
use crate::{
    change::ChangeKind,
    indicator::{IndicatorType, has_capitals},
};

/// What a plain value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Plain<'t> {
    /// Its type; of a SHA-1, which may be a certificate's, that of a file.
    pub(crate) kind: IndicatorType,
    /// The one change that is made of it.
    pub(crate) change: Option<ChangeKind>,
    /// The last label of a name, by which something may be said of it; empty of anything else.
    pub(crate) tld: &'t str,
}

/// How a masked URL begins that could be taken for a hash: `http` in hex digits.
const MASKED: &[u8] = b"68747470";

/// Characters of a label and of a name (RFC 1035 section 2.3.4).
const MOST_IN_LABEL: usize = 63;
const MOST_IN_NAME: usize = 253;

/// The longest address that is sent.
const LONGEST_ADDRESS: usize = 39;

/// How URLs begin, as written and as meant.
const SCHEMES: [(&str, &str); 6] = [
    ("https://", "https://"),
    ("http://", "http://"),
    ("hxxps://", "https://"),
    ("hxxp://", "http://"),
    ("hXXps://", "https://"),
    ("hXXp://", "http://"),
];

/// What a text is, and the value that is sent for it; `None` where it is not plain.
pub(crate) fn plain(text: &str) -> Option<(Plain<'_>, Cow<'_, str>)> {
    let bytes = text.as_bytes();
    let kind = match bytes.len() {
        32 => IndicatorType::FileMd5,
        40 => IndicatorType::FileSha1,
        64 => IndicatorType::FileSha256,
        _ => return plain_or_defanged(text),
    };
    if !bytes
        .iter()
        .fold(true, |all, b| all & b.is_ascii_hexdigit())
    {
        return plain_or_defanged(text);
    }
    if bytes.starts_with(MASKED) {
        return None;
    }
    Some(if has_capitals(text) {
        let lower = text.to_ascii_lowercase();
        changed(kind, ChangeKind::Lowercased, lower)
    } else {
        as_it_is(kind, "", text)
    })
}

fn as_it_is<'t>(kind: IndicatorType, tld: &'t str, text: &'t str) -> (Plain<'t>, Cow<'t, str>) {
    let change = None;
    (Plain { kind, change, tld }, Cow::Borrowed(text))
}

fn changed(
    kind: IndicatorType,
    change: ChangeKind,
    sent: String,
) -> (Plain<'static>, Cow<'static, str>) {
    let plain = Plain {
        kind,
        change: Some(change),
        tld: "",
    };
    (plain, Cow::Owned(sent))
}

/// What a text is that is no hash, without its defanging.
fn plain_or_defanged(text: &str) -> Option<(Plain<'_>, Cow<'_, str>)> {
    let Some(meant) = refanged(text) else {
        return plain_host(text);
    };
    let (plain, _) = plain_host(&meant).filter(|(plain, _)| plain.change.is_none())?;
    let plain = Plain {
        kind: plain.kind,
        change: Some(ChangeKind::Refanged),
        // Nothing behind its last dot is defanged.
        tld: &text[text.len() - plain.tld.len()..],
    };
    Some((plain, Cow::Owned(meant)))
}

/// What a text stands for whose scheme or host is defanged as most are; `None` of any other.
fn refanged(text: &str) -> Option<String> {
    let scheme_of = |(given, meant)| Some((given != meant, meant, text.strip_prefix(given)?));
    let known = SCHEMES.into_iter().find_map(scheme_of);
    let (is_defanged, scheme, behind) = known.unwrap_or((false, "", text));
    if !is_defanged && memchr::memchr(b'[', text.as_bytes()).is_none() {
        return None;
    }
    // Behind the host brackets may be meant.
    let end = behind.bytes().position(|b| matches!(b, b'/' | b'?' | b'#'));
    let (mut host, path) = behind.split_at(end.unwrap_or(behind.len()));
    let mut meant = String::with_capacity(text.len());
    meant.push_str(scheme);
    while let Some(at) = memchr::memchr(b'[', host.as_bytes()) {
        meant.push_str(&host[..at]);
        meant.push('.');
        host = host[at..].strip_prefix("[.]")?;
    }
    meant.push_str(host);
    meant.push_str(path);
    Some(meant)
}

/// What a text is that is no hash.
fn plain_host(text: &str) -> Option<(Plain<'_>, Cow<'_, str>)> {
    if let Some(url) = text.strip_prefix("http") {
        let behind = url.strip_prefix("s://").or_else(|| url.strip_prefix("://"));
        if let Some(behind) = behind {
            return is_place(behind, text).then(|| as_it_is(IndicatorType::Url, "", text));
        }
    }
    if let Some(tld) = tld_of_name(text) {
        // Of these it is asked whether a file is meant.
        return (!matches!(tld, "zip" | "mov"))
            .then(|| as_it_is(IndicatorType::DomainName, tld, text));
    }
    if text.len() > LONGEST_ADDRESS {
        return None;
    }
    match text.parse().ok()? {
        IpAddr::V4(address) => {
            is_external(address.into()).then(|| as_it_is(IndicatorType::IpAddress, "", text))
        }
        IpAddr::V6(address) => plain_v6(text, address),
    }
}

fn is_external(address: IpAddr) -> bool {
    !address::is_internal(AddressRange::single(address))
}

fn plain_v6(text: &str, address: Ipv6Addr) -> Option<(Plain<'_>, Cow<'_, str>)> {
    if has_capitals(text) || address.to_ipv4_mapped().is_some() || !is_external(address.into()) {
        return None;
    }
    let kind = IndicatorType::IpAddress;
    // Only an address in eight groups of four digits, or one that ends in octets, is as long.
    let is_full = text.len() == LONGEST_ADDRESS && !text.contains('.');
    Some(if is_full {
        as_it_is(kind, "", text)
    } else {
        changed(
            kind,
            ChangeKind::Ipv6Expanded,
            address::sent(address.into()),
        )
    })
}

/// The last label of a name of which nothing is to be said but by that label; `None` of any other text.
fn tld_of_name(text: &str) -> Option<&str> {
    if text.len() > MOST_IN_NAME {
        return None;
    }
    let bytes = text.as_bytes();
    let mut label = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => {}
            b'-' if at > label => {}
            b'.' if is_label(&bytes[label..at]) => label = at + 1,
            _ => return None,
        }
    }
    let tld = &bytes[label..];
    let is_tld = label > 0 && is_label(tld) && tld[0].is_ascii_lowercase();
    is_tld.then(|| &text[label..])
}

/// Whether a label, all of whose letters may stand in one, has no form that something is said of.
fn is_label(label: &[u8]) -> bool {
    (1..=MOST_IN_LABEL).contains(&label.len())
        && label.last() != Some(&b'-')
        && !label.starts_with(b"xn--")
}

/// Whether what stands behind the scheme of the URL `text` is a host and a path of letters that mean
/// nothing but themselves.
fn is_place(behind: &str, text: &str) -> bool {
    let end = behind.bytes().position(|b| matches!(b, b'/' | b'?'));
    let (host, rest) = behind.split_at(end.unwrap_or(behind.len()));
    let is_meant = |b: u8| b.is_ascii_alphanumeric() || b"/?&=%+-_~.".contains(&b);
    let is_host = match tld_of_name(host) {
        // Networks of one's own, of which something is said.
        Some(tld) => !matches!(tld, "local" | "localhost" | "internal" | "arpa"),
        None => host
            .parse::<Ipv4Addr>()
            .is_ok_and(|address| is_external(address.into())),
    };
    is_host
        && text.len() <= MOST_CHARACTERS as usize
        && rest.bytes().all(is_meant)
        && !text.ends_with('.')
}
