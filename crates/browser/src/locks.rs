//! Locks that all pages of this origin share, by the Web Locks API.
//!
//! A lock is free again when what holds it is dropped, or when its page is gone, however it went.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::{complaint::complaint, mailbox::Mailbox};

// `web-sys` has these behind an unstable flag.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request(name: &str, options: &Object, granted: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = query, catch)]
    fn query() -> Result<Promise, JsValue>;

    type Locks;

    #[wasm_bindgen(method, getter)]
    fn held(this: &Locks) -> Array;

    type Info;

    #[wasm_bindgen(method, getter)]
    fn name(this: &Info) -> String;
}

/// A lock that this page holds until it is dropped.
#[derive(Debug)]
pub struct Lock {
    release: Function,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Resolves a promise, which cannot fail.
        let _: Result<JsValue, JsValue> = self.release.call0(&JsValue::UNDEFINED);
    }
}

/// Takes the lock `name`; `None` where a page holds it, this one or another.
///
/// # Errors
/// Says what the browser says where it has no locks for this page.
pub async fn take(name: &str) -> Result<Option<Lock>, String> {
    let answer = Mailbox::default();
    let granted = answer.clone();
    let granted = Closure::once_into_js(move |lock: JsValue| grant(&lock, &granted));
    let options = Object::new();
    let set = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let asked = set.and_then(|_| request(name, &options, &granted));
    let asked = asked.map_err(|why| complaint(&why))?;
    let refused = answer.clone();
    spawn_local(async move {
        if let Err(why) = JsFuture::from(asked).await {
            refused.put(Err(complaint(&why)));
        }
    });
    answer.next().await
}

/// The browser lets go of a lock when the promise that it is answered with is settled.
fn grant(lock: &JsValue, answer: &Mailbox<Result<Option<Lock>, String>>) -> JsValue {
    if lock.is_null() {
        answer.put(Ok(None));
        return JsValue::UNDEFINED;
    }
    let held = Promise::new(&mut |release, _| answer.put(Ok(Some(Lock { release }))));
    held.into()
}

/// The names of all locks that pages of this origin hold.
///
/// # Errors
/// Says what the browser says where it has no locks for this page.
pub async fn held() -> Result<Vec<String>, String> {
    let asked = query().map_err(|why| complaint(&why))?;
    let locks = JsFuture::from(asked).await.map_err(|why| complaint(&why))?;
    let held = locks.unchecked_into::<Locks>().held();
    let names = held.iter().map(|info| info.unchecked_into::<Info>().name());
    Ok(names.collect())
}
