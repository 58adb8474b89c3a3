//! The connection check: when the real call is made, and what becomes of its answer.

use super::*;
use crate::{
    check::{Call, Directive, Found, Needed, Place, Served},
    state::{CheckMsg, Copied},
};

const API: &str = "https://api.example/api/indicators?$top=1";

fn begun() -> Msg {
    let needed = Needed {
        url: API.to_owned(),
        directive: Directive::Connect,
    };
    Msg::Check(CheckMsg::Begun(Box::new(Place {
        page: "https://ioc.example/".to_owned(),
        browser: String::new(),
        header: String::new(),
        redirect_header: String::new(),
        needed: vec![needed],
        api: API.to_owned(),
        sign_in: "https://login.example/t".to_owned(),
        online: true,
    })))
}

fn policy(turn: u32, policy: &str) -> Msg {
    let found = Found::Policy(Served::Policy(policy.to_owned()));
    Msg::Check(CheckMsg::Found(turn, found))
}

fn signed_in() -> Msg {
    Msg::Account(Some(Account {
        username: "ann@contoso.example".to_owned(),
        tenant_id: "t".to_owned(),
        account_id: "a".to_owned(),
    }))
}

fn connection(connection: Connection) -> Msg {
    told(Event::Connection(connection))
}

fn call(model: &Model) -> Option<&Call> {
    model.check.as_ref().map(|check| &check.facts.call)
}

#[test]
fn the_worker_makes_the_call_where_it_may() {
    let listing = told(Event::Tenant(TenantState::Listing { listed: 0 }));
    for (before, served, asked) in [
        (vec![signed_in()], "connect-src *", "checkconnection"),
        (vec![signed_in()], "connect-src 'self'", ""),
        (vec![], "connect-src *", ""),
        (vec![signed_in(), listing], "connect-src *", ""),
    ] {
        let (_, commands) = after(before, [begun(), policy(0, served)]);
        assert_eq!(commands, ["", asked], "{served}");
    }
}

#[test]
fn its_answer_is_taken_once() {
    let closed = Connection::Closed {
        reason: Closed::CrossOrigin,
        api_base: "https://api.example".to_owned(),
    };
    let answers = [
        (Connection::Checking, Call::Asked),
        (closed.clone(), Call::Told(closed.clone())),
        (Connection::Open, Call::Told(closed)),
    ];
    let mut msgs = vec![signed_in(), begun(), policy(0, "connect-src *")];
    for (answer, expected) in answers {
        msgs.push(connection(answer));
        let (model, _) = story(msgs.clone());
        assert_eq!(call(&model), Some(&expected));
    }
}

#[test]
fn what_an_earlier_check_found_is_not_heard() {
    let found = |turn| policy(turn, "connect-src *");
    let (_, asked) = story([begun(), begun(), found(0), found(1)]);
    assert_eq!(asked, ["", "", "-", ""]);
    let copied = Msg::Check(CheckMsg::Copied(Copied::Header, true));
    let close = Msg::Check(CheckMsg::Close);
    let (model, asked) = story([begun(), close, copied, found(0)]);
    assert_eq!(asked, ["", "", "-", "-"]);
    assert_eq!(call(&model), None);
}

#[test]
fn it_can_be_left_when_the_worker_is_lost() {
    let lost = Msg::WorkerFailed("gone".to_owned());
    let found = || policy(0, "connect-src *");
    let before = vec![signed_in(), begun(), lost.clone(), found()];
    let while_asked = vec![signed_in(), begun(), found(), lost];
    for msgs in [&before, &while_asked] {
        let (model, _) = story(msgs.clone());
        assert_eq!(call(&model), Some(&Call::Busy));
    }
    let msgs = before;
    let (model, _) = after(msgs, [Msg::Check(CheckMsg::Close)]);
    assert_eq!(model.check, None);
}
