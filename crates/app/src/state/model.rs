//! The page's state and its one reducer.

use ioculate_core::{
    change::Field,
    check::{Defaults, Policy},
    clock::WallTime,
    mapping::Reading,
    session::{
        Account, Choices, ColumnTexts, Command, Connection, Event, Preview, Summary, TenantState,
    },
};

use super::{
    Check, Choose, Help, Hidden, Msg, Notice, Preparing, Presets, Review, Runs, Said, Screen, Step,
    Telling, Update, Who, Widths,
    leaving::{Bearing, Unkept},
    table::rows,
    texts::templates,
    written::Written,
};

/// What ends the page's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The worker has not started yet, though it had time enough. It is still waited for.
    Late,
    /// The worker died.
    Worker {
        /// What it left as its reason.
        reason: String,
        /// Whether calls had left.
        sending: bool,
    },
}

/// What the page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// What is on screen.
    pub screen: Screen,
    /// What sources are given that lack a field.
    pub defaults: Defaults,
    /// What default texts become that are templates, as far as the worker has said it.
    pub previews: Vec<Preview>,
    /// The texts of which it was asked last: as they stand, or as they are being written.
    pub(super) tried: Vec<(Field, String)>,
    /// The texts of columns that were asked for.
    pub(super) column_texts: Vec<ColumnTexts>,
    /// Defaults under a name.
    pub presets: Presets,
    /// The decisions for all rows.
    pub policy: Policy,
    /// How each source that the user had read otherwise was read before.
    pub suggested: Vec<(u16, Reading)>,
    /// What the browser keeps; `None` before the worker said so.
    pub runs: Option<Runs>,
    /// What is being prepared; what is on screen stays until it is.
    pub preparing: Option<Preparing>,
    /// What stands above the screen until it was read.
    pub notice: Option<Notice>,
    /// Who is signed in.
    pub(super) account: Option<Account>,
    /// The columns of a list's rows that are hidden.
    pub hidden: Hidden,
    /// How wide the others are.
    pub widths: Widths,
    /// What is known of the tenant.
    pub tenant: TenantState,
    /// For whom the page has asked what the tenant holds, where that is not to be asked anew.
    pub(super) listed_for: Option<Account>,
    /// What is done about the rows as the tenant stands.
    pub choices: Choices,
    /// Whether the API lets this page in; `None` before it was asked.
    pub connection: Option<Connection>,
    /// The connection check, while it is open.
    pub check: Option<Box<Check>>,
    /// Help, hints and keys.
    pub help: Help,
    /// What ended the page's work.
    pub fault: Option<Fault>,
    /// What a screen reader was told last.
    pub said: Option<Said>,
    /// Whether the user is told when a run ends that is not looked at.
    pub telling: Telling,
    /// What was pasted or typed to be read, and what of it was read last.
    pub(super) written: Written,
    /// What leaving the page would lose, beside what is on screen.
    pub(super) unkept: Unkept,
    /// What the clock showed at the last message.
    pub now: WallTime,
}

impl Model {
    /// The first screen.
    #[must_use]
    pub fn new(defaults: Defaults) -> Self {
        Self {
            screen: Screen::Choose(Box::default()),
            previews: Vec::new(),
            tried: templates(&defaults),
            column_texts: Vec::new(),
            presets: Presets::new(defaults.clone()),
            defaults,
            policy: Policy::default(),
            suggested: Vec::new(),
            runs: None,
            preparing: None,
            notice: None,
            account: None,
            hidden: Hidden::default(),
            widths: Widths::default(),
            tenant: TenantState::Unknown,
            listed_for: None,
            choices: Choices::default(),
            connection: None,
            check: None,
            help: Help::default(),
            fault: None,
            said: None,
            telling: Telling::default(),
            written: Written::default(),
            unkept: Unkept::default(),
            now: WallTime(0),
        }
    }

    /// Whether a token of `who` may serve what is on screen: a run goes on with the account that it
    /// was confirmed for, and with no other.
    #[must_use]
    pub fn may_be_done_by(&self, who: Option<&Who>) -> bool {
        match (&self.screen, who) {
            (Screen::Send(send), Some(who)) => send.progress.is_none() || send.is_of(who),
            _ => true,
        }
    }

    /// Takes one message in. A stale one changes nothing and asks nothing.
    pub fn update(&mut self, msg: Msg, now: WallTime) -> Update {
        self.now = now;
        let is_lost = matches!(self.fault, Some(Fault::Worker { .. }));
        if is_lost && !matches!(msg, Msg::Help(_) | Msg::Check(_)) {
            return Update::STALE;
        }
        let bearing = Bearing::of(&msg);
        let mut update = self.take(msg, now);
        self.note_unkept(bearing, &update);
        let questions = [self.due(), self.due_rows()];
        for question in questions.into_iter().flatten() {
            update.redraw = true;
            update.ask.push(question);
        }
        update
    }

    pub(super) fn take(&mut self, msg: Msg, now: WallTime) -> Update {
        if self.would_lose_text(&msg) {
            return Update::drawn();
        }
        match msg {
            Msg::WorkerReady | Msg::WorkerLate => self.started(msg == Msg::WorkerReady),
            Msg::TurnedAway => self.notice(Some(Notice::TurnedAway)),
            Msg::CloseNotice => self.notice(None),
            Msg::LanguageMissing(language) => self.notice(Some(Notice::LanguageMissing(language))),
            Msg::LanguageSpoken => self.language_spoken(),
            Msg::RunFileGiven => self.run_file(),
            Msg::Wish(wish) => self.wish(wish),
            Msg::ConfirmWish => self.confirmed(),
            Msg::SaveRun(run) => Update::quiet(Command::SaveRun { run }),
            Msg::Told(event) => self.told(event, now),
            Msg::WorkerFailed(reason) => self.failed(reason),
            Msg::Given { files } => self.awaiting(files),
            Msg::Pasted(text) => self.pasted(text),
            Msg::LeftUnread(text) => self.left_unread(text),
            Msg::ReadAs { file, reading } => self.read_as(file, reading),
            Msg::Defaults(defaults) => self.defaults(defaults),
            Msg::Preset(msg) => self.preset(msg),
            Msg::Help(msg) => self.helped(msg),
            Msg::TryText { field, text } => self.try_text(field, text),
            Msg::ColumnTexts { file, column } => {
                Update::quiet(Command::ColumnTexts { file, column })
            }
            Msg::Policy(policy) => self.policy(policy),
            Msg::Undo(run) => self.undo(&run),
            Msg::DeleteSelected(selected) => self.delete_selected(selected),
            Msg::Drop => self.drop_prepared(),
            Msg::Export(kind) => Update::quiet(Command::Export { kind }),
            Msg::CheckConnection => self.check_connection(),
            Msg::Check(msg) => self.check(msg),
            Msg::Go(step) => self.go(step),
            Msg::StartOver => self.start_over(),
            Msg::MendRest => self.mend_rest(),
            Msg::CloseDialog => self.close_dialog(),
            Msg::Ways
            | Msg::AskToSend
            | Msg::Route(_)
            | Msg::Unjournalled(_)
            | Msg::AsListed(_)
            | Msg::ConfirmSend(_)
            | Msg::Fix(..) => self.reviewing(msg),
            Msg::Account(_) | Msg::ListTenant | Msg::SkipTenant | Msg::Choices(_) => {
                self.tenanted(msg)
            }
            Msg::Look(look) => self.look(look),
            Msg::Tell(tell) => self.tell(tell),
            Msg::Edit(msg) => self.edit(msg),
            Msg::Columns(hidden) => self.hide(hidden),
            Msg::Widths(widths) => self.widen(widths),
            Msg::Pause => self.sending(Command::Pause),
            Msg::Resume => self.sending(Command::Resume),
            Msg::Cancel => self.sending(Command::Cancel),
            Msg::Filter(_) | Msg::View { .. } | Msg::Cursor(_) | Msg::CloseDetail => {
                self.tabled(msg)
            }
        }
    }

    fn told(&mut self, event: Event, now: WallTime) -> Update {
        if self.is_beneath(&event) {
            return self.beneath(|model| model.told(event, now));
        }
        match event {
            Event::Reading { name } => self.reading(name),
            Event::Summary(summary) => self.summed(*summary),
            Event::Window(window) => self.window(window),
            Event::ColumnTexts(texts) => self.told_texts(texts),
            Event::Preview(preview) => self.previewed(preview),
            Event::Detail(detail) => self.detail(detail),
            Event::Tried(tried) => self.tried(tried),
            Event::Copied(copied) => self.copyable(copied),
            Event::Connection(connection) => self.connected(connection),
            Event::Progress(progress) => self.progressed(progress, now),
            Event::Report(report) => self.ended(*report),
            Event::Failed { place } => self.failed(place),
            Event::Runs { journal, runs } => self.runs(journal, runs),
            Event::NotOpened(why) => self.not_opened(why),
            Event::Tenant(tenant) => self.told_tenant(tenant),
            Event::TenantWindow(window) => self.tenant_window(window),
            Event::TenantDetail(detail) => self.tenant_detail(detail),
            Event::Ready { .. } | Event::NeedToken { .. } | Event::Export { .. } => Update::STALE,
        }
    }

    /// Says that the worker is late, and takes it back when it comes after all.
    fn started(&mut self, runs: bool) -> Update {
        let late = (!runs).then_some(Fault::Late);
        if self.fault == late {
            return Update::STALE;
        }
        self.fault = late;
        Update::drawn()
    }

    fn failed(&mut self, reason: String) -> Update {
        let sending = matches!(&self.screen, Screen::Send(send) if send.progress.is_some());
        self.fault = Some(Fault::Worker { reason, sending });
        self.gives_no_answer();
        Update::drawn()
    }

    pub(super) fn defaults(&mut self, defaults: Defaults) -> Update {
        self.defaults = defaults.clone();
        self.presets.news = None;
        self.previews.clear();
        self.tried = templates(&defaults);
        let mut update = self.recheck(Command::SetDefaults(defaults));
        update.ask.extend(self.previews_anew());
        update
    }

    pub(super) fn policy(&mut self, policy: Policy) -> Update {
        self.policy = policy.clone();
        self.presets.news = None;
        self.recheck(Command::SetPolicy(policy))
    }

    /// Tells the worker what holds now; with rows read it answers with new sums.
    pub(super) fn recheck(&mut self, command: Command) -> Update {
        match &mut self.screen {
            Screen::Tenant(_) => return self.beneath(|model| model.recheck(command)),
            Screen::Review(review) => review.awaited += 1,
            Screen::Choose(choose) if choose.awaited > 0 || choose.list.is_some() => {
                choose.of_old += u32::from(choose.awaited == choose.of_old);
                choose.awaited += 1;
            }
            Screen::Choose(_) | Screen::Send(_) | Screen::Report(_) => {}
        }
        Update::asking(vec![command])
    }

    pub(super) fn review(
        &mut self,
        summary: Summary,
        awaited: u32,
        before: Option<Box<Screen>>,
    ) -> Update {
        self.notice = None;
        let review = Review::new(summary, awaited, before);
        let ask = vec![rows(&review.table)];
        self.said = None;
        self.screen = Screen::Review(Box::new(review));
        Update::asking(ask)
    }

    fn go(&mut self, step: Step) -> Update {
        match (&self.screen, step) {
            (Screen::Tenant(_), step) => self.look_away_to(step),
            (Screen::Review(review), Step::Choose) if review.before.is_none() => {
                self.screen = Screen::Choose(Box::new(Choose {
                    awaited: review.awaited,
                    of_old: review.awaited,
                    reading: review.reading.clone(),
                    list: Some(Box::new(review.summary.clone())),
                    ..Choose::default()
                }));
                Update::drawn()
            }
            (Screen::Choose(choose), Step::Review) if choose.records() > 0 => {
                let list = choose.list.as_deref().cloned();
                let awaited = choose.awaited;
                list.map_or(Update::STALE, |list| self.review(list, awaited, None))
            }
            (Screen::Send(send), _) if send.is_shut() && send.goes_back_to() == step => {
                self.leave_shut()
            }
            (Screen::Report(_), Step::Choose) => self.start_over(),
            _ => Update::STALE,
        }
    }

    pub(super) fn start_over(&mut self) -> Update {
        if matches!(&self.screen, Screen::Send(send) if send.progress.is_some()) {
            return Update::STALE;
        }
        self.anew(Choose::default(), Command::Clear)
    }

    /// Has the rows read that a run left to be mended, as a file that is given after starting over.
    fn mend_rest(&mut self) -> Update {
        if !matches!(&self.screen, Screen::Report(report) if report.to_mend() > 0) {
            return Update::STALE;
        }
        let choose = Choose {
            awaited: 1,
            ..Choose::default()
        };
        self.anew(choose, Command::MendRest)
    }

    /// Forgets the list at hand, as the worker does by `command`.
    fn anew(&mut self, choose: Choose, command: Command) -> Update {
        self.said = None;
        self.notice = None;
        self.preparing = None;
        self.suggested.clear();
        self.column_texts.clear();
        self.written = Written::default();
        self.screen = Screen::Choose(Box::new(choose));
        let overrides = self.without_overrides();
        Update::asking([command].into_iter().chain(overrides).collect())
    }
}
