//! What the guard says of the rows that are ready, and what the user decides about it.
//!
//! The guard works without the tenant and without anybody signed in. Its public lists are asked of the
//! host once, when there are rows to look at; until they are here the rules hold that need none.

use crate::{
    check::Verdict,
    guard::{Guard, Level, List, Own, Unloaded},
    import::NotSent,
    ledger::{self, Decided},
    order::by_figure,
    source::small,
};

use super::{Caught, GuardState, Guarded, Message, Session, window::clipped};

/// How much of a value or an entry is shown.
const EXAMPLE: usize = 200;

/// The guard and its lists.
#[derive(Clone, Debug)]
pub(super) struct Watch {
    guard: Guard,
    lists: Lists,
}

/// Where the public lists are.
#[derive(Clone, Debug, Default)]
enum Lists {
    /// Nothing has needed them yet.
    #[default]
    Unneeded,
    /// The host is to be asked.
    Wanted,
    Asked,
    Loaded,
    Missing(Unloaded),
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            guard: Guard::new(&Own::default()),
            lists: Lists::default(),
        }
    }
}

impl Session {
    /// Whether the host is to load the guard's public lists and hand them to
    /// [`Session::take_guard_lists`]. Says so once, and again when more is read after they could not be
    /// had.
    #[must_use]
    pub fn wants_guard_lists(&mut self) -> bool {
        let is_wanted = matches!(self.watch.lists, Lists::Wanted);
        if is_wanted {
            self.watch.lists = Lists::Asked;
        }
        is_wanted
    }

    /// Takes the public lists, or why there are none. What is being sent, or has been, stays as it
    /// was decided.
    #[must_use]
    pub fn take_guard_lists(&mut self, file: Result<Vec<u8>, Unloaded>) -> Vec<Message> {
        let taken = file.and_then(|bytes| self.watch.guard.load(&bytes));
        self.watch.lists = match taken {
            Ok(()) => Lists::Loaded,
            Err(why) => Lists::Missing(why),
        };
        self.look_again();
        self.news()
    }

    /// Says what the deployment protects.
    pub(super) fn protect(&mut self, own: &Own) {
        self.watch.guard.protect(own);
        if !self.ledger.is_empty() {
            self.look_again();
        }
    }

    pub(super) fn guard_state(&self) -> GuardState {
        match &self.watch.lists {
            Lists::Unneeded => GuardState::Unloaded,
            Lists::Wanted | Lists::Asked => GuardState::Loading,
            Lists::Loaded => {
                let facts = self.watch.guard.facts().cloned().unwrap_or_default();
                GuardState::Loaded {
                    source: facts.package,
                    date: facts.date,
                    licence: facts.licence,
                }
            }
            Lists::Missing(why) => GuardState::Missing {
                reason: why.to_string(),
            },
        }
    }

    /// Notes what the guard says of each ready row, and holds back what it stops.
    pub(super) fn guard_rows(&mut self, decided: &mut Decided) -> Vec<Guarded> {
        let mut sums = Vec::new();
        // What the tenant holds, or has held, is not this run's idea.
        if self.ledger.has_tasks() {
            return sums;
        }
        self.want_lists();
        for row in 0..self.ledger.len() {
            let Some(caught) = self.check_row(row) else {
                continue;
            };
            let by_list = self.foresight.choices.overridden.contains(&caught.list);
            let overridden = caught.stops && (by_list || self.ledger.overrides_guard(row));
            if caught.stops && !overridden {
                decided.hold(row, NotSent::Guarded);
            }
            self.sum_up(&mut sums, row, &caught, by_list);
            let Caught { list, stops, .. } = caught;
            let guard = ledger::Guard {
                list,
                stops,
                overridden,
            };
            decided.guard(row, guard);
        }
        by_figure(sums, |sum| {
            i128::from(!sum.stops) * 1_000 + i128::from(place_of(&sum.list))
        })
    }

    /// Has lists that could not be had asked for anew: more is read, and the network may be back.
    pub(super) fn retry_lists(&mut self) {
        if matches!(self.watch.lists, Lists::Missing(_)) {
            self.watch.lists = Lists::Unneeded;
        }
    }

    /// Has the lists asked for, once there is a row to look at.
    fn want_lists(&mut self) {
        let is_ready = |row| self.ledger.verdict(row) == Verdict::Ready;
        if matches!(self.watch.lists, Lists::Unneeded) && (0..self.ledger.len()).any(is_ready) {
            self.watch.lists = Lists::Wanted;
        }
    }

    fn sum_up(&self, sums: &mut Vec<Guarded>, row: u32, caught: &Caught, overridden: bool) {
        let known = sums
            .iter_mut()
            .find(|sum| sum.list == caught.list && sum.stops == caught.stops);
        match known {
            Some(sum) => sum.rows += 1,
            None => sums.push(Guarded {
                list: caught.list.clone(),
                stops: caught.stops,
                rows: 1,
                example: clipped(self.ledger.value(row), EXAMPLE),
                overridden: overridden && caught.stops,
            }),
        }
    }

    /// What the guard says of a row by itself; nothing of one that is not ready.
    fn check_row(&self, row: u32) -> Option<Caught> {
        if self.ledger.verdict(row) != Verdict::Ready {
            return None;
        }
        let (kind, action) = (self.ledger.indicator_type(row)?, self.ledger.action(row)?);
        let caught = self
            .watch
            .guard
            .check(kind, self.ledger.value(row), action)?;
        Some(Caught {
            list: caught.list.code().to_owned(),
            entry: caught.entry,
            stops: caught.level == Level::Stop,
            overridden: false,
        })
    }

    /// What was decided about a row by the guard, with the entry that caught it.
    pub(super) fn caught(&self, row: u32) -> Option<Caught> {
        let decided = self.ledger.guarded(row)?;
        let entry = self.check_row(row).map(|caught| caught.entry);
        Some(Caught {
            list: decided.list.clone(),
            entry: clipped(&entry.unwrap_or_default(), EXAMPLE),
            stops: decided.stops,
            overridden: decided.overridden,
        })
    }
}

/// Where a list stands among all.
fn place_of(list: &str) -> u32 {
    let place = List::ALL.iter().position(|known| known.code() == list);
    place.map_or(u32::MAX, small)
}
