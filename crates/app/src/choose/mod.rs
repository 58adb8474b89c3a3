//! The first screen: give a list, and say what it lacks.

mod defaults;
mod drop;
mod signed_out;

pub use defaults::{defaults, fields};
pub use drop::{file_button, listed};

use ioculate_core::{diagnostic::Diagnostic, session::SourceFile};
use yew::prelude::*;

use crate::{
    parts::{Icon, Tone, banner, button, icon, plain},
    shell::View,
    state::{Choose, Msg, Step},
    words::choose as words,
};

/// The screen's content.
pub fn main(view: &View, choose: &Choose) -> Html {
    if view.who.is_none() {
        signed_out::main(view, choose)
    } else {
        signed_in(view, choose)
    }
}

fn signed_in(view: &View, choose: &Choose) -> Html {
    html! {
        <>
            <div>
                <section class="sec">
                    <div class="bar-h"><h1 id="h1" tabindex="-1">{ words::HEADING }</h1></div>
                    { give(view, choose) }
                </section>
            </div>
            <section class="side" aria-labelledby="h-def">{ defaults(view, "h-def") }</section>
        </>
    }
}

/// Drop zone, paste box, what is being read, formats and limits.
fn give(view: &View, choose: &Choose) -> Html {
    let (tenant, a_call, a_minute) = view.deployment.limits;
    html! {
        <>
            { drop::drop(view) }
            { reading(choose) }
            { nothing(choose) }
            <dl class="formats">
                <dt>{ words::READS }</dt>
                <dd>{ words::FORMATS }</dd>
                <dt>{ words::LIMITS }</dt>
                <dd>{ words::limits(tenant, a_call, a_minute) }</dd>
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
            { words::reading(choose.awaited) }{ " " }
            { choose.reading.as_deref().map(plain) }
        </p>
    }
}

/// What was given holds no record: which file says what.
fn nothing(choose: &Choose) -> Html {
    match &choose.list {
        Some(list) if list.counts.records == 0 => html! {
            <div class="nothing" role="alert">
                <p><b>{ words::NOTHING }</b></p>
                <ul>{ for list.files.iter().map(file_notes) }</ul>
            </div>
        },
        _ => Html::default(),
    }
}

/// A file and what is wrong with it as a whole.
pub fn file_notes(file: &SourceFile) -> Html {
    let said = |d: &Diagnostic| html! { <p class="small">{ plain(&d.to_string()) }</p> };
    let size = crate::figures::bytes(file.bytes);
    // What could not be read has neither kind nor encoding.
    let known = [&file.kind, &file.encoding, &size].map(String::as_str);
    let known: Vec<_> = known.into_iter().filter(|part| !part.is_empty()).collect();
    html! {
        <li>
            { plain(&file.name) }
            <span class="small dim">{ " " }{ known.join(", ") }</span>
            { for file.diagnostics.iter().map(said) }
        </li>
    }
}

/// Above the screen: a list is at hand already.
pub fn notice(view: &View, choose: &Choose) -> Html {
    let Some(list) = choose.list.as_ref().filter(|list| list.counts.records > 0) else {
        return Html::default();
    };
    let body = html! { words::kept(list.counts.records) };
    let commands = html! {
        <>
            { button("main", view.on, Msg::Go(Step::Review), words::BACK_TO_REVIEW.into()) }
            { button("bare", view.on, Msg::StartOver, words::FORGET.into()) }
        </>
    };
    banner(Tone::Accent, Icon::Table, false, body, commands)
}
