//! The second screen and its dialog.

use ioculate_core::{
    check::Verdict,
    import::{NotSent, Outcome},
    session::{Counts, RowSort, Summary, TenantSort, VerdictFilter},
};
use yew::Html;

use crate::{
    figures::seconds,
    words::{
        held,
        message::{common, review as message},
    },
};

/// Heading: the result.
#[must_use]
pub fn heading(summary: &Summary) -> String {
    match summary.entries {
        0 => message::nothing_ready().to_owned(),
        entries => message::ready_to_send(entries),
    }
}

/// Under the heading.
#[must_use]
pub fn lead(counts: &Counts, waiting: u32) -> String {
    let read = message::records_read(counts.records);
    let behind = match (counts.records - counts.ready, waiting) {
        (0, _) => None,
        (behind, 0) => Some(message::records_behind(behind)),
        (behind, waiting) => Some(message::records_behind_and_waiting(behind, waiting)),
    };
    let yet = message::nothing_sent_yet().to_owned();
    let told: Vec<String> = [Some(read), behind, Some(yet)]
        .into_iter()
        .flatten()
        .collect();
    told.join(common::between_sentences())
}

/// Sums, and how many files they hold nothing of since these could not be read.
#[must_use]
pub fn with_unread(sums: String, files: u32) -> String {
    match files {
        0 => sums,
        files => [sums, message::files_unread(files)].join(common::between_sentences()),
    }
}

/// What was read: the name of the first file, and how many more there are.
pub fn files(first: Html, more: usize) -> Html {
    match u32::try_from(more).unwrap_or(u32::MAX) {
        0 => first,
        more => message::file_and_more(first, more),
    }
}

/// A verdict's name.
#[must_use]
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ready => message::ready(),
        Verdict::Duplicate => message::duplicate(),
        Verdict::Conflict => message::conflict(),
        Verdict::Refused => message::refused(),
        Verdict::Ignored => message::ignored(),
    }
}

/// A state's name in a filter.
#[must_use]
pub fn state(state: VerdictFilter) -> &'static str {
    match state {
        VerdictFilter::Ready => message::ready(),
        VerdictFilter::Duplicate => message::duplicate(),
        VerdictFilter::Conflict => message::conflict(),
        VerdictFilter::Refused => message::refused(),
        VerdictFilter::Ignored => message::ignored(),
        VerdictFilter::Accepted => message::accepted(),
        VerdictFilter::Rejected => message::rejected(),
        VerdictFilter::Unconfirmed => message::unconfirmed(),
        VerdictFilter::NotSent => message::not_sent(),
    }
}

/// What became of a row.
#[must_use]
pub fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted { .. } => message::accepted(),
        Outcome::Rejected { .. } => message::rejected(),
        Outcome::Unconfirmed => message::unconfirmed(),
        Outcome::NotSent { reason } => match reason {
            NotSent::Unchanged => message::unchanged(),
            NotSent::OverQuota => message::no_room(),
            NotSent::LeftOut => message::left_out(),
            NotSent::Guarded => message::held_back(),
            NotSent::Cancelled => message::cancelled(),
        },
    }
}

/// About how long so many calls take.
#[must_use]
pub fn estimate(calls: u32, per_window: u32) -> String {
    message::estimate(&time(calls, per_window))
}

/// How long so many calls take.
fn time(calls: u32, per_window: u32) -> String {
    seconds(estimated_seconds(calls, per_window))
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
        0 => message::send(imports),
        deletions => message::import_and_delete(imports, deletions),
    }
}

/// Beside it.
#[must_use]
pub fn in_calls(calls: u32, per_window: u32) -> String {
    message::in_calls(calls, &time(calls, per_window))
}

/// Beside the heading of problems.
#[must_use]
pub fn problems(records: u32, causes: usize) -> String {
    message::problem_count(records, u32::try_from(causes).unwrap_or(u32::MAX))
}

/// Choice of the strongest hashes, with how many indicators it saves.
#[must_use]
pub fn strongest(weaker: u32) -> String {
    match weaker {
        0 => message::hashes_strongest().to_owned(),
        weaker => message::hashes_strongest_saves(weaker),
    }
}

/// Under the heading, where files have several hashes.
#[must_use]
pub fn weaker(weaker: u32, left_out: bool) -> String {
    if left_out {
        message::weaker_left_out(weaker)
    } else {
        message::weaker_beside(weaker)
    }
}

/// How a call was answered.
#[must_use]
pub fn answered(status: Option<u16>) -> String {
    status.map_or_else(
        || message::no_answer().to_owned(),
        |status| status.to_string(),
    )
}

/// Heading of the dialog.
pub fn confirm(imports: u32, deletions: u32, tenant: Html) -> Html {
    match deletions {
        0 => message::ask(imports, tenant),
        deletions => message::ask_and_delete(imports, deletions, tenant),
    }
}

/// Under it; who and where stand before.
#[must_use]
pub fn confirm_calls(calls: u32, per_window: u32) -> String {
    message::ask_calls(calls, &time(calls, per_window))
}

/// An order of rows.
#[must_use]
pub fn sorted(sort: RowSort) -> &'static str {
    held::sorted(match sort {
        RowSort::Verdict => return message::state(),
        RowSort::Value => TenantSort::Value,
        RowSort::Type => TenantSort::Type,
        RowSort::Action => TenantSort::Action,
        RowSort::Severity => TenantSort::Severity,
        RowSort::Expires => TenantSort::Expires,
        RowSort::Title => TenantSort::Title,
    })
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
