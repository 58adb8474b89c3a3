//! One indicator of the tenant in the table, and the table's head.

use ioculate_core::{
    clock::WallTime,
    indicator::Severity,
    session::{TenantFilter, TenantRow, TenantSort},
    tenant::Expires,
};
use yew::prelude::*;

use crate::{
    figures::day,
    parts::{Icon, Spot, Tone, arrow, data, icon, on_row, plain, row_id, tick, tick_all, visible},
    shell::View,
    state::{Held, Look, Msg},
    words::message::{held as message, review as review_message},
};

/// Class, name and order of each column but the first.
fn columns() -> [(&'static str, &'static str, TenantSort); 8] {
    [
        ("c-val", review_message::value(), TenantSort::Value),
        ("c-type", review_message::r#type(), TenantSort::Type),
        ("c-act", review_message::action(), TenantSort::Action),
        ("c-sev", review_message::severity(), TenantSort::Severity),
        ("c-exp", review_message::expires(), TenantSort::Expires),
        ("c-title", review_message::title(), TenantSort::Title),
        ("c-by", message::made_by(), TenantSort::CreatedBy),
        ("c-upd", message::updated(), TenantSort::Updated),
    ]
}

pub(super) fn head(view: &View, held: &Held) -> Html {
    let name = message::select_passing().to_owned();
    let all = tick_all(view.on, name, held.table.ticked(&held.chosen));
    html! {
        <div role="row" class="head" aria-rowindex="1">
            <div role="columnheader" class="c-tick">{ all }</div>
            { for columns().into_iter().map(|(class, name, sort)| column(view, &held.table.filter, class, name, sort)) }
        </div>
    }
}

fn column(
    view: &View,
    now: &TenantFilter,
    class: &'static str,
    name: &'static str,
    sort: TenantSort,
) -> Html {
    let is_it = now.sort == Some(sort);
    let order = match (is_it, now.descending) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    let wanted = TenantFilter {
        sort: (!(is_it && now.descending)).then_some(sort),
        descending: is_it && !now.descending,
        ..now.clone()
    };
    let on = view.on.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| on.emit(Msg::Look(Look::For(wanted.clone()))));
    html! {
        <div role="columnheader" {class} aria-sort={order}>
            <button type="button" {onclick}>{ name }{ is_it.then(|| arrow(now.descending)) }</button>
        </div>
    }
}

pub(super) fn row(view: &View, held: &Held, it: &TenantRow, spot: Spot) -> Html {
    let at = spot.place;
    let open = held.table.cursor == Some(at);
    let chosen = held.chosen.has(it.place);
    let onclick = on_row(view.on, at, true);
    let name = message::select(&visible(&it.value));
    html! {
        <div
            key={spot.key}
            id={row_id(it.place)}
            role="row"
            class={classes!("row", open.then_some("is-open"))}
            aria-rowindex={(at + 2).to_string()}
            aria-selected={chosen.to_string()}
            data-testid="row"
            {onclick}
        >
            <div role="gridcell" class="c-tick">{ tick(view.on, name, chosen, at) }</div>
            <div role="gridcell" class="c-val">{ data(&it.value) }</div>
            <div role="gridcell" class="c-type"><span class="cut">{ it.indicator_type.as_str() }</span></div>
            <div role="gridcell" class="c-act">{ action(it) }</div>
            <div role="gridcell" class="c-sev"><span class="cut">{ it.severity.map(Severity::as_str) }</span></div>
            <div role="gridcell" class="c-exp" data-l={it.expires.is_none().then_some(review_message::expires())}>{ expires(it, view.model.now) }</div>
            <div role="gridcell" class="c-title"><span class="cut">{ plain(&it.title) }</span></div>
            <div role="gridcell" class="c-by"><span class="cut">{ plain(&it.created_by) }</span></div>
            <div role="gridcell" class="c-upd">{ it.updated.or(it.created).map(day) }</div>
        </div>
    }
}

fn action(it: &TenantRow) -> Html {
    let name = html! { <span class="cut">{ it.action.as_str() }</span> };
    if it.beside.is_empty() {
        return name;
    }
    let others: Vec<&str> = it.beside.iter().map(|action| action.as_str()).collect();
    html! { <>{ name }{ icon(Icon::Conflict, Tone::Warn) }<span class="vh">{ message::also(&others.join(", ")) }</span></> }
}

/// When it expires, and whether that is soon or was.
pub(super) fn expires(it: &TenantRow, now: WallTime) -> Html {
    let Some(at) = it.expires else {
        return review_message::never().into();
    };
    let mark = |mark: Icon, tone: Tone, said: &'static str| {
        html! { <>{ icon(mark, tone) }<span class="vh">{ said }</span></> }
    };
    let mark = match Expires::At(at) {
        it if it.is_past(now) => Some(mark(Icon::Error, Tone::Bad, message::expired())),
        it if it.is_soon(now) => Some(mark(Icon::Clock, Tone::Warn, message::soon())),
        _ => None,
    };
    html! { <>{ day(at) }{ mark }</> }
}
