//! Where things lie: the project, its build folder, the user's cache.

use std::{
    env,
    fs::{self, File},
    path::{Path, PathBuf},
    process::{self, Command},
};

use crate::{Outcome, command::say};

/// The project's root folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Cargo's build folder.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The user's cache folder for this project; made if absent.
///
/// `IOCULATE_CACHE` names it; else it is `ioculate` in the system's place for caches.
pub(crate) fn cache() -> Outcome<PathBuf> {
    let folder = cache_among(|name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    })
    .ok_or("no home folder is known: set IOCULATE_CACHE to a folder for the tools")?;
    make(&folder)?;
    Ok(folder)
}

fn cache_among(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let system = || {
        if cfg!(windows) {
            variable("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            variable("HOME").map(|home| home.join("Library/Caches"))
        } else {
            variable("HOME").map(|home| home.join(".cache"))
        }
    };
    variable("IOCULATE_CACHE").or_else(|| {
        variable("XDG_CACHE_HOME")
            .or_else(system)
            .map(|caches| caches.join("ioculate"))
    })
}

/// Makes a folder and those above it.
pub(crate) fn make(folder: &Path) -> Outcome {
    fs::create_dir_all(folder)
        .map_err(|error| format!("the folder {} cannot be made: {error}", folder.display()))
}

/// Removes a folder and all in it; an absent one is no failure.
pub(crate) fn clear(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(format!(
            "the folder {} cannot be removed: {error}",
            folder.display()
        )),
        _ => Ok(()),
    }
}

/// A folder for temporary files of programs that are started; gone with all in it when dropped.
#[must_use = "the folder is removed when this is dropped"]
pub(crate) struct Passing(PathBuf);

impl Passing {
    /// A new one, in the system's own: under a longer path browsers cannot make their sockets.
    pub(crate) fn new() -> Outcome<Self> {
        let folder = env::temp_dir().join(format!("ioculate-{}", process::id()));
        clear(&folder)?;
        make(&folder)?;
        Ok(Self(folder))
    }

    /// Has a program take it for the system's.
    pub(crate) fn tell(&self, program: &mut Command) {
        program.envs(["TMPDIR", "TMP", "TEMP"].map(|name| (name, &self.0)));
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        let _ = clear(&self.0);
    }
}

/// Reads a file, or says which one could not be read.
pub(crate) fn bytes(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

/// Reads a text file, or says which one could not be read.
pub(crate) fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

/// Writes a file, or says which one could not be written.
pub(crate) fn write(file: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    fs::write(file, bytes).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

/// Moves a file or a folder.
pub(crate) fn rename(from: &Path, to: &Path) -> Outcome {
    fs::rename(from, to).map_err(|error| {
        format!(
            "{} cannot be moved to {}: {error}",
            from.display(),
            to.display()
        )
    })
}

/// The files right in `folder`, sorted.
pub(crate) fn files_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let (_, mut files) = listed(folder)?;
    files.sort();
    Ok(files)
}

/// Every file below `folder`, sorted by path.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let (inner, files) = listed(&folder)?;
        folders.extend(inner);
        found.extend(files);
    }
    found.sort();
    Ok(found)
}

/// The folders and the files right in `folder`.
fn listed(folder: &Path) -> Outcome<(Vec<PathBuf>, Vec<PathBuf>)> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be listed: {error}", folder.display()))?;
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    Ok(paths.partition(|path| path.is_dir()))
}

/// Held while one run changes what another may not touch; let go when dropped, or when the
/// program ends in whatever way.
#[must_use = "the lock is let go when this is dropped"]
pub(crate) struct Held {
    _file: File,
}

/// Waits until no other run holds `name` in `folder`.
pub(crate) fn hold(folder: &Path, name: &str) -> Outcome<Held> {
    make(folder)?;
    let path = folder.join(name);
    let failed = |error| format!("{} cannot be locked: {error}", path.display());
    let file = File::create(&path).map_err(failed)?;
    if file.try_lock().is_err() {
        say(format!(
            "waiting for another run to let go of {}",
            path.display()
        ));
        file.lock().map_err(failed)?;
    }
    Ok(Held { _file: file })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache_with(variables: &[(&str, &str)]) -> Option<PathBuf> {
        cache_among(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| PathBuf::from(value))
        })
    }

    #[test]
    fn the_cache_is_the_users() {
        let own = [("IOCULATE_CACHE", "/tools"), ("HOME", "/u")];
        assert_eq!(cache_with(&own), Some("/tools".into()));
        let xdg = [("XDG_CACHE_HOME", "/caches"), ("HOME", "/u")];
        assert_eq!(cache_with(&xdg), Some("/caches/ioculate".into()));
        assert_eq!(cache_with(&[]), None);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_cache_is_in_the_home_folder_else() {
        assert_eq!(
            cache_with(&[("HOME", "/u")]),
            Some("/u/.cache/ioculate".into())
        );
    }

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Trunk.toml").is_file());
    }
}
