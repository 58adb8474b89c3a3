//! What can be done about a cause.

use ioculate_core::session::Fix;

use crate::{
    figures::number,
    words::{change, counted},
};

/// Before the number of days; with how many rows, where that is to be known.
#[must_use]
pub fn expire_in(rows: Option<u32>) -> String {
    rows.map_or_else(
        || "Expire in".to_owned(),
        |rows| format!("Expire {} in", number(rows)),
    )
}

/// After it.
pub const DAYS: &str = "days";

/// What a button does that applies a fix.
#[must_use]
pub fn fix(fix: &Fix) -> String {
    match fix {
        Fix::NeverExpires => "Never expire".to_owned(),
        Fix::ExpireIn { days } => format!("In {}", counted((*days).into(), "day", "days")),
        Fix::ChooseThis => "Send this one".to_owned(),
        Fix::KeepStrictest => "Keep the strictest".to_owned(),
        Fix::DropPort => "Drop the port".to_owned(),
        Fix::TitleFromFile => "Use the file name".to_owned(),
        Fix::DescriptionFromDefaults => "Use the default".to_owned(),
        Fix::ExpandRange { .. } => "Expand to addresses".to_owned(),
        Fix::KeepAsWritten { .. } => change::KEEP.to_owned(),
        Fix::TakeAs { indicator_type } => format!("Import as {indicator_type}"),
        Fix::Ignore => "Not an indicator".to_owned(),
        Fix::LeaveOut => "Leave out".to_owned(),
        Fix::TakeBackIn => "Take back in".to_owned(),
        Fix::Reset => "Undo my changes".to_owned(),
    }
}

/// The same, with how many rows, where that is to be known.
#[must_use]
pub fn fix_of(fix: &Fix, rows: Option<u32>) -> String {
    let label = self::fix(fix);
    rows.map_or(label.clone(), |rows| format!("{label} ({})", number(rows)))
}

/// What a choice means, where its label alone does not say so.
#[must_use]
pub fn meaning(fix: &Fix) -> Option<String> {
    match fix {
        Fix::TakeAs { indicator_type } => {
            Some(format!("It is sent with the type {indicator_type}."))
        }
        Fix::Ignore => Some("It is not sent, and counted as ignored.".to_owned()),
        _ => None,
    }
}

/// Label of a group of fixes.
#[must_use]
pub fn fixes_for(title: &str) -> String {
    format!("Fixes for {title}")
}
