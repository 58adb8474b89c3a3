//! What the sign-in shows: a button, the account with its menu, and a failure that explains itself, which
//! is none of the first screen's.

use yew::prelude::*;

use super::{Account, Failed, Framing, SignIn, SignInHandle, Way};
use crate::words::message::{common, failure as why, sign_in as message};

/// The button that signs in; nothing while somebody is. `way` is what the page can afford. In a frame the
/// page's own tab is offered too, and first where the answer of a window would not come through.
pub fn button(sign_in: &SignInHandle, way: Way, framing: Framing) -> Html {
    let is_in = matches!(sign_in.state(), SignIn::SignedIn(_));
    let button = own_button(sign_in, way, framing);
    match framing {
        Framing::Frame if !is_in => html! { <>{ button }{ own_tab("btn bare") }</> },
        Framing::Apart if !is_in => html! { <>{ own_tab("btn main") }{ button }</> },
        _ => button,
    }
}

/// The page in a tab of its own, where nothing stands in the way of a sign-in.
fn own_tab(class: &'static str) -> Html {
    html! { <a {class} href="./" target="_blank" rel="noopener" data-testid="own-tab">{ message::own_tab() }</a> }
}

fn own_button(sign_in: &SignInHandle, way: Way, framing: Framing) -> Html {
    let class = if framing == Framing::Apart {
        ""
    } else {
        "main"
    };
    let label = match sign_in.state() {
        SignIn::SignedIn(_) => return Html::default(),
        SignIn::Broken(_) => return again(sign_in),
        SignIn::SigningIn { .. } => message::signing_in(),
        SignIn::Lapsed { .. } => message::sign_in_again(),
        SignIn::Starting | SignIn::SignedOut { .. } => message::sign_in(),
    };
    html! {
        <>
            <button type="button" {class} data-testid="sign-in" onclick={goes(sign_in, way)}>{ label }</button>
            if way == Way::Redirect {
                <button type="button" class="bare" data-testid="sign-in-window" onclick={goes(sign_in, Way::Window)}>
                    { message::in_a_window() }
                </button>
            }
        </>
    }
}

fn goes(sign_in: &SignInHandle, way: Way) -> Callback<MouseEvent> {
    let sign_in = sign_in.clone();
    Callback::from(move |_| sign_in.sign_in(way))
}

fn again(sign_in: &SignInHandle) -> Html {
    let sign_in = sign_in.clone();
    let onclick = Callback::from(move |_: MouseEvent| sign_in.try_again());
    html! {
        <button type="button" class="main" data-testid="sign-in-retry" {onclick}>{ message::try_again() }</button>
    }
}

/// The account and its menu; nothing while nobody is signed in. Names are shown as text.
pub fn account(sign_in: &SignInHandle, way: Way) -> Html {
    let Some(account) = sign_in.state().account() else {
        return Html::default();
    };
    let lapsed = !matches!(sign_in.state(), SignIn::SignedIn(_));
    let handle = sign_in.clone();
    let onclick = Callback::from(move |_: MouseEvent| handle.sign_out(way));
    html! {
        <details class="account">
            { name(account, lapsed) }
            <button type="button" data-testid="sign-out" {onclick}>{ message::sign_out() }</button>
        </details>
    }
}

fn name(account: &Account, lapsed: bool) -> Html {
    let username = html! { <bdi>{ &account.username }</bdi> };
    html! {
        <summary data-testid="account" data-account={account.account_id.clone()}>
            <span class="vh">{ message::account() }</span>
            <b><bdi>{ &account.tenant }</bdi></b>
            <span>{ if lapsed { message::lapsed(username) } else { username } }</span>
        </summary>
    }
}

/// What went wrong and what to do.
pub fn failure_box(Failed { failure, facts }: &Failed) -> Html {
    let explained = failure.explanation(facts);
    let words = html! { <q><bdi>{ &failure.message }</bdi></q> };
    let reference = html! { <bdi dir="ltr">{ failure.reference() }</bdi> };
    let fact = |text: String| html! { <bdi class="v" dir="ltr">{ text }</bdi> };
    html! {
        <section class="banner across is-warn" role="alert" data-testid="sign-in-failure" data-code={failure.code.clone()}>
            <div>
                <h2>{ explained.title }</h2>
                <p>{ explained.happened }{ common::between_sentences() }{ explained.todo }</p>
                if let Some(shown) = explained.shown {
                    <p>{ why::shown(shown.label, fact(shown.text)) }</p>
                }
                if !failure.message.is_empty() {
                    <p class="small dim">{ why::said(words) }</p>
                }
                <p class="small dim">{ why::reference(reference) }</p>
            </div>
        </section>
    }
}
