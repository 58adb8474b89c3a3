//! Where a run is written down: nowhere, or in what the caller gives. Whether it may begin is told by a
//! lock of the caller's, where there is one.

use std::time::Duration;

use ioculate_browser::{
    clock, digest,
    host::{Books, Notes},
};
use ioculate_core::{
    import::Record,
    journal::{Closing, NotOpened, Opened, Opening, RunId, to_bytes},
};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The lock of whoever sends: the page takes the same one.
const RUNNER: &str = "ioculate";

/// How often a lock that is held is asked for, and how long is waited in between: one that was let go
/// of a moment ago may not be free yet.
const TRIES: u32 = 6;
const PAUSE: Duration = Duration::from_millis(40);

/// What the caller gives.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    /// A `Journal`.
    pub(crate) journal: Option<Object>,
    /// A `Lock`.
    pub(crate) lock: Option<Function>,
}

/// The right to send, and where what happens is written; both end when it is dropped.
#[derive(Debug)]
pub(crate) struct Seat {
    run: Option<Written>,
    /// Lets the lock go.
    release: Option<Function>,
}

#[derive(Clone, Debug)]
struct Written {
    journal: Object,
    run: RunId,
}

impl Drop for Seat {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            // There is nobody to tell.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

impl Books for Given {
    type Seat = Seat;

    async fn open(
        &self,
        taken: Option<Seat>,
        opening: Opening,
    ) -> Result<(Seat, Opened), NotOpened> {
        // What follows in the same run goes on under the same lock.
        let release = match taken.and_then(|mut seat| seat.release.take()) {
            Some(release) => Some(release),
            None => self.take_lock().await?,
        };
        let mut seat = Seat { run: None, release };
        let run = match opening {
            Opening::Check | Opening::Unjournalled => None,
            Opening::Begin { header, input } => {
                let run = RunId(digest::name().map_err(refused)?);
                let written = self.written(run)?;
                let parts = [to_bytes(&*header), input];
                written.call("begin", &parts).await.map_err(refused)?;
                Some(written)
            }
            Opening::Continue { run } => Some(self.written(run)?),
        };
        let opened = Opened {
            run: run.as_ref().map(|written| written.run.clone()),
            calls: Vec::new(),
        };
        seat.run = run;
        Ok((seat, opened))
    }
}

impl Given {
    fn written(&self, run: RunId) -> Result<Written, NotOpened> {
        let journal = self.journal.clone();
        let journal = journal.ok_or_else(|| refused("There is no journal."))?;
        Ok(Written { journal, run })
    }

    async fn take_lock(&self) -> Result<Option<Function>, NotOpened> {
        let Some(lock) = &self.lock else {
            return Ok(None);
        };
        for _ in 1..TRIES {
            if let Ok(release) = asked(lock).await? {
                return Ok(Some(release));
            }
            clock::sleep(PAUSE).await;
        }
        asked(lock).await?.map(Some)
    }
}

/// What lets it go, or that somebody else has it.
async fn asked(lock: &Function) -> Result<Result<Function, NotOpened>, NotOpened> {
    let asked = lock.call1(&JsValue::UNDEFINED, &RUNNER.into());
    let given = settled(asked).await.map_err(refused)?;
    Ok(given.dyn_into().map_err(|_| NotOpened::Elsewhere))
}

impl Written {
    /// Calls the journal at once; ends when it has kept what it was given.
    fn call(
        &self,
        name: &str,
        parts: &[Vec<u8>],
    ) -> impl Future<Output = Result<(), String>> + use<> {
        let words = Array::of1(&JsValue::from(&self.run.0));
        for part in parts {
            words.push(&Uint8Array::from(part.as_slice()));
        }
        let function = Reflect::get(&self.journal, &name.into());
        let function = function.and_then(JsCast::dyn_into::<Function>);
        let asked = function.and_then(|function| function.apply(&self.journal, &words));
        async move { settled(asked).await.map(drop) }
    }
}

/// What was promised, or what was thrown in its place.
async fn settled(asked: Result<JsValue, JsValue>) -> Result<JsValue, String> {
    let settled = match asked {
        Ok(given) => JsFuture::from(Promise::resolve(&given)).await,
        Err(thrown) => Err(thrown),
    };
    settled.map_err(|thrown| words_of(&thrown))
}

/// What an error says, or that nothing is said.
fn words_of(thrown: &JsValue) -> String {
    let error = thrown.dyn_ref::<js_sys::Error>();
    error.map_or_else(
        || "The journal or the lock does not say why.".to_owned(),
        |error| String::from(error.to_string()),
    )
}

fn refused(message: impl Into<String>) -> NotOpened {
    let message = message.into();
    NotOpened::Storage { message }
}

impl Seat {
    fn write(
        &self,
        name: &str,
        bytes: Vec<u8>,
    ) -> impl Future<Output = Result<(), String>> + 'static {
        let written = self.run.as_ref().map(|run| run.call(name, &[bytes]));
        async move {
            match written {
                Some(written) => written.await,
                None => Ok(()),
            }
        }
    }
}

impl Notes for Seat {
    fn note(&self, record: &Record) -> impl Future<Output = Result<(), String>> + 'static {
        self.write("note", to_bytes(record))
    }

    fn close(&self, closing: &Closing) -> impl Future<Output = Result<(), String>> + 'static {
        self.write("end", to_bytes(closing))
    }
}
