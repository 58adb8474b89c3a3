//! Keeps the screen awake while a run goes on: a machine that sleeps sends nothing.
//!
//! A browser lets go of the lock whenever the page is hidden, so it is asked for again when the page is
//! shown. Where a browser knows no such lock, or the battery is low, there is none and nothing is said.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Ear, is_hidden};

#[wasm_bindgen]
extern "C" {
    // Undefined in some browsers, and in a page of no secure origin.
    #[wasm_bindgen(js_namespace = ["navigator", "wakeLock"], js_name = request, catch)]
    fn ask_for_lock(kind: &str) -> Result<Promise, JsValue>;

    type Lock;
    #[wasm_bindgen(method, catch)]
    fn release(this: &Lock) -> Result<Promise, JsValue>;
}

/// Keeps the screen awake as long as that is wanted.
pub struct Awake {
    held: Rc<Held>,
    _shown: Ear,
}

#[derive(Default)]
struct Held {
    is_wanted: Cell<bool>,
    lock: RefCell<Option<Lock>>,
}

impl Awake {
    /// Not wanted yet.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it listens from now on")]
    pub fn new() -> Self {
        let held = Rc::<Held>::default();
        let shown = Rc::clone(&held);
        Self {
            held,
            _shown: Ear::new("visibilitychange", move |_| shown.ask()),
        }
    }

    /// Keeps it awake from now on, or no longer.
    pub fn keep(&self, is_wanted: bool) {
        if self.held.is_wanted.replace(is_wanted) == is_wanted {
            return;
        }
        if is_wanted {
            self.held.ask();
        } else {
            self.held.hold(None);
        }
    }
}

impl Held {
    fn ask(self: &Rc<Self>) {
        if !self.is_wanted.get() || is_hidden() {
            return;
        }
        let Ok(asked) = ask_for_lock("screen") else {
            return;
        };
        let held = Rc::clone(self);
        spawn_local(async move {
            if let Ok(lock) = JsFuture::from(asked).await {
                held.hold(Some(lock.unchecked_into()));
            }
        });
    }

    /// Lets go of the lock that it had; and of the new one, where it is not wanted any more.
    fn hold(&self, lock: Option<Lock>) {
        let (kept, given_back) = match lock {
            Some(lock) if !self.is_wanted.get() => (None, Some(lock)),
            lock => (lock, None),
        };
        for lock in [self.lock.replace(kept), given_back].into_iter().flatten() {
            // One that the browser took back already is given back in vain.
            let _ = lock.release();
        }
    }
}
