//! What was read, what it is shown as, and what the user may do about it.

use super::*;
use crate::{
    change::{ChangeKind, ChangeKinds},
    check::{
        Cidr, Policy,
        Verdict::{self, Conflict, Duplicate, Ready, Refused},
    },
    diagnostic::Diagnostic,
    indicator::IndicatorType,
};

#[test]
fn what_was_read_is_counted_and_explained() {
    let summary = read(&mut session(), SIX);
    assert_eq!(figures(&summary), [6, 2, 1, 1, 2, 0]);
    assert_eq!(
        (summary.entries, summary.calls, summary.calls_per_window),
        (2, 1, 30)
    );
    let expired = summary
        .causes
        .iter()
        .find(|cause| cause.code == "expired")
        .expect("a cause");
    assert_eq!((expired.count, expired.example.place.line), (2, 5));
    assert_eq!(expired.example_value, "two.example");
    assert!(expired.fixes.contains(&Fix::NeverExpires));
    assert_eq!(summary.by_action, [(Action::Block, 2)]);
}

#[test]
fn files_add_up_and_a_broken_one_takes_nothing_away() {
    let mut session = session();
    read(&mut session, SIX);
    let two = read_file(&mut session, "more.txt", "four.example\none.example\n");
    assert_eq!(two.counts.records, 8);
    let broken = read_file(
        &mut session,
        "broken.json",
        "{\"Indicators\":[{\"indicatorValue\":",
    );
    assert_eq!(broken.files.len(), 3);
    assert!(
        broken
            .causes
            .iter()
            .any(|cause| cause.code == "json-broken"),
        "{broken:?}"
    );
    assert_eq!(broken.counts.ready, two.counts.ready);
    let binary = read_file(&mut session, "tool.exe", "MZ\0\0\0\x01\x02");
    assert_eq!(binary.counts.ready, two.counts.ready);
    let most = 10;
    let finding = Finding::TooLarge { bytes: 11, most };
    let messages = session.refuse_file("huge.csv", 11, finding);
    let refused = summary(messages);
    assert_eq!(refused.files[4].bytes, 11);
    assert_eq!(refused.files[4].diagnostics[0].code(), "too-large");
    assert_eq!(refused.counts, binary.counts);
}

#[test]
fn each_file_says_how_many_of_its_records_are_ready() {
    let mut session = session();
    read_file(&mut session, "none.txt", "hostonly\n");
    let table = |rows: [&str; 2]| {
        let head = "indicatorType,indicatorValue,action,title,description";
        format!(
            "{head}\nDomainName,{},Block,t,d\nDomainName,{},Block,t,d\n",
            rows[0], rows[1]
        )
    };
    read_file(
        &mut session,
        "two.csv",
        &table(["six.example", "seven.example"]),
    );
    let read = read_file(
        &mut session,
        "one.csv",
        &table(["six.example", "eight.example"]),
    );
    let files = read.files.iter().map(|file| (file.records, file.ready));
    assert_eq!(files.collect::<Vec<_>>(), [(1, 0), (2, 2), (2, 1)]);
}

#[test]
fn each_way_of_rewriting_is_counted_with_an_example() {
    let list = "198.51.100.7\nhxxp://one[.]example/\nhxxp://two[.]example/\n";
    let read = read_file(&mut session(), "list.txt", list);
    let refanged = read
        .changes
        .iter()
        .find(|it| it.kind == ChangeKind::Refanged);
    let refanged = refanged.expect("two rows were refanged");
    let example = refanged.example.as_ref().expect("the first of them");
    assert_eq!(refanged.rows, 2);
    assert_eq!((&*example.before, &*example.after), ("hxxp", "http"));
    let rows: Vec<u32> = read.changes.iter().map(|it| it.rows).collect();
    assert!(rows.is_sorted_by(|a, b| a >= b), "{rows:?}");
}

#[test]
fn an_expired_row_is_fixed_alone_or_with_all_others() {
    let fix = |scope| Command::Fix {
        fix: Fix::NeverExpires,
        scope,
    };
    let mut one = session();
    read(&mut one, SIX);
    assert_eq!(
        figures(&ask(&mut one, fix(Scope::Row { row: 3 }))),
        [6, 3, 1, 1, 1, 0]
    );
    let mut all = session();
    read(&mut all, SIX);
    let code = "expired".to_owned();
    assert_eq!(
        figures(&ask(&mut all, fix(Scope::Code { code }))),
        [6, 4, 1, 1, 0, 0]
    );
    let reset = Command::Fix {
        fix: Fix::Reset,
        scope: Scope::Row { row: 4 },
    };
    assert_eq!(figures(&ask(&mut all, reset)), [6, 3, 1, 1, 1, 0]);
}

#[test]
fn of_conflicting_rows_the_user_chooses_one() {
    let mut session = session();
    read(&mut session, SIX);
    let choose = Command::Fix {
        fix: Fix::ChooseThis,
        scope: Scope::Row { row: 2 },
    };
    let summary = ask(&mut session, choose);
    assert_eq!(summary.by_action, [(Action::Audit, 1), (Action::Block, 1)]);
    assert_eq!(summary.counts.ready, 2);
    let ready = rows(&mut session, of(VerdictFilter::Ready));
    assert_eq!(ready.rows[0].action, Some(Action::Audit));
    let held = rows(&mut session, of(VerdictFilter::Conflict));
    assert_eq!(held.rows[0].twin.map(|twin| twin.row), Some(2));
}

#[test]
fn a_policy_checks_every_row_again() {
    let mut session = session();
    let refused = read(
        &mut session,
        "IpAddress,8.8.8.0/30,Block,t,d,\nIpAddress,10.0.0.1,Block,t,d,\n",
    );
    assert_eq!(figures(&refused), [2, 0, 0, 0, 2, 0]);
    let policy = Policy {
        cidr: Cidr::Expand { cap: 16 },
        internal_addresses: true,
        ..Policy::default()
    };
    let summary = ask(&mut session, Command::SetPolicy(policy));
    assert_eq!(figures(&summary), [2, 2, 0, 0, 0, 0]);
    // An address inside the network waits for a word more.
    assert_eq!(summary.entries, 4);
    assert_eq!(summary.by_action, [(Action::Block, 4)]);
    assert_eq!(summary.by_type, [(IndicatorType::IpAddress, 4)]);
    assert_eq!(summary.held, [(crate::import::NotSent::Guarded, 1)]);
}

#[test]
fn a_window_shows_what_passes_and_no_more_than_was_asked() {
    let mut session = session();
    read(&mut session, SIX);
    let window = rows(&mut session, Filter::default());
    assert_eq!((window.total, window.rows.len()), (6, 6));
    let refused = rows(&mut session, of(VerdictFilter::Refused));
    assert_eq!(values(&refused), ["two.example", "three.example"]);
    assert_eq!(
        refused.rows[0].finding.as_ref().map(Diagnostic::code),
        Some("expired")
    );
    let command = Command::Rows {
        filter: of(VerdictFilter::Refused),
        start: 1,
        count: 1,
    };
    let [Event::Window(window)] = &told(&mut session, command)[..] else {
        panic!("no window");
    };
    assert_eq!(
        (window.start, window.total, values(window)),
        (1, 2, vec!["three.example"])
    );
    let text = Filter {
        text: "TWO".to_owned(),
        ..Filter::default()
    };
    assert_eq!(values(&rows(&mut session, text)), ["two.example"]);
    let beyond = Command::Rows {
        filter: Filter::default(),
        start: u32::MAX,
        count: u32::MAX,
    };
    let [Event::Window(window)] = &told(&mut session, beyond)[..] else {
        panic!("no window");
    };
    assert_eq!((window.total, window.rows.len()), (6, 0));
}

#[test]
fn a_window_follows_a_change_of_the_rows() {
    let mut session = session();
    read(&mut session, SIX);
    assert_eq!(rows(&mut session, of(VerdictFilter::Refused)).total, 2);
    let fix = Command::Fix {
        fix: Fix::NeverExpires,
        scope: Scope::Row { row: 3 },
    };
    ask(&mut session, fix);
    assert_eq!(rows(&mut session, of(VerdictFilter::Refused)).total, 1);
}

#[test]
fn a_detail_shows_the_record_its_changes_and_its_fixes() {
    let mut session = session();
    read(
        &mut session,
        "DomainName, evil[.]EXAMPLE ,Block,t,d,2020-01-01T00:00:00Z\n",
    );
    let [Event::Detail(detail)] = &told(&mut session, Command::Detail { row: 0 })[..] else {
        panic!("no detail");
    };
    assert_eq!(detail.source.before, "DomainName,");
    assert_eq!(detail.source.value, " evil[.]EXAMPLE ");
    assert!(detail.source.after.starts_with(",Block,t,d,"));
    assert_eq!(detail.view.value, "evil.example");
    assert_eq!(detail.view.given.as_deref(), Some(" evil[.]EXAMPLE "));
    assert!(
        detail
            .changes
            .iter()
            .any(|change| change.field == crate::change::Field::IndicatorValue)
    );
    assert!(detail.fixes.contains(&Fix::NeverExpires));
    assert_eq!(told(&mut session, Command::Detail { row: 9 }), []);
}

#[test]
fn a_row_is_shown_with_its_verdict() {
    let mut session = session();
    read(&mut session, SIX);
    let window = rows(&mut session, Filter::default());
    let verdicts: Vec<Verdict> = window.rows.iter().map(|row| row.verdict).collect();
    assert_eq!(
        verdicts,
        [Ready, Duplicate, Conflict, Refused, Refused, Ready]
    );
}

#[test]
fn a_change_is_kept_as_written_for_a_row_or_for_all() {
    let mut session = session();
    let two = "Url,hxxp://ONE.example/,Block,t,d,\nDomainName,two[.]example,Block,t,d,\n";
    assert_eq!(figures(&read(&mut session, two)), [2, 2, 0, 0, 0, 0]);
    let kinds = |session: &mut Session, row| {
        let events = told(session, Command::Detail { row });
        let Some(Event::Detail(detail)) = events.into_iter().next() else {
            panic!("a detail");
        };
        let fixes = detail.fixes.into_iter();
        let kept = fixes.filter_map(|fix| match fix {
            Fix::KeepAsWritten { kind } => Some(kind),
            _ => None,
        });
        kept.collect::<Vec<_>>()
    };
    let (refanged, lower) = (ChangeKind::Refanged, ChangeKind::Lowercased);
    assert_eq!(kinds(&mut session, 0), [refanged, lower]);
    let fix = |fix, row| Command::Fix {
        fix,
        scope: Scope::Row { row },
    };
    let keep = |kind| Fix::KeepAsWritten { kind };
    let kept = ask(&mut session, fix(keep(lower), 0));
    let left: Vec<ChangeKind> = kept.changes.iter().map(|one| one.kind).collect();
    assert_eq!((kept.counts.ready, left), (2, vec![refanged]));
    assert_eq!(kinds(&mut session, 0), [refanged]);
    assert_eq!(
        values(&rows(&mut session, Filter::default())),
        ["http://ONE.example/", "two.example"]
    );
    ask(&mut session, fix(Fix::Reset, 0));
    let policy = |kept| {
        Command::SetPolicy(Policy {
            kept,
            ..Policy::default()
        })
    };
    let all = ask(&mut session, policy(ChangeKinds::NONE.with(refanged)));
    assert_eq!(figures(&all), [2, 0, 0, 0, 2, 0]);
    // Of files to come as well.
    let more = read(&mut session, "DomainName,three[.]example,Block,t,d,\n");
    assert_eq!(more.counts.refused, 3);
    let none = ask(&mut session, policy(ChangeKinds::NONE));
    assert_eq!(figures(&none), [3, 3, 0, 0, 0, 0]);
    assert_eq!(kinds(&mut session, 0), [refanged, lower]);
}
