//! `licences.html`: what is inside the built page, under which licences, with their texts.
//!
//! `cargo tree` says which crates are linked into the programs, each crate's package has the text. What
//! is not a crate is named here.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{
    Outcome, command,
    frame::{Frame, escaped},
    msal, place, system,
};

/// The page.
const PAGE: &str = "licences.html";
const TITLE: &str = "Licences";

/// The packages whose programs a browser is sent.
const PROGRAMS: [&str; 3] = ["ioculate-app", "ioculate-worker", "ioculate-unpack"];

/// The package that portals and scripts are given, and its text.
const MODULE: &str = "ioculate-module";
const TEXT: &str = "THIRD-PARTY-LICENCES.txt";

/// How the names of files begin that hold a licence or a notice.
const BEGINNINGS: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

/// What is inside the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Inside {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) licence: String,
}

/// What it is inside of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    Page,
    Module,
}

impl Whose {
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Page => &PROGRAMS,
            Self::Module => &[MODULE],
        }
    }
}

/// A text, and who it is from.
type Texts = BTreeMap<String, BTreeSet<String>>;

/// Puts the page into the page's folder `dist`.
pub(crate) fn add_to(root: &Path, dist: &Path) -> Outcome {
    let crates = crates_of(root, Whose::Page)?;
    let mut texts = texts(root, &crates)?;
    add(
        &mut texts,
        msal::PACKAGE,
        &place::text(&dist.join(msal::LICENCE))?,
    );
    let body = body(&others(root, Whose::Page)?, &crates, &texts);
    let html = Frame::of(dist, "./")?.around(TITLE, &body);
    place::write(&dist.join(PAGE), html)
}

/// The same of the module, as a text in its folder `dist`.
pub(crate) fn add_text_to(root: &Path, dist: &Path) -> Outcome {
    let crates = crates_of(root, Whose::Module)?;
    let others = others(root, Whose::Module)?;
    let mut text = String::new();
    for inside in others.iter().chain(&crates) {
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{} {}: {}",
            inside.name, inside.version, inside.licence
        );
    }
    for (licence, names) in texts(root, &crates)? {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let _ = write!(
            text,
            "\n---- {}\n\n{}\n",
            names.join(", "),
            licence.trim_end()
        );
    }
    place::write(&dist.join(TEXT), text)
}

/// The texts that the crates and the project have.
fn texts(root: &Path, crates: &[Inside]) -> Outcome<Texts> {
    let folders = folders(root)?;
    let mut texts = Texts::new();
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        add(&mut texts, "ioculate", &place::text(&root.join(name))?);
    }
    for inside in crates {
        let key = (inside.name.clone(), inside.version.clone());
        let folder = folders.get(&key);
        let folder = folder.ok_or_else(|| format!("{} has no source", inside.name))?;
        for file in of_licences(folder)? {
            add(&mut texts, &inside.name, &place::text(&file)?);
        }
    }
    Ok(texts)
}

/// What is inside that is no crate of others.
pub(crate) fn others(root: &Path, whose: Whose) -> Outcome<Vec<Inside>> {
    let day = |folder: &str| {
        let made = place::text(&root.join("crates/core/src").join(folder).join("made.rs"))?;
        let day = made.split_once("DATE: &str = \"");
        let day = day.and_then(|(_, rest)| rest.split_once('"'));
        day.map(|(day, _)| day.to_owned())
            .ok_or_else(|| format!("crates/core/src/{folder}/made.rs names no day"))
    };
    let toolchain = place::text(&root.join("rust-toolchain.toml"))?;
    let rust = toolchain.split('"').nth(1).unwrap_or_default();
    let all = [
        (
            "ioculate",
            env!("CARGO_PKG_VERSION").to_owned(),
            "MIT OR Apache-2.0",
        ),
        (
            "Rust standard library",
            rust.to_owned(),
            "MIT OR Apache-2.0",
        ),
        (msal::PACKAGE, msal::VERSION.to_owned(), "MIT"),
        (
            "public suffix list, in another form",
            day("suffix")?,
            "MPL-2.0",
        ),
        (
            "MISP warning lists, a choice of them",
            day("guard")?,
            "CC0-1.0",
        ),
    ];
    let inside = |(name, version, licence): (&str, String, &str)| Inside {
        name: name.to_owned(),
        version,
        licence: licence.to_owned(),
    };
    let mut others = all.map(inside).to_vec();
    others.retain(|inside| whose == Whose::Page || inside.name != msal::PACKAGE);
    Ok(others)
}

/// The crates of others that are linked into the programs.
pub(crate) fn crates_of(root: &Path, whose: Whose) -> Outcome<Vec<Inside>> {
    Ok(crates(&tree(root, whose)?))
}

/// All crates that are linked into the programs, each line with its depth below the first.
pub(crate) fn tree(root: &Path, whose: Whose) -> Outcome<String> {
    let mut tree = command::cargo(root);
    tree.args(["tree", "--quiet", "--offline", "--prefix", "depth"])
        .args(["--edges", "normal,no-proc-macro", "--target", system::WASM])
        .args(["--format", "{p}|{l}"]);
    for program in whose.programs() {
        tree.args(["--package", program]);
    }
    command::read(&mut tree)
}

/// Those of others in such a tree, in the order of their names. A crate of ours has its folder behind its
/// version.
pub(crate) fn crates(tree: &str) -> Vec<Inside> {
    let inside = |line: &str| {
        let (package, licence) = line.split_once('|')?;
        let (name, version) = package.split_once(" v")?;
        let name = name.trim_start_matches(|it: char| it.is_ascii_digit());
        let licence = licence.trim_end_matches(" (*)").replace('/', " OR ");
        let licence = licence.split_whitespace().collect::<Vec<_>>().join(" ");
        (!version.contains(' ')).then(|| Inside {
            name: name.to_owned(),
            version: version.to_owned(),
            licence,
        })
    };
    let all: BTreeSet<Inside> = tree.lines().filter_map(inside).collect();
    all.into_iter().collect()
}

/// Where the source of each package lies, by its name and version.
fn folders(root: &Path) -> Outcome<BTreeMap<(String, String), PathBuf>> {
    let mut metadata = command::cargo(root);
    metadata.args(["metadata", "--offline", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&command::read(&mut metadata)?)
        .map_err(|error| format!("`cargo metadata` gave something that is not JSON: {error}"))?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let folder = |package: &Value| {
        let text = |key: &str| package[key].as_str().map(str::to_owned);
        let manifest = PathBuf::from(text("manifest_path")?);
        let folder = manifest.parent()?.to_path_buf();
        Some(((text("name")?, text("version")?), folder))
    };
    Ok(packages.filter_map(folder).collect())
}

/// The files of a package that hold a licence or a notice.
fn of_licences(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let files = place::files(folder)?;
    Ok(files.into_iter().filter(|file| is_licence(file)).collect())
}

fn is_licence(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default();
    let name = name.to_string_lossy().to_ascii_uppercase();
    let is_program = [".RS", ".TOML", ".JSON", ".HTML"];
    BEGINNINGS.iter().any(|it| name.starts_with(it))
        && !is_program.iter().any(|ending| name.ends_with(ending))
}

/// Texts that differ in their blanks alone are one.
fn add(texts: &mut Texts, name: &str, text: &str) {
    let same = |known: &&String| known.split_whitespace().eq(text.split_whitespace());
    let known = texts.keys().find(same).cloned();
    let text = known.unwrap_or_else(|| text.replace("\r\n", "\n"));
    texts.entry(text).or_default().insert(name.to_owned());
}

fn body(others: &[Inside], crates: &[Inside], texts: &Texts) -> String {
    let mut body = format!(
        "<h1>{TITLE}</h1>\n<p>What this page is made of. Where a licence leaves a choice, either may be \
         taken; a crate that no text names has none in its package. The public suffix list comes from <code>publicsuffix.org</code>, where its source and the \
         Mozilla Public License 2.0 are to be had; the warning lists come from the MISP project and are \
         in the public domain. <a href=\"sbom.cdx.json\">The same for programs</a> (CycloneDX), without the texts.</p>\n"
    );
    table(&mut body, "Parts", others);
    table(&mut body, "Crates", crates);
    body.push_str("<h2>Texts</h2>\n");
    let mut texts: Vec<_> = texts.iter().collect();
    // Those of many first.
    texts.sort_by_key(|(_, names)| std::cmp::Reverse(names.len()));
    for (text, names) in texts {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        // Writing to a String cannot fail.
        let _ = write!(
            body,
            "<h3>{}</h3>\n<pre class=\"raw\" dir=\"ltr\" tabindex=\"0\">{}</pre>\n",
            escaped(&names.join(", ")),
            escaped(text.trim_end())
        );
    }
    body
}

fn table(body: &mut String, heading: &str, all: &[Inside]) {
    let _ = writeln!(
        body,
        "<h2>{heading}</h2>\n<table>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Version</th>\
         <th scope=\"col\">Licence</th></tr></thead>\n<tbody>"
    );
    for it in all {
        let [name, version, licence] = [&it.name, &it.version, &it.licence].map(|it| escaped(it));
        let _ = writeln!(
            body,
            "<tr><th scope=\"row\">{name}</th><td>{version}</td><td>{licence}</td></tr>"
        );
    }
    body.push_str("</tbody>\n</table>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crates_of_others_are_listed_once() {
        let tree = "1yew v0.23.0|MIT/Apache-2.0\n0ioculate-app v0.1.0 (/p/crates/app)|MIT\n\
                    1yew v0.23.0|MIT/Apache-2.0 (*)\n12fnv v1.0.7|Apache-2.0 / MIT\n";
        let found = crates(tree);
        let found: Vec<_> = found
            .iter()
            .map(|it| (it.name.as_str(), it.version.as_str(), it.licence.as_str()))
            .collect();
        let expected = [
            ("fnv", "1.0.7", "Apache-2.0 OR MIT"),
            ("yew", "0.23.0", "MIT OR Apache-2.0"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_holds_a_licence_is_known_by_its_name() {
        for (file, expected) in [
            ("LICENSE", true),
            ("LICENSE-MIT", true),
            ("license.md", true),
            ("COPYING", true),
            ("NOTICE.txt", true),
            ("licenses.rs", false),
            ("README.md", false),
        ] {
            assert_eq!(is_licence(Path::new(file)), expected, "{file}");
        }
    }

    #[test]
    fn one_text_of_several_stands_once() {
        let mut texts = Texts::new();
        add(&mut texts, "a", "Copyright <b>\n  x\n");
        add(&mut texts, "b", "Copyright <b>\r\nx");
        add(&mut texts, "c", "Copyright c");
        assert_eq!(texts.len(), 2);
        let html = body(&[], &[], &texts);
        assert!(html.contains("<h3>a, b</h3>"), "{html}");
        assert!(html.contains("Copyright &lt;b>"), "{html}");
    }

    /// What the page is made of today.
    #[test]
    fn yew_and_the_sign_in_library_are_inside() {
        let root = place::root();
        let crates = crates_of(&root, Whose::Page).unwrap();
        let is_there = |name: &str| {
            crates
                .iter()
                .any(|it| it.name == name && !it.licence.is_empty())
        };
        assert!(is_there("yew") && is_there("calamine"), "{crates:?}");
        assert!(!is_there("tokio") && !is_there("syn") && !is_there("ioculate-core"));
        let others = others(&root, Whose::Page).unwrap();
        assert!(others.iter().all(|it| !it.version.is_empty()), "{others:?}");
        assert!(others.iter().any(|it| it.name == "@azure/msal-browser"));
    }
}
