//! The second screen of a run that takes back what another did, or deletes what was selected: what goes
//! away, what comes back, and what is left alone.

use std::rc::Rc;

use ioculate_core::{
    import::NotSent,
    journal::RunView,
    session::{Cause, Fate, Filter, Purpose, Summary, VerdictFilter},
};
use yew::prelude::*;

use super::{
    Grid,
    confirm::{finding, journalling},
    detail, names,
    problems::{Line, line},
    summary::{self, folded, ledger_line},
    tenant::{self, fact},
    tools,
};
use crate::{
    figures::{number, to_the_minute},
    parts::{Icon, Tone, bars, command, gravity, icon, plain, why},
    shell::View,
    state::{Before, Confirm, Journalling, Msg, Review, Who},
    words::{
        message::{
            common, held, review as review_message, tenant as tenant_message, undo as message,
        },
        review as review_words, say, tenant as tenant_words, undo as words,
    },
};

/// The screen's content.
pub(super) fn main(view: &View, review: &Review) -> Html {
    let files = names(review);
    let (table, summary) = (&review.table, &review.summary);
    let row = table.detail.as_ref();
    html! {
        <>
            { summary::framed(view, review, content(view, review)) }
            <div class="side">
                { left(view, review) }
                if let Some(it) = row { { detail(it, table, &files, &summary.purpose, Html::default(), view.on) } }
            </div>
            <section class="data prepared" aria-label={review_message::rows()}>
                { tools(table, summary.counts.records, None, &[], Html::default(), view.on) }
                <Grid table={table.clone()} files={Rc::clone(&files)} ended=false on={view.on.clone()} />
            </section>
        </>
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
    let left = summary.counts.records.saturating_sub(summary.entries);
    html! {
        <>
            <div class="lead">
                <h1 id="h1" tabindex="-1">{ heading(summary, plain(&tenant_name(view))) }</h1>
                <p class="dim">{ words::lead(&summary.purpose, undid(view, &summary.purpose), left) }</p>
                <p class="src">{ as_of(review) }</p>
            </div>
            <div class="summary">
                { ledger(review, view.on) }
                { folded(held::by_type(), bars(&types)) }
                { folded(held::by_action(), bars(&actions)) }
                { summary.outlook.as_ref().map_or_else(|| summary::calls(review), |it| tenant::active(it, &summary.purpose)) }
            </div>
        </>
    }
}

fn heading(summary: &Summary, tenant: Html) -> Html {
    match &summary.outlook {
        Some(outlook) => words::heading(&outlook.sent, tenant),
        None => message::will_delete_or_restore(summary.entries, tenant),
    }
}

/// The tenant's name, while somebody of it is signed in.
fn tenant_name(view: &View) -> String {
    view.who.map_or_else(
        || message::the_tenant().to_owned(),
        |who| who.tenant.clone(),
    )
}

/// The run that is taken back.
fn undid<'a>(view: &'a View, purpose: &Purpose) -> Option<&'a RunView> {
    view.model.runs.as_ref()?.undone_by(purpose)
}

/// Of when what is said is.
fn as_of(review: &Review) -> Html {
    if review.awaited > 0 {
        return html! { <span class="busy">{ icon(Icon::Spin, Tone::Accent) }{ review_message::checking() }</span> };
    }
    match &review.summary.outlook {
        Some(outlook) => message::as_of(&to_the_minute(outlook.at)).into(),
        None => Html::default(),
    }
}

/// What would be done to how many, and how many are left.
fn ledger(review: &Review, on: &Callback<Msg>) -> Html {
    let summary = &review.summary;
    let line = |mark: Html, name: &'static str, count: u32, wanted: Filter| {
        ledger_line(review, on, "", mark, name, count, wanted)
    };
    let of_fate = |fate: Fate| {
        let wanted = Filter {
            fate: Some(fate),
            ..Filter::default()
        };
        let count = summary
            .outlook
            .as_ref()
            .map(|outlook| tenant::count(outlook, fate));
        let count = count.filter(|count| *count > 0)?;
        Some(line(
            tenant::picture(fate),
            tenant_words::fate(fate),
            count,
            wanted,
        ))
    };
    let in_state = |state: VerdictFilter, name: &'static str, count: u32| {
        let wanted = Filter {
            verdict: Some(state),
            ..Filter::default()
        };
        let mark = summary::verdict_icon(match state {
            VerdictFilter::Ready => ioculate_core::check::Verdict::Ready,
            _ => ioculate_core::check::Verdict::Ignored,
        });
        (count > 0).then(|| line(mark, name, count, wanted))
    };
    let counts = &summary.counts;
    let left_out = left_out(summary);
    html! {
        <ul class="ledger" aria-label={message::sums()}>
            <li class="sum">
                <span class="colh"><span>{ message::looked_at() }</span><b>{ number(counts.records) }</b></span>
            </li>
            { of_fate(Fate::Delete) }
            { of_fate(Fate::Restore) }
            if summary.outlook.is_none() { { in_state(VerdictFilter::Ready, message::to_be_done(), counts.ready) } }
            { in_state(VerdictFilter::Ignored, message::left_alone(), counts.ignored) }
            if left_out > 0 { { fact(tenant::kept(NotSent::LeftOut), tenant_words::not_sent(NotSent::LeftOut), left_out) } }
        </ul>
    }
}

/// Rows that the user has left out.
fn left_out(summary: &Summary) -> u32 {
    let held = summary.held.iter().map(|(_, rows)| rows);
    held.sum()
}

/// Why indicators are left alone.
fn left(view: &View, review: &Review) -> Html {
    let summary = &review.summary;
    let cause = |it: &Cause| {
        let filter = Filter {
            code: Some(it.code.clone()),
            ..Filter::default()
        };
        let sentence = plain(&say::finding(&it.example.finding));
        let body = html! {
            <>
                { why(&it.code) }
                <small class="note dim">{ plain(&it.example_value) }{ ". " }{ sentence }</small>
            </>
        };
        let said = Line {
            mark: gravity(it.gravity),
            count: it.count,
            name: say::title(&it.example.finding),
            filter,
            testid: Some("left-alone"),
        };
        line(view, review, said, body)
    };
    let no_cause = match summary.purpose {
        Purpose::Undo { .. } => message::none_left(),
        Purpose::Import | Purpose::Delete => message::all_deletable(),
    };
    html! {
        <section class="sec" aria-labelledby="h-p">
            <div class="bar-h"><h2 id="h-p">{ message::why_left() }</h2></div>
            if summary.causes.is_empty() {
                <p class="small dim">{ no_cause }</p>
            } else {
                <ul class="causes">{ for summary.causes.iter().map(cause) }</ul>
            }
            { tenant::seen(view) }
        </section>
    }
}

/// The foot: the way back, and the one primary action.
pub(super) fn foot(view: &View, review: &Review) -> Html {
    let summary = &review.summary;
    let purpose = &summary.purpose;
    let awaits = review.awaits(&view.model.tenant);
    let drop = words::drop(purpose);
    let send = words::send(purpose, summary.entries);
    let onclick = view.on.reform(|_: MouseEvent| Msg::AskToSend);
    let why = match awaits {
        Some(Before::Tenant) => Some(tenant_message::waits()),
        Some(Before::Entries) => Some(message::nothing_to_do()),
        _ if view.who.is_none() => Some(message::sign_in()),
        _ => None,
    };
    html! {
        <footer class="foot">
            { command(("", "drop"), drop.to_owned(), view.on, Msg::Drop, drop.into()) }
            <span class="menu push">
                if let Some(why) = why { <span class="small dim">{ why }</span> }
                if view.who.is_some() {
                    <button type="button" class="main" data-testid="send" disabled={awaits.is_some()} {onclick}>
                        { send }
                        if awaits.is_none() { <small>{ review_words::in_calls(summary.calls, summary.calls_per_window) }</small> }
                    </button>
                } else {
                    { view.sign_in.button.clone() }
                }
            </span>
        </footer>
    }
}

/// The question before anything is changed. It asks for no more than to be confirmed.
pub(super) fn question(view: &View, review: &Review, confirm: &Confirm, who: &Who) -> Html {
    let summary = &review.summary;
    let (purpose, sender) = (&summary.purpose, who.clone());
    let cancel = view.on.reform(|_: MouseEvent| Msg::CloseDialog);
    let send = view
        .on
        .reform(move |_: MouseEvent| Msg::ConfirmSend(sender.clone()));
    let actions: Vec<_> = summary
        .by_action
        .iter()
        .map(|(a, n)| (a.as_str(), *n))
        .collect();
    let host = html! { <bdi dir="ltr">{ view.deployment.api_host() }</bdi> };
    html! {
        <div class="dlg">
            <div class="dlg-h">
                <h2 id="dlg-h">{ words::ask(purpose, summary.outlook.as_ref().map(|it| &it.sent), summary.entries, plain(&who.tenant)) }</h2>
                <p class="dim">
                    { review_message::ask_where(plain(&who.account.username), &view.deployment.cloud, host) }
                    { common::between_sentences() }
                    { review_words::confirm_calls(summary.calls, summary.calls_per_window) }
                </p>
            </div>
            <div class="tiles">
                <div>{ plan(summary) }</div>
                <div>
                    <h3 class="colh"><span>{ review_message::ask_by_action() }</span></h3>
                    { bars(&actions) }
                </div>
            </div>
            { deletion(summary, &confirm.journalling) }
            { journalling(view, &confirm.journalling) }
            <div class="dlg-f">
                <span class="small dim">{ message::safe() }</span>
                <button type="button" autofocus=true onclick={cancel}>{ review_message::cancel() }</button>
                <button
                    type="button"
                    class="main"
                    data-testid="confirm-send"
                    disabled={review.awaits(&view.model.tenant).is_some()}
                    onclick={send}
                >{ words::send(purpose, summary.entries) }</button>
            </div>
        </div>
    }
}

/// What will be done, and what is left.
fn plan(summary: &Summary) -> Html {
    let done = summary.outlook.as_ref().map(|outlook| {
        let lines = [
            (Fate::Delete, outlook.sent.delete),
            (Fate::Restore, outlook.sent.restore),
        ];
        let lines = lines.into_iter().filter(|(_, count)| *count > 0);
        let line = |(fate, count)| fact(tenant::picture(fate), tenant_words::fate(fate), count);
        html! { <ul class="ledger">{ for lines.map(line) }</ul> }
    });
    let counts = &summary.counts;
    let behind = [
        (
            summary::verdict_icon(ioculate_core::check::Verdict::Ignored),
            message::left_alone(),
            counts.ignored,
        ),
        (
            tenant::kept(NotSent::LeftOut),
            tenant_words::not_sent(NotSent::LeftOut),
            left_out(summary),
        ),
    ];
    let behind = behind.into_iter().filter(|(.., count)| *count > 0);
    html! {
        <>
            <h3 class="colh"><span>{ message::will_be() }</span><span>{ number(summary.entries) }</span></h3>
            { done }
            <ul class="ledger">{ for behind.map(|(mark, name, count)| fact(mark, name, count)) }</ul>
        </>
    }
}

/// What it means to delete.
fn deletion(summary: &Summary, written: &Journalling) -> Html {
    let (deleted, restored) = match &summary.outlook {
        Some(outlook) => (outlook.sent.delete, outlook.sent.restore),
        None => (summary.entries, 0),
    };
    if deleted == 0 {
        return Html::default();
    }
    let is_kept = matches!(
        written,
        Journalling::On | Journalling::Refused { without: false, .. }
    );
    let kept = words::gone(is_kept);
    html! {
        <>
            { finding("dlg-g", message::gone(deleted), html! { <p class="small">{ kept }</p> }) }
            { finding(
                "dlg-r",
                message::may_be_refused().to_owned(),
                html! { <p class="small">{ words::may_be_refused(restored) }</p> },
            ) }
        </>
    }
}
