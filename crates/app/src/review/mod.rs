//! The second screen: what would happen, and what can be done about it.

mod changes;
mod compared;
mod confirm;
mod detail;
mod edit;
mod fixes;
mod grid;
mod guard;
mod prepared;
mod problems;
mod row;
mod settings;
mod steps;
mod summary;
mod tenant;
mod tools;

pub use detail::{detail, steps};
pub use grid::Grid;
pub use tools::{AFTER, AFTER_PREPARED, tools};

use std::rc::Rc;

use ioculate_core::session::Detail;
use tools::BEFORE;
use yew::prelude::*;

use crate::{
    choose,
    parts::button,
    shell::{View, hint},
    sources::{self, sources},
    state::{Before, Edited, Hint, Msg, Review, Step},
    ways,
    words::{
        message::{
            choose as choose_message, edit as edit_message, review as message,
            tenant as tenant_message,
        },
        review as words,
    },
};

/// The screen's content.
pub fn main(view: &View, review: &Review) -> Html {
    let content = if review.before.is_some() {
        prepared::main(view, review)
    } else {
        own(view, review)
    };
    html! { <>{ content }{ confirm::dialog(view, review) }</> }
}

/// Of a list of the user's own.
fn own(view: &View, review: &Review) -> Html {
    let files = names(review);
    let editing = review.editing.as_ref();
    let many = editing.filter(|editing| editing.of == Edited::Rows);
    let row = review.table.detail.as_ref().filter(|_| many.is_none());
    html! {
        <>
            { summary::summary(view, review) }
            <div class="side">
                if view.in_full {
                    { problems::problems(view, review) }
                    // Kept while a row is looked at: what was unfolded there stays so.
                    <div class="lower" hidden={row.is_some() || many.is_some()}>
                        { sources(view, &review.summary.files, "h-files") }
                        { changes::changes(view, review) }
                        { settings::settings(view, review.summary.weaker_hashes) }
                    </div>
                }
                // A child that is there or not is an `if`, which keeps its place. An `Option` does not: those
                // before it would stand elsewhere, be drawn anew, and forget what was unfolded and typed.
                if let Some(it) = row {
                    { of_row(view, review, it, &files) }
                }
                if let Some(editing) = many { { edit::many(view, review, editing) } }
            </div>
            <section class="data" aria-label={message::rows()}>
                { tools(&review.table, review.summary.counts.records, Some(review.summary.changed), &BEFORE, steps::steps(view, review), view.on) }
                <Grid table={review.table.clone()} picked={review.picked.clone()} hidden={view.model.hidden} widths={view.model.widths} copy={review.copy.text().map(AttrValue::Rc)} {files} ended=false on={view.on.clone()} />
            </section>
        </>
    }
}

/// All about the row that is looked at.
fn of_row(view: &View, review: &Review, it: &Detail, files: &Rc<[AttrValue]>) -> Html {
    let editing = review.editing.as_ref();
    if let Some(editing) = editing.filter(|editing| editing.of == Edited::Row(it.view.row)) {
        return edit::one(it, review, editing, view.on);
    }
    let overriding = guard::type_tenant_for_row(view, review, &it.view);
    let (table, purpose) = (&review.table, &review.summary.purpose);
    detail(it, table, files, purpose, overriding, view.on)
}

/// Above the screen: what must be said before anything else can be decided.
pub fn notice(view: &View, review: &Review) -> Html {
    if review.before.is_some() {
        return Html::default();
    }
    sources::notice(view, &review.summary.files)
}

fn names(review: &Review) -> Rc<[AttrValue]> {
    review
        .summary
        .files
        .iter()
        .map(|file| AttrValue::from(file.name.clone()))
        .collect()
}

/// The foot: more input, and the one primary action.
pub fn foot(view: &View, review: &Review) -> Html {
    if review.before.is_some() {
        return prepared::foot(view, review);
    }
    html! {
        <footer class="foot">
            <span class="menu">
                { choose::file_button(view, "btn filebtn", message::add_more()) }
                { button("bare", view.on, Msg::Go(Step::Choose), choose_message::paste_more().into()) }
            </span>
            if view.who.is_some() {
                <span class="menu push">{ hint(view, Hint::Send) }{ before(view, review) }{ ways::opener(view, review) }{ send(view, review) }</span>
            } else {
                <span class="menu push">
                    <span class="small dim">{ message::sign_in_to_send() }</span>
                    { ways::opener(view, review) }
                    { view.sign_in.button.clone() }
                </span>
            }
        </footer>
    }
}

/// What must come first.
fn before(view: &View, review: &Review) -> Html {
    let (why, way_on) = match review.awaits(&view.model.tenant) {
        Some(Before::Tenant) => (tenant_message::waits(), tenant::skip(view)),
        Some(Before::Text) => (edit_message::save_first(), Html::default()),
        Some(Before::Guard) => (tenant_message::waits_for_guard(), Html::default()),
        Some(Before::Entries) if review.summary.counts.ready > 0 => {
            (tenant_message::nothing_to_send(), Html::default())
        }
        Some(Before::Sums | Before::Entries) | None => return Html::default(),
    };
    html! { <><span class="small dim">{ why }</span>{ way_on }</> }
}

fn send(view: &View, review: &Review) -> Html {
    let summary = &review.summary;
    let ready = review.awaits(&view.model.tenant).is_none();
    let on = view.on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::AskToSend));
    html! {
        <button type="button" class="main" data-testid="send" disabled={!ready} {onclick}>
            { words::send(summary.imports(), summary.deletions) }
            if ready { <small>{ words::in_calls(summary.calls, summary.calls_per_window) }</small> }
        </button>
    }
}
