//! The run: what goes on in it, and what comes next.

use std::sync::Arc;

use super::{
    BatchId, CallId, CallLog, EntryOutcomes, History, Outcome, Record, Step,
    doubt::Clearing,
    full::{Full, Suspicion},
    gate::Gate,
    journal::Journal,
    question::Means,
    tokens::Tokens,
    trouble::Setbacks,
    work::{State, Tally, Work},
    works::{self, LANES, Lane, Works},
};
use crate::{
    batch::Batch,
    clock::{Instant, Now},
    limits::Limits,
    plan::{Plan, Stage},
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
    pub(super) work: Works,
    pub(super) lanes: [Lane; LANES],
    pub(super) turn: Stage,
    /// Whether the tenant's list is to say first whether what is to be changed still is as it was seen.
    pub(super) rechecks: bool,
    /// What every deletion ends with from now on: the API has refused them to this user.
    pub(super) undeletable: Option<Outcome>,
    /// Taken up and not answered: places in `work`, at most [`Limits::in_flight`].
    pub(super) open: Vec<usize>,
    /// To be tried again: places in `work`.
    pub(super) retries: Vec<usize>,
    pub(super) setbacks: Setbacks,
    pub(super) clearing: Clearing,
    pub(super) suspicion: Suspicion,
    /// The tenant has no room for more.
    pub(super) full: Option<Full>,
    /// Asks whether trouble is over.
    pub(super) probe: Option<Gate>,
    pub(super) next_batch: BatchId,
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
        /// When to ask whether it is over; `None` where only the user can tell.
        probe_at: Option<Instant>,
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

impl Import {
    /// A run of `batches` of `plan`, whose calls are counted in `calls`. The limits are valid.
    #[must_use]
    pub fn new(plan: Arc<Plan>, batches: Vec<Batch>, limits: Limits, calls: CallLog) -> Self {
        let journal = Journal::of(History::new(plan.len()));
        let mut run = Self::bare(plan, journal, limits, calls);
        for batch in batches {
            run.take_in_batch(Work::new(batch));
        }
        run.pass_on();
        run
    }

    /// A run with nothing to do.
    pub(super) fn bare(plan: Arc<Plan>, journal: Journal, limits: Limits, calls: CallLog) -> Self {
        Self {
            plan,
            limits,
            calls,
            tokens: Tokens::new(),
            journal,
            phase: Phase::Gate(Gate::new()),
            hold: Hold::None,
            network: Network::On,
            work: Works::default(),
            lanes: works::ENDPOINTS.map(Lane::of),
            turn: Stage::Restoring,
            rechecks: false,
            undeletable: None,
            open: Vec::new(),
            retries: Vec::new(),
            setbacks: Setbacks::default(),
            clearing: Clearing::default(),
            suspicion: Suspicion::default(),
            full: None,
            probe: None,
            next_batch: BatchId(0),
            made: 0,
        }
    }

    /// Puts a batch behind those that wait for their turn.
    pub(super) fn take_in_batch(&mut self, mut work: Work) {
        // Its turn is over, and was in vain.
        if work.stage == Stage::Restoring && self.turn > Stage::Restoring {
            work.stage = Stage::Submitting;
        }
        self.next_batch.0 = self.next_batch.0.max(work.id.0.saturating_add(1));
        let lane = works::lane(&work);
        let place = self.work.push(work);
        self.lanes[lane].waiting.push_back(place);
    }

    /// The log of calls.
    pub(crate) fn calls(&mut self) -> &mut CallLog {
        &mut self.calls
    }

    /// What to do next; an extra call changes nothing.
    #[must_use]
    pub fn poll(&mut self, now: Now) -> Step {
        if let Some(step) = self.journal.poll() {
            return step;
        }
        if self.journal.fails().is_some() {
            return Step::Wait(None);
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
            Phase::Ending { .. } => {
                let step = self.list(now);
                step.unwrap_or_else(|| self.finished_or(Step::Wait(None)))
            }
        };
        if let Step::Send(..) = step {
            self.made += 1;
        }
        step
    }

    fn next_step(&mut self, now: Now) -> Step {
        self.wake(now.mono);
        if let Some(step) = self.probe(now).or_else(|| self.list(now)) {
            return step;
        }
        if self.may_send() {
            self.pass_on();
            let noted = self.journal.poll();
            let step = noted
                .or_else(|| self.send(now))
                .or_else(|| self.take_up(now));
            if let Some(step) = step {
                return step;
            }
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
        let asks = |gate: &Option<Gate>| gate.as_ref().is_some_and(Gate::in_flight);
        let idle = self.nothing_ahead()
            && self.journal.is_idle()
            && !self.is_clearing()
            && !asks(&self.probe);
        match &self.phase {
            Phase::Gate(_) => false,
            Phase::Running => idle && !matches!(self.hold, Hold::Trouble { .. }),
            Phase::Ending { gate, .. } => idle && !asks(gate),
        }
    }

    /// Whether everything that happened is or will be written down; not where the run ends without a
    /// journal that fails.
    #[must_use]
    pub fn is_written(&self) -> bool {
        !self.journal.is_abandoned()
    }

    pub(super) fn note_answer(&mut self, place: usize, call: CallId, outcomes: EntryOutcomes) {
        let attempt = self.work.change(place, |work| work.attempt.take());
        self.journal.note(Record::Answer {
            batch: self.work[place].id,
            call,
            attempt,
            outcomes,
        });
    }

    /// Notes how a call went, and ends its batch so.
    pub(super) fn done(&mut self, place: usize, call: CallId, outcomes: EntryOutcomes) {
        let tally = Tally::of(outcomes.iter().map(|(_, outcome)| outcome));
        self.note_answer(place, call, outcomes);
        self.work
            .change(place, |work| work.state = State::Done(tally));
    }

    pub(super) fn ending(&self) -> bool {
        matches!(self.phase, Phase::Ending { .. })
    }

    pub(super) fn new_batch(&mut self) -> BatchId {
        let id = self.next_batch;
        self.next_batch.0 += 1;
        id
    }
}
