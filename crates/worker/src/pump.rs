//! Takes what the page posts, in order, and posts what the session says to it.

use std::{cell::RefCell, rc::Rc, time::Duration};

use ioculate_browser::{clock, host::Desk, mailbox::Mailbox};
use ioculate_core::{
    diagnostic::Finding,
    guard::Unloaded,
    import::Input,
    ledger::{Content, Given, Looked},
    packed, scripts,
    session::{Command, Event, PASTED, Session, rows::decides},
    source::SourceKind,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use crate::{
    crossing,
    file::{self, Unread},
    guard,
    keeper::Keeper,
    later,
    post::{self, Asked},
    run::{Run, Seat, Shared},
    unpack,
};

/// Which build this is; the page compares it with its own.
const BUILD: &str = match option_env!("IOCULATE_BUILD") {
    Some(build) => build,
    None => "development",
};

/// How long a list is not begun to be read for the sake of what shows its rows.
const MOMENT: Duration = Duration::from_millis(50);

/// The run under way, if there is one.
pub(crate) type Current = Rc<RefCell<Option<Run>>>;

/// What commands are obeyed with.
pub(crate) struct Bench {
    pub(crate) session: Shared,
    pub(crate) current: Current,
    pub(crate) keeper: Keeper,
    /// Says when the guard's lists are here, where they have been asked for.
    lists: RefCell<Option<Mailbox<()>>>,
    /// What protects names in other scripts, where what knows them did not come.
    unprotected: RefCell<Option<Command>>,
}

/// Listens to the page, then says that it does.
pub(crate) fn start() {
    post::tell_panics();
    let inbox = Mailbox::default();
    let current = Current::default();
    listen(inbox.clone(), Rc::clone(&current));
    watch_network(&current);
    spawn_local(answer(inbox, current));
    post::event(&Event::Ready {
        build: BUILD.to_owned(),
    });
}

fn listen(inbox: Mailbox<(Asked, JsValue)>, current: Current) {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        match post::read(&message.data()) {
            None => post::failed("command"),
            Some((Asked::First(Command::Token(token)), _)) => {
                tell(&current, |desk| desk.hand_over(token));
            }
            Some((Asked::First(Command::SignInFailed { code }), _)) => {
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

/// Answers one command after another. One that waits for a part holds back those behind it.
async fn answer(inbox: Mailbox<(Asked, JsValue)>, current: Current) {
    let keeper = Keeper::open().await;
    let first = keeper.clone();
    spawn_local(async move { first.tell().await });
    let bench = Bench {
        session: Rc::new(RefCell::new(Session::new())),
        current,
        keeper,
        lists: RefCell::default(),
        unprotected: RefCell::default(),
    };
    loop {
        let (asked, attachment) = inbox.next().await;
        let seat = match asked {
            Asked::First(Command::Runs) => {
                bench.keeper.tell_again().await;
                None
            }
            Asked::First(command) => {
                bench.obey(command, &attachment).await;
                None
            }
            Asked::Rows(object) => {
                bench.obey_about_rows(object, &attachment).await;
                None
            }
            Asked::Later(object) => bench.obey_later(object, attachment).await,
        };
        if bench.session.borrow_mut().wants_guard_lists() {
            *bench.lists.borrow_mut() = Some(load_lists(&bench.session));
        }
        let is_driven = bench.session.borrow().is_running() || bench.current.borrow().is_some();
        if let Some(later) = later::here().filter(|_| is_driven) {
            (later.drive)(&bench, seat);
        }
    }
}

impl Bench {
    async fn obey(&self, command: Command, attachment: &JsValue) {
        let again =
            matches!(command, Command::Try { .. } | Command::Protect(_)).then(|| command.clone());
        let only_shows = matches!(command, Command::Rows { .. } | Command::Detail { .. });
        if matches!(command, Command::Read { .. } | Command::Paste { .. }) {
            let_rows_come().await;
        }
        let told = match command {
            Command::Read { name } => read(&self.session, name, attachment).await,
            Command::Paste { text } => take(&self.session, PASTED, text.into_bytes()).await,
            Command::ReadAs { reading, .. } if !is_readable(reading.kind).await => {
                post::part_missing();
                self.session.borrow_mut().say_again()
            }
            command => self.handle(command),
        };
        if !only_shows && scripts::was_wanted() {
            return self.tell_of_scripts(told, again).await;
        }
        post::all(&told);
    }

    fn handle(&self, command: Command) -> Vec<Event> {
        self.session
            .borrow_mut()
            .handle(clock::now(), command, None)
    }

    /// A name in another script was met: what knows them is fetched, and what was said is said anew.
    async fn tell_of_scripts(&self, mut told: Vec<Event>, again: Option<Command>) {
        if later::scripts().await.is_err() {
            if let Some(Command::Protect(_)) = &again {
                *self.unprotected.borrow_mut() = again;
            }
            post::all(&told);
            return post::part_missing();
        }
        if let Some(command) = self.unprotected.borrow_mut().take() {
            told.extend(self.handle(command));
        }
        if let Some(command) = again {
            told = self.handle(command);
        } else {
            told.retain(|it| !matches!(it, Event::Summary(_)));
            told.extend(self.session.borrow_mut().check_again());
        }
        post::all(&told);
    }

    /// Whether the deployment's own names are protected. Those in other scripts may not be yet.
    pub(crate) async fn is_protected(&self) -> bool {
        if self.unprotected.borrow().is_none() {
            return true;
        }
        let are_here = later::scripts().await.is_ok();
        if are_here && let Some(command) = self.unprotected.borrow_mut().take() {
            post::all(&self.handle(command));
        }
        are_here
    }

    /// Obeys what needs to know rows.
    async fn obey_about_rows(&self, object: JsValue, attachment: &JsValue) {
        let Ok(rows) = later::rows().await else {
            post::part_missing();
            if crossing::name(&object).is_some_and(|name| decides(&name)) {
                post::all(&self.session.borrow_mut().say_again());
            }
            return;
        };
        match (rows.command)(object) {
            Some(command) => self.obey(command, attachment).await,
            None => post::failed("command"),
        }
    }

    /// Obeys what needs the second part; gives the seat of a run that is gone on with.
    async fn obey_later(&self, object: JsValue, attachment: JsValue) -> Option<Seat> {
        let Ok(later) = later::fetched().await else {
            post::part_missing();
            return None;
        };
        let Some(command) = (later.command)(object) else {
            post::failed("command");
            return None;
        };
        (later.obey)(self, command, attachment).await
    }

    /// What the guard would hold back is not sent for want of a moment.
    pub(crate) async fn await_lists(&self) {
        let lists = self.lists.borrow_mut().take();
        if let Some(lists) = lists {
            lists.next().await;
        }
    }
}

/// Has what shows rows fetched, for what is read will be looked at. It goes first where it comes in a
/// moment: while a list is read nothing arrives.
async fn let_rows_come() {
    if later::rows_here().is_some() {
        return;
    }
    let over = Mailbox::default();
    let (here, late) = (over.clone(), over.clone());
    spawn_local(async move {
        later::rows().await.ok();
        here.put(());
    });
    spawn_local(async move {
        clock::sleep(MOMENT).await;
        late.put(());
    });
    over.next().await;
}

/// Has the guard's lists loaded beside all else. Says when they are here, or will not be.
pub(crate) fn load_lists(session: &Shared) -> Mailbox<()> {
    let (session, done) = (Rc::clone(session), Mailbox::default());
    let told = done.clone();
    spawn_local(async move {
        let lists = guard::load().await;
        let rows = later::rows().await.map_err(|_| Unloaded::Missing);
        let taken = lists.and_then(|lists| Ok((rows?.take_guard_lists, lists)));
        let mut session = session.borrow_mut();
        let said = match taken {
            Ok((take, lists)) => take(&mut session, Ok(lists)),
            Err(why) => session.miss_guard_lists(why),
        };
        drop(session);
        post::all(&said);
        told.put(());
    });
    done
}

async fn read(session: &Shared, name: String, attachment: &JsValue) -> Vec<Event> {
    post::event(&Event::Reading { name: name.clone() });
    if packed::is_packed(&file::beginning(attachment).await) {
        return read_packed(session, &name, attachment).await;
    }
    match file::read(attachment).await {
        Ok(bytes) => take(session, &name, bytes).await,
        Err(why) => {
            let (bytes, finding) = unread(why);
            session.borrow_mut().refuse_file(&name, bytes, finding)
        }
    }
}

/// Has a file's bytes read, once what reads them is here.
async fn take(session: &Shared, name: &str, bytes: Vec<u8>) -> Vec<Event> {
    let size = bytes.len() as u64;
    let looked = Looked::at(name, bytes);
    let is_missing = looked.comes_late() && later::readers().await.is_err()
        || looked.wants_scripts() && later::scripts().await.is_err();
    let mut session = session.borrow_mut();
    if is_missing {
        return session.refuse_file(name, size, Finding::ReaderMissing);
    }
    let given = Given {
        name: name.to_owned(),
        content: Content::Looked(Box::new(looked)),
    };
    session.take_all(clock::now(), vec![given])
}

/// Whether what reads a kind is here now.
pub(crate) async fn is_readable(kind: SourceKind) -> bool {
    let is_here = !kind.comes_late() || later::readers().await.is_ok();
    is_here && (kind != SourceKind::Prose || later::scripts().await.is_ok())
}

/// What is in the file becomes files of its own; where nothing could be had, the file says why.
async fn read_packed(session: &Shared, name: &str, attachment: &JsValue) -> Vec<Event> {
    let mut unpacked = unpack::unpacked(name, attachment).await;
    if !is_readable(SourceKind::Prose).await {
        // Nobody has looked yet at what is in it.
        unpacked = Err(Finding::ReaderMissing);
    }
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
