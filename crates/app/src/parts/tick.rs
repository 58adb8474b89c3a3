//! Boxes to tick in a table.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{Look, Msg};

/// A row's. It takes no focus: there the space bar does it. With Shift, all up to the row are chosen.
pub fn tick(on: &Callback<Msg>, name: String, checked: bool, place: u32) -> Html {
    let on = on.reform(Msg::Look);
    let onclick = {
        let on = on.clone();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            if event.shift_key() {
                event.prevent_default();
                on.emit(Look::TickTo(place));
            }
        })
    };
    let onchange = on_change(on, checked, Look::Tick(place));
    html! {
        <label class="tick" {onclick}>
            <input type="checkbox" aria-label={name} tabindex="-1" {checked} {onchange} />
        </label>
    }
}

/// That of the head: whether all are chosen, or none; `None` where some are.
pub fn tick_all(on: &Callback<Msg>, name: String, ticked: Option<bool>) -> Html {
    let checked = ticked == Some(true);
    let look = if checked {
        Look::TickNone
    } else {
        Look::TickAll
    };
    let onchange = on_change(on.reform(Msg::Look), checked, look);
    html! {
        <label class="tick">
            <input type="checkbox" aria-label={name} {checked} ~indeterminate={ticked.is_none()} {onchange} />
        </label>
    }
}

fn on_change(on: Callback<Look>, checked: bool, look: Look) -> Callback<Event> {
    Callback::from(move |event: Event| {
        // What is chosen decides, not what the browser has drawn.
        let input: HtmlInputElement = event.target_unchecked_into();
        input.set_checked(checked);
        on.emit(look.clone());
    })
}
