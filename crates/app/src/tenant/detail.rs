//! Everything about the indicator under the cursor.

use ioculate_core::{
    session::{Beside, SameFile, TenantDetail, TenantFilter, TenantOnly},
    tenant::Expires,
};
use yew::prelude::*;

use crate::{
    parts::{DETAILS, Icon, Tone, back_to_rows, button, code, data, icon, plain, visible},
    review::steps,
    shell::View,
    state::{Held, Look, Msg},
    words::{
        held as words,
        message::{held as message, review as review_message, tenant as tenant_message},
    },
};

/// The fields that are told first; the others follow as they were listed.
const FIRST: [&str; 12] = [
    "indicatorValue",
    "indicatorType",
    "action",
    "severity",
    "expirationTime",
    "title",
    "description",
    "recommendedActions",
    "rbacGroupNames",
    "generateAlert",
    "createdBy",
    "createdByDisplayName",
];

pub(super) fn detail(view: &View, held: &Held, it: &TenantDetail) -> Html {
    let row = &it.row;
    let is_past = row
        .expires
        .is_some_and(|at| Expires::At(at).is_past(view.model.now));
    html! {
        <section class="sec sheet" aria-labelledby={DETAILS} data-testid="held-detail" onkeydown={back_to_rows()}>
            <div class="bar-h">
                <h2 id={DETAILS} tabindex="-1">{ row.indicator_type.as_str() }</h2>
                <span class="small">{ row.action.as_str() }</span>
                { steps(&held.table, view.on) }
            </div>
            <div class="detail">
                <p>{ data(&row.value) }</p>
                if is_past {
                    <p class="finding-line small">{ icon(Icon::Error, Tone::Bad) }<span>{ message::expired_body() }</span></p>
                }
                { beside(view, it) }
                { same_file(view, it) }
                { fields(it) }
            </div>
        </section>
    }
}

fn beside(view: &View, it: &TenantDetail) -> Html {
    let line = |other: &Beside| {
        html! {
            <li>
                <span>
                    <b>{ other.action.as_str() }</b>{ ", " }{ visible(&other.title).into_owned() }
                    <small class="dim">{ " " }{ tenant_message::made_by(&visible(&other.created_by), &groups(&other.rbac_group_names)) }</small>
                    <br />{ words::wins(other.wins, (it.row.action.as_str(), &it.row.rbac_group_names), (other.action.as_str(), &other.rbac_group_names)) }
                </span>
            </li>
        }
    };
    let others = it.beside.iter().map(line).collect();
    let filter = TenantFilter {
        indicator_type: Some(it.row.indicator_type),
        text: it.row.value.clone(),
        ..TenantFilter::default()
    };
    together(view, tenant_message::beside(), others, filter)
}

fn groups(names: &[String]) -> String {
    match names {
        [] => review_message::all_devices().to_owned(),
        names => visible(&names.join(", ")).into_owned(),
    }
}

fn same_file(view: &View, it: &TenantDetail) -> Html {
    let line = |other: &SameFile| {
        html! {
            <li>
                <span>
                    <b>{ other.indicator_type.as_str() }</b>{ ", " }{ other.action.as_str() }
                    <br />{ code(&other.value) }
                    <br />{ words::wins(other.wins, (it.row.indicator_type.as_str(), &[]), (other.indicator_type.as_str(), &[])) }
                </span>
            </li>
        }
    };
    let others = it.same_file.iter().map(line).collect();
    let filter = TenantFilter {
        only: Some(TenantOnly::SameFile),
        text: it.row.title.clone(),
        ..TenantFilter::default()
    };
    together(view, message::same_file(), others, filter)
}

/// What belongs to it, where there is any, and the way to see these alone.
fn together(view: &View, heading: &'static str, others: Vec<Html>, filter: TenantFilter) -> Html {
    if others.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <h3>{ heading }</h3>
            <ul class="edits">{ for others }</ul>
            { button("mini", view.on, Msg::Look(Look::For(filter)), message::show_these().into()) }
        </div>
    }
}

fn fields(it: &TenantDetail) -> Html {
    let named = |name: &&str| it.fields.iter().find(|(field, _)| field == name);
    let others = it.fields.iter();
    let others = others.filter(|(field, _)| !FIRST.contains(&&**field));
    let fields = FIRST.iter().filter_map(named).chain(others);
    let line = |(name, said): &(String, String)| html! { <div><dt>{ plain(name) }</dt><dd>{ plain(said) }</dd></div> };
    let all_devices = !it.row.rbac_group_names.iter().any(|name| !name.is_empty());
    html! {
        <div>
            <h3>{ message::fields() }</h3>
            <dl class="pairs">
                { for fields.map(line) }
                if all_devices { <div><dt>{ "rbacGroupNames" }</dt><dd class="dim">{ review_message::all_devices() }</dd></div> }
            </dl>
        </div>
    }
}
