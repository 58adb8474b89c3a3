//! The run: which batch is taken up, sent, tried again, cut in halves or given up.

use std::{collections::VecDeque, sync::Arc};

use super::{
    BatchId, CallId, CallLog, History, Method, NotSent, Outcome, Record, RecordId, Request, Step,
    gate::Gate,
    journal::Journal,
    question::Means,
    tokens::Tokens,
    work::{Standing, State, Tally, Work},
};
use crate::{
    batch::{self, Batch},
    clock::{Instant, Now},
    journal::PastCall,
    limits::Limits,
    plan::{Endpoint, EntryId, Plan},
    session::Stopped,
};

/// One run: a plan's batches on their way to the API.
///
/// Ask [`Import::poll`] until it says `Wait`, wait for an input or that moment, tell it
/// [`Import::handle`], and ask again. [`crate::host::drive`] does just that.
#[derive(Clone, Debug)]
pub struct Import {
    pub(super) plan: Arc<Plan>,
    pub(super) limits: Limits,
    pub(super) calls: CallLog,
    pub(super) tokens: Tokens,
    pub(super) journal: Journal,
    pub(super) phase: Phase,
    pub(super) hold: Hold,
    pub(super) network: Network,
    pub(super) work: Vec<Work>,
    pub(super) lanes: [Lane; 2],
    /// Taken up and not answered: places in `work`, at most [`Limits::in_flight`].
    pub(super) open: Vec<usize>,
    /// To be tried again: places in `work`.
    pub(super) retries: Vec<usize>,
    /// What the notes say that were given to the journal, in their order.
    pub(super) history: History,
    pub(super) setbacks: Setbacks,
    next_batch: u32,
    /// Calls sent.
    pub(super) made: u32,
}

#[derive(Clone, Debug)]
pub(super) enum Phase {
    Gate(Gate),
    Running,
    /// Nothing new is sent; what is in flight is waited for, the gate's call too.
    Ending {
        why: Stopped,
        gate: Option<Gate>,
    },
}

/// Why the user is waited for.
#[derive(Clone, Debug)]
pub(super) enum Hold {
    None,
    Paused,
    Trouble {
        status: Option<u16>,
        message: String,
    },
    SignIn {
        code: String,
    },
}

/// What the browser believes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Network {
    On,
    Off,
}

/// The batches of one endpoint that wait for their turn.
#[derive(Clone, Debug)]
pub(super) struct Lane {
    pub(super) endpoint: Endpoint,
    pub(super) waiting: VecDeque<usize>,
}

/// Batches that failed in a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Setbacks {
    pub(super) in_a_row: u32,
    /// Those of them that are out of tries: places in `work`.
    pub(super) given_up: Vec<usize>,
    /// Batches that were answered entry by entry, in the whole run.
    pub(super) answered: u32,
}

impl Import {
    /// A run of `batches` of `plan`, whose calls are counted in `calls`. The limits are valid.
    #[must_use]
    pub fn new(plan: Arc<Plan>, batches: Vec<Batch>, limits: Limits, calls: CallLog) -> Self {
        let lane = |endpoint| Lane {
            endpoint,
            waiting: (0..batches.len())
                .filter(|&place| batches[place].endpoint == endpoint)
                .collect(),
        };
        Self {
            lanes: [lane(Endpoint::Import), lane(Endpoint::Single)],
            next_batch: batches
                .iter()
                .map(|batch| batch.id.0 + 1)
                .max()
                .unwrap_or(0),
            history: History::new(plan.len()),
            work: batches.into_iter().map(Work::new).collect(),
            plan,
            limits,
            calls,
            tokens: Tokens::new(),
            journal: Journal::default(),
            phase: Phase::Gate(Gate::new()),
            hold: Hold::None,
            network: Network::On,
            open: Vec::new(),
            retries: Vec::new(),
            setbacks: Setbacks::default(),
            made: 0,
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
        let step = match &mut self.phase {
            Phase::Gate(gate) => {
                let mut means = Means {
                    tokens: &mut self.tokens,
                    calls: &mut self.calls,
                    journal: &mut self.journal,
                    limits: &self.limits,
                };
                gate.poll(now, &mut means)
            }
            Phase::Running => self.next_step(now),
            Phase::Ending { .. } => self.finished_or(Step::Wait(None)),
        };
        if let Step::Send(..) = step {
            self.made += 1;
        }
        step
    }

    fn next_step(&mut self, now: Now) -> Step {
        self.wake(now.mono);
        if self.may_send()
            && let Some(step) = self.send(now).or_else(|| self.take_up(now.mono))
        {
            return step;
        }
        let wait = Step::Wait(self.wakes_at(now.mono));
        self.finished_or(wait)
    }

    /// Whether a new call may leave, as far as the user and the network go.
    pub(super) fn may_send(&self) -> bool {
        matches!(self.hold, Hold::None) && self.network == Network::On
    }

    fn finished_or(&self, step: Step) -> Step {
        if self.is_finished() {
            Step::Finished
        } else {
            step
        }
    }

    /// Whether every entry has its outcome and every note is written.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        let idle = self.open.is_empty()
            && self.retries.is_empty()
            && self.lanes.iter().all(|lane| lane.waiting.is_empty())
            && self.journal.is_idle();
        match &self.phase {
            Phase::Gate(_) => false,
            Phase::Running => idle && !matches!(self.hold, Hold::Trouble { .. }),
            Phase::Ending { gate, .. } => idle && !gate.as_ref().is_some_and(Gate::in_flight),
        }
    }

    /// Puts batches whose retry is due at the front of their lanes.
    fn wake(&mut self, now: Instant) {
        let work = &mut self.work;
        let due =
            |place: &mut usize| matches!(work[*place].state, State::Retry { at } if at <= now);
        let due: Vec<usize> = self.retries.extract_if(.., due).collect();
        for place in due.into_iter().rev() {
            self.queue_first(place);
        }
    }

    pub(super) fn queue_first(&mut self, place: usize) {
        let work = &mut self.work[place];
        work.state = State::Waiting;
        let endpoint = work.endpoint;
        let lane = self.lanes.iter_mut().find(|lane| lane.endpoint == endpoint);
        if let Some(lane) = lane {
            lane.waiting.push_front(place);
        }
    }

    /// Sends a batch whose intent is written down, once there is room and a token.
    fn send(&mut self, now: Now) -> Option<Step> {
        let ready = |place: &&usize| match self.work[**place].state {
            State::Recorded { .. } => self
                .calls
                .has_room(self.work[**place].endpoint, 1, now.mono),
            _ => false,
        };
        let place = *self.open.iter().find(ready)?;
        let Some(token) = self.tokens.spend() else {
            return self.tokens.ask();
        };
        let work = &mut self.work[place];
        let call = work.call()?;
        work.state = State::InFlight {
            call,
            since: now.mono,
            at: now.wall,
            token,
        };
        work.tries += 1;
        self.calls.pacer_mut(work.endpoint).sent(call, now.mono);
        Some(Step::Send(call, request(&self.plan, work)))
    }

    /// Has the intent of the next batch written down, if there is room for it.
    fn take_up(&mut self, now: Instant) -> Option<Step> {
        if self.open.len() >= self.limits.in_flight {
            return None;
        }
        let room = |lane: &&mut Lane| {
            let unsent = unsent(&self.work, &self.open, lane.endpoint);
            !lane.waiting.is_empty() && self.calls.has_room(lane.endpoint, unsent + 1, now)
        };
        let place = self.lanes.iter_mut().find(room)?.waiting.pop_front()?;
        let call = self.calls.number();
        let work = &self.work[place];
        let intent = Record::Intent {
            batch: work.id,
            call,
            endpoint: work.endpoint,
            entries: work.entries.clone(),
            cut_from: work.cut_from,
        };
        let note = self.note(intent);
        self.work[place].state = State::Recording { call, note };
        self.open.push(place);
        self.journal.poll()
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
        let rooms = self.lanes.iter().filter_map(|lane| self.room_at(lane, now));
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

    /// Has something written down; from here on it is known.
    pub(super) fn note(&mut self, record: Record) -> RecordId {
        self.history.apply(&record);
        self.journal.note(record)
    }

    pub(super) fn note_answer(
        &mut self,
        place: usize,
        call: CallId,
        outcomes: Vec<(EntryId, Outcome)>,
    ) {
        let attempt = self.work[place].attempt.take();
        self.note(Record::Answer {
            batch: self.work[place].id,
            call,
            attempt,
            outcomes,
        });
    }

    /// Notes how a call went, and ends its batch so.
    pub(super) fn done(&mut self, place: usize, call: CallId, outcomes: Vec<(EntryId, Outcome)>) {
        let tally = Tally::of(outcomes.iter().map(|(_, outcome)| outcome));
        self.note_answer(place, call, outcomes);
        self.work[place].state = State::Done(tally);
    }

    pub(super) fn ending(&self) -> bool {
        matches!(self.phase, Phase::Ending { .. })
    }

    pub(super) fn new_batch(&mut self) -> BatchId {
        let id = BatchId(self.next_batch);
        self.next_batch += 1;
        id
    }
}

impl Work {
    /// What is true of a batch that is not sent, or not sent again.
    pub(super) fn unsent(&self) -> Outcome {
        match self.standing {
            Standing::InDoubt => Outcome::Unconfirmed,
            Standing::Clear => Outcome::NotSent {
                reason: NotSent::Cancelled,
            },
        }
    }
}

/// Batches of an endpoint that are taken up and not yet sent.
fn unsent(work: &[Work], open: &[usize], endpoint: Endpoint) -> usize {
    let unsent = |place: &&usize| work[**place].endpoint == endpoint && !work[**place].in_flight();
    open.iter().filter(unsent).count()
}

fn request(plan: &Plan, work: &Work) -> Request {
    let path = match work.endpoint {
        Endpoint::Import => "/api/indicators/import",
        Endpoint::Single => "/api/indicators",
    };
    Request {
        method: Method::Post,
        path: path.to_owned(),
        body: Some(batch::body(plan, &work.entries, work.endpoint)),
    }
}
