//! The keys of the page as the browser tells them, and what is kept of hints and keys.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{document, kept, window};
use crate::keys::{At, Stroke};

const HELP: &str = "ioculate.help";

/// What takes a key as text.
const TYPED_INTO: &str =
    "textarea, select, input:not([type=checkbox], [type=radio], [type=file], [type=button])";

/// The search of the table.
const SEARCH: &str = ".search input";

/// What was kept of hints and keys.
#[must_use]
pub fn help() -> Option<String> {
    kept()?.get_item(HELP).ok()?
}

/// Keeps it on this device.
pub fn keep_help(text: &str) {
    if let Some(storage) = kept() {
        // Storage may be full or forbidden: it then holds for this visit.
        let _ = storage.set_item(HELP, text);
    }
}

/// Calls `pressed` with each key that may mean something and that nothing else has taken, as long as the
/// page lives; while `without_single`, with those alone that Ctrl is held for. The browser does not act on
/// them.
pub fn watch_keys(without_single: Rc<Cell<bool>>, pressed: impl Fn(Stroke) + 'static) {
    let heard = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let stroke = stroke(&event);
        let is_free = !event.default_prevented() && !event.repeat() && !event.is_composing();
        let is_off = without_single.get() && !stroke.ctrl;
        // Where there is none, the key is the browser's own search.
        let is_in_vain = stroke.key == "/" && found(SEARCH).is_none();
        if is_free && !is_off && !is_in_vain && stroke.may_mean_something() {
            event.prevent_default();
            pressed(stroke);
        }
    });
    if let Some(window) = window() {
        window.set_onkeydown(Some(heard.into_js_value().unchecked_ref()));
    }
}

fn stroke(event: &KeyboardEvent) -> Stroke {
    let at = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let ctrl = event.ctrl_key() || event.meta_key();
    let is_in = |selector| {
        let at = at.as_ref();
        at.is_some_and(|it| matches!(it.closest(selector), Ok(Some(_))))
    };
    // Ctrl+Enter on a link is the browser's: it opens a tab.
    // Command+Y shows a browser's history.
    let is_history = event.meta_key() && event.key() == "y";
    let is_own = is_in(TYPED_INTO) || (ctrl && is_in("a[href]")) || is_history;
    Stroke {
        key: event.key(),
        ctrl,
        shift: event.shift_key(),
        alt: event.alt_key(),
        at: match found("dialog[open]") {
            Some(_) => At::Dialog,
            None if is_own => At::Own,
            None => At::Page,
        },
    }
}

fn found(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// Moves the focus to the search of the table, where there is one.
pub fn focus_search() {
    let search = found(SEARCH).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(search) = search {
        // What cannot take the focus leaves it where it is.
        let _ = search.focus();
    }
}
