//! What the workbench does about help: keys, and what the browser keeps of hints.

use std::rc::Rc;

use yew::prelude::*;

use super::{Act, Workbench};
use crate::{
    browser,
    keys::{Meaning, Stroke, meaning},
    state::{HelpMsg, Msg},
};

impl Workbench {
    /// Listens to keys.
    pub(super) fn helps(&self, ctx: &Context<Self>) {
        self.no_keys.set(self.model.help.no_keys);
        let pressed = ctx.link().callback(Act::Key);
        browser::watch_keys(Rc::clone(&self.no_keys), move |stroke| pressed.emit(stroke));
    }

    pub(super) fn help(&mut self, ctx: &Context<Self>, msg: HelpMsg) -> bool {
        let redraw = self.take(ctx, Msg::Help(msg));
        self.no_keys.set(self.model.help.no_keys);
        browser::keep_help(&self.model.help.to_keep());
        redraw
    }

    pub(super) fn key(&mut self, ctx: &Context<Self>, stroke: &Stroke) -> bool {
        match meaning(stroke, &self.model, ctx.props().who.as_ref()) {
            Some(Meaning::Msg(msg)) => self.take(ctx, msg),
            Some(Meaning::Search) => {
                browser::focus_search();
                false
            }
            None => false,
        }
    }
}
