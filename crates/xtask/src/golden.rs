//! `cargo xtask golden`: what is read from each real file, held against what was reviewed.
//!
//! `IOCULATE_CORPUS` names a folder of files that are no part of the project, and neither are their
//! values: the project holds totals and a digest for each, and the whole output goes to a folder
//! elsewhere, to be looked at. `--accept` takes what was found as reviewed.

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    Outcome, USAGE,
    command::{self, say},
    place,
    sources::hex,
};

/// The day against which dates are judged, so that what was reviewed does not grow old.
const TODAY: &str = "2020-01-01";

const TOTALS: &str = "crates/core/tests/corpus_totals.txt";
const TABLE: &str = "docs/corpus.md";

/// Folders of small files, each a line of the totals.
const FOLDERS: [&str; 2] = ["csv-spectrum", "json-test-suite"];

/// Files beside the corpus that are not read.
const LEFT_OUT: [&str; 1] = ["MANIFEST.md"];

/// `golden [--write FOLDER] [--accept]`.
pub(crate) fn run(options: &[String]) -> Outcome {
    let asked = Asked::of(options)?;
    let corpus = env::var_os("IOCULATE_CORPUS")
        .map(PathBuf::from)
        .ok_or("IOCULATE_CORPUS names no folder with real files")?;
    let inspect = inspect()?;
    let mut found = Vec::new();
    for (name, files) in subjects(&corpus)? {
        let output = output(&inspect, &files)?;
        if let Some(folder) = &asked.folder {
            place::make(folder)?;
            place::write(&folder.join(format!("{name}.jsonl")), &output)?;
        }
        found.push(Line::of(name, &output)?);
    }
    if asked.accepts {
        return accept(&found);
    }
    compare(&found)
}

#[derive(Default)]
struct Asked {
    folder: Option<PathBuf>,
    accepts: bool,
}

impl Asked {
    fn of(options: &[String]) -> Outcome<Self> {
        let mut asked = Self::default();
        let mut words = options.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--write" => {
                    let folder = words.next().ok_or("--write needs a folder")?;
                    asked.folder = Some(outside(Path::new(folder))?);
                }
                "--accept" => asked.accepts = true,
                other => return Err(format!("\"{other}\" is not understood here\n{USAGE}")),
            }
        }
        Ok(asked)
    }
}

/// The folder, which is not to be one of the project: values of real files do not belong there.
fn outside(folder: &Path) -> Outcome<PathBuf> {
    let folder = std::path::absolute(folder)
        .map_err(|error| format!("{} is no folder: {error}", folder.display()))?;
    if folder.starts_with(place::root()) {
        return Err(format!(
            "{} is inside the project, where values of real files do not belong",
            folder.display()
        ));
    }
    Ok(folder)
}

/// Builds the example that prints records, and says where it is.
fn inspect() -> Outcome<PathBuf> {
    say("inspect, built for speed");
    let mut build = command::cargo(&place::root());
    build.args(["build", "--quiet", "--profile", "quick"]);
    build.args(["--package", "ioculate-core", "--example", "inspect"]);
    command::run(&mut build)?;
    Ok(place::target().join("quick/examples/inspect"))
}

/// Each file of the corpus, and each folder of small ones, with the files to read.
fn subjects(corpus: &Path) -> Outcome<Vec<(String, Vec<PathBuf>)>> {
    let name = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    };
    let files = place::files_in(corpus)?;
    let files = files
        .into_iter()
        .map(|path| (name(&path), vec![path]))
        .filter(|(name, _)| !LEFT_OUT.contains(&name.as_str()));
    let mut subjects: Vec<_> = files.collect();
    for folder in FOLDERS {
        let path = corpus.join(folder);
        if path.is_dir() {
            subjects.push((folder.to_owned(), place::files_in(&path)?));
        }
    }
    Ok(subjects)
}

/// What `inspect` says of the files, then its records.
fn output(inspect: &Path, files: &[PathBuf]) -> Outcome<String> {
    let mut command = Command::new(inspect);
    command.args(["--today", TODAY]).args(files);
    let output = command
        .output()
        .map_err(|error| format!("{} does not start: {error}", inspect.display()))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("inspect failed: {said}"));
    }
    Ok(format!("{said}{}", String::from_utf8_lossy(&output.stdout)))
}

/// What is held of one file.
#[derive(Debug, PartialEq)]
struct Line {
    file: String,
    digest: String,
    counts: BTreeMap<String, u64>,
    refused: BTreeMap<String, u64>,
}

/// The states, in the order in which they are shown.
const STATES: [&str; 6] = [
    "records",
    "ready",
    "duplicate",
    "conflict",
    "refused",
    "ignored",
];

impl Line {
    fn of(file: String, output: &str) -> Outcome<Self> {
        let digest = hex(&Sha256::digest(output.as_bytes()))[..16].to_owned();
        let mut line = Self {
            file,
            digest,
            counts: STATES.map(|state| (state.to_owned(), 0)).into(),
            refused: BTreeMap::new(),
        };
        for text in output.lines().filter(|line| line.starts_with('{')) {
            let value: Value = serde_json::from_str(text)
                .map_err(|error| format!("inspect printed what is no JSON: {error}"))?;
            line.add(&value);
        }
        Ok(line)
    }

    fn add(&mut self, value: &Value) {
        if let Some(summary) = value["summary"].as_object() {
            for (state, count) in summary {
                *self.counts.entry(state.clone()).or_default() += count.as_u64().unwrap_or(0);
            }
        } else if value["verdict"] == "refused" {
            let code = value["code"].as_str().unwrap_or("none");
            *self.refused.entry(code.to_owned()).or_default() += 1;
        }
    }

    fn count(&self, state: &str) -> u64 {
        self.counts.get(state).copied().unwrap_or(0)
    }

    /// `file digest records ready duplicate conflict refused ignored code=count..`
    fn written(&self) -> String {
        let mut line = format!("{} {}", self.file, self.digest);
        // Writing to a String cannot fail.
        for state in STATES {
            let _ = write!(line, " {}", self.count(state));
        }
        for (code, count) in &self.refused {
            let _ = write!(line, " {code}={count}");
        }
        line
    }

    /// A row of the table for readers.
    fn row(&self) -> String {
        let counts: Vec<String> = STATES
            .iter()
            .map(|state| self.count(state).to_string())
            .collect();
        let mut most: Vec<(&String, &u64)> = self.refused.iter().collect();
        most.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let why: Vec<String> = most
            .iter()
            .map(|(code, count)| format!("{count} [{code}](diagnostics/{code}.md)"))
            .collect();
        let (counts, why) = (counts.join(" | "), why.join(", "));
        format!("| {} | {counts} | {why} |", self.file)
    }
}

const HEAD: &str = "# file digest records ready duplicate conflict refused ignored, and refused by code\n\
    # Written by `cargo xtask golden --accept` after the output was reviewed; the values stay outside.\n";

const TABLE_HEAD: &str = "# What is read from real files

Each file is one that somebody published: feeds, reports, exports and lists. The files and their values are no part of the project;
`cargo xtask golden` reads them where `IOCULATE_CORPUS` names their folder, and holds what it finds against these totals and a digest of the whole output, which was reviewed.
Dates are judged as of 2020-01-01, so that the table does not grow old. Records = ready + duplicate + conflict + refused + ignored, in every line.

| file | records | ready | duplicate | conflict | refused | ignored | refused for |
|---|---|---|---|---|---|---|---|
";

fn accept(found: &[Line]) -> Outcome {
    let lines: String = found.iter().map(|line| line.written() + "\n").collect();
    let rows: String = found.iter().map(|line| line.row() + "\n").collect();
    let root = place::root();
    place::write(&root.join(TOTALS), format!("{HEAD}{lines}"))?;
    place::write(&root.join(TABLE), format!("{TABLE_HEAD}{rows}"))?;
    say(format!("{} files accepted", found.len()));
    Ok(())
}

fn compare(found: &[Line]) -> Outcome {
    let text = place::text(&place::root().join(TOTALS))?;
    let reviewed: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let found: Vec<String> = found.iter().map(Line::written).collect();
    let differences = differences(&reviewed, &found);
    for difference in &differences {
        eprintln!("{difference}");
    }
    if differences.is_empty() {
        say(format!("{} files are read as reviewed", found.len()));
        return Ok(());
    }
    Err(
        "what is read is not what was reviewed: look at it with `--write FOLDER`, then `--accept`"
            .to_owned(),
    )
}

/// Lines of one side that the other has not.
fn differences(reviewed: &[&str], found: &[String]) -> Vec<String> {
    let gone = reviewed
        .iter()
        .filter(|line| !found.iter().any(|found| found == *line))
        .map(|line| format!("- {line}"));
    let new = found
        .iter()
        .filter(|line| !reviewed.contains(&line.as_str()))
        .map(|line| format!("+ {line}"));
    gone.chain(new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "a.txt: not-utf8: no text\n\
        {\"verdict\":\"ready\",\"code\":null}\n\
        {\"verdict\":\"refused\",\"code\":\"bad-octet\"}\n\
        {\"verdict\":\"refused\",\"code\":\"bad-octet\"}\n\
        {\"summary\":{\"records\":3,\"ready\":1,\"refused\":2}}\n";

    #[test]
    fn a_line_counts_states_and_codes() {
        let line = Line::of("a.txt".to_owned(), OUTPUT).unwrap();
        let digest = line.digest.clone();
        assert_eq!(
            line.written(),
            format!("a.txt {digest} 3 1 0 0 2 0 bad-octet=2")
        );
        assert_eq!(
            line.row(),
            "| a.txt | 3 | 1 | 0 | 0 | 2 | 0 | 2 [bad-octet](diagnostics/bad-octet.md) |"
        );
        let other = Line::of("a.txt".to_owned(), &OUTPUT.replace("null", "\"\"")).unwrap();
        assert_ne!(other.digest, digest);
    }

    #[test]
    fn what_differs_is_named_on_both_sides() {
        let found = ["a 1".to_owned(), "b 2".to_owned()];
        assert_eq!(differences(&["a 1", "b 2"], &found), Vec::<String>::new());
        assert_eq!(differences(&["a 1", "c 3"], &found), ["- c 3", "+ b 2"]);
    }

    #[test]
    fn values_stay_outside_the_project() {
        assert!(outside(&place::root().join("docs/values")).is_err());
        assert!(outside(&env::temp_dir()).is_ok());
    }
}
