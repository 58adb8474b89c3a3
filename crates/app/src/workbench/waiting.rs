//! What waits: what is done on the first screen before the second part of the page is there, and what is drawn
//! of a screen once what is looked at first is shown.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Act, Workbench};
use crate::{
    browser,
    later::{self, Later},
    state::Msg,
};

/// Has the rest of the first screen drawn once its top is shown, and fetches the second part once all of it
/// is.
pub(super) fn fetch(ctx: &Context<Workbench>) {
    let shown = ctx.link().callback(|()| Act::Shown);
    let there = ctx.link().callback(Act::Later);
    spawn_local(async move {
        browser::let_it_be_shown().await;
        shown.emit(());
        browser::let_it_be_shown().await;
        let fetched = later::fetched().await;
        browser::let_others_go_first().await;
        there.emit(fetched);
    });
}

impl Workbench {
    /// Goes to work with the second part: in this turn of the browser's, and is drawn in the next.
    pub(super) fn wait_no_more(&mut self, ctx: &Context<Self>, later: &'static Later) {
        self.later = Some(later);
        (later.begin)(self, ctx);
        for act in std::mem::take(&mut self.waiting) {
            (later.update)(self, ctx, act);
        }
        let begun = ctx.link().callback(|()| Act::Begun);
        spawn_local(async move {
            browser::let_others_go_first().await;
            begun.emit(());
        });
    }

    /// Has the screen drawn with its rows, which have just been asked for and are there at once, and what
    /// stands beside them in a later turn. Where they are late, all else is drawn then.
    pub(super) fn waits_for_rows(&mut self, ctx: &Context<Self>) {
        self.in_full = false;
        let shown = ctx.link().callback(|()| Act::Shown);
        spawn_local(async move {
            browser::let_it_be_shown().await;
            browser::let_it_be_shown().await;
            shown.emit(());
        });
    }

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
