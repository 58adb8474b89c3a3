//! The end of a run: what is reported of every row is true, is what was written, and is shown again.

use ioculate_core::{
    clock::Now,
    import::{History, Outcome},
    session::{Command, Event as Told, Filter, ReportSummary, Stopped, Window},
};

use super::{
    Lawful, Universe,
    faults::Class,
    laws::{self, Law},
    tab::Tab,
};

/// Runs whose gate did not open, after which the user gives up.
const MOST_CLOSED_GATES: u32 = 40;

impl Universe<'_> {
    /// The session has nothing more to do.
    pub(super) fn has_finished(&mut self, tab: usize) -> Lawful {
        self.unlocks(tab);
        let Some(report) = self.tabs[tab].report.take() else {
            return Ok(());
        };
        self.is_true(tab, &report)?;
        self.sums = [
            report.accepted,
            report.rejected,
            report.unconfirmed,
            report.not_sent,
        ];
        match &report.stopped {
            Some(Stopped::Gate(_) | Stopped::Forbidden { .. } | Stopped::WrongHost { .. }) => {
                self.closed_gates += 1;
                self.is_done = self.closed_gates > MOST_CLOSED_GATES;
            }
            _ => self.is_done = true,
        }
        // Nobody imports what was taken back.
        self.is_done |= self.schedule.takes_back && self.disk.unfinished().is_none();
        Ok(())
    }

    /// What the report says of every row is true of the tenant and of the journal.
    fn is_true(&mut self, tab: usize, report: &ReportSummary) -> Lawful {
        let outcomes = self.outcomes(tab)?;
        laws::report_adds_up(report, &outcomes)?;
        let run = self.tabs[tab].run.unwrap_or_default();
        let (watch, tenant) = (&self.watch, &self.service.tenant);
        for (row, outcome) in self.cells.iter().zip(&outcomes) {
            let Some(outcome) = outcome else {
                continue;
            };
            match watch.removals.is_true(run, row, outcome, tenant) {
                Some(lawful) => lawful?,
                None => watch.is_true(run, &row.key(), outcome, tenant)?,
            }
            match &report.stopped {
                None => laws::is_decided(row, outcome, &self.service)?,
                Some(Stopped::OverQuota { .. }) => laws::is_kept_out(row, outcome, &self.service)?,
                Some(_) => {}
            }
            let is_gone = watch.removals.goes(run, &row.key());
            let is_theirs = tenant.touched.contains_key(&row.key());
            if let (Outcome::Accepted { .. }, false) = (outcome, is_gone || is_theirs) {
                laws::has_its_fields(row, tenant)?;
            }
        }
        // A run that is cancelled while nothing can be written ends without its last notes.
        let is_cut = report.stopped.is_some() && self.service.struck.contains(&Class::DiskRefuses);
        if is_cut {
            return Ok(());
        }
        self.is_what_is_written(run, &outcomes)?;
        self.is_shown_again(run, report, &outcomes)
    }

    /// A run that has ended is listed and shown, from the bytes that are kept of it, as it was reported.
    fn is_shown_again(
        &self,
        run: u32,
        report: &ReportSummary,
        outcomes: &[Option<Outcome>],
    ) -> Lawful {
        let file = self.disk.runs.get(&run);
        let Some(file) = file.filter(|file| file.stored.closing.is_some()) else {
            let name = &report.run;
            let is_kept = file.is_some();
            return laws::holds(Law::MemoryIsJournal, name.is_some() == is_kept, || {
                format!("{name:?} is reported, and is kept: {is_kept}")
            });
        };
        let mut tab = Tab::default();
        tab.open(self.clock, self.clock, self.limits.clone());
        let now = tab.now(self.clock, self.wall(), 0.5);
        tab.show(now, self.disk.kept(run)?);
        let shown = tab.report.take();
        laws::holds(Law::MemoryIsJournal, shown.as_ref() == Some(report), || {
            format!("{report:?} is shown as {shown:?}")
        })?;
        let again = rows_of(&mut tab, now);
        let sums = file.stored.view(false).ok().map(|view| {
            [
                view.accepted,
                view.rejected,
                view.unconfirmed,
                view.not_sent,
            ]
            .iter()
            .sum::<u32>()
                == view.entries
        });
        laws::holds(
            Law::MemoryIsJournal,
            again == outcomes && sums == Some(true),
            || format!("{outcomes:?} are shown as {again:?}; the list adds up: {sums:?}"),
        )
    }

    /// One for each row of the file.
    fn outcomes(&mut self, tab: usize) -> Lawful<Vec<Option<Outcome>>> {
        let now = self.now(tab);
        let outcomes = rows_of(&mut self.tabs[tab], now);
        laws::holds(Law::AddsUp, outcomes.len() == self.cells.len(), || {
            format!("{} rows of {}", outcomes.len(), self.cells.len())
        })?;
        Ok(outcomes)
    }

    /// The last thing written down of each row is what is reported of it.
    fn is_what_is_written(&self, run: u32, outcomes: &[Option<Outcome>]) -> Lawful {
        // A row has at most one that goes away for its sake.
        let entries = u32::try_from(self.cells.len() * 2).unwrap_or(u32::MAX);
        let history = History::of(entries, &self.disk.records(run));
        let of_run = self.watch.of_run(run);
        let told = self.cells.iter().zip(outcomes);
        for (row, outcome) in told {
            let entry = of_run.get(&row.key()).filter(|_| row.ready);
            let Some(entry) = entry else {
                continue;
            };
            let written = history.outcome(*entry);
            let same = match (written, outcome) {
                (None, Some(Outcome::NotSent { .. })) => true,
                (written, outcome) => written == outcome.as_ref(),
            };
            laws::holds(Law::MemoryIsJournal, same, || {
                format!("{row:?}: written {written:?}, reported {outcome:?}")
            })?;
        }
        Ok(())
    }
}

/// What became of each row of what a page has read.
fn rows_of(tab: &mut Tab, now: Now) -> Vec<Option<Outcome>> {
    let mut outcomes = Vec::new();
    while let Some(window) = window(tab, now, outcomes.len()) {
        outcomes.extend(window.rows.into_iter().map(|row| row.outcome));
    }
    outcomes
}

/// Some rows from one on; `None` where there are none.
fn window(tab: &mut Tab, now: Now, start: usize) -> Option<Window> {
    let rows = Command::Rows {
        filter: Filter::default(),
        start: u32::try_from(start).ok()?,
        count: u32::MAX,
    };
    match tab.ask(now, rows, None).pop()? {
        Told::Window(window) if !window.rows.is_empty() => Some(window),
        _ => None,
    }
}
