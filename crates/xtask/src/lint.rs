//! `cargo xtask lint`: what the compiler does not hold.
//!
//! The project's own rules first, for they take no time; then rustfmt; then clippy for this
//! machine and for the browser. Each finding is a sentence that says what to do.

mod arrows;
mod files;
mod pins;
mod shipped;
mod threats;
mod words;

use crate::{
    Outcome,
    command::{self, say},
    flag, place, system,
};

/// The packages that run in a browser.
const IN_THE_BROWSER: [&str; 6] = [
    "ioculate-app",
    "ioculate-browser",
    "ioculate-module",
    "ioculate-unpack",
    "ioculate-worker",
    "msal-browser",
];

/// `lint`: prints every finding of the project's own rules, then runs rustfmt and clippy.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    system::components()?;
    system::wasm_target()?;
    own_rules()?;
    say("rustfmt");
    command::run(command::cargo(&place::root()).args(["fmt", "--all", "--check"]))
        .map_err(|_| "some code is not in rustfmt's form: run `cargo fmt --all`".to_owned())?;
    say("clippy, for this machine");
    clippy(&["--workspace", "--all-targets"])?;
    say("clippy, for the browser");
    let packages = IN_THE_BROWSER.iter().flat_map(|name| ["--package", name]);
    let browser: Vec<&str> = ["--target", system::WASM]
        .into_iter()
        .chain(packages)
        .collect();
    clippy(&browser)
}

fn own_rules() -> Outcome {
    say("arrows, pins, files, words, what is shipped, what holds threats");
    let root = place::root();
    let texts = texts()?;
    let mut findings = arrows::findings(&root)?;
    findings.extend(pins::findings(&root)?);
    let names = texts.iter().map(|(name, _)| name.as_str());
    findings.extend(shipped::findings(
        names,
        &place::text(&root.join("index.html"))?,
    ));
    let page = place::text(&root.join("docs/threat-model.md"))?;
    findings.extend(threats::findings(&page, &texts));
    for (name, text) in &texts {
        findings.extend(files::findings(name, text));
        findings.extend(words::findings(name, text));
    }
    for finding in &findings {
        eprintln!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        1 => Err("1 finding".to_owned()),
        count => Err(format!("{count} findings")),
    }
}

fn clippy(selection: &[&str]) -> Outcome {
    let mut clippy = command::cargo(&place::root());
    clippy.args(["clippy", "--quiet"]).args(selection);
    command::run(clippy.args(["--", "--deny", "warnings"]))
        .map_err(|_| "clippy is not content: see above".to_owned())
}

/// Folders with what is written by hand.
const OWN: [&str; 5] = [".cargo", ".ci", "crates", "tests", "www"];

/// Each text file of the project, with its path from the root.
fn texts() -> Outcome<Vec<(String, String)>> {
    let root = place::root();
    let mut paths = place::files_in(&root)?;
    for folder in OWN {
        paths.extend(place::files(&root.join(folder))?);
    }
    paths.retain(|path| !path.ends_with(".git"));
    // In a second work tree this is a file that says where the first one is.
    paths.retain(|path| !path.ends_with(".git"));
    let texts = paths.into_iter().filter_map(|path| {
        let name = path
            .strip_prefix(&root)
            .ok()?
            .to_string_lossy()
            .replace('\\', "/");
        // What is no text has no words.
        Some((name, place::text(&path).ok()?))
    });
    Ok(texts.collect())
}

/// The number of the line that holds the byte at `offset`, from 1.
fn line_at(text: &str, offset: usize) -> usize {
    1 + text[..offset].matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_a_line() {
        assert_eq!(
            ["a", "b", "c"].map(|c| line_at("a\nb\nc", "a\nb\nc".find(c).unwrap())),
            [1, 2, 3]
        );
    }

    #[test]
    fn the_projects_files_are_found() {
        let texts = texts().unwrap();
        for name in [
            "index.html",
            "crates/core/src/lib.rs",
            "www/boot.js",
            ".ci/run",
        ] {
            assert!(texts.iter().any(|(found, _)| found == name), "{name}");
        }
        assert!(texts.iter().all(|(name, _)| !name.starts_with("target/")));
    }
}
