//! Which batch is taken up and sent, and when the next one may be.

use super::{
    CallId, Method, Record, Request, Step,
    engine::Import,
    gate::Gate,
    question::is_old,
    work::{State, Work},
    works::{self, Lane, Works},
};
use crate::{
    batch,
    clock::{Instant, Now},
    plan::{Endpoint, Plan},
};

impl Import {
    /// Puts batches whose retry is due at the front of their lanes.
    pub(super) fn wake(&mut self, now: Instant) {
        let work = &self.work;
        let due =
            |place: &mut usize| matches!(work[*place].state, State::Retry { at } if at <= now);
        let due: Vec<usize> = self.retries.extract_if(.., due).collect();
        for place in due.into_iter().rev() {
            self.queue_first(place);
        }
    }

    pub(super) fn queue_first(&mut self, place: usize) {
        self.work.change(place, |work| work.state = State::Waiting);
        let lane = works::lane(&self.work[place]);
        self.lanes[lane].waiting.push_front(place);
    }

    /// Sends a batch whose intent is written down, once there is room and a token.
    pub(super) fn send(&mut self, now: Now) -> Option<Step> {
        let ready = |place: &&usize| match self.work[**place].state {
            State::Recorded { .. } => self
                .calls
                .has_room(self.work[**place].endpoint, 1, now.mono),
            _ => false,
        };
        let place = *self.open.iter().find(ready)?;
        let State::Recorded { call, noted } = self.work[place].state else {
            return None;
        };
        if is_old(noted, now) {
            self.intend(place, call, now);
            return self.journal.poll();
        }
        let Some(token) = self.tokens.spend() else {
            return self.tokens.ask();
        };
        self.work.change(place, |work| {
            work.state = State::InFlight {
                call,
                since: now.mono,
                at: now.wall,
                token,
            };
            work.tries += 1;
        });
        self.work.call(place);
        let work = &self.work[place];
        self.calls.pacer_mut(work.endpoint).sent(call, now.mono);
        Some(Step::Send(call, request(&self.plan, work)))
    }

    /// Has the intents of the next batches written down, as far as there is room for them.
    pub(super) fn take_up(&mut self, now: Now) -> Option<Step> {
        while !self.clearing.is_wanted {
            let place = self.next_in_turn(now.mono)?;
            let call = self.calls.number();
            self.intend(place, call, now);
            self.open.push(place);
            // Where the end of its last call is still being written, this waits for its turn.
            if let Some(step) = self.journal.poll() {
                return Some(step);
            }
        }
        None
    }

    fn intend(&mut self, place: usize, call: CallId, now: Now) {
        let work = &self.work[place];
        let note = self.journal.note(Record::Intent {
            batch: work.id,
            call,
            endpoint: work.endpoint,
            entries: work.entries.clone(),
            cut_from: work.cut_from,
        });
        let noted = now.wall;
        let recording = State::Recording { call, note, noted };
        self.work.change(place, |work| work.state = recording);
    }

    /// Takes a batch out of its lane, if there is room for it.
    fn next_in_turn(&mut self, now: Instant) -> Option<usize> {
        let asked = self.probe.as_ref().is_some_and(Gate::in_flight);
        if self.open.len() + usize::from(asked) >= self.limits.in_flight {
            return None;
        }
        let room = |place: &usize| {
            let lane = &self.lanes[*place];
            let unsent = unsent(&self.work, &self.open, lane.endpoint);
            !lane.waiting.is_empty() && self.calls.has_room(lane.endpoint, unsent + 1, now)
        };
        let lane = works::lanes(self.turn).find(room)?;
        self.lanes[lane].waiting.pop_front()
    }

    /// The first moment at which something can be done without an input.
    pub(super) fn wakes_at(&self, now: Instant) -> Option<Instant> {
        if !self.may_send() {
            return None;
        }
        let retry = |place: &usize| match self.work[*place].state {
            State::Retry { at } => Some(at),
            _ => None,
        };
        let retries = self.retries.iter().filter_map(retry);
        let rooms = self
            .lanes_now()
            .iter()
            .filter_map(|lane| self.room_at(lane, now));
        retries.chain(rooms).filter(|at| *at > now).min()
    }

    /// When the quota lets the next batch of a lane be sent or taken up.
    pub(super) fn room_at(&self, lane: &Lane, now: Instant) -> Option<Instant> {
        let unsent = unsent(&self.work, &self.open, lane.endpoint);
        let pacer = self.calls.pacer(lane.endpoint);
        let free = self.open.len() < self.limits.in_flight && !lane.waiting.is_empty();
        match (unsent, free) {
            (0, false) => None,
            (0, true) | (_, false) => pacer.ready_at(now),
            (_, true) => {
                let sent = pacer.ready_at(now).filter(|at| *at > now);
                sent.or(pacer.ready_for(unsent + 1, now))
            }
        }
    }
}

/// Batches of an endpoint that are taken up and not yet sent.
fn unsent(work: &Works, open: &[usize], endpoint: Endpoint) -> usize {
    let unsent = |place: &&usize| work[**place].endpoint == endpoint && !work[**place].in_flight();
    open.iter().filter(unsent).count()
}

fn request(plan: &Plan, work: &Work) -> Request {
    Request {
        method: Method::Post,
        path: batch::path(work.endpoint).to_owned(),
        body: Some(batch::body(plan, &work.entries, work.endpoint)),
    }
}
