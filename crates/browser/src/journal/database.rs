//! `IndexedDB`: stores of values by key, written in transactions that are on disk when they are done.
//!
//! It knows nothing of runs. Every error is what the browser says.
//!
//! A browser may take an open database away: another page wants it in a later form or erases it, the
//! user clears this site's data, the disk fails. It is then opened again when it is wanted again.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    WorkerGlobalScope,
};

use crate::{clock, complaint::complaint};

/// After this long a database that does not open counts as one that will not. A page that makes way
/// ends first what it has begun.
const PATIENCE: Duration = Duration::from_secs(5);

/// After this long what was asked of an open database counts as not done. A strict write takes
/// milliseconds; one that no answer comes to would have a run wait for ever.
const LONGEST: Duration = Duration::from_secs(30);

/// What is said after that.
const SILENCE: &str = "IndexedDB has not answered for 30 seconds. It may wait for a page that is gone: \
                       close this page's tabs, or the browser, and open it again.";

/// What is said where the database is in a later form than this page knows.
const LATER: &str = "A later version of this page keeps the runs of this browser now. Load this page \
                     again to get that version; what was written down can be gone on with there.";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = IdbDatabase)]
    type Durable;

    // `web-sys` has the options behind an unstable flag.
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &Durable,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// A database. Clones are the same one.
#[derive(Clone, Debug)]
pub(super) struct Database(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    name: String,
    version: u32,
    stores: &'static [&'static str],
    line: RefCell<Line>,
    openings: Cell<u32>,
}

/// Whether it can be read and written.
#[derive(Clone, Debug)]
enum Line {
    Open(IdbDatabase),
    /// The browser took it away, or another page needed it.
    Lost,
    /// It is not wanted any more.
    Closed,
}

impl Database {
    /// Opens the database `name` in the form `version`, after making the stores that it lacks. It is
    /// closed when another page wants it in a later form.
    pub(super) async fn open(
        name: &str,
        version: u32,
        stores: &'static [&'static str],
    ) -> Result<Self, String> {
        let db = Self(Rc::new(Inner {
            name: name.to_owned(),
            version,
            stores,
            line: RefCell::new(Line::Lost),
            openings: Cell::default(),
        }));
        db.open_again().await?;
        Ok(db)
    }

    /// Opens it again where it was lost.
    pub(super) async fn open_again(&self) -> Result<(), String> {
        if !self.is_lost() {
            return Ok(());
        }
        let opened = connect(&self.0.name, self.0.version, self.0.stores).await?;
        if self.is_lost() {
            make_way(&self.0, &opened);
            *self.0.line.borrow_mut() = Line::Open(opened);
            self.0.openings.update(|openings| openings.wrapping_add(1));
        } else {
            // Somebody else was faster.
            opened.close();
        }
        Ok(())
    }

    /// How often it was opened: what was in it at one opening may be gone at the next.
    pub(super) fn openings(&self) -> u32 {
        self.0.openings.get()
    }

    /// Whether it was taken away and is to be opened again.
    pub(super) fn is_lost(&self) -> bool {
        matches!(*self.0.line.borrow(), Line::Lost)
    }

    /// Begins to read from `stores`.
    pub(super) fn read(&self, stores: &[&str]) -> Result<Transaction, String> {
        self.begin(stores, "readonly")
    }

    /// Begins to write to `stores`: all or nothing, and on disk when it is done. Transactions on the
    /// same store are done in the order in which they began.
    pub(super) fn write(&self, stores: &[&str]) -> Result<Transaction, String> {
        self.begin(stores, "readwrite")
    }

    fn begin(&self, stores: &[&str], mode: &str) -> Result<Transaction, String> {
        let line = self.0.line.borrow().clone();
        let Line::Open(open) = line else {
            return Err("InvalidStateError: The database is closed.".to_owned());
        };
        let stores: Array = stores.iter().map(|&store| JsValue::from(store)).collect();
        let options = Object::new();
        let begun = Reflect::set(&options, &"durability".into(), &"strict".into());
        let db: &Durable = open.unchecked_ref();
        let begun = begun.and_then(|_| db.begin(&stores, mode, &options));
        begun.map(Transaction).map_err(|why| {
            if is_closed(&why) {
                self.0.lose(&open);
            }
            complaint(&why)
        })
    }

    /// Closes it once what has begun is done.
    pub(super) fn close(&self) {
        if let Line::Open(open) = self.0.line.replace(Line::Closed) {
            open.close();
        }
    }
}

impl Inner {
    /// It goes by `gone` no more. What is told late of an earlier one changes nothing.
    fn lose(&self, gone: &IdbDatabase) {
        let mut line = self.line.borrow_mut();
        if matches!(&*line, Line::Open(open) if open == gone) {
            *line = Line::Lost;
        }
    }
}

fn is_closed(why: &JsValue) -> bool {
    let exception = why.dyn_ref::<DomException>();
    exception.is_some_and(|why| why.name() == "InvalidStateError")
}

async fn connect(name: &str, version: u32, stores: &[&str]) -> Result<IdbDatabase, String> {
    let request = ask(name, version).map_err(|why| complaint(&why))?;
    let make = maker(request.clone(), stores);
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    let opened = Awaited::within(PATIENCE, |opened, refused| {
        settle(&request, opened, refused);
    });
    let Awaited { settled, _timer } = opened;
    settled.await.map_err(|_| why(&request))?;
    let db = request.result().map_err(|why| complaint(&why))?;
    Ok(db.into())
}

/// What the browser calls back for, or nothing in its place once the time is over.
struct Awaited {
    settled: JsFuture,
    _timer: Option<clock::Timer>,
}

impl Awaited {
    /// Has `listen` listen at once.
    fn within(time: Duration, listen: impl FnOnce(&Function, &Function)) -> Self {
        let (mut listen, mut timer) = (Some(listen), None);
        let settled = Promise::new(&mut |done, failed| {
            timer = Some(clock::after(time, &failed));
            if let Some(listen) = listen.take() {
                listen(&done, &failed);
            }
        });
        Self {
            settled: settled.into(),
            _timer: timer,
        }
    }

    /// Fails with what `why` says, or says that nothing was heard.
    async fn come(self, why: impl FnOnce() -> String) -> Result<JsValue, String> {
        let Self { settled, _timer } = self;
        settled.await.map_err(|event| {
            if event.is_undefined() {
                SILENCE.to_owned()
            } else {
                why()
            }
        })
    }
}

fn ask(name: &str, version: u32) -> Result<IdbOpenDbRequest, JsValue> {
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    let factory = scope.indexed_db()?;
    factory
        .ok_or(JsValue::UNDEFINED)?
        .open_with_u32(name, version)
}

/// Makes the stores that a new database or one of an earlier form lacks. One that cannot be made
/// fails the opening. It may be called after the opening was given up.
fn maker(request: IdbOpenDbRequest, stores: &[&str]) -> JsValue {
    let stores: Vec<String> = stores.iter().map(|&store| store.to_owned()).collect();
    let make = Closure::<dyn Fn()>::new(move || {
        let Ok(db) = request.result() else { return };
        let db: IdbDatabase = db.into();
        let names = db.object_store_names();
        for store in stores.iter().filter(|store| !names.contains(store)) {
            if db.create_object_store(store).is_err() {
                db.close();
            }
        }
    });
    make.into_js_value()
}

/// Closes the database as soon as another page wants it in a later form, and hears when the browser
/// does.
fn make_way(inner: &Rc<Inner>, db: &IdbDatabase) {
    let (whose, open) = (Rc::downgrade(inner), db.clone());
    let close = Closure::<dyn Fn()>::new(move || {
        open.close();
        if let Some(inner) = whose.upgrade() {
            inner.lose(&open);
        }
    });
    let close = close.into_js_value();
    db.set_onversionchange(Some(close.unchecked_ref()));
    db.set_onclose(Some(close.unchecked_ref()));
}

fn settle(request: &IdbRequest, done: &Function, failed: &Function) {
    request.set_onsuccess(Some(done));
    request.set_onerror(Some(failed));
}

fn why(request: &IdbRequest) -> String {
    match request.error() {
        // What the standard has an opening fail with where the database is in a later form.
        Ok(Some(error)) if error.name() == "VersionError" => LATER.to_owned(),
        Ok(Some(error)) => complaint(&error),
        // It is still open: another page keeps an earlier form open, or nothing answers.
        Ok(None) | Err(_) => "IndexedDB does not open. Close other pages of this site.".to_owned(),
    }
}

/// What is read or written together. What has begun is done even where nobody waits for it.
pub(super) struct Transaction(IdbTransaction);

impl Transaction {
    /// Writes `value` at `key`.
    pub(super) fn put(&self, store: &str, key: &JsValue, value: &JsValue) -> Result<(), String> {
        self.on(store, |store| store.put_with_key(value, key))?;
        Ok(())
    }

    /// Erases what is at `key`, a key or a range of keys.
    pub(super) fn delete(&self, store: &str, key: &JsValue) -> Result<(), String> {
        self.on(store, |store| store.delete(key))?;
        Ok(())
    }

    /// The value at `key`; undefined where there is none.
    pub(super) fn get(&self, store: &str, key: &JsValue) -> Result<Reading, String> {
        self.on(store, |store| store.get(key)).map(reading)
    }

    /// All values at `keys`, undefined or a range of keys, in the order of the keys.
    pub(super) fn values(&self, store: &str, keys: &JsValue) -> Result<Reading, String> {
        self.on(store, |store| store.get_all_with_key(keys))
            .map(reading)
    }

    /// All keys among `keys`, undefined or a range of keys, in order.
    pub(super) fn keys(&self, store: &str, keys: &JsValue) -> Result<Reading, String> {
        self.on(store, |store| store.get_all_keys_with_key(keys))
            .map(reading)
    }

    fn on(
        &self,
        store: &str,
        ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
    ) -> Result<IdbRequest, String> {
        let asked = self.0.object_store(store).and_then(|store| ask(&store));
        asked.map_err(|why| {
            // One that can no longer be aborted has already failed.
            let _: Result<(), JsValue> = self.0.abort();
            complaint(&why)
        })
    }

    /// Ends when everything is on disk, or is not within half a minute. It listens at once: the end is
    /// told only once. What was given up may be on disk all the same, then or later.
    ///
    /// It is not told to commit, which it does by itself: `WebKit` never ends a transaction that was told to
    /// and had not begun there when its worker was ended, and every later page would wait for it.
    pub(super) fn done(self) -> impl Future<Output = Result<(), String>> {
        let done = Awaited::within(LONGEST, |done, aborted| {
            self.0.set_oncomplete(Some(done));
            self.0.set_onabort(Some(aborted));
        });
        async move {
            done.come(|| complaint(&self.0.error().into())).await?;
            Ok(())
        }
    }
}

/// Something that was asked for and has not come yet.
pub(super) struct Reading {
    request: IdbRequest,
    answer: Awaited,
}

fn reading(request: IdbRequest) -> Reading {
    let answer = Awaited::within(LONGEST, |done, failed| settle(&request, done, failed));
    Reading { request, answer }
}

impl Reading {
    /// Waits for it.
    pub(super) async fn come(self) -> Result<JsValue, String> {
        let Self { request, answer } = self;
        answer.come(|| why(&request)).await?;
        request.result().map_err(|why| complaint(&why))
    }

    /// Waits for a list.
    pub(super) async fn list(self) -> Result<Array, String> {
        Ok(self.come().await?.unchecked_into())
    }
}
