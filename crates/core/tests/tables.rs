//! Tables of others: how they are written, what their columns hold, and reading one again otherwise.

#![allow(
    clippy::disallowed_methods,
    reason = "a test has a clock and reads the corpus"
)]

use std::time::{Duration, Instant};

use ioculate_core::{
    change::Field,
    check::{Defaults, Policy, Verdict},
    clock::{Now, WallTime},
    diagnostic::Diagnostic,
    indicator::{Action, IndicatorType},
    ledger::{Ledger, Settings},
    mapping::{Mapping, Reading, Role},
    session::{Command, Event, Fix, Scope, Session, Summary},
    source::SourceKind,
};
use proptest::prelude::*;

/// 2026-11-21T00:00:00Z
const TODAY: WallTime = WallTime(1_795_219_200_000);

fn empty() -> Ledger {
    Ledger::new(Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "a title".to_owned(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today: TODAY,
    })
}

fn ledger(name: &str, text: &str) -> Ledger {
    let mut ledger = empty();
    ledger.read(name, text.as_bytes().to_vec());
    adds_up(&ledger);
    ledger
}

fn adds_up(ledger: &Ledger) {
    let counts = ledger.counts();
    let states =
        counts.ready + counts.duplicate + counts.conflict + counts.refused + counts.ignored;
    assert_eq!((counts.records, counts.records), (states, ledger.len()));
    let of_files: u32 = ledger.files().iter().map(|file| file.records).sum();
    assert_eq!(of_files, ledger.len(), "each record is of one file");
}

/// Each record as `line value`, or `line verdict: code`.
fn rows(ledger: &Ledger) -> Vec<String> {
    (0..ledger.len()).map(|row| shown(ledger, row)).collect()
}

fn shown(ledger: &Ledger, row: u32) -> String {
    let full = ledger.row(row).expect("a row");
    let line = ledger.line_of(row);
    if let Some(indicator) = &full.indicator {
        return format!("{line} {}", indicator.value);
    }
    let codes: Vec<_> = full.diagnostics.iter().map(Diagnostic::code).collect();
    let verdict = format!("{:?}", full.verdict).to_lowercase();
    format!("{line} {verdict}: {}", codes.join(" "))
}

fn said(ledger: &Ledger) -> Vec<&'static str> {
    let found = ledger.files()[0].diagnostics.iter();
    found.map(Diagnostic::code).collect()
}

/// Holds a table of `(text, rows, what is said of the file)`.
fn holds(table: &[(&str, &[&str], &[&str])]) {
    for (text, expected, expected_said) in table {
        let ledger = ledger("feed.txt", text);
        assert_eq!(rows(&ledger), *expected, "{text}");
        assert_eq!(said(&ledger), *expected_said, "{text}");
    }
}

const MD5: &str = "0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d";

#[test]
fn columns_that_are_not_imported_are_named_once() {
    let names: Vec<String> = (1..=25).map(|n| format!("score {n}")).collect();
    let (header, blanks) = (names.join(","), ",x".repeat(25));
    let ledger = ledger(
        "feed.csv",
        &format!("domain,{header}\nbad.example{blanks}\n"),
    );
    let found = &ledger.files()[0].diagnostics;
    assert_eq!(
        found
            .iter()
            .map(|found| found.finding.to_string())
            .collect::<Vec<_>>(),
        [
            "Not imported, as no field of an indicator is called so: `score 1`, `score 2`, `score 3`, `score 4`, `score 5`, `score 6`, `score 7`, `score 8` and 17 more."
        ]
    );
}

#[test]
fn a_table_is_read_by_its_names_and_cells() {
    let hash = format!("type|value\nimphash|{MD5}\nmd5|{MD5}\n");
    let ready_hash = format!("3 {MD5}");
    holds(&[
        (
            "type;indicator;app\ndomain;bad.example;x\nemail;a@bad.example;x\n",
            &["2 bad.example", "3 ignored: other-record"],
            &["columns-not-imported"],
        ),
        (
            "sep=;\r\nIoC;IoC_Type\r\n198.51.100.7;ip-dst\r\n",
            &["1 ignored: other-record", "3 198.51.100.7"],
            &[],
        ),
        (
            "Indicators of May\n\nFQDN,Notes\nbad.example,\"a, b\"\n",
            &[
                "1 ignored: other-record",
                "2 ignored: other-record",
                "4 bad.example",
            ],
            &[],
        ),
        ("# FQDN,Notes\nbad.example,a\n", &["2 bad.example"], &[]),
        (
            "domain_name,ip_address,,\nbad.example,198.51.100.7\nworse.example,,,\n,,,\n",
            &[
                "2 bad.example",
                "2 198.51.100.7",
                "3 worse.example",
                "4 ignored: other-record",
            ],
            &[],
        ),
        (
            "Domain,Version,Certificate\nbad.example,1.2.3.4,0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d\n",
            &["2 bad.example"],
            &["column-not-read", "column-not-read"],
        ),
        (
            "198.51.100.7\t10\n198.51.100.8\t9\n",
            &["1 198.51.100.7", "2 198.51.100.8"],
            &[],
        ),
        (
            "FQDN\nbad.example\nworse.example\n",
            &["2 bad.example", "3 worse.example"],
            &[],
        ),
        (&hash, &["2 ignored: other-record", &ready_hash], &[]),
        (
            "ioc,comment\nbad.example,a\nworse.example\nlast.example,a,b\n",
            &[
                "2 bad.example",
                "3 refused: cells-missing",
                "4 refused: cells-extra",
            ],
            &[],
        ),
        (
            "# made by hand\n# \"seen\",\"ioc\",\"tags\"\n\"2026-01-01\", \"bad.example\", \"a, b\"\n",
            &["1 ignored: other-record", "3 bad.example"],
            &["columns-not-imported"],
        ),
        (
            "url,feed_link\nhttp://bad.example/a,https://news.example/1\n",
            &["2 http://bad.example/a"],
            &["column-not-read"],
        ),
        (
            "| Domain | Note |\n|:---|----|\n| bad.example | C2 |\n",
            &["2 ignored: other-record", "3 bad.example"],
            &[],
        ),
        (
            "| IoC | Type |\n|---|---|\n| `bad[.]example` | domain |\n| `bad` | domain |\n",
            &[
                "2 ignored: other-record",
                "3 bad.example",
                "4 refused: not-an-indicator",
            ],
            &[],
        ),
        (
            "ioc,comment\nbad.example,\"open\nworse.example,a\n",
            &["2 refused: quote-not-closed", "3 worse.example"],
            &[],
        ),
        (
            "ioc,comment\nbad.example (seen once),a\n,b\n",
            &["2 refused: not-an-indicator", "3 ignored: other-record"],
            &[],
        ),
    ]);
}

#[test]
fn a_header_may_come_again_and_may_change() {
    holds(&[
        (
            "ioc,type\nbad.example,domain\nIoC,Type\nworse.example,domain\n",
            &[
                "2 bad.example",
                "3 ignored: other-record",
                "4 worse.example",
            ],
            &[],
        ),
        (
            "ioc,type\nbad.example,domain\ntype,note,ioc\ndomain,n,worse.example\n",
            &[
                "2 bad.example",
                "3 ignored: other-record",
                "4 worse.example",
            ],
            &["other-header"],
        ),
        (
            "indicatorValue,title\nbad.example,t\nindicatorvalue,TITLE\nworse.example,t\n",
            &[
                "2 bad.example",
                "3 ignored: other-record",
                "4 worse.example",
            ],
            &[],
        ),
        (
            "indicatorValue,title\nbad.example,t\ntitle,action,indicatorValue\nt,Block,worse.example\n",
            &[
                "2 bad.example",
                "3 ignored: other-record",
                "4 worse.example",
            ],
            &["other-header"],
        ),
        // A row of words is a row.
        (
            "type,ioc\ndomain,bad.example\ndomain,masked\n",
            &["2 bad.example", "3 refused: not-an-indicator"],
            &[],
        ),
        (
            "ioc,type,note\nbad.example,domain,n\nnot an indicator,domain,n\nworse.example,domain,n\n",
            &[
                "2 bad.example",
                "3 refused: not-an-indicator",
                "4 worse.example",
            ],
            &[],
        ),
        (
            "ioc,type,note\nbad.example,domain,n\nunknown,ip,link\nworse.example,domain,n\n",
            &[
                "2 bad.example",
                "3 refused: not-an-indicator",
                "4 worse.example",
            ],
            &[],
        ),
        (
            "ioc,note,seen\nbad.example,n,2026-01-31\nour domain,domain,2026-01-31\nworse.example,n,2026-01-31\n",
            &[
                "2 bad.example",
                "3 refused: not-an-indicator",
                "4 worse.example",
            ],
            &["columns-not-imported"],
        ),
        // A type in another header's place for it is a name all the same.
        (
            "ioc,type,note\nbad.example,domain,n\nsha256,domain,note\n,worse.example,n\n",
            &[
                "2 bad.example",
                "3 ignored: other-record",
                "4 worse.example",
            ],
            &["other-header"],
        ),
    ]);
}

#[test]
fn several_values_of_a_row_share_its_other_fields() {
    let text =
        "ioc,title,Expires\n\"bad.example\n198.51.100.7;worse.example\",a \"\"b\"\",2027-01-31\n";
    let ledger = ledger("a.csv", &text.replace("a \"\"b\"\"", "\"a \"\"b\"\"\""));
    assert_eq!(
        rows(&ledger),
        ["2 bad.example", "2 198.51.100.7", "2 worse.example"]
    );
    for row in 0..3 {
        let indicator = ledger.indicator(row).expect("ready");
        assert_eq!(indicator.title, "a \"b\"");
        assert!(indicator.expiration.is_some());
        let place = ledger.value_in_source(row);
        assert_eq!(&ledger.source_of(row)[place], ledger.value(row));
    }
}

#[test]
fn misp_rows_are_split_and_those_not_for_detection_passed_over() {
    let header = "uuid,event_id,category,type,value,comment,to_ids,date\n";
    let row = |kind: &str, value: &str, to_ids: &str| {
        let text = format!("{header}u,1,Network activity,{kind},{value},c,{to_ids},20260131\n");
        rows(&ledger("misp.csv", &text)).join(" | ")
    };
    let hash = format!("2 ignored: other-record | 2 {MD5}");
    let table = [
        ("domain", "bad.example".to_owned(), "1", "2 bad.example"),
        (
            "domain",
            "bad.example".to_owned(),
            "0",
            "2 ignored: not-for-detection",
        ),
        ("filename|md5", format!("a.exe|{MD5}"), "1", &hash),
        ("filename|md5", format!("a|b.exe|{MD5}"), "1", &hash),
        ("malware-sample", format!("a.exe|{MD5}"), "1", &hash),
        (
            "filename|imphash",
            format!("a.exe|{MD5}"),
            "1",
            "2 ignored: other-record | 2 ignored: other-record",
        ),
        (
            "ip-dst|port",
            "198.51.100.7|8443".to_owned(),
            "1",
            "2 198.51.100.7 | 2 ignored: other-record",
        ),
        (
            "domain|ip",
            "bad.example|198.51.100.7".to_owned(),
            "1",
            "2 bad.example | 2 198.51.100.7",
        ),
        (
            "regkey|value",
            "HKLM\\a|bad.example".to_owned(),
            "1",
            "2 ignored: other-record",
        ),
    ];
    for (kind, value, to_ids, expected) in table {
        assert_eq!(row(kind, &value, to_ids), expected, "{kind} {value}");
    }
}

#[test]
fn dates_of_a_column_settle_one_another() {
    let read = |dates: &str| {
        let dated = |(at, date)| format!("bad{at}.example,{date}");
        let rows: Vec<String> = dates.split(' ').enumerate().map(dated).collect();
        let ledger = ledger("a.csv", &format!("ioc,expires\n{}", rows.join("\n")));
        let one = |row| {
            let full = ledger.row(row).expect("a row");
            match full.indicator.and_then(|indicator| indicator.expiration) {
                Some(WallTime(millis)) => (millis / 86_400_000).to_string(),
                None => full.diagnostics.iter().map(Diagnostic::code).collect(),
            }
        };
        (0..ledger.len()).map(one).collect::<Vec<_>>().join(" ")
    };
    // 20,850 is 2027-02-01, 20,820 is 2027-01-02, 20,849 is 2027-01-31.
    let table = [
        ("2/1/2027 1/31/2027", "20850 20849"),
        ("1/2/2027 31/1/2027", "20850 20849"),
        ("1/2/2027", "ambiguous-date"),
        ("1/2/2027 1/31/2027 31/1/2027", "ambiguous-date 20849 20849"),
        ("46419 2027/1/31", "20850 20849"),
        ("soon", "bad-date"),
    ];
    for (dates, expected) in table {
        assert_eq!(read(dates), expected, "{dates}");
    }
}

fn reading(delimiter: char, header: Option<u32>, columns: &[Role]) -> Reading {
    Reading {
        kind: SourceKind::Table,
        mapping: Some(Mapping {
            delimiter,
            header,
            columns: columns.to_vec(),
            meanings: Vec::new(),
        }),
    }
}

const VALUE: Role = Role::Indicator(None);

#[test]
fn a_source_is_read_again_and_others_keep_what_was_decided() {
    let mut ledger = empty();
    ledger.read("a.txt", b"192.0.2.1\n192.0.2.2\n".to_vec());
    let file = ledger.read(
        "b.csv",
        b"first,second\nbad.example,198.51.100.7\n".to_vec(),
    );
    ledger.read(
        "c.csv",
        b"ioc,note\nworse.example,\"open\nlast.example,a\n".to_vec(),
    );
    let before = ["1 192.0.2.1", "2 192.0.2.2", "2 198.51.100.7"];
    let after = ["2 refused: quote-not-closed", "3 last.example"];
    assert_eq!(rows(&ledger), [&before[..], &after[..]].concat());
    for row in [1, 2, 4] {
        ledger.fix(&Fix::LeaveOut, &Scope::Row { row });
    }
    assert!(ledger.read_as(file, &reading(',', None, &[VALUE, VALUE])));
    adds_up(&ledger);
    let between = [
        "1 refused: not-an-indicator",
        "1 refused: not-an-indicator",
        "2 bad.example",
        "2 198.51.100.7",
    ];
    assert_eq!(
        rows(&ledger),
        [&before[..2], &between[..], &after[..]].concat()
    );
    let left_out: Vec<u32> = (0..ledger.len())
        .filter(|&row| ledger.is_left_out(row))
        .collect();
    assert_eq!(
        left_out,
        [1, 7],
        "what was decided about the replaced row is dropped"
    );
    let list = Reading {
        kind: SourceKind::List,
        mapping: None,
    };
    assert!(ledger.read_as(file, &list));
    // The header is a line by itself, and the other one holds two indicators.
    assert_eq!(ledger.len(), 2 + 3 + 2);
    assert!(ledger.is_left_out(6));
}

#[test]
fn a_nonsensical_reading_changes_nothing() {
    let mut ledger = ledger("a.csv", "ioc,note\nbad.example,a\n");
    let kind = |kind| Reading {
        kind,
        mapping: None,
    };
    let before = rows(&ledger);
    let table = [
        (1, kind(SourceKind::List)),
        (0, kind(SourceKind::ApiJson)),
        (0, reading('x', Some(1), &[VALUE])),
        (0, reading('é', Some(1), &[VALUE])),
        (0, reading(',', Some(9), &[VALUE])),
        (0, reading(',', Some(0), &[VALUE])),
        (
            0,
            reading(',', Some(1), &[Role::Field(Field::IndicatorValue)]),
        ),
    ];
    for (file, reading) in table {
        assert!(!ledger.read_as(file, &reading), "{reading:?}");
        assert_eq!(rows(&ledger), before, "{reading:?}");
    }
}

#[test]
fn what_the_user_says_of_a_column_is_strict() {
    let text = "ioc,note\nbad.example,t\nhttps://bad.example/a,t\n";
    let mut ledger = ledger("a.csv", text);
    let roles = [
        Role::Indicator(Some(IndicatorType::DomainName)),
        Role::Field(Field::Title),
    ];
    assert!(ledger.read_as(0, &reading(',', Some(1), &roles)));
    assert_eq!(
        rows(&ledger),
        ["2 bad.example", "3 refused: domain-with-path"]
    );
    assert_eq!(ledger.indicator(0).expect("ready").title, "t");
}

fn summary(session: &mut Session, command: Command, bytes: Option<&str>) -> Summary {
    let now = Now {
        wall: TODAY,
        mono: Duration::ZERO,
        jitter: 0.0,
    };
    let bytes = bytes.map(|text| text.as_bytes().to_vec());
    let messages = session.handle(now, command, bytes);
    let summary = messages.into_iter().find_map(|event| match event {
        Event::Summary(summary) => Some(*summary),
        _ => None,
    });
    summary.expect("a summary")
}

#[test]
fn the_page_is_told_how_a_source_was_read_and_may_say_otherwise() {
    let mut session = Session::new();
    let text = format!("IoC;Note\nbad.example;{}\nbad.example;b\n", "é".repeat(100));
    let name = "a.txt".to_owned();
    let first = summary(&mut session, Command::Read { name }, Some(&text));
    let file = &first.files[0];
    let expected = reading(';', Some(1), &[VALUE, Role::Field(Field::Description)]);
    assert_eq!(file.reading, Some(expected));
    assert_eq!(
        file.kinds,
        [SourceKind::Table, SourceKind::List, SourceKind::Prose]
    );
    let columns: Vec<(&str, usize)> = file
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.samples.len()))
        .collect();
    assert_eq!(columns, [("IoC", 1), ("Note", 2)]);
    assert_eq!(file.columns[1].samples[0].chars().count(), 80);
    // Without roles they are suggested anew.
    let reading = reading(',', None, &[]);
    let again = summary(&mut session, Command::ReadAs { file: 0, reading }, None);
    assert_eq!(again.files[0].columns.len(), 1);
    assert_eq!(again.files[0].records, 3);
}

/// The text of each column of each record, by roles that take any text.
fn cells(ledger: &Ledger, fields: &[Field]) -> Vec<Vec<String>> {
    let text = |row, field| {
        ledger
            .given_field(row, field)
            .unwrap_or_default()
            .into_owned()
    };
    let row = |row| fields.iter().map(|&field| text(row, field)).collect();
    (0..ledger.len())
        .filter(|&row| ledger.verdict(row) != Verdict::Ignored)
        .map(row)
        .collect()
}

const FIELDS: [Field; 5] = [
    Field::IndicatorValue,
    Field::Title,
    Field::Description,
    Field::RecommendedActions,
    Field::ExternalId,
];

fn roles(count: usize) -> Vec<Role> {
    let others = FIELDS[1..count].iter().map(|&field| Role::Field(field));
    std::iter::once(VALUE).chain(others).collect()
}

#[test]
fn hostile_tables_take_linear_time() {
    let names: Vec<String> = (0..20_000).map(|at| format!("column {at}")).collect();
    let table = [
        "ioc,type\ntype,ioc\n".repeat(50_000),
        format!("ioc,note\n\"{}\",a\n", "198.51.100.7;".repeat(50_000)),
        format!("ioc,note\n\"{}\",a\n", "bad.example x;".repeat(50_000)),
        format!(
            "ioc,{}\nbad.example{}\n",
            names.join(","),
            ",x".repeat(20_000)
        ),
        ",".repeat(1_000_000),
        "a,\"b\n".repeat(100_000),
        "|;,\t\n".repeat(100_000),
        "#ioc,type\n".repeat(100_000),
    ];
    for text in table {
        let started = Instant::now();
        let mut ledger = ledger("a.csv", &text);
        ledger.read_as(0, &reading(';', None, &[VALUE, VALUE]));
        let took = started.elapsed();
        let begin: String = text.chars().take(20).collect();
        assert!(took < Duration::from_secs(20), "{took:?} for {begin:?}");
    }
}

fn dialect() -> impl Strategy<Value = (u8, &'static str)> {
    let delimiter = prop_oneof![Just(b','), Just(b';'), Just(b'\t'), Just(b'|')];
    let ending = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    (delimiter, ending)
}

/// A table as a writer that is not ours writes it.
fn written(rows: &[Vec<String>], delimiter: u8, ending: &str) -> String {
    let mut out = Vec::new();
    for row in rows {
        let mut writer = csv_core::WriterBuilder::new().delimiter(delimiter).build();
        let mut buffer = vec![0; row.iter().map(|cell| 2 * cell.len() + 3).sum::<usize>() + 8];
        let mut at = 0;
        for (number, cell) in row.iter().enumerate() {
            if number > 0 {
                at += writer.delimiter(&mut buffer[at..]).1;
            }
            at += writer.field(cell.as_bytes(), &mut buffer[at..]).2;
        }
        at += writer.finish(&mut buffer[at..]).1;
        out.extend_from_slice(&buffer[..at]);
        out.extend_from_slice(ending.as_bytes());
    }
    String::from_utf8(out).expect("texts between delimiters")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_another_writes_is_read_back(
        texts in proptest::collection::vec(["[a-z ,;|\t\"\r\n'é#]{0,9}", "[a-z,\"]{0,5}"], 1..8),
        (delimiter, ending) in dialect(),
    ) {
        let mut rows = vec![vec!["IoC".to_owned(), "Title".to_owned(), "Note".to_owned()]];
        rows.extend(texts.into_iter().enumerate().map(|(at, [title, note])| {
            vec![format!("bad{at}.example"), title, note]
        }));
        let text = written(&rows, delimiter, ending);
        let mut ledger = ledger("feed.txt", &text);
        prop_assert_eq!(cells(&ledger, &FIELDS[..3]), &rows[1..], "as suggested: {:?}", text);
        let reading = reading(char::from(delimiter), Some(1), &roles(3));
        prop_assert!(ledger.read_as(0, &reading));
        prop_assert_eq!(cells(&ledger, &FIELDS[..3]), &rows[1..], "as told: {:?}", text);
    }

    #[test]
    fn any_text_adds_up_in_any_reading(
        text in "[ab.,;|\t\"\n#0-9 ]{0,60}",
        (delimiter, _) in dialect(),
        header in proptest::option::of(0_u32..4),
        columns in proptest::collection::vec(
            prop_oneof![Just(VALUE), Just(Role::Skip), Just(Role::Field(Field::ExpirationTime))],
            0..4,
        ),
    ) {
        let mut ledger = ledger("a.csv", &text);
        ledger.read("b.txt", b"bad.example\n".to_vec());
        ledger.read_as(0, &reading(char::from(delimiter), header, &columns));
        adds_up(&ledger);
        prop_assert_eq!(ledger.value(ledger.len() - 1), "bad.example");
    }
}

#[test]
fn the_order_of_columns_and_their_case_do_not_matter() {
    let table = [
        ["IoC", "Type", "Comments", "valid_until", "Version"],
        ["bad.example", "FQDN", "a, b", "1/31/2027", "1.2.3.4"],
        ["198.51.100.7", "ip-dst", "", "1/2/2027", "1.2.3.5"],
        ["a@bad.example", "email", "x", "", "1.2.3.6"],
    ];
    let read = |turn: usize, delimiter: u8| {
        let turned: Vec<Vec<String>> = table
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let cell = |column: usize| row[(column + turn) % row.len()];
                let name = |text: &str| {
                    if at == 0 && turn > 2 {
                        text.to_uppercase()
                    } else {
                        text.to_owned()
                    }
                };
                (0..row.len()).map(|column| name(cell(column))).collect()
            })
            .collect();
        let ledger = ledger("a.txt", &written(&turned, delimiter, "\n"));
        (0..ledger.len())
            .map(|row| format!("{} {:?}", shown(&ledger, row), ledger.indicator(row)))
            .collect::<Vec<_>>()
    };
    let expected = read(0, b',');
    assert_eq!(expected.len(), 3);
    for turn in 0..5 {
        for delimiter in *b",;\t|" {
            assert_eq!(read(turn, delimiter), expected, "{turn} {delimiter}");
        }
    }
}

#[test]
fn any_text_can_be_read_for_what_stands_in_it() {
    let text = "{\"iocs\": {\"domains\": [\"bad[.]example\"], \"hashes\": [\"0123456789abcdef0123456789abcdef\"]}}\n";
    let mut ledger = ledger("feed.json", text);
    let prose = Reading {
        kind: SourceKind::Prose,
        mapping: None,
    };
    assert!(ledger.read_as(0, &prose));
    assert_eq!(ledger.counts().ready, 2, "{:?}", ledger.counts());
}
