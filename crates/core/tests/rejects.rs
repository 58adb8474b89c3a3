//! Rows that did not reach the tenant are written as a table. Read again unchanged, it holds the same
//! rows with the same fields; mended, they are ready.

use ioculate_core::{
    check::{Defaults, Policy, Verdict},
    clock::WallTime,
    import::{BatchId, CallId, History, Outcome, Record},
    indicator::Action,
    ledger::{Decided, Ledger, Settings},
    limits::Limits,
    plan::{EntryId, Plan},
    report::{self, Evidence, NamedFile},
    source::SourceKind,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// 2026-11-21T00:00:00Z
const TODAY: WallTime = WallTime(1_795_219_200_000);

fn settings() -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: String::new(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(Some(30))
        },
        policy: Policy::default(),
        today: TODAY,
    }
}

fn read(settings: Settings, name: &str, text: &str) -> Ledger {
    let mut ledger = Ledger::new(settings);
    ledger.read(name, text.as_bytes().to_vec());
    ledger
}

/// What a run leaves behind that the API rejected as a whole.
fn rejected(ledger: &Ledger) -> Option<NamedFile> {
    let plan = Plan::build(ledger, &Limits::documented());
    let outcome = Outcome::Rejected {
        reason: "=No, \"not\" this".to_owned(),
        target: Some("support-id".to_owned()),
    };
    let answer = Record::Answer {
        batch: BatchId(0),
        call: CallId(1),
        attempt: None,
        outcomes: plan.ids().map(|id| (id, outcome.clone())).collect(),
    };
    report::rejects(&Evidence {
        ledger,
        plan: &plan,
        history: &History::of(plan.len(), [&answer]),
        otherwise: None,
    })
}

/// What a run leaves behind that ended before it sent anything.
fn unsent(ledger: &Ledger) -> Option<NamedFile> {
    let plan = Plan::build(ledger, &Limits::documented());
    report::unsent(&Evidence {
        ledger,
        plan: &plan,
        history: &History::new(plan.len()),
        otherwise: None,
    })
}

fn again(ledger: &Ledger, file: &NamedFile) -> Ledger {
    let mut again = Ledger::new(ledger.settings().clone());
    again.read(&file.name, file.bytes.clone());
    assert_eq!(again.files()[0].kind, Some(SourceKind::PortalCsv));
    assert_eq!(again.files()[0].diagnostics, [], "no column is unknown");
    again
}

/// The objects that would be sent, and how many rows are refused.
fn told(ledger: &Ledger) -> (Vec<Value>, u32) {
    let plan = Plan::build(ledger, &Limits::documented());
    let objects = plan
        .ids()
        .map(|id: EntryId| serde_json::from_slice(plan.object(id)).expect("JSON"));
    (objects.collect(), ledger.counts().refused)
}

/// One row of the API's JSON with these fields besides the required ones.
fn api(fields: &Value) -> String {
    let mut object = json!({
        "indicatorValue": "https://bad.example.com/a?b=1", "indicatorType": "Url",
        "action": "Block", "title": "t", "description": "d",
    });
    let all = object.as_object_mut().expect("an object");
    for (name, value) in fields.as_object().expect("an object") {
        all.insert(name.clone(), value.clone());
    }
    json!({ "Indicators": [object] }).to_string()
}

#[test]
fn every_field_comes_back() {
    for fields in [
        json!({}),
        json!({"title": "=cmd()", "description": "+1", "recommendedActions": "@x"}),
        json!({"title": "''=a", "description": "'=b"}),
        json!({"title": "a\r\nb\nc", "description": " \"d\", e;\tf "}),
        json!({"title": "\u{202e}\u{feff}é😀\u{200b}x"}),
        json!({"rbacGroupNames": ["a, b", "c"]}),
        json!({"rbacGroupNames": ["=a"]}),
        json!({"rbacGroupNames": ["'b"]}),
        json!({"rbacGroupNames": ["[\"a\"]", "[b", "\"c\""]}),
        json!({"rbacGroupNames": ["Servers", "Clients"]}),
        json!({"severity": "High", "generateAlert": false}),
        json!({"action": "Audit", "generateAlert": true}),
        json!({"action": "Alert"}),
        json!({"action": "AlertAndBlock"}),
        json!({"expirationTime": "2027-01-31T00:00:00Z"}),
        json!({"application": "-a", "educateUrl": "https://help.example/?a=b,c", "externalId": "#1"}),
        json!({"mitreTechniques": ["T1110", "T1059.001"]}),
        json!({"indicatorType": "FileSha1", "indicatorValue": "A".repeat(40)}),
        json!({"indicatorType": "IpAddress", "indicatorValue": "2001:4860:4860::8888"}),
    ] {
        for legacy_as_written in [false, true] {
            let mut settings = settings();
            settings.policy.legacy_as_written = legacy_as_written;
            let ledger = read(settings, "a.json", &api(&fields));
            assert_eq!(ledger.counts().ready, 1, "{fields}");
            for file in [rejected(&ledger), unsent(&ledger)] {
                let again = again(&ledger, &file.expect("a file"));
                assert_eq!(told(&again), told(&ledger), "{fields}");
            }
        }
    }
}

/// A file with one row that is refused: its name, its text, and which text of the table to replace by
/// which so that the row is ready.
const REFUSED: [(&str, &str, [&str; 2]); 9] = [
    (
        "a.txt",
        "198.51.101.300\nbad.example.org\n",
        ["198.51.101.300", "198.51.101.30"],
    ),
    ("a.txt", "update.zip\n", ["DomainName?", "DomainName"]),
    (
        "a.txt",
        "https://bad.example.org/x,2026-01-31,malware\n",
        ["Url?", "Url"],
    ),
    (
        "a.csv",
        "IndicatorType,IndicatorValue,Action,Title,Description\nDomainName,bad.example.org,Block,,d\n",
        ["\"Block\",\"\",\"\"", "\"Block\",\"\",\"t\""],
    ),
    (
        "a.csv",
        "IndicatorType,IndicatorValue,Action,Title,Description,ExpirationTime\n\
         DomainName,bad.example.org,Block,t,d,2020-01-31\n",
        ["2020-01-31", "2027-01-31"],
    ),
    (
        "a.csv",
        "IndicatorType,IndicatorValue,Action,Title,Description\nDomainName,=bad.example.org,Block,t,d\n",
        ["'=bad", "bad"],
    ),
    (
        "a.csv",
        "IndicatorType,IndicatorValue,Action,Title,Description\nUrl,https://bad.example.org/,Warn,\"open,d\n",
        [
            "\"\",\"\",\"\",\"\",\"\",\"\"",
            "\"\",\"bad.example.org\",\"\",\"Block\",\"\",\"t\"",
        ],
    ),
    (
        "a.json",
        r#"{"Indicators":[{"indicatorValue":"bad.example.org","indicatorType":"DomainName",
            "action":"Block","title":"t","description":"d","rbacGroupNames":["a, b","c\u0001"]}]}"#,
        ["\\u0001", ""],
    ),
    (
        "a.json",
        r#"{"Indicators":[{"indicatorValue":"bad.example.org",}]}"#,
        ["", ""],
    ),
];

#[test]
fn a_refused_row_stands_there_as_it_was_given() {
    for (name, text, mend) in REFUSED {
        let ledger = read(settings(), name, text);
        let file = rejected(&ledger).expect("a file");
        let counts = ledger.counts();
        let read = again(&ledger, &file).counts();
        assert_eq!((counts.refused, read.refused), (1, 1), "{text}");
        assert_eq!((read.ready, read.ignored), (counts.ready, 0), "{text}");
        let written = String::from_utf8(file.bytes).expect("UTF-8");
        assert!(written.contains(mend[0]), "{text}\n{written}");
    }
}

#[test]
fn a_mended_cell_makes_its_row_ready() {
    for (name, text, [bad, good]) in REFUSED {
        if bad.is_empty() || text.contains("\"open") {
            continue;
        }
        let ledger = read(settings(), name, text);
        let file = rejected(&ledger).expect("a file");
        let mended = String::from_utf8(file.bytes).expect("UTF-8");
        let mended = mended.replace(bad, good).into_bytes();
        let again = again(
            &ledger,
            &NamedFile {
                name: file.name,
                bytes: mended,
            },
        );
        assert_eq!(again.counts().refused, 0, "{text}");
        assert_eq!(again.counts().ready, ledger.counts().ready + 1, "{text}");
    }
}

#[test]
fn what_a_list_lacks_is_as_it_would_have_been_sent() {
    let ledger = read(settings(), "feed of the day.txt", "198.51.101.300\n");
    let file = rejected(&ledger).expect("a file");
    let mended = String::from_utf8(file.bytes).expect("UTF-8");
    let mended = mended.replace("101.300", "101.30").into_bytes();
    let again = again(
        &ledger,
        &NamedFile {
            name: file.name,
            bytes: mended,
        },
    );
    let mended = read(settings(), "feed of the day.txt", "198.51.101.30\n");
    assert_eq!(told(&again), told(&mended));
}

#[test]
fn reasons_and_places_stand_behind_and_are_not_read() {
    let text = "bad.example.org\n198.51.101.300\n";
    let ledger = read(settings(), "a,b.txt", text);
    let file = rejected(&ledger).expect("a file");
    let written = String::from_utf8(file.bytes.clone()).expect("UTF-8");
    for told in [
        r#""rejected","","'=No, ""not"" this","support-id","a,b.txt","1","""#,
        r#""refused","bad-octet","`300` cannot"#,
    ] {
        assert!(written.contains(told), "{written}");
    }
    // A reason that looks like an indicator, in a table whose header is not the portal's any more.
    let other = written
        .replacen("IndicatorValue", "IOC", 1)
        .replace("support-id", "203.0.114.7");
    let other = read(settings(), "b.csv", &other);
    assert_eq!(other.files()[0].kind, Some(SourceKind::Table));
    let values: Vec<&str> = (0..other.len()).map(|row| other.value(row)).collect();
    assert_eq!(values, ["bad.example.org", "198.51.101.300"]);
    let skipped = format!("{:?}", other.files()[0].diagnostics);
    assert!(!skipped.contains("Report"), "{skipped}");
}

/// A blank would say all devices, and never.
#[test]
fn what_an_update_was_to_keep_stands_in_its_line() {
    let fields = json!({"indicatorType": "DomainName", "indicatorValue": "a.example",
        "action": "Block", "title": "t", "description": "d"});
    let mut ledger = read(settings(), "rows.json", &format!("[{fields}]"));
    let mut decided = Decided::default();
    let kept = r#","rbacGroupNames":["B","A, C"],"expirationTime":"2030-01-01T00:00:00Z""#;
    decided.carry(0, kept.to_owned());
    ledger.decide(decided);
    for file in [rejected(&ledger), unsent(&ledger)] {
        let (sent, _) = told(&again(&ledger, &file.expect("a row")));
        assert_eq!(sent[0]["rbacGroupNames"], json!(["B", "A, C"]));
        assert_eq!(sent[0]["expirationTime"], json!("2030-01-01T00:00:00Z"));
    }
}

#[test]
fn where_there_is_nothing_to_mend_there_is_no_file() {
    let ledger = read(settings(), "a.txt", "# a comment\n");
    assert_eq!(rejected(&ledger), None);
    assert_eq!(unsent(&ledger), None);
}

fn text() -> impl Strategy<Value = String> {
    let marks = "[a-z'\"=+@,;\\[\\]\\-# \t\r\n\u{feff}é😀]{1,12}";
    prop_oneof![marks, any::<String>()]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..4)
}

proptest! {
    /// Whatever stands in the fields: read again unchanged, a row comes to the same verdict with the
    /// same fields.
    #[test]
    fn what_is_written_reads_back(
        value in prop_oneof![Just("bad.example.org".to_owned()), text()],
        texts in prop::collection::vec(text(), 6),
        groups in texts(),
        techniques in texts(),
        action in prop::sample::select(Action::ALL),
        alert in any::<Option<bool>>(),
    ) {
        let object = json!({ "Indicators": [{
            "indicatorType": "DomainName", "indicatorValue": value, "action": action,
            "title": texts[0], "description": texts[1], "recommendedActions": texts[2],
            "application": texts[3], "educateUrl": texts[4], "externalId": texts[5],
            "rbacGroupNames": groups, "mitreTechniques": techniques, "generateAlert": alert,
        }] });
        let ledger = read(settings(), "a.json", &object.to_string());
        prop_assert_eq!(ledger.len(), 1);
        let again = again(&ledger, &rejected(&ledger).expect("a file"));
        prop_assert_eq!(again.len(), 1);
        prop_assert_eq!(again.verdict(0), ledger.verdict(0));
        prop_assert_eq!(told(&again), told(&ledger));
        if ledger.verdict(0) == Verdict::Refused {
            let codes = |ledger: &Ledger| {
                let row = ledger.row(0).expect("a row");
                row.diagnostics.iter().map(|found| found.finding.code()).collect::<Vec<_>>()
            };
            prop_assert_eq!(codes(&again), codes(&ledger));
        }
    }
}
