//! No `POST` leaves until an authorised `GET` from this page has been answered readably.
//!
//! A browser cannot tell a refused preflight from a lost answer. Without this gate the first batch
//! sent to an API that refuses browsers would be unconfirmed for ever. Nothing is written to the
//! tenant by it.

use super::{
    CallLog, Input, Step,
    journal::Journal,
    question::{Answered, Means, Question},
    tokens::Tokens,
};
use crate::{
    clock::{Instant, Now},
    journal::PastCall,
    limits::Limits,
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

    pub(super) fn retries_at(&self) -> Option<Instant> {
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
        if let Some(answered) = question.handle(now, input, means) {
            self.state = State::Settled(verdict(answered));
        }
    }

    /// It is not asked any more, unless the question has left already.
    pub(super) fn drop(&mut self, journal: &mut Journal) {
        if let State::Asking(question) = &mut self.state {
            question.drop(journal);
        }
    }
}

fn verdict(answered: Answered) -> Verdict {
    match answered {
        Answered::Reply(Reply::Page { .. }) => Verdict::Open,
        Answered::Reply(Reply::Refused(refusal)) => Verdict::Closed(closed(refusal)),
        Answered::Reply(other) => Verdict::Closed(unanswered(&other)),
        Answered::NoToken { code } => Verdict::Closed(Closed::SignIn { code }),
    }
}

/// Why no readable answer came. Where nobody found out whether the host answers at all, it is taken
/// not to.
fn unanswered(reply: &Reply) -> Closed {
    match reply {
        Reply::NoAnswer {
            reachable: Some(true),
        } => Closed::CrossOrigin,
        Reply::NoAnswer { .. } => Closed::Unreachable,
        other => Closed::Unexpected {
            status: other.status().unwrap_or_default(),
            message: "The answer is not a list of indicators.".to_owned(),
        },
    }
}

fn closed(refusal: Refusal) -> Closed {
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

/// Asks whether the API lets this page in, and sends nothing.
#[derive(Clone, Debug)]
pub struct ConnectionCheck {
    gate: Gate,
    tokens: Tokens,
    calls: CallLog,
    /// Nothing of it is kept but the calls.
    journal: Journal,
    limits: Limits,
}

impl ConnectionCheck {
    /// A check that counts its call in `calls`.
    #[must_use]
    pub fn new(limits: Limits, calls: CallLog) -> Self {
        Self {
            gate: Gate::new(),
            tokens: Tokens::new(),
            calls,
            journal: Journal::default(),
            limits,
        }
    }

    /// Counts calls that this page has not seen leave.
    pub fn adopt(&mut self, past: &[PastCall], now: Now) {
        self.calls.adopt(past, now);
    }

    /// What to do next; an extra call changes nothing.
    #[must_use]
    pub fn poll(&mut self, now: Now) -> Step {
        if let Some(step) = self.journal.poll() {
            return step;
        }
        match self.gate.verdict() {
            Some(_) if self.journal.is_idle() => Step::Finished,
            Some(_) => Step::Wait(None),
            None => {
                let (gate, mut means) = self.parts();
                gate.poll(now, &mut means)
            }
        }
    }

    /// Takes note of what happened. Its one question harms nobody, so that it is asked even where
    /// the browser cannot write its call down.
    pub fn handle(&mut self, now: Now, input: Input) {
        let input = match input {
            Input::NotRecorded(note, _) => Input::Recorded(note),
            input => input,
        };
        if let Input::Recorded(note) = input {
            self.journal.written(note);
        }
        let (gate, mut means) = self.parts();
        gate.handle(now, input, &mut means);
    }

    fn parts(&mut self) -> (&mut Gate, Means<'_>) {
        let means = Means {
            tokens: &mut self.tokens,
            calls: &mut self.calls,
            journal: &mut self.journal,
            limits: &self.limits,
        };
        (&mut self.gate, means)
    }

    /// `None` while it is being asked; then whether the API lets this page in.
    #[must_use]
    pub fn result(&self) -> Option<Result<(), Closed>> {
        self.gate.verdict().map(|verdict| match verdict {
            Verdict::Open => Ok(()),
            Verdict::Closed(why) => Err(why.clone()),
        })
    }

    /// The log of calls, for the next run.
    #[must_use]
    pub fn into_calls(self) -> CallLog {
        self.calls
    }
}
