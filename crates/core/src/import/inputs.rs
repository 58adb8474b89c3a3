//! What the user, the host and the browser may tell a run.

use super::{
    Input, Outcome, Record, RecordId,
    engine::{Hold, Import, Network, Phase},
    gate::Verdict,
    question::Means,
    work::State,
};
use crate::{clock::Now, session::Stopped};

impl Import {
    /// Takes note of what happened. What the run does not wait for changes nothing.
    pub fn handle(&mut self, now: Now, input: Input) {
        match input {
            Input::Woke => {}
            Input::Recorded(note) => {
                self.recorded(note);
                self.asked(now, input);
            }
            Input::Pause => self.pause(),
            Input::NotRecorded(note, message) => self.not_recorded(note, message),
            Input::Resume => self.go_on(),
            Input::Cancel => self.cancel(),
            Input::Online => self.online(now),
            Input::Offline => self.network = Network::Off,
            asked => self.asked(now, asked),
        }
    }

    /// An input that answers a step.
    fn asked(&mut self, now: Now, input: Input) {
        let (gate, leaving) = match &mut self.phase {
            Phase::Gate(gate) => (gate, false),
            Phase::Ending {
                gate: Some(gate), ..
            } => (gate, true),
            _ => return self.during_the_run(now, input),
        };
        let mut means = Means {
            tokens: &mut self.tokens,
            calls: &mut self.calls,
            journal: &mut self.journal,
            limits: &self.limits,
        };
        gate.handle(now, input, &mut means);
        match gate.verdict().cloned() {
            Some(Verdict::Open) if !leaving => {
                self.phase = Phase::Running;
                self.clearing.is_wanted = self.rechecks || self.tally().unconfirmed > 0;
            }
            Some(Verdict::Closed(why)) => self.stop(Stopped::Gate(why)),
            _ => {}
        }
    }

    fn during_the_run(&mut self, now: Now, input: Input) {
        self.probed(now, &input);
        self.listed(now, &input);
        match input {
            Input::Token => self.tokens.came(),
            Input::SignInFailed { code } if self.tokens.failed() && !self.ending() => {
                self.hold = Hold::SignIn { code };
            }
            Input::Reply(call, reply) => self.replied(now, call, reply),
            _ => {}
        }
    }

    fn recorded(&mut self, written: RecordId) {
        self.journal.written(written);
        for place in self.open.clone() {
            self.work.change(place, |work| {
                if let State::Recording { call, note, noted } = work.state
                    && note == written
                {
                    work.state = State::Recorded { call, noted };
                }
            });
        }
    }

    /// The browser has not written a note down. Nothing is sent until it has; a run that ends does
    /// so without it, since it may never be.
    fn not_recorded(&mut self, note: RecordId, message: String) {
        self.journal.not_written(note, message);
        if self.ending() && self.journal.fails().is_some() {
            self.abandon_journal();
        }
    }

    fn abandon_journal(&mut self) {
        self.journal.abandon();
        self.give_up_clearing();
        self.end_probe();
        if let Phase::Ending {
            gate: Some(gate), ..
        } = &mut self.phase
        {
            gate.drop(&mut self.journal);
        }
    }

    fn pause(&mut self) {
        if matches!(self.hold, Hold::None) {
            self.hold = Hold::Paused;
        }
    }

    /// The user wants to go on, which outweighs what the browser believes of the network.
    fn go_on(&mut self) {
        self.journal.try_again();
        self.network = Network::On;
        self.end_probe();
        // Trouble may have become a matter of signing in.
        if matches!(self.hold, Hold::Trouble { .. } | Hold::SignIn { .. }) {
            self.clearing.begin_anew();
            self.setbacks.was_in_vain = false;
            self.revive();
        }
        self.hold = Hold::None;
    }

    /// Goes on, and tries once more what was given up on the way into trouble.
    pub(super) fn revive(&mut self) {
        self.hold = Hold::None;
        for place in std::mem::take(&mut self.setbacks.given_up)
            .into_iter()
            .rev()
        {
            self.work.change(place, |work| work.tries = 0);
            self.queue_first(place);
        }
    }

    /// What was lost for want of a network is tried at once.
    fn online(&mut self, now: Now) {
        self.network = Network::On;
        for &place in &self.retries {
            self.work.change(place, |work| {
                if let (State::Retry { at }, None) = (&mut work.state, work.status) {
                    *at = now.mono.min(*at);
                }
            });
        }
    }

    /// The user wants an end. Asked for once more, it does not wait for the tenant's list either.
    fn cancel(&mut self) {
        if self.ending() {
            return self.give_up_clearing();
        }
        self.stop(Stopped::Cancelled);
    }

    /// Sends nothing more. Only the first reason counts.
    pub(super) fn stop(&mut self, why: Stopped) {
        if self.ending() || self.is_finished() {
            return;
        }
        let user_wants_it = why == Stopped::Cancelled;
        let gate = match std::mem::replace(&mut self.phase, Phase::Running) {
            Phase::Gate(mut gate) => {
                gate.drop(&mut self.journal);
                Some(gate)
            }
            _ => None,
        };
        self.phase = Phase::Ending { why, gate };
        self.hold = Hold::None;
        let unsent: Vec<usize> = self.unsent_places();
        for place in unsent {
            self.leave_unsent(place);
        }
        self.end_probe();
        self.clearing.is_wanted = false;
        if !user_wants_it || self.tally().unconfirmed == 0 {
            self.give_up_clearing();
        }
        if self.journal.fails().is_some() {
            self.abandon_journal();
        }
    }

    pub(super) fn unsent_places(&mut self) -> Vec<usize> {
        let mut places = std::mem::take(&mut self.retries);
        for lane in &mut self.lanes {
            places.extend(lane.waiting.drain(..));
        }
        let work = &self.work;
        places.extend(self.open.extract_if(.., |place| !work[*place].in_flight()));
        places
    }

    /// Ends a batch that will not be sent again. Where its intent was written down, so is its end.
    fn leave_unsent(&mut self, place: usize) {
        let outcome = self.work[place].unsent();
        self.end_unsent(place, &outcome);
    }

    pub(super) fn end_unsent(&mut self, place: usize, outcome: &Outcome) {
        if let Some(call) = self.work[place].call() {
            return self.settle(place, call, outcome);
        }
        self.work.change(place, |work| work.end(outcome));
        // Elsewhere that it was not sent goes without saying: the run says why.
        if self.full.is_some() || matches!(outcome, Outcome::Rejected { .. }) {
            let outcomes = self.work[place].all(outcome);
            self.journal.note(Record::Found { outcomes });
        }
    }
}
