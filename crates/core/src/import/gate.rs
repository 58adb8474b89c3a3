//! No `POST` leaves until an authorised `GET` from this page has been answered readably.
//!
//! A browser cannot tell a refused preflight from a lost answer. Without this gate the first batch
//! sent to an API that refuses browsers would be unconfirmed for ever. Nothing is written by it.

use super::{
    CallId, CallLog, Input, Method, Request, Step,
    tokens::{Generation, Refused, Tokens},
};
use crate::{
    clock::{Instant, Now},
    journal::PastCall,
    limits::Limits,
    plan::Endpoint,
    retry::{self, Meaning},
    session::Closed,
    wire::{Refusal, Reply},
};

/// One item of the list: the smallest thing that the API reads out.
const PATH: &str = "/api/indicators?$top=1";

/// Lists share the quotas of the single API.
const CLASS: Endpoint = Endpoint::Single;

#[derive(Clone, Debug)]
pub(super) struct Gate {
    state: State,
    tries: u32,
}

#[derive(Clone, Debug)]
enum State {
    /// To be asked, once there is a token and room.
    Shut,
    /// Asked, and not answered.
    Asked {
        call: CallId,
        token: Generation,
    },
    /// To be asked again.
    Later {
        at: Instant,
    },
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
            state: State::Shut,
            tries: 0,
        }
    }

    pub(super) fn verdict(&self) -> Option<&Verdict> {
        match &self.state {
            State::Settled(verdict) => Some(verdict),
            _ => None,
        }
    }

    pub(super) fn in_flight(&self) -> bool {
        matches!(self.state, State::Asked { .. })
    }

    pub(super) fn retries_at(&self) -> Option<Instant> {
        match self.state {
            State::Later { at } => Some(at),
            _ => None,
        }
    }

    /// What to do next; waits for ever once it is settled.
    pub(super) fn poll(&mut self, now: Now, tokens: &mut Tokens, calls: &mut CallLog) -> Step {
        if self.retries_at().is_some_and(|at| at <= now.mono) {
            self.state = State::Shut;
        }
        match self.state {
            State::Shut => self.ask(now, tokens, calls),
            State::Later { at } => Step::Wait(Some(at)),
            State::Asked { .. } | State::Settled(_) => Step::Wait(None),
        }
    }

    fn ask(&mut self, now: Now, tokens: &mut Tokens, calls: &mut CallLog) -> Step {
        match calls.pacer(CLASS).ready_at(now.mono) {
            Some(ready) if ready <= now.mono => {}
            later => return Step::Wait(later),
        }
        let Some(token) = tokens.spend() else {
            return tokens.ask().unwrap_or(Step::Wait(None));
        };
        let call = calls.number();
        calls.pacer_mut(CLASS).sent(call, now.mono);
        self.state = State::Asked { call, token };
        self.tries += 1;
        let request = Request {
            method: Method::Get,
            path: PATH.to_owned(),
            body: None,
        };
        Step::Send(call, request)
    }

    pub(super) fn handle(
        &mut self,
        now: Now,
        input: Input,
        tokens: &mut Tokens,
        calls: &mut CallLog,
        limits: &Limits,
    ) {
        match input {
            Input::Token => tokens.came(),
            Input::SignInFailed { code } if tokens.failed() => self.close(Closed::SignIn { code }),
            Input::Reply(call, reply) => match self.state {
                State::Asked { call: asked, token } if asked == call => {
                    calls.pacer_mut(CLASS).answered(call, now.mono);
                    self.answered(now, reply, token, tokens, calls, limits);
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn answered(
        &mut self,
        now: Now,
        reply: Reply,
        token: Generation,
        tokens: &mut Tokens,
        calls: &mut CallLog,
        limits: &Limits,
    ) {
        let refusal = match reply {
            Reply::Results(_) => {
                tokens.good(token);
                self.state = State::Settled(Verdict::Open);
                return;
            }
            Reply::Refused(refusal) => refusal,
            other => return self.close(unanswered(&other)),
        };
        match retry::meaning(refusal.status) {
            Meaning::TokenRefused => match tokens.refused(token) {
                Refused::Renew => self.state = State::Shut,
                Refused::SignIn => self.close(Closed::SignIn {
                    code: refusal.code(),
                }),
            },
            Meaning::TooMany if self.tries < limits.tries => self.later(now, &refusal, calls),
            _ => self.close(closed(refusal)),
        }
    }

    /// Waits as long as the answer asks for or the quota needs.
    fn later(&mut self, now: Now, refusal: &Refusal, calls: &mut CallLog) {
        let asked = refusal.retry_after.map(|after| retry::asked(after, now));
        let pacer = calls.pacer_mut(CLASS);
        pacer.refused(asked, now.mono);
        let at = pacer.ready_at(now.mono).unwrap_or(now.mono);
        self.state = State::Later { at };
    }

    fn close(&mut self, why: Closed) {
        self.state = State::Settled(Verdict::Closed(why));
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
        if self.gate.verdict().is_some() {
            return Step::Finished;
        }
        self.gate.poll(now, &mut self.tokens, &mut self.calls)
    }

    /// Takes note of what happened.
    pub fn handle(&mut self, now: Now, input: Input) {
        let Self {
            gate,
            tokens,
            calls,
            limits,
        } = self;
        gate.handle(now, input, tokens, calls, limits);
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
