//! What a browser says when it refuses something.

use wasm_bindgen::{JsCast, JsValue};

/// The name and the words of an exception, such as `QuotaExceededError: ...`.
pub(crate) fn complaint(thrown: &JsValue) -> String {
    let error = thrown.dyn_ref::<js_sys::Error>();
    error.map_or_else(
        || "The browser does not say why.".to_owned(),
        |error| String::from(error.to_string()),
    )
}
