//! What a plan comes to in figures, without its bodies.
//!
//! The page is told how many calls a list takes after each change to it. Of more rows than a tenant holds
//! no bodies are kept, and to have them written for that every row would be checked once more.

use super::{Endpoint, Entry, Even, Plan};
use crate::{
    batch,
    indicator::{Action, IndicatorType},
    ledger::Ledger,
    limits::Limits,
    order,
    source::small,
};

/// What a plan comes to.
#[derive(Debug)]
pub(crate) enum Outline {
    /// Of rows that need none.
    Even(Even),
    /// A plan whose entries say how long their bodies are. Not all of these have been written.
    Planned(Plan),
}

impl Outline {
    /// Of the plan that [`Plan::build`] would build.
    pub(crate) fn of(ledger: &Ledger) -> Self {
        if let Some(even) = Even::of(ledger) {
            return Self::Even(even);
        }
        Self::Planned(Plan::of_rows(ledger, |plan, ledger, row| {
            if !plan.add_length(ledger, row) {
                plan.add_row(ledger, row);
            }
        }))
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> u32 {
        match self {
            Self::Even(even) => even.len(),
            Self::Planned(plan) => plan.len(),
        }
    }

    /// How many of them are to go away.
    pub(crate) fn deletions(&self) -> u32 {
        match self {
            Self::Even(_) => 0,
            Self::Planned(plan) => small(plan.deletions().count()),
        }
    }

    /// How many there are of each type: see [`by`].
    pub(crate) fn by_type(&self) -> Vec<(IndicatorType, u32)> {
        match self {
            Self::Even(even) => even.by_type.clone(),
            Self::Planned(plan) => by(plan, |entry| entry.indicator_type),
        }
    }

    /// How many there are of each action: see [`by`].
    pub(crate) fn by_action(&self) -> Vec<(Action, u32)> {
        match self {
            Self::Even(even) => even.by_action.clone(),
            Self::Planned(plan) => by(plan, |entry| entry.action),
        }
    }

    /// How many calls they take.
    pub(crate) fn calls(&self, limits: &Limits) -> u32 {
        small(match self {
            Self::Even(even) => even.calls(limits).len(),
            Self::Planned(plan) => batch::split(plan, limits).len(),
        })
    }
}

/// How many entries there are of each kind, which `of` tells of one; in the order in which they first
/// appear. What is deleted to be replaced does not count, and what a row gives back counts once.
fn by<T: PartialEq>(plan: &Plan, of: impl Fn(&Entry) -> T) -> Vec<(T, u32)> {
    let mut counts = Vec::new();
    if plan.gives_back {
        let rows = plan.entries.chunk_by(|one, next| one.row == next.row);
        for last in rows.filter_map(|entries| entries.last()) {
            order::count(&mut counts, of(last));
        }
    } else {
        for entry in plan.sent() {
            order::count(&mut counts, of(entry));
        }
    }
    counts
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

    fn read(text: String, cidr: Cidr) -> Ledger {
        let mut ledger = Ledger::new(Settings {
            defaults: Defaults {
                title: "a title".to_owned(),
                description: "a text".to_owned(),
                ..Defaults::default()
            },
            policy: Policy {
                cidr,
                ..Policy::default()
            },
            today: WallTime(1_760_000_000_000),
        });
        ledger.read("list.txt", text.into_bytes());
        ledger
    }

    /// Entries and calls, of the outline and of the plan; calls are cut by their bytes. Their bodies are
    /// the same.
    fn figures(ledger: &Ledger) -> [[u32; 2]; 2] {
        let limits = Limits {
            batch_bytes: 20_000,
            ..Limits::documented()
        };
        let (outline, plan) = (Outline::of(ledger), Plan::build(ledger, &limits));
        let batches = batch::split(&plan, &limits);
        if let Outline::Even(even) = &outline {
            let batches = batches.iter();
            let bodies = batches.map(|batch| batch::body(&plan, &batch.entries, batch.endpoint));
            // Of many rows that are not alike, not all objects are kept.
            let made = Even::of(ledger).and_then(|even| even.into_bodies(ledger, &limits));
            assert_eq!(made.is_some(), plan.len() <= 1_000);
            assert!(made.is_none_or(|made| made.eq(bodies)));
            assert_eq!(even.by_type, by(&plan, |entry| entry.indicator_type));
            assert_eq!(even.by_action, by(&plan, |entry| entry.action));
        }
        [
            [outline.len(), outline.calls(&limits)],
            [plan.len(), small(batches.len())],
        ]
    }

    #[test]
    fn an_outline_has_the_figures_of_its_plan() {
        for rows in [0, 1, 2, 1_000, 100_100] {
            let mut text = "198.51.100.0/29\nnonsense\n".repeat(rows.min(1));
            for row in 1..rows {
                // Writing to a String cannot fail.
                let _ = writeln!(text, "HTTPS://h{row}.example/{}", "a".repeat(row % 90));
            }
            for cidr in [Cidr::Expand { cap: 16 }, Cidr::Refuse] {
                let [outline, plan] = figures(&read(text.clone(), cidr));
                assert_eq!(outline, plan, "{rows} rows, {cidr:?}");
            }
        }
    }
}
