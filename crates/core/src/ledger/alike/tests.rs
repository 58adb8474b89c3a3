//! What is kept of a row that is alike to one before it is what would be kept if it were judged by itself.

use std::{env, fmt::Write as _, fs, path::PathBuf};

use proptest::{prelude::*, sample::select};

use super::*;
use crate::{
    check::{Cidr, Defaults, Policy, Verdict},
    clock::WallTime,
    ledger::{Settings, codes::Codes},
    plan::write_object,
};

/// 2025-10-09.
const TODAY: WallTime = WallTime(1_760_000_000_000);

fn settings(title: &str) -> Settings {
    Settings {
        defaults: Defaults {
            title: title.to_owned(),
            description: "imported".to_owned(),
            ..Defaults::default()
        },
        policy: Policy::default(),
        today: TODAY,
    }
}

fn ledger(name: &str, bytes: Vec<u8>, settings: Settings) -> Ledger {
    let mut ledger = Ledger::new(settings);
    ledger.read(name, bytes);
    ledger
}

/// What is kept of a row, its neighbours left out.
fn kept(ledger: &Ledger, row: u32) -> String {
    let checked = ledger.checked[row as usize];
    let verdict = match checked.verdict {
        Verdict::Duplicate | Verdict::Conflict => Verdict::Ready,
        verdict => verdict,
    };
    let names = |number| ledger.codes.name(number).unwrap_or_default();
    let mut codes: Vec<&str> = checked.codes.iter().map(names).collect();
    codes.sort_unstable();
    let mut object = Vec::new();
    let _is_kept = ledger.write_object(row, &mut object);
    let object = String::from_utf8(object).expect("text");
    let len = ledger.object_len(row).unwrap_or_default();
    shown(ledger.value(row), checked, verdict, &codes, &object, len)
}

/// What would be kept of it if it were judged by itself.
fn judged(ledger: &Ledger, row: u32) -> String {
    let alone = ledger.assess(row);
    let (mut made, mut codes) = (String::new(), Codes::default());
    let given = ledger.stated_value(row);
    let checked = Checked::of(&alone, given, &ledger.text, &mut made, &mut codes);
    let names = |number| codes.name(number).unwrap_or_default();
    let mut names: Vec<&str> = checked.codes.iter().map(names).collect();
    names.sort_unstable();
    let mut object = Vec::new();
    if let Some(indicator) = &alone.indicator {
        write_object(&mut object, indicator, &indicator.value);
    }
    let object = String::from_utf8(object).expect("text");
    let value = checked.value(&ledger.text, &made);
    shown(value, checked, alone.verdict, &names, &object, object.len())
}

fn shown(
    value: &str,
    checked: Checked,
    verdict: Verdict,
    codes: &[&str],
    object: &str,
    len: usize,
) -> String {
    let (kind, action, changes) = (checked.indicator_type, checked.action, checked.changes);
    format!("{value} {verdict:?} {kind:?} {action:?} {codes:?} {changes:?} {object} {len}")
}

/// The rows that came to something else.
fn otherwise(ledger: &Ledger) -> Vec<(String, String)> {
    let both = |row| (kept(ledger, row), judged(ledger, row));
    let rows = (0..ledger.len()).map(both);
    rows.filter(|(kept, judged)| kept != judged).collect()
}

fn value() -> impl Strategy<Value = String> {
    let host = "([a-z0-9-]{1,5}\\.){1,2}(com|example|zip|exe|local|xn--p1ai|co|c0|arpa|7)";
    prop_oneof![
        "[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{63}",
        "[0-9A-Fa-f]{32}|[0-9A-F]{40}|68747470[0-9a-f]{24}",
        "(1|10|198|256|0)\\.(51|168)\\.(0|7|100)\\.(1|01|255)",
        "(2001:0?db8|fe80|::ffff|::)(:[0-9a-fA]{1,4}){1,3}(::1|:198\\.51\\.100\\.7)?",
        "2001:0db8:[0-9a-f]{4}:0000:0000:0000:0000:000[0-9a-fA-F]",
        host,
        (
            "(https?|hxxp|HTTP|ftp)(://|\\[:\\]//)",
            host,
            "(:8080)?(/[a-zA-Z0-9.,?=%#\\[\\]*-]{0,6})?"
        )
            .prop_map(|(scheme, host, rest)| scheme + &host + &rest),
        "https?://(1|10|198)\\.51\\.100\\.7(:80)?/?[a-z]{0,2}",
        // Defanged as most are, and nearly so.
        (
            "((hxxps?|hXXp|h[xX]{2}ps|https?|hxxpevil)(://)?)?",
            "(www(\\[\\.\\]|\\.))?[a-z0-9-]{1,4}(\\[\\.\\]|\\[\\.|\\.\\]|\\.)(com|zip|exe|c0|local|7|xn--p1ai)",
            "([/?][a-z.]{0,3}(\\[\\.\\])?[a-z#]{0,2})?"
        )
            .prop_map(|(scheme, host, rest)| scheme + &host + &rest),
        // Of a few kinds, so that one is alike to another.
        "(https?|hxxps)://h[0-9](\\[\\.\\]|\\.)com/[a-z](\\[\\.\\])?[a-z]",
        "(1|10|198)(\\[\\.\\]|\\.)51(\\[\\.\\]|\\.)100\\[\\.\\](0|7|300)",
        "[ '=]?(bad\\.example|n/a|#|x y)[ .,!]?",
    ]
}

/// What rows may share: type, action and one more cell.
fn shared() -> impl Strategy<Value = [&'static str; 3]> {
    let kind = select(
        &[
            "FileSha256",
            "filesha1",
            "IpAddress",
            "Url",
            "DomainName",
            "",
            "X",
        ][..],
    );
    let action = select(&["Block", "allowed", "Audit", "Alert", "", "Blok", "Warn"][..]);
    let rest = select(&["", "High", "high", "2029-06-30", "=High"][..]);
    (kind, action, rest).prop_map(|(kind, action, rest)| [kind, action, rest])
}

/// What differs: value, title and description.
fn own() -> impl Strategy<Value = [String; 3]> {
    let titles = vec![
        "",
        "a",
        "Case 7",
        " x",
        "'=a",
        "\"a\"\"b\"",
        "ä",
        "\"a,b\"",
        "\u{85}",
    ];
    let title = prop_oneof![4 => Just("Case 8"), 1 => select(titles)];
    let descriptions = vec!["", "seen", "-", "\\", "tab\t", "é"];
    let description = prop_oneof![4 => Just("mail"), 1 => select(descriptions)];
    (value(), title, description, 0..3_usize).prop_map(|(value, title, description, long)| {
        [value, title.to_owned(), description.repeat(1 + long * 15)]
    })
}

proptest! {
    #[test]
    fn rows_of_a_table_come_to_what_each_comes_to(
        shared in proptest::collection::vec(shared(), 1..3),
        rows in proptest::collection::vec(own(), 1..40),
        title in select(&["a title", "of {value}", "in {line}", ""][..]),
        headed in any::<bool>(),
        internal in any::<bool>(),
        last in select(&["Severity", "ExpirationTime", "Category", "ExternalId"][..]),
    ) {
        let mut text = if headed {
            format!("IndicatorType,IndicatorValue,Action,Title,Description,{last}\n")
        } else {
            format!("type,ioc,verdict,name,notes,{last}\n")
        };
        for (row, [value, title, description]) in rows.iter().enumerate() {
            let [kind, action, rest] = shared[row % shared.len()];
            let _ = writeln!(text, "{kind},{value},{action},{title},{description},{rest}");
        }
        let mut settings = settings(title);
        settings.policy.internal_addresses = internal;
        let ledger = ledger("table.csv", text.into_bytes(), settings);
        prop_assert_eq!(otherwise(&ledger), vec![]);
    }

    #[test]
    fn lines_of_a_list_come_to_what_each_comes_to(
        values in proptest::collection::vec(value(), 1..80),
        title in select(&["a title", "of {value}"][..]),
        kept in select(&[None, Some(ChangeKind::Lowercased)][..]),
    ) {
        let mut settings = settings(title);
        settings.policy.cidr = Cidr::SingleApi;
        if let Some(kind) = kept {
            settings.policy.kept = settings.policy.kept.with(kind);
        }
        let ledger = ledger("list.txt", values.join("\n").into_bytes(), settings);
        prop_assert_eq!(otherwise(&ledger), vec![]);
    }
}

proptest! {
    #[test]
    fn values_of_a_running_text_come_to_what_each_comes_to(
        values in proptest::collection::vec((value(), select(&["seen", "a link to", "-", "IP"][..])), 1..60),
        title in select(&["a title", "of {value}"][..]),
    ) {
        let mut text = "The loader contacts its server, which was seen before. It then rests.\n".repeat(4);
        for (value, before) in &values {
            let _ = writeln!(text, "{before} {value} and then it stops there for some time, or not");
        }
        let ledger = ledger("report.md", text.into_bytes(), settings(title));
        prop_assert_eq!(otherwise(&ledger), vec![]);
    }
}

#[test]
fn most_rows_of_a_list_are_alike() {
    let mut text = "IndicatorType,IndicatorValue,Action,Title,Description\n".to_owned();
    for row in 0..500 {
        let _ = writeln!(
            text,
            "DomainName,h{row}.example,Block,Case {row},seen in a mail"
        );
        let _ = writeln!(text, "FileSha1,{row:040x},Block,Case {row},seen in a mail");
        let _ = writeln!(
            text,
            "DomainName,h{row}.test,Block,Case {row},seen in a mail"
        );
        let _ = writeln!(
            text,
            "Url,https://h{row}.example/{row},Block,Case {row},\"seen, too\""
        );
    }
    let ledger = ledger("table.csv", text.into_bytes(), settings("a title"));
    assert_eq!(otherwise(&ledger), vec![]);
    assert_eq!(ledger.objects.frames.len(), 4);
}

#[test]
fn rows_of_real_files_come_to_what_each_comes_to() {
    let Some(folder) = env::var_os("IOCULATE_CORPUS").map(PathBuf::from) else {
        println!("skipped: IOCULATE_CORPUS names no folder");
        return;
    };
    let mut rows = 0;
    for path in files(folder) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(&path).expect("a readable file");
        let ledger = ledger(&name, bytes, settings("a title"));
        // Values of real files are not to be shown.
        let count = otherwise(&ledger).len();
        assert_eq!(count, 0, "{}", path.display());
        rows += ledger.len();
    }
    println!("{rows} rows");
}

/// All files below a folder.
fn files(folder: PathBuf) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(path)
            } else {
                vec![path]
            }
        })
        .collect()
}
