//! `cargo xtask bench run`: how long a run takes, against what the quota and four calls at a time allow,
//! as a page of the docs.
//!
//! The example `pace` of the browser tests plays the runs.

use std::fmt::Write as _;

use serde_json::Value;

use super::{figures::grouped, machine};
use crate::{
    Outcome,
    build::{self, Effort},
    command::{self, say},
    place, system,
};

/// What is written.
const PAGE: &str = "docs/pace.md";

/// Calls that are on their way at a time.
const IN_FLIGHT: u64 = 4;

/// What a script sleeps between two calls so as to keep 30 a minute, in milliseconds.
const SLEEP: u64 = 2_000;

/// A run. Times are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    rows: u64,
    latency: u64,
    calls: u64,
    /// From the first call to the last answer.
    calls_took: u64,
    /// From the command to the report.
    all_took: u64,
}

impl Run {
    fn read(line: &str) -> Outcome<Self> {
        let said: Value = serde_json::from_str(line)
            .map_err(|error| format!("the example printed what is not JSON: {error}"))?;
        let number = |key: &str| -> Outcome<u64> {
            let figure = said[key].as_f64();
            let figure = figure.ok_or_else(|| format!("the example has not said {key}: {line}"))?;
            Ok(whole(figure))
        };
        Ok(Self {
            rows: number("rows")?,
            latency: number("latency")?,
            calls: number("calls")?,
            calls_took: number("callsTook")?,
            all_took: number("allTook")?,
        })
    }

    /// The least that it can take.
    const fn bound(&self) -> u64 {
        self.calls.div_ceil(IN_FLIGHT) * self.latency
    }

    /// The most that was promised.
    const fn promised(&self) -> u64 {
        self.bound() * 105 / 100 + 1_000
    }

    /// What it takes to send one call after the other and to sleep in between.
    const fn one_by_one(&self) -> u64 {
        self.calls * self.latency + self.calls.saturating_sub(1) * SLEEP
    }

    const fn is_kept(&self) -> bool {
        self.calls_took <= self.promised()
    }
}

/// `bench run`: into `docs/pace.md`.
pub(super) fn run() -> Outcome {
    let browser = system::browser()?;
    let dist = build::page(Effort::Release, place::root().join("dist"))?;
    let mut example = command::cargo(&place::root());
    example
        .args(["run", "--quiet", "--package", "ioculate-e2e"])
        .args(["--example", "pace"])
        .env("IOCULATE_DIST", dist);
    let output = command::read(browser.tell(&mut example))?;
    let runs: Vec<Run> = output.lines().map(Run::read).collect::<Outcome<_>>()?;
    place::write(&place::root().join(PAGE), page(&runs))?;
    say(format!("what was measured is in {PAGE}"));
    let late: Vec<String> = runs.iter().filter(|run| !run.is_kept()).map(late).collect();
    if late.is_empty() {
        return Ok(());
    }
    Err(format!("promised, and not kept: {}", late.join("; ")))
}

fn late(run: &Run) -> String {
    format!(
        "{} rows at {} took {} of {}",
        run.rows,
        seconds(run.latency),
        seconds(run.calls_took),
        seconds(run.promised())
    )
}

fn page(runs: &[Run]) -> String {
    let mut page = format!(
        "# How long a run takes\n\nMade by `cargo xtask bench run` on {}. {HEAD}",
        machine::said()
    );
    for run in runs {
        let kept = if run.is_kept() { "yes" } else { "no" };
        let cells = [
            seconds(run.latency),
            grouped(&run.rows.to_string()),
            run.calls.to_string(),
            seconds(run.calls_took),
            seconds(run.bound()),
            seconds(run.promised()),
            kept.to_owned(),
            seconds(run.all_took),
            seconds(run.one_by_one()),
        ];
        // Writing to a String cannot fail.
        let _ = writeln!(page, "| {} |", cells.join(" | "));
    }
    page
}

const HEAD: &str = "The built page in a browser sends to the emulator, which takes so long for each answer; \
each run has a tenant, a quota and a browser of its own.

A call holds 500 rows, and 15,000 rows, all that a tenant takes, are 30 calls: one minute's quota. So nothing \
waits for the quota, and the least that the calls can take is the time of one answer for each four of them. \
Promised is that and a twentieth, and a second. *In all* is what a user waits: before the first call the \
service is asked whether it answers at all, and the tenant is listed again. A script that sends one call \
after the other and sleeps two seconds in between, to keep 30 a minute, takes what stands last; that is \
computed.

| an answer takes | rows | calls | first call to last answer | the least | promised | kept | in all | one by one |
|---|---|---|---|---|---|---|---|---|
";

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "figures of a few digits, none below zero"
)]
fn whole(figure: f64) -> u64 {
    figure.ceil() as u64
}

#[allow(clippy::cast_precision_loss, reason = "figures of a few digits")]
fn seconds(milliseconds: u64) -> String {
    let seconds = milliseconds as f64 / 1_000.0;
    let decimals = if seconds < 10.0 { 2 } else { 1 };
    format!("{seconds:.decimals$} s")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(calls: u64, latency: u64, calls_took: u64) -> Run {
        Run {
            rows: calls * 500,
            latency,
            calls,
            calls_took,
            all_took: calls_took,
        }
    }

    #[test]
    fn what_is_promised() {
        let table = [
            (run(30, 1_000, 9_400), 8_000, 9_400, 88_000, true),
            (run(30, 1_000, 9_401), 8_000, 9_400, 88_000, false),
            (run(1, 200, 1_210), 200, 1_210, 200, true),
            (run(5, 3_000, 0), 6_000, 7_300, 23_000, true),
        ];
        for (run, bound, promised, one_by_one, is_kept) in table {
            let found = (run.bound(), run.promised(), run.one_by_one(), run.is_kept());
            assert_eq!(found, (bound, promised, one_by_one, is_kept), "{run:?}");
        }
    }

    #[test]
    fn what_the_example_says_is_read() {
        let line = r#"{"rows":500,"latency":200,"calls":1,"callsTook":210.2,"allTook":650.0}"#;
        let expected = Run {
            rows: 500,
            latency: 200,
            calls: 1,
            calls_took: 211,
            all_took: 650,
        };
        assert_eq!(Run::read(line), Ok(expected));
        assert!(Run::read(r#"{"rows":500}"#).is_err());
        assert!(
            page(&[expected]).contains(
                "| 0.20 s | 500 | 1 | 0.21 s | 0.20 s | 1.21 s | yes | 0.65 s | 0.20 s |"
            )
        );
    }
}
