//! The headers that a deployment's server must send, made from the same facts as the page.
//!
//! The page cannot set these itself: `frame-ancestors` counts only in a header, and a worker is
//! governed by the header of its own script. This is the one list of them: the recipes of
//! `www/hosting` are made from it, and the emulator is held to it.

use super::{Config, url};

/// What a header is sent with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Served {
    /// Everything but the redirect page: documents, scripts, wasm, errors.
    Page,
    /// The redirect page, where the sign-in's answer arrives.
    Redirect,
}

/// For how long a file may be kept without asking for it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Its name changes with its content: for ever.
    Lasting,
    /// Its name changes with its content, but an answer that there is no such file would be kept as long.
    Bounded,
    /// Its name stays: it is asked for each time, which costs few bytes where nothing changed.
    Asked,
}

impl Keeping {
    /// As a `Cache-Control` header says it.
    #[must_use]
    pub const fn header(self) -> &'static str {
        match self {
            Self::Lasting => "public, max-age=31536000, immutable",
            Self::Bounded => "public, max-age=3600",
            Self::Asked => "no-cache",
        }
    }

    /// The regular expression that the path of every lasting file matches, and of no other. An answer
    /// that there is no such file does not last.
    pub const LASTING: &str = "-[0-9a-f]{16}[._]";
}

const POLICY: &str = "Content-Security-Policy";

/// What is sent with everything, whatever the deployment.
const FIXED: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=(), \
         screen-wake-lock=(self)",
    ),
    ("Strict-Transport-Security", "max-age=31536000"),
];

/// The page's alone: the sign-in's answer comes through a channel of the origin, which it would cut.
const OPENER: (&str, &str) = ("Cross-Origin-Opener-Policy", "same-origin-allow-popups");

pub(super) fn all(config: &Config, served: Served) -> Vec<(&'static str, String)> {
    let opener = (served == Served::Page).then_some(OPENER);
    let fixed = FIXED.into_iter().chain(opener);
    let fixed = fixed.map(|(name, value)| (name, value.to_owned()));
    [(POLICY, policy(config, served))]
        .into_iter()
        .chain(fixed)
        .collect()
}

pub(super) fn line(config: &Config, served: Served) -> String {
    format!("{POLICY}: {}", policy(config, served))
}

fn policy(config: &Config, served: Served) -> String {
    let sign_in = config.sign_in_origin();
    let mut connect = vec!["'self'", &sign_in];
    if let Some(metadata) = &config.authority_metadata {
        connect.push(url::origin(&metadata.token_endpoint));
    }
    connect.extend(config.api_bases.iter().map(|api| url::origin(&api.base)));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self'; connect-src {}; worker-src 'self'; \
         frame-src 'self' {sign_in}; base-uri 'none'; form-action 'none'; frame-ancestors {}; \
         require-trusted-types-for 'script'; trusted-types ioculate",
        distinct(connect).join(" "),
        ancestors(config, served),
    )
}

fn ancestors(config: &Config, served: Served) -> String {
    let own = match served {
        Served::Page if config.embedding_parents.is_empty() => return "'none'".to_owned(),
        Served::Page => None,
        Served::Redirect => Some("'self'"),
    };
    let parents = config.embedding_parents.iter().map(String::as_str);
    own.into_iter().chain(parents).collect::<Vec<_>>().join(" ")
}

fn distinct(sources: Vec<&str>) -> Vec<&str> {
    let mut kept = Vec::with_capacity(sources.len());
    for source in sources {
        if !kept.contains(&source) {
            kept.push(source);
        }
    }
    kept
}
