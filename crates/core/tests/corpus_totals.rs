//! What is read from each real file is what was reviewed: its totals, and why rows are refused.
//!
//! `corpus_totals.txt` holds a line a file, without values. `IOCULATE_CORPUS` names the folder of the
//! files; without it the test says that it was skipped. `cargo xtask golden` compares the whole
//! output as well, by its digest.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads the files that it is given"
)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use ioculate_core::{
    check::{Defaults, Policy, Verdict},
    clock::WallTime,
    diagnostic::Gravity,
    indicator::Action,
    ledger::{Ledger, Settings},
};

/// Each file with what was reviewed of it: totals, then codes.
fn reviewed() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("corpus_totals.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (file, rest) = line.split_once(' ')?;
            let (_digest, totals) = rest.split_once(' ')?;
            Some((file, totals))
        })
}

/// Reads a file as `inspect --today 2020-01-01` does.
fn read(path: &Path) -> Ledger {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut ledger = Ledger::new(Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: name.clone().into_owned(),
            description: "imported".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        // 2020-01-01T00:00:00Z
        today: WallTime(1_577_836_800_000),
    });
    ledger.read(&name, fs::read(path).expect("a file"));
    ledger
}

/// `records ready duplicate conflict refused ignored code=count..`
fn totals(ledger: &Ledger) -> String {
    let counts = ledger.counts();
    let states = [
        counts.records,
        counts.ready,
        counts.duplicate,
        counts.conflict,
        counts.refused,
        counts.ignored,
    ];
    let mut codes: BTreeMap<&str, u32> = BTreeMap::new();
    let refused = (0..ledger.len()).filter(|&row| ledger.verdict(row) == Verdict::Refused);
    for row in refused {
        let full = ledger.row(row).expect("a row");
        let mut found = full.diagnostics.iter();
        let error = found.find(|found| found.gravity() == Gravity::Error);
        *codes
            .entry(error.map_or("none", |error| error.code()))
            .or_default() += 1;
    }
    let states = states.map(|state| state.to_string());
    let codes = codes.iter().map(|(code, count)| format!("{code}={count}"));
    states
        .into_iter()
        .chain(codes)
        .collect::<Vec<_>>()
        .join(" ")
}

/// What is no text is unpacked before the core reads it; folders are read as a whole.
fn is_read_alone(path: &Path) -> bool {
    path.is_file() && path.extension().is_none_or(|ending| ending != "xlsx")
}

#[test]
fn the_totals_are_those_that_were_reviewed() {
    let Some(folder) = std::env::var_os("IOCULATE_CORPUS").map(PathBuf::from) else {
        println!("skipped: IOCULATE_CORPUS names no folder");
        return;
    };
    let files = reviewed().filter(|(file, _)| is_read_alone(&folder.join(file)));
    let mut held = 0;
    let mut wrong = Vec::new();
    for (file, wanted) in files {
        let found = totals(&read(&folder.join(file)));
        held += 1;
        if found != wanted {
            wrong.push(format!(
                "{file}\n    reviewed {wanted}\n    found    {found}"
            ));
        }
    }
    assert!(held > 20, "{held} files");
    assert!(
        wrong.is_empty(),
        "look at what changed with `cargo xtask golden --write FOLDER`, then accept it:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_reviewed_totals_add_up() {
    for (file, totals) in reviewed() {
        let numbers: Vec<u32> = totals
            .split(' ')
            .filter_map(|part| part.parse().ok())
            .collect();
        let [records, ready, duplicate, conflict, refused, ignored] = numbers[..] else {
            panic!("{file}: six numbers, not {totals}");
        };
        assert_eq!(
            records,
            ready + duplicate + conflict + refused + ignored,
            "{file}"
        );
        let codes = totals.split(' ').filter_map(|part| part.split_once('='));
        let by_code: u32 = codes
            .map(|(_, count)| count.parse::<u32>().expect("a count"))
            .sum();
        assert_eq!(refused, by_code, "{file}");
    }
}
