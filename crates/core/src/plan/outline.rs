//! What a plan comes to in figures, without its bodies.
//!
//! The page is told how many calls a list takes after each change to it. Of more rows than a tenant holds
//! no bodies are kept, and to have them written for that every row would be checked once more.

use super::{Endpoint, Entry, Plan};
use crate::{batch, ledger::Ledger, limits::Limits, order, source::small};

/// A plan whose entries say how long their bodies are. Not all of these have been written.
#[derive(Debug)]
pub(crate) struct Outline(Plan);

impl Outline {
    /// Of the plan that [`Plan::build`] would build.
    pub(crate) fn of(ledger: &Ledger) -> Self {
        Self(Plan::of_rows(ledger, |plan, ledger, row| {
            if !plan.add_length(ledger, row) {
                plan.add_row(ledger, row);
            }
        }))
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> u32 {
        self.0.len()
    }

    /// How many of them are to go away.
    pub(crate) fn deletions(&self) -> u32 {
        small(self.0.deletions().count())
    }

    /// How many there are of each kind, which `of` tells of an entry; in the order in which they first
    /// appear. What is deleted to be replaced does not count, and what a row gives back counts once.
    pub(crate) fn by<T: PartialEq>(&self, of: impl Fn(&Entry) -> T) -> Vec<(T, u32)> {
        let mut counts = Vec::new();
        if self.0.gives_back {
            let rows = self.0.entries.chunk_by(|one, next| one.row == next.row);
            for last in rows.filter_map(|entries| entries.last()) {
                order::count(&mut counts, of(last));
            }
        } else {
            for entry in self.0.sent() {
                order::count(&mut counts, of(entry));
            }
        }
        counts
    }

    /// How many calls they take.
    pub(crate) fn calls(&self, limits: &Limits) -> u32 {
        small(batch::split(&self.0, limits).len())
    }
}

impl Plan {
    /// Adds a row by the length of its object, where that is known. Says whether it is.
    fn add_length(&mut self, ledger: &Ledger, row: u32) -> bool {
        let known = (
            ledger.object_len(row),
            ledger.indicator_type(row),
            ledger.action(row),
        );
        let (Some(len), Some(indicator_type), Some(action)) = known else {
            return false;
        };
        if ledger.line(row).is_some() {
            return false;
        }
        // A value tells entries apart, and nothing else here.
        let value = if self.are_apart {
            ""
        } else {
            ledger.value(row)
        };
        let named = (indicator_type, value, action);
        self.push(row, named, Endpoint::Import, |_| {});
        if let Some(entry) = self.entries.last_mut() {
            entry.json = 0..len + ledger.carried(row).len();
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::{
        check::{Cidr, Defaults, Policy},
        clock::WallTime,
        ledger::Settings,
    };

    fn read(text: String) -> Ledger {
        let mut ledger = Ledger::new(Settings {
            defaults: Defaults {
                title: "a title".to_owned(),
                description: "a text".to_owned(),
                ..Defaults::default()
            },
            policy: Policy {
                cidr: Cidr::Expand { cap: 16 },
                ..Policy::default()
            },
            today: WallTime(1_760_000_000_000),
        });
        ledger.read("list.txt", text.into_bytes());
        ledger
    }

    /// Entries and calls, of the outline and of the plan; calls are cut by their bytes.
    fn figures(ledger: &Ledger) -> [[u32; 2]; 2] {
        let limits = Limits {
            batch_bytes: 20_000,
            ..Limits::documented()
        };
        let (outline, plan) = (Outline::of(ledger), Plan::build(ledger, &limits));
        [
            [outline.len(), outline.calls(&limits)],
            [plan.len(), small(batch::split(&plan, &limits).len())],
        ]
    }

    #[test]
    fn an_outline_has_the_figures_of_its_plan() {
        for rows in [0, 1, 2, 1_000, 100_100] {
            let mut text = "198.51.100.0/29\nnonsense\n".repeat(rows.min(1));
            for row in 1..rows {
                // Writing to a String cannot fail.
                let _ = writeln!(text, "https://h{row}.example/\"{}", "a".repeat(row % 90));
            }
            let [outline, plan] = figures(&read(text));
            assert_eq!(outline, plan, "{rows} rows");
        }
    }
}
