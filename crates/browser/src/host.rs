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
    journal::{Closing, NotOpened, Opened, Opening},
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
    journal::Journal,
    mailbox::Mailbox,
};

/// Where runs are written down, and who says whether one may begin.
pub trait Books: Clone + 'static {
    /// What lets a run write and send, until it is dropped.
    type Seat: Notes;

    /// Opens what `opening` wants: in the seat taken before where the run is gone on with, or in a new
    /// one.
    fn open(
        &self,
        taken: Option<Self::Seat>,
        opening: Opening,
    ) -> impl Future<Output = Result<(Self::Seat, Opened), NotOpened>>;
}

/// Writes down what happens in one run. Each note is begun at once, so that notes are written in the
/// order in which they are given, and ends when it is kept.
pub trait Notes: 'static {
    /// Writes down a record.
    fn note(&self, record: &Record) -> impl Future<Output = Result<(), String>> + 'static;

    /// Writes down how the run ended.
    fn close(&self, closing: &Closing) -> impl Future<Output = Result<(), String>> + 'static;
}

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

/// Acts for one run, in a worker or wherever else fetch and timers are.
#[derive(Debug)]
pub struct BrowserHost<F, B: Books = Result<Journal, String>> {
    base: Option<ApiBase>,
    desk: Desk,
    ask_page: F,
    books: B,
    /// What lets this page send, from the opening on until the host is dropped.
    seat: Rc<RefCell<Option<B::Seat>>>,
}

impl<F: Fn(Freshness), B: Books> BrowserHost<F, B> {
    /// A host that calls `base`, or answers every call with nothing where there is no base, and asks
    /// the page for tokens by `ask_page`. It writes to `books`.
    pub fn new(base: Option<ApiBase>, desk: Desk, books: B, ask_page: F) -> Self {
        Self {
            base,
            desk,
            ask_page,
            books,
            seat: Rc::default(),
        }
    }

    /// The same host in the seat of the run that it shall go on with.
    #[must_use]
    pub fn seated(self, seat: Option<B::Seat>) -> Self {
        *self.seat.borrow_mut() = seat;
        self
    }

    fn open(&self, opening: Opening) {
        let (desk, place) = (self.desk.clone(), Rc::clone(&self.seat));
        let (books, seat) = (self.books.clone(), self.seat.take());
        spawn_local(async move {
            let opened = books.open(seat, opening).await;
            desk.tell(match opened {
                Ok((seat, opened)) => {
                    *place.borrow_mut() = Some(seat);
                    Input::Opened(opened)
                }
                Err(why) => Input::NotOpened(why),
            });
        });
    }

    /// Told when it is on disk; without a seat there is nothing that it could be written to.
    fn record(&self, id: RecordId, record: &Record) {
        let desk = self.desk.clone();
        let written = self.seat.borrow().as_ref().map(|seat| seat.note(record));
        spawn_local(async move {
            let written = match written {
                Some(written) => written.await,
                None => Err("The journal is not open.".to_owned()),
            };
            desk.tell(match written {
                Ok(()) => Input::Recorded(id),
                Err(why) => Input::NotRecorded(id, why),
            });
        });
    }

    /// Told when it is on disk. Where it cannot be written the run counts as one that did not end:
    /// going on with it finds nothing left to do.
    fn close(&self, closing: &Closing) {
        let desk = self.desk.clone();
        let written = self.seat.borrow().as_ref().map(|seat| seat.close(closing));
        spawn_local(async move {
            if let Some(written) = written {
                let _: Result<(), String> = written.await;
            }
            desk.tell(Input::Closed);
        });
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

impl<F: Fn(Freshness), B: Books> Host for BrowserHost<F, B> {
    type Step = Step;
    type Input = Input;

    fn now(&self) -> Now {
        clock::now()
    }

    fn start(&mut self, step: Step) {
        match step {
            Step::Open(opening) => self.open(*opening),
            Step::Close(closing) => self.close(&closing),
            Step::Record(id, record) => self.record(id, &record),
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
