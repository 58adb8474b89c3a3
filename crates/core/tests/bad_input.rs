//! What hostile and damaged files do: a clear finding at its place, nothing lost, in linear time.

#![allow(clippy::disallowed_methods, reason = "a test has a clock")]

mod cpu;
mod read;

use std::time::{Duration, Instant};

use ioculate_core::{
    check::Verdict,
    ledger::Ledger,
    limits::Limits,
    plan::Plan,
    session::{Counts, Fix, Scope},
};
use proptest::prelude::*;

use read::read;

/// `line code` of what is said about the file.
fn said(ledger: &Ledger) -> Vec<String> {
    let found = ledger.files()[0].diagnostics.iter();
    found
        .map(|found| format!("{} {}", found.place.line, found.finding.code()))
        .collect()
}

/// The codes of a row.
fn codes(ledger: &Ledger, row: u32) -> Vec<&'static str> {
    let full = ledger.row(row).expect("a row");
    full.diagnostics
        .iter()
        .map(|found| found.finding.code())
        .collect()
}

#[test]
fn a_file_that_is_no_text_is_refused_as_a_whole() {
    let table: &[(&[u8], &str)] = &[
        (b"", "0 empty-file"),
        (b"PK\x03\x04\x14\x00\x06\x00", "0 packed-file"),
        (b"%PDF-1.7\n", "0 binary-file"),
    ];
    for (bytes, expected) in table {
        let ledger = read("a.csv", bytes);
        assert_eq!(said(&ledger), [*expected]);
        assert_eq!(ledger.counts(), Counts::default());
    }
}

#[test]
fn ten_thousand_columns_are_read_by_name() {
    let names: Vec<String> = (0..10_000).map(|n| format!("column {n}")).collect();
    let blanks = ",x".repeat(10_000);
    let text = format!(
        "indicatorValue,{}\nbad.example.com{blanks}\nbad.example.org\n",
        names.join(",")
    );
    let ledger = read("a.csv", text.into_bytes());
    assert_eq!(ledger.value(0), "bad.example.com");
    assert_eq!(codes(&ledger, 1), ["cells-missing"]);
    assert_eq!(said(&ledger).len(), 21);
    assert_eq!(said(&ledger)[20], "0 more-unknown");
}

#[test]
fn columns_beyond_what_is_kept_are_counted() {
    let many = ",".repeat(100_001);
    let text = format!("indicatorValue{many}\nbad.example.com{many}\nbad.example.org,{many}x\n");
    let ledger = read("a.csv", text.into_bytes());
    assert_eq!(said(&ledger), ["1 too-many-columns"]);
    assert_eq!(ledger.value(0), "bad.example.com");
    assert_eq!(codes(&ledger, 1), ["cells-extra"]);
    let text = format!("indicatorValue\nbad.example.com{many}x\nbad.example.org\n");
    let ledger = read("a.csv", text.into_bytes());
    assert_eq!(codes(&ledger, 0), ["cells-extra"]);
    assert_eq!(ledger.value(1), "bad.example.org");
}

#[test]
fn a_cell_of_ten_megabytes_is_refused_and_the_next_row_is_not() {
    let long = "a".repeat(10 * 1024 * 1024);
    let text = format!(
        "indicatorValue,title,description\n\"{long}\",t,d\nbad.example.com,\"{long}\",d\nbad.example.org,t,d\n"
    );
    let ledger = read("a.csv", text.into_bytes());
    let counts = ledger.counts();
    assert_eq!((counts.refused, counts.ready), (2, 1));
    assert_eq!(ledger.value(2), "bad.example.org");
}

#[test]
fn a_large_file_takes_its_size_and_no_more() {
    let mut text = "indicatorType,indicatorValue,action,title,description\n".to_owned();
    let mut rows = 0;
    while text.len() < 20_000_000 {
        let row =
            format!("DomainName,host{rows}.bad.example.com,Block,a title,\"a text, quoted\"\n");
        text += &row;
        rows += 1;
    }
    let ledger = read("a.csv", text.into_bytes());
    assert_eq!(ledger.counts().ready, rows);
}

/// A page may leave something out of its first example.
#[test]
fn a_broken_example_hides_no_later_one() {
    let text = r#"Send [{"indicatorValue":"a.example.com"}, ...]
        then {"indicatorValue":"b.example.com"}
        and [{"indicatorValue":"c.example.com"},{"indicatorValue":"d.example.com"}]"#;
    let ledger = read("page.md", text);
    let values: Vec<&str> = (0..ledger.len())
        .filter(|&row| codes(&ledger, row) != ["json-broken"])
        .map(|row| ledger.value(row))
        .collect();
    let expected = ["a", "b", "c", "d"].map(|name| format!("{name}.example.com"));
    assert_eq!(values, expected);
    assert_eq!(ledger.len(), 5);
}

/// Texts that make a careless reader look at the same bytes again and again.
#[test]
fn hostile_texts_take_linear_time() {
    let head = "indicatorValue,title\n";
    let texts = [
        ("a.csv", format!("{head}{}", "x,\"a\n".repeat(400_000))),
        ("a.csv", format!("{head}{}", "\"\"\"\n".repeat(400_000))),
        ("a.csv", format!("{head}{}", "\"".repeat(2_000_000))),
        ("a.csv", format!("{head}{}", "\"\"\n\"".repeat(400_000))),
        (
            "a.json",
            format!("[{}", "{\"indicatorValue\":x},".repeat(100_000)),
        ),
        (
            "a.json",
            format!("[{}", "{\"indicatorValue\":\"x},".repeat(100_000)),
        ),
        ("a.json", "[".repeat(2_000_000)),
        ("a.json", "{\"Indicators\":[".repeat(200_000)),
        ("a.json", format!("[{}", "}".repeat(2_000_000))),
        (
            "page.md",
            format!("\"indicatorValue\"{}", "{".repeat(2_000_000)),
        ),
        (
            "page.md",
            format!("\"indicatorValue\"{}", "{\"a\":".repeat(400_000)),
        ),
        (
            "page.md",
            format!("\"indicatorValue\"{}", "[\"a\",".repeat(400_000)),
        ),
        // A key that is not known, then the end: the line is asked for before and after.
        (
            "a.json",
            format!("[{}", "{\"a\":1,\"indicatorValue\":x},\n".repeat(150_000)),
        ),
        (
            "a.json",
            format!(
                "[{}{}",
                "{\"indicatorValue\":x},".repeat(20_000),
                " ".repeat(10_000_000)
            ),
        ),
        (
            "page.md",
            "[{\"indicatorValue\":\"a\"},...\n".repeat(150_000),
        ),
        ("list.txt", " #".repeat(1_000_000)),
    ];
    for (name, text) in texts {
        let start: String = text.chars().take(60).collect();
        let started = Instant::now();
        read(name, text.into_bytes());
        let took = started.elapsed();
        assert!(took < Duration::from_secs(20), "{name} {start}: {took:?}");
    }
}

/// Bytes of each text below.
const MEGABYTE: usize = 1_000_000;

/// A megabyte of `unit`, behind `head`.
fn megabyte(head: &str, unit: &str) -> String {
    let times = MEGABYTE / unit.len();
    format!("{head}{}", unit.repeat(times))
}

/// Texts of one megabyte that a careless extractor or reader takes minutes for: one line of it,
/// near-values by the hundred thousand, nesting without end, quotes and brackets that never close.
fn megabytes() -> Vec<(&'static str, String)> {
    let report = "The loader was seen in several places, as the analysts say.\n\n";
    let stix =
        r#"{"type":"bundle","objects":[{"type":"indicator","pattern_type":"stix","pattern":""#;
    let misp = r#"{"Event":{"info":"a","Attribute":["#;
    let list = "198.51.100.7\n";
    let cells = "Date,Indicator,Note\n2026-01-31,\"";
    let ioc = "<?xml version=\"1.0\"?><ioc>";
    let page = "<!DOCTYPE html><html><body>";
    let units = [
        ("list.txt", list, "a"),
        ("list.txt", list, "bad.example "),
        ("list.txt", list, "198.51.100.\n"),
        ("list.txt", list, "0.0.0.0 "),
        ("report.md", report, "a"),
        ("report.md", report, "a."),
        ("report.md", report, "1."),
        ("report.md", report, "1.2.3 4.5.6 "),
        ("report.md", report, "198.51.100.\n"),
        ("report.md", report, "198.51.100. 7 "),
        ("report.md", report, "a@"),
        ("report.md", report, "a.b@c."),
        ("report.md", report, "[.]"),
        ("report.md", report, "a[.]"),
        ("report.md", report, "a [.] "),
        ("report.md", report, "a dot "),
        ("report.md", report, "["),
        ("report.md", report, "]("),
        ("report.md", report, "hxxp://"),
        ("report.md", report, "http://a(b"),
        ("report.md", report, "http://("),
        ("report.md", report, "http://a/"),
        ("report.md", report, "http://a/?b,"),
        ("report.md", report, "tcp://a/"),
        ("report.md", report, "//a.example/"),
        ("report.md", report, "/a.example"),
        ("report.md", report, "198.51.100.7 - "),
        ("report.md", report, "http://bad.example/(("),
        ("report.md", report, "http://bad.example/,.,"),
        ("report.md", report, "漢a"),
        ("report.md", report, "0:"),
        ("report.md", report, "://"),
        ("report.md", report, ":"),
        ("report.md", report, "::1 "),
        ("report.md", report, "a:b:"),
        ("report.md", report, "0123456789abcdef"),
        ("report.md", report, "0123456789abcdef0123456789abcde "),
        ("report.md", report, "<a href=\""),
        ("report.md", report, "&amp;"),
        ("report.md", report, "\u{200b}"),
        ("report.md", report, "ü."),
        ("report.md", report, "|"),
        ("report.md", report, "`"),
        ("bundle.json", stix, "["),
        ("bundle.json", stix, "("),
        ("bundle.json", stix, "[a:b = 'c'] OR "),
        ("bundle.json", stix, "[a:b = 'c' OR a:b = 'c' "),
        ("bundle.json", stix, "NOT "),
        ("bundle.json", stix, "\\\\'"),
        ("bundle.json", r#"{"type":"bundle","objects":"#, "["),
        (
            "bundle.json",
            r#"{"type":"bundle","objects":["#,
            r#"{"objects":["#,
        ),
        ("event.json", misp, r#"{"value":"a|b","#),
        (
            "event.json",
            r#"{"Event":{"a":"#,
            r#"{"Event":{"b":1,"Event":"#,
        ),
        ("event.json", misp, r#"{"Object":[{"Attribute":["#),
        (
            "event.json",
            misp,
            r#"{"type":"attachment","data":"AAAA"},"#,
        ),
        ("lines.json", "{\"value\":\"a\"}\n", "{\"value\":\n"),
        ("table.csv", cells, "bad.example, "),
        ("table.csv", cells, "\"\""),
        ("table.csv", "type,value\nfilename|md5,", "a|"),
        ("table.csv", "type,value\n", "type,value\nvalue,type\n"),
        ("list.txt", list, "http://bad.example/a,"),
        ("list.txt", list, "hxxp://"),
        (
            "a.ioc",
            "<ioc><Indicator operator='AND'>",
            "<IndicatorItem/>",
        ),
        (
            "a.ioc",
            "<ioc>",
            "<Indicator operator='AND'><IndicatorItem/></Indicator>",
        ),
        ("table.csv", "Date,Indicator\n", ",;\t|"),
        ("table.csv", "Indicator", ";"),
        ("a.ioc", ioc, "<Indicator>"),
        ("a.ioc", ioc, "<a b='"),
        ("a.ioc", ioc, "&lt;"),
        ("a.ioc", ioc, "<!--"),
        ("a.ioc", ioc, "<![CDATA["),
        (
            "a.ioc",
            "<?xml version=\"1.0\"?><!DOCTYPE a [",
            "<!ENTITY a \"&a;&a;\">",
        ),
        ("page.html", page, "<div>"),
        ("page.html", page, "<"),
        ("page.html", page, "<script>"),
        ("hosts", "127.0.0.1 localhost\n", "0.0.0.0 "),
        ("hosts", "127.0.0.1 localhost\n", "0.0.0.0 a b\n"),
    ];
    let texts = units.into_iter();
    texts
        .map(|(name, head, unit)| (name, megabyte(head, unit)))
        .collect()
}

/// How many times as long as the median a text may take, and more for what is not compiled for speed:
/// what grows with the square of a megabyte takes minutes.
const TIMES_THE_MEDIAN: u32 = 20;
const A_LITTLE: Duration = Duration::from_secs(10);

#[test]
fn no_megabyte_takes_far_longer_than_others() {
    let mut took = Vec::new();
    for (name, text) in megabytes() {
        let start: String = text.chars().skip(40).take(60).collect();
        let spent = cpu::spent(|| _ = read(name, text.into_bytes()));
        took.push((spent, name, start));
    }
    took.sort();
    let median = took[took.len() / 2].0;
    let slow: Vec<_> = took
        .iter()
        .filter(|(took, ..)| *took > median * TIMES_THE_MEDIAN + A_LITTLE)
        .collect();
    assert!(slow.is_empty(), "median {median:?}, {slow:?}");
}

#[test]
fn a_hundred_thousand_near_addresses_hold_none() {
    let near: String = (0..100_000)
        .map(|n| {
            [
                "198.51.100.",
                "1.2.3",
                "a..b",
                "256.1.1.1.1",
                "::g",
                "hxxp:/",
            ][n % 6]
        })
        .collect::<Vec<_>>()
        .join(" , ");
    let text = format!("The loader was seen, as the analysts say.\n\n{near}\n\nThat is all.\n");
    let ledger = read("report.md", text.into_bytes());
    assert_eq!(ledger.counts().ready, 0);
}

#[test]
fn ranges_expand_as_far_as_there_is_room_for_all_of_them() {
    let ranges: Vec<String> = (0..30).map(|n| format!("198.{n}.0.0/20")).collect();
    let mut ledger = read("list.txt", ranges.join("\n").into_bytes());
    let code = "address-range-cidr".to_owned();
    ledger.fix(&Fix::ExpandRange { cap: 4_096 }, &Scope::Code { code });
    // 24 times 4,096 are 98,304.
    let counts = ledger.counts();
    assert_eq!((counts.ready, counts.refused), (24, 6));
    assert!(ledger.has_code(24, "ranges-over-most"));
    let full = ledger.row(29).expect("a row");
    assert_eq!((full.verdict, full.indicator), (Verdict::Refused, None));
    assert_eq!(full.diagnostics[0].place.line, 30);
    let plan = Plan::build(&ledger, &Limits::documented());
    assert_eq!(plan.len(), 24 * 4_096);
    // Leaving one out makes room for the next.
    ledger.fix(&Fix::LeaveOut, &Scope::Row { row: 0 });
    assert_eq!(ledger.verdict(24), Verdict::Ready);
    assert_eq!(ledger.verdict(25), Verdict::Refused);
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_add_up(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read("any", bytes);
    }

    #[test]
    fn any_table_adds_up(text in "[a-c.,;\"'\r\n#1-3{}]{0,200}") {
        let ledger = read("a.csv", format!("indicatorValue,action,title\n{text}").into_bytes());
        for row in 0..ledger.len() {
            prop_assert!(ledger.row(row).is_some());
        }
    }

    #[test]
    fn any_json_adds_up(text in r#"[{}\[\]",:a1]{0,120}"#) {
        read("a.json", format!("[{{\"indicatorValue\":\"bad.example.com\"}},{text}").into_bytes());
        read("a.json", format!("{{\"Indicators\":{text}").into_bytes());
        read("page.md", format!("text {{\"indicatorValue\":\"a\"}} {text}").into_bytes());
    }
}
