//! Files in, rows out: one table a kind of source.

#![allow(
    clippy::disallowed_methods,
    reason = "a test has a clock and reads fixtures"
)]

use ioculate_core::{
    batch,
    check::{Defaults, Policy, Verdict},
    clock::WallTime,
    diagnostic::Diagnostic,
    indicator::Action,
    ledger::{Ledger, Settings},
    limits::Limits,
    plan::{Endpoint, Plan},
};

/// 2026-11-21T00:00:00Z
const TODAY: WallTime = WallTime(1_795_219_200_000);

fn settings() -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "a title".to_owned(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: TODAY,
    }
}

fn ledger(name: &str, text: &str) -> Ledger {
    let mut ledger = Ledger::new(settings());
    ledger.read(name, text.as_bytes().to_vec());
    let counts = ledger.counts();
    let states =
        counts.ready + counts.duplicate + counts.conflict + counts.refused + counts.ignored;
    assert_eq!(counts.records, states, "the ledger adds up");
    ledger
}

/// Each record as `line verdict value` or `line verdict [codes of errors]`.
fn rows(ledger: &Ledger) -> Vec<String> {
    let one = |row| {
        let full = ledger.row(row).expect("a row of the ledger");
        let codes: Vec<_> = full
            .diagnostics
            .iter()
            .map(|found| found.finding.code())
            .collect();
        let verdict = format!("{:?}", full.verdict).to_lowercase();
        let what = match full.verdict {
            Verdict::Ready => ledger.value(row).to_owned(),
            _ => codes.join(" "),
        };
        format!("{} {verdict} {what}", ledger.line_of(row))
    };
    (0..ledger.len()).map(one).collect()
}

/// What is to be said about the only file, as `line:column code`.
fn said(ledger: &Ledger) -> Vec<String> {
    let file = &ledger.files()[0];
    let one = |found: &Diagnostic| {
        let place = found.place;
        format!("{}:{} {}", place.line, place.column, found.finding.code())
    };
    file.diagnostics.iter().map(one).collect()
}

/// Checks a table of `(text, rows, what is said)`.
fn check(name: &str, table: &[(&str, &[&str], &[&str])]) {
    for (text, expected, expected_said) in table {
        let ledger = ledger(name, text);
        assert_eq!(rows(&ledger), *expected, "{text}");
        assert_eq!(said(&ledger), *expected_said, "{text}");
    }
}

const PORTAL: &str = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\n";

#[test]
fn a_portal_csv_becomes_import_bodies() {
    let text = format!(
        "{PORTAL}# a comment\n\
         IpAddress,198.51.101.7,,Block,High,t,\"two\nlines, \"\"quoted\"\"\",,\"a,b\",None,,false\n\
         \n\
         DomainName,bad.example.com,2027-01-31T00:00:00.0Z,Audit,Low,t,d,,,,\"T1059,T1105\",true\n"
    );
    let ledger = ledger("a.csv", &text);
    assert_eq!(
        rows(&ledger),
        [
            "2 ignored other-record",
            "3 ready 198.51.101.7",
            "5 ignored other-record",
            "6 ready bad.example.com",
        ]
    );
    let limits = Limits::documented();
    let plan = Plan::build(&ledger, &limits);
    let batches = batch::split(&plan, &limits);
    let bodies: Vec<String> = batches
        .iter()
        .map(|batch| batch::body(&plan, &batch.entries, batch.endpoint))
        .map(|body| String::from_utf8(body).expect("JSON is UTF-8"))
        .collect();
    assert_eq!(
        bodies,
        [concat!(
            r#"{"Indicators":[{"indicatorValue":"198.51.101.7","indicatorType":"IpAddress","action":"Block","title":"t","description":"two\nlines, \"quoted\"","severity":"High","generateAlert":false,"rbacGroupNames":["a","b"]},"#,
            r#"{"indicatorValue":"bad.example.com","indicatorType":"DomainName","action":"Audit","title":"t","description":"d","severity":"Low","expirationTime":"2027-01-31T00:00:00Z","generateAlert":true,"mitreTechniques":["T1059","T1105"]}]}"#
        )]
    );
}

#[test]
fn one_entry_goes_by_the_single_api() {
    let ledger = ledger("a.txt", "bad.example.com\n");
    let limits = Limits::documented();
    let plan = Plan::build(&ledger, &limits);
    let batches = batch::split(&plan, &limits);
    assert_eq!(batches.len(), 1);
    assert_eq!(batches[0].endpoint, Endpoint::Single);
    let body = batch::body(&plan, &batches[0].entries, Endpoint::Single);
    assert!(body.starts_with(b"{\"indicatorValue\":\"bad.example.com\""));
}

#[test]
fn a_header_is_found_by_its_names() {
    check(
        "a.csv",
        &[
            (
                "IndicatorValue\nbad.example.com\n",
                &["2 ready bad.example.com"],
                &[],
            ),
            (
                "# made by hand\n\nACTION;indicatorvalue\nBlock;bad.example.com\n",
                &[
                    "1 ignored other-record",
                    "2 ignored other-record",
                    "4 ready bad.example.com",
                ],
                &[],
            ),
            (
                "action\tindicatorValue\tscope\nBlock\tbad.example.com\tA, B\n",
                &["2 ready bad.example.com"],
                &[],
            ),
            (
                "Indicator Value,\"Action\",Colour\nbad.example.com,Block,red\n",
                &["2 ready bad.example.com"],
                &["1:0 unknown-column"],
            ),
            (
                "Indikatorwert;Typ;IndicatorValue;Aktion;Titel;Notes;Description\n\
                 x;FQDN;bad.example.com;Block;t;n;d\n",
                &["2 ready bad.example.com"],
                &["1:0 unknown-column", "1:0 unknown-column"],
            ),
            (
                "indicatorValue,indicatorValue\nbad.example.com,\n",
                &["2 ready bad.example.com"],
                &["1:0 duplicate-column"],
            ),
            (
                "\u{feff}indicatorValue\r\nbad.example.com\r\n",
                &["2 ready bad.example.com"],
                &[],
            ),
            (
                "indicatorValue\rbad.example.com\r\rbad.example.org",
                &[
                    "2 ready bad.example.com",
                    "3 ignored other-record",
                    "4 ready bad.example.org",
                ],
                &[],
            ),
        ],
    );
}

#[test]
fn a_row_that_does_not_fit_is_refused_alone() {
    check(
        "a.csv",
        &[
            (
                "indicatorValue,action,title,description\nbad.example.com,Block,t,d\nbad.example\nbad.example.org,Block,t,d\n",
                &[
                    "2 ready bad.example.com",
                    "3 refused cells-missing",
                    "4 ready bad.example.org",
                ],
                &[],
            ),
            (
                "indicatorValue,action\nbad.example.com,Block,\nbad.example.org,Block,more\n,,\n,\n",
                &[
                    "2 ready bad.example.com",
                    "3 refused cells-extra",
                    "4 ignored other-record",
                    "5 ignored other-record",
                ],
                &[],
            ),
            (
                "indicatorValue,title\nbad.example.com,\"open\nbad.example.org,t\nbad.example.net,\"t\"\n",
                &[
                    "2 refused quote-not-closed",
                    "3 ready bad.example.org",
                    "4 ready bad.example.net",
                ],
                &[],
            ),
            (
                "title,indicatorValue\n\"two\nlines\",\"bad.example.com\nbad.example.org,bad.example.org\n",
                &["2 refused quote-not-closed", "4 ready bad.example.org"],
                &[],
            ),
        ],
    );
}

#[test]
fn a_place_is_the_cell() {
    let text = "title,indicatorValue,action\n\"two\nlines\",é.example.com,Blok\n";
    let ledger = ledger("a.csv", text);
    let full = ledger.row(0).expect("a row");
    let places: Vec<String> = full
        .diagnostics
        .iter()
        .map(|found| {
            format!(
                "{}:{} {}",
                found.place.line,
                found.place.column,
                found.finding.code()
            )
        })
        .collect();
    assert_eq!(places, ["3:22 bad-action"]);
}

#[test]
fn the_guard_against_spreadsheets_is_taken_off_and_listed() {
    let ledger = ledger(
        "a.csv",
        "indicatorValue,title\nbad.example.com,'=1+1\nbad.example.org,'tis\n",
    );
    let titles: Vec<String> = (0..2)
        .filter_map(|row| Some(ledger.indicator(row)?.title.into_owned()))
        .collect();
    assert_eq!(titles, ["=1+1", "'tis"]);
    let full = ledger.row(0).expect("a row");
    assert!(
        full.changes
            .iter()
            .any(|change| change.before == "'=1+1" && change.after == "=1+1")
    );
}

#[test]
fn a_list_has_one_value_a_line() {
    check(
        "list.txt",
        &[
            ("bad.example.com", &["1 ready bad.example.com"], &[]),
            (
                "# comment\n; comment\n// comment\n\nbad[.]example[.]com # seen today\n  198.51.101.7\t\r\nhttps://bad.example.com/#top\n",
                &[
                    "1 ignored other-record",
                    "2 ignored other-record",
                    "3 ignored other-record",
                    "4 ignored other-record",
                    "5 ready bad.example.com",
                    "6 ready 198.51.101.7",
                    "7 ready https://bad.example.com/",
                ],
                &[],
            ),
            ("[.]example", &["1 refused domain-without-dot"], &[]),
        ],
    );
}

const ONE: &str = r#"{"indicatorValue":"bad.example.com","indicatorType":"DomainName","action":"Block","title":"t","description":"d"}"#;

#[test]
fn the_apis_json_has_four_shapes() {
    let wrapped = format!("{{\"Indicators\":[\n{ONE}\n]}}");
    let answer = format!(
        "{{\"@odata.context\":\"c\",\"value\":[{}]}}",
        ONE.replacen(
            '{',
            r#"{"id":"7","createdBy":"x","lastUpdateTime":null,"rbacGroupIds":[],"#,
            1
        )
    );
    let lower = ONE.replace("indicatorValue", "IndicatorValue");
    let two = format!(
        "{ONE}\n{}",
        ONE.replace("bad.example.com", "bad.example.org")
    );
    check(
        "a.json",
        &[
            (ONE, &["1 ready bad.example.com"], &[]),
            (&format!("[{ONE}]"), &["1 ready bad.example.com"], &[]),
            (&wrapped, &["2 ready bad.example.com"], &[]),
            (&answer, &["1 ready bad.example.com"], &[]),
            (
                &lower,
                &["1 ready bad.example.com"],
                &["1:0 json-key-spelling"],
            ),
            (
                &two,
                &["1 ready bad.example.com", "2 ready bad.example.org"],
                &[],
            ),
            ("{}", &["1 refused json-not-indicators"], &[]),
            (r#"{"Indicators":[]}"#, &[], &["0:0 json-not-indicators"]),
            (
                r#"{"type":"bundle","objects":[{"type":"indicator"}]}"#,
                &["1 refused json-not-indicators"],
                &[],
            ),
            (
                r#"["bad.example.com", 7]"#,
                &["1 ready bad.example.com", "1 refused json-wrong-kind"],
                &[],
            ),
            (
                r#"{"value":[{"id":"1","indicator":"bad.example.com","isFailed":false,"failureReason":null}]}"#,
                &["1 ignored other-record"],
                &["1:0 json-unknown-key"],
            ),
        ],
    );
}

#[test]
fn json_values_are_of_the_kinds_that_the_api_takes() {
    let with = |more: &str| ONE.replacen('{', &format!("{{{more},"), 1);
    let table = [
        (r#""generateAlert":true"#, "1 ready bad.example.com"),
        (r#""rbacGroupNames":["a","b"]"#, "1 ready bad.example.com"),
        (r#""rbacGroupNames":"a, b""#, "1 ready bad.example.com"),
        (r#""rbacGroupNames":[]"#, "1 ready bad.example.com"),
        (r#""rbacGroupNames":null"#, "1 ready bad.example.com"),
        (r#""expirationTime":null"#, "1 ready bad.example.com"),
        (r#""category":1"#, "1 ready bad.example.com"),
        (r#""rbacGroupNames":[1]"#, "1 refused json-wrong-kind"),
        (r#""severity":{}"#, "1 refused json-wrong-kind"),
        (r#""title":"twice""#, "1 refused json-key-twice"),
    ];
    for (more, expected) in table {
        assert_eq!(rows(&ledger("a.json", &with(more))), [expected], "{more}");
    }
}

#[test]
fn escapes_are_read_and_written() {
    let text = ONE.replace("\"t\"", r#""a \"b\" \u00fc \n \ud83d\ude00""#);
    let ledger = ledger("a.json", &text);
    let indicator = ledger.indicator(0).expect("ready");
    assert_eq!(indicator.title, "a \"b\" ü \n 😀");
}

#[test]
fn broken_json_costs_the_object_that_is_broken() {
    let cut = format!("{{\"Indicators\":[{ONE},\n{}", &ONE[..30]);
    let other = ONE.replace("bad.example.com", "bad.example.org");
    let broken = format!("[{ONE},\n{{\"indicatorValue\": 'x'}},\n{other}]");
    let unclosed = format!("[{ONE}\n");
    let unclosed_at = format!("1:{} json-broken", unclosed.len());
    check(
        "a.json",
        &[
            (
                &cut,
                &["1 ready bad.example.com", "2 refused json-broken"],
                &[],
            ),
            (
                &broken,
                &[
                    "1 ready bad.example.com",
                    "2 refused json-broken",
                    "3 ready bad.example.org",
                ],
                &[],
            ),
            (&unclosed, &["1 ready bad.example.com"], &[&unclosed_at]),
            (&ONE[..30], &["1 refused json-broken"], &[]),
            ("{", &["1 refused json-broken"], &[]),
            (
                "{\"a\":1} x",
                &["1 refused json-not-indicators"],
                &["1:9 json-broken"],
            ),
        ],
    );
}

#[test]
fn a_page_gives_the_indicators_of_its_request() {
    let page = format!(
        "# Import\n\nSee [the list](list.md) and {{token}}.\n\n```\nPOST /api\n{{\n\"Indicators\": [\n{ONE}\n]\n}}\n```\n\nAnswer:\n{{\"value\":[{{\"id\":\"1\",\"indicator\":\"bad.example.com\",\"isFailed\":false}}]}}\n"
    );
    check(
        "page.md",
        &[(&page, &["9 ready bad.example.com"], &["0:0 read-from-page"])],
    );
}

#[test]
fn feeds_are_read_by_their_own_words() {
    check(
        "a.json",
        &[
            (
                r#"{"description":"d","list":["bad.example","51.0.0.7"],"matching_attributes":["domain"]}"#,
                &["1 ready bad.example", "1 ready 51.0.0.7"],
                &["1:0 read-from-key"],
            ),
            (
                r#"{"query_status":"ok","data":[{"ioc":"51.0.0.7","ioc_type":"ip"},{"ioc":"51.0.0.8:443","ioc_type":"ip:port"},{"ioc":"a@bad.example","ioc_type":"email"}]}"#,
                &[
                    "1 ready 51.0.0.7",
                    "1 refused address-with-port",
                    "1 ignored other-record",
                ],
                &["1:0 read-from-key"],
            ),
            (
                r#"{"indicators":[{"indicator":"bad.example","type":"hostname","title":"","description":""}]}"#,
                &["1 ready bad.example"],
                &[],
            ),
            (
                "{\"ioc\":\"bad.example\"}\r\n\r\n{\"ioc\":\"worse\r\n{\"ioc\":\"worst.example\"}\r\n",
                &[
                    "1 ready bad.example",
                    "3 refused json-broken",
                    "4 ready worst.example",
                ],
                &[],
            ),
            (
                r#"[{"input":"http://a.example","host":"a.example","hash":""}]"#,
                &["1 refused json-wrong-kind"],
                &[
                    "1:0 json-unknown-key",
                    "1:0 json-unknown-key",
                    "1:0 json-unknown-key",
                ],
            ),
        ],
    );
}
