//! What crosses between the page and this worker, as the worker reads and writes it: plain objects.
//!
//! They are made of JSON and into it: what goes into the journal is JSON as well, so that one reader
//! and one writer of each type are all that this program needs.

use ioculate_core::session::{Command, Event};
use js_sys::JSON;
use wasm_bindgen::JsValue;

/// The command that the page posted; `None` where it is none of this build's.
pub(crate) fn command(object: &JsValue) -> Option<Command> {
    let json = String::from(JSON::stringify(object).ok()?);
    serde_json::from_slice(json.as_bytes()).ok()
}

/// The event as a plain object.
pub(crate) fn event(event: &Event) -> Option<JsValue> {
    let json = serde_json::to_string(event).ok()?;
    JSON::parse(&json).ok()
}
