//! `cargo xtask security`: what the scenes tried of security and what held, as a page of the docs.
//!
//! Each scene that tries something notes it, in the file that a variable names, once it has held. A scene
//! that fails ends the chore, so nothing stands on the page that did not hold. Of all the scenes those are
//! played that try something, and one that does the whole job.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::PathBuf,
};

use crate::{
    Outcome,
    build::{self, Effort},
    command::say,
    flag, place, system, test,
};

/// The page.
const PAGE: &str = "docs/security.md";

/// Names the file for the scenes.
pub(crate) const VARIABLE: &str = "IOCULATE_SECURITY";

/// The files of scenes.
const SCENES: [&str; 7] = [
    "framed",
    "hosting",
    "integrity",
    "job",
    "left",
    "policy",
    "ways",
];

/// Above the table.
const HEAD: &str = "# What was tried, and what held

Made by `cargo xtask security`, which plays these scenes of `tests/e2e` in Chromium and fails where \
something does not hold. What is said of every scene holds in all that `cargo xtask test` plays in Chromium, \
too: each fails where it does not. [What could go wrong](threat-model.md) says what each is good for.

| check | tried | held | where |
|---|---|---|---|
";

/// More places than these are counted.
const MOST_NAMED: usize = 5;

/// `security`: into `docs/security.md`.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    let browser = system::browser()?;
    let dist = build::page(Effort::Quick, place::target().join("page-for-tests"))?;
    let notes = fresh()?;
    test::some_of_them(&dist, &browser, &SCENES, &notes)?;
    let page = page(&place::text(&notes)?)?;
    place::write(&place::root().join(PAGE), page)?;
    say(format!("what was tried and held is in {PAGE}"));
    Ok(())
}

/// A file with nothing in it yet.
fn fresh() -> Outcome<PathBuf> {
    let notes = place::target().join("security.tsv");
    place::write(&notes, "")?;
    Ok(notes)
}

/// A line for each thing tried: check, tried, held, and where it was.
fn page(notes: &str) -> Outcome<String> {
    let mut found: BTreeMap<[&str; 3], BTreeSet<&str>> = BTreeMap::new();
    for line in notes.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [check, tried, held, place] = cells[..] else {
            return Err(format!(
                "a scene has noted what is no line of the table: {line}"
            ));
        };
        found.entry([check, tried, held]).or_default().insert(place);
    }
    if found.is_empty() {
        return Err("no scene has noted anything: were they played?".to_owned());
    }
    let mut page = HEAD.to_owned();
    for ([check, tried, held], places) in found {
        let places = match places.len() {
            0..=MOST_NAMED => places.into_iter().collect::<Vec<_>>().join(", "),
            count => format!("{count} scenes"),
        };
        // Writing to a String cannot fail.
        let _ = writeln!(page, "| {check} | {tried} | {held} | {places} |");
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_together() {
        let notes = "b\teval\trefused\tnginx\na\tx\tnot found\tone\nb\teval\trefused\tcaddy\n";
        let page = page(notes).unwrap();
        let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ")).collect();
        let expected = [
            "| check | tried | held | where |",
            "| a | x | not found | one |",
            "| b | eval | refused | caddy, nginx |",
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn nothing_noted_is_no_page() {
        assert!(page("").is_err());
        assert!(page("a\tb\n").is_err());
    }
}
