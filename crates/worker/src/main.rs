//! The worker's program. It only reports its start until the session is pumped from here.

use wasm_bindgen::{JsCast, JsValue};

fn main() {
    let scope = js_sys::global().unchecked_into::<web_sys::DedicatedWorkerGlobalScope>();
    // A start that nobody hears is no failure.
    let _ = scope.post_message(&JsValue::from_str("ready"));
}
