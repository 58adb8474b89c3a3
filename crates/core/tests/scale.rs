//! Fifteen thousand rows against a generator that knows the truth about each, and real files.
//!
//! Both need files that are no part of the project: `IOCULATE_CORPUS` names a folder of real files,
//! beside which lie `tools/gen_scale.py` and `source-documents`. Where they are missing, a test says
//! that it was skipped.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test reads files and says what it skipped"
)]

use std::{
    collections::HashMap,
    fs,
    net::{IpAddr, Ipv6Addr},
    path::{Path, PathBuf},
    process::Command,
};

use ioculate_core::{
    change::ChangeKind,
    check::{Defaults, Policy, Verdict},
    clock::WallTime,
    indicator::{Action, IndicatorType},
    ledger::{Ledger, Settings},
    session::{Fix, Scope},
    source::SourceKind,
};

/// 2026-11-21T00:00:00Z
const TODAY: WallTime = WallTime(1_795_219_200_000);
const BASE_DATE: &str = "2026-11-21T00:00:00Z";

/// Kinds of rows that the generator counts as invalid and that are ready here, and why.
const POLICY: &[(&str, &str)] = &[
    (
        "wildcard",
        "a domain covers its subdomains (indicators overview), so `*.` is taken off and listed",
    ),
    (
        "legacy_action",
        "Alert and AlertAndBlock are rewritten as what the service makes of them, and listed",
    ),
    (
        "empty_type",
        "a blank type is seen from the value where it leaves no doubt, and listed",
    ),
];

fn corpus(rest: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("IOCULATE_CORPUS").map(PathBuf::from);
    let path = folder
        .map(|folder| folder.join(rest))
        .filter(|path| path.exists());
    if path.is_none() {
        println!("skipped: IOCULATE_CORPUS names no folder with {rest}");
    }
    path
}

fn ledger(path: &Path, today: WallTime) -> Ledger {
    let name = path
        .file_name()
        .expect("a file")
        .to_string_lossy()
        .into_owned();
    let mut ledger = Ledger::new(Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: name.clone(),
            description: "imported".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today,
    });
    ledger.read(&name, fs::read(path).expect("a readable file"));
    let counts = ledger.counts();
    let states =
        counts.ready + counts.duplicate + counts.conflict + counts.refused + counts.ignored;
    assert_eq!(counts.records, states, "{name} adds up");
    ledger
}

/// One row as the generator tells it.
struct Told {
    /// `valid`, `duplicate`, `conflict` or `invalid:` and a kind.
    label: String,
    kind: String,
    value: String,
    action: String,
}

#[test]
fn every_generated_row_ends_as_the_generator_says() {
    let Some(generator) = corpus("../tools/gen_scale.py") else {
        return;
    };
    for seed in 1..=5 {
        let folder =
            std::env::temp_dir().join(format!("ioculate-scale-{seed}-{}", std::process::id()));
        if !generated(&generator, seed, &folder) {
            println!("skipped: python3 does not run the generator");
            return;
        }
        let told = told(&folder);
        let portal = ledger(&folder.join("scale_15000.csv"), TODAY);
        let body = ledger(&folder.join("scale_15000.json"), TODAY);
        compare(&portal, &told, &format!("seed {seed}, CSV"));
        compare(&body, &told, &format!("seed {seed}, JSON"));
        fs::remove_dir_all(&folder).expect("the folder goes");
    }
}

fn generated(generator: &Path, seed: u32, folder: &Path) -> bool {
    let mut command = Command::new("python3");
    command
        .arg(generator)
        .args(["--rows", "15000", "--md5-valid", "--realistic-tlds"]);
    command.args(["--base-date", BASE_DATE, "--seed", &seed.to_string()]);
    command.arg("--out").arg(folder);
    command.output().is_ok_and(|output| output.status.success())
}

/// The truth of each row, in order, with the action that its record holds.
fn told(folder: &Path) -> Vec<Told> {
    let read = |name: &str| {
        let text = fs::read_to_string(folder.join(name)).expect("the generator's file");
        serde_json::from_str::<serde_json::Value>(&text).expect("the generator's JSON")
    };
    let truth = read("scale_15000.truth.json");
    let body = read("scale_15000.json");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let rows = truth["rows_not_plain"].as_array().expect("rows");
    let bodies = body["Indicators"].as_array().expect("indicators");
    assert_eq!((rows.len(), bodies.len()), (15_000, 15_000));
    let one = |(row, body): (&serde_json::Value, &serde_json::Value)| Told {
        label: text(&row[1]),
        kind: text(&row[2]),
        value: text(&row[3]),
        action: text(&body["action"]),
    };
    rows.iter().zip(bodies).map(one).collect()
}

/// The verdict, type and value that a row should have by itself.
fn alone(told: &Told) -> Option<(String, String, String)> {
    let mut value = told.value.clone();
    match told.label.strip_prefix("invalid:") {
        None => {}
        Some("wildcard") => value = value.replacen("*.", "", 1),
        Some(kind) if POLICY.iter().any(|(name, _)| *name == kind) => {}
        Some(_) => return None,
    }
    let kind = if told.kind.is_empty() {
        seen_type(&value).to_owned()
    } else {
        told.kind.clone()
    };
    let is_file = kind.starts_with("File");
    let action = match told.action.as_str() {
        "Alert" => "Audit",
        "AlertAndBlock" if is_file => "BlockAndRemediate",
        "AlertAndBlock" => "Block",
        // The generator leaves a file's action on some wildcard domains: that alone refuses them.
        "BlockAndRemediate" if !is_file => return None,
        action => action,
    };
    Some((kind, in_groups(value), action.to_owned()))
}

/// The type of a well-formed value.
fn seen_type(value: &str) -> &'static str {
    let is_hex = value.bytes().all(|byte| byte.is_ascii_hexdigit());
    match (value.len(), is_hex) {
        (32, true) => "FileMd5",
        (40, true) => "FileSha1",
        (64, true) => "FileSha256",
        _ if value.parse::<IpAddr>().is_ok() => "IpAddress",
        _ if value.contains("://") => "Url",
        _ => "DomainName",
    }
}

/// An IPv6 address in eight groups of four digits; anything else as it is.
fn in_groups(value: String) -> String {
    match value.parse::<IpAddr>() {
        Ok(IpAddr::V6(address)) => groups(address),
        _ => value,
    }
}

fn groups(address: Ipv6Addr) -> String {
    address
        .segments()
        .map(|group| format!("{group:04x}"))
        .join(":")
}

/// Compares each row with what the generator says, its neighbours counted by a second, plain way:
/// a row that is ready by itself and has been seen is a duplicate or, with a new action, a conflict.
fn compare(ledger: &Ledger, told: &[Told], what: &str) {
    assert_eq!(ledger.len(), 15_000, "{what}");
    let mut seen: HashMap<(String, String), Vec<String>> = HashMap::new();
    let mut relabelled = 0;
    for (row, told) in (0..).zip(told) {
        let place = format!(
            "{what}, record {}: {} {:?}",
            row + 2,
            told.label,
            told.value
        );
        let Some((kind, value, action)) = alone(told) else {
            assert_eq!(ledger.verdict(row), Verdict::Refused, "{place}");
            continue;
        };
        let actions = seen.entry((kind.clone(), value.clone())).or_default();
        let expected = if actions.is_empty() {
            Verdict::Ready
        } else if actions.contains(&action) {
            Verdict::Duplicate
        } else {
            Verdict::Conflict
        };
        actions.push(action);
        assert_eq!(ledger.verdict(row), expected, "{place}");
        assert_eq!(ledger.value(row), value, "{place}");
        let recognised = ledger.indicator_type(row).map(IndicatorType::as_str);
        assert_eq!(recognised, Some(kind.as_str()), "{place}");
        let label = match expected {
            Verdict::Ready => "valid",
            Verdict::Duplicate => "duplicate",
            _ => "conflict",
        };
        let is_policy = told.label.starts_with("invalid:");
        if !is_policy && label != told.label {
            // The generator does not see that a conflict repeats an earlier conflict's action.
            let repeats = told.label == "conflict" && label == "duplicate";
            assert!(repeats, "{place} is a {label}");
            relabelled += 1;
        }
    }
    println!("{what}: 15000 rows agree; {relabelled} conflicts repeat an earlier one");
}

#[test]
fn plain_lists_are_ready_as_they_stand() {
    for (name, records) in [
        ("ipsum-level5.txt", 1_413),
        ("threatlabz-raccoon-c2.txt", 86),
    ] {
        let Some(path) = corpus(name) else { continue };
        let counts = ledger(&path, TODAY).counts();
        assert_eq!((counts.records, counts.ready), (records, records), "{name}");
    }
}

#[test]
fn every_real_file_adds_up() {
    let Some(folder) = corpus("") else { return };
    for path in files(&folder) {
        let ledger = ledger(&path, TODAY);
        for row in 0..ledger.len() {
            let full = ledger.row(row).expect("a row of the ledger");
            assert_eq!(full.verdict, ledger.verdict(row));
            assert!(full.verdict != Verdict::Ready || full.indicator.is_some());
        }
    }
}

/// Every file in a folder and below.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let below = |path: PathBuf| {
        if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        }
    };
    entries.map(|entry| entry.path()).flat_map(below).collect()
}

#[test]
fn the_pages_own_examples_read_as_they_stand() {
    let table = [
        ("import-indicators.en.txt", 2),
        ("import-indicators.de.txt", 2),
        ("import-indicators.nl.md", 2),
        ("import-indicators.zh-TW.md", 2),
        ("submit-or-update-indicator.2020.en.txt", 1),
    ];
    for (name, indicators) in table {
        let Some(path) = corpus(&format!("../source-documents/{name}")) else {
            return;
        };
        let mut today = ledger(&path, TODAY);
        assert_eq!(
            (today.len(), today.counts().refused),
            (indicators, indicators),
            "{name}"
        );
        assert!(today.has_code(0, "expired"), "{name}");
        let scope = Scope::Code {
            code: "expired".to_owned(),
        };
        assert_eq!(today.fix(&Fix::NeverExpires, &scope), indicators);
        assert_eq!(today.counts().ready, indicators, "{name}");
        // 2020-06-01T00:00:00Z, when no example had expired.
        let then = ledger(&path, WallTime(1_590_969_600_000));
        assert_eq!(then.counts().ready, indicators, "{name}");
        let full = then.row(0).expect("a row");
        let is_rewritten = |kind| full.changes.iter().any(|change| change.kind == kind);
        assert!(is_rewritten(ChangeKind::LegacyAction), "{name}");
        assert_eq!(
            then.indicator(0).map(|one| one.rbac_group_names.len()),
            Some(2)
        );
    }
}

#[test]
fn the_pages_request_alone_is_api_json() {
    let Some(path) = corpus("../source-documents/import-indicators.en.txt") else {
        return;
    };
    let page = fs::read_to_string(path).expect("a page");
    let start = page.find("{\n    \"Indicators\"").expect("the request");
    let end = page.find("Response example").expect("what follows");
    let folder = std::env::temp_dir().join(format!("ioculate-request-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("request.json");
    fs::write(&file, &page[start..end]).expect("a file");
    let then = ledger(&file, WallTime(1_590_969_600_000));
    assert_eq!(
        then.files()[0].kind.map(SourceKind::as_str),
        Some("API JSON")
    );
    assert_eq!((then.counts().records, then.counts().ready), (2, 2));
    assert_eq!((then.line_of(0), then.line_of(1)), (4, 16));
    fs::remove_dir_all(&folder).expect("the folder goes");
}
