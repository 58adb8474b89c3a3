//! The API does not let the page in: which of its doors is shut, and the ways on.

use ioculate_core::session::{Closed, Connection, ExportKind, Purpose};
use yew::prelude::*;

use crate::{
    parts::{Icon, Tone, button, code, icon, plain},
    shell::View,
    state::{Msg, Send},
    words::{connection as words, undo},
};

/// How far a question came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Passed(&'static str),
    Failed(&'static str),
    NotKnown(&'static str),
}

pub(super) fn main(view: &View, send: &Send, reason: &Closed, api_base: &str) -> Html {
    html! {
        <>
            <section class="lead" aria-labelledby="h1">
                <h1 id="h1" tabindex="-1">{ words::heading(reason) }</h1>
                <p>{ words::nothing_sent(send.goes_back_to()) }</p>
                if view.model.connection == Some(Connection::Checking) {
                    <p class="busy" role="status">{ icon(Icon::Spin, Tone::Accent) }{ words::CHECKING }</p>
                }
            </section>
            <div>
                { checks(view, reason, api_base) }
                if *reason == Closed::CrossOrigin { { header() } }
                <section class="sec" aria-labelledby="h-m">
                    <h2 id="h-m">{ words::MEANS }</h2>
                    <p>{ words::meaning(reason) }</p>
                </section>
            </div>
            { ways_on(view, send, reason) }
        </>
    }
}

/// The three questions in their order: a failed one leaves the later ones unasked.
fn found(reason: &Closed) -> [(&'static str, Found); 4] {
    use Found::{Failed, NotKnown, Passed};
    let closed = NotKnown(words::NEEDS_ACCESS);
    let (network, cross_origin, sign_in, permission) = match reason {
        Closed::Unreachable => (Failed(words::NO_ANSWER), closed, closed, closed),
        Closed::CrossOrigin => (
            Passed(words::ANSWERED),
            Failed(words::NO_HEADER),
            closed,
            closed,
        ),
        Closed::SignIn { .. } => (
            Passed(words::ANSWERED),
            Passed(words::ALLOWED),
            Failed(words::TOKEN_REFUSED),
            NotKnown(words::NEEDS_SIGN_IN),
        ),
        Closed::Permission { .. } => (
            Passed(words::ANSWERED),
            Passed(words::ALLOWED),
            Passed(words::TOKEN_TAKEN),
            Failed(words::NO_PERMISSION),
        ),
        Closed::Unexpected {
            status: 429 | 500..=599,
            ..
        } => (Failed(words::IN_TROUBLE), closed, closed, closed),
        Closed::Unexpected { .. } => (Failed(words::NOT_THE_API), closed, closed, closed),
    };
    [
        (words::NETWORK, network),
        (words::CROSS_ORIGIN, cross_origin),
        (words::SIGN_IN, sign_in),
        (words::PERMISSION, permission),
    ]
}

fn checks(view: &View, reason: &Closed, api_base: &str) -> Html {
    let on = view.on.clone();
    let again = Callback::from(move |_: MouseEvent| on.emit(Msg::CheckConnection));
    html! {
        <section class="sec" aria-labelledby="h-c">
            <div class="bar-h">
                <h2 id="h-c">{ words::CHECKED }</h2>
                <small class="dim">{ words::ASKED_AT }{ " " }{ code(api_base) }</small>
                <button type="button" class="mini push" data-testid="connection-check" onclick={again}>
                    { icon(Icon::Retry, Tone::Plain) }{ words::AGAIN }
                </button>
            </div>
            <table class="stack">
                <thead>
                    <tr>
                        <th scope="col">{ words::STATE }</th>
                        <th scope="col">{ words::CHECK }</th>
                        <th scope="col">{ words::FOUND }</th>
                    </tr>
                </thead>
                <tbody>{ for found(reason).into_iter().map(|(name, it)| check(name, it)) }</tbody>
            </table>
            { said(reason) }
        </section>
    }
}

fn check(name: &'static str, found: Found) -> Html {
    let (mark, tone, state, text) = match found {
        Found::Passed(text) => (Icon::Accepted, Tone::Ok, words::PASSED, text),
        Found::Failed(text) => (Icon::Rejected, Tone::Bad, words::FAILED, text),
        Found::NotKnown(text) => (Icon::Wait, Tone::Plain, words::NOT_KNOWN, text),
    };
    html! {
        <tr>
            <td class="state">{ icon(mark, tone) }{ state }</td>
            <th scope="row">{ name }</th>
            <td>{ text }</td>
        </tr>
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
    html! { <p class="said">{ words::SAID }{ " " }{ status.map(|s| format!("{s} ")) }{ plain(&text) }</p> }
}

/// The header line for this page's origin.
fn header() -> Html {
    html! {
        <section class="sec" aria-labelledby="h-hd">
            <h2 id="h-hd">{ words::HEADER }</h2>
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
    let way = |title: &'static str, body: &'static str, command: Html| {
        html! {
            <li><div><h3>{ title }</h3><p class="small dim">{ body }</p><p class="menu">{ command }</p></div></li>
        }
    };
    let retry = match reason {
        Closed::SignIn { .. } => view.sign_in.button.clone(),
        _ => button("", view.on, Msg::CheckConnection, words::AGAIN.into()),
    };
    let portal = match send.origin.purpose() {
        Purpose::Import => {
            let button = download(view, "main", ExportKind::PortalCsv, words::PORTAL_BUTTON);
            way(words::PORTAL, words::PORTAL_BODY, button)
        }
        Purpose::Undo { .. } | Purpose::Delete => {
            let button = download(view, "main", ExportKind::Deletions, undo::DELETIONS);
            way(words::DELETIONS, words::DELETIONS_BODY, button)
        }
    };
    let bodies = download(view, "", ExportKind::RequestBodies, words::BODIES_BUTTON);
    html! {
        <section class="side" aria-labelledby="h-w">
            <div class="sec">
                <div class="bar-h"><h2 id="h-w">{ words::WAYS_ON }</h2></div>
                <ol class="steps-n">
                    { portal }
                    { way(words::TRY_AGAIN, words::TRY_AGAIN_BODY, retry) }
                    { way(words::PROXY, words::PROXY_BODY, Html::default()) }
                    { way(words::BODIES, words::BODIES_BODY, bodies) }
                </ol>
            </div>
        </section>
    }
}

fn download(view: &View, class: &'static str, kind: ExportKind, label: &'static str) -> Html {
    button(
        class,
        view.on,
        Msg::Export(kind),
        html! { <>{ icon(Icon::Download, Tone::Plain) }{ label }</> },
    )
}
