//! What the tenant holds: found, sorted, written to files, and some of it deleted.

use std::collections::BTreeSet;

use ioculate_core::{
    clock::{Now, WallTime},
    session::{Command, Event, Session, Summary},
};
use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::{Stage, play},
    tenant::{Key, entity_key},
};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, error::WebDriverResult};

/// Hashes of no other note.
const HASHES: usize = 20;

/// A moment that is in the future for as long as the project lives.
const LATE: &str = "2099-12-24T00:00:00Z";

fn held(kind: &str, value: &str, action: &str, other: &Value) -> Value {
    let mut entity = json!({
        "indicatorType": kind,
        "indicatorValue": value,
        "action": action,
        "severity": "High",
        "title": format!("Of {value}"),
        "description": "made for a test",
        "createdBy": "bob@contoso.example",
        "generateAlert": action == "Audit",
    });
    for (name, value) in other.as_object().into_iter().flatten() {
        entity[name] = value.clone();
    }
    entity
}

/// Hashes, a value with two actions, a file under three hashes, one that expires, markup, and one of a
/// kind that the page does not know.
fn before() -> Value {
    let none = json!({});
    let hashes = (0..HASHES).map(|row| {
        let mine = json!({ "createdBy": "analyst@contoso.example" });
        let other = if row % 2 == 0 { &mine } else { &none };
        held("FileSha256", &rows::sha256(row), "Block", other)
    });
    let file = json!({ "title": "Loader", "description": "one dropper" });
    let groups = json!({ "rbacGroupNames": ["Servers"], "expirationTime": LATE });
    let hostile = json!({ "title": "=cmd|' /C calc'!A0 <img src=x>", "severity": "Low" });
    hashes
        .chain([
            held("DomainName", "login.partner.example", "Block", &none),
            held("DomainName", "login.partner.example", "Allowed", &groups),
            held("FileSha256", &"a".repeat(64), "Block", &file),
            held("FileSha1", &"b".repeat(40), "Block", &file),
            held("FileMd5", &"c".repeat(32), "BlockAndRemediate", &file),
            held("Url", "http://a.example/?q=1,2", "Audit", &hostile),
            held("WebCategory", "Gambling", "Block", &none),
        ])
        .collect()
}

/// Indicators in the table.
async fn shown(browser: &WebDriver, rows: u32) -> WebDriverResult<()> {
    see::text(browser, &format!("{rows} shown")).await
}

/// The values of the first rows.
async fn values(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    let values =
        "return [...document.querySelectorAll('#rows .row .c-val')].map(it => it.innerText.trim())";
    browser.execute(values, Vec::new()).await?.convert()
}

/// Waits until the first row's value is this.
async fn first(browser: &WebDriver, value: &str) -> WebDriverResult<()> {
    let mut last = None;
    let is_first = act::eventually(async || {
        last = values(browser).await?.into_iter().next();
        Ok((last.as_deref() == Some(value)).then_some(()))
    });
    is_first
        .await
        .inspect_err(|_| eprintln!("the first is {last:?}, not {value}"))
}

/// Puts this, and nothing else, into the search.
async fn search(browser: &WebDriver, text: &str) -> WebDriverResult<()> {
    let field = see::shown(browser, "held-search").await?;
    // As a hand does: the driver's own way tells the page nothing, and the page writes its text again.
    field.send_keys(thirtyfour::Key::Control + "a").await?;
    field.send_keys(text).await
}

/// Presses the head of a column.
async fn sort(browser: &WebDriver, column: &str) -> WebDriverResult<()> {
    let path = format!("//*[@role='columnheader']//button[contains(., '{column}')]");
    browser.find(By::XPath(path)).await?.click().await
}

/// What the service lists and the page shows.
async fn keys(stage: &Stage) -> BTreeSet<Key> {
    let mut keys = stage.tenant.state().await.keys();
    keys.retain(|(kind, ..)| kind != "WebCategory");
    keys
}

/// What the core makes of a file.
fn read(name: &str, text: &str) -> Summary {
    let now = Now {
        mono: std::time::Duration::ZERO,
        wall: WallTime(1_795_262_400_000),
        jitter: 0.5,
    };
    let name = name.to_owned();
    let told = Session::new().handle(now, Command::Read { name }, Some(text.into()));
    let summary = told.into_iter().rev().find_map(|event| match event {
        Event::Summary(summary) => Some(*summary),
        _ => None,
    });
    summary.expect("sums")
}

#[tokio::test]
async fn what_the_tenant_holds_is_searched_sorted_and_filtered() {
    play("held", async |stage| {
        stage.tenant.seed(before()).await;
        let browser = stage.signed_in(Account::Analyst).await?;
        act::click(browser, "tenant-view").await?;
        let names = ["held", "conflicts", "same-files", "mine", "expired"];
        shown(browser, 26).await?;
        let sums = see::numbers(browser, "held", &names).await?;
        assert_eq!(names.map(|name| sums[name]), [27, 1, 1, 10, 0]);
        see::text(
            browser,
            "1 is of a type or with an action that this page does not know",
        )
        .await?;

        for (line, rows) in [
            ("Values with several actions", 2),
            ("Files under several hashes", 3),
            ("Made by you", 10),
            ("Expire within a week", 0),
        ] {
            act::press(browser, line).await?;
            shown(browser, rows).await?;
            act::press(browser, line).await?;
            shown(browser, 26).await?;
        }
        // Two filters hold at once.
        act::press(browser, "DomainName").await?;
        act::press(browser, "Allowed").await?;
        shown(browser, 1).await?;
        act::press(browser, "Show all").await?;
        shown(browser, 26).await?;

        sort(browser, "Value").await?;
        // It is the first before, too.
        see::shown_by(browser, "[role=columnheader].c-val[aria-sort=ascending]").await?;
        first(browser, &rows::sha256(0)).await?;
        sort(browser, "Value").await?;
        first(browser, "login.partner.example").await?;
        let order = browser.find(By::Css("[role=columnheader].c-val")).await?;
        assert_eq!(
            order.attr("aria-sort").await?.as_deref(),
            Some("descending")
        );
        search(browser, "LOADER").await?;
        shown(browser, 3).await?;
        assert_eq!(
            values(browser).await?,
            ["c".repeat(32), "b".repeat(40), "a".repeat(64)]
        );
        search(browser, "partner").await?;
        shown(browser, 2).await?;
        assert!(see::policy_violations(browser).await?.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_the_tenant_holds_is_written_to_files_that_are_read_again() {
    play("held-files", async |stage| {
        stage.tenant.seed(before()).await;
        let browser = stage.signed_in(Account::Analyst).await?;
        act::click(browser, "tenant-view").await?;
        shown(browser, 26).await?;
        let files = act::download(browser, 2, async |page| act::click(page, "held-csv").await);
        let files = files.await?;
        // What the portal does not take is handed over beside it.
        assert!(files[1].contains(&"c".repeat(32)), "{}", files[1]);
        let summary = read("tenant.csv", &files[0]);
        let counts = summary.counts;
        let told = (
            counts.records,
            counts.refused,
            counts.conflict,
            counts.ready,
        );
        // The portal takes no MD5; of a value with two actions the later one waits for a choice.
        assert_eq!(told, (25, 0, 1, 24), "{:?}", summary.causes);

        let files = act::download(browser, 1, async |page| act::click(page, "held-json").await);
        let json: Value = serde_json::from_str(&files.await?[0]).expect("JSON");
        let objects = json["value"].as_array().expect("objects");
        let listed: BTreeSet<Key> = objects.iter().map(entity_key).collect();
        assert_eq!(
            listed,
            stage.tenant.state().await.keys(),
            "also what is not shown"
        );

        search(browser, "partner").await?;
        shown(browser, 2).await?;
        let files = act::download(browser, 1, async |page| act::click(page, "held-json").await);
        let json: Value = serde_json::from_str(&files.await?[0]).expect("JSON");
        let actions = json["value"].as_array().expect("objects").iter();
        let actions: BTreeSet<&str> = actions.filter_map(|it| it["action"].as_str()).collect();
        assert_eq!(actions, BTreeSet::from(["Allowed", "Block"]));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_selected_is_deleted_and_nothing_else() {
    play("held-deleted", async |stage| {
        stage.tenant.seed(before()).await;
        let before = keys(stage).await;
        let browser = stage.signed_in(Account::Analyst).await?;
        // A list under review stays.
        act::drop_file(browser, &rows::file("kept.csv", &rows::portal_csv(3))).await?;
        see::compared(browser).await?;
        act::click(browser, "tenant-view").await?;
        shown(browser, 26).await?;
        act::press(browser, "Made by you").await?;
        shown(browser, 10).await?;
        act::click(browser, "held-all").await?;
        see::text(browser, "10 selected").await?;
        // All but the first.
        browser
            .find(By::Css("#rows .row .tick"))
            .await?
            .click()
            .await?;
        see::text(browser, "9 selected").await?;
        act::click(browser, "delete-selected").await?;
        see::text(browser, "9 indicators will be deleted").await?;
        assert_eq!(keys(stage).await, before, "nothing is sent unasked");
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [9, 0, 0, 0]);

        let gone = (2..HASHES).step_by(2).map(|row| {
            let kind = "FileSha256".to_owned();
            (kind, rows::sha256(row), "Block".to_owned())
        });
        let gone: BTreeSet<Key> = gone.collect();
        let left = before.difference(&gone).cloned().collect();
        assert_eq!(keys(stage).await, left);

        act::click(browser, "leave-report").await?;
        // It is listed anew, with the filter as it was.
        shown(browser, 1).await?;
        let sums = see::numbers(browser, "held", &["held"]).await?;
        assert_eq!(sums["held"], 18);
        act::press(browser, "Back to the review").await?;
        assert_eq!(see::reviewed(browser).await?, [3, 3, 0, 0, 0, 0]);
        assert_eq!(see::compared(browser).await?.1, [1, 2, 0, 0, 0]);
        Ok(())
    })
    .await;
}
