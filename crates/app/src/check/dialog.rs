//! The dialog of the connection check: each step with what was found, and what can be copied of it.

use ioculate_core::session::Connection;
use yew::prelude::*;

use super::{
    Call, Finding, State, Step, findings, heading,
    told::{found, told},
};
use crate::{
    parts::{Icon, Modal, Tone, button, command, icon},
    send::said,
    shell::View,
    state::{Check, CheckMsg, Copied, Msg},
    words::{
        check as words,
        message::{check as message, choose, connection, shell as shell_message},
    },
};

/// What opens it, beside a message that says that something could not be reached.
pub fn opener(view: &View, class: &'static str) -> Html {
    command(
        (class, "check-connection"),
        choose::check().to_owned(),
        &view.on.reform(Msg::Check),
        CheckMsg::Begin,
        choose::check().into(),
    )
}

/// The dialog, where it is open.
pub fn dialog(view: &View) -> Html {
    let Some(check) = &view.model.check else {
        return Html::default();
    };
    let close = view.on.reform(|()| Msg::Check(CheckMsg::Close));
    let leave = view.on.reform(|_: MouseEvent| Msg::Check(CheckMsg::Close));
    let all = findings(&check.place, &check.facts);
    let main = heading(&all);
    let waits_for_sign_in = all.iter().any(|(_, finding)| asks_for_sign_in(*finding));
    let class = (!waits_for_sign_in).then_some("main");
    html! {
        <Modal {close}>
            <div class="dlg" data-testid="check-dialog" data-finding={format!("{main:?}")}>
                <div class="dlg-h">
                    <h2 id="dlg-h">{ choose::check() }</h2>
                    <p class="busy over" role="status">{ mark(main.state()) }<b>{ words::heading(main) }</b></p>
                </div>
                <div>{ steps(check, &all) }{ own_words(check) }</div>
                { header(view, check) }
                { report(view, check) }
                <div class="dlg-f">
                    if waits_for_sign_in { { view.sign_in.button.clone() } }
                    { button("", &view.on.reform(Msg::Check), CheckMsg::Begin, connection::again().into()) }
                    <button type="button" class={class} autofocus=true onclick={leave}>{ shell_message::close() }</button>
                </div>
            </div>
        </Modal>
    }
}

/// What was asked, each with how it stands and what was found.
pub fn table(lines: impl Iterator<Item = (State, &'static str, Html)>) -> Html {
    html! {
        <table class="stack">
            <thead>
                <tr>
                    <th scope="col">{ connection::state() }</th>
                    <th scope="col">{ connection::check() }</th>
                    <th scope="col">{ connection::found() }</th>
                </tr>
            </thead>
            <tbody>{ for lines.map(line) }</tbody>
        </table>
    }
}

fn line((state, name, found): (State, &'static str, Html)) -> Html {
    html! {
        <tr>
            <td class="state">{ mark(state) }{ words::state(state) }</td>
            <th scope="row">{ name }</th>
            <td>{ found }</td>
        </tr>
    }
}

fn mark(state: State) -> Html {
    match state {
        State::Asking => icon(Icon::Spin, Tone::Accent),
        State::Passed => icon(Icon::Accepted, Tone::Ok),
        State::Failed => icon(Icon::Rejected, Tone::Bad),
        State::NotKnown => icon(Icon::Wait, Tone::Plain),
    }
}

fn steps(check: &Check, all: &[(Step, Finding)]) -> Html {
    table(all.iter().map(|&(step, finding)| {
        let todo = words::todo(finding).map(|todo| html! { <p class="small dim">{ todo }</p> });
        let found = html! { <>{ found(check, finding) }{ todo.unwrap_or_default() }</> };
        (finding.state(), words::step(step), found)
    }))
}

/// What the API itself said.
fn own_words(check: &Check) -> Html {
    match &check.facts.call {
        Call::Told(Connection::Closed { reason, .. }) => said(reason),
        _ => Html::default(),
    }
}

fn header(view: &View, check: &Check) -> Html {
    html! {
        <div>
            <h3>{ message::header() }</h3>
            <div class="copy"><pre tabindex="0" dir="ltr" data-testid="check-header">{ check.place.header.clone() }</pre></div>
            { copy(view, check, Copied::Header) }
        </div>
    }
}

fn report(view: &View, check: &Check) -> Html {
    html! {
        <div>
            <details>
                <summary>{ message::report() }</summary>
                <pre class="raw" tabindex="0" data-testid="check-report">{ told(check, view.deployment) }</pre>
            </details>
            <p class="small dim">{ message::report_body() }</p>
            { copy(view, check, Copied::Report) }
        </div>
    }
}

fn copy(view: &View, check: &Check, what: Copied) -> Html {
    let done = check.copied.filter(|(copied, _)| *copied == what);
    let done = done.map_or("", |(_, done)| words::copied(done));
    let testid = match what {
        Copied::Header => "copy-header",
        Copied::Report => "copy-report",
    };
    let label = html! { <>{ icon(Icon::Copy, Tone::Plain) }{ words::copy(what) }</> };
    html! {
        <p class="menu">
            { command(("mini", testid), words::copy(what).to_owned(), &view.on.reform(Msg::Check), CheckMsg::Copy(what), label) }
            <span class="small" role="status">{ done }</span>
        </p>
    }
}

/// Whether the sign-in is the next step.
const fn asks_for_sign_in(finding: Finding) -> bool {
    matches!(
        finding,
        Finding::SignedOut | Finding::Withheld | Finding::NoToken | Finding::TokenRefused
    )
}
