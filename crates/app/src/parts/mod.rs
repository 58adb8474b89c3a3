//! What several screens are made of.

mod aside;
mod bars;
mod copying;
mod fold;
mod grid;
mod grip;
mod icon;
mod modal;
mod place;
mod select;
mod stretch;
mod tick;
mod typed;
mod untrusted;
mod why;

pub use aside::{DETAILS, back_to_rows};
pub use bars::{Segment, bars, ticks, track};
pub use fold::{Fold, FoldProps};
pub use grid::{Grid, GridProps, on_row};
pub use grip::{Grip, GripProps};
pub use icon::{Icon, Tone, icon};
pub use modal::{Modal, ModalProps};
pub use place::{Place, Spot, at_hand, row_id};
pub use select::{Select, SelectProps, names, or_none};
pub use tick::{tick, tick_all};
pub use typed::{Typed, TypedProps};
pub use untrusted::{Part, code, compare, data, plain, visible};
pub use why::{code_link, why};

use ioculate_core::diagnostic::Gravity;
use yew::prelude::*;

/// Which way an order goes.
pub fn arrow(descending: bool) -> Html {
    html! { <span aria-hidden="true">{ if descending { "↓" } else { "↑" } }</span> }
}

/// A gravity's picture.
pub fn gravity(gravity: Gravity) -> Html {
    match gravity {
        Gravity::Error => icon(Icon::Refused, Tone::Bad),
        Gravity::Warning => icon(Icon::Warn, Tone::Warn),
        Gravity::Note => icon(Icon::Info, Tone::Accent),
    }
}

/// A message bar across the page.
pub fn banner(tone: Tone, mark: Icon, alert: bool, body: Html, commands: Html) -> Html {
    let class = match tone {
        Tone::Warn => "banner across is-warn",
        Tone::Bad => "banner across is-bad",
        _ => "banner across",
    };
    html! {
        <div {class} role={alert.then_some("alert")}>
            { icon(mark, tone) }
            <div>{ body }</div>
            { commands }
        </div>
    }
}

/// A button that sends one message.
pub fn button<M: Clone + 'static>(
    class: &'static str,
    on: &Callback<M>,
    message: M,
    label: Html,
) -> Html {
    let on = on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(message.clone()));
    html! { <button type="button" {class} {onclick}>{ label }</button> }
}

/// A button that sends one message, with its class, its name for tests, and the name that it is
/// told apart by.
pub fn command<M: Clone + 'static>(
    (class, testid): (&'static str, &'static str),
    name: String,
    on: &Callback<M>,
    message: M,
    label: Html,
) -> Html {
    let on = on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(message.clone()));
    html! { <button type="button" {class} data-testid={testid} aria-label={name} {onclick}>{ label }</button> }
}
