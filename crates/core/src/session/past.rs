//! Runs of an earlier life of the page: gone on with, or shown.
//!
//! What was kept goes in; the same ledger and plan come out, and the page is told as in any run.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    clock::{Now, WallTime},
    import::{CallId, History, Import, Record, Tally, take_note},
    journal::{Closing, FORMAT, Header, Kept, NotOpened, Opening},
    ledger::{Images, Ledger},
    plan::Plan,
    report::Outcomes,
    source::small,
};

use super::{
    Account, Event, Purpose, ReportSummary, Session, Stopped,
    ended::{Ended, count_up},
    prepared::end_in_doubt,
    run::{Activity, Door, Run},
};

/// What was kept, read again.
#[derive(Clone, Debug)]
pub(super) struct Past {
    pub(super) ledger: Ledger,
    pub(super) plan: Arc<Plan>,
    pub(super) history: History,
}

impl Past {
    /// The same, where an import knows what it was compared with: what others have changed since is left
    /// alone. One that was sent by an older list is not held to it.
    fn compared(mut self, kept: &Kept) -> Result<Self, NotOpened> {
        let is_held_to_it = !self.ledger.has_tasks() && kept.header.on_list_of.is_none();
        if is_held_to_it && let Some(images) = Images::kept(&kept.input)? {
            take_note(Arc::make_mut(&mut self.plan), &images);
        }
        Ok(self)
    }
}

/// What was done of a run before it was gone on with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Earlier {
    /// Calls that left.
    pub(super) calls: u32,
    /// Whether it came with a run file.
    pub(super) from_file: bool,
}

impl Session {
    /// Goes on with a run, as `account`; one that has ended is shown. The host then drives the session
    /// and is asked to open the run. Where that cannot be, the page is told why, and nothing has
    /// changed.
    #[must_use]
    #[inline]
    pub fn resume(&mut self, now: Now, kept: Kept, account: Account) -> Vec<Event> {
        if kept.closing.is_some() {
            return self.show(now, kept);
        }
        match self
            .may_go_on(&kept.header, &account)
            .and_then(|()| self.past(&kept))
            .and_then(|past| self.past_the_guard(&kept, past))
            .and_then(|past| past.compared(&kept))
        {
            Ok(past) => self.go_on(now, kept, past, account),
            Err(why) => self.tell(Event::NotOpened(why)),
        }
        self.news()
    }

    /// Shows what became of a run, whether it has ended or not. Where that cannot be, the page is told
    /// why, and nothing has changed.
    #[must_use]
    #[inline]
    pub fn show(&mut self, now: Now, kept: Kept) -> Vec<Event> {
        let is_free = match self.activity {
            // It takes nothing of what is shown.
            Activity::Listing(_) => Ok(()),
            _ => self.is_free(),
        };
        match is_free.and_then(|()| self.past(&kept)) {
            Ok(past) => self.show_past(now, kept, past),
            Err(why) => self.tell(Event::NotOpened(why)),
        }
        self.news()
    }

    fn is_free(&self) -> Result<(), NotOpened> {
        match self.activity {
            // A check that is dropped would never tell its answer. Whoever goes on with a run ends a
            // list first: both want the one seat.
            Activity::Checking(_)
            | Activity::Listing(_)
            | Activity::Sending(_)
            | Activity::Closing(_) => Err(NotOpened::Busy),
            Activity::Idle(_) => Ok(()),
        }
    }

    fn may_go_on(&self, header: &Header, account: &Account) -> Result<(), NotOpened> {
        self.is_free()?;
        let whose = &header.account;
        if !whose.is_same(account) {
            let account = whose.clone();
            return Err(NotOpened::OtherAccount { account });
        }
        if header.api_base != self.api_base {
            let api_base = header.api_base.clone();
            return Err(NotOpened::OtherBase { api_base });
        }
        Ok(())
    }

    /// Reads what was kept. The plan must be what was confirmed.
    #[inline]
    pub(super) fn past(&self, kept: &Kept) -> Result<Past, NotOpened> {
        let header = &kept.header;
        if header.format > FORMAT {
            let format = header.format;
            return Err(NotOpened::Newer { format });
        }
        let ledger = Ledger::kept(&kept.input)?;
        // Nobody has reviewed as an import what deletes, nor the other way round.
        if ledger.has_tasks() == (header.purpose == Purpose::Import) {
            return Err(NotOpened::Damaged);
        }
        let mut plan = Plan::build(&ledger, &self.limits);
        plan.take(header.route);
        if (plan.len(), plan.fingerprint()) != (header.entries, header.plan) {
            return Err(NotOpened::ReadOtherwise);
        }
        let history = History::of(plan.len(), &kept.records);
        if !history.is_sound() {
            return Err(NotOpened::Damaged);
        }
        Ok(Past {
            history,
            plan: Arc::new(plan),
            ledger,
        })
    }

    fn go_on(&mut self, now: Now, kept: Kept, past: Past, account: Account) {
        let Past {
            ledger,
            mut plan,
            history,
        } = past;
        if kept.header.from_file {
            Arc::make_mut(&mut plan).doubt_deletions();
        }
        self.good_for(now, &account);
        let calls = self.stop_activity();
        let mut import = Import::resume(Arc::clone(&plan), history, self.limits.clone(), calls);
        import.calls().adopt(&kept.calls_elsewhere(now.wall), now);
        let before = self.stand(ledger, kept.header.purpose.clone());
        self.activity = Activity::Sending(Box::new(Run {
            door: Door::Shut(Box::new(Opening::Continue { run: kept.run })),
            import,
            plan,
            account,
            started: kept.header.started,
            on_list_of: kept.header.on_list_of,
            earlier: Some(Earlier {
                calls: calls_of(&kept.records),
                from_file: kept.header.from_file,
            }),
            name: None,
            before: Some(Box::new(before)),
        }));
        self.summarise();
        self.tell_progress(now);
    }

    fn show_past(&mut self, now: Now, kept: Kept, past: Past) {
        let Past {
            ledger,
            plan,
            mut history,
        } = past;
        self.stand(ledger, kept.header.purpose.clone());
        end_in_doubt(&mut history);
        let mut summary = sums(now, kept, &self.ledger);
        let left = summary.stopped.as_ref().map(Stopped::left_unsent);
        if left.is_none() {
            history.apply(&history.unknown_in_doubt());
        }
        let of = |id| history.outcome(id).or(left);
        let rows = Outcomes::of_run(&self.ledger, &plan, of);
        count_up(&mut summary, &rows, &self.ledger);
        self.summarise();
        self.tell(Event::Report(Box::new(summary.clone())));
        self.ended = Some(Box::new(Ended {
            plan,
            summary,
            rows,
            history,
        }));
    }
}

/// The sums of a run, its rows yet to be counted. Of the note of its end is taken what the rows do not
/// say, so that the sums are those of the rows also where a record cannot be read.
fn sums(now: Now, kept: Kept, ledger: &Ledger) -> ReportSummary {
    let Kept {
        run,
        header,
        records,
        closing,
        ..
    } = kept;
    let (ended, calls, stopped) = if let Some(Closing { summary, .. }) = closing {
        (summary.ended, summary.calls, summary.stopped)
    } else {
        let last = last_answer(&records).unwrap_or(header.started);
        let stopped = Some(Stopped::Unfinished);
        (last.min(now.wall), calls_of(&records), stopped)
    };
    ReportSummary {
        run: Some(run),
        from_file: header.from_file,
        ended,
        calls,
        counts: ledger.counts(),
        on_list_of: header.on_list_of,
        stopped,
        ..ReportSummary::new(
            header.account,
            header.api_base,
            header.purpose,
            header.started,
        )
    }
}

/// The calls that left. A batch that ended without a call and without a doubt stayed.
fn calls_of(records: &[Record]) -> u32 {
    let calls = records.iter().filter_map(Record::leaving);
    let leaving: BTreeSet<CallId> = calls.map(|(call, _)| call).collect();
    let stayed = records.iter().filter(|record| match record {
        Record::Answer {
            attempt: None,
            outcomes,
            ..
        } => Tally::of(outcomes.iter().map(|(_, outcome)| outcome)).unconfirmed == 0,
        _ => false,
    });
    small(leaving.len().saturating_sub(stayed.count()))
}

/// When the last answer came.
pub(super) fn last_answer(records: &[Record]) -> Option<WallTime> {
    let answered = records.iter().filter_map(|record| match record {
        Record::Answer { attempt, .. } => *attempt,
        _ => None,
    });
    let ends = answered.map(|attempt| attempt.at.0.saturating_add(i64::from(attempt.millis)));
    ends.max().map(WallTime)
}
