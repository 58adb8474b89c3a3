//! What the user decided, step by step, and the way back.
//!
//! A step holds what stood decided about its rows before. Going back puts that in place and keeps what
//! stood there instead, so that the same step leads forward again. Steps are about rows as they are
//! counted: a source that is read anew drops them all.

use std::{collections::VecDeque, sync::Arc};

use rustc_hash::FxHashMap;

use crate::{
    order::by_figure,
    session::{Did, Done, Steps as Told},
    source::small,
};

use super::{Ledger, fix::Edit};

/// The most steps that are kept.
const MOST: usize = 100;

/// The most rows that all steps are about together, unless one alone is about more.
const MOST_ROWS: usize = 2_000_000;

/// What was decided about rows before they changed.
#[derive(Clone, Debug, Default)]
pub(super) struct Before(FxHashMap<u32, Option<Arc<Edit>>>);

impl Before {
    /// Notes what is decided about a row, the first time.
    pub(super) fn note(&mut self, row: u32, edit: Option<&Arc<Edit>>) {
        self.0.entry(row).or_insert_with(|| edit.cloned());
    }

    /// All of it, in the order of the rows.
    pub(super) fn take(&mut self) -> Vec<(u32, Option<Arc<Edit>>)> {
        let all = std::mem::take(&mut self.0).into_iter().collect();
        by_figure(all, |(row, _)| (*row).into())
    }
}

/// The steps that can be gone back and forward.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps {
    back: VecDeque<Step>,
    forward: Vec<Step>,
    /// How many were taken, back and forward.
    taken: u32,
}

/// One decision, about any number of rows.
#[derive(Clone, Debug)]
struct Step {
    did: Did,
    /// What is decided about each row once the step is gone.
    other: Vec<(u32, Option<Arc<Edit>>)>,
}

impl Step {
    fn told(&self) -> Done {
        Done {
            did: self.did.clone(),
            rows: small(self.other.len()),
        }
    }
}

impl Steps {
    fn push(&mut self, step: Step) {
        self.taken = self.taken.wrapping_add(1);
        self.forward.clear();
        self.back.push_back(step);
        let rows =
            |steps: &VecDeque<Step>| steps.iter().map(|step| step.other.len()).sum::<usize>();
        while self.back.len() > MOST || (self.back.len() > 1 && rows(&self.back) > MOST_ROWS) {
            self.back.pop_front();
        }
    }
}

impl Ledger {
    /// Notes what was decided just now, where that is anything new.
    pub(super) fn take_step(&mut self, did: Did) {
        let other = self.edits.changed();
        if !other.is_empty() {
            self.steps.push(Step { did, other });
        }
    }

    /// Takes the last decision back. Says whether there was one.
    pub fn step_back(&mut self) -> bool {
        let step = self.steps.back.pop_back();
        let turned = step.map(|step| self.turn(step));
        let is_any = turned.is_some();
        self.steps.forward.extend(turned);
        is_any
    }

    /// Makes the decision again that was taken back last. Says whether there was one.
    pub fn step_forward(&mut self) -> bool {
        let step = self.steps.forward.pop();
        let turned = step.map(|step| self.turn(step));
        let is_any = turned.is_some();
        self.steps.back.extend(turned);
        is_any
    }

    /// Puts what stood there before in place, and keeps what stands there now.
    fn turn(&mut self, mut step: Step) -> Step {
        self.steps.taken = self.steps.taken.wrapping_add(1);
        for (row, edit) in &mut step.other {
            *edit = self.edits.swap(*row, edit.take());
        }
        let rows: Vec<u32> = step.other.iter().map(|(row, _)| *row).collect();
        self.check_again(&rows);
        step
    }

    /// The last decision, and the one that was taken back last.
    #[must_use]
    pub fn steps(&self) -> Told {
        Told {
            back: self.steps.back.back().map(Step::told),
            forward: self.steps.forward.last().map(Step::told),
            taken: self.steps.taken,
        }
    }
}
