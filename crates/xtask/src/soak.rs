//! `cargo xtask soak`: sessions in a universe of faults, as many as asked for.
//!
//! The universe and its laws are a test of the core's (`crates/core/tests/engine/universe`); here it is
//! compiled with optimisation and given more schedules. What was run is a table, a line for each
//! class of faults.

use std::path::PathBuf;

use crate::{
    Outcome, USAGE,
    command::{self, say},
    place,
};

/// The test that holds every law to every schedule.
const TEST: &str = "soak::every_schedule_keeps_every_law";

/// Schedules of a full test run.
const FULL: u64 = 100_000;

/// Minutes of a run that is asked for nothing else.
const MINUTES: u64 = 10;

/// `soak [--minutes N] [--schedules N] [--seed S] [--write FILE]`.
pub(crate) fn run(options: &[String]) -> Outcome {
    let asked = Asked::of(options)?;
    let table = soak(&asked)?;
    let Some(file) = asked.write else {
        println!("{table}");
        return Ok(());
    };
    place::write(&place::root().join(&file), page(&table))?;
    say(format!("wrote {}", file.display()));
    Ok(())
}

/// As many as a full test run has.
pub(crate) fn fully() -> Outcome {
    let asked = Asked {
        schedules: Some(FULL),
        ..Asked::default()
    };
    soak(&asked).map(|table| say(last_line(&table)))
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Asked {
    minutes: Option<u64>,
    schedules: Option<u64>,
    seed: Option<u64>,
    write: Option<PathBuf>,
}

impl Asked {
    fn of(options: &[String]) -> Outcome<Self> {
        let mut asked = Self::default();
        let mut words = options.iter();
        while let Some(word) = words.next() {
            let place = match word.as_str() {
                "--minutes" => &mut asked.minutes,
                "--schedules" => &mut asked.schedules,
                "--seed" => &mut asked.seed,
                "--write" => {
                    let file = words.next().ok_or("--write needs the name of a file")?;
                    asked.write = Some(file.into());
                    continue;
                }
                other => return Err(format!("\"{other}\" is not understood here\n{USAGE}")),
            };
            let number = words.next().and_then(|number| number.parse().ok());
            *place = Some(number.ok_or_else(|| format!("{word} needs a number"))?);
        }
        if asked.minutes.is_none() && asked.schedules.is_none() {
            asked.minutes = Some(MINUTES);
        }
        Ok(asked)
    }
}

/// Runs the schedules and gives the table; fails at the first broken law, of which the test has told.
fn soak(asked: &Asked) -> Outcome<String> {
    let table = place::target().join("soak.md");
    let mut test = command::cargo(&place::root());
    test.args(["test", "--quiet", "--package", "ioculate-core"])
        .args(["--profile", "fuzz", "--test", "engine"])
        .args(["--", "--exact", TEST, "--nocapture"])
        .env("IOCULATE_TABLE", &table);
    for (name, number) in [
        ("IOCULATE_MINUTES", asked.minutes),
        ("IOCULATE_SCHEDULES", asked.schedules),
        ("IOCULATE_SEED", asked.seed),
    ] {
        test.env_remove(name);
        test.envs(number.map(|number| (name, number.to_string())));
    }
    say("sessions in a universe of faults");
    command::run(&mut test).map_err(|failed| {
        format!("{failed}: a law is broken, or the test does not compile: see above")
    })?;
    place::text(&table)
}

fn last_line(table: &str) -> &str {
    table.lines().next_back().unwrap_or_default()
}

/// The page of the documentation around the table.
fn page(table: &str) -> String {
    format!("{BEFORE}\n{table}\n{AFTER}")
}

const BEFORE: &str = "\
# What may go wrong in a run, and what became of it

Written by `cargo xtask soak`. Each schedule imports a file of its own into a model of the service, with
a real session, on a virtual clock: one service that counts arrivals in sliding windows, one disk that
keeps the bytes of what was committed and nothing else, one lock, two tabs with clocks of their own, and
another browser for a run that is carried away as a file. Faults are drawn at random and struck together;
a schedule counts on the line of every fault that struck in it.
";

const AFTER: &str = "\
## What the columns count

A law that breaks ends the soak, so that a table without zeros is never committed.

| column | law |
|---|---|
| misreported | An accepted row is in the tenant, with the fields of the file and with the id that is reported. A rejected row was refused in the service's last word about it, and is not in the tenant by this run. A row that was not sent was never in a call that could have been carried out. The parts add up at every step, the report's sums are those of its rows, the last record of each row is what is reported, and a run that has ended is listed and shown from its bytes as it was reported. |
| lost | Every run ends once the faults have. A run that nobody stopped leaves no row unsent, and none unconfirmed but one whose last call a fault struck. A full tenant leaves unsent only what would be new, and in doubt what a fault struck and its list does not show. Nothing leaves that is not on disk first. A run of another account is refused. Nothing panics. |
| sent twice after acceptance | No row leaves again once its acceptance is on disk, in this page or in any later one. |
| quota exceeded | No sliding window of the service ever holds more of our calls than it allows, over crashes, tabs, sleep, clocks that were set, and a run that is gone on with in another browser. What no page could know counts as a colleague's: there, calls of other runs of the browser before; and where nothing is kept, a killed page comes back an hour later. |
| self-made 429 | No call leaves before the moment until which an answer asked to wait. |

## How to run it

| command | runs |
|---|---|
| `cargo test -p ioculate-core --test engine` | 2,000 schedules |
| `cargo xtask test --full` | 100,000 |
| `cargo xtask soak --schedules 1000000` | a million |
| `cargo xtask soak --minutes 60` | for an hour |
| `cargo xtask soak --schedules 100000 --write docs/faults.md` | this page |

A broken law is told with its seed, the smallest schedule found that still breaks one, and all that
happens in it. `cargo xtask soak --schedules 1 --seed S` repeats it.
";

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Option<[Option<u64>; 3]> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let asked = Asked::of(&words).ok()?;
        Some([asked.minutes, asked.schedules, asked.seed])
    }

    #[test]
    fn what_may_be_asked() {
        for (line, expected) in [
            ("", Some([Some(MINUTES), None, None])),
            ("--minutes 3", Some([Some(3), None, None])),
            ("--schedules 5 --seed 7", Some([None, Some(5), Some(7)])),
            ("--minutes 3 --schedules 5", Some([Some(3), Some(5), None])),
            ("--minutes", None),
            ("--minutes soon", None),
            ("--write", None),
            ("--fast", None),
        ] {
            assert_eq!(asked(line), expected, "{line}");
        }
    }
}
