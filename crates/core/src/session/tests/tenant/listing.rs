//! The list on its way, and how long it is good.

use std::cmp::Reverse;

use super::*;
use crate::{
    indicator::IndicatorType::{DomainName, FileSha1, FileSha256},
    journal::NotOpened,
    plan::Endpoint,
};

#[test]
fn the_tenant_is_listed_page_by_page_and_counted() {
    let mut session = session();
    assert_eq!(states(&told(&mut session, list())), ["listing 0"]);
    // Once more changes nothing.
    assert_eq!(states(&told(&mut session, list())), ["listing 0"]);
    let mut host = Host::new();
    let events = host.drive(&mut session, service(held(), 5));
    assert_eq!(states(&events), ["listing 5", "listing 10", "known 13"]);
    assert_eq!(
        host.calls,
        [
            "Get /api/indicators?$top=10000",
            "Get /api/indicators?$top=5&$skip=5",
            "Get /api/indicators?$top=5&$skip=10",
        ]
    );
    assert_eq!((host.opened, host.notes), (1, 6));
    let sums = sums(&events);
    assert_eq!(sums.at, WallTime(NOON.wall.0 + 3_000));
    assert_eq!(sums.account, "Ann@contoso.example");
    assert_eq!(
        [sums.held, sums.most, sums.foreign, sums.unread],
        [13, 15_000, 1, 1]
    );
    assert_eq!([sums.freed, sums.expiring, sums.expired], [2, 2, 1]);
    assert_eq!([sums.conflicts, sums.same_files, sums.mine], [2, 1, 9]);
    assert_eq!(
        sums.by_type[..3],
        [(FileSha1, 4), (DomainName, 3), (FileSha256, 1)]
    );
    let order: Vec<_> = sums
        .by_type
        .iter()
        .map(|(kind, count)| (Reverse(*count), *kind as u8))
        .collect();
    assert!(order.is_sorted(), "equal ones as the API lists them");
    assert_eq!(sums.by_action[0], (Action::Block, 7));
    assert!(!session.is_running());
}

#[test]
fn a_list_that_does_not_come_says_why() {
    let refused = |status: u16, code: &str| {
        let body = json!({"error": {"code": code, "message": "No.", "target": "t"}}).to_string();
        wire::read(Method::Get, status, |_| None, body.as_bytes())
    };
    let no_answer = |reachable| Reply::NoAnswer { reachable };
    for (reply, calls, said) in [
        (
            refused(403, "Forbidden"),
            1,
            r#"failed Permission { code: "Forbidden", message: "No." }"#,
        ),
        (
            refused(401, "Unauthorized"),
            2,
            r#"failed SignIn { code: "Unauthorized" }"#,
        ),
        (
            refused(400, "ODataError"),
            1,
            r#"failed Unexpected { status: 400, message: "ODataError: No." }"#,
        ),
        (
            refused(500, "InternalServerError"),
            6,
            r#"failed Unexpected { status: 500, message: "InternalServerError: No." }"#,
        ),
        (no_answer(Some(true)), 6, "failed CrossOrigin"),
        (no_answer(None), 6, "failed Unreachable"),
        (
            Reply::Unreadable { status: 200 },
            6,
            r#"failed Unexpected { status: 200, message: "The answer is not a list of indicators." }"#,
        ),
    ] {
        let mut session = known();
        told(&mut session, list());
        let mut host = Host::new();
        let events = host.drive(&mut session, |_| reply.clone());
        assert_eq!(states(&events), [said]);
        assert_eq!(host.calls.len(), calls, "{said}");
        assert_eq!(window(&mut session, TenantFilter::default(), 0, 9).total, 0);
    }
}

#[test]
fn where_the_host_may_not_open_what_was_known_stays() {
    for (mut session, states_said) in [(session(), "unknown"), (known(), "known 13")] {
        told(&mut session, list());
        let mut host = Host::new();
        host.shut = Some(NotOpened::Elsewhere);
        let events = host.drive(&mut session, service(held(), 5));
        assert_eq!(states(&events), [states_said]);
        assert_eq!(events[0], Event::NotOpened(NotOpened::Elsewhere));
        assert_eq!(host.calls, [""; 0]);
    }
}

#[test]
fn a_list_that_is_stopped_counts_its_call_and_takes_nothing_away() {
    for (mut session, before) in [(session(), "unknown"), (known(), "known 13")] {
        told(&mut session, list());
        let mut host = Host::new();
        let (call, request) = host.until_called(&mut session);
        let _: Vec<Event> = session.news();
        assert_eq!(states(&told(&mut session, Command::StopListing)), [before]);
        // Both notes are written, and nobody is waited for.
        let events = host.drive(&mut session, |_| panic!("no call"));
        assert_eq!((states(&events).len(), host.notes), (0, 2));
        assert!(!session.is_running());
        let Activity::Idle(calls) = &session.activity else {
            panic!("nothing goes on");
        };
        let used = calls.pacer(Endpoint::Single).used(host.now.mono);
        assert!(used.0 >= 1, "{used:?}");
        // A late answer is nobody's.
        let late = service(held(), 5)(&request);
        Machine::handle(&mut session, host.now, Input::Reply(call, late));
        assert_eq!(session.news(), []);
    }
}

#[test]
fn a_list_holds_up_nothing() {
    // At each stage of a list: nothing done, opened, noted, left.
    for steps in 0..5 {
        for command in [send("ann"), Command::CheckConnection] {
            let mut session = session();
            read(&mut session, SIX);
            told(&mut session, list());
            let mut host = Host::new();
            let mut left = Vec::new();
            for _ in 0..steps {
                host.step(&mut session, &mut left);
            }
            assert_eq!(left.len(), usize::from(steps == 4), "{steps}");
            assert_eq!(states(&told(&mut session, command.clone())), ["unknown"]);
            let before = host.calls.len();
            let events = host.drive(&mut session, service(held(), 5));
            assert_eq!(states(&events), [""; 0]);
            assert_eq!(host.calls[before], "Get /api/indicators?$top=1");
            let ended = events.iter().any(|event| match (&command, event) {
                (Command::Send { .. }, Event::Report(report)) => report.accepted == 2,
                (_, event) => *event == Event::Connection(Connection::Open),
            });
            assert!(ended, "{steps} {command:?} {events:?}");
        }
    }
}

#[test]
fn a_list_asked_for_during_a_check_comes_after_it() {
    let mut session = session();
    told(&mut session, Command::CheckConnection);
    assert_eq!(states(&told(&mut session, list())), ["listing 0"]);
    let events = Host::new().drive(&mut session, service(held(), 100));
    assert_eq!(events[0], Event::Connection(Connection::Open));
    assert_eq!(states(&events).last().map(String::as_str), Some("known 13"));
    // Unless it is stopped before.
    told(&mut session, Command::CheckConnection);
    told(&mut session, list());
    assert_eq!(
        states(&told(&mut session, Command::StopListing)),
        ["known 13"]
    );
    let mut host = Host::new();
    host.drive(&mut session, service(held(), 100));
    assert_eq!(host.calls.len(), 1);
}

#[test]
fn what_one_account_has_listed_is_not_good_for_another() {
    let other = || Command::ListTenant {
        account: account("bob"),
    };
    // Known to one, asked for by another: gone at once.
    let mut session = known();
    assert_eq!(
        states(&told(&mut session, other())),
        ["unknown", "listing 0"]
    );
    // On its way for one, asked for by another: begun anew.
    let mut host = Host::new();
    host.until_called(&mut session);
    assert_eq!(states(&told(&mut session, list())), ["listing 0"]);
    let events = host.drive(&mut session, service(held(), 100));
    assert_eq!(states(&events).last().map(String::as_str), Some("known 13"));
    assert_eq!(host.calls.len(), 2);
    // Another sends.
    read(&mut session, SIX);
    assert_eq!(states(&told(&mut session, send("ann"))), ["listing 0"]);
    let mut session = known();
    read(&mut session, SIX);
    assert_eq!(states(&told(&mut session, send("bob"))), ["unknown"]);
}

#[test]
fn what_is_known_is_forgotten_when_told_or_when_calls_go_elsewhere() {
    let mut session = known();
    assert_eq!(
        states(&told(&mut session, Command::ForgetTenant)),
        ["unknown"]
    );
    let mut session = known();
    told(&mut session, list());
    Host::new().until_called(&mut session);
    assert_eq!(
        states(&told(&mut session, Command::ForgetTenant)),
        ["unknown"]
    );
    let elsewhere = |base: &str| Command::Configure {
        api_base: base.to_owned(),
        limits: Limits::documented(),
    };
    let mut session = known();
    assert_eq!(told(&mut session, elsewhere("https://api.example")), []);
    assert_eq!(
        states(&told(&mut session, elsewhere("https://b.example"))),
        ["unknown"]
    );
    // It ends a list on its way.
    told(&mut session, list());
    let mut host = Host::new();
    host.until_called(&mut session);
    told(&mut session, elsewhere("https://c.example"));
    host.drive(&mut session, |_| panic!("no call"));
    assert_eq!(session.api_base(), "https://c.example");
}

#[test]
fn a_run_makes_what_was_listed_stale() {
    let mut session = known();
    read(&mut session, SIX);
    told(&mut session, send("ann"));
    // A list asked for meanwhile changes nothing.
    assert_eq!(states(&told(&mut session, list())), ["listing 0"]);
    let events = Host::new().drive(&mut session, service(held(), 100));
    assert_eq!(states(&events), ["known 13", "known 13 stale"]);
    told(&mut session, list());
    let events = Host::new().drive(&mut session, service(held(), 100));
    assert_eq!(states(&events).last().map(String::as_str), Some("known 13"));
    // One that changed nothing does not.
    let mut session = known();
    read(&mut session, SIX);
    told(&mut session, send("ann"));
    let mut listed = service(held(), 100);
    let events = Host::new().drive(&mut session, |request| match request.path.as_str() {
        "/api/indicators?$top=10000" => listed(request),
        _ => Reply::NoAnswer {
            reachable: Some(true),
        },
    });
    assert_eq!(states(&events), ["known 13"]);
}
