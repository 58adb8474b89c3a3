//! What is to be done to indicators of the tenant, one JSON object a line: see [`crate::undo::Line`].
//!
//! Only the product writes this form. It is read where a ledger was made of it, and never because a
//! file looks like it.

use crate::{
    change::Field,
    diagnostic::{Diagnostic, Finding, Place},
    undo::Line,
};

use super::{
    csv::line_breaks,
    json::{Kind, Scanner, Value},
    records::{Intake, Span},
    walk::text_cell,
};

/// Reads the lines; one that is something else is broken.
pub(crate) fn read(text: &str, intake: &mut Intake<'_>) {
    let mut start = 0;
    let mut number = 1;
    for line in text.split_inclusive('\n') {
        let whole = line.trim_end_matches('\n');
        if !whole.trim().is_empty() {
            take(text, Span::of(start, start + whole.len()), number, intake);
        }
        start += line.len();
        number += line_breaks(line.as_bytes());
    }
}

fn take(text: &str, span: Span, number: u32, intake: &mut Intake<'_>) {
    let whole = span.in_text(text);
    let line = Line::read(whole);
    let why = line.and_then(|line| line.why());
    let place = Place::line(number);
    let Some(line) = line.filter(|line| line.task.is_some() || why.is_some()) else {
        let broken = Finding::JsonNotIndicators;
        return intake.broken(span, number, Diagnostic::new(broken, place));
    };
    // The cells stand where the object does.
    let before = line.object.as_ptr() as usize - whole.as_ptr() as usize;
    add_cells(text, span.start as usize + before, intake);
    match (line.task, why) {
        (Some(task), _) => intake.task(span, number, task),
        (None, Some(why)) => intake.pass_over(span, number, Diagnostic::new(why, place)),
        (None, None) => {}
    }
}

/// What a row is looked for by: the value and the title.
fn add_cells(text: &str, start: usize, intake: &mut Intake<'_>) {
    let mut scanner = Scanner::new(text, start);
    // A line that is taken apart is sound JSON.
    let _read = scanner.members(1, |scanner, name| {
        let value = scanner.value(2)?;
        let field = match text.get(name.start..name.end) {
            Some("\"indicatorValue\"") => Some(Field::IndicatorValue),
            Some("\"title\"") => Some(Field::Title),
            _ => None,
        };
        let text_of = |field| match value {
            Value {
                kind: Kind::Text { escaped },
                ..
            } => Some(text_cell(value, escaped, field)),
            _ => None,
        };
        if let Some(cell) = field.and_then(text_of) {
            intake.cell(cell);
        }
        Ok(())
    });
}
