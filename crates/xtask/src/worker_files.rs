//! Names for the worker's files that change with their content.
//!
//! Trunk hashes the page's files, not the worker's. Two deployments would share their names, and
//! a cache could hand an old worker to a new page.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::{Outcome, place, sources::hex};

const GLUE: &str = "ioculate-worker.js";
const PROGRAM: &str = "ioculate-worker_bg.wasm";
const BOOT: &str = "worker-boot.js";

/// Renames the worker's files in `dist` after their content, and writes the new names where they
/// are asked for.
pub(crate) fn name_by_content(dist: &Path) -> Outcome {
    let glue = place::text(&dist.join(GLUE))?;
    let program = place::bytes(&dist.join(PROGRAM))?;
    let mut digest = Sha256::new();
    digest.update(&glue);
    digest.update(&program);
    let names = Names::with(&hex(&digest.finalize())[..16]);

    let boot = names.written_into(&place::text(&dist.join(BOOT))?)?;
    place::write(&dist.join(BOOT), boot)?;
    place::write(&dist.join(GLUE), glue.replace(PROGRAM, &names.program))?;
    place::rename(&dist.join(GLUE), &dist.join(&names.glue))?;
    place::rename(&dist.join(PROGRAM), &dist.join(&names.program))
}

struct Names {
    glue: String,
    program: String,
}

impl Names {
    fn with(hash: &str) -> Self {
        Self {
            glue: format!("ioculate-worker-{hash}.js"),
            program: format!("ioculate-worker-{hash}_bg.wasm"),
        }
    }

    fn written_into(&self, boot: &str) -> Outcome<String> {
        for name in [GLUE, PROGRAM] {
            if boot.matches(name).count() != 1 {
                return Err(format!("www/{BOOT} must name {name} once"));
            }
        }
        Ok(boot
            .replace(GLUE, &self.glue)
            .replace(PROGRAM, &self.program))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_boot_script_asks_for_the_new_names() {
        let boot = "import './ioculate-worker.js'; './ioculate-worker_bg.wasm'";
        assert_eq!(
            Names::with("ab").written_into(boot).as_deref(),
            Ok("import './ioculate-worker-ab.js'; './ioculate-worker-ab_bg.wasm'")
        );
    }

    #[test]
    fn a_boot_script_that_names_another_file_is_refused() {
        assert!(
            Names::with("ab")
                .written_into("import './worker.js'")
                .is_err()
        );
    }
}
