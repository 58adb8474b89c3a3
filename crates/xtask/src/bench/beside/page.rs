//! What was measured, for a reader.

use std::fmt::Write as _;

use super::facts::{Fact, Facts, OURS};
use crate::bench::{figures::grouped, machine, peers};

/// The contestants of tables behind ours, with their names.
const ZOD: (&str, &str) = ("papa-zod", "PapaParse and Zod");
const AJV: (&str, &str) = ("papa-ajv", "PapaParse and ajv");
const EXTRACTOR: (&str, &str) = ("ioc-extractor", "ioc-extractor");

/// Times as quick as `PapaParse` and Zod, at least.
const TIMES_ZOD: f64 = 10.0;
/// Times as quick as ioc-extractor on running text, at least.
const TIMES_EXTRACTOR: f64 = 20.0;
/// Time for each row of the most rows, against that of 10,000, at most.
const MOST_GROWTH: f64 = 1.3;
/// Times the file, at most.
const MOST_MEMORY: f64 = 4.0;

/// A promise and what was measured of it.
struct Promise {
    what: String,
    measured: f64,
    is_kept: bool,
}

/// What was promised and is not so.
pub(super) fn broken(facts: &Facts) -> Vec<String> {
    let broken = promises(facts).into_iter().filter(|it| !it.is_kept);
    broken
        .map(|it| format!("{}: {:.1}", it.what, it.measured))
        .collect()
}

fn promises(facts: &Facts) -> Vec<Promise> {
    let least = |what: String, least: f64, measured: f64| Promise {
        what: format!("{what}, at least {least}"),
        measured,
        is_kept: measured >= least,
    };
    let most = |what: &str, most: f64, measured: f64| Promise {
        what: format!("{what}, at most {most}"),
        measured,
        is_kept: measured <= most,
    };
    let tables = ["15000 rows", "300000 rows"].into_iter().map(|input| {
        let ratio = facts.ratio("tables", input, ZOD.0).unwrap_or_default();
        least(
            format!("{}: times as quick as {}", grouped(input), ZOD.1),
            TIMES_ZOD,
            ratio,
        )
    });
    let prose = facts.ratio("texts", "a report", EXTRACTOR.0);
    let prose = least(
        format!("running text: times as quick as {}", EXTRACTOR.1),
        TIMES_EXTRACTOR,
        prose.unwrap_or_default(),
    );
    let growth = most(
        "time for each of 1,000,000 rows, of that for each of 10,000",
        MOST_GROWTH,
        growth(facts).unwrap_or(f64::INFINITY),
    );
    let memory = facts.one("memory", "300000 rows", OURS);
    let memory = memory.and_then(times_the_file).unwrap_or(f64::INFINITY);
    let memory = most(
        "memory for 300,000 rows, of the file's size",
        MOST_MEMORY,
        memory,
    );
    tables.chain([prose, growth, memory]).collect()
}

fn growth(facts: &Facts) -> Option<f64> {
    let each = |input: &str| {
        let fact = facts.one("growth", input, OURS)?;
        Some(fact.milliseconds / fact.rows)
    };
    Some(each("1000000 rows")? / each("10000 rows")?)
}

fn times_the_file(fact: &Fact) -> Option<f64> {
    Some(fact.peak? / fact.bytes)
}

/// The page. `loads` are those of the machine.
pub(super) fn written(facts: &Facts, loads: &str) -> String {
    let mut page = format!(
        "# How fast it reads, beside others\n\nMade by `cargo xtask bench` on {}, whose load was {loads}, in Chromium \
         {}, with {}. {HEAD}",
        machine::said(),
        facts.browser,
        peers::named()
    );
    for part in [
        promised(facts),
        section(facts, TABLES, &["tables", "fresh"], &[ZOD, AJV]),
        section(facts, COLUMNS, &["columns"], &[ZOD, AJV]),
        section(facts, TEXTS, &["texts"], &[EXTRACTOR]),
        grown(facts),
        weighed(facts),
    ] {
        page.push_str(&part);
    }
    page
}

const HEAD: &str = "Each figure is the median of seven runs, in which the contestants take turns on the \
same bytes, after one that is not counted.

The job is the same for all: parse, check each row by the API's rules and say what is wrong with it, keep \
the first of those with one value, cut into calls of at most 500, write the bodies. Each does it in a worker \
of its own; the clock runs on the page, from posting the bytes until the last body is said to be there. Ours \
is the worker of the built page, driven by the page's own messages: it also detects what the file is, keeps \
each change and its place, looks every row up in the guard's lists, and tells the page its whole summary. \
The others are written as a page would use them: a typed schema, compiled beforehand; they are in \
`tests/e2e/bench`. They keep their bodies as text, which a browser would still have to encode.

";

const TABLES: &str = "## Portal CSVs

In 100 rows about 4 are wrong, in eight ways, and some hold a value of a row above, with the same action or another. All contestants come to the same calls: the \
chore fails where they do not. Without a quote in the file PapaParse takes a shorter way.

";

const COLUMNS: &str = "## Tables of others

Real files, of which the others are told the column and its type; ours finds both. Where the others accept fewer \
rows, most names that they refuse end in a byte that is no UTF-8, which they take for a part of the name.

";

const TEXTS: &str = "## Texts

A report made for the purpose, and real files. ioc-extractor gives values without their lines; it tells \
neither what it passed over nor why, takes what a text says is benign, and knows neither hosts files nor MISP: \
the counts differ.

";

fn promised(facts: &Facts) -> String {
    let mut table =
        "## What was promised\n\n| promise | measured | kept |\n|---|---|---|\n".to_owned();
    for it in promises(facts) {
        let kept = if it.is_kept { "yes" } else { "no" };
        // Writing to a String cannot fail.
        let _ = writeln!(table, "| {} | {:.1} | {kept} |", it.what, it.measured);
    }
    table + "\n"
}

fn section(facts: &Facts, head: &str, sets: &[&str], others: &[(&str, &str)]) -> String {
    let mut table = format!("{head}| input | MB | ioculate | MB/s | accepted |");
    let mut line = "|---|---|---|---|---|".to_owned();
    for (_, name) in others {
        let _ = write!(table, " {name} | accepted | times ours |");
        line.push_str("---|---|---|");
    }
    let _ = writeln!(table, "\n{line}");
    for set in sets {
        for input in facts.inputs(set) {
            table.extend(row(facts, set, input, others));
        }
    }
    table + "\n"
}

fn row(facts: &Facts, set: &str, input: &str, others: &[(&str, &str)]) -> Option<String> {
    let ours = facts.one(set, input, OURS)?;
    let mut row = format!(
        "| {} | {} | {} | {:.0} | {} |",
        grouped(input),
        megabytes(ours.bytes),
        time(ours),
        ours.megabytes_a_second(),
        ours.counts[0]
    );
    for (who, _) in others {
        let fact = facts.one(set, input, who)?;
        let _ = write!(
            row,
            " {} | {} | {:.1} |",
            time(fact),
            fact.counts[0],
            facts.ratio(set, input, who)?
        );
    }
    Some(row + "\n")
}

fn grown(facts: &Facts) -> String {
    let mut table =
        "## How it grows\n\n| rows | MB | time | MB/s | for each row |\n|---|---|---|---|---|\n"
            .to_owned();
    for fact in facts.of("growth") {
        let _ = writeln!(
            table,
            "| {} | {} | {} | {:.0} | {:.2} µs |",
            grouped(&fact.input).trim_end_matches(" rows"),
            megabytes(fact.bytes),
            time(fact),
            fact.megabytes_a_second(),
            fact.milliseconds * 1_000.0 / fact.rows
        );
    }
    table + "\n"
}

fn weighed(facts: &Facts) -> String {
    let mut table = MEMORY.to_owned();
    for input in facts.inputs("memory") {
        let of = |who: &str| {
            let fact = facts.one("memory", input, who)?;
            let peak = megabytes(fact.peak?);
            Some(format!("{peak} MB, {:.1} x", times_the_file(fact)?))
        };
        let cells = [OURS, ZOD.0, AJV.0].map(|who| of(who).unwrap_or("not told".to_owned()));
        let bytes = facts.one("memory", input, OURS).map_or(0.0, |it| it.bytes);
        let _ = writeln!(
            table,
            "| {} | {} | {} |",
            grouped(input),
            megabytes(bytes),
            cells.join(" | ")
        );
    }
    table
}

const MEMORY: &str = "## Memory

The most that the page's process takes while a file is read, beyond what it took before, as Linux counts it \
(`VmHWM`): for each contestant the median of three browsers that have read nothing else. What a \
collector has not thrown away yet counts, on all sides.

| input | MB | ioculate | PapaParse and Zod | PapaParse and ajv |
|---|---|---|---|---|
";

fn time(fact: &Fact) -> String {
    if fact.milliseconds < 1_000.0 {
        format!("{:.1} ms", fact.milliseconds)
    } else {
        format!("{:.2} s", fact.milliseconds / 1_000.0)
    }
}

fn megabytes(bytes: f64) -> String {
    let megabytes = bytes / 1_000_000.0;
    let decimals = if megabytes < 10.0 { 2 } else { 0 };
    format!("{megabytes:.decimals$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(ours: u32) -> Facts {
        let of = |set: &str, input: &str, who: &str, took: u32| {
            format!(
                "{{\"set\":\"{set}\",\"input\":\"{input}\",\"who\":\"{who}\",\"bytes\":1000000,\"rows\":1000,\
                 \"milliseconds\":[{took}],\"peaks\":[3000000]}}\n"
            )
        };
        let mut lines = String::new();
        for input in ["15000 rows", "300000 rows"] {
            lines += &of("tables", input, OURS, ours);
            lines += &of("tables", input, ZOD.0, 100);
            lines += &of("tables", input, AJV.0, 50);
            lines += &of("memory", input, OURS, 0);
        }
        lines += &of("texts", "a report", OURS, 1);
        lines += &of("texts", "a report", EXTRACTOR.0, 20);
        lines += &of("growth", "10000 rows", OURS, 10);
        lines += &of("growth", "1000000 rows", OURS, 13);
        Facts::read(&lines).expect("facts")
    }

    #[test]
    fn what_is_not_kept_is_named() {
        assert_eq!(broken(&facts(10)), [""; 0]);
        assert_eq!(broken(&facts(11)).len(), 2);
        assert_eq!(broken(&Facts::default()).len(), 5);
    }

    #[test]
    fn each_input_has_its_row() {
        let page = written(&facts(10), "1");
        assert!(
            page.contains("| 15,000 rows | 1.00 | 10.0 ms | 100 | 0 | 100.0 ms | 0 | 10.0 | 50.0 ms | 0 | 5.0 |"),
            "{page}"
        );
        assert!(page.contains("| 300,000 rows | 1.00 | 3.00 MB, 3.0 x | not told | not told |"));
    }
}
