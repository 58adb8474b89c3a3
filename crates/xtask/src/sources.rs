//! What the page is made of, as one short name: the build id.
//!
//! The same sources give the same id on every machine; page and worker carry it and know by it
//! that they were built together.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::{Outcome, place};

/// Files and folders that the built page depends on, from the project's root.
const OF_THE_PAGE: [&str; 17] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "Trunk.toml",
    "crates/app",
    "crates/browser",
    "crates/core",
    "crates/messages",
    "crates/msal",
    "crates/unpack",
    "crates/worker",
    "crates/xtask",
    "index.html",
    "rust-toolchain.toml",
    "www",
];

/// The build id: 16 hexadecimal digits.
pub(crate) fn build_id(root: &Path) -> Outcome<String> {
    let mut digest = Sha256::new();
    for name in OF_THE_PAGE {
        let path = root.join(name);
        let files = if path.is_dir() {
            place::files(&path)?
        } else {
            vec![path]
        };
        for file in files {
            add(&mut digest, root, &file)?;
        }
    }
    Ok(hex(&digest.finalize())[..16].to_owned())
}

/// Name and length go in too: moving a line from one file to the next is a change.
fn add(digest: &mut Sha256, root: &Path, file: &Path) -> Outcome {
    let name = file.strip_prefix(root).unwrap_or(file);
    let bytes = place::bytes(file)?;
    digest.update(name.to_string_lossy().replace('\\', "/"));
    digest.update((bytes.len() as u64).to_le_bytes());
    digest.update(bytes);
    Ok(())
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a `String` does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id_of(files: &[(&str, &str)]) -> String {
        let mut digest = Sha256::new();
        let root = std::env::temp_dir().join(format!("ioculate-sources-{files:p}"));
        place::make(&root).unwrap();
        for (name, text) in files {
            place::write(&root.join(name), text).unwrap();
            add(&mut digest, &root, &root.join(name)).unwrap();
        }
        place::clear(&root).unwrap();
        hex(&digest.finalize())
    }

    #[test]
    fn a_line_moved_to_the_next_file_is_a_change() {
        let before = id_of(&[("a", "one\n"), ("b", "two\n")]);
        assert_eq!(before, id_of(&[("a", "one\n"), ("b", "two\n")]));
        assert_ne!(before, id_of(&[("a", "one\ntwo\n"), ("b", "")]));
    }

    #[test]
    fn bytes_read_as_hexadecimal() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
    }

    #[test]
    fn every_part_of_the_page_is_there() {
        assert_eq!(build_id(&place::root()).map(|id| id.len()), Ok(16));
    }
}
