//! Search, filter and order of what the tenant holds.

use ioculate_core::{
    indicator::Severity,
    session::{TenantFilter, TenantSort, TenantSums},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    parts::{Icon, Select, Tone, arrow, button, command, icon},
    shell::View,
    state::{Held, Look, Msg},
    words::{held as words, message::held as message},
};

/// Every order but the service's own.
const SORTS: [TenantSort; 9] = [
    TenantSort::Value,
    TenantSort::Type,
    TenantSort::Action,
    TenantSort::Severity,
    TenantSort::Title,
    TenantSort::Expires,
    TenantSort::Created,
    TenantSort::Updated,
    TenantSort::CreatedBy,
];

pub(super) fn tools(view: &View, held: &Held, sums: &TenantSums) -> Html {
    let now = &held.table.filter;
    let plain = TenantFilter {
        sort: now.sort,
        descending: now.descending,
        ..TenantFilter::default()
    };
    let severity = pick(
        view,
        now,
        message::any_severity(),
        Severity::ALL,
        now.severity,
        |it| it.as_str(),
        |filter, severity| filter.severity = severity,
    );
    html! {
        <div class="tools">
            { search(view, now, sums) }
            { severity }
            { order(view, now) }
            <span class="small dim" role="status" data-testid="held-shown">{ message::shown(held.table.total()) }</span>
            if *now != plain {
                { button("mini bare", view.on, Msg::Look(Look::For(plain)), message::clear_filters().into()) }
            }
        </div>
    }
}

fn search(view: &View, now: &TenantFilter, sums: &TenantSums) -> Html {
    let (on, filter) = (view.on.clone(), now.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on.emit(Msg::Look(Look::For(TenantFilter {
            text: input.value(),
            ..filter.clone()
        })));
    });
    let label = message::find(sums.by_type.iter().map(|(_, count)| count).sum());
    html! {
        <label class="search">
            <span class="vh">{ label.clone() }</span>
            { icon(Icon::Search, Tone::Plain) }
            <input type="search" data-testid="held-search" placeholder={label} value={now.text.clone()} {oninput} />
        </label>
    }
}

/// The order, which has fields that are no columns where the page is narrow.
fn order(view: &View, now: &TenantFilter) -> Html {
    let sort = pick(
        view,
        now,
        message::order_as_listed(),
        &SORTS,
        now.sort,
        |it| words::sorted(*it),
        |filter, sort| (filter.sort, filter.descending) = (sort, false),
    );
    if now.sort.is_none() {
        return sort;
    }
    let turned = TenantFilter {
        descending: !now.descending,
        ..now.clone()
    };
    html! {
        <>
            { sort }
            { command(
                ("mini icon", "held-turn"),
                message::turn().to_owned(),
                view.on,
                Msg::Look(Look::For(turned)),
                arrow(now.descending),
            ) }
        </>
    }
}

/// One choice among a few, or none of them.
fn pick<T: Copy + PartialEq + 'static>(
    view: &View,
    now: &TenantFilter,
    any: &'static str,
    all: &'static [T],
    chosen: Option<T>,
    name: fn(&T) -> &'static str,
    set: fn(&mut TenantFilter, Option<T>),
) -> Html {
    let (on, filter) = (view.on.clone(), now.clone());
    let on = Callback::from(move |index: usize| {
        let wanted = index.checked_sub(1).and_then(|at| all.get(at).copied());
        let mut filter = filter.clone();
        set(&mut filter, wanted);
        on.emit(Msg::Look(Look::For(filter)));
    });
    let options = [any].into_iter().chain(all.iter().map(name));
    let options: Vec<AttrValue> = options.map(AttrValue::Static).collect();
    let at = chosen.and_then(|it| all.iter().position(|other| *other == it));
    let class = classes!("chip", chosen.is_some().then_some("on"));
    html! { <Select {class} label={any} {options} chosen={Some(at.map_or(0, |at| at + 1))} {on} /> }
}
