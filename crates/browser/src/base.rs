//! The one place that calls go to.
//!
//! A deployment names an API base: an origin and, for a reverse proxy, a path. Every address that is
//! called is made here, and only if it is the base with the asked path put behind it, letter for
//! letter; so a token cannot leave for another host, whatever a path holds.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
};

use crate::address::Address;

/// A base that a token may be sent to: `https`, or `http` on the machine itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiBase {
    /// In the standard form, without a slash at the end.
    text: String,
}

/// Why a text is no API base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadBase {
    /// It cannot be read as an address.
    NoAddress,
    /// Neither `https` nor `http` on the machine itself: a token would cross the network in clear.
    NotSecure,
    /// It has a user name, a query or a fragment.
    MoreThanOriginAndPath,
}

impl fmt::Display for BadBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoAddress => "The API base is not a complete address. Write it as https://host or https://host/path.",
            Self::NotSecure => "The API base is not https, so a token would travel in clear. Use https; http is for this machine only.",
            Self::MoreThanOriginAndPath => "The API base has a user name, a query or a fragment. Leave the origin and, at most, a path.",
        })
    }
}

impl ApiBase {
    /// Reads an origin with an optional path; a slash at the end does not count.
    ///
    /// # Errors
    /// Says why no token may be sent there.
    pub fn read(text: &str) -> Result<Self, BadBase> {
        let address = Address::read(text).ok_or(BadBase::NoAddress)?;
        let secure = match address.scheme() {
            "https" => true,
            "http" => on_this_machine(&address.host()),
            _ => false,
        };
        if !secure {
            return Err(BadBase::NotSecure);
        }
        if address.names_a_user() || address.as_str().contains(['?', '#']) {
            return Err(BadBase::MoreThanOriginAndPath);
        }
        let text = address.as_str().trim_end_matches('/').to_owned();
        Ok(Self { text })
    }

    /// The base itself, without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The address of `path` behind the base, such as `/api/indicators?$top=1`; `None` where a
    /// browser would read another address out of it than the one written.
    pub fn address(&self, path: &str) -> Option<String> {
        let written = path
            .starts_with('/')
            .then(|| format!("{}{path}", self.text))?;
        let read = Address::read(&written)?;
        (read.as_str() == written && !written.contains('#')).then_some(written)
    }
}

/// Whether a host in the standard form is this machine; an IPv6 address stands in brackets.
fn on_this_machine(host: &str) -> bool {
    let bracketed = host.strip_prefix('[').and_then(|h| h.strip_suffix(']'));
    if let Some(address) = bracketed {
        return address.parse().is_ok_and(|a: Ipv6Addr| a.is_loopback());
    }
    let is_loopback = host.parse().is_ok_and(|a: Ipv4Addr| a.is_loopback());
    is_loopback || host == "localhost" || host.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    fn read(text: &str) -> Result<String, BadBase> {
        ApiBase::read(text).map(|base| base.text)
    }

    #[test]
    fn a_base_is_an_origin_and_a_path() {
        for (given, kept) in [
            ("https://api.example", "https://api.example"),
            ("https://API.example/", "https://api.example"),
            ("https://portal.example/mde/", "https://portal.example/mde"),
            ("http://localhost:8081", "http://localhost:8081"),
            ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
            ("http://[::1]:8081", "http://[::1]:8081"),
            ("http://a.localhost", "http://a.localhost"),
            ("http://0x7f.1", "http://127.0.0.1"),
        ] {
            assert_eq!(read(given).as_deref(), Ok(kept), "{given}");
        }
    }

    #[test]
    fn a_token_goes_nowhere_else() {
        for (given, why) in [
            ("", BadBase::NoAddress),
            ("/mde", BadBase::NoAddress),
            ("http://api.example", BadBase::NotSecure),
            ("http://localhost.example", BadBase::NotSecure),
            ("ftp://localhost", BadBase::NotSecure),
            ("https://u@api.example", BadBase::MoreThanOriginAndPath),
            ("https://:p@api.example", BadBase::MoreThanOriginAndPath),
            ("https://api.example?x=1", BadBase::MoreThanOriginAndPath),
            ("https://api.example?", BadBase::MoreThanOriginAndPath),
            ("https://api.example/#", BadBase::MoreThanOriginAndPath),
            ("http://[::2]", BadBase::NotSecure),
            ("http://128.0.0.1", BadBase::NotSecure),
            ("https://api.example/#x", BadBase::MoreThanOriginAndPath),
        ] {
            assert_eq!(read(given), Err(why), "{given}");
        }
    }

    #[test]
    fn an_address_is_the_base_and_the_path_as_written() {
        let base = ApiBase::read("https://portal.example/mde").expect("a base");
        for (path, address) in [
            (
                "/api/indicators/import",
                Some("https://portal.example/mde/api/indicators/import"),
            ),
            (
                "/api/indicators?$top=1",
                Some("https://portal.example/mde/api/indicators?$top=1"),
            ),
            ("", None),
            ("api", None),
            (".evil.example/api", None),
            ("@evil.example/", None),
            ("/../api", None),
            ("/a/./b", None),
            ("/a\\b", None),
            ("/a b", None),
            ("/a\nb", None),
            ("/a#b", None),
        ] {
            assert_eq!(base.address(path).as_deref(), address, "{path:?}");
        }
    }

    #[test]
    fn a_bare_origin_cannot_be_left() {
        let base = ApiBase::read("https://api.example").expect("a base");
        for path in [
            ":444/api",
            "@evil.example",
            ".evil.example",
            "//evil.example/../..",
            "/%2e%2e/x",
        ] {
            assert_eq!(base.address(path), None, "{path}");
        }
        assert_eq!(
            base.address("//x").as_deref(),
            Some("https://api.example//x")
        );
    }
}
