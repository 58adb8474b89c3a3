//! The guard with its public lists: what it catches, and that its file is what it says.

#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test reads fixtures and says what it misses"
)]

use ioculate_core::{
    config::Config,
    guard::{self, Guard, Own, Unloaded},
    indicator::{Action, IndicatorType},
};
use serde_json::json;
use sha2::{Digest, Sha256};

const FILE: &[u8] = include_bytes!("../src/guard/guard-lists.bin");
const TABLE: &str = include_str!("../../../tests/fixtures/guard.txt");

fn own() -> Own {
    let config = Config::read(&json!({
        "clientId": "00000000-0000-0000-0000-000000000000",
        "tenantId": "tenant.contoso.example",
        "ownDomains": ["portal.contoso.example", "Fabrikam.example"],
        "ownAddresses": ["198.51.100.0/24", "203.0.113.7", "2001:db8:77::/48"],
    }));
    Own::of(
        &config.expect("a configuration"),
        "https://ioc.tailspin.example/",
    )
}

fn loaded() -> Guard {
    let mut guard = Guard::new(&own());
    guard.load(FILE).expect("the file is whole");
    guard
}

/// The lines of the table: what is expected, and what is asked.
fn lines() -> impl Iterator<Item = (&'static str, Action, IndicatorType, &'static str)> {
    let lines = TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let at = line.match_indices(' ').nth(1).expect("five words").0;
        let words: Vec<&str> = line[at + 1..].split(' ').collect();
        let [action, kind, value] = words[..] else {
            panic!("not five words: {line}");
        };
        let action = Action::read(action).expect("an action");
        let kind = IndicatorType::read(kind).expect("a type");
        (&line[..at], action, kind, value)
    })
}

fn shown(guard: &Guard, kind: IndicatorType, value: &str, action: Action) -> String {
    guard.check(kind, value, action).map_or_else(
        || "- -".to_owned(),
        |caught| format!("{:?} {}", caught.level, caught.list.code()),
    )
}

#[test]
fn what_is_caught_and_by_which_list() {
    let guard = loaded();
    let mut wrong = Vec::new();
    for (expected, action, kind, value) in lines() {
        let found = shown(&guard, kind, value, action);
        if found != expected {
            let entry = guard.check(kind, value, action).map(|caught| caught.entry);
            wrong.push(format!(
                "{action} {kind} {value}: {found} {entry:?}, not {expected}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let caught = lines().filter(|(expected, ..)| *expected != "- -").count();
    assert!(caught >= 60 && lines().count() - caught >= 60, "{caught}");
}

#[test]
fn without_the_file_the_compiled_lists_hold() {
    let guard = Guard::new(&own());
    assert!(guard.facts().is_none());
    let compiled = [
        "guard-own",
        "guard-sign-in",
        "guard-private",
        "guard-public-suffix",
        "guard-empty-hash",
    ];
    for (expected, action, kind, value) in lines() {
        let found = shown(&guard, kind, value, action);
        let holds = compiled.iter().any(|code| expected.ends_with(code));
        // A name may be of two kinds; without the file the other one tells.
        if holds {
            assert_eq!(found, expected, "{value}");
        } else if expected == "- -" {
            assert_eq!(found, "- -", "{value}");
        }
    }
}

#[test]
fn the_file_is_the_one_that_was_made() {
    let bytes = Sha256::digest(FILE);
    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let digest = digits.concat();
    assert_eq!((digest.as_str(), FILE.len()), (guard::SHA256, guard::BYTES));
    let guard = loaded();
    let facts = guard.facts().expect("it is loaded");
    assert_eq!(facts.package, guard::PACKAGE);
    assert_eq!(facts.licence, guard::LICENCE);
    assert_eq!(facts.date, guard::DATE);
    assert_eq!(facts.sha256.len(), 64);
    for source in &facts.sources {
        let words: Vec<&str> = source.split(' ').collect();
        let [code, _, _] = words[..] else {
            panic!("{source}")
        };
        assert!(guard::List::of_code(code).is_some(), "{source}");
    }
    for source in ["tranco10k", "public-dns-v4", "amazon-aws", "url-shortener"] {
        assert!(
            facts.sources.iter().any(|line| line.contains(source)),
            "{source}"
        );
    }
}

#[test]
fn every_length_short_of_the_whole_is_refused() {
    let mut guard = Guard::new(&Own::default());
    // Each of the head's, then so many that every section is cut.
    for end in (0..2_500)
        .step_by(41)
        .chain((2_500..FILE.len()).step_by(19_997))
    {
        assert!(
            matches!(guard.load(&FILE[..end]), Err(Unloaded::Damaged(_))),
            "{end}"
        );
    }
    let longer = [FILE, b"\0"].concat();
    assert_eq!(guard.load(&longer), Err(Unloaded::Damaged("end")));
    assert!(guard.facts().is_none());
}

#[test]
fn a_damaged_file_never_panics() {
    let mut file = FILE.to_vec();
    for at in (0..file.len()).step_by(7_919) {
        for byte in [0x00, 0xff] {
            let before = std::mem::replace(&mut file[at], byte);
            let mut guard = Guard::new(&Own::default());
            if guard.load(&file).is_ok() {
                let _ = guard.check(IndicatorType::DomainName, "a.google.com", Action::Block);
                let _ = guard.check(IndicatorType::IpAddress, "8.8.8.8", Action::Block);
            }
            file[at] = before;
        }
    }
}

#[test]
fn what_a_damaged_file_lacks_is_said() {
    let head = "ioculate-guard 1\n";
    let table = [
        ("", "head"),
        ("ioculate-guard 2\n\n", "head"),
        ("ioculate-guard 1\nunheard of\n\n", "head"),
        ("ioculate-guard 1\nnames many 3\n\nabc", "head"),
        ("ioculate-guard 1\nnames 1 9\n\nabc", "end"),
        ("ioculate-guard 1\nnames 0 0\n\nabc", "end"),
        ("ioculate-guard 1\nnames 1 3\n\n\0ab", "names"),
        ("ioculate-guard 1\nnames 1 3\n\nabc", "names"),
        ("ioculate-guard 1\nnames 99999999999 1\n\n\0", "names"),
        ("ioculate-guard 1\nranges guard-cdn 1 1\n\na", "addresses"),
        ("ioculate-guard 1\nranges guard-cdn 1 3\n\naaa", "addresses"),
        ("ioculate-guard 1\nhashes 2 4\n\nb\na\n", "hashes"),
        ("ioculate-guard 1\nhashes 3 4\n\na\nb\n", "hashes"),
        ("ioculate-guard 1\nranges guard-unheard 1 2\n\naa", "head"),
    ];
    for (file, part) in table {
        let mut guard = Guard::new(&Own::default());
        let found = guard.load(file.as_bytes());
        assert_eq!(found, Err(Unloaded::Damaged(part)), "{file:?}");
        let told = found.unwrap_err();
        assert_eq!(told.code(), "guard-lists-damaged");
        assert!(told.to_string().contains(part));
    }
    assert!(
        Guard::new(&Own::default())
            .load(format!("{head}\n").as_bytes())
            .is_ok()
    );
}
