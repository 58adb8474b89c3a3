//! A choice among a few, held to what the page knows.
//!
//! A browser remembers what was chosen in a `<select>` by hand, and an option's `selected` attribute
//! says nothing to it from then on. So the choice is set anew whenever what the page knows changes, and
//! when it is drawn after a choice: what came of that may be what the page knew before.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a choice shows.
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// Its classes.
    #[prop_or_default]
    pub class: Classes,
    /// Its name, where no label stands around it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// For tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
    /// The id of what is said about it.
    #[prop_or_default]
    pub about: Option<AttrValue>,
    /// Whether it holds what cannot be.
    #[prop_or_default]
    pub wrong: bool,
    /// What can be chosen.
    pub options: Vec<AttrValue>,
    /// In which language each of them is, where they are not in the page's.
    #[prop_or_default]
    pub langs: Vec<AttrValue>,
    /// Which of them is chosen.
    pub chosen: Option<usize>,
    /// Is told which one was chosen.
    pub on: Callback<usize>,
}

/// The choice.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let select = use_node_ref();
    let held = use_mut_ref(|| None);
    {
        let (select, held) = (select.clone(), held.clone());
        let known = Some((props.chosen, props.options.len()));
        use_effect(move || {
            if held.replace(known) == known {
                return;
            }
            let index = known.and_then(|(chosen, _)| i32::try_from(chosen?).ok());
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_selected_index(index.unwrap_or(-1));
            }
        });
    }
    let on = props.on.clone();
    let onchange = Callback::from(move |event: Event| {
        held.replace(None);
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Ok(index) = usize::try_from(select.selected_index()) {
            on.emit(index);
        }
    });
    let option = |(index, name): (usize, &AttrValue)| {
        let lang = props.langs.get(index).cloned();
        html! { <option {lang} selected={props.chosen == Some(index)}>{ name }</option> }
    };
    html! {
        <select
            ref={select}
            class={props.class.clone()}
            aria-label={props.label.clone()}
            aria-describedby={props.about.clone()}
            aria-invalid={props.wrong.then_some("true")}
            data-testid={props.testid.clone()}
            {onchange}
        >
            { for props.options.iter().enumerate().map(option) }
        </select>
    }
}

/// The names of several things, as options.
pub fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<AttrValue> {
    all.iter().map(|it| AttrValue::Static(name(*it))).collect()
}

/// A choice of one of several, or of none of them; with its name where no label stands around it, and
/// its name for tests.
pub fn or_none<T: Copy + PartialEq + 'static>(
    (label, testid): (Option<AttrValue>, &'static str),
    none: &'static str,
    all: &'static [T],
    name: fn(T) -> &'static str,
    now: Option<T>,
    on: &Callback<Option<T>>,
) -> Html {
    let mut options = vec![AttrValue::Static(none)];
    options.extend(names(all, name));
    let place = |now| all.iter().position(|it| *it == now).map(|at| at + 1);
    let chosen = now.map_or(Some(0), place);
    let on = on.reform(|at: usize| at.checked_sub(1).and_then(|at| all.get(at).copied()));
    html! { <Select {label} {options} {chosen} {on} {testid} /> }
}
