//! The way of the focus between a table and the details of its row.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The id of the heading of the details.
pub const DETAILS: &str = "h-d";

/// The table's id.
pub(super) const ROWS: &str = "rows";

/// Moves the focus from what is on the page to something else on it.
pub(super) fn focus(from: &Element, id: &str) {
    let there = from
        .owner_document()
        .and_then(|it| it.get_element_by_id(id));
    if let Some(there) = there.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // What cannot take the focus leaves it where it is.
        let _ = there.focus();
    }
}

/// Escape leads from the details back to the table, which keeps its row.
pub fn back_to_rows() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            focus(&event.target_unchecked_into::<Element>(), ROWS);
        }
    })
}
