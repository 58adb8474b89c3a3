//! What the workbench has the browser tell outside of the page, as the model changes.

use yew::prelude::*;

use super::{Act, Workbench};
use crate::{
    browser::{self, Awake},
    state::{Model, Msg, Standing, Tell, Telling},
    words::{shell::NAME, signs as words},
};

/// What is told now.
pub(super) struct Signs {
    standing: Standing,
    /// Whether the browser asks before the page is left.
    is_guarded: bool,
    awake: Awake,
}

impl Signs {
    pub(super) fn new() -> Self {
        Self {
            standing: Standing::Idle,
            is_guarded: false,
            awake: Awake::new(),
        }
    }

    /// Tells what has changed.
    pub(super) fn follow(&mut self, model: &Model) {
        if model.loses_by_leaving() != self.is_guarded {
            self.is_guarded = !self.is_guarded;
            browser::ask_before_leaving(self.is_guarded);
        }
        let before = std::mem::replace(&mut self.standing, model.standing());
        let now = self.standing;
        if now.sign() != before.sign() {
            browser::show_sign(now.sign());
        }
        self.awake.keep(now.keeps_awake());
        if model.telling == Telling::On && now.is_news_after(before) {
            browser::notify(NAME, &words::news(model));
        }
    }
}

/// Has the browser ask whether the page may notify the user, where they want it to.
pub(super) fn ask_where_wished(ctx: &Context<Workbench>, msg: &Msg) {
    if *msg == Msg::Tell(Tell::Wish(true)) {
        let allowed = ctx
            .link()
            .callback(|is_allowed| Act::Msg(Msg::Tell(Tell::Allowed(is_allowed))));
        browser::ask_to_notify(move |is_allowed| allowed.emit(is_allowed));
    }
}
