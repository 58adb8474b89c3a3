//! What a screen reader is told of what happens by itself.

use ioculate_core::session::Waiting;

/// What a screen reader is told; [`crate::words`] makes the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The sums after a change.
    Sums {
        /// Ready.
        ready: u32,
        /// Refused.
        refused: u32,
        /// In conflict.
        conflict: u32,
        /// Indicators that would be sent.
        entries: u32,
        /// Files that could not be read.
        unread: u32,
    },
    /// The tenant is being listed.
    Listing,
    /// What would be sent, in the tenant as it is.
    Compared {
        /// Indicators that would be sent.
        entries: u32,
        /// Of them new ones.
        created: u32,
    },
    /// The tenant could not be listed.
    NotCompared,
    /// What the tenant holds is shown.
    Held {
        /// Indicators.
        held: u32,
    },
    /// It could not be listed, and that was what it was for.
    NotHeld,
    /// A run has come this far.
    Tenths {
        /// Of ten.
        tenths: u32,
        /// Accepted.
        accepted: u32,
        /// Rejected.
        rejected: u32,
    },
    /// A run waits.
    Waits(Waiting),
    /// The runs that are kept here are others now.
    Runs {
        /// Those that did not end.
        unfinished: u32,
        /// Those that did.
        past: u32,
    },
}
