//! What the session is busy with.
//!
//! One thing at a time: nothing, a question whether the API lets this page in, the list of the tenant,
//! or a run. The log of calls goes from one to the next, so that a quota does not begin anew with each.

use std::sync::Arc;

use crate::{
    clock::{Now, WallTime},
    host::{Machine, Turn},
    import::{CallLog, Import, Input, Outcome, Step},
    journal::{Closing, NotOpened, Opened, Opening, RunId},
    ledger::Ledger,
    plan::Plan,
    report::{Evidence, GONE, Outcomes},
};

use super::{
    Account, AttemptView, Event, Progress, Purpose, ReportSummary, Session, Stopped,
    checking::Check,
    ended::{Ended, count_up, worst},
    foresight::Foresight,
    listing::List,
    past::Earlier,
};

/// What the session is busy with.
#[derive(Clone, Debug)]
pub(super) enum Activity {
    /// Nothing.
    Idle(CallLog),
    /// Asking whether the API lets this page in.
    Checking(Box<Check>),
    /// Asking what the tenant holds.
    Listing(Box<List>),
    /// Sending.
    Sending(Box<Run>),
    /// Writing down how the run ended.
    Closing(Box<End>),
}

/// Whether the host was asked to open what goes on.
#[derive(Clone, Debug)]
pub(super) enum Door {
    /// It is to be asked.
    Shut(Box<Opening>),
    /// It was asked.
    Knocked,
    Open,
}

impl Door {
    /// The step that opens it, or the wait until it is open; `None` where it is.
    pub(super) fn step(&mut self) -> Option<Step> {
        match std::mem::replace(self, Self::Knocked) {
            Self::Shut(opening) => Some(Step::Open(opening)),
            Self::Knocked => Some(Step::Wait(None)),
            Self::Open => {
                *self = Self::Open;
                None
            }
        }
    }
}

/// The end of a run on its way into the journal.
#[derive(Clone, Debug)]
pub(super) struct End {
    calls: CallLog,
    closing: Option<Box<Closing>>,
    is_written: bool,
}

/// A run under way.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) door: Door,
    pub(super) import: Import,
    pub(super) plan: Arc<Plan>,
    pub(super) account: Account,
    pub(super) started: WallTime,
    /// When the tenant was listed that the rows were compared with, where it was not listed again.
    pub(super) on_list_of: Option<WallTime>,
    /// What an earlier page has done of it, where one began it.
    pub(super) earlier: Option<Earlier>,
    /// Its name in the journal, once the door is open; `None` where nothing is kept of it.
    pub(super) name: Option<RunId>,
    /// What stood here before a run that is gone on with, until the door is open.
    pub(super) before: Option<Box<Before>>,
}

impl Run {
    /// Whether it is to be gone on with: an earlier page has sent of it and the API did not let this
    /// one in, the API refused it on its way, or what happened is not all written down. A role may
    /// have been about to be granted, and an address of the API about to move.
    fn stays_open(&self) -> bool {
        let tally = self.import.tally();
        let has_more = tally.unconfirmed + tally.not_sent > 0;
        let is_shut_out = match self.import.stopped() {
            Some(Stopped::Gate(_)) => self.earlier.is_some(),
            Some(Stopped::Forbidden { .. } | Stopped::WrongHost { .. }) => has_more,
            _ => false,
        };
        is_shut_out || !self.import.is_written()
    }
}

/// What was read and reported.
#[derive(Clone, Debug)]
pub(super) struct Before {
    pub(super) ledger: Ledger,
    pub(super) foresight: Foresight,
    pub(super) ended: Option<Box<Ended>>,
    pub(super) purpose: Purpose,
}

impl Session {
    /// Whether a host should drive the session.
    #[must_use]
    pub fn is_running(&self) -> bool {
        !matches!(self.activity, Activity::Idle(_))
    }

    /// Whether the tenant is being listed, or a list that was stopped is being written down. It has
    /// the seat that going on with a run wants.
    #[must_use]
    pub fn is_listing(&self) -> bool {
        matches!(self.activity, Activity::Listing(_))
    }

    /// How the run goes; `None` where there is none.
    #[must_use]
    pub fn progress(&self, now: Now) -> Option<Progress> {
        match &self.activity {
            Activity::Sending(run) => Some(run.import.progress(now)),
            Activity::Idle(_)
            | Activity::Checking(..)
            | Activity::Listing(_)
            | Activity::Closing(_) => None,
        }
    }

    pub(super) fn is_sending(&self) -> bool {
        matches!(self.activity, Activity::Sending(_))
    }

    /// What became of a row, as far as is known.
    pub(super) fn outcome(&self, row: u32) -> Option<&Outcome> {
        match (&self.activity, &self.ended) {
            (Activity::Sending(run), _) => {
                let outcome = |id| run.import.outcome(id);
                let shown = worst(run.plan.of_row(row).filter_map(outcome));
                // What is gone says nothing of what is still to be sent in its place.
                let last = run.plan.of_row(row).last();
                let is_pending = last.is_some_and(|last| outcome(last).is_none());
                shown.filter(|shown| !(is_pending && **shown == GONE))
            }
            (_, Some(ended)) => ended.rows.of_row(row),
            (_, None) => None,
        }
    }

    /// The calls that have carried a row, the first one first.
    pub(super) fn attempts(&self, row: u32) -> Vec<AttemptView> {
        let (plan, history) = match (&self.activity, &self.ended) {
            (Activity::Sending(run), _) => (&run.plan, run.import.history()),
            (_, Some(ended)) => (&ended.plan, &ended.history),
            (_, None) => return Vec::new(),
        };
        let evidence = Evidence {
            ledger: &self.ledger,
            plan,
            history,
            otherwise: None,
        };
        evidence.attempts(row)
    }

    /// The plan of the run, or of what stands in the ledger.
    #[must_use]
    pub fn plan(&self) -> Arc<Plan> {
        match (&self.activity, &self.ended) {
            (Activity::Sending(run), _) => Arc::clone(&run.plan),
            (_, Some(ended)) => Arc::clone(&ended.plan),
            (_, None) => Arc::new(Plan::build(&self.ledger, &self.limits)),
        }
    }

    /// Goes on with the log of calls of another session, where the host has several: a quota does not
    /// begin anew with each. While something goes on nothing happens.
    pub fn take_calls(&mut self, mut calls: CallLog) {
        if let Activity::Idle(own) = &mut self.activity {
            calls.set_limits(&self.limits);
            *own = calls;
        }
    }

    /// Gives the log of calls away, and drops what goes on.
    #[must_use]
    pub fn give_calls(&mut self) -> CallLog {
        self.stop_activity()
    }

    /// Drops what goes on, and keeps its log of calls.
    pub(super) fn stop_activity(&mut self) -> CallLog {
        let idle = Activity::Idle(CallLog::new(&self.limits));
        match std::mem::replace(&mut self.activity, idle) {
            Activity::Idle(calls) => calls,
            Activity::Checking(check) => check.check.into_calls(),
            Activity::Listing(list) => list.listing.into_calls(),
            Activity::Sending(run) => run.import.into_calls(),
            Activity::Closing(end) => end.calls,
        }
    }

    /// Tells the run what the user wants of it.
    pub(super) fn steer(&mut self, now: Now, wish: Input) {
        if let Activity::Sending(run) = &mut self.activity {
            run.import.handle(now, wish);
            self.tell_progress(now);
        }
    }

    pub(super) fn tell_progress(&mut self, now: Now) {
        if let Some(progress) = self.progress(now) {
            self.told_progress = Some(progress.clone());
            self.tell(Event::Progress(Box::new(progress)));
        }
    }

    /// How the run goes, where that is not what was told last.
    #[must_use]
    pub fn new_progress(&mut self, now: Now) -> Option<Progress> {
        let progress = self
            .progress(now)
            .filter(|it| self.told_progress.as_ref() != Some(it))?;
        self.told_progress = Some(progress.clone());
        Some(progress)
    }

    fn end_run(&mut self, now: Now) {
        self.tell_progress(now);
        let idle = Activity::Idle(CallLog::new(&self.limits));
        let run = match std::mem::replace(&mut self.activity, idle) {
            Activity::Sending(run) => *run,
            other => return self.activity = other,
        };
        self.selection = None;
        let stays_open = run.stays_open();
        let ended = self.ended(run, now);
        if let Some(Stopped::Gate(reason)) = &ended.summary.stopped {
            let closed = self.closed(reason.clone());
            self.tell(Event::Connection(closed));
        }
        self.tell(Event::Report(Box::new(ended.summary.clone())));
        let ReportSummary {
            accepted,
            unconfirmed,
            deleted,
            ..
        } = ended.summary;
        if accepted + unconfirmed + deleted > 0 {
            self.tenant_has_changed(now);
        }
        if !stays_open {
            self.close(&ended);
        }
        self.ended = Some(Box::new(ended));
    }

    /// Has the end of the run written down.
    fn close(&mut self, ended: &Ended) {
        let closing = Closing {
            summary: ended.summary.clone(),
            entries: ended.tally(),
        };
        let calls = self.stop_activity();
        self.activity = Activity::Closing(Box::new(End {
            calls,
            closing: Some(Box::new(closing)),
            is_written: false,
        }));
    }

    /// The host has opened what goes on, or will not.
    fn opened(&mut self, now: Now, opened: Result<Opened, NotOpened>) {
        let (door, calls) = match &mut self.activity {
            Activity::Checking(check) => (&mut check.door, check.check.calls()),
            Activity::Listing(list) => (&mut list.door, list.listing.calls()),
            Activity::Sending(run) => (&mut run.door, run.import.calls()),
            Activity::Idle(_) | Activity::Closing(_) => return,
        };
        if !matches!(door, Door::Knocked) {
            return;
        }
        match opened {
            Ok(opened) => {
                calls.adopt(&opened.calls, now);
                *door = Door::Open;
                if let Activity::Sending(run) = &mut self.activity {
                    run.name = opened.run;
                    run.before = None;
                }
                self.tell_progress(now);
            }
            Err(why) => self.not_opened(now, why),
        }
    }

    /// Nothing goes on, and what was known before is known. Of a list that nobody wants any more
    /// nothing is said.
    fn not_opened(&mut self, now: Now, why: NotOpened) {
        self.put_back();
        let list = matches!(self.activity, Activity::Listing(_)).then(|| self.listed());
        let calls = self.stop_activity();
        self.activity = Activity::Idle(calls);
        if list != Some(None) {
            self.not_sent(why);
        }
        if let Some(Some(_)) = list {
            self.tell_tenant(now);
        }
    }

    /// Puts back what stood here before a run that may not be gone on with.
    fn put_back(&mut self) {
        if let Activity::Sending(run) = &mut self.activity
            && let Some(before) = run.before.take()
        {
            self.put_where_it_was(*before);
            self.summarise_unasked();
        }
    }

    /// Counts up a run and keeps its log of calls.
    fn ended(&mut self, run: Run, now: Now) -> Ended {
        let Run { import, plan, .. } = run;
        let rows = Outcomes::of_run(&self.ledger, &plan, |id| import.outcome(id));
        let calls_before = run.earlier.map_or(0, |earlier| earlier.calls);
        let mut summary = ReportSummary {
            run: run.name,
            from_file: run.earlier.is_some_and(|earlier| earlier.from_file),
            ended: now.wall,
            calls: calls_before.saturating_add(import.calls_made()),
            stopped: import.stopped().cloned(),
            ..self.begun(run.account, run.started, run.on_list_of)
        };
        count_up(&mut summary, &rows, &self.ledger);
        let (calls, history) = import.into_parts();
        self.activity = Activity::Idle(calls);
        Ended {
            plan,
            summary,
            rows,
            history,
        }
    }
}

impl Machine for Session {
    type Step = Step;
    type Input = Input;

    #[inline]
    fn poll(&mut self, now: Now) -> Turn<Step> {
        loop {
            let step = match &mut self.activity {
                Activity::Idle(_) => Step::Finished,
                Activity::Checking(check) => {
                    check.door.step().unwrap_or_else(|| check.check.poll(now))
                }
                Activity::Listing(list) => list.poll(now),
                Activity::Sending(run) => run.door.step().unwrap_or_else(|| run.import.poll(now)),
                Activity::Closing(end) => end.step(),
            };
            match (&self.activity, step) {
                (Activity::Idle(_), _) => match self.next.take() {
                    Some(next) => self.obey(now, next, None),
                    None => return Turn::Finished,
                },
                (Activity::Checking(_), Step::Finished) => self.end_check(),
                (Activity::Listing(_), Step::Finished) => self.end_list(now),
                (Activity::Sending(_), Step::Finished) => self.end_run(now),
                (Activity::Closing(_), Step::Finished) => {
                    let calls = self.stop_activity();
                    self.activity = Activity::Idle(calls);
                }
                (_, step) => return step.into(),
            }
        }
    }

    fn handle(&mut self, now: Now, input: Input) {
        match (&mut self.activity, input) {
            (_, Input::Opened(opened)) => self.opened(now, Ok(opened)),
            (_, Input::NotOpened(why)) => self.opened(now, Err(why)),
            (Activity::Closing(end), Input::Closed) => end.is_written = true,
            (Activity::Checking(check), input) => check.check.handle(now, input),
            (Activity::Listing(_), input) => self.hear(now, input),
            (Activity::Sending(run), input) => {
                run.import.handle(now, input);
                self.selection = None;
            }
            (Activity::Idle(_) | Activity::Closing(_), _) => {}
        }
    }
}

impl End {
    fn step(&mut self) -> Step {
        match self.closing.take() {
            Some(closing) => Step::Close(closing),
            None if self.is_written => Step::Finished,
            None => Step::Wait(None),
        }
    }
}
