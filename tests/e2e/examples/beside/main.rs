//! Ours and what others would take, side by side in one browser.
//!
//! `beside PACKAGE=FOLDER ...` names where each package of npm lies. Each line of the output is a fact:
//! the browser's version, or of one input and one contestant how long each of its runs took, what came of
//! it and, of some, the most memory that it took. The contestants take turns, so that a slow moment of the
//! machine falls on all. `cargo xtask bench` gives the packages and makes a page of the facts.

#![allow(clippy::print_stdout, reason = "a program has a terminal")]

mod inputs;
mod memory;
mod serve;

use std::{env, path::PathBuf, time::Duration};

use ioculate_e2e::{
    browser::{Driver, Manner, Process, Profile},
    stage,
};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult};

use inputs::{Input, Set};

/// Rounds that are counted. One before them is not: programs are compiled, and lists loaded.
const ROUNDS: usize = 7;

/// Browsers that the memory of each contestant is taken in, one after the other.
const BROWSERS: usize = 3;

/// The most that a run may take.
const PATIENCE: Duration = Duration::from_mins(5);

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let inputs = inputs::all();
    let mut mounts = vec![
        ("/page/".to_owned(), stage::built_page()),
        ("/inputs/".to_owned(), inputs::folder()),
        ("/".to_owned(), here("bench")),
    ];
    for package in env::args().skip(1) {
        let (name, folder) = package.split_once('=').expect("PACKAGE=FOLDER");
        mounts.insert(0, (format!("/peers/{name}/"), PathBuf::from(folder)));
    }
    let origin = serve::start(mounts);
    let mut driver = Driver::start();
    let times = Box::pin(times(&mut driver, &origin, &inputs)).await;
    times.expect("the contestants are timed");
    for input in inputs.iter().filter(|input| input.is_weighed) {
        for who in input.set.contestants() {
            let weighed = Box::pin(memory(&mut driver, &origin, input, who)).await;
            weighed.expect("the memory is taken");
        }
    }
    inputs::erase();
}

fn here(folder: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// A browser of its own on the page of the contest, for as long as `visit` takes.
async fn in_a_browser<T>(
    driver: &mut Driver,
    origin: &str,
    visit: impl AsyncFnOnce(&WebDriver) -> WebDriverResult<T>,
) -> WebDriverResult<T> {
    let profile = Profile::empty();
    let browser = driver.open(&profile, Manner::Even).await?;
    let _process = Process::of(&browser);
    browser.set_script_timeout(PATIENCE).await?;
    browser.goto(origin).await?;
    let done = visit(&browser).await;
    browser.quit().await?;
    done
}

/// What a function of the page's gives in the end.
async fn call(browser: &WebDriver, function: &str, given: Vec<Value>) -> WebDriverResult<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
        bench.{function}(...[...arguments].slice(0, -1))
            .then((it) => done(it ?? null), (error) => done({{ failed: String(error.stack) }}));"
    );
    let told: Value = browser.execute_async(script, given).await?.convert()?;
    assert!(told["failed"].is_null(), "{function}: {}", told["failed"]);
    Ok(told)
}

async fn times(driver: &mut Driver, origin: &str, inputs: &[Input]) -> WebDriverResult<()> {
    in_a_browser(driver, origin, async |browser| {
        let version = browser.capabilities().get("browserVersion").cloned();
        println!("{}", json!({ "browser": version }));
        for input in inputs {
            time(browser, input).await?;
        }
        Ok(())
    })
    .await
}

async fn time(browser: &WebDriver, input: &Input) -> WebDriverResult<()> {
    eprintln!("{}", input.name);
    let contestants = input.set.contestants();
    let mut took: Vec<Vec<f64>> = vec![Vec::new(); contestants.len()];
    let mut came = vec![Value::Null; contestants.len()];
    for round in 0..=ROUNDS {
        for (at, who) in contestants.iter().enumerate() {
            if input.set == Set::Fresh {
                browser
                    .execute(format!("bench.end('{who}')"), Vec::new())
                    .await?;
            }
            call(browser, "prepare", vec![json!(who), json!(input.file)]).await?;
            let given = vec![
                json!(who),
                json!(input.file),
                input.how.clone(),
                json!(round == 0),
            ];
            let run = call(browser, "run", given).await?;
            if round == 0 {
                came[at] = run;
            } else {
                took[at].push(run["milliseconds"].as_f64().expect("a figure"));
            }
        }
    }
    for ((who, took), came) in contestants.iter().zip(took).zip(came) {
        let fact = json!({
            "set": input.set.name(),
            "input": input.name,
            "bytes": input.bytes,
            "rows": input.rows,
            "who": who,
            "milliseconds": took,
            "told": came["told"],
            "found": came["found"],
        });
        println!("{fact}");
    }
    Ok(())
}

/// The most that the page's process takes while a file is read, beyond what it took before.
async fn memory(
    driver: &mut Driver,
    origin: &str,
    input: &Input,
    who: &str,
) -> WebDriverResult<()> {
    eprintln!("memory: {who}, {}", input.name);
    let mut peaks = Vec::new();
    for _ in 0..BROWSERS {
        let peak = in_a_browser(driver, origin, async |browser| {
            call(browser, "prepare", vec![json!(who), json!(input.file)]).await?;
            let Some(before) = memory::Before::take(browser) else {
                return Ok(None);
            };
            let given = vec![json!(who), json!(input.file), input.how.clone()];
            call(browser, "runFile", given).await?;
            Ok(Some(before.peak()))
        });
        peaks.extend(peak.await?);
    }
    let fact = json!({
        "set": "memory",
        "input": input.name,
        "bytes": input.bytes,
        "rows": input.rows,
        "who": who,
        "peaks": peaks,
    });
    println!("{fact}");
    Ok(())
}
