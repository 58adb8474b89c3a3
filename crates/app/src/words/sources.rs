//! What was given, and how it is read.

use ioculate_core::{change::Field, mapping::Role};
use yew::AttrValue;

use crate::{figures::number, parts::visible, words::counted};

/// Heading.
pub const FILES: &str = "Files";

/// Over more files than are listed unasked.
#[must_use]
pub fn all(files: usize) -> String {
    format!("All {files} files")
}

/// What a source gave.
#[must_use]
pub fn ready_of(ready: u32, records: u32) -> String {
    format!(
        "{} ready of {}",
        number(ready),
        counted(records, "record", "records")
    )
}

/// Label.
pub const READ_AS: &str = "Read as";
/// Label.
pub const DELIMITER: &str = "Between columns";
/// Label.
pub const HEADER: &str = "Header in line";
/// What the label's box shows where there is none.
pub const NO_HEADER: &str = "none";
/// Label of the table.
pub const COLUMNS: &str = "What the columns hold";
/// Column.
pub const COLUMN: &str = "Column";
/// Column.
pub const HOLDS: &str = "Holds";
/// The reading is the one that was suggested.
pub const AS_SUGGESTED: &str = "As suggested.";
/// Label of the way back to it.
pub const RESET: &str = "Back to the suggestion";
/// In a table without such a column.
pub const NAME_ONE: &str = "No column holds indicators yet. Choose one below.";
/// After a table's name, where no column of it is known to hold indicators.
pub const NO_INDICATORS: &str =
    ": it is not clear which column holds the indicators. Say which, and the rows are read again.";
/// Label of the way to its columns.
pub const SHOW_COLUMNS: &str = "Show its columns";

/// A column without a name.
#[must_use]
pub fn nth_column(number: usize) -> String {
    format!("Column {number}")
}

/// Label of the choice for a column.
#[must_use]
pub fn what_holds(column: &str) -> AttrValue {
    format!("What {column} holds").into()
}

/// What stands between cells.
#[must_use]
pub fn delimiter(delimiter: char) -> AttrValue {
    match delimiter {
        ',' => "Comma".into(),
        ';' => "Semicolon".into(),
        '\t' => "Tab".into(),
        '|' => "Bar".into(),
        other => other.to_string().into(),
    }
}

/// What a column holds.
#[must_use]
pub fn role(role: Role) -> AttrValue {
    match role {
        Role::Skip => "Not imported".into(),
        Role::Indicator(None) => "Indicator, any type".into(),
        Role::Indicator(Some(kind)) => format!("Indicator: {kind}").into(),
        Role::Field(field) => format!("{} ({field})", plain(field)).into(),
    }
}

/// A field in plain words.
fn plain(field: Field) -> &'static str {
    match field {
        Field::IndicatorType => "Type",
        Field::IndicatorValue => "Value",
        Field::ExpirationTime => "Expires",
        Field::Action => "Action",
        Field::Severity => "Severity",
        Field::Title => "Title",
        Field::Description => "Description",
        Field::RecommendedActions => "What to do",
        Field::RbacGroupNames => "Device groups",
        Field::Category => "Category",
        Field::MitreTechniques => "MITRE techniques",
        Field::GenerateAlert => "Raise an alert",
        Field::Application => "Application",
        Field::EducateUrl => "Page shown to users",
        Field::ExternalId => "Own id",
    }
}

/// Label of what the texts of a column mean.
pub const MEANINGS: &str = "What its words mean";
/// Column.
pub const TEXT: &str = "Text";
/// Column.
pub const ACTION: &str = "Action";
/// Column.
pub const SEVERITY: &str = "Severity";
/// A text of which nothing is said, in a column that holds the field: it is the service's word.
pub const AS_WRITTEN: &str = "As written";
/// The same of a field that the column does not hold.
pub const NOT_SAID: &str = "Not said";
/// A column in which nothing stands.
pub const NO_TEXTS: &str = "Nothing stands in this column.";

/// Beside the label: how much is said.
#[must_use]
pub fn said(texts: usize) -> String {
    match u32::try_from(texts).unwrap_or(u32::MAX) {
        0 => String::new(),
        n => format!("{} said", counted(n, "text", "texts")),
    }
}

/// Label of the table.
#[must_use]
pub fn meanings_of(column: &str) -> String {
    format!("What the words in {} mean", visible(column))
}

/// Label of a choice: the action or severity of rows with a text.
#[must_use]
pub fn means(field: &str, text: &str) -> AttrValue {
    format!("{field} of {}", visible(text)).into()
}

/// How many rows have a text.
#[must_use]
pub fn rows(rows: u32) -> String {
    counted(rows, "row", "rows")
}

/// Texts that are not offered.
#[must_use]
pub fn other_texts(rows: u32) -> String {
    format!(
        "{} other texts, too many or too long to list.",
        counted(rows, "more row has", "more rows have")
    )
}
