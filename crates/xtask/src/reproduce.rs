//! `cargo xtask reproduce`: the same sources give the same page and the same module, wherever they lie.
//!
//! Both are built here, as deployed, and from nothing in a clone of what was committed, under another
//! path; then every byte is compared. What they share is what the project fixes anyway: the
//! compiler, the tools in their versions, and the sources of the crates.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::Command,
};

use sha2::{Digest, Sha256};

use crate::{
    Outcome,
    build::{self, Effort},
    command::{self, say},
    flag, module, place, sources,
};

/// `reproduce`.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    let dist = build::page(Effort::Release, place::root().join("dist"))?;
    match checked(&dist)? {
        None => Ok(()),
        Some(why) => Err(why),
    }
}

/// Holds the page in `dist`, and the module, to those that are built elsewhere; gives why that says nothing.
pub(crate) fn checked(dist: &Path) -> Outcome<Option<String>> {
    let root = place::root();
    if !command::read(git(&root).args(["status", "--porcelain"]))?.is_empty() {
        let why =
            "another build of the page: there is what is not committed, and a clone is without it";
        return Ok(Some(why.to_owned()));
    }
    let package = module::package(Effort::Release, root.join("dist-module"))?;
    let elsewhere = Elsewhere::new()?;
    say(format!(
        "building the page and the module from nothing in {}",
        elsewhere.0.display()
    ));
    let clone = elsewhere.0.join("of-somebody-else/the-page");
    command::run(
        git(&root)
            .args(["clone", "--quiet", "--no-hardlinks", "."])
            .arg(&clone),
    )?;
    for (chore, name, here) in [("build", "dist", dist), ("module", "dist-module", &package)] {
        let mut build = command::cargo(&clone);
        build
            .args(["xtask", chore])
            .env("CARGO_TARGET_DIR", clone.join("target"));
        command::run(&mut build)?;
        let digest = same(here, &clone.join(name))?;
        say(format!("{name} is the same from both folders: {digest}"));
    }
    Ok(None)
}

fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(folder);
    git
}

/// A folder that is gone when this is dropped.
struct Elsewhere(PathBuf);

impl Elsewhere {
    fn new() -> Outcome<Self> {
        let name = format!("ioculate-elsewhere-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        place::clear(&folder)?;
        place::make(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        // What cannot be cleared away is the system's, in its folder for temporary files.
        let _ = place::clear(&self.0);
    }
}

/// Names the first file that differs; else gives what both folders come to.
fn same(one: &Path, other: &Path) -> Outcome<String> {
    let names = |folder: &Path| -> Outcome<BTreeSet<PathBuf>> {
        let files = place::files(folder)?.into_iter();
        let names = files.filter_map(|file| Some(file.strip_prefix(folder).ok()?.to_owned()));
        Ok(names.collect())
    };
    let (here, there) = (names(one)?, names(other)?);
    if let Some(name) = here.symmetric_difference(&there).next() {
        return Err(format!("{} is in one build alone", name.display()));
    }
    let mut digest = Sha256::new();
    for name in &here {
        let (here, there) = (
            place::bytes(&one.join(name))?,
            place::bytes(&other.join(name))?,
        );
        if let Some(at) = difference(&here, &there) {
            return Err(format!("{} differs from byte {at} on", name.display()));
        }
        // As `sha256sum` writes a file's line.
        let sum = sources::hex(&Sha256::digest(&here));
        digest.update(format!("{sum}  ./{}\n", name.display()));
    }
    Ok(sources::hex(&digest.finalize()))
}

fn difference(one: &[u8], other: &[u8]) -> Option<usize> {
    let at = one.iter().zip(other).position(|(a, b)| a != b);
    let shorter = one.len().min(other.len());
    at.or_else(|| (one.len() != other.len()).then_some(shorter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_file_that_differs_is_named() {
        let elsewhere =
            Elsewhere(std::env::temp_dir().join(format!("ioculate-same-{}", std::process::id())));
        let (one, other) = (elsewhere.0.join("one"), elsewhere.0.join("other"));
        let put = |name: &str, here: &str, there: &str| {
            place::make(&one.join("b")).unwrap();
            place::make(&other.join("b")).unwrap();
            place::write(&one.join(name), here).unwrap();
            place::write(&other.join(name), there).unwrap();
        };
        put("a", "1", "1");
        put("b/c", "22", "22");
        // sha256sum a b/c | sha256sum
        let digest = same(&one, &other).unwrap();
        assert_eq!(digest.len(), 64);
        put("b/c", "22", "2");
        assert_eq!(
            same(&one, &other),
            Err("b/c differs from byte 1 on".to_owned())
        );
        put("a", "1", "3");
        assert_eq!(
            same(&one, &other),
            Err("a differs from byte 0 on".to_owned())
        );
        place::write(&one.join("b/d"), "").unwrap();
        assert_eq!(
            same(&one, &other),
            Err("b/d is in one build alone".to_owned())
        );
    }
}
