//! What the scenes have tried of security and what held, for the page that `cargo xtask security` writes.

use std::{env, fs::OpenOptions, io::Write as _};

/// Notes a line in the file that `IOCULATE_SECURITY` names; nothing where it names none.
///
/// # Panics
/// When the file cannot be written.
pub fn note(check: &str, tried: &str, held: &str, place: &str) {
    let Some(file) = env::var_os("IOCULATE_SECURITY") else {
        return;
    };
    let file = OpenOptions::new().create(true).append(true).open(file);
    // In one piece: scenes are played at once.
    let line = format!("{check}\t{tried}\t{held}\t{place}\n");
    let written = file.and_then(|mut file| file.write_all(line.as_bytes()));
    written.expect("the file for what was tried can be written");
}
