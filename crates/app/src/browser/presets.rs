//! Presets as this browser keeps them: one entry of `localStorage` for each.
//!
//! They are a few hundred bytes, are wanted when the page is drawn first, and hold nothing that must
//! not be lost with the next power cut: the database that the worker has for its runs would bring
//! a round trip and a second store, and no more safety. An entry for each, so that two tabs that save
//! at a time lose nothing of one another, and what is damaged damages itself alone. `storage` events
//! tell the other tabs.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, Storage};

use super::{kept, window};
use crate::state::Wrong;

/// What the name of an entry begins with; the preset's name follows.
const ENTRY: &str = "ioculate.preset.";

/// What is kept: name and text of each.
///
/// # Errors
/// What the browser says where it keeps nothing.
pub fn presets() -> Result<Vec<(String, String)>, String> {
    let storage = storage()?;
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok()?);
    let entry = |key: String| {
        let name = key.strip_prefix(ENTRY)?.to_owned();
        Some((name, storage.get_item(&key).ok()??))
    };
    Ok(keys.filter_map(entry).collect())
}

/// Keeps one, in place of another of its name.
///
/// # Errors
/// What the browser says where it does not.
pub fn keep_preset(name: &str, text: &str) -> Result<(), String> {
    let kept = storage()?.set_item(&format!("{ENTRY}{name}"), text);
    kept.map_err(|why| complaint(&why))
}

/// Keeps one no longer.
///
/// # Errors
/// What the browser says where it cannot be reached.
pub fn forget_preset(name: &str) -> Result<(), String> {
    let gone = storage()?.remove_item(&format!("{ENTRY}{name}"));
    gone.map_err(|why| complaint(&why))
}

/// Calls `changed` whenever another tab has changed something that is kept.
pub fn watch_presets(changed: impl Fn() + 'static) {
    let heard = Closure::<dyn Fn()>::new(changed);
    if let Some(window) = window() {
        // Listens as long as the page lives.
        window.set_onstorage(Some(heard.into_js_value().unchecked_ref()));
    }
}

/// Reads a file of at most `most` bytes as text, then calls `done`, with the reason where it is not
/// read.
pub fn read_text(file: File, most: usize, done: impl FnOnce(Result<String, Wrong>) + 'static) {
    spawn_local(async move {
        #[expect(clippy::cast_precision_loss, reason = "a few thousand bytes")]
        let is_small = file.size() <= most as f64;
        if !is_small {
            return done(Err(Wrong::TooLarge));
        }
        let text = JsFuture::from(file.text()).await.ok();
        done(text.and_then(|text| text.as_string()).ok_or(Wrong::Unread));
    });
}

fn storage() -> Result<Storage, String> {
    kept().ok_or_else(|| "localStorage: SecurityError".to_owned())
}

/// The name and the words of an exception.
fn complaint(thrown: &JsValue) -> String {
    let error = thrown.dyn_ref::<js_sys::Error>();
    error.map_or_else(String::new, |error| String::from(error.to_string()))
}
