//! What was decided about ready rows at the last moment before a run.
//!
//! Which of them are held back and why, which of the tenant's indicators a row replaces, and what the
//! guard said of it. It is decided of rows as they are, so that any change of them drops it; it is
//! kept with the ledger, so that a run that is gone on with has the plan that was confirmed.

mod claimed;

use serde::{Deserialize, Serialize};

use crate::{
    check::Verdict,
    import::NotSent,
    indicator::{Action, IndicatorType},
    tenant::Key,
};

use super::{Ledger, rows::Rows};

/// Decisions about rows. Each kind is given in the order of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// At most one reason a row.
    held: Vec<(NotSent, Rows)>,
    replaced: Vec<(u32, Vec<Replaced>)>,
    /// At most one list a row.
    guarded: Vec<(Guard, Rows)>,
    /// Members of a JSON object, each after a comma.
    #[serde(default)]
    carried: Vec<(u32, String)>,
    /// Rows that give something back once something else has gone away.
    #[serde(default)]
    waiting: Rows,
}

/// An indicator of the tenant that a row replaces: it goes away before the row is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// Its id, as the tenant's list gives it.
    pub id: String,
    /// Its type.
    pub indicator_type: IndicatorType,
    /// Its value.
    pub value: String,
    /// Its action.
    pub action: Action,
}

impl Replaced {
    /// What makes it the indicator that it is.
    #[must_use]
    pub fn key(&self) -> Key {
        Key::new(self.indicator_type, &self.value, self.action)
    }
}

/// What the guard said of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// The list's code.
    pub list: String,
    /// Whether it stops rows; else it only cautions.
    pub stops: bool,
    /// Whether the user has overridden it.
    pub overridden: bool,
}

impl Decided {
    /// Holds a row back. Rows come in order.
    pub fn hold(&mut self, row: u32, why: NotSent) {
        put(&mut self.held, why, row);
    }

    /// Has a row replace indicators of the tenant. Rows come in order.
    pub fn replace(&mut self, row: u32, replaced: Vec<Replaced>) {
        self.replaced.push((row, replaced));
    }

    /// Has a row send what the tenant holds as well: members of a JSON object, each after a comma. Rows
    /// come in order.
    pub fn carry(&mut self, row: u32, members: String) {
        self.carried.push((row, members));
    }

    /// Notes what the guard said of a row. Rows come in order.
    pub fn guard(&mut self, row: u32, guard: Guard) {
        put(&mut self.guarded, guard, row);
    }

    /// Has a row that gives something back wait until what is to go away has gone. Rows come in order.
    pub fn wait(&mut self, row: u32) {
        self.waiting.push(row);
    }

    /// Whether a row is held back.
    #[must_use]
    pub fn holds(&self, row: u32) -> bool {
        self.held(row).is_some()
    }

    /// Why a row is held back.
    #[must_use]
    pub fn held(&self, row: u32) -> Option<NotSent> {
        of(&self.held, row).copied()
    }

    /// The tenant's indicators that a row replaces.
    #[must_use]
    pub fn replaced(&self, row: u32) -> &[Replaced] {
        at(&self.replaced, row).map_or(&[], Vec::as_slice)
    }
}

fn put<W: PartialEq>(all: &mut Vec<(W, Rows)>, what: W, row: u32) {
    if let Some((_, rows)) = all.iter_mut().find(|(known, _)| *known == what) {
        return rows.push(row);
    }
    let mut rows = Rows::default();
    rows.push(row);
    all.push((what, rows));
}

fn at<T>(all: &[(u32, T)], row: u32) -> Option<&T> {
    let found = all.binary_search_by_key(&row, |(row, _)| *row).ok()?;
    Some(&all[found].1)
}

fn of<W>(all: &[(W, Rows)], row: u32) -> Option<&W> {
    let found = all.iter().find(|(_, rows)| rows.has(row));
    found.map(|(what, _)| what)
}

impl Ledger {
    /// Decides about ready rows, in place of what was decided before.
    pub fn decide(&mut self, decided: Decided) {
        self.decided = Some(decided);
    }

    /// Drops what was decided.
    pub fn undecide(&mut self) {
        self.decided = None;
    }

    /// Whether something was decided of the rows as they are.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.decided.is_some()
    }

    /// What was decided of the rows as they are.
    #[must_use]
    pub fn decided(&self) -> Option<&Decided> {
        self.decided.as_ref()
    }

    /// Whether a decision holds any row back.
    #[must_use]
    pub fn holds_any_back(&self) -> bool {
        let decided = self.decided.as_ref();
        decided.is_some_and(|decided| !decided.held.is_empty())
    }

    /// Why a ready row is not sent; `None` where it is, and where the row is not ready.
    #[must_use]
    pub fn held_back(&self, row: u32) -> Option<NotSent> {
        if self.verdict(row) != Verdict::Ready {
            return None;
        }
        if self.is_left_out(row) {
            return Some(NotSent::LeftOut);
        }
        self.decided.as_ref()?.held(row)
    }

    /// The tenant's indicators that a row replaces.
    #[must_use]
    pub fn replaced(&self, row: u32) -> &[Replaced] {
        let decided = self.decided.as_ref();
        decided.map_or(&[], |decided| decided.replaced(row))
    }

    /// Whether any row replaces indicators of the tenant.
    pub(crate) fn replaces_any(&self) -> bool {
        let decided = self.decided.as_ref();
        decided.is_some_and(|decided| !decided.replaced.is_empty())
    }

    /// What a row sends of the tenant's own: members of a JSON object, each after a comma.
    #[must_use]
    pub fn carried(&self, row: u32) -> &str {
        let decided = self.decided.as_ref();
        decided
            .and_then(|decided| at(&decided.carried, row))
            .map_or("", String::as_str)
    }

    /// Whether a row that gives something back waits until what is to go away has gone.
    #[must_use]
    pub fn waits(&self, row: u32) -> bool {
        let decided = self.decided.as_ref();
        decided.is_some_and(|decided| decided.waiting.has(row))
    }

    /// What the guard said of a row, as of the last decision.
    #[must_use]
    pub fn guarded(&self, row: u32) -> Option<&Guard> {
        of(&self.decided.as_ref()?.guarded, row)
    }
}
