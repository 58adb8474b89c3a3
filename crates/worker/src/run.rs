//! Drives a run while commands go on being answered.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

pub(crate) use ioculate_browser::journal::Seat;
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

use crate::{keeper::Keeper, post, pump::Bench};

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
    /// Starts to drive the session's run, in `seat` where it goes on with one that is kept.
    pub(crate) fn start(session: &Shared, keeper: &Keeper, seat: Option<Seat>) -> Self {
        let desk = Desk::default();
        let going = Rc::new(Cell::new(true));
        let base = ApiBase::read(session.borrow().api_base()).ok();
        let host = BrowserHost::new(base, desk.clone(), keeper.journal(), |freshness| {
            post::event(&Event::NeedToken { freshness });
        });
        let mut host = host.seated(seat);
        let mut machine = Told(Rc::clone(session), keeper.clone());
        let (ended, keeper) = (Rc::clone(&going), keeper.clone());
        spawn_local(async move {
            drive(&mut machine, &mut host).await;
            ended.set(false);
            // The seat is given up before others are told.
            drop(host);
            keeper.has_changed().await;
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

/// Sees to it that a run that a command has started or changed goes on, in `seat` where it is one that
/// was kept.
pub(crate) fn keep_driving(bench: &Bench, seat: Option<Seat>) {
    let Bench {
        session, keeper, ..
    } = bench;
    let mut current = bench.current.borrow_mut();
    match &*current {
        Some(run) if run.is_going() => run.desk().tell(Input::Woke),
        _ if session.borrow().is_running() => *current = Some(Run::start(session, keeper, seat)),
        _ => {}
    }
}

/// A session whose news go to the page as they arise, and those of its run to all pages.
struct Told(Shared, Keeper);

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
        if matches!(&input, Input::Opened(opened) if opened.run.is_some()) {
            let keeper = self.1.clone();
            spawn_local(async move { keeper.has_changed().await });
        }
        let mut session = self.0.borrow_mut();
        Machine::handle(&mut *session, now, input);
        post::all(&session.news());
    }
}

async fn show_progress(session: Shared, going: Rc<Cell<bool>>) {
    while going.get() {
        let progress = session.borrow_mut().new_progress(clock::now());
        if let Some(progress) = progress {
            post::event(&Event::Progress(Box::new(progress)));
        }
        clock::sleep(PROGRESS_EVERY).await;
    }
}
