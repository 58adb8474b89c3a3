//! The package's readme: its example and what bundlers need are those of the project's, its name and its
//! licence those of the manifest.

use std::path::Path;

use serde_json::Value;

use crate::{Outcome, place};

const README: &str = "README.md";

/// Fills the readme in `stage`, and holds it to the files that are there.
pub(super) fn fill(root: &Path, stage: &Path) -> Outcome {
    let readme = stage.join(README);
    let project = place::text(&root.join(README))?;
    let manifest = place::text(&stage.join("package.json"))?;
    let filled = filled(&place::text(&readme)?, &project, &manifest)?;
    let missing: Vec<&str> = named(&filled)
        .filter(|name| !stage.join(name).is_file())
        .collect();
    if !missing.is_empty() {
        let missing = missing.join(", ");
        return Err(format!(
            "the package's readme names what is not there: {missing}"
        ));
    }
    place::write(&readme, filled)
}

fn filled(readme: &str, project: &str, manifest: &str) -> Outcome<String> {
    let manifest: Value = serde_json::from_str(manifest).map_err(|error| error.to_string())?;
    let said = |key: &str| manifest[key].as_str();
    let portal = between(project, "\n## In your own portal\n", "\n## ");
    let holes = [
        ("@DESCRIPTION@", said("description")),
        ("@LICENCE@", said("license")),
        (
            "@EXAMPLE@",
            portal.and_then(|it| between(it, "```js\n", "\n```")),
        ),
        (
            "@BUNDLERS@",
            portal
                .and_then(|it| it.split_once("\n### With a bundler\n"))
                .map(|(_, it)| it.trim()),
        ),
    ];
    holes
        .into_iter()
        .try_fold(readme.to_owned(), |readme, (hole, filling)| {
            let filling =
                filling.ok_or_else(|| format!("nothing fills {hole} of the package's readme"))?;
            if !readme.contains(hole) {
                return Err(format!("the package's readme has no {hole}"));
            }
            Ok(readme.replace(hole, filling))
        })
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(inside, _)| inside)
}

/// The files that its table names.
fn named(readme: &str) -> impl Iterator<Item = &str> {
    let table = between(readme, "\n## Files\n", "\n## ").unwrap_or_default();
    let cells = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    cells
        .flat_map(|cell| cell.split(", "))
        .map(|name| name.trim_matches('`'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packages_readme_says_what_the_projects_does() {
        let root = place::root();
        let package = root.join("crates/module/package");
        let text = |path: &Path| place::text(path).unwrap();
        let readme = filled(
            &text(&package.join(README)),
            &text(&root.join(README)),
            &text(&package.join("package.json")),
        )
        .unwrap();
        assert!(!readme.contains('@'), "{readme}");
        for part in [
            "import { read } from 'ioculate';",
            "| webpack 5 |",
            "MIT OR Apache-2.0: ",
        ] {
            assert!(readme.contains(part), "{part}: {readme}");
        }
        let by_hand = named(&readme).filter(|name| package.join(name).is_file());
        assert_eq!(by_hand.collect::<Vec<_>>().len(), 6);
        assert_eq!(named(&readme).count(), 12);
    }

    #[test]
    fn what_fills_no_hole_is_said() {
        let fault = filled("@DESCRIPTION@ @LICENCE@", "", "{}").unwrap_err();
        assert_eq!(fault, "nothing fills @DESCRIPTION@ of the package's readme");
    }
}
