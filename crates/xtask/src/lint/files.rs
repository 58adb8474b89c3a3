//! Each Rust file says what it is for, and is short enough to be read in one go.

/// Lines before the tests, documentation and empty lines left out: what is said well is no length.
const CODE_LINES: usize = 400;

/// Lines with the tests, and of a file that holds nothing else. A table of cases may be long.
const ALL_LINES: usize = 800;

pub(super) fn findings(name: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    if has_ending(name, "rs") {
        findings.extend(no_header(name, text));
        findings.extend(too_long(name, text));
    }
    if name.ends_with("/Cargo.toml") && !opts_in(text) {
        findings.push(format!(
            "{name}: the package does not opt in to the project's lints. Add\n\n[lints]\nworkspace = true\n"
        ));
    }
    findings
}

pub(super) fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, found)| found == ending)
}

/// The tests of a module in a file of their own need no header: the module's file has it.
fn no_header(name: &str, text: &str) -> Option<String> {
    if name.ends_with("/tests.rs") {
        return None;
    }
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with("#!["));
    let said = first.is_some_and(|line| line.starts_with("//! ") && line.len() > 12);
    (!said).then(|| {
        format!(
            "{name}:1: say in a `//!` header what this file is for, what goes in and what comes out"
        )
    })
}

fn too_long(name: &str, text: &str) -> Option<String> {
    let all = text.lines().count();
    let only_tests = name.contains("/tests/") || name.ends_with("/tests.rs");
    let code = if only_tests { 0 } else { code_lines(text) };
    let (lines, limit, what) = match (code > CODE_LINES, all > ALL_LINES) {
        (true, _) => (code, CODE_LINES, "lines of code before its tests"),
        (false, true) => (all, ALL_LINES, "lines with its tests"),
        (false, false) => return None,
    };
    Some(format!(
        "{name}: {lines} {what}, at most {limit}. Split it by what its parts know"
    ))
}

fn code_lines(text: &str) -> usize {
    let tests = text
        .lines()
        .enumerate()
        .position(|(at, line)| line == "#[cfg(test)]" && tests_follow(text, at));
    let code = text
        .lines()
        .take(tests.unwrap_or(usize::MAX))
        .map(str::trim_start);
    code.filter(|line| !line.is_empty() && !line.starts_with("///") && !line.starts_with("//!"))
        .count()
}

/// `#[cfg(test)]` may also stand before an import: only a module with a body ends the code.
fn tests_follow(text: &str, at: usize) -> bool {
    let next = text.lines().nth(at + 1).unwrap_or_default();
    next.starts_with("mod ") && next.ends_with('{')
}

fn opts_in(manifest: &str) -> bool {
    let lines: Vec<&str> = manifest.lines().map(str::trim).collect();
    lines
        .windows(2)
        .any(|pair| pair == ["[lints]", "workspace = true"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(name: &str, text: &str) -> usize {
        findings(name, text).len()
    }

    #[test]
    fn a_file_says_what_it_is_for() {
        let table = [
            ("//! What a row becomes.\n", 0),
            ("#![no_std]\n\n//! What a row becomes.\n", 0),
            ("//! placeholder\n", 0),
            ("//!\nfn main() {}\n", 1),
            ("// What a row becomes.\n", 1),
            ("", 1),
        ];
        for (text, expected) in table {
            assert_eq!(count("crates/core/src/a.rs", text), expected, "{text:?}");
        }
        assert_eq!(count("www/boot.js", ""), 0);
    }

    #[test]
    fn a_long_file_is_split() {
        let header = "//! What a row becomes.\n";
        let lines = |count: usize| "x\n".repeat(count);
        let tests = "#[cfg(test)]\nmod tests {\n";
        let table = [
            ("a.rs", lines(400), 0),
            ("a.rs", lines(401), 1),
            ("a.rs", "/// What it is.\n\n".repeat(100) + &lines(400), 0),
            ("a.rs", lines(390) + tests + &lines(300), 0),
            ("a.rs", lines(390) + tests + &lines(500), 1),
            (
                "a.rs",
                "#[cfg(test)]\nmod tests;\n".to_owned() + &lines(400),
                1,
            ),
            ("a/tests.rs", lines(700), 0),
            ("a/tests.rs", lines(800), 1),
        ];
        for (name, body, expected) in table {
            let found = count(
                &format!("crates/core/src/{name}"),
                &format!("{header}{body}"),
            );
            assert_eq!(found, expected, "{name}, {} lines", body.lines().count());
        }
    }

    #[test]
    fn a_package_opts_in_to_the_lints() {
        assert_eq!(
            count(
                "crates/a/Cargo.toml",
                "[package]\n[lints]\nworkspace = true\n"
            ),
            0
        );
        assert_eq!(count("crates/a/Cargo.toml", "[package]\n"), 1);
        assert_eq!(count("Cargo.toml", "[workspace]\n"), 0);
    }
}
