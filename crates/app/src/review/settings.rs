//! The decisions that hold for all rows.

use ioculate_core::check::{Cidr, Hashes, Policy};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::{
    defaults,
    parts::Select,
    shell::View,
    state::Msg,
    words::{message::review as message, review as words},
};

/// The most addresses that one range may become: a /24.
const CAP: u32 = 256;

pub(super) fn settings(view: &View, weaker_hashes: u32) -> Html {
    let policy = &view.model.policy;
    html! {
        <section class="sec" aria-labelledby="h-s">
            <div class="bar-h"><h2 id="h-s">{ message::settings() }</h2></div>
            <div class="detail">
                { ranges(view) }
                { hashes(view, weaker_hashes) }
                <div>
                    { tick(view, message::legacy(), policy.legacy_as_written, |p, on| p.legacy_as_written = on) }
                    { tick(view, message::internal(), policy.internal_addresses, |p, on| p.internal_addresses = on) }
                </div>
                <div class="small-f">
                    <h3>{ crate::words::message::choose::defaults() }</h3>
                    { defaults::fields(view) }
                </div>
            </div>
        </section>
    }
}

fn ranges(view: &View) -> Html {
    let (on, policy) = (view.on.clone(), view.model.policy.clone());
    let now = policy.cidr;
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let cidr = match select.value().as_str() {
            "expand" => Cidr::Expand { cap: CAP },
            "single" => Cidr::SingleApi,
            _ => Cidr::Refuse,
        };
        on.emit(Msg::Policy(Policy {
            cidr,
            ..policy.clone()
        }));
    });
    html! {
        <label class="field small-f">
            <span>{ message::ranges() }</span>
            <select {onchange}>
                <option value="refuse" selected={now == Cidr::Refuse}>{ message::ranges_refuse() }</option>
                <option value="expand" selected={matches!(now, Cidr::Expand { .. })}>{ message::ranges_expand(CAP) }</option>
                <option value="single" selected={now == Cidr::SingleApi}>{ message::ranges_single() }</option>
            </select>
        </label>
    }
}

fn hashes(view: &View, weaker: u32) -> Html {
    const ALL: [Hashes; 2] = [Hashes::All, Hashes::Strongest];
    let (on, policy) = (view.on.clone(), view.model.policy.clone());
    let chosen = ALL.iter().position(|it| *it == policy.hashes);
    let on = Callback::from(move |index: usize| {
        let hashes = ALL.get(index).copied().unwrap_or_default();
        on.emit(Msg::Policy(Policy {
            hashes,
            ..policy.clone()
        }));
    });
    let options: Vec<AttrValue> = vec![
        message::hashes_all().into(),
        words::strongest(weaker).into(),
    ];
    html! {
        <label class="field small-f">
            <span>{ message::hashes() }</span>
            <Select {options} {chosen} {on} testid="hashes" />
        </label>
    }
}

fn tick(view: &View, label: &'static str, checked: bool, set: fn(&mut Policy, bool)) -> Html {
    let (on, policy) = (view.on.clone(), view.model.policy.clone());
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let mut policy = policy.clone();
        set(&mut policy, input.checked());
        on.emit(Msg::Policy(policy));
    });
    html! {
        <label class="small">
            <span class="tick"><input type="checkbox" {checked} {onchange} /></span>
            { label }
        </label>
    }
}
