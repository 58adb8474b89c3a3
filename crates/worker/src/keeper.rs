//! What is kept in this browser, as the page is told of it.
//!
//! The page is told at the start, when it asks, and whenever something changes: here, or in another
//! page of this origin, which says so on a channel. A page that is gone says nothing, so while
//! another one sends, its lock is looked at.

use std::{
    cell::{Cell, RefCell},
    cmp::Reverse,
    rc::Rc,
    time::Duration,
};

use ioculate_browser::{
    clock,
    journal::{Journal, running},
    turns::Turns,
};
use ioculate_core::{
    journal::{JournalState, Listed, NotOpened, RunId, Stored, tell_undone},
    session::Event,
};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::BroadcastChannel;

use crate::{later, post};

/// How often a page looks whether another one still sends.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// What is said where the runs cannot be read for want of the second part.
const NOT_LOADED: &str = "A part of this page did not load.";

/// Where pages say that what is kept has changed.
const CHANNEL: &str = "ioculate";

#[wasm_bindgen]
extern "C" {
    // Undefined in some browsers, and in a page of no secure origin.
    #[wasm_bindgen(js_namespace = ["navigator", "storage"], catch)]
    fn persisted() -> Result<Promise, JsValue>;
}

/// The runs that pages are at; `None` of one that is not kept.
pub(crate) type At = Vec<Option<RunId>>;

/// What is kept. Clones speak of the same.
#[derive(Clone, Debug)]
pub(crate) struct Keeper(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    journal: RefCell<Result<Journal, String>>,
    others: Option<BroadcastChannel>,
    /// Who ran when the page was last told.
    told: RefCell<At>,
    is_watching: Cell<bool>,
    telling: Turns,
}

impl Keeper {
    /// Opens the journal and listens to other pages.
    pub(crate) async fn open() -> Self {
        let keeper = Self(Rc::new(Inner {
            journal: RefCell::new(open().await),
            others: BroadcastChannel::new(CHANNEL).ok(),
            told: RefCell::default(),
            is_watching: Cell::default(),
            telling: Turns::default(),
        }));
        keeper.listen();
        keeper
    }

    /// The journal, or why there is none.
    pub(crate) fn journal(&self) -> Result<Journal, String> {
        self.0.journal.borrow().clone()
    }

    fn listen(&self) {
        let Some(others) = &self.0.others else { return };
        let keeper = self.clone();
        let heard = Closure::<dyn Fn()>::new(move || {
            let keeper = keeper.clone();
            spawn_local(async move { keeper.tell().await });
        });
        // Listens as long as the worker lives.
        others.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    }

    /// Tells the page, and every other one, that something has changed.
    pub(crate) async fn has_changed(&self) {
        if let Some(others) = &self.0.others {
            // There is nobody to tell otherwise.
            let _: Result<(), JsValue> = others.post_message(&JsValue::UNDEFINED);
        }
        self.tell().await;
    }

    /// Tells the page again, after another try to open a journal that did not open.
    pub(crate) async fn tell_again(&self) {
        if self.journal().is_err() {
            let journal = open().await;
            *self.0.journal.borrow_mut() = journal;
        }
        self.tell().await;
    }

    /// Tells the page.
    pub(crate) async fn tell(&self) {
        let once = || async {
            let (journal, runs) = match self.listed().await {
                Ok(Listed { runs, unread }) => {
                    let persisted = is_persisted().await;
                    (JournalState::Kept { persisted, unread }, runs)
                }
                Err(message) => (JournalState::Unavailable { message }, Vec::new()),
            };
            post::event(&Event::Runs { journal, runs });
        };
        // Two at a time could end in the other order.
        self.0.telling.again(once).await;
    }

    /// The runs, the last begun first. Where there is none, nothing is needed to read it.
    async fn listed(&self) -> Result<Listed, String> {
        let journal = self.journal()?;
        let at = self.look().await?;
        let stored = journal.list().await?;
        if stored.is_empty() {
            return Ok(Listed::default());
        }
        let later = later::fetched().await.map_err(|_| NOT_LOADED)?;
        Ok((later.listed)(journal, at, stored).await)
    }

    /// Who runs, which is then looked at until nobody does.
    async fn look(&self) -> Result<At, String> {
        let mut at = running().await?;
        at.sort();
        self.0.told.borrow_mut().clone_from(&at);
        if !at.is_empty() && !self.0.is_watching.replace(true) {
            let keeper = self.clone();
            spawn_local(async move { keeper.watch().await });
        }
        Ok(at)
    }

    async fn watch(&self) {
        while !self.0.told.borrow().is_empty() {
            clock::sleep(LOOK_EVERY).await;
            let mut at = running().await.unwrap_or_default();
            at.sort();
            if at != *self.0.told.borrow() {
                self.tell().await;
            }
        }
        self.0.is_watching.set(false);
    }

    /// Forgets a run.
    pub(crate) async fn forget(&self, run: &RunId) {
        let forgotten = match self.journal() {
            Ok(journal) => journal.forget(run).await,
            Err(message) => Err(NotOpened::Storage { message }),
        };
        if let Err(why) = forgotten {
            post::event(&Event::NotOpened(why));
        }
        self.has_changed().await;
    }

    /// Forgets every run that no page is at.
    pub(crate) async fn forget_all(&self) {
        if let Ok(journal) = self.journal() {
            for stored in journal.list().await.unwrap_or_default() {
                let _: Result<(), NotOpened> = journal.forget(&stored.run).await;
            }
        }
        self.has_changed().await;
    }
}

/// The runs that are kept, while pages are `at` some of them. Those whose time has been over for a day
/// are forgotten.
pub(crate) async fn listed(journal: Journal, at: Vec<Option<RunId>>, all: Vec<Stored>) -> Listed {
    let mut listed = Listed::default();
    for stored in all {
        // A lock that was let go of just now may still be seen.
        let has_ended = stored.closing.is_some();
        let is_running = !has_ended && at.contains(&Some(stored.run.clone()));
        let is_over = stored.expires() <= clock::wall() && !is_running;
        // A page that is at it keeps it.
        let is_forgotten = is_over && journal.forget_overdue(&stored.run).await == Ok(true);
        if !is_forgotten {
            listed.add(&stored, is_running);
        }
    }
    listed.runs.sort_by_key(|view| Reverse(view.started));
    tell_undone(&mut listed.runs);
    listed
}

/// The journal; none where pages cannot be told apart, since two could go on with one run.
async fn open() -> Result<Journal, String> {
    running().await?;
    Journal::open().await
}

async fn is_persisted() -> bool {
    match persisted() {
        Ok(answer) => JsFuture::from(answer)
            .await
            .is_ok_and(|answer| answer.is_truthy()),
        Err(_) => false,
    }
}
