//! Connection checks, by the messages that lead to them.

use ioculate_app::{
    check::{Directive, Found, Needed, Place, Served},
    state::{CheckMsg, Copied, Msg},
};
use ioculate_core::session::{Closed, Connection, Event};

/// A policy that lets the page reach what is configured.
const POLICY: &str = "default-src 'none'; connect-src 'self' https://login.microsoftonline.com https://api.security.microsoft.com; frame-src 'self' https://login.microsoftonline.com";

fn place() -> Place {
    let needed = |url: &str, directive| Needed {
        url: url.to_owned(),
        directive,
    };
    let (api, sign_in) = (
        "https://api.security.microsoft.com/api/indicators?$top=1",
        "https://login.microsoftonline.com/t/v2.0/.well-known/openid-configuration",
    );
    Place {
        page: "https://ioculate.contoso.example/".to_owned(),
        browser: "Mozilla/5.0".to_owned(),
        header: format!("Content-Security-Policy: {POLICY}"),
        redirect_header: format!("Content-Security-Policy: {POLICY}; frame-ancestors 'self'"),
        needed: vec![
            needed(api, Directive::Connect),
            needed(sign_in, Directive::Connect),
            needed(sign_in, Directive::Frame),
        ],
        api: api.to_owned(),
        sign_in: sign_in.to_owned(),
        online: true,
    }
}

/// One that has begun.
pub(crate) fn begun() -> Vec<Msg> {
    vec![Msg::Check(CheckMsg::Begun(Box::new(place())))]
}

/// One that has found out this.
fn found(policy: &str, more: Vec<Found>) -> Vec<Msg> {
    let policy = Found::Policy(Served::Policy(policy.to_owned()));
    let found = [vec![policy, Found::SignIn(true), Found::Api(true)], more].concat();
    let told = found
        .into_iter()
        .map(|it| Msg::Check(CheckMsg::Found(0, it)));
    begun().into_iter().chain(told).collect()
}

pub(crate) fn signed_out() -> Vec<Msg> {
    found(POLICY, vec![Found::Bare(Some(401))])
}

pub(crate) fn forbidden() -> Vec<Msg> {
    found("connect-src 'self'; frame-src 'self'", vec![])
}

/// The same where somebody is signed in, whose call was answered so.
pub(crate) fn answered(connection: Connection) -> Vec<Msg> {
    let account = Msg::Account(Some(super::who().account));
    let answer = Msg::Told(Event::Connection(connection));
    [vec![account], found(POLICY, vec![]), vec![answer]].concat()
}

pub(crate) fn shut(reason: Closed) -> Vec<Msg> {
    let api_base = super::deployment().api_base;
    answered(Connection::Closed { reason, api_base })
}

pub(crate) fn disabled() -> Closed {
    Closed::Permission {
        code: "DisabledFeature".to_owned(),
        message: "<b>off</b>".to_owned(),
    }
}

pub(crate) fn copied() -> Vec<Msg> {
    let copied = Msg::Check(CheckMsg::Copied(Copied::Report, false));
    [begun(), vec![copied]].concat()
}
