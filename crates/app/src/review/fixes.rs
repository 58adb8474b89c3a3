//! Buttons that apply a fix.

use ioculate_core::session::{Applicability, Fix, Scope};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    parts::button,
    state::Msg,
    words::{cause as words, message::cause as message},
};

/// The most days that an expiration may lie ahead here.
const MOST_DAYS: u16 = 3_650;

/// A button for each fix, for the rows of one scope; with how many those are, where a fix changes
/// what several rows mean.
pub(super) fn fixes(
    fixes: &[Fix],
    scope: &Scope,
    rows: u32,
    title: &str,
    on: &Callback<Msg>,
) -> Html {
    if fixes.is_empty() {
        return Html::default();
    }
    let told = |fix: &Fix| match fix.applicability() {
        Applicability::Ask if rows > 1 => Some(rows),
        _ => None,
    };
    let one = |fix: &Fix| match fix {
        Fix::ExpireIn { days } => {
            html! { <ExpireIn days={*days} rows={told(fix)} scope={scope.clone()} on={on.clone()} /> }
        }
        fix => {
            let msg = Msg::Fix(fix.clone(), scope.clone());
            let label = words::fix_of(fix, told(fix));
            let button = button("mini", on, msg, label.into());
            match words::meaning(fix) {
                Some(meaning) => {
                    html! { <span class="choice">{ button }<small class="dim">{ meaning }</small></span> }
                }
                None => button,
            }
        }
    };
    html! { <span class="fix" role="group" aria-label={message::fixes_for(title)}>{ for fixes.iter().map(one) }</span> }
}

#[derive(PartialEq, Properties)]
struct ExpireInProps {
    days: u16,
    rows: Option<u32>,
    scope: Scope,
    on: Callback<Msg>,
}

/// Expire in so many days; the number is the box's own until the button is pressed.
#[component]
fn ExpireIn(props: &ExpireInProps) -> Html {
    let number = use_node_ref();
    let onclick = {
        let (number, scope, on, offered) = (
            number.clone(),
            props.scope.clone(),
            props.on.clone(),
            props.days,
        );
        Callback::from(move |_: MouseEvent| {
            let days = number
                .cast::<HtmlInputElement>()
                .and_then(|input| input.value().parse().ok());
            let days = days.unwrap_or(offered).clamp(1, MOST_DAYS);
            on.emit(Msg::Fix(Fix::ExpireIn { days }, scope.clone()));
        })
    };
    html! {
        <span class="days">
            <button type="button" class="mini" {onclick}>{ words::expire_in(props.rows) }</button>
            <input
                ref={number}
                type="number"
                min="1"
                max={MOST_DAYS.to_string()}
                value={props.days.to_string()}
                aria-label={message::days_of_box()}
            />
            <span>{ message::days() }</span>
        </span>
    }
}
