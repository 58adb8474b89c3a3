//! URLs: http or https, sent byte for byte as given but for what is noted.
//!
//! The scheme and host are lower-cased, a host in another script becomes `xn--`, a fragment is taken
//! off. Nothing else is touched: a browser's normal form would change escapes and dots in the path,
//! and Defender compares what it is given.

use std::{borrow::Cow, net::Ipv4Addr, net::Ipv6Addr, ops::Range};

use super::{AddressRange, MOST_CHARACTERS, address, characters, domain, part, too_long};
use crate::{
    change::ChangeKind,
    check::Notes,
    diagnostic::{Finding, excerpt},
};

/// Where the parts of a URL lie.
struct Parts {
    /// Empty where there is none.
    scheme: Range<usize>,
    /// User name and password, without the `@`.
    userinfo: Option<Range<usize>>,
    host: Range<usize>,
    /// Without the colon.
    port: Option<Range<usize>>,
    /// Path, query and fragment, to the end.
    rest: usize,
}

pub(super) fn read<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Result<Cow<'a, str>, Finding> {
    let parts = Parts::of(&text)?;
    refuse(&text, &parts)?;
    let text = without_fragment(text, notes);
    let (text, rest) = with_head_in_form(text, &parts, notes)?;
    if text.len() > MOST_CHARACTERS as usize && characters(&text) > MOST_CHARACTERS {
        return Err(too_long(&text));
    }
    warn(&text, &parts, rest, notes);
    Ok(text)
}

/// The scheme of `text`, where it has one.
pub(crate) fn scheme(text: &str) -> Option<&str> {
    let colon = memchr::memchr(b':', text.as_bytes())?;
    let (scheme, rest) = (&text[..colon], &text[colon + 1..]);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    (is_scheme && (rest.starts_with("//") || is_opaque(scheme))).then_some(scheme)
}

/// Schemes that stand before a colon alone; others there are a host before a port.
fn is_opaque(scheme: &str) -> bool {
    const OPAQUE: [&str; 12] = [
        "mailto",
        "javascript",
        "data",
        "tel",
        "urn",
        "magnet",
        "about",
        "sip",
        "sms",
        "news",
        "blob",
        "vbscript",
    ];
    OPAQUE
        .iter()
        .any(|opaque| opaque.eq_ignore_ascii_case(scheme))
}

/// The host of a URL as it is written there, and whether the URL names nothing but the host.
pub(crate) fn host(text: &str) -> Option<(&str, bool)> {
    let parts = Parts::of(text).ok()?;
    let rest = text[parts.rest..].split('#').next().unwrap_or_default();
    Some((&text[parts.host], matches!(rest, "" | "/" | "?" | "/?")))
}

impl Parts {
    fn of(text: &str) -> Result<Self, Finding> {
        let scheme = match scheme(text) {
            None => 0..0,
            Some(scheme) if is_web(scheme) => 0..scheme.len(),
            Some(scheme) => {
                return Err(Finding::UrlScheme {
                    scheme: excerpt(scheme),
                });
            }
        };
        let start = if scheme.is_empty() {
            0
        } else {
            scheme.end + "://".len()
        };
        // Browsers take a backslash for a slash (URL Standard section 4.4).
        let mut bytes = text.as_bytes()[start..].iter();
        let rest = bytes
            .position(|b| matches!(b, b'/' | b'\\' | b'?' | b'#'))
            .map_or(text.len(), |at| start + at);
        let at = memchr::memrchr(b'@', &text.as_bytes()[start..rest]).map(|at| start + at);
        let after_login = at.map_or(start, |at| at + 1);
        let (host, port) = host_and_port(text, after_login..rest);
        Ok(Self {
            scheme,
            userinfo: at.map(|at| start..at),
            host,
            port,
            rest,
        })
    }
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

fn host_and_port(text: &str, authority: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let after_bracket = match text[authority.clone()].rfind(']') {
        Some(at) => at + 1,
        None if text[authority.clone()].starts_with('[') => return (authority, None),
        None => 0,
    };
    match text[authority.clone()][after_bracket..].find(':') {
        None => (authority, None),
        Some(at) => {
            let colon = authority.start + after_bracket + at;
            (authority.start..colon, Some(colon + 1..authority.end))
        }
    }
}

/// Refuses what no change can mend.
fn refuse(text: &str, parts: &Parts) -> Result<(), Finding> {
    if let Some(at) = text.chars().position(char::is_whitespace) {
        return Err(Finding::UrlBlank {
            at: u32::try_from(at + 1).unwrap_or(u32::MAX),
        });
    }
    if text[parts.rest..].starts_with('\\') {
        // Browsers go to what is before it, others to what is behind.
        let end = text[parts.rest..].find(['/', '?', '#']);
        let end = end.map_or(text.len(), |at| parts.rest + at);
        return Err(Finding::UrlHost {
            host: excerpt(&text[parts.host.start..end]),
        });
    }
    let query = text[parts.rest..]
        .find('?')
        .map_or(text.len(), |at| parts.rest + at);
    if text[..query].contains('*') || has_placeholder(text) {
        return Err(Finding::UrlWildcard);
    }
    if parts.scheme.is_empty() && parts.userinfo.is_some() {
        // It is an e-mail address.
        return Err(Finding::UrlHost {
            host: excerpt(&text[parts.host.clone()]),
        });
    }
    let has_empty_port = parts.port.as_ref().is_some_and(Range::is_empty);
    if parts.scheme.is_empty() && has_empty_port && text[parts.rest..].starts_with("//") {
        // As it would be sent, the host reads as a scheme.
        return Err(Finding::UrlHost {
            host: excerpt(&text[..parts.rest]),
        });
    }
    match parts.port.clone().map(|port| &text[port]) {
        Some(port) if !is_port(port) => Err(Finding::UrlPort {
            port: excerpt(port),
        }),
        _ => Ok(()),
    }
}

/// `<target>`, which reports write for what differs each time. No URL holds these brackets (RFC 3986,
/// appendix C), so none can be meant as it stands.
fn has_placeholder(text: &str) -> bool {
    text.split_once('<')
        .is_some_and(|(_, behind)| behind.contains('>'))
}

/// An empty port stands for the scheme's own (RFC 3986 section 3.2.3).
fn is_port(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit()) && (text.is_empty() || text.parse::<u16>().is_ok())
}

fn without_fragment<'a>(text: Cow<'a, str>, notes: &mut Notes) -> Cow<'a, str> {
    let Some(at) = text.find('#') else {
        return text;
    };
    if notes.keeps(ChangeKind::FragmentDropped) {
        return text;
    }
    let fragment = text[at..].to_owned();
    notes.change_part(ChangeKind::FragmentDropped, fragment, "", at);
    part(text, 0..at)
}

/// The URL with scheme and host as they are sent, and where its path begins.
fn with_head_in_form<'a>(
    text: Cow<'a, str>,
    parts: &Parts,
    notes: &mut Notes,
) -> Result<(Cow<'a, str>, usize), Finding> {
    let before = notes.changes.len();
    let scheme = super::lower(Cow::Borrowed(&text[parts.scheme.clone()]), notes);
    notes.are_of_part(before, parts.scheme.start);
    let before = notes.changes.len();
    let has_scheme = !parts.scheme.is_empty();
    let host = host_in_form(&text[parts.host.clone()], has_scheme, notes)?;
    notes.are_of_part(before, parts.host.start);
    if let (Cow::Borrowed(_), Cow::Borrowed(_)) = (&scheme, &host) {
        return Ok((text, parts.rest));
    }
    let between = &text[parts.scheme.end..parts.host.start];
    let mut whole = String::with_capacity(text.len() + host.len());
    whole.extend([&scheme, between, &host, &text[parts.host.end..]]);
    let rest = whole.len() - (text.len() - parts.rest);
    Ok((Cow::Owned(whole), rest))
}

/// The host as it is sent: a name, an IPv4 address, or an IPv6 address in brackets. A name without
/// a dot is a host only after a scheme; alone it is a word.
fn host_in_form<'t>(
    host: &'t str,
    has_scheme: bool,
    notes: &mut Notes,
) -> Result<Cow<'t, str>, Finding> {
    let refused = || Finding::UrlHost {
        host: excerpt(host),
    };
    if let Some(inner) = host.strip_prefix('[') {
        let inner = inner.strip_suffix(']').ok_or_else(refused)?;
        let address = inner.parse::<Ipv6Addr>().map_err(|_| refused())?;
        let address = address.to_ipv4_mapped().map_or(address.into(), Into::into);
        note_internal(
            address::is_internal(AddressRange::single(address)),
            host,
            notes,
        );
        return Ok(super::lower(Cow::Borrowed(host), notes));
    }
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        note_internal(
            address::is_internal(AddressRange::single(address.into())),
            host,
            notes,
        );
        return Ok(Cow::Borrowed(host));
    }
    let name = domain::ascii(Cow::Borrowed(host), notes)?;
    if ends_in_number(&name) {
        return Err(refused());
    }
    match domain::check(name.strip_suffix('.').unwrap_or(&name), notes) {
        Ok(()) => note_internal(is_internal_name(&name), &name, notes),
        Err(Finding::DomainWithoutDot { .. }) if has_scheme => {
            note_internal(true, &name, notes);
        }
        Err(Finding::LabelUnderscore { label }) => {
            notes.find_value(Finding::UnusualLabel { label });
        }
        Err(_) => return Err(refused()),
    }
    Ok(name)
}

/// Whether browsers read a host as an IPv4 address or not at all: its last label is a number,
/// decimal, octal or hexadecimal (URL Standard section 3.5).
fn ends_in_number(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let last = host.rsplit('.').next().unwrap_or(host);
    match last.strip_prefix("0x").or(last.strip_prefix("0X")) {
        Some(digits) => digits.bytes().all(|b| b.is_ascii_hexdigit()),
        None => !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit()),
    }
}

fn is_internal_name(name: &str) -> bool {
    [".localhost", ".local", ".internal", ".home.arpa"]
        .iter()
        .any(|end| {
            let from = name.len().saturating_sub(end.len());
            name.get(from..)
                .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
        })
}

fn note_internal(is_internal: bool, host: &str, notes: &mut Notes) {
    if is_internal {
        notes.find_value(Finding::UrlInternalHost {
            host: excerpt(host),
        });
    }
}

/// What defangs a host, and may be meant as it stands in a path.
const MARKS: [&str; 7] = ["[.]", "(.)", "{.}", "[dot]", "(dot)", "[/]", "[:]"];

fn warn(text: &str, parts: &Parts, rest: usize, notes: &mut Notes) {
    if parts.scheme.is_empty() {
        notes.find_value(Finding::UrlWithoutScheme);
    }
    if parts.userinfo.is_some() {
        notes.find_value(Finding::UrlUserinfo);
    }
    let rest = &text[rest..];
    if rest.contains(['[', '(', '{'])
        && let Some(mark) = MARKS.iter().find(|&&mark| rest.contains(mark))
    {
        notes.find_value(Finding::UrlDefangMark {
            mark: (*mark).to_owned(),
        });
    }
    if let Some(found) = text.chars().next_back().filter(|c| ".,;!".contains(*c)) {
        notes.find_value(Finding::TrailingPunctuation { found });
    }
}
