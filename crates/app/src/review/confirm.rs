//! The question before anything leaves, as a modal dialog.

use ioculate_core::{
    indicator::Action,
    journal::{KEPT_DAYS, Route},
    session::Summary,
};
use yew::prelude::*;

use super::{guard, prepared, tenant};
use crate::{
    figures::number,
    parts::{Icon, Modal, Tone, bars, icon, plain},
    shell::View,
    state::{Confirm, Dialog, Journalling, Listing, Msg, Review, Who},
    words::{
        again, confirm as ways,
        message::{
            again as again_message, common, confirm as message, review as review_message,
            tenant as tenant_message,
        },
        review as words,
    },
};

pub(super) fn dialog(view: &View, review: &Review) -> Html {
    match (&review.dialog, view.who) {
        (Dialog::Ways, _) => crate::ways::dialog(view),
        (Dialog::Confirm(confirm), Some(who)) => {
            let on = view.on.clone();
            let close = Callback::from(move |()| on.emit(Msg::CloseDialog));
            let asked = if review.before.is_some() {
                prepared::question(view, review, confirm, who)
            } else {
                question(view, review, confirm, who)
            };
            html! { <Modal {close}>{ asked }</Modal> }
        }
        _ => Html::default(),
    }
}

fn question(view: &View, review: &Review, confirm: &Confirm, who: &Who) -> Html {
    let summary = &review.summary;
    let (stay, go) = (view.on.clone(), view.on.clone());
    let sender = who.clone();
    let cancel = Callback::from(move |_: MouseEvent| stay.emit(Msg::CloseDialog));
    let send = Callback::from(move |_: MouseEvent| go.emit(Msg::ConfirmSend(sender.clone())));
    let actions: Vec<_> = summary
        .by_action
        .iter()
        .map(|(a, n)| (a.as_str(), *n))
        .collect();
    let rows = actions.iter().map(|(_, rows)| rows).sum();
    let host = html! { <bdi dir="ltr">{ view.deployment.api_host() }</bdi> };
    html! {
        <div class="dlg">
            <div class="dlg-h">
                <h2 id="dlg-h">{ words::confirm(summary.imports(), summary.deletions, plain(&who.tenant)) }</h2>
                <p class="dim">
                    { review_message::ask_where(plain(&who.account.username), &view.deployment.cloud, host) }
                    { common::between_sentences() }
                    { match confirm.route {
                        Route::Batches => words::confirm_calls(summary.calls, summary.calls_per_window),
                        Route::OneByOne => ways::calls(summary.entries, &view.deployment.single),
                    } }{ common::between_sentences() }
                    { afterwards(summary, confirm) }
                </p>
            </div>
            <div class="tiles">
                <div>
                    <h3 class="colh"><span>{ review_message::ask_by_action() }</span><span>{ number(rows) }</span></h3>
                    { bars(&actions) }
                </div>
                { tenant::plan(summary) }
            </div>
            { unknown(summary) }
            { guard::findings(view, review) }
            { blocking(stopping(summary)) }
            { listing(view, confirm.listing) }
            { journalling(view, &confirm.journalling) }
            { routes(view, review, confirm.route) }
            <div class="dlg-f">
                <span class="small dim">{ review_message::safe_twice() }</span>
                <button type="button" autofocus=true onclick={cancel}>{ review_message::cancel() }</button>
                <button type="button" class="main" data-testid="confirm-send" disabled={review.awaits(&view.model.tenant).is_some()} onclick={send}>{ words::send(summary.imports(), summary.deletions) }</button>
            </div>
        </div>
    }
}

/// What is kept for taking the run back.
fn afterwards(summary: &Summary, confirm: &Confirm) -> &'static str {
    let is_kept = match &confirm.journalling {
        Journalling::On => true,
        Journalling::Refused { without, .. } => !without,
        Journalling::Unavailable { .. } => false,
    };
    match (&summary.outlook, is_kept) {
        (Some(_), true) => tenant_message::held_is_kept(),
        (None, _) => tenant_message::not_undone_unknown(),
        (Some(_), false) => tenant_message::not_undone_unkept(),
    }
}

/// What it means that the tenant is not known, where it is not.
fn unknown(summary: &Summary) -> Html {
    if summary.outlook.is_some() {
        return Html::default();
    }
    let body = html! { <p class="small">{ tenant_message::unknown_body() }</p> };
    finding("dlg-t", tenant_message::unknown().to_owned(), body)
}

/// Of what would be sent, how many stop something on devices.
fn stopping(summary: &Summary) -> u32 {
    let stops = |action: Action| {
        matches!(
            action,
            Action::Block | Action::BlockAndRemediate | Action::AlertAndBlock
        )
    };
    let of = summary
        .by_action
        .iter()
        .filter(|(action, _)| stops(*action));
    of.map(|(_, rows)| rows).sum()
}

fn blocking(count: u32) -> Html {
    if count == 0 {
        return Html::default();
    }
    let body = html! { <p class="small">{ review_message::blocking_body() }</p> };
    finding("dlg-b", review_message::blocking(count), body)
}

pub(super) fn finding(id: &'static str, heading: String, body: Html) -> Html {
    html! {
        <section class="finding" aria-labelledby={id}>
            { icon(Icon::Warn, Tone::Warn) }
            <div><h3 {id}>{ heading }</h3>{ body }</div>
        </section>
    }
}

/// What it means that the run is written down, or that it is not.
pub(super) fn journalling(view: &View, journalling: &Journalling) -> Html {
    let (heading, message, without) = match journalling {
        Journalling::On => {
            return html! { <p class="small dim">{ message::kept(KEPT_DAYS.into()) }</p> };
        }
        Journalling::Unavailable { message } => (message::nothing_kept(), message, None),
        Journalling::Refused { message, without } => (message::refused(), message, Some(*without)),
    };
    let choice = without.map(|without| {
        let on = view.on.clone();
        let onchange = Callback::from(move |_: Event| on.emit(Msg::Unjournalled(!without)));
        html! {
            <label>
                <span class="tick"><input type="checkbox" data-testid="unjournalled" checked={without} {onchange} /></span>
                { message::without() }
            </label>
        }
    });
    let body = html! {
        <>
            { choice }
            <p class="small">{ message::nothing_kept_body() }{ common::between_sentences() }{ plain(message) }</p>
        </>
    };
    finding("dlg-j", heading.to_owned(), body)
}

/// That the tenant could not be listed again, and the way on without.
fn listing(view: &View, listing: Listing) -> Html {
    let Listing::Failed { at, as_listed } = listing else {
        return Html::default();
    };
    let on = view.on.clone();
    let onchange = Callback::from(move |_: Event| on.emit(Msg::AsListed(!as_listed)));
    let body = html! {
        <>
            <label>
                <span class="tick"><input type="checkbox" data-testid="as-listed" checked={as_listed} {onchange} /></span>
                { again::as_listed(at) }
            </label>
            <p class="small">{ again_message::as_listed_body() }</p>
        </>
    };
    finding("dlg-l", again_message::not_again().to_owned(), body)
}

/// The ways to send, folded: the first one is right nearly always.
fn routes(view: &View, review: &Review, chosen: Route) -> Html {
    let summary = &review.summary;
    let option = |route: Route, testid: &'static str, text: String| {
        let on = view.on.clone();
        let onchange = Callback::from(move |_: Event| on.emit(Msg::Route(route)));
        html! {
            <label>
                <span class="tick"><input type="radio" name="route" data-testid={testid} checked={route == chosen} {onchange} /></span>
                { text }
            </label>
        }
    };
    html! {
        <details>
            <summary>{ ways::way(chosen) }</summary>
            { option(Route::Batches, "route-batches", message::batches(summary.calls)) }
            { option(Route::OneByOne, "route-one-by-one", ways::one_by_one(summary.entries, &view.deployment.single)) }
            <p class="small dim">{ message::one_by_one_body() }</p>
        </details>
    }
}
