//! A ledger that comes back from its bytes is the one that was kept.

use ioculate_core::{
    check::Verdict,
    diagnostic::Finding,
    import::{History, NotSent, Outcome, Record},
    indicator::{Action, IndicatorType},
    journal::NotOpened,
    ledger::{Content, Decided, Given, Guard, Images, Ledger, Replaced, Tally},
    limits::Limits,
    packed::NotUnpacked,
    plan::{EntryId, Plan},
    report::{self, Evidence},
    session::{Fix, Scope},
    tenant::Key,
};
use proptest::prelude::*;

use super::{
    material::{Step, steps},
    read,
};

fn ledger(steps: Vec<Step>) -> Ledger {
    let mut ledger = Ledger::new(read::settings());
    for step in steps {
        step.apply(&mut ledger);
    }
    ledger
}

/// Each entry ended in another way.
fn history(plan: &Plan) -> History {
    let outcome = |id: EntryId| match id.0 % 4 {
        0 => Outcome::Accepted { id: None },
        1 => Outcome::Rejected {
            reason: "No.".to_owned(),
            target: None,
        },
        2 => Outcome::Unconfirmed,
        _ => Outcome::NotSent {
            reason: NotSent::Cancelled,
        },
    };
    let outcomes = plan.ids().map(|id| (id, outcome(id))).collect();
    History::of(plan.len(), [&Record::Found { outcomes }])
}

/// What rows have. Which of two codes of one row is counted first is of no account.
fn tally(ledger: &Ledger) -> Tally {
    let mut tally = ledger.tally();
    tally.codes.sort_by_key(|code| (code.first, code.code));
    tally
}

fn assert_same(kept: &Ledger, given: &Ledger) {
    assert_eq!(kept.settings(), given.settings());
    assert_eq!(kept.files(), given.files());
    assert_eq!(kept.counts(), given.counts());
    assert_eq!(kept.weaker_hashes(), given.weaker_hashes());
    assert_eq!(tally(kept), tally(given));
    for row in 0..given.len() {
        assert_eq!(kept.row(row), given.row(row), "row {row}");
        assert_eq!(kept.twin(row), given.twin(row), "row {row}");
        assert_eq!(kept.is_left_out(row), given.is_left_out(row), "row {row}");
        assert_eq!(kept.is_edited(row), given.is_edited(row), "row {row}");
        assert_eq!(kept.line_of(row), given.line_of(row), "row {row}");
        assert_eq!(kept.file_of(row), given.file_of(row), "row {row}");
        assert_eq!(kept.source_of(row), given.source_of(row), "row {row}");
        assert_eq!(kept.value(row), given.value(row), "row {row}");
    }
    let limits = Limits::documented();
    let (plan, before) = (Plan::build(kept, &limits), Plan::build(given, &limits));
    assert_eq!(plan, before);
    assert_eq!(plan.fingerprint(), before.fingerprint());
    let history = history(&plan);
    let csv = |ledger| {
        report::to_csv(&Evidence {
            ledger,
            plan: &plan,
            history: &history,
            otherwise: None,
        })
    };
    assert_eq!(csv(kept), csv(given));
}

/// What may be decided about a row.
#[derive(Clone, Debug)]
enum Decision {
    Nothing,
    Hold(NotSent),
    /// Indicators with these ids and actions.
    Replace(Vec<(String, Action)>),
}

fn decision() -> impl Strategy<Value = (Decision, Option<Guard>)> {
    let held = prop::sample::select(vec![
        NotSent::Unchanged,
        NotSent::OverQuota,
        NotSent::LeftOut,
        NotSent::Guarded,
    ]);
    let replaced = (any::<String>(), prop::sample::select(Action::ALL));
    let decision = prop_oneof![
        Just(Decision::Nothing),
        held.prop_map(Decision::Hold),
        prop::collection::vec(replaced, 1..3).prop_map(Decision::Replace),
    ];
    let guard =
        ("[ab]", any::<bool>(), any::<bool>()).prop_map(|(list, stops, overridden)| Guard {
            list,
            stops,
            overridden,
        });
    (decision, prop::option::of(guard))
}

/// What a row may replace: of its type and value, with other actions than its own. Whether a range is one
/// value is decided elsewhere.
fn beside(ledger: &Ledger, row: u32, claimed: &[(String, Action)]) -> Vec<Replaced> {
    let sent = ledger.indicator_type(row).zip(ledger.action(row));
    let is_plain = ledger.verdict(row) == Verdict::Ready && !ledger.value(row).contains('/');
    let Some((indicator_type, action)) = sent.filter(|_| is_plain) else {
        return Vec::new();
    };
    let kept = Key::kept_actions(indicator_type, action);
    let others = claimed.iter().filter(|(_, other)| !kept.contains(other));
    let replaced = others.map(|(id, action)| Replaced {
        id: format!("{row} {id}"),
        indicator_type,
        value: ledger.value(row).to_owned(),
        action: *action,
    });
    replaced.collect()
}

fn decide(ledger: &mut Ledger, decisions: &[(Decision, Option<Guard>)]) {
    let mut decided = Decided::default();
    for (row, (decision, guard)) in (0..ledger.len()).zip(decisions.iter().cycle()) {
        match decision.clone() {
            Decision::Nothing => {}
            Decision::Hold(why) => decided.hold(row, why),
            Decision::Replace(claimed) => decided.replace(row, beside(ledger, row, &claimed)),
        }
        if let Some(guard) = guard.clone() {
            decided.guard(row, guard);
        }
    }
    ledger.decide(decided);
}

/// What was decided stands as it was decided.
fn assert_decided(ledger: &Ledger, decisions: &[(Decision, Option<Guard>)]) {
    let plan = Plan::build(ledger, &Limits::documented());
    for (row, (decision, guard)) in (0..ledger.len()).zip(decisions.iter().cycle()) {
        let (held, replaced) = match decision {
            Decision::Nothing => (None, Vec::new()),
            Decision::Hold(why) => (Some(*why), Vec::new()),
            Decision::Replace(claimed) => (None, beside(ledger, row, claimed)),
        };
        let is_out = ledger.is_left_out(row).then_some(NotSent::LeftOut);
        let is_ready = ledger.verdict(row) == Verdict::Ready;
        let expected = is_out.or(held).filter(|_| is_ready);
        assert_eq!(ledger.held_back(row), expected, "row {row}");
        assert_eq!(ledger.replaced(row), replaced, "row {row}");
        assert_eq!(ledger.guarded(row), guard.as_ref(), "row {row}");
        let is_sent = is_ready && expected.is_none();
        assert_eq!(plan.of_row(row).next().is_some(), is_sent, "row {row}");
    }
}

proptest! {
    #[test]
    fn what_was_decided_is_kept(
        steps in steps(),
        decisions in prop::collection::vec(decision(), 1..9),
    ) {
        let mut given = ledger(steps);
        decide(&mut given, &decisions);
        assert_decided(&given, &decisions);
        let bytes = given.keep();
        let mut kept = Ledger::kept(&bytes).expect("what was kept");
        assert_decided(&kept, &decisions);
        assert_same(&kept, &given);
        prop_assert_eq!(kept.keep(), bytes);
        // Whatever changes of the rows, nothing is decided about them any more.
        kept.read("late.txt", b"late.example\n".to_vec());
        prop_assert!(!kept.is_decided());
        prop_assert!((0..kept.len()).all(|row| kept.guarded(row).is_none()));
    }

    #[test]
    fn what_is_kept_comes_back_the_same(steps in steps()) {
        let given = ledger(steps);
        let bytes = given.keep();
        let mut kept = Ledger::kept(&bytes).expect("what was kept");
        assert_same(&kept, &given);
        prop_assert_eq!(kept.keep(), bytes);
        // And what is done to it afterwards as well.
        let mut given = given;
        for ledger in [&mut kept, &mut given] {
            ledger.fix(&Fix::Reset, &Scope::Row { row: 0 });
            ledger.read("late.txt", b"one.example\nlate.example\n".to_vec());
        }
        assert_same(&kept, &given);
    }

    #[test]
    fn what_was_changed_is_refused_or_read_as_something(
        steps in steps(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = ledger(steps).keep();
        let head = bytes.iter().position(|byte| *byte == b'\n').expect("a head");
        for (at, byte) in changes {
            // Mostly in the head, where it is not only another text.
            let at = at.index(head + 20).min(bytes.len() - 1);
            bytes[at] = byte;
        }
        let _any: Result<Ledger, NotOpened> = Ledger::kept(&bytes);
        bytes.truncate(end.index(bytes.len()));
        let _any: Result<Ledger, NotOpened> = Ledger::kept(&bytes);
    }

    #[test]
    fn any_text_may_be_said_to_be_anything(text in "\\PC{0,200}", kind in 0..11usize, is_sheet: bool) {
        let kinds = [
            "portal-csv", "table", "api-json", "page-with-json", "stix", "misp", "open-ioc", "hosts",
            "list", "prose", "tenant-changes",
        ];
        let bytes = Ledger::new(read::settings()).keep();
        let mut head: serde_json::Value = serde_json::from_slice(&bytes[..bytes.len() - 1]).expect("JSON");
        head["files"] = serde_json::json!([{
            "name": "a", "bytes": 1, "said": [],
            "text": {
                "encoding": "utf8", "len": text.len(), "kind": kinds[kind], "is_sheet": is_sheet,
                "reading": {"kind": kinds[kind], "mapping": null}, "chosen": null,
            },
        }]);
        let ledger = Ledger::kept(format!("{head}\n{text}").as_bytes()).expect("a ledger");
        prop_assert_eq!(ledger.files().len(), 1);
    }
}

/// How the head says that the first row is held back.
const HELD: &str = "[[\"unchanged\",[[0,0]]]]";

/// What is done to the head, and what is said of it.
#[test]
fn a_head_that_nobody_wrote_is_refused() {
    let mut given = read::read("a.txt", "one.example\ntwo.example\n");
    given.fix(&Fix::LeaveOut, &Scope::Row { row: 1 });
    let mut decided = Decided::default();
    decided.hold(0, NotSent::Unchanged);
    given.decide(decided);
    let bytes = String::from_utf8(given.keep()).expect("UTF-8");
    let damaged = Some(NotOpened::Damaged);
    let table: &[(&str, &str, Option<NotOpened>)] = &[
        ("", "", None),
        (
            "\"format\":5",
            "\"format\":6",
            Some(NotOpened::Newer { format: 6 }),
        ),
        ("\"format\":5", "\"format\":-1", damaged.clone()),
        (HELD, "[]", None),
        (
            HELD,
            "[[\"unchanged\",[[0,0]]],[\"over-quota\",[[1,1]]]]",
            None,
        ),
        (HELD, "[[\"unchanged\",[[0,1]]]]", None),
        (HELD, "[[\"unchanged\",[[0,2]]]]", damaged.clone()),
        (HELD, "[[\"unchanged\",[[1,0]]]]", damaged.clone()),
        (HELD, "[[\"unchanged\",[[1,1],[0,0]]]]", damaged.clone()),
        (HELD, "[[\"unchanged\",[[0,0],[0,0]]]]", damaged.clone()),
        (
            HELD,
            "[[\"unchanged\",[[0,1]]],[\"guarded\",[[1,1]]]]",
            damaged.clone(),
        ),
        (HELD, "[[\"cancelled\",[[0,0]]]]", damaged.clone()),
        (HELD, "[[\"unheard\",[[0,0]]]]", damaged.clone()),
        (
            "\"replaced\":[]",
            "\"replaced\":[[1,[]],[0,[]]]",
            damaged.clone(),
        ),
        ("\"replaced\":[]", "\"replaced\":[[2,[]]]", damaged.clone()),
        ("\"rows\":[[1,1]]", "\"rows\":[[0,1]]", None),
        ("\"rows\":[[1,1]]", "\"rows\":[[1,2]]", damaged.clone()),
        (
            "\"rows\":[[1,1]]",
            "\"rows\":[[1,4294967295]]",
            damaged.clone(),
        ),
        ("\"rows\":[[1,1]]", "\"rows\":[[1,0]]", damaged.clone()),
        (
            "\"rows\":[[1,1]]",
            "\"rows\":[[1,1],[0,1]]",
            damaged.clone(),
        ),
        ("[\"leaveOut\"]", "[]", damaged.clone()),
        ("[\"leaveOut\"]", "[\"reset\"]", damaged.clone()),
        (
            "[\"leaveOut\"]",
            "[\"leaveOut\",\"leaveOut\"]",
            damaged.clone(),
        ),
        ("[\"leaveOut\"]", "[\"unheard\"]", damaged.clone()),
        ("\"len\":24", "\"len\":23", damaged.clone()),
        ("\"len\":24", "\"len\":25", damaged.clone()),
        (
            "\"len\":24",
            "\"len\":18446744073709551615",
            damaged.clone(),
        ),
        // What a page cannot be told.
        ("\"bytes\":24", "\"bytes\":9007199254740991", None),
        (
            "\"bytes\":24",
            "\"bytes\":9007199254740992",
            damaged.clone(),
        ),
        (
            "\"said\":[]",
            r#""said":[{"code":"too-large","reason":"","figures":[1,9007199254740992],"line":0}]"#,
            damaged.clone(),
        ),
        ("\"said\":[],", "", damaged.clone()),
        ("\"kind\":\"list\"", "\"kind\":\"unheard\"", damaged.clone()),
        ("two.example\n", "two.example", damaged.clone()),
        ("\n", "", damaged.clone()),
    ];
    for (from, to, expected) in table {
        assert!(bytes.contains(from), "{from} in {bytes}");
        let changed = bytes.replace(from, to);
        let read = Ledger::kept(changed.as_bytes());
        assert_eq!(read.err(), *expected, "{from} as {to}");
    }
}

/// A file whose rows never expire unless they say so.
fn open_ended(name: &str, text: &str) -> Ledger {
    let mut settings = read::settings();
    settings.defaults = settings.defaults.expiring_in(None);
    let mut ledger = Ledger::new(settings);
    ledger.read(name, text.as_bytes().to_vec());
    ledger
}

/// What a file may have a row send besides what it shows.
#[test]
fn a_row_carries_nothing_that_changes_what_it_shows() {
    let csv = "IndicatorType,IndicatorValue,Action,Title,Description,Severity\n\
               DomainName,harmless.example,Audit,t,d,High\n\
               DomainName,other.example,Warn,t,d,High\n\
               DomainName,not one,Audit,t,d,High\n";
    let all = r#","rbacGroupNames":["a\"b"],"expirationTime":"2030-01-01T00:00:00Z","recommendedActions":"r","educateUrl":"u","externalId":"x","mitreTechniques":[]"#;
    let table = [
        (0, "", true),
        (0, all, true),
        // In another order.
        (1, r#","externalId":"\u00e9","generateAlert":false"#, true),
        (
            0,
            r#","indicatorValue":"payroll.example","action":"Block""#,
            false,
        ),
        (0, r#","action":"Block""#, false),
        (0, r#","title":"t""#, false),
        // The row has one.
        (0, r#","severity":"Low""#, false),
        (0, r#","generateAlert":false"#, false),
        (0, r#","externalId":"x","externalId":"y""#, false),
        (0, r#","ExternalId":"x""#, false),
        (0, r#","external\u0049d":"x""#, false),
        (0, r#","id":"7""#, false),
        (0, r#","externalId":null"#, false),
        (0, r#","externalId":["x"]"#, false),
        (0, r#","externalId":{"a":"b"}"#, false),
        (1, r#","generateAlert":"true""#, false),
        // As the tenant may have them.
        (0, r#","rbacGroupNames":"a""#, true),
        (0, r#","rbacGroupNames":["a", 1]"#, true),
        (0, r#","rbacGroupNames":[["a"]]"#, false),
        (0, r#","mitreTechniques":"T1""#, false),
        (0, r#","expirationTime":"soon""#, false),
        (0, r#""externalId":"x""#, false),
        (0, r#","externalId":"x"},{"action":"Block""#, false),
        (0, r#","externalId":"x","#, false),
        (0, r#","externalId":"x" ,"educateUrl":"u""#, false),
        (0, ",", false),
        // It is not sent.
        (2, r#","externalId":"x""#, false),
    ];
    for (row, members, is_read) in table {
        let mut given = open_ended("a.csv", csv);
        let mut decided = Decided::default();
        decided.carry(row, members.to_owned());
        given.decide(decided);
        let read = Ledger::kept(&given.keep());
        let expected = (!is_read).then_some(NotOpened::Damaged);
        assert_eq!(read.err(), expected, "{members}");
    }
    let without_severity = csv.replace(",High", ",");
    for (severity, is_read) in [("Low", true), ("Grave", false)] {
        let mut given = open_ended("a.csv", &without_severity);
        let mut decided = Decided::default();
        decided.carry(0, format!(r#","severity":"{severity}""#));
        given.decide(decided);
        assert_eq!(Ledger::kept(&given.keep()).is_ok(), is_read, "{severity}");
    }
}

/// Of a row: the id, type, value and action of what it replaces.
type Claim<'t> = (u32, &'t str, (IndicatorType, &'t str), Action);

/// What a file may have the tenant lose for a row's sake.
#[test]
fn a_row_replaces_nothing_but_what_stands_against_it() {
    use Action::{Allowed, Audit, Block};
    use IndicatorType::{DomainName, IpAddress, Url};
    let csv = "IndicatorType,IndicatorValue,Action,Title,Description\n\
               DomainName,One.example,Block,t,d\n\
               DomainName,two.example,Block,t,d\n\
               IpAddress,198.51.100.0/31,Block,t,d\n\
               FileSha1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,Alert,t,d\n\
               DomainName,not one,Block,t,d\n";
    let sha1 = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let hash = IndicatorType::FileSha1;
    let (one, two) = ((DomainName, "oNE.example "), (DomainName, "two.example"));
    let table: &[(&[Claim<'_>], bool)] = &[
        (&[(0, "1", one, Audit), (1, "2", two, Allowed)], true),
        (&[(0, "1", one, Audit), (0, "2", one, Allowed)], true),
        (&[(2, "1", (IpAddress, "198.51.100.1"), Audit)], true),
        (&[(3, "1", (hash, sha1), Block)], true),
        // Another value or type, or what the row itself would become.
        (&[(0, "1", two, Audit)], false),
        (&[(0, "1", (DomainName, "payroll.example"), Audit)], false),
        (&[(0, "1", (Url, "one.example"), Audit)], false),
        (&[(0, "1", one, Block)], false),
        (&[(2, "1", (IpAddress, "198.51.100.2"), Audit)], false),
        (&[(2, "1", (IpAddress, "198.51.100.0/31"), Audit)], false),
        (&[(3, "1", (hash, sha1), Audit)], false),
        // It is not sent.
        (&[(4, "1", (DomainName, "not one"), Audit)], false),
        // One id for the sake of two.
        (&[(0, "1", one, Audit), (1, "1", two, Audit)], false),
    ];
    for (replaced, is_read) in table {
        let mut given = read::read("a.csv", csv);
        let expand = Fix::ExpandRange { cap: 16 };
        given.fix(&expand, &Scope::Row { row: 2 });
        let mut decided = Decided::default();
        for row in 0..given.len() {
            let of_row = replaced.iter().filter(|(of, ..)| *of == row);
            let of_row = of_row.map(|(_, id, (indicator_type, value), action)| Replaced {
                id: (*id).to_owned(),
                indicator_type: *indicator_type,
                value: (*value).to_owned(),
                action: *action,
            });
            decided.replace(row, of_row.collect());
        }
        given.decide(decided);
        let read = Ledger::kept(&given.keep());
        let expected = (!is_read).then_some(NotOpened::Damaged);
        assert_eq!(read.err(), expected, "{replaced:?}");
    }
}

/// Two sheets and a file whose bytes are Windows-1252 stand behind each other.
#[test]
fn the_forms_of_files_are_kept() {
    let mut given = Ledger::new(read::settings());
    let sheet = |name: &str| Given {
        name: name.to_owned(),
        content: Content::Sheet(
            b"Domain,Note\n\"one\n.example\",\"a\nb\"\nbad example,\n".to_vec(),
        ),
    };
    given.take_all(vec![sheet("a › 1"), sheet("a › 2")]);
    given.read("latin.csv", b"Wert;Ger\xE4t\nk\xE4se.example;x\n".to_vec());
    let kept = Ledger::kept(&given.keep()).expect("what was kept");
    assert_same(&kept, &given);
    let encodings: Vec<_> = kept.files().iter().map(|file| file.encoding).collect();
    assert_eq!(encodings.len(), 3);
    assert_eq!(kept.line_of(kept.len() - 1), 2);
}

/// What was kept while one expiration held for all types, and before decisions and images were.
#[test]
fn the_first_forms_are_still_read() {
    let mut given = read::read("a.txt", "one.example\ntwo.example\n");
    let mut settings = read::settings();
    settings.defaults = settings.defaults.expiring_in(Some(30));
    given.set(settings);
    let bytes = String::from_utf8(given.keep()).expect("UTF-8");
    let (head, text) = bytes.split_once('\n').expect("a head");
    let mut head: serde_json::Value = serde_json::from_str(head).expect("JSON");
    let defaults = head["settings"]["defaults"].clone();
    head["settings"]["defaults"] = serde_json::json!({
        "action": defaults["action"], "title": defaults["title"],
        "description": defaults["description"], "severity": null, "expiresInDays": 30,
    });
    for (form, later) in [(4, "none"), (3, "none"), (2, "images"), (1, "decided")] {
        head["format"] = serde_json::json!(form);
        head.as_object_mut().expect("an object").remove(later);
        let bytes = format!("{head}\n{text}").into_bytes();
        assert_same(&Ledger::kept(&bytes).expect("a ledger"), &given);
        assert_eq!(Images::kept(&bytes), Ok(None));
    }
}

#[test]
fn what_was_said_of_files_is_said_again() {
    let mut given = Ledger::new(read::settings());
    given.read("latin.csv", b"Wert;Ger\xE4t\nk\xE4se.example;x\n".to_vec());
    given.read("mixed.txt", b"one.example\nt\xFFwo.example\0\n".to_vec());
    given.refuse("big.csv", 7, Finding::TooLarge { bytes: 7, most: 5 });
    given.refuse("gone.csv", 7, Finding::FileUnreadable);
    let not_unpacked = Finding::NotUnpacked {
        why: NotUnpacked::BreaksOff,
        row: 4,
    };
    given.refuse("cut.xlsx", 7, not_unpacked);
    let again = Ledger::kept(&given.keep()).expect("a ledger");
    assert!(
        again
            .files()
            .iter()
            .all(|file| !file.diagnostics.is_empty())
    );
    assert_same(&again, &given);
}
