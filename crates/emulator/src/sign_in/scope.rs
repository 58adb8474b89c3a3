//! Which resource the requested scopes ask a token for.
//!
//! A scope is `<resource>/<permission>`. One without a resource means Microsoft Graph, which knows
//! no `Ti.ReadWrite`: the classic mistake with this API.

use super::RESOURCE;

const GRAPH: &str = "00000003-0000-0000-c000-000000000000";
const OPENID: [&str; 5] = ["openid", "profile", "email", "offline_access", "User.Read"];

/// The audience of the token, by the space-separated `scopes`.
///
/// # Errors
/// The AADSTS text of a scope that no resource here knows.
pub(super) fn audience(scopes: &str) -> Result<&'static str, String> {
    let mut audience = GRAPH;
    for scope in scopes.split_whitespace() {
        let permission = scope
            .strip_prefix(RESOURCE)
            .map(|rest| rest.trim_start_matches('/'));
        match permission {
            Some("Ti.ReadWrite" | ".default") => audience = RESOURCE,
            None if OPENID.contains(&scope) => {}
            _ => {
                return Err(format!(
                    "AADSTS70011: the scope {scope} does not exist on its resource."
                ));
            }
        }
    }
    Ok(audience)
}

/// The scopes that a token answer says were granted.
pub(super) fn granted(scopes: &str) -> String {
    let granted = scopes
        .split_whitespace()
        .filter(|scope| *scope != "offline_access");
    granted.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_mean_a_resource() {
        let cases = [
            (
                "https://api.securitycenter.microsoft.com/Ti.ReadWrite openid",
                Ok(RESOURCE),
            ),
            (
                "https://api.securitycenter.microsoft.com/.default",
                Ok(RESOURCE),
            ),
            ("openid profile offline_access", Ok(GRAPH)),
            ("Ti.ReadWrite openid", Err(())),
            ("https://api.security.microsoft.com/Ti.ReadWrite", Err(())),
            (
                "https://api.securitycenter.microsoft.com/Ti.ReadAll",
                Err(()),
            ),
        ];
        for (scopes, expected) in cases {
            assert_eq!(audience(scopes).map_err(|_| ()), expected, "{scopes}");
        }
    }
}
