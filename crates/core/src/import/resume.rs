//! A run that goes on from what its records say.
//!
//! What was accepted or rejected is never sent again. What nothing is known of goes into new batches.
//! What was sent and not answered is in doubt, and the tenant's list decides about it first. It decides
//! too whether what the run has not touched yet still is what was reviewed: hours or days may have passed,
//! and what others have changed meanwhile is left alone. An import that was not compared with the tenant
//! has seen nothing of it.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use super::{
    BatchId, CallLog, History, NotSent, Outcome, Tally,
    engine::{Import, Phase},
    journal::Journal,
    work::{State, Work},
};
use crate::{
    batch::{self, Batch},
    limits::Limits,
    plan::{Endpoint, EntryId, Plan, Stage},
};

impl Import {
    /// Goes on with the run of `plan` whose records `history` is made of. The limits are valid.
    #[must_use]
    pub fn resume(plan: Arc<Plan>, history: History, limits: Limits, mut calls: CallLog) -> Self {
        let (first, call) = history.next();
        calls.number_from(call);
        let mut journal = Journal::of(history);
        for end in journal.history().ends_in_doubt() {
            journal.note(end);
        }
        let mut run = Self::bare(plan, journal, limits, calls);
        run.next_batch = first;
        for work in run.past() {
            run.next_batch.0 = run.next_batch.0.max(work.id.0.saturating_add(1));
            run.work.push(work);
        }
        let ahead: Vec<EntryId> = run.plan.ids().filter(|id| run.is_ahead(*id)).collect();
        for batch in batch::split_of(&run.plan, &run.limits, ahead, run.next_batch) {
            run.take_in_batch(Work::new(batch));
        }
        run.pass_on();
        run.rechecks = !run.nothing_ahead() && run.plan.has_seen();
        let sums = run.work.sums();
        let all = sums.tally;
        let before = sums.by_stage[..run.turn as usize].iter();
        let before: u32 = before.map(|ends| ends.accepted + ends.rejected).sum();
        run.setbacks.was_answered = all.accepted + all.rejected > before;
        if all.unconfirmed == 0 && run.nothing_ahead() {
            run.phase = Phase::Running;
        }
        run
    }

    /// Whether an entry is to be sent.
    fn is_ahead(&self, id: EntryId) -> bool {
        matches!(
            self.journal.history().outcome(id),
            None | Some(Outcome::NotSent {
                reason: NotSent::Cancelled | NotSent::OverQuota
            })
        )
    }

    /// The batches of which the end is known, and those in doubt.
    fn past(&mut self) -> Vec<Work> {
        type Class = (Option<BatchId>, Stage, Endpoint);
        let mut past: BTreeMap<Class, (Vec<EntryId>, Tally)> = BTreeMap::new();
        for id in self.plan.ids().filter(|id| !self.is_ahead(*id)) {
            let history = self.journal.history();
            let entry = &self.plan.entries[id.0 as usize];
            let class = (history.batch(id), entry.stage, entry.endpoint);
            let (entries, ends) = past.entry(class).or_default();
            entries.push(id);
            ends.add(&Tally::of(history.outcome(id)));
        }
        let mut works = Vec::with_capacity(past.len());
        for ((id, stage, endpoint), (entries, ends)) in past {
            // What was found without ever having left is in none.
            let id = id.unwrap_or_else(|| self.new_batch());
            let batch = Batch {
                id,
                endpoint,
                stage,
                entries,
            };
            works.push(self.past_work(batch, ends));
        }
        works
    }

    fn past_work(&self, batch: Batch, ends: Tally) -> Work {
        let (attempts, cut_from) = self.journal.history().calls_of(batch.id);
        let last = attempts.last();
        Work {
            cut_from,
            state: State::Done(ends),
            tries: u32::try_from(attempts.len()).unwrap_or(u32::MAX),
            status: last.and_then(|attempt| attempt.status),
            took: last.map_or(Duration::ZERO, |attempt| {
                Duration::from_millis(attempt.millis.into())
            }),
            ..Work::new(batch)
        }
    }
}
