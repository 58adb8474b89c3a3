//! The result in one heading, and the sums under it. Every line is a filter.

use ioculate_core::{
    check::{Hashes, Policy, Verdict},
    session::{Counts, Fate, Filter, Summary, TenantState, VerdictFilter},
};
use yew::prelude::*;

use super::{problems::alone, tenant};
use crate::{
    figures::number,
    parts::{Icon, Segment, Tone, bars, button, icon, plain, track},
    shell::{View, hint},
    state::{Hint, Msg, Review},
    words::{message::review as message, review as words, tenant as tenant_words},
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
    framed(view, review, content(view, review))
}

/// What is said of what was read, with its sums for who reads the page by program.
pub(super) fn framed(view: &View, review: &Review, content: Html) -> Html {
    if !review.is_settled(&view.model.tenant) {
        return html! { <section class="sec-sum" aria-labelledby="h1" aria-busy="true">{ content }</section> };
    }
    let counts = &review.summary.counts;
    let is_prepared = review.before.is_some();
    let of = |fate: Fate| {
        let outlook = review.summary.outlook.as_ref();
        outlook.map(|outlook| tenant::count(outlook, fate).to_string())
    };
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
            data-create={of(Fate::Create)}
            data-update={of(Fate::Update)}
            data-unchanged={of(Fate::Unchanged)}
            data-over-quota={of(Fate::OverQuota)}
            data-tenant-conflict={of(Fate::TenantConflict)}
            data-delete={of(Fate::Delete).filter(|_| is_prepared)}
            data-restore={of(Fate::Restore).filter(|_| is_prepared)}
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
                <h1 id="h1" tabindex="-1">{ heading(view, summary) }</h1>
                <p class="dim">{ lead(review) }</p>
                <p class="src">{ source(view, review) }</p>
                { tenant::not_compared(view) }
                { hashes(view, summary.weaker_hashes) }
                { hint(view, Hint::Review) }
            </div>
            <div class="summary">
                { ledger(view, review) }
                { folded(message::by_type(), bars(&types)) }
                { folded(message::by_action(), bars(&actions)) }
                { summary.outlook.as_ref().map_or_else(|| calls(review), |it| tenant::active(it, &summary.purpose)) }
            </div>
        </>
    }
}

/// The answer: what will be sent, and where to where that is known.
fn heading(view: &View, summary: &Summary) -> Html {
    match (view.who, &summary.outlook) {
        (Some(who), Some(_)) if summary.entries > 0 => {
            tenant_words::heading(summary.imports(), summary.deletions, plain(&who.tenant))
        }
        _ => words::heading(summary).into(),
    }
}

fn lead(review: &Review) -> String {
    let summary = &review.summary;
    let lead = match &summary.outlook {
        Some(outlook) => {
            let sent = &outlook.sent;
            let sent = sent.create + sent.update + sent.unchanged + sent.tenant_conflict;
            let behind = summary.counts.records.saturating_sub(sent);
            let updated = summary.imports().saturating_sub(outlook.added);
            tenant_words::lead(outlook, updated, behind)
        }
        None => words::lead(&summary.counts, waiting(review)),
    };
    words::with_unread(lead, summary.unread_files())
}

/// Weaker hashes of files of which a stronger one is sent: each counts against what a tenant holds.
fn hashes(view: &View, weaker: u32) -> Html {
    if weaker == 0 {
        return Html::default();
    }
    let policy = &view.model.policy;
    let (wanted, label) = match policy.hashes {
        Hashes::All => (Hashes::Strongest, message::leave_out_weaker()),
        Hashes::Strongest => (Hashes::All, message::send_weaker()),
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
pub(super) fn folded(heading: &'static str, bars: Html) -> Html {
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

/// What was read and compared, or what is being done.
fn source(view: &View, review: &Review) -> Html {
    if review.awaited == 0
        && let Some(listing) = tenant::listing(view)
    {
        return listing;
    }
    html! { <>{ files(review) }{ tenant::compared(view) }</> }
}

fn files(review: &Review) -> Html {
    if review.awaited > 0 {
        let busy = match &review.reading {
            Some(name) => message::reading(plain(name)),
            None => message::checking().into(),
        };
        return html! { <span class="busy">{ icon(Icon::Spin, Tone::Accent) }{ busy }</span> };
    }
    match review.summary.files.as_slice() {
        [] => Html::default(),
        [first, rest @ ..] => words::files(plain(&first.name), rest.len()),
    }
}

fn ledger(view: &View, review: &Review) -> Html {
    html! {
        <ul class="ledger" aria-label={message::ledger()}>
            <li class="sum">
                <span class="colh"><span>{ message::records() }</span><b>{ number(review.summary.counts.records) }</b></span>
            </li>
            { for LEDGER.into_iter().map(|(verdict, filter)| line(view, review, verdict, filter)) }
        </ul>
    }
}

fn line(view: &View, review: &Review, verdict: Verdict, filter: VerdictFilter) -> Html {
    let wanted = Filter {
        verdict: Some(filter),
        ..Filter::default()
    };
    let count = count(&review.summary.counts, verdict);
    let line = ledger_line(
        review,
        view.on,
        "",
        verdict_icon(verdict),
        words::verdict(verdict),
        count,
        wanted,
    );
    let fates = (verdict == Verdict::Ready).then(|| fates(view, review));
    html! { <>{ line }{ fates }</> }
}

/// Below the ready rows: what would happen to them in the tenant. While that is asked, room is kept for it:
/// nothing below moves under the hand that means to click there.
fn fates(view: &View, review: &Review) -> Html {
    let Some(outlook) = &review.summary.outlook else {
        let is_asked = matches!(view.model.tenant, TenantState::Listing { .. });
        let awaited = tenant::FATES
            .into_iter()
            .filter(|fate| is_asked && is_usual(*fate));
        return html! { <>{ for awaited.map(awaited_line) }</> };
    };
    let told = |fate: &Fate| is_usual(*fate) || tenant::count(outlook, *fate) > 0;
    let line = |fate: Fate| {
        let wanted = Filter {
            fate: Some(fate),
            ..Filter::default()
        };
        let count = tenant::count(outlook, fate);
        ledger_line(
            review,
            view.on,
            "sub",
            tenant::picture(fate),
            tenant_words::fate(fate),
            count,
            wanted,
        )
    };
    html! { <>{ for tenant::FATES.into_iter().filter(told).map(line) }</> }
}

/// Whether a fate is told of even where no row has it.
const fn is_usual(fate: Fate) -> bool {
    matches!(fate, Fate::Create | Fate::Update | Fate::Unchanged)
}

fn awaited_line(fate: Fate) -> Html {
    html! {
        <li class="sub">
            <span class="line">
                <span>{ tenant::picture(fate) }</span>
                <span>{ tenant_words::fate(fate) }</span>
                <b>{ "\u{2026}" }</b>
            </span>
        </li>
    }
}

pub(super) fn ledger_line(
    review: &Review,
    on: &Callback<Msg>,
    class: &'static str,
    mark: Html,
    name: &'static str,
    count: u32,
    wanted: Filter,
) -> Html {
    let (pressed, onclick) = alone(on, &review.table.filter, wanted);
    html! {
        <li {class}>
            <button type="button" class="line" aria-pressed={pressed.to_string()} {onclick}>
                <span>{ mark }</span>
                <span>{ name }</span>
                <b>{ number(count) }</b>
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

pub(super) fn calls(review: &Review) -> Html {
    let summary = &review.summary;
    let used = Segment {
        class: "a",
        amount: summary.calls.min(summary.calls_per_window),
    };
    html! {
        <div class="quota">
            <h2 class="colh">{ message::calls() }</h2>
            { track(&[used], summary.calls_per_window) }
            <dl>
                <dt>{ message::calls_needed() }</dt>
                <dd>{ number(summary.calls) }</dd>
                <dt class="dim">{ message::calls_a_minute() }</dt>
                <dd class="dim">{ number(summary.calls_per_window) }</dd>
                <dt class="total">{ message::time() }</dt>
                <dd class="total">{ words::estimate(summary.calls, summary.calls_per_window) }</dd>
            </dl>
        </div>
    }
}
