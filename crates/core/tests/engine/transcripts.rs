//! Runs as transcripts: what the far end answers, call by call, and what the engine does.
//!
//! Nothing takes time here but what the engine waits for, so every moment in a transcript is its
//! own choice. Each batch holds two entries; the entries are `a`, `b`, `c` and so on.

use std::{collections::VecDeque, fmt::Write, time::Duration};

use ioculate_core::{
    clock::{Instant, WallTime},
    import::{CallLog, ConnectionCheck, Freshness, Import, Input, Method, Outcome, Request, Step},
    limits::Limits,
    plan::{Endpoint, EntryId},
    session::Waiting,
};
use serde_json::{Value, json};

use crate::{
    laws::Watched,
    plan, server,
    world::{Answer, Pace, START, Server, World},
};

/// Answers given one after another, each as one word or a few.
struct Script {
    answers: VecDeque<&'static str>,
}

impl Server for Script {
    fn arrive(&mut self, _: Instant, _: u32, request: &Request) -> Answer {
        let answer = self.answers.pop_front().unwrap_or("ok");
        let mut words = answer.split(' ');
        match (words.next(), words.next(), words.next()) {
            (Some("ok"), which, _) => server::http(200, &ok(request, which)),
            (Some("lost"), reachable, _) => Answer::Lost(reachable.map(|word| word == "reachable")),
            (Some("cut"), ..) => Answer::Http(200, Vec::new(), b"{\"value\":[{".to_vec()),
            (Some("page"), ..) => Answer::Http(200, Vec::new(), b"<html>Sign in".to_vec()),
            (Some("401"), ..) => Answer::Http(401, Vec::new(), Vec::new()),
            (Some("429"), Some("after"), Some(seconds)) => server::too_many(seconds.parse().ok()),
            (Some("429"), ..) => server::too_many(None),
            (Some(status), ..) => server::error(status.parse().expect("a status"), "Code"),
            (None, ..) => unreachable!("a split has a first part"),
        }
    }
}

/// Success for every item of the request, or all but those named.
fn ok(request: &Request, failed: Option<&str>) -> Value {
    let Some(body) = &request.body else {
        return json!({ "value": [] });
    };
    let body: Value = serde_json::from_slice(body).expect("the engine sends JSON");
    let result = |item: &Value| {
        let value = item["indicatorValue"].as_str().expect("a value");
        let failed = failed.is_some_and(|failed| failed == value);
        json!({ "id": "1", "indicator": value, "isFailed": failed, "failureReason": failed.then_some("No.") })
    };
    match body["Indicators"].as_array() {
        Some(items) => json!({ "value": items.iter().map(result).collect::<Vec<_>>() }),
        None => json!({ "id": "1", "indicatorValue": body["indicatorValue"] }),
    }
}

struct Case {
    entries: usize,
    endpoint: Endpoint,
    limits: Limits,
    answers: &'static [&'static str],
    told: Vec<(u64, Input)>,
    no_token: Vec<u32>,
    pace: Pace,
}

/// A run of so many entries, one call at a time, with these answers: the gate's first. After the
/// last of them all goes well.
fn answers(entries: usize, answers: &'static [&'static str]) -> Case {
    Case {
        entries,
        endpoint: Endpoint::Import,
        limits: Limits {
            in_flight: 1,
            ..Limits::documented()
        },
        answers,
        told: Vec::new(),
        no_token: Vec::new(),
        pace: Pace::NONE,
    }
}

impl Case {
    fn told(mut self, second: u64, input: Input) -> Self {
        self.told.push((second, input));
        self
    }

    fn run(self) -> (World<Script>, Watched, Vec<String>) {
        let letters: Vec<String> = ('a'..).map(String::from).take(self.entries).collect();
        let plan = plan::of(&letters, self.endpoint);
        let batches = plan::batches(&plan, 2);
        let calls = CallLog::new(&self.limits);
        let import = Import::new(plan, batches, self.limits.clone(), calls);
        let mut watched = Watched::new(import, &self.limits);
        let mut world = World::new(script(self.answers), self.pace);
        for (second, input) in self.told {
            world.tell_at(Duration::from_secs(second), input);
        }
        world.no_token.extend(self.no_token);
        world.run(&mut watched);
        (world, watched, letters)
    }

    fn transcript(self) -> String {
        let (world, watched, letters) = self.run();
        let mut lines = spoken(&world.steps);
        for (number, letter) in (0..).zip(&letters) {
            let outcome = watched.import.outcome(EntryId(number));
            let _ = writeln!(lines, "{letter} {}", ended(outcome));
        }
        if let Some(stopped) = watched.import.stopped() {
            let _ = writeln!(lines, "{stopped:?}");
        }
        lines
    }

    /// Why it waited, each time for another reason; a moment as seconds from the start.
    fn waits(self) -> Vec<String> {
        let (_, watched, _) = self.run();
        let seconds = |until: &WallTime| (until.0 - START.0) / 1_000;
        let word = |why: &Waiting| match why {
            Waiting::Quota { until } => format!("quota until {}", seconds(until)),
            Waiting::Retry { until, status } => {
                format!("retry until {} after {status:?}", seconds(until))
            }
            Waiting::Trouble {
                status,
                message,
                until,
            } => {
                let until = until.as_ref().map(seconds);
                format!("trouble {status:?} {message} asks at {until:?}")
            }
            other => format!("{other:?}"),
        };
        let answers = |why: &&Waiting| **why != Waiting::Answers;
        watched.whys.iter().filter(answers).map(word).collect()
    }
}

fn script(answers: &[&'static str]) -> Script {
    Script {
        answers: answers.iter().copied().collect(),
    }
}

/// The calls and the renewals, each with its moment in seconds.
pub(crate) fn spoken(steps: &[(Instant, Step)]) -> String {
    let mut lines = String::new();
    for (at, step) in steps {
        let at = at.as_secs_f64();
        let line = match step {
            Step::Send(_, request) if request.method == Method::Get => {
                format!("GET {}", request.path)
            }
            Step::Send(_, request) => sent(request),
            Step::NeedToken(Freshness::Renewed) => "renew".to_owned(),
            _ => continue,
        };
        let _ = writeln!(lines, "{at:.2} {line}");
    }
    lines
}

fn sent(request: &Request) -> String {
    let body = request.body.as_deref().expect("a POST has a body");
    let body: Value = serde_json::from_slice(body).expect("the engine sends JSON");
    let list = |items: &Value, of: fn(&Value) -> Option<&str>| {
        let items = items.as_array()?.iter().filter_map(of);
        Some(items.collect::<Vec<_>>().join(" "))
    };
    let value = |item: &Value| item["indicatorValue"].as_str().map(str::to_owned);
    if let Some(ids) = list(&body["IndicatorIds"], Value::as_str) {
        return format!("DELETE {ids}");
    }
    let values = list(&body["Indicators"], |item| item["indicatorValue"].as_str());
    let values = values.or(value(&body)).unwrap_or_default();
    format!("POST {values}")
}

pub(crate) fn ended(outcome: Option<&Outcome>) -> String {
    match outcome.expect("each entry has its outcome") {
        Outcome::Accepted { .. } => "accepted".to_owned(),
        Outcome::Rejected { reason, target } => {
            format!("rejected: {reason} {}", target.as_deref().unwrap_or("-"))
        }
        Outcome::Unconfirmed => "unconfirmed".to_owned(),
        Outcome::NotSent { .. } => "not sent".to_owned(),
    }
}

/// Compares line by line, whatever the indentation.
fn check(case: Case, expected: &str) {
    let expected: Vec<&str> = expected
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let transcript = case.transcript();
    assert_eq!(
        transcript.lines().collect::<Vec<_>>(),
        expected,
        "\n{transcript}"
    );
}

#[test]
fn a_run_where_all_goes_well() {
    check(
        answers(3, &["ok", "ok a", "ok"]),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a b
         0.00 POST c
         a rejected: No. -
         b accepted
         c accepted",
    );
}

#[test]
fn the_single_api_takes_one_at_a_time() {
    let mut case = answers(2, &["ok", "400"]);
    case.endpoint = Endpoint::Single;
    check(
        case,
        "0.00 GET /api/indicators?$top=1
         0.00 POST a
         0.00 POST b
         a rejected: Code: Said so. t-1
         b accepted",
    );
}

/// What the gate says of an answer; nothing is sent unless it is open.
fn gate(script: &'static [&'static str], no_token: &[u32]) -> String {
    let mut case = answers(1, script);
    case.no_token = no_token.to_vec();
    let transcript = case.transcript();
    let (_, last) = transcript.trim_end().rsplit_once('\n').expect("two lines");
    if let Some(why) = last.strip_prefix("Gate(") {
        assert!(!transcript.contains("POST"), "{transcript}");
        assert!(transcript.contains("a not sent"), "{transcript}");
        return why.strip_suffix(')').unwrap_or(why).to_owned();
    }
    last.to_owned()
}

#[test]
fn the_gate_opens_for_a_readable_answer_alone() {
    for (script, says) in [
        (&["ok"][..], "a accepted"),
        (&["lost reachable"], "CrossOrigin"),
        (&["lost unreachable"], "Unreachable"),
        (&["lost"], "Unreachable"),
        (&["401", "ok"], "a accepted"),
        (&["401", "401"], "SignIn { code: \"HTTP 401\" }"),
        (
            &["403"],
            "Permission { code: \"Code\", message: \"Said so.\" }",
        ),
        (&["429 after 3", "429", "ok"], "a accepted"),
        (
            &["404"],
            "Unexpected { status: 404, message: \"Code: Said so.\" }",
        ),
        (&["503", "500", "ok"], "a accepted"),
        (
            &["503"; 6],
            "Unexpected { status: 503, message: \"Code: Said so.\" }",
        ),
        (
            &["cut"],
            "Unexpected { status: 200, message: \"The answer is not a list of indicators.\" }",
        ),
        (
            &["page"],
            "Unexpected { status: 200, message: \"The answer is not a list of indicators.\" }",
        ),
    ] {
        assert_eq!(gate(script, &[]), says, "{script:?}");
    }
    assert_eq!(gate(&[], &[0]), "SignIn { code: \"interaction_required\" }");
    assert_eq!(
        gate(&["401"], &[1]),
        "SignIn { code: \"interaction_required\" }"
    );
}

#[test]
fn the_gate_waits_as_it_is_told() {
    check(
        answers(1, &["429 after 17", "429", "ok"]),
        "0.00 GET /api/indicators?$top=1
         17.02 GET /api/indicators?$top=1
         77.04 GET /api/indicators?$top=1
         77.04 POST a
         a accepted",
    );
}

#[test]
fn a_connection_check_is_the_gate_alone() {
    for (script, open) in [
        (&["ok"][..], true),
        (&["401", "ok"], true),
        (&["403"], false),
        (&["lost"], false),
    ] {
        let limits = Limits::documented();
        let mut world = World::new(self::script(script), Pace::NONE);
        let mut check = ConnectionCheck::new(limits.clone(), CallLog::new(&limits));
        world.run(&mut check);
        assert_eq!(
            check.result().map(|result| result.is_ok()),
            Some(open),
            "{script:?}"
        );
    }
}

#[test]
fn a_429_waits_as_long_as_it_asks() {
    check(
        answers(1, &["ok", "429 after 17"]),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a
         17.02 POST a
         a accepted",
    );
}

#[test]
fn a_429_that_does_not_say_how_long_waits_for_a_window() {
    check(
        answers(1, &["ok", "429"]),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a
         60.02 POST a
         a accepted",
    );
}

#[test]
fn a_batch_that_waits_for_its_token_hears_of_a_429_too() {
    let mut case = answers(4, &["ok", "429 after 17"]);
    case.limits.in_flight = 2;
    case.pace = Pace {
        journal: Duration::from_secs(1),
        token: Duration::from_millis(500),
        ..Pace::NONE
    };
    check(
        case,
        "1.50 GET /api/indicators?$top=1
         3.00 POST a b
         20.02 POST c d
         21.52 POST a b
         a accepted
         b accepted
         c accepted
         d accepted",
    );
}

#[test]
fn what_may_pass_is_tried_six_times_ever_later() {
    check(
        answers(1, &["ok", "500", "lost", "cut", "408", "503", "502"]),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a
         0.50 POST a
         1.50 POST a
         3.50 POST a
         7.50 POST a
         15.50 POST a
         15.50 GET /api/indicators?$top=10000
         15.50 POST a
         a accepted",
    );
}

#[test]
fn a_batch_that_was_never_taken_stays_to_be_sent() {
    // A minute later one harmless question is answered, and the run goes on by itself.
    let mut case = answers(1, &["ok", "429 after 1", "429 after 1"]);
    case.limits.tries = 2;
    check(
        case,
        "0.00 GET /api/indicators?$top=1
         0.00 POST a
         1.02 POST a
         61.02 GET /api/indicators?$top=1
         61.02 POST a
         a accepted",
    );
}

#[test]
fn a_refused_batch_is_halved_until_the_fault_is_alone() {
    let mut case = answers(4, &["ok", "ok", "400", "400", "ok"]);
    case.limits.failures_before_pause = 1;
    check(
        case,
        "0.00 GET /api/indicators?$top=1
         0.00 POST a b
         0.00 POST c d
         0.00 POST c
         0.00 POST d
         a accepted
         b accepted
         c rejected: Code: Said so. t-1
         d accepted",
    );
}

#[test]
fn batches_that_fail_in_a_row_wait_until_a_question_is_answered() {
    let mut case = answers(4, &["ok", "500", "500"]);
    case.limits.tries = 1;
    case.limits.failures_before_pause = 2;
    check(
        case,
        "0.00 GET /api/indicators?$top=1
         0.00 POST a b
         0.00 POST c d
         60.00 GET /api/indicators?$top=1
         60.00 POST a b
         60.00 POST c d
         a accepted
         b accepted
         c accepted
         d accepted",
    );
}

#[test]
fn an_old_token_is_renewed_once() {
    check(
        answers(3, &["ok", "401", "ok", "401", "ok"]),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a b
         0.00 renew
         0.00 POST a b
         0.00 POST c
         0.00 renew
         0.00 POST c
         a accepted
         b accepted
         c accepted",
    );
}

#[test]
fn calls_refused_together_renew_the_token_once() {
    let mut case = answers(4, &["ok", "401", "401", "401", "401", "ok"]);
    case.limits.in_flight = 2;
    case.pace.trips = vec![(Duration::from_secs(1), 0.5)];
    check(
        case,
        "0.00 GET /api/indicators?$top=1
         1.00 POST a b
         1.00 POST c d
         2.00 renew
         2.00 POST a b
         2.00 POST c d
         123.00 renew
         123.00 POST c d
         123.00 POST a b
         a accepted
         b accepted
         c accepted
         d accepted",
    );
}

#[test]
fn a_renewed_token_that_is_refused_waits_for_the_user() {
    check(
        answers(1, &["ok", "401", "401", "ok"]),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a
         0.00 renew
         0.00 POST a
         120.00 renew
         120.00 POST a
         a accepted",
    );
}

#[test]
fn no_permission_and_no_api_stop_the_run() {
    check(
        answers(3, &["ok", "403"]),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a b
         a not sent
         b not sent
         c not sent
         Forbidden { code: \"Code\", message: \"Said so.\" }",
    );
    check(
        answers(3, &["ok", "405"]),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a b
         a not sent
         b not sent
         c not sent
         WrongHost { status: 405 }",
    );
}

#[test]
fn what_was_in_doubt_stays_in_doubt_when_the_run_stops() {
    check(
        answers(1, &["ok", "lost", "403"]),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a
         0.50 POST a
         a unconfirmed
         Forbidden { code: \"Code\", message: \"Said so.\" }",
    );
}

#[test]
fn a_cancelled_run_sends_nothing_more() {
    check(
        answers(3, &["ok", "ok", "429 after 17"]).told(5, Input::Cancel),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a b
         0.00 POST c
         a accepted
         b accepted
         c not sent
         Cancelled",
    );
}

#[test]
fn a_paused_run_goes_on_when_told() {
    check(
        answers(1, &["ok", "429 after 17"])
            .told(5, Input::Pause)
            .told(40, Input::Resume),
        "0.00 GET /api/indicators?$top=1
         0.00 POST a
         40.00 POST a
         a accepted",
    );
}

#[test]
fn without_a_network_no_try_is_wasted() {
    check(
        answers(1, &["ok", "lost"])
            .told(0, Input::Offline)
            .told(30, Input::Online),
        "0.00 GET /api/indicators?$top=1
         30.00 POST a
         30.50 POST a
         a accepted",
    );
}

#[test]
fn the_reason_of_each_wait_is_told() {
    let with = |change: fn(&mut Limits), entries, script| {
        let mut case = answers(entries, script);
        change(&mut case.limits);
        case
    };
    let plain = |_: &mut Limits| ();
    let one_call = |limits: &mut Limits| limits.import[0].calls = 1;
    let impatient = |limits: &mut Limits| {
        limits.tries = 1;
        limits.failures_before_pause = 1;
    };
    for (case, waits) in [
        (with(plain, 1, &[]), &[][..]),
        (with(one_call, 3, &[]), &["quota until 60"]),
        (
            with(plain, 1, &["ok", "429 after 17"]),
            &["retry until 17 after Some(429)"],
        ),
        (
            with(plain, 1, &["429 after 17"]),
            &["retry until 17 after Some(429)"],
        ),
        (
            with(plain, 1, &["ok", "lost", "lost", "lost"]),
            &[
                "retry until 0 after None",
                "retry until 1 after None",
                "retry until 3 after None",
            ],
        ),
        (
            with(plain, 1, &["ok", "503"]),
            &["retry until 0 after Some(503)"],
        ),
        (with(plain, 1, &["ok"]).told(0, Input::Pause), &["Paused"]),
        (
            with(plain, 1, &["ok"]).told(0, Input::Offline),
            &["Offline"],
        ),
        (
            with(plain, 1, &["ok", "401", "401"]),
            &["SignIn { code: \"HTTP 401\" }"],
        ),
        (
            with(impatient, 1, &["ok", "500"]),
            &["trouble Some(500) Code: Said so. asks at Some(60)"],
        ),
        (
            with(impatient, 1, &["ok", "lost"]),
            &["trouble None No answer came. asks at Some(60)"],
        ),
        // What the API refuses it refuses again: only the user can tell.
        (with(impatient, 1, &["ok", "400"]), &[]),
        (
            with(impatient, 2, &["ok", "400"]),
            &["trouble Some(400) Code: Said so. asks at None"],
        ),
    ] {
        assert_eq!(case.waits(), waits);
    }
}
