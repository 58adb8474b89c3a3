//! What was given, and how it is read.

use ioculate_core::{change::Field, mapping::Role};
use yew::AttrValue;

use crate::{parts::visible, words::message::sources as message};

/// Over more files than are listed unasked.
#[must_use]
pub fn all(files: usize) -> String {
    message::all(u32::try_from(files).unwrap_or(u32::MAX))
}

/// A column without a name.
#[must_use]
pub fn nth_column(number: usize) -> String {
    message::nth_column(&number.to_string())
}

/// What stands between cells.
#[must_use]
pub fn delimiter(delimiter: char) -> AttrValue {
    match delimiter {
        ',' => message::comma().into(),
        ';' => message::semicolon().into(),
        '\t' => message::tab().into(),
        '|' => message::bar().into(),
        other => other.to_string().into(),
    }
}

/// What a column holds.
#[must_use]
pub fn role(role: Role) -> AttrValue {
    match role {
        Role::Skip => message::not_imported().into(),
        Role::Indicator(None) => message::any_indicator().into(),
        Role::Indicator(Some(kind)) => message::indicator_of_type(kind.as_str()).into(),
        Role::Field(field) => message::named_field(plain(field), field.as_str()).into(),
    }
}

/// A field in plain words.
fn plain(field: Field) -> &'static str {
    match field {
        Field::IndicatorType => message::field_type(),
        Field::IndicatorValue => message::field_value(),
        Field::ExpirationTime => message::field_expires(),
        Field::Action => message::field_action(),
        Field::Severity => message::field_severity(),
        Field::Title => message::field_title(),
        Field::Description => message::field_description(),
        Field::RecommendedActions => message::field_recommended(),
        Field::RbacGroupNames => message::field_groups(),
        Field::Category => message::field_category(),
        Field::MitreTechniques => message::field_techniques(),
        Field::GenerateAlert => message::field_alert(),
        Field::Application => message::field_application(),
        Field::EducateUrl => message::field_page(),
        Field::ExternalId => message::field_id(),
    }
}

/// Beside the label: how much is said.
#[must_use]
pub fn said(texts: usize) -> String {
    match u32::try_from(texts).unwrap_or(u32::MAX) {
        0 => String::new(),
        texts => message::texts_said(texts),
    }
}

/// Label of the table.
#[must_use]
pub fn meanings_of(column: &str) -> String {
    message::meanings_of(&visible(column))
}

/// Label of a choice: the action of rows with a text.
#[must_use]
pub fn action_of(text: &str) -> AttrValue {
    message::action_of(&visible(text)).into()
}

/// Label of a choice: the severity of rows with a text.
#[must_use]
pub fn severity_of(text: &str) -> AttrValue {
    message::severity_of(&visible(text)).into()
}
