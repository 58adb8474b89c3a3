//! `cargo xtask test`: the gate.
//!
//! Natively first, for most faults show there in seconds; then what runs in a browser; then the
//! built page in a browser against the emulator. The last lines say what was skipped and why.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Outcome, axe, bench,
    build::{self, Effort},
    command::{self, say},
    deny, engines, flag, fuzz, module, msal,
    place::{self, Passing},
    reproduce, security, sizes, soak, system,
    system::{Browser, Server},
    tools::WASM_BINDGEN,
    typescript,
};

/// The package that drives the built page; it needs one, so it runs by itself.
const END_TO_END: &str = "ioculate-e2e";

/// Seconds that the tests of one file have inside a browser, and that its driver has to start. A busy
/// machine met the runner's own 20 and 5, which say nothing about the code.
const INSIDE: [(&str, &str); 2] = [
    ("WASM_BINDGEN_TEST_TIMEOUT", "300"),
    ("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60"),
];

/// `test [--full]`.
pub(crate) fn run(options: &[String]) -> Outcome {
    let full = flag(options, "--full")?;
    native(full)?;
    let skipped_counts = bench::checked()?;
    let browser = system::browser()?;
    let skipped_in_browser = in_the_browser(&browser)?;
    let dist = if full {
        build::page(Effort::Release, place::root().join("dist"))?
    } else {
        build::page(Effort::Quick, place::target().join("page-for-tests"))?
    };
    let servers = system::servers();
    end_to_end(&dist, full, |tests| {
        tell(tests, &browser, &servers);
        Ok(())
    })?;
    let skipped_elsewhere = in_other_engines(&dist, &browser, &servers, full)?;
    let mut skipped_in_full = Vec::new();
    if full {
        soak::fully()?;
        fuzz::briefly()?;
        sizes::run(&[])?;
        skipped_in_full.extend(deny::checked()?);
        skipped_in_full.extend(reproduce::checked(&dist)?);
    }
    let without = servers.iter().filter_map(Server::skipped);
    for line in skipped_in_browser
        .into_iter()
        .chain(skipped_counts)
        .chain(skipped(full))
        .chain(skipped_elsewhere)
        .chain(skipped_in_full)
        .chain(without)
    {
        say(format!("skipped: {line}"));
    }
    say("all tests passed");
    Ok(())
}

fn native(full: bool) -> Outcome {
    say("tests on this machine");
    let mut tests = command::cargo(&place::root());
    let nextest = command::works(command::cargo(&place::root()).args(["nextest", "--version"]));
    if nextest {
        tests.args(["nextest", "run", "--status-level", "fail"]);
    } else {
        tests.args(["test", "--quiet", "--all-targets"]);
    }
    if full {
        tests.env("IOCULATE_FULL", "1");
    }
    command::run(whole_workspace(&mut tests))?;
    say("examples in the documentation");
    let mut examples = command::cargo(&place::root());
    examples.args(["test", "--quiet", "--doc"]);
    command::run(whole_workspace(&mut examples))
}

/// A snapshot that differs fails; it is not written beside the old one.
fn whole_workspace(command: &mut std::process::Command) -> &mut std::process::Command {
    command
        .args(["--workspace", "--exclude", END_TO_END])
        .env("INSTA_UPDATE", "no")
}

/// Runs the tests that need a browser's own functions; gives what was skipped.
fn in_the_browser(browser: &Browser) -> Outcome<Option<String>> {
    let packages = packages_with_browser_tests(&place::root().join("crates"))?;
    if packages.is_empty() {
        return Ok(Some(
            "tests inside a browser: no package has any".to_owned(),
        ));
    }
    system::wasm_target()?;
    let runner = WASM_BINDGEN.folder()?.join("wasm-bindgen-test-runner");
    let library = msal::library()?;
    for package in packages {
        say(format!("tests inside a browser: {package}"));
        let mut tests = command::cargo(&place::root());
        tests
            // `--quiet` would be handed to the runner, which does not know it.
            .args(["test", "--target", system::WASM])
            .args(["--package", &package, "--tests"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner)
            .env("MSAL_BROWSER_JS", &library)
            .envs(INSIDE);
        command::run(browser.tell(&mut tests))?;
    }
    Ok(None)
}

/// The names of the packages below `crates` with a file that uses `wasm_bindgen_test`.
fn packages_with_browser_tests(crates: &Path) -> Outcome<Vec<String>> {
    let manifests = place::files(crates)?;
    let manifests = manifests.iter().filter(|file| file.ends_with("Cargo.toml"));
    let mut packages = Vec::new();
    for manifest in manifests {
        let folder = manifest.parent().unwrap_or(crates);
        if has_browser_tests(folder)? {
            packages.extend(name_in(&place::text(manifest)?));
        }
    }
    Ok(packages)
}

fn has_browser_tests(folder: &Path) -> Outcome<bool> {
    // This very file names the word.
    if folder.ends_with("xtask") {
        return Ok(false);
    }
    let uses = |file: &PathBuf| {
        file.extension().is_some_and(|kind| kind == "rs")
            && fs::read_to_string(file).is_ok_and(|text| text.contains("wasm_bindgen_test"))
    };
    Ok(place::files(folder)?.iter().any(uses))
}

fn name_in(manifest: &str) -> Option<String> {
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix("name = \""))?;
    line.strip_suffix('"').map(str::to_owned)
}

/// Plays the scenes of some files, which note what they tried of security in `notes`.
pub(crate) fn some_of_them(
    dist: &Path,
    browser: &Browser,
    files: &[&str],
    notes: &Path,
) -> Outcome {
    let mut tests = command::cargo(&place::root());
    tests
        .args(["test", "--quiet", "--package", END_TO_END])
        .args(files.iter().flat_map(|file| ["--test", file]))
        .env("IOCULATE_DIST", dist)
        .env(security::VARIABLE, notes);
    for server in &system::servers() {
        server.tell(&mut tests);
    }
    let passing = Passing::new()?;
    passing.tell(&mut tests);
    command::run(browser.tell(&mut tests))
}

/// The files of scenes that other engines play: the main job, and reading. In the full run they play all.
const MAIN: [&str; 2] = ["job", "reading"];
/// Those that open no page.
const WITHOUT: [&str; 3] = ["entra", "loopback", "module"];

fn elsewhere(full: bool) -> Outcome<Vec<String>> {
    if !full {
        return Ok(MAIN.map(str::to_owned).into());
    }
    let files = place::files_in(&place::root().join("tests/e2e/tests"))?;
    let names = files.iter().filter_map(|file| file.file_stem()?.to_str());
    let with_a_page = names.filter(|name| !WITHOUT.contains(name));
    Ok(with_a_page.map(str::to_owned).collect())
}

/// Plays scenes in the engines besides Chromium; gives what was skipped.
fn in_other_engines(
    dist: &Path,
    browser: &Browser,
    servers: &[Server],
    full: bool,
) -> Outcome<Vec<String>> {
    let files = elsewhere(full)?;
    let mut skipped = Vec::new();
    let mut failed = None;
    for engine in &engines::ALL {
        let programs = match engine.programs() {
            Ok(programs) => programs,
            Err(reason) => {
                skipped.push(format!("scenes in {}: {reason}", engine.name));
                continue;
            }
        };
        say(format!("scenes in {}", engine.name));
        let played = end_to_end(dist, full, |tests| {
            tests.args(files.iter().flat_map(|file| ["--test", file]));
            tell(tests, browser, servers);
            engine.tell(tests, &programs)
        });
        failed = failed.or(played.err());
        skipped.extend(engine.left_out()?);
    }
    failed.map_or(Ok(skipped), Err)
}

fn tell(tests: &mut Command, browser: &Browser, servers: &[Server]) {
    browser.tell(tests);
    for server in servers {
        server.tell(tests);
    }
}

fn end_to_end(dist: &Path, full: bool, tell: impl FnOnce(&mut Command) -> Outcome) -> Outcome {
    say(format!("the page of {} in a browser", dist.display()));
    let mut tests = command::cargo(&place::root());
    tests
        // One scene that fails keeps no other from being seen.
        .args(["test", "--quiet", "--no-fail-fast", "--package", END_TO_END])
        .env("IOCULATE_DIST", dist)
        .env("AXE_CORE_JS", axe::library()?)
        .env(
            "IOCULATE_MODULE",
            module::package(Effort::Quick, place::target().join("module-for-tests"))?,
        )
        .env("TSC_JS", typescript::compiler()?)
        .env("INSTA_UPDATE", "no");
    if full {
        tests.env("IOCULATE_FULL", "1");
    }
    tell(&mut tests)?;
    let passing = Passing::new()?;
    passing.tell(&mut tests);
    command::run(&mut tests)
}

fn skipped(full: bool) -> Vec<String> {
    let corpus = env::var_os("IOCULATE_CORPUS").is_none();
    let corpus = corpus.then(|| "real files: IOCULATE_CORPUS names no folder".to_owned());
    let weights =
        (!full).then(|| "the deployed build, its weights and a second one like it, and the rules of deny.toml: `--full` runs them".to_owned());
    corpus.into_iter().chain(weights).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_names_its_package() {
        assert_eq!(
            name_in("[package]\nname = \"a-b\"\n"),
            Some("a-b".to_owned())
        );
        assert_eq!(name_in("[workspace]\n"), None);
    }

    #[test]
    fn the_full_run_plays_all_pages_elsewhere() {
        let full = elsewhere(true).unwrap();
        let has = |name: &str| full.iter().any(|file| file == name);
        assert!(MAIN.iter().all(|name| has(name)));
        assert!(!WITHOUT.iter().any(|name| has(name)));
        let all = place::files_in(&place::root().join("tests/e2e/tests")).unwrap();
        assert_eq!(full.len() + WITHOUT.len(), all.len());
    }

    #[test]
    fn packages_with_tests_for_a_browser_are_found() {
        let folder = env::temp_dir().join(format!("ioculate-test-{}", std::process::id()));
        for (name, text) in [("one", "#[wasm_bindgen_test]"), ("two", "#[test]")] {
            place::make(&folder.join(name)).unwrap();
            let manifest = format!("[package]\nname = \"{name}\"\n");
            place::write(&folder.join(name).join("Cargo.toml"), manifest).unwrap();
            place::write(&folder.join(name).join("a.rs"), text).unwrap();
        }
        assert_eq!(
            packages_with_browser_tests(&folder),
            Ok(vec!["one".to_owned()])
        );
        place::clear(&folder).unwrap();
    }
}
