//! No `POST` leaves until an authorised `GET` from this page has been answered readably.
//!
//! A browser cannot tell a refused preflight from a lost answer. Without this gate the first batch
//! sent to an API that refuses browsers would be unconfirmed for ever. Nothing is written to the
//! tenant by it.

use super::{
    Input, Step,
    journal::Journal,
    question::{Answered, Means, Question},
};
use crate::{
    clock::{Instant, Now},
    message::made::trouble,
    retry::{self, Meaning},
    session::Closed,
    wire::{Refusal, Reply},
};

/// One item of the list: the smallest thing that the API reads out.
const PATH: &str = "/api/indicators?$top=1";

#[derive(Clone, Debug)]
pub(super) struct Gate {
    state: State,
}

#[derive(Clone, Debug)]
enum State {
    Asking(Question),
    Settled(Verdict),
}

/// How it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Open,
    Closed(Closed),
}

impl Gate {
    pub(super) fn new() -> Self {
        Self {
            state: State::Asking(Question::new(PATH.to_owned())),
        }
    }

    pub(super) fn verdict(&self) -> Option<&Verdict> {
        match &self.state {
            State::Settled(verdict) => Some(verdict),
            State::Asking(_) => None,
        }
    }

    fn question(&self) -> Option<&Question> {
        match &self.state {
            State::Asking(question) => Some(question),
            State::Settled(_) => None,
        }
    }

    pub(super) fn in_flight(&self) -> bool {
        self.question().is_some_and(Question::in_flight)
    }

    pub(super) fn retries_at(&self) -> Option<(Instant, u16)> {
        self.question().and_then(Question::retries_at)
    }

    /// What to do next; waits for ever once it is settled.
    pub(super) fn poll(&mut self, now: Now, means: &mut Means<'_>) -> Step {
        match &mut self.state {
            State::Asking(question) => question.poll(now, means),
            State::Settled(_) => Step::Wait(None),
        }
    }

    /// Takes note of what happened.
    pub(super) fn handle(&mut self, now: Now, input: Input, means: &mut Means<'_>) {
        let State::Asking(question) = &mut self.state else {
            return;
        };
        let Some(answered) = question.handle(now, input, means) else {
            return;
        };
        if trouble(&answered).is_some_and(|status| question.asks_again(now, status, means.limits)) {
            return;
        }
        self.state = State::Settled(verdict(answered));
    }

    /// It is not asked any more, unless the question has left already.
    pub(super) fn drop(&mut self, journal: &mut Journal) {
        if let State::Asking(question) = &mut self.state {
            question.drop(journal);
        }
    }
}

/// The status where the API had a trouble of its own, which may be over by the next time.
fn trouble(answered: &Answered) -> Option<u16> {
    let Answered::Reply(Reply::Refused(Refusal { status, .. })) = answered else {
        return None;
    };
    Some(*status).filter(|status| *status >= 500 && retry::meaning(*status) == Meaning::Passing)
}

fn verdict(answered: Answered) -> Verdict {
    match answered {
        Answered::Reply(Reply::Page { .. }) => Verdict::Open,
        Answered::Reply(other) => Verdict::Closed(unanswered(other)),
        Answered::NoToken { code } => Verdict::Closed(Closed::SignIn { code }),
    }
}

/// Why no list came. Where nobody found out whether the host answers at all, it is taken not to.
pub(super) fn unanswered(reply: Reply) -> Closed {
    match reply {
        Reply::Refused(refusal) => closed(refusal),
        Reply::NoAnswer {
            reachable: Some(true),
        } => Closed::CrossOrigin,
        Reply::NoAnswer { .. } => Closed::Unreachable,
        other => Closed::Unexpected {
            status: other.status().unwrap_or_default(),
            message: trouble::NOT_A_LIST.english().to_owned(),
        },
    }
}

pub(super) fn closed(refusal: Refusal) -> Closed {
    match retry::meaning(refusal.status) {
        Meaning::Forbidden => Closed::Permission {
            code: refusal.code(),
            message: refusal.message,
        },
        _ => Closed::Unexpected {
            status: refusal.status,
            message: refusal.reason(),
        },
    }
}
