//! What happened in a run, seen from the difference of two states of it.

use ioculate_core::{
    clock::WallTime,
    session::{BatchState, BatchView, Progress, Waiting},
};

/// Something that happened, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// When the page heard of it.
    pub at: WallTime,
    /// What.
    pub what: Happening,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// Batches left.
    Sent {
        /// The first one's number.
        first: u32,
        /// The last one's number.
        last: u32,
    },
    /// A batch was answered.
    Answered {
        /// Its number.
        batch: u32,
        /// Its indicators.
        items: u32,
        /// Of them rejected.
        rejected: u32,
    },
    /// A batch failed and will be tried again.
    Again {
        /// Its number.
        batch: u32,
        /// Its indicators.
        items: u32,
        /// The status; `None` where no answer came.
        status: Option<u16>,
    },
    /// The answer to a batch is lost.
    Lost {
        /// Its number.
        batch: u32,
        /// Its indicators.
        items: u32,
    },
    /// The run came to wait for something.
    Waits(Waiting),
    /// The run goes on after a wait.
    GoesOn,
}

/// What lies between two states of a run, in the order in which it is told. Of a run that was gone
/// on with, what happened before is no news.
#[must_use]
pub fn happenings(before: Option<&Progress>, now: &Progress) -> Vec<Happening> {
    let is_news = |batch: &&BatchView| match before {
        None => batch.state == BatchState::InFlight,
        Some(before) => {
            let old = before.batches.iter().find(|old| old.number == batch.number);
            let was = old.map_or((BatchState::Waiting, 0), |old| (old.state, old.tries));
            was != (batch.state, batch.tries)
        }
    };
    let changed = now.batches.iter().filter(is_news);
    let mut told = Vec::new();
    for batch in changed {
        match (happening(batch), told.last_mut()) {
            (Some(Happening::Sent { first, .. }), Some(Happening::Sent { last, .. }))
                if *last + 1 == first =>
            {
                *last = first;
            }
            (Some(what), _) => told.push(what),
            (None, _) => {}
        }
    }
    told.extend(waiting(before.map(|before| &before.why), &now.why));
    told
}

fn happening(batch: &BatchView) -> Option<Happening> {
    let &BatchView {
        number,
        items,
        rejected,
        status,
        ..
    } = batch;
    match batch.state {
        BatchState::InFlight => Some(Happening::Sent {
            first: number,
            last: number,
        }),
        BatchState::Accepted | BatchState::Partly | BatchState::Rejected => {
            Some(Happening::Answered {
                batch: number,
                items,
                rejected,
            })
        }
        BatchState::Retry => Some(Happening::Again {
            batch: number,
            items,
            status,
        }),
        BatchState::Unconfirmed => Some(Happening::Lost {
            batch: number,
            items,
        }),
        BatchState::Waiting | BatchState::NotSent => None,
    }
}

fn waiting(before: Option<&Waiting>, now: &Waiting) -> Option<Happening> {
    let busy = |why: &Waiting| matches!(why, Waiting::Nothing | Waiting::Answers);
    let same =
        before.is_some_and(|before| std::mem::discriminant(before) == std::mem::discriminant(now));
    match (before.is_none_or(busy), busy(now)) {
        (false, true) => Some(Happening::GoesOn),
        (_, false) if !same => Some(Happening::Waits(now.clone())),
        _ => None,
    }
}
