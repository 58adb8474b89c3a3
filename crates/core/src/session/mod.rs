//! Everything the page can ask and be told.
//!
//! A session is a ledger, a plan and a run. [`Command`]s go in, [`Event`]s come out; both are plain
//! data that cross from the page to its worker. The page never holds the rows: it asks for a window.
//! A command that makes no sense in the present state changes nothing.

mod begin;
mod checking;
mod command;
mod copied;
mod edited;
mod ended;
mod event;
mod export;
pub mod first;
mod foresight;
mod guarded;
mod known;
pub mod later;
mod listing;
mod outlook;
mod past;
mod prepared;
mod report_summary;
mod reviewed;
pub mod rows;
mod run;
mod summary;
mod tenant;
mod tenant_detail;
mod tenant_rows;
mod texts;
mod window;

use crate::{
    check::Defaults,
    clock::{Now, WallTime},
    diagnostic::Finding,
    import::CallLog,
    ledger::{Given, Ledger, Settings},
    limits::Limits,
};

pub use command::*;
pub use event::*;
pub use export::Files;
pub use outlook::*;
pub use report_summary::{Reason, ReportSummary, Stopped};
pub use tenant::*;
pub use texts::*;

use self::{
    ended::Ended, foresight::Foresight, guarded::Watch, known::Tenant, prepared::Prepared,
    run::Activity, window::Selection,
};

/// The name that pasted text has among the sources.
pub const PASTED: &str = "pasted text";

/// What was read, what is planned, and what is being done about it.
///
/// It stands in for its run in [`crate::host::drive`]: a host that drives the session sends what
/// [`Command::Send`], [`Command::CheckConnection`] or [`Command::ListTenant`] asked for, while commands
/// go on being answered.
#[derive(Clone, Debug)]
pub struct Session {
    api_base: String,
    limits: Limits,
    /// By which the next list is checked. A run of the past is shown by its own.
    settings: Settings,
    ledger: Ledger,
    foresight: Foresight,
    watch: Watch,
    prepared: Prepared,
    activity: Activity,
    /// The last run, until what was read changes.
    ended: Option<Box<Ended>>,
    /// The rows that passed the last filter, until they may be others.
    selection: Option<Selection>,
    /// What the tenant holds, as far as that is known.
    tenant: Tenant,
    /// What is done once what goes on has ended.
    next: Option<Command>,
    news: Vec<Event>,
    /// How the run went when that was told last.
    told_progress: Option<Progress>,
}

impl Default for Session {
    fn default() -> Self {
        let limits = Limits::documented();
        let settings = Settings {
            defaults: Defaults::default(),
            policy: crate::check::Policy::default(),
            today: WallTime(0),
        };
        Self {
            api_base: String::new(),
            activity: Activity::Idle(CallLog::new(&limits)),
            limits,
            ledger: Ledger::new(settings.clone()),
            settings,
            foresight: Foresight::default(),
            watch: Watch::default(),
            prepared: Prepared::default(),
            ended: None,
            selection: None,
            tenant: Tenant::default(),
            next: None,
            news: Vec::new(),
            told_progress: None,
        }
    }
}

impl Session {
    /// A session that has read nothing, with the documented limits and no API base.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where calls go, as the page configured it.
    #[must_use]
    pub fn api_base(&self) -> &str {
        &self.api_base
    }

    /// What holds here.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What was said since the last call, by a run or a command, in order.
    #[must_use]
    pub fn news(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.news)
    }

    /// Does what the page asks, and says what there is to say. `bytes` is the content of the file of
    /// [`Command::Read`], which without it reads nothing.
    #[must_use]
    #[inline]
    pub fn handle(&mut self, now: Now, command: Command, bytes: Option<Vec<u8>>) -> Vec<Event> {
        let is_busy = self.is_running() || self.prepared.sending.is_some();
        if !(is_busy && (later::here().puts_off)(self, now, &command)) {
            self.obey(now, command, bytes);
        }
        self.news()
    }

    #[inline]
    fn obey(&mut self, now: Now, command: Command, bytes: Option<Vec<u8>>) {
        if command.changes_rows() {
            self.sends_nothing_else(now);
        }
        match command {
            Command::Configure { api_base, limits } => self.configure(now, api_base, limits),
            Command::Read { name } => self.change(|session| {
                if let Some(bytes) = bytes {
                    session.read(now, &name, bytes);
                }
            }),
            Command::Paste { text } => {
                self.change(|session| session.read(now, PASTED, text.into_bytes()));
            }
            Command::Clear => self.clear(),
            Command::SetDefaults(defaults) => {
                self.settle(now, |settings| settings.defaults = defaults);
            }
            Command::SetPolicy(policy) => self.settle(now, |settings| settings.policy = policy),
            Command::Protect(own) => self.protect(&own),
            Command::SetChoices(choices) => self.choose(choices),
            command if command.is_about_rows() => (rows::here().obey)(self, command),
            command => (later::here().obey)(self, now, command),
        }
    }

    /// Notes a file whose bytes could not be had, so that it is listed with the reason.
    #[must_use]
    #[inline]
    pub fn refuse_file(&mut self, name: &str, bytes: u64, why: Finding) -> Vec<Event> {
        self.change(|session| {
            session.makes_way();
            session.ledger.refuse(name, bytes, why);
        });
        self.news()
    }

    /// Says again what there is, where nothing comes of what was asked for.
    #[must_use]
    #[inline]
    pub fn say_again(&mut self) -> Vec<Event> {
        self.summarise();
        self.news()
    }

    /// Checks every row again, since more is known than there was.
    #[must_use]
    #[inline]
    pub fn check_again(&mut self) -> Vec<Event> {
        self.change(|session| session.ledger.check_all_again());
        self.news()
    }

    /// Takes in files, such as those that an archive or a workbook held.
    #[must_use]
    #[inline]
    pub fn take_all(&mut self, now: Now, all: Vec<Given>) -> Vec<Event> {
        self.sends_nothing_else(now);
        self.change(|session| {
            session.makes_way();
            session.begin(now);
            session.ledger.take_all(all);
        });
        self.news()
    }

    /// What another host listed is another tenant's.
    #[inline]
    fn configure(&mut self, now: Now, api_base: String, limits: Limits) {
        let Activity::Idle(calls) = &mut self.activity else {
            return;
        };
        if limits != self.limits && limits.validate().is_ok() {
            calls.set_limits(&limits);
            self.limits = limits;
        }
        if api_base != self.api_base {
            self.api_base = api_base;
            if !matches!(self.tenant, Tenant::Unknown) {
                (later::here().forget_known)(self, now);
            }
        }
    }

    fn read(&mut self, now: Now, name: &str, bytes: Vec<u8>) {
        self.makes_way();
        self.begin(now);
        self.ledger.read(name, bytes);
    }

    /// Something is to be read. The first rows are checked as of now.
    fn begin(&mut self, now: Now) {
        self.retry_lists();
        if self.ledger.is_empty() {
            self.settings.today = now.wall;
            self.ledger.set(self.settings.clone());
        }
    }

    /// Checks every row again, against settings that were changed and as of now.
    #[inline]
    fn settle(&mut self, now: Now, change: impl FnOnce(&mut Settings)) {
        self.settings.today = now.wall;
        change(&mut self.settings);
        self.change(|session| {
            for before in &mut session.prepared.aside {
                before.ledger.set(session.settings.clone());
            }
            session.ledger.set(session.settings.clone());
        });
    }

    /// Changes what was read or decided, unless some of it is being sent or has been, and says what
    /// there is now.
    fn change(&mut self, change: impl FnOnce(&mut Self)) {
        if self.may_change() {
            // Other rows than these were confirmed.
            if self.prepared.sending.is_some() {
                (later::here().drop_waiting)(self);
            }
            if self.ended.take().is_some() {
                self.take_over();
            }
            self.selection = None;
            change(self);
        }
        self.summarise();
    }

    /// Has the rows of a run, of which nothing was sent, be judged as any others from now on: it may have
    /// been one of the past.
    fn take_over(&mut self) {
        let today = self.settings.today.max(self.ledger.settings().today);
        self.ledger.set(Settings {
            today,
            ..self.settings.clone()
        });
    }

    /// What waits for the tenant's list is not sent once other rows are to stand here.
    fn sends_nothing_else(&mut self, now: Now) {
        if self.prepared.sending.is_some() {
            (later::here().stop_listing)(self, now);
        }
    }

    /// What is prepared and not sent goes before anything is read.
    fn makes_way(&mut self) {
        if self.prepared.purpose != Purpose::Import {
            (later::here().make_way)(self);
        }
    }

    fn clear(&mut self) {
        if !self.is_sending() {
            self.forget_all();
        }
        self.summarise();
    }

    fn forget_all(&mut self) {
        self.forget_prepared();
        self.start_anew();
    }

    /// Whether rows may still change: a report must go on speaking of what was sent.
    fn may_change(&self) -> bool {
        !self.is_sending() && self.ended.as_ref().is_none_or(|ended| ended.sent_nothing())
    }

    fn summarise(&mut self) {
        self.say_what_there_is(true);
    }

    /// The same where nobody has asked: something else than the rows came to be known.
    fn summarise_unasked(&mut self) {
        self.say_what_there_is(false);
    }

    fn say_what_there_is(&mut self, asked: bool) {
        self.look_ahead(|_| true);
        let summary = self.summary(asked);
        self.tell(Event::Summary(Box::new(summary)));
    }

    fn tell(&mut self, event: Event) {
        self.news.push(event);
    }
}

#[cfg(test)]
mod tests;
