//! What can sign a user in: the seam between the page and MSAL.

use std::{future::Future, pin::Pin};

use ioculate_core::{import::Freshness, session::Token};

use super::{Account, Failure, Framing};

/// An answer that is still to come.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// How the user is taken to the sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The page is left and comes back empty.
    Redirect,
    /// In a window; the page stays as it is.
    Window,
}

impl Way {
    /// The way that loses nothing: a window where there is work on the screen, and in a frame, where
    /// there is no other.
    #[must_use]
    pub fn keeping(work: bool, framing: Framing) -> Self {
        if work || framing != Framing::Tab {
            Self::Window
        } else {
            Self::Redirect
        }
    }
}

/// One attempt to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// How.
    pub way: Way,
    /// Who probably signs in: the account whose sign-in has run out.
    pub hint: Option<String>,
    /// Whether the user is to choose an account even where the provider remembers one: after a
    /// failure it would fail in the same way for ever.
    pub choose: bool,
    /// What the provider wants to be asked with, from [`Failure::claims`].
    pub claims: Option<String>,
}

/// Signs users in and gives tokens.
pub trait TokenSource {
    /// Gets ready, and takes up a sign-in that a redirect brought or that this tab still has.
    fn begin(&self) -> Answer<Option<Account>>;

    /// Asks the user. `None` where the page is being left.
    fn sign_in(&self, asked: Asked) -> Answer<Option<Account>>;

    /// A token for one request.
    fn token(&self, freshness: Freshness) -> Answer<Token>;

    /// Forgets the account and its tokens.
    fn sign_out(&self, way: Way) -> Answer<()>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_is_for_an_empty_page_of_its_own() {
        assert_eq!(Way::keeping(false, Framing::Tab), Way::Redirect);
        assert_eq!(Way::keeping(true, Framing::Tab), Way::Window);
        for framed in [Framing::Frame, Framing::Apart] {
            assert_eq!(Way::keeping(false, framed), Way::Window);
            assert_eq!(Way::keeping(true, framed), Way::Window);
        }
    }
}
