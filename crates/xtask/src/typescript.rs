//! TypeScript, which holds the module's types to programs that use them. It is no part of the page.

use std::path::PathBuf;

use crate::{Outcome, npm::Whole};

const TYPESCRIPT: Whole = Whole {
    name: "typescript",
    version: "5.9.3",
    sha512: "jl1vZzPDinLr9eUt3J/t7V6FgNEw9QjvBPdysz9KfQDD41fQrC2Y4vKQdiaUpFT4bXlb1RHhLpp8wtm6M5TgSw==",
    recorded_in: "crates/xtask/src/typescript.rs",
};

/// Its compiler, for Node; fetched if it is missing.
pub(crate) fn compiler() -> Outcome<PathBuf> {
    Ok(TYPESCRIPT.kept()?.join("lib/tsc.js"))
}
