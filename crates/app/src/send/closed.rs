//! The API does not let the page in: which of its doors is shut, and the ways on.

use ioculate_core::session::{Closed, Connection, ExportKind, Purpose};
use yew::prelude::*;

use crate::{
    check::{self, State},
    parts::{Icon, Tone, button, code, icon, plain},
    shell::View,
    state::{Msg, Send},
    ways,
    words::{
        connection as words,
        message::{connection as message, undo},
        say,
    },
};

pub(super) fn main(view: &View, send: &Send, reason: &Closed, api_base: &str) -> Html {
    html! {
        <>
            <section class="lead" aria-labelledby="h1">
                <h1 id="h1" tabindex="-1">{ words::heading(reason) }</h1>
                <p>{ words::nothing_sent(send.goes_back_to()) }</p>
                if view.model.connection == Some(Connection::Checking) {
                    <p class="busy" role="status">{ icon(Icon::Spin, Tone::Accent) }{ message::checking() }</p>
                }
            </section>
            <div>
                { checks(view, reason, api_base) }
                if *reason == Closed::CrossOrigin { { header() } }
                <section class="sec" aria-labelledby="h-m">
                    <h2 id="h-m">{ message::means() }</h2>
                    <p>{ words::meaning(reason) }</p>
                </section>
            </div>
            { ways_on(view, send, reason) }
        </>
    }
}

/// The questions in their order: a failed one leaves the later ones unasked.
fn found(reason: &Closed) -> [(State, &'static str, &'static str); 4] {
    use State::{Failed, NotKnown, Passed};
    let closed = (NotKnown, message::needs_access());
    let (network, cross_origin, sign_in, permission) = match reason {
        Closed::Unreachable => ((Failed, message::no_answer()), closed, closed, closed),
        Closed::CrossOrigin => (
            (Passed, message::answered()),
            (Failed, message::no_header()),
            closed,
            closed,
        ),
        Closed::SignIn { .. } => (
            (Passed, message::answered()),
            (Passed, message::allowed()),
            (Failed, message::token_refused()),
            (NotKnown, message::needs_sign_in()),
        ),
        Closed::Permission { .. } => (
            (Passed, message::answered()),
            (Passed, message::allowed()),
            (Passed, message::token_taken()),
            (Failed, message::no_permission()),
        ),
        Closed::Unexpected {
            status: 429 | 500..=599,
            ..
        } => (
            (Failed, message::found_in_trouble()),
            closed,
            closed,
            closed,
        ),
        Closed::Unexpected { .. } => ((Failed, message::not_the_api()), closed, closed, closed),
    };
    [
        (message::network(), network),
        (message::access(), cross_origin),
        (message::sign_in(), sign_in),
        (message::permission(), permission),
    ]
    .map(|(name, (state, text))| (state, name, text))
}

fn checks(view: &View, reason: &Closed, api_base: &str) -> Html {
    let on = view.on.clone();
    let again = Callback::from(move |_: MouseEvent| on.emit(Msg::CheckConnection));
    html! {
        <section class="sec" aria-labelledby="h-c">
            <div class="bar-h">
                <h2 id="h-c">{ message::checked() }</h2>
                <small class="dim">{ message::asked_at(code(api_base)) }</small>
                { check::opener(view, "mini push") }
                <button type="button" class="mini" data-testid="connection-check" onclick={again}>
                    { icon(Icon::Retry, Tone::Plain) }{ message::again() }
                </button>
            </div>
            { check::table(found(reason).into_iter().map(|(state, name, text)| (state, name, text.into()))) }
            { said(reason) }
        </section>
    }
}

/// The API's own words.
pub(crate) fn said(reason: &Closed) -> Html {
    let (status, text) = match reason {
        Closed::SignIn { code } => (None, code.clone()),
        Closed::Permission { code, message } => (None, format!("{code}: {message}")),
        Closed::Unexpected { status, message } => (Some(*status), message.clone()),
        Closed::CrossOrigin | Closed::Unreachable => return Html::default(),
    };
    let answer = html! { <>{ status.map(|s| format!("{s} ")) }{ plain(say::told(&text)) }</> };
    html! { <p class="said">{ message::said(answer) }</p> }
}

/// The header line for this page's origin.
fn header() -> Html {
    html! {
        <section class="sec" aria-labelledby="h-hd">
            <h2 id="h-hd">{ message::header() }</h2>
            <div class="copy"><pre tabindex="0">{ format!("Access-Control-Allow-Origin: {}", origin()) }</pre></div>
        </section>
    }
}

#[cfg(target_arch = "wasm32")]
fn origin() -> String {
    web_sys::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

#[cfg(not(target_arch = "wasm32"))]
fn origin() -> String {
    "https://ioculate.contoso.example".to_owned()
}

fn ways_on(view: &View, send: &Send, reason: &Closed) -> Html {
    let retry = match reason {
        Closed::SignIn { .. } => view.sign_in.button.clone(),
        _ => button("", view.on, Msg::CheckConnection, message::again().into()),
    };
    let first = match send.origin.purpose() {
        Purpose::Import => ways::portal(view, "main"),
        Purpose::Undo { .. } | Purpose::Delete => {
            let (kind, label) = (ExportKind::Deletions, undo::deletions());
            let button = ways::download(view, "main", "ways-deletions", kind, label);
            ways::way(message::deletions(), message::deletions_body(), button)
        }
    };
    html! {
        <section class="side" aria-labelledby="h-w">
            <div class="sec">
                <div class="bar-h"><h2 id="h-w">{ message::ways_on() }</h2></div>
                <ol class="steps-n">
                    { first }
                    { ways::way(message::try_again(), message::try_again_body(), retry) }
                    { ways::way(message::proxy(), message::proxy_body(), Html::default()) }
                    { ways::scripts(view) }
                </ol>
            </div>
        </section>
    }
}
