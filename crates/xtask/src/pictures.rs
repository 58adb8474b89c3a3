//! `cargo xtask pictures`: what the page looks like, taken from the page itself.
//!
//! Without a word it makes the README's three anew; with `--all FOLDER` every state of the page in every
//! language, light, dark and in the system's colours, 1280 and 320 pixels wide, to be looked at after a
//! change. A name behind the folder keeps it to the states that begin so.

use crate::{
    Outcome, USAGE,
    build::{self, Effort},
    command, place, system,
};

/// Where the README's pictures lie.
const README_PICTURES: &str = "docs";

/// `pictures [--all FOLDER [STATE]]`.
pub(crate) fn run(options: &[String]) -> Outcome {
    let wanted: Vec<&str> = match options {
        [] => vec![README_PICTURES],
        [all, rest @ ..] if all == "--all" && matches!(rest.len(), 1 | 2) => {
            options.iter().map(String::as_str).collect()
        }
        _ => return Err(format!("a folder must follow --all\n{USAGE}")),
    };
    let browser = system::browser()?;
    let dist = build::page(Effort::Quick, place::target().join("page-for-tests"))?;
    let mut example = command::cargo(&place::root());
    example
        .args(["run", "--quiet", "--package", "ioculate-e2e"])
        .args(["--example", "pictures", "--"])
        .args(wanted)
        .env("IOCULATE_DIST", dist);
    command::run(browser.tell(&mut example))
}
