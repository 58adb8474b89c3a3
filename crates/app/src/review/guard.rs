//! What the guard holds back or warns of, and how it is overridden.

use ioculate_core::session::{
    CaughtBy, Choices, Filter, Fix, GuardState, Guarded, Override, RowView, Scope,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::problems::{Line, line};
use crate::{
    parts::{Icon, Tone, button, data, icon, plain},
    shell::View,
    state::{Dialog, Msg, Review},
    words::{
        guard as words,
        message::{common, guard as message},
        say,
    },
};

fn mark(it: &Guarded) -> Html {
    if it.stops {
        icon(Icon::Shield, Tone::Bad)
    } else {
        icon(Icon::Warn, Tone::Warn)
    }
}

fn testid(it: &Guarded) -> &'static str {
    if it.stops {
        "guard-stop"
    } else {
        "guard-caution"
    }
}

fn rows(it: &Guarded) -> Filter {
    Filter {
        guard: Some(CaughtBy {
            list: it.list.clone(),
            stops: it.stops,
        }),
        ..Filter::default()
    }
}

/// What a list of the guard says, as a cause.
pub(super) fn cause(view: &View, review: &Review, it: &Guarded) -> Html {
    let (name, why) = words::list(&it.list);
    let example = html! { <small class="eg dim">{ data(&it.example) }</small> };
    // While the question stands over the page, the name is typed there.
    let asks = view.who.is_some() && review.dialog == Dialog::None;
    let is_in_part = (1..it.rows).contains(&it.overridden);
    let body = if it.stops {
        html! {
            <>
                { example }
                <details class="note small">
                    <summary>{ if it.overridden == it.rows { message::overridden() } else { message::held_back() } }</summary>
                    <p>{ why }if is_in_part { { common::between_sentences() }{ words::decided(it.rows, it.overridden) } }</p>
                    if asks { { type_tenant(view, it) } }
                </details>
            </>
        }
    } else {
        html! { <><span class="fix">{ leave_out(view, it) }</span>{ example }</> }
    };
    let line_of = Line {
        mark: mark(it),
        count: it.rows,
        name,
        filter: rows(it),
        testid: Some(testid(it)),
    };
    line(view, review, line_of, body)
}

fn leave_out(view: &View, it: &Guarded) -> Html {
    let scope = Scope::Guard {
        list: it.list.clone(),
        stops: it.stops,
    };
    let label = message::leave_out(it.rows);
    button(
        "mini",
        view.on,
        Msg::Fix(Fix::LeaveOut, scope),
        label.into(),
    )
}

/// Where the guard's lists are from, in small.
pub(super) fn source(state: &GuardState) -> Html {
    match state {
        GuardState::Unloaded => Html::default(),
        GuardState::Loading => html! { <p class="small dim">{ message::loading() }</p> },
        GuardState::Loaded {
            source,
            date,
            licence,
        } => html! {
            <p class="small dim">{ message::lists(plain(&message::source(source, date, licence))) }</p>
        },
        GuardState::Missing { reason } => html! {
            <p class="small">
                { icon(Icon::Warn, Tone::Warn) }{ " " }
                { message::missing() }{ common::between_sentences() }{ plain(say::told(reason)) }
            </p>
        },
    }
}

/// What the guard says, in the dialog.
pub(super) fn findings(view: &View, review: &Review) -> Html {
    let guarded = review.summary.guarded.iter().zip(0..);
    html! { <>{ for guarded.map(|(it, at)| finding(view, it, at)) }</> }
}

fn finding(view: &View, it: &Guarded, at: u32) -> Html {
    let (name, why) = words::list(&it.list);
    let example = data(&it.example);
    let (heading, fate) = if it.stops {
        let fate = words::decided(it.rows, it.overridden);
        (message::stop(name, example), fate)
    } else {
        (message::caution(name, example), message::cautioned(it.rows))
    };
    let id = format!("dlg-g{at}");
    let (on, filter) = (view.on.clone(), rows(it));
    let show = Callback::from(move |_: MouseEvent| {
        on.emit(Msg::CloseDialog);
        on.emit(Msg::Filter(filter.clone()));
    });
    html! {
        <section class="finding" aria-labelledby={id.clone()} data-testid={testid(it)}>
            { mark(it) }
            <div>
                <h3 {id}>{ heading }</h3>
                <p class="small">{ why }{ common::between_sentences() }{ fate }</p>
                if it.stops { { type_tenant(view, it) } }
                <span class="menu">
                    <button type="button" class="mini" onclick={show}>{ message::show(it.rows) }</button>
                    if !it.stops { { leave_out(view, it) } }
                </span>
            </div>
        </section>
    }
}

/// The box for the tenant's name, for all that a list stops; where it was typed, the way back.
fn type_tenant(view: &View, it: &Guarded) -> Html {
    let others = view.model.choices.overridden.iter();
    let held: Vec<Override> = others
        .filter(|other| other.list != it.list)
        .cloned()
        .collect();
    let given = Override {
        list: it.list.clone(),
        row: None,
        set: it.set,
    };
    let ask = Ask {
        rows: it.rows,
        testid: "guard-type-tenant",
        is_given: it.overridden == it.rows,
        overriding: with(&held, given),
        held,
    };
    ask.shown(view)
}

/// The same for one row, where its list is not overridden as a whole.
pub(super) fn type_tenant_for_row(view: &View, review: &Review, row: &RowView) -> Html {
    // While the question stands over the page, the name is typed there.
    let Some(it) = row
        .caught
        .as_ref()
        .filter(|it| it.stops && review.dialog == Dialog::None)
    else {
        return Html::default();
    };
    let given = Override {
        list: it.list.clone(),
        row: Some(row.row),
        set: it.set,
    };
    let all = &view.model.choices.overridden;
    if it.overridden && !all.contains(&given) {
        return Html::default();
    }
    // What was given for other rows than the list stops now holds no more.
    let holds =
        |other: &&Override| **other != given && (other.list != it.list || other.set == it.set);
    let held: Vec<Override> = all.iter().filter(holds).cloned().collect();
    let ask = Ask {
        rows: 1,
        testid: "row-type-tenant",
        is_given: it.overridden,
        overriding: with(&held, given),
        held,
    };
    ask.shown(view)
}

fn with(held: &[Override], given: Override) -> Vec<Override> {
    held.iter().cloned().chain([given]).collect()
}

/// What the tenant's name is asked for.
struct Ask {
    rows: u32,
    testid: &'static str,
    is_given: bool,
    /// What is overridden with it.
    overriding: Vec<Override>,
    /// What is without.
    held: Vec<Override>,
}

impl Ask {
    fn shown(self, view: &View) -> Html {
        let Some(who) = view.who else {
            return Html::default();
        };
        let (overriding, held) = (choices(view, self.overriding), choices(view, self.held));
        let (on, tenant) = (view.on.clone(), who.tenant.clone());
        let oninput = Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if is_named(&tenant, &input.value()) {
                on.emit(Msg::Choices(overriding.clone()));
            }
        });
        html! {
            <label class="menu small typed">
                <span>{ message::type_tenant(self.rows, html! { <b>{ plain(&who.tenant) }</b> }) }</span>
                // The box stays, and the focus in it.
                <input
                    data-testid={self.testid}
                    autocomplete="off"
                    spellcheck="false"
                    readonly={self.is_given}
                    value={self.is_given.then(|| who.tenant.clone())}
                    {oninput}
                />
                if self.is_given { { button("mini", view.on, Msg::Choices(held), message::hold().into()) } }
            </label>
        }
    }
}

fn choices(view: &View, overridden: Vec<Override>) -> Choices {
    Choices {
        overridden,
        ..view.model.choices.clone()
    }
}

/// Whether a text is the tenant's name, in any case and whatever blanks stand around it.
fn is_named(tenant: &str, typed: &str) -> bool {
    let folded = |text: &str| text.trim().to_lowercase();
    !tenant.trim().is_empty() && folded(tenant) == folded(typed)
}

#[cfg(test)]
mod tests {
    use super::is_named;

    #[test]
    fn a_name_is_typed_whole_in_any_case() {
        let cases = [
            ("Contoso Ltd", "Contoso Ltd", true),
            ("Contoso Ltd", "  contoso LTD ", true),
            ("Contoso Ltd", "Contoso", false),
            ("Contoso Ltd", "Contoso  Ltd", false),
            ("Contoso Ltd", "", false),
            ("Ünal", "ünal", true),
            (" ", "", false),
        ];
        for (tenant, typed, named) in cases {
            assert_eq!(is_named(tenant, typed), named, "{typed:?} for {tenant:?}");
        }
    }
}
