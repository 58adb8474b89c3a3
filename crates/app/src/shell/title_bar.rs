//! Product, steps, where it goes, language and theme: in view on every screen.

use ioculate_core::session::TenantFilter;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{Theme, View, help};
use crate::{
    language::Language,
    parts::{Icon, Select, Tone, icon},
    state::{CheckMsg, Look, Msg, Screen, Step},
    words::{
        message::{choose, shell as message},
        shell,
    },
};

pub(super) fn title_bar(view: &View) -> Html {
    html! {
        <header class="top">
            <span class="brand">{ icon(Icon::Mark, Tone::Plain) }{ shell::NAME }</span>
            <nav aria-label={message::steps()}>
                <ol class="steps">{ for Step::ALL.into_iter().map(|step| item(view, step)) }</ol>
            </nav>
            { tenant(view) }
            <div class="where">
                { view.sign_in.account.clone() }
                { host(view) }
            </div>
            <div class="prefs">
                { language(view) }
                { theme(view) }
                { help::opener(view) }
            </div>
        </header>
    }
}

/// Where it goes; it leads to the connection check.
fn host(view: &View) -> Html {
    let on = view.on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Check(CheckMsg::Begin)));
    html! {
        <button type="button" class="bare host" data-testid="host" title={choose::check()} {onclick}>
            <span>{ &view.deployment.cloud }</span>
            <bdi dir="ltr">{ view.deployment.api_host() }</bdi>
        </button>
    }
}

fn item(view: &View, step: Step) -> Html {
    let name = shell::step(step);
    let screen = &view.model.screen;
    let is_over = matches!(screen, Screen::Tenant(_));
    if screen.step() == step && !is_over {
        return html! { <li><span aria-current="step">{ name }</span></li> };
    }
    if view.model.fault.is_some() || !reachable(screen, step) {
        return html! { <li><span>{ name }</span></li> };
    }
    let on = view.on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Go(step)));
    html! { <li><button type="button" {onclick}>{ name }</button></li> }
}

/// Whether a step can be gone to without losing anything unasked.
fn reachable(screen: &Screen, step: Step) -> bool {
    match (screen, step) {
        (Screen::Tenant(held), step) => held.before.step() == step || reachable(&held.before, step),
        (Screen::Review(review), Step::Choose) => review.before.is_none(),
        (Screen::Choose(choose), Step::Review) => choose
            .list
            .as_ref()
            .is_some_and(|list| list.counts.records > 0),
        (Screen::Send(send), step) => send.is_shut() && send.goes_back_to() == step,
        _ => false,
    }
}

/// The way to what the tenant holds.
fn tenant(view: &View) -> Html {
    let screen = &view.model.screen;
    let is_there = matches!(screen, Screen::Tenant(_));
    let is_open = is_there || screen.leads_to_tenant();
    if view.who.is_none() || view.model.fault.is_some() || !is_open {
        return Html::default();
    }
    let on = view.on.clone();
    let look = if is_there {
        Look::Away
    } else {
        Look::At(TenantFilter::default())
    };
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Look(look.clone())));
    html! {
        <button type="button" class="bare look" data-testid="tenant-view" aria-pressed={is_there.to_string()} {onclick}>
            { icon(Icon::Table, Tone::Plain) }{ message::tenant_view() }
        </button>
    }
}

/// Each language is called what it calls itself: who chooses one may not read the page's.
fn language(view: &View) -> Html {
    let all = Language::ALL.iter();
    let options: Vec<AttrValue> = all.clone().map(|it| it.name().into()).collect();
    let langs: Vec<AttrValue> = all.map(|it| it.tag().into()).collect();
    let chosen = Language::ALL.iter().position(|it| *it == view.language);
    let on_language = view.on_language.clone();
    let on = Callback::from(move |at: usize| {
        if let Some(language) = Language::ALL.get(at) {
            on_language.emit(*language);
        }
    });
    html! {
        <label>
            <span class="vh">{ message::language() }</span>
            <Select testid="language" {options} {langs} {chosen} {on} />
        </label>
    }
}

fn theme(view: &View) -> Html {
    let on_theme = view.on_theme.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        on_theme.emit(Theme::read(&select.value()));
    });
    let option = |(value, label): (&'static str, &'static str)| {
        html! { <option {value} selected={view.theme.name() == value}>{ label }</option> }
    };
    html! {
        <label>
            <span class="vh">{ message::theme() }</span>
            <select data-testid="theme" {onchange}>{ for shell::themes().into_iter().map(option) }</select>
        </label>
    }
}
