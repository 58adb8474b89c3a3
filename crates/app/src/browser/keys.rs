//! Keys that hold on the whole page.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::Callback;

use crate::state::{EditMsg, Msg, Way};

/// Tells each press of the keys that go a step back or forward: Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y. Where
/// text is written they are the browser's.
pub fn watch_steps(on: Callback<Msg>) {
    let heard = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if let Some(way) = way(&event).filter(|_| !is_of_a_text(&event) && !is_covered()) {
            event.prevent_default();
            on.emit(Msg::Edit(EditMsg::Step(way)));
        }
    });
    if let Some(window) = super::window() {
        let heard = heard.into_js_value();
        // It never fails for an event of the page's own.
        let _ = window.add_event_listener_with_callback("keydown", heard.unchecked_ref());
    }
}

fn way(event: &KeyboardEvent) -> Option<Way> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (&*event.key(), event.shift_key()) {
        ("z", false) => Some(Way::Back),
        ("z" | "Z", true) => Some(Way::Forward),
        // With the other key it is a browser's history.
        ("y", false) if event.ctrl_key() => Some(Way::Forward),
        _ => None,
    }
}

/// Whether a dialog stands over the page.
fn is_covered() -> bool {
    let dialog = super::document().map(|it| it.query_selector("dialog[open]"));
    matches!(dialog, Some(Ok(Some(_))))
}

fn is_of_a_text(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let input = target
        .as_ref()
        .and_then(|it| it.dyn_ref::<HtmlInputElement>());
    if let Some(input) = input {
        return input.type_() != "checkbox";
    }
    let element = target.as_ref().and_then(|it| it.dyn_ref::<Element>());
    element.is_some_and(|it| it.tag_name() == "TEXTAREA")
}
