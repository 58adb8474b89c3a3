//! What comes of a message besides a changed model.

use ioculate_core::session::Command;

use super::Keeping;

/// What came of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// Whether the page must be drawn again.
    pub redraw: bool,
    /// What the worker is asked.
    pub ask: Vec<Command>,
    /// What the browser is to keep, forget or hand out.
    pub keep: Vec<Keeping>,
}

impl Update {
    pub(super) const STALE: Self = Self {
        redraw: false,
        ask: Vec::new(),
        keep: Vec::new(),
    };

    pub(super) fn drawn() -> Self {
        Self::asking(Vec::new())
    }

    pub(super) fn asking(ask: Vec<Command>) -> Self {
        Self {
            redraw: true,
            ask,
            keep: Vec::new(),
        }
    }

    pub(super) fn keeping(keep: Vec<Keeping>) -> Self {
        Self {
            keep,
            ..Self::drawn()
        }
    }

    /// Something for the worker that changes nothing on screen.
    pub(super) fn quiet(command: Command) -> Self {
        Self {
            redraw: false,
            ..Self::asking(vec![command])
        }
    }
}
