//! Writes the recipes for hosts into a folder: `hosting FOLDER`.
//!
//! `cargo xtask hosting` runs this over `www/hosting`; a test of the core fails where they are stale.

#![allow(clippy::disallowed_methods, reason = "a chore writes files")]

mod recipes;

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("usage: hosting FOLDER")?;
    let recipes = recipes::all();
    for (name, text) in &recipes {
        let file = Path::new(&folder).join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, text)?;
    }
    eprintln!("{} recipes", recipes.len());
    Ok(())
}
