//! What the workbench does for the connection check: it asks the browser, and the model the worker.

use ioculate_core::config::Config;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Act, Workbench, WorkbenchProps};
use crate::{
    browser::{self, probe},
    check::{Directive, Facts, Found, Needed, Place, told},
    state::{CheckMsg, Copied, Msg},
};

/// The harmless question: one item of the list.
const QUESTION: &str = "/api/indicators?$top=1";

/// What a host refuses without a token rather than redirects: a probe follows redirects.
const PROBED: &str = "/api/indicators";

/// Likewise of a sign-in: what it says of itself.
const OPENID: &str = "/v2.0/.well-known/openid-configuration";

impl Workbench {
    pub(super) fn check(&mut self, ctx: &Context<Self>, msg: CheckMsg) -> bool {
        match msg {
            CheckMsg::Begin => self.begin_check(ctx),
            CheckMsg::Copy(what) => {
                self.copy(ctx, what);
                false
            }
            msg => self.take(ctx, Msg::Check(msg)),
        }
    }

    /// Begins it, or begins it anew.
    pub(super) fn begin_check(&mut self, ctx: &Context<Self>) -> bool {
        let props = ctx.props();
        let Some(place) = place(props) else {
            return false;
        };
        self.take(ctx, Msg::Check(CheckMsg::Begun(Box::new(place.clone()))));
        let turn = self.model.check.as_ref().map_or(0, |check| check.turn);
        let tell = ctx
            .link()
            .callback(move |found| Act::Msg(Msg::Check(CheckMsg::Found(turn, found))));
        let broken = tell.reform(Found::Broken);
        probe::watch_policy(move |url| broken.emit(url));
        let blind = format!("{}{PROBED}", props.deployment.api_base);
        spawn_local(ask(place, blind, props.who.is_none(), tell));
        true
    }

    fn copy(&self, ctx: &Context<Self>, what: Copied) {
        let Some(check) = &self.model.check else {
            return;
        };
        let text = match what {
            Copied::Header => check.place.header.clone(),
            Copied::Report => told(check, &ctx.props().deployment),
        };
        let done = ctx
            .link()
            .callback(move |done| Act::Msg(Msg::Check(CheckMsg::Copied(what, done))));
        browser::clipboard::copy(&text, move |let_it| done.emit(let_it));
    }
}

/// Asks the page's server first: what its policy forbids is not asked.
async fn ask(place: Place, blind: String, is_out: bool, tell: Callback<Found>) {
    let mut facts = Facts::default();
    let served = Found::Policy(probe::served(&place.page).await);
    facts.take(served.clone());
    tell.emit(served);
    if !facts.forbids(&place, &place.sign_in) {
        let (address, tell) = (place.sign_in.clone(), tell.clone());
        spawn_local(async move { tell.emit(Found::SignIn(probe::answers(&address).await)) });
    }
    if facts.forbids(&place, &place.api) {
        return;
    }
    tell.emit(Found::Api(probe::answers(&blind).await));
    if is_out {
        tell.emit(Found::Bare(probe::status(&place.api).await));
    }
}

fn place(props: &WorkbenchProps) -> Option<Place> {
    let (page, browser) = probe::here()?;
    let config = &props.config;
    Some(Place {
        page,
        browser,
        header: config.header_line(),
        redirect_header: config.redirect_header_line(),
        needed: needed(config),
        api: format!("{}{QUESTION}", props.deployment.api_base),
        sign_in: sign_in(config),
        online: probe::is_online(),
    })
}

/// What the header line lets the page reach, by the configuration.
fn needed(config: &Config) -> Vec<Needed> {
    let of = |directive| move |url: String| Needed { url, directive };
    let bases = config.api_bases.iter();
    let bases = bases.map(|api| format!("{}{QUESTION}", api.base));
    let tokens = config.authority_metadata.as_ref();
    let tokens = tokens.map(|metadata| metadata.token_endpoint.clone());
    let origin = config.sign_in_origin();
    let called = bases.chain([origin.clone()]).chain(tokens);
    let called = called.map(of(Directive::Connect));
    called.chain([of(Directive::Frame)(origin)]).collect()
}

fn sign_in(config: &Config) -> String {
    match &config.authority_metadata {
        Some(metadata) => metadata.token_endpoint.clone(),
        None => format!("{}{OPENID}", config.authority()),
    }
}
