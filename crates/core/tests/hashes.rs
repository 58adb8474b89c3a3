//! Several hashes of one file, from files as people hold them to what is planned and reported.

use ioculate_core::{
    check::{Defaults, Hashes, Policy},
    clock::WallTime,
    import::{NotSent, Outcome},
    indicator::Action,
    ledger::{Ledger, Settings},
    limits::Limits,
    plan::Plan,
    report::Outcomes,
};

/// 2026-11-21T00:00:00Z
const TODAY: WallTime = WallTime(1_795_219_200_000);

const MD5: &str = "0123456789abcdef0123456789abcdef";
const SHA1: &str = "0123456789abcdef0123456789abcdef01234567";
const SHA256: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn ledger(name: &str, text: &str, hashes: Hashes) -> Ledger {
    let mut ledger = Ledger::new(Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: "a title".to_owned(),
            description: "a description".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy {
            hashes,
            ..Policy::default()
        },
        today: TODAY,
    });
    ledger.read(name, text.as_bytes().to_vec());
    ledger
}

/// The types that are planned, and those that are reported as left out.
fn planned(name: &str, text: &str, hashes: Hashes) -> String {
    let ledger = ledger(name, text, hashes);
    let plan = Plan::build(&ledger, &Limits::documented());
    let outcomes = Outcomes::of_run(&ledger, &plan, |_| None);
    let left_out = Outcome::NotSent {
        reason: NotSent::LeftOut,
    };
    let is_left_out = |row: &u32| outcomes.of_row(*row) == Some(&left_out);
    let types = |rows: &mut dyn Iterator<Item = u32>| {
        let names = rows.filter_map(|row| ledger.indicator_type(row));
        names
            .map(|kind| kind.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let sent = types(&mut plan.entries.iter().map(|entry| entry.row));
    let out = types(&mut (0..ledger.len()).filter(is_left_out));
    let counts = ledger.counts();
    assert_eq!(
        counts.ready as usize,
        plan.entries.len() + (0..ledger.len()).filter(is_left_out).count(),
        "what is ready is planned or left out"
    );
    format!("{sent}; {out}; {}", ledger.weaker_hashes())
}

/// A bundle with one indicator of this pattern.
fn bundle(pattern: &str) -> String {
    let pattern = pattern
        .replace("{md5}", MD5)
        .replace("{sha1}", SHA1)
        .replace("{sha256}", SHA256);
    let indicator = serde_json::json!({
        "type": "indicator", "spec_version": "2.1", "name": "a",
        "id": "indicator--00000000-0000-4000-8000-000000000001",
        "created": "2026-01-01T00:00:00Z", "modified": "2026-01-01T00:00:00Z",
        "pattern_type": "stix", "valid_from": "2026-01-01T00:00:00Z", "pattern": pattern,
    });
    let id = "bundle--00000000-0000-4000-8000-000000000001";
    serde_json::json!({ "type": "bundle", "id": id, "objects": [indicator] }).to_string()
}

#[test]
fn a_pattern_of_one_file_sends_its_strongest_hash() {
    let table = [
        (
            "[file:hashes.MD5 = '{md5}' OR file:hashes.'SHA-1' = '{sha1}' OR file:hashes.'SHA-256' = '{sha256}']",
            "FileMd5 FileSha1 FileSha256; ; 2",
            "FileSha256; FileMd5 FileSha1; 2",
        ),
        (
            "[file:hashes.MD5 = '{md5}'] OR [file:hashes.'SHA-256' = '{sha256}']",
            "FileMd5 FileSha256; ; 0",
            "FileMd5 FileSha256; ; 0",
        ),
    ];
    for (pattern, all, strongest) in table {
        let text = bundle(pattern);
        assert_eq!(planned("a.json", &text, Hashes::All), all, "{pattern}");
        assert_eq!(
            planned("a.json", &text, Hashes::Strongest),
            strongest,
            "{pattern}"
        );
    }
}

#[test]
fn a_row_of_a_table_sends_its_strongest_hash() {
    let other = "f".repeat(32);
    let text = format!("File,MD5,SHA1,SHA256\na,{MD5},{SHA1},{SHA256}\nb,{other},,\n");
    let all = "FileMd5 FileSha1 FileSha256 FileMd5; ; 2";
    assert_eq!(planned("a.csv", &text, Hashes::All), all);
    let strongest = "FileSha256 FileMd5; FileMd5 FileSha1; 2";
    assert_eq!(planned("a.csv", &text, Hashes::Strongest), strongest);
}
