//! What is wrong with a configuration: the key, what stands there, what is allowed.

use std::fmt;

/// One fault of `config.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The key's path, such as `apiBases[1].base`; empty where the whole file is meant.
    pub key: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong at a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No such key.
    Unknown {
        /// The keys that may stand there.
        known: &'static [&'static str],
    },
    /// A required key is absent.
    Missing {
        /// What it should hold.
        allowed: &'static str,
    },
    /// The value is not allowed.
    Bad {
        /// The value as JSON, clipped.
        found: String,
        /// What is allowed.
        allowed: &'static str,
    },
}

impl ConfigError {
    /// The stable code, in kebab case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.fault {
            Fault::Unknown { .. } => "config-unknown-key",
            Fault::Missing { .. } => "config-missing-key",
            Fault::Bad { .. } => "config-bad-value",
        }
    }

    /// What is wrong with a file as a whole.
    pub(crate) const fn whole(found: String, allowed: &'static str) -> Self {
        let fault = Fault::Bad { found, allowed };
        Self {
            key: String::new(),
            fault,
        }
    }

    /// Says it of a file that is called so.
    pub(crate) fn write(&self, f: &mut fmt::Formatter<'_>, file: &str) -> fmt::Result {
        let key = match self.key.as_str() {
            "" => file,
            key => key,
        };
        match &self.fault {
            Fault::Unknown { known } => {
                write!(f, "{key} is not a key. Known here: {}.", known.join(", "))
            }
            Fault::Missing { allowed } => write!(f, "{key} is missing. It takes {allowed}."),
            Fault::Bad { found, allowed } => write!(f, "{key} is {found}. It takes {allowed}."),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "config.json")
    }
}

impl std::error::Error for ConfigError {}
