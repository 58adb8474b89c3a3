//! Causes with their count, an example, and what can be done for all at once.

use ioculate_core::{
    diagnostic::{Diagnostic, Gravity},
    session::{Cause, Filter, Fix, Scope, SourceFile},
};
use yew::prelude::*;

use super::{fixes::fixes, guard, tenant};
use crate::{
    figures::number,
    parts::{Icon, Tone, data, gravity, icon, why},
    shell::View,
    state::{Msg, Review},
    words::{message::review as message, review as words, say},
};

/// The code of rows that carry one value with several actions.
const CONFLICT: &str = "conflict";
/// The code of rows whose expiration has passed.
const EXPIRED: &str = "expired";

pub(super) fn problems(view: &View, review: &Review) -> Html {
    let causes = &review.summary.causes;
    let records = causes.iter().map(|cause| cause.count).sum();
    let summary = &review.summary;
    let (stops, cautions): (Vec<_>, Vec<_>) = summary.guarded.iter().partition(|it| it.stops);
    let guarded = |all: Vec<_>| -> Html {
        let lines = all.into_iter().map(|it| guard::cause(view, review, it));
        lines.collect()
    };
    let of_the_tenant = tenant::causes(view, review);
    let is_clear = causes.is_empty()
        && summary.guarded.is_empty()
        && of_the_tenant.is_empty()
        && summary.unread_files() == 0;
    html! {
        <section class="sec" aria-labelledby="h-p">
            <div class="bar-h">
                <h2 id="h-p">{ message::problems() }</h2>
                if !causes.is_empty() { <small class="dim push">{ words::problems(records, causes.len()) }</small> }
            </div>
            if is_clear {
                <p class="small dim">{ message::no_problems() }</p>
            } else {
                <ul class="causes">
                    { for summary.unread().map(unread) }
                    { guarded(stops) }
                    { for of_the_tenant }
                    { for in_order(causes).map(|it| cause(view, review, it)) }
                    { guarded(cautions) }
                </ul>
            }
            { guard::source(&review.summary.guard) }
            { tenant::seen(view) }
        </section>
    }
}

/// A file that could not be read has no rows to be shown alone.
fn unread((file, found): (&SourceFile, &Diagnostic)) -> Html {
    html! {
        <li data-testid="unread">
            { gravity(Gravity::Error) }
            <b class="n"></b>
            <div class="what">
                <b>{ say::title(&found.finding) }</b>
                { why(found.code()) }
                <small class="eg dim">{ data(&file.name) }</small>
            </div>
        </li>
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
    let title = say::title(&cause.example.finding);
    let filter = Filter {
        code: Some(cause.code.clone()),
        ..Filter::default()
    };
    let scope = Scope::Code {
        code: cause.code.clone(),
    };
    // Which row to send is chosen in that row's details.
    let for_all = cause.fixes.iter().filter(|fix| **fix != Fix::ChooseThis);
    let for_all: Vec<Fix> = for_all.cloned().collect();
    let body = html! {
        <>
            { why(&cause.code) }
            { fixes(&for_all, &scope, cause.count, title, view.on) }
            <small class="eg dim">{ data(&cause.example_value) }</small>
        </>
    };
    let line_of = Line {
        mark: mark(cause),
        count: cause.count,
        name: title,
        filter,
        testid: None,
    };
    line(view, review, line_of, body)
}

/// What a line of the panel begins with.
pub(super) struct Line {
    pub(super) mark: Html,
    /// Rows.
    pub(super) count: u32,
    pub(super) name: &'static str,
    /// Those rows.
    pub(super) filter: Filter,
    /// For tests.
    pub(super) testid: Option<&'static str>,
}

/// A line of the panel: its name shows its rows alone, and all of them again.
pub(super) fn line(view: &View, review: &Review, line: Line, body: Html) -> Html {
    let (pressed, onclick) = alone(view.on, &review.table.filter, line.filter);
    html! {
        <li data-testid={line.testid}>
            { line.mark }
            <b class="n">{ number(line.count) }</b>
            <div class="what">
                <button type="button" class="name" aria-pressed={pressed.to_string()} {onclick}>{ line.name }</button>
                { body }
            </div>
        </li>
    }
}

/// Whether the table shows these rows alone, and what changes that.
pub(super) fn alone(
    on: &Callback<Msg>,
    now: &Filter,
    wanted: Filter,
) -> (bool, Callback<MouseEvent>) {
    let pressed = Filter {
        text: String::new(),
        ..now.clone()
    } == wanted.clone().ordered_as(now);
    let wanted = if pressed { Filter::default() } else { wanted };
    let wanted = wanted.ordered_as(now);
    let on = on.clone();
    let onclick = Callback::from(move |_: MouseEvent| on.emit(Msg::Filter(wanted.clone())));
    (pressed, onclick)
}

fn mark(cause: &Cause) -> Html {
    if cause.code == CONFLICT {
        icon(Icon::Conflict, Tone::Warn)
    } else {
        gravity(cause.gravity)
    }
}
