//! Where a checked page is, and what is configured.

use ioculate_app::check::{Directive, Needed, Place};

/// A policy that lets the page reach what is configured.
pub(crate) const POLICY: &str = "default-src 'none'; connect-src 'self' https://login.microsoftonline.com https://api.security.microsoft.com; frame-src 'self' https://login.microsoftonline.com";

pub(crate) fn place() -> Place {
    let needed = |url: &str, directive| Needed {
        url: url.to_owned(),
        directive,
    };
    let (api, sign_in) = (
        "https://api.security.microsoft.com/api/indicators?$top=1",
        "https://login.microsoftonline.com/t/v2.0/.well-known/openid-configuration",
    );
    Place {
        page: "https://ioculate.contoso.example/".to_owned(),
        browser: "Mozilla/5.0".to_owned(),
        header: format!("Content-Security-Policy: {POLICY}"),
        needed: vec![
            needed(api, Directive::Connect),
            needed(sign_in, Directive::Connect),
            needed(sign_in, Directive::Frame),
        ],
        api: api.to_owned(),
        sign_in: sign_in.to_owned(),
        online: true,
    }
}
