//! `cargo xtask fuzz`: libFuzzer over everything that takes hostile input.
//!
//! The targets and their laws are those of `tests/fuzz`; here they are compiled with the marks that
//! tell libFuzzer which branches a run took. The marks are a pass of the compiler's that the stable
//! toolchain has. What a fuzzer has found to be new is kept in the build folder for the next time.

use std::{env, path::PathBuf, process::Command};

use crate::{
    Outcome, USAGE,
    command::{self, say},
    place,
};

const PACKAGE: &str = "ioculate-fuzz";

/// Seconds that a full test run gives to all targets together, and a run by hand to each.
const TOGETHER: u64 = 60;
const EACH: u64 = 60;

/// Bytes of the longest input; longer ones are seldom new and always slower.
const LONGEST: u32 = 4_096;

/// Seconds after which an input is said to hang.
const HANGS: u32 = 10;

/// Lines that libFuzzer ends with, which name the law and the input.
const LAST_LINES: usize = 60;

/// Marks for each branch, and for what numbers are compared with.
const MARKS: &str = "--cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=1 \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// `fuzz [TARGET] [--seconds N]`: one target, or each in turn.
pub(crate) fn run(options: &[String]) -> Outcome {
    let asked = Asked::of(options)?;
    let fuzzer = Fuzzer::build()?;
    let targets = match asked.target {
        Some(target) => vec![target],
        None => targets()?,
    };
    fuzzer.each(&targets, asked.seconds)
}

/// All targets for a minute together.
pub(crate) fn briefly() -> Outcome {
    let fuzzer = Fuzzer::build()?;
    let targets = targets()?;
    fuzzer.each(&targets, (TOGETHER / targets.len() as u64).max(1))
}

struct Asked {
    target: Option<String>,
    seconds: u64,
}

impl Asked {
    fn of(options: &[String]) -> Outcome<Self> {
        let mut asked = Self {
            target: None,
            seconds: EACH,
        };
        let mut words = options.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--seconds" => {
                    let number = words.next().and_then(|number| number.parse().ok());
                    asked.seconds = number.ok_or("--seconds needs a number of seconds")?;
                }
                name if !name.starts_with('-') && asked.target.is_none() => {
                    asked.target = Some(name.to_owned());
                }
                other => return Err(format!("\"{other}\" is not understood here\n{USAGE}")),
            }
        }
        Ok(asked)
    }
}

/// The fuzzer as it was compiled, and where it keeps what it found.
struct Fuzzer {
    program: PathBuf,
    folder: PathBuf,
}

impl Fuzzer {
    fn build() -> Outcome<Self> {
        if !command::works(Command::new("c++").arg("--version")) {
            return Err(
                "libFuzzer is compiled with a C++ compiler, and none is here: on Debian, \
                 `sudo apt-get install g++`"
                    .to_owned(),
            );
        }
        let folder = place::target().join("fuzz");
        let machine = machine()?;
        say("the fuzzer");
        let mut build = command::cargo(&place::root());
        // With a target named, the marks do not reach what runs while compiling.
        build
            .args(["build", "--quiet", "--package", PACKAGE, "--bin", "fuzz"])
            .args(["--profile", "fuzz", "--target", &machine])
            .env("RUSTFLAGS", MARKS)
            .env("CARGO_TARGET_DIR", &folder);
        command::run(&mut build)?;
        let program = folder.join(machine).join("fuzz/fuzz");
        Ok(Self { program, folder })
    }

    /// Runs the targets one after the other; a failure keeps none of the others from its turn.
    fn each(&self, targets: &[String], seconds: u64) -> Outcome {
        command::run(plain().arg("seeds").arg(self.folder.join("seeds")))?;
        let outcomes = targets.iter().map(|target| self.drive(target, seconds));
        let failures: Vec<String> = outcomes.filter_map(Outcome::err).collect();
        if failures.is_empty() {
            return Ok(());
        }
        Err(failures.join("\n"))
    }

    /// Runs one target; fails with what repeats the failure.
    fn drive(&self, target: &str, seconds: u64) -> Outcome {
        let seeds = self.folder.join("seeds");
        let known = self.folder.join("known").join(target);
        let failures = self.folder.join("failures");
        place::make(&known)?;
        place::make(&failures)?;
        say(format!("fuzzing {target} for {seconds} s"));
        let mut fuzzer = Command::new(&self.program);
        fuzzer
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={LONGEST}"))
            .arg(format!("-timeout={HANGS}"))
            .arg(format!("-artifact_prefix={}/{target}-", failures.display()))
            .arg("-print_final_stats=1")
            .arg(&known)
            .arg(&seeds)
            .current_dir(&self.folder)
            .env("IOCULATE_FUZZ_TARGET", target);
        let output = fuzzer
            .output()
            .map_err(|error| format!("the fuzzer does not start: {error}"))?;
        let told = String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            say(format!("{target}: {}", figures(&told)));
            return Ok(());
        }
        let lines: Vec<&str> = told.lines().collect();
        let last = &lines[lines.len().saturating_sub(LAST_LINES)..];
        eprintln!("{}", last.join("\n"));
        Err(format!(
            "a law of `{target}` is broken: see above. The input lies in {}; \
             `cargo run -p {PACKAGE} -- {target} FILE` repeats it",
            failures.display()
        ))
    }
}

/// What libFuzzer says in the end: how many inputs, and how many a second.
fn figures(told: &str) -> String {
    let figure = |name: &str| {
        let line = told.lines().find_map(|line| line.strip_prefix(name));
        line.map_or("?", str::trim)
    };
    format!(
        "{} inputs, {} a second, {} new",
        figure("stat::number_of_executed_units:"),
        figure("stat::average_exec_per_sec:"),
        figure("stat::new_units_added:"),
    )
}

/// The names of the targets.
fn targets() -> Outcome<Vec<String>> {
    let names = command::read(plain().arg("targets"))?;
    Ok(names.lines().map(str::to_owned).collect())
}

/// The same targets without libFuzzer.
fn plain() -> Command {
    let mut cargo = command::cargo(&place::root());
    cargo.args([
        "run",
        "--quiet",
        "--package",
        PACKAGE,
        "--bin",
        "fuzz",
        "--",
    ]);
    cargo
}

/// The machine's own target triple.
fn machine() -> Outcome<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = command::read(Command::new(rustc).arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc does not say for which machine it compiles".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Option<(Option<String>, u64)> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let asked = Asked::of(&words).ok()?;
        Some((asked.target, asked.seconds))
    }

    #[test]
    fn the_figures_are_those_of_the_end() {
        let told = "#12 NEW\nstat::number_of_executed_units: 64591\n\
            stat::average_exec_per_sec:     10765\nstat::new_units_added:          12\n";
        assert_eq!(figures(told), "64591 inputs, 10765 a second, 12 new");
    }

    #[test]
    fn what_may_be_asked() {
        let table = [
            ("", Some((None, EACH))),
            ("row", Some((Some("row".to_owned()), EACH))),
            ("row --seconds 5", Some((Some("row".to_owned()), 5))),
            ("--seconds 5", Some((None, 5))),
            ("--seconds", None),
            ("--seconds soon", None),
            ("row list", None),
            ("--fast", None),
        ];
        for (line, expected) in table {
            assert_eq!(asked(line), expected, "{line}");
        }
    }
}
