//! What is folded until somebody wants it.
//!
//! What it holds is put into the page when it is first opened, and stays from then on: what was typed in it
//! outlives its being folded. Most visits never open it, and a browser looks at every field of a page.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// What is folded.
#[derive(PartialEq, Properties)]
pub struct FoldProps {
    /// Classes besides its own.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it is open at first. What changes later neither opens nor folds it.
    #[prop_or_default]
    pub open: bool,
    /// Its name for tests.
    #[prop_or_default]
    pub testid: Option<&'static str>,
    /// What is always in view, and opens it.
    pub head: Html,
    /// What it holds.
    pub children: Html,
}

/// A part of the page that can be unfolded.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let open = *use_state(|| props.open);
    let opened = use_state(|| open);
    let ontoggle = {
        let opened = opened.setter();
        Callback::from(move |event: Event| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            if details.open() {
                opened.set(true);
            }
        })
    };
    html! {
        <details class={classes!("fold", props.class.clone())} {open} data-testid={props.testid} {ontoggle}>
            <summary>{ props.head.clone() }</summary>
            if *opened { { props.children.clone() } }
        </details>
    }
}
