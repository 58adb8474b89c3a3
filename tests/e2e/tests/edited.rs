//! Rows mended in place, many given fields at once, and the way back.

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::{Stage, play},
    truth,
};
use serde_json::{Value, json};
use thirtyfour::{components::SelectElement, error::WebDriverResult, prelude::*};

/// A moment that is in the future for as long as the project lives, and as the browser's box for it is
/// typed in.
const LATE: &str = "2099-12-24T10:30:00Z";

/// Three rows, of which the second holds no domain and the third no title.
const BROKEN: &str = "\
indicatorType,indicatorValue,action,title,description
DomainName,zeta.example,Block,t,d
DomainName,not a domain,Block,t,d
DomainName,alpha.example,Audit,,d
";

/// Writes a text into the box of this `data-testid`, in place of what stands there.
async fn write(browser: &WebDriver, id: &str, text: &str) -> WebDriverResult<()> {
    let field = see::shown(browser, id).await?;
    let all = Key::Control + "a";
    field.send_keys(all).await?;
    field.send_keys(text).await
}

/// Chooses an option by its words.
async fn pick(browser: &WebDriver, id: &str, words: &str) -> WebDriverResult<()> {
    let choice = see::shown(browser, id).await?;
    // It may lie under what stays in view.
    choice.scroll_into_view().await?;
    let choice = SelectElement::new(&choice).await?;
    choice.select_by_exact_text(words).await
}

/// Puts a moment into the box of this `data-testid`; how it is typed is the browser's own.
async fn at(browser: &WebDriver, id: &str, moment: &str) -> WebDriverResult<()> {
    let set = "
        arguments[0].value = arguments[1];
        arguments[0].dispatchEvent(new Event('input', { bubbles: true }));";
    let field = see::shown(browser, id).await?;
    let moment = moment.trim_end_matches(":00Z");
    browser
        .execute(set, vec![field.to_json()?, json!(moment)])
        .await
        .map(drop)
}

/// Opens the details of the row that holds this value, and the form in them.
async fn open(browser: &WebDriver, value: &str) -> WebDriverResult<()> {
    let path =
        format!("//*[@data-testid='row'][contains(., '{value}')]//*[contains(@class, 'c-val')]");
    act::eventually(async || browser.query(By::XPath(&path)).first_opt().await)
        .await?
        .click()
        .await?;
    act::click(browser, "edit").await
}

/// Waits until the form says this of the row.
async fn becomes(browser: &WebDriver, state: &str) -> WebDriverResult<()> {
    act::eventually(async || {
        let said = see::shown(browser, "edit-state").await?.text().await?;
        Ok((said == state).then_some(()))
    })
    .await
}

/// Waits until this is said of what was done last.
async fn says(browser: &WebDriver, words: &str) -> WebDriverResult<()> {
    act::eventually(async || {
        let said = see::shown(browser, "done").await?.text().await?;
        Ok((said == words).then_some(()))
    })
    .await
}

/// Presses a key with the control key held down, wherever the focus is.
async fn control(browser: &WebDriver, key: char) -> WebDriverResult<()> {
    let chain = browser.action_chain().key_down(Key::Control);
    chain.send_keys(key).key_up(Key::Control).perform().await
}

async fn values(browser: &WebDriver) -> WebDriverResult<Vec<String>> {
    let values =
        "return [...document.querySelectorAll('#rows .row .c-val > .v')].map(it => it.innerText)";
    browser.execute(values, Vec::new()).await?.convert()
}

/// Whether an indicator expires then; the service writes a fraction of the second.
fn is_late(indicator: &Value) -> bool {
    let moment = indicator["expirationTime"].as_str().unwrap_or_default();
    moment.starts_with(LATE.trim_end_matches('Z'))
}

async fn indicators(stage: &Stage) -> Vec<Value> {
    stage.tenant.state().await.indicators()
}

#[tokio::test]
async fn a_broken_value_is_mended_in_place_and_sent() {
    play("mended", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        act::drop_file(browser, &rows::file("broken.csv", BROKEN)).await?;
        see::sums(browser, [3, 1, 0, 0, 2, 0]).await?;
        open(browser, "not a domain").await?;
        write(browser, "edit-indicatorValue", "still not one").await?;
        becomes(browser, "Refused").await?;
        write(browser, "edit-indicatorValue", "hxxp://beta[.]example/a").await?;
        pick(browser, "edit-indicatorType", "Url").await?;
        becomes(browser, "Ready").await?;
        see::sums(browser, [3, 1, 0, 0, 2, 0]).await?;
        let field = see::shown(browser, "edit-indicatorValue").await?;
        field.send_keys(Key::Enter).await?;
        see::sums(browser, [3, 2, 0, 0, 1, 0]).await?;
        see::text(browser, "by you").await?;
        assert!(
            values(browser)
                .await?
                .contains(&"http://beta.example/a".to_owned())
        );

        open(browser, "alpha.example").await?;
        write(browser, "edit-title", "dropped again").await?;
        becomes(browser, "Ready").await?;
        act::escape(browser).await?;
        see::shown(browser, "edit").await?;
        see::sums(browser, [3, 2, 0, 0, 1, 0]).await?;
        act::click(browser, "edit").await?;
        write(browser, "edit-title", "mended").await?;
        at(browser, "edit-expirationTime", LATE).await?;
        act::press(browser, "Save").await?;
        see::sums(browser, [3, 3, 0, 0, 0, 0]).await?;

        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [3, 0, 0, 0]);
        truth::told(stage).await?;
        let sent = indicators(stage).await;
        let of = |value: &str| {
            let found = sent.iter().find(|it| it["indicatorValue"] == json!(value));
            found.expect("it was sent").clone()
        };
        assert_eq!(of("http://beta.example/a")["indicatorType"], json!("Url"));
        let mended = of("alpha.example");
        assert_eq!(mended["title"], json!("mended"));
        assert!(is_late(&mended), "{mended}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_a_run_left_to_be_mended_goes_in_from_its_report() {
    play("mended-rest", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        stage.tenant.faults(json!({ "fail_item_every": 10 })).await;
        let broken = "\nDomainName,not a domain,,Block,High,Broken,made for a test,,,,,true\n";
        let list = rows::portal_csv(40).replacen('\n', broken, 1);
        act::drop_file(browser, &rows::file("rows.csv", &list)).await?;
        see::sums(browser, [41, 40, 0, 0, 1, 0]).await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [36, 4, 0, 0]);
        stage.tenant.faults(json!({ "fail_item_every": 0 })).await;

        act::click(browser, "mend-rest").await?;
        see::sums(browser, [5, 4, 0, 0, 1, 0]).await?;
        see::focus_at(browser, "h1").await?;
        open(browser, "not a domain").await?;
        write(browser, "edit-indicatorValue", "beta.example").await?;
        becomes(browser, "Ready").await?;
        act::press(browser, "Save").await?;
        see::sums(browser, [5, 5, 0, 0, 0, 0]).await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [5, 0, 0, 0]);
        assert!(!see::is_there(browser, "mend-rest").await?);
        assert_eq!(indicators(stage).await.len(), 41, "each row, once");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_hundred_rows_are_given_fields_at_once_and_back_again() {
    play("many", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        let list: Vec<String> = (0..120).map(|row| format!("host{row}.example")).collect();
        let list = list.join("\n");
        act::drop_file(browser, &rows::file("hosts-to-block.txt", &list)).await?;
        see::sums(browser, [120, 120, 0, 0, 0, 0]).await?;
        act::click(browser, "edit-rows").await?;
        see::text(browser, "Edit (120)").await?;
        act::press(browser, "Cancel").await?;

        see::shown(browser, "row").await?;
        let search = browser.find(By::Css(".tools input[type=search]")).await?;
        search.send_keys("host1").await?;
        see::text(browser, "31 shown").await?;
        browser.find(By::Css(".head .tick")).await?.click().await?;
        see::text(browser, "Edit (31)").await?;
        browser.find(By::Css(".row .tick")).await?.click().await?;
        see::text(browser, "Edit (30)").await?;
        act::click(browser, "edit-rows").await?;
        pick(browser, "edit-action", "Block").await?;
        at(browser, "edit-expirationTime", LATE).await?;
        act::press(browser, "Save").await?;
        says(browser, "action, expirationTime (30)").await?;
        let blocked = async |rows: usize| {
            act::send(browser).await?;
            see::reported(browser).await?;
            truth::told(stage).await?;
            let sent = indicators(stage).await;
            let is_blocked = |it: &&Value| it["action"] == json!("Block");
            let of_late = |it: &&Value| is_late(it);
            assert_eq!(sent.iter().filter(is_blocked).filter(of_late).count(), rows);
            assert_eq!(sent.len(), 120);
            WebDriverResult::Ok(())
        };
        act::click(browser, "undo-step").await?;
        says(browser, "Undone: action, expirationTime (30)").await?;
        browser.find(By::Id("rows")).await?.click().await?;
        control(browser, 'y').await?;
        says(browser, "action, expirationTime (30)").await?;
        control(browser, 'z').await?;
        says(browser, "Undone: action, expirationTime (30)").await?;
        act::click(browser, "redo-step").await?;
        says(browser, "action, expirationTime (30)").await?;
        blocked(30).await
    })
    .await;
}

#[tokio::test]
async fn rows_are_ordered_by_a_column_and_those_that_are_chosen_are_copied() {
    play("sorted", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        act::drop_file(browser, &rows::file("three.csv", BROKEN)).await?;
        see::shown(browser, "row").await?;
        let shows = async |first: &str| {
            act::eventually(async || {
                let values = values(browser).await?;
                Ok((values.first().map(String::as_str) == Some(first)).then_some(()))
            })
            .await
        };
        shows("zeta.example").await?;
        // What comes of the comparison may move the table on a narrow page, and a click would miss it.
        see::text(browser, "compared with the tenant").await?;
        let head = browser.find(By::Css(".head .c-val button")).await?;
        head.click().await?;
        shows("alpha.example").await?;
        let sorted = browser.find(By::Css(".head .c-val")).await?;
        assert_eq!(
            sorted.attr("aria-sort").await?.as_deref(),
            Some("ascending")
        );
        browser
            .find(By::Css(".head .c-val button"))
            .await?
            .click()
            .await?;
        act::eventually(async || {
            let values = values(browser).await?;
            Ok((values.last().map(String::as_str) == Some("alpha.example")).then_some(()))
        })
        .await?;
        browser
            .find(By::Css(".head .c-val button"))
            .await?
            .click()
            .await?;
        shows("zeta.example").await?;

        browser.find(By::Css(".row .tick")).await?.click().await?;
        see::text(browser, "Edit (1)").await?;
        browser
            .execute("document.querySelector('#rows').focus()", Vec::new())
            .await?;
        let copied = act::eventually(async || {
            control(browser, 'c').await?;
            let done = see::shown(browser, "done").await?.text().await?;
            Ok((done == "Copied: 1").then_some(()))
        });
        copied.await?;
        browser
            .find(By::Css(".tools input[type=search]"))
            .await?
            .click()
            .await?;
        control(browser, 'v').await?;
        let pasted = "return document.querySelector('.tools input[type=search]').value";
        let pasted: String = browser.execute(pasted, Vec::new()).await?.convert()?;
        assert!(
            pasted.starts_with("indicatorValue\tindicatorType\taction"),
            "{pasted}"
        );
        assert!(
            pasted.contains("zeta.example\tDomainName\tBlock"),
            "{pasted}"
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_column_that_is_hidden_stays_so_in_this_browser() {
    play("columns", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        let columns = async || {
            see::shown(browser, "row").await?;
            let columns = browser.find_all(By::Css(".head [role=columnheader]"));
            WebDriverResult::Ok(columns.await?.len())
        };
        act::drop_file(browser, &rows::file("three.csv", BROKEN)).await?;
        assert_eq!(columns().await?, 9);
        act::click(browser, "columns").await?;
        let path = "//*[@data-testid='columns']//label[.='Severity']";
        browser.find(By::XPath(path)).await?.click().await?;
        assert_eq!(columns().await?, 8);
        assert!(browser.find_all(By::Css(".c-sev")).await?.is_empty());
        browser.refresh().await?;
        act::drop_file(browser, &rows::file("three.csv", BROKEN)).await?;
        assert_eq!(columns().await?, 8);
        Ok(())
    })
    .await;
}
