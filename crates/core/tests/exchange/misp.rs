//! MISP in, rows out: one attribute a line.

use ioculate_core::ledger::Ledger;

use crate::{cpu, filled, read, rows};

fn ledger(text: &str) -> Ledger {
    read::read("a.json", text)
}

/// An event with one attribute of these members.
fn event(members: &str) -> String {
    format!(r#"{{"Event":{{"Attribute":[{{{members}}}],"info":"An event"}}}}"#)
}

#[test]
fn a_type_says_what_an_attribute_is() {
    for (kind, value, expected) in [
        ("md5", "{md5}", "FileMd5 {md5}"),
        ("sha256", "{sha256}", "FileSha256 {sha256}"),
        ("ip-src", "51.0.0.7", "IpAddress 51.0.0.7"),
        ("ip-dst", "51.0.0.7", "IpAddress 51.0.0.7"),
        ("domain", "bad.example", "DomainName bad.example"),
        ("hostname", "a.bad.example", "DomainName a.bad.example"),
        ("url", "https://bad.example/a", "Url https://bad.example/a"),
        ("uri", "https://bad.example/a", "Url https://bad.example/a"),
        ("sha512", "ab", "ignored other-hash"),
        ("ssdeep", "3:a:b", "ignored other-hash"),
        ("imphash", "{md5}", "ignored other-hash"),
        ("authentihash", "{sha256}", "ignored other-hash"),
        ("ja3-fingerprint-md5", "{md5}", "ignored other-hash"),
        ("x509-fingerprint-sha256", "{sha256}", "ignored other-hash"),
        ("link", "https://report.example/a", "ignored reference"),
        ("email-src", "a@bad.example", "ignored other-record"),
        ("email-subject", "bad.example", "ignored other-record"),
        ("mutex", "bad.example", "ignored other-record"),
        ("regkey", "HKLM\\\\Bad", "ignored other-record"),
        ("filename", "bad.example", "ignored other-record"),
        ("text", "bad.example", "ignored other-record"),
        ("comment", "bad.example", "ignored other-record"),
        ("yara", "rule a", "ignored other-language"),
        ("vulnerability", "CVE-2021-44228", "ignored other-record"),
        ("attachment", "a.pdf", "ignored other-record"),
        ("something-new", "bad.example", "ignored other-record"),
        (
            "ip-dst|port",
            "51.0.0.7|443",
            "IpAddress 51.0.0.7 port-left-out",
        ),
        ("ip-dst|port", "51.0.0.7", "IpAddress 51.0.0.7"),
        (
            "hostname|port",
            "bad.example|443",
            "DomainName bad.example port-left-out",
        ),
        (
            "domain|ip",
            "bad.example|51.0.0.7",
            "DomainName bad.example; IpAddress 51.0.0.7",
        ),
        (
            "filename|sha256",
            "a.exe|{sha256}",
            "ignored other-record; FileSha256 {sha256}",
        ),
        (
            "filename|sha256",
            "a|b.exe|{sha256}",
            "ignored other-record; FileSha256 {sha256}",
        ),
        (
            "filename|ssdeep",
            "a.exe|3:a",
            "ignored other-record; ignored other-hash",
        ),
        ("filename|md5", "{md5}", "FileMd5 {md5}"),
        (
            "malware-sample",
            "a.exe|{md5}",
            "ignored other-record; FileMd5 {md5}",
        ),
        (
            "regkey|value",
            "HKLM\\\\Bad|x",
            "ignored other-record; ignored other-record",
        ),
        (
            "domain|ip",
            "b\\u0061d.example\\u007c51.0.0.7",
            "DomainName bad.example; IpAddress 51.0.0.7",
        ),
        ("sha256", "{md5}", "refused type-mismatch"),
    ] {
        let ledger = ledger(&event(&filled(&format!(
            r#""type":"{kind}","value":"{value}","to_ids":true"#
        ))));
        assert_eq!(rows(&ledger).join("; "), filled(expected), "{kind} {value}");
    }
}

#[test]
fn an_attribute_says_whether_it_counts() {
    for (members, expected) in [
        (
            r#""type":"domain","value":"a.example""#,
            "DomainName a.example",
        ),
        (
            r#""type":"domain","value":"a.example","to_ids":true"#,
            "DomainName a.example",
        ),
        (
            r#""type":"domain","value":"a.example","to_ids":false"#,
            "ignored not-for-detection",
        ),
        (
            r#""type":"domain","value":"a.example","to_ids":"0""#,
            "ignored not-for-detection",
        ),
        (
            r#""type":"domain","value":"a.example","deleted":true"#,
            "ignored deleted",
        ),
        (
            r#""type":"text","value":"a.example","deleted":true"#,
            "ignored deleted",
        ),
        (
            r#""type":"text","value":"a.example","to_ids":false"#,
            "ignored other-record",
        ),
        (r#""type":"domain""#, "refused missing-value"),
        (r#""value":"a.example""#, "refused missing-value"),
        (r#""uuid":"1""#, "refused missing-value"),
        (
            r#""type":"domain","value":"a.example","data":"JVBERi0\/\u0041""#,
            "DomainName a.example",
        ),
    ] {
        assert_eq!(rows(&ledger(&event(members))), [expected], "{members}");
    }
}

#[test]
fn the_event_gives_title_and_description() {
    for (members, description) in [
        (
            r#""type":"domain","value":"a.example","comment":"C2""#,
            "C2",
        ),
        (
            r#""type":"domain","value":"a.example","comment":"""#,
            "An event",
        ),
    ] {
        let ledger = ledger(&event(members));
        let row = ledger.row(0).expect("a record");
        let indicator = row.indicator.expect("it is ready");
        assert_eq!(indicator.title, "An event");
        assert_eq!(indicator.description, description);
    }
}

#[test]
fn a_title_that_stands_behind_or_before_has_its_place() {
    for text in [
        "{\"Event\":{\"info\":\"a\\u0007b\",\n\"Attribute\":[\n{\"type\":\"domain\",\"value\":\"a.example\"}]}}",
        "{\"Event\":{\"Attribute\":[{\"type\":\"domain\",\"value\":\"a.example\"}],\n\"info\":\"a\\u0007b\"}}",
    ] {
        let ledger = ledger(text);
        let row = ledger.row(0).expect("a record");
        let places: Vec<u32> = row
            .diagnostics
            .iter()
            .map(|found| found.place.line)
            .collect();
        let line = if text.starts_with("{\"Event\":{\"info") {
            1
        } else {
            2
        };
        assert!(
            !places.is_empty() && places.iter().all(|&place| place == line),
            "{places:?}"
        );
    }
}

#[test]
fn every_shape_is_read() {
    const A: &str =
        r#"{"type":"domain","category":"Network activity","value":"a.example","to_ids":true}"#;
    const B: &str = r#"{"to_ids":true,"type":"domain","value":"b.example"}"#;
    let event = format!(
        r#"{{"Event":{{"info":"i","Attribute":[{A}],"Object":[{{"name":"domain-ip","Attribute":[{B}]}}]}}}}"#
    );
    let both = ["DomainName a.example", "DomainName b.example"];
    for text in [
        event.clone(),
        format!(r#"{{"response":[{event}]}}"#),
        format!("[{event}]"),
        format!(r#"{{"response":{{"Attribute":[{A},{B}]}}}}"#),
        format!(r#"{{"Attribute":[{A},{B}]}}"#),
        format!("[{A},{B}]"),
        format!("{A}\n{B}"),
        format!(
            r#"{{"Event":{{"RelatedEvent":[{{"Event":{{"info":"other"}}}}],"Tag":[{{"name":"t"}}],"Attribute":[{A},{B}]}}}}"#
        ),
    ] {
        let ledger = ledger(&text);
        assert_eq!(rows(&ledger), both, "{text}");
        assert_eq!(ledger.files()[0].diagnostics, [], "{text}");
    }
}

#[test]
fn a_broken_attribute_does_not_hide_the_next() {
    let text = r#"{"Event":{"Attribute":[{"type":"domain","value":"a.example"},{"type":domain},{"type":"domain","value":"b.example"}]}}"#;
    assert_eq!(
        rows(&ledger(text)),
        [
            "DomainName a.example",
            "refused json-broken",
            "DomainName b.example"
        ]
    );
    let deep = r#"{"Event":"#.repeat(100_000);
    assert_eq!(rows(&ledger(&deep)), ["refused json-broken"]);
}

/// A report asks for the place of every finding: the title that all attributes share is not looked for
/// in the whole file each time.
#[test]
fn a_shared_title_far_away_takes_linear_time() {
    let attribute = |n| format!(r#"{{"type":"domain","value":"b{n}.example"}},{}"#, '\n');
    let attributes = |count| (0..count).map(attribute).collect::<String>();
    let title = "t".repeat(300);
    let event = |all: &str| format!(r#"{{"Event":{{"Attribute":[{all}{{}}],"info":"{title}"}}}}"#);
    let later = |all: &str| {
        let first = event(all);
        format!(r#"[{first},{{"Event":{{"info":"{title}","Attribute":[{all}{{}}]}}}}]"#)
    };
    let spent = |text: String| {
        let ledger = ledger(&text);
        let codes = |row| ledger.row(row).expect("a row").diagnostics.len();
        cpu::spent(|| assert!((0..ledger.len()).map(codes).sum::<usize>() > 1_000))
    };
    let (few, many) = (attributes(1_000), attributes(20_000));
    for (few, many) in [(event(&few), event(&many)), (later(&few), later(&many))] {
        let (few, many) = (spent(few), spent(many));
        assert!(many < few * 60, "{few:?} {many:?}");
    }
}
