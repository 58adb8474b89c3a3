//! The pages of reference are those of the code, none is missing, and each example leads to what it
//! is an example of.

#![allow(clippy::disallowed_methods, reason = "a test reads the pages")]

use std::{collections::BTreeMap, fs, path::Path};

use ioculate_core::diagnostic::catalogue::{COUNT, GROUPS, pages};

/// The pages as they lie in the project.
fn written() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/diagnostics");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let text = fs::read_to_string(entry.path()).unwrap_or_default();
            (name, text.replace("\r\n", "\n"))
        })
        .collect()
}

#[test]
fn the_pages_are_those_of_the_code() {
    let made = pages().unwrap_or_else(|wrong| panic!("{wrong}"));
    let made: BTreeMap<String, String> = made
        .into_iter()
        .map(|page| (page.name, page.text))
        .collect();
    let written = written();
    let stale: Vec<&String> = made
        .keys()
        .chain(written.keys())
        .filter(|&name| made.get(name) != written.get(name))
        .collect();
    assert!(
        stale.is_empty(),
        "docs/diagnostics is stale: run `cargo xtask catalogue`. Different: {stale:?}"
    );
}

/// The variants of the list of findings, as its source has them.
fn variants() -> Vec<&'static str> {
    let source = include_str!("../src/diagnostic/finding.rs");
    let list = source
        .split_once("pub enum Finding {")
        .map(|(_, list)| list);
    let lines = list.into_iter().flat_map(str::lines);
    lines
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()))
        .map(|line| line.split([' ', ',', '{']).next().unwrap_or_default())
        .collect()
}

#[test]
fn every_finding_has_an_entry() {
    let listed: Vec<&str> = GROUPS
        .iter()
        .flat_map(|group| group.entries)
        .map(|(variant, _)| *variant)
        .collect();
    let variants = variants();
    assert!(variants.len() > 80, "{variants:?}");
    assert_eq!(variants.len(), COUNT);
    let missing: Vec<&str> = variants
        .into_iter()
        .filter(|name| !listed.contains(name))
        .collect();
    assert!(missing.is_empty(), "findings without an entry: {missing:?}");
}

#[test]
fn an_entry_says_something_in_whole_sentences() {
    for (variant, entry) in GROUPS.iter().flat_map(|group| group.entries) {
        for text in [entry.why, entry.remedy] {
            let is_sentence =
                text.starts_with(|c: char| c.is_uppercase() || c == '`') && text.ends_with('.');
            assert!(is_sentence && text.len() > 5, "{variant}: {text}");
        }
        assert!(!entry.source.ends_with('.'), "{variant}: {}", entry.source);
    }
}
