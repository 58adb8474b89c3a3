//! What caught a value, and how grave that is.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

/// What is asked of the user before a caught row may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// Counted in the summary and the confirmation: blocking this may hit others too.
    Caution,
    /// Held back until it is overridden with the tenant's name.
    Stop,
}

/// Declares the lists with their codes.
macro_rules! lists {
    ($($(#[$doc:meta])* $variant:ident $code:literal),+ $(,)?) => {
        /// Which list caught a value. Of two that are equally grave the one named first is told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum List { $($(#[$doc])* #[serde(rename = $code)] $variant),+ }

        impl List {
            /// Every list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code, in kebab case.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The list of a code.
            #[must_use]
            pub fn of_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|list| list.code() == code)
            }
        }
    };
}

lists! {
    /// The deployment's own domains, addresses and hosts.
    Own "guard-own",
    /// Where users sign in and where the API is called.
    SignIn "guard-sign-in",
    /// Private and reserved ranges, and names of internal networks.
    Private "guard-private",
    /// Names below which anybody may register, or names above such.
    PublicSuffix "guard-public-suffix",
    /// The hash of the empty file.
    EmptyHash "guard-empty-hash",
    /// Public DNS resolvers.
    Resolver "guard-resolver",
    /// Sites at which anybody may put something.
    SharedHosting "guard-shared-hosting",
    /// Endpoints that Windows and Microsoft 365 need: a stop; what lies below one is a caution.
    Microsoft "guard-microsoft",
    /// Shorteners of links.
    Shortener "guard-shortener",
    /// Google's own domains.
    Google "guard-google",
    /// Hosts by which devices find out whether they are online.
    ConnectivityCheck "guard-connectivity-check",
    /// Blogs and services of those who write about threats; reports name them as sources.
    SecuritySite "guard-security-site",
    /// The most used sites: a stop among the top thousand, a caution among the top ten thousand and
    /// below one of the thousand.
    TopSite "guard-top-site",
    /// Addresses of content delivery networks.
    Cdn "guard-cdn",
    /// Addresses of clouds and of large services.
    Cloud "guard-cloud",
    /// Hashes that lists of threats often name in error.
    FalsePositive "guard-false-positive",
}

/// What caught a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caught {
    /// How grave it is.
    pub level: Level,
    /// The list.
    pub list: List,
    /// The list's entry: a name, an address, a range or a hash.
    pub entry: String,
}

/// The gravest of what was noted; of equals the first.
#[derive(Default)]
pub(super) struct Gravest(Option<Caught>);

impl Gravest {
    pub(super) fn note(&mut self, level: Level, list: List, entry: impl FnOnce() -> String) {
        if self.yields_to(level, list) {
            self.set(level, list, entry());
        }
    }

    // Apart from what differs with each caller, so that it is in the program once.
    #[inline(never)]
    fn yields_to(&self, level: Level, list: List) -> bool {
        let before = self.0.as_ref().map(|old| (old.level, Reverse(old.list)));
        before.is_none_or(|before| (level, Reverse(list)) > before)
    }

    #[inline(never)]
    fn set(&mut self, level: Level, list: List, entry: String) {
        self.0 = Some(Caught { level, list, entry });
    }

    /// The gravest level so far.
    pub(super) fn level(&self) -> Option<Level> {
        self.0.as_ref().map(|caught| caught.level)
    }

    pub(super) fn caught(self) -> Option<Caught> {
        self.0
    }
}
