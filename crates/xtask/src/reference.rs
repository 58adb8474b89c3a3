//! The catalogue of findings as static pages in the built page's folder `help`, one a code.
//!
//! The core makes them from its list of findings, as it makes those of `docs/diagnostics`.

use std::path::Path;

use serde_json::Value;

use crate::{Outcome, command, frame::Frame, place};

/// Where they lie; the page links to them there.
const FOLDER: &str = "help";

/// Puts the pages into the page's folder `dist`.
pub(crate) fn add_to(root: &Path, dist: &Path) -> Outcome {
    let folder = dist.join(FOLDER);
    place::make(&folder)?;
    let frame = Frame::of(dist, "../")?;
    let pages = made(root)?;
    let all = pages.as_array().filter(|all| !all.is_empty());
    let mut all = all
        .ok_or("the core has made no page of its findings")?
        .iter();
    all.try_for_each(|page| {
        let part = |key: &str| {
            let text = page[key].as_str();
            text.ok_or_else(|| format!("a page of a finding has no {key}"))
        };
        let html = frame.around(part("title")?, part("body")?);
        place::write(&folder.join(part("name")?), html)
    })
}

fn made(root: &Path) -> Outcome<Value> {
    let mut pages = command::cargo(root);
    pages
        .args(["run", "--quiet", "--offline", "--package", "ioculate-core"])
        .args(["--example", "catalogue", "--", "--web"]);
    let json = command::read(&mut pages)?;
    serde_json::from_str(&json).map_err(|error| format!("the core's pages are no JSON: {error}"))
}
