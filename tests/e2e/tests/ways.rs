//! The ways out without the page: the script that it writes is run against the emulated tenant.
//!
//! `PowerShell` is on no machine of the tests: its script is held to hold the same bodies, in
//! `crates/core/tests/ways.rs`.

use std::{
    path::PathBuf,
    process::{Command, Output, Stdio},
    time::Instant,
};

use ioculate_core::{
    check::{Defaults, Policy},
    indicator::{Action, IndicatorType},
    ledger::{Decided, Ledger, Replaced, Settings},
    limits::Limits,
    plan::Plan,
    report::{self, Shell},
};
use ioculate_e2e::{act, loopback::now_since, rows, see, stage::play, tenant::Tenant};
use ioculate_emulator::{Emulator, Options, Running};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult};

fn ledger(csv: String) -> Ledger {
    let mut ledger = Ledger::new(Settings {
        defaults: Defaults::default(),
        policy: Policy::default(),
        today: now_since(Instant::now()).wall,
    });
    ledger.read("rows.csv", csv.into_bytes());
    ledger
}

fn emulated() -> (Running, Tenant) {
    let emulator = Emulator::start(Options::default()).expect("the emulator starts");
    let tenant = Tenant::new(&emulator.manage);
    (emulator, tenant)
}

/// The script for a plan, as a file.
fn written(name: &str, api: &str, ledger: &Ledger) -> PathBuf {
    let limits = Limits::documented();
    let plan = Plan::build(ledger, &limits);
    let script = report::script(Shell::Bash, api, &plan, &limits, plan.ids()).expect("a script");
    rows::file(
        &format!("{name}.sh"),
        &String::from_utf8(script.bytes).expect("UTF-8"),
    )
}

/// Runs a script with a token from the environment.
async fn run(script: PathBuf, token: String, arguments: &'static [&'static str]) -> (bool, String) {
    let run = move || -> Output {
        let mut bash = Command::new("bash");
        bash.arg(&script).args(arguments);
        bash.env("IOCULATE_TOKEN", token).stdin(Stdio::null());
        bash.output().expect("bash is there")
    };
    let output = tokio::task::spawn_blocking(run).await.expect("it ends");
    let told = [output.stdout, output.stderr].concat();
    let told = String::from_utf8_lossy(&told).into_owned();
    (output.status.success(), told)
}

/// Says so, and passes, where curl is not there.
fn has_curl() -> bool {
    let found = Command::new("curl").arg("--version").output().is_ok();
    if !found {
        eprintln!("skipped: curl is not there");
    }
    found
}

/// Values and texts that would run, end a body, or break a line, where one of them got out.
fn hostile() -> String {
    let mut csv = rows::portal_csv(600);
    csv.push_str("Url,http://bad.example.com/$(touch${IFS}pwned)`id`'%27,,Block,Low,\"BODY\n'@\n\",\"$(id) \\é\u{2019}\n\",,,,,true\n");
    csv
}

#[tokio::test]
async fn the_script_sends_what_the_page_would_have_sent() {
    if !has_curl() {
        return;
    }
    let (emulator, tenant) = emulated();
    let ledger = ledger(hostile());
    assert_eq!(ledger.counts().ready, 601);
    let script = written("sends-all", &emulator.api, &ledger);
    let token = tenant.token("analyst").await;
    let (is_good, told) = run(script.clone(), token.clone(), &[]).await;
    assert!(is_good, "{told}");
    assert!(
        told.contains("601 accepted, 0 refused, 0 without an answer."),
        "{told}"
    );
    assert!(!told.contains(&token), "the token is not shown");
    let sent = tenant.state().await.indicators();
    assert_eq!(sent.len(), 601);
    let last = sent.last().expect("the last one");
    let indicator = ledger.indicator(600).expect("ready");
    assert_eq!(last["indicatorValue"], json!(indicator.value));
    assert_eq!(last["title"], json!(indicator.title));
    assert_eq!(last["description"], json!(indicator.description));
    let calls = tenant.state().await.0["calls"].as_array().map(Vec::len);
    assert_eq!(calls, Some(2));
    // From the second call on.
    let (is_good, told) = run(script.clone(), token.clone(), &["2"]).await;
    assert!(is_good && told.contains("101 accepted"), "{told}");
    // What sends nothing is no success.
    let none: [&[&str]; 4] = [&["0"], &["3"], &["99999999999999999999"], &["two"]];
    for first in none {
        let (is_good, told) = run(script.clone(), token.clone(), first).await;
        assert!(!is_good && told.contains(first[0]), "{told}");
    }
}

#[tokio::test]
async fn the_script_says_what_was_refused_and_waits_where_it_is_told_to() {
    if !has_curl() {
        return;
    }
    let (emulator, tenant) = emulated();
    let faults = json!({ "fail_item_every": 100, "failure_reason": "no {\"isFailed\": true} \u{1b}[31m",
        "throttle_every": 2, "omit_item_every": 150 });
    tenant.faults(faults).await;
    let script = written("refused", &emulator.api, &ledger(rows::portal_csv(700)));
    let (is_good, told) = run(script, tenant.token("analyst").await, &[]).await;
    assert!(!is_good, "what was refused is a failure");
    let held = tenant.state().await.len();
    assert!(told.contains("waiting"), "{told}");
    assert!(told.contains(" refused, "), "{told}");
    assert!(!told.contains('\u{1b}'), "{told}");
    assert!(told.contains("\"failureReason\""), "{told}");
    assert!(held > 600, "{held}");
}

#[tokio::test]
async fn the_script_stops_where_the_token_is_not_good() {
    if !has_curl() {
        return;
    }
    let (emulator, tenant) = emulated();
    let script = written("forbidden", &emulator.api, &ledger(rows::portal_csv(600)));
    for (token, status) in [
        (tenant.token("reader").await, "403"),
        ("eyJ.not.good".to_owned(), "401"),
    ] {
        let (is_good, told) = run(script.clone(), token, &[]).await;
        assert!(!is_good && told.contains(status), "{told}");
        assert!(told.contains("Stopped at call 1 of 2."), "{told}");
    }
    for bad in ["", "a b", "x\"\nurl = http://evil.example"] {
        let (is_good, told) = run(script.clone(), bad.to_owned(), &[]).await;
        assert!(
            !is_good && told.contains("That is no access token."),
            "{told}"
        );
    }
    assert!(tenant.state().await.is_empty());
}

#[tokio::test]
async fn the_script_deletes_first_and_sends_nothing_where_that_fails() {
    if !has_curl() {
        return;
    }
    let (emulator, tenant) = emulated();
    let rival = json!({ "indicatorType": "FileSha256", "indicatorValue": rows::sha256(0), "action": "Audit",
        "title": "of old", "description": "made before", "generateAlert": true });
    tenant.seed(json!([rival])).await;
    let id = tenant.state().await.indicators()[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let mut ledger = ledger(rows::portal_csv(3));
    let replaced = Replaced {
        id,
        indicator_type: IndicatorType::FileSha256,
        value: rows::sha256(0),
        action: Action::Audit,
    };
    let mut decided = Decided::default();
    decided.replace(0, vec![replaced]);
    ledger.decide(decided);
    let script = written("replaces", &emulator.api, &ledger);
    tenant.faults(json!({ "delete_status": 403 })).await;
    let token = tenant.token("analyst").await;
    let (is_good, told) = run(script.clone(), token.clone(), &[]).await;
    assert!(!is_good && told.contains("Stopped at call 1"), "{told}");
    assert_eq!(tenant.state().await.len(), 1);
    tenant.faults(json!({ "delete_status": 204 })).await;
    let (is_good, told) = run(script, token, &[]).await;
    assert!(is_good, "{told}");
    assert_eq!(tenant.state().await.len(), 3);
    let actions = tenant.state().await.indicators();
    assert!(
        actions
            .iter()
            .all(|indicator| indicator["action"] == "Block")
    );
}

/// What a button gives as files.
async fn taken(browser: &WebDriver, id: &str, count: usize) -> WebDriverResult<Vec<String>> {
    let button = format!("[data-testid='{id}']");
    act::download(browser, count, async |page| {
        act::click_on(page, &button).await
    })
    .await
}

#[tokio::test]
async fn each_way_out_is_taken_from_the_review() {
    play("ways", async |stage| {
        let browser = stage.review(&rows::portal_csv(600)).await?;
        act::click(browser, "ways").await?;
        let csvs = taken(browser, "ways-portal", 2).await?;
        let read: Vec<u32> = csvs
            .iter()
            .map(|csv| ledger(csv.clone()).counts().ready)
            .collect();
        assert_eq!(read, [500, 100]);
        for id in ["ways-bash", "ways-power-shell"] {
            let script = taken(browser, id, 1).await?.remove(0);
            assert!(script.contains("600 indicators in 2 calls"), "{id}");
            assert!(script.contains(&stage.api), "{id}");
        }
        let bodies = taken(browser, "ways-bodies", 2).await?;
        let count = |body: &String| {
            let body: Value = serde_json::from_str(body).expect("JSON");
            body["Indicators"].as_array().map_or(0, Vec::len)
        };
        assert_eq!(bodies.iter().map(count).collect::<Vec<_>>(), [500, 100]);
        let queries = taken(browser, "ways-hunting", 1).await?;
        assert!(queries[0].contains(&rows::sha256(599)));
        act::escape(browser).await?;
        // The list is as it was, and is sent.
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [600, 0, 0, 0]);
        assert!(!see::is_there(browser, "ways").await?, "nothing is left");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_a_run_left_behind_is_taken_out() {
    play("ways-rest", async |stage| {
        let browser = stage.review(&rows::portal_csv(4_000)).await?;
        stage
            .tenant
            .faults(json!({ "hold_after": 3, "fail_item_every": 50 }))
            .await;
        act::send(browser).await?;
        stage.batches_arrived(4).await?;
        act::press(browser, "Cancel the rest").await?;
        stage.tenant.faults(json!({ "hold_after": 0 })).await;
        let [_, rejected, _, not_sent] = see::reported(browser).await?;
        assert!(rejected > 0 && not_sent > 0);
        act::open_fold(browser, "Without the API").await?;
        let not_sent = usize::try_from(not_sent).expect("a few");
        let files = not_sent.div_ceil(500);
        let csvs = taken(browser, "ways-portal", files).await?;
        let rows: usize = csvs.iter().map(|csv| csv.lines().count() - 1).sum();
        assert_eq!(rows, not_sent);
        Ok(())
    })
    .await;
}
