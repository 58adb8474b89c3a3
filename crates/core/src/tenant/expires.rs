//! When an indicator of the tenant expires, and what that means for the room that it takes.

use crate::clock::WallTime;

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// What expires within so many milliseconds is said to expire soon: time to renew it.
const SOON: i64 = 7 * DAY;

/// Room that becomes free within so many milliseconds is told: a run of today can wait for it.
const FREED: i64 = DAY;

/// When an indicator expires.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Expires {
    /// It does not say, or `null`.
    #[default]
    Never,
    /// To the second.
    At(WallTime),
    /// It says something else.
    Unclear,
}

impl Expires {
    /// The moment, where there is one.
    #[must_use]
    pub const fn at(self) -> Option<WallTime> {
        match self {
            Self::At(at) => Some(at),
            Self::Never | Self::Unclear => None,
        }
    }

    /// Whether it has expired.
    #[must_use]
    pub fn is_past(self, now: WallTime) -> bool {
        self.is_within(0, now)
    }

    /// Whether it expires within a week, and has not yet.
    #[must_use]
    pub fn is_soon(self, now: WallTime) -> bool {
        self.is_within(SOON, now) && !self.is_past(now)
    }

    /// Whether its room becomes free within a day. What has expired and is listed still takes room as
    /// far as the list tells, and is about to go: it is among these.
    #[must_use]
    pub fn frees_room(self, now: WallTime) -> bool {
        self.is_within(FREED, now)
    }

    fn is_within(self, millis: i64, now: WallTime) -> bool {
        let at = self.at();
        at.is_some_and(|at| at.0.saturating_sub(now.0) <= millis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_262_400_000;

    #[test]
    fn each_moment_is_past_or_soon_and_may_free_room() {
        for (left, is_past, is_soon, frees_room) in [
            (-DAY, true, false, true),
            (0, true, false, true),
            (1, false, true, true),
            (DAY, false, true, true),
            (DAY + 1, false, true, false),
            (7 * DAY, false, true, false),
            (7 * DAY + 1, false, false, false),
        ] {
            let (expires, now) = (Expires::At(WallTime(NOW + left)), WallTime(NOW));
            let told = (
                expires.is_past(now),
                expires.is_soon(now),
                expires.frees_room(now),
            );
            assert_eq!(told, (is_past, is_soon, frees_room), "{left}");
        }
    }

    #[test]
    fn what_never_expires_or_nobody_knows_when_frees_no_room() {
        for expires in [Expires::Never, Expires::Unclear] {
            let now = WallTime(i64::MAX);
            assert!(!expires.is_past(now) && !expires.is_soon(now) && !expires.frees_room(now));
        }
    }
}
