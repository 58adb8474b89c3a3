//! STIX in, rows out: one pattern a line, and one text a line.

use ioculate_core::{check::Verdict, diagnostic::Gravity, ledger::Ledger};
use proptest::prelude::*;

use crate::{MD5, SHA256, filled, read, rows};

fn ledger(text: &str) -> Ledger {
    read::read("a.json", text)
}

/// A bundle with one indicator of this pattern.
fn bundle(pattern: &str) -> String {
    let pattern = serde_json::to_string(pattern).expect("a text is JSON");
    format!(
        r#"{{"type":"bundle","id":"bundle--1","objects":[{{"type":"indicator","id":"indicator--1","pattern":{pattern}}}]}}"#
    )
}

/// What comes of a pattern, one record behind the other.
fn read(pattern: &str) -> String {
    rows(&ledger(&bundle(&filled(pattern)))).join("; ")
}

/// Checks a table of `(pattern, records)`.
fn check(table: &[(&str, &str)]) {
    for (pattern, expected) in table {
        assert_eq!(read(pattern), filled(expected), "{pattern}");
    }
}

#[test]
fn a_value_that_must_be_equal_is_taken() {
    check(&[
        ("[ipv4-addr:value = '51.0.0.7']", "IpAddress 51.0.0.7"),
        (
            "[ipv6-addr:value = '2a01::7']",
            "IpAddress 2a01:0000:0000:0000:0000:0000:0000:0007",
        ),
        (
            "[domain-name:value = 'bad.example']",
            "DomainName bad.example",
        ),
        (
            "[url:value = 'https://bad.example/a']",
            "Url https://bad.example/a",
        ),
        ("[file:hashes.MD5 = '{md5}']", "FileMd5 {md5}"),
        ("[file:hashes.'MD5' = '{md5}']", "FileMd5 {md5}"),
        ("[file:hashes.'SHA-1' = '{sha1}']", "FileSha1 {sha1}"),
        (
            "[file:hashes.'SHA-256' = '{sha256}']",
            "FileSha256 {sha256}",
        ),
        ("[file:hashes.SHA256 = '{sha256}']", "FileSha256 {sha256}"),
        (
            "[file:hashes.'sha-256' = '{sha256}']",
            "FileSha256 {sha256}",
        ),
        (
            "[artifact:hashes.'SHA-256' = '{sha256}']",
            "FileSha256 {sha256}",
        ),
        (
            "[x509-certificate:hashes.'SHA-1' = '{sha1}']",
            // It is a thumbprint: what is audited by default cannot be.
            "refused action-not-for-type",
        ),
        (
            "[process:image_ref.hashes.'SHA-256' = '{sha256}']",
            "FileSha256 {sha256}",
        ),
        (
            "[network-traffic:dst_ref.value = '51.0.0.7']",
            "IpAddress 51.0.0.7",
        ),
        (
            "[network-traffic:src_ref.value = 'bad.example']",
            "DomainName bad.example",
        ),
        (
            "[domain-name:resolves_to_refs[*].value = '51.0.0.7']",
            "IpAddress 51.0.0.7",
        ),
        (
            "[ipv4-addr:value ISSUBSET '51.0.0.0/24']",
            "refused address-range-cidr",
        ),
        (
            "[domain-name:value == 'bad.example']",
            "DomainName bad.example",
        ),
        (
            "[ domain-name : value='bad.example' ]",
            "DomainName bad.example",
        ),
        (
            "  [domain-name:value = 'bad.example']\n",
            "DomainName bad.example",
        ),
        (
            "/* why */ [domain-name:value = 'bad.example'] // so",
            "DomainName bad.example",
        ),
        (
            "[domain-name:value = 'http://bad.example/']",
            "Url http://bad.example/",
        ),
        (
            "[domain-name:value = 'bad[.]example']",
            "DomainName bad.example",
        ),
    ]);
}

#[test]
fn of_several_each_stands_for_itself() {
    check(&[
        (
            "[ipv4-addr:value IN ('51.0.0.7', '51.0.0.8')]",
            "IpAddress 51.0.0.7; IpAddress 51.0.0.8",
        ),
        ("[ipv4-addr:value IN ('51.0.0.7')]", "IpAddress 51.0.0.7"),
        ("[ipv4-addr:value IN ()]", "ignored other-record"),
        (
            "[domain-name:value = 'a.example' OR domain-name:value = 'b.example']",
            "DomainName a.example; DomainName b.example",
        ),
        (
            "[domain-name:value = 'a.example' or ipv4-addr:value = '51.0.0.7']",
            "DomainName a.example; IpAddress 51.0.0.7",
        ),
        (
            "[domain-name:value = 'a.example'] OR [domain-name:value = 'b.example']",
            "DomainName a.example; DomainName b.example",
        ),
        (
            "([domain-name:value = 'a.example'] OR [domain-name:value = 'b.example'])",
            "DomainName a.example; DomainName b.example",
        ),
        (
            "[(domain-name:value = 'a.example') OR ((domain-name:value = 'b.example'))]",
            "DomainName a.example; DomainName b.example",
        ),
        (
            "[file:hashes.MD5 IN ('{md5}', 'x')]",
            "FileMd5 {md5}; refused not-an-indicator",
        ),
        (
            "[file:hashes.MD5 = '{md5}' OR file:hashes.'SHA-1' = '{sha1}']",
            "FileMd5 {md5}; FileSha1 {sha1}",
        ),
    ]);
}

#[test]
fn what_must_hold_together_is_said() {
    check(&[
        (
            "[file:hashes.MD5 = '{md5}' AND file:name = 'a.exe']",
            "FileMd5 {md5}; ignored other-record",
        ),
        (
            "[file:name = 'a.exe' AND file:hashes.MD5 = '{md5}' AND file:size = 7]",
            "ignored other-record; FileMd5 {md5}; ignored other-record",
        ),
        (
            "[file:hashes.MD5 = '{md5}' AND file:hashes.'SHA-256' = '{sha256}']",
            "FileMd5 {md5}; FileSha256 {sha256}",
        ),
        (
            "[ipv4-addr:value = '51.0.0.7' AND network-traffic:dst_port = 443]",
            "IpAddress 51.0.0.7 port-left-out",
        ),
        (
            "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '51.0.0.7']",
            "IpAddress 51.0.0.7",
        ),
        (
            "[network-traffic:dst_ref.value = '51.0.0.7' AND network-traffic:dst_port = 443 AND network-traffic:protocols[*] = 'tcp']",
            "IpAddress 51.0.0.7 port-left-out",
        ),
        (
            "[network-traffic:dst_port = 443 AND network-traffic:dst_ref.value IN ('51.0.0.7', '51.0.0.8')]",
            "IpAddress 51.0.0.7 port-left-out; IpAddress 51.0.0.8 port-left-out",
        ),
        (
            "[domain-name:value = 'a.example' AND ipv4-addr:value = '51.0.0.7']",
            "DomainName a.example pattern-conjunction; IpAddress 51.0.0.7 pattern-conjunction",
        ),
        (
            "[domain-name:value = 'a.example' AND domain-name:resolves_to_refs[*].value = '51.0.0.7']",
            "DomainName a.example pattern-conjunction; IpAddress 51.0.0.7 pattern-conjunction",
        ),
        (
            "[domain-name:value = 'a.example' AND url:value LIKE '%/a']",
            "DomainName a.example pattern-conjunction; ignored pattern-operator",
        ),
        (
            "[file:hashes.MD5 = '{md5}' AND ipv4-addr:value = '51.0.0.7']",
            "FileMd5 {md5} pattern-conjunction; IpAddress 51.0.0.7 pattern-conjunction",
        ),
        (
            "[domain-name:value = 'a.example'] AND [domain-name:value = 'b.example']",
            "DomainName a.example pattern-conjunction; DomainName b.example pattern-conjunction",
        ),
        (
            "[file:hashes.MD5 = '{md5}'] AND [file:name = 'a.exe']",
            "FileMd5 {md5} pattern-conjunction; ignored other-record",
        ),
        (
            "[domain-name:value = 'a.example'] FOLLOWEDBY [domain-name:value = 'b.example']",
            "DomainName a.example pattern-conjunction; DomainName b.example pattern-conjunction",
        ),
        (
            "([domain-name:value = 'a.example'] FOLLOWEDBY [domain-name:value = 'b.example']) WITHIN 300 SECONDS",
            "DomainName a.example pattern-conjunction; DomainName b.example pattern-conjunction",
        ),
        // AND binds more than OR, OR more than FOLLOWEDBY.
        (
            "[domain-name:value = 'a.example' OR domain-name:value = 'b.example' AND ipv4-addr:value = '51.0.0.7']",
            "DomainName a.example; DomainName b.example pattern-conjunction; IpAddress 51.0.0.7 pattern-conjunction",
        ),
        (
            "[(domain-name:value = 'a.example' OR domain-name:value = 'b.example') AND ipv4-addr:value = '51.0.0.7']",
            "DomainName a.example pattern-conjunction; DomainName b.example pattern-conjunction; IpAddress 51.0.0.7 pattern-conjunction",
        ),
        (
            "[domain-name:value = 'a.example'] OR [domain-name:value = 'b.example'] AND [domain-name:value = 'c.example']",
            "DomainName a.example; DomainName b.example pattern-conjunction; DomainName c.example pattern-conjunction",
        ),
        (
            "[domain-name:value = 'a.example'] OR [domain-name:value = 'b.example'] FOLLOWEDBY [domain-name:value = 'c.example']",
            "DomainName a.example pattern-conjunction; DomainName b.example pattern-conjunction; DomainName c.example pattern-conjunction",
        ),
        (
            "[domain-name:value = 'a.example'] REPEATS 5 TIMES WITHIN 60 SECONDS",
            "DomainName a.example pattern-conjunction",
        ),
        (
            "[domain-name:value = 'a.example'] WITHIN 0.5 SECONDS",
            "DomainName a.example",
        ),
        (
            "[domain-name:value = 'a.example'] START t'2026-01-01T00:00:00Z' STOP t'2026-02-01T00:00:00Z'",
            "DomainName a.example",
        ),
        (
            "[domain-name:value = 'a.example'] START '2026-01-01T00:00:00Z' STOP '2026-02-01T00:00:00Z'",
            "DomainName a.example",
        ),
    ]);
}

#[test]
fn what_must_not_be_there_or_fits_many_is_ignored() {
    check(&[
        (
            "[domain-name:value != 'a.example']",
            "ignored pattern-negation",
        ),
        (
            "[domain-name:value <> 'a.example']",
            "ignored pattern-negation",
        ),
        (
            "[domain-name:value NOT = 'a.example']",
            "ignored pattern-negation",
        ),
        (
            "[domain-name:value NOT != 'a.example']",
            "ignored pattern-negation",
        ),
        (
            "[NOT domain-name:value = 'a.example']",
            "ignored pattern-negation",
        ),
        (
            "[NOT (domain-name:value = 'a.example' OR domain-name:value = 'b.example')]",
            "ignored pattern-negation; ignored pattern-negation",
        ),
        (
            "[ipv4-addr:value NOT IN ('51.0.0.7', '51.0.0.8')]",
            "ignored pattern-negation; ignored pattern-negation",
        ),
        (
            "[ipv4-addr:value NOT ISSUBSET '51.0.0.0/8']",
            "ignored pattern-negation",
        ),
        (
            "[ipv4-addr:value ISSUPERSET '51.0.0.0/8']",
            "ignored pattern-operator",
        ),
        (
            "[domain-name:value LIKE '%.example']",
            "ignored pattern-operator",
        ),
        (
            r"[domain-name:value MATCHES '^a\\.example$']",
            "ignored pattern-operator",
        ),
        (
            "[domain-name:value > 'a.example']",
            "ignored pattern-operator",
        ),
        (
            "[domain-name:value <= 'a.example']",
            "ignored pattern-operator",
        ),
        ("[EXISTS domain-name:value]", "ignored pattern-operator"),
        ("[EXISTS file:hashes.MD5]", "ignored pattern-operator"),
    ]);
}

#[test]
fn other_things_are_ignored() {
    check(&[
        ("[file:name = 'a.exe']", "ignored other-record"),
        ("[file:size = 1024]", "ignored other-record"),
        ("[file:size > 1024]", "ignored other-record"),
        (
            "[email-addr:value = 'a@bad.example']",
            "ignored other-record",
        ),
        (
            "[email-message:from_ref.value = 'a@bad.example']",
            "ignored other-record",
        ),
        (
            "[email-message:subject = 'bad.example']",
            "ignored other-record",
        ),
        ("[directory:path = 'C:\\\\bad']", "ignored other-record"),
        ("[mutex:name = 'bad.example']", "ignored other-record"),
        (
            r"[windows-registry-key:key = 'HKLM\\Software\\Bad']",
            "ignored other-record",
        ),
        (
            "[process:command_line = 'curl bad.example']",
            "ignored other-record",
        ),
        ("[network-traffic:dst_port = 443]", "ignored other-record"),
        ("[user-account:user_id = 'bad']", "ignored other-record"),
        ("[x-custom:value = 'bad.example']", "ignored other-record"),
        ("[file:hashes.'SHA-512' = 'ab']", "ignored other-hash"),
        ("[file:hashes.SSDEEP = '3:a:b']", "ignored other-hash"),
        (
            "[x509-certificate:hashes.'SHA-256' = '{sha256}']",
            "ignored other-hash",
        ),
        (
            "[file:extensions.'windows-pebinary-ext'.sections[*].hashes.'SHA-256' = '{sha256}']",
            "ignored other-hash",
        ),
        ("[ipv4-addr:value = 7]", "ignored other-record"),
        ("[file:hashes.MD5 = h'00ff']", "ignored other-record"),
        ("[file:is_encrypted = true]", "ignored other-record"),
        ("[file:x = b'AAA=']", "ignored other-record"),
        ("[file:x = -1.5]", "ignored other-record"),
        (
            "[file:created = t'2026-01-01T00:00:00Z']",
            "ignored other-record",
        ),
        ("[file:x[0].y.'a b'[*] = 'v']", "ignored other-record"),
    ]);
}

#[test]
fn escapes_are_undone() {
    check(&[
        (
            r"[url:value = 'https://bad.example/a\'b']",
            "Url https://bad.example/a'b",
        ),
        (
            r"[url:value = 'https://bad.example/\\a']",
            r"Url https://bad.example/\a",
        ),
        (
            r"[url:value = 'https://bad.example/?a=\a']",
            r"Url https://bad.example/?a=\a",
        ),
        (
            "[url:value = 'https://bad.example/?\"a\"']",
            "Url https://bad.example/?\"a\"",
        ),
        (
            "[domain-name:value = 'bücher.example']",
            "DomainName xn--bcher-kva.example",
        ),
    ]);
    let text = r#"[{"type":"indicator","id":"indicator--1","pattern":"[url:value = 'https:\/\/bad.example\/\u0061\\'b']"}]"#;
    let ledger = ledger(text);
    assert_eq!(rows(&ledger), ["Url https://bad.example/a'b"]);
    let marked = ledger.value_in_source(0);
    assert_eq!(
        &ledger.source_of(0)[marked],
        r"https:\/\/bad.example\/\u0061\\'b"
    );
}

#[test]
fn a_broken_pattern_is_refused_with_its_place() {
    for (pattern, at, expected) in [
        ("", 1, "`[` or `(`"),
        ("domain-name:value = 'a.example'", 1, "`[` or `(`"),
        ("[]", 2, "an object path such as `url:value`"),
        ("[domain-name = 'a.example']", 14, "a colon"),
        ("[domain-name: = 'a.example']", 15, "a key"),
        ("[domain-name:value]", 19, "a comparison such as `=`"),
        ("[domain-name:value ! 'a']", 20, "`!=`"),
        (
            "[domain-name:value = a.example]",
            22,
            "a value, texts in single quotation marks",
        ),
        (
            "[domain-name:value = \"a.example\"]",
            22,
            "a word of a STIX pattern",
        ),
        (
            "[domain-name:value = 'a.example]",
            33,
            "a closing quotation mark",
        ),
        ("[domain-name:value = 'a.example'", 33, "AND, OR or `]`"),
        ("[domain-name:value = 'é' x]", 26, "AND, OR or `]`"),
        ("[domain-name:value IN 'a']", 23, "`(`"),
        ("[domain-name:value IN ('a' 'b')]", 28, "a comma or `)`"),
        ("[a:b = 1] AND", 14, "`[` or `(`"),
        ("[a:b = 1] [a:b = 1]", 11, "AND, OR, FOLLOWEDBY or the end"),
        ("([a:b = 1]", 11, "AND, OR or `)`"),
        ("[a:b[x] = 1]", 6, "an index or `*`"),
        ("[a:b = 1] WITHIN SECONDS", 18, "a number of seconds"),
        ("[a:b = 1] REPEATS 5", 20, "`TIMES`"),
        ("[a:b = 1] START 5", 17, "a timestamp"),
    ] {
        let ledger = ledger(&bundle(pattern));
        let full = ledger.row(0).expect("a record");
        let said = full.diagnostics[0].finding.to_string();
        let wanted = format!("{expected} should stand at character {at}.");
        assert!(said.contains(&wanted), "{pattern}: {said}");
        assert_eq!(full.verdict, Verdict::Refused);
    }
}

#[test]
fn a_deep_or_wide_pattern_takes_no_more_than_its_size() {
    for (open, close) in [("(", ")"), ("[(", ")]"), ("[NOT (", ")]")] {
        let deep = open.repeat(200_000) + "[a:b = 1]" + &close.repeat(200_000);
        assert!(read(&deep).starts_with("refused pattern-broken"));
    }
    let test = "domain-name:value = 'a.example'";
    for joint in [" AND ", " OR "] {
        let wide = format!("[{}]", vec![test; 20_000].join(joint));
        let wide = format!("{}{wide}{}", "(".repeat(60), ")".repeat(60));
        assert_eq!(ledger(&bundle(&wide)).len(), 20_000);
    }
    let deep = format!(
        "[{}{test}{}]",
        "(a:b = 1 AND ".repeat(64),
        " AND a:b = 1)".repeat(64)
    );
    assert_eq!(ledger(&bundle(&deep)).len(), 129);
}

/// One indicator with these members beside its type and id.
fn indicator(members: &str) -> String {
    format!(r#"[{{"type":"indicator","id":"indicator--1",{members}}}]"#)
}

#[test]
fn an_indicator_says_whether_it_counts() {
    const PATTERN: &str = r#""pattern":"[domain-name:value = 'a.example']""#;
    for (members, expected) in [
        (PATTERN.to_owned(), "DomainName a.example"),
        (
            format!(r#"{PATTERN},"pattern_type":"stix""#),
            "DomainName a.example",
        ),
        (
            format!(r#"{PATTERN},"revoked":false"#),
            "DomainName a.example",
        ),
        (format!(r#"{PATTERN},"revoked":true"#), "ignored revoked"),
        (
            format!(r#"{PATTERN},"indicator_types":["benign"]"#),
            "ignored benign",
        ),
        (
            format!(r#"{PATTERN},"indicator_types":["anomalous-activity"]"#),
            "DomainName a.example",
        ),
        (
            format!(r#"{PATTERN},"labels":["x","benign"]"#),
            "ignored benign",
        ),
        (
            format!(r#"{PATTERN},"labels":["malicious-activity"]"#),
            "DomainName a.example",
        ),
        (
            format!(r#"{PATTERN},"valid_until":"2027-01-31T00:00:00Z""#),
            "DomainName a.example",
        ),
        (
            format!(r#"{PATTERN},"valid_until":"2020-01-31T00:00:00Z""#),
            "refused expired",
        ),
        (format!("{PATTERN},{PATTERN}"), "refused json-key-twice"),
        (
            r#""pattern_type":"yara","pattern":"rule a { condition: true }""#.to_owned(),
            "ignored other-language",
        ),
        (
            r#""pattern_type":"sigma","pattern":"title: a""#.to_owned(),
            "ignored other-language",
        ),
        (r#""name":"no pattern""#.to_owned(), "refused missing-value"),
        (r#""pattern":7"#.to_owned(), "refused missing-value"),
    ] {
        let ledger = ledger(&indicator(&members));
        assert_eq!(rows(&ledger), [expected], "{members}");
    }
}

#[test]
fn its_fields_become_those_of_a_row() {
    let ledger = ledger(&indicator(
        r#""name":"A \"name\"","description":"Why","valid_until":"2027-01-31T00:00:00Z","pattern":"[domain-name:value = 'a.example']""#,
    ));
    let row = ledger.row(0).expect("a record");
    let indicator = row.indicator.expect("it is ready");
    assert_eq!(indicator.title, "A \"name\"");
    assert_eq!(indicator.description, "Why");
    assert!(indicator.expiration.is_some());
    assert_eq!(indicator.external_id, None);
}

#[test]
fn every_shape_is_read() {
    const A: &str =
        r#"{"type":"indicator","id":"indicator--1","pattern":"[domain-name:value = 'a.example']"}"#;
    const B: &str =
        r#"{"id":"indicator--2","pattern":"[domain-name:value = 'b.example']","type":"indicator"}"#;
    let both = ["DomainName a.example", "DomainName b.example"];
    for text in [
        format!(r#"{{"type":"bundle","id":"bundle--1","objects":[{A},{B}]}}"#),
        format!(r#"{{"objects":[{A},{B}],"id":"bundle--1","type":"bundle"}}"#),
        format!(r#"{{"type":"bundle","id":"bundle--1","spec_version":"2.0","objects":[{A},{B}]}}"#),
        format!(r#"{{"more":false,"objects":[{A},{B}]}}"#),
        format!("[{A},{B}]"),
        format!("{A}\n{B}\n"),
        format!("{A}\r\n\r\n{B}"),
    ] {
        let ledger = ledger(&text);
        assert_eq!(rows(&ledger), both, "{text}");
        assert_eq!(ledger.files()[0].diagnostics, [], "{text}");
    }
}

#[test]
fn a_broken_object_does_not_hide_the_next() {
    const A: &str =
        r#"{"type":"indicator","id":"indicator--1","pattern":"[domain-name:value = 'a.example']"}"#;
    for text in [
        format!("{A}\n{{\"type\":\"indicator\",\n{A}\n"),
        format!("{A}\r\n{{\"type\":\"indic\r\n{A}"),
        format!("{A}\nnull\n{A}\n"),
        format!(r#"{{"objects":[{A},{{"type":indicator}},{A}]}}"#),
    ] {
        let rows = rows(&ledger(&text));
        assert_eq!(
            rows,
            [
                "DomainName a.example",
                "refused json-broken",
                "duplicate duplicate"
            ],
            "{text}"
        );
    }
}

#[test]
fn other_objects_are_counted_and_observed_ones_are_read_where_nothing_else_is() {
    let domain = r#"{"type":"domain-name","id":"domain-name--1","value":"seen.example"}"#;
    let file = format!(
        r#"{{"type":"file","id":"file--1","hashes":{{"MD5":"{MD5}","SHA-256":"{SHA256}","SSDEEP":"3:a"}}}}"#
    );
    let malware = r#"{"type":"malware","id":"malware--1","name":"m"}"#;
    let indicator =
        r#"{"type":"indicator","id":"indicator--1","pattern":"[domain-name:value = 'a.example']"}"#;
    let old = r#"{"type":"observed-data","id":"observed-data--1","objects":{"0":{"type":"ipv4-addr","value":"51.0.0.7"},"1":{"type":"mutex","name":"m"}}}"#;
    let said = |ledger: &Ledger| -> Vec<&'static str> {
        let found = ledger.files()[0].diagnostics.iter();
        found.map(|found| found.finding.code()).collect()
    };
    let beside = ledger(&format!("[{domain},{file},{malware},{indicator}]"));
    assert_eq!(
        rows(&beside),
        [
            "ignored only-observed",
            "ignored only-observed",
            "DomainName a.example"
        ]
    );
    assert_eq!(said(&beside), ["other-objects"]);
    let alone = ledger(&format!("[{domain},{file},{malware},{old}]"));
    assert_eq!(
        rows(&alone),
        [
            "DomainName seen.example".to_owned(),
            format!("FileMd5 {MD5}"),
            format!("FileSha256 {SHA256}"),
            "ignored other-hash".to_owned(),
            "IpAddress 51.0.0.7".to_owned(),
            "ignored other-record".to_owned(),
        ]
    );
    assert_eq!(said(&alone), ["observed-read", "other-objects"]);
    let nothing = ledger(&format!("[{malware}]"));
    assert_eq!(said(&nothing), ["json-not-indicators", "other-objects"]);
}

proptest! {
    #[test]
    fn no_pattern_stops_the_reading(pattern in r"[\[\]()'=:.,*a-c AND\\OR0-9]{0,40}") {
        let ledger = ledger(&bundle(&pattern));
        prop_assert!(!ledger.is_empty());
    }

    #[test]
    fn what_is_broken_is_refused_and_nothing_else(pattern in any::<String>()) {
        let ledger = ledger(&bundle(&pattern));
        let row = ledger.row(0).expect("a record");
        let errors = row.diagnostics.iter().filter(|found| found.gravity() == Gravity::Error);
        prop_assert_eq!(errors.count() > 0, row.verdict == Verdict::Refused);
    }
}
