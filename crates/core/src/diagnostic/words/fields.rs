//! Of the other fields.

use std::fmt;

use crate::{
    check::template::FIELDS,
    diagnostic::{
        Finding,
        figures::{Grouped, Instead},
    },
};

pub(super) fn say(found: &Finding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match found {
        Finding::BadAction { given } => write!(
            f,
            "`{given}` is not an action. Use Audit, Allowed, Warn, Block or BlockAndRemediate."
        ),
        Finding::MissingAction => write!(
            f,
            "There is no action. Defender requires one: Audit, Allowed, Warn, Block or BlockAndRemediate."
        ),
        Finding::ActionNotForType {
            action,
            indicator_type,
        } => write!(
            f,
            "{action} is not possible for {indicator_type}. Use {}.",
            Instead(*indicator_type)
        ),
        Finding::BadGenerateAlert { given } => write!(
            f,
            "`{given}` does not say whether to raise an alert. Write true or false."
        ),
        Finding::AllowedNeverAlerts => write!(
            f,
            "What is allowed never raises an alert, so generateAlert does nothing here."
        ),
        Finding::BadSeverity { given } => write!(
            f,
            "`{given}` is not a severity. Use Informational, Low, Medium or High, or leave it out."
        ),
        Finding::MissingTitle => write!(
            f,
            "There is no title. Defender requires one. Use the file's name, or write one."
        ),
        Finding::MissingDescription => write!(
            f,
            "There is no description. Defender requires one. Use the default one, or write one."
        ),
        Finding::TitleTooLong { len, most } => write!(
            f,
            "The title has {} characters; {} are sent at most. Shorten it.",
            Grouped((*len).into()),
            Grouped((*most).into())
        ),
        Finding::LongDescription { len, usual } => write!(
            f,
            "The description has {} characters. Other tools send {usual} at most; Microsoft names no limit. It is sent in full.",
            Grouped((*len).into())
        ),
        Finding::ControlCharacter { code_point } => write!(
            f,
            "The text holds a control character (U+{code_point:04X}). Type it anew."
        ),
        Finding::BadDate { given } => write!(
            f,
            "`{given}` is not a date that can be read for certain. Write it as 2027-01-31 or 2027-01-31T00:00:00Z."
        ),
        Finding::AmbiguousDate {
            given,
            day_first,
            month_first,
        } => write!(
            f,
            "`{given}` may be {day_first} or {month_first}, and no other date of its column tells. Write it as one of these."
        ),
        Finding::Expired { given } => write!(
            f,
            "It expired on {given}. Defender deletes what has expired. Give a later date, or none."
        ),
        Finding::FarExpiration { given, years } => write!(
            f,
            "It expires on {given}, more than {years} years ahead. Check the date."
        ),
        Finding::EducateUrlUnused => write!(
            f,
            "educateUrl is shown for URLs that are blocked or warned of. It does nothing here."
        ),
        Finding::TemplateField { .. }
        | Finding::TemplateColumn { .. }
        | Finding::TemplateNotClosed { .. }
        | Finding::TemplateTooLong { .. } => template(found, f),
        Finding::GroupNotSeen { name } => write!(
            f,
            "No indicator of the tenant is for the device group `{name}`. If there is no such group, Defender refuses the row. Check its name."
        ),
        _ => super::undo::say(found, f),
    }
}

/// Of a default text.
fn template(found: &Finding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match found {
        Finding::TemplateField { name } => write!(
            f,
            "The default text has {{{name}}}, and there is no such field. Use {FIELDS}; for a brace, write {{{{."
        ),
        Finding::TemplateColumn { name } => write!(
            f,
            "The default text names the column `{name}`, which this source has not. Choose another, or write the text without it."
        ),
        Finding::TemplateNotClosed { at } => write!(
            f,
            "The default text opens a brace at character {at} and does not close it. Close it; for a brace by itself, write {{{{."
        ),
        Finding::TemplateTooLong {
            len,
            most,
            most_fields,
        } => write!(
            f,
            "The default text has {} characters. With fields in braces it has at most {}, and at most {most_fields} fields. Shorten it.",
            Grouped((*len).into()),
            Grouped((*most).into())
        ),
        _ => Ok(()),
    }
}
