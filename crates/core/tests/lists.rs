//! Lists and hosts files: one line in, the values and their columns out.

mod read;

use ioculate_core::{check::Verdict, diagnostic::Diagnostic, ledger::Ledger, source::SourceKind};

use read::read;

/// Each record as `line:first byte value` where it is ready, else as `line verdict [codes]`.
fn rows(ledger: &Ledger) -> Vec<String> {
    let one = |row| {
        let line = ledger.line_of(row);
        let full = ledger.row(row).expect("a row of the ledger");
        let codes: Vec<_> = full.diagnostics.iter().map(Diagnostic::code).collect();
        let start = ledger.value_in_source(row).start;
        match full.verdict {
            Verdict::Ready => format!("{line}:{start} {}", ledger.value(row)),
            other => format!("{line} {other:?} {}", codes.join(" ")).to_lowercase(),
        }
    };
    (0..ledger.len()).map(one).collect()
}

fn kind(ledger: &Ledger) -> Option<SourceKind> {
    ledger.files()[0].kind
}

/// The records of a line, which stands first in a list.
fn first(line: &str) -> Vec<String> {
    let others: Vec<String> = (1..10).map(|n| format!("198.51.102.{n}")).collect();
    let ledger = read("list.txt", format!("{line}\n{}\n", others.join("\n")));
    assert_eq!(kind(&ledger), Some(SourceKind::List), "{line}");
    let mut rows = rows(&ledger);
    rows.truncate(rows.len() - 9);
    rows
}

const SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

#[test]
fn what_a_list_is_pasted_with_stays_outside_the_value() {
    let table: &[(&str, &[&str])] = &[
        ("bad.example # seen today", &["1:0 bad.example"]),
        ("bad.example ; seen today", &["1:0 bad.example"]),
        ("bad.example // seen today", &["1:0 bad.example"]),
        ("https://bad.example/a;b", &["1:0 https://bad.example/a;b"]),
        ("- bad.example", &["1:2 bad.example"]),
        ("  * bad.example", &["1:4 bad.example"]),
        ("• bad.example", &["1:4 bad.example"]),
        ("1. bad.example", &["1:3 bad.example"]),
        ("12) 198.51.101.7", &["1:4 198.51.101.7"]),
        ("1.1.101.7", &["1:0 1.1.101.7"]),
        ("\"198.51.101.7\",", &["1:1 198.51.101.7"]),
        ("'bad.example';", &["1:1 bad.example"]),
        ("`bad.example`", &["1:1 bad.example"]),
        ("“bad.example”", &["1:3 bad.example"]),
        ("bad.example,", &["1:0 bad.example"]),
        (
            "\"https://bad.example/x,\",",
            &["1 refused trailing-punctuation ambiguous"],
        ),
        ("198.51.101.7:8080", &["1 refused address-with-port"]),
        ("bad.example:8080", &["1 refused domain-with-port"]),
        ("/gate/panel.php", &["1 ignored other-record"]),
        ("seen in the wild", &["1 refused not-an-indicator"]),
    ];
    for (text, expected) in table {
        assert_eq!(first(text), *expected, "{text}");
    }
}

#[test]
fn a_line_holds_several_values_only_where_each_part_is_one() {
    let table: &[(&str, &[&str])] = &[
        (
            "198.51.101.7 198.51.101.8",
            &["1:0 198.51.101.7", "1:13 198.51.101.8"],
        ),
        (
            "bad.example, \"worse.example\"; 198.51.101.7",
            &["1:0 bad.example", "1:14 worse.example", "1:30 198.51.101.7"],
        ),
        (
            "- bad[.]example worse[.]example # two",
            &["1:2 bad.example", "1:16 worse.example"],
        ),
        ("https://bad.example/a,b", &["1 refused ambiguous"]),
        (
            "https://bad.example/a,worse.example",
            &["1:0 https://bad.example/a,worse.example"],
        ),
        (
            "https://bad.example/a worse.example",
            &["1:0 https://bad.example/a", "1:22 worse.example"],
        ),
        ("bad.example malware", &["1 refused not-an-indicator"]),
    ];
    for (text, expected) in table {
        assert_eq!(first(text), *expected, "{text}");
    }
}

#[test]
fn a_hosts_file_gives_its_names_and_never_its_addresses() {
    let table: &[(&str, &[&str])] = &[
        ("0.0.0.0 bad.example", &["1:8 bad.example"]),
        (
            "127.0.0.1\tbad.example worse.example # two",
            &["1:10 bad.example", "1:22 worse.example"],
        ),
        ("::1 bad.example", &["1:4 bad.example"]),
        (":: bad.example", &["1:3 bad.example"]),
        ("127.0.0.1 localhost", &["1 ignored other-record"]),
        ("fe80::1%lo0 localhost", &["1 ignored other-record"]),
        ("ff02::1 ip6-allnodes", &["1 ignored other-record"]),
        ("255.255.255.255 broadcasthost", &["1 ignored other-record"]),
        (
            "# a\n\n0.0.0.0 bad.example",
            &[
                "1 ignored other-record",
                "2 ignored other-record",
                "3:8 bad.example",
            ],
        ),
        ("address=/bad.example/0.0.0.0", &["1:9 bad.example"]),
        (
            "server=/bad.example/worse.example/",
            &["1:8 bad.example", "1:20 worse.example"],
        ),
        (
            "! a list\n||bad.example^\n||worse.example^$third-party",
            &[
                "1 ignored other-record",
                "2:2 bad.example",
                "3:2 worse.example",
            ],
        ),
        (
            "local-zone: \"bad.example\" always_nxdomain",
            &["1:13 bad.example"],
        ),
    ];
    for (text, expected) in table {
        let ledger = read("hosts.txt", text);
        assert_eq!(kind(&ledger), Some(SourceKind::Hosts), "{text}");
        assert_eq!(rows(&ledger), *expected, "{text}");
    }
}

#[test]
fn a_rule_that_lets_a_name_through_gives_none() {
    let table = [
        "server=/fine.example/192.0.2.53",
        "server=/fine.example/#",
        "local-zone: \"fine.example\" transparent",
        "@@||fine.example^",
        "fine.example##.banner",
    ];
    for line in table {
        let text = format!("{}{line}\n", "0.0.0.0 bad.example\n".repeat(10));
        let ledger = read("hosts.txt", &text);
        assert_eq!(kind(&ledger), Some(SourceKind::Hosts), "{text}");
        let row = ledger.len() - 1;
        assert_eq!(ledger.line_of(row), 11, "{line}");
        let verdict = ledger.verdict(row);
        assert!(
            matches!(verdict, Verdict::Refused | Verdict::Ignored),
            "{line}: {verdict:?}"
        );
    }
}

#[test]
fn addresses_with_a_word_beside_each_are_no_hosts_file() {
    let ledger = read(
        "a.txt",
        "198.51.101.7\tworse.example\n198.51.101.8\tbad.example\n",
    );
    assert_ne!(kind(&ledger), Some(SourceKind::Hosts));
    assert_eq!(ledger.counts().ready, 4);
}

#[test]
fn an_address_that_is_reached_is_left_out_and_said() {
    let ledger = read("hosts", "0.0.0.0 bad.example\n198.51.101.7 worse.example\n");
    assert_eq!(rows(&ledger), ["1:8 bad.example", "2:13 worse.example"]);
    let said: Vec<_> = ledger.files()[0]
        .diagnostics
        .iter()
        .map(Diagnostic::code)
        .collect();
    assert_eq!(said, ["hosts-address"]);
}

#[test]
fn a_masked_value_is_named_and_never_taken() {
    let table = [
        ("aHR0cHM6Ly9iYWQuZXhhbXBsZQ==", "refused masked"),
        ("YmFkLmV4YW1wbGU", "refused masked"),
        ("%62%61%64%2E%65%78%61%6D%70%6C%65", "refused masked"),
        ("https%3A%2F%2Fbad.example%2Fx", "refused masked"),
        ("bad%2Eexample", "refused masked"),
        ("%31%30%2E%31%2E%31%2E%31", "refused masked"),
        ("68747470733a2f2f6261642e6578616d706c65", "refused masked"),
        ("0x6261642e6578616d706c65", "refused masked"),
        // 32 digits, as many as MD5 has, that spell `https://bad.test`.
        ("68747470733a2f2f6261642e74657374", "refused masked"),
        // The same start, and no text behind it: a hash.
        ("68747470733a2f2f00ff00ff00ff00ff", "ready"),
        ("elpmaxe.dab//:sptth", "refused masked"),
        ("x/elpmaxe.dab//:pxxh", "refused masked"),
        // A path, a word and a name that happen to look so.
        (r"%TEMP%\a.exe", "ignored other-record"),
        ("deadbeef", "refused not-an-indicator"),
        ("hostonly", "refused not-an-indicator"),
        ("bad.example", "ready"),
        ("https://bad.example/a%20b", "ready"),
        ("https://bad.example//:x", "ready"),
        (SHA256, "ready"),
        // 32 digits that spell `bad.example.test`: a hash all the same.
        ("6261642e6578616d706c652e74657374", "ready"),
    ];
    for (text, expected) in table {
        let found = first(text).join(" | ");
        let shown = match expected {
            "ready" => format!("1:0 {text}"),
            refused => format!("1 {refused}"),
        };
        assert_eq!(found, shown);
    }
    let table = "indicatorType,indicatorValue,action,title,description\n\
        FileSha256,YTNiMWM1ZDk4MmIyNDk5NzFmYzY1ODlmMjk0Zjk1MTJmNTRkYzYwOWEwMGI2MWY1MTE2ZmY4ZTQzZjk3MmZlNw==,BlockAndRemediate,t,d\n";
    assert_eq!(rows(&read("a.csv", table)), ["2 refused masked"]);
}
