//! Names that change with their content for the files of the worker that unpacks, and for the guard's
//! lists.
//!
//! Trunk hashes the page's files, not a worker's. Two deployments would share their names, and a cache
//! could hand an old worker to a new page. The other worker's files are named as it is cut in parts.

use std::path::Path;

use crate::{
    Outcome,
    content::{integrity, script, short_hash},
    place,
};

/// A program that runs in a worker.
struct Worker {
    /// The name of its files.
    program: &'static str,
    /// The script that asks for them.
    boot: &'static str,
}

const UNPACK: Worker = Worker {
    program: "ioculate-unpack",
    boot: "unpack-boot.js",
};

/// What the worker fetches when it needs it, and the script that names it.
const DATA: &str = "guard-lists";
const DATA_KIND: &str = "bin";
const DATA_BOOT: &str = "worker-boot.js";

/// The scripts that start a program.
const BOOTS: [&str; 3] = ["boot.js", UNPACK.boot, DATA_BOOT];

/// Renames these files in `dist` after their content, and writes the new names where they are asked
/// for. The scripts that ask lose their remarks.
pub(crate) fn name_by_content(dist: &Path) -> Outcome {
    rename(&UNPACK, dist)?;
    rename_data(dist)?;
    for boot in BOOTS {
        let boot = dist.join(boot);
        place::write(&boot, script(&place::text(&boot)?))?;
    }
    Ok(())
}

fn rename_data(dist: &Path) -> Outcome {
    let old = format!("{DATA}.{DATA_KIND}");
    let bytes = place::bytes(&dist.join(&old))?;
    let hash = short_hash([bytes.as_slice()]);
    let new = format!("{DATA}-{hash}.{DATA_KIND}");
    let boot = dist.join(DATA_BOOT);
    let named = renamed(DATA_BOOT, &place::text(&boot)?, &[(&old, &new)])?;
    place::write(&boot, named)?;
    place::rename(&dist.join(&old), &dist.join(&new))
}

fn rename(worker: &Worker, dist: &Path) -> Outcome {
    let old = Names::of(worker.program);
    let glue = place::text(&dist.join(&old.glue))?;
    let program = place::bytes(&dist.join(&old.wasm))?;
    let hash = short_hash([glue.as_bytes(), &program]);
    let new = Names::of(&format!("{}-{hash}", worker.program));

    let boot = dist.join(worker.boot);
    let held = held_to(&integrity(&program));
    let names = [
        (&*old.glue, &*new.glue),
        (&*old.wasm, &*new.wasm),
        (NOT_HELD, &held),
    ];
    let with_names = renamed(worker.boot, &place::text(&boot)?, &names)?;
    place::write(&boot, with_names)?;
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

/// How a script fetches a program before it is known what it is held to.
pub(crate) const NOT_HELD: &str = "{ integrity: '' }";

/// The same, once that is known.
pub(crate) fn held_to(integrity: &str) -> String {
    format!("{{ integrity: '{integrity}' }}")
}

/// The script with each old text, such as a name, replaced by its new one.
pub(crate) fn renamed(boot: &str, script: &str, names: &[(&str, &str)]) -> Outcome<String> {
    let mut script = script.to_owned();
    for (old, new) in names {
        if script.matches(old).count() != 1 {
            return Err(format!("www/{boot} must have {old} once"));
        }
        script = script.replace(old, new);
    }
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written_into(script: &str) -> Outcome<String> {
        let names = [("./a.js", "./a-ab.js"), ("./a.wasm", "./a-ab.wasm")];
        renamed("worker-boot.js", script, &names)
    }

    #[test]
    fn the_boot_script_asks_for_the_new_names() {
        assert_eq!(
            written_into("import './a.js'; './a.wasm'").as_deref(),
            Ok("import './a-ab.js'; './a-ab.wasm'")
        );
    }

    #[test]
    fn a_boot_script_that_names_another_file_is_refused() {
        assert!(written_into("import './b.js'").is_err());
        assert!(written_into("'./a.js' './a.js' './a.wasm'").is_err());
    }
}
