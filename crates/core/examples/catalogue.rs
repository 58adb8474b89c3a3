//! Writes the catalogue of findings into a folder: `catalogue FOLDER`. `catalogue --web` prints it as
//! JSON instead: the pages for a browser, without their frame.
//!
//! Pages of findings that are no more are removed; `cargo xtask catalogue` runs this, and the page's
//! build the other.

#![allow(clippy::disallowed_methods, reason = "a chore writes files")]

use std::{env, error::Error, fs, path::Path};

use ioculate_core::diagnostic::catalogue::{Page, pages, web_pages};

fn main() -> Result<(), Box<dyn Error>> {
    let told = env::args().nth(1);
    match told.as_deref() {
        Some("--web") => print()?,
        Some(folder) => write(Path::new(folder))?,
        None => return Err("usage: catalogue FOLDER, or catalogue --web".into()),
    }
    Ok(())
}

fn print() -> Result<(), Box<dyn Error>> {
    serde_json::to_writer(std::io::stdout(), &web_pages()?)?;
    Ok(())
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
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
