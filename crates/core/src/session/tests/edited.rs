//! What the user writes in rows, and the way back through what was decided.

use super::*;
use crate::{
    change::{Change, ChangeKind, Field},
    check::Verdict::{self, Ready, Refused},
    diagnostic::Diagnostic,
    indicator::IndicatorType,
    ledger::Ledger,
};

const FOUR: &str = "\
DomainName,one.example,Block,t,d,
DomainName,two example,Block,t,d,
DomainName,three.example,Audit,,d,
IpAddress,8.8.8.8,Block,t,d,
";

/// A session that gives a list what it lacks.
fn of_lists() -> Session {
    let mut session = session();
    let defaults = Defaults {
        title: "t".to_owned(),
        description: "d".to_owned(),
        ..Defaults::default()
    };
    ask(&mut session, Command::SetDefaults(defaults));
    session
}

fn texts(texts: &[(Field, &str)]) -> Vec<FieldText> {
    let text = |(field, text): &(Field, &str)| FieldText {
        field: *field,
        text: (*text).to_owned(),
    };
    texts.iter().map(text).collect()
}

fn write(session: &mut Session, row: u32, of: &[(Field, &str)]) -> Summary {
    let (texts, scope) = (texts(of), Scope::Row { row });
    ask(session, Command::Write { texts, scope })
}

fn detail(session: &mut Session, row: u32) -> Detail {
    match told(session, Command::Detail { row }).pop() {
        Some(Event::Detail(detail)) => *detail,
        other => panic!("{other:?}"),
    }
}

fn tried(session: &mut Session, row: u32, of: &[(Field, &str)]) -> Option<Tried> {
    let texts = texts(of);
    match told(session, Command::Try { row, texts }).pop() {
        Some(Event::Tried(tried)) => Some(*tried),
        None => None,
        other => panic!("{other:?}"),
    }
}

fn codes(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(Diagnostic::code).collect()
}

fn edited(field: Field, before: &str, after: &str) -> Change {
    Change::edited(field, before, after)
}

/// Each text as it is checked, listed and sent.
#[test]
fn what_is_written_in_a_field_is_checked_and_listed_as_a_change() {
    let long = "x".repeat(4_001);
    let cases: &[(u32, Field, &str, Verdict, &[&str])] = &[
        (1, Field::IndicatorValue, "two.example", Ready, &[]),
        (
            1,
            Field::IndicatorValue,
            "hxxp://two",
            Refused,
            &["domain-with-path"],
        ),
        (1, Field::IndicatorValue, "", Refused, &["missing-value"]),
        (
            0,
            Field::IndicatorType,
            "FileSha1",
            Refused,
            &["type-mismatch"],
        ),
        (0, Field::IndicatorType, "", Ready, &[]),
        (0, Field::Action, "Warn", Ready, &[]),
        (0, Field::Action, "", Refused, &["missing-action"]),
        (0, Field::Action, "Burn", Refused, &["bad-action"]),
        (0, Field::Severity, "High", Ready, &[]),
        (0, Field::Severity, "Huge", Refused, &["bad-severity"]),
        (0, Field::ExpirationTime, "2027-01-31T00:00:00Z", Ready, &[]),
        (
            0,
            Field::ExpirationTime,
            "2020-01-31",
            Refused,
            &["expired"],
        ),
        (
            0,
            Field::ExpirationTime,
            "31/12/2027",
            Refused,
            &["bad-date"],
        ),
        (2, Field::Title, "t", Ready, &[]),
        (0, Field::Title, "", Refused, &["missing-title"]),
        (0, Field::Title, &long, Refused, &["title-too-long"]),
        (0, Field::Description, "", Refused, &["missing-description"]),
        (0, Field::RecommendedActions, "look", Ready, &[]),
        (0, Field::RbacGroupNames, "one, two", Ready, &[]),
        (0, Field::GenerateAlert, "true", Ready, &[]),
        (
            0,
            Field::GenerateAlert,
            "perhaps",
            Refused,
            &["bad-generate-alert"],
        ),
        (0, Field::MitreTechniques, "T1566", Ready, &[]),
    ];
    let mut wrong: Vec<String> = Vec::new();
    for (row, field, text, verdict, found) in cases {
        let mut session = session();
        read(&mut session, FOUR);
        let before = detail(&mut session, *row);
        let tried = tried(&mut session, *row, &[(*field, text)]).expect("a row");
        let case = format!("{row} {field} {text:.20}");
        let said = (tried.verdict, codes(&tried.diagnostics).join(" "));
        wrong.extend((said != (*verdict, found.join(" "))).then(|| format!("{case}: {said:?}")));
        assert_eq!(detail(&mut session, *row), before, "{case}: only tried");
        let summary = write(&mut session, *row, &[(*field, text)]);
        let after = detail(&mut session, *row);
        assert_eq!(after.changes, tried.changes, "{case}");
        assert_eq!(after.diagnostics, tried.diagnostics, "{case}");
        let is_edited = |it: &&Change| it.kind == ChangeKind::Edited;
        let edits: Vec<Field> = after
            .changes
            .iter()
            .filter(is_edited)
            .map(|it| it.field)
            .collect();
        assert_eq!(edits, [*field], "{case}");
        let done = summary.steps.back.expect("a step");
        assert_eq!(
            (done.did, done.rows),
            (Did::Wrote(vec![*field]), 1),
            "{case}"
        );
        let back = ask(&mut session, Command::StepBack);
        assert_eq!(detail(&mut session, *row), before, "{case}: taken back");
        assert_eq!(
            (back.steps.back, back.steps.forward.is_some()),
            (None, true)
        );
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_mended_value_stands_beside_what_stood_there() {
    let mut session = session();
    read(&mut session, FOUR);
    write(&mut session, 1, &[(Field::IndicatorValue, "TWO.example")]);
    let it = detail(&mut session, 1);
    assert_eq!(it.view.value, "two.example");
    assert_eq!(it.view.given.as_deref(), Some("two example"));
    let first = edited(Field::IndicatorValue, "two example", "TWO.example");
    assert_eq!(it.changes[0], first);
    assert_eq!(it.changes[1].kind, ChangeKind::Lowercased);
    assert_eq!(it.source.value, "two example");
    let found = rows(
        &mut session,
        Filter {
            text: "two example".to_owned(),
            ..Filter::default()
        },
    );
    assert_eq!(values(&found), ["two.example"], "found by what stood there");
}

#[test]
fn a_value_that_is_still_broken_is_shown_as_it_was_written() {
    let mut session = session();
    read(&mut session, FOUR);
    write(&mut session, 1, &[(Field::IndicatorValue, "\u{1}")]);
    let it = detail(&mut session, 1);
    assert_eq!((it.view.verdict, &*it.view.value), (Refused, "\u{1}"));
    assert_eq!(
        it.changes,
        [edited(Field::IndicatorValue, "two example", "\u{1}")]
    );
    let stated = it.texts.iter().find(|it| it.field == Field::IndicatorValue);
    assert_eq!(stated.expect("a field").text, "\u{1}");
}

#[test]
fn what_makes_a_row_equal_to_another_is_found_and_taken_back() {
    let mut session = session();
    read(&mut session, FOUR);
    let summary = write(&mut session, 1, &[(Field::IndicatorValue, "one.example")]);
    assert_eq!(figures(&summary), [4, 2, 1, 0, 1, 0]);
    let summary = write(&mut session, 1, &[(Field::Action, "Allowed")]);
    assert_eq!(figures(&summary), [4, 2, 0, 1, 1, 0]);
    assert_eq!(
        figures(&ask(&mut session, Command::StepBack)),
        [4, 2, 1, 0, 1, 0]
    );
    assert_eq!(
        figures(&ask(&mut session, Command::StepBack)),
        [4, 2, 0, 0, 2, 0]
    );
    assert_eq!(
        figures(&ask(&mut session, Command::StepForward)),
        [4, 2, 1, 0, 1, 0]
    );
    let anew = write(&mut session, 3, &[(Field::Title, "u")]);
    assert_eq!(anew.steps.forward, None, "another way was taken");
}

/// A list without columns goes on being one: what its lines are is seen as before.
#[test]
fn a_title_does_not_answer_what_a_list_leaves_open() {
    let mut session = of_lists();
    read_file(
        &mut session,
        "list.txt",
        "one.example\nupdate.zip\n203.0.113.7\n",
    );
    let before = detail(&mut session, 1);
    assert_eq!(codes(&before.diagnostics), ["ambiguous"]);
    write(&mut session, 1, &[(Field::Title, "mine")]);
    assert_eq!(codes(&detail(&mut session, 1).diagnostics), ["ambiguous"]);
    write(&mut session, 1, &[(Field::IndicatorType, "DomainName")]);
    let it = detail(&mut session, 1);
    assert_eq!((it.view.verdict, &*it.view.title), (Ready, "mine"));
    assert_eq!(it.view.indicator_type, Some(IndicatorType::DomainName));
}

#[test]
fn many_rows_are_written_at_once_and_lines_that_hold_nothing_are_not() {
    let mut session = of_lists();
    let list = "# seen last night\none.example\ntwo.example\nanalyst@one.example\n203.0.113.7\n";
    read_file(&mut session, "list.txt", list);
    let mend = texts(&[
        (Field::Action, "Block"),
        (Field::ExpirationTime, "2027-01-31T00:00:00Z"),
        (Field::RbacGroupNames, "Servers"),
    ]);
    let scope = Scope::Passing {
        filter: Filter::default(),
        except: vec![2],
    };
    let summary = ask(
        &mut session,
        Command::Write {
            texts: mend.clone(),
            scope,
        },
    );
    assert_eq!(summary.steps.back.expect("a step").rows, 2);
    assert_eq!(summary.by_action, [(Action::Block, 2), (Action::Audit, 1)]);
    let of_blocked = Filter {
        action: Some(Action::Block),
        ..Filter::default()
    };
    let blocked = rows(&mut session, of_blocked);
    assert_eq!(values(&blocked), ["one.example", "203.0.113.7"]);
    assert_eq!(detail(&mut session, 1).rbac_group_names, ["Servers"]);
    assert_eq!(session.ledger.groups(), [("Servers".to_owned(), 2)]);
    let scope = Scope::Rows {
        rows: vec![2, 0, 99],
    };
    let summary = ask(&mut session, Command::Write { texts: mend, scope });
    assert_eq!(summary.by_action, [(Action::Block, 3)]);
    assert_eq!(summary.steps.back.expect("a step").rows, 1);
}

#[test]
fn decisions_are_taken_back_one_by_one_and_made_again() {
    let mut session = session();
    read(&mut session, SIX);
    let fix = |fix, scope| Command::Fix { fix, scope };
    let all = |code: &str| Scope::Code {
        code: code.to_owned(),
    };
    let steps = [
        fix(Fix::NeverExpires, all("expired")),
        fix(Fix::ChooseThis, Scope::Row { row: 2 }),
        fix(Fix::ChooseThis, Scope::Row { row: 0 }),
        fix(Fix::LeaveOut, Scope::Row { row: 5 }),
        fix(Fix::Reset, Scope::Row { row: 5 }),
    ];
    let state = |session: &Session| (session.ledger.keep(), session.ledger.tally());
    let mut states = vec![state(&session)];
    for step in steps {
        ask(&mut session, step);
        states.push(state(&session));
    }
    for expected in states.iter().rev().skip(1) {
        ask(&mut session, Command::StepBack);
        assert_eq!(state(&session), *expected);
    }
    assert_eq!(
        ask(&mut session, Command::StepBack).steps.back,
        None,
        "no more"
    );
    for expected in &states[1..] {
        ask(&mut session, Command::StepForward);
        assert_eq!(state(&session), *expected);
    }
}

#[test]
fn what_changes_nothing_is_no_step() {
    let mut session = session();
    read(&mut session, SIX);
    let take_in = Command::Fix {
        fix: Fix::TakeBackIn,
        scope: Scope::Row { row: 0 },
    };
    assert_eq!(ask(&mut session, take_in).steps, Steps::default());
    let none = Command::Write {
        texts: Vec::new(),
        scope: Scope::Row { row: 0 },
    };
    assert_eq!(ask(&mut session, none).steps, Steps::default());
}

#[test]
fn only_so_many_steps_are_kept() {
    let mut session = session();
    read(&mut session, FOUR);
    for title in 0..150 {
        write(&mut session, 0, &[(Field::Title, &title.to_string())]);
    }
    for _ in 0..150 {
        ask(&mut session, Command::StepBack);
    }
    assert_eq!(detail(&mut session, 0).view.title, "49");
}

#[test]
fn another_reading_of_a_source_leaves_nothing_to_take_back() {
    let mut session = session();
    let read = read_file(
        &mut session,
        "a.csv",
        "host,note\none.example,x\ntwo.example,y\n",
    );
    write(&mut session, 0, &[(Field::Title, "mine")]);
    let reading = read.files[0].reading.clone().expect("a reading");
    let again = Command::ReadAs { file: 0, reading };
    assert_eq!(ask(&mut session, again).steps, Steps::default());
}

#[test]
fn what_was_written_is_kept_and_read_back() {
    let mut session = session();
    read(&mut session, FOUR);
    write(
        &mut session,
        1,
        &[
            (Field::IndicatorValue, "two.example"),
            (Field::Title, "é\n\""),
        ],
    );
    let kept = Ledger::kept(&session.ledger.keep()).expect("what was kept");
    assert_eq!(kept.keep(), session.ledger.keep());
    assert_eq!(kept.row(1), session.ledger.row(1));
    assert_eq!(kept.steps(), Steps::default());
}

#[test]
fn a_record_that_has_no_fields_is_not_written() {
    let mut session = of_lists();
    read_file(&mut session, "list.txt", "# a comment\none.example\n");
    assert_eq!(detail(&mut session, 0).texts, []);
    assert_eq!(tried(&mut session, 0, &[(Field::Title, "t")]), None);
    assert_eq!(
        write(&mut session, 0, &[(Field::Title, "t")]).steps,
        Steps::default()
    );
    assert_eq!(tried(&mut session, 99, &[(Field::Title, "t")]), None);
}

/// What the form shows and sends back unchanged is what is sent.
#[test]
fn the_fields_show_what_would_be_sent() {
    let mut session = of_lists();
    read_file(&mut session, "list.txt", "hxxp://one[.]example/\n");
    let texts = detail(&mut session, 0).texts;
    let of = |field| {
        let text = texts.iter().find(|it| it.field == field);
        &*text.expect("a field").text
    };
    assert_eq!(of(Field::IndicatorValue), "http://one.example/");
    assert_eq!(of(Field::IndicatorType), "Url");
    assert_eq!(of(Field::Action), "Audit");
    assert_eq!(
        of(Field::ExpirationTime).len(),
        "2027-01-31T00:00:00Z".len()
    );
}

#[test]
fn rows_are_shown_in_the_order_of_a_column_and_of_lines_where_they_are_equal() {
    let mut session = session();
    let text = "\
DomainName,b.example,Block,Z,d,
DomainName,a.example,Audit,y,d,2027-06-01T00:00:00Z
IpAddress,8.8.8.8,Block,x,d,2027-01-01T00:00:00Z
DomainName,c example,Block,w,d,
DomainName,a.example,Audit,y,d,
";
    read(&mut session, text);
    write(&mut session, 2, &[(Field::Severity, "High")]);
    write(&mut session, 0, &[(Field::Severity, "Low")]);
    let cases = [
        (RowSort::Value, [2, 1, 4, 0, 3]),
        (RowSort::Title, [3, 2, 1, 4, 0]),
        (RowSort::Type, [2, 0, 1, 3, 4]),
        (RowSort::Action, [3, 1, 4, 0, 2]),
        (RowSort::Severity, [1, 3, 4, 0, 2]),
        (RowSort::Expires, [3, 2, 1, 0, 4]),
        (RowSort::Verdict, [0, 1, 2, 4, 3]),
    ];
    let order = |session: &mut Session, sort, descending| -> Vec<u32> {
        let filter = Filter {
            sort,
            descending,
            ..Filter::default()
        };
        rows(session, filter)
            .rows
            .iter()
            .map(|row| row.row)
            .collect()
    };
    for (sort, expected) in cases {
        assert_eq!(order(&mut session, Some(sort), false), expected, "{sort:?}");
        let turned: Vec<u32> = expected.iter().rev().copied().collect();
        assert_eq!(order(&mut session, Some(sort), true), turned, "{sort:?}");
    }
    assert_eq!(order(&mut session, None, true), [4, 3, 2, 1, 0]);
}

#[test]
fn rows_are_copied_as_a_table_that_is_read_again() {
    let mut session = session();
    let text = "\
DomainName,one.example,Block,\"=1+1\",\"two
lines\",
DomainName,two example,Block,\"say \"\"no\"\"\",d,
DomainName,three.example,Audit,t,d,2027-01-31T00:00:00Z
";
    read(&mut session, text);
    write(
        &mut session,
        0,
        &[(Field::RbacGroupNames, "Servers,Clients")],
    );
    let copy = |session: &mut Session, scope| match told(session, Command::Copy { scope }).pop() {
        Some(Event::Copied(copied)) => copied,
        other => panic!("{other:?}"),
    };
    let all = Scope::Passing {
        filter: Filter::default(),
        except: Vec::new(),
    };
    let copied = copy(&mut session, all);
    assert_eq!(copied.rows, 3);
    let text = copied.text.expect("a text");
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines[0].starts_with("indicatorValue\tindicatorType\taction\t"));
    assert_eq!(
        lines[1],
        "one.example\tDomainName\tBlock\t\t\t'=1+1\t\"two\nlines\"\t\tServers,Clients\t\t\t\t\t\t"
    );
    let mut again = self::session();
    read_file(&mut again, "pasted.tsv", &text);
    for row in 0..3 {
        let texts = |session: &Session| session.ledger.texts(row);
        assert_eq!(texts(&again), texts(&session), "{row}");
    }
    let two = copy(&mut session, Scope::Rows { rows: vec![2, 1] });
    assert_eq!(
        (two.rows, two.text.expect("a text").lines().count()),
        (2, 3)
    );
}

#[test]
fn more_rows_than_a_tenant_holds_are_not_copied() {
    let mut session = session();
    let limits = Limits {
        tenant_indicators: 2,
        ..Limits::documented()
    };
    let api_base = "https://api.example".to_owned();
    told(&mut session, Command::Configure { api_base, limits });
    read(&mut session, FOUR);
    let rows = vec![0, 1, 2];
    let asked = Command::Copy {
        scope: Scope::Rows { rows },
    };
    let none = Copied {
        rows: 3,
        text: None,
    };
    assert_eq!(told(&mut session, asked), [Event::Copied(none)]);
}

/// What was chosen among rows of one value says nothing of another value.
#[test]
fn a_choice_does_not_go_along_to_another_value() {
    let mut session = session();
    read(
        &mut session,
        "DomainName,two.example,Block,t,d,\n\
         DomainName,one.example,Block,t,d,\n\
         DomainName,one.example,Allowed,t,d,\n",
    );
    let (fix, scope) = (Fix::ChooseThis, Scope::Row { row: 2 });
    ask(&mut session, Command::Fix { fix, scope });
    let verdicts = |session: &mut Session| [0, 1, 2].map(|row| detail(session, row).view.verdict);
    assert_eq!(verdicts(&mut session), [Ready, Verdict::Conflict, Ready]);
    write(&mut session, 2, &[(Field::IndicatorValue, "two.example")]);
    assert_eq!(verdicts(&mut session), [Ready, Ready, Verdict::Conflict]);
    ask(&mut session, Command::StepBack);
    assert_eq!(verdicts(&mut session), [Ready, Verdict::Conflict, Ready]);
}

#[test]
fn the_fields_of_a_refused_row_show_what_it_says_in_the_form_that_is_sent() {
    let mut session = session();
    read_file(
        &mut session,
        "refused.csv",
        "IndicatorType,IndicatorValue,Action,Severity,ExpirationTime,GenerateAlert,Title,Description\n\
         FileSha256,zz,bLOCK,high,2027-01-31T02:00:00+02:00,TRUE,t,d\n\
         FileSha256,zz,burn,huge,never,perhaps,t,d\n",
    );
    let fields = [
        Field::Action,
        Field::Severity,
        Field::ExpirationTime,
        Field::GenerateAlert,
    ];
    let mut shown = |row| {
        let texts = detail(&mut session, row).texts;
        let of = |field| {
            texts
                .iter()
                .find(|it| it.field == field)
                .map(|it| it.text.clone())
        };
        fields.map(|field| of(field).unwrap_or_default())
    };
    assert_eq!(shown(0), ["Block", "High", "2027-01-31T00:00:00Z", "true"]);
    assert_eq!(shown(1), ["burn", "huge", "never", "perhaps"]);
}

/// Two values, each with two actions.
const AT_ODDS: &str = "\
DomainName,one.example,Block,t,d,
DomainName,one.example,Audit,t,d,
DomainName,two.example,Warn,t,d,
DomainName,two.example,Allowed,t,d,
";

#[test]
fn a_choice_is_offered_until_it_is_made_everywhere() {
    let mut session = session();
    read(&mut session, AT_ODDS);
    let offered = |summary: &Summary| {
        let cause = summary.causes.iter().find(|cause| cause.code == "conflict");
        let cause = cause.expect("rows at odds");
        (cause.count, cause.fixes.len())
    };
    let (fix, scope) = (Fix::ChooseThis, Scope::Row { row: 1 });
    let one = ask(&mut session, Command::Fix { fix, scope });
    assert_eq!(offered(&one), (2, 1));
    let (fix, scope) = (Fix::ChooseThis, Scope::Row { row: 2 });
    let both = ask(&mut session, Command::Fix { fix, scope });
    assert_eq!(
        offered(&both),
        (2, 0),
        "they stay behind, and nothing waits"
    );
    let back = ask(&mut session, Command::StepBack);
    assert_eq!(offered(&back), (2, 1));
}
