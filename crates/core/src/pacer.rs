//! When the next call may leave.
//!
//! Microsoft gives its limits as calls in a span of time and does not say where a span begins. The
//! service counts arrivals, which we do not see: a call arrives somewhere between its send and its
//! answer. A [`Pacer`] therefore lets a call occupy every quota from its send until the quota's span
//! after its answer. A call that was refused counts as well: nobody says that it does not.
//!
//! Others of the same app registration and tenant use the same quotas. A refusal that our own calls
//! do not explain tells what they leave us: see [`share`].
//!
//! It is told the time, by the monotonic clock alone. Where that stands still, as it may while the
//! computer sleeps, calls count longer than they need.

mod forecast;
mod share;
#[cfg(test)]
mod tests;

use std::{collections::VecDeque, time::Duration};

pub use forecast::{Ahead, last_answer};

use self::share::Share;
use crate::{clock::Instant, import::CallId, limits::Quota, order::sorted};

/// Added to every span: browsers round their clocks, and the documents do not say whether a span
/// holds both of its ends.
const SLACK: Duration = Duration::from_millis(20);

/// Spaces the calls of one class of endpoints so that every quota holds.
#[derive(Clone, Debug)]
pub struct Pacer {
    windows: Vec<Window>,
    in_flight: Vec<InFlight>,
    /// When each answered call ends to count against the longest quota, the earliest first.
    answered: VecDeque<Instant>,
    /// The same of those that were not refused.
    taken: VecDeque<Instant>,
    /// Nothing leaves before this moment.
    held: Instant,
    refusals: Refusals,
}

/// A quota and what others leave of it.
#[derive(Clone, Debug)]
struct Window {
    quota: Quota,
    share: Share,
}

#[derive(Clone, Copy, Debug)]
struct InFlight {
    call: CallId,
    sent: Instant,
    /// Refusals that were known when it left.
    knowing: u32,
}

/// What is known of refusals that our own calls do not explain.
#[derive(Clone, Debug, Default)]
struct Refusals {
    /// All of them; those of calls in flight together are one.
    known: u32,
    /// Those in a row that did not say for how long, without a call that was taken.
    in_a_row: u32,
    /// How many were known when the call left that was answered last.
    answered_knowing: u32,
    /// How long that call took.
    took: Duration,
}

impl Pacer {
    /// No call has left yet.
    #[must_use]
    pub fn new(quotas: Vec<Quota>) -> Self {
        Self {
            windows: quotas.into_iter().map(Window::new).collect(),
            in_flight: Vec::new(),
            answered: VecDeque::new(),
            taken: VecDeque::new(),
            held: Duration::ZERO,
            refusals: Refusals::default(),
        }
    }

    /// Puts other quotas in the place of these. The calls go on counting; what others leave is to be
    /// learned anew.
    pub fn set_quotas(&mut self, quotas: Vec<Quota>) {
        let before = self.longest();
        self.windows = quotas.into_iter().map(Window::new).collect();
        let after = self.longest();
        for end in self.answered.iter_mut().chain(&mut self.taken) {
            *end = end.saturating_add(after).saturating_sub(before);
        }
    }

    /// The first moment, `now` or later, at which one more call keeps every quota; `None` where that
    /// depends on a call that is not answered yet.
    #[must_use]
    pub fn ready_at(&self, now: Instant) -> Option<Instant> {
        self.ready_for(1, now)
    }

    /// The first moment, `now` or later, at which `calls` more may leave at once; `None` where that
    /// depends on a call that is not answered yet, or where a quota never allows so many.
    #[must_use]
    pub fn ready_for(&self, calls: usize, now: Instant) -> Option<Instant> {
        let mut ready = self.held.max(now);
        for window in &self.windows {
            ready = ready.max(self.window_frees_at(window, calls, now)?);
        }
        Some(ready)
    }

    /// When a window has room for `calls` more, in its quota and in our share of it.
    fn window_frees_at(&self, window: &Window, calls: usize, now: Instant) -> Option<Instant> {
        let Window { quota, share } = window;
        let frees = self.frees_at(&self.answered, quota.per, quota.calls, calls, now)?;
        if share.is_whole(quota, now) {
            return Some(frees);
        }
        let with = |(from, share): (Instant, u32)| {
            let frees = self.frees_at(&self.taken, quota.per, share, calls, now)?;
            Some(frees.max(from))
        };
        let share_frees = share.steps(quota, now).filter_map(with).min()?;
        Some(frees.max(share_frees))
    }

    /// When the calls of `log` leave room for `calls` more among `allowed`.
    fn frees_at(
        &self,
        log: &VecDeque<Instant>,
        per: Duration,
        allowed: u32,
        calls: usize,
        now: Instant,
    ) -> Option<Instant> {
        let over = self.over(log, per, now);
        let counted = log.len() - over;
        let too_many = (self.in_flight.len() + counted + calls).saturating_sub(allowed as usize);
        match too_many.checked_sub(1) {
            None => Some(now),
            Some(last) => log.get(over + last).map(|&end| self.ends(end, per)),
        }
    }

    /// How many calls of `log` no longer count against a quota of span `per`.
    fn over(&self, log: &VecDeque<Instant>, per: Duration, now: Instant) -> usize {
        log.partition_point(|&end| self.ends(end, per) <= now)
    }

    /// When a call that ends to count against the longest quota at `end` does so against one of span
    /// `per`.
    fn ends(&self, end: Instant, per: Duration) -> Instant {
        end.saturating_sub(self.longest().saturating_sub(per))
    }

    /// Notes that a call leaves at `now`.
    pub fn sent(&mut self, call: CallId, now: Instant) {
        self.forget(now);
        self.in_flight.push(InFlight {
            call,
            sent: now,
            knowing: self.refusals.known,
        });
    }

    /// Drops what decides nothing any more: calls that are over, and those before the last so many
    /// that they fill every quota by themselves.
    fn forget(&mut self, now: Instant) {
        let most = self.windows.iter().map(|window| window.quota.calls).max();
        let most = most.unwrap_or_default() as usize;
        for log in [&mut self.answered, &mut self.taken] {
            let over = log.partition_point(|&end| end <= now);
            log.drain(..over.max(log.len().saturating_sub(most)));
        }
    }

    /// Notes that a call was answered, or that its answer was given up, at `now`. A call that is not
    /// in flight changes nothing.
    pub fn answered(&mut self, call: CallId, now: Instant) {
        let Some(place) = self.in_flight.iter().position(|open| open.call == call) else {
            return;
        };
        let InFlight { knowing, sent, .. } = self.in_flight.swap_remove(place);
        self.refusals.answered_knowing = knowing;
        self.refusals.took = now.saturating_sub(sent);
        self.counts_from(now);
    }

    fn counts_from(&mut self, answer: Instant) {
        let end = answer.saturating_add(self.longest()).saturating_add(SLACK);
        for log in [&mut self.answered, &mut self.taken] {
            let place = log.partition_point(|&other| other <= end);
            log.insert(place, end);
        }
    }

    /// Notes calls that left out of sight, each by how long ago it was answered, at the least. They
    /// come in any order.
    pub fn adopt(&mut self, ages: impl IntoIterator<Item = Duration>, now: Instant) {
        let last = now.saturating_add(self.longest()).saturating_add(SLACK);
        let ends = ages.into_iter().map(|age| last.saturating_sub(age));
        let ends: Vec<Instant> = ends.filter(|end| *end > now).collect();
        for log in [&mut self.answered, &mut self.taken] {
            log.extend(&ends);
            *log = sorted(log.drain(..).collect()).into();
        }
        self.forget(now);
    }

    /// Calls that count against the shortest quota at `now`, and how many of it are ours to use;
    /// never more of the first than of the second.
    #[must_use]
    pub fn used(&self, now: Instant) -> (u32, u32) {
        let Some(Window { quota, share }) = self.shortest() else {
            return (0, 0);
        };
        let counted = self.answered.len() - self.over(&self.answered, quota.per, now);
        let used = u32::try_from(self.in_flight.len() + counted).unwrap_or(u32::MAX);
        let share = share.in_force(quota, now);
        (used.min(share), share)
    }

    /// The one that a run meets first.
    fn shortest(&self) -> Option<&Window> {
        self.windows.iter().min_by_key(|window| window.quota.per)
    }

    /// Holds the class back for as long as an answer asks.
    pub fn hold(&mut self, asked: Duration, now: Instant) {
        self.held = self.held.max(over(now, asked));
    }

    /// Notes that the call that was answered just now was refused as one too many.
    ///
    /// The class is held back for as long as the answer asks. Where it does not say, or the browser
    /// may not read it, the wait follows from the windows: our own calls run out of a full quota, or
    /// out of the share that is left to us. Where there are none, or where a refusal follows another
    /// without a call that was taken, that was not enough: the class waits for a span, two spans,
    /// four and so on with each refusal in a row, up to the longest span.
    pub fn refused(&mut self, asked: Option<Duration>, now: Instant) {
        self.taken.pop_back();
        // Calls that were in flight together are refused together, and count as one.
        let together = self.refusals.answered_knowing < self.refusals.known;
        let unexplained = self.has_room_for_one(now);
        if unexplained && !together {
            self.refusals.known += 1;
        }
        match asked {
            Some(asked) => self.hold(asked, now),
            None if unexplained && !together => self.wait_for_others(now),
            None => {}
        }
        if unexplained && asked.is_none_or(|asked| self.is_of_a_window(asked, now)) {
            self.learn(together, now);
        }
    }

    /// Whether a wait that the service asks for speaks of a window that our own calls share: it lasts
    /// until the first of them runs out. Where there is room before that, or where none of them is in
    /// the window, the answer says all that there is to know.
    fn is_of_a_window(&self, asked: Duration, now: Instant) -> bool {
        let first = self.fullest(now).and_then(|window| {
            let per = window.quota.per;
            let first = self.taken.get(self.over(&self.taken, per, now))?;
            Some(self.ends(*first, per))
        });
        // The service counts from the arrival, we from the answer, and it asks for whole seconds.
        let late = (self.refusals.took * 2).saturating_add(Duration::from_secs(1));
        let room = now.saturating_add(asked).saturating_add(late);
        first.is_some_and(|first| first <= room)
    }

    /// Whether the quotas, as they are documented, allow one more call at `now`.
    fn has_room_for_one(&self, now: Instant) -> bool {
        let frees = |Window { quota, .. }: &Window| {
            self.frees_at(&self.answered, quota.per, quota.calls, 1, now)
        };
        let mut windows = self.windows.iter();
        windows.all(|window| frees(window).is_some_and(|at| at <= now))
    }

    fn wait_for_others(&mut self, now: Instant) {
        self.refusals.in_a_row += 1;
        let Some(window) = self.fullest(now) else {
            return;
        };
        let ours = self.taken.len() - self.over(&self.taken, window.quota.per, now);
        let earlier = match (self.refusals.in_a_row, ours) {
            (1, 1..) => return,
            (in_a_row, _) => in_a_row.saturating_sub(1),
        };
        let span = self.shortest().map_or(Duration::ZERO, |it| it.quota.per);
        let wait = span.saturating_mul(2_u32.saturating_pow(earlier));
        self.hold(wait.min(self.longest()), now);
    }

    /// The window that our own calls fill most is the likeliest to have been full. What we had used
    /// of it is our share.
    fn learn(&mut self, together: bool, now: Instant) {
        let Some(per) = self.fullest(now).map(|window| window.quota.per) else {
            return;
        };
        let counted = self.taken.len() - self.over(&self.taken, per, now);
        let ours = u32::try_from(self.in_flight.len() + counted).unwrap_or(u32::MAX);
        let from = self.held.max(now);
        if let Some(window) = self.windows.iter_mut().find(|it| it.quota.per == per) {
            window.share.lower(ours, &window.quota, together, now, from);
        }
    }

    fn fullest(&self, now: Instant) -> Option<&Window> {
        let filled = |window: &&Window| {
            let Quota { calls, per } = window.quota;
            let counted = self.answered.len() - self.over(&self.answered, per, now);
            // In thousandths, and of equally full ones the shortest.
            let filled = (self.in_flight.len() + counted) * 1_000 / (calls as usize).max(1);
            (filled, std::cmp::Reverse(per))
        };
        self.windows.iter().max_by_key(filled)
    }

    /// Until when the service has told the class to hold back, if it has.
    #[must_use]
    pub fn held_until(&self, now: Instant) -> Option<Instant> {
        (self.held > now).then_some(self.held)
    }

    /// Notes that the service took a call.
    pub fn taken(&mut self) {
        self.refusals.in_a_row = 0;
    }

    fn longest(&self) -> Duration {
        let spans = self.windows.iter().map(|window| window.quota.per);
        spans.max().unwrap_or_default()
    }
}

impl Window {
    fn new(quota: Quota) -> Self {
        Self {
            share: Share::whole(&quota),
            quota,
        }
    }
}

/// The end of a span that begins at `from`.
fn over(from: Instant, span: Duration) -> Instant {
    from.saturating_add(span).saturating_add(SLACK)
}
