//! A dialog over the page.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What a dialog is given.
#[derive(PartialEq, Properties)]
pub struct ModalProps {
    /// Is told that it was left by the Escape key.
    pub close: Callback<()>,
    /// What it says; its heading has the id `dlg-h`.
    pub children: Html,
}

/// A dialog that is shown as soon as it is there; the browser holds the focus in it, and gives it
/// back to where it was.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let shown = dialog
                .get()
                .and_then(|node| node.dyn_into::<HtmlDialogElement>().ok());
            if let Some(shown) = &shown {
                // It fails only where the dialog is open already.
                let _ = shown.show_modal();
            }
            move || {
                if let Some(shown) = shown {
                    shown.close();
                }
            }
        });
    }
    let oncancel = props.close.reform(|event: Event| event.prevent_default());
    html! { <dialog ref={dialog} aria-labelledby="dlg-h" {oncancel}>{ props.children.clone() }</dialog> }
}
