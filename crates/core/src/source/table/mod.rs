//! Delimited text: the portal's CSV, and everybody else's tables.
//!
//! [`dialect`] finds what stands between cells and where the header is, [`crate::mapping::suggest`]
//! what the columns hold, [`rows`] reads the records. A [`Plan`] is what came of it: the mapping, and
//! what a user is shown to change it.

mod cells;
mod columns;
mod dialect;
mod parts;
pub(super) mod portal;
mod rows;
mod sample;
mod scan;
mod values;

use crate::{
    change::Field,
    diagnostic::{Finding, Place, clipped, excerpt},
    mapping::{
        Mapping, Meaning, Role,
        names::{fields, is_note},
        suggest::{Facts, suggest},
    },
    session::ColumnView,
};

pub(crate) use self::cells::Cells;
use self::dialect::{Layout, Wanted};
use super::records::Intake;

/// Samples of a column that a user is shown.
const SAMPLES: usize = 3;

/// Characters of each.
const SAMPLE: usize = 80;

/// Columns that are not imported and are named; of more their number is said.
const NAMED: usize = 8;

/// How a table is read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    pub(super) mapping: Mapping,
    pub(super) columns: Vec<ColumnView>,
    /// What is to be said of columns, with the line.
    notes: Vec<(Finding, u32)>,
}

/// The plan for a text, if it is a table that is not the portal's.
pub(super) fn find(name: &str, text: &str) -> Option<Plan> {
    dialect::find(text, is_named_so(name)).map(suggested)
}

/// Whether a text is a table that is not the portal's.
pub(super) fn is_one(name: &str, text: &str) -> bool {
    dialect::find(text, is_named_so(name)).is_some()
}

/// The plan for a text that is to be read as a table, whether it looks like one or not.
pub(super) fn any(name: &str, text: &str) -> Option<Plan> {
    find(name, text).or_else(|| dialect::most_agreeing(text).map(suggested))
}

/// The plan for a text of the portal's header.
pub(super) fn of_portal(text: &str, header: &portal::Header) -> Option<Plan> {
    let line = super::line_breaks(&text.as_bytes()[..header.start]) + 1;
    let layout = dialect::layout(text, header.delimiter, Wanted::Named(line))?;
    let role = |field: Option<Field>| match field {
        Some(Field::IndicatorValue) => Role::Indicator(None),
        Some(field) => Role::Field(field),
        None => Role::Skip,
    };
    let roles = fields(&layout.names).into_iter().map(role).collect();
    Some(planned(layout, roles, Vec::new()))
}

/// The plan for a mapping that the user chose; `None` where the text has no such table.
pub(super) fn chosen(text: &str, mapping: &Mapping) -> Option<Plan> {
    let delimiter = u8::try_from(mapping.delimiter).ok()?;
    let is_value_a_field = |role: &Role| matches!(role, Role::Field(Field::IndicatorValue));
    if !dialect::DELIMITERS.contains(&delimiter) || mapping.columns.iter().any(is_value_a_field) {
        return None;
    }
    let wanted = mapping.header.map_or(Wanted::None, Wanted::Line);
    let layout = dialect::layout(text, delimiter, wanted)?;
    if mapping.columns.is_empty() {
        return Some(suggested(layout));
    }
    let columns = layout.facts.len();
    let is_sound = |meaning: &Meaning| usize::from(meaning.column) < columns && meaning.is_sound();
    if mapping.meanings.len() > Meaning::MOST || !mapping.meanings.iter().all(is_sound) {
        return None;
    }
    let mut roles = mapping.columns.clone();
    roles.resize(columns, Role::Skip);
    let mut plan = planned(layout, roles, Vec::new());
    plan.mapping.meanings.clone_from(&mapping.meanings);
    Some(plan)
}

fn suggested(layout: Layout) -> Plan {
    let roles = suggest(&layout.names, &layout.facts);
    let line = layout.header.map_or(0, |place| place.line);
    let mut notes = skipped(&layout.names, &roles, &layout.facts, line);
    if !roles.iter().any(|role| matches!(role, Role::Indicator(_))) {
        notes.insert(0, (Finding::NoHeader, line));
    }
    planned(layout, roles, notes)
}

fn planned(layout: Layout, roles: Vec<Role>, notes: Vec<(Finding, u32)>) -> Plan {
    let column = |(at, samples): (usize, Vec<String>)| ColumnView {
        name: layout
            .names
            .get(at)
            .map_or_else(String::new, |name| clipped(name, SAMPLE)),
        samples,
    };
    Plan {
        columns: layout.samples.into_iter().enumerate().map(column).collect(),
        mapping: Mapping {
            delimiter: char::from(layout.delimiter),
            header: layout.header.map(|place| place.line),
            columns: roles,
            meanings: Vec::new(),
        },
        notes,
    }
}

/// What is to be said of columns that are not read: of what look like indicators each by itself.
fn skipped(names: &[String], roles: &[Role], facts: &[Facts], line: u32) -> Vec<(Finding, u32)> {
    let (mut notes, mut unknown, mut count) = (Vec::new(), Vec::new(), 0);
    for (at, (role, facts)) in roles.iter().zip(facts).enumerate() {
        let name = names.get(at).map_or("", String::as_str);
        if *role != Role::Skip || is_note(name.trim()) {
            continue;
        }
        if facts.are_indicators(50) {
            let name = excerpt(name);
            notes.push((Finding::ColumnNotRead { name }, line));
        } else if columns::is_unknown(name) {
            count += 1;
            if unknown.len() < NAMED {
                unknown.push(excerpt(name));
            }
        }
    }
    if count > 0 {
        let names = unknown;
        notes.push((Finding::ColumnsNotImported { names, count }, line));
    }
    notes
}

/// Reads a table as planned.
pub(super) fn read(text: &str, plan: &Plan, intake: &mut Intake<'_>) {
    for (finding, line) in &plan.notes {
        intake.unknown(finding.clone(), Place::line(*line));
    }
    if let Ok(delimiter) = u8::try_from(plan.mapping.delimiter) {
        rows::read(text, delimiter, &plan.mapping, intake);
    }
}

fn is_named_so(name: &str) -> bool {
    let name = name.as_bytes();
    [".csv", ".tsv"].iter().any(|ending| {
        name.len() >= ending.len()
            && name[name.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    })
}

/// Keeps a text as a sample of its column, if there is room and it is another.
fn keep_sample(text: &str, samples: &mut Vec<String>) {
    let text = text.trim();
    if samples.len() < SAMPLES && !text.is_empty() {
        let sample = clipped(text, SAMPLE);
        if !samples.contains(&sample) {
            samples.push(sample);
        }
    }
}
