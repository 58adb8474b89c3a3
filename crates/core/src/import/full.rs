//! Whether the tenant has no room for more.
//!
//! Microsoft says how many indicators a tenant may have, but documents neither code nor text for one
//! too many. So no words are read: where entries fail one after another for one and the same reason,
//! the tenant's list is asked for, and it decides. That costs a call or two of another quota, so that
//! it is done again only where our own creations may have used up the room since, or after a while.

use std::{collections::BTreeSet, time::Duration};

use super::Outcome;
use crate::{
    clock::{Instant, Now},
    plan::EntryId,
    session::Stopped,
};

/// Failures for one reason, less what was accepted among them, that raise the suspicion. In a full
/// tenant every creation fails from one place on; a few bad rows in a file seldom come in a row.
const ENOUGH: u32 = 5;

/// Others may fill a tenant too: after so long the list is asked for again.
const ASKED_AGAIN: Duration = Duration::from_mins(10);

/// What speaks for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Suspicion {
    /// Why entries fail, word for word.
    reason: String,
    weight: u32,
    /// What the last list said.
    room: Option<Room>,
}

/// There was room.
#[derive(Clone, Debug)]
struct Room {
    /// It may be used up once so many are accepted.
    until: usize,
    /// Nobody knows how much is left after this moment.
    at: Instant,
}

/// It has none: which of the entries ahead may still be sent.
#[derive(Clone, Debug)]
pub(super) struct Full {
    pub(super) stopped: Stopped,
    /// Those that update what is there.
    pub(super) updates: BTreeSet<EntryId>,
}

impl Suspicion {
    /// Takes note of how entries ended, in the order in which the API took them.
    pub(super) fn saw<'o>(&mut self, outcomes: impl IntoIterator<Item = &'o Outcome>) {
        for outcome in outcomes {
            match outcome {
                Outcome::Rejected { reason, .. } => self.failed(reason, 1),
                Outcome::Accepted { .. } if self.weight < ENOUGH => {
                    self.weight = self.weight.saturating_sub(1);
                }
                _ => {}
            }
        }
    }

    /// So many entries failed for one reason.
    pub(super) fn failed(&mut self, reason: &str, entries: u32) {
        if self.weight >= ENOUGH {
            return;
        }
        if self.reason != reason {
            reason.clone_into(&mut self.reason);
            self.weight = 0;
        }
        self.weight = self.weight.saturating_add(entries);
    }

    /// The reason of the failures, where the list is to be asked for; `accepted` are in all.
    pub(super) fn is_raised(&self, now: Now, accepted: u32) -> bool {
        let room = |room: &Room| (accepted as usize) < room.until && now.mono < room.at;
        self.weight >= ENOUGH && !self.room.as_ref().is_some_and(room)
    }

    /// The list shows `held` indicators of the `most` that a tenant may have. Gives the reason of the
    /// failures where that explains them.
    pub(super) fn settle(
        &mut self,
        now: Now,
        accepted: u32,
        held: usize,
        most: usize,
    ) -> Option<String> {
        let suspected = self.weight >= ENOUGH;
        self.weight = 0;
        if held >= most {
            self.room = None;
            return suspected.then(|| std::mem::take(&mut self.reason));
        }
        self.room = Some(Room {
            until: accepted as usize + (most - held),
            at: now.mono.saturating_add(ASKED_AGAIN),
        });
        None
    }
}
