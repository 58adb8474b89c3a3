//! What the texts of a column mean: each different one with its rows, and the action and severity that
//! it stands for.

use ioculate_core::{
    change::Field,
    indicator::{Action, Severity},
    mapping::{Mapping, Meaning, Role},
    session::ColumnTexts,
};
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::{
    defaults::ACTIONS,
    parts::{or_none, plain},
    state::Msg,
    words::{message::sources as message, sources as words},
};

/// Whether a column is one of which the user may say what its texts mean: it is taken for an action
/// or a severity, or it was said already.
pub(super) fn are_asked(mapping: &Mapping, at: usize, role: Role) -> bool {
    let is_level = matches!(role, Role::Field(Field::Action | Field::Severity));
    is_level
        || mapping
            .meanings
            .iter()
            .any(|it| usize::from(it.column) == at)
}

/// A column, what its texts are said to mean, and where what is said goes.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MeaningsProps {
    /// The source, from 0.
    pub file: u16,
    /// The column, from 0.
    pub column: u16,
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub role: Role,
    /// Whether the user says that it does, so that the texts are wanted now.
    pub is_wanted: bool,
    /// What is said of it, and of the source's other columns.
    pub all: Vec<Meaning>,
    /// Its texts, once they are known.
    pub texts: Option<ColumnTexts>,
    /// Where messages go.
    pub on: Callback<Msg>,
    /// Where what is said goes.
    pub mean: Callback<Vec<Meaning>>,
}

/// The texts, folded; they are asked for when they are looked at.
#[component]
pub(super) fn Meanings(props: &MeaningsProps) -> Html {
    let of_this = |it: &&Meaning| it.column == props.column;
    let said = props.all.iter().filter(of_this).count();
    let open = use_state(|| said > 0 || props.is_wanted);
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            let details: HtmlDetailsElement = event.target_unchecked_into();
            open.set(details.open());
        })
    };
    {
        let (file, column) = (props.file, props.column);
        let on = props.on.clone();
        use_effect_with(*open && props.texts.is_none(), move |is_wanted| {
            if *is_wanted {
                on.emit(Msg::ColumnTexts { file, column });
            }
        });
    }
    html! {
        <details class="fold" open={*open} {ontoggle} data-testid="meanings">
            <summary><span>{ message::meanings() }</span><small class="dim">{ words::said(said) }</small></summary>
            if let Some(texts) = props.texts.as_ref().filter(|_| *open) {
                { table(props, texts) }
            }
        </details>
    }
}

fn table(props: &MeaningsProps, texts: &ColumnTexts) -> Html {
    html! {
        <>
            <table class="meanings">
                <caption class="vh">{ words::meanings_of(&props.name) }</caption>
                <thead>
                    <tr><th scope="col">{ message::text() }</th><th scope="col">{ message::action() }</th><th scope="col">{ message::severity() }</th></tr>
                </thead>
                <tbody>{ for texts.texts.iter().map(|(text, rows)| line(props, text, *rows)) }</tbody>
            </table>
            if texts.others > 0 { <p class="small dim">{ message::other_texts(texts.others) }</p> }
            if texts.texts.is_empty() { <p class="small dim">{ message::no_texts() }</p> }
        </>
    }
}

fn line(props: &MeaningsProps, text: &str, rows: u32) -> Html {
    let now = props.all.iter().find(|it| is_about(it, props.column, text));
    let now = Meaning {
        column: props.column,
        text: text.to_owned(),
        action: now.and_then(|it| it.action),
        severity: now.and_then(|it| it.severity),
    };
    let action = said(props, &now, |it, chosen| it.action = chosen);
    let severity = said(props, &now, |it, chosen| it.severity = chosen);
    let unsaid = |field| {
        if props.role == Role::Field(field) {
            message::as_written()
        } else {
            message::not_said()
        }
    };
    html! {
        <tr key={text.to_owned()} data-testid="meaning">
            <th scope="row">{ plain(text) }<small class="dim">{ message::rows(rows) }</small></th>
            <td>{ or_none((Some(words::action_of(text)), "means-action"), unsaid(Field::Action), &ACTIONS, Action::as_str, now.action, &action) }</td>
            <td>{ or_none((Some(words::severity_of(text)), "means-severity"), unsaid(Field::Severity), Severity::ALL, Severity::as_str, now.severity, &severity) }</td>
        </tr>
    }
}

/// Has a text mean what a choice makes of what it meant.
fn said<T: 'static>(props: &MeaningsProps, now: &Meaning, set: fn(&mut Meaning, T)) -> Callback<T> {
    let (all, now) = (props.all.clone(), now.clone());
    props.mean.reform(move |chosen| {
        let mut now = now.clone();
        set(&mut now, chosen);
        with(all.clone(), now)
    })
}

/// The meanings with this one in place of another of its text; without, where it says nothing.
fn with(mut all: Vec<Meaning>, now: Meaning) -> Vec<Meaning> {
    all.retain(|it| !is_about(it, now.column, &now.text));
    if now.action.is_some() || now.severity.is_some() {
        all.push(now);
    }
    all
}

fn is_about(meaning: &Meaning, column: u16, text: &str) -> bool {
    meaning.column == column && meaning.text.trim().eq_ignore_ascii_case(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(column: u16, text: &str, action: Option<Action>) -> Meaning {
        Meaning {
            column,
            text: text.to_owned(),
            action,
            severity: None,
        }
    }

    /// What is said, what is said now, and what holds.
    #[test]
    fn a_text_means_what_was_said_of_it_last() {
        let block = Some(Action::Block);
        let table = [
            ("", (0, "deny", block), "0 deny Block"),
            ("0 deny Audit", (0, " DENY", block), "0  DENY Block"),
            (
                "0 deny Audit",
                (1, "deny", block),
                "0 deny Audit, 1 deny Block",
            ),
            ("0 deny Audit", (0, "deny", None), ""),
            ("0 deny Audit", (0, "allow", None), "0 deny Audit"),
        ];
        for (before, (column, text, action), expected) in table {
            let all = if before.is_empty() {
                Vec::new()
            } else {
                vec![meaning(0, "deny", Some(Action::Audit))]
            };
            let now = with(all, meaning(column, text, action));
            let shown = |it: &Meaning| {
                format!(
                    "{} {} {}",
                    it.column,
                    it.text,
                    it.action.map_or("", Action::as_str)
                )
            };
            let shown: Vec<String> = now.iter().map(shown).collect();
            assert_eq!(shown.join(", "), expected, "{before} and {text}");
        }
    }
}
