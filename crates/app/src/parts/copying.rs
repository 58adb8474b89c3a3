//! The keys that copy, with the focus in a table.
//!
//! Where no text is selected, Firefox says so to the page's body, and not to what has the focus.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, Node};
use yew::prelude::*;

use crate::{
    browser::Ear,
    state::{EditMsg, Msg},
};

/// Has the browser copy what is chosen in this table.
#[hook]
pub(super) fn use_copy(table: &NodeRef, copy: Option<AttrValue>, on: Callback<Msg>) {
    let table = table.clone();
    use_effect_with((copy, on), move |(copy, on)| {
        let (copy, on) = (copy.clone(), on.clone());
        let ear = Ear::new("copy", move |event| {
            if is_of(&table, &event) {
                hand_over(event, copy.as_ref(), &on);
            }
        });
        move || drop(ear)
    });
}

fn is_of(table: &NodeRef, event: &Event) -> bool {
    let Some(table) = table.get() else {
        return false;
    };
    let Some(document) = table.owner_document() else {
        return false;
    };
    let target: Option<Node> = event.target().and_then(|target| target.dyn_into().ok());
    let is_told_of_any = target == document.body().map(Into::into);
    let focus = document.active_element().map(Into::into);
    let at = if is_told_of_any { focus } else { target };
    table.contains(at.as_ref())
}

fn hand_over(event: Event, copy: Option<&AttrValue>, on: &Callback<Msg>) {
    let Some(text) = copy else {
        // The page knows why there is none.
        return on.emit(Msg::Edit(EditMsg::Copied));
    };
    let event: ClipboardEvent = event.unchecked_into();
    let Some(data) = event.clipboard_data() else {
        return;
    };
    if data.set_data("text/plain", text).is_ok() {
        event.prevent_default();
        on.emit(Msg::Edit(EditMsg::Copied));
    }
}
