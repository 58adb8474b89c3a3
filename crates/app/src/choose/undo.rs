//! The button that undoes a run.

use ioculate_core::journal::RunView;
use yew::prelude::*;

use crate::{
    parts::{Icon, Tone, command, icon},
    shell::View,
    state::{Errand, Msg},
    words::{runs, undo as words},
};

/// The button, where something of the run may be taken back and who is signed in may do it; while
/// nobody is, it signs in first.
pub(crate) fn undo(view: &View, run: &RunView, class: &'static str, label: &'static str) -> Html {
    let name = |label| runs::of_run(label, &view.name(run), run);
    match view.who {
        _ if !run.may_be_undone() => Html::default(),
        Some(who) if who.may_undo(run) && view.model.preparing.is_some() => {
            waits(class, name(label), label)
        }
        None => command(
            (class, "undo"),
            name(words::sign_in_and_undo(run)),
            view.on_sign_in_for,
            Errand::Undo(run.run.clone()),
            words::sign_in_and_undo(run).into(),
        ),
        Some(who) if who.may_undo(run) => command(
            (class, "undo"),
            name(label),
            view.on,
            Msg::Undo(run.run.clone()),
            html! { <>{ icon(Icon::Undo, Tone::Plain) }{ label }</> },
        ),
        Some(_) => Html::default(),
    }
}

/// The same while something is prepared. It stays where the focus can be.
fn waits(class: &'static str, name: String, label: &'static str) -> Html {
    html! {
        <button type="button" {class} data-testid="undo" aria-label={name} aria-disabled="true">{ icon(Icon::Undo, Tone::Plain) }{ label }</button>
    }
}
