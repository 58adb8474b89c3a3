//! Runs against a scripted service, and what is kept of them.

use super::*;
use crate::{
    check::Policy,
    host::{Machine, Turn},
    import::{Method, NotSent, Outcome, Record, Request, Step},
    journal::{NotOpened, Opened, Route},
    wire::{self, Reply},
};

/// Plays a host with a virtual clock: every note is written, every token comes, and every call is
/// answered one second later by `answer`.
pub(super) fn drive(
    session: &mut Session,
    mut answer: impl FnMut(&Request) -> Reply,
) -> Vec<Event> {
    let mut now = NOON;
    let mut events = Vec::new();
    for _ in 0..100_000 {
        let turn = session.poll(now);
        events.extend(session.news());
        match turn {
            Turn::Finished => return events,
            Turn::Wait(until) => now.mono = until.expect("somebody is waited for").max(now.mono),
            Turn::Do(Step::Open(_)) => {
                Machine::handle(session, now, Input::Opened(Opened::default()));
            }
            Turn::Do(Step::Close(_)) => Machine::handle(session, now, Input::Closed),
            Turn::Do(Step::Record(id, _)) => Machine::handle(session, now, Input::Recorded(id)),
            Turn::Do(Step::NeedToken(_)) => Machine::handle(session, now, Input::Token),
            Turn::Do(Step::Send(call, request)) => {
                now.mono += Duration::from_secs(1);
                now.wall.0 += 1_000;
                Machine::handle(session, now, Input::Reply(call, answer(&request)));
            }
            Turn::Do(step) => panic!("{step:?}"),
        }
    }
    panic!("it never ends");
}

/// Accepts everything but values that hold `bad`.
pub(super) fn api(request: &Request) -> Reply {
    let items: Vec<serde_json::Value> = match (&request.method, &request.body) {
        (Method::Post, Some(body)) => {
            let body: serde_json::Value = serde_json::from_slice(body).expect("JSON");
            let sent = body["Indicators"].as_array().expect("a list").iter();
            sent.map(|item| result(item["indicatorValue"].as_str().expect("a value")))
                .collect()
        }
        _ => Vec::new(),
    };
    let body = serde_json::json!({ "value": items }).to_string();
    wire::read(request.method, 200, |_| None, body.as_bytes())
}

fn result(value: &str) -> serde_json::Value {
    if value.contains("bad") {
        serde_json::json!({"id": null, "indicator": value, "isFailed": true, "failureReason": "No."})
    } else {
        serde_json::json!({"id": "7", "indicator": value, "isFailed": false, "failureReason": null})
    }
}

pub(super) fn send() -> Command {
    Command::Send {
        account: Account {
            username: "ann@example.com".to_owned(),
            tenant_id: "tenant".to_owned(),
            account_id: "account".to_owned(),
        },
        route: Route::Batches,
        unjournalled: false,
        as_listed: false,
    }
}

fn report(events: &[Event]) -> &ReportSummary {
    let report = events.iter().find_map(|event| match event {
        Event::Report(report) => Some(report),
        _ => None,
    });
    report.expect("a report")
}

/// `ready accepted rejected unconfirmed not-sent`
fn outcome(report: &ReportSummary) -> [u32; 5] {
    let ReportSummary {
        accepted,
        rejected,
        unconfirmed,
        not_sent,
        ..
    } = *report;
    let ready = report.counts.ready;
    assert_eq!(ready, accepted + rejected + unconfirmed + not_sent);
    [ready, accepted, rejected, unconfirmed, not_sent]
}

#[test]
fn a_run_ends_in_a_report_that_adds_up() {
    let mut session = session();
    read(
        &mut session,
        &format!(
            "{SIX}DomainName,bad.example,Block,t,d,\nUrl,https://left.example/out,Block,t,d,\n"
        ),
    );
    let leave_out = Command::Fix {
        fix: Fix::LeaveOut,
        scope: Scope::Row { row: 7 },
    };
    ask(&mut session, leave_out);
    assert_eq!(told(&mut session, send()), []);
    assert!(session.is_running());
    let events = drive(&mut session, api);
    let report = report(&events).clone();
    assert_eq!(outcome(&report), [4, 2, 1, 0, 1]);
    assert_eq!((report.calls, report.stopped.clone()), (2, None));
    assert_eq!(
        report.reasons,
        [Reason {
            text: "No.".to_owned(),
            rows: 1
        }]
    );
    assert!(report.started < report.ended);
    let rejected = rows(&mut session, of(VerdictFilter::Rejected));
    assert_eq!(values(&rejected), ["bad.example"]);
    let not_sent = rows(&mut session, of(VerdictFilter::NotSent));
    let left_out = Outcome::NotSent {
        reason: NotSent::LeftOut,
    };
    assert_eq!(not_sent.rows[0].outcome.as_ref(), Some(&left_out));
    let refused = rows(&mut session, of(VerdictFilter::Refused));
    assert_eq!(refused.rows[0].outcome, None);
}

#[test]
fn a_report_speaks_of_what_was_sent_until_it_is_cleared() {
    let mut session = session();
    read(&mut session, SIX);
    told(&mut session, send());
    drive(&mut session, api);
    assert_eq!(told(&mut session, send()), []);
    assert_eq!(
        read(&mut session, "DomainName,late.example,Block,t,d,\n")
            .counts
            .records,
        6
    );
    assert_eq!(rows(&mut session, of(VerdictFilter::Accepted)).total, 2);
    assert_eq!(ask(&mut session, Command::Clear).counts.records, 0);
    assert_eq!(read(&mut session, SIX).counts.ready, 2);
    told(&mut session, send());
    assert_eq!(outcome(report(&drive(&mut session, api))), [2, 2, 0, 0, 0]);
}

#[test]
fn a_closed_gate_sends_nothing_and_may_be_tried_again() {
    let mut session = session();
    read(&mut session, SIX);
    told(&mut session, send());
    let events = drive(&mut session, |_| Reply::NoAnswer {
        reachable: Some(true),
    });
    assert_eq!(outcome(report(&events)), [2, 0, 0, 0, 2]);
    assert_eq!(
        report(&events).stopped,
        Some(Stopped::Gate(Closed::CrossOrigin))
    );
    let closed = Connection::Closed {
        reason: Closed::CrossOrigin,
        api_base: "https://api.example".to_owned(),
    };
    assert!(events.contains(&Event::Connection(closed)));
    assert_eq!(rows(&mut session, of(VerdictFilter::NotSent)).total, 2);
    told(&mut session, send());
    assert_eq!(outcome(report(&drive(&mut session, api))), [2, 2, 0, 0, 0]);
}

/// The user resumes, the browser fails again at once, and the page was told in between that it goes on.
#[test]
fn a_run_that_fails_again_as_soon_as_it_is_resumed_says_so_again() {
    let mut session = session();
    read(&mut session, SIX);
    told(&mut session, send());
    let mut now = NOON;
    let mut fails = |session: &mut Session| loop {
        match session.poll(now) {
            Turn::Do(Step::Open(_)) => {
                Machine::handle(session, now, Input::Opened(Opened::default()));
            }
            Turn::Do(Step::Record(id, Record::Intent { .. })) => {
                let full = Input::NotRecorded(id, "Full.".to_owned());
                return Machine::handle(session, now, full);
            }
            Turn::Do(Step::Record(id, _)) => Machine::handle(session, now, Input::Recorded(id)),
            Turn::Do(Step::NeedToken(_)) => Machine::handle(session, now, Input::Token),
            Turn::Do(Step::Send(call, request)) => {
                Machine::handle(session, now, Input::Reply(call, api(&request)));
            }
            Turn::Wait(until) => now.mono = until.expect("it waits for a moment").max(now.mono),
            turn => panic!("{turn:?}"),
        }
    };
    let is_full = |progress: Option<Progress>| {
        let why = progress.map(|progress| progress.why);
        matches!(why, Some(Waiting::Journal { message }) if message == "Full.")
    };
    fails(&mut session);
    assert!(is_full(session.new_progress(NOON)));
    assert_eq!(session.new_progress(NOON), None);
    let resumed = told(&mut session, Command::Resume);
    assert!(matches!(resumed.last(), Some(Event::Progress(_))));
    fails(&mut session);
    assert!(is_full(session.new_progress(NOON)));
}

#[test]
fn a_cancelled_run_says_what_was_not_sent() {
    let mut session = session();
    read(&mut session, SIX);
    told(&mut session, send());
    assert!(matches!(
        told(&mut session, Command::Cancel)[..],
        [Event::Progress(_)]
    ));
    let events = drive(&mut session, api);
    assert_eq!(outcome(report(&events)), [2, 0, 0, 0, 2]);
    assert_eq!(report(&events).stopped, Some(Stopped::Cancelled));
    let unsent = export(&mut session, ExportKind::Unsent);
    assert_eq!(unsent[0].0, "not-sent.csv");
    assert_eq!(unsent[0].1.matches("\"not-sent\",\"cancelled\"").count(), 2);
}

#[test]
fn a_row_that_expires_before_the_run_is_not_sent() {
    let mut session = session();
    read(
        &mut session,
        "DomainName,a.example,Block,t,d,2026-11-21T12:00:05Z\nDomainName,b.example,Block,t,d,\n",
    );
    let later = Now {
        wall: WallTime(NOON.wall.0 + 10_000),
        ..NOON
    };
    let events = session.handle(later, send(), None);
    assert_eq!(figures(&summary(events)), [2, 1, 0, 0, 1, 0]);
    assert_eq!(
        outcome(report(&drive(&mut session, |_| Reply::NoAnswer {
            reachable: None
        }))),
        [1, 0, 0, 0, 1]
    );
}

#[test]
fn the_connection_is_checked_without_sending() {
    let mut session = session();
    assert_eq!(
        told(&mut session, Command::CheckConnection),
        [Event::Connection(Connection::Checking)]
    );
    let events = drive(&mut session, |request| {
        assert_eq!(request.method, Method::Get);
        api(request)
    });
    assert_eq!(events, [Event::Connection(Connection::Open)]);
    assert!(!session.is_running());
}

#[test]
fn a_command_out_of_place_changes_nothing() {
    let mut session = session();
    for command in [
        Command::Pause,
        Command::Resume,
        Command::Cancel,
        Command::Token(Token::new("secret".to_owned())),
        Command::SignInFailed {
            code: "x".to_owned(),
        },
        Command::Detail { row: 0 },
    ] {
        assert_eq!(told(&mut session, command), []);
    }
    let nothing = Event::NotOpened(NotOpened::NothingToSend);
    assert_eq!(told(&mut session, send()), [nothing]);
    let fix = Command::Fix {
        fix: Fix::ChooseThis,
        scope: Scope::Row { row: u32::MAX },
    };
    assert_eq!(ask(&mut session, fix).counts, Counts::default());
    read(&mut session, SIX);
    told(&mut session, send());
    assert_eq!(ask(&mut session, Command::Clear).counts.records, 6);
    let policy = Policy {
        internal_addresses: true,
        ..Policy::default()
    };
    assert_eq!(
        ask(&mut session, Command::SetPolicy(policy)).counts.records,
        6
    );
    assert_eq!(told(&mut session, Command::CheckConnection), []);
    assert_eq!(outcome(report(&drive(&mut session, api))), [2, 2, 0, 0, 0]);
}

#[test]
fn nothing_is_sent_while_the_host_is_busy_with_something_else() {
    let mut session = session();
    read(&mut session, SIX);
    told(&mut session, Command::CheckConnection);
    assert!(matches!(session.poll(NOON), Turn::Do(Step::Open(_))));
    let busy = [Event::NotOpened(NotOpened::Busy)];
    assert_eq!(told(&mut session, send()), busy);
    // What the host opens is not a run's.
    Machine::handle(&mut session, NOON, Input::Opened(Opened::default()));
    assert_eq!(
        drive(&mut session, api),
        [Event::Connection(Connection::Open)]
    );
    assert_eq!(told(&mut session, send()), []);
    assert_eq!(outcome(report(&drive(&mut session, api))), [2, 2, 0, 0, 0]);
}

/// The names and the texts of the files.
fn export(session: &mut Session, kind: ExportKind) -> Vec<(String, String)> {
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    session
        .files(kind)
        .map(|file| (file.name, text(file.bytes)))
        .collect()
}

#[test]
fn a_plan_can_be_taken_elsewhere_when_the_gate_is_closed() {
    let mut session = session();
    read(&mut session, SIX);
    told(&mut session, send());
    drive(&mut session, |_| Reply::NoAnswer {
        reachable: Some(false),
    });
    let portal = export(&mut session, ExportKind::PortalCsv);
    assert_eq!(portal[0].1.lines().count(), 3);
    assert!(portal[0].1.contains("one.example"));
    let bodies = export(&mut session, ExportKind::RequestBodies);
    let body: serde_json::Value = serde_json::from_str(&bodies[0].1).expect("JSON");
    assert_eq!(body["Indicators"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_report_can_be_kept_once_there_is_one() {
    let mut session = session();
    read(
        &mut session,
        &format!("{SIX}DomainName,bad.example,Block,t,d,\n"),
    );
    assert_eq!(export(&mut session, ExportKind::ReportJson), []);
    told(&mut session, send());
    drive(&mut session, api);
    let json = export(&mut session, ExportKind::ReportJson);
    let report: serde_json::Value = serde_json::from_str(&json[0].1).expect("JSON");
    let rows = report["rows"].as_array().expect("rows");
    let outcomes: Vec<_> = rows
        .iter()
        .map(|row| row["outcome"].as_str().unwrap_or("-"))
        .collect();
    assert_eq!(
        outcomes,
        ["accepted", "-", "-", "-", "-", "accepted", "rejected"]
    );
    assert_eq!(rows[6]["failureReason"], "No.");
    let csv = export(&mut session, ExportKind::ReportCsv);
    assert_eq!(csv[0].1.lines().count(), 8);
}

#[test]
fn what_did_not_reach_the_tenant_can_be_kept_before_a_run_and_after() {
    let mut session = session();
    read(
        &mut session,
        &format!("{SIX}DomainName,bad.example,Block,t,d,\n"),
    );
    let names = |session: &mut Session, kind| {
        let files = export(session, kind).into_iter();
        let lines = |(name, text): (String, String)| (name, text.lines().count() - 1);
        files.map(lines).collect::<Vec<_>>()
    };
    let kept = |rows| vec![("rejects.csv".to_owned(), rows)];
    assert_eq!(names(&mut session, ExportKind::Rejects), kept(2));
    assert_eq!(names(&mut session, ExportKind::Unsent), []);
    told(&mut session, send());
    drive(&mut session, api);
    assert_eq!(names(&mut session, ExportKind::Rejects), kept(3));
    assert_eq!(names(&mut session, ExportKind::Unsent), []);
}

#[test]
fn a_row_says_which_calls_carried_it() {
    let mut session = session();
    read(&mut session, SIX);
    let attempts = |session: &mut Session, row| {
        let detail = told(session, Command::Detail { row });
        let [Event::Detail(detail)] = &detail[..] else {
            panic!("{detail:?}");
        };
        let told = detail.attempts.iter();
        let told = told.map(|view| (view.batch, view.attempt.status, view.attempt.millis));
        told.collect::<Vec<_>>()
    };
    assert_eq!(attempts(&mut session, 0), []);
    told(&mut session, send());
    let mut posts = 0;
    drive(&mut session, |request| {
        posts += u32::from(request.method == Method::Post);
        match (request.method, posts) {
            (Method::Post, 1) => wire::read(Method::Post, 503, |_| None, b""),
            _ => api(request),
        }
    });
    assert_eq!(
        attempts(&mut session, 0),
        [(1, Some(503), 1_000), (1, Some(200), 1_000)]
    );
    assert_eq!(attempts(&mut session, 1), [], "a duplicate is not sent");
}

/// What the API took or refused is not taken elsewhere again.
#[test]
fn what_is_taken_elsewhere_after_a_run_is_what_did_not_arrive() {
    let mut session = session();
    let rows: Vec<String> = (0..600)
        .map(|at| format!("DomainName,host{at}.example,Block,t,d,\n"))
        .collect();
    let bad = "DomainName,bad.example,Block,t,d,\n";
    read(&mut session, &format!("{bad}{}", rows.concat()));
    let lines = |session: &mut Session, kind| {
        let files = export(session, kind).into_iter();
        files
            .map(|(_, text)| text.matches(".example").count())
            .sum::<usize>()
    };
    assert_eq!(lines(&mut session, ExportKind::HuntingQuery), 601);
    told(&mut session, send());
    let mut posts = 0;
    drive(&mut session, |request| {
        posts += u32::from(request.method == Method::Post);
        if posts > 1 {
            let body = br#"{"error":{"code":"Forbidden","message":"no"}}"#;
            return wire::read(request.method, 403, |_| None, body);
        }
        api(request)
    });
    for kind in [
        ExportKind::PortalCsv,
        ExportKind::RequestBodies,
        ExportKind::HuntingQuery,
    ] {
        assert_eq!(lines(&mut session, kind), 101, "{kind:?}");
    }
    let scripts = [ExportKind::BashScript, ExportKind::PowerShellScript];
    for (kind, name) in scripts
        .into_iter()
        .zip(["send-indicators.sh", "send-indicators.ps1"])
    {
        let files = export(&mut session, kind);
        assert_eq!(files[0].0, name);
        assert!(files[0].1.contains("101 indicators in 1 calls, to"));
        assert!(files[0].1.contains("https://api.example"));
        assert_eq!(files[0].1.matches("host500.example").count(), 1);
    }
}
