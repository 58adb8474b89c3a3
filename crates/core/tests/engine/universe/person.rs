//! What happens to the tabs: the user, the computer, the network, and the end of a page.

use std::time::Duration;

use ioculate_core::{
    clock::Now,
    import::{History, Input, Outcome},
    journal::{Kept, NotOpened},
    session::{Account, Command, Event as Told, Filter, ReportSummary, Stopped, Waiting, Window},
};

use super::{
    Event, Lawful, Universe, VISITS,
    faults::Class,
    laws::{self, Law},
    rows,
    schedule::Doing,
};

/// Runs whose gate did not open, after which the user gives up.
const MOST_CLOSED_GATES: u32 = 40;

impl Universe<'_> {
    pub(super) fn happens(&mut self, event: Event) -> Lawful {
        match event {
            Event::Open(tab) => self.opens(tab),
            Event::Tell(tab, life, input) => self.tells(tab, life, input),
            Event::Arrive(tab, life, id, call, back) => {
                self.arrive(tab, life, id, &call, back);
                Ok(())
            }
            Event::Commit(tab, life) if self.tabs[tab].life == life => self.commit(tab),
            Event::Wake(tab, life, alarm) => self.wakes(tab, life, alarm),
            Event::Do(doing) => self.does(doing),
            Event::BackOnline => {
                self.tell_all(&Input::Online);
                Ok(())
            }
            Event::Colleague(class) => {
                self.service.colleague(self.clock, class);
                Ok(())
            }
            Event::Visit => self.visits(),
            Event::Commit(..) => Ok(()),
        }
    }

    /// A page is opened in a tab, and goes on with what there is.
    fn opens(&mut self, tab: usize) -> Lawful {
        if self.tabs[tab].session.is_some() || self.is_done {
            return Ok(());
        }
        let origin = Duration::from_millis(self.roll(100_000_000));
        self.tabs[tab].open(self.clock, origin, self.limits.clone());
        self.goes_on(tab)
    }

    fn goes_on(&mut self, tab: usize) -> Lawful {
        if self.tabs[tab].is_running() || self.is_done {
            return Ok(());
        }
        let is_taken = self.disk.lock.is_some();
        match self.disk.unfinished() {
            // The browser refuses, or the page that wants to begin a run of its own is refused.
            Some(_) if is_taken && self.roll(2) == 0 => self.struck(Class::SecondTab),
            Some((run, kept)) if !is_taken => self.resumes(tab, run, kept)?,
            _ => self.begins(tab),
        }
        self.pump(tab)
    }

    /// A page goes on with the run of another, or of its own former life.
    fn resumes(&mut self, tab: usize, run: u32, kept: Kept) -> Lawful {
        let now = self.now(tab);
        if std::mem::take(&mut self.wants_other_account) {
            self.struck(Class::OtherAccount);
            self.tabs[tab].resume(now, kept.clone(), account("bob"));
            let why = self.tabs[tab].refused.take();
            let refused = matches!(why, Some(NotOpened::OtherAccount { .. }));
            let idle = !self.tabs[tab].is_running();
            laws::holds(Law::OwnAccount, refused && idle, || format!("{why:?}"))?;
        }
        if self.last_runner.replace(tab) != Some(tab) {
            self.struck(Class::TakeOver);
        }
        self.disk.lock = Some((tab, self.tabs[tab].life));
        self.tabs[tab].run = Some(run);
        self.tabs[tab].resume(now, kept, account("ann"));
        let why = self.tabs[tab].refused.take();
        laws::holds(Law::Finishes, self.tabs[tab].is_running(), || {
            format!("it may not go on: {why:?}")
        })
    }

    /// What was read and not sent is sent; else the file is read first.
    fn begins(&mut self, tab: usize) {
        if self.tabs[tab].steps > 0 {
            self.sends(tab);
        }
        if !self.tabs[tab].is_running() {
            self.has_read(tab);
            self.sends(tab);
        }
        // Of a file without a row that may be sent there is no run.
        if self.cells.iter().all(|row| !row.ready) {
            self.is_done = true;
        }
    }

    fn sends(&mut self, tab: usize) {
        let now = self.now(tab);
        let send = Command::Send {
            account: account("ann"),
            route: self.schedule.route(),
            unjournalled: false,
        };
        self.tabs[tab].ask(now, send, None);
    }

    /// Reads the file. A page that has just been opened reads as the one before it did.
    fn has_read(&mut self, tab: usize) {
        let is_new = self.tabs[tab].steps == 0;
        if let (true, Some(session)) = (is_new, &self.has_read) {
            self.tabs[tab].session = Some(session.clone());
            return;
        }
        let now = self.now(tab);
        let name = "rows.csv".to_owned();
        let bytes = rows::file(&self.cells);
        self.tabs[tab].ask(now, Command::Clear, None);
        self.tabs[tab].ask(now, Command::Read { name }, Some(bytes));
        if is_new {
            self.has_read.clone_from(&self.tabs[tab].session);
        }
    }

    fn tells(&mut self, tab: usize, life: u32, input: Input) -> Lawful {
        let this = &self.tabs[tab];
        if this.life != life || this.session.is_none() {
            return Ok(());
        }
        if self.clock < this.frozen_until {
            let thaw = this.frozen_until;
            self.at(thaw, Event::Tell(tab, life, input));
            return Ok(());
        }
        let now = self.now(tab);
        self.note(|| format!("{tab} hears {input:?}"));
        self.told(tab, &input);
        if let Some(session) = &mut self.tabs[tab].session {
            ioculate_core::host::Machine::handle(session, now, input);
        }
        self.tabs[tab].steps += 1;
        self.pump(tab)
    }

    fn wakes(&mut self, tab: usize, life: u32, alarm: u64) -> Lawful {
        let this = &self.tabs[tab];
        if (this.life, this.alarm) != (life, alarm) {
            return Ok(());
        }
        self.tells(tab, life, Input::Woke)
    }

    /// Whether the page is killed here and now.
    pub(super) fn crashes_now(&mut self, tab: usize) -> bool {
        let due = |crash: &super::Crash| self.tabs[tab].steps >= crash.after;
        if !self.crashes.front().is_some_and(due) {
            return false;
        }
        let Some(crash) = self.crashes.pop_front() else {
            return false;
        };
        let busy = !self.tabs[tab].air.is_empty() || !self.tabs[tab].flying.is_empty();
        self.struck(if busy {
            Class::CrashInTheAir
        } else {
            Class::Crash
        });
        self.note(|| format!("{tab} is killed"));
        self.wants_other_account |= crash.other_account;
        self.dies(tab, crash.drops_calls);
        let back = self.clock + Duration::from_secs(u64::from(crash.away));
        self.at(back, Event::Open(tab));
        true
    }

    /// What is in the air is committed or not, the first of it first.
    fn dies(&mut self, tab: usize, drops_calls: bool) {
        let sides = self.tabs[tab].air.len() as u64 + 1;
        let committed = self.roll(sides);
        for _ in 0..committed {
            // A broken law shows when its record is read again.
            let _ = self.commit(tab);
        }
        self.tabs[tab].air.clear();
        self.unlocks(tab);
        let long_ago = Duration::from_secs(if drops_calls { 2 } else { 0 });
        let at = self.clock.saturating_sub(long_ago);
        self.tabs[tab].die(at);
    }

    fn does(&mut self, doing: Doing) -> Lawful {
        let until = self.clock + Duration::from_secs(u64::from(doing.seconds()));
        self.note(|| format!("{doing:?}"));
        match doing {
            Doing::Pause => return self.wish(Class::Paused, &Command::Pause),
            Doing::Resume => return self.wish(Class::Paused, &Command::Resume),
            Doing::Cancel => return self.wish(Class::Cancelled, &Command::Cancel),
            Doing::SecondTab => return self.opens(1),
            Doing::Freeze(_) => {
                self.struck(Class::Freeze);
                let tab = self.runner();
                self.tabs[tab].frozen_until = self.tabs[tab].frozen_until.max(until);
            }
            Doing::Sleep(_, stands) => self.sleeps(until, stands),
            Doing::Offline(_) => {
                self.struck(Class::Offline);
                self.cut_off_until = self.cut_off_until.max(until);
                self.tell_all(&Input::Offline);
                self.at(until, Event::BackOnline);
            }
            Doing::CutOff(_) => {
                self.struck(Class::CutOff);
                self.cut_off_until = self.cut_off_until.max(until);
            }
            Doing::SignedOut(_) => self.signed_out_until = self.signed_out_until.max(until),
            Doing::DiskRefuses(_) => self.disk_refuses_until = self.disk_refuses_until.max(until),
            Doing::ClockSet(seconds) => {
                self.struck(Class::ClockSet);
                self.skew += i64::from(seconds) * 1_000;
            }
        }
        Ok(())
    }

    fn tell_all(&mut self, input: &Input) {
        for tab in 0..self.tabs.len() {
            self.tell(tab, self.clock, input.clone());
        }
    }

    fn sleeps(&mut self, until: Duration, stands: bool) {
        self.struck(Class::Sleep);
        for tab in &mut self.tabs {
            let from = tab.frozen_until.max(self.clock);
            if stands && until > from {
                tab.slept += until.saturating_sub(from);
            }
            tab.frozen_until = tab.frozen_until.max(until);
        }
    }

    /// The tab that the user looks at.
    fn runner(&self) -> usize {
        let running = self.tabs.iter().position(super::Tab::is_running);
        running.unwrap_or(0)
    }

    fn wish(&mut self, class: Class, command: &Command) -> Lawful {
        let tab = self.runner();
        if !self.tabs[tab].is_running() || self.clock < self.tabs[tab].frozen_until {
            return Ok(());
        }
        self.struck(class);
        let now = self.now(tab);
        self.tabs[tab].ask(now, command.clone(), None);
        self.pump(tab)
    }

    /// The user looks in: begins, goes on, signs in, presses what waits to be pressed.
    fn visits(&mut self) -> Lawful {
        self.at(self.clock + VISITS, Event::Visit);
        for tab in 0..self.tabs.len() {
            if self.tabs[tab].session.is_none() || self.clock < self.tabs[tab].frozen_until {
                continue;
            }
            if !self.tabs[tab].is_running() {
                self.goes_on(tab)?;
            } else if self.waits_for_the_user(tab) {
                let now = self.now(tab);
                self.note(|| format!("{tab} is told to go on"));
                self.tabs[tab].ask(now, Command::Resume, None);
                self.pump(tab)?;
            }
        }
        Ok(())
    }

    fn waits_for_the_user(&mut self, tab: usize) -> bool {
        let now = self.now(tab);
        let session = self.tabs[tab].session.as_ref();
        let progress = session.and_then(|session| session.progress(now));
        progress.is_some_and(|progress| {
            matches!(
                progress.why,
                Waiting::Paused
                    | Waiting::SignIn { .. }
                    | Waiting::Trouble { .. }
                    | Waiting::Journal { .. }
                    | Waiting::Offline
            )
        })
    }

    pub(super) fn unlocks(&mut self, tab: usize) {
        let life = (tab, self.tabs[tab].life);
        if self.disk.lock == Some(life) {
            self.disk.lock = None;
        }
    }

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
            watch.is_true(run, &row.key(), outcome, tenant)?;
            if report.stopped.is_none() {
                laws::is_decided(row, outcome, &self.service)?;
            }
            if let Outcome::Accepted { .. } = outcome {
                laws::has_its_fields(row, tenant)?;
            }
        }
        // A run that is cancelled while nothing can be written ends without its last notes.
        let is_cut = report.stopped.is_some() && self.service.struck.contains(&Class::DiskRefuses);
        if is_cut {
            return Ok(());
        }
        self.is_what_is_written(run, &outcomes)
    }

    /// One for each row of the file.
    fn outcomes(&mut self, tab: usize) -> Lawful<Vec<Option<Outcome>>> {
        let now = self.now(tab);
        let mut outcomes = Vec::with_capacity(self.cells.len());
        while let Some(window) = self.window(tab, now, outcomes.len()) {
            outcomes.extend(window.rows.into_iter().map(|row| row.outcome));
        }
        laws::holds(Law::AddsUp, outcomes.len() == self.cells.len(), || {
            format!("{} rows of {}", outcomes.len(), self.cells.len())
        })?;
        Ok(outcomes)
    }

    /// Some rows from one on; `None` where there are none.
    fn window(&mut self, tab: usize, now: Now, start: usize) -> Option<Window> {
        let rows = Command::Rows {
            filter: Filter::default(),
            start: u32::try_from(start).ok()?,
            count: u32::MAX,
        };
        match self.tabs[tab].ask(now, rows, None).pop()? {
            Told::Window(window) if !window.rows.is_empty() => Some(window),
            _ => None,
        }
    }

    /// The last thing written down of each row is what is reported of it.
    fn is_what_is_written(&self, run: u32, outcomes: &[Option<Outcome>]) -> Lawful {
        let Some(kept) = self.disk.runs.get(&run) else {
            return Ok(());
        };
        let entries = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        let history = History::of(entries, &kept.records);
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

fn account(name: &str) -> Account {
    Account {
        username: format!("{name}@contoso.example"),
        tenant_id: "tenant".to_owned(),
        account_id: format!("{name}.tenant"),
    }
}
