//! In how many days what is sent expires.

use ioculate_core::{check::Defaults, indicator::TypeGroup};
use yew::prelude::*;

use super::{Edit, fault};
use crate::{
    parts::{Select, Typed},
    words::{defaults as words, message::defaults as message},
};

/// Expirations offered, in days.
const DAYS: [Option<u16>; 5] = [Some(30), Some(90), Some(180), Some(365), None];

/// The most days that an expiration may lie ahead here.
pub(super) const MOST_DAYS: u16 = 3_650;

/// The expiration of all types; that it differs by type where it does.
pub(super) fn for_all(edit: Edit) -> Html {
    let of = |group| edit.now().of(group).expires_in_days;
    let first = of(TypeGroup::Files);
    let is_same = TypeGroup::ALL.into_iter().all(|group| of(group) == first);
    let on = edit.on(|it: &mut Defaults, days| {
        for group in TypeGroup::ALL {
            it.of_mut(group).expires_in_days = days;
        }
    });
    let shared = if is_same {
        Shared::By(first)
    } else {
        Shared::No
    };
    html! { <ForAll {shared} {on} /> }
}

/// Whether one expiration holds for all types.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shared {
    /// This one, in days; none never expires.
    By(Option<u16>),
    /// They differ.
    No,
}

#[derive(PartialEq, Properties)]
struct ForAllProps {
    shared: Shared,
    on: Callback<Option<u16>>,
}

/// A choice among the usual ones, with a box for any other number.
#[component]
fn ForAll(props: &ForAllProps) -> Html {
    let asked = use_state(|| false);
    let shared = props.shared;
    let usual = DAYS.iter().position(|it| shared == Shared::By(*it));
    let by_type = usize::from(shared == Shared::No);
    let other = by_type + DAYS.len();
    let mut options: Vec<AttrValue> = Vec::new();
    options.extend((by_type == 1).then_some(message::by_type_below().into()));
    options.extend(DAYS.iter().map(|days| words::expires(*days).into()));
    options.push(message::other_days().into());
    let (is_other, days) = match shared {
        Shared::By(days) => (*asked || usual.is_none(), days),
        Shared::No => (*asked, None),
    };
    let chosen = match usual {
        _ if is_other => other,
        Some(at) => by_type + at,
        None => 0,
    };
    let on = {
        let (asked, on) = (asked.setter(), props.on.clone());
        Callback::from(move |at: usize| {
            asked.set(at == other);
            if let Some(days) = at.checked_sub(by_type).and_then(|at| DAYS.get(at)) {
                on.emit(*days);
            }
        })
    };
    html! {
        <div class="wide">
            <label class="field">
                <span>{ message::expires() }</span>
                <Select {options} chosen={Some(chosen)} {on} testid="default-expires" />
            </label>
            if is_other {
                <Days label={message::expires_in_days()} {days} on={props.on.clone()} testid="default-expires-days" />
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct DaysProps {
    /// Its name.
    pub label: AttrValue,
    /// What holds; none never expires.
    pub days: Option<u16>,
    pub on: Callback<Option<u16>>,
    /// For tests.
    pub testid: &'static str,
}

/// A box for a number of days; empty, it never expires.
#[component]
pub(super) fn Days(props: &DaysProps) -> Html {
    let wrong = use_state(|| false);
    let on = {
        let (wrong, on) = (wrong.setter(), props.on.clone());
        // Letters leave the text of such a box empty: the browser alone knows of them.
        Callback::from(move |(text, is_good): (String, bool)| {
            wrong.set(!is_good);
            if is_good {
                on.emit(text.parse().ok());
            }
        })
    };
    let value = props.days.map(|days| days.to_string());
    html! {
        <>
            <Typed
                value={value.unwrap_or_default()}
                kind="number"
                range={(1, MOST_DAYS)}
                placeholder={message::never()}
                label={props.label.clone()}
                wrong={*wrong}
                testid={props.testid}
                {on}
            />
            if *wrong { { fault(message::wrong_days(MOST_DAYS.into())) } }
        </>
    }
}
