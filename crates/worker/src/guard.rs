//! Has the guard's public lists fetched, when rows are first looked at for harm.
//!
//! They are a file of the build beside the worker's own, named by its content. Which file it has to be
//! is compiled in: another deployment's, or a page that a network puts in its place, is refused.

use ioculate_core::guard::{BYTES, SHA256, Unloaded};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A `Uint8Array`; fails with a word.
    #[wasm_bindgen(js_namespace = ioculate, js_name = guardLists, catch)]
    async fn guard_lists(sha256: &str, length: usize) -> Result<JsValue, JsValue>;
}

/// The bytes for [`Guard::load`](ioculate_core::guard::Guard::load). May be tried again.
pub(crate) async fn load() -> Result<Vec<u8>, Unloaded> {
    match guard_lists(SHA256, BYTES).await {
        Ok(bytes) => match bytes.dyn_into::<Uint8Array>() {
            Ok(bytes) => Ok(bytes.to_vec()),
            Err(_) => Err(Unloaded::Missing),
        },
        Err(why) if why == "foreign" => Err(Unloaded::Foreign),
        Err(_) => Err(Unloaded::Missing),
    }
}
