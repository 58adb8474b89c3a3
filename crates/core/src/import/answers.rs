//! What an answer does to its batch.

use super::{
    Attempt, CallId, EntryOutcomes, Outcome,
    engine::{Hold, Import},
    matching,
    tokens::{Generation, Refused},
    trouble::Failure,
    work::{Standing, State},
};
use crate::{
    clock::{Instant, Now, WallTime},
    message::{Phrase, made::trouble},
    plan::Endpoint,
    retry::{self, Meaning},
    session::Stopped,
    wire::{Refusal, Reply},
};

impl Import {
    pub(super) fn replied(&mut self, now: Now, call: CallId, reply: Reply) {
        let Some((place, since, at, token)) = self.sent(call) else {
            return;
        };
        self.open.retain(|&open| open != place);
        let took = now.mono.saturating_sub(since);
        let attempt = Attempt {
            at,
            millis: u32::try_from(took.as_millis()).unwrap_or(u32::MAX),
            status: reply.status(),
        };
        self.work.change(place, |work| {
            work.status = attempt.status;
            work.took = took;
            work.attempt = Some(attempt);
        });
        let endpoint = self.work[place].endpoint;
        self.calls.pacer_mut(endpoint).answered(call, now.mono);
        let deletes = endpoint == Endpoint::Delete;
        match reply {
            Reply::Bare { .. } if deletes => {
                let outcomes = self.work[place].all(&Outcome::Accepted { id: None });
                self.taken(now, place, call, token, outcomes);
            }
            Reply::Results { items, .. } if !deletes => {
                let outcomes = matching::outcomes(&self.plan, &self.work[place].entries, &items);
                self.taken(now, place, call, token, outcomes);
            }
            Reply::Stored { item, .. } if endpoint == Endpoint::Single && item.is_stored() => {
                let outcome = Outcome::Accepted { id: item.id };
                self.taken(now, place, call, token, self.work[place].all(&outcome));
            }
            Reply::NoAnswer { .. } => self.lost(now, place, call, trouble::NO_ANSWER),
            Reply::Refused(refusal) => self.refused(now, place, call, token, &refusal),
            _ => {
                self.tokens.good(token);
                self.lost(now, place, call, trouble::ANSWER_UNREAD);
            }
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
        now: Now,
        place: usize,
        call: CallId,
        token: Generation,
        outcomes: EntryOutcomes,
    ) {
        self.tokens.good(token);
        self.calls.pacer_mut(self.work[place].endpoint).taken();
        self.setbacks.in_a_row = 0;
        self.setbacks.given_up.clear();
        self.setbacks.was_answered = true;
        self.setbacks.was_in_vain = false;
        self.clearing.was_taken = true;
        self.suspicion
            .saw(outcomes.iter().map(|(_, outcome)| outcome));
        self.done(place, call, outcomes);
        self.suspect(now);
    }

    /// Has the tenant's list asked for where it may be full and more is to be sent.
    fn suspect(&mut self, now: Now) {
        let accepted = self.submitted();
        let is_raised = self.full.is_none() && self.suspicion.is_raised(now, accepted);
        if is_raised && !self.ending() && !self.nothing_ahead() {
            self.clearing.is_wanted = true;
        }
    }

    /// The call may have been carried out, but nobody says so. Sending again does no harm: a submit
    /// updates what is there.
    fn lost(&mut self, now: Now, place: usize, call: CallId, message: Phrase) {
        let failure = Failure::unanswered(self.work[place].status, message);
        let at = self.backs_off_until(now, place);
        self.doubt(place);
        self.failed(now, place, call, failure, at);
    }

    fn doubt(&mut self, place: usize) {
        self.work
            .change(place, |work| work.standing = Standing::InDoubt);
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
        refusal: &Refusal,
    ) {
        let meaning = retry::meaning(refusal.status);
        if meaning == Meaning::TokenRefused {
            return self.token_refused(place, call, token, refusal);
        }
        self.tokens.good(token);
        match meaning {
            Meaning::TooMany => self.too_many(now, place, call, refusal),
            Meaning::Passing => self.passing(now, place, call, refusal),
            Meaning::BadBody => self.bad_body(now, place, call, refusal),
            _ if self.work[place].deletes() && refusal.status == 404 => {
                self.unknown_ids(place, call, refusal);
            }
            _ if self.work[place].deletes() => self.undeletable(place, call, refusal),
            Meaning::Forbidden | Meaning::WrongHost | Meaning::TokenRefused => {
                let outcome = self.work[place].unsent();
                self.settle(place, call, &outcome);
                self.no_api(refusal);
            }
        }
    }

    /// 403, 404 and 405: no call will do. What was refused as a whole was not judged row by row.
    pub(super) fn no_api(&mut self, refusal: &Refusal) {
        self.stop(match retry::meaning(refusal.status) {
            Meaning::Forbidden => Stopped::Forbidden {
                code: refusal.code(),
                message: refusal.message.clone(),
            },
            _ => Stopped::WrongHost {
                status: refusal.status,
            },
        });
    }

    /// Nothing was done. It is sent again with a renewed token, and does not count as a try.
    fn token_refused(&mut self, place: usize, call: CallId, token: Generation, refusal: &Refusal) {
        let verdict = self.tokens.refused(token);
        if !self.may_retry(place) {
            let outcome = self.unsent(place);
            return self.settle(place, call, &outcome);
        }
        if verdict == Refused::SignIn {
            self.hold = Hold::SignIn {
                code: refusal.code(),
            };
        }
        self.work.change(place, |work| work.tries -= 1);
        self.undecided(place, call);
        self.queue_first(place);
    }

    /// 429: nothing was done, and the whole class of endpoints holds back.
    fn too_many(&mut self, now: Now, place: usize, call: CallId, refusal: &Refusal) {
        let asked = refusal.retry_after.map(|after| retry::asked(after, now));
        let pacer = self.calls.pacer_mut(self.work[place].endpoint);
        pacer.refused(asked, now.mono);
        let at = pacer.held_until(now.mono).unwrap_or(now.mono);
        self.failed(now, place, call, Failure::refused(refusal), at);
    }

    /// 408 and 5xx: a gateway may have lost the answer of a call that was carried out.
    fn passing(&mut self, now: Now, place: usize, call: CallId, refusal: &Refusal) {
        let mut at = self.backs_off_until(now, place);
        if let Some(after) = refusal.retry_after {
            let asked = retry::asked(after, now);
            at = now.mono + asked;
            self.calls
                .pacer_mut(self.work[place].endpoint)
                .hold(asked, now.mono);
        }
        self.doubt(place);
        self.failed(now, place, call, Failure::refused(refusal), at);
    }

    /// The API refuses the body as a whole: halves are tried until the entry at fault is alone.
    fn bad_body(&mut self, now: Now, place: usize, call: CallId, refusal: &Refusal) {
        let work = &self.work[place];
        let (size, is_part) = (work.size(), work.cut_from.is_some());
        if !work.deletes() && (size == 1 || !is_part) {
            self.suspicion.failed(&refusal.reason(), size);
        }
        if size == 1 {
            self.settle(place, call, &rejected(refusal));
        } else if !self.may_retry(place) {
            let outcome = self.unsent(place);
            return self.settle(place, call, &outcome);
        } else {
            self.undecided(place, call);
            self.halve(place);
        }
        self.suspect(now);
        // Once something was taken, a refusal is the entries' fault and not the run's.
        let is_moot = self.clearing.is_wanted || self.ending() || self.nothing_ahead();
        if !self.setbacks.was_answered && !is_moot {
            self.set_back(now, Failure::refused(refusal));
        }
    }

    fn halve(&mut self, place: usize) {
        let (first, second) = (self.new_batch(), self.new_batch());
        let rest = self.work.change(place, |work| work.halve(first, second));
        let rest = self.work.push(rest);
        self.queue_first(rest);
        self.queue_first(place);
    }

    /// A try failed; there may be another at `at`.
    fn failed(&mut self, now: Now, place: usize, call: CallId, failure: Failure, at: Instant) {
        if !self.may_retry(place) {
            let outcome = self.unsent(place);
            return self.settle(place, call, &outcome);
        }
        if self.work[place].tries < self.limits.tries {
            self.undecided(place, call);
            self.work
                .change(place, |work| work.state = State::Retry { at });
            self.retries.push(place);
            return;
        }
        match self.work[place].standing {
            Standing::Clear => self.never_taken(now, place, call, failure),
            Standing::InDoubt => self.gave_up(now, place, call, failure),
        }
    }

    /// Nothing was done in all tries: it stays to be sent, and the user is asked.
    fn never_taken(&mut self, now: Now, place: usize, call: CallId, failure: Failure) {
        self.undecided(place, call);
        self.work.change(place, |work| work.tries = 0);
        self.queue_first(place);
        self.trouble(now, failure);
    }

    /// Nobody knows what was done, and asking once more has not helped.
    fn gave_up(&mut self, now: Now, place: usize, call: CallId, failure: Failure) {
        self.settle(place, call, &Outcome::Unconfirmed);
        self.work.change(place, |work| {
            if let State::Done(ends) = work.state {
                work.state = State::GivenUp(ends);
            }
        });
        self.setbacks.given_up.push(place);
        self.set_back(now, failure);
    }

    pub(super) fn settle(&mut self, place: usize, call: CallId, outcome: &Outcome) {
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

pub(super) fn rejected(refusal: &Refusal) -> Outcome {
    Outcome::Rejected {
        reason: refusal.reason(),
        target: refusal.target.clone(),
    }
}
