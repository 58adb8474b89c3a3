//! The last screen.

use ioculate_core::session::{Purpose, ReportSummary, Stopped};

use crate::{
    figures::{date, number, time},
    words::{counted, undo},
};

/// Heading: the result; the tenant's name follows.
#[must_use]
pub fn heading(report: &ReportSummary) -> String {
    if report.purpose != Purpose::Import {
        return undo::result(report);
    }
    let sent = report.accepted + report.rejected + report.unconfirmed;
    match (report.accepted, sent) {
        (_, 0) if report.deleted > 0 => format!(
            "Nothing was imported, {} deleted from ",
            counted(report.deleted, "indicator", "indicators")
        ),
        (_, 0) => "Nothing was sent to ".to_owned(),
        (all, sent) if all == sent => {
            format!("{} accepted by ", counted(all, "indicator", "indicators"))
        }
        (some, sent) => format!(
            "{} of {} accepted by ",
            number(some),
            counted(sent, "indicator", "indicators")
        ),
    }
}

/// Under it; the account follows.
#[must_use]
pub fn lead(report: &ReportSummary) -> String {
    let or_none = |count: u32, none: &str| match count {
        0 => none.to_owned(),
        some => number(some),
    };
    let deleted = match report.deleted {
        _ if report.purpose != Purpose::Import => String::new(),
        0 => String::new(),
        n => format!(
            " {} deleted to make way.",
            counted(
                n,
                "indicator of the tenant was",
                "indicators of the tenant were"
            )
        ),
    };
    format!(
        "{} rejected, {} unconfirmed.{deleted} {} {} to {}, {}, by ",
        or_none(report.rejected, "None"),
        or_none(report.unconfirmed, "none"),
        date(report.started),
        time(report.started),
        ended(report),
        counted(report.calls, "call", "calls"),
    )
}

/// The time alone where it is of the same day.
fn ended(report: &ReportSummary) -> String {
    let (began, ended) = (date(report.started), date(report.ended));
    let time = time(report.ended);
    if began == ended {
        time
    } else {
        format!("{ended} {time}")
    }
}

/// Why it stopped before its end: first words, and the rest.
#[must_use]
pub fn stopped(stopped: &Stopped) -> (&'static str, String) {
    match stopped {
        Stopped::Cancelled => (
            "You cancelled the rest.",
            "What had left was waited for.".to_owned(),
        ),
        Stopped::Unfinished => (
            "This run has not ended.",
            "Its page was closed before the rest was sent.".to_owned(),
        ),
        Stopped::Gate(_) => (
            "The API did not let this page in.",
            "Nothing was sent.".to_owned(),
        ),
        Stopped::Forbidden { .. } => (
            "Defender forbade it.",
            "Your account or the app registration lacks the right to manage indicators. What is left can be gone on with from the first screen once the right is there. It said:"
                .to_owned(),
        ),
        Stopped::OverQuota { .. } => (
            "The tenant has no room for more.",
            "The rest was not sent. Delete indicators in the portal, or let some expire, \
             then give the rows that were not sent once more; they can be downloaded here. It said:"
                .to_owned(),
        ),
        Stopped::WrongHost { status } => (
            "The host is not the API.",
            format!("It answered {status}. The API's address in config.json may be wrong."),
        ),
    }
}

/// The report is of a past run that came with a run file.
pub const PAST_OF_FILE: &str = "A past run, as its run file tells it. Whoever made the file may have changed it: \
                                this page has not asked the tenant.";
/// The report is of a run that came with a run file and was gone on with here.
pub const BEGUN_ELSEWHERE: &str = "This run came with a run file. What became of rows before it was opened here is as the file tells it.";

/// Label of the sums.
pub const TOTALS: &str = "Totals";
/// Heading of a sum.
pub const GIVEN: &str = "What you gave";
/// Heading of a sum.
pub const BECAME: &str = "What became of the ready ones";
/// Column.
pub const RECORDS: &str = "Records";
/// Column.
pub const ROWS: &str = "Rows";
/// Sum.
pub const RECORDS_READ: &str = "Records read";
/// Sum.
pub const READY: &str = "Ready";
/// Line: a row that a run file holds and nobody can read.
pub const UNREADABLE: &str = "Unreadable";
/// Line.
pub const ACCEPTED: &str = "Accepted";
/// Line.
pub const REJECTED: &str = "Rejected";
/// Line.
pub const UNCONFIRMED: &str = "Unconfirmed";
/// Line.
pub const NOT_SENT: &str = "Not sent";
/// What unconfirmed means.
pub const UNCONFIRMED_BODY: &str = "Unconfirmed: sent, but the answer was lost. They may be in the tenant or not. Giving them again settles it and stores nothing twice.";

/// Heading of the reasons.
pub const REASONS: &str = "Rejected, by the service's own reason";
/// Beside it, after the field's name.
pub const WORD_FOR_WORD: &str = ", word for word";
/// Column.
pub const REASON: &str = "Reason";
/// Label.
#[must_use]
pub fn show(rows: u32) -> String {
    format!("Show {}", number(rows))
}

/// Heading of the rows.
pub const EVERY_ROW: &str = "Every row";
/// Heading of the downloads.
pub const KEEP: &str = "Keep the record";
/// Download.
pub const AS_CSV: &str = "Every line with its outcome";
/// Download.
pub const AS_JSON: &str = "The same, with changes and ids";
/// Download.
pub const AS_RUN: &str = "The whole run, to be opened in any browser";
/// Label.
pub const RUN_FILE: &str = "Run file";

/// Download.
#[must_use]
pub fn to_mend(rows: u32) -> String {
    format!(
        "{}, to be mended and given again",
        counted(rows, "refused or rejected row", "refused or rejected rows")
    )
}

/// Download.
#[must_use]
pub fn unsent(rows: u32) -> String {
    format!(
        "{}, to be given again",
        counted(
            rows,
            "row not sent or unconfirmed",
            "rows not sent or unconfirmed"
        )
    )
}

/// Heading.
pub const NOT_YET: &str = "What \"accepted\" does not yet mean";
/// Each with its first words (delays and switches: Microsoft's overview of indicators).
pub const NOT_YET_LINES: [(&str, &str); 4] = [
    (
        "Addresses, URLs and domains",
        "act within about 2 hours, sometimes up to 48, and only where \"Custom network indicators\" is on.",
    ),
    (
        "Files",
        "act within about 2 hours, and only where \"Allow or block file\" is on.",
    ),
    ("Certificates", "act within about 3 hours."),
    ("Audit", "records a match and blocks nothing."),
];
/// Label.
pub const MORE: &str = "Import more";
/// Label, where the report is of the past.
pub const BACK: &str = "Back";

#[cfg(test)]
mod tests {
    use ioculate_core::{
        clock::WallTime,
        session::{Account, Counts},
    };

    use super::*;

    /// What a report of an import is headed, of what was accepted, rejected and deleted for it.
    #[test]
    fn what_was_deleted_first_is_said() {
        for (accepted, rejected, deleted, heads, said) in [
            (0, 0, 0, "Nothing was sent to ", None),
            (
                0,
                0,
                1,
                "Nothing was imported, 1 indicator deleted from ",
                Some("1 indicator of the tenant was deleted to make way."),
            ),
            (2, 0, 0, "2 indicators accepted by ", None),
            (
                2,
                1,
                2,
                "2 of 3 indicators accepted by ",
                Some("2 indicators of the tenant were deleted to make way."),
            ),
        ] {
            let report = ReportSummary {
                accepted,
                rejected,
                deleted,
                ..report()
            };
            assert_eq!(heading(&report), heads);
            let lead = lead(&report);
            assert_eq!(lead.contains("deleted"), said.is_some(), "{lead}");
            assert!(said.is_none_or(|said| lead.contains(said)), "{lead}");
        }
    }

    fn report() -> ReportSummary {
        ReportSummary {
            run: None,
            from_file: false,
            account: Account {
                username: String::new(),
                tenant_id: String::new(),
                account_id: String::new(),
            },
            api_base: String::new(),
            purpose: Purpose::Import,
            started: WallTime(0),
            ended: WallTime(0),
            calls: 3,
            counts: Counts::default(),
            accepted: 0,
            rejected: 0,
            unconfirmed: 0,
            not_sent: 0,
            deleted: 0,
            restored: 0,
            undeletable: 0,
            left_alone: 0,
            on_list_of: None,
            reasons: Vec::new(),
            stopped: None,
        }
    }
}
