//! `cargo xtask bench counts`: how many instructions five texts take, against what was accepted.
//!
//! Times differ from run to run and from machine to machine; instructions hardly do. They are counted by
//! callgrind on this machine's own kind of program, from the bytes of a text to the bodies of its calls.
//! They depend on the compiler and on what the processor offers, so those are written down with them, and
//! where they are others nothing is said.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Outcome,
    command::{self, say},
    place,
};

/// What was accepted.
const ACCEPTED: &str = "crates/core/examples/counted.tsv";

/// What counts.
const PROGRAM: &str = "counted";

/// A rise of more than this many in a hundred fails; a fall of as many is worth writing down.
const MOST_RISE: f64 = 3.0;

/// Counts, and with what.
#[derive(Clone, Debug, PartialEq)]
struct Counts {
    made_with: String,
    instructions: BTreeMap<String, u64>,
}

/// `bench counts`.
pub(super) fn run() -> Outcome {
    match checked()? {
        Some(skipped) => Err(skipped),
        None => Ok(()),
    }
}

/// `bench counts --accept`.
pub(super) fn accept() -> Outcome {
    let Some(made_with) = made_with()? else {
        return Err(NO_VALGRIND.to_owned());
    };
    let instructions = counted()?;
    let counts = Counts {
        made_with,
        instructions,
    };
    place::write(&place::root().join(ACCEPTED), written(&counts))?;
    say(format!("the counts are accepted in {ACCEPTED}"));
    Ok(())
}

const NO_VALGRIND: &str = "counts of instructions: valgrind is not installed";

/// Fails where a text takes more than was accepted. Gives why where that cannot be told.
pub(crate) fn checked() -> Outcome<Option<String>> {
    let Some(made_with) = made_with()? else {
        return Ok(Some(NO_VALGRIND.to_owned()));
    };
    let accepted = read(&place::text(&place::root().join(ACCEPTED))?)?;
    if accepted.made_with != made_with {
        return Ok(Some(format!(
            "counts of instructions: accepted with {}, and this is {made_with}",
            accepted.made_with
        )));
    }
    say("instructions of five texts");
    let found = counted()?;
    println!("{}", table(&accepted.instructions, &found));
    match risen(&accepted.instructions, &found).as_slice() {
        [] => Ok(None),
        risen => Err(format!(
            "{}. Make it quicker again, or, where the rise is worth what it brings, accept it: `cargo \
             xtask bench counts --accept`, and say why in the commit",
            risen.join("; ")
        )),
    }
}

/// The compiler, the processor's kind and callgrind; `None` without valgrind.
fn made_with() -> Outcome<Option<String>> {
    let mut valgrind = Command::new("valgrind");
    if !command::works(valgrind.arg("--version")) {
        return Ok(None);
    }
    let valgrind = command::read(Command::new("valgrind").arg("--version"))?;
    let mut rustc = Command::new("rustc");
    let rustc = command::read(rustc.current_dir(place::root()).arg("-vV"))?;
    let of = |key: &str| rustc.lines().find_map(|line| line.strip_prefix(key));
    Ok(Some(format!(
        "rustc {} for {}{}, {}",
        of("release: ").unwrap_or_default(),
        of("host: ").unwrap_or_default(),
        processor(),
        valgrind.trim()
    )))
}

/// What some crates look for when they run.
#[cfg(target_arch = "x86_64")]
fn processor() -> &'static str {
    if std::arch::is_x86_feature_detected!("avx2") {
        " with AVX2"
    } else {
        " without AVX2"
    }
}

#[cfg(not(target_arch = "x86_64"))]
fn processor() -> &'static str {
    ""
}

fn counted() -> Outcome<BTreeMap<String, u64>> {
    let program = built()?;
    let names = command::read(&mut Command::new(&program))?;
    let counted = |name: &str| {
        let whole = instructions(&program, &[name])?;
        let made = instructions(&program, &[name, "made"])?;
        Ok((name.to_owned(), whole.saturating_sub(made)))
    };
    names.lines().map(counted).collect()
}

fn built() -> Outcome<PathBuf> {
    let mut build = command::cargo(&place::root());
    build.args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "ioculate-core",
    ]);
    command::run(build.args(["--example", PROGRAM]))?;
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    Ok(place::target().join("release/examples").join(name))
}

fn instructions(program: &Path, words: &[&str]) -> Outcome<u64> {
    let log = place::target().join("counted.log");
    let mut valgrind = Command::new("valgrind");
    valgrind
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(format!("--log-file={}", log.display()))
        .arg(program)
        .args(words);
    command::run(&mut valgrind)?;
    collected(&place::text(&log)?)
}

/// callgrind ends by `==1== Collected : 123`.
fn collected(log: &str) -> Outcome<u64> {
    let said = log
        .lines()
        .find_map(|line| line.split("Collected :").nth(1));
    let figure = said.and_then(|figure| figure.trim().parse().ok());
    figure.ok_or_else(|| "callgrind has not said what it collected".to_owned())
}

fn written(counts: &Counts) -> String {
    let lines = counts.instructions.iter();
    let lines = lines.map(|(name, count)| format!("{name}\t{count}\n"));
    format!(
        "made with\t{}\n{}",
        counts.made_with,
        lines.collect::<String>()
    )
}

fn read(text: &str) -> Outcome<Counts> {
    let wrong = || format!("{ACCEPTED} is not what `cargo xtask bench counts --accept` writes");
    let mut lines = text.lines().map(|line| line.split_once('\t'));
    let Some(Some(("made with", made_with))) = lines.next() else {
        return Err(wrong());
    };
    let counts = lines.map(|line| {
        let (name, count) = line.ok_or_else(wrong)?;
        Ok((name.to_owned(), count.parse().map_err(|_| wrong())?))
    });
    Ok(Counts {
        made_with: made_with.to_owned(),
        instructions: counts.collect::<Outcome<_>>()?,
    })
}

/// By how many in a hundred a count is more than was accepted.
#[allow(clippy::cast_precision_loss, reason = "figures of a few digits")]
fn rise(accepted: &BTreeMap<String, u64>, name: &str, found: u64) -> Option<f64> {
    let accepted = *accepted.get(name)?;
    Some((found as f64 - accepted as f64) * 100.0 / accepted as f64)
}

/// What takes more than was accepted, and what nobody has accepted.
fn risen(accepted: &BTreeMap<String, u64>, found: &BTreeMap<String, u64>) -> Vec<String> {
    let risen = found
        .iter()
        .filter_map(|(name, &count)| match rise(accepted, name, count) {
            Some(rise) if rise <= MOST_RISE => None,
            Some(rise) => Some(format!(
                "\"{name}\" takes {rise:.1} % more instructions than was accepted"
            )),
            None => Some(format!("what \"{name}\" takes was never accepted")),
        });
    risen.collect()
}

fn table(accepted: &BTreeMap<String, u64>, found: &BTreeMap<String, u64>) -> String {
    let lines = found.iter().map(|(name, &count)| {
        let rise = rise(accepted, name, count).unwrap_or_default();
        let note = if rise < -MOST_RISE {
            "  worth accepting"
        } else {
            ""
        };
        format!("{name:<10} {count:>14} instructions {rise:>+7.2} %{note}")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(lines: &str) -> BTreeMap<String, u64> {
        read(&format!("made with\tit\n{lines}"))
            .expect("counts")
            .instructions
    }

    #[test]
    fn a_rise_of_more_than_three_in_a_hundred_fails() {
        let accepted = counts("list\t1000\nprose\t1000\n");
        let table = [
            ("list\t1030\nprose\t900\n", 0),
            ("list\t1031\nprose\t1000\n", 1),
            ("list\t1031\nprose\t2000\n", 2),
            ("rows\t1\n", 1),
        ];
        for (found, expected) in table {
            assert_eq!(risen(&accepted, &counts(found)).len(), expected, "{found}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let counts = Counts {
            made_with: "rustc 1.0.0 for a machine, valgrind-3".to_owned(),
            instructions: counts("a b\t1\nc\t2\n"),
        };
        assert_eq!(read(&written(&counts)), Ok(counts));
        assert!(read("").is_err());
        assert!(read("made with\tit\na\tmany\n").is_err());
    }

    #[test]
    fn what_callgrind_collected_is_found() {
        let log = "==7== Events    : Ir\n==7== Collected : 1234\n==7== \n";
        assert_eq!(collected(log), Ok(1_234));
        assert!(collected("==7==").is_err());
    }
}
