//! What the library gives back: accounts and tokens.

use std::fmt;

use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

/// An access token. It has no `Display`, and its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken(String);

impl AccessToken {
    /// Holds a token that came from elsewhere.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The token itself, for an `Authorization` header.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// The token itself, given away.
    #[must_use]
    pub fn into_secret(self) -> String {
        self.0
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken(..)")
    }
}

/// Who is signed in. Without the ID token and its claims, which stay with the library.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountInfo {
    /// The account's id across tenants: `<object id>.<home tenant id>`.
    pub home_account_id: String,
    /// The host that issued its tokens.
    pub environment: String,
    /// The tenant it signed in to.
    pub tenant_id: String,
    /// Its name at sign-in, usually an e-mail address.
    pub username: String,
    /// The account's id in the tenant.
    pub local_account_id: String,
    /// The person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What to give the provider so that it does not ask for the name again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_hint: Option<String>,
}

impl AccountInfo {
    /// Reads the library's `AccountInfo`. A property that is not of its type is left out.
    pub(crate) fn from_js(value: &JsValue) -> Option<Self> {
        value.is_object().then(|| {
            let text = |name| property(value, name).as_string();
            let known = |name| text(name).unwrap_or_default();
            Self {
                home_account_id: known("homeAccountId"),
                environment: known("environment"),
                tenant_id: known("tenantId"),
                username: known("username"),
                local_account_id: known("localAccountId"),
                name: text("name"),
                login_hint: text("loginHint"),
            }
        })
    }
}

/// A token and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthenticationResult {
    /// The token.
    pub access_token: AccessToken,
    /// Whose it is.
    pub account: Option<AccountInfo>,
    /// What it allows.
    pub scopes: Vec<String>,
    /// Whether it was taken from the cache, without a request.
    pub from_cache: bool,
    /// When it expires: milliseconds since 1970, by the wall clock.
    pub expires_on: Option<u64>,
    /// The id under which the provider logged the request.
    pub correlation_id: String,
}

impl AuthenticationResult {
    /// Reads the library's `AuthenticationResult`. A property that is not of its type is left out.
    pub(crate) fn from_js(value: &JsValue) -> Self {
        let property = |name| property(value, name);
        let text = |name| property(name).as_string().unwrap_or_default();
        Self {
            access_token: AccessToken::new(text("accessToken")),
            account: AccountInfo::from_js(&property("account")),
            scopes: strings(&property("scopes")),
            from_cache: property("fromCache").is_truthy(),
            expires_on: property("expiresOn")
                .dyn_ref::<js_sys::Date>()
                .and_then(milliseconds),
            correlation_id: text("correlationId"),
        }
    }
}

fn property(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn strings(value: &JsValue) -> Vec<String> {
    let Some(array) = value.dyn_ref::<js_sys::Array>() else {
        return Vec::new();
    };
    array.iter().filter_map(|item| item.as_string()).collect()
}

/// `None` before 1970 and for a date that is none.
fn milliseconds(date: &js_sys::Date) -> Option<u64> {
    let time = date.get_time();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a date's time is whole, at most 8.64e15 by ECMA-262, and was found not negative"
    )]
    (time >= 0.0).then_some(time as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_shows_itself_nowhere() {
        let result = AuthenticationResult {
            access_token: AccessToken::new("eyJ-secret".to_owned()),
            account: None,
            scopes: Vec::new(),
            from_cache: true,
            expires_on: None,
            correlation_id: String::new(),
        };
        let shown = format!("{result:?} {result:#?}");
        assert!(shown.contains("AccessToken(..)"));
        assert!(!shown.contains("secret"));
        assert_eq!(result.access_token.into_secret(), "eyJ-secret");
    }
}
