//! What a build script does with messages: it reads them, and writes what was made of them. Cargo is told
//! what to watch, and what is wrong.

use std::{env, fs, path::Path, process::ExitCode};

use crate::Messages;

impl Messages {
    /// Reads them as [`Messages::read`] does; `None` where they have faults, of which Cargo is told.
    #[must_use]
    pub fn for_build(folder: &str, languages: &[&str]) -> Option<Self> {
        for language in languages {
            println!("cargo::rerun-if-changed={folder}/{language}");
        }
        let read = Self::read(Path::new(folder), languages);
        read.map_err(|faults| {
            for fault in faults {
                println!("cargo::error={folder}/{fault}");
            }
        })
        .ok()
    }
}

/// Writes files, each a name and a text, where a build keeps what it makes. Gives how the script ends.
#[must_use]
pub fn write_for_build(files: impl IntoIterator<Item = (String, String)>) -> ExitCode {
    let Some(out) = env::var_os("OUT_DIR") else {
        println!("cargo::error=Cargo has named no OUT_DIR");
        return ExitCode::FAILURE;
    };
    for (name, text) in files {
        if let Err(why) = fs::write(Path::new(&out).join(&name), text) {
            println!("cargo::error={name}: {why}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
