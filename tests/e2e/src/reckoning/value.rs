//! The form of a value in which two equal ones are equal, and what is no value of its type.
//!
//! Hashes have the digits of their type; an address is single and outside a network; a domain has two
//! labels at least; a URL is of the web (Indicator resource type, 2021-08; indicators overview,
//! 2025-04). Case counts only behind a URL's host. `hxxp`, `[.]` and `(.)` are how reports write what
//! must not be clicked.

use std::net::{IpAddr, Ipv4Addr};

/// The value as it is sent; `None` where it is none of this type.
pub(super) fn normal(kind: &str, written: &str) -> Option<String> {
    let plain = written.trim().replace("[.]", ".").replace("(.)", ".");
    match kind {
        "FileSha1" | "CertificateThumbprint" => hash(&plain, 40),
        "FileSha256" => hash(&plain, 64),
        "FileMd5" => hash(&plain, 32),
        "IpAddress" => address(&plain),
        "DomainName" => domain(&plain),
        "Url" => url(&plain),
        _ => None,
    }
}

/// The type of a hash that stands by itself.
pub(super) fn kind_of_hash(written: &str) -> Option<&'static str> {
    match written.trim().len() {
        32 => Some("FileMd5"),
        40 => Some("FileSha1"),
        64 => Some("FileSha256"),
        _ => None,
    }
}

fn hash(text: &str, digits: usize) -> Option<String> {
    let is_hash = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then(|| text.to_ascii_lowercase())
}

fn address(text: &str) -> Option<String> {
    match text.parse().ok()? {
        IpAddr::V4(address) => (!is_inside(address)).then(|| address.to_string()),
        // Eight groups, none of them shortened.
        IpAddr::V6(address) => {
            let groups = address.segments().map(|group| format!("{group:04x}"));
            Some(groups.join(":"))
        }
    }
}

fn is_inside(address: Ipv4Addr) -> bool {
    address.is_private() || address.is_loopback() || address.is_link_local()
}

fn domain(text: &str) -> Option<String> {
    let text = text.strip_suffix('.').unwrap_or(text).to_ascii_lowercase();
    is_name(&text).then_some(text)
}

fn is_name(text: &str) -> bool {
    let is_label = |label: &str| {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty() && label.bytes().all(is_plain)
    };
    text.contains('.') && text.split('.').all(is_label)
}

fn url(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase().replace("hxxp", "http");
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, place) = rest.split_at(end);
    let host = host.to_ascii_lowercase();
    let is_url = matches!(scheme.as_str(), "http" | "https") && is_name(&host);
    is_url.then(|| format!("{scheme}://{host}{place}"))
}
