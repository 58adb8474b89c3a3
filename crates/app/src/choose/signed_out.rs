//! What stands on the first screen before anybody signed in: what the page does, and the sign-in.

use yew::prelude::*;

use crate::{
    parts::{Icon, Tone, icon},
    shell::View,
    state::{CheckMsg, Msg},
    words::{choose as words, message::choose as message},
};

/// What the page is, and the sign-in.
pub(super) fn welcome(view: &View) -> Html {
    html! {
        <section class="sec">
            <h1 id="h1" tabindex="-1">{ message::heading_signed_out() }</h1>
            <div class="ask">
                { view.sign_in.button.clone() }
                { check(view) }
            </div>
        </section>
    }
}

/// Heading of reading without a sign-in.
pub(super) fn without() -> Html {
    html! {
        <>
            <h2 id="h-without">{ message::without_sign_in() }</h2>
            <small class="dim">{ message::without_sign_in_body() }</small>
        </>
    }
}

/// What the page will do, and what it will not.
pub(super) fn doors() -> Html {
    html! {
        <section class="sec doors">
            { promises(message::will(), &words::will_lines(), Icon::Check, Tone::Ok) }
            { promises(message::will_not(), &words::will_not_lines(), Icon::Ignored, Tone::Dim) }
        </section>
    }
}

/// Where the page stands.
pub(super) fn deployment(view: &View) -> Html {
    html! {
        <div class="sec">
            <div class="bar-h"><h2 id="h-w">{ message::deployment() }</h2></div>
            { facts(view) }
        </div>
    }
}

/// The button of the connection check.
fn check(view: &View) -> Html {
    let on = view.on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Check(CheckMsg::Begin)));
    html! { <button type="button" data-testid="connection-check" {onclick}>{ message::check() }</button> }
}

fn promises(heading: &'static str, lines: &[&'static str], mark: Icon, tone: Tone) -> Html {
    html! {
        <div>
            <h2>{ heading }</h2>
            <ul>{ for lines.iter().map(|line| html! { <li>{ icon(mark, tone) }<span>{ *line }</span></li> }) }</ul>
        </div>
    }
}

fn facts(view: &View) -> Html {
    let here = view.deployment;
    let lines = [
        (message::cloud(), here.cloud.as_str()),
        (message::api_host(), here.api_host()),
        (message::sign_in(), here.sign_in_host.as_str()),
        (message::app_id(), here.client_id.as_str()),
        (message::permission(), here.scope.as_str()),
        (message::build(), here.build.as_str()),
    ];
    let line = |(name, value): (&'static str, &str)| html! { <><dt>{ name }</dt><dd><bdi dir="ltr">{ value }</bdi></dd></> };
    html! { <dl class="facts">{ for lines.into_iter().map(line) }</dl> }
}
