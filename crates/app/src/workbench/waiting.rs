//! What is done on the first screen before the second part of the page is there: it waits for it.

use yew::prelude::*;

use super::{Act, Workbench};
use crate::state::Msg;

impl Workbench {
    /// Has an act wait. Nothing is drawn anew.
    pub(super) fn waits(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        if is_given(&act) {
            // It would be lost by a sign-in that leaves the page.
            ctx.props().busy.emit(true);
        }
        if is_pasted(&act) {
            // It was asked for once more, since nothing was seen to happen.
            self.waiting.retain(|waiting| !is_pasted(waiting));
        }
        self.waiting.push(act);
        false
    }
}

/// Whether it holds what the user gave.
const fn is_given(act: &Act) -> bool {
    is_pasted(act) || matches!(act, Act::Files(_) | Act::RunFile(_) | Act::PresetFile(_))
}

const fn is_pasted(act: &Act) -> bool {
    matches!(act, Act::Msg(Msg::Pasted(_)))
}
