//! What was rewritten: each way with its count, one example, and the way back.

use ioculate_core::{
    change::{Change, ChangeKind, ChangeKinds},
    check::Policy,
    session::{Filter, Rewriting},
};
use yew::prelude::*;

use super::problems::alone;
use crate::{
    figures::number,
    parts::{button, visible},
    shell::View,
    state::{Msg, Review},
    words::{
        change as words,
        message::{change as message, review},
    },
};

pub(super) fn changes(view: &View, shown: &Review) -> Html {
    let made = &shown.summary.changes;
    let kept = view.model.policy.kept;
    // In an order of their own, so that a way stays where it is when it is switched off and on.
    let of = |kind| made.iter().find(|it| it.kind == kind);
    let open = ChangeKind::ALL
        .into_iter()
        .filter(|kind| kind.can_be_kept());
    let open = open.filter_map(|kind| match of(kind) {
        _ if kept.has(kind) => Some(kept_way(view, kind)),
        made => made.map(|it| way(view, shown, it)),
    });
    let open: Vec<Html> = open.collect();
    let settled = made.iter().filter(|it| !it.kind.can_be_kept());
    if made.is_empty() && open.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sec" aria-labelledby="h-c" data-testid="changes">
            <div class="bar-h">
                <h2 id="h-c">{ review::changes() }</h2>
                <small class="dim push">{ review::rewritten(shown.summary.changed) }</small>
            </div>
            <ul class="causes ways">
                { for open }
                { for settled.map(|it| way(view, shown, it)) }
            </ul>
        </section>
    }
}

fn way(view: &View, shown: &Review, it: &Rewriting) -> Html {
    let kind = it.kind;
    let wanted = Filter {
        change: Some(kind),
        ..Filter::default()
    };
    let (pressed, onclick) = alone(view.on, &shown.table.filter, wanted);
    let keep = kind
        .can_be_kept()
        .then(|| policy(view, message::keep_all(), |kept| kept.with(kind)));
    html! {
        <li key={format!("{kind:?}")} data-testid="way">
            <b class="n">{ number(it.rows) }</b>
            <div class="what">
                <button type="button" class="name" aria-pressed={pressed.to_string()} {onclick}>{ words::short(kind) }</button>
                { keep }
                if let Some(change) = &it.example { <small class="eg dim">{ difference(change) }</small> }
            </div>
        </li>
    }
}

/// A way in which nothing is rewritten, by the user's choice.
fn kept_way(view: &View, kind: ChangeKind) -> Html {
    html! {
        <li key={format!("{kind:?}")} data-testid="way">
            <span class="n" />
            <div class="what">
                <span class="name">{ words::short(kind) }</span>
                { policy(view, message::rewrite(), |kept| kept.without(kind)) }
                <small class="eg dim">{ message::kept() }</small>
            </div>
        </li>
    }
}

/// A button that changes which ways are kept.
fn policy(view: &View, label: &'static str, change: impl Fn(ChangeKinds) -> ChangeKinds) -> Html {
    let now = &view.model.policy;
    let policy = Policy {
        kept: change(now.kept),
        ..now.clone()
    };
    button("mini", view.on, Msg::Policy(policy), label.into())
}

/// What stood there, and what stands there now.
pub(super) fn difference(change: &Change) -> Html {
    let part = |text: &str, tag: fn(String) -> Html| match text {
        "" => html! { <span class="dim">{ message::nothing() }</span> },
        text => tag(visible(text).into_owned()),
    };
    html! {
        <>
            { part(&change.before, |text| html! { <code><del><bdi dir="ltr">{ text }</bdi></del></code> }) }
            { " → " }
            { part(&change.after, |text| html! { <code><ins><bdi dir="ltr">{ text }</bdi></ins></code> }) }
        </>
    }
}
