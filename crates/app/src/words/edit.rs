//! What was decided about rows, and the way back.

use ioculate_core::session::{Did, Done, Steps};

use super::{
    cause,
    message::{edit as message, review},
};
use crate::state::{Column, Way, Went};

/// What a button does that writes in so many rows.
#[must_use]
pub fn edit_rows(rows: u32) -> String {
    cause::of_rows(message::edit(), rows)
}

/// What opens the choice of columns.
#[must_use]
pub fn columns() -> &'static str {
    message::columns()
}

/// A column's name.
#[must_use]
pub fn column(column: Column) -> &'static str {
    match column {
        Column::Type => review::r#type(),
        Column::Action => review::action(),
        Column::Severity => review::severity(),
        Column::Expires => review::expires(),
        Column::Title => review::title(),
        Column::Line => review::line_number(),
    }
}

/// The names of the columns that are always shown.
#[must_use]
pub fn always_shown() -> [&'static str; 2] {
    [review::state(), review::value()]
}

/// The name of what sets a column's width.
#[must_use]
pub fn width(column: &str) -> String {
    message::width(column)
}

/// What gives all columns the widths back that they had at first.
#[must_use]
pub fn default_widths() -> &'static str {
    message::default_widths()
}

/// A decision, with how many rows it is about.
#[must_use]
pub fn done(done: &Done) -> String {
    let label = match &done.did {
        Did::Fixed(fix) => cause::fix(fix),
        Did::Wrote(fields) => {
            let names: Vec<&str> = fields.iter().map(|field| field.as_str()).collect();
            names.join(", ")
        }
    };
    cause::of_rows(&label, done.rows)
}

/// The name of the button that goes one way, and its name for tests.
#[must_use]
pub fn step(way: Way, step: &Done) -> (String, &'static str) {
    let done = done(step);
    match way {
        Way::Back => (message::undo(&done), "undo-step"),
        Way::Forward => (message::redo(&done), "redo-step"),
    }
}

/// What was done just now.
#[must_use]
pub fn went(went: Option<Went>, steps: &Steps) -> String {
    match (went, &steps.back, &steps.forward) {
        (Some(Went::Copied(rows)), ..) => message::copied(rows),
        (Some(Went::TooMany(rows)), ..) => message::too_many(rows),
        (Some(Went::Nothing), ..) => message::nothing_changed().to_owned(),
        (Some(Went::SaveFirst), ..) => message::save_first().to_owned(),
        (Some(Went::Step(Way::Back)), _, Some(step)) => message::undone(&done(step)),
        (Some(Went::Step(Way::Forward)), Some(step), _) => done(step),
        _ => String::new(),
    }
}
