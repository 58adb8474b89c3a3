//! When a run stops trying by itself, and how it finds out that it may go on.
//!
//! Batches that fail one after another mean that more calls would fail too, and each costs quota: the
//! run pauses and says why. Where the reason may pass, one harmless question a minute asks whether it
//! has; a body that the API refuses is refused again, so that there only the user can tell. So it is
//! where the question was answered and no batch was taken after it: a `GET` may work where no `POST`
//! does, and the run would call for ever.

use std::time::Duration;

use super::{
    Input, Step,
    engine::{Hold, Import, Network},
    gate::{Gate, Verdict},
    question::Means,
};
use crate::{
    clock::Now,
    message::{Phrase, made::trouble},
    retry::{self, Meaning},
    session::Closed,
    wire::{Refusal, Reply},
};

/// From one question to the next.
const PROBE_EVERY: Duration = Duration::from_mins(1);

/// A try that came to nothing.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    pub(super) status: Option<u16>,
    /// What the API said, or what can be said in its place.
    pub(super) message: String,
}

impl Failure {
    pub(super) fn refused(refusal: &Refusal) -> Self {
        Self {
            status: Some(refusal.status),
            message: refusal.reason(),
        }
    }

    pub(super) fn unanswered(status: Option<u16>, message: Phrase) -> Self {
        Self {
            status,
            message: message.english().to_owned(),
        }
    }

    /// The tenant's list did not come.
    pub(super) fn unlisted(reply: &Reply) -> Self {
        match reply {
            Reply::Refused(refusal) => Self::refused(refusal),
            Reply::NoAnswer { .. } => Self::unanswered(None, trouble::NO_ANSWER),
            other => Self::unanswered(other.status(), trouble::TENANT_UNREAD),
        }
    }

    /// Whether it may be otherwise in a while.
    fn may_pass(&self) -> bool {
        let refused = |status| retry::meaning(status) == Meaning::BadBody;
        // A success that cannot be read is one of a gateway in between.
        let is_success = |status| (200..300).contains(&status);
        self.status
            .is_none_or(|status| is_success(status) || !refused(status))
    }
}

/// Batches that failed in a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Setbacks {
    pub(super) in_a_row: u32,
    /// Those of them that are out of tries: places in the run's works.
    pub(super) given_up: Vec<usize>,
    /// Whether the API has ever answered entry by entry.
    pub(super) was_answered: bool,
    /// Whether the run has gone on by itself and no batch was taken since.
    pub(super) was_in_vain: bool,
}

impl Import {
    /// Notes one more batch that failed in a row, and pauses where there are too many.
    pub(super) fn set_back(&mut self, now: Now, failure: Failure) {
        self.setbacks.in_a_row += 1;
        if self.setbacks.in_a_row >= self.limits.failures_before_pause {
            self.trouble(now, failure);
        }
    }

    /// Pauses with a reason.
    pub(super) fn trouble(&mut self, now: Now, failure: Failure) {
        self.setbacks.in_a_row = 0;
        let asks_by_itself = failure.may_pass() && !self.setbacks.was_in_vain;
        self.hold = Hold::Trouble {
            probe_at: asks_by_itself.then(|| now.mono + PROBE_EVERY),
            status: failure.status,
            message: failure.message,
        };
    }

    /// Asks whether it is over, where it is time to.
    pub(super) fn probe(&mut self, now: Now) -> Option<Step> {
        let Hold::Trouble {
            probe_at: Some(at), ..
        } = self.hold
        else {
            return None;
        };
        if self.network == Network::Off {
            return None;
        }
        if self.probe.is_none() {
            if at > now.mono {
                return Some(Step::Wait(Some(at)));
            }
            if self.open.len() >= self.limits.in_flight {
                return None;
            }
        }
        let mut probe = self.probe.take().unwrap_or_else(Gate::new);
        let step = probe.poll(now, &mut self.means());
        self.probe = Some(probe);
        Some(step)
    }

    /// What happened may be the answer to the probe.
    pub(super) fn probed(&mut self, now: Now, input: &Input) {
        let Some(mut probe) = self.probe.take() else {
            return;
        };
        let is_others = probe.in_flight() && !matches!(input, Input::Reply(..));
        if !is_others {
            probe.handle(now, input.clone(), &mut self.means());
        }
        match probe.verdict() {
            None => {
                self.probe = Some(probe);
                if !matches!(self.hold, Hold::Trouble { .. }) {
                    self.end_probe();
                }
            }
            Some(Verdict::Open) => {
                if matches!(self.hold, Hold::Trouble { .. }) {
                    self.network = Network::On;
                    self.revive();
                    self.setbacks.was_in_vain = true;
                }
            }
            Some(Verdict::Closed(Closed::SignIn { code })) => {
                if matches!(self.hold, Hold::Trouble { .. }) {
                    self.hold = Hold::SignIn { code: code.clone() };
                }
            }
            Some(Verdict::Closed(_)) => {
                if let Hold::Trouble {
                    probe_at: Some(at), ..
                } = &mut self.hold
                {
                    *at = now.mono + PROBE_EVERY;
                }
            }
        }
    }

    /// Nobody needs to ask any more; what has left is waited for.
    pub(super) fn end_probe(&mut self) {
        if let Some(mut probe) = self.probe.take() {
            probe.drop(&mut self.journal);
            self.probe = Some(probe).filter(Gate::in_flight);
        }
    }

    pub(super) fn means(&mut self) -> Means<'_> {
        Means {
            tokens: &mut self.tokens,
            calls: &mut self.calls,
            journal: &mut self.journal,
            limits: &self.limits,
        }
    }
}
