//! Whether a served content security policy lets the page reach an address, as CSP Level 3 matches sources.

/// What a connection is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Directive {
    /// A call.
    Connect,
    /// A frame.
    Frame,
}

impl Directive {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Connect => "connect-src",
            Self::Frame => "frame-src",
        }
    }

    /// The directives that hold it, of which the first that is there counts.
    const fn fallbacks(self) -> &'static [&'static str] {
        match self {
            Self::Connect => &["connect-src", "default-src"],
            Self::Frame => &["frame-src", "child-src", "default-src"],
        }
    }
}

/// Whether policies, as a header has them, let a page reach an address. Several are divided by commas, and
/// each of them must.
pub(super) fn allows(header: &str, page: &str, directive: Directive, url: &str) -> bool {
    let (Some(page), Some(url)) = (Address::read(page), Address::read(url)) else {
        return false;
    };
    let mut policies = header.split(',');
    policies.all(|policy| {
        let sources = sources(policy, directive);
        sources.is_none_or(|all| all.split_whitespace().any(|it| url.fits(it, &page)))
    })
}

/// The sources of the directive that holds; of two with one name the first counts.
fn sources(policy: &str, directive: Directive) -> Option<&str> {
    let named = |name: &&str| {
        policy.split(';').find_map(|part| {
            let part = part.trim();
            let (found, sources) = part.split_once(char::is_whitespace).unwrap_or((part, ""));
            found.eq_ignore_ascii_case(name).then_some(sources)
        })
    };
    directive.fallbacks().iter().find_map(named)
}

/// The origin of an address: all before its path.
pub(super) fn origin(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    let end = url[start..].find(['/', '?', '#']);
    end.map_or(url, |end| &url[..start + end])
}

/// An address in its parts.
struct Address<'a> {
    scheme: &'a str,
    host: &'a str,
    port: &'a str,
    path: &'a str,
}

impl<'a> Address<'a> {
    fn read(url: &'a str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (host, port) = with_port(authority);
        let usual = if scheme == "https" { "443" } else { "80" };
        let path = path.find(['?', '#']).map_or(path, |end| &path[..end]);
        Some(Self {
            scheme,
            host,
            port: port.unwrap_or(usual),
            path: if path.is_empty() { "/" } else { path },
        })
    }

    /// Whether a source of a policy takes it in.
    fn fits(&self, source: &str, page: &Address) -> bool {
        if source.eq_ignore_ascii_case("'self'") {
            return (self.scheme, self.host, self.port) == (page.scheme, page.host, page.port);
        }
        if source == "*" {
            return true;
        }
        if let Some(scheme) = source.strip_suffix(':') {
            return self.has_scheme(scheme);
        }
        let (scheme, rest) = source.split_once("://").unwrap_or((page.scheme, source));
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (host, port) = with_port(authority);
        self.has_scheme(scheme) && self.has_host(host) && self.has_port(port) && self.has_path(path)
    }

    /// A source of `http` takes in `https` too.
    fn has_scheme(&self, scheme: &str) -> bool {
        let is = |name| scheme.eq_ignore_ascii_case(name);
        is(self.scheme) || (is("http") && self.scheme == "https")
    }

    fn has_host(&self, host: &str) -> bool {
        match host.strip_prefix('*') {
            Some(rest) => self.host.len() > rest.len() && self.host.ends_with(rest),
            None => self.host.eq_ignore_ascii_case(host),
        }
    }

    fn has_port(&self, port: Option<&str>) -> bool {
        match port {
            Some("*") => true,
            Some(port) => self.port == port || (port == "80" && self.port == "443"),
            None => self.port == if self.scheme == "https" { "443" } else { "80" },
        }
    }

    fn has_path(&self, path: &str) -> bool {
        match path {
            "" | "/" => true,
            folder if folder.ends_with('/') => self.path.starts_with(folder),
            file => self.path == file,
        }
    }
}

/// Host and port; an IPv6 address stands in brackets.
fn with_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A policy, and which of the addresses it lets the page call.
    #[test]
    fn a_policy_lets_the_page_call_what_it_names() {
        let page = "https://ioc.example/app/";
        for (policy, url, expected) in [
            (
                "connect-src https://api.example",
                "https://api.example/api",
                true,
            ),
            (
                "connect-src https://api.example",
                "https://eu.api.example/api",
                false,
            ),
            (
                "connect-src https://*.example",
                "https://api.example/api",
                true,
            ),
            (
                "connect-src https://*.example",
                "https://example/api",
                false,
            ),
            ("connect-src https:", "https://api.example/api", true),
            ("connect-src *", "https://api.example/api", true),
            ("connect-src api.example", "https://api.example/api", true),
            (
                "connect-src http://api.example",
                "https://api.example/api",
                true,
            ),
            (
                "connect-src https://api.example",
                "http://api.example/api",
                false,
            ),
            (
                "connect-src https://api.example:8443",
                "https://api.example/api",
                false,
            ),
            (
                "connect-src https://api.example:*",
                "https://api.example:1/api",
                true,
            ),
            ("connect-src http://[::1]:81", "http://[::1]:81/api", true),
            (
                "connect-src https://api.example/api/",
                "https://api.example/api/x?y",
                true,
            ),
            (
                "connect-src https://api.example/other",
                "https://api.example/api",
                false,
            ),
            ("connect-src 'self'", "https://ioc.example/mde/api", true),
            (
                "connect-src 'self'",
                "https://ioc.example:444/mde/api",
                false,
            ),
            ("connect-src 'none'", "https://ioc.example/mde/api", false),
            ("connect-src", "https://ioc.example/mde/api", false),
            ("default-src 'none'", "https://api.example/api", false),
            (
                "default-src 'none'; Connect-Src *",
                "https://api.example/api",
                true,
            ),
            (
                "connect-src 'none'; connect-src *",
                "https://api.example/api",
                false,
            ),
            ("script-src 'self'", "https://api.example/api", true),
            (
                "connect-src *, connect-src 'self'",
                "https://api.example/api",
                false,
            ),
            ("", "https://api.example/api", true),
        ] {
            let found = allows(policy, page, Directive::Connect, url);
            assert_eq!(found, expected, "{policy} | {url}");
        }
        let framed = |policy| allows(policy, page, Directive::Frame, "https://login.example/t");
        assert!(framed(
            "frame-src https://login.example; default-src 'none'"
        ));
        assert!(!framed(
            "connect-src https://login.example; child-src 'none'"
        ));
    }

    #[test]
    fn an_origin_is_what_stands_before_the_path() {
        for (url, expected) in [
            ("https://api.example/mde", "https://api.example"),
            ("https://api.example", "https://api.example"),
            ("http://[::1]:81?x", "http://[::1]:81"),
            ("inline", "inline"),
        ] {
            assert_eq!(origin(url), expected);
        }
    }
}
