//! Choosing rows from one to another.
//!
//! The worker knows rows by numbers, and the page those of the rows at hand alone: the others are asked for,
//! some at a time.

use ioculate_core::session::Command;

use super::{Rows, Table, Update};

/// Rows that are asked for at once; the worker gives no more.
const AT_ONCE: u32 = 1_000;

/// What is chosen of a table.
pub trait Choice<R>: Clone {
    /// These are chosen, too.
    fn take_in(&mut self, rows: &[R]);
    /// Every row that passes is.
    fn takes_all(&mut self);
    /// Whether a row is.
    fn holds(&self, row: &R) -> bool;
    /// Whether every row that passes is, whichever they are.
    fn is_whole(&self) -> bool;
}

/// Rows that are being chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach<C> {
    /// The place that all of them begin or end at.
    from: u32,
    /// The places that are still to be chosen.
    next: u32,
    last: u32,
    /// What was chosen before.
    before: C,
}

impl<W: Rows> Table<W> {
    /// Has every row chosen from the one chosen or looked at last to this place, beside what was chosen then.
    pub(super) fn reach_to(&mut self, at: u32, chosen: &mut W::Chosen) -> Update {
        let Some(last) = self.total().checked_sub(1) else {
            return Update::STALE;
        };
        let at = at.min(last);
        let (from, before) = match self.reach.take() {
            Some(reach) => (reach.from, reach.before),
            None => (self.from.unwrap_or(at).min(last), chosen.clone()),
        };
        chosen.clone_from(&before);
        self.cursor = Some(at);
        let reach = Reach {
            from,
            next: from.min(at),
            last: from.max(at),
            before,
        };
        let is_whole = (reach.next, reach.last) == (0, last);
        self.reach = Some(reach);
        let row = self.row_at(at);
        let mut update = Self::detail_of(row);
        if is_whole {
            chosen.takes_all();
            self.reach_nothing_more();
        } else {
            update.ask.extend(self.reach_on(chosen));
        }
        update
    }

    /// Chooses what is at hand of the rows still to be chosen, and asks for those that are not.
    fn reach_on(&mut self, chosen: &mut W::Chosen) -> Option<Command> {
        let reach = self.reach.as_mut()?;
        if let Some(window) = &self.window {
            take_in(reach, window, chosen);
        }
        let is_over = reach.next > reach.last;
        (!is_over).then(|| W::ask(self.filter.clone(), reach.next, AT_ONCE))
    }

    /// These rows came. Whether they are more than are seen, and were asked for to be chosen.
    pub(super) fn reached(&mut self, window: &W, chosen: &mut W::Chosen) -> Option<Update> {
        let is_next =
            |reach: &&mut Reach<_>| reach.next <= reach.last && reach.next == window.start();
        let is_seen = window.rows().len() <= self.view.1 as usize;
        let Some(reach) = self.reach.as_mut().filter(is_next) else {
            return (!is_seen).then_some(Update::STALE);
        };
        let wanted = reach.next;
        take_in(reach, window, chosen);
        if reach.next == wanted {
            // Fewer pass by now: there is nothing more to come.
            self.reach_nothing_more();
        }
        let more = self.reach_on(chosen);
        let is_of_the_view = is_seen && window.start() == self.view.0;
        (!is_of_the_view).then(|| Update::asking(more.into_iter().collect()))
    }

    fn reach_nothing_more(&mut self) {
        if let Some(reach) = &mut self.reach {
            reach.next = reach.last + 1;
        }
    }

    /// Whether rows are still asked for to be chosen.
    pub(super) fn is_reaching(&self) -> bool {
        let reach = self.reach.as_ref();
        reach.is_some_and(|reach| reach.next <= reach.last)
    }

    /// Whether every row that passes is chosen, or none; `None` where some are.
    #[must_use]
    pub fn ticked(&self, chosen: &W::Chosen) -> Option<bool> {
        if chosen.is_whole() {
            return Some(self.total() > 0);
        }
        let rows = self.window.as_ref().map_or(&[][..], W::rows);
        let held = rows.iter().filter(|row| chosen.holds(row)).count();
        match held {
            0 => Some(false),
            _ if held == self.total() as usize => Some(true),
            _ => None,
        }
    }
}

/// Chooses those of the rows at hand that are next.
fn take_in<W: Rows>(reach: &mut Reach<W::Chosen>, window: &W, chosen: &mut W::Chosen) {
    let rows = window.rows();
    let Some(from) = reach.next.checked_sub(window.start()) else {
        return;
    };
    let (from, most) = (from as usize, (reach.last + 1 - reach.next) as usize);
    let to = rows.len().min(from.saturating_add(most));
    if let Some(rows) = rows.get(from..to) {
        chosen.take_in(rows);
        reach.next += u32::try_from(rows.len()).unwrap_or(0);
    }
}
