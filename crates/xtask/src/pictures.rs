//! `cargo xtask pictures`: what the page looks like, taken from the page itself.
//!
//! Without a word it makes the README's picture anew; with `--all FOLDER` every screen, light and
//! dark, 1280 and 320 pixels wide, to be looked at after a change.

use crate::{
    Outcome, USAGE,
    build::{self, Effort},
    command, place, system,
};

/// Where the README's picture lies.
const README_PICTURE: &str = "docs/review.png";

/// `pictures [--all FOLDER]`.
pub(crate) fn run(options: &[String]) -> Outcome {
    let wanted: Vec<&str> = match options {
        [] => vec![README_PICTURE],
        [all, folder] if all == "--all" => vec!["--all", folder],
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
