//! How the page stands, as far as it is told outside of it: by the tab's title and icon, by a
//! notification, and by whether the screen stays awake.

use ioculate_core::session::{Connection, Progress, Stopped, Waiting};

use super::{Fault, Model, Report, Screen, Send};

/// How the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing runs, and nothing has just ended.
    Idle,
    /// A run is about to begin.
    Opening,
    /// A run has come this far.
    Run {
        /// What it does.
        pace: Pace,
        /// How many of a hundred are answered.
        percent: u32,
    },
    /// A run has ended as it should, or as the user wanted.
    Ended,
    /// A run did not begin or came to no good end, or the page itself has failed.
    Failed,
}

/// What a run does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It goes on, as fast as the quota lets it.
    Goes,
    /// It goes on by itself when something has come or is over.
    Waits,
    /// It goes on when the user, who paused it, says so.
    Paused,
    /// It goes on when the user has done something.
    NeedsUser,
}

/// The icons that a tab can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The product's own.
    Idle,
    /// A run goes on.
    Runs,
    /// A run waits, or is paused.
    Waits,
    /// A run has ended.
    Done,
    /// Somebody should look.
    Look,
}

impl Standing {
    /// The icon that tells it.
    #[must_use]
    pub const fn sign(self) -> Sign {
        match self {
            Self::Idle => Sign::Idle,
            Self::Opening => Sign::Runs,
            Self::Run { pace, .. } => match pace {
                Pace::Goes => Sign::Runs,
                Pace::Waits | Pace::Paused => Sign::Waits,
                Pace::NeedsUser => Sign::Look,
            },
            Self::Ended => Sign::Done,
            Self::Failed => Sign::Look,
        }
    }

    /// Whether a machine that goes to sleep now would hold a run up.
    #[must_use]
    pub const fn keeps_awake(self) -> bool {
        matches!(
            self,
            Self::Run {
                pace: Pace::Goes | Pace::Waits,
                ..
            }
        )
    }

    /// Whether it is worth telling somebody who is not looking, after what stood before.
    #[must_use]
    pub fn is_news_after(self, before: Self) -> bool {
        let ran = matches!(before, Self::Opening | Self::Run { .. });
        match self {
            Self::Ended | Self::Failed => ran,
            Self::Run { .. } => self.needs_user() && !before.needs_user(),
            Self::Idle | Self::Opening => false,
        }
    }

    const fn needs_user(self) -> bool {
        matches!(
            self,
            Self::Run {
                pace: Pace::NeedsUser,
                ..
            }
        )
    }
}

impl Model {
    /// How the page stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        if matches!(self.fault, Some(Fault::Worker { .. })) {
            return Standing::Failed;
        }
        match &self.screen {
            Screen::Send(send) => sending(send),
            Screen::Report(report) => reported(report),
            Screen::Choose(_) | Screen::Review(_) | Screen::Tenant(_) => Standing::Idle,
        }
    }
}

fn sending(send: &Send) -> Standing {
    match (&send.progress, &send.connection) {
        (Some(progress), _) => Standing::Run {
            pace: pace(&progress.why),
            percent: percent(progress),
        },
        (None, Connection::Closed { .. }) => Standing::Failed,
        (None, _) => Standing::Opening,
    }
}

/// A report that was opened from the runs that are kept is no news.
fn reported(report: &Report) -> Standing {
    match (&report.who, &report.summary.stopped) {
        (None, _) => Standing::Idle,
        (Some(_), None | Some(Stopped::Cancelled)) => Standing::Ended,
        (Some(_), Some(_)) => Standing::Failed,
    }
}

const fn pace(why: &Waiting) -> Pace {
    match why {
        // The quota is the pace of any long run.
        Waiting::Nothing | Waiting::Answers | Waiting::Quota { .. } => Pace::Goes,
        Waiting::Retry { .. }
        | Waiting::Offline
        | Waiting::Listing
        | Waiting::Trouble { until: Some(_), .. } => Pace::Waits,
        Waiting::Paused => Pace::Paused,
        Waiting::Trouble { until: None, .. } | Waiting::SignIn { .. } | Waiting::Journal { .. } => {
            Pace::NeedsUser
        }
    }
}

/// Rounded down: a hundred is all.
fn percent(progress: &Progress) -> u32 {
    let answered = progress.accepted + progress.rejected + progress.unconfirmed;
    let share = u64::from(answered) * 100 / u64::from(progress.entries.max(1));
    u32::try_from(share).unwrap_or(100).min(100)
}
