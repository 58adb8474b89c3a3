//! Questions that no run asks: whether the API lets this page in, and what the tenant holds.
//!
//! Nothing is kept of them but their calls, which use a quota as any call does. They harm nobody, so
//! that they are asked even where the browser cannot write their calls down.

use std::sync::Arc;

use super::{
    CallLog, Input, Step,
    gate::{Gate, Verdict, closed, unanswered},
    journal::Journal,
    listing::{Listed, Listing},
    question::Means,
    tokens::Tokens,
};
use crate::{clock::Now, limits::Limits, session::Closed, source::small, tenant::Snapshot};

/// What they are asked with.
#[derive(Clone, Debug)]
struct Alone {
    tokens: Tokens,
    calls: CallLog,
    journal: Journal,
    limits: Limits,
}

impl Alone {
    fn new(limits: Limits, calls: CallLog) -> Self {
        Self {
            tokens: Tokens::new(),
            calls,
            journal: Journal::default(),
            limits,
        }
    }

    fn means(&mut self) -> Means<'_> {
        Means {
            tokens: &mut self.tokens,
            calls: &mut self.calls,
            journal: &mut self.journal,
            limits: &self.limits,
        }
    }

    /// The next step: what is to be written down, else what is asked, as long as anything is.
    fn poll(&mut self, ask: Option<impl FnOnce(&mut Means<'_>) -> Step>) -> Step {
        match (self.journal.poll(), ask) {
            (Some(step), _) => step,
            (None, Some(ask)) => ask(&mut self.means()),
            (None, None) if self.journal.is_idle() => Step::Finished,
            (None, None) => Step::Wait(None),
        }
    }

    /// What happened, to be told to the question.
    fn told(&mut self, input: Input) -> Input {
        let input = match input {
            Input::NotRecorded(note, _) => Input::Recorded(note),
            input => input,
        };
        if let Input::Recorded(note) = input {
            self.journal.written(note);
        }
        input
    }
}

/// Asks whether the API lets this page in, and sends nothing.
#[derive(Clone, Debug)]
pub struct ConnectionCheck {
    gate: Gate,
    alone: Alone,
}

impl ConnectionCheck {
    /// A check that counts its call in `calls`.
    #[must_use]
    pub fn new(limits: Limits, calls: CallLog) -> Self {
        Self {
            gate: Gate::new(),
            alone: Alone::new(limits, calls),
        }
    }

    /// The log of calls.
    pub(crate) fn calls(&mut self) -> &mut CallLog {
        &mut self.alone.calls
    }

    /// What to do next; an extra call changes nothing.
    #[must_use]
    pub fn poll(&mut self, now: Now) -> Step {
        let is_asked = self.gate.verdict().is_none();
        let ask = |means: &mut Means<'_>| self.gate.poll(now, means);
        self.alone.poll(is_asked.then_some(ask))
    }

    /// Takes note of what happened.
    pub fn handle(&mut self, now: Now, input: Input) {
        let input = self.alone.told(input);
        self.gate.handle(now, input, &mut self.alone.means());
    }

    /// `None` while it is being asked; then whether the API lets this page in.
    #[must_use]
    pub fn result(&self) -> Option<Result<(), Closed>> {
        self.gate.verdict().map(|verdict| match verdict {
            Verdict::Open => Ok(()),
            Verdict::Closed(why) => Err(why.clone()),
        })
    }

    /// The log of calls, for the next run.
    #[must_use]
    pub fn into_calls(self) -> CallLog {
        self.alone.calls
    }
}

/// Asks for all that the tenant holds, page by page.
#[derive(Clone, Debug)]
pub struct TenantListing {
    state: State,
    alone: Alone,
}

#[derive(Clone, Debug)]
enum State {
    Asking(Listing),
    Ended(Result<Arc<Snapshot>, Closed>),
    /// Nobody wants it any more.
    GivenUp,
}

impl TenantListing {
    /// A listing that counts its calls in `calls`.
    #[must_use]
    pub fn new(limits: Limits, calls: CallLog) -> Self {
        Self {
            state: State::Asking(Listing::new(&limits)),
            alone: Alone::new(limits, calls),
        }
    }

    /// The log of calls.
    pub(crate) fn calls(&mut self) -> &mut CallLog {
        &mut self.alone.calls
    }

    /// What to do next; an extra call changes nothing.
    #[must_use]
    pub fn poll(&mut self, now: Now) -> Step {
        let listing = match &mut self.state {
            State::Asking(listing) => Some(listing),
            State::Ended(_) | State::GivenUp => None,
        };
        let ask = listing.map(|listing| |means: &mut Means<'_>| listing.poll(now, means));
        self.alone.poll(ask)
    }

    /// Takes note of what happened.
    pub fn handle(&mut self, now: Now, input: Input) {
        let input = self.alone.told(input);
        let State::Asking(listing) = &mut self.state else {
            return;
        };
        let ended = listing.handle(now, input, &mut self.alone.means());
        if let Some(ended) = ended {
            self.state = State::Ended(match ended {
                Listed::Whole(tenant) => Ok(Arc::new(tenant)),
                Listed::Failed(reply) => Err(unanswered(reply)),
                Listed::Refused(refusal) => Err(closed(refusal)),
                Listed::NoToken { code } => Err(Closed::SignIn { code }),
            });
        }
    }

    /// Asks no further. A call that has left goes on counting; its answer is not waited for.
    pub fn give_up(&mut self, now: Now) {
        if let State::Asking(listing) = &mut self.state {
            listing.give_up(now, &mut self.alone.means());
            self.state = State::GivenUp;
        }
    }

    /// Indicators so far.
    #[must_use]
    pub fn listed(&self) -> u32 {
        match &self.state {
            State::Asking(listing) => small(listing.listed()),
            State::Ended(Ok(tenant)) => tenant.held(),
            State::Ended(Err(_)) | State::GivenUp => 0,
        }
    }

    /// What the tenant holds, or why nobody knows; `None` while it is being asked, and where it was
    /// given up.
    #[must_use]
    pub fn result(&self) -> Option<Result<Arc<Snapshot>, Closed>> {
        match &self.state {
            State::Ended(result) => Some(result.clone()),
            State::Asking(_) | State::GivenUp => None,
        }
    }

    /// The log of calls, for what comes next.
    #[must_use]
    pub fn into_calls(self) -> CallLog {
        self.alone.calls
    }
}
