//! What crosses between the page and its worker, as the page writes and reads it: plain objects.
//!
//! The worker makes its side of JSON and into it, so what JSON cannot carry must not go out: an absent
//! value goes as `null`, never as `undefined`, which JSON leaves out.

use ioculate_core::session::{Command, Event};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// The command as a plain object; `None` for what has no JavaScript form, which no command has.
#[must_use]
pub fn command(command: &Command) -> Option<JsValue> {
    command.serialize(&Serializer::json_compatible()).ok()
}

/// The event that the worker posted.
///
/// # Errors
/// Says what could not be read.
pub fn event(object: JsValue) -> Result<Event, String> {
    serde_wasm_bindgen::from_value(object).map_err(|error| error.to_string())
}
