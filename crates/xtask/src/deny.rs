//! `cargo xtask deny`: licences, sources and known holes of the crates, by the rules of `deny.toml`.
//!
//! Licences, bans and sources need no network. The database of advisories lies at GitHub: where it
//! cannot be fetched that is said, and nothing is claimed of them.

use crate::{
    Outcome,
    command::{self, say},
    flag, place,
    tools::DENY,
};

/// `deny`.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    match checked()? {
        Some(skipped) => say(format!("skipped: {skipped}")),
        None => say("no crate has a known hole"),
    }
    Ok(())
}

/// Holds the crates to the rules; gives what could not be looked at.
pub(crate) fn checked() -> Outcome<Option<String>> {
    say("licences, bans and sources of the crates");
    deny(
        &["--offline", "check", "--hide-inclusion-graph"],
        &["licenses", "bans", "sources"],
    )?;
    say("advisories of the crates");
    if deny(&["fetch"], &["db"]).is_err() {
        let skipped = "advisories: their database cannot be fetched from here";
        return Ok(Some(skipped.to_owned()));
    }
    deny(&["check"], &["advisories"])?;
    Ok(None)
}

fn deny(words: &[&str], of: &[&str]) -> Outcome {
    let program = DENY.folder()?.join("cargo-deny");
    let mut deny = std::process::Command::new(program);
    deny.current_dir(place::root());
    command::run(deny.arg("--workspace").args(words).args(of))
}
