//! `cargo xtask catalogue`: the pages of reference on what is said about files and rows.
//!
//! The core makes them from its list of findings; this puts them into `docs/diagnostics`. A test of
//! the core fails where they are stale.

use crate::{Outcome, command, flag, place};

/// `catalogue`.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    let root = place::root();
    let mut pages = command::cargo(&root);
    pages
        .args(["run", "--quiet", "--package", "ioculate-core"])
        .args(["--example", "catalogue", "docs/diagnostics"]);
    command::run(&mut pages)
}
