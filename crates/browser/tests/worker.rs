//! The effects in a real worker. Nothing here leaves the machine.

#![cfg(target_arch = "wasm32")]

use std::{cell::RefCell, rc::Rc, time::Duration};

use ioculate_browser::{
    base::ApiBase,
    clock,
    host::{BrowserHost, Desk},
};
use ioculate_core::{
    host::Host,
    import::{BatchId, CallId, Freshness, Input, Method, Record, RecordId, Request, Step},
    journal::{Opened, Opening},
    session::Token,
    wire::Reply,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn host(base: Option<&str>) -> (BrowserHost<impl Fn(Freshness)>, Desk, Rc<RefCell<u32>>) {
    let desk = Desk::default();
    let asked = Rc::new(RefCell::new(0));
    let count = Rc::clone(&asked);
    let base = base.map(|base| ApiBase::read(base).expect("a base"));
    let none = Err("nothing is kept here".to_owned());
    let host = BrowserHost::new(base, desk.clone(), none, move |_| *count.borrow_mut() += 1);
    (host, desk, asked)
}

fn get() -> Step {
    let request = Request {
        method: Method::Get,
        path: "/api/indicators?$top=1".to_owned(),
        body: None,
    };
    Step::Send(CallId(7), request)
}

#[wasm_bindgen_test]
async fn a_wait_ends_when_its_time_is_over() {
    let (mut host, _desk, _) = host(None);
    let until = clock::mono() + Duration::from_millis(30);
    assert_eq!(host.next(Some(until)).await, Input::Woke);
    // A browser may round its clock by a millisecond.
    assert!(clock::mono() + Duration::from_millis(1) >= until);
    assert_eq!(host.next(Some(Duration::ZERO)).await, Input::Woke);
}

#[wasm_bindgen_test]
async fn a_note_is_told_as_written_once_something_is_open() {
    let (mut host, _desk, _) = host(None);
    let record = Record::Answer {
        batch: BatchId(1),
        call: CallId(1),
        attempt: None,
        outcomes: Vec::new(),
    };
    host.start(Step::Record(RecordId(2), record.clone()));
    let why = "The journal is not open.".to_owned();
    assert_eq!(host.next(None).await, Input::NotRecorded(RecordId(2), why));
    host.start(Step::Open(Box::new(Opening::Unjournalled)));
    assert_eq!(host.next(None).await, Input::Opened(Opened::default()));
    host.start(Step::Record(RecordId(3), record));
    assert_eq!(host.next(None).await, Input::Recorded(RecordId(3)));
}

#[wasm_bindgen_test]
async fn a_token_is_taken_only_when_it_was_asked_for() {
    let (mut host, desk, asked) = host(None);
    desk.hand_over(Token::new("unasked".to_owned()));
    assert_eq!(host.next(Some(Duration::ZERO)).await, Input::Woke);
    host.start(Step::NeedToken(Freshness::Cached));
    assert_eq!(*asked.borrow(), 1);
    desk.hand_over(Token::new("asked".to_owned()));
    assert_eq!(host.next(None).await, Input::Token);
}

#[wasm_bindgen_test]
async fn a_call_without_a_token_is_not_made() {
    let (mut host, _desk, _) = host(Some("http://localhost:9"));
    host.start(get());
    let lost = Reply::NoAnswer { reachable: None };
    assert_eq!(host.next(None).await, Input::Reply(CallId(7), lost));
}

#[wasm_bindgen_test]
async fn a_host_that_is_not_there_is_told_from_one_that_refuses_pages() {
    let (mut host, desk, _) = host(Some("http://localhost:9"));
    host.start(Step::NeedToken(Freshness::Cached));
    desk.hand_over(Token::new("a.b.c".to_owned()));
    assert_eq!(host.next(None).await, Input::Token);
    host.start(get());
    let lost = Reply::NoAnswer {
        reachable: Some(false),
    };
    assert_eq!(host.next(None).await, Input::Reply(CallId(7), lost));
}
