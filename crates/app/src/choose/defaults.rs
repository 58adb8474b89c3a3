//! What a source is given that lacks a field.

use ioculate_core::{
    check::Defaults,
    indicator::{Action, Severity, TypeGroup},
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::{shell::View, state::Msg, words::choose as words};

/// Expirations offered, in days.
const DAYS: [Option<u16>; 5] = [Some(30), Some(90), Some(180), Some(365), None];

/// The value of the option that leaves each group of types its own expiration.
const BY_TYPE: &str = "by-type";

/// The actions that the API takes today, the harmless one first.
const ACTIONS: [Action; 5] = [
    Action::Audit,
    Action::Warn,
    Action::Block,
    Action::BlockAndRemediate,
    Action::Allowed,
];

/// The form; `heading` is its id.
pub fn defaults(view: &View, heading: &'static str) -> Html {
    html! {
        <>
            <div class="sec">
                <div class="bar-h"><h2 id={heading}>{ words::DEFAULTS }</h2></div>
                <p class="small dim">{ words::DEFAULTS_BODY }</p>
            </div>
            <div class="sec">{ fields(view) }</div>
        </>
    }
}

/// The fields alone.
pub fn fields(view: &View) -> Html {
    let now = &view.model.defaults;
    let shared = shared_days(now);
    html! {
        <div class="fields">
            <label class="field">
                <span>{ words::ACTION }</span>
                <select data-testid="default-action" onchange={on_select(view, set_action)}>
                    { for ACTIONS.iter().map(|a| option(a.as_str(), a.as_str().to_owned(), *a == now.action)) }
                </select>
                if now.action == Action::Audit { <small>{ words::AUDIT_BLOCKS_NOTHING }</small> }
            </label>
            <label class="field">
                <span>{ words::SEVERITY }</span>
                <select onchange={on_select(view, set_severity)}>
                    { option("", words::NO_SEVERITY.to_owned(), now.severity.is_none()) }
                    { for Severity::ALL.iter().map(|s| option(s.as_str(), s.as_str().to_owned(), Some(*s) == now.severity)) }
                </select>
            </label>
            <label class="field wide">
                <span>{ words::TITLE }</span>
                <input
                    data-testid="default-title"
                    placeholder={words::TITLE_EXAMPLE}
                    value={now.title.clone()}
                    onchange={on_input(view, |d, text| d.title = text)}
                />
            </label>
            <label class="field wide">
                <span>{ words::DESCRIPTION }</span>
                <input
                    data-testid="default-description"
                    value={now.description.clone()}
                    onchange={on_input(view, |d, text| d.description = text)}
                />
            </label>
            <label class="field wide">
                <span>{ words::EXPIRES }</span>
                <select onchange={on_select(view, set_expiration)}>
                    if shared.is_none() { { option(BY_TYPE, words::EXPIRES_BY_TYPE.to_owned(), true) } }
                    { for DAYS.iter().map(|d| option_owned(days_value(*d), words::expires(*d), Some(*d) == shared)) }
                </select>
            </label>
        </div>
    }
}

fn option(value: &'static str, label: String, selected: bool) -> Html {
    html! { <option {value} {selected}>{ label }</option> }
}

fn option_owned(value: String, label: String, selected: bool) -> Html {
    html! { <option {value} {selected}>{ label }</option> }
}

fn days_value(days: Option<u16>) -> String {
    days.map_or_else(String::new, |days| days.to_string())
}

fn set_action(defaults: &mut Defaults, text: &str) {
    defaults.action = Action::read(text).unwrap_or(defaults.action);
}

fn set_severity(defaults: &mut Defaults, text: &str) {
    defaults.severity = Severity::read(text);
}

fn set_expiration(defaults: &mut Defaults, text: &str) {
    if text != BY_TYPE {
        *defaults = defaults.clone().expiring_in(text.parse().ok());
    }
}

/// The expiration of all types, where it is one.
fn shared_days(defaults: &Defaults) -> Option<Option<u16>> {
    let days = TypeGroup::ALL.map(|group| defaults.of(group).expires_in_days);
    days.iter()
        .all(|other| *other == days[0])
        .then_some(days[0])
}

fn on_select(view: &View, set: fn(&mut Defaults, &str)) -> Callback<Event> {
    let (on, now) = (view.on.clone(), view.model.defaults.clone());
    Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let mut defaults = now.clone();
        set(&mut defaults, &select.value());
        on.emit(Msg::Defaults(defaults));
    })
}

fn on_input(view: &View, set: fn(&mut Defaults, String)) -> Callback<Event> {
    let (on, now) = (view.on.clone(), view.model.defaults.clone());
    Callback::from(move |event: Event| {
        let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        let mut defaults = now.clone();
        set(&mut defaults, input.value().trim().to_owned());
        on.emit(Msg::Defaults(defaults));
    })
}
