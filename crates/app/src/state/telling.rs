//! Whether the user is told when a run ends, or needs them, while nobody looks: only where they asked
//! for it, and where the browser lets the page.

use super::{Model, Update};

/// Whether the user is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Telling {
    /// The browser has no way to.
    #[default]
    Unable,
    /// They did not ask for it.
    Off,
    /// They did, and the browser is asking them whether the page may.
    Asking,
    /// They are told.
    On,
    /// The browser does not let the page.
    Denied,
}

/// What happens about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tell {
    /// The browser has a way to.
    Able,
    /// The user asks for it, or no longer.
    Wish(bool),
    /// Whether the browser lets the page.
    Allowed(bool),
}

impl Model {
    pub(super) fn tell(&mut self, tell: Tell) -> Update {
        use Telling::{Asking, Denied, Off, On, Unable};

        let telling = match (tell, self.telling) {
            (Tell::Able, Unable) | (Tell::Wish(false), Asking | On | Denied) => Off,
            (Tell::Wish(true), Off | Denied) => Asking,
            (Tell::Allowed(true), Asking) => On,
            (Tell::Allowed(false), Asking) => Denied,
            _ => return Update::STALE,
        };
        self.telling = telling;
        Update::drawn()
    }
}
