//! A host whose clock stands still until something happens.
//!
//! Time is a queue of what will happen. `drive` runs on it as in a browser, only that no await ever
//! waits; so a whole run is one poll of its future.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap},
    future::{Future, ready},
    pin::pin,
    task::{Context, Poll, Waker},
    time::Duration,
};

use ioculate_core::{
    clock::{Instant, Now, WallTime},
    host::{Host, Machine, drive},
    import::{CallId, Freshness, Input, Record, RecordId, Request, Step},
    journal::Opened,
    wire::{self, Reply},
};

/// What the far end does with a call.
pub(crate) enum Answer {
    /// It answers so.
    Http(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// No answer comes; whether the host is known to be reachable.
    Lost(Option<bool>),
}

/// The far end.
pub(crate) trait Server {
    /// A call arrives at `at`, with a token of this generation.
    fn arrive(&mut self, at: Instant, token: u32, request: &Request) -> Answer;
}

/// The wall clock when a world begins.
pub(crate) const START: WallTime = WallTime(1_795_284_000_000);

/// How long things take.
pub(crate) struct Pace {
    pub(crate) journal: Duration,
    pub(crate) token: Duration,
    /// How long each call takes, over and over, and the part of that after which it arrives.
    pub(crate) trips: Vec<(Duration, f64)>,
}

impl Pace {
    pub(crate) const NONE: Self = Self {
        journal: Duration::ZERO,
        token: Duration::ZERO,
        trips: Vec::new(),
    };
}

/// What is going to happen.
enum Happening {
    Tell(Input),
    /// The call, its token's generation, what it asks, and how long the way back takes.
    Arrival(CallId, u32, Request, Duration),
}

pub(crate) struct World<S> {
    pub(crate) server: S,
    pub(crate) clock: Instant,
    pace: Pace,
    jitter: f64,
    queue: BinaryHeap<Reverse<(Instant, u64)>>,
    happenings: BTreeMap<u64, Happening>,
    next: u64,
    /// The token that the host holds for the next send, by its generation.
    token: Option<u32>,
    generation: u32,
    /// What is written down, in order.
    pub(crate) journal: Vec<Record>,
    pending: BTreeMap<RecordId, Record>,
    /// Every step but the waits, with its moment.
    pub(crate) steps: Vec<(Instant, Step)>,
    /// How often the user came to press Resume because nothing happened any more.
    pub(crate) rescues: u32,
    /// Which requests for a token fail, counted from 0.
    pub(crate) no_token: BTreeSet<u32>,
    token_requests: u32,
}

impl<S: Server> World<S> {
    pub(crate) fn new(server: S, pace: Pace) -> Self {
        Self {
            server,
            clock: Duration::ZERO,
            pace,
            jitter: 0.5,
            queue: BinaryHeap::new(),
            happenings: BTreeMap::new(),
            next: 0,
            token: None,
            generation: 0,
            journal: Vec::new(),
            pending: BTreeMap::new(),
            steps: Vec::new(),
            rescues: 0,
            no_token: BTreeSet::new(),
            token_requests: 0,
        }
    }

    /// Has the engine told something at a moment.
    pub(crate) fn tell_at(&mut self, at: Instant, input: Input) {
        self.at(at, Happening::Tell(input));
    }

    fn at(&mut self, at: Instant, what: Happening) {
        self.queue.push(Reverse((at, self.next)));
        self.happenings.insert(self.next, what);
        self.next += 1;
    }

    /// Runs a machine until it has finished.
    pub(crate) fn run<M: Machine<Step = Step, Input = Input>>(&mut self, machine: &mut M) {
        let run = pin!(drive(machine, self));
        let mut context = Context::from_waker(Waker::noop());
        assert_eq!(
            run.poll(&mut context),
            Poll::Ready(()),
            "no await waits here"
        );
    }

    fn send(&mut self, call: CallId, request: Request) {
        let token = self.token.take().expect("a send has a token of its own");
        let mut trips = self.pace.trips.iter().cycle();
        let (trip, part) = trips.nth(call.0 as usize).copied().unwrap_or_default();
        let there = trip.mul_f64(part);
        let back = trip.saturating_sub(there);
        self.at(
            self.clock + there,
            Happening::Arrival(call, token, request, back),
        );
    }

    fn need_token(&mut self, freshness: Freshness) {
        let at = self.clock + self.pace.token;
        let number = self.token_requests;
        self.token_requests += 1;
        if self.no_token.contains(&number) {
            let code = "interaction_required".to_owned();
            return self.tell_at(at, Input::SignInFailed { code });
        }
        if freshness == Freshness::Renewed {
            self.generation += 1;
        }
        self.tell_at(at, Input::Token);
    }

    fn arrive(&mut self, call: CallId, token: u32, request: &Request, back: Duration) {
        let answer = self.server.arrive(self.clock, token, request);
        let reply = match answer {
            Answer::Lost(reachable) => Reply::NoAnswer { reachable },
            Answer::Http(status, headers, body) => {
                let header = |name: &str| {
                    let found = headers.iter().find(|(known, _)| *known == name);
                    found.map(|(_, text)| text.clone())
                };
                wire::read(request.method, status, header, &body)
            }
        };
        self.tell_at(self.clock + back, Input::Reply(call, reply));
    }

    /// Takes note of what the engine is about to be told.
    fn told(&mut self, input: &Input) {
        match input {
            Input::Token => self.token = Some(self.generation),
            Input::Recorded(id) => self.journal.extend(self.pending.remove(id)),
            _ => {}
        }
    }

    /// The next thing that happens.
    fn happen(&mut self, until: Option<Instant>) -> Input {
        loop {
            let next = self.queue.peek().map(|Reverse((at, _))| *at);
            if let Some(until) = until
                && next.is_none_or(|next| next > until)
            {
                self.clock = self.clock.max(until);
                return Input::Woke;
            }
            let Some(Reverse((at, number))) = self.queue.pop() else {
                self.rescues += 1;
                assert!(self.rescues < 100, "the run is stuck");
                self.clock += Duration::from_mins(2);
                return Input::Resume;
            };
            self.clock = self.clock.max(at);
            match self.happenings.remove(&number).expect("it was queued") {
                Happening::Arrival(call, token, request, back) => {
                    self.arrive(call, token, &request, back);
                }
                Happening::Tell(input) => {
                    self.told(&input);
                    return input;
                }
            }
        }
    }
}

impl<S: Server> Host for World<S> {
    type Step = Step;
    type Input = Input;

    fn now(&self) -> Now {
        let millis = i64::try_from(self.clock.as_millis()).expect("a short run");
        Now {
            mono: self.clock,
            wall: WallTime(START.0 + millis),
            jitter: self.jitter,
        }
    }

    fn start(&mut self, step: Step) {
        self.steps.push((self.clock, step.clone()));
        match step {
            Step::Open(_) => self.tell_at(self.clock, Input::Opened(Opened::default())),
            Step::Close(_) => self.tell_at(self.clock, Input::Closed),
            Step::Record(id, record) => {
                self.pending.insert(id, record);
                self.tell_at(self.clock + self.pace.journal, Input::Recorded(id));
            }
            Step::Send(call, request) => self.send(call, request),
            Step::NeedToken(freshness) => self.need_token(freshness),
            Step::Wait(_) | Step::Finished => unreachable!("these are not started"),
        }
    }

    fn next(&mut self, until: Option<Instant>) -> impl Future<Output = Input> {
        ready(self.happen(until))
    }
}
