//! Names for the workers' files that change with their content.
//!
//! Trunk hashes the page's files, not the workers'. Two deployments would share their names, and
//! a cache could hand an old worker to a new page.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::{Outcome, place, sources::hex};

/// A program that runs in a worker.
struct Worker {
    /// The name of its files.
    program: &'static str,
    /// The script that asks for them.
    boot: &'static str,
}

const WORKERS: [Worker; 2] = [
    Worker {
        program: "ioculate-worker",
        boot: "worker-boot.js",
    },
    Worker {
        program: "ioculate-unpack",
        boot: "unpack-boot.js",
    },
];

/// Renames the workers' files in `dist` after their content, and writes the new names where they
/// are asked for.
pub(crate) fn name_by_content(dist: &Path) -> Outcome {
    WORKERS.iter().try_for_each(|worker| rename(worker, dist))
}

fn rename(worker: &Worker, dist: &Path) -> Outcome {
    let old = Names::of(worker.program);
    let glue = place::text(&dist.join(&old.glue))?;
    let program = place::bytes(&dist.join(&old.wasm))?;
    let mut digest = Sha256::new();
    digest.update(&glue);
    digest.update(&program);
    let hash = &hex(&digest.finalize())[..16];
    let new = Names::of(&format!("{}-{hash}", worker.program));

    let boot = dist.join(worker.boot);
    let script = renamed(worker.boot, &place::text(&boot)?, &old, &new)?;
    place::write(&boot, script)?;
    place::write(&dist.join(&old.glue), glue.replace(&old.wasm, &new.wasm))?;
    place::rename(&dist.join(&old.glue), &dist.join(&new.glue))?;
    place::rename(&dist.join(&old.wasm), &dist.join(&new.wasm))
}

struct Names {
    glue: String,
    wasm: String,
}

impl Names {
    fn of(program: &str) -> Self {
        Self {
            glue: format!("{program}.js"),
            wasm: format!("{program}_bg.wasm"),
        }
    }
}

fn renamed(boot: &str, script: &str, old: &Names, new: &Names) -> Outcome<String> {
    for name in [&old.glue, &old.wasm] {
        if script.matches(name.as_str()).count() != 1 {
            return Err(format!("www/{boot} must name {name} once"));
        }
    }
    Ok(script
        .replace(&old.glue, &new.glue)
        .replace(&old.wasm, &new.wasm))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written_into(script: &str) -> Outcome<String> {
        renamed(
            "worker-boot.js",
            script,
            &Names::of("ioculate-worker"),
            &Names::of("ioculate-worker-ab"),
        )
    }

    #[test]
    fn the_boot_script_asks_for_the_new_names() {
        assert_eq!(
            written_into("import './ioculate-worker.js'; './ioculate-worker_bg.wasm'").as_deref(),
            Ok("import './ioculate-worker-ab.js'; './ioculate-worker-ab_bg.wasm'")
        );
    }

    #[test]
    fn a_boot_script_that_names_another_file_is_refused() {
        assert!(written_into("import './worker.js'").is_err());
    }
}
