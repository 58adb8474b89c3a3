//! Search and filters over the table.

use ioculate_core::{
    indicator::{Action, IndicatorType},
    session::{Filter, RowSort, VerdictFilter},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    parts::{Icon, Select, Tone, button, icon},
    state::{Msg, Table},
    words::{
        message::{held, review as message},
        review as words,
    },
};

/// Every order but that of the lines.
const SORTS: [RowSort; 7] = [
    RowSort::Verdict,
    RowSort::Value,
    RowSort::Type,
    RowSort::Action,
    RowSort::Severity,
    RowSort::Expires,
    RowSort::Title,
];

/// The states before a run.
pub(super) const BEFORE: [VerdictFilter; 5] = [
    VerdictFilter::Ready,
    VerdictFilter::Duplicate,
    VerdictFilter::Conflict,
    VerdictFilter::Refused,
    VerdictFilter::Ignored,
];

/// The states after a run.
pub const AFTER: [VerdictFilter; 8] = [
    VerdictFilter::Accepted,
    VerdictFilter::Rejected,
    VerdictFilter::Unconfirmed,
    VerdictFilter::NotSent,
    VerdictFilter::Duplicate,
    VerdictFilter::Conflict,
    VerdictFilter::Refused,
    VerdictFilter::Ignored,
];

/// The states after a run that was prepared: its rows are nobody's list.
pub const AFTER_PREPARED: [VerdictFilter; 5] = [
    VerdictFilter::Accepted,
    VerdictFilter::Rejected,
    VerdictFilter::Unconfirmed,
    VerdictFilter::NotSent,
    VerdictFilter::Ignored,
];

/// The row of tools; `changed` counts rewritten rows where that is known, `states` are those to choose
/// from, `more` stands at the end.
pub fn tools(
    table: &Table,
    records: u32,
    changed: Option<u32>,
    states: &'static [VerdictFilter],
    more: Html,
    on: &Callback<Msg>,
) -> Html {
    let filter = &table.filter;
    let state = pick(
        filter,
        on,
        message::any_state(),
        states,
        filter.verdict,
        |s| words::state(*s),
        |f, v| f.verdict = v,
    );
    let action = pick(
        filter,
        on,
        message::any_action(),
        Action::ALL,
        filter.action,
        |a| a.as_str(),
        |f, v| f.action = v,
    );
    let kind = pick(
        filter,
        on,
        message::any_type(),
        IndicatorType::ALL,
        filter.indicator_type,
        |t| t.as_str(),
        |f, v| {
            f.indicator_type = v;
        },
    );
    let order = pick(
        filter,
        on,
        held::order_as_listed(),
        &SORTS,
        filter.sort,
        |sort| words::sorted(*sort),
        |f, v| (f.sort, f.descending) = (v, false),
    );
    let all = Filter::default().ordered_as(filter);
    html! {
        <div class="tools">
            { search(filter, records, on) }
            if !states.is_empty() { { state } }
            { action }
            { kind }
            if let Some(changed) = changed { { rewritten(filter, changed, on) } }
            <span class="narrow">{ order }</span>
            if *filter != all {
                <span class="small dim" role="status">{ message::shown(table.total()) }</span>
                { button("mini bare", on, Msg::Filter(all), message::clear_filters().into()) }
            }
            { more }
        </div>
    }
}

fn search(filter: &Filter, records: u32, on: &Callback<Msg>) -> Html {
    let (on, now) = (on.clone(), filter.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on.emit(Msg::Filter(Filter {
            text: input.value(),
            ..now.clone()
        }));
    });
    let label = message::find(records);
    html! {
        <label class="search">
            <span class="vh">{ label.clone() }</span>
            { icon(Icon::Search, Tone::Plain) }
            <input type="search" data-testid="search" placeholder={label} value={filter.text.clone()} {oninput} />
        </label>
    }
}

/// One choice among a few, or any of them.
fn pick<T: Copy + PartialEq + 'static>(
    filter: &Filter,
    on: &Callback<Msg>,
    any: &'static str,
    all: &'static [T],
    now: Option<T>,
    name: fn(&T) -> &'static str,
    set: fn(&mut Filter, Option<T>),
) -> Html {
    let (on, filter) = (on.clone(), filter.clone());
    let on = Callback::from(move |index: usize| {
        let chosen = index.checked_sub(1).and_then(|i| all.get(i).copied());
        let mut filter = filter.clone();
        set(&mut filter, chosen);
        on.emit(Msg::Filter(filter));
    });
    let options = [any].into_iter().chain(all.iter().map(name));
    let options: Vec<AttrValue> = options.map(AttrValue::Static).collect();
    let chosen = now.map_or(Some(0), |now| {
        all.iter().position(|it| *it == now).map(|i| i + 1)
    });
    let class = classes!("chip", now.is_some().then_some("on"));
    html! { <Select {class} label={any} {options} {chosen} {on} /> }
}

fn rewritten(filter: &Filter, changed: u32, on: &Callback<Msg>) -> Html {
    let pressed = filter.changed;
    let wanted = Filter {
        changed: !pressed,
        ..filter.clone()
    };
    let on = on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Filter(wanted.clone())));
    html! {
        <button type="button" class="chip" aria-pressed={pressed.to_string()} {onclick}>{ message::rewritten(changed) }</button>
    }
}
