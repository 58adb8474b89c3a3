//! How long a run takes, by rows and by how long the service takes to answer.
//!
//! Each line of the output is a run of the built page against the emulator, a tenant and a browser of its
//! own for each: its rows, the milliseconds of one answer, its calls, and how long it took in milliseconds,
//! from the first call to the last answer and from the command to the report. `cargo xtask bench run`
//! makes a page of them.

#![allow(clippy::print_stdout, reason = "a program has a terminal")]

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::{Setting, Stage, play_in},
    timing::{self, Mark},
};
use serde_json::json;
use thirtyfour::error::WebDriverResult;

const ROWS: [usize; 5] = [500, 2_000, 5_000, 10_000, 15_000];

/// Milliseconds that an answer takes.
const LATENCIES: [u32; 3] = [200, 1_000, 3_000];

const IMPORT: &str = "/api/indicators/import";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let setting = Setting {
        is_timed: true,
        ..Setting::USUAL
    };
    for latency in LATENCIES {
        for count in ROWS {
            eprintln!("{count} rows, {latency} ms");
            let scene = async |stage: &mut Stage| run(stage, count, latency).await;
            Box::pin(play_in("pace", setting, scene)).await;
        }
    }
}

async fn run(stage: &Stage, count: usize, latency: u32) -> WebDriverResult<()> {
    let browser = stage.signed_in(Account::Analyst).await?;
    let file = rows::file("rows.csv", &rows::portal_csv(count));
    act::drop_file(browser, &file).await?;
    see::reviewed(browser).await?;
    stage.tenant.faults(json!({ "latency_ms": latency })).await;
    act::send(browser).await?;
    let ended = see::reported(browser).await?;
    assert_eq!(ended[0], count as u64, "all is accepted");
    let marks = timing::marks(browser).await?;
    let calls = of(&marks, "asked", IMPORT);
    let answers = of(&marks, "read", IMPORT);
    let told = timing::answered(&marks, "send", "report");
    let took = json!({
        "rows": count,
        "latency": latency,
        "calls": calls.len(),
        "callsTook": answers.last().zip(calls.first()).map(|(last, first)| last - first),
        "allTook": told.first(),
    });
    println!("{took}");
    Ok(())
}

fn of(marks: &[Mark], what: &str, name: &str) -> Vec<f64> {
    let marks = marks
        .iter()
        .filter(|mark| mark.what == what && mark.name == name);
    marks.map(|mark| mark.at).collect()
}
