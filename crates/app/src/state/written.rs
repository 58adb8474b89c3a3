//! What is typed or pasted into the box of the first screen.

use ioculate_core::session::Command;

use super::{Model, Update};

/// What stands in the box while another screen is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    unread: String,
    /// What was read last: it stands in the box until another screen takes its place.
    read: String,
}

impl Model {
    /// What was typed and not read.
    #[must_use]
    pub fn unread(&self) -> &str {
        &self.written.unread
    }

    pub(super) fn pasted(&mut self, text: String) -> Update {
        if text.trim().is_empty() {
            return Update::STALE;
        }
        let mut update = self.awaiting(1);
        if update.redraw {
            self.written.read.clone_from(&text);
            update.ask.push(Command::Paste { text });
        }
        update
    }

    /// The box goes away with a text in it.
    pub(super) fn left_unread(&mut self, text: String) -> Update {
        let is_read = text == self.written.read;
        self.written = Written {
            unread: if is_read { String::new() } else { text },
            read: String::new(),
        };
        Update::drawn()
    }
}
