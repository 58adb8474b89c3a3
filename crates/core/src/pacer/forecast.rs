//! When the last of many calls will be answered.
//!
//! Calls are taken to leave as soon as they may and to take as long as calls have taken so far. All
//! that spaces them is known here: what still counts, every quota, the share that is left to us and
//! how it grows, and a class that is held back. Since every call takes the same time, answers come in
//! the order of the calls, and each quota looks back to just one of them.

use std::{collections::VecDeque, time::Duration};

use super::{InFlight, Pacer, Window, over};
use crate::{clock::Instant, order::sorted};

/// Calls of one class that are to leave.
#[derive(Clone, Copy, Debug)]
pub struct Ahead<'p> {
    /// What spaces them.
    pub pacer: &'p Pacer,
    /// How many there are; those in flight, which the pacer knows, are not among them.
    pub calls: usize,
}

/// When the last call of all classes will be answered, where each takes as long as `call` and at
/// most `in_flight` are on their way at a time. Where several classes have room, the first one's
/// calls leave first.
#[must_use]
pub fn last_answer(ahead: &[Ahead<'_>], in_flight: usize, call: Duration, now: Instant) -> Instant {
    let mut forecast = Forecast::new(ahead, call, now);
    while let Some((ready, place)) = forecast.ready() {
        let room = forecast.room_at(in_flight.max(1));
        forecast.leaves(ready.max(room), place);
    }
    forecast.open.back().map_or(now, |last| (*last).max(now))
}

/// The calls of one class: those that count and those to come.
struct Lane<'p> {
    pacer: &'p Pacer,
    ahead: usize,
    /// When each call is answered, the earliest first.
    answered: Vec<Instant>,
    /// The same of those that are not refused.
    taken: Vec<Instant>,
}

struct Forecast<'p> {
    lanes: Vec<Lane<'p>>,
    /// When each call in flight, and each that left later, is answered; the earliest first.
    open: VecDeque<Instant>,
    call: Duration,
    now: Instant,
}

impl<'p> Forecast<'p> {
    fn new(ahead: &[Ahead<'p>], call: Duration, now: Instant) -> Self {
        let lanes: Vec<Lane<'p>> = ahead.iter().map(|it| Lane::new(it, call, now)).collect();
        let open = ahead.iter().flat_map(|it| answers(it.pacer, call, now));
        let open = sorted(open.collect());
        Self {
            lanes,
            open: open.into(),
            call,
            now,
        }
    }

    /// The next call that its quotas let leave, by its class.
    fn ready(&self) -> Option<(Instant, usize)> {
        let lanes = self
            .lanes
            .iter()
            .enumerate()
            .filter(|(_, lane)| lane.ahead > 0);
        lanes
            .map(|(place, lane)| (lane.ready(self.now), place))
            .min()
    }

    /// When fewer than `in_flight` calls are on their way.
    fn room_at(&mut self, in_flight: usize) -> Instant {
        let mut room = self.now;
        while self.open.len() >= in_flight {
            room = self
                .open
                .pop_front()
                .map_or(room, |answer| answer.max(room));
        }
        room
    }

    fn leaves(&mut self, at: Instant, place: usize) {
        self.now = at;
        let answer = at.saturating_add(self.call);
        let lane = &mut self.lanes[place];
        lane.ahead -= 1;
        lane.answered.push(answer);
        lane.taken.push(answer);
        self.open.push_back(answer);
    }
}

/// When the calls in flight are answered.
fn answers(pacer: &Pacer, call: Duration, now: Instant) -> impl Iterator<Item = Instant> {
    let answer = move |open: &InFlight| open.sent.saturating_add(call).max(now);
    pacer.in_flight.iter().map(answer)
}

impl<'p> Lane<'p> {
    fn new(ahead: &Ahead<'p>, call: Duration, now: Instant) -> Self {
        let Ahead { pacer, calls } = *ahead;
        let open: Vec<Instant> = sorted(answers(pacer, call, now).collect());
        let span = over(Duration::ZERO, pacer.longest());
        let all = |log: &VecDeque<Instant>| {
            // An answer that came before the clock began counts from there on: late by so much.
            let log = log.iter().map(|end| end.saturating_sub(span));
            log.chain(open.iter().copied()).collect()
        };
        Self {
            ahead: calls,
            answered: all(&pacer.answered),
            taken: all(&pacer.taken),
            pacer,
        }
    }

    /// When the next call may leave, `now` or later.
    fn ready(&self, now: Instant) -> Instant {
        let windows = self.pacer.windows.iter();
        let frees = windows.map(|window| self.window_frees(window, now));
        frees.fold(now.max(self.pacer.held), Instant::max)
    }

    fn window_frees(&self, Window { quota, share }: &Window, now: Instant) -> Instant {
        let after = |log: &[Instant], allowed: u32| {
            let before = log.len().checked_sub(allowed as usize);
            let answer = before.and_then(|before| log.get(before));
            answer.map_or(Instant::ZERO, |answer| over(*answer, quota.per))
        };
        let frees = after(&self.answered, quota.calls);
        if share.is_whole(quota, now) {
            return frees;
        }
        let steps = share.steps(quota, now);
        let share = steps.map(|(from, share)| after(&self.taken, share).max(from));
        frees.max(share.min().unwrap_or(frees))
    }
}
