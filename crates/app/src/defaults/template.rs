//! Title and description: what is wrong with one as a template, what it makes of the first row that
//! is ready, and which fields it can have.

use ioculate_core::{
    change::Field,
    check::{Defaults, check_template},
    session::Made,
};
use yew::prelude::*;

use super::{Edit, fault};
use crate::{
    parts::{Fold, Typed, plain},
    state::Msg,
    words::{defaults as words, message::defaults as message, say},
};

/// The box of one of the two, and what comes of what it holds.
pub(super) fn text(edit: Edit, field: Field) -> Html {
    let (label, testid, placeholder, of): (_, _, _, fn(&mut Defaults) -> &mut String) =
        if field == Field::Title {
            (
                message::title(),
                "default-title",
                Some(message::title_example()),
                |it| &mut it.title,
            )
        } else {
            (message::description(), "default-description", None, |it| {
                &mut it.description
            })
        };
    let value = std::mem::take(of(&mut edit.now().clone()));
    let preview = edit.view.model.previews.iter().find(|it| it.field == field);
    let wrong = match preview.map(|preview| (&preview.made, preview.template == value)) {
        Some((Made::Fault(finding), true)) => Some(finding.clone()),
        // What is still being written need not be whole.
        Some(_) => None,
        None => check_template(&value).err(),
    };
    let typing = edit
        .view
        .on
        .reform(move |text| Msg::TryText { field, text });
    let on = edit.on(move |it: &mut Defaults, (text, _)| *of(it) = text);
    let is_wrong = wrong.is_some();
    let about = format!("about-{testid}");
    html! {
        <div class="wide">
            <label class="field">
                <span>{ label }</span>
                <Typed
                    {value}
                    placeholder={placeholder.map(AttrValue::Static)}
                    wrong={is_wrong}
                    about={about.clone()}
                    {testid}
                    {typing}
                    {on}
                />
            </label>
            <div id={about}>
                if let Some(finding) = wrong { { fault(say::finding(&finding)) } }
                if let Some(preview) = preview { { made(&preview.made) } }
            </div>
        </div>
    }
}

/// What comes of a template.
fn made(made: &Made) -> Html {
    match made {
        Made::Text(text) => html! {
            <small data-testid="template-preview">{ message::first_row(html! { <b>{ plain(text) }</b> }) }</small>
        },
        Made::NoRow => html! { <small>{ message::no_row() }</small> },
        Made::Fault(_) => Html::default(),
    }
}

/// The fields, folded.
pub(super) fn fields() -> Html {
    let field = |(name, what): (&'static str, &'static str)| {
        html! { <><dt><code>{ name }</code></dt><dd>{ what }</dd></> }
    };
    html! {
        <Fold class="wide" testid="template-fields" head={html! { <span>{ message::template() }</span> }}>
            <p class="small dim">{ message::template_body() }</p>
            <dl class="facts">{ for words::template_fields().into_iter().map(field) }</dl>
        </Fold>
    }
}
