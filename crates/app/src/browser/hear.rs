//! Events of the document.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::Event;

use super::document;

/// Hears one kind of event, wherever in the document it happens, until it is dropped.
#[must_use = "it hears nothing once it is dropped"]
pub struct Ear {
    kind: &'static str,
    heard: Closure<dyn Fn(Event)>,
}

impl Ear {
    /// Calls `heard` at each event of this kind.
    pub fn new(kind: &'static str, heard: impl Fn(Event) + 'static) -> Self {
        let heard = Closure::new(heard);
        if let Some(document) = document() {
            let function: &Closure<dyn Fn(Event)> = &heard;
            // A function of ours is always taken.
            let _ =
                document.add_event_listener_with_callback(kind, function.as_ref().unchecked_ref());
        }
        Self { kind, heard }
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        if let Some(document) = document() {
            let _ = document.remove_event_listener_with_callback(
                self.kind,
                self.heard.as_ref().unchecked_ref(),
            );
        }
    }
}
