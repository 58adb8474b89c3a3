//! The result in one heading, and the sums under it. Every line is a filter.

use ioculate_core::{
    check::{Hashes, Policy, Verdict},
    session::{Counts, Filter, VerdictFilter},
};
use yew::prelude::*;

use crate::{
    figures::number,
    parts::{Icon, Segment, Tone, bars, button, icon, plain, track},
    shell::View,
    state::{Msg, Review},
    words::review as words,
};

/// The verdicts in the order of the ledger.
const LEDGER: [(Verdict, VerdictFilter); 5] = [
    (Verdict::Ready, VerdictFilter::Ready),
    (Verdict::Duplicate, VerdictFilter::Duplicate),
    (Verdict::Conflict, VerdictFilter::Conflict),
    (Verdict::Refused, VerdictFilter::Refused),
    (Verdict::Ignored, VerdictFilter::Ignored),
];

pub(super) fn summary(view: &View, review: &Review) -> Html {
    let content = content(view, review);
    if review.awaited > 0 {
        return html! { <section class="sec-sum" aria-labelledby="h1" aria-busy="true">{ content }</section> };
    }
    let counts = &review.summary.counts;
    html! {
        <section
            class="sec-sum"
            aria-labelledby="h1"
            data-testid="review-summary"
            data-records={counts.records.to_string()}
            data-ready={counts.ready.to_string()}
            data-duplicate={counts.duplicate.to_string()}
            data-conflict={counts.conflict.to_string()}
            data-refused={counts.refused.to_string()}
            data-ignored={counts.ignored.to_string()}
        >{ content }</section>
    }
}

fn content(view: &View, review: &Review) -> Html {
    let summary = &review.summary;
    let types: Vec<_> = summary
        .by_type
        .iter()
        .map(|(t, n)| (t.as_str(), *n))
        .collect();
    let actions: Vec<_> = summary
        .by_action
        .iter()
        .map(|(a, n)| (a.as_str(), *n))
        .collect();
    html! {
        <>
            <div class="lead">
                <h1 id="h1" tabindex="-1">{ words::heading(summary) }</h1>
                <p class="dim">{ words::lead(&summary.counts, waiting(review)) }</p>
                <p class="src">{ source(review) }</p>
                { hashes(view, summary.weaker_hashes) }
            </div>
            <div class="summary">
                { ledger(review, view.on) }
                { folded(words::BY_TYPE, bars(&types)) }
                { folded(words::BY_ACTION, bars(&actions)) }
                { calls(review) }
            </div>
        </>
    }
}

/// Weaker hashes of files of which a stronger one is sent: each counts against what a tenant holds.
fn hashes(view: &View, weaker: u32) -> Html {
    if weaker == 0 {
        return Html::default();
    }
    let policy = &view.model.policy;
    let (wanted, label) = match policy.hashes {
        Hashes::All => (Hashes::Strongest, words::LEAVE_OUT_WEAKER),
        Hashes::Strongest => (Hashes::All, words::SEND_WEAKER),
    };
    let msg = Msg::Policy(Policy {
        hashes: wanted,
        ..policy.clone()
    });
    html! {
        <p class="menu small over" data-testid="weaker-hashes">
            { words::weaker(weaker, policy.hashes == Hashes::Strongest) }
            { button("mini", view.on, msg, label.into()) }
        </p>
    }
}

/// Bars under a heading that can be folded where the page is narrow.
fn folded(heading: &'static str, bars: Html) -> Html {
    html! { <details class="fold" open=true><summary class="colh">{ heading }</summary>{ bars }</details> }
}

/// Records for which the user can do something in one click.
fn waiting(review: &Review) -> u32 {
    let fixable = review
        .summary
        .causes
        .iter()
        .filter(|cause| !cause.fixes.is_empty());
    fixable
        .map(|cause| cause.count)
        .sum::<u32>()
        .min(review.summary.counts.records - review.summary.counts.ready)
}

/// What was read, or what is being done.
fn source(review: &Review) -> Html {
    if review.awaited > 0 {
        let busy = match &review.reading {
            Some(name) => html! { <>{ words::READING }{ " " }{ plain(name) }</> },
            None => words::CHECKING.into(),
        };
        return html! { <span class="busy">{ icon(Icon::Spin, Tone::Accent) }{ busy }</span> };
    }
    match review.summary.files.as_slice() {
        [] => Html::default(),
        [first, rest @ ..] => html! { <>{ plain(&first.name) }{ words::and_more(rest.len()) }</> },
    }
}

fn ledger(review: &Review, on: &Callback<Msg>) -> Html {
    html! {
        <ul class="ledger" aria-label={words::LEDGER}>
            <li class="sum">
                <span class="colh"><span>{ words::RECORDS }</span><b>{ number(review.summary.counts.records) }</b></span>
            </li>
            { for LEDGER.into_iter().map(|(verdict, filter)| line(review, on, verdict, filter)) }
        </ul>
    }
}

fn line(review: &Review, on: &Callback<Msg>, verdict: Verdict, filter: VerdictFilter) -> Html {
    let pressed = review.table.filter.verdict == Some(filter);
    let wanted = Filter {
        verdict: (!pressed).then_some(filter),
        ..Filter::default()
    };
    let on = on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Filter(wanted.clone())));
    html! {
        <li>
            <button type="button" class="line" aria-pressed={pressed.to_string()} {onclick}>
                <span>{ verdict_icon(verdict) }</span>
                <span>{ words::verdict(verdict) }</span>
                <b>{ number(count(&review.summary.counts, verdict)) }</b>
            </button>
        </li>
    }
}

fn count(counts: &Counts, verdict: Verdict) -> u32 {
    match verdict {
        Verdict::Ready => counts.ready,
        Verdict::Duplicate => counts.duplicate,
        Verdict::Conflict => counts.conflict,
        Verdict::Refused => counts.refused,
        Verdict::Ignored => counts.ignored,
    }
}

/// A verdict's picture.
pub(super) fn verdict_icon(verdict: Verdict) -> Html {
    match verdict {
        Verdict::Ready => icon(Icon::Check, Tone::Ok),
        Verdict::Duplicate => icon(Icon::Duplicate, Tone::Plain),
        Verdict::Conflict => icon(Icon::Conflict, Tone::Warn),
        Verdict::Refused => icon(Icon::Refused, Tone::Bad),
        Verdict::Ignored => icon(Icon::Ignored, Tone::Dim),
    }
}

fn calls(review: &Review) -> Html {
    let summary = &review.summary;
    let used = Segment {
        class: "a",
        amount: summary.calls.min(summary.calls_per_window),
    };
    html! {
        <div class="quota">
            <h2 class="colh">{ words::CALLS }</h2>
            { track(&[used], summary.calls_per_window) }
            <dl>
                <dt>{ words::CALLS_NEEDED }</dt>
                <dd>{ number(summary.calls) }</dd>
                <dt class="dim">{ words::CALLS_A_MINUTE }</dt>
                <dd class="dim">{ number(summary.calls_per_window) }</dd>
                <dt class="total">{ words::TIME }</dt>
                <dd class="total">{ words::estimate(summary.calls, summary.calls_per_window) }</dd>
            </dl>
        </div>
    }
}
