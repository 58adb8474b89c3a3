//! Which rows of a review are chosen.

use std::collections::HashSet;

use ioculate_core::session::{Filter, RowView, Scope};

use super::Choice;

/// The rows that are chosen, by the numbers by which the worker knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    rows: Vec<u32>,
    /// Whether all that pass the filter are chosen, but not these.
    but: bool,
}

impl Picked {
    /// All that pass the filter.
    #[must_use]
    pub const fn all() -> Self {
        Self {
            rows: Vec::new(),
            but: true,
        }
    }

    /// Whether a row is chosen.
    #[must_use]
    pub fn has(&self, row: u32) -> bool {
        self.rows.contains(&row) != self.but
    }

    /// Whether what is chosen is told by what is not.
    #[must_use]
    pub const fn is_all(&self) -> bool {
        self.but
    }

    /// How many are chosen, of so many that pass the filter.
    #[must_use]
    pub fn count(&self, passing: u32) -> u32 {
        let rows = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        if self.but {
            passing.saturating_sub(rows)
        } else {
            rows
        }
    }

    /// A row is chosen, or no longer, of so many that pass the filter.
    pub(super) fn toggle(&mut self, row: u32, passing: u32) {
        let before = self.rows.len();
        self.rows.retain(|it| *it != row);
        if self.rows.len() == before {
            self.rows.push(row);
        }
        if self.count(passing) == 0 {
            *self = Self::default();
        }
    }

    /// What is chosen, for the worker; all that pass where nothing is.
    #[must_use]
    pub fn scope(&self, filter: &Filter) -> Scope {
        if self.but || self.rows.is_empty() {
            return Scope::Passing {
                filter: filter.clone(),
                except: self.rows.clone(),
            };
        }
        Scope::Rows {
            rows: self.rows.clone(),
        }
    }
}

impl Choice<RowView> for Picked {
    fn take_in(&mut self, rows: &[RowView]) {
        let new: HashSet<u32> = rows.iter().map(|it| it.row).collect();
        self.rows.retain(|row| !new.contains(row));
        if !self.but {
            self.rows.extend(rows.iter().map(|it| it.row));
        }
    }

    fn takes_all(&mut self) {
        *self = Self::all();
    }

    fn holds(&self, row: &RowView) -> bool {
        self.has(row.row)
    }

    fn is_whole(&self) -> bool {
        self.but && self.rows.is_empty()
    }
}
