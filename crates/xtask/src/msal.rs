//! Microsoft's sign-in library: fetched from npm in an exact version, compared with what was
//! recorded here, put beside the page. Nothing of it lies in the project.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

use crate::{
    Outcome,
    command::{self, say},
    place,
    sources::hex,
};

pub(crate) const PACKAGE: &str = "@azure/msal-browser";
pub(crate) const VERSION: &str = "5.29.0";
/// The text of its licence, in the page's folder.
pub(crate) const LICENCE: &str = PARTS[2].to;

/// One file of the package.
struct Part {
    /// Inside the package.
    from: &'static str,
    /// In the page's folder. A name with the version never changes its content.
    to: &'static str,
    /// SHA-256 as it was when this version was taken in.
    sha256: &'static str,
    /// The files of the page that load it and hold its `sha384-` integrity.
    loaded_by: &'static [&'static str],
}

const PARTS: [Part; 3] = [
    Part {
        from: "lib/msal-browser.min.js",
        to: "msal-browser-5.29.0.min.js",
        sha256: "1b20f9bfbabb2e33801042563761794b7818aa774606e4ed1ccb1ada6a18ce03",
        loaded_by: &["boot.js"],
    },
    Part {
        from: "lib/redirect-bridge/msal-redirect-bridge.min.js",
        to: "msal-redirect-bridge-5.29.0.min.js",
        sha256: "9a8e5655065df41368d801e2112ae2b016d99ed92a6d77fe0a962392ec180f03",
        loaded_by: &["redirect.html"],
    },
    Part {
        from: "LICENSE",
        to: "msal-browser-5.29.0.LICENSE.txt",
        sha256: "c544adf8f0d43453d9fdf6c11da19605d12d89806a7870653169b8cc97f5bb53",
        loaded_by: &[],
    },
];

/// Puts the parts into the page's folder `dist`, and holds the files that load them to the
/// integrity they name.
pub(crate) fn add_to(dist: &Path) -> Outcome {
    let kept = kept()?;
    for part in &PARTS {
        let bytes = place::bytes(&kept.join(part.to))?;
        compare(part, &bytes)?;
        for page in part.loaded_by {
            names_integrity(part, &bytes, &dist.join(page))?;
        }
        place::write(&dist.join(part.to), bytes)?;
    }
    Ok(())
}

/// The library's file in the cache, for tests against it; fetched if it is missing.
pub(crate) fn library() -> Outcome<PathBuf> {
    Ok(kept()?.join(PARTS[0].to))
}

/// The cache's folder with the parts; fetched if it is missing.
fn kept() -> Outcome<PathBuf> {
    let cache = place::cache()?;
    let home = cache.join(format!("msal-browser-{VERSION}"));
    if home.is_dir() {
        return Ok(home);
    }
    let _held = place::hold(&cache, "msal-browser.lock")?;
    if !home.is_dir() {
        fetch(&cache, &home)?;
    }
    Ok(home)
}

fn fetch(cache: &Path, home: &Path) -> Outcome {
    say(format!(
        "fetching {PACKAGE} {VERSION} into {}",
        home.display()
    ));
    let partial = cache.join(format!(".partial-msal-browser-{VERSION}"));
    let chosen = partial.join("chosen");
    place::clear(&partial)?;
    place::make(&chosen)?;
    command::run(&mut npm_install(&partial))?;
    for part in &PARTS {
        let bytes = place::bytes(&partial.join("node_modules").join(PACKAGE).join(part.from))?;
        compare(part, &bytes)?;
        place::write(&chosen.join(part.to), bytes)?;
    }
    place::rename(&chosen, home)?;
    place::clear(&partial)
}

/// The package's own scripts are not run, and no lock file is written.
fn npm_install(folder: &Path) -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(folder)
        .args([
            "install",
            &format!("{PACKAGE}@{VERSION}"),
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

fn compare(part: &Part, bytes: &[u8]) -> Outcome {
    let found = hex(&Sha256::digest(bytes));
    if found == part.sha256 {
        return Ok(());
    }
    Err(format!(
        "{} of {PACKAGE} {VERSION} is not the file that was recorded (SHA-256 {found}, recorded {}). \
         Do not use it: remove msal-browser-{VERSION} from the cache folder and try again; if it \
         differs again, find out why before recording another figure in crates/xtask/src/msal.rs",
        part.from, part.sha256
    ))
}

fn names_integrity(part: &Part, bytes: &[u8], page: &Path) -> Outcome {
    let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)));
    let Ok(text) = place::text(page) else {
        return Ok(());
    };
    if text.contains(part.to) && text.contains(&integrity) {
        return Ok(());
    }
    Err(format!(
        "{} must load {} with integrity \"{integrity}\"",
        page.display(),
        part.to
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_file_is_refused() {
        let part = &PARTS[0];
        let sentence = compare(part, b"not MSAL").unwrap_err();
        assert!(sentence.contains(part.sha256), "{sentence}");
        assert!(sentence.contains(part.from), "{sentence}");
    }

    #[test]
    fn the_bindings_are_made_for_this_version() {
        let bindings = place::text(&place::root().join("crates/msal/src/lib.rs")).unwrap();
        assert!(bindings.contains(&format!("VERSION: &str = \"{VERSION}\"")));
    }

    #[test]
    fn the_recorded_names_carry_the_version() {
        assert!(PARTS.iter().all(|part| part.to.contains(VERSION)));
    }
}
