//! What can be done about a cause.

use ioculate_core::session::Fix;

use crate::words::message::{cause as message, change};

/// Before the number of days; with how many rows, where that is to be known.
#[must_use]
pub fn expire_in(rows: Option<u32>) -> String {
    match rows {
        Some(rows) => message::expire_rows_in(rows),
        None => message::expire_in().to_owned(),
    }
}

/// What a button does that applies a fix.
#[must_use]
pub fn fix(fix: &Fix) -> String {
    let said = match fix {
        Fix::ExpireIn { days } => return message::in_days((*days).into()),
        Fix::TakeAs { indicator_type } => return message::take_as(indicator_type.as_str()),
        Fix::NeverExpires => message::never_expire(),
        Fix::ChooseThis => message::choose_this(),
        Fix::KeepStrictest => message::keep_strictest(),
        Fix::DropPort => message::drop_port(),
        Fix::TitleFromFile => message::title_from_file(),
        Fix::DescriptionFromDefaults => message::description_from_defaults(),
        Fix::ExpandRange { .. } => message::expand_range(),
        Fix::KeepAsWritten { .. } => change::keep(),
        Fix::Ignore => message::ignore(),
        Fix::LeaveOut => message::leave_out(),
        Fix::TakeBackIn => message::take_back_in(),
        Fix::Reset => message::reset(),
        Fix::Set { field, .. } => field.as_str(),
    };
    said.to_owned()
}

/// The same, with how many rows, where that is to be known.
#[must_use]
pub fn fix_of(fix: &Fix, rows: Option<u32>) -> String {
    let label = self::fix(fix);
    match rows {
        Some(rows) => of_rows(&label, rows),
        None => label,
    }
}

/// A label with how many rows it is about.
#[must_use]
pub fn of_rows(label: &str, rows: u32) -> String {
    message::fix_of_rows(label, rows)
}

/// What a choice means, where its label alone does not say so.
#[must_use]
pub fn meaning(fix: &Fix) -> Option<String> {
    match fix {
        Fix::TakeAs { indicator_type } => Some(message::take_as_means(indicator_type.as_str())),
        Fix::Ignore => Some(message::ignore_means().to_owned()),
        _ => None,
    }
}
