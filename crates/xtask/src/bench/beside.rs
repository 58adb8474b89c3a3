//! `cargo xtask bench`: ours and what others would take, side by side in one browser, as a page of the
//! docs.
//!
//! The example `beside` of the browser tests measures. That all come to the same calls is looked at before
//! anything is written: who does another job is not compared.

mod facts;
mod page;

use crate::{
    Outcome,
    build::{self, Effort},
    command::{self, say},
    place, system,
};

use super::{machine, peers};
use facts::Facts;

/// What is written.
const PAGE: &str = "docs/speed.md";

/// `bench`: into `docs/speed.md`.
pub(super) fn run() -> Outcome {
    let browser = system::browser()?;
    let packages = peers::kept()?;
    let dist = build::page(Effort::Release, place::root().join("dist"))?;
    let mut example = command::cargo(&place::root());
    example
        .args(["run", "--quiet", "--package", "ioculate-e2e"])
        .args(["--example", "beside", "--"])
        .args(
            packages
                .iter()
                .map(|(name, folder)| format!("{name}={}", folder.display())),
        )
        .env("IOCULATE_DIST", dist);
    let before = machine::load();
    let facts = Facts::read(&command::read(browser.tell(&mut example))?)?;
    let differ = facts.differences();
    if !differ.is_empty() {
        return Err(format!(
            "the contestants do not come to the same calls, so their times say nothing: {}",
            differ.join("; ")
        ));
    }
    let loads = format!("{before} before and {} after", machine::load());
    place::write(&place::root().join(PAGE), page::written(&facts, &loads))?;
    say(format!("what was measured is in {PAGE}"));
    let broken = page::broken(&facts);
    if broken.is_empty() {
        return Ok(());
    }
    Err(format!("promised, and not kept: {}", broken.join("; ")))
}
