//! The frame: title bar, banners, the screen, the foot; and what replaces the screen when the page
//! cannot work.

mod failed;
mod help;
mod title_bar;

pub use failed::{config_failed, fault};
pub use help::hint;

use ioculate_core::{
    journal::{NotOpened, RunView},
    limits::Quota,
    session::{Account, TenantState},
};
use web_sys::File;
use yew::prelude::*;

use crate::{
    check, choose,
    language::Language,
    later::Later,
    parts::{Icon, Tone, banner, button, command, plain},
    report, review, send,
    sign_in::{Cause, Failed, failure_box},
    state::{Errand, Model, Msg, Notice, Screen, Who},
    tenant,
    words::{
        self,
        message::{common, shell as message},
    },
};

/// What a deployment is, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// The cloud's name.
    pub cloud: String,
    /// Origin and path that calls go to.
    pub api_base: String,
    /// The host that signs in.
    pub sign_in_host: String,
    /// The app registration.
    pub client_id: String,
    /// The scope asked for.
    pub scope: String,
    /// Origins whose pages may hold this one in a frame.
    pub parents: Vec<String>,
    /// Whether the sign-in is not Microsoft's.
    pub demo: bool,
    /// The build's id.
    pub build: String,
    /// Active indicators of a tenant, indicators of a call, calls of a minute.
    pub limits: (u32, u32, u32),
    /// What holds for sending one indicator a call.
    pub single: Vec<Quota>,
    /// The documented limits: name, what holds, and the date of the page that says so.
    pub dated: Vec<(&'static str, u32, &'static str)>,
}

impl Deployment {
    /// The API base without its scheme.
    #[must_use]
    pub fn api_host(&self) -> &str {
        self.api_base
            .split_once("://")
            .map_or(&self.api_base, |(_, host)| host)
    }
}

/// What the sign-in gives the page to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignInSlots {
    /// The account with its menu; empty while nobody is signed in.
    pub account: Html,
    /// The button that signs in.
    pub button: Html,
    /// Signs in, in the way that the page can afford.
    pub go: Callback<()>,
    /// What went wrong.
    pub failure: Option<Failed>,
}

/// The theme that the user chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The system's.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The name in the markup and in storage.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads the name; what is unknown is the system's.
    #[must_use]
    pub fn read(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }
}

/// Everything that a view needs.
pub struct View<'a> {
    /// What the page knows.
    pub model: &'a Model,
    /// Where it stands.
    pub deployment: &'a Deployment,
    /// Who is signed in.
    pub who: Option<&'a Who>,
    /// What the sign-in shows.
    pub sign_in: &'a SignInSlots,
    /// The language that is chosen: the one that is spoken, or that is being fetched.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// Where messages go.
    pub on: &'a Callback<Msg>,
    /// Where files go.
    pub on_files: &'a Callback<Vec<File>>,
    /// Where goes what is to be done once somebody is signed in.
    pub on_sign_in_for: &'a Callback<Errand>,
    /// Where a run file goes.
    pub on_run_file: &'a Callback<Vec<File>>,
    /// Where the file of a preset goes.
    pub on_preset_file: &'a Callback<Vec<File>>,
    /// Where a language goes.
    pub on_language: &'a Callback<Language>,
    /// Where a theme goes.
    pub on_theme: &'a Callback<Theme>,
    /// Whether all of the screen is drawn, or what is looked at first alone.
    pub in_full: bool,
    /// The second part of the page, once it is there.
    pub later: Option<&'static Later>,
}

impl View<'_> {
    /// What the tenant of an account is called: its name where it is known, which is where somebody
    /// of it is signed in, and its id otherwise.
    #[must_use]
    pub fn tenant<'a>(&'a self, account: &'a Account) -> &'a str {
        let named = |who: &&'a Who| who.account.tenant_id == account.tenant_id;
        let who = self.who.filter(named);
        who.map_or(&account.tenant_id, |who| &who.tenant)
    }

    /// What a run that is kept is called.
    #[must_use]
    pub fn name(&self, run: &RunView) -> String {
        let runs = self.model.runs.as_ref();
        let undid = runs.and_then(|runs| runs.undone_by(&run.purpose));
        words::undo::name(run, undid)
    }
}

/// What of the page is not its title bar.
#[derive(Default)]
pub struct Rest {
    /// Whether the screen is as high as the window.
    bench: bool,
    /// What is under way, and what was said.
    above: Html,
    notice: Html,
    main: Html,
    foot: Html,
    dialog: Html,
    /// What a screen reader is told.
    said: Option<String>,
}

/// The whole page.
pub fn page(view: &View) -> Html {
    let rest = match (view.later, &view.model.screen) {
        (Some(later), _) => (later.rest)(view),
        (None, Screen::Choose(choose)) => Rest {
            main: choose::main(view, choose),
            foot: html! { if view.in_full { { about(view) } } },
            ..Rest::default()
        },
        // No other screen is come to without it.
        (None, _) => Rest::default(),
    };
    html! {
        <div class={classes!("page", rest.bench.then_some("bench"))}>
            <a class="skip" href="#main">{ message::skip() }</a>
            { title_bar::title_bar(view) }
            <main id="main" class="split">
                <div class="across">
                    { demo(view.deployment) }
                    { rest.above }
                    { rest.notice }
                </div>
                { rest.main }
            </main>
            { rest.foot }
            { rest.dialog }
            <p class="vh" role="status">{ rest.said }</p>
        </div>
    }
}

/// What is below the title bar.
pub fn rest(view: &View) -> Rest {
    let (notice, main, foot) = parts(view);
    let bench = match &view.model.screen {
        Screen::Review(_) => view.model.fault.is_none(),
        Screen::Tenant(_) => view.model.fault.is_none() && tenant::is_table(view),
        Screen::Choose(_) | Screen::Send(_) | Screen::Report(_) => false,
    };
    Rest {
        bench,
        above: html! { <>{ not_signed_in(view) }{ preparing(view) }{ said_above(view) }</> },
        notice,
        main,
        foot,
        dialog: html! { <>{ help::dialog(view) }{ check::dialog(view) }</> },
        said: view.model.said.as_ref().map(words::shell::said),
    }
}

/// Notice, content and foot of what is on screen.
fn parts(view: &View) -> (Html, Html, Html) {
    if let Some(it) = &view.model.fault {
        return (
            Html::default(),
            fault(it, &view.deployment.build),
            about(view),
        );
    }
    match &view.model.screen {
        Screen::Choose(choose) => (
            choose::notice(view, choose),
            choose::main(view, choose),
            about(view),
        ),
        Screen::Review(review) => (
            review::notice(view, review),
            review::main(view, review),
            review::foot(view, review),
        ),
        Screen::Send(send) => (
            Html::default(),
            send::main(view, send),
            send::foot(view, send),
        ),
        Screen::Report(report) => (
            report::notice(view, report),
            report::main(view, report),
            report::foot(view, report),
        ),
        Screen::Tenant(held) => (
            tenant::notice(view),
            tenant::main(view, held),
            tenant::foot(view, held),
        ),
    }
}

/// What stands above the screen until it was read.
fn said_above(view: &View) -> Html {
    let body = match &view.model.notice {
        None => return Html::default(),
        Some(Notice::TurnedAway) => words::shell::turned_away(&view.model.screen).into(),
        Some(Notice::NotOpened(why)) => not_opened(why),
        Some(Notice::LanguageMissing(language)) => message::language_missing(own_name(*language)),
    };
    let close = button("mini", view.on, Msg::CloseNotice, message::close().into());
    banner(Tone::Warn, Icon::Info, true, body, close)
}

/// What went wrong at the sign-in; below one that could not be reached, the way to the connection check.
fn not_signed_in(view: &View) -> Html {
    let Some(failed) = &view.sign_in.failure else {
        return Html::default();
    };
    html! {
        <>
            { failure_box(failed) }
            if matches!(failed.failure.cause, Cause::Network | Cause::Authority) {
                <p class="banner across">{ check::opener(view, "") }</p>
            }
        </>
    }
}

/// What is being prepared, how far the tenant's list is, and the way out.
fn preparing(view: &View) -> Html {
    let Some(what) = &view.model.preparing else {
        return Html::default();
    };
    let listed = match view.model.tenant {
        TenantState::Listing { listed } => listed,
        _ => 0,
    };
    let cancel = words::message::undo::cancel();
    let body = html! {
        <span data-testid="preparing">
            <b>{ words::undo::preparing(what) }</b>{ words::message::common::between_sentences() }{ words::message::tenant::listing_sentence(listed) }
        </span>
    };
    let cancel = command(
        ("", "cancel-undo"),
        cancel.to_owned(),
        view.on,
        Msg::Drop,
        cancel.into(),
    );
    banner(Tone::Accent, Icon::Spin, false, body, cancel)
}

fn own_name(language: Language) -> Html {
    html! { <bdi lang={language.tag()}>{ language.name() }</bdi> }
}

fn not_opened(why: &NotOpened) -> Html {
    let said = match why {
        NotOpened::Storage { message } => plain(message),
        NotOpened::OtherAccount { account } => plain(&account.username),
        NotOpened::OtherBase { api_base } => plain(api_base),
        NotOpened::Guarded(stopped) => stopped
            .first()
            .map_or_else(Html::default, |first| plain(&first.example)),
        _ => Html::default(),
    };
    let (what, todo) = words::runs::not_opened(why, said);
    html! { <><b>{ what }</b>{ words::message::common::between_sentences() }{ todo }</> }
}

fn demo(deployment: &Deployment) -> Html {
    if !deployment.demo {
        return Html::default();
    }
    let body = html! { <><b>{ message::demo() }</b>{ common::between_sentences() }{ message::demo_body() }</> };
    banner(Tone::Accent, Icon::Info, false, body, Html::default())
}

fn about(view: &View) -> Html {
    let promise = if view.deployment.demo {
        message::stays_here_demo()
    } else {
        message::stays_here()
    };
    html! {
        <footer class="about">
            <span>{ promise }</span>
            <span>{ words::shell::build(&view.deployment.build) }</span>
        </footer>
    }
}
