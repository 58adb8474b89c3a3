//! `OpenIOC` in, rows out: some items a line.

use ioculate_core::ledger::Ledger;
use proptest::prelude::*;

use crate::{MD5, read, rows, said};

fn ledger(text: &str) -> Ledger {
    read::read("a.ioc", text)
}

/// `search condition content`, and in the other order what stands around several.
fn item(line: &str) -> String {
    let mut words = line.splitn(3, ' ');
    let mut word = || words.next().unwrap_or_default();
    let (search, condition, content) = (word(), word(), word());
    let content = content.replace("{md5}", MD5);
    format!(
        r#"<IndicatorItem id="1" condition="{condition}"><Context document="x" search="{search}" type="mir"/><Content type="string">{content}</Content></IndicatorItem>"#
    )
}

fn document(inside: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><!-- <Content>no.example</Content> --><ioc xmlns="http://schemas.mandiant.com/2010/ioc"><short_description>A &amp; B</short_description><definition><Indicator operator="OR">{inside}</Indicator></definition></ioc>"#
    )
}

#[test]
fn an_item_says_what_its_content_is() {
    for (line, expected) in [
        ("FileItem/Md5sum is {md5}", "FileMd5 {md5}"),
        ("FileItem/Md5sum is {md5}0", "refused hash-length"),
        ("ServiceItem/serviceDLLmd5sum is {md5}", "FileMd5 {md5}"),
        ("Network/DNS is bad.example", "DomainName bad.example"),
        ("Network/DNS  bad.example", "DomainName bad.example"),
        ("DnsEntryItem/Host is bad.example", "DomainName bad.example"),
        (
            "Network/URI is https://bad.example/?a=1&amp;b=2",
            "Url https://bad.example/?a=1&b=2",
        ),
        (
            "Network/URI is https://bad.example/&#97;&#x62;",
            "Url https://bad.example/ab",
        ),
        (
            "Network/URI is https://bad.example/?a&b;c",
            "Url https://bad.example/?a&b;c",
        ),
        ("PortItem/remoteIP is 51.0.0.7", "IpAddress 51.0.0.7"),
        (
            "Network/DNS is <![CDATA[bad.example]]>",
            "DomainName bad.example",
        ),
        ("Network/DNS is \n  bad.example\n", "DomainName bad.example"),
        (
            "Network/DNS contains bad.example",
            "DomainName bad.example pattern-part",
        ),
        (
            "Network/URI contains /gate.php",
            "ignored other-record pattern-part",
        ),
        ("FileItem/Md5sum contains {md5}", "ignored pattern-operator"),
        ("Network/DNS matches bad.*", "ignored pattern-operator"),
        ("Network/DNS isnot bad.example", "ignored pattern-negation"),
        (
            "Network/DNS containsnot bad.example",
            "ignored pattern-negation",
        ),
        ("FileItem/FileName is a.exe", "ignored other-record"),
        ("FileItem/FullPath is C:\\a.exe", "ignored other-record"),
        ("FileItem/SizeInBytes is 7", "ignored other-record"),
        ("RegistryItem/Path is HKLM\\a", "ignored other-record"),
        ("Email/From is a@bad.example", "ignored other-record"),
        ("PortItem/remotePort is 443", "ignored other-record"),
        ("Snort/Snort contains alert", "ignored other-language"),
        (
            "ProcessItem/SectionList/MemorySection/Md5sum is {md5}",
            "ignored other-record",
        ),
        ("Network/UserAgent is bad.example", "ignored other-record"),
    ] {
        let ledger = ledger(&document(&item(line)));
        assert_eq!(
            rows(&ledger).join("; "),
            expected.replace("{md5}", MD5),
            "{line}"
        );
        assert!(said(&ledger).is_empty(), "{line}");
    }
}

#[test]
fn what_must_hold_together_is_said() {
    let all = |inside: &str| format!(r#"<Indicator operator="AND">{inside}</Indicator>"#);
    let hash = item("FileItem/Md5sum is {md5}");
    let (name, host) = (
        item("FileItem/FileName is a.exe"),
        item("Network/DNS is bad.example"),
    );
    let (address, port) = (
        item("PortItem/remoteIP is 51.0.0.7"),
        item("PortItem/remotePort is 443"),
    );
    let either = format!(r#"<Indicator operator="OR">{hash}{host}</Indicator>"#);
    for (inside, expected) in [
        (
            format!("{hash}{host}"),
            "FileMd5 {md5}; DomainName bad.example",
        ),
        (
            all(&format!("{hash}{name}")),
            "FileMd5 {md5}; ignored other-record",
        ),
        (
            all(&format!("{hash}{host}")),
            "FileMd5 {md5} pattern-conjunction; DomainName bad.example pattern-conjunction",
        ),
        (
            all(&format!("{address}{port}")),
            "IpAddress 51.0.0.7 port-left-out; ignored other-record",
        ),
        (
            all(&format!("{either}{name}")),
            "FileMd5 {md5}; DomainName bad.example pattern-conjunction; ignored other-record",
        ),
        (all(&host), "DomainName bad.example"),
    ] {
        let ledger = ledger(&document(&inside));
        assert_eq!(
            rows(&ledger).join("; "),
            expected.replace("{md5}", MD5),
            "{inside}"
        );
    }
}

#[test]
fn the_document_gives_title_and_span() {
    let ledger = ledger(&document(&item(
        "Network/URI is https://bad.example/?a&amp;b",
    )));
    let row = ledger.row(0).expect("a record");
    assert_eq!(row.indicator.expect("it is ready").title, "A & B");
    let marked = ledger.value_in_source(0);
    assert_eq!(&ledger.source_of(0)[marked], "https://bad.example/?a&amp;b");
}

#[test]
fn a_broken_document_keeps_what_stands_before() {
    let whole = document(&item("Network/DNS is bad.example"));
    let (first, second) = (
        item("Network/DNS is bad.example"),
        item("Network/DNS is worse.example"),
    );
    for (text, expected, expected_said) in [
        (
            document(&format!("{first}<!-- ")),
            "DomainName bad.example",
            vec!["xml-broken"],
        ),
        (
            document(&format!("{first}<Content a=\"")),
            "DomainName bad.example",
            vec!["xml-broken"],
        ),
        (
            whole.replace("</Indicator>", ""),
            "DomainName bad.example",
            vec![],
        ),
        (
            document(&format!(
                "{first}{}{second}",
                "<Indicator operator=\"AND\">".repeat(100)
            )),
            "DomainName bad.example",
            vec!["xml-broken"],
        ),
        ("<ioc/>".to_owned(), "", vec!["xml-not-indicators"]),
        (
            format!(
                "<!DOCTYPE a [<!ENTITY b \"bad.example\">]>{}",
                document(&item("Network/DNS is &b;"))
            ),
            "refused not-an-indicator",
            vec![],
        ),
    ] {
        let ledger = ledger(&text);
        assert_eq!(rows(&ledger).join("; "), expected, "{text}");
        assert_eq!(said(&ledger), expected_said, "{text}");
    }
}

#[test]
fn a_wide_and_takes_linear_time() {
    let items = item("Network/DNS is bad.example").repeat(50_000);
    let text = document(&format!(r#"<Indicator operator="AND">{items}</Indicator>"#));
    assert_eq!(ledger(&text).len(), 50_000);
}

proptest! {
    #[test]
    fn no_document_stops_the_reading(inside in "[<>/!\\[\\]&;='\"a-zA-Z -]{0,80}") {
        let ledger = ledger(&document(&inside));
        prop_assert!(ledger.len() < 100);
    }
}
