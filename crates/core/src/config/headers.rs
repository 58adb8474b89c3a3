//! The policy that a deployment's server must send, made from the same facts as the page.
//!
//! The page cannot set these itself: `frame-ancestors` counts only in a header, and a worker is
//! governed by the header of its own script. So the page prints the line for the operator to copy.

use super::{Config, url};

/// Whose response the policy is for.
#[derive(Clone, Copy)]
pub(super) enum Framing {
    /// Everything but the redirect page.
    Page,
    /// The redirect page.
    Redirect,
}

pub(super) fn policy(config: &Config, framing: Framing) -> String {
    let sign_in = config.sign_in_origin();
    let mut connect = vec!["'self'", &sign_in];
    if let Some(metadata) = &config.authority_metadata {
        connect.push(url::origin(&metadata.token_endpoint));
    }
    connect.extend(config.api_bases.iter().map(|api| url::origin(&api.base)));
    format!(
        "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self'; connect-src {}; worker-src 'self'; \
         frame-src 'self' {sign_in}; base-uri 'none'; form-action 'none'; frame-ancestors {}; \
         require-trusted-types-for 'script'; trusted-types ioculate",
        distinct(connect).join(" "),
        ancestors(config, framing),
    )
}

fn ancestors(config: &Config, framing: Framing) -> String {
    let own = match framing {
        Framing::Page if config.embedding_parents.is_empty() => return "'none'".to_owned(),
        Framing::Page => None,
        Framing::Redirect => Some("'self'"),
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
