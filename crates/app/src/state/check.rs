//! The connection check: the dialog, what has been found out, and what was copied of it.

use ioculate_core::{
    clock::WallTime,
    session::{Command, Connection, TenantState},
};

use super::{Fault, Model, Screen, Update};
use crate::check::{Call, Facts, Found, Place};

/// An open check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Where the page is, and what is configured.
    pub place: Place,
    /// What has been found out.
    pub facts: Facts,
    /// When it began.
    pub at: WallTime,
    /// What was copied last, and whether the browser did.
    pub copied: Option<(Copied, bool)>,
    /// Tells its answers from those of one before.
    pub turn: u32,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The header line.
    Header,
    /// The report.
    Report,
}

/// What happens to it.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckMsg {
    /// It is wanted, or wanted again. Where the page is comes beside it.
    Begin,
    /// It begins.
    Begun(Box<Place>),
    /// Something was found out, in this turn.
    Found(u32, Found),
    /// Something is to be copied.
    Copy(Copied),
    /// It was, or the browser did not let the page.
    Copied(Copied, bool),
    /// The dialog was left.
    Close,
}

impl Model {
    pub(super) fn check(&mut self, msg: CheckMsg) -> Update {
        let check = self.check.as_deref_mut();
        match (msg, check) {
            (CheckMsg::Begun(place), check) => {
                let turn = check.map_or(0, |check| check.turn + 1);
                self.check = Some(Box::new(Check {
                    place: *place,
                    facts: Facts::default(),
                    at: self.now,
                    copied: None,
                    turn,
                }));
                Update::drawn()
            }
            (CheckMsg::Found(turn, found), Some(check)) if check.turn == turn => {
                let is_policy = matches!(found, Found::Policy(_));
                check.facts.take(found);
                if is_policy {
                    return self.ask_for_real();
                }
                Update::drawn()
            }
            (CheckMsg::Copied(what, done), Some(check)) => {
                check.copied = Some((what, done));
                Update::drawn()
            }
            (CheckMsg::Close, Some(_)) => {
                self.check = None;
                Update::drawn()
            }
            _ => Update::STALE,
        }
    }

    /// Has the worker make the real call, which it counts as any other; unless the policy forbids it,
    /// nobody is signed in, or it is calling the API already.
    fn ask_for_real(&mut self) -> Update {
        let is_busy = self.is_calling();
        let Some(check) = &mut self.check else {
            return Update::STALE;
        };
        if self.account.is_none() || check.facts.forbids(&check.place, &check.place.api) {
            return Update::drawn();
        }
        if is_busy {
            check.facts.call = Call::Busy;
            return Update::drawn();
        }
        Update::asking(vec![Command::CheckConnection])
    }

    /// Whether the worker is calling the API, or cannot.
    fn is_calling(&self) -> bool {
        let is_sending = match &self.screen {
            Screen::Send(send) => !send.is_shut(),
            _ => false,
        };
        let is_listing = matches!(self.tenant, TenantState::Listing { .. });
        is_sending || is_listing || matches!(self.fault, Some(Fault::Worker { .. }))
    }

    /// The worker is gone, and with it the call that the check waits for.
    pub(super) fn gives_no_answer(&mut self) {
        self.came_of_the_call(Call::Busy);
    }

    /// What the worker said of the API is what the check asked for.
    pub(super) fn checked(&mut self, connection: &Connection) {
        if *connection != Connection::Checking {
            self.came_of_the_call(Call::Told(connection.clone()));
        }
    }

    /// The worker's call is over, where the check waits for it.
    fn came_of_the_call(&mut self, call: Call) {
        let signed_in = self.account.is_some();
        if let Some(check) = self.check.as_mut().filter(|_| signed_in)
            && matches!(check.facts.call, Call::Asked)
        {
            check.facts.call = call;
        }
    }
}
