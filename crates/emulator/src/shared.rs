//! What all parts of one running emulator share.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{
    calls::Calls,
    clock::Clock,
    faults::{Faults, Nth, Owed},
    rate::{Rate, Windows},
    sign_in::SignIn,
    tenant::Tenant,
};

/// Origins under which the emulator answers, as `http://localhost:PORT`.
#[derive(Clone, Debug)]
pub(crate) struct Addresses {
    pub(crate) page: String,
    pub(crate) api: String,
    pub(crate) manage: String,
}

/// The emulator's state.
pub(crate) struct Shared {
    pub(crate) clock: Clock,
    pub(crate) addresses: Addresses,
    pub(crate) sign_in: SignIn,
    store: Mutex<Store>,
}

/// What `POST /reset` empties.
pub(crate) struct Store {
    pub(crate) tenant: Tenant,
    pub(crate) calls: Calls,
    pub(crate) rate: Rate,
    pub(crate) faults: Faults,
    pub(crate) counts: Counts,
}

/// How far each switch with `_every` has counted.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) throttle: Nth,
    pub(crate) errors: Nth,
    /// Answers that were errors so far.
    pub(crate) erred: Nth,
    /// Connections cut before the work.
    pub(crate) refused: Owed,
    /// Connections cut after it.
    pub(crate) lost: Owed,
    pub(crate) held: Nth,
    /// Writes since some of them are to be delayed.
    pub(crate) prompt: u64,
    pub(crate) cut: Nth,
    pub(crate) garbled: Nth,
    pub(crate) lists: Nth,
    /// Which form the next broken one of each kind takes.
    pub(crate) forms: Forms,
    pub(crate) items: Nth,
    pub(crate) results: Results,
}

/// How often each kind was broken so far.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    pub(crate) cut: Nth,
    pub(crate) garbled: Nth,
    pub(crate) lists: Nth,
    pub(crate) mistyped: Nth,
}

/// How far the switches for single import results have counted.
#[derive(Debug, Default)]
pub(crate) struct Results {
    pub(crate) omitted: Nth,
    pub(crate) extra: Nth,
    pub(crate) doubled: Nth,
    pub(crate) contradicted: Nth,
    pub(crate) mistyped: Nth,
}

impl Shared {
    pub(crate) fn new(addresses: Addresses, sign_in: SignIn, windows: Windows) -> Self {
        Self {
            clock: Clock::start(),
            addresses,
            sign_in,
            store: Mutex::new(Store {
                tenant: Tenant::default(),
                calls: Calls::default(),
                rate: Rate::new(windows),
                faults: Faults::default(),
                counts: Counts::default(),
            }),
        }
    }

    /// The state, for as long as nothing is awaited.
    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store {
    /// Clears indicators, calls, rate windows and faults.
    pub(crate) fn reset(&mut self) {
        self.tenant = Tenant::default();
        self.calls.clear();
        self.rate.clear();
        self.faults = Faults::default();
        self.counts = Counts::default();
    }
}
