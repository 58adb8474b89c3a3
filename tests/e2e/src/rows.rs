//! Input made for tests: synthetic values that name nobody.

use std::{fmt::Write as _, fs, path::PathBuf};

/// A portal CSV of `count` ready rows, each another SHA-256.
#[must_use]
pub fn portal_csv(count: usize) -> String {
    let mut text = String::from(
        "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\n",
    );
    for number in 0..count {
        let _ = writeln!(
            text,
            "FileSha256,{number:064x},,Block,High,Row {number},made for a test,,,,,true"
        );
    }
    text
}

/// Writes `text` to a file of this name in a folder of its own, and says where.
///
/// # Panics
/// When the folder for temporary files cannot be written.
#[must_use]
pub fn file(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ioculate-e2e-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for temporary files");
    let path = folder.join(name);
    fs::write(&path, text).expect("a temporary file");
    path
}

/// A file of the project's own, in `tests/fixtures`.
#[must_use]
pub fn fixture(name: &str) -> PathBuf {
    in_project("tests/fixtures").join(name)
}

/// A file of the corpus, where `IOCULATE_CORPUS` names one; says so where it does not.
#[must_use]
pub fn corpus(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("IOCULATE_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: {name} is read where IOCULATE_CORPUS names a folder");
    }
    folder.map(|folder| folder.join(name))
}

/// The sample file that the page offers to a newcomer.
#[must_use]
pub fn sample() -> PathBuf {
    in_project("www/sample.csv")
}

/// A path in the project without `..`, as drivers want it.
fn in_project(path: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().expect("the project's root").join(path)
}
