//! Every command and every event comes across as what it was: written as the page writes, cloned as a
//! browser clones what is posted, read as the worker reads, and the other way round.
//!
//! A table names each variant of its type, or it does not compile.

#![cfg(target_arch = "wasm32")]

/// One or more values of each variant.
macro_rules! every {
    ($($name:ident -> $type:ident { $($variant:ident: $values:expr;)+ })+) => { $(
        pub(crate) fn $name() -> Vec<$type> {
            // It names every variant, or it does not compile.
            let name = |it: &$type| match it { $($type::$variant { .. } => stringify!($variant),)+ };
            let mut all = Vec::new();
            $(
                let values: Vec<$type> = $values.into();
                let names: Vec<_> = values.iter().map(name).collect();
                assert!(!names.is_empty() && names.iter().all(|it| *it == stringify!($variant)));
                all.extend(values);
            )+
            all
        }
    )+ };
}

mod commands;
mod events;
mod tenant;
#[path = "../../../worker/src/told.rs"]
mod told;
#[path = "../../../worker/src/crossing.rs"]
mod worker;

use std::time::Duration;

use ioculate_app::crossing as page;
use ioculate_core::{
    clock::{Now, WallTime},
    journal::RunId,
    session::{Account, Command, Event, Filter, Session, first, rows},
};
use serde::Serialize as _;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use self::{commands::commands, events::events};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen]
extern "C" {
    /// What posting does with a message.
    #[wasm_bindgen(js_name = structuredClone)]
    fn posted(message: &JsValue) -> JsValue;
}

/// Beyond 32 bits, as moments are.
const LATE: WallTime = WallTime(1_795_269_986_123);

/// Text that is hard to carry.
fn text() -> String {
    "a\"\\\u{0}\u{2028}\u{feff}\u{1f9ea} undefined".to_owned()
}

fn run() -> RunId {
    RunId(text())
}

fn account() -> Account {
    Account {
        username: text(),
        tenant_id: String::new(),
        account_id: text(),
    }
}

#[wasm_bindgen_test]
fn commands_come_to_the_worker_as_they_were() {
    for command in commands() {
        let object = page::command(&command).expect("a plain object");
        let object = posted(&object);
        let read = worker::read(object.clone());
        assert_eq!(read.as_ref(), Some(&command));
        // What a part of the worker knows it reads likewise.
        let first = first::command(worker::Plain(object.clone()));
        assert!(first.as_ref().is_none_or(|first| *first == command));
        let is_known = worker::name(&object).is_some_and(|name| rows::is_known(&name));
        let about_rows = rows::command(worker::Plain(object));
        assert_eq!(about_rows, is_known.then_some(command));
    }
}

#[wasm_bindgen_test]
fn events_come_to_the_page_as_they_were() {
    for event in events() {
        arrives(&event);
    }
}

fn arrives(event: &Event) {
    let json = told::json(|told| event.serialize(told).ok()).expect("JSON");
    let first = told::json(|told| first::event(event, told));
    assert!(first.is_none_or(|first| first == json));
    let about_rows = told::json(|told| rows::event(event, told));
    assert!(about_rows.is_none_or(|told| told == json));
    let object = worker::object(&json).expect("a plain object");
    assert_eq!(page::event(posted(&object)).as_ref(), Ok(event));
}

/// What is really said of a list that has much wrong with it.
#[wasm_bindgen_test]
fn what_a_session_says_comes_to_the_page() {
    let now = Now {
        mono: Duration::ZERO,
        wall: LATE,
        jitter: 0.0,
    };
    let mut session = Session::new();
    let read = Command::Read { name: text() };
    let list = include_bytes!("../../../../www/sample.csv").to_vec();
    let mut said = session.handle(now, read, Some(list));
    let filter = Filter::default();
    let all = Command::Rows {
        filter,
        start: 0,
        count: 100,
    };
    said.extend(session.handle(now, all, None));
    for row in 0..40 {
        said.extend(session.handle(now, Command::Detail { row }, None));
    }
    assert!(said.len() > 30, "{}", said.len());
    for message in said {
        arrives(&message);
    }
}
