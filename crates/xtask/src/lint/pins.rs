//! Versions that must agree, and where the crates come from.

use std::path::Path;

use crate::{Outcome, command, place, tools::WASM_BINDGEN};

/// How `Cargo.lock` writes crates.io, whatever server the user's client asks.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub(super) fn findings(root: &Path) -> Outcome<Vec<String>> {
    let mut findings = in_lock(&place::text(&root.join("Cargo.lock"))?);
    let mut current = command::cargo(root);
    current.args(["metadata", "--locked", "--format-version", "1"]);
    if !command::works(&mut current) {
        findings.push(
            "Cargo.lock: does not fit the manifests. Run `cargo check` and commit what it writes"
                .to_owned(),
        );
    }
    Ok(findings)
}

fn in_lock(lock: &str) -> Vec<String> {
    let mut findings: Vec<String> = values(lock, "source")
        .filter(|source| *source != CRATES_IO)
        .map(|source| format!("Cargo.lock: {source} is not crates.io. Take the released crate"))
        .collect();
    findings.sort();
    findings.dedup();
    findings.extend(wasm_bindgen(lock));
    findings
}

/// The program refuses what another version of the crate has compiled.
fn wasm_bindgen(lock: &str) -> Option<String> {
    let entry = lock.split("[[package]]").find(|entry| {
        let mut names = values(entry, "name");
        names.next() == Some("wasm-bindgen")
    })?;
    let version = values(entry, "version").next()?;
    (version != WASM_BINDGEN.version).then(|| {
        format!(
            "Cargo.lock: wasm-bindgen is {version}, its program {}. Make them equal, here and in \
             crates/xtask/src/tools.rs",
            WASM_BINDGEN.version
        )
    })
}

/// The values of `key = "value"` lines.
fn values<'a>(lock: &'a str, key: &'a str) -> impl Iterator<Item = &'a str> {
    lock.lines().filter_map(move |line| {
        let value = line.strip_prefix(key)?.strip_prefix(" = \"")?;
        value.strip_suffix('"')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_lock_file_may_say() {
        let lock = |version: &str, source: &str| {
            format!(
                "[[package]]\nname = \"wasm-bindgen\"\nversion = \"{version}\"\nsource = \"{source}\"\n"
            )
        };
        let version = WASM_BINDGEN.version;
        let table = [
            (lock(version, CRATES_IO), 0),
            (lock("0.2.1", CRATES_IO), 1),
            (lock(version, "registry+https://crates.example/index"), 1),
            (lock(version, "git+https://git.example/wasm-bindgen#1"), 1),
        ];
        for (text, expected) in table {
            assert_eq!(in_lock(&text).len(), expected, "{text}");
        }
    }
}
