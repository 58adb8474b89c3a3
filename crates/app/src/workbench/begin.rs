//! How the workbench gets to work once the second part of the page is there, and what it does when it
//! learns who signed in.

use ioculate_core::{
    config::Config,
    guard::Own,
    session::{Command, Waiting},
};
use yew::prelude::*;

use super::{Act, Before, Workbench, account, now, scene};
use crate::{
    browser,
    link::Link,
    state::{Model, Msg, Screen, Tell},
    words::say,
};

/// In what time the worker must have started, in milliseconds: its program is 250 KB and comes over
/// slow lines too.
const START_MS: i32 = 20_000;

impl Workbench {
    /// Starts the worker, and tells it and the model what is known.
    pub(crate) fn begin(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        say::learn_english();
        self.scene = scene(&self.model);
        self.model.hidden = browser::hidden_columns();
        self.model.widths = browser::widths();
        match Link::start(&ctx.link().callback(Act::Heard)) {
            Ok(link) => {
                self.link = Some(link);
                let due = ctx.link().callback(|()| Act::Due);
                browser::later(START_MS, move || due.emit(()));
            }
            Err(reason) => {
                self.model.update(Msg::WorkerFailed(reason), now());
            }
        }
        self.ask(&Command::Configure {
            api_base: props.deployment.api_base.clone(),
            limits: props.config.limits(),
        });
        self.ask(&Command::Protect(own(&props.config)));
        self.ask(&Command::SetDefaults(props.defaults.clone()));
        self.take(ctx, Msg::Account(account(ctx)));
        self.presets(ctx);
        if browser::can_notify() {
            self.take(ctx, Msg::Tell(Tell::Able));
        }
        self.helps(ctx);
        self.misses_its_language(ctx);
        let changed = ctx.link().callback(|()| Act::PresetsChanged);
        browser::watch_presets(move || changed.emit(()));
        self.in_a_frame(ctx);
    }

    /// Does what a change of its properties asks for.
    pub(crate) fn props_changed(&mut self, ctx: &Context<Self>, old: &Before) {
        if ctx.props().fresh && !old.fresh && waits_for_sign_in(&self.model) {
            self.take(ctx, Msg::Resume);
        }
        let has_signed_in = ctx.props().fresh && !old.fresh;
        if ctx.props().who != old.who || has_signed_in {
            self.take(ctx, Msg::Account(account(ctx)));
        }
        if ctx.props().who != old.who {
            self.grant_wish(ctx);
        }
        if self.model.check.is_some() && (ctx.props().who != old.who || has_signed_in) {
            self.begin_check(ctx);
        }
    }
}

/// What the guard protects here: what the configuration names, and the page's own host.
fn own(config: &Config) -> Own {
    let window = web_sys::window();
    let page = window.and_then(|window| window.location().href().ok());
    Own::of(config, &page.unwrap_or_default())
}

fn waits_for_sign_in(model: &Model) -> bool {
    let why = match &model.screen {
        Screen::Send(send) => send.progress.as_ref().map(|progress| &progress.why),
        _ => None,
    };
    matches!(why, Some(Waiting::SignIn { .. }))
}
