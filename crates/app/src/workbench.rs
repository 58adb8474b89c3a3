//! The one stateful component: it holds the model, the worker, language and theme.

mod begin;
mod check;
mod frame;
mod heard;
mod help;
mod language;
mod presets;
mod rehearsal;
mod signs;
mod waiting;
mod wish;

use std::{cell::Cell, rc::Rc};

use ioculate_core::{
    clock::WallTime,
    import::Freshness,
    session::{Account, Command, Connection, Token},
};
use web_sys::{DragEvent, File};
use yew::prelude::*;

use self::{
    frame::Frame,
    presets::{preset_files, takes_its_button_away},
    signs::Signs,
};
use crate::{
    browser::{self, Focused},
    choose::listed,
    config_file::Shared,
    keys::Stroke,
    language::Language,
    later::{Later, NotThere},
    link::{Heard, Link},
    shell::{self, Deployment, SignInSlots, Theme, View},
    state::{Errand, Help, Model, Msg, PRESET_FILE, Screen, Who},
    words::{self, say},
};

/// What a request for a token ends in: the token, or a code for why there is none.
pub type TokenAnswer = Callback<Result<Token, String>>;

/// What the workbench is given.
#[derive(Clone, PartialEq, Properties)]
pub struct WorkbenchProps {
    /// Where it stands.
    pub deployment: Rc<Deployment>,
    /// The configuration.
    pub config: Shared,
    /// The defaults that hold at first.
    pub defaults: ioculate_core::check::Defaults,
    /// Who is signed in.
    pub who: Option<Who>,
    /// Whether that sign-in holds, or has run out.
    pub fresh: bool,
    /// What the sign-in shows.
    pub sign_in: SignInSlots,
    /// Asks the sign-in for a token.
    pub token: Callback<(Freshness, TokenAnswer)>,
    /// Is told whether work is on screen that a redirect would lose.
    pub busy: Callback<bool>,
    /// Is told which language is spoken from now on.
    pub spoken: Callback<Language>,
}

/// What happens to it.
pub enum Act {
    /// Something happened to the page.
    Msg(Msg),
    /// Files were given.
    Files(Vec<File>),
    /// A run file was given.
    RunFile(Vec<File>),
    /// The file of a preset was given.
    PresetFile(Vec<File>),
    /// Another tab has changed what this browser keeps.
    PresetsChanged,
    /// The user signs in for something.
    SignInFor(Errand),
    /// A language was chosen.
    Language(Language),
    /// The messages of a language are there, or could not be fetched.
    Learnt(Language, bool),
    /// A theme was chosen.
    Theme(Theme),
    /// A key was pressed.
    Key(Stroke),
    /// The worker said something.
    Heard(Heard),
    /// The worker has had time enough to start.
    Due,
    /// The browser has answered whether it keeps what it is given.
    AskedToKeep,
    /// The sign-in answered.
    Token(Result<Token, String>),
    /// What is looked at first of a screen is shown: the rest of it can be drawn.
    Shown,
    /// The second part of the page is there, or did not come.
    Later(Result<&'static Later, NotThere>),
    /// It has begun, and is to be drawn.
    Begun,
}

/// How the name of a run file ends.
const RUN_FILE: &str = ".iocrun";

/// Why there is no token while another account is signed in than the one that sends.
const OTHER_ACCOUNT: &str = "other-account";

/// What the properties were before they changed.
#[derive(Debug)]
pub struct Before {
    who: Option<Who>,
    fresh: bool,
}

/// The page at work.
pub struct Workbench {
    /// Whether all of the screen is drawn.
    in_full: bool,
    /// What works on it; what is done before it is there waits.
    later: Option<&'static Later>,
    waiting: Vec<Act>,
    model: Model,
    link: Option<Rc<Link>>,
    /// The language that is spoken, or that was chosen and is being fetched.
    language: Language,
    theme: Theme,
    /// What the heading was about when the focus was last moved to it.
    scene: String,
    /// What is told outside of the page.
    signs: Signs,
    /// The page around this one.
    frame: Frame,
    /// Where the focus was before the page was drawn.
    focused: Cell<Focused>,
    /// Whether single keys do nothing.
    no_keys: Rc<Cell<bool>>,
    /// Whether the focus goes to the presets once the page is drawn.
    to_presets: bool,
    /// Whether the first list was drawn beforehand.
    is_rehearsed: bool,
}

/// The build that this page is of.
#[must_use]
pub fn build() -> &'static str {
    option_env!("IOCULATE_BUILD").unwrap_or("development")
}

fn now() -> WallTime {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit"
    )]
    WallTime(js_sys::Date::now() as i64)
}

/// Whether the browser is to keep what comes of a command.
const fn begins_to_keep(command: &Command) -> bool {
    match command {
        Command::Send { unjournalled, .. } => !*unjournalled,
        Command::ResumeRun { .. } => true,
        _ => false,
    }
}

impl Component for Workbench {
    type Message = Act;
    type Properties = WorkbenchProps;

    fn create(ctx: &Context<Self>) -> Self {
        let theme = browser::theme();
        browser::set_theme(theme);
        let mut model = Model::new(ctx.props().defaults.clone());
        model.help = Help::kept(browser::help().as_deref());
        Self {
            in_full: false,
            later: None,
            waiting: Vec::new(),
            model,
            link: None,
            language: say::spoken(),
            theme,
            scene: String::new(),
            signs: Signs::new(),
            frame: Frame::none(),
            focused: Cell::default(),
            no_keys: Rc::default(),
            to_presets: false,
            is_rehearsed: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        match (self.later, act) {
            (None, Act::Shown) => {
                self.in_full = true;
                true
            }
            (None, Act::Later(Ok(later))) => {
                self.wait_no_more(ctx, later);
                false
            }
            (None, Act::Later(Err(NotThere))) => {
                browser::did_not_load();
                false
            }
            (None, act) => self.waits(ctx, act),
            (Some(later), act) => (later.update)(self, ctx, act),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &WorkbenchProps) -> bool {
        if let Some(later) = self.later {
            let before = Before {
                who: old.who.clone(),
                fresh: old.fresh,
            };
            (later.changed)(self, ctx, &before);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        // It may be drawn twice before it is asked where the focus has gone: what was noted first holds.
        if self.focused.get() == Focused::Nowhere {
            self.focused.set(browser::focused());
        }
        let props = ctx.props();
        let (on, on_files) = (
            ctx.link().callback(Act::Msg),
            ctx.link().callback(Act::Files),
        );
        let on_run_file = ctx.link().callback(Act::RunFile);
        let on_preset_file = ctx.link().callback(Act::PresetFile);
        let on_sign_in_for = ctx.link().callback(Act::SignInFor);
        let on_language = ctx.link().callback(Act::Language);
        let on_theme = ctx.link().callback(Act::Theme);
        let page = shell::page(&View {
            model: &self.model,
            deployment: &props.deployment,
            who: props.who.as_ref(),
            sign_in: &props.sign_in,
            language: self.language,
            theme: self.theme,
            on: &on,
            on_files: &on_files,
            on_sign_in_for: &on_sign_in_for,
            on_run_file: &on_run_file,
            on_preset_file: &on_preset_file,
            on_language: &on_language,
            on_theme: &on_theme,
            in_full: self.in_full,
            later: self.later,
        });
        let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
        let ondrop = ctx.link().batch_callback(|event: DragEvent| {
            event.prevent_default();
            let files = listed(event.data_transfer().and_then(|data| data.files()));
            (!files.is_empty()).then_some(Act::Files(files))
        });
        html! { <div class="root" {ondragover} {ondrop}>{ page }</div> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if first_render {
            waiting::fetch(ctx);
        }
        if let Some(later) = self.later {
            (later.rendered)(self);
        }
    }
}

impl Workbench {
    /// Takes an act in.
    pub(crate) fn act(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        match act {
            Act::Msg(Msg::Help(msg)) => self.help(ctx, msg),
            Act::Msg(Msg::Check(msg)) => self.check(ctx, msg),
            Act::Key(stroke) => self.key(ctx, &stroke),
            Act::Msg(msg) => {
                if matches!(msg, Msg::Pasted(_)) {
                    self.rehearse(ctx);
                }
                self.to_presets |= takes_its_button_away(&msg);
                signs::ask_where_wished(ctx, &msg);
                match msg {
                    Msg::Columns(hidden) => browser::keep_columns(hidden),
                    Msg::Widths(widths) => browser::keep_widths(widths),
                    _ => {}
                }
                self.take(ctx, msg)
            }
            Act::Files(files) => self.files(ctx, &files),
            Act::RunFile(files) => self.run_file(ctx, &files),
            Act::PresetFile(files) => {
                preset_files(ctx, files);
                false
            }
            Act::PresetsChanged => self.presets(ctx),
            Act::SignInFor(errand) => {
                browser::wish_for(&errand);
                ctx.props().sign_in.go.emit(());
                false
            }
            Act::Language(language) => self.learn(ctx, language),
            Act::Learnt(language, is_known) => self.learnt(ctx, language, is_known),
            Act::Theme(theme) => {
                browser::set_theme(theme);
                self.theme = theme;
                true
            }
            Act::AskedToKeep => {
                // What the browser promised is told with the runs.
                self.ask(&Command::Runs);
                false
            }
            Act::Shown => {
                self.in_full = true;
                true
            }
            // It is fetched once.
            Act::Later(_) => false,
            Act::Begun => true,
            Act::Due => {
                let late = self.link.as_ref().is_some_and(|link| !link.is_ready());
                late && self.take(ctx, Msg::WorkerLate)
            }
            Act::Heard(Heard::Failed(reason)) => self.take(ctx, Msg::WorkerFailed(reason)),
            Act::Heard(Heard::Event(event, bytes)) => self.heard(ctx, event, bytes),
            Act::Token(answer) => {
                let theirs = self.model.may_be_done_by(ctx.props().who.as_ref());
                self.ask(&match answer {
                    Ok(token) if theirs => Command::Token(token),
                    Ok(_) => Command::SignInFailed {
                        code: OTHER_ACCOUNT.to_owned(),
                    },
                    Err(code) => Command::SignInFailed { code },
                });
                false
            }
        }
    }

    /// Sees to title and focus once the page was drawn.
    pub(crate) fn drawn(&mut self) {
        if std::mem::take(&mut self.to_presets) {
            browser::focus_presets();
        }
        browser::focus_if_lost(self.focused.take());
        let scene = scene(&self.model);
        browser::title(&words::signs::title(&self.model));
        if scene != self.scene {
            self.scene = scene;
            browser::focus_heading();
        }
    }

    fn ask(&self, command: &Command) {
        if let Some(link) = &self.link {
            link.ask(command, None);
        }
    }

    fn take(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let update = self.model.update(msg, now());
        for command in &update.ask {
            self.ask(command);
            if begins_to_keep(command) {
                let answered = ctx.link().callback(|()| Act::AskedToKeep);
                browser::ask_to_keep(move || answered.emit(()));
            }
        }
        self.keep(ctx, update.keep);
        ctx.props().busy.emit(work_on_screen(&self.model));
        self.signs.follow(&self.model);
        self.frame.follow(&self.model);
        update.redraw
    }

    fn files(&mut self, ctx: &Context<Self>, files: &[File]) -> bool {
        if let ([file], Screen::Choose(_)) = (files, &self.model.screen)
            && file.name().ends_with(RUN_FILE)
        {
            return self.run_file(ctx, files);
        }
        if !takes_files(&self.model.screen) {
            return self.take(ctx, Msg::TurnedAway);
        }
        let is_preset = |file: &&File| file.name().ends_with(PRESET_FILE);
        let (presets, lists): (Vec<_>, Vec<_>) = files.iter().partition(is_preset);
        preset_files(ctx, presets.into_iter().cloned());
        if lists.is_empty() {
            return false;
        }
        self.rehearse(ctx);
        if let Some(link) = &self.link {
            for file in &lists {
                link.ask(&Command::Read { name: file.name() }, Some(file));
            }
        }
        self.take(
            ctx,
            Msg::Given {
                files: u32::try_from(lists.len()).unwrap_or(u32::MAX),
            },
        )
    }

    fn run_file(&mut self, ctx: &Context<Self>, files: &[File]) -> bool {
        let (Some(link), Some(file)) = (&self.link, files.first()) else {
            return false;
        };
        link.ask(&Command::OpenRunFile, Some(file));
        self.take(ctx, Msg::RunFileGiven)
    }
}

/// Who is signed in, for the worker.
fn account(ctx: &Context<Workbench>) -> Option<Account> {
    ctx.props().who.as_ref().map(|who| who.account.clone())
}

/// Whether a file that is dropped is read.
fn takes_files(screen: &Screen) -> bool {
    match screen {
        Screen::Choose(_) => true,
        Screen::Review(review) => review.before.is_none(),
        Screen::Send(_) | Screen::Report(_) | Screen::Tenant(_) => false,
    }
}

/// Whether a redirect would lose something.
fn work_on_screen(model: &Model) -> bool {
    model.preparing.is_some() || would_be_lost(&model.screen)
}

fn would_be_lost(screen: &Screen) -> bool {
    match screen {
        Screen::Choose(choose) => choose.awaited > 0 || choose.list.is_some(),
        Screen::Review(_) | Screen::Send(_) | Screen::Report(_) => true,
        Screen::Tenant(held) => would_be_lost(&held.before),
    }
}

/// What the heading is about: the focus moves when it changes.
fn scene(model: &Model) -> String {
    let shut = matches!(&model.screen, Screen::Send(send)
        if send.progress.is_none() && matches!(send.connection, Connection::Closed { .. }));
    let over = matches!(model.screen, Screen::Tenant(_));
    let over = over.then(|| std::mem::discriminant(&model.tenant));
    let (step, purpose) = (model.screen.step(), model.screen.purpose());
    let failed = model.fault.is_some();
    format!("{step:?} {purpose:?} {shut} {failed} {over:?}")
}
