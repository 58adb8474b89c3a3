//! What a source is given that lacks a field: the form, and the presets that it can be kept as.
//!
//! The first screen has it beside what is given, the review among its settings. Five fields are in
//! view; what differs by type, alerts and device groups, and the fields of templates are folded, and
//! each fold says what stands in it.

mod by_type;
mod expires;
mod groups;
mod presets;
mod template;

use ioculate_core::{
    change::Field,
    check::Defaults,
    indicator::{Action, Severity},
};
use yew::prelude::*;

use crate::{
    parts::{Select, names, or_none},
    shell::View,
    state::Msg,
    words::message::{choose as first, defaults as message},
};

/// The actions that the API takes today, the harmless one first.
pub(crate) const ACTIONS: [Action; 5] = [
    Action::Audit,
    Action::Warn,
    Action::Block,
    Action::BlockAndRemediate,
    Action::Allowed,
];

/// The form under its heading, whose id is `heading`.
pub fn defaults(heading: &'static str, fields: Html) -> Html {
    html! {
        <>
            <div class="sec">
                <div class="bar-h"><h2 id={heading}>{ first::defaults() }</h2></div>
                <p class="small dim">{ first::defaults_body() }</p>
            </div>
            <div class="sec">{ fields }</div>
        </>
    }
}

/// The form alone.
pub fn fields(view: &View) -> Html {
    let edit = Edit { view };
    html! {
        <div class="defaults">
            { presets::presets(view) }
            <div class="fields">
                { edit.action() }
                { edit.severity() }
                { template::text(edit, Field::Title) }
                { template::text(edit, Field::Description) }
                { template::fields() }
                { expires::for_all(edit) }
            </div>
            { by_type::by_type(edit) }
            { groups::fold(edit) }
        </div>
    }
}

/// Defaults of which one thing can be chosen otherwise.
#[derive(Clone, Copy)]
struct Edit<'a> {
    view: &'a View<'a>,
}

impl Edit<'_> {
    fn now(&self) -> &Defaults {
        &self.view.model.defaults
    }

    /// Has what a choice changes hold from now on.
    fn on<T: 'static>(self, change: impl Fn(&mut Defaults, T) + 'static) -> Callback<T> {
        let (on, now) = (self.view.on.clone(), self.now().clone());
        Callback::from(move |chosen: T| {
            let mut defaults = now.clone();
            change(&mut defaults, chosen);
            on.emit(Msg::Defaults(defaults));
        })
    }

    fn action(self) -> Html {
        let now = self.now().action;
        let on = self.on(|it: &mut Defaults, at: usize| {
            it.action = ACTIONS.get(at).copied().unwrap_or(it.action);
        });
        let options = names(&ACTIONS, Action::as_str);
        let chosen = ACTIONS.iter().position(|it| *it == now);
        html! {
            <label class="field">
                <span>{ message::action() }</span>
                <Select {options} {chosen} {on} testid="default-action" />
                if now == Action::Audit { <small>{ message::audit_blocks_nothing() }</small> }
            </label>
        }
    }

    fn severity(self) -> Html {
        let on = self.on(|it: &mut Defaults, chosen| it.severity = chosen);
        html! {
            <label class="field">
                <span>{ message::severity() }</span>
                { or_none((None, "default-severity"), message::no_severity(), Severity::ALL, Severity::as_str, self.now().severity, &on) }
            </label>
        }
    }
}

/// What is wrong with a field, beside it.
fn fault(said: String) -> Html {
    html! { <small class="bad" role="alert">{ said }</small> }
}
