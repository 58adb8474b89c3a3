//! One page of the browser: a session with its clocks, its token and what it has in the air.

use std::collections::{BTreeMap, VecDeque};

use ioculate_core::{
    clock::{Instant, Now, WallTime},
    import::CallId,
    journal::{Kept, NotOpened},
    limits::Limits,
    plan::Endpoint,
    session::{Account, Command, Event, ReportSummary, Session},
};

use super::{disk::Write, tenant::Key};

/// A write that is not yet committed.
#[derive(Debug)]
pub(crate) struct InTheAir {
    pub(crate) run: u32,
    pub(crate) at: WallTime,
    pub(crate) write: Write,
}

#[derive(Debug, Default)]
pub(crate) struct Tab {
    /// Counts the pages that were opened in this tab.
    pub(crate) life: u32,
    /// `None` while it is closed.
    pub(crate) session: Option<Session>,
    /// When the page was opened, and what its clock showed then.
    born: Instant,
    origin: Instant,
    /// How long its clock stood still.
    pub(crate) slept: Instant,
    pub(crate) frozen_until: Instant,
    /// The token for the next send, by its generation.
    pub(crate) token: Option<u32>,
    pub(crate) air: VecDeque<InTheAir>,
    /// Until when its disk is busy, and until when it was told so.
    pub(crate) busy: [Instant; 2],
    /// The run that it is at.
    pub(crate) run: Option<u32>,
    /// What each call that was not answered carries.
    pub(crate) flying: BTreeMap<CallId, (Endpoint, Vec<Key>)>,
    /// Until when an answer asked each class to wait.
    pub(crate) asked_to_wait: [Instant; 3],
    pub(crate) died: Instant,
    /// Steps and inputs of this life while it ran.
    pub(crate) steps: u32,
    /// Which of its alarms is the last one.
    pub(crate) alarm: u64,
    pub(crate) report: Option<ReportSummary>,
    pub(crate) refused: Option<NotOpened>,
}

impl Tab {
    /// Opens a page whose clock begins anywhere.
    pub(crate) fn open(&mut self, at: Instant, origin: Instant, limits: Limits) {
        *self = Self {
            life: self.life + 1,
            session: Some(Session::new()),
            born: at,
            origin,
            ..Self::default()
        };
        let configure = Command::Configure {
            api_base: "https://api.example".to_owned(),
            limits,
        };
        self.ask(self.now(at, WallTime(0), 0.0), configure, None);
    }

    /// The page is gone, and what it had in the air with it.
    pub(crate) fn die(&mut self, at: Instant) {
        self.session = None;
        self.died = at;
        self.flying.clear();
    }

    pub(crate) fn mono(&self, at: Instant) -> Instant {
        (self.origin + at).saturating_sub(self.born + self.slept)
    }

    pub(crate) fn now(&self, at: Instant, wall: WallTime, jitter: f64) -> Now {
        Now {
            mono: self.mono(at),
            wall,
            jitter,
        }
    }

    pub(crate) fn is_running(&self) -> bool {
        self.session.as_ref().is_some_and(Session::is_running)
    }

    /// Has the session do something, and hears what it says.
    pub(crate) fn ask(&mut self, now: Now, command: Command, bytes: Option<Vec<u8>>) -> Vec<Event> {
        let Some(session) = &mut self.session else {
            return Vec::new();
        };
        let told = session.handle(now, command, bytes);
        let events: Vec<Event> = told;
        self.hear(&events);
        events
    }

    /// Goes on with a run.
    pub(crate) fn resume(&mut self, now: Now, kept: Kept, account: Account) {
        let Some(session) = &mut self.session else {
            return;
        };
        let told = session.resume(now, kept, account);
        let events: Vec<Event> = told;
        self.hear(&events);
    }

    /// Shows a run.
    pub(crate) fn show(&mut self, now: Now, kept: Kept) {
        let Some(session) = &mut self.session else {
            return;
        };
        let told = session.show(now, kept);
        let events: Vec<Event> = told;
        self.hear(&events);
    }

    /// Takes note of what the session says.
    pub(crate) fn hear(&mut self, events: &[Event]) {
        for event in events {
            match event {
                Event::Report(report) => self.report = Some((**report).clone()),
                Event::NotOpened(why) => self.refused = Some(why.clone()),
                _ => {}
            }
        }
    }
}
