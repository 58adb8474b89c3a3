//! `cargo xtask bench reading`: how fast texts are read, against the promised speed.
//!
//! The core's example `reading_speed` measures, with the profile of a release; this prints a table and
//! fails where prose is too slow or a hostile text costs too much.

use serde_json::Value;

use crate::{Outcome, command, place};

/// Megabytes of prose that one core reads in a second, at least.
const LEAST_PROSE: f64 = 40.0;

/// How many times as long as the median a hostile text may take for each byte.
const MOST_RATIO: f64 = 20.0;

/// What was measured of one text.
#[derive(Clone, Debug, PartialEq)]
struct Measured {
    set: String,
    name: String,
    kind: String,
    records: u64,
    megabytes_a_second: f64,
}

/// `bench reading`.
pub(super) fn run() -> Outcome {
    let mut example = command::cargo(&place::root());
    example
        .args(["run", "--quiet", "--release", "--package", "ioculate-core"])
        .args(["--example", "reading_speed"]);
    let measured = read(&command::read(&mut example)?)?;
    println!("{}", table(&measured));
    let wrong = over_budget(&measured);
    if wrong.is_empty() {
        return Ok(());
    }
    Err(wrong.join("; "))
}

fn read(output: &str) -> Outcome<Vec<Measured>> {
    output.lines().map(one).collect()
}

#[allow(clippy::cast_precision_loss, reason = "figures of a few digits")]
fn one(line: &str) -> Outcome<Measured> {
    let value: Value = serde_json::from_str(line)
        .map_err(|error| format!("the example printed a line that is not JSON: {error}"))?;
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let number = |key: &str| value[key].as_u64().filter(|&number| number > 0);
    let (Some(bytes), Some(nanoseconds)) = (number("bytes"), number("nanoseconds")) else {
        return Err(format!(
            "the example printed a line without figures: {line}"
        ));
    };
    Ok(Measured {
        set: text("set"),
        name: text("name"),
        kind: text("kind"),
        records: value["records"].as_u64().unwrap_or_default(),
        megabytes_a_second: bytes as f64 * 1_000.0 / nanoseconds as f64,
    })
}

fn hostile(measured: &[Measured]) -> Vec<&Measured> {
    let mut hostile: Vec<&Measured> = measured.iter().filter(|one| one.set == "hostile").collect();
    hostile.sort_by(|a, b| a.megabytes_a_second.total_cmp(&b.megabytes_a_second));
    hostile
}

/// The slowest hostile text, and how many times as long as the median it takes for each byte.
fn worst(measured: &[Measured]) -> Option<(&Measured, f64)> {
    let hostile = hostile(measured);
    let (slowest, median) = (*hostile.first()?, *hostile.get(hostile.len() / 2)?);
    Some((
        slowest,
        median.megabytes_a_second / slowest.megabytes_a_second,
    ))
}

fn over_budget(measured: &[Measured]) -> Vec<String> {
    let mut wrong = Vec::new();
    match measured.iter().find(|one| one.name == "prose") {
        Some(prose) if prose.megabytes_a_second >= LEAST_PROSE => {}
        Some(prose) => wrong.push(format!(
            "prose is read at {:.0} MB/s, {LEAST_PROSE:.0} are promised",
            prose.megabytes_a_second
        )),
        None => wrong.push("prose was not measured".to_owned()),
    }
    match worst(measured) {
        Some((_, ratio)) if ratio <= MOST_RATIO => {}
        Some((slowest, ratio)) => wrong.push(format!(
            "\"{}\" takes {ratio:.0} times as long as the median, {MOST_RATIO:.0} are allowed",
            slowest.name
        )),
        None => wrong.push("no hostile text was measured".to_owned()),
    }
    wrong
}

fn table(measured: &[Measured]) -> String {
    let line = |one: &Measured| {
        format!(
            "{:<8} {:<24} {:<14} {:>8} records {:>8.1} MB/s",
            one.set, one.name, one.kind, one.records, one.megabytes_a_second
        )
    };
    let usual = measured.iter().filter(|one| one.set == "usual");
    let mut lines: Vec<String> = usual.chain(hostile(measured)).map(line).collect();
    if let Some((slowest, ratio)) = worst(measured) {
        lines.push(format!(
            "the slowest hostile text, \"{}\", takes {ratio:.1} times as long as the median",
            slowest.name
        ));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{over_budget, read};

    fn wrong(lines: &[(&str, &str, u64)]) -> Vec<String> {
        let output: Vec<String> = lines
            .iter()
            .map(|(set, name, nanoseconds)| {
                format!(
                    "{{\"set\":\"{set}\",\"name\":\"{name}\",\"bytes\":1000,\"nanoseconds\":{nanoseconds}}}"
                )
            })
            .collect();
        read(&output.join("\n")).map_or_else(|error| vec![error], |measured| over_budget(&measured))
    }

    #[test]
    fn what_is_slow_is_named() {
        let fast = [
            ("usual", "prose", 10_000),
            ("hostile", "a", 100),
            ("hostile", "b", 50),
        ];
        assert_eq!(wrong(&fast), Vec::<String>::new());
        let slow = [
            ("usual", "prose", 50_000),
            ("hostile", "a", 2_100),
            ("hostile", "b", 100),
            ("hostile", "c", 90),
        ];
        assert_eq!(
            wrong(&slow),
            [
                "prose is read at 20 MB/s, 40 are promised",
                "\"a\" takes 21 times as long as the median, 20 are allowed",
            ]
        );
        assert_eq!(wrong(&[("usual", "list", 1)]).len(), 2);
    }
}
