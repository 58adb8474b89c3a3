//! A box to tick.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A box to tick. It takes no focus within a row: there the space bar does it.
pub fn tick<M: Clone + 'static>(
    on: &Callback<M>,
    name: String,
    checked: bool,
    is_of_a_row: bool,
    message: M,
) -> Html {
    let on = on.clone();
    let onchange = Callback::from(move |event: Event| {
        // What is chosen decides, not what the browser has drawn.
        let input: HtmlInputElement = event.target_unchecked_into();
        input.set_checked(checked);
        on.emit(message.clone());
    });
    let stop = Callback::from(|event: MouseEvent| event.stop_propagation());
    let tabindex = is_of_a_row.then_some("-1");
    html! {
        <label class="tick" onclick={stop}>
            <input type="checkbox" aria-label={name} {tabindex} {checked} {onchange} />
        </label>
    }
}
