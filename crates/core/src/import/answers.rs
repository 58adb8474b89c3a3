//! What an answer does to its batch.

use super::{
    Attempt, CallId, Outcome,
    engine::{Hold, Import},
    matching,
    tokens::{Generation, Refused},
    work::{Standing, State},
};
use crate::{
    clock::{Instant, Now, WallTime},
    plan::{Endpoint, EntryId},
    retry::{self, Meaning},
    session::Stopped,
    wire::{Refusal, Reply},
};

/// A try that came to nothing.
struct Failure {
    status: Option<u16>,
    /// What the API said, or what can be said in its place.
    message: String,
    /// When it may be tried again.
    at: Instant,
}

impl Import {
    pub(super) fn replied(&mut self, now: Now, call: CallId, reply: Reply) {
        let Some((place, since, at, token)) = self.sent(call) else {
            return;
        };
        self.open.retain(|&open| open != place);
        let work = &mut self.work[place];
        work.status = reply.status();
        work.took = now.mono.saturating_sub(since);
        work.attempt = Some(Attempt {
            at,
            millis: u32::try_from(work.took.as_millis()).unwrap_or(u32::MAX),
            status: work.status,
        });
        self.calls.pacer_mut(work.endpoint).answered(call, now.mono);
        match reply {
            Reply::Results(items) => {
                let outcomes = matching::outcomes(&self.plan, &self.work[place].entries, &items);
                self.taken(place, call, token, outcomes);
            }
            Reply::Stored(item) if self.work[place].endpoint == Endpoint::Single => {
                let outcome = Outcome::Accepted { id: item.id };
                self.taken(place, call, token, self.work[place].all(&outcome));
            }
            Reply::Stored(_) | Reply::Page(_) | Reply::Unreadable { .. } => {
                self.tokens.good(token);
                self.lost(now, place, call, "The answer could not be read.");
            }
            Reply::NoAnswer { .. } => self.lost(now, place, call, "No answer came."),
            Reply::Refused(refusal) => self.refused(now, place, call, token, refusal),
        }
    }

    fn sent(&self, call: CallId) -> Option<(usize, Instant, WallTime, Generation)> {
        self.open
            .iter()
            .find_map(|&place| match self.work[place].state {
                State::InFlight {
                    call: sent,
                    since,
                    at,
                    token,
                } if sent == call => Some((place, since, at, token)),
                _ => None,
            })
    }

    /// The API has answered for each entry.
    fn taken(
        &mut self,
        place: usize,
        call: CallId,
        token: Generation,
        outcomes: Vec<(EntryId, Outcome)>,
    ) {
        self.tokens.good(token);
        self.calls.pacer_mut(self.work[place].endpoint).taken();
        self.setbacks.in_a_row = 0;
        self.setbacks.given_up.clear();
        self.setbacks.answered += 1;
        self.done(place, call, outcomes);
    }

    /// The call may have been carried out, but nobody says so. Sending again does no harm: a submit
    /// updates what is there.
    fn lost(&mut self, now: Now, place: usize, call: CallId, message: &str) {
        let failure = Failure {
            status: self.work[place].status,
            message: message.to_owned(),
            at: self.backs_off_until(now, place),
        };
        self.work[place].standing = Standing::InDoubt;
        self.failed(place, call, failure);
    }

    fn backs_off_until(&self, now: Now, place: usize) -> Instant {
        now.mono + retry::backoff(self.work[place].tries, now.jitter)
    }

    fn refused(
        &mut self,
        now: Now,
        place: usize,
        call: CallId,
        token: Generation,
        refusal: Refusal,
    ) {
        let meaning = retry::meaning(refusal.status);
        if meaning == Meaning::TokenRefused {
            return self.token_refused(place, call, token, &refusal);
        }
        self.tokens.good(token);
        match meaning {
            Meaning::TooMany => self.too_many(now, place, call, &refusal),
            Meaning::Passing => self.passing(now, place, call, &refusal),
            Meaning::BadBody => self.bad_body(place, call, &refusal),
            Meaning::Forbidden => {
                let outcome = self.work[place].unsent();
                self.settle(place, call, &outcome);
                self.stop(Stopped::Forbidden {
                    code: refusal.code(),
                    message: refusal.message,
                });
            }
            Meaning::WrongHost | Meaning::TokenRefused => {
                let outcome = self.work[place].unsent();
                self.settle(place, call, &outcome);
                self.stop(Stopped::WrongHost {
                    status: refusal.status,
                });
            }
        }
    }

    /// Nothing was done. It is sent again with a renewed token, and does not count as a try.
    fn token_refused(&mut self, place: usize, call: CallId, token: Generation, refusal: &Refusal) {
        let verdict = self.tokens.refused(token);
        if self.ending() {
            let outcome = self.work[place].unsent();
            return self.settle(place, call, &outcome);
        }
        if verdict == Refused::SignIn {
            self.hold = Hold::SignIn {
                code: refusal.code(),
            };
        }
        self.work[place].tries -= 1;
        self.undecided(place, call);
        self.queue_first(place);
    }

    /// 429: nothing was done, and the whole class of endpoints holds back.
    fn too_many(&mut self, now: Now, place: usize, call: CallId, refusal: &Refusal) {
        let asked = refusal.retry_after.map(|after| retry::asked(after, now));
        let pacer = self.calls.pacer_mut(self.work[place].endpoint);
        pacer.refused(asked, now.mono);
        let at = pacer.held_until(now.mono).unwrap_or(now.mono);
        self.failed(place, call, failure(refusal, at));
    }

    /// 408 and 5xx: a gateway may have lost the answer of a call that was carried out.
    fn passing(&mut self, now: Now, place: usize, call: CallId, refusal: &Refusal) {
        let mut at = self.backs_off_until(now, place);
        if let Some(after) = refusal.retry_after {
            let asked = retry::asked(after, now);
            at = now.mono + asked;
            self.calls
                .pacer_mut(self.work[place].endpoint)
                .refused(Some(asked), now.mono);
        }
        self.work[place].standing = Standing::InDoubt;
        self.failed(place, call, failure(refusal, at));
    }

    /// The API refuses the body as a whole: halves are tried until the entry at fault is alone.
    fn bad_body(&mut self, place: usize, call: CallId, refusal: &Refusal) {
        if self.work[place].entries.len() == 1 {
            return self.settle(place, call, &rejected(refusal));
        }
        if self.ending() {
            let outcome = self.work[place].unsent();
            return self.settle(place, call, &outcome);
        }
        self.undecided(place, call);
        let (first, second) = (self.new_batch(), self.new_batch());
        let rest = self.work[place].halve(first, second);
        self.work.push(rest);
        self.queue_first(self.work.len() - 1);
        self.queue_first(place);
        // Once something was accepted, a refusal is the entries' fault and not the run's.
        if self.setbacks.answered == 0 {
            self.set_back(failure(refusal, Instant::ZERO));
        }
    }

    /// A try failed; there may be another.
    fn failed(&mut self, place: usize, call: CallId, failure: Failure) {
        if self.ending() {
            let outcome = self.work[place].unsent();
            return self.settle(place, call, &outcome);
        }
        if self.work[place].tries < self.limits.tries {
            self.undecided(place, call);
            self.work[place].state = State::Retry { at: failure.at };
            self.retries.push(place);
            return;
        }
        match self.work[place].standing {
            Standing::Clear => self.never_taken(place, call, failure),
            Standing::InDoubt => self.gave_up(place, call, failure),
        }
    }

    /// Nothing was done in all tries: it stays to be sent, and the user is asked.
    fn never_taken(&mut self, place: usize, call: CallId, failure: Failure) {
        self.undecided(place, call);
        self.work[place].tries = 0;
        self.queue_first(place);
        self.trouble(failure);
    }

    /// Nobody knows what was done, and asking once more has not helped.
    fn gave_up(&mut self, place: usize, call: CallId, failure: Failure) {
        self.settle(place, call, &Outcome::Unconfirmed);
        if let State::Done(tally) = self.work[place].state {
            self.work[place].state = State::GivenUp(tally);
            self.setbacks.given_up.push(place);
        }
        self.set_back(failure);
    }

    /// Notes one more batch that failed in a row, and pauses where there are too many.
    fn set_back(&mut self, failure: Failure) {
        self.setbacks.in_a_row += 1;
        if self.setbacks.in_a_row < self.limits.failures_before_pause {
            return;
        }
        self.trouble(failure);
    }

    fn trouble(&mut self, failure: Failure) {
        self.setbacks.in_a_row = 0;
        self.hold = Hold::Trouble {
            status: failure.status,
            message: failure.message,
        };
    }

    fn settle(&mut self, place: usize, call: CallId, outcome: &Outcome) {
        let outcomes = self.work[place].all(outcome);
        self.done(place, call, outcomes);
    }

    /// Writes down that a call decided nothing beyond what is in doubt.
    fn undecided(&mut self, place: usize, call: CallId) {
        let outcomes = match self.work[place].standing {
            Standing::Clear => Vec::new(),
            Standing::InDoubt => self.work[place].all(&Outcome::Unconfirmed),
        };
        self.note_answer(place, call, outcomes);
    }
}

fn rejected(refusal: &Refusal) -> Outcome {
    Outcome::Rejected {
        reason: refusal.reason(),
        target: refusal.target.clone(),
    }
}

fn failure(refusal: &Refusal, at: Instant) -> Failure {
    Failure {
        status: Some(refusal.status),
        message: refusal.reason(),
        at,
    }
}
