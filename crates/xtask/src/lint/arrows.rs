//! Which package may use which: the table is the plan, `cargo metadata` is the fact.

use std::path::Path;

use serde_json::Value;

use crate::{Outcome, command, system};

/// Each package of the project with those of the project that it may use.
///
/// The emulator uses nothing of ours: its rules are written a second time, so that one misreading
/// of a field's name does not agree with itself in every test. The browser tests use the core
/// only for the engine's own host over real HTTP. The core's example reads workbooks as the page
/// does; the core itself is handed what was unpacked. Messages are made into Rust while the core and
/// the page are built.
const ARROWS: [(&str, &[&str]); 12] = [
    ("ioculate-core", &["ioculate-messages", "ioculate-unpack"]),
    ("ioculate-browser", &["ioculate-core"]),
    ("ioculate-worker", &["ioculate-core", "ioculate-browser"]),
    (
        "ioculate-app",
        &["ioculate-core", "ioculate-messages", "msal-browser"],
    ),
    ("ioculate-messages", &[]),
    ("ioculate-module", &["ioculate-core", "ioculate-browser"]),
    ("ioculate-unpack", &[]),
    ("ioculate-emulator", &[]),
    ("ioculate-e2e", &["ioculate-emulator", "ioculate-core"]),
    ("ioculate-fuzz", &["ioculate-core", "ioculate-unpack"]),
    ("ioculate-xtask", &["ioculate-messages"]),
    ("msal-browser", &[]),
];

/// What the core may not hold, at whatever depth: a browser, a clock, chance, threads of its own.
const NOT_IN_CORE: [&str; 5] = ["web-sys", "js-sys", "gloo", "tokio", "getrandom"];

pub(super) fn findings(root: &Path) -> Outcome<Vec<String>> {
    let mut findings = forbidden(&metadata(root)?);
    findings.extend(impure(&core_tree(root)?));
    Ok(findings)
}

fn metadata(root: &Path) -> Outcome<Value> {
    let mut metadata = command::cargo(root);
    metadata.args([
        "metadata",
        "--no-deps",
        "--offline",
        "--format-version",
        "1",
    ]);
    serde_json::from_str(&command::read(&mut metadata)?)
        .map_err(|error| format!("`cargo metadata` gave something that is not JSON: {error}"))
}

fn core_tree(root: &Path) -> Outcome<String> {
    let mut tree = command::cargo(root);
    tree.args([
        "tree",
        "--quiet",
        "--package",
        "ioculate-core",
        "--edges",
        "normal",
    ])
    .args(["--target", system::WASM, "--prefix", "none"]);
    command::read(&mut tree)
}

/// Arrows that the table does not have. A dependency of the project's own has a path.
fn forbidden(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"].as_array();
    packages
        .into_iter()
        .flatten()
        .flat_map(of_package)
        .collect()
}

fn of_package(package: &Value) -> Vec<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| *known == name) else {
        return vec![format!(
            "{name}: this package is not in the table of arrows. Add it to \
             crates/xtask/src/lint/arrows.rs with what it may use"
        )];
    };
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    dependencies
        .filter(|dependency| dependency["path"].is_string())
        .filter_map(|dependency| dependency["name"].as_str())
        .filter(|used| !allowed.contains(used))
        .map(|used| {
            format!(
                "{name}: must not use {used}. Move what is shared to a package that both may use"
            )
        })
        .collect()
}

/// Packages that `cargo tree` lists for the core and the core may not hold.
fn impure(tree: &str) -> Vec<String> {
    let names = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let mut impure: Vec<&str> = names
        .filter(|name| {
            let parts = |banned: &&str| name == banned || name.starts_with(&format!("{banned}-"));
            NOT_IN_CORE.iter().any(parts)
        })
        .collect();
    impure.sort_unstable();
    impure.dedup();
    impure
        .into_iter()
        .map(|name| {
            format!(
                "ioculate-core: holds {name} in the browser. The core is told the time and the \
                 answers; find with `cargo tree -p ioculate-core -i {name} --target {}` who brings it",
                system::WASM
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::place;

    #[test]
    fn the_projects_arrows_are_those_of_the_table() {
        assert_eq!(findings(&place::root()), Ok(vec![]));
    }

    fn refused(name: &str, used: &Value) -> bool {
        let metadata = json!({ "packages": [{ "name": name, "dependencies": [used] }] });
        !forbidden(&metadata).is_empty()
    }

    #[test]
    fn an_arrow_that_is_not_in_the_table_is_found() {
        let own = |name| json!({ "name": name, "path": "/p", "kind": null });
        let in_tests = |name| json!({ "name": name, "path": "/p", "kind": "dev" });
        let foreign = |name| json!({ "name": name, "path": null });
        let table = [
            ("ioculate-worker", own("ioculate-core"), false),
            ("ioculate-app", own("ioculate-browser"), true),
            ("ioculate-emulator", own("ioculate-core"), true),
            ("ioculate-emulator", in_tests("ioculate-core"), true),
            ("ioculate-emulator", foreign("axum"), false),
            ("ioculate-core", own("msal-browser"), true),
            ("ioculate-new", foreign("axum"), true),
        ];
        for (name, used, expected) in table {
            assert_eq!(refused(name, &used), expected, "{name} -> {used}");
        }
    }

    #[test]
    fn a_browser_inside_the_core_is_found() {
        let table = [
            ("ioculate-core v0.1.0 (/p)\nserde v1.0.0", 0),
            (
                "ioculate-core v0.1.0 (/p)\njs-sys v0.3.1 (*)\njs-sys v0.3.1",
                1,
            ),
            ("gloo-net v0.7.0\ntokio v1.0.0\ngetrandom v0.3.0", 3),
        ];
        for (tree, expected) in table {
            assert_eq!(impure(tree).len(), expected, "{tree}");
        }
    }
}
