//! What a value of each type looks like.

use super::address;
use crate::envelope::Refusal;

/// The longest value; Microsoft gives none, 800 is what a widely used connector calls Defender's.
const LONGEST: usize = 800;

/// Is `value` one of type `kind`?
pub(super) fn check(kind: &str, value: &str) -> Result<(), Refusal> {
    if value.chars().count() > LONGEST {
        let message = format!("The value is longer than {LONGEST} characters.");
        return Err(Refusal::bad("InvalidInput", &message));
    }
    let (fault, code) = match kind {
        "FileSha1" | "CertificateThumbprint" => (hash(value, 40), "InvalidHashValue"),
        "FileSha256" => (hash(value, 64), "InvalidHashValue"),
        "FileMd5" => (hash(value, 32), "InvalidHashValue"),
        "IpAddress" => (address::fault(value), "InvalidIpAddress"),
        "DomainName" => (domain(value), "InvalidDomainName"),
        _ => (url(value), "InvalidUrl"),
    };
    match fault {
        Some(fault) => Err(Refusal::bad(code, &format!("{value}: {fault}"))),
        None => Ok(()),
    }
}

fn hash(value: &str, digits: usize) -> Option<&'static str> {
    if value.len() != digits {
        return Some("the number of digits does not fit the type.");
    }
    let hex = value.bytes().all(|byte| byte.is_ascii_hexdigit());
    (!hex).then_some("a hash has hexadecimal digits only.")
}

fn domain(value: &str) -> Option<&'static str> {
    if value.contains('*') {
        return Some("wildcards are not supported.");
    }
    if value.len() > 253 {
        return Some("a domain has at most 253 characters.");
    }
    let labels: Vec<&str> = value.split('.').collect();
    if labels.len() < 2 {
        return Some("a domain has at least two labels.");
    }
    if !labels.iter().all(|text| label(text)) {
        return Some("this is not a domain.");
    }
    let top = labels.last().copied().unwrap_or_default();
    let number = top.bytes().all(|byte| byte.is_ascii_digit());
    number.then_some("this is not a domain.")
}

/// A label of a domain. One that starts with `_` names a service, and connectors leave it out as
/// unsupported; nothing is said of hyphens.
fn label(text: &str) -> bool {
    part_of_name(text) && !text.starts_with('_')
}

fn part_of_name(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=63).contains(&text.len()) && text.bytes().all(allowed)
}

/// Some clients send no scheme and are not refused, so that passes here too.
fn url(value: &str) -> Option<&'static str> {
    if value.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Some("an address has no white space.");
    }
    let (scheme, rest) = value.split_once("://").unwrap_or(("", value));
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https" | "") {
        return Some("only http and https are supported.");
    }
    // In a query an asterisk is data.
    if rest
        .split('?')
        .next()
        .is_some_and(|rest| rest.contains('*'))
    {
        return Some("wildcards are not supported.");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let plain = scheme.is_empty() && (!host.contains('.') || authority.contains('@'));
    (plain || !is_host(host)).then_some("this is not an address of the web.")
}

/// A name or an address, with or without a port.
fn is_host(host: &str) -> bool {
    if let Some((address, port)) = host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        return address.parse::<std::net::Ipv6Addr>().is_ok() && is_port(port);
    }
    let (name, port) = host.split_at(host.find(':').unwrap_or(host.len()));
    let name = name.strip_suffix('.').unwrap_or(name);
    name.split('.').all(part_of_name) && is_port(port)
}

/// A colon and digits, or a colon alone, or nothing.
fn is_port(text: &str) -> bool {
    let digits = text.strip_prefix(':').unwrap_or(text);
    digits.is_empty() || text.starts_with(':') && digits.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(kind: &str, value: &str) -> &'static str {
        check(kind, value)
            .err()
            .map_or("ok", |refusal| refusal.code)
    }

    #[test]
    fn values_of_each_type() {
        let (md5, sha1, sha256) = ("a".repeat(32), "B".repeat(40), "0".repeat(64));
        let cases = [
            ("FileMd5", md5.as_str(), "ok"),
            ("FileMd5", &sha1, "InvalidHashValue"),
            ("FileSha1", &sha1, "ok"),
            ("FileSha1", &sha256, "InvalidHashValue"),
            ("FileSha256", &sha256, "ok"),
            ("FileSha256", &md5, "InvalidHashValue"),
            ("CertificateThumbprint", &sha1, "ok"),
            ("CertificateThumbprint", &sha256, "InvalidHashValue"),
            (
                "FileMd5",
                "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
                "InvalidHashValue",
            ),
            ("DomainName", "bad.example", "ok"),
            ("DomainName", "xn--bcher-kva.example", "ok"),
            ("DomainName", "a_b.example", "ok"),
            ("DomainName", "bad", "InvalidDomainName"),
            ("DomainName", "*.bad.example", "InvalidDomainName"),
            ("DomainName", "bad.example.", "InvalidDomainName"),
            ("DomainName", "bad.example/x", "InvalidDomainName"),
            ("DomainName", "bad.example:80", "InvalidDomainName"),
            ("DomainName", "http://bad.example", "InvalidDomainName"),
            ("DomainName", "bücher.example", "InvalidDomainName"),
            ("DomainName", "bad.example ", "InvalidDomainName"),
            ("DomainName", "-bad-.example", "ok"),
            ("DomainName", "_dmarc.bad.example", "InvalidDomainName"),
            ("DomainName", "192.0.2.1", "InvalidDomainName"),
            ("Url", "http://bad.example/a?b=c", "ok"),
            ("Url", "https://192.0.2.1:8080/x", "ok"),
            ("Url", "https://[2001:db8::1]/x", "ok"),
            ("Url", "bad.example/path", "ok"),
            ("Url", "http://localhost/", "ok"),
            ("Url", "bad.example", "ok"),
            ("Url", "bad", "InvalidUrl"),
            ("Url", "http://_a.bad.example:/x", "ok"),
            ("Url", "http://bad.example/x?y=*", "ok"),
            ("Url", "http://bad.example/*", "InvalidUrl"),
            ("Url", "http://bad.example:65536/", "InvalidUrl"),
            ("Url", "http://bücher.example/", "InvalidUrl"),
            ("Url", "http://bad[.]example/", "InvalidUrl"),
            ("Url", "https://[2001:db8::1]x/", "InvalidUrl"),
            ("Url", "https://[bad.example]/", "InvalidUrl"),
            ("Url", "mailto:a@bad.example", "InvalidUrl"),
            ("Url", "ftp://bad.example/a", "InvalidUrl"),
            ("Url", "hxxp://bad.example/a", "InvalidUrl"),
            ("Url", "http://", "InvalidUrl"),
            ("Url", "http://*.bad.example/", "InvalidUrl"),
            ("Url", "http://bad.example/a b", "InvalidUrl"),
            ("Url", "http://bad.example:port/", "InvalidUrl"),
        ];
        for (kind, value, expected) in cases {
            assert_eq!(code(kind, value), expected, "{kind} {value}");
        }
    }

    #[test]
    fn a_value_has_800_characters_at_most() {
        let path = |length: usize| format!("http://bad.example/{}", "a".repeat(length - 19));
        assert_eq!(code("Url", &path(800)), "ok");
        assert_eq!(code("Url", &path(801)), "InvalidInput");
    }
}
