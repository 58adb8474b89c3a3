//! Whether the API lets this page in, asked for by itself.

use crate::{
    import::{CallLog, ConnectionCheck},
    journal::Opening,
};

use super::{
    Closed, Connection, Event, Session,
    run::{Activity, Door},
};

/// The API is asked whether it lets this page in.
#[derive(Clone, Debug)]
pub(super) struct Check {
    pub(super) door: Door,
    pub(super) check: ConnectionCheck,
}

impl Session {
    pub(super) fn check_connection(&mut self) {
        if let Activity::Idle(calls) = &mut self.activity {
            let calls = std::mem::replace(calls, CallLog::new(&self.limits));
            let check = ConnectionCheck::new(self.limits.clone(), calls);
            let door = Door::Shut(Box::new(Opening::Check));
            self.activity = Activity::Checking(Box::new(Check { door, check }));
            self.tell(Event::Connection(Connection::Checking));
        }
    }

    pub(super) fn end_check(&mut self) {
        let Activity::Checking(check) = &self.activity else {
            return;
        };
        let connection = match check.check.result() {
            None => return,
            Some(Ok(())) => Connection::Open,
            Some(Err(reason)) => self.closed(reason),
        };
        let calls = self.stop_activity();
        self.activity = Activity::Idle(calls);
        self.tell(Event::Connection(connection));
    }

    pub(super) fn closed(&self, reason: Closed) -> Connection {
        Connection::Closed {
            reason,
            api_base: self.api_base.clone(),
        }
    }
}
