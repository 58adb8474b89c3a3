//! Input made for tests: synthetic values that name nobody.

use std::{
    fmt::Write as _,
    fs,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

/// A portal CSV of `count` ready rows, each another SHA-256.
#[must_use]
pub fn portal_csv(count: usize) -> String {
    let mut text = String::from(
        "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\n",
    );
    for number in 0..count {
        let _ = writeln!(
            text,
            "FileSha256,{},,Block,High,Row {number},made for a test,,,,,true",
            sha256(number)
        );
    }
    text
}

/// The value of row `number` of [`portal_csv`], counted from 0.
#[must_use]
pub fn sha256(number: usize) -> String {
    format!("{number:064x}")
}

/// Writes `text` to a file of this name in a folder of its own, and says where.
///
/// # Panics
/// When the folder for temporary files cannot be written.
#[must_use]
pub fn file(name: &str, text: &str) -> PathBuf {
    of_bytes(name, text.as_bytes())
}

/// The same of bytes that are no text.
///
/// # Panics
/// When the folder for temporary files cannot be written.
#[must_use]
pub fn of_bytes(name: &str, bytes: &[u8]) -> PathBuf {
    // A browser does not read a file that was written anew since it was chosen, as another scene would.
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = format!("ioculate-e2e-{}", std::process::id());
    let folder = std::env::temp_dir().join(folder).join(number.to_string());
    fs::create_dir_all(&folder).expect("a folder for temporary files");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a temporary file");
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

/// Runs the generator with this moment as its base date.
const GENERATE: &str = "import datetime, runpy, sys
now = datetime.datetime.now(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
sys.argv = sys.argv[1:] + ['--base-date', now]
runpy.run_path(sys.argv[0], run_name='__main__')";

/// A portal CSV of `count` rows of every kind and mixture, where the generator beside the corpus and
/// Python are at hand; says so where they are not.
#[must_use]
pub fn generated(count: usize) -> Option<PathBuf> {
    let generator = corpus("../tools/gen_scale.py").filter(|path| path.is_file())?;
    let folder = file("generated", "").with_file_name("mixture");
    let made = std::process::Command::new("python3")
        .args(["-c", GENERATE])
        .arg(generator)
        .args([
            "--rows",
            &count.to_string(),
            "--md5-valid",
            "--realistic-tlds",
            "--no-json",
        ])
        .arg("--out")
        .arg(&folder)
        .output();
    let path = folder.join(format!("scale_{count}.csv"));
    let is_there = made.is_ok_and(|made| made.status.success()) && path.is_file();
    if !is_there {
        eprintln!("skipped: the generated mixture needs python3");
    }
    is_there.then_some(path)
}

/// The sample file that the page offers to a newcomer.
#[must_use]
pub fn sample() -> PathBuf {
    in_project("www/sample.csv")
}

/// A path in the project without `..`, as drivers want it.
///
/// # Panics
/// When there is no project.
#[must_use]
pub fn in_project(path: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().expect("the project's root").join(path)
}
