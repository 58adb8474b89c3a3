//! One source: what it was read as, and how else it could be.

use ioculate_core::{
    diagnostic::Diagnostic,
    mapping::Reading,
    session::{ColumnTexts, SourceFile},
    source::SourceKind,
};
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::{columns::columns, id, wants_a_look};
use crate::{
    figures,
    parts::{Select, button, code_link, gravity, plain},
    state::Msg,
    words::{message::sources as message, say},
};

/// A source and where what is chosen goes.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SourceProps {
    /// Which one.
    pub at: u16,
    /// What is known of it.
    pub file: SourceFile,
    /// How it was read before the user chose otherwise.
    pub suggested: Option<Reading>,
    /// The texts of those of its columns that were asked for.
    pub texts: Vec<ColumnTexts>,
    /// Where messages go.
    pub on: Callback<Msg>,
}

impl SourceProps {
    /// Has the source read in another way.
    pub(super) fn read_as(&self, reading: Reading) {
        self.on.emit(Msg::ReadAs {
            file: self.at,
            reading,
        });
    }
}

/// The source. It is open at first where it gave less than one would expect; from then on the user
/// opens and folds it. What it holds is made when it is open: there may be many, of many columns.
#[component]
pub(super) fn Source(props: &SourceProps) -> Html {
    let open = use_state(|| wants_a_look(&props.file));
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            open.set(details.open());
        })
    };
    let file = &props.file;
    let can_be_changed = file.kinds.len() > 1 || !file.columns.is_empty();
    html! {
        <li id={id(props.at.into())} data-testid="source">
            if can_be_changed {
                <details class="fold" open={*open} {ontoggle}>
                    <summary>{ name(file) }</summary>
                    if *open { { reading(props) } }
                </details>
            } else {
                <div>{ name(file) }</div>
            }
            { notes(&file.diagnostics) }
        </li>
    }
}

fn name(file: &SourceFile) -> Html {
    let known = [
        say::told(&file.kind).to_owned(),
        say::told(&file.encoding).to_owned(),
        figures::bytes(file.bytes),
    ];
    // What could not be read has neither kind nor encoding.
    let known: Vec<_> = known.into_iter().filter(|it| !it.is_empty()).collect();
    html! {
        <span class="source-name">
            <b>{ plain(&file.name) }</b>
            <small class="dim">{ known.join(", ") }</small>
            if file.reading.is_some() || file.records > 0 {
                <small class="dim">{ message::ready_of(file.ready, file.records) }</small>
            }
        </span>
    }
}

fn notes(diagnostics: &[Diagnostic]) -> Html {
    let line = |found: &Diagnostic| {
        html! { <li class="finding-line">{ gravity(found.gravity()) }<span>{ plain(&say::diagnostic(found)) }{ " " }{ code_link(found.code()) }</span></li> }
    };
    if diagnostics.is_empty() {
        return Html::default();
    }
    html! { <ul>{ for diagnostics.iter().map(line) }</ul> }
}

fn reading(props: &SourceProps) -> Html {
    let Some(now) = &props.file.reading else {
        return Html::default();
    };
    html! {
        <div class="reading">
            <div class="fields small-f">{ kind(props, now) }</div>
            if let Some(mapping) = &now.mapping { { columns(props, now, mapping) } }
            { suggestion(props, now) }
        </div>
    }
}

fn kind(props: &SourceProps, now: &Reading) -> Html {
    let kinds = props.file.kinds.clone();
    let options: Vec<AttrValue> = kinds
        .iter()
        .map(|kind| say::phrase(kind.phrase()).into())
        .collect();
    let chosen = kinds.iter().position(|kind| *kind == now.kind);
    let on = {
        let props = props.clone();
        Callback::from(move |index: usize| {
            if let Some(&kind) = kinds.get(index) {
                props.read_as(as_suggested(&props, kind));
            }
        })
    };
    html! {
        <label class="field wide">
            <span>{ message::read_as() }</span>
            <Select {options} {chosen} {on} testid="read-as" />
        </label>
    }
}

/// A reading of this kind whose columns are left to be suggested, or were suggested before.
fn as_suggested(props: &SourceProps, kind: SourceKind) -> Reading {
    let before = props.suggested.clone().filter(|it| it.kind == kind);
    before.unwrap_or(Reading {
        kind,
        mapping: None,
    })
}

fn suggestion(props: &SourceProps, now: &Reading) -> Html {
    match &props.suggested {
        Some(suggested) if suggested != now => {
            let msg = Msg::ReadAs {
                file: props.at,
                reading: suggested.clone(),
            };
            button("mini", &props.on, msg, message::reset().into())
        }
        _ => html! { <small class="dim">{ message::as_suggested() }</small> },
    }
}
