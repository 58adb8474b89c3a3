//! What the tenant holds in numbers. Every line is a filter.

use ioculate_core::session::{TenantFilter, TenantOnly, TenantSums};
use yew::prelude::*;

use crate::{
    figures::{number, to_the_minute},
    parts::{Icon, Segment, Tone, command, icon, plain, track},
    shell::View,
    state::{Held, Look, Msg},
    words::{
        held as words,
        message::{held as message, tenant as tenant_message},
    },
};

pub(super) fn sums(view: &View, held: &Held, sums: &TenantSums) -> Html {
    let tenant = view.who.map(|who| plain(&who.tenant));
    html! {
        <section
            class="sec-sum"
            aria-labelledby="h1"
            data-testid="held"
            data-state="known"
            data-held={sums.held.to_string()}
            data-expiring={sums.expiring.to_string()}
            data-expired={sums.expired.to_string()}
            data-conflicts={sums.conflicts.to_string()}
            data-same-files={sums.same_files.to_string()}
            data-mine={sums.mine.to_string()}
        >
            <div class="lead">
                <h1 id="h1" tabindex="-1">{ words::heading(sums.held, sums.is_part, tenant.unwrap_or_default()) }</h1>
                { when(view, sums) }
            </div>
            <div class="summary held">
                { ledger(view, held, sums) }
                { by_type(view, held, sums) }
                { by_action(view, held, sums) }
                { room(sums) }
            </div>
        </section>
    }
}

/// When it was read and as whom, and the way to read it again.
pub(super) fn when(view: &View, sums: &TenantSums) -> Html {
    html! {
        <p class="src menu">
            <span>{ message::read_at(&to_the_minute(sums.at), plain(&sums.account)) }</span>
            { command(
                ("mini icon bare", "held-again"),
                message::refresh().to_owned(),
                view.on,
                Msg::ListTenant,
                icon(Icon::Retry, Tone::Plain),
            ) }
        </p>
    }
}

fn ledger(view: &View, held: &Held, sums: &TenantSums) -> Html {
    let now = &held.table.filter;
    let all = sums.by_type.iter().map(|(_, count)| count).sum();
    let order = TenantFilter {
        sort: now.sort,
        descending: now.descending,
        ..TenantFilter::default()
    };
    let only = |mark: Html, it: TenantOnly, count: u32| {
        let is_it = now.only == Some(it);
        let wanted = TenantFilter {
            only: (!is_it).then_some(it),
            ..now.clone()
        };
        line(view, mark, words::only(it), count, is_it, wanted)
    };
    html! {
        <ul class="ledger" aria-label={message::sums()}>
            <li class="sum"><span class="colh"><span>{ message::sums() }</span><b>{ number(sums.held) }</b></span></li>
            { line(view, icon(Icon::Table, Tone::Plain), message::all(), all, *now == order, order.clone()) }
            { only(icon(Icon::Clock, Tone::Warn), TenantOnly::Expiring, sums.expiring) }
            { only(icon(Icon::Error, Tone::Bad), TenantOnly::Expired, sums.expired) }
            { only(icon(Icon::Conflict, Tone::Warn), TenantOnly::Conflict, sums.conflicts) }
            { only(icon(Icon::Duplicate, Tone::Plain), TenantOnly::SameFile, sums.same_files) }
            { only(icon(Icon::Person, Tone::Plain), TenantOnly::Mine, sums.mine) }
            { fact(Icon::Unknown, message::foreign(), sums.foreign) }
            { fact(Icon::Warn, message::not_read(), sums.unread) }
        </ul>
    }
}

fn line(
    view: &View,
    mark: Html,
    name: &'static str,
    count: u32,
    is_it: bool,
    wanted: TenantFilter,
) -> Html {
    html! {
        <li>
            <button type="button" class="line" aria-pressed={is_it.to_string()} onclick={shows(view, wanted)}>
                <span>{ mark }</span>
                <span>{ name }</span>
                <b>{ number(count) }</b>
            </button>
        </li>
    }
}

/// What cannot be shown, where there is any.
fn fact(mark: Icon, name: &'static str, count: u32) -> Html {
    if count == 0 {
        return Html::default();
    }
    html! { <li><span><span>{ icon(mark, Tone::Dim) }</span><span class="dim">{ name }</span><b>{ number(count) }</b></span></li> }
}

fn shows(view: &View, wanted: TenantFilter) -> Callback<MouseEvent> {
    let on = view.on.clone();
    Callback::from(move |_: MouseEvent| on.emit(Msg::Look(Look::For(wanted.clone()))))
}

fn by_type(view: &View, held: &Held, sums: &TenantSums) -> Html {
    let now = &held.table.filter;
    let lines = sums.by_type.iter().map(|&(kind, count)| {
        let is_it = now.indicator_type == Some(kind);
        let wanted = TenantFilter {
            indicator_type: (!is_it).then_some(kind),
            ..now.clone()
        };
        (kind.as_str(), count, is_it, wanted)
    });
    bars(view, message::by_type(), lines.collect())
}

fn by_action(view: &View, held: &Held, sums: &TenantSums) -> Html {
    let now = &held.table.filter;
    let lines = sums.by_action.iter().map(|&(action, count)| {
        let is_it = now.action == Some(action);
        let wanted = TenantFilter {
            action: (!is_it).then_some(action),
            ..now.clone()
        };
        (action.as_str(), count, is_it, wanted)
    });
    bars(view, message::by_action(), lines.collect())
}

/// Named bars, each against the longest, under a heading that can be folded where the page is narrow.
fn bars(
    view: &View,
    heading: &'static str,
    lines: Vec<(&'static str, u32, bool, TenantFilter)>,
) -> Html {
    let longest = lines.iter().map(|(_, count, ..)| *count).max().unwrap_or(0);
    let line = |(name, count, is_it, wanted): (&'static str, u32, bool, TenantFilter)| {
        let bar = Segment {
            class: "a",
            amount: count,
        };
        html! {
            <li>
                <button type="button" aria-pressed={is_it.to_string()} onclick={shows(view, wanted)}>
                    <span>{ name }</span>
                    { track(&[bar], longest) }
                    <b>{ number(count) }</b>
                </button>
            </li>
        }
    };
    html! {
        <details class="fold" open=true>
            <summary class="colh">{ heading }</summary>
            <ul class="bars">{ for lines.into_iter().map(line) }</ul>
        </details>
    }
}

fn room(sums: &TenantSums) -> Html {
    let used = Segment {
        class: "a",
        amount: sums.held,
    };
    html! {
        <div class="quota">
            <h2 class="colh">{ tenant_message::active() }</h2>
            { track(&[used], sums.most.max(sums.held)) }
            <dl>
                <dt>{ tenant_message::used() }</dt>
                <dd>{ number(sums.held) }{ " " }<span class="dim">{ tenant_message::of_most(sums.most) }</span></dd>
                <dt class="total">{ message::room() }</dt>
                <dd class="total">{ number(sums.most.saturating_sub(sums.held)) }</dd>
                if sums.freed > 0 {
                    <dt class="dim">{ message::freed() }</dt>
                    <dd class="dim">{ number(sums.freed) }</dd>
                }
            </dl>
        </div>
    }
}
