//! The few shapes of address that a configuration may hold.
//!
//! Stricter than the URL standard on purpose, and without its tables, which the page would have to
//! download: the checked text goes into a header line, so that no space, quote, comma or semicolon
//! may pass. A name beyond ASCII is written in its `xn--` form.

use std::net::{Ipv4Addr, Ipv6Addr};

/// An `https` or loopback `http` address in its parts.
pub(super) struct Address<'a> {
    origin: &'a str,
    /// Empty, or begins with a slash.
    path: &'a str,
    /// Empty, or begins with `?` or `#`.
    rest: &'a str,
    loopback: bool,
}

/// Reads an address. `None` where it has user information, a host that is none, a character that
/// may not stand there, or plain `http` to another computer.
pub(super) fn address(text: &str) -> Option<Address<'_>> {
    let (scheme, after) = text.split_once("://")?;
    let authority_end = after.find(['/', '?', '#']).unwrap_or(after.len());
    let host = host(&after[..authority_end])?;
    let loopback = is_loopback(host);
    if !(scheme == "https" || scheme == "http" && loopback) {
        return None;
    }
    let (origin, tail) = text.split_at(scheme.len() + 3 + authority_end);
    let (path, rest) = tail.split_at(tail.find(['?', '#']).unwrap_or(tail.len()));
    let clean = is_plain_path(path)
        && rest
            .bytes()
            .all(|b| b.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&b));
    // As the browser names an origin: without the port that its scheme has anyway.
    let usual = if scheme == "https" { ":443" } else { ":80" };
    clean.then_some(Address {
        origin: origin.strip_suffix(usual).unwrap_or(origin),
        path,
        rest,
        loopback,
    })
}

/// Origin and optional path, its slash at the end taken off.
pub(super) fn base(text: &str) -> Option<String> {
    let address = address(text).filter(|address| address.rest.is_empty())?;
    let path = address.path.trim_end_matches('/');
    Some(format!("{}{path}", address.origin.to_ascii_lowercase()))
}

/// Like [`base`], and on this computer.
pub(super) fn loopback(text: &str) -> Option<String> {
    address(text).filter(|address| address.loopback)?;
    base(text)
}

/// An origin alone.
pub(super) fn bare_origin(text: &str) -> Option<String> {
    address(text).filter(|address| address.rest.is_empty() && matches!(address.path, "" | "/"))?;
    base(text)
}

/// An `https` address, with whatever follows its path.
pub(super) fn link(text: &str) -> Option<String> {
    address(text)?;
    text.starts_with("https://").then(|| text.to_owned())
}

/// The origin of an address that was checked before.
pub(super) fn origin(checked: &str) -> &str {
    let host = checked.find("://").map_or(0, |scheme| scheme + 3);
    let end = checked[host..]
        .find('/')
        .map_or(checked.len(), |end| host + end);
    &checked[..end]
}

/// Whether a checked address is on this computer.
pub(super) fn on_loopback(checked: &str) -> bool {
    address(checked).is_some_and(|address| address.loopback)
}

/// The address of a file beside the page, or from the root of its origin where `path` begins with a
/// slash.
pub(super) fn beside(page: &str, path: &str) -> String {
    let page = &page[..page.find(['?', '#']).unwrap_or(page.len())];
    let origin = origin(page);
    if path.starts_with('/') {
        return format!("{origin}{path}");
    }
    match page[origin.len()..].rfind('/') {
        Some(slash) => format!("{}/{path}", &page[..origin.len() + slash]),
        None => format!("{origin}/{path}"),
    }
}

/// A path of plain segments: what may follow an origin, and what `redirectPath` may be.
pub(super) fn is_plain_path(path: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"/-._~%+=@:!$&()*".contains(&b);
    path.bytes().all(allowed)
        && !path.contains("//")
        && path
            .split('/')
            .all(|segment| segment != "." && segment != "..")
}

/// A domain name of at least two labels, in lower case.
pub(super) fn domain(text: &str) -> Option<String> {
    let name = text.to_ascii_lowercase();
    let dotted = name.contains('.') && name.parse::<Ipv4Addr>().is_err();
    (dotted && is_name(&name)).then_some(name)
}

/// The host of `host` or `host:port`.
fn host(authority: &str) -> Option<&str> {
    let port_at = match authority.rfind(']') {
        Some(bracket) => bracket + 1,
        None => authority.find(':').unwrap_or(authority.len()),
    };
    let (host, port) = authority.split_at(port_at);
    let good_port = port.is_empty() || port.strip_prefix(':').is_some_and(is_port);
    (good_port && (is_name(host) || ipv6(host).is_some())).then_some(host)
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit()) && text.parse::<u16>().is_ok_and(|port| port > 0)
}

fn is_name(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    host.len() <= 253 && host.split('.').all(label)
}

fn ipv6(host: &str) -> Option<Ipv6Addr> {
    host.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}

fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_loopback())
        || ipv6(host).is_some_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_is_an_origin_and_a_path() {
        let table = [
            ("https://API.Example", Some("https://api.example")),
            ("https://api.example/", Some("https://api.example")),
            (
                "https://api.example:8443/Defender/",
                Some("https://api.example:8443/Defender"),
            ),
            ("http://localhost:8082", Some("http://localhost:8082")),
            ("http://127.0.0.1:1/x", Some("http://127.0.0.1:1/x")),
            ("http://[::1]:8082", Some("http://[::1]:8082")),
            ("http://api.example", None),
            ("http://localhost.evil.example", None),
            ("http://127.0.0.1.evil.example", None),
            ("https://user@api.example", None),
            ("https://api.example?x=1", None),
            ("https://api.example#x", None),
            ("https://api.example/a/../b", None),
            ("https://api.example/a;b", None),
            ("https://api.example/a b", None),
            ("https://api.example,https://b.example", None),
            ("https://api.example:0", None),
            ("https://api.example:99999", None),
            ("https://-a.example", None),
            ("https://", None),
            ("api.example", None),
            ("https://ｅvil.example", None),
        ];
        for (text, expected) in table {
            assert_eq!(base(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_file_stands_beside_the_page() {
        let table = [
            (
                "https://a.example",
                "redirect.html",
                "https://a.example/redirect.html",
            ),
            (
                "https://a.example/",
                "redirect.html",
                "https://a.example/redirect.html",
            ),
            (
                "https://a.example/ioc/",
                "redirect.html",
                "https://a.example/ioc/redirect.html",
            ),
            (
                "https://a.example/ioc/index.html?x=/#/y",
                "redirect.html",
                "https://a.example/ioc/redirect.html",
            ),
            (
                "https://a.example/ioc/",
                "/auth/back",
                "https://a.example/auth/back",
            ),
            (
                "http://localhost:8080/?state=1",
                "redirect.html",
                "http://localhost:8080/redirect.html",
            ),
        ];
        for (page, path, expected) in table {
            assert_eq!(beside(page, path), expected);
        }
    }
}
