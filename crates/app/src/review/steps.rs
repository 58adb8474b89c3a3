//! Above the table: its columns, writing in the rows that are chosen, and the way back through what was
//! decided.

use ioculate_core::session::Done;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::edit::count;
use crate::{
    parts::{Icon, Tone, button, icon},
    shell::View,
    state::{Column, EditMsg, Edited, Msg, Review, WIDTHS, Way, Widths},
    words::edit as words,
};

pub(super) fn steps(view: &View, review: &Review) -> Html {
    let on = view.on.reform(Msg::Edit);
    let rows = count(review);
    let edit = {
        let on = on.clone();
        Callback::from(move |_: MouseEvent| on.emit(EditMsg::Begin(Edited::Rows)))
    };
    let steps = &review.summary.steps;
    let is_open = review.editing.is_some();
    let step = |way: Way, done: &Done, class: &'static str| {
        let on = on.clone();
        let onclick = Callback::from(move |_: MouseEvent| on.emit(EditMsg::Step(way)));
        let (name, testid) = words::step(way, done);
        html! {
            <button type="button" {class} aria-label={name.clone()} title={name} data-testid={testid} disabled={is_open} {onclick}>{ icon(Icon::Undo, Tone::Plain) }</button>
        }
    };
    html! {
        <span class="menu push">
            { columns(view) }
            <span class="small dim" role="status" data-testid="done">{ words::went(review.went, steps) }</span>
            if let Some(done) = &steps.back { { step(Way::Back, done, "mini icon") } }
            if let Some(done) = &steps.forward { { step(Way::Forward, done, "mini icon turned") } }
            <button type="button" class="mini" data-testid="edit-rows" disabled={rows == 0 || is_open} onclick={edit}>{ words::edit_rows(rows) }</button>
        </span>
    }
}

/// Which columns are shown, and how wide: state and value always are.
fn columns(view: &View) -> Html {
    let (hidden, widths) = (view.model.hidden, view.model.widths);
    let column = |(place, column): (usize, Column)| {
        let on = view.on.clone();
        let turned = Msg::Columns(hidden.turned(column));
        let onchange = Callback::from(move |_: Event| on.emit(turned.clone()));
        let checked = !hidden.has(column);
        let name = words::column(column);
        html! {
            <li>
                <label><span class="tick"><input type="checkbox" {checked} {onchange} /></span>{ name }</label>
                { width(view, place + 2, name) }
            </li>
        }
    };
    let always = |(place, name): (usize, &'static str)| {
        html! { <li><span>{ name }</span>{ width(view, place, name) }</li> }
    };
    html! {
        <details class="which" data-testid="columns">
            <summary class="small">{ words::columns() }</summary>
            <ul>
                { for words::always_shown().into_iter().enumerate().map(always) }
                { for Column::ALL.into_iter().enumerate().map(column) }
                if widths.is_any() {
                    <li>{ button("mini", view.on, Msg::Widths(Widths::default()), words::default_widths().into()) }</li>
                }
            </ul>
        </details>
    }
}

/// How wide a column is: the keys change it, and who cannot draw its edge.
fn width(view: &View, column: usize, name: &'static str) -> Html {
    let (on, widths) = (view.on.clone(), view.model.widths);
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Ok(px) = input.value().parse() {
            on.emit(Msg::Widths(widths.with(column, px)));
        }
    });
    let (least, most) = WIDTHS;
    html! {
        <input
            type="range"
            aria-label={words::width(name)}
            min={least.to_string()}
            max={most.to_string()}
            step="8"
            value={widths.of(column).to_string()}
            {oninput}
        />
    }
}
