//! `sbom.cdx.json`: what is inside the page, or the module, for programs (`CycloneDX` 1.6).
//!
//! The same sources give the same bytes: it holds no time and no serial number. What builds and tests is
//! not inside, and not listed.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{
    Outcome, flag,
    licences::{self, Inside, Whose},
    msal, place, sources,
};

/// In the folder of the page, and of the module.
const FILE: &str = "sbom.cdx.json";

/// What each crate needs, by their names here.
type Needs = BTreeMap<String, BTreeSet<String>>;

/// `sbom`: that of the page, to standard output.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    print!("{}", text(&place::root(), Whose::Page)?);
    Ok(())
}

/// Puts it into the folder of the page or the module.
pub(crate) fn add_to(root: &Path, dist: &Path, whose: Whose) -> Outcome {
    place::write(&dist.join(FILE), text(root, whose)?)
}

fn text(root: &Path, whose: Whose) -> Outcome<String> {
    let sums = checksums(&place::text(&root.join("Cargo.lock"))?);
    let tree = licences::tree(root, whose)?;
    let mut components: Vec<Value> = licences::crates(&tree)
        .iter()
        .map(|inside| of_crate(inside, &sums))
        .collect();
    let others = licences::others(root, whose)?;
    let own = others.iter().find(|inside| inside.name == OWN);
    let own = own.ok_or("the project names no version of itself")?;
    components.extend(others.iter().filter(|it| it.name != OWN).map(other));
    let mut needs = needs(&tree);
    let given: Vec<String> = components.iter().map(reference).collect();
    // What is no crate is the project's own choice.
    let chosen = given.iter().filter(|name| !name.starts_with("pkg:cargo/"));
    needs
        .entry(own_reference(own))
        .or_default()
        .extend(chosen.cloned());
    let dependencies: Vec<Value> = needs
        .iter()
        .map(|(name, needs)| json!({ "ref": name, "dependsOn": needs }))
        .collect();
    let bom = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own_reference(own),
                "name": OWN,
                "version": own.version,
                "licenses": [{ "expression": own.licence }],
            },
            "properties": [{ "name": "ioculate:build", "value": sources::build_id(root)? }],
        },
        "components": components,
        "dependencies": dependencies,
    });
    Ok(format!("{bom:#}\n"))
}

const OWN: &str = "ioculate";

fn own_reference(own: &Inside) -> String {
    format!("{OWN}@{}", own.version)
}

fn reference(component: &Value) -> String {
    component["bom-ref"].as_str().unwrap_or_default().to_owned()
}

fn of_cargo(name: &str, version: &str) -> String {
    // What stands behind a plus sign is part of the version.
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

fn of_crate(inside: &Inside, sums: &BTreeMap<(String, String), String>) -> Value {
    let purl = of_cargo(&inside.name, &inside.version);
    let mut component = listed("library", inside, &purl);
    component["purl"] = json!(purl);
    let key = (inside.name.clone(), inside.version.clone());
    if let Some(sum) = sums.get(&key) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    component
}

/// What is no crate: the sign-in library, Rust's own, lists that are data.
fn other(inside: &Inside) -> Value {
    if inside.name != msal::PACKAGE {
        let kind = if inside.name.starts_with("Rust ") {
            "framework"
        } else {
            "data"
        };
        let reference = format!("{}@{}", inside.name, inside.version);
        return listed(kind, inside, &reference);
    }
    let purl = of_npm(msal::PACKAGE, msal::VERSION);
    let mut component = listed("library", inside, &purl);
    component["purl"] = json!(purl);
    let files = msal::files().map(|(name, sha512)| {
        let digest = STANDARD.decode(sha512).unwrap_or_default();
        let hashes = json!([{ "alg": "SHA-512", "content": sources::hex(&digest) }]);
        json!({ "type": "file", "name": name, "hashes": hashes })
    });
    let common = of_npm(msal::COMMON, msal::COMMON_VERSION);
    let common = json!({
        "type": "library", "bom-ref": common, "name": msal::COMMON, "version": msal::COMMON_VERSION,
        "licenses": [{ "expression": inside.licence }], "purl": common,
    });
    component["components"] = files.chain([common]).collect();
    component
}

fn of_npm(name: &str, version: &str) -> String {
    format!("pkg:npm/{}@{version}", name.replace('@', "%40"))
}

fn listed(kind: &str, inside: &Inside, reference: &str) -> Value {
    json!({
        "type": kind,
        "bom-ref": reference,
        "name": inside.name,
        "version": inside.version,
        "licenses": [{ "expression": inside.licence }],
    })
}

/// What each crate of others needs, from a tree whose lines begin with their depth. What a crate of ours
/// needs, the project does.
fn needs(tree: &str) -> Needs {
    let own = format!("{OWN}@{}", env!("CARGO_PKG_VERSION"));
    let mut needs = Needs::new();
    let mut above: Vec<String> = Vec::new();
    for line in tree.lines() {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let (Ok(depth), Some((package, _))) =
            (line[..digits].parse(), line[digits..].split_once('|'))
        else {
            continue;
        };
        let Some((name, version)) = package.split_once(" v") else {
            continue;
        };
        let is_own = version.contains(' ');
        let this = if is_own {
            own.clone()
        } else {
            of_cargo(name, version)
        };
        above.truncate(depth);
        if let Some(parent) = above.last().filter(|parent| **parent != this) {
            needs
                .entry(parent.clone())
                .or_default()
                .insert(this.clone());
        }
        needs.entry(this.clone()).or_default();
        above.push(this);
    }
    needs
}

/// The digest of each package of crates.io, as the lock file has it.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let packages = lock.split("[[package]]").skip(1);
    let of = |package: &str| {
        let value = |key: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(key))?;
            Some(line.strip_prefix(" = \"")?.strip_suffix('"')?.to_owned())
        };
        Some(((value("name")?, value("version")?), value("checksum")?))
    };
    packages.filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_needs_what_is_in_the_tree() {
        let tree = "0ioculate-app v0.1.0 (/p)|MIT\n1yew v0.23.0|MIT\n2a v1.0.0+x|MIT\n1ioculate-core v0.1.0 (/q)|MIT\n\
                    2b v2.0.0|MIT\n1yew v0.23.0|MIT (*)\n";
        let needs = needs(tree);
        let of = |name: &str| needs[name].iter().map(String::as_str).collect::<Vec<_>>();
        let own = format!("ioculate@{}", env!("CARGO_PKG_VERSION"));
        assert_eq!(of(&own), ["pkg:cargo/b@2.0.0", "pkg:cargo/yew@0.23.0"]);
        assert_eq!(of("pkg:cargo/yew@0.23.0"), ["pkg:cargo/a@1.0.0%2Bx"]);
        assert_eq!(of("pkg:cargo/b@2.0.0"), [""; 0]);
    }

    /// Every crate with its digest, nothing twice, nothing that nobody needs, and no tool.
    #[test]
    fn the_page_is_listed_whole() {
        let root = place::root();
        let text = text(&root, Whose::Page).unwrap();
        assert_eq!(text, super::text(&root, Whose::Page).unwrap());
        let bom: Value = serde_json::from_str(&text).unwrap();
        let components = bom["components"].as_array().unwrap();
        let names: BTreeSet<String> = components.iter().map(reference).collect();
        assert_eq!(names.len(), components.len());
        for component in components {
            let name = reference(component);
            let hashed = component["hashes"][0]["content"].as_str().is_some();
            assert_eq!(hashed, name.starts_with("pkg:cargo/"), "{name}");
            let licence = component["licenses"][0]["expression"].as_str();
            assert!(licence.is_some_and(|it| !it.is_empty()), "{name}");
        }
        let needed: BTreeSet<String> = bom["dependencies"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|it| it["dependsOn"].as_array().unwrap().clone())
            .map(|name| name.as_str().unwrap().to_owned())
            .collect();
        assert_eq!(needed, names);
        assert!(names.iter().any(|name| name.starts_with("pkg:cargo/yew@")));
        assert!(names.contains("pkg:npm/%40azure/msal-browser@5.29.0"));
        assert!(!names.iter().any(|name| name.contains("/tokio@")));
    }

    #[test]
    fn the_module_has_no_sign_in_of_its_own() {
        let text = text(&place::root(), Whose::Module).unwrap();
        assert!(text.contains("pkg:cargo/serde-wasm-bindgen@") && !text.contains("msal"));
    }
}
