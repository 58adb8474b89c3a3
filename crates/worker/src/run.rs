//! Drives a run while commands go on being answered.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use ioculate_browser::{
    base::ApiBase,
    clock,
    host::{BrowserHost, Desk},
};
use ioculate_core::{
    clock::Now,
    host::{Machine, Turn, drive},
    import::{Input, Step},
    session::{Event, Session},
};
use wasm_bindgen_futures::spawn_local;

use crate::post;

/// How often the page is told how the run goes.
const PROGRESS_EVERY: Duration = Duration::from_millis(200);

/// A session that a run and commands take turns at. Nothing keeps it borrowed while it waits.
pub(crate) type Shared = Rc<RefCell<Session>>;

/// A run under way. Dropped, it stops showing how it goes; the run itself ends on its own.
pub(crate) struct Run {
    desk: Desk,
    going: Rc<Cell<bool>>,
}

impl Run {
    /// Starts to drive the session's run.
    pub(crate) fn start(session: &Shared) -> Self {
        let desk = Desk::default();
        let going = Rc::new(Cell::new(true));
        let base = ApiBase::read(session.borrow().api_base()).ok();
        let mut host = BrowserHost::new(base, desk.clone(), |freshness| {
            post::event(Event::NeedToken { freshness });
        });
        let mut machine = Told(Rc::clone(session));
        let ended = Rc::clone(&going);
        spawn_local(async move {
            drive(&mut machine, &mut host).await;
            ended.set(false);
        });
        spawn_local(show_progress(Rc::clone(session), Rc::clone(&going)));
        Self { desk, going }
    }

    /// Whether it has not ended.
    pub(crate) fn is_going(&self) -> bool {
        self.going.get()
    }

    /// Where what happens to it is told.
    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
    }
}

/// A session whose news go to the page as they arise.
struct Told(Shared);

impl Machine for Told {
    type Step = Step;
    type Input = Input;

    fn poll(&mut self, now: Now) -> Turn<Step> {
        let mut session = self.0.borrow_mut();
        let turn = session.poll(now);
        post::all(&session.news());
        turn
    }

    fn handle(&mut self, now: Now, input: Input) {
        let mut session = self.0.borrow_mut();
        Machine::handle(&mut *session, now, input);
        post::all(&session.news());
    }
}

async fn show_progress(session: Shared, going: Rc<Cell<bool>>) {
    let mut shown = None;
    while going.get() {
        let progress = session.borrow().progress(clock::now());
        if progress != shown {
            shown.clone_from(&progress);
            if let Some(progress) = progress {
                post::event(Event::Progress(Box::new(progress)));
            }
        }
        clock::sleep(PROGRESS_EVERY).await;
    }
}
