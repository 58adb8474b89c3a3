//! Packages of npm: fetched in an exact version, compared with what was recorded here. Nothing of them
//! lies in the project.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha512};

use crate::{
    Outcome,
    command::{self, say},
    place,
};

/// A package, of which some files are kept.
pub(crate) struct Package {
    /// As npm knows it.
    pub(crate) name: &'static str,
    /// Exact.
    pub(crate) version: &'static str,
    /// Its folder in the cache, but for the version.
    pub(crate) home: &'static str,
    pub(crate) parts: &'static [Part],
    /// The file of the project that records it.
    pub(crate) recorded_in: &'static str,
}

/// One file of a package.
pub(crate) struct Part {
    /// Inside the package.
    pub(crate) from: &'static str,
    /// In the cache. A name with the version never changes its content.
    pub(crate) to: &'static str,
    /// SHA-512 as it was when this version was taken in, in Base64, as npm writes it.
    pub(crate) sha512: &'static str,
}

impl Package {
    /// The cache's folder with the parts; fetched if it is missing.
    pub(crate) fn kept(&self) -> Outcome<PathBuf> {
        let cache = place::cache()?;
        let home = cache.join(self.folder());
        if home.is_dir() {
            return Ok(home);
        }
        let _held = place::hold(&cache, &format!("{}.lock", self.home))?;
        if !home.is_dir() {
            self.fetch(&cache, &home)?;
        }
        Ok(home)
    }

    /// A part as it lies in the cache's folder, if it is what was recorded.
    pub(crate) fn bytes(&self, kept: &Path, part: &Part) -> Outcome<Vec<u8>> {
        let bytes = place::bytes(&kept.join(part.to))?;
        self.compare(part, &bytes)?;
        Ok(bytes)
    }

    fn folder(&self) -> String {
        format!("{}-{}", self.home, self.version)
    }

    fn fetch(&self, cache: &Path, home: &Path) -> Outcome {
        say(format!(
            "fetching {} {} into {}",
            self.name,
            self.version,
            home.display()
        ));
        let partial = cache.join(format!(".partial-{}", self.folder()));
        let chosen = partial.join("chosen");
        place::clear(&partial)?;
        place::make(&chosen)?;
        command::run(&mut self.npm_install(&partial))?;
        let fetched = partial.join("node_modules").join(self.name);
        for part in self.parts {
            let bytes = place::bytes(&fetched.join(part.from))?;
            self.compare(part, &bytes)?;
            place::write(&chosen.join(part.to), bytes)?;
        }
        place::rename(&chosen, home)?;
        place::clear(&partial)
    }

    /// The package's own scripts are not run, and no lock file is written.
    fn npm_install(&self, folder: &Path) -> Command {
        let mut npm = npm(folder);
        npm.args([
            "install",
            &format!("{}@{}", self.name, self.version),
            "--ignore-scripts",
        ])
        .args([
            "--no-save",
            "--no-package-lock",
            "--omit=dev",
            "--prefix",
            ".",
        ])
        .args([
            "--no-audit",
            "--no-fund",
            "--no-update-notifier",
            "--loglevel=error",
        ]);
        npm
    }

    fn compare(&self, part: &Part, bytes: &[u8]) -> Outcome {
        let what = format!("{} of {} {}", part.from, self.name, self.version);
        compare(&what, bytes, part.sha512, &self.folder(), self.recorded_in)
    }
}

/// A package of which every file is kept, as it was packed.
pub(crate) struct Whole {
    /// As npm knows it.
    pub(crate) name: &'static str,
    /// Exact.
    pub(crate) version: &'static str,
    /// SHA-512 of what npm packs, in Base64.
    pub(crate) sha512: &'static str,
    /// The file of the project that records it.
    pub(crate) recorded_in: &'static str,
}

impl Whole {
    /// The cache's folder with the package's files; fetched if it is missing.
    pub(crate) fn kept(&self) -> Outcome<PathBuf> {
        let cache = place::cache()?;
        let folder = format!("{}-{}", self.name, self.version);
        let home = cache.join(&folder);
        if home.is_dir() {
            return Ok(home);
        }
        let _held = place::hold(&cache, &format!("{}.lock", self.name))?;
        if !home.is_dir() {
            let partial = cache.join(format!(".partial-{folder}"));
            self.fetch(&partial, &folder)?;
            place::rename(&partial.join("package"), &home)?;
            place::clear(&partial)?;
        }
        Ok(home)
    }

    fn fetch(&self, partial: &Path, folder: &str) -> Outcome {
        say(format!("fetching {} {}", self.name, self.version));
        place::clear(partial)?;
        place::make(partial)?;
        let which = format!("{}@{}", self.name, self.version);
        let mut pack = npm(partial);
        command::run(pack.args(["pack", &which, "--ignore-scripts", "--loglevel=error"]))?;
        let packed = format!("{folder}.tgz");
        let bytes = place::bytes(&partial.join(&packed))?;
        compare(&packed, &bytes, self.sha512, folder, self.recorded_in)?;
        let mut tar = Command::new("tar");
        command::run(tar.current_dir(partial).args(["-xzf", &packed]))
    }
}

fn npm(folder: &Path) -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(folder);
    npm
}

fn compare(what: &str, bytes: &[u8], recorded: &str, folder: &str, recorded_in: &str) -> Outcome {
    let found = STANDARD.encode(Sha512::digest(bytes));
    if found == recorded {
        return Ok(());
    }
    Err(format!(
        "{what} is not the file that was recorded (SHA-512 {found}, recorded {recorded}). Do not use it: \
         remove {folder} from the cache folder and try again; if it differs again, find out why before \
         recording another figure in {recorded_in}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: [Part; 1] = [Part {
        from: "lib/a.js",
        to: "a-1.0.0.js",
        sha512: "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
    }];
    const PACKAGE: Package = Package {
        name: "a",
        version: "1.0.0",
        home: "a",
        parts: &PARTS,
        recorded_in: "crates/xtask/src/a.rs",
    };

    #[test]
    fn a_file_is_known_by_its_content() {
        assert_eq!(PACKAGE.compare(&PARTS[0], b""), Ok(()));
        let sentence = PACKAGE.compare(&PARTS[0], b"another").unwrap_err();
        for told in [
            PARTS[0].sha512,
            PARTS[0].from,
            PACKAGE.recorded_in,
            "a-1.0.0",
        ] {
            assert!(sentence.contains(told), "{sentence}");
        }
    }
}
