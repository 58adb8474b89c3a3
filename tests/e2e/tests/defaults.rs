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
    let choice = field(browser, group, id).await?;
    choice.scroll_into_view().await?;
    let choice = SelectElement::new(&choice).await?;
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

/// A table whose columns say what to do in words of their own.
const VERDICTS: &str = "indicator,verdict,note
bad.example,deny,Loader
partner.example,fine,Partner
";

#[tokio::test]
async fn what_the_words_of_a_column_mean_is_said() {
    play("column-words", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        write(browser, "", "default-title", "{column:note}: {value}").await?;
        act::drop_file(browser, &rows::file("verdicts.csv", VERDICTS)).await?;
        assert_eq!(see::reviewed(browser).await?, [2, 2, 0, 0, 0, 0]);
        see::text(browser, "First ready row: Loader: bad.example").await?;
        act::open_fold(browser, "verdicts.csv").await?;
        act::choose(browser, "What verdict holds", "Action (action)").await?;
        // Neither word is the service's own.
        see::sums(browser, [2, 0, 0, 0, 2, 0]).await?;
        act::choose(browser, "Action of deny", "Block").await?;
        see::sums(browser, [2, 1, 0, 0, 1, 0]).await?;
        act::choose(browser, "Action of fine", "Allowed").await?;
        see::sums(browser, [2, 2, 0, 0, 0, 0]).await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [2, 0, 0, 0]);
        let told = stage.browser.execute(
            ACTIONS,
            vec![stage.tenant.state().await.0["indicators"].clone()],
        );
        let held: Value = told.await?.convert()?;
        let expected = json!([
            ["bad.example", "Block", "Loader: bad.example"],
            ["partner.example", "Allowed", "Partner: partner.example"],
        ]);
        assert_eq!(held, expected);
        Ok(())
    })
    .await;
}

const ACTIONS: &str = "
    return arguments[0].map(it => [it.indicatorValue, it.action, it.title]).sort();";

/// What another script of the page's origin could leave where presets are kept.
#[tokio::test]
async fn hostile_presets_are_listed_and_change_nothing() {
    play("preset-hostile", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        browser.execute(HOSTILE, Vec::new()).await?;
        browser.refresh().await?;
        see::shown(browser, "account").await?;
        see::text(
            browser,
            "The first 200 are listed; this browser keeps 803 more.",
        )
        .await?;
        for (name, why) in [
            ("<b>", "The preset is no JSON"),
            ("deep", "recursion limit exceeded"),
            ("many", "3,997 more faults are not listed."),
            ("large", "It takes at most 65,536 bytes."),
        ] {
            pick(browser, "", "preset", &format!("{name} (cannot be read)")).await?;
            see::text(browser, why).await?;
            see::text(
                browser,
                &format!("{name} cannot be read. Nothing was changed."),
            )
            .await?;
        }
        let action = field(browser, "", "default-action").await?;
        assert_eq!(action.value().await?.unwrap_or_default(), "Audit");
        act::paste(browser, &list()).await?;
        assert_eq!(see::reviewed(browser).await?, [3, 3, 0, 0, 0, 0]);
        Ok(())
    })
    .await;
}

const HOSTILE: &str = "
    const keep = (name, text) => localStorage.setItem('ioculate.preset.' + name, text);
    keep('<b>', '<script>');
    keep('deep', '['.repeat(60_000));
    keep('large', 'x'.repeat(1_000_000));
    keep('many', `{${Array.from({ length: 4_000 }, (_, n) => `\"k${n}\":1`)}}`);
    for (let n = 0; n < 999; n++) keep(`z${n}`, 'null');";

/// As a browser does whose storage is full.
const KEEPS_NOTHING: &str = "
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
