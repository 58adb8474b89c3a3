//! What the library throws, in codes.
//!
//! An `AuthError` of the library carries `errorCode`, `subError`, `errorMessage` and `correlationId`
//! as properties; anything else that is thrown is at least an `Error` with a name. Both become an
//! [`Error`].

use std::fmt;

use js_sys::Number;
use wasm_bindgen::{JsCast, JsValue};

/// A failure of the library, of the browser under it, or of the sign-in provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Error {
    /// The class, such as `BrowserAuthError`, `ServerError` or `InteractionRequiredAuthError`.
    pub name: Box<str>,
    /// The library's code or the provider's `error`, such as `popup_window_error` or
    /// `access_denied`. For what is no `AuthError` the class again, such as `SecurityError`.
    pub code: String,
    /// The finer code, such as `redirect_bridge_timeout`.
    pub sub_error: Option<Box<str>>,
    /// The number of an `AADSTS` message, such as 65001.
    pub aadsts: Option<u32>,
    /// The message. The provider's own text, or a link where the library made it.
    pub message: String,
    /// The id under which the provider logged the request.
    pub correlation_id: Option<Box<str>>,
    /// What the provider wants to be asked again with, where it wants something.
    pub claims: Option<Box<str>>,
}

/// The properties of something thrown, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the library's")]
pub struct Thrown {
    pub name: Option<String>,
    pub error_code: Option<String>,
    pub sub_error: Option<String>,
    pub error_message: Option<String>,
    pub message: Option<String>,
    pub error_no: Option<String>,
    pub correlation_id: Option<String>,
    pub claims: Option<String>,
}

impl From<Thrown> for Error {
    fn from(thrown: Thrown) -> Self {
        let given = |text: Option<String>| text.filter(|text| !text.is_empty());
        let name = given(thrown.name).unwrap_or_else(|| "Error".to_owned());
        let message = given(thrown.error_message)
            .or(given(thrown.message))
            .unwrap_or_default();
        let number = thrown.error_no.and_then(|text| text.parse().ok());
        Self {
            code: given(thrown.error_code).unwrap_or_else(|| name.clone()),
            sub_error: given(thrown.sub_error).map(Into::into),
            aadsts: aadsts_number(&message).or(number),
            correlation_id: given(thrown.correlation_id).map(Into::into),
            claims: given(thrown.claims).map(Into::into),
            name: name.into(),
            message,
        }
    }
}

impl Error {
    /// Reads whatever JavaScript threw.
    #[must_use]
    pub fn from_js(thrown: &JsValue) -> Self {
        let property = |name: &str| {
            let value = js_sys::Reflect::get(thrown, &JsValue::from_str(name)).ok()?;
            let number = || {
                value
                    .dyn_ref::<Number>()?
                    .to_string_with_radix(10)
                    .ok()
                    .map(String::from)
            };
            value.as_string().or_else(number)
        };
        Self::from(Thrown {
            name: property("name"),
            error_code: property("errorCode"),
            sub_error: property("subError"),
            error_message: property("errorMessage"),
            message: property("message").or_else(|| thrown.as_string()),
            error_no: property("errorNo"),
            correlation_id: property("correlationId"),
            claims: property("claims"),
        })
    }

    /// Whether the user has to act before a token can be had: sign in again, consent, pass a second
    /// factor.
    #[must_use]
    pub fn is_interaction_required(&self) -> bool {
        &*self.name == "InteractionRequiredAuthError"
            || matches!(
                self.code.as_str(),
                "interaction_required"
                    | "login_required"
                    | "consent_required"
                    | "no_account_error"
                    | "no_tokens_found"
                    | "refresh_token_expired"
                    | "bad_token"
            )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)?;
        if let Some(sub_error) = &self.sub_error {
            write!(f, " ({sub_error})")?;
        }
        if let Some(number) = self.aadsts {
            write!(f, " AADSTS{number}")?;
        }
        if self.message.is_empty() {
            Ok(())
        } else {
            write!(f, ": {}", self.message)
        }
    }
}

impl std::error::Error for Error {}

/// The number of the first `AADSTS` code in a text.
///
/// ```
/// # use msal_browser::aadsts_number;
/// assert_eq!(aadsts_number("AADSTS65001: The user has not consented."), Some(65001));
/// ```
#[must_use]
pub fn aadsts_number(text: &str) -> Option<u32> {
    text.split("AADSTS").skip(1).find_map(|after| {
        let end = after
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(after.len());
        after[..end].parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_aadsts_number_is_found_wherever_it_stands() {
        let table = [
            ("AADSTS65001: not consented", Some(65001)),
            (
                "invalid_client: AADSTS700016: not found. Trace ID: 1",
                Some(700_016),
            ),
            ("AADSTS50105 then AADSTS65001", Some(50105)),
            ("AADSTS: AADSTS90094", Some(90094)),
            ("AADSTS99999999999", None),
            ("aadsts65001", None),
            ("AADSTS", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(aadsts_number(text), expected, "{text}");
        }
    }

    /// What an error with these properties decodes to, in one line.
    fn decoded(name: &str, code: &str, sub: &str, message: &str, number: &str) -> String {
        let text = |text: &str| Some(text.to_owned());
        let error = Error::from(Thrown {
            name: text(name),
            error_code: text(code),
            sub_error: text(sub),
            error_message: text(message),
            error_no: text(number),
            ..Thrown::default()
        });
        format!("{error} | {}", error.is_interaction_required())
    }

    #[test]
    fn an_auth_error_becomes_codes() {
        assert_eq!(
            decoded(
                "ServerError",
                "access_denied",
                "",
                "AADSTS50105: not assigned",
                ""
            ),
            "access_denied AADSTS50105: AADSTS50105: not assigned | false"
        );
        assert_eq!(
            decoded(
                "BrowserAuthError",
                "timed_out",
                "redirect_bridge_timeout",
                "",
                ""
            ),
            "timed_out (redirect_bridge_timeout) | false"
        );
        assert_eq!(
            decoded(
                "InteractionRequiredAuthError",
                "invalid_grant",
                "basic_action",
                "",
                "50076"
            ),
            "invalid_grant (basic_action) AADSTS50076 | true"
        );
        assert_eq!(
            decoded("BrowserAuthError", "no_account_error", "", "", ""),
            "no_account_error | true"
        );
    }

    #[test]
    fn anything_else_keeps_its_name_and_message() {
        let error = Error::from(Thrown {
            name: Some("SecurityError".to_owned()),
            message: Some("The operation is insecure.".to_owned()),
            ..Thrown::default()
        });
        assert_eq!(
            error.to_string(),
            "SecurityError: The operation is insecure."
        );
        assert_eq!(Error::from(Thrown::default()).to_string(), "Error");
    }
}
