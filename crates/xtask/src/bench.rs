//! `cargo xtask bench`: how fast it is, beside others and by itself.
//!
//! Each thing that can be measured has a file of its own.

mod beside;
mod counts;
mod figures;
mod machine;
mod pace;
mod peers;
mod reading;

use crate::{Outcome, USAGE};

pub(crate) use counts::checked;

/// `bench [reading | run | counts [--accept]]`.
pub(crate) fn run(options: &[String]) -> Outcome {
    let words: Vec<&str> = options.iter().map(String::as_str).collect();
    match words[..] {
        [] => beside::run(),
        ["reading"] => reading::run(),
        ["run"] => pace::run(),
        ["counts"] => counts::run(),
        ["counts", "--accept"] => counts::accept(),
        _ => Err(format!("this cannot be measured\n{USAGE}")),
    }
}
