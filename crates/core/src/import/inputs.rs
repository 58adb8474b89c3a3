//! What the user, the host and the browser may tell a run.

use super::{
    Input, RecordId,
    engine::{Hold, Import, Network, Phase},
    gate::Verdict,
    question::Means,
    work::{State, Tally},
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
            Input::Resume => self.resume(),
            Input::Cancel => self.stop(Stopped::Cancelled),
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
            Some(Verdict::Open) if !leaving => self.phase = Phase::Running,
            Some(Verdict::Closed(why)) => self.stop(Stopped::Gate(why)),
            _ => {}
        }
    }

    fn during_the_run(&mut self, now: Now, input: Input) {
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
        for &place in &self.open {
            let state = &mut self.work[place].state;
            if let State::Recording { call, note } = *state
                && note == written
            {
                *state = State::Recorded { call };
            }
        }
    }

    fn pause(&mut self) {
        if matches!(self.hold, Hold::None) {
            self.hold = Hold::Paused;
        }
    }

    /// Goes on, and tries once more what was given up on the way into trouble. The user's word
    /// outweighs what the browser believes of the network.
    fn resume(&mut self) {
        let trouble = matches!(self.hold, Hold::Trouble { .. });
        self.hold = Hold::None;
        self.network = Network::On;
        if !trouble {
            return;
        }
        for place in std::mem::take(&mut self.setbacks.given_up)
            .into_iter()
            .rev()
        {
            self.work[place].tries = 0;
            self.queue_first(place);
        }
    }

    /// What was lost for want of a network is tried at once.
    fn online(&mut self, now: Now) {
        self.network = Network::On;
        for &place in &self.retries {
            let work = &mut self.work[place];
            if let (State::Retry { at }, None) = (&mut work.state, work.status) {
                *at = now.mono.min(*at);
            }
        }
    }

    /// Sends nothing more. Only the first reason counts.
    pub(super) fn stop(&mut self, why: Stopped) {
        if self.ending() || self.is_finished() {
            return;
        }
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
    }

    fn unsent_places(&mut self) -> Vec<usize> {
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
        let outcomes = self.work[place].all(&self.work[place].unsent());
        match self.work[place].call() {
            Some(call) => self.done(place, call, outcomes),
            None => {
                let tally = Tally::of(outcomes.iter().map(|(_, outcome)| outcome));
                self.work[place].state = State::Done(tally);
            }
        }
    }
}
