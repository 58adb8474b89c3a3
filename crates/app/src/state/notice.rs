//! What stands above the screen until it was read.

use ioculate_core::journal::NotOpened;

use super::{Model, Update};
use crate::language::Language;

/// What stands above the screen until it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Files were dropped where none are read.
    TurnedAway,
    /// What was asked for could not be done.
    NotOpened(NotOpened),
    /// The messages of a language could not be fetched.
    LanguageMissing(Language),
}

impl Model {
    pub(super) fn notice(&mut self, now: Option<Notice>) -> Update {
        if self.notice == now {
            return Update::STALE;
        }
        self.notice = now;
        Update::drawn()
    }

    /// All is said anew. What was said of a language that could not be fetched is over.
    pub(super) fn language_spoken(&mut self) -> Update {
        if matches!(self.notice, Some(Notice::LanguageMissing(_))) {
            self.notice = None;
        }
        Update::drawn()
    }
}
