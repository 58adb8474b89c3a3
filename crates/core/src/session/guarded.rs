//! What the guard says of the rows that are ready, and what the user decides about it.
//!
//! The guard works without the tenant and without anybody signed in. Its public lists are asked of the
//! host once, when there are rows to look at; until they are here the rules hold that need none.

use std::fmt::Write as _;

use crate::{
    check::Verdict,
    diagnostic::clipped,
    guard::{self, Guard, Level, List, Own, Unloaded},
    import::{NotSent, Outcome},
    indicator::{Action, IndicatorType},
    journal::{Kept, NotOpened},
    ledger::{self, Decided},
    order::by_figure,
    plan::Endpoint,
    source::small,
};

use super::{Caught, Event, GuardState, Guarded, Session, past::Past};

/// How much of a value or an entry is shown.
const EXAMPLE: usize = 200;

/// The guard and its lists.
#[derive(Clone, Debug)]
pub(super) struct Watch {
    guard: Guard,
    lists: Lists,
    /// What each list stopped when the rows were looked at last.
    stopped: Vec<Stopped>,
    /// The last number that was given to a set of rows; none is given twice.
    sets: u32,
}

/// The rows that a list stops.
#[derive(Clone, Debug)]
struct Stopped {
    list: List,
    set: u32,
    /// Each with what would be sent: two sets are the same where these texts are.
    rows: String,
}

/// What the guard says of a row, as far as that decides about it.
#[derive(Clone, Copy, Debug)]
struct Said {
    row: u32,
    list: List,
    stops: bool,
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
            stopped: Vec::new(),
            sets: 0,
        }
    }
}

impl Watch {
    /// The number of the rows that a list stops; 0 where it stops none.
    fn set_of(&self, list: &str) -> u32 {
        let known = self.stopped.iter().find(|it| it.list.code() == list);
        known.map_or(0, |it| it.set)
    }

    /// Notes what each list stops. Where that is the same as before, it keeps its number.
    fn note_stopped(&mut self, stopped: Vec<(List, String)>) {
        let before = std::mem::take(&mut self.stopped);
        for (list, rows) in stopped {
            let known = before.iter().find(|it| it.list == list && it.rows == rows);
            let set = known.map_or(self.sets + 1, |it| it.set);
            self.sets = self.sets.max(set);
            self.stopped.push(Stopped { list, set, rows });
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
    pub fn take_guard_lists(&mut self, file: Result<Vec<u8>, Unloaded>) -> Vec<Event> {
        match file.and_then(|bytes| self.watch.guard.load(&bytes)) {
            Ok(()) => {
                self.watch.lists = Lists::Loaded;
                self.look_again();
                self.news()
            }
            Err(why) => self.miss_guard_lists(why),
        }
    }

    /// The same where it is known that there are none.
    #[must_use]
    pub fn miss_guard_lists(&mut self, why: Unloaded) -> Vec<Event> {
        self.watch.lists = Lists::Missing(why);
        self.look_again();
        self.news()
    }

    /// Whether the host is to load the lists, and hand them over, before it has the session go on with a
    /// run. Says so once.
    #[must_use]
    pub fn wants_guard_lists_for(&mut self, kept: &Kept) -> bool {
        let are_there = matches!(self.watch.lists, Lists::Asked | Lists::Loaded);
        let is_wanted = kept.header.from_file && !are_there;
        if is_wanted {
            self.watch.lists = Lists::Asked;
        }
        is_wanted
    }

    /// A run that came with a file, unless the guard stops some of what it would still send. What the
    /// file says of the guard is its maker's word.
    pub(super) fn past_the_guard(&self, kept: &Kept, past: Past) -> Result<Past, NotOpened> {
        if !kept.header.from_file {
            return Ok(past);
        }
        let stopped = self.stopped_of(&past);
        if stopped.is_empty() {
            Ok(past)
        } else {
            Err(NotOpened::Guarded(stopped))
        }
    }

    fn stopped_of(&self, past: &Past) -> Vec<Guarded> {
        let mut sums: Vec<Guarded> = Vec::new();
        for (id, entry) in past.plan.ids().zip(&past.plan.entries) {
            let is_over = matches!(
                past.history.outcome(id),
                Some(Outcome::Accepted { .. } | Outcome::Rejected { .. })
            );
            if is_over || entry.endpoint == Endpoint::Delete {
                continue;
            }
            let guard = &self.watch.guard;
            let caught = guard.check(entry.indicator_type, &entry.value, entry.action);
            let Some(caught) = caught.filter(|caught| caught.level == Level::Stop) else {
                continue;
            };
            counted(&mut sums, caught.list, true, &entry.value);
        }
        by_gravity(sums)
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
        let rows = 0..self.ledger.len();
        let said: Vec<Said> = rows.filter_map(|row| self.said_of(row)).collect();
        let stopped = self.stopped(&said);
        self.watch.note_stopped(stopped);
        for it in said {
            let overridden = it.stops && self.is_overridden(it);
            if it.stops && !overridden {
                decided.hold(it.row, NotSent::Guarded);
            }
            self.sum_up(&mut sums, it, overridden);
            let guard = ledger::Guard {
                list: it.list.code().to_owned(),
                stops: it.stops,
                overridden,
            };
            decided.guard(it.row, guard);
        }
        by_gravity(sums)
    }

    fn said_of(&self, row: u32) -> Option<Said> {
        let caught = self.check_row(row)?;
        Some(Said {
            row,
            list: caught.list,
            stops: caught.level == Level::Stop,
        })
    }

    /// What each list stops, in the order of the rows.
    fn stopped(&self, said: &[Said]) -> Vec<(List, String)> {
        let mut all: Vec<(List, String)> = Vec::new();
        for it in said.iter().filter(|it| it.stops) {
            let place = all.iter().position(|(list, _)| *list == it.list);
            let place = place.unwrap_or_else(|| {
                all.push((it.list, String::new()));
                all.len() - 1
            });
            let kind = self
                .ledger
                .indicator_type(it.row)
                .map_or("", IndicatorType::as_str);
            let action = self.ledger.action(it.row).map_or("", Action::as_str);
            let (row, value) = (it.row, self.ledger.value(it.row));
            // Writing to a text does not fail.
            let _ = writeln!(all[place].1, "{row} {action} {kind} {value}");
        }
        all
    }

    /// Whether the user sends a row all the same, of the rows that its list stops now.
    fn is_overridden(&self, said: Said) -> bool {
        let given = self.foresight.choices.overridden.iter();
        let mut of_list = given.filter(|it| it.list == said.list.code());
        let set = self.watch.set_of(said.list.code());
        of_list.any(|it| it.set == set && it.row.is_none_or(|row| row == said.row))
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

    fn sum_up(&self, sums: &mut Vec<Guarded>, said: Said, overridden: bool) {
        let sum = counted(sums, said.list, said.stops, self.ledger.value(said.row));
        sum.overridden += u32::from(overridden);
        sum.set = self.watch.set_of(said.list.code());
    }

    /// What the guard says of a row by itself; nothing of one that is not ready.
    fn check_row(&self, row: u32) -> Option<guard::Caught> {
        if self.ledger.verdict(row) != Verdict::Ready {
            return None;
        }
        let (kind, action) = (self.ledger.indicator_type(row)?, self.ledger.action(row)?);
        self.watch.guard.check(kind, self.ledger.value(row), action)
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
            set: self.watch.set_of(&decided.list),
        })
    }
}

/// What is said of a list, one more caught by it; the first value of it is its example.
fn counted<'s>(
    sums: &'s mut Vec<Guarded>,
    list: List,
    stops: bool,
    value: &str,
) -> &'s mut Guarded {
    let is_it = |sum: &Guarded| sum.list == list.code() && sum.stops == stops;
    let place = sums.iter().position(is_it).unwrap_or_else(|| {
        sums.push(Guarded {
            list: list.code().to_owned(),
            stops,
            rows: 0,
            overridden: 0,
            set: 0,
            example: clipped(value, EXAMPLE),
        });
        sums.len() - 1
    });
    sums[place].rows += 1;
    &mut sums[place]
}

/// The gravest first.
fn by_gravity(sums: Vec<Guarded>) -> Vec<Guarded> {
    by_figure(sums, |sum| {
        i128::from(!sum.stops) * 1_000 + i128::from(place_of(&sum.list))
    })
}

/// Where a list stands among all.
fn place_of(list: &str) -> u32 {
    let place = List::ALL.iter().position(|known| known.code() == list);
    place.map_or(u32::MAX, small)
}
