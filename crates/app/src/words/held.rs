//! What the tenant holds now.

use ioculate_core::session::{TenantOnly, TenantSort, TenantSums, Wins};

use crate::{
    figures::number,
    state::Step,
    words::{counted, verb},
};

/// Label of the way here.
pub const NAME: &str = "What the tenant holds";

/// Label of the way to one value of it.
pub const SHOW: &str = "Show it among what the tenant holds";
/// Label of the way to what can go.
pub const MAKE_ROOM: &str = "Look for what can go";

/// Heading; the tenant's name follows.
#[must_use]
pub fn heading(held: u32, is_part: bool) -> String {
    match held {
        0 => "No indicators in ".to_owned(),
        n if is_part => format!("At least {} in ", counted(n, "indicator", "indicators")),
        n => format!("{} in ", counted(n, "indicator", "indicators")),
    }
}

/// Nobody is signed in: heading.
pub const SIGN_IN: &str = "Sign in to see what the tenant holds";
/// Nobody is signed in: why.
pub const SIGN_IN_BODY: &str = "The list of indicators is read with your own account, and shows what that account may see. Nothing of \
                                it is kept once this page is closed.";

/// While it is read: heading; the tenant's name follows.
pub const LISTING: &str = "Reading the indicators of ";
/// While it is read.
#[must_use]
pub fn listing(listed: u32, most: u32) -> String {
    format!(
        "{} read so far. A tenant holds at most {}.",
        number(listed),
        number(most)
    )
}
/// Label of reading no further.
pub const STOP: &str = "Stop reading";

/// It was not read: heading.
pub const UNREAD: &str = "What the tenant holds was not read";
/// It was not read: why.
pub const STOPPED: &str = "Nobody has asked for it, or it was not waited for.";
/// It could not be read: heading.
pub const FAILED: &str = "What the tenant holds could not be read";
/// Label of reading it.
pub const READ: &str = "Read it";
/// Label of another try.
pub const AGAIN: &str = "Try again";

/// Under the heading: when it was read; the time follows.
pub const READ_AT: &str = "Read at";
/// Then, as whom; the account follows.
pub const READ_AS: &str = "as";
/// Label of reading it again.
pub const REFRESH: &str = "Read again";
/// A run has changed the tenant since.
pub const STALE: &str = "A run has changed the tenant since this was read.";
/// There is nothing.
pub const EMPTY: &str =
    "Nothing is blocked, allowed or watched for by an indicator that your account is shown.";

/// Heading of the sums.
pub const SUMS: &str = "Indicators";
/// Of the sums: every one that can be shown.
pub const ALL: &str = "All";
/// Of the sums: of a type or with an action that this page does not know.
pub const FOREIGN: &str = "Of a kind unknown here";
/// Of the sums: not readable.
pub const NOT_READ: &str = "Could not be read";
/// Heading of the bars.
pub const BY_TYPE: &str = "By type";
/// Heading of the bars.
pub const BY_ACTION: &str = "By action";
/// Of the bar: room.
pub const ROOM: &str = "Room left";
/// Of the bar: room that becomes free.
pub const FREED: &str = "Freed in a day";

/// What indicators have in common.
#[must_use]
pub fn only(only: TenantOnly) -> &'static str {
    match only {
        TenantOnly::Expiring => "Expire within a week",
        TenantOnly::Expired => "Expired",
        TenantOnly::Conflict => "Values with several actions",
        TenantOnly::SameFile => "Files under several hashes",
        TenantOnly::Mine => "Made by you",
    }
}

/// Label of the search.
#[must_use]
pub fn find(rows: u32) -> String {
    format!("Find in {}", counted(rows, "indicator", "indicators"))
}
/// Choice of the severity: any.
pub const ANY_SEVERITY: &str = "Severity: any";
/// Choice of the order: none.
pub const AS_LISTED: &str = "Order: as listed";
/// Label of turning the order round.
pub const TURN: &str = "The other way round";

/// Choice of the order.
#[must_use]
pub fn sorted(sort: TenantSort) -> &'static str {
    match sort {
        TenantSort::Value => "Order: value",
        TenantSort::Type => "Order: type",
        TenantSort::Action => "Order: action",
        TenantSort::Severity => "Order: severity",
        TenantSort::Title => "Order: title",
        TenantSort::Expires => "Order: expires",
        TenantSort::Created => "Order: created",
        TenantSort::Updated => "Order: updated",
        TenantSort::CreatedBy => "Order: made by",
    }
}

/// How many pass the filter.
#[must_use]
pub fn shown(rows: u32) -> String {
    format!("{} shown", number(rows))
}

/// Label of showing all.
pub const CLEAR_FILTERS: &str = "Show all";
/// Label of the table.
pub const ROWS: &str = "Indicators of the tenant";
/// No row passes.
pub const NO_ROWS: &str =
    "No indicator passes the search and the filters. \"Show all\" clears them.";
/// Column.
pub const MADE_BY: &str = "Made by";
/// Column.
pub const UPDATED: &str = "Updated";

/// Label of choosing one; its value follows.
#[must_use]
pub fn select(value: &str) -> String {
    format!("Select {value}")
}
/// Label of choosing all that pass, in the table's head.
pub const SELECT_PASSING: &str = "Select all that are shown";
/// Label of choosing all that pass.
#[must_use]
pub fn select_all(rows: u32) -> String {
    format!("Select all {}", number(rows))
}
/// Label of choosing none.
pub const SELECT_NONE: &str = "Clear the selection";

/// How many are chosen, and how many of them can be deleted.
#[must_use]
pub fn chosen(all: u32, deletable: u32) -> String {
    match all {
        0 => "None selected".to_owned(),
        n if n == deletable => format!("{} selected", number(n)),
        n => format!(
            "{} selected, {} without an id: it cannot be deleted from here",
            number(n),
            number(n - deletable)
        ),
    }
}

/// Label of a download.
#[must_use]
pub fn export(rows: u32, form: &str) -> String {
    format!("{} as {form}", number(rows))
}
/// Form of a download.
pub const CSV: &str = "portal CSV";
/// Form of a download.
pub const JSON: &str = "API JSON";

/// Label of deleting.
#[must_use]
pub fn delete(rows: u32) -> String {
    match rows {
        0 => "Delete".to_owned(),
        n => format!("Delete {}", number(n)),
    }
}
/// Beside that label.
pub const AFTER_A_REVIEW: &str = "after a review";

/// Label of going back.
#[must_use]
pub fn back(step: Step) -> &'static str {
    match step {
        Step::Choose => "Back to the first screen",
        Step::Review => "Back to the review",
        Step::Send => "Back",
        Step::Report => "Back to the report",
    }
}

/// A row that expires soon.
pub const SOON: &str = "expires within a week";
/// A row that has expired.
pub const EXPIRED: &str = "expired";
/// A row that stands beside another action, which follows.
pub const ALSO: &str = "also with";

/// Heading of the detail: every field.
pub const FIELDS: &str = "As the tenant lists it";
/// In the detail: it has expired.
pub const EXPIRED_BODY: &str = "It has expired, and is listed still. It counts against the limit until the service takes it away.";
/// In the detail: heading.
pub const SAME_FILE: &str = "The same file, as it seems";

/// Which of two indicators a device obeys, each by what tells it apart and its device groups; none are all
/// devices.
#[must_use]
pub fn wins(wins: Wins, row: (&str, &[String]), other: (&str, &[String])) -> String {
    let ((winner, its), (loser, others)) = match wins {
        Wins::Row => (row, other),
        Wins::Tenant => (other, row),
        Wins::Unknown => return "Which of the two a device obeys is not documented.".to_owned(),
    };
    match (its.is_empty(), others.is_empty()) {
        (false, true) => {
            format!("In its device groups a device obeys {winner}, elsewhere {loser}.")
        }
        (false, false) => format!("In the device groups of both a device obeys {winner}."),
        (true, _) => format!("Of the two, a device obeys {winner}."),
    }
}

/// Label of showing what belongs together.
pub const SHOW_THESE: &str = "Show these";

/// Heading of what must be known of the list.
pub const NOTES: &str = "What this list says";
/// How files under several hashes are told.
pub const SAME_FILE_BODY: &str = "Which hashes are of one file is a guess: those of different kinds with the same title and description, where no \
                                  other hash has both. A file may be missed, and two files with one title may be taken for one.";
/// What is true of a value with several actions.
pub const CONFLICT_BODY: &str = "Where a value has several actions, devices obey Allowed over Warn over Block; for files, Block and Warn over Allowed. \
                                 A device group's own goes before one for all devices.";
/// How the table is used by keyboard.
pub const KEYS: &str = "In the table, the arrow keys, Page Up, Page Down, Home and End move; Space selects; Ctrl+A selects all that are shown.";

/// What a screen reader is told once it was read.
#[must_use]
pub fn said(held: u32) -> String {
    format!(
        "The tenant holds {}.",
        counted(held, "indicator", "indicators")
    )
}

/// Kinds and gaps that cannot be shown, where there are any.
#[must_use]
pub fn not_shown(sums: &TenantSums) -> Option<String> {
    match sums.foreign + sums.unread {
        0 => None,
        n => Some(format!(
            "{} {} not in the table.",
            number(n),
            verb(n, "is", "are")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_winner_is_named_and_where_it_wins() {
        let (all, kiosks): (&[String], &[String]) = (&[], &["Kiosks".to_owned()]);
        for (it, row, other, text) in [
            (Wins::Row, all, all, "Of the two, a device obeys Allowed."),
            (Wins::Tenant, all, all, "Of the two, a device obeys Block."),
            (
                Wins::Row,
                kiosks,
                all,
                "In its device groups a device obeys Allowed, elsewhere Block.",
            ),
            (
                Wins::Tenant,
                all,
                kiosks,
                "In its device groups a device obeys Block, elsewhere Allowed.",
            ),
            (
                Wins::Row,
                kiosks,
                kiosks,
                "In the device groups of both a device obeys Allowed.",
            ),
            (
                Wins::Unknown,
                all,
                all,
                "Which of the two a device obeys is not documented.",
            ),
        ] {
            assert_eq!(wins(it, ("Allowed", row), ("Block", other)), text);
        }
    }
}
