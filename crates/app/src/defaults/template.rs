//! Title and description: what is wrong with one as a template, what it makes of the first row that
//! is ready, and which fields it can have.

use ioculate_core::{
    change::Field,
    check::{Defaults, check_template},
    diagnostic::{Diagnostic, Finding, Place},
    session::Made,
};
use yew::prelude::*;

use super::{Edit, fault};
use crate::{
    parts::{Typed, plain},
    state::Msg,
    words::defaults as words,
};

/// The box of one of the two, and what comes of what it holds.
pub(super) fn text(edit: Edit, field: Field) -> Html {
    let (label, testid, placeholder, of): (_, _, _, fn(&mut Defaults) -> &mut String) =
        if field == Field::Title {
            (
                words::TITLE,
                "default-title",
                Some(words::TITLE_EXAMPLE),
                |it| &mut it.title,
            )
        } else {
            (words::DESCRIPTION, "default-description", None, |it| {
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
                if let Some(finding) = wrong { { fault(said(finding)) } }
                if let Some(preview) = preview { { made(&preview.made) } }
            </div>
        </div>
    }
}

fn said(finding: Finding) -> String {
    let place = Place::default();
    Diagnostic { finding, place }.to_string()
}

/// What comes of a template.
fn made(made: &Made) -> Html {
    match made {
        Made::Text(text) => html! {
            <small data-testid="template-preview">{ words::FIRST_ROW }<b>{ plain(text) }</b></small>
        },
        Made::NoRow => html! { <small>{ words::NO_ROW }</small> },
        Made::Fault(_) => Html::default(),
    }
}

/// The fields, folded.
pub(super) fn fields() -> Html {
    let field = |(name, what): &(&'static str, &'static str)| {
        html! { <><dt><code>{ *name }</code></dt><dd>{ *what }</dd></> }
    };
    html! {
        <details class="fold wide" data-testid="template-fields">
            <summary><span>{ words::TEMPLATE }</span></summary>
            <p class="small dim">{ words::TEMPLATE_BODY }</p>
            <dl class="facts">{ for words::TEMPLATE_FIELDS.iter().map(field) }</dl>
        </details>
    }
}
