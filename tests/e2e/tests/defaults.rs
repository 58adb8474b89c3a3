//! What a list is given that does not say it: by type, by template, and kept as presets.

use std::collections::BTreeMap;

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::{Stage, play},
};
use serde_json::{Value, json};
use thirtyfour::{components::SelectElement, error::WebDriverResult, prelude::*};

/// A list that says nothing but values: a hash, a domain, an address.
fn list() -> String {
    format!("{}\nbad.example\n198.51.100.7\n", rows::sha256(7))
}

/// Chooses an option by its words, in the choice of this `data-testid`, within the group of types
/// where one is named.
async fn pick(browser: &WebDriver, group: &str, id: &str, words: &str) -> WebDriverResult<()> {
    let choice = SelectElement::new(&field(browser, group, id).await?).await?;
    choice.select_by_exact_text(words).await
}

/// Writes a text into the field of this `data-testid`, and leaves it.
async fn write(browser: &WebDriver, group: &str, id: &str, text: &str) -> WebDriverResult<()> {
    let input = field(browser, group, id).await?;
    input.clear().await?;
    input.send_keys(text).await?;
    input.send_keys(Key::Enter).await
}

async fn field(browser: &WebDriver, group: &str, id: &str) -> WebDriverResult<WebElement> {
    let within = match group {
        "" => String::new(),
        group => format!("[data-group={group}] "),
    };
    let css = format!("{within}[data-testid={id}]");
    act::eventually(async || {
        browser
            .query(By::Css(&css))
            .and_displayed()
            .first_opt()
            .await
    })
    .await
}

/// Each indicator of the tenant by its type: action, severity, title, device groups, alert, and in how
/// many days it expires.
async fn indicators(stage: &Stage) -> WebDriverResult<BTreeMap<String, Value>> {
    let tenant = stage.tenant.state().await;
    let told = stage
        .browser
        .execute(HELD, vec![tenant.0["indicators"].clone()]);
    told.await?.convert()
}

const HELD: &str = "
    const days = it => it && Math.round((Date.parse(it) - Date.now()) / 86_400_000);
    return Object.fromEntries(arguments[0].map(it => [it.indicatorType, [
        it.action, it.severity, it.title, it.rbacGroupNames, it.generateAlert,
        days(it.expirationTime) ?? null,
    ]]));";

#[tokio::test]
async fn defaults_by_type_outlive_the_page_as_a_preset() {
    play("defaults", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        pick(browser, "", "default-action", "Block").await?;
        pick(browser, "", "default-severity", "High").await?;
        write(browser, "", "default-title", "{type} {value} of CERT").await?;
        act::open_fold(browser, "By type").await?;
        pick(browser, "files", "group-action", "BlockAndRemediate").await?;
        pick(browser, "names", "group-severity", "Low").await?;
        write(browser, "names", "group-expires", "30").await?;
        act::open_fold(browser, "Alerts and device groups").await?;
        pick(browser, "", "default-alert", "Raise an alert").await?;
        write(browser, "", "default-groups", "Servers").await?;
        see::shown(browser, "device-group").await?;
        act::open_fold(browser, "Save, rename, open a file").await?;
        write(browser, "", "preset-name", "Weekly feed").await?;
        act::click(browser, "preset-save").await?;
        see::text(browser, "Saved: Weekly feed.").await?;

        browser.refresh().await?;
        see::shown(browser, "account").await?;
        let title = see::shown(browser, "default-title").await?;
        assert_eq!(title.value().await?.unwrap_or_default(), "");
        act::paste(browser, &list()).await?;
        assert_eq!(see::reviewed(browser).await?, [3, 3, 0, 0, 0, 0]);
        pick(browser, "", "preset", "Weekly feed").await?;
        let changes = see::shown(browser, "preset-changes").await?;
        let said = changes.text().await?;
        assert!(said.contains("Action: Audit Block"), "{said}");
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [3, 0, 0, 0]);

        let hash = rows::sha256(7);
        let servers = json!(["Servers"]);
        let expected = BTreeMap::from([
            (
                "DomainName".to_owned(),
                json!([
                    "Block",
                    "Low",
                    "DomainName bad.example of CERT",
                    servers,
                    true,
                    30
                ]),
            ),
            (
                "FileSha256".to_owned(),
                json!([
                    "BlockAndRemediate",
                    "High",
                    format!("FileSha256 {hash} of CERT"),
                    servers,
                    true,
                    null
                ]),
            ),
            (
                "IpAddress".to_owned(),
                json!([
                    "Block",
                    "High",
                    "IpAddress 198.51.100.7 of CERT",
                    servers,
                    true,
                    90
                ]),
            ),
        ]);
        assert_eq!(indicators(stage).await?, expected);
        Ok(())
    })
    .await;
}

/// A preset's file, opened in a browser that keeps nothing, and a text that is none.
#[tokio::test]
async fn a_preset_travels_as_a_file() {
    play("preset-file", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        pick(browser, "", "default-action", "Warn").await?;
        act::open_fold(browser, "Save, rename, open a file").await?;
        let files = act::download(browser, 1, async |page| {
            act::click(page, "preset-to-file").await
        });
        let text = files.await?.remove(0);
        stage.change_computers().await?;

        let browser = stage.open().await?;
        browser.execute(KEEPS_NOTHING, Vec::new()).await?;
        act::open_fold(browser, "Save, rename, open a file").await?;
        let none = rows::file("none.iocpreset", "{\"ioculatePreset\":1,\"token\":\"x\"}");
        act::give_file(browser, "preset-file", &none).await?;
        see::text(browser, "none.iocpreset is no preset that can be read.").await?;
        let file = rows::file("Warn first.iocpreset", &text);
        act::give_file(browser, "preset-file", &file).await?;
        see::text(browser, "This browser keeps no presets.").await?;
        let action = field(browser, "", "default-action").await?;
        assert_eq!(action.value().await?.unwrap_or_default(), "Warn");
        Ok(())
    })
    .await;
}

/// As a browser does whose storage is full.
const KEEPS_NOTHING: &str = "
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
