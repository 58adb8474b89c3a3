//! `cargo xtask build`: the page as a folder of files that any static server can serve.
//!
//! Trunk compiles and links; then the page's program and its worker's are cut in parts, MSAL, the languages and the static pages are put beside, the worker's
//! files are named by their content, and everything is compressed. All of it happens in a folder of its
//! own, which takes the place of the old one when it is whole.

use std::path::{Path, PathBuf};

use crate::{
    Outcome,
    command::{self, say},
    flag, languages,
    licences::{self, Whose},
    msal, parts, place, precompress, reference, remap, sbom, sheet, sources, system,
    tools::{TRUNK, WASM_BINDGEN, path_with},
    worker_files,
};

/// How much work goes into a small and fast page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// What is deployed.
    Release,
    /// Compiles in a fraction of the time; the same files in the same shape.
    Quick,
}

impl Effort {
    fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Quick => "quick",
        }
    }

    /// The profile of the page's program, as `index.html` names it.
    fn page_profile(self) -> &'static str {
        match self {
            Self::Release => "release-page",
            Self::Quick => "quick",
        }
    }

    /// That of the worker's, likewise.
    fn worker_profile(self) -> &'static str {
        match self {
            Self::Release => "release-worker",
            Self::Quick => "quick",
        }
    }

    /// Of brotli, 0 to 11.
    fn quality(self) -> i32 {
        match self {
            Self::Release => 11,
            Self::Quick => 4,
        }
    }
}

/// Says what was built from which sources; hosts find the build id here.
const STAMP: &str = "build.txt";

/// `build [--dev]`: into `dist/`.
pub(crate) fn run(options: &[String]) -> Outcome {
    let effort = if flag(options, "--dev")? {
        Effort::Quick
    } else {
        Effort::Release
    };
    let dist = page(effort, place::root().join("dist"))?;
    say(format!("the page is in {}", dist.display()));
    Ok(())
}

/// Builds the page into `dist` unless it lies there already, built from these very sources.
pub(crate) fn page(effort: Effort, dist: PathBuf) -> Outcome<PathBuf> {
    let root = place::root();
    let _held = place::hold(&place::target(), "ioculate-page.lock")?;
    let id = sources::build_id(&root)?;
    let stamp = format!("{id} {}\n", effort.name());
    if place::text(&dist.join(STAMP)).is_ok_and(|found| found == stamp) {
        say(format!("the page is up to date ({})", stamp.trim_end()));
        return Ok(dist);
    }
    say(format!("building the page ({})", stamp.trim_end()));
    let stage = beside(&dist, "next");
    place::clear(&stage)?;
    trunk(effort, &root, &stage, &id)?;
    parts::put_page(effort.page_profile(), &stage)?;
    parts::put_worker(effort.worker_profile(), &stage)?;
    sheet::shorten(&stage)?;
    msal::add_to(&stage)?;
    languages::add_to(&root, &stage)?;
    worker_files::name_by_content(&stage)?;
    reference::add_to(&root, &stage)?;
    licences::add_to(&root, &stage)?;
    sbom::add_to(&root, &stage, Whose::Page)?;
    place::write(&stage.join(STAMP), &stamp)?;
    precompress::beside(&stage, effort.quality())?;
    take_place(&stage, &dist)?;
    Ok(dist)
}

fn trunk(effort: Effort, root: &Path, stage: &Path, id: &str) -> Outcome {
    system::wasm_target()?;
    let path = path_with(&[TRUNK.folder()?, WASM_BINDGEN.folder()?])?;
    fetch_crates(effort, root)?;
    // Trunk copies what a former build left there.
    place::clear(&place::target().join("wasm-bindgen"))?;
    let program = TRUNK.folder()?.join("trunk");
    let mut trunk = std::process::Command::new(program);
    trunk
        .current_dir(root)
        .args(["build", "--offline", "--skip-version-check", "--dist"])
        .arg(stage)
        .env("PATH", path)
        .env("IOCULATE_BUILD", id)
        .env("IOCULATE_SPLIT", "1")
        // Trunk takes only `true` and `false` here, against the convention.
        .env_remove("NO_COLOR");
    if effort == Effort::Release {
        trunk.args(["--release", "--locked"]);
        remap::nobodys(&mut trunk, root)?;
    }
    command::run(&mut trunk)
}

/// So that Trunk needs no network, which it would use for tools of its own too.
fn fetch_crates(effort: Effort, root: &Path) -> Outcome {
    let mut fetch = command::cargo(root);
    fetch.args(["fetch", "--quiet"]);
    if effort == Effort::Release {
        fetch.arg("--locked");
    }
    command::run(&mut fetch)
}

/// `dist` with `word` in its name, in the same folder: a move within one file system.
fn beside(dist: &Path, word: &str) -> PathBuf {
    let name = dist.file_name().unwrap_or_default().to_string_lossy();
    dist.with_file_name(format!(".{name}-{word}"))
}

pub(crate) fn take_place(stage: &Path, dist: &Path) -> Outcome {
    let old = beside(dist, "old");
    place::clear(&old)?;
    if dist.exists() {
        place::rename(dist, &old)?;
    }
    place::rename(stage, dist)?;
    place::clear(&old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stage_lies_in_the_same_folder() {
        assert_eq!(
            beside(Path::new("/p/dist"), "next"),
            Path::new("/p/.dist-next")
        );
    }

    #[test]
    fn the_new_page_takes_the_place_of_the_old() {
        let folder = std::env::temp_dir().join(format!("ioculate-build-{}", std::process::id()));
        let (stage, dist) = (folder.join(".dist-next"), folder.join("dist"));
        for (place, file) in [(&stage, "new"), (&dist, "old.br")] {
            place::make(place).unwrap();
            place::write(&place.join(file), "").unwrap();
        }
        take_place(&stage, &dist).unwrap();
        assert_eq!(place::files(&folder), Ok(vec![dist.join("new")]));
        place::clear(&folder).unwrap();
    }
}
