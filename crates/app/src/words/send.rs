//! The third screen.

use ioculate_core::{
    journal::KEPT_DAYS,
    session::{BatchState, BatchView, Progress, Purpose, Waiting},
};

use crate::{
    figures::{number, seconds, time},
    state::Happening,
    words::{
        message::{common, send as message},
        sentences, undo,
    },
};

/// Heading: what the run does or waits for.
#[must_use]
pub fn heading(why: &Waiting, cancelling: bool, purpose: &Purpose, tenant: &str) -> String {
    if cancelling {
        return cancelled(why);
    }
    match why {
        Waiting::Nothing | Waiting::Answers => undo::sending(purpose, tenant),
        Waiting::Quota { until } => message::quota_is_used(&time(*until)),
        Waiting::Retry {
            until,
            status: Some(429),
        } => message::asked_to_wait(&time(*until)),
        Waiting::Retry { until, .. } => message::trying_again(&time(*until)),
        Waiting::Paused => message::paused().to_owned(),
        Waiting::Trouble { .. } => message::paused_after_failures().to_owned(),
        Waiting::SignIn { .. } => message::sign_in_again().to_owned(),
        Waiting::Offline => message::offline().to_owned(),
        Waiting::Listing => message::asking().to_owned(),
        Waiting::Journal { .. } => message::unwritten().to_owned(),
    }
}

/// Heading of a run that the user has cancelled: nothing new is sent, but what had left is settled.
fn cancelled(why: &Waiting) -> String {
    match why {
        Waiting::Quota { until } | Waiting::Retry { until, .. } => {
            message::cancelled_asks_later(&time(*until))
        }
        Waiting::Listing => message::cancelled_asks().to_owned(),
        _ => message::cancelled_waits().to_owned(),
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

/// Under the heading.
#[must_use]
pub fn lead(progress: &Progress, purpose: &Purpose) -> String {
    let rest = if progress.cancelling && asks_about_doubts(&progress.why) {
        message::ending().to_owned()
    } else {
        meaning(progress, purpose)
    };
    sentences(&[&so_far(progress, purpose), &rest])
}

fn so_far(progress: &Progress, purpose: &Purpose) -> String {
    let (accepted, rejected) = (progress.accepted, progress.rejected);
    match purpose {
        Purpose::Import => message::so_far_accepted(accepted, rejected),
        Purpose::Undo { .. } => message::so_far_taken_back(accepted, rejected),
        Purpose::Delete => message::so_far_deleted(accepted, rejected),
    }
}

/// What it means that the run does or waits for something.
fn meaning(progress: &Progress, purpose: &Purpose) -> String {
    let meaning = match &progress.why {
        Waiting::Paused => message::paused_body(),
        Waiting::Retry {
            status: Some(429), ..
        } => message::asked_to_wait_body(),
        Waiting::Retry { .. } => undo::again(purpose),
        Waiting::SignIn { .. } => message::sign_in_again_body(),
        Waiting::Offline => message::offline_body(),
        Waiting::Listing => message::asking_body(),
        Waiting::Journal { .. } => message::unwritten_body(),
        Waiting::Trouble {
            until: Some(until), ..
        } => return message::paused_after_failures_until(&time(*until)),
        Waiting::Trouble { until: None, .. } => message::paused_after_failures_body(),
        Waiting::Nothing | Waiting::Answers | Waiting::Quota { .. } => {
            match unanswered(&progress.batches) {
                0 => message::goes_well(),
                n => return sent_again(n, purpose),
            }
        }
    };
    meaning.to_owned()
}

/// What a search for rows at fault, and trying again, have cost.
#[must_use]
pub fn search(progress: &Progress) -> Option<String> {
    match (progress.searched, progress.extra_calls) {
        (0, 0) => None,
        (0, calls) => Some(message::extra_calls(calls)),
        (rows, calls) => Some(message::searching(calls, rows)),
    }
}

/// Batches whose last call got no answer, and that will be sent once more.
fn unanswered(batches: &[BatchView]) -> u32 {
    let lost = |batch: &&BatchView| batch.state == BatchState::Retry && batch.status.is_none();
    u32::try_from(batches.iter().filter(lost).count()).unwrap_or(u32::MAX)
}

fn sent_again(batches: u32, purpose: &Purpose) -> String {
    sentences(&[
        &message::no_answer(batches),
        undo::again(purpose),
        message::check_network(),
    ])
}

/// The time left.
#[must_use]
pub fn time_left(left: Option<u32>) -> String {
    left.map_or_else(|| message::not_known().to_owned(), seconds)
}

/// Under the time left.
#[must_use]
pub fn calls_free(used: u32, quota: u32) -> String {
    message::calls_free(quota.saturating_sub(used))
}

/// A batch's state.
#[must_use]
pub fn state(state: BatchState) -> &'static str {
    match state {
        BatchState::Waiting => message::state_waiting(),
        BatchState::InFlight => message::state_in_flight(),
        BatchState::Retry => message::state_retry(),
        BatchState::Accepted => message::state_accepted(),
        BatchState::Partly => message::state_partly(),
        BatchState::Rejected => message::state_rejected(),
        BatchState::Unconfirmed => message::state_unconfirmed(),
        BatchState::NotSent => message::state_not_sent(),
    }
}

/// A line of the log.
#[must_use]
pub fn happening(what: &Happening) -> String {
    // A batch's number is its name: no thousands are marked in it.
    match what {
        Happening::Sent { first, last } if first == last => message::batch_sent(&first.to_string()),
        Happening::Sent { first, last } => {
            message::batches_sent(&first.to_string(), &last.to_string())
        }
        Happening::Answered {
            batch,
            items,
            rejected: 0,
        } => message::batch_accepted(*items, &batch.to_string()),
        Happening::Answered {
            batch,
            items,
            rejected,
        } => {
            let accepted = items.saturating_sub(*rejected);
            message::batch_answered(&batch.to_string(), accepted, *rejected)
        }
        Happening::Again {
            batch,
            items,
            status: None,
        } => message::batch_without_answer(*items, &batch.to_string()),
        Happening::Again {
            batch,
            items,
            status: Some(status),
        } => message::batch_again(*items, &batch.to_string(), &status.to_string()),
        Happening::Lost { batch, items } => message::batch_lost(*items, &batch.to_string()),
        Happening::Waits(why) => {
            common::sentence(&heading(why, false, &Purpose::Import, "Defender"))
        }
        Happening::GoesOn => message::goes_on().to_owned(),
    }
}

/// What becomes of the run where the page is closed.
#[must_use]
pub fn if_you_leave(unjournalled: bool) -> String {
    if unjournalled {
        message::if_you_leave_unkept().to_owned()
    } else {
        message::if_you_leave_kept(KEPT_DAYS.into())
    }
}

/// The range of indicators of a batch.
#[must_use]
pub fn range(batch: &BatchView) -> String {
    match batch.items {
        0 | 1 => number(batch.first),
        items => message::range(batch.first, batch.first.saturating_add(items - 1)),
    }
}

/// A state in the legend.
#[must_use]
pub fn in_state(state: BatchState) -> &'static str {
    match state {
        BatchState::Retry => message::in_retry(),
        BatchState::Waiting => message::in_waiting(),
        BatchState::InFlight => message::in_flight(),
        BatchState::Accepted => message::in_accepted(),
        BatchState::Partly => message::in_partly(),
        BatchState::Rejected => message::in_rejected(),
        BatchState::Unconfirmed => message::in_unconfirmed(),
        BatchState::NotSent => message::in_not_sent(),
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
