//! `cargo xtask module`: the module for portals and scripts, as a package that npm can publish.
//!
//! One build for browsers, bundlers and Node: Cargo compiles, `wasm-bindgen` writes the script and its
//! types, and what is written by hand in `crates/module/package` comes beside. Its readme has holes, which
//! the project's own fills.

use std::path::{Path, PathBuf};

mod readme;

use crate::{
    Outcome,
    build::{Effort, take_place},
    command::{self, say},
    flag,
    licences::{self, Whose},
    place, remap, sbom, system,
    tools::WASM_BINDGEN,
};

const PACKAGE: &str = "ioculate-module";
/// Cargo's name for what it compiles.
const PROGRAM: &str = "ioculate_module";

/// `module [--dev]`: into `dist-module/`.
pub(crate) fn run(options: &[String]) -> Outcome {
    let effort = if flag(options, "--dev")? {
        Effort::Quick
    } else {
        Effort::Release
    };
    let dist = package(effort, place::root().join("dist-module"))?;
    say(format!("the package is in {}", dist.display()));
    Ok(())
}

/// Builds the package into `dist`.
pub(crate) fn package(effort: Effort, dist: PathBuf) -> Outcome<PathBuf> {
    let root = place::root();
    let _held = place::hold(&place::target(), "ioculate-module.lock")?;
    let stage = dist.with_file_name(".dist-module-next");
    place::clear(&stage)?;
    place::make(&stage)?;
    bind(&compiled(effort, &root)?, &stage)?;
    for file in place::files_in(&root.join("crates/module/package"))? {
        copy_into(&stage, &file)?;
    }
    for name in [
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "crates/core/src/guard/guard-lists.bin",
    ] {
        copy_into(&stage, &root.join(name))?;
    }
    licences::add_text_to(&root, &stage)?;
    sbom::add_to(&root, &stage, Whose::Module)?;
    let manifest = stage.join("package.json");
    place::write(&manifest, versioned(&place::text(&manifest)?)?)?;
    readme::fill(&root, &stage)?;
    take_place(&stage, &dist)?;
    Ok(dist)
}

fn compiled(effort: Effort, root: &Path) -> Outcome<PathBuf> {
    system::wasm_target()?;
    let profile = match effort {
        Effort::Release => "release-worker",
        Effort::Quick => "quick",
    };
    let mut build = command::cargo(root);
    build.args(["build", "--package", PACKAGE, "--lib"]).args([
        "--target",
        system::WASM,
        "--profile",
        profile,
    ]);
    if effort == Effort::Release {
        build.arg("--locked");
        remap::nobodys(&mut build, root)?;
    }
    command::run(&mut build)?;
    let folder = place::target().join(system::WASM).join(profile);
    Ok(folder.join(format!("{PROGRAM}.wasm")))
}

fn bind(program: &Path, stage: &Path) -> Outcome {
    let mut bindgen = std::process::Command::new(WASM_BINDGEN.folder()?.join("wasm-bindgen"));
    bindgen
        .args(["--target", "web", "--out-name", PROGRAM, "--out-dir"])
        .arg(stage)
        .arg(program);
    command::run(&mut bindgen)
}

fn copy_into(stage: &Path, file: &Path) -> Outcome {
    let name = file.file_name().unwrap_or_default();
    place::write(&stage.join(name), place::bytes(file)?)
}

/// The manifest with the project's version.
fn versioned(manifest: &str) -> Outcome<String> {
    const PLACE: &str = "\"version\": \"0.0.0\"";
    if manifest.matches(PLACE).count() != 1 {
        return Err("crates/module/package/package.json must have the version 0.0.0".to_owned());
    }
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    Ok(manifest.replace(PLACE, &version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_has_the_projects_version() {
        let manifest = place::text(&place::root().join("crates/module/package/package.json"));
        let versioned = versioned(&manifest.unwrap()).unwrap();
        assert!(versioned.contains(concat!("\"", env!("CARGO_PKG_VERSION"), "\"")));
    }
}
