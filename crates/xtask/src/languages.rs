//! The page's messages in the languages that are not compiled in: files beside the page, named by what
//! is in them. The page knows the names, and holds the files to their content, since its build read the
//! same messages.

use std::path::Path;

use ioculate_messages::{FIRST, LANGUAGES, Messages};

use crate::{Outcome, place};

/// Where the page's messages are, and the core's, from the project's root.
const MESSAGES: [&str; 2] = ["crates/app/messages", "crates/core/messages"];

/// Puts a file for each language into the page's folder `dist`.
pub(crate) fn add_to(root: &Path, dist: &Path) -> Outcome {
    let [page, core] = MESSAGES.map(|folder| read(&root.join(folder)));
    page?
        .with_first(&FIRST)
        .and(core?)
        .late()
        .iter()
        .try_for_each(|file| place::write(&dist.join(&file.name), &file.text))
}

fn read(folder: &Path) -> Outcome<Messages> {
    Messages::read(folder, &LANGUAGES).map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        faults.join("\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_but_the_first_has_a_file() {
        let dist = std::env::temp_dir().join(format!("ioculate-languages-{}", std::process::id()));
        place::make(&dist).unwrap();
        add_to(&place::root(), &dist).unwrap();
        let files = place::files(&dist).unwrap();
        place::clear(&dist).unwrap();
        let of = |tag: &str| {
            let start = format!("messages-{tag}-");
            let names = files.iter().filter_map(|file| file.file_name()?.to_str());
            names.filter(|name| name.starts_with(&start)).count()
        };
        assert_eq!(LANGUAGES.map(of), [0, 1, 1, 1]);
    }
}
