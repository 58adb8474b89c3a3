//! The checker of accessibility that the tests run in the page: axe-core. It is no part of the page.

use std::path::PathBuf;

use crate::{
    Outcome,
    npm::{Package, Part},
};

const AXE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    home: "axe-core",
    parts: &[
        Part {
            from: "axe.min.js",
            to: "axe-core-4.14.1.min.js",
            sha512: "5j5ln5gG165b1AiZBDsIcaUGLFRCsBs/Gj7fXq9Qv1w6cQSnJGMpO0rRt3xmGg1OQOhQ3sid6dbs5wqME6mvFw==",
        },
        Part {
            from: "LICENSE",
            to: "axe-core-4.14.1.LICENSE.txt",
            sha512: "3HEmOO8y0jwqlfKVZLahXVGYBmA4dWDkqDPwNXLj7tGgUg5XCmezSEfeMvjw6whTN+Qxv1DwwIZGi+PYA4OSEg==",
        },
    ],
    recorded_in: "crates/xtask/src/axe.rs",
};

/// Its file in the cache; fetched if it is missing.
pub(crate) fn library() -> Outcome<PathBuf> {
    let kept = AXE.kept()?;
    // It is about to be run.
    AXE.bytes(&kept, &AXE.parts[0])?;
    Ok(kept.join(AXE.parts[0].to))
}

#[cfg(test)]
mod tests {
    use super::AXE;

    #[test]
    fn the_recorded_names_carry_the_version() {
        assert!(AXE.parts.iter().all(|part| part.to.contains(AXE.version)));
    }
}
