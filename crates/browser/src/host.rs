//! The browser as the one who acts for the engine.
//!
//! Steps go in and are started at once; what comes of them is told in the order in which it
//! happened. A token is asked of the page, waits here for the one call that it is meant for, and
//! leaves with that call.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use ioculate_core::{
    clock::{Instant, Now},
    host::Host,
    import::{CallId, Freshness, Input, Method, Record, RecordId, Request, Step},
    journal::Opened,
    session::Token,
    wire::{self, Reply},
};
use js_sys::Function;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::spawn_local;

use crate::{
    base::ApiBase,
    clock,
    fetch::{self, Answer},
    mailbox::Mailbox,
};

/// Where what happened is told. Clones tell the same host.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    inputs: Mailbox<Input>,
    token: Rc<RefCell<Asked>>,
}

/// Whether a token is wanted.
#[derive(Debug, Default)]
enum Asked {
    #[default]
    No,
    Yes,
    Answered(Token),
}

impl Desk {
    /// Tells the engine something.
    pub fn tell(&self, input: Input) {
        self.inputs.put(input);
    }

    /// Hands over the token that was asked for. One that nobody asked for is dropped.
    pub fn hand_over(&self, token: Token) {
        let mut asked = self.token.borrow_mut();
        if matches!(*asked, Asked::Yes) {
            *asked = Asked::Answered(token);
            self.inputs.put(Input::Token);
        }
    }

    /// Says that there is no token to be had.
    pub fn refuse_token(&self, code: String) {
        *self.token.borrow_mut() = Asked::No;
        self.inputs.put(Input::SignInFailed { code });
    }

    fn ask(&self) {
        *self.token.borrow_mut() = Asked::Yes;
    }

    fn take_token(&self) -> Option<Token> {
        match self.token.take() {
            Asked::Answered(token) => Some(token),
            Asked::No | Asked::Yes => None,
        }
    }
}

/// Acts in a worker for one run.
#[derive(Debug)]
pub struct BrowserHost<F> {
    base: Option<ApiBase>,
    desk: Desk,
    ask_page: F,
    /// The notes of this run. They live as long as the page does.
    notes: Vec<(RecordId, Record)>,
}

impl<F: Fn(Freshness)> BrowserHost<F> {
    /// A host that calls `base`, or answers every call with nothing where there is no base, and asks
    /// the page for tokens by `ask_page`.
    pub fn new(base: Option<ApiBase>, desk: Desk, ask_page: F) -> Self {
        Self {
            base,
            desk,
            ask_page,
            notes: Vec::new(),
        }
    }

    /// Told at the next turn, as a journal on disk would be.
    fn record(&mut self, id: RecordId, record: Record) {
        self.notes.push((id, record));
        self.desk.tell(Input::Recorded(id));
    }

    fn send(&self, call: CallId, request: Request) {
        let desk = self.desk.clone();
        let way = self.base.clone().zip(desk.take_token());
        spawn_local(async move {
            let method = request.method;
            let answer = match way {
                Some((base, token)) => fetch::send(&base, request, &token).await,
                None => Answer::NotMade,
            };
            desk.tell(Input::Reply(call, reply(method, answer)));
        });
    }

    /// Has this host's reader look again at `until`.
    fn alarm(&self, until: Instant) -> Alarm {
        let inputs = self.desk.inputs.clone();
        let is_over = Rc::new(Cell::new(until <= clock::mono()));
        let bell = Rc::clone(&is_over);
        let ring = Closure::<dyn FnMut()>::new(move || {
            bell.set(true);
            inputs.wake();
        });
        let left = until.saturating_sub(clock::mono());
        let callback: &Function = ring.as_ref().unchecked_ref();
        Alarm {
            _timer: clock::after(left, callback),
            _ring: ring,
            is_over,
        }
    }
}

impl<F: Fn(Freshness)> Host for BrowserHost<F> {
    type Step = Step;
    type Input = Input;

    fn now(&self) -> Now {
        clock::now()
    }

    fn start(&mut self, step: Step) {
        match step {
            Step::Open(_) => self.desk.tell(Input::Opened(Opened::default())),
            Step::Close(_) => self.desk.tell(Input::Closed),
            Step::Record(id, record) => self.record(id, record),
            Step::Send(call, request) => self.send(call, request),
            Step::NeedToken(freshness) => {
                self.desk.ask();
                (self.ask_page)(freshness);
            }
            Step::Wait(_) | Step::Finished => {}
        }
    }

    async fn next(&mut self, until: Option<Instant>) -> Input {
        // A bell that rings early, as it does where the wait is longer than a timer can count, only
        // has the engine asked once more.
        let alarm = until.map(|until| self.alarm(until));
        let over = || alarm.as_ref().is_some_and(|alarm| alarm.is_over.get());
        let input = self.desk.inputs.next_unless(over).await;
        input.unwrap_or(Input::Woke)
    }
}

/// A timer with what it calls.
struct Alarm {
    _timer: clock::Timer,
    _ring: Closure<dyn FnMut()>,
    is_over: Rc<Cell<bool>>,
}

fn reply(method: Method, answer: Answer) -> Reply {
    match answer {
        Answer::Response {
            status,
            retry_after,
            date,
            body,
        } => {
            let header = |name: &str| match name {
                "retry-after" => retry_after.clone(),
                "date" => date.clone(),
                _ => None,
            };
            wire::read(method, status, header, &body)
        }
        Answer::Nothing { reachable } => Reply::NoAnswer { reachable },
        Answer::NotMade => Reply::NoAnswer { reachable: None },
    }
}
