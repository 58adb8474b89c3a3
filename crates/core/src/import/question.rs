//! One question to the API: a `GET`, which changes nothing there.
//!
//! It is noted before it leaves, since it uses a quota as any call does, and its end is noted too. A
//! token that is too old and too many calls are seen to here; what else comes back is the asker's.

use super::{
    CallId, CallLog, Input, Method, Record, RecordId, Request, Step,
    journal::Journal,
    tokens::{Generation, Refused, Tokens},
};
use crate::{
    clock::{Instant, Now, WallTime},
    limits::Limits,
    plan::Endpoint,
    retry::{self, Meaning},
    wire::{Refusal, Reply},
};

/// Lists share the quotas of the single API.
const CLASS: Endpoint = Endpoint::Single;

/// A note that a call is about to leave dates it for the lives of the page to come. One that is
/// older than this, in milliseconds, is made again before the call leaves, or after a crash the call
/// would seem to be over while it still counts.
const OLD: i64 = 60_000;

/// Whether a note is made again before its call leaves. The log of calls goes by the wall clock,
/// which alone goes on while a computer sleeps.
pub(super) fn is_old(noted: WallTime, now: Now) -> bool {
    now.wall.0.saturating_sub(noted.0) > OLD
}

/// What a question is asked with.
#[derive(Debug)]
pub(super) struct Means<'a> {
    pub(super) tokens: &'a mut Tokens,
    pub(super) calls: &'a mut CallLog,
    pub(super) journal: &'a mut Journal,
    pub(super) limits: &'a Limits,
}

/// A question on its way. Once it is over it does nothing more.
#[derive(Clone, Debug)]
pub(super) struct Question {
    path: String,
    state: State,
    tries: u32,
}

#[derive(Clone, Debug)]
enum State {
    /// To be asked, once there is room.
    Shut,
    /// Being noted.
    Noting {
        call: CallId,
        note: RecordId,
        /// When it was noted.
        noted: WallTime,
    },
    /// Noted; to leave, once there is a token and room.
    Noted {
        call: CallId,
        noted: WallTime,
    },
    /// Left, and not answered.
    Asked {
        call: CallId,
        token: Generation,
    },
    /// To be asked again after an answer of this status.
    Later {
        at: Instant,
        status: u16,
    },
    Over,
}

/// How a question ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answered {
    /// With a list, a refusal other than those of the token and, but for the last try, of too many
    /// calls, or with nothing that can be read.
    Reply(Reply),
    /// No token is to be had that the API takes.
    NoToken {
        /// The sign-in library's code, or the API's.
        code: String,
    },
}

impl Question {
    /// A question that a `GET` of `path` asks: path and query after the configured API base.
    pub(super) fn new(path: String) -> Self {
        Self {
            path,
            state: State::Shut,
            tries: 0,
        }
    }

    /// Whether it has left and is not answered.
    pub(super) fn in_flight(&self) -> bool {
        matches!(self.state, State::Asked { .. })
    }

    /// When it is asked again, and after an answer of which status.
    pub(super) fn retries_at(&self) -> Option<(Instant, u16)> {
        match self.state {
            State::Later { at, status } => Some((at, status)),
            _ => None,
        }
    }

    /// Has it asked once more after a while, unless it was asked as often as any call may be; whether it
    /// is.
    pub(super) fn asks_again(&mut self, now: Now, status: u16, limits: &Limits) -> bool {
        let again = self.tries < limits.tries;
        if again {
            let at = now.mono + retry::backoff(self.tries, now.jitter);
            self.state = State::Later { at, status };
        }
        again
    }

    /// What to do next; waits for ever once it is over.
    pub(super) fn poll(&mut self, now: Now, means: &mut Means<'_>) -> Step {
        if self.retries_at().is_some_and(|(at, _)| at <= now.mono) {
            self.state = State::Shut;
        }
        match self.state {
            State::Shut => self.note(now, means),
            State::Noted { call, noted } => self.send(call, noted, now, means),
            State::Later { at, .. } => Step::Wait(Some(at)),
            State::Noting { .. } | State::Asked { .. } | State::Over => Step::Wait(None),
        }
    }

    fn note(&mut self, now: Now, means: &mut Means<'_>) -> Step {
        if let Some(wait) = no_room(now, means.calls) {
            return wait;
        }
        let call = means.calls.number();
        self.intend(call, now, means)
    }

    fn intend(&mut self, call: CallId, now: Now, means: &mut Means<'_>) -> Step {
        let note = means.journal.note(Record::Asking { call });
        let noted = now.wall;
        self.state = State::Noting { call, note, noted };
        means.journal.poll().unwrap_or(Step::Wait(None))
    }

    fn send(&mut self, call: CallId, noted: WallTime, now: Now, means: &mut Means<'_>) -> Step {
        if let Some(wait) = no_room(now, means.calls) {
            return wait;
        }
        if is_old(noted, now) {
            return self.intend(call, now, means);
        }
        let Some(token) = means.tokens.spend() else {
            return means.tokens.ask().unwrap_or(Step::Wait(None));
        };
        means.calls.pacer_mut(CLASS).sent(call, now.mono);
        self.state = State::Asked { call, token };
        self.tries += 1;
        let request = Request {
            method: Method::Get,
            path: self.path.clone(),
            body: None,
        };
        Step::Send(call, request)
    }

    /// Takes note of what happened; says how it ended, once.
    pub(super) fn handle(
        &mut self,
        now: Now,
        input: Input,
        means: &mut Means<'_>,
    ) -> Option<Answered> {
        match (&self.state, input) {
            (&State::Noting { call, note, noted }, Input::Recorded(written)) if note == written => {
                self.state = State::Noted { call, noted };
                None
            }
            (_, Input::Token) => {
                means.tokens.came();
                None
            }
            (_, Input::SignInFailed { code }) if means.tokens.failed() => {
                self.no_token(code, means)
            }
            (&State::Asked { call, token }, Input::Reply(answered, reply)) if call == answered => {
                means.calls.pacer_mut(CLASS).answered(call, now.mono);
                means.journal.note(Record::Asked { call });
                self.answered(now, reply, token, means)
            }
            _ => None,
        }
    }

    /// A question that has left is answered all the same.
    fn no_token(&mut self, code: String, means: &mut Means<'_>) -> Option<Answered> {
        if self.in_flight() || matches!(self.state, State::Over) {
            return None;
        }
        self.drop(means.journal);
        Some(Answered::NoToken { code })
    }

    fn answered(
        &mut self,
        now: Now,
        reply: Reply,
        token: Generation,
        means: &mut Means<'_>,
    ) -> Option<Answered> {
        self.state = State::Over;
        let Reply::Refused(refusal) = reply else {
            means.tokens.good(token);
            means.calls.pacer_mut(CLASS).taken();
            return Some(Answered::Reply(reply));
        };
        match retry::meaning(refusal.status) {
            Meaning::TokenRefused => match means.tokens.refused(token) {
                Refused::Renew => self.state = State::Shut,
                Refused::SignIn => {
                    let code = refusal.code();
                    return Some(Answered::NoToken { code });
                }
            },
            Meaning::TooMany => {
                means.tokens.good(token);
                self.later(now, &refusal, means.calls);
                if self.tries >= means.limits.tries {
                    self.state = State::Over;
                    return Some(Answered::Reply(Reply::Refused(refusal)));
                }
            }
            _ => {
                means.tokens.good(token);
                return Some(Answered::Reply(Reply::Refused(refusal)));
            }
        }
        None
    }

    /// Waits as long as the answer asks for or the quota needs.
    fn later(&mut self, now: Now, refusal: &Refusal, calls: &mut CallLog) {
        let asked = refusal.retry_after.map(|after| retry::asked(after, now));
        let pacer = calls.pacer_mut(CLASS);
        pacer.refused(asked, now.mono);
        let at = pacer.ready_at(now.mono).unwrap_or(now.mono);
        let status = refusal.status;
        self.state = State::Later { at, status };
    }

    /// It is not asked any more, and no answer is waited for. One that has left counts from its send
    /// until the quota's span after now.
    pub(super) fn give_up(&mut self, now: Now, means: &mut Means<'_>) {
        if let State::Asked { call, .. } = self.state {
            means.calls.pacer_mut(CLASS).answered(call, now.mono);
            means.journal.note(Record::Asked { call });
            self.state = State::Over;
        }
        self.drop(means.journal);
    }

    /// It is not asked any more. Where it was to be, its end is noted; one that has left is waited
    /// for.
    pub(super) fn drop(&mut self, journal: &mut Journal) {
        match self.state {
            State::Asked { .. } => return,
            State::Noting { call, .. } | State::Noted { call, .. } => {
                journal.note(Record::Asked { call });
            }
            State::Shut | State::Later { .. } | State::Over => {}
        }
        self.state = State::Over;
    }
}

/// The wait for room in the quota; `None` where there is room.
fn no_room(now: Now, calls: &CallLog) -> Option<Step> {
    match calls.pacer(CLASS).ready_at(now.mono) {
        Some(ready) if ready <= now.mono => None,
        later => Some(Step::Wait(later)),
    }
}
