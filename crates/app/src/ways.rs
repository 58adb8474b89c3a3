//! The ways out without the API: what is to be sent, as files for the portal, for a shell, and for
//! hunting. Of a run that has ended it is what has not reached the tenant.

use ioculate_core::session::ExportKind;
use yew::prelude::*;

use crate::{
    parts::{Icon, Modal, Tone, command, icon},
    shell::View,
    state::{Msg, Review},
    words::message::{connection as message, shell as shell_message},
};

/// What opens the dialog, where there is something to be taken out.
pub fn opener(view: &View, review: &Review) -> Html {
    if review.summary.entries == 0 {
        return Html::default();
    }
    let label = message::ways();
    command(
        ("bare", "ways"),
        label.to_owned(),
        view.on,
        Msg::Ways,
        label.into(),
    )
}

/// All of them over the page.
pub fn dialog(view: &View) -> Html {
    let close = view.on.reform(|()| Msg::CloseDialog);
    let leave = view.on.reform(|_: MouseEvent| Msg::CloseDialog);
    html! {
        <Modal {close}>
            <div class="dlg" data-testid="ways-dialog">
                <div class="dlg-h"><h2 id="dlg-h">{ message::ways() }</h2></div>
                { all(view) }
                <div class="dlg-f">
                    <button type="button" class="main" autofocus=true onclick={leave}>{ shell_message::close() }</button>
                </div>
            </div>
        </Modal>
    }
}

/// All of them, folded.
pub fn folded(view: &View) -> Html {
    html! { <details data-testid="ways"><summary>{ message::ways() }</summary>{ all(view) }</details> }
}

fn all(view: &View) -> Html {
    html! { <ol class="steps-n">{ portal(view, "") }{ scripts(view) }</ol> }
}

/// By the portal.
pub fn portal(view: &View, class: &'static str) -> Html {
    let (kind, label) = (ExportKind::PortalCsv, message::portal_button());
    let button = download(view, class, "ways-portal", kind, label);
    way(message::portal(), message::portal_body(), button)
}

/// By a shell; and whether there is anything to be sent for.
pub fn scripts(view: &View) -> Html {
    let scripts = html! {
        <>
            { download(view, "", "ways-bash", ExportKind::BashScript, "send-indicators.sh") }
            { download(view, "", "ways-power-shell", ExportKind::PowerShellScript, "send-indicators.ps1") }
        </>
    };
    let (bodies, label) = (ExportKind::RequestBodies, message::bodies_button());
    let bodies = download(view, "", "ways-bodies", bodies, label);
    let hunting = download(
        view,
        "",
        "ways-hunting",
        ExportKind::HuntingQuery,
        "hunting.kql",
    );
    html! {
        <>
            { way(message::script(), message::script_body(), scripts) }
            { way(message::bodies(), message::bodies_body(), bodies) }
            { way(message::hunting(), message::hunting_body(), hunting) }
        </>
    }
}

/// A way: what it is, what it does, and its buttons.
pub fn way(title: &'static str, body: &'static str, commands: Html) -> Html {
    html! {
        <li><div><h3>{ title }</h3><p class="small dim">{ body }</p><p class="menu">{ commands }</p></div></li>
    }
}

/// A button that takes something out.
pub fn download(
    view: &View,
    class: &'static str,
    testid: &'static str,
    kind: ExportKind,
    label: &'static str,
) -> Html {
    let face = html! { <>{ icon(Icon::Download, Tone::Plain) }{ label }</> };
    command(
        (class, testid),
        label.to_owned(),
        view.on,
        Msg::Export(kind),
        face,
    )
}
