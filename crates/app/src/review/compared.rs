//! A row beside what the tenant holds, and what the guard says of it.

use ioculate_core::{
    import::NotSent,
    session::{Beside, Caught, Compared, Fate, FieldDifference, RowView, TenantFilter},
};
use yew::prelude::*;

use super::tenant;
use crate::{
    parts::{Icon, Tone, code, command, icon, visible},
    state::{Look, Msg},
    words::{
        guard as guard_words,
        message::{common, guard as guard_message, held, review, tenant as message, undo},
        tenant as words,
    },
};

pub(super) fn caught(caught: Option<&Caught>) -> Html {
    let Some(it) = caught else {
        return Html::default();
    };
    let (name, why) = guard_words::list(&it.list);
    let (mark, tone, fate) = match (it.stops, it.overridden) {
        (true, false) => (Icon::Shield, Tone::Bad, guard_message::caught_held_back()),
        (true, true) => (Icon::Shield, Tone::Bad, guard_message::caught_overridden()),
        (false, _) => (Icon::Warn, Tone::Warn, guard_message::caught_cautioned()),
    };
    html! {
        <p class="finding-line small">
            { icon(mark, tone) }
            <span>
                { guard_message::caught(html! { <b>{ name }</b> }, code(&it.entry)) }{ common::between_sentences() }
                { why }{ common::between_sentences() }{ fate }
            </span>
        </p>
    }
}

/// `on`: where messages go, for a row of the user's own.
pub(super) fn compared(
    row: &RowView,
    groups: &[String],
    it: &Compared,
    on: Option<&Callback<Msg>>,
) -> Html {
    let line = |fate: Fate, text: Html| html! { <p class="small">{ tenant::picture(fate) }{ " " }{ text }</p> };
    let said = match (row.fate, &it.id) {
        (Some(fate @ Fate::Delete), Some(id)) => line(fate, undo::goes_away(code(id))),
        (Some(fate @ Fate::Restore), None) => line(fate, undo::made_again().into()),
        (Some(fate), Some(_)) if it.fields.is_empty() => line(fate, message::the_same().into()),
        (Some(fate), None) if it.fields.is_empty() => {
            let absent = if it.is_part {
                message::not_found()
            } else {
                message::not_there()
            };
            line(fate, absent.into())
        }
        _ => Html::default(),
    };
    html! {
        <div data-testid="in-the-tenant">
            <h3>{ message::in_the_tenant() }</h3>
            { said }
            { fields(&it.fields) }
            { beside(row, groups, &it.beside) }
            if let Some(on) = on.filter(|_| it.id.is_some() || !it.beside.is_empty()) { { show(row, on) } }
        </div>
    }
}

/// The way to what the tenant holds of the same value.
fn show(row: &RowView, on: &Callback<Msg>) -> Html {
    let held = TenantFilter {
        indicator_type: row.indicator_type,
        text: row.value.clone(),
        ..TenantFilter::default()
    };
    command(
        ("mini", "show-held"),
        held::show().to_owned(),
        on,
        Msg::Look(Look::At(held)),
        held::show().into(),
    )
}

/// The fields that would change: what they are now, and what they would be.
fn fields(fields: &[FieldDifference]) -> Html {
    if fields.is_empty() {
        return Html::default();
    }
    html! {
        <table class="fields-now">
            <thead><tr><th scope="col">{ message::field() }</th><th scope="col">{ message::now() }</th><th scope="col">{ message::then() }</th></tr></thead>
            <tbody>{ for fields.iter().map(field) }</tbody>
        </table>
    }
}

fn field(it: &FieldDifference) -> Html {
    let cell = |text: Option<&String>, tag: fn(String) -> Html| match text {
        Some(text) if !text.is_empty() => tag(visible(text).into_owned()),
        _ => html! { <span class="dim">{ message::empty() }</span> },
    };
    html! {
        <tr>
            <th scope="row">{ it.field.as_str() }</th>
            <td>{ cell(it.now.as_ref(), |text| html! { <del><bdi>{ text }</bdi></del> }) }</td>
            <td>
                { cell(it.then.as_ref(), |text| html! { <ins><bdi>{ text }</bdi></ins> }) }
                if !it.given { <small class="dim">{ " " }{ message::from_defaults() }</small> }
            </td>
        </tr>
    }
}

fn beside(row: &RowView, row_groups: &[String], all: &[Beside]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let is_held = row.held == Some(NotSent::LeftOut) && !row.left_out;
    let line = |it: &Beside| {
        let groups = match it.rbac_group_names.as_slice() {
            [] => review::all_devices().to_owned(),
            names => names.join(", "),
        };
        html! {
            <li>
                <span>
                    <b>{ it.action.as_str() }</b>{ ", " }{ visible(&it.title).into_owned() }
                    <small class="dim">{ " " }{ message::made_by(&visible(&it.created_by), &visible(&groups)) }</small>
                    <br />{ words::wins(it.wins, row_groups, &it.rbac_group_names) }
                    if is_held && it.id.is_none() { <><br />{ message::no_id() }</> }
                </span>
            </li>
        }
    };
    html! { <><h3>{ message::beside() }</h3><ul class="edits">{ for all.iter().map(line) }</ul></> }
}
