//! What is said of texts while they are written, as stories.

use ioculate_core::{
    change::Field,
    check::Defaults,
    clock::WallTime,
    session::{Command, Event, Made, Preview},
};

use super::{model, to_review};
use crate::state::{Model, Msg};

/// A text is written, `>`, an answer for one comes, `<`, or one is left as the title, `=`.
fn tell(model: &mut Model, step: &str) -> Vec<String> {
    let (what, text) = step.split_at(1);
    let (field, text) = (Field::Title, text.to_owned());
    let msg = match what {
        ">" => Msg::TryText { field, text },
        "=" => Msg::Defaults(Defaults {
            title: text,
            ..model.defaults.clone()
        }),
        _ => Msg::Told(Event::Preview(Preview {
            field,
            made: Made::Text(format!("made of {text}")),
            template: text,
        })),
    };
    let asked = model.update(msg, WallTime(0)).ask.into_iter();
    let asked = asked.filter_map(|it| match it {
        Command::PreviewText { template, .. } => Some(template),
        _ => None,
    });
    asked.collect()
}

/// What happens, and the preview that is shown in the end.
#[test]
fn a_preview_is_of_the_text_that_stands() {
    let table = [
        (">{value}", ""),
        (">{value} <{value}", "made of {value}"),
        (">{value} <{value} >plain", ""),
        (">{value} >plain <{value}", ""),
        (">{value} >{type} <{value}", ""),
        (">{value} >{type} <{value} <{type}", "made of {type}"),
        (">{value} ={value} <{value}", "made of {value}"),
        (">{value} <{value} =plain", ""),
        (">{value} =plain <{value}", ""),
        ("<{value}", ""),
    ];
    for (steps, expected) in table {
        let mut model = model();
        for step in steps.split(' ') {
            tell(&mut model, step);
        }
        let shown: Vec<_> = model.previews.iter().map(|it| &it.made).collect();
        let made = Made::Text(expected.to_owned());
        let expected = if expected.is_empty() {
            Vec::new()
        } else {
            vec![&made]
        };
        assert_eq!(shown, expected, "{steps}");
    }
}

/// Other rows make other texts, also of what is still being written.
#[test]
fn a_preview_is_asked_for_anew_when_the_rows_are_others() {
    let mut model = model();
    assert_eq!(tell(&mut model, "={value}"), ["{value}"]);
    assert_eq!(tell(&mut model, ">{type}"), ["{type}"]);
    let mut asked = Vec::new();
    for msg in to_review() {
        asked.extend(model.update(msg, WallTime(0)).ask);
    }
    let again = Command::PreviewText {
        field: Field::Title,
        template: "{type}".to_owned(),
    };
    assert!(asked.contains(&again), "{asked:?}");
}
