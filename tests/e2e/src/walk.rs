//! A walk through the states of the page, for what must hold in each of them.
//!
//! A state is a line of [`STATES`]: its name, and the steps that lead to it from the one before. Steps know
//! elements by selectors, never by words, so that the walk can be taken in any language.

use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult};

use crate::{
    act, keys, rows, see,
    stage::{Stage, play},
};

/// One thing that leads to a state.
#[derive(Clone, Copy)]
pub enum Step {
    /// The page is opened, or loaded again; who was signed in stays so.
    Open,
    /// What fits this selector is clicked, once it can be.
    Click(&'static str),
    /// A text is written into it.
    Write(&'static str, &'static str),
    /// The page is given a file of this name and text.
    Give(&'static str, fn() -> String),
    /// The emulator's switches are set.
    Switch(&'static str),
    /// The tenant comes to hold more.
    Seed(fn() -> Value),
    /// What fits this selector is shown.
    Shown(&'static str),
    /// The page speaks another language.
    Speak(&'static str),
    /// A key is pressed, wherever the focus is.
    Press(char),
}

/// A state: its name, and what leads to it.
pub type State = (&'static str, &'static [Step]);

use Step::{Click, Give, Open, Press, Seed, Shown, Speak, Switch, Write};

const SIGN_IN: &str = "[data-testid=sign-in]";
const ACCOUNT: &str = "[data-testid=account]";
const SEND: &str = "[data-testid=send]";
const CONFIRM: &str = "[data-testid=confirm-send]";
/// The way out of a question.
const STAY: &str = "dialog .dlg-f button:not(.main):last-of-type, dialog .dlg-f button[autofocus]";
const ROW: &str = "#rows [data-testid=row]";
const DETAILS: &str = "#h-d";
const COMPARED: &str = "[data-testid=tenant-state][data-state=known]";
const TENANT: &str = "[data-testid=tenant-view]";
const REPORT: &str = "[data-testid=report]";

const COLUMNS: &str = "[data-testid=columns] > summary";
/// The way out of a form over rows.
const LEAVE_FORM: &str = ".sheet .ends .bare";

/// Every state but those of [`HELD_UP`], in the order of the walk.
#[rustfmt::skip]
pub const STATES: [State; 44] = [
    ("signed out", &[Open, Shown(SIGN_IN), Shown("[data-testid=history]")]),
    ("sign-in refused", &[Click(SIGN_IN), Click("[data-testid=account-unassigned]"), Shown("[data-testid=sign-in-failure]"), Shown("[data-testid=history]")]),
    ("choose", &[Click(SIGN_IN), Click("[data-testid=account-analyst]"), Shown(ACCOUNT), Shown("[data-testid=history]")]),
    ("choose, the account unfolded", &[Click(".account > summary"), Shown("[data-testid=sign-out]")]),
    ("choose, text written", &[Click(".account > summary"), Write("#paste", "hxxp://bad[.]example/gate")]),
    ("choose, defaults unfolded", &[Click("[data-testid=template-fields] > summary"), Click("[data-testid=by-type] > summary"),
        Click("[data-testid=alert-and-groups] > summary"), Click(".presets summary"), Shown("[data-testid=preset-name]")]),
    ("choose, a default that cannot be", &[Write("[data-testid=default-title]", "{nothing}\u{e007}"), Shown("small.bad")]),
    ("nothing in a file", &[Open, Shown(ACCOUNT), Give("nothing.csv", String::new), Shown(".nothing [role=alert]")]),
    ("review", &[Give("clean.csv", clean), Shown(COMPARED), Shown("[data-records='5']"), Shown(ROW)]),
    ("question", &[Click(SEND), Shown(CONFIRM)]),
    ("question, ways to send unfolded", &[Click("dialog details > summary"), Shown("[data-testid=route-one-by-one]")]),
    // The one write that is answered for now.
    ("report", &[Switch(r#"{ "hold_after": 1, "fail_item_every": 5 }"#), Click(CONFIRM), Shown(REPORT), Shown(ROW)]),
    ("report, a row's details", &[Click(ROW), Shown(DETAILS)]),
    ("tenant", &[Seed(held), Click(TENANT), Shown("[data-testid=held][data-state=known]"), Shown(ROW)]),
    ("tenant, a row chosen and open", &[Click("#rows .row .tick"), Click(ROW), Shown(DETAILS), Shown("[data-testid=held-all]")]),
    ("delete", &[Click("[data-testid=delete-selected]"), Shown("[data-testid=drop]"), Shown(ROW)]),
    ("delete, question", &[Click(SEND), Shown(CONFIRM)]),
    ("undo", &[Click(STAY), Click("[data-testid=drop]"), Click(TENANT), Click("[data-testid=undo]"), Shown("[data-testid=drop]"), Shown(ROW)]),
    ("undo, question", &[Click(SEND), Shown(CONFIRM)]),
    ("past runs", &[Click(STAY), Click("[data-testid=drop]"), Click("[data-testid=leave-report]"), Shown("[data-testid=show-run]")]),
    ("question of a past run", &[Click("[data-testid=forget-run]"), Shown("[data-testid=confirm-run]")]),
    ("question of all past runs", &[Click(STAY), Click("[data-testid=forget-all]"), Shown("[data-testid=confirm-run]")]),
    ("help", &[Click(STAY), Press('?'), Shown("[data-testid=help-dialog]")]),
    ("connection check", &[Click("[data-testid=help-dialog] .main"), Click("[data-testid=host]"), Shown("[data-finding=Permitted]")]),
    ("review with problems", &[Click("[data-testid=check-dialog] [autofocus]"), Give("mixed.csv", mixed), Shown("[data-records='13']"), Shown(COMPARED), Shown("[data-testid=guard-stop]")]),
    ("review, columns unfolded", &[Click(COLUMNS), Shown("[data-testid=columns] [type=range]")]),
    ("review, filtered", &[Click(COLUMNS), Click(".causes li:nth-child(2) .name"), Shown(".name[aria-pressed=true]"), Shown(".tools [role=status]")]),
    ("review, a row's details", &[Click(ROW), Shown(DETAILS)]),
    ("review, a row written in", &[Click("[data-testid=edit]"), Write("[data-testid=edit-indicatorValue]", "_and_more"), Shown("[data-testid=edit-state] .bad")]),
    ("review, many rows written in", &[Click(LEAVE_FORM), Click("[data-testid=edit-rows]"), Click("[data-testid=edit-many] .tick"), Shown("[data-testid=edit-many]")]),
    ("review, filtered to nothing", &[Click(LEAVE_FORM), Write(".tools [type=search]", "no such row"), Shown("#rows .none")]),
    ("review, a file unfolded", &[Click(".tools > button.bare"), Click(".lower details:not([open]) > summary"), Shown(".lower details[open]")]),
    ("without the API", &[Click("[data-testid=ways]"), Shown("[data-testid=ways-dialog]")]),
    ("question with the guard's", &[Click("[data-testid=ways-dialog] .main"), Click(SEND), Shown("dialog [data-testid=guard-stop]")]),
    ("run", &[Click(CONFIRM), Shown(".strip .fly")]),
    ("paused", &[Click("[data-testid=pause]"), Shown("[data-testid=resume]")]),
    ("unfinished", &[Open, Shown(ACCOUNT), Shown("[data-testid=resume-run]")]),
    ("question of an unfinished run", &[Click("[data-testid=discard-run]"), Shown("[data-testid=confirm-run]")]),
    ("tenant, while it is read", &[Click(STAY), Switch(r#"{ "latency_ms": 600000 }"#), Open, Click(TENANT), Shown("[data-state=listing]")]),
    ("signed out, with past runs", &[Switch(r#"{ "latency_ms": 0 }"#), Open, Click(".account > summary"), Click("[data-testid=sign-out]"), Shown(SIGN_IN), Shown("[data-testid=history]")]),
    // One who lacks the permission.
    ("tenant that cannot be read", &[Click(SIGN_IN), Click("[data-testid=account-reader]"), Shown(ACCOUNT), Click(TENANT), Shown("[data-state=failed]")]),
    ("review, not compared", &[Open, Shown(ACCOUNT), Give("clean.csv", clean), Shown("[data-state=failed]")]),
    ("closed", &[Click(SEND), Click(CONFIRM), Shown("[data-testid=connection-check]")]),
    ("another language", &[Speak("zh-Hant")]),
];

/// What holds a run up. It is on a stage of its own, whose quota nothing else has used.
#[rustfmt::skip]
const HELD_UP: [State; 8] = [
    ("closed to other origins", &[Open, Click(SIGN_IN), Click("[data-testid=account-analyst]"), Shown(ACCOUNT), Switch(r#"{ "cors": "off" }"#),
        Give("four.csv", four), Shown("[data-state=failed]"), Click(SEND), Click(CONFIRM), Shown("#h-hd")]),
    ("connection check, refused", &[Click("[data-testid=check-connection]"), Shown("[data-finding=Refused]")]),
    ("question, the tenant not read again", &[Switch(r#"{ "cors": "on" }"#), Open, Shown(ACCOUNT), Give("four.csv", four), Shown(COMPARED),
        Switch(r#"{ "cors": "off" }"#), Click(SEND), Click(CONFIRM), Shown(".banner.is-warn"), Switch(r#"{ "cors": "on" }"#), Click(SEND), Shown("[data-testid=as-listed]")]),
    // Halves of what is refused are refused as well.
    ("trouble", &[Switch(r#"{ "poison": ["one.example", "two.example", "three.example", "four.example"] }"#), Click(CONFIRM), Shown("[data-waits=trouble]")]),
    ("sign-in lapsed", &[Switch(r#"{ "poison": null, "signed_out": true }"#), Click("[data-testid=resume]"), Shown("[data-waits=sign-in] .ask")]),
    ("told to wait", &[Switch(r#"{ "signed_out": false, "cors": "expose", "other_calls_per_minute": 30 }"#), Open, Shown(ACCOUNT),
        Give("clean.csv", clean), Shown(COMPARED), Click(SEND), Click(CONFIRM), Shown("[data-waits=retry]")]),
    ("cancelled", &[Switch(r#"{ "other_calls_per_minute": 0, "hold_after": 1 }"#), Open, Shown(ACCOUNT), Give("two-calls.csv", two_calls), Shown(COMPARED),
        Click(SEND), Click(CONFIRM), Shown(".strip .fly"), Click(".foot .bare"), Shown(".strip .fly")]),
    ("quota used", &[Switch(r#"{ "hold_after": 0 }"#), Open, Shown(ACCOUNT), Give("many-calls.csv", many_calls), Shown(COMPARED), Click(SEND),
        Click("dialog details > summary"), Click("[data-testid=route-one-by-one]"), Click(CONFIRM), Shown("[data-waits=quota]")]),
];

/// Those of them in which calls go at the same time, so that what is told of them is another each time.
pub const RACES: [&str; 5] = [
    "trouble",
    "sign-in lapsed",
    "told to wait",
    "cancelled",
    "quota used",
];

fn four() -> String {
    let of = |name: &str| format!("DomainName,{name}.example,Block,Ready,made for a test");
    let lines = ["one", "two", "three", "four"].map(of);
    format!(
        "IndicatorType,IndicatorValue,Action,Title,Description\n{}\n",
        lines.join("\n")
    )
}

/// Rows of a call.
const A_CALL: usize = 500;

fn two_calls() -> String {
    rows::portal_csv(A_CALL + 1)
}

/// More than a minute's, one by one; none of them is in the tenant.
fn many_calls() -> String {
    let all = rows::portal_csv(A_CALL + 131);
    let (header, rows) = all.split_once('\n').unwrap_or_default();
    let others: Vec<&str> = rows.lines().skip(A_CALL + 1).collect();
    format!("{header}\n{}\n", others.join("\n"))
}

fn clean() -> String {
    rows::portal_csv(5)
}

/// A row of each verdict, and what the guard stops.
fn mixed() -> String {
    let header = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description";
    let lines = [
        "DomainName,hxxp://bad[.]example,,Block,High,Defanged,Of another type",
        "DomainName,Gate.Example,,Block,High,Ready,Rewritten",
        "DomainName,gate.example,,Block,High,Ready,Repeated",
        "DomainName,gate.example,,Audit,High,Conflict,Against the first",
        "DomainName,old.example,2021-12-12T00:00:00Z,Block,High,Old,Expired",
        "FileSha256,9f86d081884c7d65,,Block,High,Broken,Cut short",
        "IpAddress,198.51.100.0/24,,Block,High,Range,Not taken",
        "IpAddress,10.10.10.10,,Block,High,Internal,Private",
        "DomainName,untitled.example,,Block,High,,",
        "DomainName,legacy.example,,AlertAndBlock,High,Legacy,Rewritten",
        "DomainName,login.microsoftonline.com,,Block,High,Own,Stopped",
        "IpAddress,8.8.8.8,,Block,High,Network,Cautioned",
        "Url,https://files.example/a,,Warn,Low,Ready,As it is",
    ];
    format!("{header}\n{}\n", lines.join("\n"))
}

/// What others have made: a value with two actions, and one that has expired.
fn held() -> Value {
    let of = |value: &str, action: &str, expires: &str| {
        json!({
            "indicatorType": "DomainName", "indicatorValue": value, "action": action, "severity": "Low",
            "title": "Theirs", "description": "made for a test", "generateAlert": true,
            "createdBy": "bob@contoso.example", "expirationTime": expires,
        })
    };
    let late = "2099-12-24T00:00:00Z";
    json!([
        of("partner.example", "Block", late),
        of("partner.example", "Warn", late),
        of("past.example", "Block", "2021-12-12T00:00:00Z"),
    ])
}

/// Goes through every state, and has each of them looked at.
///
/// # Panics
/// When a step cannot be taken, or looking fails.
pub async fn all(
    name: &str,
    mut look: impl AsyncFnMut(&'static str, &WebDriver) -> WebDriverResult<()>,
) {
    for states in [&STATES[..], &HELD_UP[..]] {
        let scene = async |stage: &mut Stage| through(stage, states, &mut look).await;
        Box::pin(play(name, scene)).await;
    }
}

/// Goes through some of them on a stage.
///
/// # Errors
/// When a step cannot be taken, or looking fails.
pub async fn through(
    stage: &Stage,
    states: &[State],
    mut look: impl AsyncFnMut(&'static str, &WebDriver) -> WebDriverResult<()>,
) -> WebDriverResult<()> {
    for (name, steps) in states {
        for step in *steps {
            let taken = take(stage, *step).await;
            taken.inspect_err(|_| eprintln!("on the way to: {name}"))?;
        }
        look(name, &stage.browser).await?;
    }
    Ok(())
}

async fn take(stage: &Stage, step: Step) -> WebDriverResult<()> {
    let browser = &stage.browser;
    match step {
        Open => stage.open().await.map(|_| ()),
        Click(css) => act::click_on(browser, css).await,
        Write(css, text) => see::shown_by(browser, css).await?.send_keys(text).await,
        Give(name, text) => act::drop_file(browser, &rows::file(name, &text())).await,
        Shown(css) => see::shown_by(browser, css).await.map(|_| ()),
        Speak(tag) => speak(browser, tag).await,
        Press(key) => keys::press(browser, key).await,
        Switch(switches) => {
            let switches = serde_json::from_str(switches).expect("switches are JSON");
            stage.tenant.faults(switches).await;
            Ok(())
        }
        Seed(entities) => {
            stage.tenant.seed(entities()).await;
            Ok(())
        }
    }
}

/// Has the page speak a language, over whatever lies over it.
///
/// # Errors
/// When it never does.
pub async fn speak(browser: &WebDriver, tag: &str) -> WebDriverResult<()> {
    browser.execute(SPEAK, vec![json!(tag)]).await?;
    let is = "return document.documentElement?.lang === arguments[0]";
    act::eventually(async || {
        let is: bool = browser.execute(is, vec![json!(tag)]).await?.convert()?;
        Ok(is.then_some(()))
    })
    .await
}

const SPEAK: &str = "
    const choice = document.querySelector('[data-testid=language]');
    choice.selectedIndex = [...choice.options].findIndex(it => it.lang === arguments[0]);
    choice.dispatchEvent(new Event('change', { bubbles: true }));";
