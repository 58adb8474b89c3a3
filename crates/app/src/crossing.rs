//! What crosses between the page and its worker, as the page writes and reads it: plain objects.
//!
//! The worker writes its side by way of JSON, and takes of ours what JSON could carry: an absent value
//! goes as `null`, never as `undefined`, which to the worker is a member that is not there.

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
