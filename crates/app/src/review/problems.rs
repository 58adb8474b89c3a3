//! Causes with their count, an example, and what can be done for all at once.

use ioculate_core::{
    diagnostic::Gravity,
    session::{Cause, Filter, Fix, Scope},
};
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
/// The code of rows whose expiration has passed.
const EXPIRED: &str = "expired";

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
                <ul class="causes">{ for in_order(causes).map(|it| cause(view, review, it)) }</ul>
            }
        </section>
    }
}

/// What can be mended in one click stands before what cannot; first of all what is expired, the
/// commonest reason in real feeds. The worker's order holds among equals.
fn in_order(causes: &[Cause]) -> impl Iterator<Item = &Cause> {
    let rank = |cause: &Cause| match cause.gravity {
        Gravity::Error if cause.code == EXPIRED => 0,
        Gravity::Error if !cause.fixes.is_empty() => 1,
        Gravity::Error => 2,
        Gravity::Warning | Gravity::Note => 3,
    };
    (0..=3).flat_map(move |wanted| causes.iter().filter(move |cause| rank(cause) == wanted))
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
                { fixes(&for_all, &scope, cause.count, title, view.on) }
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
