//! What the worker says, and what the workbench does about it.

use ioculate_core::session::Event;
use js_sys::ArrayBuffer;
use yew::prelude::*;

use super::{Act, Workbench, build};
use crate::{browser, state::Msg, words};

impl Workbench {
    /// Takes an event in, with the bytes of the files that it names; gives whether the page is to be drawn.
    pub(super) fn heard(
        &mut self,
        ctx: &Context<Self>,
        event: Event,
        bytes: Vec<ArrayBuffer>,
    ) -> bool {
        match event {
            Event::Ready { build } => self.ready(ctx, &build),
            Event::NeedToken { freshness } => {
                let answer = ctx.link().callback(Act::Token);
                ctx.props().token.emit((freshness, answer));
                false
            }
            Event::Export { files } => {
                browser::download(files, bytes);
                false
            }
            event => {
                let had_rows = self.model.screen.has_rows();
                let redraw = self.take(ctx, Msg::Told(event));
                let begins = self.model.screen.has_rows() && !had_rows;
                if begins {
                    self.waits_for_rows(ctx);
                }
                self.grant_wish(ctx) || (redraw && !begins)
            }
        }
    }

    fn ready(&mut self, ctx: &Context<Self>, worker_build: &str) -> bool {
        if worker_build == build() {
            if let Some(link) = &self.link {
                link.ready();
            }
            return self.take(ctx, Msg::WorkerReady);
        }
        if browser::reload_for(worker_build) {
            return false;
        }
        self.take(
            ctx,
            Msg::WorkerFailed(words::message::shell::two_builds(build(), worker_build)),
        )
    }
}
