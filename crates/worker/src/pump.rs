//! Takes what the page posts, in order, and posts what the session says to it.

use std::{cell::RefCell, rc::Rc};

use ioculate_browser::{clock, host::Desk, journal::Seat, mailbox::Mailbox};
use ioculate_core::{
    diagnostic::Finding,
    import::Input,
    packed,
    session::{Command, Event, Message, Session},
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use crate::{
    file::{self, Unread},
    guard,
    keeper::Keeper,
    past, post,
    run::{Run, Shared},
    unpack,
};

/// Which build this is; the page compares it with its own.
const BUILD: &str = match option_env!("IOCULATE_BUILD") {
    Some(build) => build,
    None => "development",
};

/// The run under way, if there is one.
pub(crate) type Current = Rc<RefCell<Option<Run>>>;

/// Listens to the page, then says that it does.
pub(crate) fn start() {
    post::tell_panics();
    let inbox = Mailbox::default();
    let current = Current::default();
    listen(inbox.clone(), Rc::clone(&current));
    watch_network(&current);
    spawn_local(answer(inbox, current));
    post::event(Event::Ready {
        build: BUILD.to_owned(),
    });
}

fn listen(inbox: Mailbox<(Command, JsValue)>, current: Current) {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        match post::read(&message.data()) {
            None => post::failed("command"),
            Some((Command::Token(token), _)) => tell(&current, |desk| desk.hand_over(token)),
            Some((Command::SignInFailed { code }, _)) => {
                tell(&current, |desk| desk.refuse_token(code));
            }
            Some(letter) => inbox.put(letter),
        }
    });
    post::scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Listens as long as the worker lives.
    on_message.forget();
}

/// Hands on what the browser believes of its network.
fn watch_network(current: &Current) {
    let hint = |input: Input| {
        let current = Rc::clone(current);
        let told = move || tell(&current, |desk| desk.tell(input.clone()));
        Closure::<dyn Fn()>::new(told).into_js_value()
    };
    let scope = post::scope();
    scope.set_ononline(Some(hint(Input::Online).unchecked_ref()));
    scope.set_onoffline(Some(hint(Input::Offline).unchecked_ref()));
}

pub(crate) fn tell(current: &Current, what: impl FnOnce(&Desk)) {
    if let Some(run) = &*current.borrow() {
        what(run.desk());
    }
}

/// Answers one command after another.
async fn answer(inbox: Mailbox<(Command, JsValue)>, current: Current) {
    let session: Shared = Rc::new(RefCell::new(Session::new()));
    let keeper = Keeper::open().await;
    let first = keeper.clone();
    spawn_local(async move { first.tell().await });
    let mut lists = None;
    loop {
        let (command, attachment) = inbox.next().await;
        let mut seat = None;
        if matches!(command, Command::Send { .. } | Command::ResumeRun { .. }) {
            await_lists(lists.take()).await;
        }
        match command {
            Command::ResumeRun { run, account } => {
                past::end_list(&session, &current).await;
                seat = past::resume(&session, &keeper, &run, account).await;
            }
            Command::ShowRun { run } => past::show(&session, &keeper, &run).await,
            Command::PrepareUndo { run, account } => {
                past::undo(&session, &keeper, &run, account).await;
            }
            Command::SaveRun { run } => past::save(&keeper, &run).await,
            Command::OpenRunFile => past::open(&keeper, &attachment).await,
            Command::Read { name } => post::all(&read(&session, name, &attachment).await),
            Command::Runs => keeper.tell_again().await,
            Command::ForgetRun { run } => keeper.forget(&run).await,
            Command::ForgetRuns => keeper.forget_all().await,
            command => post::all(&session.borrow_mut().handle(clock::now(), command, None)),
        }
        if session.borrow_mut().wants_guard_lists() {
            lists = Some(load_lists(&session));
        }
        keep_driving(&session, &current, &keeper, seat);
    }
}

/// Has the guard's lists loaded beside all else. Says when they are here, or will not be.
pub(crate) fn load_lists(session: &Shared) -> Mailbox<()> {
    let (session, done) = (Rc::clone(session), Mailbox::default());
    let told = done.clone();
    spawn_local(async move {
        let lists = guard::load().await;
        let said = session.borrow_mut().take_guard_lists(lists);
        post::all(&said);
        told.put(());
    });
    done
}

/// What the guard would hold back is not sent for want of a moment.
async fn await_lists(lists: Option<Mailbox<()>>) {
    if let Some(lists) = lists {
        lists.next().await;
    }
}

async fn read(session: &Shared, name: String, attachment: &JsValue) -> Vec<Message> {
    post::event(Event::Reading { name: name.clone() });
    if packed::is_packed(&file::beginning(attachment).await) {
        return read_packed(session, &name, attachment).await;
    }
    let read = file::read(attachment).await;
    let mut session = session.borrow_mut();
    match read {
        Ok(bytes) => session.handle(clock::now(), Command::Read { name }, Some(bytes)),
        Err(why) => {
            let (bytes, finding) = unread(why);
            session.refuse_file(&name, bytes, finding)
        }
    }
}

/// What is in the file becomes files of its own; where nothing could be had, the file says why.
async fn read_packed(session: &Shared, name: &str, attachment: &JsValue) -> Vec<Message> {
    let unpacked = unpack::unpacked(name, attachment).await;
    let mut session = session.borrow_mut();
    match unpacked {
        Ok(held) => session.take_all(clock::now(), held),
        Err(why) => session.refuse_file(name, file::size(attachment), why),
    }
}

fn unread(why: Unread) -> (u64, Finding) {
    match why {
        Unread::TooLarge { bytes } => {
            let most = file::LIMIT;
            (bytes, Finding::TooLarge { bytes, most })
        }
        Unread::Broken { bytes } => (bytes, Finding::FileUnreadable),
        Unread::Missing => (0, Finding::FileUnreadable),
    }
}

/// Sees to it that a run that a command has started or changed goes on, in `seat` where it is one that
/// was kept.
fn keep_driving(session: &Shared, current: &Current, keeper: &Keeper, seat: Option<Seat>) {
    let mut current = current.borrow_mut();
    match &*current {
        Some(run) if run.is_going() => run.desk().tell(Input::Woke),
        _ if session.borrow().is_running() => *current = Some(Run::start(session, keeper, seat)),
        _ => {}
    }
}
