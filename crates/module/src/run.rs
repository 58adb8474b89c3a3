//! Drives a run or a comparison to its end, for a caller that waits for it and may give it up.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use ioculate_browser::{
    clock,
    host::{BrowserHost, Desk},
};
use ioculate_core::{
    clock::Now,
    host::{Machine, Turn, drive},
    import::{CallLog, Freshness, Input, Step},
    journal::{Kept, NotOpened},
    limits::Limits,
    session::{
        Account, Closed, Command, Connection, Event, ReportSummary, Session, Summary, TenantState,
        Token,
    },
};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortSignal;

use crate::{
    fault::{ErrorCode, Fault},
    options::{RunOptions, error, told},
    told::{Progress, RunSummary, StoppedBy, StoppedCode},
};

/// How often a caller is told how the run goes.
const PROGRESS_EVERY: Duration = Duration::from_millis(200);

#[wasm_bindgen]
extern "C" {
    /// The browser's `Promise`, which calls a function that is no closure of this program.
    #[wasm_bindgen(js_name = Promise)]
    type Apart;

    #[wasm_bindgen(static_method_of = Apart, js_class = "Promise")]
    fn resolve(value: &JsValue) -> Apart;

    #[wasm_bindgen(method, js_class = "Promise")]
    fn then(this: &Apart, call: &Function) -> Promise;
}

thread_local! {
    /// The calls that this program has made, whichever list they were for; absent while one goes on.
    static CALLS: RefCell<Option<CallLog>> = RefCell::new(Some(CallLog::new(&Limits::documented())));
}

/// A list with what goes on about it.
#[derive(Debug)]
pub(crate) struct Work {
    pub(crate) session: RefCell<Session>,
    /// What was read, as it was told last.
    pub(crate) summary: RefCell<Option<Summary>>,
    /// A run that another program began, until it is gone on with.
    kept: RefCell<Option<Kept>>,
    desk: RefCell<Option<Desk>>,
    is_given_up: Cell<bool>,
}

/// What came of it.
#[derive(Debug, Default)]
struct Heard {
    report: Option<ReportSummary>,
    refused: Option<NotOpened>,
    closed: Option<Closed>,
    tenant: Option<TenantState>,
    /// Why the run was ended though nobody wanted it.
    stopped: Option<StoppedBy>,
    /// What `getToken` threw, where it has given no token since.
    thrown: Option<JsValue>,
}

impl Work {
    pub(crate) fn new(session: Session) -> Self {
        Self {
            session: RefCell::new(session),
            summary: RefCell::default(),
            kept: RefCell::default(),
            desk: RefCell::default(),
            is_given_up: Cell::default(),
        }
    }

    /// Has the session do something, and gives what it said but for what was read.
    pub(crate) fn ask(&self, command: Command, bytes: Option<Vec<u8>>) -> Vec<Event> {
        let said = self
            .session
            .borrow_mut()
            .handle(clock::now(), command, bytes);
        self.take(said)
    }

    /// Notes what was read, and gives the rest.
    pub(crate) fn take(&self, said: Vec<Event>) -> Vec<Event> {
        let mut rest = Vec::new();
        for event in said {
            match event {
                Event::Summary(summary) => *self.summary.borrow_mut() = Some(*summary),
                event => rest.push(event),
            }
        }
        rest
    }

    /// Shows what became of a kept run, and goes on with it when it is run.
    pub(crate) fn show(&self, kept: Kept) -> Result<(), Fault> {
        let said = self.session.borrow_mut().show(clock::now(), kept.clone());
        for event in self.take(said) {
            if let Event::NotOpened(why) = event {
                return Err(why.into());
            }
        }
        // One that has ended is shown, and no more.
        *self.kept.borrow_mut() = kept.closing.is_none().then_some(kept);
        Ok(())
    }

    /// Begins what `order` says, or goes on with the run that was kept.
    fn begin(&self, order: Command) -> Vec<Event> {
        match (self.kept.take(), order) {
            (Some(kept), Command::Send { account, .. }) => {
                let said = self
                    .session
                    .borrow_mut()
                    .resume(clock::now(), kept, account);
                self.take(said)
            }
            (kept, order) => {
                *self.kept.borrow_mut() = kept;
                self.ask(order, None)
            }
        }
    }

    /// Ends what goes on: nothing new leaves.
    pub(crate) fn give_up(&self) {
        let Some(desk) = self.desk.borrow().clone() else {
            return;
        };
        self.is_given_up.set(true);
        for stop in [Command::Cancel, Command::StopListing] {
            self.ask(stop, None);
        }
        desk.tell(Input::Woke);
    }

    /// Sends what is planned.
    pub(crate) async fn run(self: Rc<Self>, options: RunOptions) -> Result<JsValue, JsValue> {
        let unjournalled = options.books.journal.is_none();
        let route = options.settings.route.map(Into::into).unwrap_or_default();
        let order = |account| Command::Send {
            account,
            route,
            unjournalled,
            as_listed: false,
        };
        let heard = self.carry_out(&options, order).await?;
        let summary = heard
            .report
            .map(|report| RunSummary::of(report, heard.stopped));
        let fault = match (heard.closed, heard.refused) {
            _ if self.is_given_up.get() => Some(aborted()),
            (Some(closed), _) => Some(closed.into()),
            (None, Some(why)) => Some(why.into()),
            (None, None) => None,
        };
        match (fault, summary) {
            (None, Some(summary)) => told(&summary),
            (fault, summary) => {
                let fault = fault.unwrap_or_else(already_sent);
                let cause = self.cause(heard.thrown, &options);
                Err(error(&fault, summary.as_ref(), cause))
            }
        }
    }

    /// Lists the tenant, and compares what is ready with it.
    pub(crate) async fn compare(self: Rc<Self>, options: RunOptions) -> Result<(), JsValue> {
        let order = |account| Command::ListTenant { account };
        let heard = self.carry_out(&options, order).await?;
        let fault = match (heard.tenant, heard.refused) {
            _ if self.is_given_up.get() => aborted(),
            (Some(TenantState::Known(_)), None) => return Ok(()),
            (_, Some(why)) => why.into(),
            (Some(TenantState::Failed { reason }), None) => reason.into(),
            (_, None) => NotOpened::Unlisted.into(),
        };
        let cause = self.cause(heard.thrown, &options);
        Err(error(&fault, None, cause))
    }

    /// What was thrown by whoever made it fail: the signal, where that ended it.
    fn cause(&self, thrown: Option<JsValue>, options: &RunOptions) -> Option<JsValue> {
        if self.is_given_up.get() {
            return reason(options.signal.as_ref());
        }
        thrown
    }

    /// Does what `order` says, and drives it to its end.
    async fn carry_out(
        self: &Rc<Self>,
        options: &RunOptions,
        order: impl FnOnce(Account) -> Command,
    ) -> Result<Heard, JsValue> {
        self.is_given_up.set(false);
        if options.signal.as_ref().is_some_and(AbortSignal::aborted) {
            return Err(error(&aborted(), None, reason(options.signal.as_ref())));
        }
        let turn = Turned::take(self).ok_or_else(|| error(&Fault::busy(), None, None))?;
        let heard = Rc::new(RefCell::new(Heard::default()));
        let mut machine = Told {
            work: Rc::clone(self),
            heard: Rc::clone(&heard),
        };
        let limits = self.session.borrow().limits().clone();
        let api_base = options.base.as_str().to_owned();
        machine.hear(self.ask(Command::Configure { api_base, limits }, None));
        let account = options.settings.account.clone().unwrap_or_default();
        machine.hear(self.begin(order(account.into())));
        if self.session.borrow().is_running() {
            self.drive(&mut machine, options, &heard).await;
        }
        drop(turn);
        drop(machine);
        Ok(heard.take())
    }

    async fn drive(
        self: &Rc<Self>,
        machine: &mut Told,
        options: &RunOptions,
        heard: &Rc<RefCell<Heard>>,
    ) {
        let desk = Desk::default();
        *self.desk.borrow_mut() = Some(desk.clone());
        let (get_token, asked, into) = (options.get_token.clone(), desk.clone(), Rc::clone(heard));
        let ask = move |freshness| {
            spawn_local(token(
                get_token.clone(),
                freshness,
                asked.clone(),
                Rc::clone(&into),
            ));
        };
        let (books, resumable) = (options.books.clone(), options.books.journal.is_some());
        let mut host = BrowserHost::new(Some(options.base.clone()), desk, books, ask);
        let _listening = Listening::to(options.signal.clone(), self);
        let going = Rc::new(Cell::new(true));
        if let Some(on_progress) = options.on_progress.clone() {
            spawn_local(show_progress(
                Rc::clone(self),
                on_progress,
                Rc::clone(&going),
                resumable,
            ));
        }
        drive(machine, &mut host).await;
        going.set(false);
        *self.desk.borrow_mut() = None;
    }
}

/// The program's one turn at the API, with the calls that it has made.
struct Turned(Rc<Work>);

impl Turned {
    fn take(work: &Rc<Work>) -> Option<Self> {
        let calls = CALLS.with_borrow_mut(Option::take)?;
        work.session.borrow_mut().take_calls(calls);
        Some(Self(Rc::clone(work)))
    }
}

impl Drop for Turned {
    fn drop(&mut self) {
        let calls = self.0.session.borrow_mut().give_calls();
        CALLS.set(Some(calls));
    }
}

/// The session as it is driven. What it says is noted; what nobody is there to wait for is ended.
struct Told {
    work: Rc<Work>,
    heard: Rc<RefCell<Heard>>,
}

impl Told {
    fn hear(&self, said: Vec<Event>) {
        let mut heard = self.heard.borrow_mut();
        for event in said {
            match event {
                Event::Report(report) => heard.report = Some(*report),
                Event::NotOpened(why) => heard.refused = Some(why),
                Event::Connection(Connection::Closed { reason, .. }) => heard.closed = Some(reason),
                Event::Tenant(state) => heard.tenant = Some(state),
                _ => {}
            }
        }
    }

    fn news(&self) {
        let said = self.work.session.borrow_mut().news();
        self.hear(self.work.take(said));
    }

    /// Why the run would wait for somebody, the first time that it does.
    fn waits_for_somebody(&self, now: Now) -> bool {
        let progress = self.work.session.borrow().progress(now);
        let mut why = progress.and_then(|progress| StoppedBy::waiting(&progress.why));
        let mut heard = self.heard.borrow_mut();
        if let Some(why) = &mut why
            && why.code == StoppedCode::SignIn
        {
            why.cause.clone_from(&heard.thrown);
        }
        let is_new = why.is_some() && heard.stopped.is_none();
        heard.stopped = heard.stopped.take().or(why);
        is_new
    }
}

impl Machine for Told {
    type Step = Step;
    type Input = Input;

    fn poll(&mut self, now: Now) -> Turn<Step> {
        let mut turn = self.work.session.borrow_mut().poll(now);
        if matches!(turn, Turn::Wait(_)) && self.waits_for_somebody(now) {
            self.hear(self.work.ask(Command::Cancel, None));
            turn = self.work.session.borrow_mut().poll(now);
        }
        self.news();
        turn
    }

    fn handle(&mut self, now: Now, input: Input) {
        Machine::handle(&mut *self.work.session.borrow_mut(), now, input);
        self.news();
    }
}

/// Asks the caller for a token. What it throws is kept for the caller alone.
async fn token(get_token: Function, freshness: Freshness, desk: Desk, heard: Rc<RefCell<Heard>>) {
    match asked(&get_token, freshness).await {
        Ok(token) => {
            heard.borrow_mut().thrown = None;
            desk.hand_over(Token::new(token));
        }
        Err(thrown) => {
            heard.borrow_mut().thrown = Some(thrown);
            desk.refuse_token("getToken failed".to_owned());
        }
    }
}

/// It may open a window, and Firefox goes on with other work until that is there: a task of this program
/// that stood below would keep its executor from that work, and from all that comes later. So it is asked
/// in a turn of its own.
async fn asked(get_token: &Function, freshness: Freshness) -> Result<String, JsValue> {
    let wanted = Object::new();
    let renewed = matches!(freshness, Freshness::Renewed);
    Reflect::set(&wanted, &"renewed".into(), &renewed.into())?;
    let token = JsFuture::from(Apart::resolve(&wanted).then(get_token)).await?;
    let no_text = || js_sys::TypeError::new("getToken gave no text.").into();
    token.as_string().ok_or_else(no_text)
}

/// Has the work given up when the signal is given, until dropped.
struct Listening {
    signal: Option<AbortSignal>,
    heard: Closure<dyn Fn()>,
}

impl Listening {
    fn to(signal: Option<AbortSignal>, work: &Rc<Work>) -> Self {
        let whose = Rc::downgrade(work);
        let heard = Closure::<dyn Fn()>::new(move || {
            if let Some(work) = whose.upgrade() {
                work.give_up();
            }
        });
        if let Some(signal) = &signal {
            let callback = heard.as_ref().unchecked_ref();
            // A signal takes any listener.
            let _ = signal.add_event_listener_with_callback("abort", callback);
        }
        Self { signal, heard }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(signal) = &self.signal {
            let callback = self.heard.as_ref().unchecked_ref();
            let _ = signal.remove_event_listener_with_callback("abort", callback);
        }
    }
}

async fn show_progress(
    work: Rc<Work>,
    on_progress: Function,
    going: Rc<Cell<bool>>,
    resumable: bool,
) {
    let mut shown = None;
    while going.get() {
        let progress = work.session.borrow().progress(clock::now());
        if progress != shown {
            shown.clone_from(&progress);
            let progress = progress.map(|progress| Progress::of(&progress, resumable));
            if let Some(Ok(progress)) = progress.map(|progress| told(&progress)) {
                // What a caller throws here is no matter of the run's.
                let _ = on_progress.call1(&JsValue::UNDEFINED, &progress);
            }
        }
        clock::sleep(PROGRESS_EVERY).await;
    }
}

fn reason(signal: Option<&AbortSignal>) -> Option<JsValue> {
    let reason = Reflect::get(signal?, &"reason".into()).ok()?;
    (!reason.is_undefined()).then_some(reason)
}

fn aborted() -> Fault {
    Fault::new(
        ErrorCode::Aborted,
        "It was given up: nothing new has left since. What became of the rows is in `summary`.",
    )
}

fn already_sent() -> Fault {
    Fault::new(
        ErrorCode::AlreadySent,
        "This list was sent. Read it again to send it again.",
    )
}
