//! Writes the catalogue of findings into a folder: `catalogue FOLDER`.
//!
//! Pages of findings that are no more are removed; `cargo xtask catalogue` runs this.

#![allow(clippy::disallowed_methods, reason = "a chore writes files")]

use std::{env, error::Error, fs, path::Path};

use ioculate_core::diagnostic::catalogue::{Page, pages};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("usage: catalogue FOLDER")?;
    let folder = Path::new(&folder);
    let pages = pages()?;
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_old = !pages.iter().any(|page| page.name == name);
        if is_old && path.extension().is_some_and(|ending| ending == "md") {
            fs::remove_file(&path)?;
        }
    }
    for Page { name, text } in &pages {
        fs::write(folder.join(name), text)?;
    }
    eprintln!("{} pages", pages.len());
    Ok(())
}
