//! The whole job by keyboard alone: nothing is clicked, and no script moves the focus. At each screen on
//! the way, where the Tab key stops.

use ioculate_e2e::{
    act,
    engine::Ability,
    keys, see,
    stage::{Stage, play},
};
use serde_json::json;
use thirtyfour::{Key, WebDriver, error::WebDriverResult};

/// A list with something of every kind: ready, rewritten, repeated, contradicted, expired, refused,
/// commented, and one of the tenant's own.
const LIST: [&str; 9] = [
    "indicator_type,value,action,title,description,expiration",
    "DomainName,hxxp://bad[.]example,Block,One,First,",
    "DomainName,gate.example,Block,Two,Second,",
    "DomainName,gate.example,Audit,Two,Against the second,",
    "DomainName,relay.example,Block,Three,Third,2021-12-12T00:00:00Z",
    "IpAddress,203.0.113.77,Block,Four,Fourth,",
    "IpAddress,203.0.113.77,Block,Four,Again,",
    "FileSha256,9f86d081884c7d659a2feaa0c55ad015,Block,Five,Cut short,",
    "Url,https://files.example/a,Block,Six,Sixth,",
];

/// What the Tab key stops at on each screen, for the snapshot; and what is wrong there.
#[derive(Default)]
struct Rounds {
    table: Vec<String>,
    faults: Vec<String>,
}

impl Rounds {
    async fn note(&mut self, screen: &str, browser: &WebDriver) -> WebDriverResult<()> {
        let round = keys::round(browser).await?;
        self.table.push(screen.to_owned());
        let stops = round.stops.iter().map(|it| format!("  {it}"));
        self.table.extend(stops);
        let faults = round.faults.iter().map(|it| format!("{screen}: {it}"));
        self.faults.extend(faults);
        Ok(())
    }
}

/// Signs in.
async fn signs_in(browser: &WebDriver, rounds: &mut Rounds) -> WebDriverResult<()> {
    see::shown(browser, "sign-in").await?;
    see::shown(browser, "history").await?;
    rounds.note("signed out", browser).await?;
    keys::enter(browser, "[data-testid=sign-in]").await?;
    see::shown(browser, "account-analyst").await?;
    keys::enter(browser, "[data-testid=account-analyst]").await?;
    see::shown(browser, "account").await?;
    rounds.note("choose", browser).await
}

/// Says what the list lacks.
async fn fills_the_form(browser: &WebDriver, rounds: &mut Rounds) -> WebDriverResult<()> {
    keys::choose(browser, "[data-testid=default-action]", "Warn").await?;
    keys::choose(browser, "[data-testid=default-severity]", "High").await?;
    keys::to(browser, "[data-testid=default-title]").await?;
    keys::press(browser, "Of the keyboard").await?;
    for fold in ["template-fields", "by-type", "alert-and-groups"] {
        keys::enter(browser, &format!("[data-testid={fold}] > summary")).await?;
    }
    keys::choose(
        browser,
        "[data-group=names] [data-testid=group-severity]",
        "Low",
    )
    .await?;
    keys::enter(browser, ".presets summary").await?;
    rounds.note("choose, all unfolded", browser).await
}

/// Writes the list, cuts it out, pastes it, and has it read.
async fn gives_a_list(browser: &WebDriver) -> WebDriverResult<()> {
    keys::to(browser, "#paste").await?;
    for line in LIST {
        keys::press(browser, line).await?;
        keys::press(browser, Key::Enter).await?;
    }
    for key in ['a', 'x', 'v'] {
        keys::press_with(browser, Key::Control, key).await?;
    }
    keys::enter(browser, ".paste button").await?;
    see::compared(browser).await?;
    see::focus_at(browser, "h1").await
}

/// Looks at the list: filters it, goes through its rows, mends some.
async fn reviews(browser: &WebDriver, rounds: &mut Rounds) -> WebDriverResult<()> {
    rounds.note("review", browser).await?;
    keys::to(browser, ".tools [type=search]").await?;
    keys::press(browser, "gate").await?;
    see::text(browser, "2 shown").await?;
    rounds.note("review, filtered", browser).await?;
    keys::to(browser, ".tools [type=search]").await?;
    keys::press_with(browser, Key::Control, 'a').await?;
    keys::press(browser, Key::Delete).await?;
    keys::choose(browser, ".tools select", "Refused").await?;
    see::text(browser, "2 shown").await?;
    keys::enter(browser, ".tools button.bare").await?;
    keys::at(browser, "#rows").await?;

    // To the last row, to its details, and back.
    keys::press(browser, Key::Down).await?;
    row(browser, 2).await?;
    keys::press(browser, Key::Down).await?;
    row(browser, 3).await?;
    keys::press(browser, Key::End).await?;
    row(browser, 9).await?;
    keys::press(browser, Key::Home).await?;
    row(browser, 2).await?;
    keys::press(browser, Key::Enter).await?;
    keys::at(browser, "#h-d").await?;
    rounds.note("review, a row's details", browser).await?;
    for _ in 2..9 {
        keys::enter(browser, ".sheet .menu button:nth-child(2)").await?;
    }
    row(browser, 9).await?;
    keys::press(browser, Key::Escape).await?;
    keys::at(browser, "#rows").await?;
    row(browser, 9).await?;
    // The last row stays behind.
    keys::press(browser, Key::Enter).await?;
    keys::at(browser, "#h-d").await?;
    keys::enter(browser, ".sheet .fix button").await?;
    see::text(browser, "Send 3").await?;
    keys::to(browser, "#rows").await?;
    keys::press(browser, Key::Escape).await?;
    keys::at(browser, "#rows").await?;
    Ok(())
}

/// Waits until the table's cursor is on this row.
async fn row(browser: &WebDriver, index: usize) -> WebDriverResult<()> {
    let now = "const at = document.getElementById('rows').getAttribute('aria-activedescendant');
        const row = document.getElementById(at);
        return Number(row?.ariaRowIndex ?? 0);";
    act::eventually(async || {
        let now: usize = browser.execute(now, Vec::new()).await?.convert()?;
        let has_details = see::selected(browser, "#h-d").await?;
        Ok((now == index && has_details).then_some(()))
    })
    .await
}

/// Asks to send, thinks better of it, and sends.
async fn sends(stage: &Stage, rounds: &mut Rounds) -> WebDriverResult<()> {
    let browser = &stage.browser;
    keys::enter(browser, "[data-testid=send]").await?;
    see::shown(browser, "confirm-send").await?;
    rounds.note("question", browser).await?;
    keys::press(browser, Key::Escape).await?;
    keys::at(browser, "[data-testid=send]").await?;
    keys::press(browser, Key::Enter).await?;
    // One a call: the first is answered, and the second is not for now.
    keys::enter(browser, "dialog details > summary").await?;
    keys::to(browser, "[data-testid=route-batches]").await?;
    keys::press(browser, Key::Down).await?;
    keys::at(browser, "[data-testid=route-one-by-one]:checked").await?;
    stage.tenant.faults(json!({ "hold_after": 1 })).await;
    keys::enter(browser, "[data-testid=confirm-send]").await?;
    see::focus_at(browser, "h1").await?;
    see::shown(browser, "pause").await?;
    see::shown_by(browser, "[data-testid=progress][value='1']").await?;
    rounds.note("run", browser).await?;
    keys::enter(browser, "[data-testid=pause]").await?;
    keys::at(browser, "[data-testid=resume]").await?;
    rounds.note("paused", browser).await?;
    keys::enter(browser, "[data-testid=resume]").await?;
    keys::at(browser, "[data-testid=pause]").await?;
    stage.tenant.faults(json!({ "hold_after": 0 })).await;
    see::reported(browser).await?;
    see::focus_at(browser, "h1").await
}

/// Looks at what the tenant holds by now, and comes back.
async fn looks_at_the_tenant(browser: &WebDriver, rounds: &mut Rounds) -> WebDriverResult<()> {
    keys::enter(browser, "[data-testid=tenant-view]").await?;
    see::text(browser, "3 shown").await?;
    keys::enter(browser, ".c-title[role=columnheader] button").await?;
    see::shown_by(browser, ".c-title[aria-sort=ascending]").await?;
    keys::to(browser, "#rows").await?;
    keys::press(browser, Key::Down).await?;
    keys::press(browser, " ").await?;
    see::text(browser, "1 selected").await?;
    see::shown_by(browser, "#h-d").await?;
    keys::press(browser, Key::Enter).await?;
    keys::at(browser, "#h-d").await?;
    rounds
        .note("tenant, a row chosen and open", browser)
        .await?;
    keys::to(browser, ".sheet button").await?;
    keys::press(browser, Key::Escape).await?;
    keys::at(browser, "#rows").await?;
    keys::enter(browser, ".foot .bare").await?;
    see::shown(browser, "report").await?;
    see::focus_at(browser, "h1").await
}

/// Reads the report and takes it away, and takes the run back.
async fn reports(browser: &WebDriver, rounds: &mut Rounds) -> WebDriverResult<()> {
    rounds.note("report", browser).await?;
    for file in ["csv", "json"] {
        let button = format!("[data-testid=download-report-{file}]");
        let files = act::download(browser, 1, async |page| keys::enter(page, &button).await);
        assert!(!files.await?[0].is_empty());
    }
    looks_at_the_tenant(browser, rounds).await?;
    keys::enter(browser, "[data-testid=undo]").await?;
    see::shown(browser, "drop").await?;
    see::focus_at(browser, "h1").await?;
    rounds.note("undo", browser).await?;
    keys::enter(browser, "[data-testid=send]").await?;
    see::shown(browser, "confirm-send").await?;
    rounds.note("undo, question", browser).await?;
    keys::enter(browser, "[data-testid=confirm-send]").await?;
    see::text(browser, "What became of it").await?;
    see::reported(browser).await?;
    see::focus_at(browser, "h1").await?;
    rounds.note("undo, report", browser).await?;
    // To the report that it came from, and to the first screen.
    keys::enter(browser, "[data-testid=leave-report]").await?;
    see::text(browser, "Undone by the run of").await?;
    keys::enter(browser, "[data-testid=leave-report]").await?;
    see::shown(browser, "show-run").await?;
    rounds.note("past runs", browser).await?;
    keys::enter(browser, "[data-testid=forget-run]").await?;
    see::shown(browser, "confirm-run").await?;
    rounds.note("past runs, question", browser).await?;
    keys::press(browser, Key::Escape).await?;
    keys::at(browser, "[data-testid=forget-run]").await
}

#[tokio::test]
async fn the_whole_job_is_done_by_keys() {
    let mut rounds = Rounds::default();
    play("keyboard", async |stage| {
        let rounds = &mut rounds;
        let browser = stage.open().await?;
        signs_in(browser, rounds).await?;
        fills_the_form(browser, rounds).await?;
        gives_a_list(browser).await?;
        reviews(browser, rounds).await?;
        sends(stage, rounds).await?;
        reports(browser, rounds).await?;
        assert!(stage.tenant.state().await.is_empty());
        Ok(())
    })
    .await;
    assert!(rounds.faults.is_empty(), "\n{}", rounds.faults.join("\n"));
    if !Ability::Tree.is_there_for("keyboard, the table of stops") {
        return;
    }
    insta::assert_snapshot!(rounds.table.join("\n"));
}
