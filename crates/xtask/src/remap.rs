//! What keeps the builder's own folders out of what is built: a program names the source of each panic,
//! and where somebody's crates lie is nobody's business, nor the same on two machines.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Outcome, place};

/// The variable by which Cargo takes flags that may hold blanks. It takes the place of the project's
/// own flags, so they go in first.
const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";

/// Has what `command` builds name the crates' sources by their names alone.
pub(crate) fn nobodys(command: &mut Command, root: &Path) -> Outcome {
    let config = place::text(&root.join(".cargo/config.toml"))?;
    let mut flags = own_flags(&config)?;
    let sources = cargo_home().ok_or("no home folder is known: set CARGO_HOME")?;
    let sources = sources.join("registry").join("src");
    flags.push(format!(
        "--remap-path-prefix={}=crates.io",
        sources.display()
    ));
    command.env(VARIABLE, flags.join("\u{1f}"));
    Ok(())
}

fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".cargo")))
}

/// The flags for the browser's programs, which stand on one line there.
fn own_flags(config: &str) -> Outcome<Vec<String>> {
    let missing =
        ".cargo/config.toml must have the rustflags of the browser's programs on one line";
    let line = config
        .lines()
        .find_map(|line| line.strip_prefix("rustflags = "));
    // A list of texts is written as in JSON.
    let flags = line.and_then(|line| serde_json::from_str(line).ok());
    flags.ok_or_else(|| missing.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_own_flags_are_kept() {
        let root = place::root();
        let mut command = Command::new("cargo");
        nobodys(&mut command, &root).unwrap();
        let flags = command.get_envs().find(|(name, _)| *name == VARIABLE);
        let flags = flags.and_then(|(_, value)| value?.to_str()).unwrap();
        let flags: Vec<&str> = flags.split('\u{1f}').collect();
        assert!(flags.contains(&"target-feature=+simd128"), "{flags:?}");
        assert!(flags.last().unwrap().ends_with("=crates.io"), "{flags:?}");
    }
}
