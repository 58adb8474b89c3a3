//! What a check goes by, and what the browser found out.

use ioculate_core::session::Connection;

use super::policy::{Directive, allows, origin};

/// What the page must be let reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The address.
    pub url: String,
    /// What it is held to.
    pub directive: Directive,
}

/// Where the page is, and what is configured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page's address, without what stands behind its path.
    pub page: String,
    /// The browser's name for itself.
    pub browser: String,
    /// The header line for this configuration.
    pub header: String,
    /// The one that the redirect page is served with instead.
    pub redirect_header: String,
    /// What the page must be let reach.
    pub needed: Vec<Needed>,
    /// The address of the harmless question to the API.
    pub api: String,
    /// An address of the sign-in that redirects nobody.
    pub sign_in: String,
    /// Whether the browser says that it has a network.
    pub online: bool,
}

/// The policy that the page and its worker are served with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Served {
    /// It is being asked for.
    Asked,
    /// Their server did not answer.
    Unread,
    /// It sends none with one of them.
    Nothing,
    /// This one; where they differ both, as two headers would say it.
    Policy(String),
}

/// Whether a host answers at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probe {
    /// It is being asked.
    Asked,
    /// It does, readably or not.
    Answered,
    /// It does not.
    Silent,
}

/// What became of the real call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// It is on its way, or about to be.
    Asked,
    /// It was not made: the page is calling the API already.
    Busy,
    /// Signed in: what the worker says of it.
    Told(Connection),
    /// Signed out: the status, where the answer could be read.
    Bare(Option<u16>),
}

/// What the browser found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The policy.
    pub policy: Served,
    /// The origins that the browser said a policy keeps the page from.
    pub broken: Vec<String>,
    /// The host that signs in.
    pub sign_in: Probe,
    /// The host of the API.
    pub api: Probe,
    /// The real call.
    pub call: Call,
}

/// One of them, as it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The policy.
    Policy(Served),
    /// An origin that a policy keeps the page from.
    Broken(String),
    /// Whether the host that signs in answers.
    SignIn(bool),
    /// Whether the API's does.
    Api(bool),
    /// The status of the call without a sign-in.
    Bare(Option<u16>),
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            policy: Served::Asked,
            broken: Vec::new(),
            sign_in: Probe::Asked,
            api: Probe::Asked,
            call: Call::Asked,
        }
    }
}

impl Facts {
    /// Takes one in.
    pub fn take(&mut self, found: Found) {
        let probe = |answers| {
            if answers {
                Probe::Answered
            } else {
                Probe::Silent
            }
        };
        match found {
            Found::Policy(policy) => self.policy = policy,
            Found::Broken(url) => self.broken.push(origin(&url).to_owned()),
            Found::SignIn(answers) => self.sign_in = probe(answers),
            Found::Api(answers) => self.api = probe(answers),
            Found::Bare(status) => self.call = Call::Bare(status),
        }
    }

    /// What the page needs and may not reach, each once: origin and directive.
    #[must_use]
    pub fn forbidden<'a>(&self, place: &'a Place) -> Vec<(&'a str, Directive)> {
        let mut all = Vec::new();
        for Needed { url, directive } in &place.needed {
            let one = (origin(url), *directive);
            if self.keeps_from(place, url, *directive) && !all.contains(&one) {
                all.push(one);
            }
        }
        all
    }

    /// Whether the page may not call an address.
    #[must_use]
    pub fn forbids(&self, place: &Place, url: &str) -> bool {
        self.keeps_from(place, url, Directive::Connect)
    }

    fn keeps_from(&self, place: &Place, url: &str, directive: Directive) -> bool {
        let served = match &self.policy {
            Served::Policy(policy) => !allows(policy, &place.page, directive, url),
            Served::Asked | Served::Unread | Served::Nothing => false,
        };
        let is_broken = directive == Directive::Connect
            && self.broken.iter().any(|broken| broken == origin(url));
        served || is_broken
    }
}
