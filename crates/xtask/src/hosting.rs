//! `cargo xtask hosting`: the recipes for hosts, with the headers that the page asks for.
//!
//! The core makes them from its list of headers; this puts them into `www/hosting`. A test of the core
//! fails where they are stale.

use crate::{Outcome, command, flag, place};

/// `hosting`.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    let root = place::root();
    let mut recipes = command::cargo(&root);
    recipes
        .args(["run", "--quiet", "--package", "ioculate-core"])
        .args(["--example", "hosting", "www/hosting"]);
    command::run(&mut recipes)
}
