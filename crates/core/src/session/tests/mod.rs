//! The session as a transcript: what the page asks, what it is told.

mod ahead;
mod edited;
mod mended;
mod past;
mod reading;
mod runs;
mod tenant;
mod undo;
mod world;

use std::time::Duration;

use super::*;
use crate::{import::Input, indicator::Action};

/// 2026-11-21T12:00:00Z.
const NOON: Now = Now {
    mono: Duration::from_secs(1),
    wall: WallTime(1_795_262_400_000),
    jitter: 0.5,
};

const HEADER: &str = "IndicatorType,IndicatorValue,Action,Title,Description,ExpirationTime\n";

fn session() -> Session {
    let mut session = Session::new();
    let configured = Command::Configure {
        api_base: "https://api.example".to_owned(),
        limits: Limits::documented(),
    };
    assert_eq!(session.handle(NOON, configured, None), []);
    session
}

fn told(session: &mut Session, command: Command) -> Vec<Event> {
    session.handle(NOON, command, None)
}

fn summary(events: Vec<Event>) -> Summary {
    let last = events.into_iter().rev().find_map(|event| match event {
        Event::Summary(summary) => Some(*summary),
        _ => None,
    });
    last.expect("a summary")
}

/// Reads a portal CSV with these rows under [`HEADER`].
fn read(session: &mut Session, rows: &str) -> Summary {
    read_file(session, "rows.csv", &format!("{HEADER}{rows}"))
}

fn read_file(session: &mut Session, name: &str, text: &str) -> Summary {
    let command = Command::Read {
        name: name.to_owned(),
    };
    summary(session.handle(NOON, command, Some(text.as_bytes().to_vec())))
}

fn ask(session: &mut Session, command: Command) -> Summary {
    summary(told(session, command))
}

fn rows(session: &mut Session, filter: Filter) -> Window {
    let command = Command::Rows {
        filter,
        start: 0,
        count: 100,
    };
    match told(session, command).pop() {
        Some(Event::Window(window)) => window,
        other => panic!("{other:?}"),
    }
}

/// `records ready duplicate conflict refused ignored`
fn figures(summary: &Summary) -> [u32; 6] {
    let Counts {
        records,
        ready,
        duplicate,
        conflict,
        refused,
        ignored,
    } = summary.counts;
    assert_eq!(records, ready + duplicate + conflict + refused + ignored);
    [records, ready, duplicate, conflict, refused, ignored]
}

fn values(window: &Window) -> Vec<&str> {
    window.rows.iter().map(|row| row.value.as_str()).collect()
}

fn of(verdict: VerdictFilter) -> Filter {
    Filter {
        verdict: Some(verdict),
        ..Filter::default()
    }
}

const SIX: &str = "\
DomainName,one.example,Block,t,d,
DomainName,one.example,Block,t,d,
DomainName,one.example,Audit,t,d,
DomainName,two.example,Block,t,d,2020-01-01T00:00:00Z
DomainName,three.example,Block,t,d,2020-01-01T00:00:00Z
IpAddress,8.8.8.8,Block,t,d,
";
