//! What crosses between the page and this worker, as the worker reads and writes it: plain objects.
//!
//! They are made of JSON and into it: what goes into the journal is JSON as well, so that one reader
//! and one writer of each type are all that this program needs.

use js_sys::JSON;
use wasm_bindgen::JsValue;

/// A plain object as JSON; `None` for anything else.
pub(crate) fn json(object: &JsValue) -> Option<String> {
    Some(String::from(JSON::stringify(object).ok()?))
}

/// The plain object that JSON says.
pub(crate) fn object(json: &str) -> Option<JsValue> {
    JSON::parse(json).ok()
}
