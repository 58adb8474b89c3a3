//! What would become of each record of some files, one JSON object a line.
//!
//! ```text
//! cargo run --release -p ioculate-core --example inspect -- [--today YYYY-MM-DD] [--summary] FILE...
//! ```
//!
//! Each record prints `{"file","line","verdict","type","value","code","changes":[..]}`, each file
//! `{"file","summary":{"records","ready","duplicate","conflict","refused","ignored"}}`; what is to be
//! said about a file as a whole goes to standard error. `--summary` leaves the records out and adds
//! how long each step took. Fields that a plain list lacks are `Audit`, the file's name and `imported`.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program has a clock, files and a terminal; the core has none"
)]

use std::{
    error::Error,
    fs,
    io::{self, BufWriter, Write},
    path::Path,
    process::ExitCode,
    time::Instant,
};

use ioculate_core::{
    batch,
    check::{Defaults, Policy},
    clock::WallTime,
    diagnostic::Gravity,
    indicator::Action,
    ledger::{Content, Given, Ledger, Settings},
    limits::Limits,
    packed,
    plan::Plan,
};
use ioculate_unpack::{Bounds, Kind, unpack};
use serde_json::json;

/// What was asked for.
struct Asked {
    today: WallTime,
    summary_only: bool,
    files: Vec<String>,
}

fn main() -> ExitCode {
    match asked(std::env::args().skip(1)).and_then(|asked| inspect(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("inspect: {error}");
            ExitCode::FAILURE
        }
    }
}

fn asked(mut arguments: impl Iterator<Item = String>) -> Result<Asked, Box<dyn Error>> {
    let mut asked = Asked {
        today: WallTime(jiff::Timestamp::now().as_millisecond()),
        summary_only: false,
        files: Vec::new(),
    };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--today" => {
                let date = arguments.next().ok_or("--today needs a date, YYYY-MM-DD")?;
                let moment: jiff::Timestamp = format!("{date}T00:00:00Z").parse()?;
                asked.today = WallTime(moment.as_millisecond());
            }
            "--summary" => asked.summary_only = true,
            _ => asked.files.push(argument),
        }
    }
    if asked.files.is_empty() {
        return Err("usage: inspect [--today YYYY-MM-DD] [--summary] FILE...".into());
    }
    Ok(asked)
}

fn inspect(asked: &Asked) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    for path in &asked.files {
        let name = Path::new(path)
            .file_name()
            .map_or_else(|| path.clone(), |name| name.to_string_lossy().into_owned());
        let bytes = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        let started = Instant::now();
        let mut ledger = Ledger::new(settings(&name, asked.today));
        read(&mut ledger, &name, bytes);
        let read = started.elapsed();
        for file in ledger.files() {
            for found in &file.diagnostics {
                eprintln!("{}: {}: {found}", file.name, found.finding.code());
            }
        }
        if asked.summary_only {
            let limits = Limits::documented();
            let started = Instant::now();
            let plan = Plan::build(&ledger, &limits);
            let batches = batch::split(&plan, &limits);
            let bytes: usize = batches
                .iter()
                .map(|cut| batch::body(&plan, &cut.entries, cut.endpoint).len())
                .sum();
            let planned = started.elapsed();
            eprintln!(
                "{name}: read, checked and deduplicated in {read:?}; planned and serialised in {planned:?}: {} entries, {} calls, {bytes} bytes",
                plan.len(),
                batches.len()
            );
        } else {
            for row in 0..ledger.len() {
                writeln!(out, "{}", record(&ledger, row))?;
            }
        }
        let summary = json!({ "file": name, "summary": ledger.counts() });
        writeln!(out, "{summary}")?;
    }
    out.flush()?;
    Ok(())
}

/// Reads a file as the page does: what is packed is unpacked first.
fn read(ledger: &mut Ledger, name: &str, bytes: Vec<u8>) {
    if !packed::is_packed(&bytes) {
        ledger.read(name, bytes);
        return;
    }
    let unpacked = unpack(name, &bytes, &Bounds::default());
    let parts = unpacked.parts.into_iter().map(|part| Given {
        name: part.name,
        content: match part.kind {
            Kind::File => Content::File(part.bytes),
            Kind::Sheet => Content::Sheet(part.bytes),
        },
    });
    let refusals = unpacked.refusals.into_iter().map(|refusal| Given {
        name: refusal.name,
        content: Content::Refused {
            bytes: 0,
            why: packed::not_unpacked(refusal.why.code(), refusal.why.row()),
        },
    });
    ledger.take_all(parts.chain(refusals).collect());
}

fn settings(name: &str, today: WallTime) -> Settings {
    Settings {
        defaults: Defaults {
            action: Action::Audit,
            title: name.to_owned(),
            description: "imported".to_owned(),
            ..Defaults::default().expiring_in(None)
        },
        policy: Policy::default(),
        today,
    }
}

/// One record as `inspect` prints it.
fn record(ledger: &Ledger, row: u32) -> serde_json::Value {
    let file = ledger.files().get(usize::from(ledger.file_of(row)));
    let full = ledger.row(row);
    let recognised = full.as_ref().and_then(|full| match &full.indicator {
        Some(indicator) => Some((indicator.indicator_type, indicator.value.as_ref())),
        None => full
            .recognised
            .as_ref()
            .map(|(kind, value)| (*kind, value.as_ref())),
    });
    let code = full.as_ref().and_then(|full| {
        let mut errors = full.diagnostics.iter();
        let error = errors.find(|found| found.finding.gravity() == Gravity::Error)?;
        Some(error.finding.code())
    });
    json!({
        "file": file.map(|file| &file.name),
        "line": ledger.line_of(row),
        "verdict": ledger.verdict(row),
        "type": recognised.map(|(kind, _)| kind),
        "value": recognised.map(|(_, value)| value),
        "code": code,
        "changes": full.as_ref().map(|full| full.listed_changes().collect::<Vec<_>>()),
    })
}
