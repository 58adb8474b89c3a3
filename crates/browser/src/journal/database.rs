//! `IndexedDB`: stores of values by key, written in transactions that are on disk when they are done.
//!
//! It knows nothing of runs. Every error is what the browser says.

use std::time::Duration;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, WorkerGlobalScope,
};

use crate::{clock, complaint::complaint};

/// After this long a database that does not open counts as one that will not. A page that makes way
/// ends first what it has begun.
const PATIENCE: Duration = Duration::from_secs(5);

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

/// An open database.
#[derive(Clone, Debug)]
pub(super) struct Database(IdbDatabase);

impl Database {
    /// Opens the database `name` in the form `version`, after making the stores that it lacks. It is
    /// closed when another page wants it in a later form.
    pub(super) async fn open(name: &str, version: u32, stores: &[&str]) -> Result<Self, String> {
        let request = ask(name, version).map_err(|why| complaint(&why))?;
        let make = maker(request.clone(), stores);
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        let mut timer = None;
        let opened = Promise::new(&mut |opened, refused| {
            timer = Some(clock::after(PATIENCE, &refused));
            settle(&request, &opened, &refused);
        });
        let opened = JsFuture::from(opened).await;
        drop(timer);
        opened.map_err(|_| why(&request))?;
        let db: IdbDatabase = request.result().map_err(|why| complaint(&why))?.into();
        make_way(&db);
        Ok(Self(db))
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
        let stores: Array = stores.iter().map(|&store| JsValue::from(store)).collect();
        let options = Object::new();
        let begun = Reflect::set(&options, &"durability".into(), &"strict".into());
        let db: &Durable = self.0.unchecked_ref();
        let begun = begun.and_then(|_| db.begin(&stores, mode, &options));
        begun.map(Transaction).map_err(|why| complaint(&why))
    }

    /// Closes it once what has begun is done.
    pub(super) fn close(&self) {
        self.0.close();
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

/// Closes the database as soon as another page wants it in a later form.
fn make_way(db: &IdbDatabase) {
    let open = db.clone();
    let close = Closure::<dyn Fn()>::new(move || open.close()).into_js_value();
    db.set_onversionchange(Some(close.unchecked_ref()));
}

fn settle(request: &IdbRequest, done: &Function, failed: &Function) {
    request.set_onsuccess(Some(done));
    request.set_onerror(Some(failed));
}

fn why(request: &IdbRequest) -> String {
    match request.error() {
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

    /// Ends when everything is on disk. It listens at once: the end is told only once.
    #[allow(
        deprecated,
        reason = "the standard has it; web-sys names nothing in its place"
    )]
    pub(super) fn done(self) -> impl Future<Output = Result<(), String>> {
        let done = Promise::new(&mut |done, aborted| {
            self.0.set_oncomplete(Some(&done));
            self.0.set_onabort(Some(&aborted));
        });
        // It ends without this too, only later.
        let _: Result<(), JsValue> = self.0.commit();
        async move {
            let done = JsFuture::from(done).await;
            done.map_err(|_| complaint(&self.0.error().into()))?;
            Ok(())
        }
    }
}

/// Something that was asked for and has not come yet.
pub(super) struct Reading {
    request: IdbRequest,
    come: JsFuture,
}

fn reading(request: IdbRequest) -> Reading {
    let come = Promise::new(&mut |done, failed| settle(&request, &done, &failed));
    let come = JsFuture::from(come);
    Reading { request, come }
}

impl Reading {
    /// Waits for it.
    pub(super) async fn come(self) -> Result<JsValue, String> {
        self.come.await.map_err(|_| why(&self.request))?;
        self.request.result().map_err(|why| complaint(&why))
    }

    /// Waits for a list.
    pub(super) async fn list(self) -> Result<Array, String> {
        Ok(self.come().await?.unchecked_into())
    }
}
