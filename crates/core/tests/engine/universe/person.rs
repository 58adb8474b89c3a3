//! What happens to the tabs: the user, the computer, the network, and the end of a page.

use std::time::Duration;

use ioculate_core::{
    import::Input,
    journal::{Kept, NotOpened},
    session::{Account, Command, Waiting},
};

use super::{
    Event, Lawful, Universe, VISITS,
    disk::Disk,
    faults::{Class, PostFault, Wait},
    laws::{self, Law},
    rows,
    schedule::{Carry, Crash, Doing, How, Trace},
};

/// The longest window of the API, and a little more, in seconds.
const UNTIL_NO_CALL_COUNTS: u64 = 3_700;

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
            Event::HoldOver(how) => self.hold_is_over(how),
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
            Some(run) if !is_taken => {
                let kept = self.disk.kept(run)?;
                self.resumes(tab, run, kept)?;
            }
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
            unjournalled: self.schedule.trace != Trace::Journal,
            as_listed: false,
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
    pub(super) fn crashes_now(&mut self, tab: usize) -> Lawful<bool> {
        let due = |crash: &super::Crash| self.tabs[tab].steps >= crash.after;
        if !self.crashes.front().is_some_and(due) {
            return Ok(false);
        }
        let Some(crash) = self.crashes.pop_front() else {
            return Ok(false);
        };
        let busy = !self.tabs[tab].air.is_empty() || !self.tabs[tab].flying.is_empty();
        self.struck(if busy {
            Class::CrashInTheAir
        } else {
            Class::Crash
        });
        if crash.after_hold {
            self.struck(Class::HeldUp);
        }
        self.note(|| format!("{tab} is killed"));
        self.wants_other_account |= crash.other_account;
        self.dies(tab, crash.drops_calls)?;
        let away = match self.schedule.trace {
            Trace::Nothing => UNTIL_NO_CALL_COUNTS + u64::from(crash.away),
            _ => u64::from(crash.away),
        };
        let back = self.clock + Duration::from_secs(away);
        let tab = self.carries(tab, &crash)?;
        self.at(back, Event::Open(tab));
        Ok(true)
    }

    /// The run goes into a file, and the file is opened elsewhere. Gives the tab.
    fn carries(&mut self, tab: usize, crash: &Crash) -> Lawful<usize> {
        let Some(run) = self.disk.unfinished().filter(|_| crash.carry != Carry::No) else {
            return Ok(tab);
        };
        // A browser takes in no run that a page of it is at.
        if self.disk.lock.is_some() && !matches!(crash.carry, Carry::Away(_)) {
            return Ok(tab);
        }
        let Some(file) = self.disk.through_a_file(run)? else {
            return Ok(tab);
        };
        self.struck(Class::Carried);
        self.note(|| format!("{run} goes into a file: {:?}", crash.carry));
        if let Carry::Away(seconds) = crash.carry {
            for other in 0..self.tabs.len() {
                self.dies(other, crash.drops_calls)?;
            }
            self.disk = Disk::default();
            self.service.moves(run);
            self.skew += i64::from(seconds) * 1_000;
            let now = self.wall();
            self.disk.take_in(run, file, now);
        } else {
            self.disk.runs.insert(run, file);
        }
        Ok((tab + 1) % self.tabs.len())
    }

    /// What is in the air is committed or not, the first of it first.
    fn dies(&mut self, tab: usize, drops_calls: bool) -> Lawful {
        let sides = self.tabs[tab].air.len() as u64 + 1;
        let committed = self.roll(sides);
        for _ in 0..committed {
            self.commit(tab)?;
        }
        self.tabs[tab].air.clear();
        self.unlocks(tab);
        let long_ago = Duration::from_secs(if drops_calls { 2 } else { 0 });
        let at = self.clock.saturating_sub(long_ago);
        self.tabs[tab].die(at);
        Ok(())
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
            Doing::Hold(how, seconds) => return self.is_held_up(how, seconds, until),
            Doing::Others(which) => {
                self.struck(Class::Others);
                self.service.tenant.touch(which, self.clock);
            }
            Doing::ClockSet(seconds) => {
                self.struck(Class::ClockSet);
                self.skew += i64::from(seconds) * 1_000;
            }
        }
        Ok(())
    }

    /// Something holds the run up, and the user lets it be.
    fn is_held_up(&mut self, how: How, seconds: u32, until: Duration) -> Lawful {
        self.hands_off_until = self.hands_off_until.max(until);
        self.at(until, Event::HoldOver(how));
        match how {
            How::Paused => return self.wish(Class::Paused, &Command::Pause),
            How::Offline => {
                self.cut_off_until = self.cut_off_until.max(until);
                self.tell_all(&Input::Offline);
            }
            How::SignedOut => self.signed_out_until = self.signed_out_until.max(until),
            How::Told => {
                let told = PostFault::TooMany(Some(Wait::Seconds(seconds)));
                self.service.posts.push_front(told);
            }
        }
        Ok(())
    }

    /// The run goes on; a little later its page is killed.
    fn hold_is_over(&mut self, how: How) -> Lawful {
        let tab = self.runner();
        if self.tabs[tab].is_running() {
            let steps = self.tabs[tab].steps;
            let few = |rolled: u64| u32::try_from(rolled).unwrap_or(0);
            let crash = Crash {
                after: steps + few(self.roll(30)),
                away: 1 + few(self.roll(60)),
                drops_calls: self.roll(2) == 0,
                other_account: false,
                carry: Carry::No,
                after_hold: true,
            };
            self.crashes.push_front(crash);
        }
        if how == How::Offline {
            self.tell_all(&Input::Online);
        }
        self.wish(Class::Paused, &Command::Resume)
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
            } else if self.clock >= self.hands_off_until && self.waits_for_the_user(tab) {
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
}

pub(super) fn account(name: &str) -> Account {
    Account {
        username: format!("{name}@contoso.example"),
        tenant_id: "tenant".to_owned(),
        account_id: format!("{name}.tenant"),
    }
}
