//! The second screen and its dialog.

use ioculate_core::{
    check::Verdict,
    import::{NotSent, Outcome},
    session::{Account, Counts, Summary, VerdictFilter},
};

use crate::{
    figures::{number, seconds},
    words::{counted, verb},
};

/// Heading: the result.
#[must_use]
pub fn heading(summary: &Summary) -> String {
    match summary.entries {
        0 => "Nothing is ready to send".to_owned(),
        n => format!(
            "{} {} ready to send",
            counted(n, "indicator", "indicators"),
            verb(n, "is", "are")
        ),
    }
}

/// Under the heading.
#[must_use]
pub fn lead(counts: &Counts, waiting: u32) -> String {
    let behind = counts.records - counts.ready;
    let read = counted(counts.records, "record was", "records were");
    let stay = format!(
        "{} {} behind",
        number(behind),
        verb(behind, "stays", "stay")
    );
    let wait = format!(
        "{} of those {} for your decision",
        number(waiting),
        verb(waiting, "waits", "wait")
    );
    match (behind, waiting) {
        (0, _) => format!("{read} read. Nothing has been sent yet."),
        (_, 0) => format!("{read} read. {stay}. Nothing has been sent yet."),
        _ => format!("{read} read. {stay}; {wait}. Nothing has been sent yet."),
    }
}

/// While sums are not final.
pub const CHECKING: &str = "Checking again.";
/// Before the name of a file.
pub const READING: &str = "Reading";

/// How many more sources there are than the one named.
#[must_use]
pub fn and_more(more: usize) -> String {
    match more {
        0 => String::new(),
        n => format!(" and {n} more"),
    }
}

/// Label of the ledger.
pub const LEDGER: &str = "Records by verdict";
/// The sum.
pub const RECORDS: &str = "Records";
/// Heading.
pub const BY_TYPE: &str = "To send, by type";
/// Heading.
pub const BY_ACTION: &str = "To send, by action";
/// Heading.
pub const CALLS: &str = "Calls to send them";

/// A verdict's name.
#[must_use]
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ready => "Ready",
        Verdict::Duplicate => "Duplicate",
        Verdict::Conflict => "Conflict",
        Verdict::Refused => "Refused",
        Verdict::Ignored => "Ignored",
    }
}

/// A state's name in a filter.
#[must_use]
pub fn state(state: VerdictFilter) -> &'static str {
    match state {
        VerdictFilter::Ready => "Ready",
        VerdictFilter::Duplicate => "Duplicate",
        VerdictFilter::Conflict => "Conflict",
        VerdictFilter::Refused => "Refused",
        VerdictFilter::Ignored => "Ignored",
        VerdictFilter::Accepted => "Accepted",
        VerdictFilter::Rejected => "Rejected",
        VerdictFilter::Unconfirmed => "Unconfirmed",
        VerdictFilter::NotSent => "Not sent",
    }
}

/// What became of a row.
#[must_use]
pub fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted { .. } => "Accepted",
        Outcome::Rejected { .. } => "Rejected",
        Outcome::Unconfirmed => "Unconfirmed",
        Outcome::NotSent { reason } => match reason {
            NotSent::Unchanged => "Unchanged",
            NotSent::OverQuota => "No room",
            NotSent::LeftOut => "Left out",
            NotSent::Guarded => "Held back",
            NotSent::Cancelled => "Cancelled",
        },
    }
}

/// A row that the user left out.
pub const LEFT_OUT: &str = "Left out";
/// Of the calls box.
pub const CALLS_NEEDED: &str = "Calls";
/// Of the calls box.
pub const CALLS_A_MINUTE: &str = "Allowed a minute";
/// Of the calls box.
pub const TIME: &str = "Time";

/// About how long so many calls take.
#[must_use]
pub fn estimate(calls: u32, per_window: u32) -> String {
    format!("about {}", seconds(estimated_seconds(calls, per_window)))
}

/// Four calls at a time, somewhat over a second each, and a minute for every window but the last.
fn estimated_seconds(calls: u32, per_window: u32) -> u32 {
    let full = calls.saturating_sub(1) / per_window.max(1);
    full * 60 + (calls - full * per_window).div_ceil(4).max(1) * 3 / 2
}

/// Label of the primary button.
#[must_use]
pub fn send(imports: u32, deletions: u32) -> String {
    match deletions {
        0 => format!("Send {}", number(imports)),
        n => format!("Import {}, delete {} first", number(imports), number(n)),
    }
}

/// Beside it.
#[must_use]
pub fn in_calls(calls: u32, per_window: u32) -> String {
    format!(
        "in {}, {}",
        counted(calls, "call", "calls"),
        estimate(calls, per_window)
    )
}

/// Beside the button that cannot be pressed.
pub const SIGN_IN_TO_SEND: &str = "Sign in to send them.";
/// Label of the way back.
pub const ADD_MORE: &str = "Add files";

/// Heading.
pub const PROBLEMS: &str = "Problems";
/// There are none.
pub const NO_PROBLEMS: &str = "None. Every record is ready or a duplicate.";

/// Beside the heading.
#[must_use]
pub fn problems(records: u32, causes: usize) -> String {
    format!(
        "{}, {causes} {}",
        counted(records, "record", "records"),
        if causes == 1 { "cause" } else { "causes" }
    )
}

/// Heading of the settings.
pub const SETTINGS: &str = "Rules and defaults";
/// Label.
pub const RANGES: &str = "Address ranges";
/// Choice.
pub const RANGES_REFUSE: &str = "Refuse; the import takes single addresses";
/// Choice.
#[must_use]
pub fn ranges_expand(cap: u32) -> String {
    format!("Write as single addresses, up to {cap}")
}
/// Choice.
pub const RANGES_SINGLE: &str = "Send one by one";
/// Label.
pub const HASHES: &str = "Hashes of one file";
/// Choice.
pub const HASHES_ALL: &str = "Send all";
/// Choice, with how many indicators it saves.
#[must_use]
pub fn strongest(weaker: u32) -> String {
    match weaker {
        0 => "Send only the strongest".to_owned(),
        n => format!("Send only the strongest: {} fewer", number(n)),
    }
}

/// Under the heading, where files have several hashes.
#[must_use]
pub fn weaker(weaker: u32, left_out: bool) -> String {
    let hashes = counted(weaker, "hash", "hashes");
    if left_out {
        format!("{hashes} left out, since a stronger hash of the same file is sent.")
    } else {
        format!(
            "{hashes} {} beside a stronger one of the same file.",
            verb(weaker, "stands", "stand")
        )
    }
}

/// Label of leaving them out.
pub const LEAVE_OUT_WEAKER: &str = "Leave them out";
/// Label of sending them.
pub const SEND_WEAKER: &str = "Send them too";
/// Label.
pub const LEGACY: &str = "Send Alert and AlertAndBlock as written";
/// Label.
pub const INTERNAL: &str = "Send private and reserved addresses";

/// Label of the table.
pub const ROWS: &str = "Records";
/// Label of the search.
#[must_use]
pub fn find(records: u32) -> String {
    format!("Find in {}", counted(records, "row", "rows"))
}

/// Choice.
pub const ANY_STATE: &str = "State: any";
/// Choice.
pub const ANY_ACTION: &str = "Action: any";
/// Choice.
pub const ANY_TYPE: &str = "Type: any";

/// Chip of rows whose value or action was changed.
#[must_use]
pub fn rewritten(rows: u32) -> String {
    format!("Rewritten {}", number(rows))
}

/// How many pass the filter.
#[must_use]
pub fn shown(rows: u32) -> String {
    format!("{} shown", number(rows))
}

/// Label of taking every filter off.
pub const CLEAR_FILTERS: &str = "Show all";
/// No row passes.
pub const NO_ROWS: &str = "No row passes the filter.";

/// Column.
pub const STATE: &str = "State";
/// Column.
pub const VALUE: &str = "Value";
/// Column.
pub const TYPE: &str = "Type";
/// Column.
pub const ACTION: &str = "Action";
/// Column.
pub const SEVERITY: &str = "Severity";
/// Column.
pub const EXPIRES: &str = "Expires";
/// Column.
pub const TITLE: &str = "Title";
/// Column.
pub const LINE: &str = "Line";
/// Column where there are several files.
pub const FILE_AND_LINE: &str = "File and line";
/// An indicator without an end.
pub const NEVER: &str = "Never";
/// Between what is sent and what was given, for a screen reader.
pub const WAS: &str = " was ";
/// Between two actions of one value, for a screen reader.
pub const AGAINST: &str = " against ";

/// A line of the source.
#[must_use]
pub fn line(line: u32) -> String {
    format!("Line {}", number(line))
}

/// Where the earlier row with the same value stands.
#[must_use]
pub fn same_as(line_number: u32) -> String {
    format!("= {}", line(line_number))
}

/// Heading of a detail.
pub const SOURCE: &str = "Source";
/// Heading of a detail.
pub const CHANGES: &str = "Changes";
/// Heading of a detail.
pub const FINDINGS: &str = "Findings";
/// Heading of a detail.
pub const ATTEMPTS: &str = "Calls that carried it";

/// The batch of a call.
#[must_use]
pub fn batch(number: u32) -> String {
    format!("Batch {number}")
}

/// How a call was answered.
#[must_use]
pub fn answered(status: Option<u16>) -> String {
    status.map_or_else(|| "no answer".to_owned(), |status| status.to_string())
}

/// Heading of a detail.
pub const ANSWER: &str = "Defender's answer";
/// Heading of a detail.
pub const FIELDS: &str = "As sent";
/// Field.
pub const ALL_DEVICES: &str = "All devices";
/// Label.
pub const PREVIOUS: &str = "Previous row";
/// Label.
pub const NEXT: &str = "Next row";
/// Label.
pub const CLOSE: &str = "Close details";

/// The first of conflicting rows.
#[must_use]
pub fn conflicts_with(line_number: u32) -> String {
    format!(
        "The same value stands in {} with another action:",
        line(line_number).to_lowercase()
    )
}

/// The first of equal rows.
#[must_use]
pub fn repeats(line_number: u32) -> String {
    format!(
        "The same indicator stands in {}; it is sent once.",
        line(line_number).to_lowercase()
    )
}

/// Before the id that the API gave.
pub const AS_NUMBER: &str = "Accepted with the id";

/// Heading of the dialog; the tenant's name follows.
#[must_use]
pub fn confirm(imports: u32, deletions: u32) -> String {
    let imports = counted(imports, "indicator", "indicators");
    match deletions {
        0 => format!("Send {imports} to "),
        n => format!("Import {imports} and delete {} first in ", number(n)),
    }
}

/// Under it; who and where stand before.
#[must_use]
pub fn confirm_calls(calls: u32, per_window: u32) -> String {
    format!(
        "{}, {}.",
        counted(calls, "call", "calls"),
        estimate(calls, per_window)
    )
}

/// The stronger line.
#[must_use]
pub fn blocking(count: u32) -> String {
    format!(
        "{} will block something on devices",
        counted(count, "indicator", "indicators")
    )
}

/// Under it.
pub const BLOCKING_BODY: &str = "Block and BlockAndRemediate stop files, addresses, domains or URLs on every device that the indicator covers. \
                                 Look at the values before you go on.";
/// At the dialog's foot.
pub const SAFE_TWICE: &str = "Sending the same list twice stores nothing twice.";
/// Label.
pub const CANCEL: &str = "Cancel";
/// Heading.
pub const CONFIRM_BY_ACTION: &str = "By action";

/// The account, in the dialog.
#[must_use]
pub fn account(account: &Account) -> &str {
    &account.username
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_counts_windows_and_calls() {
        let cases = [
            (1, 1),
            (4, 1),
            (27, 10),
            (30, 12),
            (31, 61),
            (60, 72),
            (61, 121),
        ];
        for (calls, seconds) in cases {
            assert_eq!(estimated_seconds(calls, 30), seconds, "{calls} calls");
        }
    }
}
