//! Causes with their count, an example, and what can be done for all at once.

use ioculate_core::session::{Cause, Filter, Fix, Scope};
use yew::prelude::*;

use super::fixes::fixes;
use crate::{
    figures::number,
    parts::{Icon, Tone, data, gravity, icon},
    shell::View,
    state::{Msg, Review},
    words::review as words,
};

/// The code of rows that carry one value with several actions.
const CONFLICT: &str = "conflict";

pub(super) fn problems(view: &View, review: &Review) -> Html {
    let causes = &review.summary.causes;
    let records = causes.iter().map(|cause| cause.count).sum();
    html! {
        <section class="sec" aria-labelledby="h-p">
            <div class="bar-h">
                <h2 id="h-p">{ words::PROBLEMS }</h2>
                if !causes.is_empty() { <small class="dim push">{ words::problems(records, causes.len()) }</small> }
            </div>
            if causes.is_empty() {
                <p class="small dim">{ words::NO_PROBLEMS }</p>
            } else {
                <ul class="causes">{ for causes.iter().map(|it| cause(view, review, it)) }</ul>
            }
        </section>
    }
}

fn cause(view: &View, review: &Review, cause: &Cause) -> Html {
    let title = cause.example.finding.title();
    let pressed = review.table.filter.code.as_deref() == Some(cause.code.as_str());
    let wanted = Filter {
        code: (!pressed).then(|| cause.code.clone()),
        ..Filter::default()
    };
    let on = view.on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Filter(wanted.clone())));
    let scope = Scope::Code {
        code: cause.code.clone(),
    };
    // Which row to send is chosen in that row's details.
    let for_all = cause.fixes.iter().filter(|fix| **fix != Fix::ChooseThis);
    let for_all: Vec<Fix> = for_all.cloned().collect();
    html! {
        <li>
            { mark(cause) }
            <b class="n">{ number(cause.count) }</b>
            <div class="what">
                <button type="button" class="name" aria-pressed={pressed.to_string()} {onclick}>{ title }</button>
                { fixes(&for_all, &scope, title, view.on) }
                <small class="eg dim">{ data(&cause.example_value) }</small>
            </div>
        </li>
    }
}

fn mark(cause: &Cause) -> Html {
    if cause.code == CONFLICT {
        icon(Icon::Conflict, Tone::Warn)
    } else {
        gravity(cause.gravity)
    }
}
