//! Microsoft's sign-in library: fetched from npm, put beside the page.

use std::path::{Path, PathBuf};

use crate::{
    Outcome, content,
    npm::{Package, Part},
    place,
};

pub(crate) const PACKAGE: &str = "@azure/msal-browser";
pub(crate) const VERSION: &str = "5.29.0";
/// What it is built on, and brings in its own file; under the same licence.
pub(crate) const COMMON: &str = "@azure/msal-common";
pub(crate) const COMMON_VERSION: &str = "16.16.1";
/// The text of its licence, in the page's folder.
pub(crate) const LICENCE: &str = MSAL.parts[2].to;

const MSAL: Package = Package {
    name: PACKAGE,
    version: VERSION,
    home: "msal-browser",
    parts: &[
        Part {
            from: "lib/msal-browser.min.js",
            to: "msal-browser-5.29.0.min.js",
            sha512: "2a3PF5XAbcLjbKSwEm4g3ZKi6yrw/QG2gPmVs+lJqxqMMXCE6ZW5QrEQPqunPt/f1zWQklCFogCwQncJOdeW3g==",
        },
        Part {
            from: "lib/redirect-bridge/msal-redirect-bridge.min.js",
            to: "msal-redirect-bridge-5.29.0.min.js",
            sha512: "/YIK0i7H5VmWOuBC0LagcOi4kvURbawOM45FagTx19lTocIb+GUw6GvslRSjVJ4aDkIIL+Wngy5kOSCvv3LldA==",
        },
        Part {
            from: "LICENSE",
            to: "msal-browser-5.29.0.LICENSE.txt",
            sha512: "h0vVT9oJVZ6qhOQERlBYpY390mUfUn8pO61T1ylih7C26sqnT1Dg2isG+tHoEwDhp0+/8o49bp6hf4abCE5Ndw==",
        },
    ],
    recorded_in: "crates/xtask/src/msal.rs",
};

/// The files of the page that load a part, by its place, and hold its `sha384-` integrity.
const LOADED_BY: [(usize, &str); 2] = [(0, "boot.js"), (1, "redirect.html")];

/// Puts the parts into the page's folder `dist`, and holds the files that load them to the
/// integrity they name.
pub(crate) fn add_to(dist: &Path) -> Outcome {
    let kept = MSAL.kept()?;
    for (at, part) in MSAL.parts.iter().enumerate() {
        let bytes = MSAL.bytes(&kept, part)?;
        for (_, page) in LOADED_BY.iter().filter(|(part, _)| *part == at) {
            names_integrity(part, &bytes, &dist.join(page))?;
        }
        place::write(&dist.join(part.to), bytes)?;
    }
    Ok(())
}

/// The files beside the page, with their SHA-512 in Base64.
pub(crate) fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    MSAL.parts.iter().map(|part| (part.to, part.sha512))
}

/// The library's file in the cache, for tests against it; fetched if it is missing.
pub(crate) fn library() -> Outcome<PathBuf> {
    Ok(MSAL.kept()?.join(MSAL.parts[0].to))
}

fn names_integrity(part: &Part, bytes: &[u8], page: &Path) -> Outcome {
    let integrity = content::integrity(bytes);
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
    use super::{COMMON_VERSION, MSAL, VERSION, library};
    use crate::place;

    #[test]
    fn the_bindings_are_made_for_this_version() {
        let bindings = place::text(&place::root().join("crates/msal/src/lib.rs")).unwrap();
        assert!(bindings.contains(&format!("VERSION: &str = \"{VERSION}\"")));
    }

    /// The file says what it was built from.
    #[test]
    fn what_it_is_built_on_is_inside() {
        let text = place::text(&library().unwrap()).unwrap();
        assert!(text.contains(COMMON_VERSION));
    }

    #[test]
    fn the_recorded_names_carry_the_version() {
        assert!(MSAL.parts.iter().all(|part| part.to.contains(MSAL.version)));
    }
}
