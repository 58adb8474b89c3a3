//! The first screen: give a list, and say what it lacks.

mod ask;
mod clipboard;
mod drop;
mod history;
mod paste;
mod signed_out;
mod undo;
mod unfinished;

pub(crate) use drop::picker;
pub use drop::{file_button, listed};
pub(crate) use undo::undo;
pub(crate) use unfinished::{resume, who_may};

use yew::prelude::*;

use crate::{
    defaults::{defaults, fields},
    parts::{Icon, Tone, banner, button, icon, plain},
    shell::{View, hint},
    sources::sources,
    state::{Choose, Hint, Msg, Step},
    words::{choose as words, message::choose as message},
};

/// What comes to the screen with the second part of the page.
#[derive(Default)]
pub struct Later {
    /// Runs that did not finish, where nobody is signed in. They are told below the sign-in, which they wait
    /// for, and which is there before them: it stays where a hand finds it.
    unfinished: Html,
    /// What is being read, and what was read and holds nothing.
    read: Html,
    history: Html,
    fields: Html,
    dialog: Html,
}

/// What the second part of the page adds.
pub fn later(view: &View, choose: &Choose) -> Later {
    Later {
        unfinished: html! { if view.who.is_none() { { unfinished::unfinished(view) } } },
        read: html! { <>{ reading(choose) }{ nothing(view, choose) }</> },
        history: history::history(view, choose),
        fields: fields(view),
        dialog: ask::dialog(view, choose),
    }
}

/// The screen's content. What is above everything is drawn first: a telephone takes too long to draw all
/// of it in one turn.
pub fn main(view: &View, choose: &Choose) -> Html {
    let later = view.later.map(|later| (later.choose)(view, choose));
    let later = later.unwrap_or_default();
    let is_out = view.who.is_none();
    html! {
        <>
            <div>
                if is_out { { signed_out::welcome(view) } }
                if view.in_full {
                    { later.unfinished }
                    { lists(view, later.read) }
                    { later.history }
                    if is_out { { signed_out::doors() } }
                }
            </div>
            if view.in_full { { beside(view, later.fields) } }
            { later.dialog }
        </>
    }
}

/// Where lists are given. What stands there for everybody is the same element for those who are signed in
/// and those who are not: whoever signs in keeps what was typed and chosen before.
fn lists(view: &View, read: Html) -> Html {
    let is_out = view.who.is_none();
    let heading = if is_out { "h-without" } else { "h1" };
    html! {
        <section class="sec" aria-labelledby={heading}>
            <div class="bar-h">
                if is_out {
                    { signed_out::without() }
                } else {
                    <h1 id="h1" tabindex="-1">{ message::heading() }</h1>
                }
            </div>
            { give(view, read) }
        </section>
    }
}

/// Where the page stands, and the defaults.
fn beside(view: &View, fields: Html) -> Html {
    let is_out = view.who.is_none();
    let heading = if is_out { "h-w" } else { "h-def" };
    html! {
        <section class="side" aria-labelledby={heading}>
            if is_out { { signed_out::deployment(view) } }
            { defaults("h-def", fields) }
        </section>
    }
}

/// Drop zone, paste box, what is being read, formats and limits.
fn give(view: &View, read: Html) -> Html {
    let (tenant, a_call, a_minute) = view.deployment.limits;
    html! {
        <>
            { hint(view, Hint::Choose) }
            { drop::drop(view) }
            { read }
            <dl class="formats">
                <dt>{ message::reads() }</dt>
                <dd>{ message::formats() }</dd>
                <dt>{ message::limits() }</dt>
                <dd>{ message::limits_body(tenant, a_call, a_minute) }</dd>
            </dl>
        </>
    }
}

fn reading(choose: &Choose) -> Html {
    if choose.awaited == 0 {
        return Html::default();
    }
    html! {
        <p class="busy" role="status">
            { icon(Icon::Spin, Tone::Accent) }
            { words::reading(choose.awaited, choose.reading.as_deref().map(plain).unwrap_or_default()) }
        </p>
    }
}

/// What was given holds no record: which file says what.
fn nothing(view: &View, choose: &Choose) -> Html {
    match &choose.list {
        Some(list) if list.counts.records == 0 => html! {
            <div class="nothing">
                <p role="alert"><b>{ message::nothing() }</b></p>
                { sources(view, &list.files, "h-files") }
            </div>
        },
        _ => Html::default(),
    }
}

/// Above the screen: runs that did not finish, where somebody is signed in, and a list that is at hand
/// already.
pub fn notice(view: &View, choose: &Choose) -> Html {
    html! { <>if view.who.is_some() { { unfinished::unfinished(view) } }{ at_hand(view, choose) }</> }
}

fn at_hand(view: &View, choose: &Choose) -> Html {
    let Some(list) = choose.list.as_ref().filter(|list| list.counts.records > 0) else {
        return Html::default();
    };
    let body = html! { message::kept(list.counts.records) };
    let commands = html! {
        <>
            { button("main", view.on, Msg::Go(Step::Review), message::back_to_review().into()) }
            { button("bare", view.on, Msg::StartOver, message::forget().into()) }
        </>
    };
    banner(Tone::Accent, Icon::Table, false, body, commands)
}
