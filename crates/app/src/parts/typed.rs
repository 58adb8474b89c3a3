//! A box for one line of text.
//!
//! What is typed is the box's own until it is left, or Enter is pressed: the page is drawn again while
//! somebody types, for news of the worker, and a box held to what the page knows would lose the text.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a box shows.
#[derive(Clone, PartialEq, Properties)]
pub struct TypedProps {
    /// What the page knows.
    pub value: AttrValue,
    /// `text`, or another type of an `<input>`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// The least and most, of a number.
    #[prop_or_default]
    pub range: Option<(u16, u16)>,
    /// What it shows while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Its name, where no label stands around it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The id of what is offered.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    /// The id of what is said about it.
    #[prop_or_default]
    pub about: Option<AttrValue>,
    /// Whether it holds what cannot be.
    #[prop_or_default]
    pub wrong: bool,
    /// For tests.
    pub testid: AttrValue,
    /// Is told every text on the way.
    #[prop_or_default]
    pub typing: Callback<String>,
    /// Is told the text in the end, without blanks around it; and whether the browser takes it for
    /// what it is to be.
    pub on: Callback<(String, bool)>,
}

/// The box.
#[component]
pub fn Typed(props: &TypedProps) -> Html {
    let text = use_state(|| props.value.to_string());
    {
        let text = text.setter();
        use_effect_with(props.value.clone(), move |value| {
            text.set(value.to_string());
        });
    }
    let oninput = {
        let (text, typing) = (text.setter(), props.typing.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            text.set(input.value());
            typing.emit(input.value());
        })
    };
    let onchange = {
        let (text, on, value) = (text.setter(), props.on.clone(), props.value.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let is_good = input.check_validity();
            if is_good {
                // What comes of it is told; until then, and where nothing does, the box says what is.
                text.set(value.to_string());
            }
            on.emit((input.value().trim().to_owned(), is_good));
        })
    };
    html! {
        <input
            type={props.kind.clone()}
            min={props.range.map(|(least, _)| least.to_string())}
            max={props.range.map(|(_, most)| most.to_string())}
            list={props.list.clone()}
            placeholder={props.placeholder.clone()}
            value={(*text).clone()}
            aria-label={props.label.clone()}
            aria-describedby={props.about.clone()}
            aria-invalid={props.wrong.then_some("true")}
            data-testid={props.testid.clone()}
            {oninput}
            {onchange}
        />
    }
}
