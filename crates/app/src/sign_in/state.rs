//! The state of the sign-in and what moves it on. Pure.

use std::rc::Rc;

use ioculate_core::session;
use yew::Reducible;

use super::{Cause, Failure};

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The name at sign-in.
    pub username: String,
    /// What the page calls the tenant.
    pub tenant: String,
    /// The tenant's id.
    pub tenant_id: String,
    /// MSAL's id of the account.
    pub account_id: String,
}

impl Account {
    /// What the worker is told of it.
    #[must_use]
    pub fn for_session(&self) -> session::Account {
        session::Account {
            username: self.username.clone(),
            tenant_id: self.tenant_id.clone(),
            account_id: self.account_id.clone(),
        }
    }
}

/// Whether somebody is signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SignIn {
    /// Not known yet.
    #[default]
    Starting,
    /// Nobody is.
    SignedOut {
        /// Why the last attempt came to nothing.
        failure: Option<Failure>,
    },
    /// The user is at the sign-in.
    SigningIn {
        /// Whose sign-in has run out, where that is why.
        again: Option<Account>,
    },
    /// Somebody is.
    SignedIn(Account),
    /// Somebody was, and has to sign in again before the next request. Nothing is lost.
    Lapsed {
        /// Who.
        account: Account,
        /// Why.
        failure: Failure,
    },
    /// Nobody can, until something outside the page is mended.
    Broken(Failure),
}

/// What moves the state on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// The library is ready, or cannot be; with the account it knows.
    Began(Result<Option<Account>, Failure>),
    /// The user was sent to the sign-in.
    Asked,
    /// The user came back; `None` where the page is being left.
    Answered(Result<Option<Account>, Failure>),
    /// There is no token to be had.
    NoToken(Failure),
    /// The user signed out.
    SignedOut,
}

impl SignIn {
    /// Who is signed in, also where the sign-in has run out.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match self {
            Self::SignedIn(account)
            | Self::Lapsed { account, .. }
            | Self::SigningIn {
                again: Some(account),
            } => Some(account),
            _ => None,
        }
    }

    /// What went wrong, if something did.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        match self {
            Self::SignedOut { failure } => failure.as_ref(),
            Self::Lapsed { failure, .. } | Self::Broken(failure) => Some(failure),
            _ => None,
        }
    }

    /// The state after this. What comes late changes nothing.
    #[must_use]
    pub fn after(&self, happening: Happening) -> Self {
        match (self, happening) {
            (Self::SigningIn { again: None }, Happening::Began(Ok(None)))
            | (_, Happening::Answered(Ok(None))) => self.clone(),
            (_, Happening::Began(Ok(Some(account))) | Happening::Answered(Ok(Some(account)))) => {
                Self::SignedIn(account)
            }
            (_, Happening::Began(Ok(None)) | Happening::SignedOut) => {
                Self::SignedOut { failure: None }
            }
            (_, Happening::Began(Err(failure)) | Happening::Answered(Err(failure))) => {
                self.after_failure(failure)
            }
            (_, Happening::Asked) => Self::SigningIn {
                again: self.account().cloned(),
            },
            (_, Happening::NoToken(failure)) => self.without_token(failure),
        }
    }

    fn after_failure(&self, failure: Failure) -> Self {
        // A second window took the first one's place: the first one's end says nothing.
        if failure.cause == Cause::Superseded {
            return self.clone();
        }
        match self.account().cloned() {
            Some(account) => Self::Lapsed { account, failure },
            None if failure.cause.is_lasting() => Self::Broken(failure),
            None => Self::SignedOut {
                failure: Some(failure),
            },
        }
    }

    /// A network that is down is no reason to sign in again.
    fn without_token(&self, failure: Failure) -> Self {
        match self {
            Self::SignedIn(account) if failure.cause != Cause::Network => Self::Lapsed {
                account: account.clone(),
                failure,
            },
            _ => self.clone(),
        }
    }
}

impl Reducible for SignIn {
    type Action = Happening;

    fn reduce(self: Rc<Self>, happening: Happening) -> Rc<Self> {
        Rc::new(self.after(happening))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ann() -> Account {
        Account {
            username: "ann@contoso.example".to_owned(),
            tenant: "Contoso".to_owned(),
            tenant_id: "t".to_owned(),
            account_id: "a".to_owned(),
        }
    }

    fn failed(cause: Cause) -> Failure {
        Failure::of(cause, "code")
    }

    /// The states that a story leads through, by name, each with its failure's cause.
    fn story(happenings: &[Happening]) -> Vec<String> {
        let mut state = SignIn::Starting;
        let name = |state: &SignIn| match state {
            SignIn::Starting => "starting".to_owned(),
            SignIn::SignedOut { failure: None } => "out".to_owned(),
            SignIn::SignedOut { failure: Some(f) } => format!("out {:?}", f.cause),
            SignIn::SigningIn { again } => format!("signing in {}", again.is_some()),
            SignIn::SignedIn(account) => format!("in {}", account.username),
            SignIn::Lapsed { failure, .. } => format!("lapsed {:?}", failure.cause),
            SignIn::Broken(failure) => format!("broken {:?}", failure.cause),
        };
        let mut names = Vec::new();
        for happening in happenings {
            state = state.after(happening.clone());
            names.push(name(&state));
        }
        names
    }

    #[test]
    fn a_redirect_brings_an_account() {
        use Happening::{Answered, Asked, Began};
        assert_eq!(
            story(&[Began(Ok(None)), Asked, Answered(Ok(None))]),
            ["out", "signing in false", "signing in false"]
        );
        assert_eq!(story(&[Began(Ok(Some(ann())))]), ["in ann@contoso.example"]);
    }

    #[test]
    fn a_click_before_the_library_is_ready_is_not_lost() {
        use Happening::{Answered, Asked, Began};
        assert_eq!(
            story(&[Asked, Began(Ok(None)), Answered(Ok(Some(ann())))]),
            [
                "signing in false",
                "signing in false",
                "in ann@contoso.example"
            ]
        );
    }

    #[test]
    fn an_account_stays_in_view_when_its_sign_in_runs_out() {
        use Happening::{Answered, Asked, Began, NoToken};
        assert_eq!(
            story(&[
                Began(Ok(Some(ann()))),
                NoToken(failed(Cause::Network)),
                NoToken(failed(Cause::SignInAgain)),
                Asked,
                Answered(Err(failed(Cause::WindowClosed))),
                Asked,
                Answered(Ok(Some(ann()))),
            ]),
            [
                "in ann@contoso.example",
                "in ann@contoso.example",
                "lapsed SignInAgain",
                "signing in true",
                "lapsed WindowClosed",
                "signing in true",
                "in ann@contoso.example",
            ]
        );
    }

    #[test]
    fn a_window_that_was_replaced_says_nothing() {
        use Happening::{Answered, Asked, Began};
        assert_eq!(
            story(&[
                Began(Ok(None)),
                Asked,
                Asked,
                Answered(Err(failed(Cause::Superseded))),
                Answered(Ok(Some(ann()))),
            ])[3..],
            ["signing in false", "in ann@contoso.example"]
        );
    }

    #[test]
    fn what_only_the_host_can_mend_is_broken() {
        use Happening::{Began, SignedOut};
        assert_eq!(
            story(&[Began(Err(failed(Cause::Insecure)))]),
            ["broken Insecure"]
        );
        assert_eq!(
            story(&[Began(Err(failed(Cause::NotAssigned)))]),
            ["out NotAssigned"]
        );
        assert_eq!(
            story(&[Began(Ok(Some(ann()))), SignedOut]),
            ["in ann@contoso.example", "out"]
        );
    }
}
