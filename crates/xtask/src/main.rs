//! The project's chores: `cargo xtask CHORE`.
//!
//! One file a chore. What a chore needs and does not find (tools in their exact versions, the
//! wasm target, MSAL, axe-core) is fetched once into a cache folder of the user's. Progress goes to
//! standard error, a line for each thing done; a failure is a sentence that says what to do.

mod axe;
mod bench;
mod build;
mod catalogue;
mod command;
mod content;
mod demo;
mod deny;
mod engines;
mod frame;
mod fuzz;
mod golden;
mod guard;
mod hosting;
mod languages;
mod licences;
mod lint;
mod module;
mod msal;
mod npm;
mod parts;
mod pictures;
mod place;
mod precompress;
mod reference;
mod remap;
mod reproduce;
mod sbom;
mod security;
mod sheet;
mod sizes;
mod soak;
mod sources;
mod suffixes;
mod system;
mod test;
mod tools;
mod typescript;
mod wheel;
mod worker_files;

use std::{env, process::ExitCode};

/// What a chore gives back: its failure is a sentence for the person at the terminal.
pub(crate) type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "usage: cargo xtask CHORE

  build [--dev]     the page, into dist/; --dev compiles quicker and weighs more
  module [--dev]    the module for portals and scripts, into dist-module/
  demo [--port 8080] [--manage-port 8081] [--no-open] [--dev]
                    the page and an emulated Defender, on localhost
  lint              the project's own rules, rustfmt, clippy
  test [--full]     the gate; --full adds what is long
  deny              licences, sources and known holes of the crates, by deny.toml
  reproduce         the page and the module built twice, in two folders, and compared byte by byte
  sbom              what is inside the page, for programs (CycloneDX)
  catalogue         the pages of reference on what is said about rows, into docs/diagnostics
  hosting           the recipes for hosts, into www/hosting
  fuzz [TARGET] [--seconds N]
                    libFuzzer over one target of tests/fuzz, or each in turn; 60 s each
  golden [--write FOLDER] [--accept]
                    what is read from the real files of IOCULATE_CORPUS, against what was reviewed
  soak [--minutes N] [--schedules N] [--seed S] [--write FILE]
                    runs in a universe of faults, held to their laws; 10 minutes, or as told
  security          what the scenes tried of security and what held, into docs/security.md
  sizes             what a browser is sent, against the promised weights
  bench             ours and what others would take, side by side in a browser, into docs/speed.md
  bench run         how long a run takes, against the quota's own bound, into docs/pace.md
  bench reading     how fast texts are read, against the promised speed
  bench counts [--accept]
                    the instructions of five texts, against what was accepted
  suffixes          the public suffix list, as the core holds it
  guard             the public lists of the guard, as the page loads them
  pictures [--all FOLDER [STATE]]
                    the README's pictures, or every state of the page to be looked at";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Outcome {
    let Some((chore, options)) = words.split_first() else {
        return Err(USAGE.to_owned());
    };
    match chore.as_str() {
        "build" => build::run(options),
        "module" => module::run(options),
        "lint" => lint::run(options),
        "test" => test::run(options),
        "deny" => deny::run(options),
        "catalogue" => catalogue::run(options),
        "fuzz" => fuzz::run(options),
        "guard" => guard::run(options),
        "hosting" => hosting::run(options),
        "golden" => golden::run(options),
        "reproduce" => reproduce::run(options),
        "sbom" => sbom::run(options),
        "security" => security::run(options),
        "sizes" => sizes::run(options),
        "soak" => soak::run(options),
        "pictures" => pictures::run(options),
        "suffixes" => suffixes::run(options),
        "bench" => bench::run(options),
        "demo" => demo::run(options),
        demo::OPEN_WHEN_READY => demo::open_when_ready(options),
        "help" | "--help" | "-h" => {
            eprintln!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no chore \"{other}\"\n{USAGE}")),
    }
}

/// True where `option` is the only word given, false where none is.
pub(crate) fn flag(options: &[String], option: &str) -> Outcome<bool> {
    match options {
        [] => Ok(false),
        [only] if only == option => Ok(true),
        [other, ..] => Err(format!("\"{other}\" is not understood here\n{USAGE}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn an_unknown_word_is_refused() {
        assert_eq!(flag(&words(""), "--dev"), Ok(false));
        assert_eq!(flag(&words("--dev"), "--dev"), Ok(true));
        assert!(flag(&words("--dve"), "--dev").is_err());
        assert!(flag(&words("--dev --dev"), "--dev").is_err());
        assert!(run(&words("biuld")).is_err());
    }
}
