//! What a session asks of its browser, and what comes of it.

use std::time::Duration;

use ioculate_core::{
    clock::{Instant, Now},
    host::{Machine, Turn},
    import::{CallId, Freshness, Input, Record, RecordId, Request, Step},
    journal::{NotOpened, Opened, Opening},
    plan::Endpoint,
    session::Event as Told,
    wire::{self, Reply},
};

use super::{
    Event, Lawful, Universe,
    disk::{Write, name},
    faults::Class,
    laws::{self, Law},
    schedule::Trace,
    service::{Asked, Call},
    tab::InTheAir,
};
use crate::world::Answer;

const AN_HOUR: Duration = Duration::from_hours(1);

/// Steps that one moment may hold.
const MOST_STEPS: u32 = 20_000;

impl Universe<'_> {
    pub(super) fn now(&mut self, tab: usize) -> Now {
        #[allow(clippy::cast_precision_loss, reason = "any number below 1 will do")]
        let jitter = self.roll(1_000) as f64 / 1_000.0;
        let wall = self.wall();
        self.tabs[tab].now(self.clock, wall, jitter)
    }

    /// Asks the session until it waits, and does what it says.
    pub(super) fn pump(&mut self, tab: usize) -> Lawful {
        for _ in 0..MOST_STEPS {
            if !self.tabs[tab].is_running() {
                self.unlocks(tab);
                return Ok(());
            }
            if self.crashes_now(tab)? {
                return Ok(());
            }
            let now = self.now(tab);
            let Some(session) = &mut self.tabs[tab].session else {
                return Ok(());
            };
            let turn = Machine::poll(session, now);
            let news = session.news();
            let news: Vec<Told> = news;
            self.tabs[tab].hear(&news);
            match turn {
                Turn::Do(step) => self.start(tab, step)?,
                Turn::Wait(until) => return self.waits(tab, now, until),
                Turn::Finished => return self.has_finished(tab),
            }
            self.tabs[tab].steps += 1;
        }
        let what = format!("steps without end at {:?}", self.clock);
        Err(laws::Broken::new(Law::Finishes, what))
    }

    fn waits(&mut self, tab: usize, now: Now, until: Option<Instant>) -> Lawful {
        let this = &mut self.tabs[tab];
        if let Some(progress) = this.session.as_ref().and_then(|s| s.progress(now)) {
            laws::adds_up(&progress)?;
        }
        this.alarm += 1;
        let Some(until) = until else {
            return Ok(());
        };
        laws::holds(Law::Finishes, until > now.mono, || {
            "a wait for the past is a loop".to_owned()
        })?;
        let (life, alarm) = (this.life, this.alarm);
        let at = self.clock + until.saturating_sub(now.mono);
        self.at(at, Event::Wake(tab, life, alarm));
        Ok(())
    }

    fn start(&mut self, tab: usize, step: Step) -> Lawful {
        self.note(|| match &step {
            Step::Send(call, request) => {
                let body = request.body.as_deref().unwrap_or_default();
                let body = String::from_utf8_lossy(body);
                format!("{tab} asks {call:?} {} {body}", request.path)
            }
            step => format!("{tab} asks {step:?}"),
        });
        match step {
            Step::Open(opening) => return self.open(tab, *opening),
            Step::Close(closing) => self.write(tab, Write::Close(closing), Input::Closed),
            Step::Record(id, record) => self.record(tab, id, Box::new(record)),
            Step::NeedToken(freshness) => self.need_token(tab, freshness),
            Step::Send(call, request) => return self.send(tab, call, request),
            Step::Wait(_) | Step::Finished => {}
        }
        Ok(())
    }

    pub(super) fn tell(&mut self, tab: usize, at: Instant, input: Input) {
        let life = self.tabs[tab].life;
        self.at(at, Event::Tell(tab, life, input));
    }

    fn open(&mut self, tab: usize, opening: Opening) -> Lawful {
        let is_kept = !matches!(opening, Opening::Unjournalled);
        let trace = self.schedule.trace;
        laws::holds(Law::Sound, is_kept == (trace == Trace::Journal), || {
            format!("{trace:?}, and {opening:?} is asked for")
        })?;
        let life = (tab, self.tabs[tab].life);
        if self.disk.lock.is_some_and(|holder| holder != life) {
            self.struck(Class::SecondTab);
            self.tell(tab, self.clock, Input::NotOpened(NotOpened::Elsewhere));
            return Ok(());
        }
        if self.clock < self.disk_refuses_until {
            self.struck(Class::DiskRefuses);
            let message = "QuotaExceededError".to_owned();
            let why = NotOpened::Storage { message };
            self.tell(tab, self.clock, Input::NotOpened(why));
            return Ok(());
        }
        self.disk.lock = Some(life);
        if !matches!(opening, Opening::Continue { .. }) {
            self.last_runner = Some(tab);
            self.tabs[tab].run = Some(self.next_run);
            self.next_run += 1;
        }
        let now = self.wall();
        let calls = match trace {
            Trace::Nothing => Vec::new(),
            _ => self.disk.past_calls(life, now, &self.limits),
        };
        let opened = Opened {
            run: self.tabs[tab].run.filter(|_| is_kept).map(name),
            calls,
        };
        if !is_kept {
            self.struck(Class::Unjournalled);
        }
        match opening {
            Opening::Begin { header, input } => {
                let begin = Write::Begin(header, input);
                self.write(tab, begin, Input::Opened(opened));
            }
            _ => self.tell(tab, self.clock, Input::Opened(opened)),
        }
        Ok(())
    }

    fn record(&mut self, tab: usize, id: RecordId, record: Box<Record>) {
        if self.clock < self.disk_refuses_until {
            self.struck(Class::DiskRefuses);
            let message = "QuotaExceededError".to_owned();
            return self.tell(tab, self.clock, Input::NotRecorded(id, message));
        }
        self.write(tab, Write::Record(record), Input::Recorded(id));
    }

    /// Commits in a while, and tells so later; in the order in which it was asked for.
    fn write(&mut self, tab: usize, write: Write, then: Input) {
        let at = self.wall();
        let millis = |millis: u32| Duration::from_millis(u64::from(millis));
        let (commit, told) = (
            millis(self.schedule.pace.commit),
            millis(self.schedule.pace.told),
        );
        let this = &mut self.tabs[tab];
        let run = this.run.unwrap_or_default();
        this.air.push_back(InTheAir { run, at, write });
        let committed = this.busy[0].max(self.clock + commit);
        let told = this.busy[1].max(committed + told);
        this.busy = [committed, told];
        let life = this.life;
        self.at(committed, Event::Commit(tab, life));
        self.tell(tab, told, then);
    }

    pub(super) fn commit(&mut self, tab: usize) -> Lawful {
        let Some(InTheAir { run, at, write }) = self.tabs[tab].air.pop_front() else {
            return Ok(());
        };
        let life = (tab, self.tabs[tab].life);
        self.disk.commit(life, run, at, &write)?;
        match write {
            Write::Record(record) => self.watch.written(life, run, &record, &self.service.tenant),
            Write::Begin(..) | Write::Close(_) => Ok(()),
        }
    }

    fn need_token(&mut self, tab: usize, freshness: Freshness) {
        let at = self.clock + Duration::from_millis(u64::from(self.schedule.pace.token));
        if self.clock < self.signed_out_until {
            self.struck(Class::SignedOut);
            let code = "interaction_required".to_owned();
            return self.tell(tab, at, Input::SignInFailed { code });
        }
        if freshness == Freshness::Renewed {
            self.service.token += 1;
        }
        self.tell(tab, at, Input::Token);
    }

    fn send(&mut self, tab: usize, id: CallId, request: Request) -> Lawful {
        let this = &mut self.tabs[tab];
        let life = (tab, this.life);
        let run = this.run.unwrap_or_default();
        let token = this.token.take();
        let Some(token) = token else {
            let what = format!("{id:?} leaves without a token");
            return Err(laws::Broken::new(Law::Sound, what));
        };
        let call = Call {
            request,
            token,
            run,
        };
        let wait = this.asked_to_wait[place(call.class())];
        laws::holds(Law::NoSelfMade429, self.clock >= wait, || {
            format!(
                "{id:?} leaves at {:?}, asked to wait until {wait:?}",
                self.clock
            )
        })?;
        let keys = self
            .watch
            .sends(life, run, id, &call, &self.disk, &self.service.tenant)?;
        self.tabs[tab].flying.insert(id, (call.class(), keys));
        laws::holds(
            Law::FewInFlight,
            self.tabs[tab].flying.len() <= self.limits.in_flight,
            || format!("{id:?} is one too many"),
        )?;
        let (there, back) = self.trip();
        self.at(
            self.clock + there,
            Event::Arrive(tab, life.1, id, call, back),
        );
        Ok(())
    }

    fn trip(&mut self) -> (Duration, Duration) {
        let trips = &self.schedule.pace.trips;
        let (millis, part) = trips[self.next_call % trips.len()];
        self.next_call += 1;
        let trip = Duration::from_millis(u64::from(millis));
        let there = trip.mul_f64(part);
        (there, trip.saturating_sub(there))
    }

    pub(super) fn arrive(
        &mut self,
        tab: usize,
        life: u32,
        id: CallId,
        call: &Call,
        back: Duration,
    ) {
        let this = &self.tabs[tab];
        let is_dead = this.life != life || this.session.is_none();
        // What a killed page has sent may still arrive, but not for long.
        if is_dead && self.clock > this.died + Duration::from_secs(1) {
            return;
        }
        self.service.asked = None;
        let answer = self.through(call);
        let asked = self.service.asked.take();
        if is_dead {
            return;
        }
        if let (Some(asked), Answer::Http(..)) = (asked, &answer) {
            self.asked.insert((tab, life, id), asked);
        }
        let reply = match answer {
            Answer::Lost(reachable) => Reply::NoAnswer { reachable },
            Answer::Http(status, headers, body) => {
                let header = |name: &str| {
                    let found = headers.iter().find(|(known, _)| *known == name);
                    found.map(|(_, text)| text.clone())
                };
                wire::read(call.request.method, status, header, &body)
            }
        };
        // What an answer that is lost or torn would have shown, nobody has seen.
        if call.is_list() && matches!(reply, Reply::Page { .. }) {
            if call.begins_a_list() {
                self.service.tenant.listed_at = self.clock;
            }
            self.watch.listed(call.run, &self.service.tenant);
        }
        self.at(
            self.clock + back,
            Event::Tell(tab, life, Input::Reply(id, reply)),
        );
    }

    /// A call on its way through the network, and back.
    fn through(&mut self, call: &Call) -> Answer {
        if self.clock >= self.cut_off_until {
            return self.service.arrive(self.clock, call);
        }
        if self.roll(3) == 0 {
            self.service.arrive(self.clock, call);
        }
        self.service.wrong(call, true);
        Answer::Lost(None)
    }

    /// Takes note of what the session is about to be told, and says whether it is.
    pub(super) fn told(&mut self, tab: usize, input: &Input) {
        match input {
            Input::Token => self.tabs[tab].token = Some(self.service.token),
            Input::Reply(call, reply) => self.replied(tab, *call, reply),
            _ => {}
        }
    }

    fn replied(&mut self, tab: usize, call: CallId, reply: &Reply) {
        let this = &mut self.tabs[tab];
        let Some((class, keys)) = this.flying.remove(&call) else {
            return;
        };
        if let Some(asked) = self.asked.remove(&(tab, this.life, call)) {
            let asked = match asked {
                Asked::For(span) => self.clock + span,
                Asked::Until(then) => then,
                // No wait is longer than the longest window, however wrong the clock is.
                Asked::Shown(then) => shown_at(then, self.skew).min(self.clock + AN_HOUR),
            };
            let until = &mut this.asked_to_wait[place(class)];
            *until = (*until).max(asked);
        }
        let run = this.run.unwrap_or_default();
        self.watch.answered(run, &keys, reply);
    }
}

/// When a clock that is wrong by so many milliseconds shows what the right one does `then`.
fn shown_at(then: Instant, skew: i64) -> Instant {
    let wrong = Duration::from_millis(skew.unsigned_abs());
    if skew < 0 {
        then + wrong
    } else {
        then.saturating_sub(wrong)
    }
}

const fn place(class: Endpoint) -> usize {
    match class {
        Endpoint::Import => 0,
        Endpoint::Single => 1,
        Endpoint::Delete => 2,
    }
}
