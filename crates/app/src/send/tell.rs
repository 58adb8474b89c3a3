//! Whether the user is told when the run ends.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    shell::View,
    state::{Msg, Tell, Telling},
    words::message::signs as message,
};

/// The box to tick, where the browser has a way to tell.
pub(super) fn tell(view: &View) -> Html {
    let telling = view.model.telling;
    if telling == Telling::Unable {
        return Html::default();
    }
    let on = view.on.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on.emit(Msg::Tell(Tell::Wish(input.checked())));
    });
    let checked = matches!(telling, Telling::Asking | Telling::On);
    html! {
        <>
            <label class="small">
                <span class="tick"><input type="checkbox" data-testid="tell" {checked} {onchange} /></span>
                { message::tell() }
            </label>
            if telling == Telling::Denied { <p class="small" role="alert">{ message::denied() }</p> }
        </>
    }
}
