//! What holds at every step of every run.

use std::collections::{BTreeMap, BTreeSet};

use ioculate_core::{
    clock::Now,
    host::{Machine, Turn},
    import::{CallId, Import, Input, Outcome, Record, RecordId, Step},
    limits::Limits,
    plan::EntryId,
    session::Waiting,
};

/// An engine under watch: every step that breaks a law is a panic.
pub(crate) struct Watched {
    pub(crate) import: Import,
    most_in_flight: usize,
    given: BTreeMap<RecordId, Record>,
    intents: BTreeMap<CallId, Vec<EntryId>>,
    /// Calls that change nothing and are written down.
    asking: BTreeSet<CallId>,
    accepted: BTreeSet<EntryId>,
    in_flight: BTreeSet<CallId>,
    /// Why nothing left, whenever the engine waited, each time that it changed.
    pub(crate) whys: Vec<Waiting>,
    /// Every entry that was ever sent.
    pub(crate) sent: BTreeSet<EntryId>,
}

impl Watched {
    pub(crate) fn new(import: Import, limits: &Limits) -> Self {
        Self {
            import,
            most_in_flight: limits.in_flight,
            given: BTreeMap::new(),
            intents: BTreeMap::new(),
            asking: BTreeSet::new(),
            accepted: BTreeSet::new(),
            in_flight: BTreeSet::new(),
            whys: Vec::new(),
            sent: BTreeSet::new(),
        }
    }

    fn adds_up(&self, now: Now) {
        let progress = self.import.progress(now);
        let tally = self.import.tally();
        let parts = tally.total() + progress.in_flight + progress.waiting;
        assert_eq!(parts, progress.entries, "{progress:?} {tally:?}");
        let in_batches: u32 = progress.batches.iter().map(|batch| batch.items).sum();
        assert_eq!(in_batches, progress.entries);
        assert!(progress.quota_used <= progress.quota, "{progress:?}");
    }

    fn waits(&mut self, now: Now) {
        let progress = self.import.progress(now);
        let why = progress.why;
        let is_unwritten = matches!(why, Waiting::Journal { .. });
        assert!(progress.seconds_left.is_none() || !is_unwritten, "it waits");
        if self.whys.last() != Some(&why) {
            self.whys.push(why);
        }
    }

    fn recorded(&mut self, id: RecordId) {
        match self.given.remove(&id) {
            Some(Record::Intent { call, entries, .. }) => {
                self.intents.insert(call, entries);
            }
            Some(Record::Answer { outcomes, .. }) => {
                let accepted = |(_, outcome): &&(EntryId, Outcome)| {
                    matches!(outcome, Outcome::Accepted { .. })
                };
                self.accepted
                    .extend(outcomes.iter().filter(accepted).map(|(id, _)| *id));
            }
            Some(Record::Asking { call }) => {
                self.asking.insert(call);
            }
            Some(_) | None => {}
        }
    }

    fn sends(&mut self, call: CallId, body: Option<&Vec<u8>>) {
        assert!(self.in_flight.insert(call), "a call is sent once");
        assert!(
            self.in_flight.len() <= self.most_in_flight,
            "too many in flight"
        );
        if body.is_none() {
            assert!(self.asking.contains(&call), "a question is written down");
            return;
        }
        let entries = self
            .intents
            .get(&call)
            .expect("a send has its intent written down");
        for entry in entries {
            assert!(
                !self.accepted.contains(entry),
                "{entry:?} was accepted, and is sent again"
            );
            self.sent.insert(*entry);
        }
    }
}

impl Machine for Watched {
    type Step = Step;
    type Input = Input;

    fn poll(&mut self, now: Now) -> Turn<Step> {
        let turn = Machine::poll(&mut self.import, now);
        match &turn {
            Turn::Do(Step::Record(id, record)) => {
                self.given.insert(*id, record.clone());
            }
            Turn::Do(Step::Send(call, request)) => self.sends(*call, request.body.as_ref()),
            Turn::Wait(until) => {
                assert!(
                    until.is_none_or(|at| at > now.mono),
                    "a wait for the past is a loop"
                );
                let again = Machine::poll(&mut self.import, now);
                assert_eq!(again, turn, "an extra call changes nothing");
                self.waits(now);
            }
            _ => {}
        }
        self.adds_up(now);
        turn
    }

    fn handle(&mut self, now: Now, input: Input) {
        match &input {
            Input::Recorded(id) => self.recorded(*id),
            Input::Reply(call, _) => {
                self.in_flight.remove(call);
            }
            _ => {}
        }
        self.import.handle(now, input);
        self.adds_up(now);
    }
}
