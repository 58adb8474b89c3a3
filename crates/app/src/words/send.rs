//! The third screen.

use ioculate_core::{
    journal::KEPT_DAYS,
    session::{BatchState, BatchView, Progress, Purpose, Waiting},
};

use crate::{
    figures::{number, seconds, time},
    state::Happening,
    words::{counted, undo},
};

/// Heading: what the run does or waits for.
#[must_use]
pub fn heading(why: &Waiting, cancelling: bool, purpose: &Purpose, tenant: &str) -> String {
    if cancelling {
        return cancelled(why);
    }
    match why {
        Waiting::Nothing | Waiting::Answers => undo::sending(purpose).to_owned() + tenant,
        Waiting::Quota { until } => format!(
            "The calls allowed for now are used; sending goes on at {}",
            time(*until)
        ),
        Waiting::Retry {
            until,
            status: Some(429),
        } => format!("Defender asked us to wait until {}", time(*until)),
        Waiting::Retry { until, .. } => format!("Trying again at {}", time(*until)),
        Waiting::Paused => "Paused".to_owned(),
        Waiting::Trouble { .. } => "Paused: several batches failed in a row".to_owned(),
        Waiting::SignIn { .. } => "Sign in again to go on".to_owned(),
        Waiting::Offline => "Waiting for the network".to_owned(),
        Waiting::Listing => "Asking Defender what became of rows in doubt".to_owned(),
        Waiting::Journal { .. } => "Paused: the browser no longer writes the run down".to_owned(),
    }
}

/// Heading of a run that the user has cancelled: nothing new is sent, but what had left is settled.
fn cancelled(why: &Waiting) -> String {
    match why {
        Waiting::Quota { until } | Waiting::Retry { until, .. } => format!(
            "Cancelled; what became of rows in doubt is asked at {}",
            time(*until)
        ),
        Waiting::Listing => "Cancelled; asking what became of rows in doubt".to_owned(),
        _ => "Cancelled; waiting for the last answers".to_owned(),
    }
}

/// Whether a cancelled run asks the tenant's list, or is about to.
#[must_use]
pub fn asks_about_doubts(why: &Waiting) -> bool {
    matches!(
        why,
        Waiting::Quota { .. } | Waiting::Retry { .. } | Waiting::Listing
    )
}

/// Label: nothing more is asked.
pub const END_NOW: &str = "End now";

/// Under the heading of a cancelled run that asks what became of rows in doubt.
pub const ENDING: &str = "Nothing more is sent. Where you end it now, rows in doubt stay unconfirmed: they may be in the tenant or not.";

/// Before the run begins.
pub const OPENING: &str = "Asking the API whether it lets this page in";
/// Under it.
pub const OPENING_BODY: &str = "No indicator leaves before it has answered.";

/// Under the heading.
#[must_use]
pub fn lead(progress: &Progress, purpose: &Purpose) -> String {
    let so_far = format!(
        "{} {} and {} rejected so far.",
        number(progress.accepted),
        undo::done(purpose),
        number(progress.rejected)
    );
    if progress.cancelling && asks_about_doubts(&progress.why) {
        return format!("{so_far} {ENDING}");
    }
    let rest = match &progress.why {
        Waiting::Paused => "Nothing new is sent until you resume. Nothing is lost.",
        Waiting::Retry {
            status: Some(429), ..
        } => {
            "Nothing is wrong with your list, and nothing is lost. Another program in the tenant may use the limit too."
        }
        Waiting::Retry { .. } => undo::again(purpose),
        Waiting::SignIn { .. } => "The rest needs a new token. What was sent is kept.",
        Waiting::Offline => "Sending goes on by itself when it is back.",
        Waiting::Listing => {
            "The tenant's list says which of them arrived; what did not is sent again. Nothing is sent meanwhile."
        }
        Waiting::Journal { .. } => {
            "Nothing is sent that is not written down first. Where the device is full, free some space, then resume. \
             Where that does not help, cancel the rest: the report is then shown and can be downloaded."
        }
        Waiting::Trouble {
            until: Some(until), ..
        } => {
            return format!(
                "{so_far} What was accepted stays. At {} one harmless call asks by itself whether it is over; \
                 Resume tries at once.",
                time(*until)
            );
        }
        Waiting::Trouble { until: None, .. } => {
            "What was accepted stays. Resume tries the failed batches once more."
        }
        Waiting::Nothing | Waiting::Answers | Waiting::Quota { .. } => {
            match unanswered(&progress.batches) {
                0 => "You may use other tabs meanwhile.",
                n => return format!("{so_far} {}", sent_again(n, purpose)),
            }
        }
    };
    format!("{so_far} {rest}")
}

/// What a search for rows at fault, and trying again, have cost.
#[must_use]
pub fn search(progress: &Progress) -> Option<String> {
    let calls = counted(progress.extra_calls, "call", "calls");
    match (progress.searched, progress.extra_calls) {
        (0, 0) => None,
        (0, _) => Some(format!(
            "{calls} more than one for each batch: tries again, and the search for rows at fault."
        )),
        (rows, _) => Some(format!(
            "Finding the rows at fault: {calls} more, {} still searched.",
            counted(rows, "row", "rows")
        )),
    }
}

/// Batches whose last call got no answer, and that will be sent once more.
fn unanswered(batches: &[BatchView]) -> u32 {
    let lost = |batch: &&BatchView| batch.state == BatchState::Retry && batch.status.is_none();
    u32::try_from(batches.iter().filter(lost).count()).unwrap_or(u32::MAX)
}

fn sent_again(batches: u32, purpose: &Purpose) -> String {
    format!(
        "No answer came to {}. {} If no answer comes at all, check the network.",
        batches_left(batches),
        undo::again(purpose)
    )
}

/// Before the account that confirmed the run, where another one is signed in.
pub const BELONGS_TO: &str = "This run belongs to";
/// After it.
pub const OTHER_ACCOUNT: &str = "Nothing is sent as anybody else. Sign out by the account menu, then sign in with that account.";
/// Meter.
pub const NOT_ANSWERED: &str = "Not answered yet";
/// Meter.
pub const NOT_SENT: &str = "Not sent yet";
/// Meter.
pub const TIME_LEFT: &str = "Time left";

/// Beside the accepted.
#[must_use]
pub fn of(entries: u32) -> String {
    format!("of {}", number(entries))
}

/// Under the accepted.
#[must_use]
pub fn rejected(count: u32) -> String {
    format!("{} rejected", number(count))
}

/// Under those not answered.
#[must_use]
pub fn unconfirmed(count: u32) -> String {
    match count {
        0 => "none lost".to_owned(),
        n => format!("and {} unconfirmed", number(n)),
    }
}

/// Under those not sent.
#[must_use]
pub fn batches_left(batches: u32) -> String {
    counted(batches, "batch", "batches")
}

/// The time left.
#[must_use]
pub fn time_left(left: Option<u32>) -> String {
    left.map_or_else(|| "not known".to_owned(), seconds)
}

/// Under the time left.
#[must_use]
pub fn calls_free(used: u32, quota: u32) -> String {
    format!(
        "{} free",
        counted(quota.saturating_sub(used), "call", "calls")
    )
}

/// What the bar measures.
pub const ANSWERED: &str = "Indicators answered";

/// Heading of the strip.
#[must_use]
pub fn batches(count: u32) -> String {
    batches_left(count)
}

/// A batch's state.
#[must_use]
pub fn state(state: BatchState) -> &'static str {
    match state {
        BatchState::Waiting => "Waiting",
        BatchState::InFlight => "In flight",
        BatchState::Retry => "To be tried again",
        BatchState::Accepted => "Accepted",
        BatchState::Partly => "Partly accepted",
        BatchState::Rejected => "Rejected",
        BatchState::Unconfirmed => "Unconfirmed",
        BatchState::NotSent => "Not sent",
    }
}

/// Heading of the table.
pub const CALLS: &str = "Calls";
/// None has been made.
pub const NO_CALLS: &str = "None has carried an indicator yet.";
/// Label of the table's region.
pub const CALLS_NEWEST_FIRST: &str = "Calls, newest first";
/// Column.
pub const BATCH: &str = "Batch";
/// Column.
pub const INDICATORS: &str = "Indicators";
/// Column.
pub const STATE: &str = "State";
/// Column.
pub const REJECTED: &str = "Rejected";
/// Column.
pub const TRIES: &str = "Tries";
/// Column.
pub const HTTP: &str = "HTTP";
/// Column.
pub const TOOK: &str = "Took";

/// Heading of the quota.
pub const QUOTA: &str = "Calls that count now";

/// Beside it.
#[must_use]
pub fn of_quota(used: u32, quota: u32) -> String {
    format!("{used} of {quota}")
}

/// What the ticks show.
#[must_use]
pub fn quota_used(used: u32, quota: u32) -> String {
    format!("{used} of {quota} calls used")
}

/// Under it.
pub const QUOTA_BODY: &str =
    "A call counts until 60 s after its answer. Other programs in the tenant share the limit.";

/// Heading of the log.
pub const HAPPENING: &str = "What is happening";

/// A line of the log.
#[must_use]
pub fn happening(what: &Happening) -> String {
    match what {
        Happening::Sent { first, last } if first == last => format!("Batch {first} sent."),
        Happening::Sent { first, last } => format!("Batches {first} to {last} sent."),
        Happening::Answered {
            batch,
            items,
            rejected: 0,
        } => match items {
            1 => format!("Batch {batch} accepted."),
            items => format!("Batch {batch} accepted, all {}.", number(*items)),
        },
        Happening::Answered {
            batch,
            items,
            rejected,
        } => {
            let accepted = items.saturating_sub(*rejected);
            format!(
                "Batch {batch}: {} accepted, {} rejected.",
                number(accepted),
                number(*rejected)
            )
        }
        Happening::Again {
            batch,
            items,
            status,
        } => {
            let answer = status.map_or_else(
                || "got no answer".to_owned(),
                |status| format!("answered {status}"),
            );
            let them = counted(*items, "indicator is", "indicators are");
            format!("Batch {batch} {answer}. Its {them} sent again; sending twice does no harm.")
        }
        Happening::Lost { batch, items } => {
            let them = counted(*items, "indicator is", "indicators are");
            format!("The answer to batch {batch} is lost. Its {them} unconfirmed.")
        }
        Happening::Waits(why) => format!("{}.", heading(why, false, &Purpose::Import, "Defender")),
        Happening::GoesOn => "Sending goes on.".to_owned(),
    }
}

/// Nothing has happened yet.
pub const NOTHING_YET: &str = "The first call has not left yet.";
/// Heading.
pub const IF_YOU_LEAVE: &str = "If you leave";

/// Under it.
#[must_use]
pub fn if_you_leave(unjournalled: bool) -> String {
    if unjournalled {
        return "Nothing of this run is kept in this browser: closing the tab ends it. What was accepted stays in the tenant, and giving the same list again updates it, so that nothing is stored twice.".to_owned();
    }
    format!(
        "Every step is written down in this browser before it is taken. Close the tab or lose the network: sending stops, and the run can be gone on with here, on this computer and with this account, within {KEPT_DAYS} days."
    )
}

/// Label.
pub const PAUSE: &str = "Pause";
/// Label.
pub const RESUME: &str = "Resume";
/// Label.
pub const CANCEL: &str = "Cancel the rest";
/// At the foot, before the account.
pub const AS: &str = "as";
/// What the browser said.
pub const BROWSER_SAID: &str = "The browser said:";
/// What the API said last.
pub const LAST_SAID: &str = "The API said:";

/// The range of indicators of a batch.
#[must_use]
pub fn range(batch: &BatchView) -> String {
    match batch.items {
        0 | 1 => number(batch.first),
        items => format!(
            "{} to {}",
            number(batch.first),
            number(batch.first.saturating_add(items - 1))
        ),
    }
}

/// A state in the legend.
#[must_use]
pub fn in_state(state: BatchState) -> &'static str {
    match state {
        BatchState::Retry => "to be tried again",
        BatchState::Waiting => "waiting",
        BatchState::InFlight => "in flight",
        BatchState::Accepted => "accepted",
        BatchState::Partly => "partly accepted",
        BatchState::Rejected => "rejected",
        BatchState::Unconfirmed => "unconfirmed",
        BatchState::NotSent => "not sent",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(state: BatchState, status: Option<u16>) -> BatchView {
        BatchView {
            number: 1,
            first: 1,
            items: 500,
            state,
            rejected: 0,
            status,
            tries: 1,
            millis: 0,
        }
    }

    #[test]
    fn lost_answers_are_not_hidden_behind_the_quota() {
        use BatchState::{Accepted, Retry, Unconfirmed};
        let progress = |batches| Progress {
            entries: 1_000,
            accepted: 0,
            rejected: 0,
            in_flight: 0,
            unconfirmed: 500,
            waiting: 500,
            quota_used: 30,
            quota: 30,
            why: Waiting::Answers,
            cancelling: false,
            seconds_left: None,
            extra_calls: 0,
            searched: 0,
            by_state: Vec::new(),
            batches,
        };
        let cancelled = Progress {
            why: Waiting::Listing,
            cancelling: true,
            ..progress(Vec::new())
        };
        assert!(lead(&cancelled, &Purpose::Import).contains("stay unconfirmed"));
        let cases = [
            (vec![batch(Retry, None)], "No answer came to 1 batch."),
            (vec![batch(Retry, Some(503))], "You may use other tabs"),
            (vec![batch(Unconfirmed, None)], "You may use other tabs"),
            (vec![batch(Accepted, Some(200))], "You may use other tabs"),
        ];
        for (batches, said) in cases {
            let lead = lead(&progress(batches), &Purpose::Import);
            assert!(lead.contains(said), "{lead}");
        }
    }
}
