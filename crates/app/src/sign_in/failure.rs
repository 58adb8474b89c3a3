//! Why a sign-in or a token did not come about, and what the user can do.
//!
//! MSAL's error goes in, a [`Failure`] with its [`Cause`] comes out; [`Failure::explanation`] makes
//! the sentences, with the facts of this deployment that somebody has to copy: the redirect URI in
//! use, the address at which an administrator consents.

use std::rc::Rc;

use ioculate_core::config::Config;
use msal_browser::Error;

use crate::words::message::failure as message;

/// Something that went wrong at sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What it comes down to.
    pub cause: Cause,
    /// MSAL's code, or the provider's, or our own.
    pub code: String,
    /// The number of Microsoft's message.
    pub aadsts: Option<u32>,
    /// What the provider said, word for word; shown as text.
    pub message: String,
    /// The id under which the provider logged it.
    pub correlation_id: Option<String>,
    /// What the provider wants to be asked with the next time.
    pub claims: Option<String>,
}

/// What a failure comes down to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Nobody has consented to the application's permission.
    ConsentMissing,
    /// Only an administrator can consent.
    ApprovalNeeded,
    /// The account is not assigned to the application.
    NotAssigned,
    /// The redirect URI is not registered.
    RedirectUri,
    /// The tenant does not know the application.
    UnknownApplication,
    /// The application is registered for another platform.
    NotSinglePage,
    /// The sign-in has run out, or a second factor is wanted.
    SignInAgain,
    /// The browser blocked the window.
    WindowBlocked,
    /// The window was closed, or could not report back.
    WindowClosed,
    /// Another attempt is open.
    AlreadyOpen,
    /// A later attempt took this one's place.
    Superseded,
    /// The user, or a policy, said no.
    Cancelled,
    /// A redirect was tried inside a frame.
    Embedded,
    /// The page is neither on https nor on this computer.
    Insecure,
    /// The configured authority is wrong, or cannot be reached.
    Authority,
    /// No network, or the sign-in's answer was withheld.
    Network,
    /// The browser keeps no data for this page.
    Storage,
    /// MSAL did not load.
    Library,
    /// Anything else.
    Unknown,
}

/// What an explanation needs to know of the deployment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// `clientId`
    pub client_id: String,
    /// Who signs users in.
    pub authority: String,
    /// The redirect URI in use.
    pub redirect_uri: String,
    /// The page's own origin.
    pub origin: String,
    /// The origin that sign-in contacts.
    pub sign_in_origin: String,
}

impl Facts {
    /// Of this deployment, for the page at this address.
    #[must_use]
    pub fn of(config: &Config, page: &str) -> Self {
        Self {
            client_id: config.client_id.clone(),
            authority: config.authority(),
            redirect_uri: config.redirect_uri(page),
            origin: page.split('/').take(3).collect::<Vec<_>>().join("/"),
            sign_in_origin: config.sign_in_origin(),
        }
    }
}

/// A failure, and where it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// What went wrong.
    pub failure: Failure,
    /// What its explanation needs to know.
    pub facts: Rc<Facts>,
}

/// A failure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// A heading.
    pub title: &'static str,
    /// What happened, and what did not.
    pub happened: &'static str,
    /// What to do.
    pub todo: &'static str,
    /// What somebody has to copy.
    pub shown: Option<Shown>,
}

/// A fact to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it is.
    pub label: &'static str,
    /// The fact.
    pub text: String,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 19] = [
        Self::ConsentMissing,
        Self::ApprovalNeeded,
        Self::NotAssigned,
        Self::RedirectUri,
        Self::UnknownApplication,
        Self::NotSinglePage,
        Self::SignInAgain,
        Self::WindowBlocked,
        Self::WindowClosed,
        Self::AlreadyOpen,
        Self::Superseded,
        Self::Cancelled,
        Self::Embedded,
        Self::Insecure,
        Self::Authority,
        Self::Network,
        Self::Storage,
        Self::Library,
        Self::Unknown,
    ];

    /// Whether trying again on the page as it is cannot help.
    #[must_use]
    pub const fn is_lasting(self) -> bool {
        matches!(
            self,
            Self::Insecure | Self::Storage | Self::Library | Self::Authority
        )
    }

    fn of_number(number: u32) -> Option<Self> {
        Some(match number {
            65001 => Self::ConsentMissing,
            90094 => Self::ApprovalNeeded,
            50105 => Self::NotAssigned,
            50011 => Self::RedirectUri,
            700_016 | 90002 => Self::UnknownApplication,
            9_002_325..=9_002_327 => Self::NotSinglePage,
            700_082 | 700_084 | 50058 | 50076 | 50078 | 50079 | 50173 => Self::SignInAgain,
            65004 => Self::Cancelled,
            _ => return None,
        })
    }

    fn of_code(code: &str) -> Option<Self> {
        Some(match code {
            "consent_required" => Self::ConsentMissing,
            "interaction_required" | "login_required" | "no_account_error" | "no_tokens_found" => {
                Self::SignInAgain
            }
            "popup_window_error" | "empty_window_error" => Self::WindowBlocked,
            "timed_out" | "monitor_window_timeout" => Self::WindowClosed,
            "interaction_in_progress" => Self::AlreadyOpen,
            "interaction_in_progress_cancelled" => Self::Superseded,
            "user_cancelled" | "access_denied" => Self::Cancelled,
            "redirect_in_iframe" | "block_nested_popups" => Self::Embedded,
            "crypto_nonexistent" => Self::Insecure,
            "endpoints_resolution_error"
            | "untrusted_authority"
            | "authority_uri_insecure"
            | "openid_config_error" => Self::Authority,
            "no_network_connectivity"
            | "post_request_failed"
            | "get_request_failed"
            | "network_error" => Self::Network,
            "SecurityError" | "storage_not_supported" => Self::Storage,
            "library" => Self::Library,
            _ => return None,
        })
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let numbered = error.aadsts.and_then(Cause::of_number);
        let coded = || Cause::of_code(&error.code);
        let renewed = || {
            error
                .is_interaction_required()
                .then_some(Cause::SignInAgain)
        };
        Self {
            cause: numbered
                .or_else(coded)
                .or_else(renewed)
                .unwrap_or(Cause::Unknown),
            code: error.code,
            aadsts: error.aadsts,
            message: error.message,
            correlation_id: error.correlation_id.map(Into::into),
            claims: error.claims.map(Into::into),
        }
    }
}

impl Failure {
    /// One that did not come from MSAL.
    #[must_use]
    pub fn of(cause: Cause, code: &str) -> Self {
        Self {
            cause,
            code: code.to_owned(),
            aadsts: None,
            message: String::new(),
            correlation_id: None,
            claims: None,
        }
    }

    /// Code, number and id in one line, for whoever is asked for help.
    #[must_use]
    pub fn reference(&self) -> String {
        let number = self.aadsts.map(|number| format!("AADSTS{number}"));
        let id = self.correlation_id.as_deref();
        let id = id.map(message::correlation_id);
        let parts = [Some(self.code.clone()), number, id];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The sentences, and what has to be copied.
    #[must_use]
    pub fn explanation(&self, facts: &Facts) -> Explanation {
        let (title, happened, todo) = super::words::failure(self.cause);
        Explanation {
            title,
            happened,
            todo,
            shown: self.shown(facts),
        }
    }

    fn shown(&self, facts: &Facts) -> Option<Shown> {
        let (label, text) = match self.cause {
            Cause::ConsentMissing | Cause::ApprovalNeeded => (
                message::shown_consent(),
                format!(
                    "{}/adminconsent?client_id={}",
                    facts.authority, facts.client_id
                ),
            ),
            Cause::RedirectUri | Cause::NotSinglePage => {
                (message::shown_redirect_uri(), facts.redirect_uri.clone())
            }
            Cause::WindowClosed => (message::shown_answer_page(), facts.redirect_uri.clone()),
            Cause::NotAssigned | Cause::UnknownApplication => {
                (message::shown_application(), facts.client_id.clone())
            }
            Cause::Authority => (message::shown_authority(), facts.authority.clone()),
            Cause::Network => (message::shown_host(), facts.sign_in_origin.clone()),
            Cause::Insecure | Cause::Storage => (message::shown_origin(), facts.origin.clone()),
            _ => return None,
        };
        Some(Shown { label, text })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use msal_browser::Thrown;

    use super::*;

    fn thrown(name: &str, code: &str, message: &str) -> Failure {
        let text = |text: &str| Some(text.to_owned());
        Failure::from(Error::from(Thrown {
            name: text(name),
            error_code: text(code),
            error_message: text(message),
            ..Thrown::default()
        }))
    }

    #[test]
    fn each_answer_comes_down_to_its_cause() {
        let table = [
            (
                "ServerError",
                "invalid_client",
                "AADSTS65001: no consent",
                Cause::ConsentMissing,
            ),
            (
                "ServerError",
                "access_denied",
                "AADSTS90094: admin approval",
                Cause::ApprovalNeeded,
            ),
            (
                "ServerError",
                "access_denied",
                "AADSTS50105: not assigned",
                Cause::NotAssigned,
            ),
            (
                "ServerError",
                "invalid_request",
                "AADSTS50011: no match",
                Cause::RedirectUri,
            ),
            (
                "ServerError",
                "unauthorized_client",
                "AADSTS700016: x",
                Cause::UnknownApplication,
            ),
            (
                "ServerError",
                "invalid_request",
                "AADSTS9002326: cross-origin",
                Cause::NotSinglePage,
            ),
            (
                "ServerError",
                "invalid_grant",
                "AADSTS700084: expired",
                Cause::SignInAgain,
            ),
            (
                "InteractionRequiredAuthError",
                "invalid_grant",
                "AADSTS50076: mfa",
                Cause::SignInAgain,
            ),
            (
                "InteractionRequiredAuthError",
                "invalid_grant",
                "AADSTS53003: policy",
                Cause::SignInAgain,
            ),
            (
                "InteractionRequiredAuthError",
                "interaction_required",
                "",
                Cause::SignInAgain,
            ),
            (
                "BrowserAuthError",
                "no_account_error",
                "",
                Cause::SignInAgain,
            ),
            (
                "BrowserAuthError",
                "popup_window_error",
                "",
                Cause::WindowBlocked,
            ),
            ("BrowserAuthError", "timed_out", "", Cause::WindowClosed),
            (
                "BrowserAuthError",
                "interaction_in_progress",
                "",
                Cause::AlreadyOpen,
            ),
            (
                "BrowserAuthError",
                "interaction_in_progress_cancelled",
                "",
                Cause::Superseded,
            ),
            ("BrowserAuthError", "user_cancelled", "", Cause::Cancelled),
            ("ServerError", "access_denied", "", Cause::Cancelled),
            (
                "BrowserAuthError",
                "redirect_in_iframe",
                "",
                Cause::Embedded,
            ),
            (
                "BrowserAuthError",
                "crypto_nonexistent",
                "",
                Cause::Insecure,
            ),
            (
                "ClientAuthError",
                "endpoints_resolution_error",
                "",
                Cause::Authority,
            ),
            (
                "BrowserAuthError",
                "post_request_failed",
                "",
                Cause::Network,
            ),
            (
                "SecurityError",
                "",
                "The operation is insecure.",
                Cause::Storage,
            ),
            ("TypeError", "", "x is undefined", Cause::Unknown),
        ];
        for (name, code, message, cause) in table {
            assert_eq!(
                thrown(name, code, message).cause,
                cause,
                "{name} {code} {message}"
            );
        }
    }

    /// What whoever registers the app is told to look for.
    #[test]
    fn each_failure_of_the_guide_is_explained() {
        let guide = include_str!("../../../../docs/entra.md");
        let (_, table) = guide
            .split_once("## When sign-in fails")
            .expect("the table");
        let cells = table.lines().filter_map(|line| line.split('|').nth(1));
        let codes: Vec<&str> = cells
            .flat_map(|cell| cell.split('`').skip(1).step_by(2))
            .collect();
        assert!(codes.len() > 20, "{codes:?}");
        for code in codes {
            let failure = match code.strip_prefix("AADSTS") {
                Some(_) => thrown("ServerError", "invalid_grant", &format!("{code}: x")),
                None => thrown(code, code, ""),
            };
            assert_ne!(failure.cause, Cause::Unknown, "{code}");
        }
    }

    fn facts() -> Facts {
        Facts {
            client_id: "CLIENT".to_owned(),
            authority: "https://login.example/TENANT".to_owned(),
            redirect_uri: "https://ioc.example/redirect.html".to_owned(),
            origin: "https://ioc.example".to_owned(),
            sign_in_origin: "https://login.example".to_owned(),
        }
    }

    #[test]
    fn what_must_be_copied_is_shown() {
        let shown = |cause| {
            let explained = Failure::of(cause, "x").explanation(&facts());
            explained.shown.map(|shown| shown.text).unwrap_or_default()
        };
        let consent = "https://login.example/TENANT/adminconsent?client_id=CLIENT";
        assert_eq!(shown(Cause::ConsentMissing), consent);
        assert_eq!(
            shown(Cause::RedirectUri),
            "https://ioc.example/redirect.html"
        );
        assert_eq!(shown(Cause::Network), "https://login.example");
        assert_eq!(shown(Cause::Insecure), "https://ioc.example");
        assert_eq!(shown(Cause::Cancelled), "");
    }

    #[test]
    fn every_cause_says_something_of_its_own() {
        let mut titles = HashSet::new();
        for cause in Cause::ALL {
            let explained = Failure::of(cause, "x").explanation(&facts());
            assert!(titles.insert(explained.title), "{cause:?}");
            assert!(
                explained.happened.ends_with('.') && explained.todo.ends_with('.'),
                "{cause:?}"
            );
            assert!(!explained.title.ends_with('.'), "{cause:?}");
        }
    }

    #[test]
    fn the_reference_is_one_line() {
        let mut failure = thrown("ServerError", "access_denied", "AADSTS50105: x");
        failure.correlation_id = Some("c-1".to_owned());
        assert_eq!(
            failure.reference(),
            "access_denied, AADSTS50105, correlation id c-1"
        );
    }
}
