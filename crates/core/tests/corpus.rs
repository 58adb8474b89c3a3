//! Real files, whole and damaged: every record counted, nothing lost, no panic, time in proportion.
//!
//! `IOCULATE_CORPUS` names a folder of files that are no part of the project; without it each of
//! these tests says that it was skipped. Values of real files are never shown.

#![allow(
    clippy::disallowed_methods,
    reason = "a test has a clock and reads the files that it is given"
)]

mod cpu;

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use ioculate_core::{
    change::Field,
    check::{Defaults, Policy},
    clock::WallTime,
    indicator::Action,
    ledger::{Ledger, Settings},
};

/// Parts into which a file is cut; a larger one into fewer but in a full run, since a test is not
/// compiled for speed.
const PARTS: usize = 50;
const FEWER_PARTS: usize = 10;
const LARGE: usize = 150_000;

/// A cut or damaged file takes no longer than so many times the whole one, and a little more.
const TIMES: u32 = 4;
const A_LITTLE: Duration = Duration::from_millis(500);

/// The folder below the corpus; says where there is none.
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

/// The files right in a folder, by name.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file() && !path.ends_with("MANIFEST.md"));
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            (name.into_owned(), fs::read(path).expect("a file"))
        })
        .collect()
}

/// Reads a file as `inspect --today 2020-01-01` does, and sees that the states add up.
fn read(name: &str, bytes: &[u8]) -> Ledger {
    let mut ledger = Ledger::new(Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: name.to_owned(),
            description: "imported".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        // 2020-01-01T00:00:00Z
        today: WallTime(1_577_836_800_000),
    });
    ledger.read(name, bytes.to_vec());
    let counts = ledger.counts();
    let states =
        counts.ready + counts.duplicate + counts.conflict + counts.refused + counts.ignored;
    assert_eq!(counts.records, states, "{name}: the ledger adds up");
    assert_eq!(counts.records, ledger.len(), "{name}");
    ledger
}

fn timed(name: &str, bytes: &[u8]) -> Duration {
    cpu::spent(|| _ = read(name, bytes))
}

/// Hands each file to one of a few threads.
fn for_each(files: &[(String, Vec<u8>)], check: impl Fn(&str, &[u8]) + Sync) {
    const THREADS: usize = 4;
    thread::scope(|scope| {
        for first in 0..THREADS {
            let check = &check;
            scope.spawn(move || {
                for (name, bytes) in files.iter().skip(first).step_by(THREADS) {
                    check(name, bytes);
                }
            });
        }
    });
}

#[test]
fn every_row_of_every_file_can_be_shown() {
    let Some(folder) = corpus("") else { return };
    let files = files(&folder);
    assert!(files.len() > 20, "{} files", files.len());
    for_each(&files, |name, bytes| {
        let ledger = read(name, bytes);
        assert_ne!(
            ledger.len() as usize + ledger.files()[0].diagnostics.len(),
            0,
            "{name}: something is said"
        );
        for row in 0..ledger.len() {
            let full = ledger.row(row).expect("a row");
            assert_eq!(full.verdict, ledger.verdict(row), "{name}, row {row}");
            assert!(ledger.line_of(row) > 0, "{name}, row {row}");
            let place = ledger.value_in_source(row);
            let is_inside = ledger.source_of(row).get(place).is_some();
            assert!(is_inside, "{name}, row {row}");
        }
    });
}

#[test]
fn a_file_cut_anywhere_is_read_in_proportion() {
    let Some(folder) = corpus("") else { return };
    for_each(&files(&folder), |name, bytes| {
        let whole = timed(name, bytes);
        let is_full = std::env::var_os("IOCULATE_FULL").is_some();
        let parts = if bytes.len() > LARGE && !is_full {
            FEWER_PARTS
        } else {
            PARTS
        };
        for part in 1..parts {
            let cut = &bytes[..bytes.len() * part / parts];
            let took = timed(name, cut);
            assert!(
                took < whole * TIMES + A_LITTLE,
                "{name}, {part}/{parts}: {took:?}, whole {whole:?}"
            );
        }
    });
}

#[test]
fn a_file_with_bytes_changed_anywhere_is_read_in_proportion() {
    let Some(folder) = corpus("") else { return };
    for_each(&files(&folder), |name, bytes| {
        let whole = timed(name, bytes);
        let mut state = u32::try_from(bytes.len()).expect("a file of the corpus") | 1;
        let mut chance = move |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % below
        };
        for many in [1, 3, 30] {
            let mut changed = bytes.to_vec();
            for _ in 0..many {
                let at = chance(changed.len());
                changed[at] = u8::try_from(chance(256)).expect("a byte");
            }
            let took = timed(name, &changed);
            assert!(
                took < whole * TIMES + A_LITTLE,
                "{name}, {many} bytes: {took:?}, whole {whole:?}"
            );
        }
    });
}

/// Whatever a text is called, broken JSON is never read as if it were whole.
#[test]
fn the_json_files_made_to_break_readers_are_said_to_be_broken() {
    let Some(folder) = corpus("json-test-suite") else {
        return;
    };
    let files = files(&folder);
    assert_eq!(files.len(), 318);
    for (name, bytes) in files {
        let ledger = read(&name, &bytes);
        let counts = ledger.counts();
        assert_eq!(counts.ready, 0, "{name} holds no indicator");
        let said = ledger.files()[0].diagnostics.len() + ledger.len() as usize;
        assert_ne!(said, 0, "{name}: something is said");
        if name.starts_with("y_") {
            let is_broken = |row: u32| ledger.has_code(row, "json-broken");
            assert!(!(0..ledger.len()).any(is_broken), "{name} is whole");
        }
    }
}

/// The fields that the columns of a table are called in these tests.
const FIELDS: [(&str, Field); 5] = [
    ("indicatorValue", Field::IndicatorValue),
    ("title", Field::Title),
    ("description", Field::Description),
    ("recommendedActions", Field::RecommendedActions),
    ("externalId", Field::ExternalId),
];

/// A table whose columns are fields, in which the cells stand as they stood.
#[test]
fn the_csv_files_made_to_break_readers_hold_what_is_expected() {
    let (Some(tables), Some(expected)) = (corpus("csv-spectrum"), corpus("csv-spectrum-expected"))
    else {
        return;
    };
    for (name, bytes) in files(&tables) {
        let mut text = String::from_utf8(bytes).expect("UTF-8");
        if name.ends_with("_crlf.csv") {
            // Copies of these files have lost what they are named for.
            text = text.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        let answer = expected.join(name.replace(".csv", ".json"));
        let answer = fs::read(answer).expect("what is expected");
        let expected: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_slice(&answer).expect("a list of rows");
        let break_at = text.find(['\r', '\n']).expect("a header");
        let columns: Vec<&str> = text[..break_at].split(',').collect();
        let names: Vec<&str> = FIELDS.iter().map(|(name, _)| *name).collect();
        let header = names[..columns.len()].join(",");
        let table = format!("{header}{}", &text[break_at..]);
        let ledger = read(&name, table.as_bytes());
        let rows = u32::try_from(expected.len()).expect("a few rows");
        assert_eq!(ledger.len(), rows, "{name}");
        for (row, cells) in (0..).zip(&expected) {
            for (column, (_, field)) in columns.iter().zip(FIELDS) {
                let given = ledger.given_field(row, field).unwrap_or_default();
                let wanted = cells[column.trim_matches('"')].as_str().expect("a text");
                assert_eq!(given, wanted, "{name}, row {row}, {column}");
            }
        }
    }
}
