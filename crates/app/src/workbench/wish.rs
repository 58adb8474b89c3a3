//! What the user has signed in for: done when the page is back from the sign-in.

use ioculate_core::journal::RunView;
use yew::prelude::*;

use super::Workbench;
use crate::{
    browser,
    state::{Errand, Msg, Wish},
};

impl Workbench {
    /// Does what the user has signed in for, once it is known who signed in and which runs there
    /// are.
    pub(super) fn grant_wish(&mut self, ctx: &Context<Self>) -> bool {
        let (Some(who), Some(runs)) = (&ctx.props().who, &self.model.runs) else {
            return false;
        };
        let Some(errand) = browser::wished() else {
            return false;
        };
        browser::forget_wish();
        let may_go_on = |run: &RunView| run.may_go_on() && who.began(run);
        let msg = match errand {
            Errand::Resume(run) if runs.get(&run).is_some_and(may_go_on) => {
                Msg::Wish(Wish::Resume(run, who.clone()))
            }
            Errand::Undo(run) if runs.get(&run).is_some_and(|run| who.may_undo(run)) => {
                Msg::Undo(run)
            }
            Errand::Resume(_) | Errand::Undo(_) => return false,
        };
        self.take(ctx, msg)
    }
}
