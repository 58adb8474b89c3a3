//! Help: the page's keys, and what it is made of. And the hints for who is here for the first time.

use ioculate_core::{guard, suffix};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::View;
use crate::{
    figures::number,
    parts::{Icon, Modal, Tone, button, command, icon},
    state::{HelpMsg, Hint, Msg},
    words::{
        message::{choose, help as message, shell as shell_message},
        shell as words,
    },
};

/// The keys that type, as they are printed.
const HELP_KEY: &str = "?";
const SEARCH_KEY: &str = "/";

/// In view on every screen: what opens the dialog.
pub(super) fn opener(view: &View) -> Html {
    command(
        ("mini icon bare", "help"),
        message::help().to_owned(),
        &view.on.reform(Msg::Help),
        HelpMsg::Open,
        HELP_KEY.into(),
    )
}

/// The dialog, where it is open.
pub(super) fn dialog(view: &View) -> Html {
    if !view.model.help.is_open {
        return Html::default();
    }
    let close = view.on.reform(|()| Msg::Help(HelpMsg::Close));
    let leave = view.on.reform(|_: MouseEvent| Msg::Help(HelpMsg::Close));
    html! {
        <Modal {close}>
            <div class="dlg" data-testid="help-dialog">
                <div class="dlg-h"><h2 id="dlg-h">{ message::help() }</h2></div>
                <div>
                    <h3 class="colh">{ message::keys() }</h3>
                    { keys() }
                    { single_keys(view) }
                </div>
                <div class="tiles">
                    <div><h3 class="colh">{ words::NAME }</h3>{ versions(view) }</div>
                    <div><h3 class="colh">{ choose::limits() }</h3>{ limits(view) }</div>
                </div>
                <p class="menu">
                    { page("help/index.html", message::findings()) }
                    { page("licences.html", message::licences()) }
                </p>
                <div class="dlg-f">
                    { button("", view.on, Msg::Help(HelpMsg::Again), message::hints_again().into()) }
                    <button type="button" class="main" autofocus=true onclick={leave}>{ shell_message::close() }</button>
                </div>
            </div>
        </Modal>
    }
}

fn keys() -> Html {
    let all = [
        (HELP_KEY, message::help()),
        (SEARCH_KEY, message::search()),
        (message::row_key(), message::row()),
        (message::pick_keys(), message::pick()),
        (message::range_keys(), message::range()),
        (message::undo_keys(), message::undo()),
        (message::main_key(), message::main()),
        (message::escape(), shell_message::close()),
    ];
    let line = |(key, what): (&str, &str)| html! { <><dt><kbd>{ key.to_owned() }</kbd></dt><dd>{ what.to_owned() }</dd></> };
    html! { <dl class="facts">{ for all.into_iter().map(line) }</dl> }
}

/// Who speaks to the page, or strikes keys by accident, has the single ones do nothing.
fn single_keys(view: &View) -> Html {
    let on = view.on.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on.emit(Msg::Help(HelpMsg::NoKeys(!input.checked())));
    });
    let checked = !view.model.help.no_keys;
    html! {
        <label class="small">
            <span class="tick"><input type="checkbox" data-testid="single-keys" {checked} {onchange} /></span>
            { message::single_keys(&format!("{HELP_KEY} {SEARCH_KEY}")) }
        </label>
    }
}

/// What the page is made of, each by its own name.
fn versions(view: &View) -> Html {
    let all = [
        (words::NAME, env!("CARGO_PKG_VERSION")),
        (choose::build(), view.deployment.build.as_str()),
        ("msal-browser", msal_browser::VERSION),
        ("publicsuffix.org", suffix::DATE),
        ("MISP warning lists", guard::DATE),
    ];
    let line = |(name, version): (&str, &str)| html! { <><dt>{ name.to_owned() }</dt><dd><bdi>{ version.to_owned() }</bdi></dd></> };
    let framing = framing(&view.deployment.parents);
    let framing = framing.iter().map(|(name, it)| line((name, it)));
    html! {
        <>
            <dl class="facts" data-testid="versions">{ for all.into_iter().map(line) }</dl>
            <dl class="facts" data-testid="framing">{ for framing }</dl>
        </>
    }
}

/// Whom the page tells anything where they frame it, as configured; and who may, as the header for that
/// configuration says.
fn framing(parents: &[String]) -> [(&'static str, String); 2] {
    let told = parents.join(" ");
    let [header, told] = if told.is_empty() {
        ["'none'", "[]"].map(str::to_owned)
    } else {
        [told.clone(), told]
    };
    [("frame-ancestors", header), ("embeddingParents", told)]
}

fn limits(view: &View) -> Html {
    let line = |(name, figure, date): &(&'static str, u32, &'static str)| {
        html! { <div><dt><code>{ *name }</code></dt><dd>{ number(*figure) }{ " " }<small class="dim">{ *date }</small></dd></div> }
    };
    html! { <dl class="pairs">{ for view.deployment.dated.iter().map(line) }</dl> }
}

/// A link to a page of its own: what is on this one is not left for it.
fn page(href: &'static str, name: &'static str) -> Html {
    html! { <a class="why-link" {href} target="_blank" rel="noopener noreferrer">{ name }</a> }
}

/// A hint, where it is still to be seen.
pub fn hint(view: &View, hint: Hint) -> Html {
    if !view.model.help.shows(hint) {
        return Html::default();
    }
    let text = match hint {
        Hint::Choose => message::hint_choose(),
        Hint::Review => message::hint_review(),
        Hint::Send => message::hint_send(),
        Hint::Report => message::hint_report(),
    };
    let on = view.on.reform(Msg::Help);
    html! {
        <div class="hint" role="note" data-testid={hint.name()}>
            { icon(Icon::Info, Tone::Accent) }
            <span>{ text }</span>
            { button("mini", &on, HelpMsg::Dismiss(hint), shell_message::close().into()) }
            { button("mini bare", &on, HelpMsg::DismissAll, message::no_hints().into()) }
        </div>
    }
}
