//! What the columns of a table are while its rows are read.
//!
//! Names and roles go in; out come the columns of values and fields, how many cells a row may have,
//! and in which order the dates of a column stand.

use crate::{
    change::{Field, Fields},
    check::{Said, said},
    indicator::IndicatorType,
    mapping::{
        Meaning, Order, Role, dates,
        names::{Word, is_known_whole, word},
    },
    source::records::Intake,
};

/// What the columns are.
pub(super) struct Columns {
    /// The names, where there are any.
    pub(super) names: Vec<String>,
    pub(super) roles: Vec<Role>,
    /// The fewest cells of a row, and the most that are not blank.
    pub(super) least: usize,
    pub(super) most: usize,
    pub(super) values: Vec<Value>,
    pub(super) fields: Vec<(usize, Field)>,
    /// What says of each value what it is.
    pub(super) type_column: Option<usize>,
    /// What says whether the row is meant for detection.
    pub(super) to_ids: Option<usize>,
    /// The fields that a row is said to have, blank or not.
    pub(super) given: Fields,
    /// What texts mean, as the user says.
    pub(super) meanings: Vec<Meaning>,
}

/// A column of values.
pub(super) struct Value {
    pub(super) column: usize,
    pub(super) kind: Option<IndicatorType>,
    /// Whether the type column speaks of it.
    pub(super) is_typed: bool,
}

impl Columns {
    /// Columns of these names and roles, in a header of `count` cells.
    pub(super) fn new(names: Vec<String>, roles: Vec<Role>, count: usize) -> Self {
        let is_named = |at: &usize| names.get(*at).is_some_and(|name| !name.is_empty());
        let is_read = |at: &usize| roles.get(*at).is_some_and(|role| *role != Role::Skip);
        let least = (0..count)
            .rev()
            .find(|at| names.is_empty() || is_named(at) || is_read(at));
        let mut columns = Self {
            least: least.map_or(0, |at| at + 1),
            most: count,
            values: Vec::new(),
            fields: Vec::new(),
            type_column: None,
            to_ids: names.iter().position(|name| is_to_ids(name)),
            given: Fields::NONE.with(Field::IndicatorValue),
            names,
            roles,
            meanings: Vec::new(),
        };
        columns.assign();
        columns
    }

    /// The same, in which texts mean what the user says.
    pub(super) fn meaning(mut self, meanings: &[Meaning]) -> Self {
        self.meanings = meanings.to_vec();
        self
    }

    fn assign(&mut self) {
        let mut seen = Fields::NONE;
        for (column, role) in self.roles.iter().enumerate() {
            match *role {
                Role::Skip => {}
                Role::Indicator(kind) => self.values.push(Value {
                    column,
                    kind,
                    is_typed: true,
                }),
                Role::Field(field) if seen.has(field) => {}
                Role::Field(field) => {
                    seen = seen.with(field);
                    match field {
                        Field::IndicatorType => self.type_column = Some(column),
                        _ => self.fields.push((column, field)),
                    }
                }
            }
        }
        let (fields, defaulted) = (seen, [Field::Action, Field::Title, Field::Description]);
        // Tables of others owe no action and no title: where the cell is blank the defaults hold. A
        // foreign word for a type is read as one only where the field is not said to be there.
        self.given = defaulted
            .into_iter()
            .chain([Field::IndicatorType])
            .fold(fields, Fields::without)
            .with(Field::IndicatorValue);
        self.untype();
    }

    /// Of several columns of values, one whose name says what it holds needs no other to say it.
    fn untype(&mut self) {
        if self.values.len() < 2 {
            return;
        }
        for value in &mut self.values {
            let name = self.names.get(value.column).map_or("", String::as_str);
            value.is_typed = !matches!(said(name), Some(Said::Type(_)));
        }
    }

    /// Whether these are the names of the header that holds.
    pub(super) fn are_named(&self, names: &[String]) -> bool {
        let len = names.len().max(self.names.len());
        let name = |names: &[String], at: usize| names.get(at).map_or("", |name| name).to_owned();
        !self.names.is_empty()
            && (0..len).all(|at| name(names, at).eq_ignore_ascii_case(&name(&self.names, at)))
    }

    /// Whether a record says a type where rows do, and so is a row whose value is in words. A header may
    /// hold the name of a type there: it then names what stands where values do, and more.
    pub(super) fn have_type_said(&self, names: &[String]) -> bool {
        let cell = |at: usize| names.get(at).map_or("", String::as_str);
        let Some(of_type) = self.type_column.filter(|&at| said(cell(at)).is_some()) else {
            return false;
        };
        let value = self.values.first().map_or("", |value| cell(value.column));
        let mut others = (0..names.len()).filter(|&at| at != of_type);
        word(value) == Word::Unknown || !others.any(|at| is_known_whole(cell(at)))
    }
}

fn is_to_ids(name: &str) -> bool {
    name.eq_ignore_ascii_case("to_ids")
}

/// The order of the dates below one header.
pub(super) struct Dates {
    /// The first cell.
    pub(super) from: usize,
    pub(super) day_first: bool,
    pub(super) month_first: bool,
}

impl Dates {
    pub(super) fn from(intake: &Intake<'_>) -> Self {
        Self {
            from: intake.cells(),
            day_first: false,
            month_first: false,
        }
    }

    pub(super) fn note(&mut self, text: &str) {
        match dates::order_shown(text) {
            Some(Order::DayFirst) => self.day_first = true,
            Some(Order::MonthFirst) => self.month_first = true,
            _ => {}
        }
    }

    pub(super) fn settle(&self, intake: &mut Intake<'_>) {
        match (self.day_first, self.month_first) {
            (true, false) => intake.order_dates(self.from, Order::DayFirst),
            (false, true) => intake.order_dates(self.from, Order::MonthFirst),
            _ => {}
        }
    }
}

/// Whether a name speaks of nothing that a table of indicators needs.
pub(super) fn is_unknown(name: &str) -> bool {
    !name.is_empty() && !is_to_ids(name) && word(name) != Word::Type
}
