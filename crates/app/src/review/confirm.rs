//! The question before anything leaves, as a modal dialog.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::{
    figures::number,
    parts::{Icon, Tone, bars, icon, plain},
    shell::View,
    state::{Confirm, Dialog, Msg, Review, Who},
    words::review as words,
};

pub(super) fn dialog(view: &View, review: &Review) -> Html {
    match (review.dialog, view.who) {
        (Dialog::Confirm(confirm), Some(who)) => {
            let on = view.on.clone();
            let close = Callback::from(move |()| on.emit(Msg::KeepReviewing));
            html! { <Modal {close}>{ question(view, review, confirm, who) }</Modal> }
        }
        _ => Html::default(),
    }
}

#[derive(PartialEq, Properties)]
struct ModalProps {
    close: Callback<()>,
    children: Html,
}

/// A dialog that is shown as soon as it is there; the browser holds the focus in it.
#[component]
fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let shown = dialog
                .get()
                .and_then(|node| node.dyn_into::<HtmlDialogElement>().ok());
            if let Some(shown) = shown {
                // It fails only where the dialog is open already.
                let _ = shown.show_modal();
            }
        });
    }
    let oncancel = props.close.reform(|event: Event| event.prevent_default());
    html! { <dialog ref={dialog} aria-labelledby="dlg-h" {oncancel}>{ props.children.clone() }</dialog> }
}

fn question(view: &View, review: &Review, confirm: Confirm, who: &Who) -> Html {
    let summary = &review.summary;
    let (stay, go) = (view.on.clone(), view.on.clone());
    let sender = who.clone();
    let cancel = Callback::from(move |_: MouseEvent| stay.emit(Msg::KeepReviewing));
    let send = Callback::from(move |_: MouseEvent| go.emit(Msg::ConfirmSend(sender.clone())));
    let actions: Vec<_> = summary
        .by_action
        .iter()
        .map(|(a, n)| (a.as_str(), *n))
        .collect();
    html! {
        <div class="dlg">
            <div class="dlg-h">
                <h2 id="dlg-h">{ words::confirm(summary.entries) }{ plain(&who.tenant) }{ "?" }</h2>
                <p class="dim">
                    { plain(&who.account.username) }{ ", " }{ &view.deployment.cloud }{ ", " }
                    <bdi dir="ltr">{ view.deployment.api_host() }</bdi>{ ". " }
                    { words::confirm_calls(summary.calls, summary.calls_per_window) }
                </p>
            </div>
            <div>
                <h3 class="colh"><span>{ words::CONFIRM_BY_ACTION }</span><span>{ number(summary.counts.ready) }</span></h3>
                { bars(&actions) }
            </div>
            { blocking(confirm) }
            <div class="dlg-f">
                <span class="small dim">{ words::SAFE_TWICE }</span>
                <button type="button" autofocus=true onclick={cancel}>{ words::CANCEL }</button>
                <button type="button" class="main" data-testid="confirm-send" onclick={send}>{ words::send(summary.entries) }</button>
            </div>
        </div>
    }
}

fn blocking(confirm: Confirm) -> Html {
    if confirm.blocking == 0 {
        return Html::default();
    }
    html! {
        <section class="finding" aria-labelledby="dlg-b">
            { icon(Icon::Warn, Tone::Warn) }
            <div>
                <h3 id="dlg-b">{ words::blocking(confirm.blocking) }</h3>
                <p class="small">{ words::BLOCKING_BODY }</p>
            </div>
        </section>
    }
}
